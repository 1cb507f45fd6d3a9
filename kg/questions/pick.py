"""Places, bodies, dates, specialties and measures from the statements that fit a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.questions.body import places_of, same_body
from kg.questions.candidate import Candidate
from kg.questions.compute import amounts_to, best, holds, narrowed, same_unit
from kg.questions.match import Match
from kg.questions.quoted import bodies, dates_itself, is_other_name, names_too_few, says_operation, specialties_said
from kg.questions.reading import NumberWord, PlaceKind, QuestionReading
from kg.questions.scope import Area
from ontology.vocabulary import Place, Vocabulary

_LEVELS: dict[PlaceKind, tuple[int, ...]] = {"country": (0,), "province": (1,), "city": (2,), "county": (3,)}
_STATUS_ORDER = ("achieved", "underway", "planned", "sought", "conditional", "withdrawn")

NEARLY = 0.85  # from which score a statement is of the same thing as the best


@dataclass(frozen=True, slots=True)
class Pick:
    """One answer that is no number, with the statements that it rests on."""

    used: tuple[Candidate, ...]
    code: str | None = None
    zh: str | None = None
    en: str | None = None
    date: str | None = None
    status: str | None = None


def places(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> tuple[Pick, ...]:
    """The places that statements which fit apply to, of the kind asked for, sorted by code."""
    bounds = [number for number in reading.numbers if number.bound is not None]
    fitting = _within_bound(bounds, found) if bounds else _with_number(reading, found)
    if not bounds and {"highest", "lowest", "higher", "lower"} & reading.operations:
        return _extreme(reading, fitting, area, vocabulary)
    by_code: dict[str, list[Candidate]] = {}
    for match in best(fitting):
        for code in match.candidate.places:
            if _is_asked(code, reading, area, vocabulary) and _gets(match.candidate, reading):
                by_code.setdefault(code, []).append(match.candidate)
    if any(names_too_few(candidate) for used in by_code.values() for candidate in used):
        return ()
    chosen = [code for code in by_code if not _is_lower(code, by_code, reading, vocabulary)]
    return tuple(_place(code, by_code[code], vocabulary) for code in sorted(chosen))


def organizations(reading: QuestionReading, found: Sequence[Match], vocabulary: Vocabulary) -> tuple[Pick, ...]:
    """The bodies that the best statements name and the question does not; an asked-for county hospital is one."""
    by_name: dict[str, list[Candidate]] = {}
    if "responsible" in reading.operations:
        return _responsible([match.candidate for match in narrowed(reading, best(found))])
    top = [match.candidate for match in best(found)]
    named = any(candidate.organizations for candidate in top)
    for candidate in top:
        names = list(candidate.organizations) if named else bodies(candidate)
        for name in names:
            if any(same_body(body.name, name) for body in reading.organizations) or is_other_name(
                name, names, candidate
            ):
                continue
            same = next((known for known in by_name if same_body(known, name)), name)
            by_name.setdefault(same, []).append(candidate)
    chosen = [name for name in by_name if reading.place_kind != "county" or _in_county(name, vocabulary)]
    return tuple(_body(name, by_name[name]) for name in chosen or by_name)


def _responsible(top: Sequence[Candidate]) -> tuple[Pick, ...]:
    """The body that the documents make responsible for the best statements; none where they name several."""
    by_name: dict[str, list[Candidate]] = {}
    for candidate in top:
        for mention in candidate.mentions:
            if mention.actor:
                by_name.setdefault(mention.actor, []).append(candidate)
    return tuple(_body(name, used) for name, used in by_name.items()) if len(by_name) == 1 else ()


def dates(reading: QuestionReading, found: Sequence[Match]) -> tuple[Pick, ...]:
    """The period of the best statements; none where they differ."""
    given = [number.value for number in reading.numbers]
    before = [m.candidate for m in best(found) if any(amounts_to(m.candidate.baseline_value, value) for value in given)]
    if before and len({candidate.baseline_year for candidate in before}) == 1 and before[0].baseline_year:
        return (Pick(tuple(before), date=str(before[0].baseline_year), status="achieved"),)
    dated = [
        match
        for match in found
        if match.candidate.period and dates_itself(match.candidate) and _has_come(reading, match.candidate)
    ]
    if not dated or (found and dated[0].score < found[0].score - 0.1):
        return ()
    left = best(dated)
    exact = [match for match in left if match.score >= left[0].score - 0.02]
    periods = {match.candidate.period for match in exact}
    if len(periods) > 1:
        exact = [match for match in exact if len(match.candidate.period or "") == max(len(p or "") for p in periods)]
    if len({match.candidate.period for match in exact}) != 1:
        return ()
    used = tuple(match.candidate for match in exact)
    return (Pick(used, date=used[0].period, status=used[0].status),)


def _has_come(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether a statement can date what the question asks the day of: what is only sought has none yet, and the start
    of something is not its end."""
    if candidate.status == "sought" and reading.status != "sought":
        return False
    if "granted" in reading.operations and reading.status != "planned":
        return candidate.status in ("achieved", "underway")
    starts = says_operation("begun", candidate) and not says_operation("finished", candidate)
    return not ("finished" in reading.operations and starts)


