"""Amounts to facts: what each counts or measures, clause by clause."""

from __future__ import annotations

from dataclasses import replace

from languages.en.apposed import RATE_NOUNS, apposed
from languages.en.asides import beside_average, in_number, is_average, new, now_at, rate
from languages.en.baselines import BY_VERBS, Roles, lead
from languages.en.clauses import Clause
from languages.en.completed import RATES, completed
from languages.en.counted import counted
from languages.en.distribution import distributed
from languages.en.facts import Fact, Place, State
from languages.en.lists import listed
from languages.en.measures import Measure
from languages.en.measures import measure as read_measure
from languages.en.money import CURRENCIES, money
from languages.en.multiples import multiplied
from languages.en.parse import Parse
from languages.en.phrases import Phrase, noun_phrase
from languages.en.places import Located
from languages.en.quantities import Amount
from languages.en.shares import plain, share
from languages.en.subjects import about, after_conjunction, gapped
from languages.en.verbs import is_a
from languages.en.word_classes import HAVE
from ontology.codes import Comparator

LIFESPAN = ("expectancy", "expected life", "lifespan", "life span", "survival", "longevity")
STANDARDS = frozenset({"threshold", "benchmark", "norm", "norms", "guideline"})


def numeric(parse: Parse, clause: Clause, state: State, role: Roles, located: tuple[Located, ...]) -> list[Fact]:
    """The facts of a clause's amounts, in order. What a state needs for the next clause is left in it."""
    facts = listed(parse, clause, state, role)
    done = {fact.amount.first for fact in facts if fact.amount}
    amounts = [a for a in parse.amounts if clause.first <= a.first < clause.last]
    for amount in amounts:
        if amount.first in done or amount.first in role.baselines:
            continue
        if _is_earlier_level(parse, clause, amount, state):
            continue
        held = parse.sentence.low(amount.first - 1) in HAVE
        if amount.rule == "zero" and any(f.rule == "en.having" or (held and f.rule == "en.counted") for f in facts):
            continue  # nine counties, 14 clinics have no doctor: so many lack one
        fact = _fact(Place(parse, clause, amount, located), state, role)
        if fact is None:
            continue
        facts.append(fact)
        done.add(amount.first)
        _remember(state, fact)
    facts += multiplied(parse, clause, state, located, taken=bool(amounts))
    facts = completed(parse, [_denied(parse, clause, fact) for fact in facts], role, state.facts)
    _carry_baseline(role, state, clause)
    return sorted(facts, key=lambda fact: fact.amount.first if fact.amount else fact.first)


def _is_earlier_level(parse: Parse, clause: Clause, amount: Amount, state: State) -> bool:
    """Fell to 6.3 last year, while it was 14.6 in 2020: where the number before came from."""
    main = clause.main
    if main is None or not state.facts or clause.lead.split(" ")[-1] not in {"while", "whereas"} or main.lemma != "be":
        return False
    today = (parse.context.date or "")[:4]
    told = any(d.period and d.period[:4] < today for d in parse.dates if amount.last <= d.first < clause.last)
    return parse.sentence.low(main.first - 1) == "it" and parse.sentence.low(main.first) == "was" and told


def _remember(state: State, fact: Fact) -> None:
    dealt = fact.rule == "en.distribution" and fact.part is not None
    if not (fact.rule == "en.money" or dealt) or state.measure is None:
        state.measure = fact.measure
        state.unit = fact.unit
    state.facts.append(fact)


def _fact(place: Place, state: State, role: Roles) -> Fact | None:
    amount = place.amount
    if amount.kind in {"age", "elsewhere", "scope"} or place.before() == "every":
        return None
    change = role.changes.get(amount.first)
    if change is not None:
        if _reached(place, role):
            return None
        return _changed(place, state, change)
    if amount.kind == "duration":
        return _lifespan(place, state)
    if (numbered := in_number(place)) is not None:
        return numbered
    beside = apposed(place)
    if beside is not None:
        return beside
    spread = distributed(place, state)
    if spread is not None:
        return spread
    if amount.unit in CURRENCIES:
        return money(place, state)
    if amount.unit == "percent" and place.low() in {"complete", "completed", "finished", "ready", "full", "done"}:
        return None
    if amount.unit in {"percent", "permille", "percentage_point"}:
        found = share(place, state)
        if found is not None:
            return found
    elif amount.unit is None or amount.unit == "count" or amount.unit in RATES:
        found = counted(place, state)
        if found is not None:
            return found
    return _predicated(place, state)


