"""What is sent, as OpenAPI describes it. With `?fields=` a row holds the fields that are asked for and no others."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from kg.model import Relation
from kg.review import Verdict
from ontology.codes import Change, Comparator, Lang, Level, StatementType, Status


class Wire(BaseModel):
    """Something sent: nothing but the fields that it names."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Name(Wire):
    zh: str | None = Field(examples=["泸州市"])
    en: str | None = Field(examples=["Luzhou"])


class PlaceName(Name):
    code: str = Field(examples=["510500"])


class Measure(Name):
    id: str | None = Field(description="slug of the term; null for a measure that no term covers")
    kind: str | None = Field(examples=["designation"])


class Baseline(Wire):
    value: float
    year: str | None


class Quote(Wire):
    """A stretch of a document: `text[start:end] == quote`, in characters."""

    document: str
    title: str | None
    date: str | None = None
    start: int
    end: int
    quote: str
    label: str | None = Field(description="the measure as the text names it")
    actor: str | None = Field(description="the acting body as the text names it")
    rule: str | None = Field(description="the rule that read it")


class StatementQuote(Quote):
    statement: str


class Statement(Wire):
    """A commitment or an outcome, in the fields of the model, with its evidence."""

    id: str = ""
    type: StatementType | None = None
    status: Status | None = None
    measure: Measure | None = None
    level: Level | None = None
    value: float | None = Field(default=None, examples=[40])
    value_max: float | None = None
    comparator: Comparator | None = None
    unit: str | None = Field(default=None, examples=["count"])
    change: Change | None = None
    baseline: Baseline | None = None
    each: bool = False
    places: list[str] = Field(default=[], examples=[["510500", "511300"]])
    organizations: list[str] = []
    specialty: str | None = None
    part: str | bool | None = Field(default=None, description="a phase, or true for a part of a stated total")
    period: str | None = Field(default=None, examples=["2023-12"])
    year: int | None = None
    place_names: list[PlaceName] = []
    evidence: list[Quote] = []
    evidence_count: int = 0


class Evidenced(Wire):
    """With a filter on statements: the statements that make it an answer, and the furthest of their statuses."""

    status: Status | None = None
    statements: list[str] = []
    evidence: list[StatementQuote] = []


class Place(Evidenced):
    code: str = Field(default="", examples=["510500"])
    name_zh: str | None = None
    name_en: str | None = None
    level: int | None = Field(default=None, description="0 country, 1 province, 2 city or prefecture, 3 county")
    parent: str | None = None
    part_of: list[PlaceName] = Field(default=[], description="the places that hold it, nearest first")
    lon: float | None = None
    lat: float | None = None
    geonames: str | None = None


class Named(Evidenced):
    id: str = ""
    name_zh: str | None = None
    name_en: str | None = None
    kind: str | None = None
    city: str | None = Field(default=None, description="code of the city of a hospital of the register")


class Document(Evidenced):
    id: str = ""
    title: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    lang: Lang | None = None
    flags: list[str] | None = None


class Evidence(Wire):
    id: str = ""
    document: str = ""
    title: str | None = None
    statement: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    label: str | None = None
    actor: str | None = None
    rule: str | None = None


class Reading(Wire):
    """How the question was understood, in words and in the languages of the other doors."""

    text: str = Field(examples=["cities receiving national regional medical center"])
    cypher: str
    parameters: dict[str, Any]
    rest: str = Field(examples=["/v1/cities?receives=national-regional-medical-center"])
    sparql: str | None


class Meta(Wire):
    count: int = Field(description="answers on all pages together")
    limit: int
    next: str | None = Field(description="cursor of the page that follows")
    version: str = Field(description="of the graph")
    reading: Reading


class Group(Name):
    key: str | int | bool | None
    count: int


class Listed(Wire):
    """A page. With `?group_by=` it has `groups` and no `results`."""

    meta: Meta
    groups: list[Group] = []


class Statements(Listed):
    results: list[Statement] = []


class Places(Listed):
    results: list[Place] = []


class NamedList(Listed):
    results: list[Named] = []


class Documents(Listed):
    results: list[Document] = []


class EvidenceList(Listed):
    results: list[Evidence] = []


