"""The fact of a number and the noun phrase that it counts."""

from __future__ import annotations

from dataclasses import replace

from languages.en.facts import Fact, Place
from languages.en.measures import Measure, measure
from languages.en.phrases import TIERS, Phrase, noun_phrase

APPLICANTS = frozenset({"units", "hospitals", "institutions", "projects", "counties", "cities"})


def count_fact(place: Place, phrase: Phrase, found: Measure, rule: str, first: int | None = None) -> Fact:
    amount = place.amount
    unit = amount.unit or rate_of(place, phrase) or "count"
    level = found.level
    if rule == "en.elided-head":
        tiers = [TIERS[w] for w in place.parse.sentence.lows(phrase.first, phrase.last) if w in TIERS]
        level = tiers[0] if len(set(tiers)) == 1 else None
    start = amount.first if first is None else first
    if place.parse.sentence.lows(phrase.last, phrase.last + 2) == ("or", "so") and amount.comparator == "eq":
        amount = replace(amount, comparator="approx")
    return Fact(
        start, phrase.last, found, rule, amount, amount.value, amount.value_max, amount.comparator, unit, level=level
    )


def rate_of(place: Place, phrase: Phrase) -> str | None:
    """Per 1,000 people behind the noun, or at the end of the list that the noun is in."""
    for rate in place.parse.rates:
        if not phrase.last <= rate.first < place.clause.last:
            continue
        between = [a for a in place.parse.amounts if place.amount.last <= a.first < rate.first]
        words = place.parse.sentence.lows(phrase.last, rate.first)
        if not between and len(words) <= 1:
            return rate.unit
        whole = place.amount.value == int(place.amount.value)
        if whole and any(a.value != int(a.value) for a in between):
            continue  # 2 hospitals, 3.1 doctors and 3.6 nurses per 1,000 people
        if (
            between
            and all(a.unit is None for a in between)
            and "and" in words
            and not any(place.parse.tags[at] in {"verb", "aux"} for at in range(phrase.last, rate.first))
        ):
            return rate.unit
    return None


def sought_by(place: Place, phrase: Phrase) -> Fact | None:
    """Recommend 3 units to compete for the specialty group: what they seek is what is counted."""
    parse = place.parse
    if parse.sentence.low(phrase.head) not in APPLICANTS:
        return None
    seek = next((g for g in place.clause.groups if g.first == phrase.last and g.status == "sought"), None)
    if seek is None or parse.sentence.low(seek.last) != "for":
        return None
    at = seek.last + 1
    while at < place.clause.last and parse.tags[at] == "det":
        at += 1
    prize = noun_phrase(parse, at, place.clause.last)
    return count_fact(place, phrase, measure(parse, prize, place.clause.last), "en.counted") if prize else None
