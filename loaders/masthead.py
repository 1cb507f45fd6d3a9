"""What a document says of itself, asked of its body: page furniture names other places and other days."""

from __future__ import annotations

import re
from dataclasses import replace

from languages import pack
from languages.reading import Masthead
from loaders.passages import passages
from ontology.codes import Lang

_HEAD = 400  # characters: where a page says when it was published


_SOURCE = re.compile(
    r"(?:来源|原载|刊于|刊发)[^\n]{0,30}?((?:19|20)\d\d)[年.-](1[0-2]|0?[1-9])[月.-](3[01]|[12]\d|0?[1-9])(?!\d)"
)


def masthead(text: str, lang: Lang) -> Masthead:
    """Title, issuer, place, date, and what they set for the whole; the date, failing all else, from the page's head."""
    language = pack(lang)
    read = language.masthead("\n".join(text[p.start : p.end] for p in passages(text, lang)))
    if (source := _source(text)) and (read.date is None or read.date[4:] in ("", source[4:])):
        return replace(read, date=source)  # a year that was inferred gives way to the one that is stated
    if read.date and len(read.date) > 4:
        return read
    said = language.masthead(text[:_HEAD]).date  # and so it does to a day that the page's head states
    return replace(read, date=said) if said and (read.date is None or len(said) > 7) else read


def _source(text: str) -> str | None:
    """The day that a line on the source at the end of a page states: (来源:某报 2025年8月22日)."""
    found = _SOURCE.search(text, max(0, len(text) - _HEAD))
    return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}" if found else None
