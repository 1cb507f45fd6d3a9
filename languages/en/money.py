"""Sums of money: what they are for, what they are paid per, what they save."""

from __future__ import annotations

import re
from dataclasses import replace

from languages.en import lexicon
from languages.en.baselines import SUMMARIES
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, label, noun_phrase, with_of
from languages.en.subjects import about, noun_run
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import is_a

CURRENCIES = frozenset(str(v) for key in ("before", "after") for v in lexicon.table("currencies", key).values())
FUND_NOUNS = re.compile(
    r"subsid|standard|budget|fund|cost|expenditure|expense|investment|fee|price|allowance|grant|loan|bond|instal|salar|payment|spending|premium|revenue|saving|allocation|outlay|capital|donation|compensation|bonus|ceiling|reimburse|deductible|package|contract|income|project|balance|surplus|deficit|burden|debt"
)
PURPOSES = frozenset({"for", "on", "in", "to", "into", "towards", "toward"})
MONEY_HEAD = re.compile(r"\W*(?:[₦₱£$€¥\d]|US\$|Rs\b|Sh\d)")
PER = frozenset({"per", "a", "each", "every"})


def money(place: Place, state: State) -> Fact | None:
    """The fact of a sum."""
    amount = place.amount
    if _is_converted(place):
        return None
    found = (
        _valued(place)
        or _before_of(place)
        or _after_of(place)
        or _noun_behind(place)
        or _noun_before(place)
        or _of_it(place, state)
    )
    if found is None:
        verb = _verb(place)
        joined = place.before() in {"and", ","}  # 1.7 billion to cut waits and 448 million for hospitals
        if verb is not None and (verb.passive or (is_a(verb.lemma, "level", "increase", "decrease") and not joined)):
            spoken = about(place, state)
            if spoken is not None and not (spoken[0].label and verb.lemma in {"allocate", "invest", "spend"}):
                found = spoken
        if found is None and verb is not None and is_a(verb.lemma, "decrease", "increase") and not joined:
            found = about(place, state)
    if found is None:
        found = _purpose(place, amount.last, place.clause.last)
    if found is None:
        found = about(place, state) if place.before() in {"to", "at", "by", "is", "was", "from"} else None
    if found is None and (verb := _verb(place)) is not None and verb.lemma in {"cost", "earn"}:
        found = about(place, state)
        if found is not None and verb.lemma == "cost":
            found = replace(found[0], label=f"cost of {found[0].label}"), found[1]
    if found is None and (verb := _verb(place)) is not None and verb.lemma in {"pay", "reimburse", "disburse"}:
        payer = about(place, state)
        found = payer if payer is not None and is_health(payer[0].label) else None
    if found is None and place.before() == "worth":
        found = _worth(place)
    if found is not None and MONEY_HEAD.match(found[0].label):
        found = (state.measure, amount.first) if state.measure is not None else None
    if found is None:
        found = (Measure("funding"), amount.first)
    read, first = _named_by_use(place, *found)
    last = _evidence_end(place)
    return Fact(
        min(first, amount.first), last, Measure(read.label, read.id, read.kind, None, read.specialty), "en.money", amount,
        amount.value, amount.value_max, amount.comparator, amount.unit, level=None,
    )  # fmt: skip


def _verb(place: Place) -> VerbGroup | None:
    return next((g for g in reversed(place.clause.groups) if g.last <= place.amount.first and not g.saying), None)


def _valued(place: Place) -> tuple[Measure, int] | None:
    """Claims worth a further Ksh 940 million were rejected: the things that are worth so much, where nothing is built."""
    parse, at = place.parse, place.amount.first - 1
    while at > place.clause.first and parse.sentence.low(at) in {"a", "an", "another", "further", "additional"}:
        at -= 1
    if parse.sentence.low(at) != "worth" or parse.sentence.low(at - 1) not in {
        "claims",
        "drugs",
        "equipment",
        "supplies",
    }:
        return None
    run = noun_run(parse, at)
    return (measure(parse, run, at), run.first) if run is not None else None


def _worth(place: Place) -> tuple[Measure, int] | None:
    """Rejected claims worth Sh10 billion: the noun before `worth`."""
    parse, last = place.parse, place.amount.first - 1
    first = last
    while first > place.clause.first and parse.tags[first - 1] in {"noun", "verb"} and last - first < 3:
        first -= 1
    return (measure(parse, Phrase(first, last), last), first) if first < last else None


def _is_converted(place: Place) -> bool:
    """The same sum in another currency, in brackets behind it."""
    if place.before() != "(":
        return False
    return any(a.last == place.amount.first - 1 and a.unit in CURRENCIES for a in place.parse.amounts)


def _in_brackets(parse: Parse, at: int) -> bool:
    return any(a.first <= at < a.last and parse.sentence.low(a.first - 1) == "(" for a in parse.amounts)


