"""How far a thing reaches: 试点扩大到100个县, 26个省份开展试点, 检查使500万个家庭受益. The thing is what is measured."""

from __future__ import annotations

import re

from languages.zh.amounts import Group
from languages.zh.measures import is_health, named
from languages.zh.phrases import Phrase, before
from languages.zh.sentence import Head, Sentence, State

_REACHING = re.compile(
    r"(?:扩大|拓展|扩展|推广|推开|延伸|扩围|覆盖|惠及|普及|增加)(?:到|至|了)?(?:全国|全省|全市|全部|所有|约|近|超过?|逾|至少|共|已)*$"
)
_MAKING = re.compile(r"(?:使|让|令)(?:得|约|近|超过?)?$")
_BENEFIT = re.compile(r"(?:受益|得到|享受|获得|受惠|摆脱)")
_PLACES = (
    r"(?:省区市|省份|省|自治区|地级市|地级以上城市|县级以上城市|城市|地市|市州|市\(州\)|市|州|盟|县\(市、区\)|县\(市\)|区县|县区|县市|旗县|县|旗|地区|区|乡镇|街道|社区|行政村|村"
    r"|统筹地?区)"
)
_PEOPLE = r"(?:群众|人口|人|居民|城镇职工|农村居民|农民|参保人员?|家庭|患者|老年?人|儿童|妇女|职工|学生)"
_WHERE = re.compile(rf"(?:农村|城镇|城乡|贫困|参保|基层|困难|全国|全省)*(?:{_PLACES}|{_PEOPLE})")
_IS_PLACE = re.compile(_PLACES)
_BEGUN = re.compile(
    r"(?:已|全部|均|都|先后|陆续|率先|同步)*(?:开展|启动|实施|实行|推行|推进|组建|建立|建成|试行|参加|进行)(?:了)?"
)


def extent_of(
    sentence: Sentence, group: Group, noun: Phrase, predicate: Phrase, state: State
) -> tuple[Head, int] | None:
    """What reaches so many places or people, and where the fact ends; None where the number counts something else.

    `noun` and `predicate` stand after the number.
    """
    first = group.amounts[0].quantity
    if first.unit not in (None, "count") or len(group.amounts) != 1:
        return None
    word = noun.text(sentence)
    if not (_WHERE.match(word) or (not word and first.classifier in ("人", "人次", "县", "市", "省", "户", "名"))):
        return None
    reaching = _REACHING.search(sentence.text, *group.left) or _MAKING.search(sentence.text, *group.left)
    if reaching:
        if _MAKING.match(reaching[0]) and not _BENEFIT.search(sentence.text, first.end, group.right[1]):
            return None
        lead = before(sentence, group.left[0], reaching.start())
        head = (state.named or state.measure) if lead.end - lead.start < 2 else _head(sentence, lead.start, lead.end)
        return (head, max(noun.end, first.end)) if head else None
    begun = _BEGUN.match(sentence.text, predicate.start, predicate.end)
    if begun and (_IS_PLACE.fullmatch(word) or (not word and first.classifier in tuple("县市区省州旗盟"))):
        head = _head(sentence, begun.end(), group.right[1])
        return (head, group.right[1]) if head else None
    return None


def _head(sentence: Sentence, start: int, end: int) -> Head | None:
    read = named(sentence.text, start, end, sentence.labels)
    if read.id is None and not is_health(read.label):
        return None
    return Head(read.label, read.id, read.kind, read.level, read.specialty)
