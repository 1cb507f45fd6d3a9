"""A thing without a number as a reading: its span, places, date; and what makes a label a thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter

from languages.mention import PlaceMention, Span
from languages.reading import Reading
from languages.recognize import Label
from languages.zh.circumstances import excepted_in
from languages.zh.clauses import Clause
from languages.zh.divisions import every, members, narrowest
from languages.zh.lexicon import alternation, lexicon
from languages.zh.measures import level_of, named
from languages.zh.sentence import ANOTHER, Sentence, State, is_parted, within
from ontology.codes import Comparator
from ontology.vocabulary import vocabulary

NAMEABLE = frozenset({"programme", "facility", "designation", "reform", "service"})


ALL = re.compile(
    r"全覆盖|全[省市县区域员民国]覆盖|全部|所有|(?<![平人户村])均(?!衡|等)|县县有|应[^,]{1,2}尽[^,]{1,2}|(?<!首)都(?!市|会|江)"
)


DESIGNATED = re.compile(
    r"(?:获评|入选|列入|列为|确定为|评为|晋升为?|升级为|创成|创建成?|争创|获批|通过|成为|纳入|命名为|认定为|被授予|获得|升格为|达到|建成|争取|申报|落户|作为|为(?=第.批|国家|全国|省级|首批)|挂牌|跻身|拿下|摘得|荣膺|升为|晋级|冲刺)"
)


_PARTICULAR = re.compile(
    r"(?:共体|联体|集团|联盟|协作网|次中心|影像云|医保云|互联网医院|社区医院|五大中心|急救中心|共享中心|公共卫生中心|儿童医学中心|救治站|院区|一中心|工作室|中医馆|癌症中心|卒中中心|胸痛中心|创伤中心|网络|基地|数据中心|委员会|康复中心|远程医疗中心)$"
)


_TIER_BEFORE = re.compile(r"(国家级|(?:国家|全国)(?=[“《]?$)|省级|自治区级|市级|县级)的?(?:“[^”]*”[和、与])*[“《]?$")
_NATIONAL = re.compile(
    r"(国家)(?!级|基本|药品|医保|组织)[一-龥]{2,20}(?:试点|基地|中心|示范区|示范市|示范县|示范项目|分中心)"
)
_ENDS_TIER = tuple("级家国的和、与“《")
_POOLED = re.compile(r"(省级|自治区级|市级|全国)(?:统筹|调剂)")


def thing(
    sentence: Sentence,
    clause: Clause,
    start: int,
    end: int,
    state: State,
    *,
    rule: str,
    comparator: Comparator | None = None,
    word: Span | None = None,
) -> Reading:
    """A thing as a reading; `word` says how many it is (全覆盖) or what happened to it (投用): its evidence holds it too."""
    read = named(sentence.text, start, end, sentence.labels)
    tier = None
    if read.level is None:
        ahead = sentence.text.endswith(_ENDS_TIER, clause.start, start)
        tier = _TIER_BEFORE.search(sentence.text, clause.start, start) if ahead else None
        tier = tier or _POOLED.match(sentence.text, end, clause.end) or _NATIONAL.match(sentence.text, start, end)
    codes = _places(sentence, clause, start, end, state)
    dates = list(within(sentence.dates, clause.start, clause.end))
    if comparator is None and ALL.search(sentence.text, max(clause.start, start - 8), min(clause.end, end + 8)):
        comparator = "all"
    first, last = _verb_start(sentence, clause, start), _to_places(sentence, clause, end, codes)
    if word is not None:
        first, last = min(first, word.start), max(last, word.end)
    s, e = sentence.span(first, last)
    return Reading(
        start=s, end=e, rule=rule, comparator=comparator, level=level_of(tier[1]) if tier else read.level, measure=read.id, label=read.label,
        specialty=read.specialty, places=codes, period=dates[-1].period if dates else state.period,
        organizations=tuple(o.name for o in within(sentence.organizations, clause.start, clause.end)),
    )  # fmt: skip


@cache
def verb_of_two() -> re.Pattern[str]:
    """The verbs of two characters and more."""
    return re.compile(alternation(w for w in lexicon()["verbs"] if len(w) > 1))


def _verb_start(sentence: Sentence, clause: Clause, start: int) -> int:
    text, at = sentence.text[clause.start : clause.end], start - clause.start
    starts, ends = _verbs(text)
    for i in range(bisect_left(starts, at - 16), bisect_left(starts, at)):
        if _in_name(sentence, clause.start + starts[i]):
            continue
        shorter = None if ends[i] <= at else verb_of_two().search(text, starts[i], at)
        if ends[i] <= at or shorter:
            return clause.start + (shorter.start() if shorter else starts[i])
    return start


def _in_name(sentence: Sentence, at: int) -> bool:
    """Whether a position is inside a label: 服务 of 社区卫生服务中心 is no verb."""
    before = bisect_left(sentence.labels, at, key=attrgetter("start"))
    return before > 0 and at < sentence.labels[before - 1].end


@lru_cache(maxsize=16)
def _verbs(clause: str) -> tuple[list[int], list[int]]:
    """Where the verbs of a clause start and end, in order: asked for each thing in it."""
    found = list(verb_of_two().finditer(clause))
    return [m.start() for m in found], [m.end() for m in found]


def _own(sentence: Sentence, clause: Clause, end: int) -> list[PlaceMention]:
    """The places before a thing, and those listed behind it before another thing is."""
    places = within(sentence.places, clause.start, clause.end)
    count = bisect_left(places, end, key=attrgetter("start"))
    if count == len(places):
        return places
    first, last = places[count].start, max(end, sentence.places.reach(end))
    parted = is_parted(sentence.text, last, first) if last > end else ANOTHER.search(sentence.text, end, first)
    if parted:
        return places[:count]
    following = bisect_right(sentence.apart, first)  # another thing stands before it, and before all behind it
    stop = sentence.apart[following] if following < len(sentence.apart) else clause.end
    return places[: bisect_left(places, stop, key=attrgetter("start"))]


def _to_places(sentence: Sentence, clause: Clause, end: int, codes: tuple[str, ...] | None) -> int:
    """Where the evidence ends: behind the places that a thing falls to (…项目落户泸州、南充)."""
    theirs = frozenset(codes or ())
    if not any(not theirs.isdisjoint(p.codes) for p in sentence.places.starting(end, end + 12)):
        return end
    behind = within(sentence.places, end, clause.end)
    return next((p.end for p in reversed(behind) if not theirs.isdisjoint(p.codes)), end)


def _places(sentence: Sentence, clause: Clause, start: int, end: int, state: State) -> tuple[str, ...] | None:
    excepted = excepted_in(sentence, clause.start, start) if "除" in sentence.text else ()
    if excepted:
        rest = [r for r in sentence.remainders if clause.start <= r.start < start]
        rest = rest or every(sentence.text[clause.start : start])
        if rest:
            return members(rest[0].noun, sentence.context.place, excepted) or None
    own = _own(sentence, clause, end)
    verb = DESIGNATED.search(sentence.text, clause.start, start) if own else None
    named_here = [p for p in own if start not in (p.start, p.end) or not _is_nation(sentence, p)]
    if verb:
        subjects = [p for p in within(sentence.places, clause.start, verb.start()) if _is_subject(sentence, p)]
        named_here = subjects or named_here
    codes = tuple(sorted({c for p in named_here if p.kind != "anaphor" for c in p.codes}))
    if not codes and named_here:
        codes = named_here[-1].codes
    return narrowest(codes) or state.places


def _is_nation(sentence: Sentence, place: PlaceMention) -> bool:
    """获批全国医保影像云试点: of the nation, not in all of it."""
    return place.codes == ("CN",) and place.kind == "anaphor" and sentence.context.place != "CN"


def _is_subject(sentence: Sentence, place: PlaceMention) -> bool:
    return place.kind != "anaphor" and sentence.text[place.end : place.end + 1] not in "省市县"


def is_term(label: Label) -> bool:
    return any(kind in NAMEABLE or kind in ("indicator", "staff") for kind, _ in label.candidates)


def is_nameable(label: Label) -> bool:
    return any(kind in NAMEABLE or id == "fifteen-minute-reach" for kind, id in label.candidates)


def overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(t.start < span.end and span.start < t.end for t in taken)


def is_generic(label: Label) -> bool:
    """A class of institutions (医院, 医疗机构), no undertaking: to strengthen it is no commitment of its own."""
    for kind, id in label.candidates:
        if kind == "facility" and not _PARTICULAR.search(vocabulary().terms[id].zh):
            return True
    return False