class PlacePage(Place):
    children: list[PlaceName] = Field(description="its divisions")
    counts: dict[str, int] = Field(description="commitments and outcomes that apply there or in its divisions")
    programmes: list[Named] = Field(description="what is said about the place itself")
    indicators: list[Named]


class TermPage(Name):
    id: str
    kind: str | None
    variants_zh: list[str]
    variants_en: list[str]
    level: Level | None
    unit: str | None
    codes: dict[str, str]
    broader: str | None
    counts: dict[str, int] = Field(description="commitments and outcomes about it")
    by_status: dict[str, int]


class OrganizationPage(Named):
    counts: dict[str, int]


class Point(Wire):
    """One value of an indicator; `baseline` where a later statement gives it as what it started from."""

    year: int | None
    period: str | None
    value: float
    value_max: float | None
    comparator: Comparator
    unit: str
    status: Status
    baseline: bool
    places: list[str]
    statement: str
    evidence: list[Quote]


class Series(Wire):
    indicator: str
    place: str | None
    points: list[Point]


class Entry(Wire):
    """One statement of a thread and what it is to the commitment `to` that came before it."""

    statement: Statement
    said: str | None = Field(description="date of the first document that says so")
    relation: Relation
    to: str | None
    difference: float | None


class Sum(Wire):
    """A stated total held against the parts that the same documents state of it."""

    total: str
    parts: list[str]
    stated: float
    comparator: Comparator
    sum: float
    agrees: bool


class Thread(Wire):
    """All that is said of one measure for one set of places, in the order in which it was said."""

    measure: Measure
    level: Level | None
    specialty: str | None
    places: list[str]
    entries: list[Entry]
    sums: list[Sum]


class Ledger(Wire):
    threads: list[Thread]


class Network(BaseModel):
    """NetworkX's node-link data."""

    model_config = ConfigDict(extra="allow")

    directed: bool
    multigraph: bool
    nodes: list[dict[str, Any]]
    links: list[dict[str, Any]]


class Mark(Wire):
    """Evidence in a passage; offsets are into the text of the document."""

    start: int
    end: int
    statement: str


class Passage(Wire):
    start: int
    end: int
    text: str
    marks: list[Mark]


class SourceOut(Wire):
    uri: str
    published: str | None
    publisher: str | None


class DocumentPage(Wire):
    id: str
    title: str | None
    issuer: str | None
    place: str | None
    date: str | None
    lang: Lang
    flags: list[str]
    sources: list[SourceOut]
    passages: list[Passage] = Field(description="its lines, with the evidence in them")
    statements: list[Statement]


class Found(Wire):
    """The statements that were found in a document that was sent; kept unless `dry_run` was asked."""

    document: str
    title: str | None
    lang: Lang
    stored: bool
    statements: list[dict[str, Any]] = Field(description="in the fields of `kg extract --format jsonl`")


class Deleted(Wire):
    document: str


class Decision(Wire):
    """What a person decided of a reading, or of a label."""

    id: str
    verdict: Verdict
    by: str
    at: str
    why: str
    document: str | None
    start: int | None
    end: int | None
    reading: str | None
    field: str | None
    value: Any
    label: str | None
    result: str | None = Field(description="id of the corrected statement")


class Decisions(Wire):
    decisions: list[Decision]


class Withdrawn(Wire):
    decision: str
    documents: list[str] = Field(description="to be read again at the next load")


class Table(Wire):
    """What Cypher returns."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool = Field(description="whether there was more than the limit")


class Health(Wire):
    status: str = Field(examples=["ready"])
    engine: str | None = None
    version: str | None = None
    documents: int | None = None
    statements: int | None = None
    newest: str | None = Field(default=None, description="date of the newest document")


class AskedAnswer(BaseModel):
    """One answer. `code` of a place; `truth` of a yes-no question."""

    model_config = ConfigDict(extra="allow")

    code: str | None = None
    zh: str | None = None
    en: str | None = None
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    date: str | None = None
    truth: bool | None = None
    status: Status | None = None


class Asked(BaseModel):
    """What a question in plain language returns. `answers` is [] where the documents do not say."""

    model_config = ConfigDict(extra="allow")

    id: str | None = None
    question: str
    reading: dict[str, Any] | None
    answers: list[AskedAnswer]
    evidence: list[dict[str, Any]]
    unknown: list[str] = Field(description="words that were not understood")
    suggestions: list[str]
