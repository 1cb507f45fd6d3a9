"""Whether: what a question supposes, held against the statements about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.questions.candidate import Candidate
from kg.questions.compute import Amount, amounts, amounts_to, best, holds, in_year, same_unit
from kg.questions.lexicon import lexicon
from kg.questions.match import Match
from kg.questions.quoted import says_operation
from kg.questions.reading import PlaceName, QuestionReading
from kg.questions.scope import Area, exactly
from ontology.codes import STATUSES, Level, Status
from ontology.vocabulary import Vocabulary

_FURTHEST: tuple[Status, ...] = ("achieved", "underway", "planned", "sought", "conditional", "withdrawn")
# the statuses that make a supposition true, by the status that the question speaks of
_TRUE: dict[Status, frozenset[Status]] = {
    "achieved": frozenset({"achieved"}),
    "underway": frozenset({"underway", "achieved"}),
    "planned": frozenset({"planned", "sought", "underway", "achieved", "conditional"}),
    "sought": frozenset({"sought", "planned", "underway"}),
    "conditional": frozenset({"conditional"}),
    "withdrawn": frozenset({"withdrawn"}),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    truth: bool
    used: tuple[Candidate, ...]
    status: str | None = None


def verdict(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> Verdict | None:
    """Whether what is asked holds; None where no statement settles it."""
    if "same" in reading.operations:
        return _same(reading, found, area, vocabulary)
    if {"higher", "lower"} & reading.operations and not reading.numbers:
        return _compared(reading, found, area, vocabulary)
    top = [match.candidate for match in best(found)]
    if not top:
        return None
    if "met" in reading.operations and not reading.numbers:
        return _met(reading, found, area, vocabulary)
    if len(area.named) > 1 and not all(_tells(place, top, vocabulary) for place in area.named):
        return None
    if reading.numbers and any(candidate.value is not None for candidate in top):
        return _of_number(reading, [c for c in top if c.value is not None])
    return _of_status(reading, top)


def _of_status(reading: QuestionReading, top: list[Candidate]) -> Verdict | None:
    furthest = min(_not_withdrawn_since(top), key=lambda candidate: _FURTHEST.index(candidate.status))
    used = tuple(candidate for candidate in top if candidate.status == furthest.status)
    if "universal" in reading.operations and not any(_of_all(candidate) for candidate in used):
        return None
    if "postponed" in reading.operations:
        return Verdict(True, used, furthest.status)  # only what says so has come so far
    if furthest.status in ("achieved", "underway") and any(says_operation("denied", c) for c in used):
        return Verdict(False, used, furthest.status)
    none = tuple(candidate for candidate in used if candidate.value == 0)
    if none:
        return Verdict(False, none, furthest.status)
    if reading.status == "withdrawn" and furthest.status not in ("withdrawn", "achieved"):
        return None  # that nothing tells of an end does not tell that there is none
    if furthest.status == "withdrawn":
        return Verdict(reading.status == "withdrawn", used, furthest.status)
    if "granted" in reading.operations and reading.already and furthest.status in ("planned", "underway"):
        return None  # what is being built may well have been granted before
    wanted: Status = "achieved" if reading.already else reading.status or "planned"
    return Verdict(furthest.status in _TRUE[wanted], used, furthest.status)


def _of_all(candidate: Candidate) -> bool:
    """Whether a statement is of all the things that there are."""
    whole = candidate.unit == "percent" and candidate.value == 100
    return whole or candidate.each or candidate.comparator == "all"


def _not_withdrawn_since(top: list[Candidate]) -> list[Candidate]:
    """The statements without the promises that another one takes back for the same places, in that year or later."""
    ends = [candidate for candidate in top if candidate.status == "withdrawn"]
    return [
        candidate
        for candidate in top
        if candidate.status in ("achieved", "withdrawn")
        or not any(end.places == candidate.places and (end.year or 9999) >= (candidate.year or 0) for end in ends)
    ]


def _of_number(reading: QuestionReading, top: list[Candidate]) -> Verdict | None:
    number = reading.numbers[-1]
    if number.bound is None:
        said = [c for c in top if amounts_to(c.value, number.value)]
        if said and number.value == 0:
            return Verdict(True, tuple(said), said[0].status)
        said += [c for c in top if said and c.value == 0]
        return _of_status(reading, said or top)
    if reading.already or reading.status == "achieved":
        top = [candidate for candidate in top if candidate.status == "achieved"] or top
    settled = [(candidate, truth) for candidate in top if (truth := holds(candidate, number)) is not None]
    if number.bound == "eq" and any(truth for _, truth in settled):
        settled = [(candidate, truth) for candidate, truth in settled if truth]
    if not settled or len({truth for _, truth in settled}) > 1:
        return None
    truth = settled[0][1]
    if truth and reading.already:
        truth = any(candidate.status == "achieved" for candidate, _ in settled)
    return Verdict(truth, tuple(candidate for candidate, _ in settled), settled[0][0].status)


def _same(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> Verdict | None:
    """The numbers of two years, or of two places, tier by tier."""
    sides = _sides(reading, found, area, vocabulary)
    if len(sides) != 2 or not all(sides):
        return None
    first, second = ({_said(candidate) for candidate in side} for side in sides)
    used = tuple(candidate for side in sides for candidate in side)
    return Verdict(first == second, used)


def _said(candidate: Candidate) -> tuple[object, ...]:
    return candidate.level, candidate.specialty, candidate.value, candidate.value_max, candidate.unit


def _sides(
    reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary
) -> list[list[Candidate]]:
    counted = [match for match in best(found) if match.candidate.value is not None]
    years = sorted({*reading.years, *reading.baseline_years})
    if len(years) == 2:
        here = [match.candidate for match in counted if exactly(area, match.candidate, vocabulary) == 1.0]
        return [[candidate for candidate in here if candidate.year == year] for year in years]
    if len(area.named) == 2:
        ones = [replace(area, named=(place,)) for place in area.named]
        return [[m.candidate for m in counted if exactly(one, m.candidate, vocabulary)] for one in ones]
    return []


def _tells(place: PlaceName, top: list[Candidate], vocabulary: Vocabulary) -> bool:
    codes = {below for code in place.codes for below in (code, *vocabulary.descendants(code))}
    return any(codes & set(candidate.places) for candidate in top)


def _met(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> Verdict | None:
    """Whether what was achieved reached what was promised of the same thing; None unless both are known."""
    plain = replace(reading, operations=frozenset(), ask="number", status=None)
    fitting = [match for match in found if exactly(area, match.candidate, vocabulary)]
    promised = amounts(plain, [m for m in fitting if m.candidate.status in ("planned", "sought")], area, vocabulary)
    done = amounts(plain, [m for m in fitting if m.candidate.status == "achieved"], area, vocabulary)
    if len(promised) != 1 or len(done) != 1 or not same_unit(promised[0].unit, done[0].unit):
        return None
    downward = promised[0].used[0].comparator in ("le", "lt")
    truth = done[0].value <= promised[0].value if downward else done[0].value >= promised[0].value
    return Verdict(truth, (*promised[0].used, *done[0].used), "achieved")


def _levels_asked(reading: QuestionReading) -> list[Level]:
    """The tiers in the order of the question."""
    text, words = reading.text.casefold(), lexicon(reading.lang).levels
    firsts = {level: words[level].search(text) for level in reading.levels}
    return sorted(reading.levels, key=lambda level: found.start() if (found := firsts[level]) else len(text))


def _compared(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> Verdict | None:
    """Whether the first of two places, or of two years, has the higher (or lower) number."""
    pair = _pair(reading, found, area, vocabulary)
    if pair is None or not same_unit(pair[0].unit, pair[1].unit):
        return None
    higher = "higher" in reading.operations
    first, second = pair
    truth = first.value > second.value if higher else first.value < second.value
    return Verdict(truth, (*first.used, *second.used))


def _pair(
    reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary
) -> tuple[Amount, Amount] | None:
    plain = replace(reading, operations=frozenset(), ask="number", levels=(), years=(), baseline_years=())
    years = [*reading.years, *reading.baseline_years]
    if len(area.named) == 2:
        ones = [replace(area, named=(place,)) for place in area.named]
        sides = [[m for m in found if exactly(one, m.candidate, vocabulary)] for one in ones]
        if len(years) == 2:
            sides = [in_year(side, year) for side, year in zip(sides, years, strict=True)]
    elif len(years) == 2:
        sides = [[m for m in found if m.candidate.year == year] for year in years]
    elif len(reading.levels) == 2:
        sides = [[m for m in found if m.candidate.level == level] for level in _levels_asked(reading)]
    else:
        return None
    numbers = [amounts(plain, side, area, vocabulary) for side in sides]
    return (numbers[0][0], numbers[1][0]) if all(len(number) == 1 for number in numbers) else None


assert set(_FURTHEST) == set(STATUSES)