def specialties(found: Sequence[Match], vocabulary: Vocabulary) -> tuple[Pick, ...]:
    """The specialties of the best statements, as the texts name them."""
    by_id: dict[str, list[Candidate]] = {}
    words: dict[str, str] = {}
    for match in best(found):
        candidate = match.candidate
        said = specialties_said(candidate)
        words = said | words
        for id in [candidate.specialty] if candidate.specialty else said:
            by_id.setdefault(id, []).append(candidate)
    return tuple(_specialty(id, words.get(id, ""), used, vocabulary) for id, used in sorted(by_id.items()))


def measures(reading: QuestionReading, found: Sequence[Match], vocabulary: Vocabulary) -> tuple[Pick, ...]:
    """What the best statements are about; few, or the question was too wide."""
    by_key: dict[str, list[Candidate]] = {}
    if reading.numbers:
        return ()
    top = best(found)
    alike = [match for match in top if reading.status in (None, match.candidate.status)]
    for match in narrowed(reading, alike or top):
        by_key.setdefault(match.candidate.measure_key, []).append(match.candidate)
    if len(by_key) > 3:
        return ()
    return tuple(
        Pick(tuple(used), zh=used[0].measure_zh or None, en=used[0].measure_en or None, status=used[0].status)
        for used in by_key.values()
    )


def _in_county(name: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.places[code].level == 3 for code in places_of(name))


def _within_bound(bounds: Sequence[NumberWord], found: Sequence[Match]) -> list[Match]:
    """The matches whose number keeps the bounds that the question gives, for each of their places."""
    return [
        match
        for match in found
        if match.candidate.value is not None
        and all(holds(match.candidate, number) or match.candidate.value == number.value for number in bounds)
    ]


def _with_number(reading: QuestionReading, found: Sequence[Match]) -> list[Match]:
    """The matches whose number holds for each of their places: the one asked for, or the one that the question gives
    where a statement has it."""
    given = [number.value for number in reading.numbers if number.bound is None]
    each = given[0] if reading.each is None and len(given) == 1 else reading.each
    if each is None:
        return list(found)
    having = [
        match
        for match in found
        if match.candidate.value == each
        and (match.candidate.each or len(match.candidate.places) == 1 or says_operation("each", match.candidate))
    ]
    return having if having or reading.each is not None else list(found)


def _gets(candidate: Candidate, reading: QuestionReading) -> bool:
    """Whether a place of a statement has, or is to have, what it is about; or has none, or has it no longer, where
    that is asked."""
    if candidate.status == "withdrawn" != reading.status:
        return False
    return (candidate.value == 0) == ("none" in reading.operations)


