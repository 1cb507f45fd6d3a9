"""The words of `lexicon.yaml` in the shapes that the rules look them up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FILES = ("lexicon.yaml", "verbs.yaml", "places.yaml")

Phrase = tuple[str, ...]


@lru_cache(maxsize=1)
def data() -> Mapping[str, Any]:
    """Every section of the lexicon files by its name; a name is in one file alone."""
    sections: dict[str, Any] = {}
    for name in FILES:
        text = (Path(__file__).parent / name).read_text("utf-8")
        loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        sections.update(loaded)
    return sections


def words(*path: str) -> frozenset[str]:
    """The words of a list (or the keys of a mapping) in the lexicon."""
    found: Any = data()
    for step in path:
        found = found[step]
    return frozenset(str(word) for word in found)


def table(*path: str) -> dict[str, Any]:
    """A mapping of the lexicon, keys as strings."""
    found: Any = data()
    for step in path:
        found = found[step]
    return {str(key): value for key, value in found.items()}


class Phrases:
    """Phrases of some words each with a value, found at or before a token; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, Any]]) -> None:
        self.forward: dict[str, list[tuple[Phrase, Any]]] = {}
        self.backward: dict[str, list[tuple[Phrase, Any]]] = {}
        for phrase, value in entries:
            parts = split(phrase)
            self.forward.setdefault(parts[0], []).append((parts, value))
            self.backward.setdefault(parts[-1], []).append((parts, value))
        for index in (self.forward, self.backward):
            for found in index.values():
                found.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def of(cls, *path: str) -> Phrases:
        """From a mapping value → phrases in the lexicon."""
        return cls((str(phrase), value) for value, phrases in table(*path).items() for phrase in phrases)

    def at(self, lows: tuple[str, ...] | list[str], index: int) -> tuple[int, Any] | None:
        """The end (exclusive) and value of the longest phrase that starts at a token."""
        if not 0 <= index < len(lows):
            return None
        entries = self.forward.get(lows[index])
        if entries is None:
            return None
        for parts, value in entries:
            if tuple(lows[index : index + len(parts)]) == parts:
                return index + len(parts), value
        return None

    def before(self, lows: tuple[str, ...] | list[str], index: int) -> tuple[int, Any] | None:
        """The start and value of the longest phrase that ends right before a token."""
        if not 0 < index <= len(lows):
            return None
        for parts, value in self.backward.get(lows[index - 1], ()):
            start = index - len(parts)
            if start >= 0 and tuple(lows[start:index]) == parts:
                return start, value
        return None


def split(phrase: str) -> Phrase:
    """A phrase of the lexicon as tokens: blanks divide, signs stand alone."""
    parts: list[str] = []
    for piece in str(phrase).casefold().split():
        if len(piece) > 1 and not piece[0].isalnum():
            parts.extend(piece)
        elif len(piece) > 1 and not piece[-1].isalnum() and piece[-1] != ".":
            parts.extend((piece[:-1], piece[-1]))
        else:
            parts.append(piece)
    return tuple(parts)
