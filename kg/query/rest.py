"""A query as the link that asks it over HTTP."""

from __future__ import annotations

from urllib.parse import urlencode

from kg.query.parameters import PARAMETERS
from kg.query.query import Query

_DEFAULT_LIMIT = 50


def link(query: Query) -> str:
    """`/v1/cities?receives=…`: the path and parameters, the same for equal queries; `parse` reads it back."""
    pairs: list[tuple[str, str]] = []
    for name, value in query.filters.items():
        pairs += _pairs(name, value)
    for name in ("sort", "cursor", "group_by"):
        pairs += _pairs(name, getattr(query, name))
    pairs += _pairs("fields", query.fields)
    if query.limit != _DEFAULT_LIMIT:
        pairs.append(("limit", str(query.limit)))
    return f"/v1/{query.subject}" + (f"?{urlencode(pairs, safe=',:')}" if pairs else "")


def _pairs(name: str, value: object) -> list[tuple[str, str]]:
    if value is None or value == ():
        return []
    values = [_text(each) for each in (value if isinstance(value, tuple) else (value,))]
    if PARAMETERS[name].commas:
        return [(name, ",".join(values))]
    return [(name, each) for each in values]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, ".15g") if isinstance(value, float) else str(value)
