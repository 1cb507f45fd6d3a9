"""Sentences and clauses of Chinese text, and a text without the blanks that carry no meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from languages.fold import fold

_BLANK = re.compile(
    r"(?<![A-Za-z0-9])\s+|\s+(?!\d)|(?<=\d)\s(?=\d{3}(?!\d))|\((?:[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})\)|【[一-龥]{2,6}】"
)
_CLAUSE_END = re.compile(r"[;。!?]|:(?!\d)|,(?!\d{3}(?!\d))|—{2,}")


@dataclass(frozen=True, slots=True)
class Compact:
    """A folded sentence without blanks and injected pinyin; `offsets[i]` is where character i stood."""

    text: str
    offsets: tuple[int, ...] | None  # None: nothing was cut
    start: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of a stretch of `text`."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.offsets[start], self.offsets[end - 1] + 1


def compact(text: str, start: int, end: int) -> Compact:
    folded = fold(text[start:end])
    if not _BLANK.search(folded):
        return Compact(folded, None, start)
    kept: list[int] = []
    last = 0
    for match in _BLANK.finditer(folded):
        kept.extend(range(last, match.start()))
        last = match.end()
    kept.extend(range(last, len(folded)))
    return Compact("".join(folded[i] for i in kept), tuple(start + i for i in kept), start)


@dataclass(frozen=True, slots=True)
class Clause:
    start: int  # in the sentence
    end: int
    opens_group: bool  # begins the sentence or follows a semicolon


_BRACKET = re.compile(r"[(（〔\[【]")


def clauses(sentence: str) -> list[Clause]:
    """Clauses of a sentence: cut at commas, semicolons and colons that stand outside brackets and quotes."""
    found: list[Clause] = []
    start, opens = 0, True
    depth = _depths(sentence) if _BRACKET.search(sentence) else None
    for match in _CLAUSE_END.finditer(sentence):
        if depth and depth[match.start()]:
            continue
        if match.start() > start:
            found.append(Clause(start, match.start(), opens))
            opens = match[0] != ","
        start = match.end()
    if start < len(sentence):
        found.append(Clause(start, len(sentence), opens))
    return found


def _depths(sentence: str) -> list[int]:
    """Nesting of brackets at each character; brackets that are never closed count as text."""
    depth, level, opened = [0] * len(sentence), 0, []
    for i, c in enumerate(sentence):
        if c in "(（〔[【":
            opened.append(i)
        elif c in ")）〕]】" and opened:
            level = opened.pop()
            if not opened:
                depth[level : i + 1] = [1] * (i + 1 - level)
    return depth


_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)]?")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of sentences; a semicolon stays inside, for what it joins shares its subject."""
    found, first = [], start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match[0][0] in "；;":
            continue
        if match.end() > first:
            found.append((first, match.end()))
        first = match.end()
    if text[first:end].strip():
        found.append((first, end))
    return found
