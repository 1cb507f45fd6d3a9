"""Who holds an office: persons that documents name with their title and body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.questions.body import places_of, same_body, same_kind
from kg.questions.candidate import Readable
from kg.questions.lexicon import titles
from kg.questions.person import named_persons
from kg.questions.reading import QuestionReading
from kg.questions.wording import wording
from ontology.vocabulary import vocabulary

PERSONS = (
    "MATCH (p:Person)-[h:HOLDS]->(o:Organization), (p)-[:NAMED_IN]->(g:Passage)-[:IN]->(d:Document {id: h.document})\n"
    "RETURN DISTINCT p.name AS name, h.title AS title, coalesce(o.name_zh, o.name_en) AS body, g.text AS passage, "
    "g.start AS start, d.id AS document, d.place AS place\nORDER BY name, document, start"
)
IN_TEXTS = "MATCH (d:Document) WHERE d.id IN $documents RETURN d.id AS document, d.text AS text ORDER BY document"
NAMED = PERSONS.replace("\nRETURN", "\nWHERE p.name IN $names\nRETURN")


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in an office, with the place of the document that says so."""

    name: str
    title: str
    body: str
    document: str
    start: int
    end: int
    quote: str
    stated: bool = True  # with a statement; else by the document's text alone


def officers(reading: QuestionReading, store: Readable) -> list[Officer]:
    """The persons who hold the office that the question names; none unless both title and body are the same."""
    asked = titles(reading.text)
    if not asked or not reading.organizations:
        return []
    return _with_statements(asked, reading, store) or _in_texts(asked, reading, store)


def _with_statements(asked: frozenset[str], reading: QuestionReading, store: Readable) -> list[Officer]:
    rows = [dict(zip(PERSON_COLUMNS, row, strict=True)) for row in store.read(PERSONS, {}).rows]
    return [
        _officer(row)
        for row in rows
        if asked <= titles(str(row["title"]))
        and any(_is_of(b.name, str(row["body"]), row["place"]) for b in reading.organizations)
    ]


def _in_texts(asked: frozenset[str], reading: QuestionReading, store: Readable) -> list[Officer]:
    codes = {code for body in reading.organizations for code in places_of(body.name)}
    codes |= {above for code in codes for above in vocabulary().ancestors(code)} - {"CN"}
    return [
        Officer(p.name, p.title, p.body, p.document, p.start, p.end, p.quote, stated=False)
        for p in (named_persons(sorted(codes), store, vocabulary()) if codes else ())
        if asked <= titles(p.title) and any(_is_of(b.name, p.body, p.place) for b in reading.organizations)
    ]


def _is_of(asked: str, stated: str, place: object) -> bool:
    """Whether a body that a document names is the one asked for; 市卫健委 without a place is that of the document's."""
    if places_of(stated):
        return same_body(asked, stated)
    return place in places_of(asked) and same_kind(asked, stated)


PERSON_COLUMNS = ("name", "title", "body", "passage", "start", "document", "place")


def _officer(row: Mapping[str, object]) -> Officer:
    passage, name, offset = str(row["passage"] or ""), str(row["name"]), int(str(row["start"] or 0))
    at = max(0, passage.find(name))
    end = min(len(passage), at + len(name) + len(str(row["title"])) + len(str(row["body"])) + 10)
    start = max(0, min(at, passage.find(str(row["title"])) if str(row["title"]) in passage else at))
    return Officer(
        name,
        str(row["title"]),
        str(row["body"]),
        str(row["document"]),
        offset + start,
        offset + end,
        passage[start:end],
    )


__all__ = ["IN_TEXTS", "NAMED", "Officer", "officers", "wording"]
