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
    if read.date and len(read.date) > 4:
        return read
    said = language.masthead(text[:_HEAD]).date  # a year that was inferred gives way to a day that is stated
    if (said is None or len(said) <= 4) and (source := _SOURCE.search(text, max(0, len(text) - _HEAD))):
        said = f"{source[1]}-{int(source[2]):02d}-{int(source[3]):02d}"
    return replace(read, date=said) if said and (read.date is None or len(said) > 7) else read
