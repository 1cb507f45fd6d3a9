"""What a number leaves to its neighbours: the unit of its baseline, of the rate before it, of its indicator."""

from __future__ import annotations

from dataclasses import replace

from languages.en.baselines import Roles
from languages.en.facts import Fact
from languages.en.measures import Measure
from languages.en.parse import Parse

RATES = frozenset({"percent", "permille", "per_100k", "per_10k", "per_1000", "percentage_point"})


def _is_same(earlier: Measure, later: Measure) -> bool:
    """32 beds after 35 hospital beds: the same thing by its last word."""
    return earlier.label.casefold().split(" ")[-1:] == later.label.casefold().split(" ")[-1:]


def _rate_before(parse: Parse, fact: Fact, earlier: list[Fact]) -> str | None:
    """8.1 beds per thousand, those of public hospitals 5.5, with 2.9 doctors: a rate too, as its decimals show."""
    if fact.amount is None or fact.value is None or fact.value == int(fact.value) or fact.value > 1000:
        return None
    at = fact.amount.first
    known = [(e.amount.first, e.unit) for e in earlier if e.amount is not None and e.amount.first < at]
    said = [(a.first, a.unit) for a in parse.amounts if a.first > at] + [(r.first, r.unit) for r in parse.rates]
    near = sorted([*known, *said], key=lambda rate: abs(rate[0] - at))
    return next((unit for _, unit in near if unit is not None and unit.startswith("per_")), None)


def _alike(parse: Parse, facts: list[Fact]) -> list[Fact]:
    """Facts of one clause in order, joined ones with the rate or the comparator that is said of the first alone."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.amount.first if fact.amount else fact.first):
        last = found[-1] if found else None
        if last is not None and last.amount is not None and fact.amount is not None:
            fact = _bounded(parse, last, _rated(parse, last, fact))
        found.append(fact)
    return found


def _rated(parse: Parse, last: Fact, fact: Fact) -> Fact:
    """Doctors per 10,000 people came to 32, nurses to 41: a rate that the first subject names holds for the next."""
    amount, before = fact.amount, last.amount
    if amount is None or before is None or amount.unit is not None or before.unit is not None or fact.unit != "count":
        return fact
    gapped = fact.rule == last.rule == "en.predicate" and any(r.first < before.first for r in parse.rates)
    return replace(fact, unit=last.unit) if gapped and (last.unit or "").startswith("per_") else fact


def _bounded(parse: Parse, last: Fact, fact: Fact) -> Fact:
    """Not lower than 80% by 2025 and 85% by 2027: the bound of the first number is that of the one joined to it."""
    amount = fact.amount
    if amount is None or fact.comparator != "eq" or last.comparator not in {"ge", "le"} or fact.unit != last.unit:
        return fact
    joined = parse.sentence.low(amount.first - 1) in {"and", "or"}
    between = range(last.amount.last if last.amount else 0, amount.first)
    if not joined or any(parse.tags[at] in {"verb", "aux", "modal"} for at in between):
        return fact
    return replace(fact, comparator=last.comparator)


def completed(parse: Parse, facts: list[Fact], role: Roles, earlier: list[Fact]) -> list[Fact]:
    """Baselines set beside their targets; a bare number takes the unit of its baseline, rate or indicator."""
    found: list[Fact] = []
    for fact in _alike(parse, facts):
        base = role.of.get(fact.amount.first) if fact.amount else None
        unit = fact.unit
        if base is not None:
            if fact.amount and fact.amount.unit is None and base.unit and unit == "count":
                unit = base.unit
            fact = replace(fact, baseline_value=base.value, baseline_year=base.year, unit=unit)
        fact = replace(fact, unit=unit)
        if unit == "count" and (rate := _rate_before(parse, fact, earlier)) is not None:
            unit = rate
            fact = replace(fact, unit=unit)
        if unit == "count" and fact.amount and fact.amount.unit is None and "corresponding" in parse.sentence.folded:
            same = [e for e in earlier if (e.unit or "").startswith("per_") and _is_same(e.measure, fact.measure)]
            unit = same[-1].unit if same else unit
            fact = replace(fact, unit=unit)
        if (
            fact.unit in {None, "count"}
            and fact.amount
            and fact.amount.unit is None
            and fact.measure.unit
            and fact.measure.kind == "indicator"
            and not (fact.rule == "en.counted" and fact.measure.label.endswith((" cases", " deaths")))
        ):
            fact = replace(fact, unit=fact.measure.unit)
        if fact.unit in RATES or fact.measure.kind == "indicator":
            fact = replace(fact, level=None)
        found.append(fact)
    return found
