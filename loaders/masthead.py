"""What a document says of itself, asked of its body: page furniture names other places and other days."""

from __future__ import annotations

from dataclasses import replace

from languages import pack
from languages.reading import Masthead
from loaders.passages import passages
from ontology.codes import Lang

_HEAD = 400  # characters: where a page says when it was published


def masthead(text: str, lang: Lang) -> Masthead:
    """Title, issuer, place, date, and what they set for the whole; the date, failing all else, from the page's head."""
    language = pack(lang)
    read = language.masthead("\n".join(text[p.start : p.end] for p in passages(text, lang)))
    if read.date and len(read.date) > 4:
        return read
    said = language.masthead(text[:_HEAD]).date  # a year that was inferred gives way to a day that is stated
    return replace(read, date=said) if said and (read.date is None or len(said) > 7) else read
