"""Where a fact applies: divisions by name, groups, the place spoken of, each of several, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from languages.en import lexicon
from languages.en.terms import Found
from languages.en.tokens import Sentence
from languages.mention import PlaceMention
from ontology.vocabulary import vocabulary

DIVISIONS: dict[str, int] = lexicon.table("division_nouns")
COUNTRY_WORDS = lexicon.table("country_words")
SUFFIXES = lexicon.table("place_suffixes")


@dataclass(frozen=True, slots=True)
class Located:
    """Codes over tokens [first, last). `rest`: the members not named; `each`: of every member."""

    first: int
    last: int
    codes: tuple[str, ...]
    rest: bool = False
    each: bool = False


def resolve(sentence: Sentence, found: Sequence[Found], home: str | None) -> list[Located]:
    """The places of a sentence, homonyms settled by the place that the document speaks of."""
    located: list[Located] = []
    for name in found:
        codes = _codes(sentence, name, home, [code for place in located for code in place.codes])
        if codes:
            located.append(Located(name.first, name.last, codes))
    return located


def _codes(sentence: Sentence, name: Found, home: str | None, named: Sequence[str]) -> tuple[str, ...]:
    groups = [id for kind, id in name.candidates if kind == "group"]
    for id in groups:
        group = vocabulary().groups[id]
        if group.province is None or home is None or group.province == home or group.province in _lineage(home):
            return tuple(group.members)
    codes = [id for kind, id in name.candidates if kind == "place"]
    stems = [
        id
        for kind, id in name.candidates
        if kind == "stem" and home is not None and home in _lineage(id) and home != "CN"
    ]
    if stems and not any(home in _lineage(code) or code == home for code in codes):
        codes = stems
    if not codes:
        return ()
    level = (
        SUFFIXES.get(sentence.low(name.last - 1))
        if name.last - name.first > 1
        else SUFFIXES.get(sentence.low(name.last))
    )
    if level is not None:
        codes = [c for c in codes if vocabulary().places[c].level in level] or codes
    chosen = _nearest(codes, home, named)
    return (chosen,) if chosen else ()


def _nearest(codes: Sequence[str], home: str | None, named: Sequence[str]) -> str | None:
    """Of homonyms the one in (or around) the home place, else in a place named before, else the highest."""
    places = vocabulary().places
    if len(codes) == 1:
        code = codes[0]
        if (
            home is not None
            and len(home) == 6
            and places[code].level == 3
            and not {home, *_lineage(home)} & (set(_lineage(code)) - {"CN"})
        ):
            return None
        foreign = home is not None and len(home) == 2 and home != "CN"
        return None if foreign and len(code) == 6 and places[code].level > 1 else code
    for anchor in filter(None, (home, *reversed(named))):
        if anchor in codes:
            return anchor
        kin = {anchor, *_lineage(anchor)} - {"CN"}
        close = [c for c in codes if anchor in _lineage(c)] or [c for c in codes if kin & set(_lineage(c))]
        if close:
            return min(close, key=lambda c: (places[c].level, c))
    return min(codes, key=lambda c: (places[c].level, c))


def _lineage(code: str) -> tuple[str, ...]:
    return vocabulary().ancestors(code)


def members(home: str | None, words: Iterable[str]) -> tuple[str, ...]:
    """All divisions of the kinds named (cities, counties) in the home place; empty where it has none."""
    place = vocabulary().places.get(home or "")
    if place is None or home is None:
        return ()
    levels = {DIVISIONS[word] for word in words if word in DIVISIONS}
    if place.level == 0:
        return vocabulary().children(home) if levels & {1} else ()
    if levels & {2} and place.level == 1:
        return vocabulary().cities(home)
    if levels & {3} and place.level in {1, 2}:
        return vocabulary().counties(home)
    if place.level == 2 and levels & {2, 3}:
        return vocabulary().counties(home)
    return ()


def country_of(word: str) -> str | None:
    """The country of an adjective: Indian, Kenyan, Chinese."""
    code = COUNTRY_WORDS.get(word)
    return str(code) if code else None


def mention(sentence: Sentence, place: Located) -> PlaceMention:
    kind = "rest" if place.rest else "group" if len(place.codes) > 1 else "division"
    return PlaceMention(
        sentence.tokens[place.first].start, sentence.tokens[place.last - 1].end, place.codes, kind, place.each
    )


@cache
def provinces() -> frozenset[str]:
    return frozenset(code for code, place in vocabulary().places.items() if place.level == 1)
