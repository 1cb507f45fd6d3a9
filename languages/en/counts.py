"""The fact of a number and the noun phrase that it counts."""

from __future__ import annotations

from dataclasses import replace

from languages.en.facts import Fact, Place
from languages.en.measures import Measure
from languages.en.phrases import TIERS, Phrase


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
        if (
            between
            and all(a.unit is None for a in between)
            and "and" in words
            and not any(place.parse.tags[at] in {"verb", "aux"} for at in range(phrase.last, rate.first))
        ):
            return rate.unit
    return None
