"""What a query returns: columns and rows of plain JSON values."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship

_PLAIN = frozenset({type(None), bool, int, float, str})


@dataclass(frozen=True, slots=True)
class Rows:
    """`rows` hold one value a column; `truncated` tells that there was more than the limit."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as objects by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def plain(value: object) -> Any:
    """A value of the driver as JSON has it: a node as its labels and properties, a date as ISO 8601."""
    if type(value) in _PLAIN:  # as most are, of the thousands in an answer
        return value
    if isinstance(value, list):
        return [part if type(part) in _PLAIN else plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): part if type(part) in _PLAIN else plain(part) for key, part in value.items()}
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, Path):
        return {"nodes": [plain(node) for node in value.nodes], "edges": [plain(edge) for edge in value.relationships]}
    if isinstance(value, Mapping):
        return plain(dict(value))
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    return _sequence_or_text(value)


def _sequence_or_text(value: object) -> Any:
    if isinstance(value, (Sequence, set, frozenset)):
        return [plain(part) for part in value]
    isoformat = getattr(value, "iso_format", None)
    return isoformat() if callable(isoformat) else str(value)
