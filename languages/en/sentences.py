"""Sentences of a paragraph: a stop ends one unless an abbreviation, an initial or a number holds it."""

from __future__ import annotations

import re

ENDING = re.compile(r"[.!?。！？][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9\"“(\[]|\s*$|[A-Z][a-z])|\n\s*\n?")
ABBREVIATION = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|nos|dr|mr|mrs|ms|st|prof|rs|vs|approx|dept|govt|inc|ltd|co|fig|gen|hon|sh|ksh|tk|e\.g|i\.e|u\.s|u\.k|u\.n|p\.m|a\.m|al|art|sec|vol|pp|ref|jr|sr|rev|sen|rep|gov|d\.c|ph\.d|m\.d)|\b[A-Z])\.$",
    re.IGNORECASE,
)
INITIAL = re.compile(r"\b[A-Z]\.$")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]`, blanks around them left out."""
    spans: list[tuple[int, int]] = []
    first = start
    for match in ENDING.finditer(text, start, end):
        if match.end() <= first or _holds(text, first, match):
            continue
        _add(text, first, match.end(), spans)
        first = match.end()
    _add(text, first, end, spans)
    return spans


def _holds(text: str, first: int, match: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a list marker."""
    if text[match.start()] != ".":
        return False
    word = text[max(first, match.start() - 8) : match.start() + 1]
    if INITIAL.search(word) and not word[:-1].strip().isdecimal():
        return bool(re.match(r"\s*[A-Z][a-z]", text[match.end() : match.end() + 6])) and not word.endswith(
            (" A.", "A.")
        )
    if ABBREVIATION.search(word) and not INITIAL.search(word):
        return match.end() < len(text) and not text[match.end() :].lstrip()[:4].startswith(("The ", "In ", "It "))
    lead = text[first : match.start()].strip()
    return len(lead) <= 3 and lead.isdecimal()


def _add(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> None:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        spans.append((first, last))
