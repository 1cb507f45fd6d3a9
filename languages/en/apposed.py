"""Numbers set beside what they are of: in brackets behind it, or between commas: the rate, now 81 percent, will rise."""

from __future__ import annotations

import re

from languages.en.asides import of_today
from languages.en.completed import RATES
from languages.en.facts import Fact, Place
from languages.en.measures import Measure, measure
from languages.en.subjects import noun_run, subject, subject_start

RATE_NOUNS = re.compile(
    r"rate|ratio|share|coverage|proportion|prevalence|incidence|uptake|expectancy|mortality|level|accuracy|enrol|capacity|density|percentage"
)


def apposed(place: Place) -> Fact | None:
    """The fact of a number in brackets or between commas; None where it stands in running words."""
    return _bracketed(place) or _between_commas(place)


def _fact(place: Place, found: Measure, first: int, rule: str, unit: str | None) -> Fact:
    amount = place.amount
    return Fact(
        first, amount.last, found, rule, amount, amount.value, amount.value_max, amount.comparator, unit or "count"
    )


def _bracketed(place: Place) -> Fact | None:
    """The infant mortality rate (3.1 per thousand): the rate in brackets is of the indicator before them.

    Of shares in a row of brackets each is of the noun before it: hospitals (40%), primary care (35%).
    """
    parse, amount = place.parse, place.amount
    if place.before() != "(" or place.low() not in {")", ",", ";"} or amount.unit not in RATES:
        return None
    before = noun_run(parse, amount.first - 1)
    found = measure(parse, before, before.last) if before is not None else None
    if before is None or found is None:
        return None
    row = [a for a in parse.amounts if a.unit == "percent" and parse.sentence.low(a.first - 1) == "("]
    if found.kind == "indicator" or RATE_NOUNS.search(found.label) or (amount.unit == "percent" and len(row) > 1):
        return _fact(place, found, before.first, "en.bracketed", amount.unit)
    return None


def _between_commas(place: Place) -> Fact | None:
    """Nurses per 1,000 people, 3.74, are to rise to 4.3; the rate, now 81 percent, will reach 90: what it is today."""
    parse, clause, amount = place.parse, place.clause, place.amount
    main = clause.main
    if main is None or main.status != "planned" or main.first < amount.last:
        return None
    at, last = amount.first, amount.last
    while at > clause.first and (parse.tags[at - 1] == "adv" or parse.sentence.low(at - 1) in {"now", "currently"}):
        at -= 1
    last = parse.beyond(last, clause.last, "date", "adv")
    if parse.sentence.low(at - 1) != "," or parse.sentence.low(last) != "," or main.first - last > 1:
        return None
    start = subject_start(parse, clause, main.first)
    rate = next((r.unit for r in parse.rates if start <= r.first < amount.first), None)
    spoken = subject(parse, clause)
    unit = amount.unit or rate or (spoken[0].unit if spoken is not None else None)
    if spoken is None or unit not in RATES:
        return None
    return of_today(place, _fact(place, spoken[0], start, "en.apposed", unit))