def _is_asked(code: str, reading: QuestionReading, area: Area, vocabulary: Vocabulary) -> bool:
    place = vocabulary.places.get(code)
    if place is None:
        return False
    if (area.named and code not in area.codes) or any(code in place.codes for place in reading.excluded):
        return False
    named = {code for name in area.named for code in name.codes}
    if named == {code}:
        return False
    kind = reading.place_kind
    if kind is None or kind == "any":
        return True
    if kind == "city" and vocabulary.is_city(code):
        return True
    lowest = max((vocabulary.places[c].level for c in named if c in vocabulary.places), default=0)
    return place.level in _LEVELS[kind] or (kind == "city" and place.level == 3 and (lowest == 2 or _is_city(place)))


def _is_city(place: Place) -> bool:
    """A county-level city, which a question may call a city where there is no other."""
    return place.zh.endswith("市")


def _is_lower(code: str, found: Iterable[str], reading: QuestionReading, vocabulary: Vocabulary) -> bool:
    """Whether a county-level city stands beside cities proper."""
    if reading.place_kind != "city" or vocabulary.places[code].level != 3:
        return False
    return any(vocabulary.is_city(other) for other in found)


def _place(code: str, used: list[Candidate], vocabulary: Vocabulary) -> Pick:
    place = vocabulary.places[code]
    return Pick(tuple(used), code=code, zh=place.zh, en=place.en, status=_furthest(used))


def _furthest(used: Sequence[Candidate]) -> str:
    return min((candidate.status for candidate in used), key=_STATUS_ORDER.index)


def _extreme(reading: QuestionReading, found: Sequence[Match], area: Area, vocabulary: Vocabulary) -> tuple[Pick, ...]:
    """The place with the highest or lowest number of one measure; none unless two places have one in one unit."""
    numbers: dict[str, Candidate] = {}
    asked = replace(reading, operations=frozenset())
    inside = [m for m in found if any(_is_asked(code, asked, area, vocabulary) for code in m.candidate.places)]
    for match in _of_one_measure(inside):
        candidate = match.candidate
        if match.by_baseline or candidate.value is None or not (candidate.each or len(candidate.places) == 1):
            continue
        for code in candidate.places:
            known = numbers.get(code)
            if _is_asked(code, asked, area, vocabulary) and (
                known is None or (candidate.year or 0) > (known.year or 0)
            ):
                numbers[code] = candidate
    units = [candidate.unit for candidate in numbers.values()]
    if len(numbers) < 2 or not all(same_unit(units[0], unit) for unit in units):
        return ()
    down = {"lowest", "lower"} & reading.operations
    values = [candidate.value or 0.0 for candidate in numbers.values()]
    edge = min(values) if down else max(values)
    winners = [code for code, candidate in numbers.items() if candidate.value == edge]
    others = [candidate for code, candidate in numbers.items() if code not in winners]
    return tuple(_place(code, [numbers[code], *others], vocabulary) for code in sorted(winners))


def _of_one_measure(found: Sequence[Match]) -> list[Match]:
    """The matches of what the best is about, which texts of several places may say less or more of."""
    top = best(found)
    key = top[0].candidate.measure_key if top else None
    return [match for match in found if match in top or (match.candidate.measure_key == key and match.score >= NEARLY)]


def _body(name: str, used: list[Candidate]) -> Pick:
    chinese = any("\u3400" <= character <= "\u9fff" for character in name)
    return Pick(
        tuple(used), zh=name if chinese else None, en=None if chinese else name, status=_furthest(used)
    )  # fmt: skip


def _specialty(id: str, said: str, used: list[Candidate], vocabulary: Vocabulary) -> Pick:
    """A specialty in the words of the text, and by its term's name in the other language."""
    term = vocabulary.terms.get(id)
    zh, en = (term.zh, term.en) if term else (id, None)
    chinese = any("\u3400" <= character <= "\u9fff" for character in said)
    return Pick(
        tuple(used), zh=said if chinese else zh, en=said if said and not chinese else en, status=_furthest(used)
    )  # fmt: skip
