"""Candidates for a question: first those of the measures that it names, then those of its places, then of its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.questions.body import places_of
from kg.questions.candidate import BY_MEASURE, BY_PLACE, BY_WORDS, Candidate, Readable, fetch, open_measures
from kg.questions.match import THRESHOLD, Match, fits_unit, matches
from kg.questions.reading import QuestionReading, Unit
from kg.questions.scope import Area, area
from kg.questions.wording import Wording, overlap, wording
from kg.questions.worth import says_parts
from ontology.vocabulary import Vocabulary, vocabulary

OPEN = 300  # open measures that are followed up at most
WORDS, FORMS = 4, 3


@dataclass(frozen=True, slots=True)
class Found:
    """The statements that fit, the best first, and those that only the place or year rules out."""

    matches: tuple[Match, ...]
    area: Area
    elsewhere: tuple[Match, ...] = ()


def find(reading: QuestionReading, store: Readable) -> Found:
    """All that the graph holds for a question. Raises what the store raises."""
    known = vocabulary()
    where = area(reading, known)
    pool: dict[str, Candidate] = {}
    for cypher, parameters in _fetches(reading, where, store, known):
        pool |= {candidate.id: candidate for candidate in fetch(store, cypher, parameters)}
        found = matches(reading, pool.values(), where, known)
        if any(_answers(reading, match) for match in found):
            break
    else:
        found = matches(reading, pool.values(), where, known)
    anywhere = replace(reading, places=(), years=(), baseline_years=(), status=None)
    elsewhere = matches(anywhere, pool.values(), area(anywhere, known), known) if not found else []
    return Found(tuple(found), where, tuple(match for match in elsewhere if match.score >= THRESHOLD))


def _answers(reading: QuestionReading, match: Match) -> bool:
    """Whether a statement fits so well, and is of the kind asked for, that no wider search is needed."""
    if match.score < THRESHOLD + 0.1:
        return False
    return reading.ask != "number" or (match.candidate.value is not None and fits_unit(reading, match.candidate))


def _fetches(
    reading: QuestionReading, where: Area, store: Readable, known: Vocabulary
) -> Iterable[tuple[str, dict[str, object]]]:
    measures = _measures(reading, store, known)
    if measures:
        yield BY_MEASURE, {"measures": measures}
    codes = sorted(
        where.codes | {above for place in where.named for code in place.codes for above in known.ancestors(code)}
    )
    if where.named and "CN" not in {code for place in where.named for code in place.codes}:
        yield BY_PLACE, {"places": [code for code in codes if code != "CN"]}
    bodies = {code for body in reading.organizations for code in places_of(body.name)}
    if bodies:
        yield (
            BY_PLACE,
            {
                "places": sorted(
                    {c for code in bodies for c in (code, *known.descendants(code), *known.ancestors(code))} - {"CN"}
                )
            },
        )
    words = _words(reading)
    if words:
        yield BY_WORDS, {"words": words}


def _measures(reading: QuestionReading, store: Readable, known: Vocabulary) -> list[str]:
    """Keys of the terms that the question names, of those that are kinds of them, and of open measures alike."""
    named = {term for unit in reading.units for term in unit.terms}
    kinds = {term.id for term in known.terms.values() if _kind_of(term.id, named, known)}
    wider = {broader for term in named if (broader := known.terms[term].broader)}
    likely = [
        (likeness, key)
        for key, names in open_measures(store)
        if (likeness := _alike(reading.units, wording(names))) > 0
    ]
    return sorted(named | kinds | wider) + [key for _, key in sorted(likely, reverse=True)[:OPEN]]


def _kind_of(term_id: str, named: set[str], known: Vocabulary) -> bool:
    seen: set[str] = set()
    at: str | None = term_id
    while at is not None and at not in seen:
        if at in named:
            return True
        seen.add(at)
        at = known.terms[at].broader if at in known.terms else None
    return False


def _alike(units: Iterable[Unit], name: Wording) -> float:
    """The weight of the question's content that an open measure's name says."""
    return sum(unit.weight for unit in units if unit.weight >= 0.5 and _says(unit, name))


def _says(unit: Unit, name: Wording) -> bool:
    if any(name.says(form, "zh") for form in unit.zh) or any(name.says(form, "en") for form in unit.en):
        return True
    if unit.terms and says_parts(unit, name):
        return True
    return unit.fuzzy and overlap(unit.zh[0], name.zh) >= 0.5


def _words(reading: QuestionReading) -> list[str]:
    """The heaviest words of the question, as quotes in either language may have them."""
    own = [unit for unit in reading.units if unit.number is None and unit.text and unit.weight >= 0.5]
    heavy = sorted(own, key=lambda unit: -unit.weight)[:WORDS]
    words = [form for unit in heavy for form in (unit.text.casefold(), *unit.zh[:FORMS], *unit.en[:FORMS])]
    return list(dict.fromkeys([*words, *(body.name.casefold() for body in reading.organizations)]))
