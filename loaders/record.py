"""Statements and readings as records for programs: the fields of docs/model.md, in JSON's own types."""

from __future__ import annotations

import re

from kg.model import Evidence, Statement
from languages.reading import Reading
from ontology.vocabulary import vocabulary

Record = dict[str, object]


def record(statement: Statement) -> Record:
    """A statement as one flat record; what is not stated is null, and `part` is true for a part of a total."""
    evidence = statement.evidence
    first = evidence[0] if evidence else None
    baseline = statement.baseline
    return {
        "id": statement.id,
        "type": statement.type,
        "status": statement.status,
        "measure": {
            "id": statement.measure.id,
            "zh": statement.measure.zh,
            "en": statement.measure.en,
            "label": first.label if first else "",
        },
        "level": statement.level,
        "value": number(statement.value),
        "value_max": number(statement.value_max),
        "comparator": statement.comparator,
        "unit": statement.unit,
        "change": statement.change,
        "baseline": {"value": number(baseline.value), "year": baseline.year} if baseline else None,
        "each": statement.each,
        "places": list(statement.places),
        "actor": _named(next((piece.actor for piece in evidence if piece.actor), None)),
        "organizations": list(statement.organizations),
        "period": statement.period,
        "specialty": statement.specialty,
        "part": _part(statement.part),
        "persons": _persons([person for piece in evidence for person in piece.persons]),
        "rule": first.rule if first else None,
        "evidence": [_piece(piece) for piece in evidence],
    }


def reading_record(reading: Reading) -> Record:
    """A reading of a phrase on its own: null where the phrase does not say."""
    baseline = reading.baseline_value
    return {
        "status": reading.status,
        "measure": _measure(reading),
        "level": reading.level,
        "value": number(reading.value),
        "value_max": number(reading.value_max),
        "comparator": reading.comparator,
        "unit": reading.unit,
        "change": reading.change,
        "baseline": None if baseline is None else {"value": number(baseline), "year": reading.baseline_year},
        "each": reading.each,
        "scope": reading.scope,
        "part": _part(reading.part),
        "places": None if reading.places is None else list(reading.places),
        "actor": _named(reading.actor),
        "organizations": list(reading.organizations),
        "period": reading.period,
        "specialty": reading.specialty,
        "persons": _persons(list(reading.persons)),
        "rule": reading.rule,
        "start": reading.start,
        "end": reading.end,
    }


def number(value: float | None) -> float | int | None:
    """A whole number without its decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _measure(reading: Reading) -> Record | None:
    term = vocabulary().terms.get(reading.measure) if reading.measure else None
    if term is None and not reading.label:
        return None
    return {
        "id": reading.measure,
        "zh": term.zh if term else None,
        "en": term.en if term else None,
        "label": reading.label,
    }


def _part(part: str | None) -> str | bool | None:
    return True if part == "part" else part


def _named(name: str | None) -> Record | None:
    if not name:
        return None
    chinese = re.search("[\u4e00-\u9fff]", name)
    return {"zh": name if chinese else None, "en": None if chinese else name}


def _persons(persons: list[tuple[str, str, str]]) -> list[Record]:
    unique = dict.fromkeys(persons)
    return [{"name": name, "title": title, "organization": body} for name, title, body in unique]


def _piece(piece: Evidence) -> Record:
    return {"start": piece.start, "end": piece.end, "quote": piece.quote}
