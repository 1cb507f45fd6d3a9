"""The values that travel: documents, and the statements that they make with their evidence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal

from ontology.codes import Change, Comparator, Lang, Level, StatementType, Status, statement_type

# what a statement is to the commitment that came before it in its thread: `kg.ledger`
Relation = Literal["stated", "restated", "revised", "delivered", "short", "reported", "withdrawn"]


def digest(text: str) -> str:
    """The first 128 bits of SHA-256 over the UTF-8 bytes, as 32 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was found (a URL or a path) and what that place says of it."""

    uri: str
    published: str | None = None  # ISO 8601 date, as exact as the place tells
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was decoded; offsets of evidence are `str` indices into `text`."""

    text: str
    lang: Lang
    title: str | None = None
    issuer: str | None = None  # the issuing body as the text names it
    place: str | None = None  # code of the issuer's place: GB/T 2260, `CN`, or ISO 3166
    date: str | None = None  # ISO 8601, as exact as the text tells
    sources: tuple[Source, ...] = ()
    flags: tuple[str, ...] = ()  # doubts about quality: machine-translated, lost-digits ...

    @property
    def id(self) -> str:
        """Hash of the text with line ends folded: the same text is the same document."""
        return digest(self.text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of a document that makes a statement: `document.text[start:end] == quote`."""

    document: str  # id
    start: int
    end: int
    quote: str
    rule: str = ""  # the rule that read it
    label: str = ""  # the measure as the text names it
    actor: str | None = None  # the acting body as the text names it
    persons: tuple[tuple[str, str, str], ...] = ()  # (name, title, organization)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, designated, measured or piloted: a vocabulary term, or an open label."""

    id: str | None = None  # slug of the term; None for a noun phrase that no term covers
    zh: str | None = None
    en: str | None = None
    kind: str | None = None  # kind of the term; None when open

    @property
    def key(self) -> str:
        """What identity hangs on: the term, or the folded label."""
        return self.id or "".join((self.zh or self.en or "").casefold().split())


@dataclass(frozen=True, slots=True)
class Baseline:
    value: float
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One number (or named thing) for one set of places: a commitment or an outcome.

    Fields are those of the record in `docs/model.md`; `evidence` does not take part in identity.
    """

    status: Status
    measure: Measure
    level: Level | None = None
    value: float | None = None
    value_max: float | None = None
    comparator: Comparator = "eq"
    unit: str = "count"
    change: Change = "level"
    baseline: Baseline | None = None
    each: bool = False
    places: tuple[str, ...] = ()  # sorted codes
    organizations: tuple[str, ...] = ()  # sorted, as the texts name them
    specialty: str | None = None
    part: str | None = None  # a phase, or "part" for a part of a stated total
    period: str | None = None  # ISO 8601, as exact as stated: 2025, 2025-12, 2025-12-31
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def type(self) -> StatementType:
        return statement_type(self.status)

    @property
    def year(self) -> int | None:
        return int(self.period[:4]) if self.period else None

    @property
    def said(self) -> tuple[object, ...]:
        """What is said, not who says it where: statements of which it is equal are the same."""
        return (
            self.type, self.status, self.measure.key, self.level, self.specialty, self.part,
            tuple(sorted(self.organizations)), _number(self.value), _number(self.value_max), self.comparator, self.unit,
            self.change, (_number(self.baseline.value), self.baseline.year) if self.baseline else None,
            self.each, tuple(sorted(self.places)), self.period,
        )  # fmt: skip

    @property
    def id(self) -> str:
        """Hash of what is said. Changing the recipe is a breaking change."""
        return digest(json.dumps(self.said, ensure_ascii=False, separators=(",", ":")))


def _number(value: float | None) -> str | None:
    return None if value is None else format(float(value), ".12g")
