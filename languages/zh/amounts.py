"""Amounts joined as they were meant: vectors (3个、5个), pairs from–to, and the text around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from languages.mention import Quantity
from languages.zh.clauses import Clause
from languages.zh.lexicon import alternation, lexicon
from languages.zh.phrases import CLIMBED, STRONG, is_in_term
from languages.zh.sentence import Sentence, within

_DELIMITER = re.compile(r"(?:、|,|和|及|以及|与|和约|、约)")
_BASE_YEAR = re.compile(r"(?:从|由|较|比)?((?:19|20)\d\d)年?(?:底|末)?(?:的|时)?")
_FROM = re.compile(r"(?:从|由|自)(?!而|此|于|[^,]{0,6}(?:承担|牵头|负责|组成))")


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its baseline; `left` and `right` bound the text that may hold its noun."""

    quantity: Quantity
    left: tuple[int, int]
    right: tuple[int, int]
    baseline: float | None = None
    baseline_year: str | None = None
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Amounts that share their surroundings: one, or a vector of several."""

    amounts: tuple[Amount, ...]
    left: tuple[int, int]
    right: tuple[int, int]


@cache
def _reaching() -> re.Pattern[str]:
    words = rf"(?:{alternation(lexicon()['reaching'])}|{CLIMBED})"
    return re.compile(
        rf"(?:\((?P<year>(?:19|20)\d\d)年?\))?(?:左右|以上)?,?(?:现|现已|已|分别|将|逐步|进一步|大幅|稳步|累计)*(?P<word>{words})(?:了|约|近)*"
        rf"(?:(?:去年|目前|今年|(?:19|20)\d\d年(?:底|末)?)的?)?(?:结余|约|近)?"
    )


def groups(sentence: Sentence, clause: Clause) -> list[Group]:
    """The amounts of a clause, ordered, with the text on both sides of each group."""
    found = [
        q
        for q in within(sentence.quantities, clause.start, clause.end)
        if not (_is_date(sentence, q) or _in_remainder(sentence, q) or _is_scope(sentence, q))
    ]
    runs = _runs(sentence.text, found)
    pairs = _pairs(sentence, clause, runs)
    return _bounded(sentence, clause, pairs)


def _is_date(sentence: Sentence, quantity: Quantity) -> bool:
    return sentence.dates.reach(quantity.end) > quantity.start


def _in_remainder(sentence: Sentence, quantity: Quantity) -> bool:
    return sentence.remainders.reach(quantity.start + 1) > quantity.start


_EXCEPTED = re.compile(r"[^,;。\d]{0,8}(?:之外|以外|外),")
_ATTENDED = re.compile(
    r"[^,;。\d]{0,8}(?:参加(?:会议|活动|发布会|大会|仪式|座谈)?(?=$|[,;。])|出席|到场|与会|(?:中外)?媒体)"
)
_PILOTS = re.compile(
    r"(?:\([^)]*\))?(?:作为|为|开展|列为|纳入|启动|率先)[^,;。]{0,24}(?:试点|改革|[首第][一二三四五]?批)"
)  # so many divisions
_OF_A_SHARE = re.compile(r"[^,;。\d]{1,14}的(?:比例|比重|占比|[^,;。\d]{2,8}率)")  # 能够提供6类以上服务的比例
_DIVISION = re.compile(
    r"(?:直管|设区|地级|县级)?(?:市|县|区|州|盟|旗|省)(?![级域直内属])(?:\([^)]*\))?+(?!为|作为|列为|纳入|被|全部|均|都)"
)
_SHARED = re.compile(r"(?:\([^)]*\))?(?:各|分别|共|合计)")
_RANK_AFTER = re.compile(r"[^,;。\d]{0,8}第[一二三四五六七八九十\d]+(?:位|名|[,。;)]|$)")


def _is_scope(sentence: Sentence, quantity: Quantity) -> bool:
    """4市 of 甲、乙、丙、丁4市各1个 says how many were named."""
    if _RANK_AFTER.match(sentence.text, quantity.end) or _EXCEPTED.match(sentence.text, quantity.end):
        return True
    if quantity.classifier in ("人", "名", "家") and _ATTENDED.match(sentence.text, quantity.end):
        return True
    if quantity.unit == "count" and _OF_A_SHARE.match(sentence.text, quantity.end):
        return True
    if quantity.classifier == "个" and _DIVISION.match(sentence.text, quantity.end):
        return any(p.end in (quantity.start, quantity.end) and p.kind != "anaphor" for p in sentence.places)
    if quantity.classifier not in tuple("市县区州省盟旗"):
        return False
    if _PILOTS.match(sentence.text, quantity.end):
        return False
    if any(p.end == quantity.start for p in sentence.places):
        return True
    return bool(_SHARED.match(sentence.text, quantity.end, quantity.end + 10))


def _runs(text: str, quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    runs: list[list[Quantity]] = []
    for quantity in quantities:
        gap = text[runs[-1][-1].end : quantity.start] if runs else None
        if gap is not None and _DELIMITER.fullmatch(gap) and quantity.change == "level":
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    return [_shared_unit(run) for run in runs]


def _shared_unit(run: list[Quantity]) -> list[Quantity]:
    """A unit written once holds for the bare numbers before it: 4.0和5.5‰."""
    first, last = run[0], run[-1]
    run = [replace(q, unit=last.unit, classifier=last.classifier) if q.unit is None else q for q in run]
    if first.change != "level" and all(q.change == "level" and q.unit == first.unit for q in run[1:]):
        run = [replace(q, change=first.change) for q in run]
    if last.comparator in ("lt", "le", "ge", "approx") and all(
        q.comparator == "eq" and q.unit == last.unit for q in run[:-1]
    ):
        run = [replace(q, comparator=last.comparator) for q in run]
    if first.comparator in ("ge", "le") and all(q.comparator == "eq" and q.unit == first.unit for q in run[1:]):
        run = [replace(q, comparator=first.comparator) for q in run]
    return run


Paired = tuple[list[Quantity], list[Quantity] | None, str | None]  # amounts, baselines, baseline year


def _pairs(sentence: Sentence, clause: Clause, runs: list[list[Quantity]]) -> list[Paired]:
    """Join 从X到Y: the first run becomes the baseline of the second."""
    paired: list[Paired] = []
    i = 0
    while i < len(runs):
        year = _from_to(sentence, clause, runs, i) if i + 1 < len(runs) else None
        if year is not None:
            paired.append((runs[i + 1], runs[i], year or None))
            i += 2
        else:
            paired.append((runs[i], None, None))
            i += 1
    return paired


def _from_to(sentence: Sentence, clause: Clause, runs: list[list[Quantity]], i: int) -> str | None:
    """The baseline's year ("" where none is stated) if run i leads to run i + 1; None if it does not."""
    first, second, text = runs[i], runs[i + 1], sentence.text
    if len(first) != len(second):
        return None
    gap = first[-1].end + _shared_noun(text, first[-1].end, second[0])
    match = _reaching().fullmatch(text, gap, second[0].start)
    if not match or first[0].change != "level":
        return None
    start = runs[i - 1][-1].end if i else clause.start
    lead = text[start : first[0].start]
    years = _BASE_YEAR.findall(lead)
    if (was := _YEAR_WAS.search(lead)) and "," in match[0]:
        return was[1]
    if match["year"]:
        return match["year"]
    froms = list(_FROM.finditer(lead))
    if froms:
        years = _BASE_YEAR.findall(lead[froms[-1].start() :])
        return _stated(years, lead, sentence)
    if match["word"] in ("达", "达到", "到", "至", "转为", "变为"):
        return None
    return _stated(years, lead, sentence)