def _reached(place: Place, role: Roles) -> bool:
    """Whether the level reached is stated beside a change: that is the record, and the change goes unrecorded."""
    parse, clause, amount = place.parse, place.clause, place.amount
    others = [
        a
        for a in parse.amounts
        if clause.first <= a.first < clause.last
        and a.first not in role.baselines
        and a.first not in role.changes
        and a.kind in {"", "duration"}
    ]
    at = lead(parse, amount)
    by = parse.sentence.low(at) == "by" and parse.sentence.low(at - 1) in {"up", "down"}
    if by or parse.sentence.low(at) in {"up", "down", "of"} or place.low(1) == "than":
        return any(a.first < amount.first or parse.sentence.low(lead(parse, a)) == "to" for a in others)
    return any(parse.sentence.low(lead(parse, a)) == "to" and a.first > amount.last - 1 for a in others)


def _changed(place: Place, state: State, change: str) -> Fact | None:
    found = _after_direction(place) or about(place, state)
    if found is None:
        return None
    measure, first = found
    if place.amount.kind == "duration":
        if not any(word in measure.label.casefold() for word in LIFESPAN):
            return None
        return replace(new(place, measure, first, "en.change", "years"), change=change)  # type: ignore[arg-type]
    if change == "decrease" and place.amount.unit in CURRENCIES:
        measure = replace(measure, label=f"{measure.label} reduction")
    fact = new(place, measure, min(first, place.amount.first), "en.change", place.amount.unit)
    return replace(fact, change=change)  # type: ignore[arg-type]


def _after_direction(place: Place) -> tuple[Measure, int] | None:
    """A 12 percent rise in outpatient visits: what follows `in`."""
    parse, at = place.parse, place.amount.last
    if at + 1 < place.clause.last and parse.sentence.low(at + 1) in {"in", "of"} and parse.tags[at] in {"noun", "verb"}:
        start = at + 2
        while start < place.limit and parse.tags[start] == "det":
            start += 1
        phrase = noun_phrase(parse, start, place.limit)
        if phrase is not None:
            return read_measure(parse, phrase, place.limit), place.amount.first
    return None


def _lifespan(place: Place, state: State) -> Fact | None:
    """Years are a level only of how long people live."""
    if place.parse.sentence.low(place.amount.last - 1) not in {"years", "year", "old", "age"}:
        return None
    found = about(place, state)
    if (
        found is None
        or not any(word in found[0].label.casefold() for word in LIFESPAN)
        or "year" in found[0].label.casefold()
    ):
        return None
    measure, first = found
    return new(place, measure, first, "en.predicate", "years")


def _predicated(place: Place, state: State) -> Fact | None:
    """The number reached 17; X stood at 2.87."""
    amount = place.amount
    if not _is_predicate(place):
        return None
    if place.before() == "of" and place.before(2) == "population":
        return None
    if is_average(place) and (beside := beside_average(place, state)) is not None:
        return beside
    if (place.before() == "of" and place.before(2) in STANDARDS) or _is_name(place) or is_average(place):
        return None
    if (apart := now_at(place)) is not None:
        return apart
    found = (
        _inverted(place)
        or _over_relative(place)
        or _of_rate(place)
        or _of_total(place, state)
        or _target_of(place, state)
        or _restated(place, state)
        or (about(place, state) if _is_governed(place) else _elided(place, state))
    )
    if found is None:
        return None
    measure, first = found
    if state.measure is not None and first < amount.first and _opens_with_number(place, first):
        measure, first = state.measure, amount.first
    if (
        state.measure is not None
        and measure.id is None
        and measure.label[:1].isdecimal()
        | measure.label.casefold().startswith(("no less", "no fewer", "at least", "more than", "over ", "about "))
    ):
        measure, first = state.measure, amount.first
    if measure.label.casefold().split(" ")[-1] in {
        "number",
        "total",
        "tally",
        "count",
        "figure",
        "target",
        "goal",
    } or measure.label.casefold() in {
        "proportion",
        "share",
        "rate",
        "percentage",
        "ratio",
        "total",
        "number",
        "figure",
        "tally",
        "total number",
        "count",
    }:
        measure = state.measure or measure
    carried = state.unit if measure is state.measure and (state.unit or "").startswith("per_") else None
    unit = amount.unit or rate(place, first) or measure.unit or carried
    return new(place, measure, min(first, amount.first), "en.predicate", unit)


