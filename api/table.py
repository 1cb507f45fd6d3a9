"""Answers as tables (CSV, RFC 4180) and as maps (GeoJSON, RFC 7946)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from kg.answer import Answer
from kg.query.field import QUOTE, fields_of

_NESTED: Mapping[str, tuple[str, ...]] = {
    "measure": ("id", "zh", "en", "kind"),
    "baseline": ("value", "year"),
    "place_names": ("zh", "en"),
    "part_of": ("zh", "en"),
    "evidence": ("document", "title", *QUOTE),
}
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for a formula


def csv_of(answer: Answer) -> str:
    """A header and one line a row. Lists are joined by `;`; of the evidence the first quote is given."""
    if answer.query.group_by:
        return _table(("key", "zh", "en", "count"), answer.groups)
    fields = answer.query.fields or fields_of(answer.query.subject)
    rows = [dict(_flat(row, fields)) for row in answer.rows]
    return _table([column for field in fields for column in _columns(field)], rows)


def features(answer: Answer) -> dict[str, object]:
    """A FeatureCollection: one point a place (WGS 84), null geometry where none is known."""
    return {"type": "FeatureCollection", "features": [_feature(row) for row in answer.rows]}


def _feature(row: Mapping[str, object]) -> dict[str, object]:
    known = row.get("lon") is not None and row.get("lat") is not None
    return {
        "type": "Feature",
        "id": row.get("code"),
        "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if known else None,
        "properties": {name: value for name, value in row.items() if name not in {"lon", "lat"}},
    }


def _table(columns: tuple[str, ...] | list[str], rows: list[dict[str, object]] | tuple[dict[str, object], ...]) -> str:
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return written.getvalue()


def _columns(field: str) -> list[str]:
    return [f"{field}.{part}" for part in _NESTED[field]] if field in _NESTED else [field]


def _flat(row: Mapping[str, object], fields: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for field in fields:
        value = row.get(field)
        if field not in _NESTED:
            yield field, value
        elif isinstance(value, dict):
            yield from ((f"{field}.{part}", value.get(part)) for part in _NESTED[field])
        elif isinstance(value, list):
            several = value[:1] if field == "evidence" else value
            for part in _NESTED[field]:
                yield f"{field}.{part}", _joined([each.get(part) for each in several])


def _joined(values: list[object]) -> object:
    return values[0] if len(values) == 1 else ";".join("" if value is None else str(value) for value in values)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _cell(";".join(map(str, value)))
    if isinstance(value, float) and value.is_integer():
        return format(value, ".0f")
    if isinstance(value, str) and value.startswith(_FORMULAS):
        return f"'{value}"
    return value
