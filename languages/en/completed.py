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
    """8.1 beds per thousand, of which those of public hospitals 5.5: a part of a rate, as its decimals show."""
    at = fact.amount.first if fact.amount is not None else 0
    known = [e for e in earlier if e.amount is not None and e.amount.first < at]
    if fact.amount is None or fact.value is None or fact.value == int(fact.value) or not known:
        return None
    unit = known[-1].unit or ""
    return unit if unit.startswith("per_") and "which" in parse.sentence.lows(known[-1].last, at) else None


def completed(parse: Parse, facts: list[Fact], role: Roles, earlier: list[Fact]) -> list[Fact]:
    """Baselines set beside their targets; a bare number takes the unit of its baseline, rate or indicator."""
    found: list[Fact] = []
    for fact in facts:
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
        ):
            fact = replace(fact, unit=fact.measure.unit)
        if fact.unit in RATES or fact.measure.kind == "indicator":
            fact = replace(fact, level=None)
        found.append(fact)
    return found
