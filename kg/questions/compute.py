"""Numbers from statements: picked, compared, subtracted, added up."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.questions.candidate import Candidate
from kg.questions.match import THRESHOLD, Match, fits_unit
from kg.questions.quoted import changes, counts_places, says_new, says_operation
from kg.questions.reading import NumberWord, PlaceName, QuestionReading
from kg.questions.scope import Area, exactly, year_fit
from ontology.codes import UNITS
from ontology.vocabulary import Vocabulary

NEAR = 0.06  # how much worse than the best a statement may fit and still compete


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the statements that it rests on."""

    value: float
    unit: str
    used: tuple[Candidate, ...]
    value_max: float | None = None
    status: str | None = None
    period: str | None = None


def amounts(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> tuple[Amount, ...]:
    """The numbers that answer; none where no statement fits or where statements that fit alike say otherwise."""
    operations = reading.operations
    if reading.excluded:
        return ()
    counted = [match for match in found if match.candidate.value is not None and fits_unit(reading, match.candidate)]
    if "reached" in operations:
        counted = [match for match in counted if match.candidate.change == "level"]
    if reading.place_kind is not None:
        each = "per_place" in operations
        counted = [m for m in counted if counts_places(m.candidate) or (each and m.candidate.each)]
    if "remaining" in operations:
        return _one(_remaining(counted))
    if "sum_parts" in operations and (area.around or "rest" in operations or len(area.named) < 2):
        return _one(_sum_of_parts(reading, counted, area, vocabulary))
    if "difference" in operations and "gap" not in operations:
        return _one(_difference(reading, counted, area, vocabulary))
    if {"sum", "sum_parts"} & operations and sum(1 if p.homonyms else len(p.codes) for p in area.named) > 1:
        return _one(_sum_of_places(counted, area, vocabulary))
    if {"sum", "sum_parts"} & operations and len(reading.years) > 1 and len(reading.levels) < 2:
        return _one(_sum_of_years(reading, counted))
    if "gap" in operations:
        return _one(_gap(reading, counted))
    if "baseline" in operations:
        before = _baseline(best(counted))
        after = _single(reading, [match for match in counted if match.candidate.baseline_value is not None])
        return (before, after) if before and after and "reached" in operations else _one(before)
    if len(reading.levels) > 1:
        by_level = _by_level(reading, counted)
        if not by_level:
            return _one(_single(reading, [match for match in counted if match.candidate.level is None]))
        return _one(_added(by_level)) if by_level and {"sum", "sum_parts"} & operations else by_level
    if len(reading.years) > 1:
        return _each_has([_single(reading, [m for m in counted if m.candidate.year == year]) for year in reading.years])
    if "each" in operations and len(area.named) > 1:
        ones = _each_has([_single(reading, _of_place(place, counted, area, vocabulary)) for place in area.named])
        return ones[:1] if "per_place" in operations and len({one.used for one in ones}) == 1 else ones
    return _one(_single(reading, counted))


def best(found: Sequence[Match]) -> list[Match]:
    """The matches that fit well enough, and about as well as the best."""
    if not found or found[0].score < THRESHOLD:
        return []
    return [match for match in found if match.score >= max(THRESHOLD, found[0].score - NEAR)]


def narrowed(reading: QuestionReading, found: list[Match]) -> list[Match]:
    """The matches that are left when those give way that fit less in one respect after another, until all that are
    left say the same: a part of a total, another year than the latest, a change instead of a level, a worse score."""
    ways: list[Callable[[Match], object]] = [
        lambda match: not match.by_baseline,
        lambda match: match.exact,
        lambda match: (
            reading.status is None or (reading.status == "achieved") == (match.candidate.status == "achieved")
        ),
        lambda match: match.candidate.change == "level",
        lambda match: round(match.score, 2),
    ]
    if reading.status is None and not reading.years:
        ways.insert(
            3, lambda match: match.candidate.status == "achieved" or match.candidate.measure_kind != "indicator"
        )
    if not reading.years and all(match.candidate.year for match in found):
        ways.insert(4, lambda match: match.candidate.year)
    for way in ways:
        if len({_said(match.candidate) for match in found}) < 2:
            break
        top = max(way(match) for match in found)  # type: ignore[type-var]
        found = [match for match in found if way(match) == top]
    return found


def _said(candidate: Candidate) -> tuple[float | None, float | None, str]:
    return candidate.value, candidate.value_max, candidate.unit


def holds(candidate: Candidate, number: NumberWord) -> bool | None:
    """Whether a statement's number keeps a bound; None where its own vagueness leaves it open."""
    value, asked = candidate.value, number.value
    assert value is not None
    if number.bound == "ge":
        return value >= asked or (None if candidate.comparator in ("ge", "gt") else False)
    if number.bound == "gt":
        return value > asked or (amounts_to(value, asked) and candidate.comparator == "gt")
    if number.bound == "le":
        return value <= asked
    if number.bound == "lt":
        return value < asked
    return amounts_to(value, asked)


def amounts_to(value: float | None, asked: float) -> bool:
    return value is not None and math.isclose(value, asked)


def _one(amount: Amount | None) -> tuple[Amount, ...]:
    return (amount,) if amount else ()


def _single(reading: QuestionReading, counted: list[Match]) -> Amount | None:
    left = narrowed(reading, best(counted))
    if not left or len({_said(match.candidate) for match in left}) > 1:
        return None
    if all(match.by_baseline for match in left):
        return _baseline(left)
    return _amount([match.candidate for match in left if not match.by_baseline])


def _amount(candidates: list[Candidate]) -> Amount | None:
    if not candidates or candidates[0].value is None:
        return None
    first = candidates[0]
    assert first.value is not None
    return Amount(first.value, first.unit, tuple(candidates), first.value_max, first.status, first.period)


def _baseline(found: list[Match]) -> Amount | None:
    """The value that a statement's number is compared with."""
    with_one = [match.candidate for match in found if match.candidate.baseline_value is not None]
    values = {candidate.baseline_value for candidate in with_one}
    if len(values) != 1:
        return None
    value, year = with_one[0].baseline_value, with_one[0].baseline_year
    assert value is not None
    return Amount(value, with_one[0].unit, tuple(with_one), status="achieved", period=str(year) if year else None)


def _by_level(reading: QuestionReading, counted: list[Match]) -> tuple[Amount, ...]:
    """One number for every tier asked for; none unless each has one."""
    return _each_has([_single(reading, [m for m in counted if m.candidate.level == level]) for level in reading.levels])


def _each_has(found: list[Amount | None]) -> tuple[Amount, ...]:
    """The numbers of several years or places; none unless each has one."""
    known = tuple(amount for amount in found if amount is not None)
    return known if len(known) == len(found) else ()


def _gap(reading: QuestionReading, counted: list[Match]) -> Amount | None:
    """What is missing between the latest level reached and the one that is to be reached."""
    goals = [match for match in counted if match.candidate.status in ("planned", "sought")]
    return _between(
        [_single(reading, goals), _single(reading, [m for m in counted if m.candidate.status == "achieved"])]
    )


def _remaining(counted: list[Match]) -> Amount | None:
    """What is left of a total when those are taken away that a statement of the same document says are finished; what
    a statement itself says is left."""
    top = [match.candidate for match in counted if match.score >= THRESHOLD - 0.1]
    left = [c for c in top if says_operation("remaining", c) or c.status == "underway"]
    if left:
        return _amount(left) if len({_said(candidate) for candidate in left}) == 1 else None
    done = [c for c in top if c.status == "achieved" and says_operation("finished", c)]
    whole = [c for c in top if c not in done and c.change == "level" and not c.each]
    if len({_said(c) for c in done}) != 1 or len({_said(c) for c in whole}) != 1:
        return None
    first, second = whole[0], done[0]
    if (first.measure_key, first.places, first.mentions[0].document) != (
        second.measure_key,
        second.places,
        second.mentions[0].document,
    ):
        return None
    return _between([_amount(whole), _amount(done)])


def _difference(reading: QuestionReading, counted: list[Match], area: Area, vocabulary: Vocabulary) -> Amount | None:
    """A change that is stated, or that follows from a baseline, from two years or from two places."""
    if len(area.named) == 2:
        sides = [_of_place(place, counted, area, vocabulary) for place in area.named]
        dates = [*reading.years, *reading.baseline_years]
        if len(dates) == 2:
            sides = [in_year(side, year) for side, year in zip(sides, dates, strict=True)]
        return _between([_single(reading, side) for side in sides])
    years = sorted({*reading.years, *reading.baseline_years})
    if len(reading.levels) == 2 and len(years) < 2:
        tiers = [[match for match in counted if match.candidate.level == level] for level in reading.levels]
        return _between([_single(reading, tier) for tier in tiers])
    top = best(counted)
    based = [match for match in top if _baseline_fits(match.candidate, years)]
    if based:
        return _since_baseline(narrowed(reading, based))
    if len(years) == 2:
        dated = [[match for match in counted if match.candidate.year == year] for year in years]
        return _between([_single(replace(reading, years=(year,)), of) for year, of in zip(years, dated, strict=True)])
    changed = [match for match in top if match.candidate.change != "level"]
    changed = changed or [match for match in top if match.candidate.unit not in UNITS]
    if changed:
        return _single(reading, changed)
    added = [match for match in top if says_new(match.candidate)] if "new" in reading.aspects and not years else []
    return _told_change(top) or (_single(reading, added) if added else None)


def _told_change(found: list[Match]) -> Amount | None:
    """A change that the quotes tell beside the level that was reached."""
    told = {change: match.candidate for match in found for change in changes(match.candidate)}
    if len(told) != 1:
        return None
    (value, unit), candidate = next(iter(told.items()))
    return Amount(value, unit, (candidate,), status=candidate.status, period=candidate.period)


def _baseline_fits(candidate: Candidate, years: list[int]) -> bool:
    if candidate.baseline_value is None:
        return False
    if years and candidate.year not in years and (len(years) == 2 or candidate.baseline_year not in years):
        return False
    if len(years) == 1 and candidate.year in years:
        return True  # by how much it is to fall by 2030, from whatever year
    return not years or candidate.baseline_year is None or candidate.baseline_year in years


def _since_baseline(found: list[Match]) -> Amount | None:
    changes = {
        round(abs(match.candidate.value - match.candidate.baseline_value), 9)
        for match in found
        if match.candidate.value is not None and match.candidate.baseline_value is not None
    }
    if len(changes) != 1:
        return None
    candidates = tuple(match.candidate for match in found)
    unit = "percentage_point" if candidates[0].unit == "percent" else candidates[0].unit
    return Amount(changes.pop(), unit, candidates, status=candidates[0].status, period=candidates[0].period)


def same_unit(first: str, second: str) -> bool:
    """Whether numbers of two units can be compared: per thousand is said in two ways."""
    return first == second or {first, second} == {"permille", "per_1000"}


def _between(pair: Sequence[Amount | None]) -> Amount | None:
    first, second = pair
    if first is None or second is None or not same_unit(first.unit, second.unit):
        return None
    return Amount(round(abs(first.value - second.value), 9), first.unit, (*first.used, *second.used))


def in_year(found: Iterable[Match], year: int) -> list[Match]:
    """The matches of one year, those among them by their baseline marked."""
    fits = [(match, *year_fit((year,), match.candidate)) for match in found]
    return [replace(match, by_baseline=by_baseline) for match, fit, by_baseline in fits if fit]


def _of_place(place: PlaceName, counted: list[Match], area: Area, vocabulary: Vocabulary) -> list[Match]:
    """The matches whose number is that of one of the places named."""
    alone = replace(area, named=(place,), codes=frozenset(place.codes))
    return [match for match in counted if exactly(alone, match.candidate, vocabulary)]


def _sum_of_places(counted: list[Match], area: Area, vocabulary: Vocabulary) -> Amount | None:
    """The numbers of the places named, added up; None unless each has one."""
    together = [match for match in best(counted) if set(match.candidate.places) == set(area.codes)]
    if together and not together[0].candidate.each:
        return _amount([match.candidate for match in together[:1]])
    shares = [_share(place, counted, area, vocabulary) for place in area.named]
    if any(share is None for share in shares):
        return None
    return _added([share for share in shares if share is not None])


def _sum_of_years(reading: QuestionReading, counted: list[Match]) -> Amount | None:
    """The numbers of the years named, added up; None unless each has one."""
    ones = _each_has([_single(reading, [m for m in counted if m.candidate.year == year]) for year in reading.years])
    return _added(ones) if ones else None


def _share(place: PlaceName, counted: list[Match], area: Area, vocabulary: Vocabulary) -> Amount | None:
    whole = set(place.codes)
    for match in best(counted):
        candidate = match.candidate
        if whole <= set(candidate.places) and (candidate.each or len(candidate.places) == 1):
            return Amount((candidate.value or 0) * len(whole), candidate.unit, (candidate,))
    return None


def _sum_of_parts(reading: QuestionReading, counted: list[Match], area: Area, vocabulary: Vocabulary) -> Amount | None:
    """The parts of a distribution added up: every place once, those that are named or, with "the rest", all."""
    parts = [match.candidate for match in _parts(counted, area, vocabulary)]
    if "rest" not in reading.operations and area.around:
        parts = [part for part in parts if set(part.places) <= {code for p in area.named for code in p.codes}]
    seen: set[str] = set()
    used = []
    for part in parts:
        if not seen & set(part.places):
            used.append(part)
            seen |= set(part.places)
    if len(used) < 2 or len({part.unit for part in used}) > 1 or not _complete(reading, seen, area, vocabulary):
        return None
    return _added([Amount((p.value or 0) * (len(p.places) if p.each else 1), p.unit, (p,)) for p in used])


def _complete(reading: QuestionReading, seen: set[str], area: Area, vocabulary: Vocabulary) -> bool:
    """Whether parts are of all places named and, with "the rest", of all divisions of the place around them."""
    if not {code for place in area.named if area.around for code in place.codes} <= seen:
        return False
    if "rest" not in reading.operations:
        return True
    holders = {code for place in area.around or area.named for code in place.codes}
    levels = {vocabulary.places[code].level for code in seen}
    divisions = {code for holder in holders for code in vocabulary.descendants(holder)}
    return {code for code in divisions if vocabulary.places[code].level in levels} <= seen


def _parts(counted: list[Match], area: Area, vocabulary: Vocabulary) -> list[Match]:
    """Statements about divisions of one place, in one year, of the best measure: `each`, or of one division."""
    holders = {code for place in area.around or area.named for code in place.codes}
    inside = [
        match
        for match in counted
        if match.score >= THRESHOLD - 0.2
        and match.candidate.places
        and all(holders & set(vocabulary.ancestors(code)) for code in match.candidate.places)
        and (match.candidate.each or len(match.candidate.places) == 1)
    ]
    if not inside:
        return []
    top = max(inside, key=lambda match: match.score).candidate
    return [
        match
        for match in inside
        if match.candidate.measure_key == top.measure_key and match.candidate.year == top.year
    ]  # fmt: skip


def _added(shares: Iterable[Amount]) -> Amount | None:
    shares = list(shares)
    if len({share.unit for share in shares}) != 1:
        return None
    used = tuple(dict.fromkeys(candidate for share in shares for candidate in share.used))
    status = used[0].status if len({candidate.status for candidate in used}) == 1 else None
    return Amount(round(sum(share.value for share in shares), 9), shares[0].unit, used, status=status)