def _opens_with_number(place: Place, first: int) -> bool:
    """Thirty-five of the centers are in Luzon, 15 in the Visayas: a subject that is a count itself."""
    tags = place.parse.tags
    while first < place.amount.first and tags[first] in {"det", "adv", "conj", "sign"}:
        first += 1
    counts = [a for a in place.parse.amounts if a.first == first < place.amount.first]
    return bool(counts) and place.parse.sentence.low(counts[0].last) == "of"


def _is_name(place: Place) -> bool:
    """Bach Mai 2: digits behind a capitalized word that is no place are part of the name."""
    parse, at = place.parse, place.amount.first - 1
    if at < 1 or parse.sentence.kind(place.amount.number) != "number" or place.amount.unit is not None:
        return False
    return (
        parse.tags[at] == "noun"
        and parse.sentence.tokens[at].text[0].isupper()
        and place.amount.first == place.amount.number
    )


def _of_rate(place: Place) -> tuple[Measure, int] | None:
    """A participation rate of 97.2 percent: the noun before `of`."""
    parse, amount = place.parse, place.amount
    with_noun = amount.unit == "percent" and place.before(2) not in {"average", "total", "target", "goal", "standard"}
    if place.before() != "of" or not (RATE_NOUNS.search(place.before(2)) or with_noun):
        return None
    first = amount.first - 1
    while first > place.clause.first and parse.tags[first - 1] == "noun":
        first -= 1
    if amount.first - 1 - first < 2 and place.before(2) in {"rate", "share", "level", "proportion", "ratio"}:
        return None
    phrase = Phrase(first, amount.first - 1)
    return read_measure(parse, phrase, phrase.last), first


def _moves(lemma: str) -> bool:
    return is_a(lemma, "increase", "decrease") or lemma in BY_VERBS or lemma == "bring"


def _inverted(place: Place) -> tuple[Measure, int] | None:
    """Raise to 80 percent the share of counties with a sub-center: the object behind the number."""
    parse, at = place.parse, place.amount.last
    verb = next((g for g in place.clause.groups if g.last == place.amount.first - 1), None)
    if place.before() != "to" or verb is None or verb.passive or not _moves(verb.lemma):
        return None
    if at + 1 >= place.clause.last or parse.tags[at] != "det":
        return None
    return gapped(parse, place.clause, at, place.clause.last)


def _over_relative(place: Place) -> tuple[Measure, int] | None:
    """Raise the share of centers that meet the standard to 50 percent: the object with what is said of it."""
    parse, clause = place.parse, place.clause
    if place.before() != "to" or not clause.lead.endswith("rel") or not (at := parse.position(clause)):
        return None
    group = next(iter(parse.clauses[at - 1].groups[-1:]), None)
    if group is None or group.passive or not _moves(group.lemma) or group.last >= clause.first:
        return None
    found = gapped(parse, parse.clauses[at - 1], group.last, clause.first)
    if found is None:
        return None
    text = f"{found[0].label} {parse.sentence.phrase(clause.first, place.amount.first - 1)}"
    return replace(found[0], label=text), group.first