def _named_by_use(place: Place, read: Measure, first: int) -> tuple[Measure, int]:
    """A cut of a cost is a reduction; what is paid by the month an allowance."""
    text = read.label
    verb = next((g for g in reversed(place.clause.groups) if g.last <= place.amount.first), None)
    if verb is not None and verb.lemma == "save" and "saving" not in text:
        return Measure("cost savings"), verb.first
    if place.low() in PER and place.low(1) in {"month", "year", "day", "week"} and text.startswith("funding for "):
        return Measure(f"{text.removeprefix('funding for ')} allowance", read.id, read.kind), first
    return read, first


def _evidence_end(place: Place) -> int:
    return max(place.amount.last, min(place.limit, place.clause.last))


def _before_of(place: Place) -> tuple[Measure, int] | None:
    """A subsidy of 500 yuan, the second instalment of Rs 25 crore."""
    parse, amount = place.parse, place.amount
    if place.before() != "of":
        return None
    last = amount.first - 1
    first = last
    while first > place.clause.first and parse.tags[first - 1] == "noun":
        first -= 1
    if first == last or parse.sentence.low(last - 1) in SUMMARIES:
        return None
    read = measure(parse, Phrase(first, last), last)
    behind = _purpose(place, amount.last, place.limit)
    if behind is not None and read.id is None:
        return Measure(
            f"{read.label} for {behind[0].label.removeprefix('funding for ')}", behind[0].id, behind[0].kind
        ), first
    return read, first


def _after_of(place: Place) -> tuple[Measure, int] | None:
    """1.12 billion yuan of special bond funds, worth of equipment."""
    parse, at = place.parse, place.amount.last
    if parse.sentence.low(at) == "worth":
        at += 1
    if parse.sentence.low(at) not in {"of"}:
        return None
    at += 1
    while at < place.limit and parse.tags[at] == "det":
        at += 1
    phrase = noun_phrase(parse, at, place.limit)
    return (measure(parse, phrase, place.limit), place.amount.first) if phrase else None


def _noun_behind(place: Place) -> tuple[Measure, int] | None:
    """Yuan in medical fees, a 50 million yuan fund."""
    parse, at = place.parse, place.amount.last
    if parse.sentence.low(at) == "in":
        phrase = noun_phrase(parse, at + 1, place.limit)
        if phrase is not None and FUND_NOUNS.search(parse.sentence.low(phrase.head)):
            return measure(parse, with_of(parse, phrase, place.limit), place.limit), place.amount.first
        return None
    if at < place.limit and parse.tags[at] == "noun":
        phrase = noun_phrase(parse, at, place.limit)
        named = phrase is not None and FUND_NOUNS.search(parse.sentence.low(phrase.head))
        if phrase is not None and (named or _is_hyphened(place)):
            return measure(parse, with_of(parse, phrase, place.limit), place.limit), place.amount.first
    return None


def _noun_before(place: Place) -> tuple[Measure, int] | None:
    """Total investment 1.15 billion yuan: a sum right behind its noun, as in brackets."""
    run = noun_run(place.parse, place.amount.first)
    if run is None or not FUND_NOUNS.search(place.before()):
        return None
    return measure(place.parse, run, run.last), run.first


def _is_hyphened(place: Place) -> bool:
    """A 200-million-yuan hospital tower: what a sum is tied to by hyphens costs it."""
    parse, at = place.parse, place.amount.last - 1
    return "-" in parse.sentence.low(at) or parse.sentence.low(at - 1) == "-"


def _of_it(place: Place, state: State) -> tuple[Measure, int] | None:
    """500 million yuan for clinics, 120 million of which went to Gansu: a part of the sum before, for the same thing."""
    if place.low() != "of" or place.low(1) not in {"it", "which", "that"}:
        return None
    known = next((fact.measure for fact in reversed(state.facts) if fact.unit in CURRENCIES), None)
    purpose = _purpose(place, place.amount.last + 2, place.clause.last)
    return purpose or ((known, place.amount.first) if known is not None else None)


def _purpose(place: Place, first: int, last: int) -> tuple[Measure, int] | None:
    """What a sum goes to: behind `for`, `on`, `in`, `to`."""
    parse = place.parse
    for at in range(first, min(last, first + 12)):
        if parse.tags[at] == "amount" and _in_brackets(parse, at):
            continue
        if parse.tags[at] == "amount" and parse.sentence.low(at - 1) not in PURPOSES:
            return None
        if parse.sentence.low(at) not in PURPOSES or parse.tags[at] not in {"prep", "to"}:
            continue
        start = at + 1
        while start < last and (
            parse.tags[start] in {"det", "verb"}
            or (parse.tags[start] == "amount" and parse.tags[min(start + 1, last - 1)] in {"noun", "amount"})
        ):
            start += 1
        phrase = noun_phrase(parse, start, last)
        if phrase is None or parse.tags[start] == "date":
            continue
        read = measure(parse, phrase, last)
        verb = _verb(place)
        spent = verb is not None and verb.lemma == "spend" and parse.sentence.low(at) == "on"
        return Measure(
            f"{'spending on' if spent else 'funding for'} {label(parse, with_of(parse, phrase, last))}",
            read.id,
            read.kind,
            None,
            read.specialty,
        ), place.amount.first
    return None
