"""What a reader takes out of a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, and what its format says about it beside the text."""

    text: str
    title: str | None = None
    published: str | None = None  # ISO 8601 date of the page that holds it: a repost is later than the document
    publisher: str | None = None
