"""Numbers of counties and cities: how wide a thing goes, a fact only where the clause counts nothing else."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.counts import count_fact
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, is_health, measure
from languages.en.phrases import Phrase, label, noun_phrase
from languages.en.subjects import preceding, ruling, subject
from languages.en.verbs import is_a

SCOPE_LEADS = lexicon.words("sets", "scope_leads")
SPREADING = frozenset({"reach", "cover", "serve", "go", "extend", "spread"})  # services that cover 2,800 villages
HAVING = frozenset({"have", "lack", "own", "boast", "host", "possess", "get", "operate", "gain"})
DIVISIONS = lexicon.words("division_nouns")


def scope(place: Place, phrase: Phrase, state: State) -> Fact | None:
    """N counties: how wide a thing goes, a fact only where the clause counts nothing else."""
    parse, clause, amount = place.parse, place.clause, place.amount
    if parse.sentence.low(amount.last) == "other" or (
        parse.sentence.low(amount.first - 1) in {"other", "remaining", "each", "every", "these", "those", "rest"}
        or parse.sentence.low(amount.first - 2) == "other"
    ):
        return None
    if (having := _having(place, phrase)) is not None:
        return having
    others = [
        a
        for a in parse.amounts
        if clause.first <= a.first < clause.last
        and a is not amount
        and a.kind == ""
        and parse.sentence.low(a.last) not in DIVISIONS
    ]
    dealt = _dealt(place, phrase)
    if dealt is not None and not any(a.first < amount.first for a in others):
        return dealt
    if others:
        return None
    if (
        (amount.value == 1 and amount.value_max is None)
        or parse.sentence.low(amount.first - 1) == "'s"
        or parse.sentence.low(phrase.head) in {"locations", "places", "areas"}
    ):
        return None
    rule = ruling(parse, clause, amount.first)
    since = rule.first if rule is not None else clause.first
    terms = [f for f in parse.terms if since <= f.first < clause.last]
    found = next((f for f in terms if f.first >= phrase.last), None) or (terms[-1] if terms else None)
    text = _scope_label(place, phrase)
    if found is not None:
        read = measure(parse, Phrase(found.first, found.last), clause.last)
        if read.id is not None:
            return count_fact(
                place,
                phrase,
                Measure(text, read.id, read.kind, read.level, read.specialty),
                "en.scope",
                min(amount.first, found.first),
            )
    if (
        state.measure is not None
        and parse.sentence.low(amount.first - 1) in SCOPE_LEADS
        and not is_a(_lemma(place), "make")
    ):
        return None
    return count_fact(place, phrase, Measure(text, level=None), "en.scope") if is_health(text) else None


def _having(place: Place, phrase: Phrase) -> Fact | None:
    """Sixteen cities all have tertiary hospitals, nine counties still have no such hospital: by what they have or lack."""
    parse, clause, amount = place.parse, place.clause, place.amount
    group = next((g for g in clause.groups if g.first >= phrase.last), None)
    if group is None or group.lemma not in HAVING or any(g.last <= amount.first for g in clause.groups):
        return None
    if any(a.first > amount.first and a.first < clause.last and a.rule != "zero" for a in parse.amounts):
        return None
    if group.first - phrase.last > 3 or any(tag not in {"adv", "det"} for tag in parse.tags[phrase.last : group.first]):
        return None
    at = parse.beyond(group.last, clause.last, "det", "adv", "amount")
    held = noun_phrase(parse, at, clause.last)
    if held is None:
        return None
    found = measure(parse, held, clause.last)
    if found.id is None and not is_health(found.label):
        return None
    return replace(count_fact(place, held, found, "en.having"), unit="count")


def _dealt(place: Place, phrase: Phrase) -> Fact | None:
    """Dialysis rooms will open in 24 townships; trials were extended to 49 cities: the thing, in so many places."""
    parse, clause, amount = place.parse, place.clause, place.amount
    rule = ruling(parse, clause, amount.first)
    lead = amount.first - 1 - (parse.sentence.low(amount.first - 1) in {"all", "another", "some"})
    spreads = rule is not None and rule.lemma in SPREADING and rule.last == lead + 1
    if not (spreads or parse.sentence.low(lead) in {"in", "to", "reach", "at"}) or amount.value < 2:
        return None
    if rule is None or rule.saying:
        return None
    if parse.tags[amount.first - 1] == "prep" and (before := preceding(parse, clause, amount.first)) is not None:
        thing = measure(parse, before[0], amount.first)
        if before[0].first >= rule.last and is_health(thing.label) and is_a(rule.lemma, "make"):
            return _named_by(place, phrase, thing, before[1])
    led = rule.first - 1 - (parse.sentence.low(rule.first - 1) == "first")
    if parse.sentence.lows(led - 1, led + 1) == ("at", "present"):
        led -= 2
    led -= parse.sentence.low(led) in {"currently", "now", "already", "so"}
    aside = rule.form == "past" and parse.sentence.low(led) == ","
    if not (rule.passive or aside or rule.lemma in SPREADING):
        return None
    if rule.lemma not in SPREADING and not is_a(rule.lemma, "make", "level", "increase"):
        return None
    found = subject(parse, clause)
    if (
        found is None
        or not is_health(found[0].label)
        or any(g.last <= rule.first for g in clause.groups if not g.saying)
    ):
        return None
    return _named_by(place, phrase, found[0], found[1])


def _named_by(place: Place, phrase: Phrase, thing: Measure, first: int) -> Fact:
    text = f"{thing.label} in {label(place.parse, phrase)}"
    return count_fact(
        place, phrase, Measure(text, thing.id, thing.kind, thing.level, thing.specialty), "en.scope", first
    )


def in_term(place: Place, phrase: Phrase) -> bool:
    """Whether the last word is inside a label: medical communities within the county."""
    return any(f.first <= phrase.head < f.last and f.last - f.first > 1 for f in place.parse.terms)


def _lemma(place: Place) -> str:
    groups = [g for g in place.clause.groups if g.last <= place.amount.first]
    return groups[-1].lemma if groups else ""


def _scope_label(place: Place, phrase: Phrase) -> str:
    parse, clause = place.parse, place.clause
    last = clause.last
    while last > phrase.last and parse.tags[last - 1] in {"sign", "date", "prep"}:
        last -= 1
    return label(parse, Phrase(phrase.first, min(last, phrase.last + 14)))