def _restated(place: Place, state: State) -> tuple[Measure, int] | None:
    """`..., or 44 per cent`: the share that the number before is."""
    equal = place.before() == "to" and place.before(2) in {"equal", "equivalent"}
    if (equal or (place.before() == "or" and place.amount.unit == "percent")) and state.measure is not None:
        return replace(state.measure, label=plain(state.measure.label)), place.amount.first
    return None


def _of_total(place: Place, state: State) -> tuple[Measure, int] | None:
    """For a total of 137: of what was counted before."""
    words = place.parse.sentence.lows(place.amount.first, place.amount.number)
    return (state.measure, place.amount.first) if "total" in words and state.measure is not None else None


def _target_of(place: Place, state: State) -> tuple[Measure, int] | None:
    """A target of 65% is of what was spoken of."""
    if (
        place.before() == "of"
        and place.before(2) in {"target", "goal", "ambition", "quota"}
        and state.measure is not None
    ):
        return replace(state.measure, label=plain(state.measure.label)), place.amount.first
    return None


def _is_governed(place: Place) -> bool:
    """Whether a verb of reaching or moving, or a preposition, makes the number a predicate."""
    if place.amount.unit not in {None, "count"} or place.before() in {
        "to",
        "at",
        "from",
        "by",
        "of",
        "was",
        "were",
        "is",
        "are",
    }:
        return True
    group = next((g for g in reversed(place.clause.groups) if g.last <= place.amount.first and not g.saying), None)
    if group is None:
        return place.clause.main is None
    if any(group.last <= a.first < place.amount.first for a in place.parse.amounts):
        return False
    held = group.lemma in {"have", "need", "own"}  # each hospital should have three: of what was spoken of
    return (is_a(group.lemma, "level", "increase", "decrease") and not held) or group.passive


def _elided(place: Place, state: State) -> tuple[Measure, int] | None:
    """Nine between 2030 and 2035: the noun was said before."""
    earlier = max(
        (a.last for a in place.parse.amounts if place.clause.first <= a.first and a.last <= place.amount.first),
        default=None,
    )
    if (
        earlier is not None
        and (later := after_conjunction(place.parse, place.clause, earlier, place.amount.first)) is not None
    ):
        return later
    return (state.measure, place.amount.first) if state.measure is not None else None


def _is_predicate(place: Place) -> bool:
    """Whether a bare number can end a predicate: nothing that it counts follows."""
    at, parse = place.amount.last, place.parse
    if at >= place.clause.last:
        return True
    return parse.tags[at] != "noun" or place.amount.unit is not None


INVERSE: dict[str, Comparator] = {"lt": "ge", "gt": "le"}


def _denied(parse: Parse, clause: Clause, fact: Fact) -> Fact:
    """Shall not be lower than 2% is at least 2%."""
    if fact.comparator == "le" and fact.amount is not None and _is_emphatic(parse, clause, fact.amount):
        return replace(fact, comparator="eq")
    if fact.amount is None or fact.comparator not in INVERSE:
        return fact
    group = next((g for g in clause.groups if g.negated and 0 <= fact.amount.first - g.last <= 1), None)
    return replace(fact, comparator=INVERSE[fact.comparator]) if group is not None else fact


def _is_emphatic(parse: Parse, clause: Clause, amount: Amount) -> bool:
    """As many as 3 million have enrolled: all of them, where the thing is done; a bound where it is to come."""
    said = parse.sentence.lows(amount.first, amount.first + 3)
    done = clause.main is not None and clause.main.status == "achieved" and clause.main.strong
    return done and said in {("as", "many", "as"), ("as", "much", "as")}


def _carry_baseline(role: Roles, state: State, clause: Clause) -> None:
    """A clause that only says `up from Rs 600` dates the amount before it."""
    if not role.of or not state.facts:
        return
    last = state.facts[-1]
    if last.amount and last.amount.first in role.of and last.baseline_value is None:
        base = role.of[last.amount.first]
        state.facts[-1] = replace(last, baseline_value=base.value, baseline_year=base.year)
