"""Where a page of answers ended, as an opaque word: the sort key and the id of its last row."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import replace

from kg.errors import ParameterError
from kg.model import digest
from kg.query.query import Query


class CursorError(ParameterError):
    """A cursor that belongs to no page of the query."""

    def __init__(self, value: str) -> None:
        super().__init__(
            "cursor", value, f"The cursor {value!r} names no page of this list.", hint="Start again without it."
        )


def encode(query: Query, sort_key: str | float | None, row_id: str) -> str:
    """The cursor behind a row of the query."""
    word = json.dumps([_mark(query), sort_key, row_id], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(word.encode("utf-8")).decode("ascii").rstrip("=")


def decode(query: Query) -> tuple[str | float | None, str] | None:
    """The sort key and id after which the page starts; None for the first page. Raises CursorError."""
    if query.cursor is None:
        return None
    try:
        padded = query.cursor + "=" * (-len(query.cursor) % 4)
        word = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeError, ValueError, RecursionError) as error:
        raise CursorError(query.cursor) from error
    match word:
        case [mark, (str() | int() | float() | None) as sort_key, str() as row_id] if mark == _mark(query):
            return sort_key, row_id
    raise CursorError(query.cursor)


def _mark(query: Query) -> str:
    return digest(repr(replace(query, cursor=None, limit=1, fields=())))[:12]
