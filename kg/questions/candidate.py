"""Statements that may answer, fetched from the graph with the words around their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast
from weakref import WeakKeyDictionary

from kg.answer import Rows
from kg.questions.wording import Wording, wording
from ontology.codes import Lang, Status

LIMIT = 5000  # rows that one fetch reads
EARLIER = 240  # characters before a sentence that it may lean on
_SENTENCE_END = re.compile(r"[。;；!！?？\n]|(?<![\d.][A-Za-z])\.(?=\s|$)")
_CLAUSE_END = re.compile(r"[。;；!！?？\n，]|(?<!\d),|,(?!\d)|(?<![\d.][A-Za-z])\.(?=\s|$)")

_FIELDS = (
    "id", "status", "level", "value", "value_max", "comparator", "unit", "change", "baseline_value", "baseline_year",
    "each", "period", "year", "specialty", "part", "measure_id", "measure_key", "measure_zh", "measure_en",
    "measure_kind", "organizations", "places",
)  # fmt: skip
_RETURN = (
    "MATCH (s)-[e:EVIDENCED_BY]->(p:Passage)-[:IN]->(d:Document)\n"
    f"RETURN {', '.join(f's.{name} AS {name}' for name in _FIELDS)}, "
    "e.start AS start, e.end AS end, e.quote AS quote, e.label AS label, e.actor AS actor, p.text AS passage, "
    "p.start AS passage_start, d.id AS document, d.date AS document_date, d.title AS title\n"
    "ORDER BY id, document, start LIMIT $limit"
)
BY_MEASURE = f"MATCH (s:Statement) WHERE s.measure_key IN $measures\n{_RETURN}"
BY_PLACE = f"MATCH (s:Statement)-[:APPLIES_TO]->(a:Place) WHERE a.code IN $places\nWITH DISTINCT s\n{_RETURN}"
BY_WORDS = (
    "MATCH (s:Statement)-[q:EVIDENCED_BY]->(:Passage) "
    "WHERE any(word IN $words WHERE toLower(q.quote) CONTAINS word)\n"
    f"WITH DISTINCT s\n{_RETURN}"
)
OPEN_MEASURES = "MATCH (m:Measure) RETURN m.id AS id, m.name_zh AS zh, m.name_en AS en ORDER BY id"


class Readable(Protocol):
    """The part of the store that questions need."""

    def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows: ...

    def version(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of evidence with what surrounds it."""

    document: str
    start: int
    end: int
    quote: str
    label: str
    clause: str
    sentence: str
    before: str  # the sentence up to the end of the clause
    document_date: str | None
    title: str
    earlier: str = ""  # what the passage says before the sentence
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of the graph; fields as in `docs/model.md`."""

    id: str
    status: Status
    level: str | None
    value: float | None
    value_max: float | None
    comparator: str
    unit: str
    change: str
    baseline_value: float | None
    baseline_year: int | None
    each: bool
    period: str | None
    year: int | None
    specialty: str | None
    part: str | None
    measure_id: str | None
    measure_key: str
    measure_zh: str
    measure_en: str
    measure_kind: str | None
    organizations: tuple[str, ...]
    places: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def label(self) -> Wording:
        """How the measure is named, by its term or by the texts."""
        return wording(" / ".join(filter(None, (self.measure_zh, self.measure_en, *(m.label for m in self.mentions)))))

    def label_in(self, lang: Lang) -> Wording:
        """How the measure is named by the texts and, in a language, by its term."""
        own, other = (self.measure_zh, self.measure_en) if lang == "zh" else (self.measure_en, self.measure_zh)
        return wording(" / ".join(filter(None, (own or other, *(m.label for m in self.mentions)))))

    @property
    def quote(self) -> Wording:
        return wording(" / ".join([*(m.quote for m in self.mentions), *self.organizations]))

    @property
    def clause(self) -> Wording:
        return wording(" / ".join(m.clause for m in self.mentions))

    @property
    def before(self) -> Wording:
        """What goes before the evidence in its sentence, with its clause, and the titles of the documents."""
        return wording(" / ".join(text for m in self.mentions for text in (m.before, m.title)))

    @property
    def sentence(self) -> Wording:
        """The sentences around the evidence, and the titles of the documents."""
        return wording(" / ".join(text for m in self.mentions for text in (m.sentence, m.title)))

    @property
    def earlier(self) -> Wording:
        """What the passages say shortly before the sentences."""
        return wording(" / ".join(m.earlier for m in self.mentions))


def fetch(store: Readable, cypher: str, parameters: Mapping[str, object]) -> list[Candidate]:
    """The statements that a query of this module finds, each with all evidence that the query returned."""
    found = store.read(cypher, {**parameters, "limit": LIMIT})
    rows: dict[str, list[dict[str, object]]] = {}
    for row in found.rows:
        record = dict(zip(found.columns, row, strict=True))
        rows.setdefault(str(record["id"]), []).append(record)
    return [_candidate(records) for records in rows.values()]


def open_measures(store: Readable) -> Sequence[tuple[str, str]]:
    """Key and names of every measure that no vocabulary term covers; read again when the graph has changed."""
    version = store.version()
    known = _OPEN.get(store)
    if known is None or known[0] != version:
        rows = store.read(OPEN_MEASURES, {}).rows
        names = tuple((str(id).removeprefix("open:"), " / ".join(str(n) for n in said if n)) for id, *said in rows)
        known = _OPEN[store] = (version, names)
    return known[1]


_OPEN: WeakKeyDictionary[Readable, tuple[str, Sequence[tuple[str, str]]]] = WeakKeyDictionary()


def _candidate(records: Sequence[Mapping[str, object]]) -> Candidate:
    first = records[0]
    return Candidate(
        id=str(first["id"]),
        status=cast(Status, first["status"]),
        level=_text(first["level"]),
        value=_number(first["value"]),
        value_max=_number(first["value_max"]),
        comparator=str(first["comparator"] or "eq"),
        unit=str(first["unit"] or "count"),
        change=str(first["change"] or "level"),
        baseline_value=_number(first["baseline_value"]),
        baseline_year=_year(first["baseline_year"]),
        each=bool(first["each"]),
        period=_text(first["period"]),
        year=_year(first["year"]),
        specialty=_text(first["specialty"]),
        part=_text(first["part"]),
        measure_id=_text(first["measure_id"]),
        measure_key=str(first["measure_key"] or ""),
        measure_zh=str(first["measure_zh"] or ""),
        measure_en=str(first["measure_en"] or ""),
        measure_kind=_text(first["measure_kind"]),
        organizations=_texts(first["organizations"]),
        places=_texts(first["places"]),
        mentions=tuple(_mention(record) for record in records),
    )


def _mention(record: Mapping[str, object]) -> Mention:
    start, end = cast(int, record["start"]), cast(int, record["end"])
    passage, offset = str(record["passage"] or ""), cast(int, record["passage_start"] or 0)
    clause = _around(passage, start - offset, end - offset, _CLAUSE_END)
    sentence = _around(passage, start - offset, end - offset, _SENTENCE_END)
    earlier = passage[: passage.find(sentence)]
    return Mention(
        document=str(record["document"]),
        start=start,
        end=end,
        quote=str(record["quote"] or ""),
        label=str(record["label"] or ""),
        clause=clause,
        sentence=sentence,
        before=sentence[: sentence.find(clause) + len(clause)],
        document_date=_text(record["document_date"]),
        title=str(record["title"] or ""),
        earlier=earlier[-EARLIER:],
        actor=_text(record["actor"]),
    )


def _around(passage: str, start: int, end: int, ends: re.Pattern[str]) -> str:
    """The sentence, or clause, of a passage that holds a stretch of it."""
    begins = [match.end() for match in ends.finditer(passage, 0, max(0, start))]
    after = ends.search(passage, min(end, len(passage)))
    return passage[begins[-1] if begins else 0 : after.start() if after else len(passage)]


def _text(value: object) -> str | None:
    return str(value) if value is not None else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in cast(Iterable[object], value or ()))


def _number(value: object) -> float | None:
    return float(cast(float, value)) if value is not None else None


def _year(value: object) -> int | None:
    return int(str(value)[:4]) if value is not None and str(value)[:4].isdigit() else None
