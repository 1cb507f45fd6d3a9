"""The query shown for an answer, run as it is shown, and the evidence that it returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.answer import run
from kg.query import Query
from kg.query.query import MAX_LIMIT
from kg.questions.candidate import Candidate, Readable
from kg.questions.find import Found
from kg.questions.office import IN_TEXTS, NAMED, Officer
from kg.questions.reading import QuestionReading
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

SUGGESTIONS = 3
LIMIT = 50  # statements on a page of the link


@dataclass(frozen=True, slots=True)
class Shown:
    """How a question was understood, and what the query returned."""

    text: str
    cypher: str
    parameters: Mapping[str, object]
    rest: str
    evidence: tuple[dict[str, object], ...] = ()
    suggestions: tuple[str, ...] = field(default=())


def shown_statements(reading: QuestionReading, found: Found, used: Sequence[Candidate], store: Readable) -> Shown:
    """The query for the statements that an answer rests on. Its filters are what the question says; the ids of the
    statements are added where the wording of the question chose among those that pass the filters."""
    query = _query(reading, found, used)
    result = run(query, store)
    ids = {candidate.id for candidate in used}
    if ids and {str(row["id"]) for row in result.rows} != ids:
        query = _query(reading, found, used, ids=tuple(sorted(ids)))
        result = run(query, store)
    shown = result.reading
    evidence = tuple(piece for row in result.rows for piece in _pieces(row)) if ids else ()
    return Shown(
        _text(reading, shown.text), shown.cypher, shown.parameters, shown.rest, evidence, _suggestions(reading, found)
    )


def shown_officers(reading: QuestionReading, officers: Sequence[Officer], store: Readable) -> Shown:
    """The query for the persons who hold an office."""
    stated = all(officer.stated for officer in officers)
    cypher, parameters = NAMED, {"names": sorted({officer.name for officer in officers})}
    if not stated:
        cypher, parameters = IN_TEXTS, {"documents": sorted({officer.document for officer in officers})}
    if officers:
        store.read(cypher, parameters)
    evidence = tuple(
        {"document": officer.document, "start": officer.start, "end": officer.end, "quote": officer.quote}
        for officer in officers
    )
    names = ", ".join(body.name for body in reading.organizations)
    return Shown(f"person; holds office in {names}", cypher, parameters, "", evidence)


def _query(reading: QuestionReading, found: Found, used: Sequence[Candidate], *, ids: tuple[str, ...] = ()) -> Query:
    measures = {candidate.measure_id or f"open:{candidate.measure_key}" for candidate in used}
    if not used:
        measures = {term for unit in reading.units for term in unit.terms}
    codes = {code for place in (found.area.named or ()) for code in place.codes}
    inside = all(set(candidate.places) & found.area.codes for candidate in used)
    years = {candidate.year for candidate in used} if used else set(reading.years)
    return Query(
        subject="statements",
        measure=tuple(sorted(measures)),
        place=tuple(sorted(codes)) if inside else (),
        descendants=not (inside and used and all(set(candidate.places) <= codes for candidate in used)),
        level=tuple(reading.levels) if all(c.level in reading.levels for c in used) else (),
        year=tuple(sorted(year for year in years if year)) if reading.years and None not in years else (),
        status=tuple(sorted({candidate.status for candidate in used})),
        each=True if reading.each is not None and used and all(candidate.each for candidate in used) else None,
        min_value=reading.each if used else None,
        max_value=reading.each if used else None,
        id=ids,
        limit=MAX_LIMIT if len(used) > LIMIT else LIMIT,
    )


def _pieces(row: Mapping[str, object]) -> list[dict[str, object]]:
    pieces = row["evidence"]
    assert isinstance(pieces, list)
    return [{name: piece[name] for name in ("document", "start", "end", "quote")} for piece in pieces]


def _text(reading: QuestionReading, phrase: str) -> str:
    asked: list[str] = [reading.ask]
    if reading.unit:
        asked.append(reading.unit)
    if reading.place_kind:
        asked.append(reading.place_kind)
    return "; ".join([" ".join(asked), *sorted(reading.operations), phrase])


def _suggestions(reading: QuestionReading, found: Found) -> tuple[str, ...]:
    """Questions about the same thing that have an answer: elsewhere, or for another year."""
    asked = [_question(match.candidate, reading.lang) for match in found.elsewhere]
    return tuple(dict.fromkeys(question for question in asked if question))[:SUGGESTIONS]


def _question(candidate: Candidate, lang: Lang) -> str | None:
    """A question that a statement answers; None for one that names no place or no number."""
    places, codes = vocabulary().places, candidate.places
    name = (
        (candidate.measure_zh or candidate.measure_en)
        if lang == "zh"
        else (candidate.measure_en or candidate.measure_zh)
    )
    if len(codes) != 1 or codes[0] not in places or candidate.value is None or not name:
        return None
    place, year = places[codes[0]], candidate.year
    if lang == "zh":
        return f"{place.zh}{f'{year}年' if year else ''}{name}是多少？"
    return f"What is the number for {name} in {place.en}{f' in {year}' if year else ''}?"
