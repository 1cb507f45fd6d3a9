"""What a query returns: rows, each with the quotes that it rests on, and the query as it was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from kg.errors import ParameterError
from kg.model import Document, Statement
from kg.query import Cypher, Query, count_cypher, cypher, group_cypher, link, phrase, sparql
from kg.query import cursor as cursors
from kg.query.field import QUOTE, STATEMENT
from kg.query.order import spans
from kg.query.query import MAX_LIMIT
from kg.query.subject import PLACES, STATEMENTS, SUBJECTS
from ontology.codes import STATUSES
from ontology.vocabulary import vocabulary

Json = object  # None, bool, int, float, str, list or dict of these
Record = dict[str, Any]

QUOTES = 10  # pieces of evidence shown for a statement; `evidence_count` tells how many there are
_FURTHEST = ("achieved", "underway", "planned", "sought", "conditional", "withdrawn")
_OWN = (
    "id", "type", "status", "level", "value", "value_max", "comparator", "unit", "change", "each", "specialty", "part",
    "period", "year",
)  # fmt: skip
# in one row, which the driver takes in much faster than many
_EVIDENCE = f"""MATCH (s:Statement)-[e:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document)
WHERE s.id IN $statements
WITH s, e, d ORDER BY coalesce(d.date, ''), d.id, e.start
WITH s.id AS statement, s.status AS status, count(*) AS count,
collect({{document: d.id, title: d.title, date: d.date, \
{", ".join(f"{name}: e.{name}" for name in QUOTE)}}})[..$quotes] AS evidence
RETURN collect([statement, status, count, evidence]) AS quoted"""


class Rows(Protocol):
    """What the store gives: named columns and rows of plain values."""

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Sequence[Json]]: ...


class Readable(Protocol):
    """The part of the store that answering needs."""

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was understood, in words and in the languages of the other doors."""

    text: str
    cypher: str
    parameters: Mapping[str, object]
    rest: str
    sparql: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of answers. Every row holds `evidence`: [{statement, document, title, date, start, end, quote, ...}]."""

    query: Query
    reading: Reading
    rows: tuple[Record, ...]
    next: str | None = None  # cursor of the page that follows
    groups: tuple[Record, ...] = ()  # {key, zh, en, count}, instead of rows, with `group_by`


def run(query: Query, store: Readable) -> Answer:
    """The page of answers that the query asks for, with evidence.

    Rows of statements hold the fields of `docs/model.md`; of places, hospitals ... their names and, where statements
    make them an answer, `statements` (ids) and `status` (the furthest). Raises CursorError, and what the store raises.
    """
    if query.group_by:
        return _grouped(query, store)
    asked = cypher(query)
    found = _page(query, store, asked)
    page = found[: query.limit]
    shape = _shape(query)
    evidence = _evidence(_statement_ids(query, page), store) if query.subject != "evidence" else {}
    rows = tuple(_selected(query, shape(record, evidence)) for record in page)
    more = len(found) > query.limit
    return Answer(query, _reading(query, asked), rows, _after(query, page[-1]) if more else None)


def count(query: Query, store: Readable) -> int:
    """How many answers the query has, on all its pages together."""
    counted = _records(store, count_cypher(query))[0]["count"]
    assert isinstance(counted, int)
    return counted


def every(query: Query, store: Readable, *, most: int = 5000) -> list[Record]:
    """The rows of all pages. Raises ParameterError where there are more than `most`."""
    rows: list[Record] = []
    page = replace(query, limit=MAX_LIMIT, cursor=None)
    while True:
        answer = run(page, store)
        rows += answer.rows
        if len(rows) > most:
            raise ParameterError("limit", most, f"More than {most} {query.subject} fit.", hint="Filter further.")
        if answer.next is None:
            return rows
        page = replace(page, cursor=answer.next)


@dataclass(frozen=True, slots=True)
class _Quotes:
    status: str
    count: int
    quotes: list[Record]


def _reading(query: Query, asked: Cypher) -> Reading:
    return Reading(phrase(query), asked.text, asked.parameters, link(query), sparql(query))


def _page(query: Query, store: Readable, asked: Cypher) -> list[Record]:
    """The rows of a page, of a long list from one span after another, and one more where there are more."""
    found: list[Record] = []
    parts = spans(query)
    for part in (cypher(query, span) for span in parts) if parts else (asked,):
        found += _records(store, part)
        if len(found) > query.limit:
            break
    return found


def _after(query: Query, last: Record) -> str:
    key = last["sort_key"]
    assert key is None or isinstance(key, str | int | float)
    return cursors.encode(query, key, str(last[SUBJECTS[query.subject].key]))


def _records(store: Readable, asked: Cypher) -> list[Record]:
    found = store.read(asked.text, asked.parameters)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _statement_ids(query: Query, page: Sequence[Record]) -> list[str]:
    if query.subject in STATEMENTS:
        return [str(record["id"]) for record in page]
    ids: dict[str, None] = {}
    for record in page:
        ids.update(dict.fromkeys(_strings(record.get("statements"))))
    return list(ids)


def _evidence(statements: Sequence[str], store: Readable) -> dict[str, _Quotes]:
    if not statements:
        return {}
    found = store.read(_EVIDENCE, {"statements": list(statements), "quotes": QUOTES}).rows[0][0]
    assert isinstance(found, list)
    by_id = {id: _Quotes(status, number, quotes) for id, status, number, quotes in found}
    return {each: by_id[each] for each in statements if each in by_id}


def _shape(query: Query) -> Callable[[Record, Mapping[str, _Quotes]], Record]:
    if query.subject in STATEMENTS:
        return _statement
    if query.subject == "evidence":
        return _piece
    return _place if query.subject in PLACES else _named


def _statement(record: Record, evidence: Mapping[str, _Quotes]) -> Record:
    found = evidence.get(str(record["id"]))
    nested: Record = {
        "measure": {
            "id": record["measure_id"],
            "zh": record["measure_zh"],
            "en": record["measure_en"],
            "kind": record["measure_kind"],
        },
        "baseline": _baseline(record),
        "part": True if record["part"] == "part" else record["part"],
        "each": bool(record["each"]),
        "places": _strings(record["places"]),
        "organizations": _strings(record["organizations"]),
        "place_names": [place_name(code) for code in _strings(record["places"])],
        "evidence": found.quotes if found else [],
        "evidence_count": found.count if found else 0,
    }
    return {name: nested[name] if name in nested else record.get(name) for name in STATEMENT}


def _baseline(record: Record) -> Json:
    if record["baseline_value"] is None:
        return None
    return {"value": record["baseline_value"], "year": record["baseline_year"]}


def _piece(record: Record, evidence: Mapping[str, _Quotes]) -> Record:
    return _without(record, "sort_key")


def _place(record: Record, evidence: Mapping[str, _Quotes]) -> Record:
    place = vocabulary().places.get(str(record["code"]))
    shaped = _named(record, evidence)
    if place is not None:
        parents = [place_name(code) for code in vocabulary().ancestors(place.code)]
        where: Record = {"level": place.level, "parent": place.parent, "part_of": parents}
        where |= {"lon": place.lon, "lat": place.lat, "geonames": place.geonames}
        shaped = {"code": shaped.pop("code"), "name_zh": shaped.pop("name_zh"), "name_en": shaped.pop("name_en")} | (
            where | shaped
        )
    return shaped


def _named(record: Record, evidence: Mapping[str, _Quotes]) -> Record:
    shaped = _without(record, "sort_key", "statements")
    if "statements" in record:
        ids = _strings(record["statements"])
        known = {each: evidence[each] for each in ids if each in evidence}
        shaped["status"] = furthest(each.status for each in known.values())
        shaped["statements"] = sorted(ids)
        shaped["evidence"] = [{"statement": id, **piece} for id, each in known.items() for piece in each.quotes]
    return shaped


def stated(statement: Statement, document: Document) -> Record:
    """A statement that was just read in a document, in the fields of a row."""
    known, baseline = vocabulary().terms.get(statement.measure.id or ""), statement.baseline
    record = {name: getattr(statement, name) for name in _OWN} | {
        "measure_id": statement.measure.id,
        "measure_zh": known.zh if known else statement.measure.zh,
        "measure_en": known.en if known else statement.measure.en,
        "measure_kind": known.kind if known else statement.measure.kind,
        "baseline_value": baseline.value if baseline else None,
        "baseline_year": baseline.year if baseline else None,
        "places": list(statement.places),
        "organizations": list(statement.organizations),
    }
    quotes: list[Record] = [
        {"document": document.id, "title": document.title, "date": document.date}
        | {name: getattr(piece, name) for name in QUOTE}
        for piece in sorted(statement.evidence)
    ]
    return _statement(record, {statement.id: _Quotes(statement.status, len(quotes), quotes)})


def furthest(statuses: Iterable[str]) -> str | None:
    """The status of several statements together: that of the one that is furthest."""
    return min(statuses, key=_FURTHEST.index, default=None)


def place_name(code: str) -> Record:
    """A place as it is named in answers: {code, zh, en}."""
    place = vocabulary().places.get(code)
    return {"code": code, "zh": place.zh if place else None, "en": place.en if place else None}


def _grouped(query: Query, store: Readable) -> Answer:
    asked = group_cypher(query)
    groups = tuple(
        {"key": record["key"], **_group_name(query.group_by or "", record["key"]), "count": record["count"]}
        for record in _records(store, asked)
    )
    return Answer(query, _reading(query, asked), (), None, groups)


def _group_name(group_by: str, key: Json) -> Record:
    known = vocabulary()
    if group_by in {"place", "province", "part_of"}:
        return _without(place_name(str(key)), "code")
    term = known.terms.get(str(key)) if group_by in {"measure", "specialty"} else None
    return {"zh": term.zh, "en": term.en} if term else {"zh": None, "en": None}


def _selected(query: Query, row: Record) -> Record:
    return {name: row[name] for name in query.fields if name in row} if query.fields else row


def _strings(value: Json) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _without(record: Record, *names: str) -> Record:
    return {name: value for name, value in record.items() if name not in names}


assert set(_FURTHEST) == set(STATUSES)
