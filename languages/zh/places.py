"""Where: named divisions, groups (三州) and anaphora (全市, 我省); homonyms by context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from languages.mention import OrganizationMention, PlaceMention
from languages.recognize import Label
from languages.zh.divisions import districts
from languages.zh.numerals import number
from ontology.vocabulary import Place, vocabulary

_SUFFIX = "省市县区州盟旗国"
_ANAPHORA = re.compile(
    r"(?P<province>全省|我省|本省|该省|省内|全自治区|全兵团)|(?P<area>全区|我区|本区|该区)|(?P<city>全市|我市|本市|该市|市内|全州|我州|全盟|我盟|本州|全地区)"
    r"|(?P<county>全县|我县|本县|该县|县内|全旗|我旗)|(?P<capital>省会城?市?|首府)|(?P<country>(?<![名个家所项位种健安完保])全国(?!健康|名|基层|示范|先进|卫生城|综合|中医|百|重点|优秀|劳|三八|五一|县|爱国|文明|老年友好|儿童友好|婴幼儿照护|计生|无偿献血|最美|[^,;。]{0,4}(?:第|首|前|率先))|我国)"
)
_BLOCKED_BEFORE = re.compile(r"(?:隶属|隶属于|来自|赴|前往|依托|借助|携手|对接|借鉴|毗邻|对标|送往|回到|邀请)$")
_COMMON = {
    "公安",
    "资源",
    "互助",
    "和平",
    "富裕",
    "通道",
    "城中",
    "城关",
    "城区",
    "郊区",
    "长安",
    "新城",
    "东方",
    "平安",
    "新华",
    "民主",
    "团结",
    "建设",
    "健康",
    "文明",
    "双方",
    "开发",
    "前进",
    "向阳",
    "友好",
    "光明",
    "新兴",
    "太平",
    "大同区",
    "桥东",
    "桥西",
    "中山",
    "工农",
    "兴山",
    "龙江",
    "东风",
    "安全",
    "永安",
    "人民",
    "中方",
    "中阳",
    "安定",
    "平和",
    "曲线",
    "方正",
    "共和",
    "同心",
    "合作",
    "天等",
    "内地",
    "巴中",
}


def places(text: str, labels: Sequence[Label], context: str | None) -> list[PlaceMention]:
    """Every mention of a place but those inside names of organizations; ordered by start."""
    found = [m for label in labels if (m := _named(text, label, context))]
    found += _listed(text, found, context)
    found += _itself(text, found, context)
    found += _campuses(text, found, context)
    found += _counted(text, context)
    found += _again(text, found)
    found += [m for match in _ANAPHORA.finditer(text) if (m := _anaphor(match, context))]
    return sorted(found, key=lambda m: m.start)


def _itself(text: str, found: Sequence[PlaceMention], context: str | None) -> list[PlaceMention]:
    """东台新建医院2家 in a document of 东台市: the place itself by its bare name, where a clause opens."""
    place = vocabulary().places.get(context or "")
    if place is None or place.level != 3 or len(place.zh) < 3:
        return []
    opens = re.compile(rf"(?:^|(?<=[,;。:])){place.zh[:-1]}(?![省市县区州大])")
    return [
        PlaceMention(m.start(), m.end(), (place.code,), "anaphor")
        for m in opens.finditer(text)
        if not any(p.start < m.end() and m.start() < p.end for p in found)
    ]


def _again(text: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """诸暨、嵊州两地…,其中诸暨94%: a short name that was known once in a sentence is known behind 其中."""
    if "其中" not in text:
        return []
    known = {text[p.start : p.end]: p.codes for p in found if p.kind == "division"}
    again = (
        re.match(re.escape(word), text[m.end() :]) and (m.end(), word)
        for m in re.finditer("其中", text)
        for word in known
    )
    return [
        PlaceMention(at, at + len(word), known[word])
        for at, word in filter(None, again)
        if not any(p.start <= at < p.end for p in found)
    ]


_COUNTED = re.compile(
    r"(?<![其其他一-龥])(?P<count>\d+|[二两三四五六七八九十]{1,3})个?(?P<noun>县\((?:市|市、区)\)|县市|城区|市辖区)"
)


def _counted(text: str, context: str | None) -> list[PlaceMention]:
    """七县(市), 三个城区: all of a city's counties, or its districts, where it has as many."""
    if context is None or ("县" not in text and "区" not in text):
        return []
    inner = districts(context)
    outer = tuple(c for c in vocabulary().children(context) if c not in inner) if context in vocabulary().places else ()
    found = []
    for match in _COUNTED.finditer(text):
        codes = inner if match["noun"].endswith("城区") or match["noun"] == "市辖区" else outer
        codes = tuple(sorted((*inner, *outer))) if "区)" in match["noun"] else codes
        if codes and len(codes) == number(match["count"]):
            found.append(PlaceMention(match.start(), match.end(), codes, "group"))
    return found


_CAMPUS = re.compile(r"(?=([一-龥]{2,3}(?:新区)?)(?:院区|分院))")


