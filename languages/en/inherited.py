"""Places that a clause does not name itself: its subject was said before, or is spoken of as the county, the capital."""

from __future__ import annotations

from collections.abc import Sequence

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.parse import Parse
from languages.en.places import Located
from ontology.vocabulary import vocabulary

STANDING = frozenset({"be", "open", "stand", "lie", "start", "begin"})
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
        if all(s.codes == (parse.context.place,) for s in found):
            found = _set_in(parse, earlier, spots) or found
        if found or _has_subject(parse, earlier):
            return found
    return []


def _set_in(parse: Parse, clause: Clause, spots: Sequence[Located]) -> list[Located]:
    """A hospital, which was unveiled in Hefei, has 500 beds; a fifth is under construction in Fuyang and will have 200."""
    whole = [g for g in clause.groups if not g.saying and (g.passive or g.lemma in STANDING)]
    main = whole[-1] if whole else None
    if main is None or "amount" in parse.tags[main.last : clause.last]:
        return []
    return [s for s in spots if main.last <= s.first < clause.last and parse.sentence.low(s.first - 1) in {"in", "at"}]


def there(parse: Parse, clause: Clause, spots: Sequence[Located]) -> list[Located]:
    """Sent 300 doctors to northern Anhui and performed 5,000 operations there: the last place of the sentence."""
    at = next(
        (
            at
            for at in range(clause.first + 1, clause.last)
            if parse.sentence.low(at) == "there"
            and tuple(parse.tags[at + 1 : at + 2]) not in {("aux",), ("modal",), ("verb",)}
        ),
        None,
    )
    ahead = [s for s in spots if s.last <= clause.first and parse.sentence.low(s.first - 1) in {"in", "to", "at"}]
    return ahead[-1:] if at is not None else []


def named_here(parse: Parse, clause: Clause, spots: Sequence[Located]) -> tuple[str, ...] | None:
    """The county, spoken of behind the name of one in the same sentence."""
    for at in range(clause.first + 1, clause.last):
        level = SPOKEN.get(parse.sentence.low(at))
        if level is None or parse.sentence.low(at - 1) != "the" or parse.sentence.low(at + 1) in {"of", "government"}:
            continue
        ahead = [s.codes for s in spots if s.last <= at and len(s.codes) == 1 and s.codes[0] in vocabulary().places]
        known = [codes for codes in ahead if vocabulary().places[codes[0]].level == level]
        if known:
            return known[-1]
    return None


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
    if previous is None or not previous.places:
        return None
    if len(previous.places) > 1:
        return previous.places if _is_region(parse, clause) else None
    place = vocabulary().places.get(previous.places[0])
    if place is None or (home is not None and place.level <= home.level):
        return None
    limit = clause.main.first if clause.main is not None else min(clause.last, clause.first + 6)
    for at in range(clause.first + 1, limit):
        level = SPOKEN.get(parse.sentence.low(at))
        if level == place.level and parse.sentence.low(at - 1) == "the" and parse.sentence.low(at + 1) != "of":
            return previous.places
    return None


def _is_region(parse: Parse, clause: Clause) -> bool:
    """In the region: the group of places that the reading before was about."""
    return any(
        parse.sentence.lows(at, at + 3) == ("in", "the", "region") and parse.sentence.low(at + 3) != "of"
        for at in range(clause.first, clause.last)
    )
