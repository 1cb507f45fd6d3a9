"""Words, numbers and signs of an English sentence, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal["number", "word", "mixed", "sign"]

PATTERN = re.compile(
    r"(?P<number>\d{1,12}(?:,\d{2,3}(?!\d)){0,6}(?:,\d{2},\d{3}(?!\d))?(?:\.\d{1,9}(?!\d))?)"
    r"|(?P<word>[^\W\d_]+(?:[-‐‑][^\W\d_]+)*)"
    r"|(?P<sign>'s\b|’s\b|[^\w\s]|_)",
)
SUFFIX = re.compile(r"[^\W\d_]\w*")
ALPHANUMERIC = re.compile(r"[-–]?\d\w*(?:[./-]\d\w*)*")


class Token(NamedTuple):
    """A word with its inner hyphens, a number with its commas, a mixture (COVID-19, 5G), or one sign."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind


class Sentence:
    """The tokens of `text[start:end]`; offsets are into `text`."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self.start = start
        self.end = len(text) if end is None else end
        self.tokens: Sequence[Token] = tuple(_tokens(text, self.start, self.end))
        self.folded: tuple[str, ...] = tuple(token.low for token in self.tokens)
        self.length = len(self.tokens)

    def __len__(self) -> int:
        return self.length

    @cached_property
    def stops(self) -> list[int]:
        """The tokens that divide a sentence: semicolons, stops and colons."""
        return [index for index, low in enumerate(self.folded) if low in {";", ".", ":"}]

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def low(self, index: int) -> str:
        """The folded text of a token; empty outside the sentence."""
        return self.folded[index] if 0 <= index < self.length else ""

    def kind(self, index: int) -> str:
        return self.tokens[index].kind if 0 <= index < self.length else ""

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        return self.folded[max(start, 0) : end]

    def phrase(self, start: int, end: int) -> str:
        """The text from the first to the last token of a span, blanks folded."""
        if start >= end:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def index(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def joined(self, index: int) -> bool:
        """Whether a token follows the one before it without a blank."""
        return 0 < index < self.length and self.tokens[index - 1].end == self.tokens[index].start


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    position = start
    while match := PATTERN.search(text, position, end):
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        stop = match.end()
        if (
            kind == "word"
            and (tail := ALPHANUMERIC.match(text, stop, end))
            and not _is_currency(match.group(), text, stop)
        ) or (
            kind == "number"
            and text[stop : stop + 1].isalnum()
            and (tail := SUFFIX.match(text, stop, end))
            and tail.group().casefold() not in SUFFIXES
        ):
            kind, stop = "mixed", tail.end()
        piece = text[match.start() : stop]
        tokens.append(Token(match.start(), stop, piece, _fold(piece), kind))
        position = stop
    return tokens


SUFFIXES = frozenset(
    "k m mn bn tn cr lakh crore million billion km kms cm mm kg ml mg ha yuan rmb pp bps hrs am pm".split()
)
CURRENCY_LETTERS = frozenset(
    "rs rmb cny inr usd gbp aud eur php ngn kes ksh kshs sh vnd idr rp tk ush tsh zar ghs hkd cad nzd rwf xof xaf etb mwk zmw ugx tzs".split()
)
SUM = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:billion|million|trillion|bn|mn|m)\b|\d{1,3}(?:,\d{3})+")


def _is_currency(word: str, text: str, end: int) -> bool:
    """Whether letters before digits are a currency (RMB120, N50 billion), not the start of a name (H7)."""
    if word in {"N", "P", "R"}:
        return SUM.match(text, end) is not None
    return word.casefold() in CURRENCY_LETTERS


def _fold(piece: str) -> str:
    low = piece.casefold()
    return low if low.isascii() else low.replace("’", "'").replace("‐", "-").replace("‑", "-")
