"""Passages: the lines of a document, found by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Document, Evidence, Statement


class Lines:
    """The lines of a document's text; the passage of an offset is the line that holds it."""

    def __init__(self, document: Document) -> None:
        self._document, self._text = document.id, document.text
        self._starts = [0, *(at + 1 for at, character in enumerate(document.text) if character == "\n")]

    def id(self, offset: int) -> str:
        """The id of the passage that holds an offset."""
        return f"{self._document}:{self._start(offset)}"

    def rows(self, offsets: Iterable[int]) -> list[dict[str, object]]:
        """The passages that hold some offsets, in their order in the text."""
        return [self._row(start) for start in sorted({self._start(offset) for offset in offsets})]

    def _start(self, offset: int) -> int:
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _row(self, start: int) -> dict[str, object]:
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        passage = f"{self._document}:{start}"
        properties = {"id": passage, "start": start, "end": end, "text": self._text[start:end]}
        return {"document": self._document, "id": passage, "properties": properties}


def folded(document: Document, statements: Sequence[Statement]) -> tuple[Document, list[Statement]]:
    """A document with its line ends folded, and its evidence with the offsets that follow.

    Texts that differ in line ends alone are one document, so they have to give one graph.
    """
    if "\r" not in document.text:
        return document, list(statements)
    dropped = _dropped(document.text)
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    moved = [
        replace(statement, evidence=tuple(_moved(piece, dropped) for piece in statement.evidence))
        for statement in statements
    ]
    return replace(document, text=text), moved


def _dropped(text: str) -> list[int]:
    """Offsets of the carriage returns that folding drops."""
    return [at for at in range(len(text) - 1) if text[at] == "\r" and text[at + 1] == "\n"]


def _moved(piece: Evidence, dropped: Sequence[int]) -> Evidence:
    start, end = (offset - bisect_right(dropped, offset - 1) for offset in (piece.start, piece.end))
    return replace(piece, start=start, end=end, quote=piece.quote.replace("\r\n", "\n").replace("\r", "\n"))
