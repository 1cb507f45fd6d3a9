"""The noun phrase before or after a number: cut at verbs, links and fillers, never inside a known label."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from languages.mention import Span
from languages.spans import Spans
from languages.zh.lexicon import alternation, lexicon
from languages.zh.sentence import Sentence, within

_STRONG = (
    "新建成|新建|新增|新创建|新创|改扩建|改建|扩建|建成投用|建成|组建|设立|设置|打造|培育|培养|招聘|招录|选派|引进|开展|完成|实现|实施|配备|投入|安排|获批|启动|发放|推广|"
    "形成|取得|拥有|建立|创建|增设|购置|派驻|遴选|筛选|选择|确定|认定|评选|完善|建有|设有|定向培养|轮训|举办|制定|覆盖|惠及|开通|推出|接诊|诊治|下达|拨付|筹集|统筹安排|培训|改造|纳入|创成|落地|选聘"
)
CLIMBED = r"[上下扩增升降减提跃攀回压缩涨拓延恢翻加跳猛骤直落滑冲蹿飙]{1,3}[长高大升加低少展充涨缩复落容围面]?(?:到|至|为)"  # 扩至, 跃升到, 增加为
_NOUN_SUFFIX = re.compile(r"[率数量费型度者员]|能力|水平|比例|人次|情况|标准|面积|规模|范围")
STRONG = re.compile(_STRONG)
_PREDICATE = re.compile(
    r"达到|达标|实现|开展|取消|设置|设立|完成|建成|纳入|获批|获得|获评|取得|通过|将|已经?|均|全部|在(?!岗|职|册)|进行|入选|接入|开通|配备|参与|参加|列入|列为|建立|提供|开设|落户|落地|启动|投用|投入|推进|推行|实行|实施"
    r"|要(?!求)|能够?|可以|得到|享受|进入|成为|晋升|创建|创成|组建|签订|分别|依次|预计|有望|可望|抵达|计划(?=在|于|\d|今年|明年|年|由|从)|共(?!享|建|同)|由|为(?!民|主|重点|老)|是|用于|覆盖|占|到|有(?!序|效|关|机)|选派|牵头|升级|按照?|向(?!社区|基层)|赴|来|作为|确定|被|达|较|比|同比|增长|下降|提高|增加|降低|减少|只|仅|(?<!主治)(?<!副高)(?<!高级)(?<!中级)(?<!本科)(?<!硕士)(?<!大专)(?<!地级)(?<!县级)以上(?!职称|学历)的?|左右|落实|试点(?=$)|免费|高于|低于|居|实际|超|不再|调整|运行|设有|派驻|承担|带动|惠及|全面|正式|陆续|先后|开工|竣工|获|因|从|力争|确保|累计|位居|执行"
)
_TAIL_CUT = re.compile(r"[,;。:!?)|]|\((?![市区县州团])|——|—")
_JOIN = re.compile(r"[、,]|和(?!谐|平)|以及|及(?!以上|其|时|格)|(?<!参)与(?!会)")
_SEVERAL = re.compile(
    r"(?:等)?(?:[一二三四五六七八九十两]+|\d+)个?(?:州|市|县|区|省|地)(?:\([^()]*\))?(?=[、,各共均将拟]|$)"
)
DURATION_ONLY = re.compile(r"(?:近|过去|连续|未来)?[一二三四五六七八九十两\d]+年(?:来|间|内|里)?")
_DURATION = re.compile(r"(?:近|过去|连续)?[一二三四五六七八九十两\d]+年(?:来|间|内|里)?(?=[一-龥])")
_ENUMERATOR = re.compile(r"[一二三四五六七八九十]{1,3}\)|\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]是")
_EVERY = re.compile(r"(?:每个?|各)(?:县|市|区|州|旗|盟|乡镇|镇|街道|村|省)(?:\([^()]*\))?(?![一-龥]{0,3}率)")
_EXCEPT = re.compile(r"除(?:了)?[^,;。]{2,20}?(?:之外|以外|外)")
_DAY = re.compile(r"(?:截至|截止|到|至|自|从)?\d{1,2}月\d{1,2}日(?:止|起|以来)?")
_FOR_PEOPLE = re.compile(
    r"(?:为|给|替|帮)?(?:广大)?(?:群众|患者|参保人员|参保人|百姓|居民)(?=省下|节省|节约|少花|减轻|减少|降低)"
)
_PER = re.compile(r"每(?:[千万百]|10|1000)|人均")
_AREA = re.compile(r"地区|等地|两地|三地|境内|所辖|等|片区|全域")
_BRACKET_TAIL = re.compile(r"\([^()]*\)$")


@cache
def _left_words() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(alternation([*words["fillers"], *words["verbs"], "(", ")", "“", "”", '"', ",", ":", "、"]))


@cache
def _links() -> re.Pattern[str]:
    words = lexicon()
    changes = [w for ws in words["change"].values() for w in ws]
    befores = [w for ws in words["comparators"]["before"].values() for w in ws]
    tail = alternation(
        [
            *words["links"],
            *words["reaching"],
            *changes,
            *befores,
            "了",
            "也",
            "均",
            "已",
            "将",
            "各",
            "每个",
            "从",
            "由",
            "分别",
            "依次",
            "再",
            "又",
            "其中",
            "(",
            "力争",
            "同比",
            "年均",
            "人均",
            "每人每年",
            "每人",
            "每年",
            "每月",
            "月均",
            "就",
            "却",
            "则",
            "都",
            "高",
            "低",
            "实际",
            "左右",
            "、",
            "控制",
            "总量",
            "还",
            "的",
            "连续",
            "平均每",
            "最",
            "一次性",
            ":",
            "“",
        ]
    )
    return re.compile(rf"(?:(?<![签预履节条公合制])(?:{tail})|{CLIMBED})$")


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    end: int
    verb: str = ""  # the verb of doing before it

    def text(self, sentence: Sentence) -> str:
        return sentence.text[self.start : self.end]


def before(sentence: Sentence, start: int, end: int) -> Phrase:
    """The noun phrase that ends right before a number, its verb apart."""
    text = sentence.text
    end = _strip_tail(sentence, start, end)
    verb = ""
    cut = _last_strong(sentence, start, end)
    if cut:
        verb, start = cut[0], cut[1]
    while start < end:
        step = _strip_head(sentence, start, end)
        if step == start:
            break
        word = text[start:step]
        if word in verbs():
            verb = word
        start = step
    done = None if is_in_term(sentence, end - 1, end) else _DONE_TAIL.search(text, start, end)
    if done and done.start() - start > 2:
        verb, end = verb or done[0], done.start()
    return Phrase(start, end, verb)


_DONE_TAIL = re.compile(
    r"(?:实际)?(?:实建|建成|交付|验收|投用|启用|竣工|到位|完成|落成|新建|实有|实际支付|支付|拨付|下达|到账)$"
)


@cache
def verbs() -> frozenset[str]:
    return frozenset(lexicon()["verbs"])


def _strip_tail(sentence: Sentence, start: int, end: int) -> int:
    text = sentence.text
    while end > start:
        date = next((d for d in within(sentence.dates, start, end) if d.end == end), None)
        bracket = _BRACKET_TAIL.search(text[start:end]) if text[end - 1] == ")" else None
        if date:
            end = date.start
        elif bracket and not any(x.end == end for x in (*sentence.labels, *sentence.remainders)):
            end = start + bracket.start()
        else:
            match = _links().search(text[max(start, end - 6) : end])
            if sentence.places.reach(end) >= end or sentence.remainders.reach(end) >= end:
                break
            if not match or is_in_term(sentence, end - len(match[0]), end, ends_only=True):
                break
            end -= len(match[0])
    return end


def _strip_head(sentence: Sentence, start: int, end: int) -> int:
    """Where the phrase starts after one more word that says nothing of the thing; `start` if none."""
    for mentions in (sentence.dates, sentence.places, sentence.remainders):
        if mentions.reach(start + 1) > start and (over := _over(mentions, start, end)):
            return over
    if enumerator := _ENUMERATOR.match(sentence.text, start, end):
        return enumerator.end()
    if duration := _DURATION.match(sentence.text, start, end):
        return duration.end()
    for pattern in (_EVERY, _EXCEPT, _DAY, _FOR_PEOPLE):
        if match := pattern.match(sentence.text, start, end):
            return match.end()
    for pattern in (_SEVERAL, _AREA):
        match = pattern.match(sentence.text, start, end)
        if match and (pattern is _SEVERAL or any(p.end == start for p in sentence.places)):
            return match.end()
    label = next((x for x in sentence.terms.starting(start, start) if x.end <= end), None)
    match = None if _PER.match(sentence.text, start) else _left_words().match(sentence.text, start, end)
    if match and match[0] == "经" and sentence.text[match.end() : match.end() + 1] in tuple("济费办验营"):
        match = None
    if match and sentence.text[match.end() : match.end() + 1] in ("化", "型", "性") and match.end() < end:
        match = None  # 规范化村卫生室
    if match and match.end() > start and (label is None or match.end() - start >= label.end - label.start):
        if label is None and sentence.terms.reach(match.end()) > match.end():
            return start
        return match.end()
    return start


def _over(mentions: Iterable[Span], start: int, end: int) -> int | None:
    """Where the first mention ends that stands over a place and goes no further than `end`."""
    return next((m.end for m in mentions if m.start <= start < m.end <= end), None)


def is_in_term(sentence: Sentence, start: int, end: int, *, ends_only: bool = False) -> bool:
    """Whether a stretch touches a label of a term; with `ends_only`, one that ends no earlier."""
    reached = sentence.terms.reach(end)
    return reached > start and (not ends_only or reached >= end)


def _last_strong(sentence: Sentence, start: int, end: int) -> tuple[str, int] | None:
    found = None
    for match in STRONG.finditer(sentence.text, start, end):
        if (
            match.end() < end
            and not _NOUN_SUFFIX.match(sentence.text, match.end())
            and not is_in_term(sentence, match.start(), match.end())
        ):
            found = (match[0], match.end())
    return found


_RELATIVE = re.compile(r"[一-龥]{0,4}?(?:能够?|具有|具备|熟悉|掌握|符合|从事)[^,;。、]{2,26}的(?=[一-龥]{2})")


def after(sentence: Sentence, start: int, end: int) -> tuple[Phrase, Phrase]:
    """The noun phrase that begins right after a number, and its predicate; either may be empty."""
    text = sentence.text
    while start < end and text[start] in "的“" and not sentence.labels.starting(start, start):
        start += 1
    if (relative := _RELATIVE.match(text, start, end)) and not sentence.labels.starting(start, start):
        start = relative.end()
    stop = end
    tail = next((m for m in _TAIL_CUT.finditer(text, start, end) if not _inside(sentence, m.start())), None)
    if tail:
        stop = tail.start()
    join = next((m for m in _JOIN.finditer(text, start, stop) if not _inside(sentence, m.start())), None)
    if join:
        stop = join.start()
    predicate = next(
        (m for m in _PREDICATE.finditer(text, start, stop) if not is_in_term(sentence, m.start(), m.end())), None
    )
    noun_end = predicate.start() if predicate else stop
    limit = min(end, tail.start() if tail else end)
    return Phrase(start, noun_end), Phrase(noun_end, limit if predicate else noun_end)


def _inside(sentence: Sentence, at: int) -> bool:
    """Whether a mark stands inside a label or inside 县(市、区)."""
    if sentence.terms.reach(at) > at:
        return True
    opened = sentence.text.rfind("(", max(0, at - 5), at + 1)
    return (
        opened >= 0
        and sentence.text[opened + 1 : opened + 2] in tuple("市区县州团")
        and ")" not in sentence.text[opened:at]
    )


def parts(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list joined by 、 和 及, none cut inside a label."""
    found, first = [], start
    terms = Spans(within(sentence.terms, start, end))
    for match in _JOIN.finditer(sentence.text, start, end):
        if terms.reach(match.end()) > match.start():
            continue
        if match.start() > first:
            found.append((first, match.start()))
        first = match.end()
    if end > first:
        found.append((first, end))
    return found
