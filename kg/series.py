"""The values of a measure over time: what was reached, what is promised, and what later statements started from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.answer import Readable, Record, every
from kg.query import Query


def series(measure: str, place: str | None, descendants: bool, store: Readable) -> list[Record]:
    """Points {year, period, value, value_max, comparator, unit, status, baseline, places, statement, evidence} by time.

    A baseline is a point of its own, reached in the year that it is given for, unless that year has the value already.
    """
    query = Query(subject="statements", measure=(measure,), place=(place,) if place else (), descendants=descendants)
    rows = [row for row in every(query, store) if row["value"] is not None]
    points = [_point(row) for row in rows]
    known = {(point["year"], point["value"], str(point["places"])) for point in points}
    for row in rows:
        for point in _baselines(row):
            key = (point["year"], point["value"], str(point["places"]))
            if key not in known:
                known.add(key)
                points.append(point)
    return sorted(points, key=lambda point: (point["year"] or 0, str(point["period"]), str(point["statement"])))


def _point(row: dict[str, Any]) -> dict[str, Any]:
    names = ("year", "period", "value", "value_max", "comparator", "unit", "status", "places", "evidence")
    return {name: row[name] for name in names} | {"baseline": False, "statement": row["id"]}


def _baselines(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    baseline = row["baseline"]
    if baseline is not None:
        year = baseline["year"]
        yield _point(row) | {
            "year": int(year[:4]) if year else None,
            "period": year,
            "value": baseline["value"],
            "value_max": None,
            "comparator": "eq",
            "status": "achieved",
            "baseline": True,
        }