def _campuses(text: str, found: Sequence[PlaceMention], context: str | None) -> list[PlaceMention]:
    """市口腔医院滨海院区: the county of the province that a campus is named after."""
    if context is None or ("院区" not in text and "分院" not in text):
        return []
    names = _bare_names(province(context) or "")
    return [
        PlaceMention(m.start(1), m.end(1), (names[m[1]],))
        for m in _CAMPUS.finditer(text)
        if m[1] in names and not any(p.start < m.end(1) and m.start(1) < p.end for p in found)
    ]


_LISTED = re.compile(
    r"(?<![一-龥])[一-龥]{2,3}(?=[、和及各等,)]|[一二三四五六七八九十两\d]+个?(?:县|市|区))|(?<=[和及与、建在对向为给于])[一-龥]{2,3}(?=[、各等,)]|[一二三四五六七八九十两\d]+个?(?:县|市|区)|\d+[个家所])"
)


def _listed(text: str, found: Sequence[PlaceMention], context: str | None) -> list[PlaceMention]:
    """丰顺、大埔、兴宁各1个: members of a list by their bare names, once one of them is known."""
    if context is None:
        return []
    names = _bare_names(province(context) or "")
    listed = [
        PlaceMention(m.start(), m.end(), (names[m[0]],))
        for m in _LISTED.finditer(text)
        if m[0] in names and not any(p.start < m.end() and m.start() < p.end for p in found)
    ]
    return listed if found or _are_joined(text, listed) else []


def _are_joined(text: str, listed: Sequence[PlaceMention]) -> bool:
    """樊城、襄州2个: two bare names side by side make each other known."""
    words = [text[p.start : p.end] for p in listed]
    return len(listed) > 1 and not _COMMON & set(words) and all(a.end + 1 == b.start for a, b in pairwise(listed))


_ETHNIC = re.compile(r"([一-龥]{2,3}?)(?:各族|(?:[一-龥]{1,3}族)+)自治[县旗]$")


@cache
def _bare_names(code: str) -> dict[str, str]:
    """The counties of a province by their names without 县, 市 or 区."""
    book = vocabulary()
    counties = [book.places[c] for c in book.descendants(code) if book.places[c].level == 3]
    bare = {p.zh[:-1]: p.code for p in counties if len(p.zh) in (3, 4)}
    bare |= {p.zh.removesuffix("新区"): p.code for p in counties if p.zh.endswith("新区")}
    ethnic = {m[1]: p.code for p in counties if (m := _ETHNIC.match(p.zh))}
    return bare | ethnic | {name + "县": code for name, code in ethnic.items()}


def _named(text: str, label: Label, context: str | None) -> PlaceMention | None:
    groups = [id for kind, id in label.candidates if kind == "group"]
    codes = [id for kind, id in label.candidates if kind == "place"]
    if not groups and not codes:
        return None
    if _BLOCKED_BEFORE.search(text[max(0, label.start - 4) : label.start]):
        return None
    book = vocabulary()
    if text[label.end : label.end + 1] in tuple("—–-") and "CN" in codes:
        return None  # 中国—东盟 names two
    if text[label.end : label.end + 1] == "级":
        return None  # 盐城市级重点专科 names a tier
    if groups:
        group = min(groups, key=lambda g: (not _shares(book.groups[g].province, context), g))
        if (
            book.groups[group].province
            and context
            and not _shares(book.groups[group].province, context)
            and context != "CN"
        ):
            return None
        return PlaceMention(label.start, label.end, tuple(sorted(book.groups[group].members)), "group")
    best = min((book.places[c] for c in codes), key=lambda p: _rank(p, context))
    word = text[label.start : label.end]
    if not _is_plausible(text, label, word, best, context):
        return None
    return PlaceMention(label.start, label.end, (best.code,))


def _rank(place: Place, context: str | None) -> tuple[bool, bool, int, str]:
    """Prefer the context itself, then what lies in its province, then the higher division."""
    return (place.code != context, not _shares(place.code, context), place.level, place.code)


def province(code: str | None) -> str | None:
    """The province of a division, itself included."""
    if code is None or code not in vocabulary().places or len(code) != 6:
        return None
    return code[:2] + "0000"


def _shares(code: str | None, context: str | None) -> bool:
    return code is not None and province(code) == province(context) and province(code) is not None


def _is_plausible(text: str, label: Label, word: str, place: Place, context: str | None) -> bool:
    """Short county names are words too (公安, 互助): they need a neighbour or the province of the document."""
    if place.level <= 1:
        return True
    if word.endswith("区") and text[label.end : label.end + 1] in ("域", "间"):
        return False
    if place.level == 3 and context not in (None, "CN") and not _shares(place.code, context):
        return _follows_parent(text, label, place)
    if word[-1] in _SUFFIX and (len(word) > 2 or word[-1] == "县"):
        return True
    if place.level == 2:
        return word not in ("中山", "东方", "海口港") or _shares(place.code, context)
    if word in _COMMON:
        return False
    before, after = text[max(0, label.start - 1) : label.start], text[label.end : label.end + 1]
    return _shares(place.code, context) and (
        not before or before in "、,和及在为与:;(" or after in ("、", "和", "等", "各", "")
    )


