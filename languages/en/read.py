"""One English sentence to its readings: clause by clause, each leaning on those before it."""

from __future__ import annotations

import re
from dataclasses import replace

from languages.en import lexicon, places
from languages.en.clauses import Clause
from languages.en.facts import Fact, State
from languages.en.measures import is_elsewhere, is_health
from languages.en.named import hospital_names, named
from languages.en.numeric import numeric
from languages.en.parse import Parse, parse
from languages.en.people import persons
from languages.en.places import Located
from languages.en.status import Verdict, granted, settled, verdict
from languages.en.subjects import governing
from languages.en.where import located, where
from languages.reading import Context, Reading

WORTH = re.compile(
    r"\d|\b(?:" + "|".join(sorted(lexicon.words("numbers", "units") | lexicon.words("numbers", "fractions") | lexicon.words("numbers", "scales") - {"k", "m"}))
    + r"|single|no|all|every|full|doubl\w*|tripl\w*|twice|quadrupl\w*)\b|[-–](?:year|bed)", re.IGNORECASE
)  # fmt: skip
LONGEST = 6000  # characters of one sentence that are read


def read(text: str, start: int, end: int, context: Context) -> list[Reading]:
    """The readings of `text[start:end]`, one sentence; offsets are into `text`. Time is linear in its length."""
    end = min(end, start + LONGEST)
    sentence = text[start:end]
    if not context.health and not is_health(sentence):
        return []
    parsed = parse(text, start, end, context)
    if not parsed.tags or not (parsed.terms or parsed.amounts or parsed.groups):
        return []
    spots = located(parsed)
    state = _opened(context)
    found: list[Reading] = []
    before: Verdict | None = None
    period: str | None = None
    for clause in parsed.clauses:
        facts = numeric(parsed, clause, state, spots)
        facts += named(parsed, clause, facts)
        spoken = verdict(parsed, clause, _anchor(clause, facts), before)
        own = _period(parsed, clause)
        if own is not None and _opens(parsed, clause):
            period = own
        for fact in sorted(facts, key=lambda f: f.first):
            reading = _reading(parsed, clause, fact, spots, before, fact.period or own or period)
            if reading is not None and _is_worth(fact, clause, parsed, context):
                found.append(reading)
        before = spoken if spoken.status is not None and clause.groups else before
    people = persons(parsed)
    return [replace(reading, persons=people) for reading in found] if people else found


def _opened(context: Context) -> State:
    from languages.en.measures import Measure

    previous = context.previous
    if previous is None:
        return State()
    return State(measure=Measure(previous.label, previous.measure, None, previous.level), unit=previous.unit)


def _anchor(clause: Clause, facts: list[Fact]) -> int:
    first = next((f.amount.first if f.amount else f.first for f in facts), None)
    return clause.last if first is None else first


def _period(parsed: Parse, clause: Clause) -> str | None:
    """The date of a clause: a deadline first, then any that is no start and no baseline."""
    inside = [d for d in parsed.dates if clause.first <= d.first < clause.last and d.period and d.role != "since" and not _dates_baseline(parsed, d.first)]
    deadline = next((d for d in inside if d.deadline), None)
    chosen = deadline or next((d for d in inside if d.role != "now"), None) or next(iter(inside), None)
    return chosen.period if chosen is not None else None


def _dates_baseline(parsed: Parse, first: int) -> bool:
    """Whether a date belongs to a `from` amount right before it."""
    for amount in parsed.amounts:
        if 0 <= first - amount.last <= 1:
            at = amount.first - 1
            lows = parsed.sentence.low(at)
            if lows in {"from", "against", "versus"} or (lows in {"and", ","} and "from" in parsed.sentence.lows(at - 4, at)):
                return True
    return False


def _opens(parsed: Parse, clause: Clause) -> bool:
    """Whether the date stands at the head of its clause, and so rules the clauses that follow."""
    inside = [d for d in parsed.dates if clause.first <= d.first < clause.last]
    if not inside:
        return False
    head = inside[0].first
    return all(parsed.tags[at] in {"sign", "conj", "adv", "prep", "sub", "rel", "det"} or any(g.saying for g in clause.groups if g.first <= at < g.last) or parsed.tags[at] == "pron" for at in range(clause.first, head))


def _is_worth(fact: Fact, clause: Clause, parsed: Parse, context: Context) -> bool:
    """Facts of the health trade alone: by the measure, else by the clause where the text is about health."""
    text = fact.measure.label
    if not text and fact.measure.id is None:
        return False
    if fact.measure.id is not None or is_health(text):
        return True
    if is_elsewhere(text):
        return False
    said = parsed.sentence.phrase(clause.first, clause.last)
    if context.health:
        return not is_elsewhere(said) or is_health(said)
    return is_health(said) and not is_elsewhere(said)


def _reading(parsed: Parse, clause: Clause, fact: Fact, spots: tuple[Located, ...], before: Verdict | None, period: str | None) -> Reading | None:
    index = fact.amount.first if fact.amount is not None else max(fact.first, clause.first)
    spoken = verdict(parsed, clause, index, before)
    group = governing(clause, index)
    status = fact.status or granted(settled(spoken, parsed.context, period), fact.measure.kind, fact.level, group)
    codes, each, rest = where(parsed, clause, fact, spots)
    start, end = _evidence(parsed, clause, fact)
    names = [parsed.sentence.phrase(org.first, org.last) for org in hospital_names(parsed, *_reach(clause, fact))]
    return Reading(
        start, end, fact.rule, fact.value, fact.value_max, fact.comparator, fact.unit, fact.change if fact.value is not None else None,
        fact.baseline_value, fact.baseline_year, each, "rest" if rest else None, fact.part, fact.level, fact.measure.id, fact.measure.label,
        codes, tuple(dict.fromkeys(names)), fact.measure.specialty, status=status, period=period,
    )  # fmt: skip


def _reach(clause: Clause, fact: Fact) -> tuple[int, int]:
    return min(clause.first, fact.first), max(clause.last, fact.last)


def _evidence(parsed: Parse, clause: Clause, fact: Fact) -> tuple[int, int]:
    """The words that state a fact: from its measure to its verb, no other number's words between."""
    first, last = fact.first, fact.last
    amount = fact.amount
    group = governing(clause, amount.first if amount is not None else first)
    if group is not None:
        between = [a for a in parsed.amounts if a is not amount and a.kind == ""]
        if group.first >= last and not any(last <= a.first < group.first for a in between):
            last = max(last, group.last)
        elif group.last <= first and not any(group.last <= a.first < first for a in between) and first - group.last <= 8:
            first = group.first
    tokens = parsed.sentence.tokens
    last = min(max(last, first + 1), len(tokens))
    return tokens[first].start, tokens[last - 1].end


__all__ = ["places", "read"]
