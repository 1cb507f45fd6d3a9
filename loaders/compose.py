"""Readings to statements: what a sentence leaves open is taken from its section, its document and its issuer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from kg.model import Baseline, Document, Evidence, Measure, Statement
from languages.reading import Context, Reading
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Composed:
    """A statement and whether a title or summary line made it: those give way to the body."""

    statement: Statement
    summary: bool = False


def compose(document: Document, reading: Reading, context: Context, *, summary: bool = False) -> Composed:
    """One reading in its context as a statement with one piece of evidence."""
    status = reading.status or context.status or "achieved"
    places = reading.places if reading.places is not None else ((context.place,) if context.place else ())
    statement = Statement(
        status=status,
        measure=measure(reading, document),
        level=reading.level,
        value=reading.value,
        value_max=reading.value_max,
        comparator=reading.comparator or "eq",
        unit=reading.unit or "count",
        change=reading.change or "level",
        baseline=None if reading.baseline_value is None else Baseline(reading.baseline_value, reading.baseline_year),
        each=reading.each,
        places=tuple(sorted(set(places))),
        organizations=tuple(sorted(set(reading.organizations))),
        specialty=reading.specialty,
        part=reading.part,
        period=reading.period or context.period,
        evidence=(_evidence(document, reading),),
    )
    return Composed(statement, summary)


def measure(reading: Reading, document: Document) -> Measure:
    """The term of the reading, with its labels in both languages; or the label of the text, open."""
    term = vocabulary().terms.get(reading.measure or "")
    if term:
        return Measure(term.id, term.zh, term.en, term.kind)
    label = reading.label.strip() or None
    return Measure(None, label, None) if document.lang == "zh" else Measure(None, None, label)


@lru_cache(maxsize=4)
def _id(document: Document) -> str:
    """The id, a hash of the whole text, once a document."""
    return document.id


def _evidence(document: Document, reading: Reading) -> Evidence:
    return Evidence(
        _id(document), reading.start, reading.end, document.text[reading.start : reading.end], reading.rule,
        reading.label, reading.actor or document.issuer, reading.persons,
    )  # fmt: skip


def merged(composed: Iterable[Composed]) -> list[Statement]:
    """One statement for what a document says twice, with all its evidence; sorted by place in the text."""
    body: dict[tuple[object, ...], list[Statement]] = {}
    summaries: list[Statement] = []
    for one in composed:
        if one.summary:
            summaries.append(one.statement)
        else:
            body.setdefault(one.statement.said, []).append(one.statement)
    for statement in summaries:
        twin = next((key for key, said in body.items() if _repeats(statement, said[0])), None)
        body.setdefault(twin or statement.said, []).append(statement)
    joined = [_joined(said) for said in body.values()]
    return [one for _, group in groupby(sorted(joined, key=_position), _position) for one in _by_id(list(group))]


def _position(statement: Statement) -> tuple[int, int]:
    return statement.evidence[0].start, statement.evidence[0].end


def _by_id(alike: list[Statement]) -> list[Statement]:
    """Those of one place in the text; an id is only made where there are several."""
    return sorted(alike, key=lambda statement: statement.id) if len(alike) > 1 else alike


def _joined(said: list[Statement]) -> Statement:
    """The first statement with the evidence of all; of two at one place, the earlier."""
    evidence = {(piece.start, piece.end): piece for one in reversed(said) for piece in one.evidence}
    if len(said) == 1:
        return said[0]
    return replace(said[0], evidence=tuple(evidence[key] for key in sorted(evidence)))


def _repeats(summary: Statement, body: Statement) -> bool:
    """Whether a headline says what the body says: the same thing and number, or that number rounded."""
    if summary.measure.key != body.measure.key and not _alike(summary, body):
        return False
    if summary.level and body.level and summary.level != body.level:
        return False
    if summary.value is None or body.value is None:
        return summary.value is body.value
    if summary.unit != body.unit or summary.value_max != body.value_max:
        return False
    return summary.value == body.value or (
        body.value >= 100 and summary.value % 10 == 0 and abs(summary.value - body.value) <= 0.05 * body.value
    )


def _alike(one: Statement, other: Statement) -> bool:
    a, b = one.measure.zh or one.measure.en or "", other.measure.zh or other.measure.en or ""
    return len(a) >= 4 and len(b) >= 4 and (a in b or b in a)
