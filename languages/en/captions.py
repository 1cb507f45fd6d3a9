"""What the rows of a table or list count, as the line above them says: Number of dialysis units | Bihar - 38."""

from __future__ import annotations

import re

from languages.en.measures import Measure, is_health, measure
from languages.en.parse import Parse, parse
from languages.en.phrases import Phrase, noun_phrase, with_of
from languages.reading import Context

ROW = re.compile(r"\W*[A-Z][\w .'’&-]{1,40}?\s*(?:\||[-–—:])\s*[\d,.]+\s*(?:\|\s*[\d,.]+\s*){0,6}\W*$")
HEADER = re.compile(r"[^.\d]{1,120}\|[^.\d]{1,120}$")
LEADS = re.compile(
    r"\W*(?:annexure?\b\W*)?(?:(?:state|district|county|region|city|province)[- ]wise\s+)?(?:(?:status|details|list|numbers?|table|progress|distribution)\s+of\s+(?:the\s+)?)?(?:number\s+of\s+)?",
    re.IGNORECASE,
)
FARTHEST = 1500  # characters that a caption may stand before a row
MOST = 40  # rows between a caption and a row


def caption(text: str, start: int, end: int, context: Context) -> Measure | None:
    """The measure that the line above a run of rows names; None where `text[start:end]` is no row."""
    first = text.rfind("\n", 0, start) + 1
    if not ROW.match(text[first:end].strip()):
        return None
    lines = text[max(0, first - FARTHEST) : first].split("\n")[-MOST:]
    for line in reversed(lines):
        stripped = line.strip()
        if not stripped or ROW.match(stripped) or HEADER.match(stripped):
            continue
        return _named(stripped, context) if len(stripped) < 160 and not re.search(r"[.!?]$", stripped) else None
    return None


def _named(line: str, context: Context) -> Measure | None:
    lead = LEADS.match(line)
    body = line[lead.end() :] if lead else line
    parsed: Parse = parse(body, 0, len(body), context)
    phrase = noun_phrase(parsed, 0, len(parsed.tags))
    if phrase is None:
        return None
    whole = with_of(parsed, phrase, len(parsed.tags))
    found = measure(parsed, Phrase(whole.first, whole.last), len(parsed.tags))
    return found if found.id is not None or is_health(found.label) else None
