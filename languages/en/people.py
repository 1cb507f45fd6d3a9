"""Persons with their office: Li Min, deputy director of the Dazhou Municipal Health Commission."""

from __future__ import annotations

from languages.en import lexicon
from languages.en.parse import Parse

OFFICES = lexicon.words("offices")


def persons(parse: Parse) -> tuple[tuple[str, str, str], ...]:
    """(name, title, organization) of everyone that the sentence names with an office and a known body."""
    found = []
    sentence = parse.sentence
    for at in range(1, len(sentence) - 1):
        if sentence.low(at) != "," or not _is_office(parse, at + 1):
            continue
        first = at
        while (
            first > 0
            and at - first < 4
            and sentence.kind(first - 1) == "word"
            and sentence.tokens[first - 1].text[0].isupper()
        ):
            first -= 1
        if not 2 <= at - first <= 4:
            continue
        org = next((o for o in parse.organizations if at < o.first <= at + 14), None)
        if org is None:
            continue
        last = org.first
        while last > at + 1 and sentence.low(last - 1) in {"of", "the", "at", "in"}:
            last -= 1
        title = sentence.phrase(at + 1, last)
        found.append((sentence.phrase(first, at), title, sentence.phrase(org.first, org.last)))
    return tuple(found)


def names_office(text: str) -> bool:
    """Whether a stretch holds a word for an office at all."""
    low = text.casefold()
    return "," in low and any(word in low for word in OFFICES)


def _is_office(parse: Parse, at: int) -> bool:
    return any(parse.sentence.low(i) in OFFICES for i in range(at, at + 4))