def _shared_noun(text: str, start: int, second: Quantity) -> int:
    """How long the noun is that both ends of a move name: 由3个病区扩大到8个病区."""
    length = 0
    while (
        length < 8
        and text[start + length : start + length + 1] == text[second.end + length : second.end + length + 1] != ""
    ):
        length += 1
    return length if start + length < second.start else 0


def _stated(years: list[str], lead: str, sentence: Sentence) -> str:
    if years:
        return years[-1]
    date = sentence.context.date
    if date and re.search(r"(?:上年|去年)(?:底|末)?的?[^,]{0,4}$", lead):
        return str(int(date[:4]) - 1)
    return ""


_YEAR_WAS = re.compile(r"((?:19|20)\d\d)年(?:为|是)$")


def _bounded(sentence: Sentence, clause: Clause, paired: list[Paired]) -> list[Group]:
    """Divide the text between groups: up to the first delimiter it is the noun after, then the noun before."""
    text = sentence.text
    spans = [((base or run)[0].start, run[-1].end) for run, base, _ in paired]
    bounded = []
    cursor = clause.start
    for k, (run, base, year) in enumerate(paired):
        start, end = spans[k]
        stop = spans[k + 1][0] if k + 1 < len(spans) else clause.end
        split = _split(sentence, end, stop) if k + 1 < len(spans) else stop
        amounts = tuple(
            Amount(q, (cursor, start), (end, split), base[n].value if base else None, year, clause)
            for n, q in enumerate(run)
        )
        bounded.append(Group(amounts, (cursor, _before_from(text, cursor, start) if base else start), (end, split)))
        cursor = split
    return bounded


def _before_from(text: str, start: int, end: int) -> int:
    """Where 从 or 由 opens the baseline: the noun stands before it, if anything does."""
    froms = list(_FROM.finditer(text, start, end))
    return froms[-1].start() if froms and froms[-1].start() > start else end


def _split(sentence: Sentence, start: int, stop: int) -> int:
    for match in re.finditer(r"[、,;。:]|和|及|以及|与", sentence.text[start:stop]):
        at = start + match.start()
        if sentence.labels.reach(at) <= at and not _in_bracket(sentence.text, start, at):
            return at
    bracket = sentence.text.find("(", start, stop)
    if bracket > start:
        return bracket
    verb = next(
        (m for m in STRONG.finditer(sentence.text, start + 1, stop) if not is_in_term(sentence, m.start(), m.end())),
        None,
    )
    return verb.start() if verb else stop


def _in_bracket(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)
