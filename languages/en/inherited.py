"""Places that a clause does not name itself: its subject was said before, or is spoken of as the county, the capital."""

from __future__ import annotations

from collections.abc import Sequence

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.parse import Parse
from languages.en.places import Located
from ontology.vocabulary import vocabulary

SPOKEN: dict[str, int] = lexicon.table("spoken_places")


def capitals(parse: Parse) -> list[Located]:
    """The provincial capital, where the document speaks of a province."""
    home = vocabulary().places.get(parse.context.place or "")
    if home is None or home.level != 1:
        return []
    cities = vocabulary().cities(home.code)
    found = []
    for at in range(1, len(parse.tags)):
        if parse.sentence.low(at) != "capital" or parse.tags[at] != "noun" or not cities:
            continue
        if parse.sentence.low(at - 1) in {"the", "provincial", "regional"} and parse.sentence.low(at + 1) not in {
            "of",
            "investment",
            "construction",
            "fund",
            "funds",
        }:
            found.append(Located(at - 1, at + 1, (cities[0],)))
    return found


def subject_places(parse: Parse, clause: Clause, spots: Sequence[Located]) -> list[Located]:
    """The places of the subject that a clause without one goes on with: Jiange built 5 and trained 300."""
    index = parse.position(clause)
    while index > 0 and not parse.clauses[index].hard and not _has_subject(parse, parse.clauses[index]):
        index -= 1
        earlier = parse.clauses[index]
        main = earlier.main
        if main is None:
            continue
        found = [s for s in spots if earlier.first <= s.first < main.first]
        if found or _has_subject(parse, earlier):
            return found
    return []


def _has_subject(parse: Parse, clause: Clause) -> bool:
    """Whether a noun stands between the opening of a clause and its verb; a clause without verb goes on with a list."""
    if not clause.groups:
        return False
    at = clause.first
    first = clause.groups[0].first
    while at < first:
        if parse.tags[at] in {"noun", "pron", "amount"}:
            return True
        at += 1
    return False


def spoken(parse: Parse, clause: Clause) -> tuple[str, ...] | None:
    """The county, the district: the one place of that tier that the reading before was about."""
    previous, home = parse.context.previous, vocabulary().places.get(parse.context.place or "")
    if previous is None or not previous.places or len(previous.places) != 1:
        return None
    place = vocabulary().places.get(previous.places[0])
    if place is None or (home is not None and place.level <= home.level):
        return None
    limit = clause.main.first if clause.main is not None else min(clause.last, clause.first + 6)
    for at in range(clause.first + 1, limit):
        level = SPOKEN.get(parse.sentence.low(at))
        if level == place.level and parse.sentence.low(at - 1) == "the" and parse.sentence.low(at + 1) != "of":
            return previous.places
    return None
