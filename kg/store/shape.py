"""Documents and statements as the nodes and edges of the property graph: pure functions, no engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import Document, Evidence, Statement
from kg.store.organization import organization
from kg.store.passage import Lines
from kg.store.stretch import searched
from ontology.vocabulary import Place, Term, Vocabulary

Row = dict[str, object]

CONCERNED = ("Programme", "Indicator", "Specialty", "Measure")  # what a statement concerns
KINDS = {
    "programme": "Programme",
    "facility": "Programme",
    "designation": "Programme",
    "reform": "Programme",
    "service": "Programme",
    "indicator": "Indicator",
    "staff": "Indicator",
    "money": "Indicator",
    "equipment": "Indicator",
    "specialty": "Specialty",
}
PLACES = ("Country", "Province", "Province:City", "City", "County")
STATEMENTS = ("Commitment", "Outcome")


@dataclass(frozen=True, slots=True)
class Nodes:
    """Rows by label of what is merged by key, and of what is made anew."""

    places: dict[str, list[Row]] = field(default_factory=dict)  # by labels; key `code`
    terms: dict[str, list[Row]] = field(default_factory=dict)  # by label; key `id`
    organizations: dict[str, list[Row]] = field(default_factory=dict)  # by labels; key `id`


@dataclass(frozen=True, slots=True)
class Edges:
    concerns: dict[str, list[Row]] = field(default_factory=dict)  # by label of the end
    applies_to: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    in_specialty: list[Row] = field(default_factory=list)
    receives: list[Row] = field(default_factory=list)


def document_row(document: Document, *, date: str | None, extractor: str, statements: int, revision: str) -> Row:
    """The properties of a Document node; `date` is the text's own or the earliest of its sources'."""
    return stated(
        id=document.id,
        title=document.title,
        issuer=document.issuer,
        place=document.place,
        date=date,
        stated_date=document.date,
        lang=document.lang,
        text=document.text,
        flags=list(document.flags),
        extractor=extractor,
        statements=statements,
        revision=revision,
    )


def statement_row(statement: Statement, vocabulary: Vocabulary) -> Row:
    """The properties of a Statement node. Names of a measure without a term are set from the evidence."""
    term = vocabulary.terms.get(statement.measure.id or "")
    baseline = statement.baseline
    return stated(
        id=statement.id,
        type=statement.type,
        status=statement.status,
        level=statement.level,
        value=number(statement.value),
        value_max=number(statement.value_max),
        comparator=statement.comparator,
        unit=statement.unit,
        change=statement.change,
        baseline_value=number(baseline.value) if baseline else None,
        baseline_year=baseline.year if baseline else None,
        each=statement.each,
        period=statement.period,
        year=statement.year,
        specialty=statement.specialty,
        part=statement.part,
        measure_id=statement.measure.id,
        measure_key=statement.measure.key,
        measure_zh=term.zh if term else None,
        measure_en=term.en if term else None,
        measure_kind=term.kind if term else statement.measure.kind,
        organizations=sorted(statement.organizations),
        places=sorted(statement.places),
    )


def evidence_rows(
    statement: Statement, evidence: Iterable[Evidence], lines: Lines, vocabulary: Vocabulary
) -> list[Row]:
    """The EVIDENCED_BY edges of a statement to the passages of one document."""
    known = statement.measure.id in vocabulary.terms
    return [
        {
            "statement": statement.id,
            "passage": lines.id(piece.start),
            "properties": stated(
                start=piece.start,
                end=piece.end,
                quote=piece.quote,
                rule=piece.rule,
                label=piece.label,
                actor=piece.actor,
                actor_id=organization(piece.actor, vocabulary).id if piece.actor else None,
                measure_zh=None if known else statement.measure.zh,
                measure_en=None if known else statement.measure.en,
                persons=[text for person in piece.persons for text in person],
            ),
        }
        for piece in evidence
    ]


def nodes(statements: Sequence[Statement], vocabulary: Vocabulary) -> Nodes:
    """What the statements refer to: places with those that hold them, terms, organizations with those that act."""
    found = Nodes()
    named = {code for statement in statements for code in statement.places}
    above = {holder for code in named for holder in vocabulary.ancestors(code)}
    for code in sorted(named | above):
        found.places.setdefault(place_labels(code, vocabulary), []).append(place_row(code, vocabulary))
    terms = {term_key(statement, vocabulary): statement for statement in statements}
    for label, term_id in sorted(terms):
        found.terms.setdefault(label, []).append(term_row(term_id, terms[label, term_id].measure.kind, vocabulary))
    for term_id in sorted({statement.specialty for statement in statements if statement.specialty}):
        found.terms.setdefault("Specialty", []).append(term_row(term_id, "specialty", vocabulary))
    names = {name for statement in statements for name in (*statement.organizations, *_bodies(statement))}
    bodies = {body.id: body for body in (organization(name, vocabulary) for name in sorted(names))}
    for body in bodies.values():
        found.organizations.setdefault(body.labels, []).append(body.row())
    return found


def lasting(vocabulary: Vocabulary) -> Nodes:
    """The places that are always there: China, its provinces and its cities."""
    found = Nodes()
    for code in sorted(vocabulary.places):
        if is_lasting(code, vocabulary):
            found.places.setdefault(place_labels(code, vocabulary), []).append(place_row(code, vocabulary))
    return found


def is_lasting(code: str, vocabulary: Vocabulary) -> bool:
    """Whether a place stays though nothing refers to it."""
    place = vocabulary.places.get(code)
    return code == "CN" or (place is not None and place.level in (1, 2))


def edges(statements: Iterable[Statement], vocabulary: Vocabulary) -> Edges:
    """The edges that follow from what the statements say, whoever says it."""
    found = Edges()
    for statement in statements:
        label, term_id = term_key(statement, vocabulary)
        found.concerns.setdefault(label, []).append({"from": statement.id, "to": term_id})
        found.applies_to.extend(_applies_to(statement))
        bodies = {organization(name, vocabulary).id for name in statement.organizations}
        found.names.extend({"from": statement.id, "to": body} for body in sorted(bodies))
        if statement.specialty:
            found.in_specialty.append({"from": statement.id, "to": statement.specialty})
        found.receives.extend(_receives(statement, label, term_id, vocabulary))
    return found


def term_key(statement: Statement, vocabulary: Vocabulary) -> tuple[str, str]:
    """Label and id of the node that a statement concerns."""
    measure = statement.measure
    if measure.id is None:
        return "Measure", f"open:{measure.key}"
    term = vocabulary.terms.get(measure.id)
    return KINDS.get((term.kind if term else measure.kind) or "", "Programme"), measure.id


def term_row(term_id: str, kind: str | None, vocabulary: Vocabulary) -> Row:
    term = vocabulary.terms.get(term_id)
    if term is None:
        return {"id": term_id, "properties": stated(kind=kind)}
    return {"id": term_id, "properties": stated(kind=term.kind, **named(term))}


def place_row(code: str, vocabulary: Vocabulary) -> Row:
    place = vocabulary.places.get(code)
    if place is None:
        return {"code": code, "properties": {}, "parent": None}
    return {"code": code, "properties": named(place), "parent": place.parent}


def named(known: Term | Place) -> Row:
    """The names of a term or a place, and `words`, which a search for names begins with."""
    return stated(name_zh=known.zh, name_en=known.en, words=searched(known.zh, known.en))


def place_labels(code: str, vocabulary: Vocabulary) -> str:
    """The labels that a place has besides `Place`; a municipality is a province and a city."""
    place = vocabulary.places.get(code)
    level = place.level if place else _level(code)
    if level == 1 and vocabulary.is_city(code):
        return "Province:City"
    return ("Country", "Province", "City", "County")[level]


def stated(**properties: object) -> Row:
    """Properties without those that are not stated."""
    return {name: value for name, value in properties.items() if value is not None}


def number(value: float | None) -> float | None:
    """A number to the twelve digits that identity rests on."""
    return None if value is None else float(format(float(value), ".12g"))


def _level(code: str) -> int:
    if len(code) != 6:
        return 0
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def _bodies(statement: Statement) -> set[str]:
    actors = {piece.actor for piece in statement.evidence if piece.actor}
    return actors | {body for piece in statement.evidence for _, _, body in piece.persons}


def _applies_to(statement: Statement) -> list[Row]:
    """One edge a place, with the value where the number holds for that place."""
    holds = statement.each or len(statement.places) == 1
    value = number(statement.value) if holds else None
    return [
        {"from": statement.id, "to": code, "properties": stated(value=value)} for code in sorted(set(statement.places))
    ]


def _receives(statement: Statement, label: str, term_id: str, vocabulary: Vocabulary) -> list[Row]:
    """The shortcut from a city to a programme; none for what was withdrawn or came to nothing."""
    if label != "Programme" or statement.status == "withdrawn" or statement.value == 0:
        return []
    properties = stated(status=statement.status, year=statement.year, statement=statement.id)
    cities = [code for code in sorted(set(statement.places)) if "City" in place_labels(code, vocabulary).split(":")]
    return [{"from": code, "to": term_id, "properties": properties} for code in cities]
