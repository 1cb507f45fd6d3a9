"""Groups of places that are spoken of without their name: the north of the province, the six cities, the two places."""

from __future__ import annotations

from functools import cache

from languages.en import lexicon
from languages.en.numerals import UNITS
from languages.en.parse import Parse
from languages.en.places import Located
from ontology.vocabulary import vocabulary

DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest center centre".split())
DIVISIONS: dict[str, int] = lexicon.table("division_nouns")
PARTS = frozenset({"part", "parts", "region"})
WHOLES = frozenset({"province", "municipality", "region", "state", "city"})
SIDES = frozenset({"places", "sides", "areas"})
BEHIND = frozenset(
    {"", ",", ".", ";", ")", "and", "this", "last", "of", "by", "in", "over", "since", "to", "will", "has"}
)
FARTHEST = 4000  # characters that the name of a group may stand before its number


@cache
def _groups() -> tuple[tuple[str, str], ...]:
    """The English labels of groups of places, folded, with their ids."""
    return tuple(
        (label.casefold(), group.id)
        for group in vocabulary().groups.values()
        for label in (group.en, *group.variants_en)
    )


def regions(parse: Parse) -> list[Located]:
    """The groups that a sentence speaks of by their direction or their number, in the place of the text."""
    lows = parse.sentence.folded
    found: list[Located] = []
    for at in range(1, len(lows)):
        if lows[at - 1] != "the" and not (lows[at - 1] in PARTS | {"'s"} and lows[at] in DIRECTIONS):
            continue
        spot = _directed(parse, at) if lows[at] in DIRECTIONS or lows[at].endswith("ern") else _numbered(parse, at)
        if spot is not None and not any(f.last > spot.first for f in found):
            found.append(spot)
    return found


def _directed(parse: Parse, at: int) -> Located | None:
    """The north (of the province), the northern part, the six cities in the north: the group of that direction."""
    low, home = parse.sentence.low(at), parse.context.place
    adjective = low.endswith("ern")
    if adjective and parse.sentence.low(at + 1) not in PARTS | DIVISIONS.keys():
        return None
    if not adjective and parse.sentence.low(at + 1) not in BEHIND:
        return None
    if parse.sentence.low(at + 1) == "of" and not any(
        word in WHOLES or word == _name(home) for word in parse.sentence.lows(at + 2, at + 5)
    ):
        return None
    stem = low if adjective else {"center": "central", "centre": "central"}.get(low, f"{low}ern")
    codes = next(
        (
            tuple(vocabulary().groups[id].members)
            for label, id in _groups()
            if label.startswith(f"{stem} ") and _is_at_home(id, home)
        ),
        None,
    )
    return Located(at - 1, at + 1, codes) if codes is not None else None


def _name(home: str | None) -> str:
    place = vocabulary().places.get(home or "")
    return place.en.casefold() if place is not None and place.en else ""


def _is_at_home(id: str, home: str | None) -> bool:
    return home is not None and vocabulary().groups[id].province == home


def _numbered(parse: Parse, at: int) -> Located | None:
    """The six cities, the two places: the one group of so many members that the text has named before."""
    count = UNITS.get(parse.sentence.low(at))
    noun = parse.sentence.low(at + 1)
    if count is None or not 2 <= count <= 12 or noun not in DIVISIONS.keys() | SIDES:
        return None
    home = parse.context.place
    before = parse.sentence.text[max(0, parse.sentence.start - FARTHEST) : parse.sentence.tokens[at].start].casefold()
    codes: set[tuple[str, ...]] = set()
    for label, id in _groups():
        members = tuple(vocabulary().groups[id].members)
        if (
            len(members) == count
            and _are(members, noun)
            and (_is_at_home(id, home) or home in members)
            and _is_named(label, before)
        ):
            codes.add(members)
    return Located(at - 1, at + 2, codes.pop()) if len(codes) == 1 else None


def _are(members: tuple[str, ...], noun: str) -> bool:
    """Whether members are of the tier that a noun names: cities are no counties."""
    level = DIVISIONS.get(noun, 0)
    return level not in {2, 3} or all(vocabulary().places[code].level in {1, level} for code in members)


def _is_named(label: str, before: str) -> bool:
    """Whether a text names a group, or says its direction: northern Anhui, the north of the province."""
    if label in before:
        return True
    stem = label.split(" ", maxsplit=1)[0].removesuffix("ern")
    return stem in DIRECTIONS and (f"{stem} of the province" in before or f"{stem}ern part" in before)