def is_distinct(word: str) -> bool:
    """Whether a short county name is no everyday word."""
    return word not in _COMMON


def _follows_parent(text: str, label: Label, place: Place) -> bool:
    """北京市朝阳区 in a document of another province: the county's own city or province stands before it."""
    before = text[max(0, label.start - 8) : label.start]
    parents = [vocabulary().places[code] for code in vocabulary().ancestors(place.code) if code != "CN"]
    return any(before.endswith((p.zh, p.short_zh)) for p in parents if p.short_zh)


def _anaphor(match: re.Match[str], context: str | None) -> PlaceMention | None:
    code = _referent(match, context)
    kind = "division" if match["capital"] else "anaphor"
    return PlaceMention(match.start(), match.end(), (code,), kind) if code else None


def _referent(match: re.Match[str], context: str | None) -> str | None:
    if match["country"]:
        return "CN"
    if context is None or context not in vocabulary().places:
        return None
    if match["capital"]:
        home = province(context)
        return home[:2] + "0100" if home and home[:2] + "0100" in vocabulary().places else None
    if match["province"]:
        return province(context) or context
    chain = (context, *vocabulary().ancestors(context))
    level = 2 if match["city"] else 3
    if match["city"] and vocabulary().places[context].zh.endswith("市"):
        return context
    if match["area"]:
        return context
    return next((code for code in chain if vocabulary().places[code].level == level), context)


_ORGANIZATION = re.compile(
    r"[一-龥]{0,14}?(?:人民医院|中医医院|中医院|中心医院|妇幼保健院|儿童医院|专科医院|附属[一-龥]{0,6}医院|医院|中心卫生院|卫生院|疾控中心|疾病预防控制中心|血液中心|急救中心|保健院|卫健委|卫健局|卫生健康委员会|卫生健康委|卫生健康局|医保局|医疗保障局|医科大学|医学院|中医药大学)"
)
_VERB_INSIDE = re.compile(r"新建|改建|扩建|建设|建成|争取|创建|改造|新增|完成|获批|支持|选派|培训|设立|组建|引进")
_GENERIC_NAME = re.compile(
    r"^(?:[省市县区州]?(?:级)?)(?:公立|综合|人民)?医院$|[、,和及与将对向为等的各每]|[一二三]级|\d"
)


def organizations(text: str, labels: Sequence[Label], found: Sequence[PlaceMention]) -> list[OrganizationMention]:
    """Hospitals and bodies by name: those of the register, and those that begin with a place."""
    book = vocabulary()
    named = []
    for label in labels:
        ids = [id for kind, id in label.candidates if kind == "hospital"]
        if ids and not any(kind == "place" for kind, _ in label.candidates):
            word = text[label.start : label.end]
            named.append(OrganizationMention(label.start, label.end, word, leading_place(word, labels, label.start)))
    for place in found:
        if place.kind != "division" or any(n.start <= place.start < n.end for n in named):
            continue
        match = _ORGANIZATION.match(text, place.end)
        if match and not _VERB_INSIDE.search(match[0]) and not _GENERIC_NAME.search(match[0][:-2]) and book.places:
            named.append(OrganizationMention(place.start, match.end(), text[place.start : match.end()], place.codes[0]))
    return sorted(named, key=lambda o: o.start)


_UNIVERSITY = re.compile(r"[一-龥]{2,6}?(?:大学|医学院)")


def leading_place(name: str, labels: Sequence[Label], start: int) -> str | None:
    """The division that a hospital's name begins with (南充市中心医院 → 511300); not where it stands, nor the place
    in its university's name."""
    if _UNIVERSITY.match(name):
        return None
    table = _place_words()
    for length in range(min(len(name), 12), 1, -1):
        code = table.get(name[:length])
        if code is not None:
            longer = table.get(name[: length + 8][length:])
            return longer if longer and _shares(longer, code) else _deeper(name, length, code)
    return None


def _deeper(name: str, length: int, code: str) -> str:
    """四川省成都市X医院 names Chengdu: the smallest division of the chain that opens the name."""
    table = _place_words()
    for end in range(min(len(name), length + 10), length + 1, -1):
        inner = table.get(name[length:end])
        if inner is not None and code in vocabulary().ancestors(inner):
            return inner
    return code


_PEOPLE = frozenset({"中山", "黄石", "东方"})  # hospitals are named after people and directions, too
_WORDS: dict[str, str] = {}


def _place_words() -> dict[str, str]:
    """Place labels that stand for one place, or the highest of those they stand for."""
    if not _WORDS:
        book = vocabulary()
        for place in sorted(book.places.values(), key=lambda p: (-p.level, p.code), reverse=False):
            if len(place.code) != 6:
                continue
            for word in (place.zh, place.short_zh):
                if word and len(word) > 1 and word not in _PEOPLE:
                    _WORDS[word] = place.code
    return _WORDS
