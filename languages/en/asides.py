"""What is told beside a predicate: the rate, now at 87.5 percent, is to climb; 2.9, compared with an average of 3.3."""

from __future__ import annotations

from dataclasses import replace

from languages.en.completed import RATES
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure
from languages.en.phrases import noun_phrase
from languages.en.subjects import gapped
from ontology.vocabulary import vocabulary

AVERAGES: dict[str, int] = {"provincial": 1, "national": 0}


def in_number(place: Place) -> Fact | None:
    """Health workers, 48,600 in number, will receive ...: how many there are, between commas behind the subject."""
    parse, clause, amount = place.parse, place.clause, place.amount
    tail = parse.sentence.lows(amount.last, amount.last + 3)
    if (
        place.before() != ","
        or tail[:2] not in {("in", "number"), ("in", "all"), ("in", "total")}
        or tail[2:] != (",",)
    ):
        return None
    found = gapped(parse, clause, clause.first, amount.first - 1)
    if found is None:
        return None
    return of_today(place, new(place, found[0], found[1], "en.aside", "count"))


def now_at(place: Place) -> Fact | None:
    """The rate, now at 87.5 percent, is to climb to 92: what it is today, between commas behind the subject."""
    parse, clause, amount = place.parse, place.clause, place.amount
    main, first = clause.main, amount.first - 1
    while parse.tags[first] in {"adv", "date", "prep", "verb"} and parse.sentence.low(first) != ",":
        first -= 1
    said = parse.sentence.lows(first + 1, amount.first)
    if main is None or parse.sentence.low(first) != "," or not {"now", "currently", "present"} & set(said):
        return None
    if main.first < amount.last or parse.sentence.low(amount.last) not in {",", "per"}:
        return None
    phrase = noun_phrase(parse, _behind_articles(place), first)
    found = gapped(parse, clause, clause.first, first) if phrase is not None else None
    if found is None:
        return None
    fact = new(place, found[0], found[1], "en.predicate", amount.unit or rate(place, found[1]) or found[0].unit)
    return of_today(place, fact)


def of_today(place: Place, fact: Fact) -> Fact:
    """A fact as it stands when the document is written, whatever its clause plans."""
    return replace(fact, status="achieved", period=(place.parse.context.date or "")[:4] or None)


def _behind_articles(place: Place) -> int:
    return place.parse.beyond(place.clause.first, place.amount.first, "det", "sign", "conj")


def beside_average(place: Place, state: State) -> Fact | None:
    """Stand at 2.9, compared with a provincial average of 3.3: the same rate of the whole province."""
    parse, home = place.parse, place.parse.context.place
    level = AVERAGES.get(place.before(3))
    against = parse.sentence.lows(max(0, place.amount.first - 7), place.amount.first)
    if level is None or home is None or not {"compared", "against", "versus"} & set(against) or not state.facts:
        return None
    last = state.facts[-1]
    places = vocabulary().places
    code = next((c for c in (home, *vocabulary().ancestors(home)) if c in places and places[c].level == level), None)
    if code is None or (last.unit not in RATES and last.measure.kind != "indicator"):
        return None
    fact = new(place, last.measure, place.amount.first, "en.average", place.amount.unit or last.unit)
    return replace(fact, places=(code,), status="achieved")


def is_average(place: Place) -> bool:
    """Below the provincial average of 5.3: what a number is compared with."""
    return (
        place.before() == "of"
        and place.before(2) == "average"
        and place.before(3) in {"national", "provincial", "global", "world", "regional", "city", "state"}
    )


def new(place: Place, measure: Measure, first: int, rule: str, unit: str | None) -> Fact:
    amount = place.amount
    return Fact(
        first,
        amount.last,
        measure,
        rule,
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        unit or amount.unit or "count",
        level=measure.level,
    )


def rate(place: Place, first: int) -> str | None:
    """The denominator that stands in the subject: doctors per 1,000 people stood at 2.87."""
    found = [r for r in place.parse.rates if first <= r.first < place.amount.first]
    return found[-1].unit if found else None
