"""Percentages: shares of a whole, rates of an indicator."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.baselines import SUMMARIES
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, is_health, measure
from languages.en.phrases import Phrase, label, noun_phrase, with_of
from languages.en.subjects import noun_run, subject
from languages.en.terms import term_of
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import is_a

DIVISIONS = lexicon.words("division_nouns")
SHARING = lexicon.words("sets", "sharing")
PEOPLE = frozenset(
    {
        "girls",
        "boys",
        "infants",
        "newborns",
        "mothers",
        "elderly",
        "students",
        "pupils",
        "people",
        "residents",
        "population",
        "households",
        "women",
        "children",
        "citizens",
        "patients",
    }
)
PRONOUNS = frozenset({"them", "these", "those", "which", "whom", "it"})


def share(place: Place, state: State) -> Fact | None:
    """`85% of the township health centers should reach ...`, `90% coverage`; None for a plain predicate."""
    parse, amount = place.parse, place.amount
    at = amount.last
    if amount.rule == "fraction" and parse.sentence.low(at) in {"the", "all", "its", "their", "our", "these", "those"}:
        at -= 1
    elif parse.sentence.low(at) != "of":
        return _before_noun(place, state) or _elided(place, state)
    if (named := _named_before(place)) is not None:
        return named
    at += 1
    while at < place.limit and parse.tags[at] == "det" and not _is_those(place, at):
        at += 1
    if _is_those(place, at):
        return _of_known(place, state, at + 1)
    if parse.sentence.low(at) in PRONOUNS:
        return _of_known(place, state, at + 1)
    inner = parse.amount_at(at)
    start = inner.last if inner is not None else at
    phrase = noun_phrase(parse, start, place.clause.last)
    if phrase is None:
        return None
    phrase = with_of(parse, phrase, place.clause.last)
    or_so = "or" in {place.before(), parse.sentence.low(amount.first)}
    if or_so and state.measure is not None and not is_health(label(parse, phrase)):
        return _restated(place, state.measure, phrase)
    return _of(place, phrase)


def _named_before(place: Place) -> Fact | None:
    """An allowance of 20 percent of the basic salary: what the share is, not what it is a share of."""
    parse, amount = place.parse, place.amount
    run = noun_run(parse, amount.first - 1) if place.before() == "of" else None
    if run is None or parse.sentence.low(run.head) in SUMMARIES:
        return None
    return _fact(place, measure(parse, run, run.last), amount.last, run.first)


def _restated(place: Place, known: Measure, whole: Phrase) -> Fact:
    """7 trillion yuan, or 6.9 percent of GDP: the same thing as a share of a whole."""
    text = f"{plain(known.label)} as a share of {label(place.parse, whole)}"
    kind, id = term_of(text) or (known.kind, known.id)
    return _fact(place, Measure(text, id, kind), whole.last)


def _is_those(place: Place, at: int) -> bool:
    """Two thirds of all those licensed: what was counted before."""
    parse = place.parse
    return parse.sentence.low(at) in {"those", "these", "them"} and (
        at + 1 >= place.clause.last or parse.sentence.low(at + 1).endswith("ed") or parse.tags[at + 1] != "noun"
    )


def _of(place: Place, phrase: Phrase) -> Fact:
    parse, clause, amount = place.parse, place.clause, place.amount
    if place.before() == "at" and place.before(2) == "," and (spoken := subject(parse, clause)) is not None:
        read = spoken[0]
        return replace(_fact(place, read, phrase.last, spoken[1]), status="achieved")
    if (dealt := _done_in(place, phrase)) is not None:
        return dealt
    verb_before = [g for g in clause.groups if g.last <= amount.first and not g.saying]
    if parse.sentence.low(phrase.head) in DIVISIONS and (scoped := _of_scope(place, phrase)) is not None:
        return scoped
    reached = subject(parse, clause) if verb_before and place.before() in {"to", "at"} else None
    if reached is not None and reached[0].kind == "indicator":
        return _fact(place, reached[0], phrase.last, reached[1])
    done = parse.tags[phrase.last : phrase.last + 1] == ("verb",)
    has_done = done and bool(verb_before) and verb_before[-1].lemma == "have"
    if verb_before and parse.sentence.low(phrase.last) != "to" and not has_done:
        read = measure(parse, phrase, clause.last)
        spoken = (
            (reached or subject(parse, clause))
            if verb_before[-1].lemma in SHARING and not _is_ensuring(place, verb_before[-1])
            else None
        )
        if (
            spoken is None
            and verb_before[-1].form in {"ing", "base"}
            and not verb_before[-1].passive
            and read.id is None
        ):
            read = replace(read, label=f"{read.label} {verb_before[-1].lemma}")
        text = (
            f"{spoken[0].label} share of {read.label}"
            if spoken is not None and len(spoken[0].label.split()) <= 6
            else read.label
        )
        if spoken is not None:
            read = Measure(text, spoken[0].id, spoken[0].kind, None, spoken[0].specialty or read.specialty)
        return _fact(
            place, Measure(text, read.id, read.kind, None, read.specialty), phrase.last, spoken[1] if spoken else None
        )
    whole, term = _predicate(place, phrase)
    read = measure(parse, phrase, phrase.last)
    chosen = term or read
    text = label(parse, whole)
    return _fact(place, Measure(text, chosen.id, chosen.kind, None, chosen.specialty), whole.last)


def _is_ensuring(place: Place, group: VerbGroup) -> bool:
    """Make sure that 92% of patients start treatment: no share that the subject makes."""
    return "that" in place.parse.sentence.lows(group.last, place.amount.first)


def _done_in(place: Place, phrase: Phrase) -> Fact | None:
    """Markups were abolished in 70 percent of the hospitals; services reach 40 percent of residents: what was done."""
    parse, clause, amount = place.parse, place.clause, place.amount
    group = next((g for g in reversed(clause.groups) if g.last <= amount.first and not g.saying), None)
    if group is None or amount.first - group.last > 2:
        return None
    passive = group.passive and place.before() == "in" and is_a(group.lemma, "make", "stop")
    reaches = group.lemma in {"reach", "benefit"} and not group.passive and _head_word(place, phrase) in PEOPLE
    spoken = subject(parse, clause) if passive or reaches else None
    if spoken is None or not (spoken[0].id is not None or is_health(spoken[0].label)):
        return None
    read, first = spoken
    text = f"{read.label} in {label(parse, phrase)}" if passive else read.label
    return _fact(place, Measure(text, read.id, read.kind, None, read.specialty), phrase.last, first)


def _head_word(place: Place, phrase: Phrase) -> str:
    """The noun of a phrase, before what says how old they are: girls | aged 13."""
    word = place.parse.sentence.low(phrase.head)
    return place.parse.sentence.low(phrase.head - 1) if word == "aged" else word


def _of_scope(place: Place, phrase: Phrase) -> Fact | None:
    """County medical communities in 80 percent of counties: the term is what is measured."""
    parse, clause = place.parse, place.clause
    before = [f for f in parse.terms if clause.first <= f.first and f.last <= place.amount.first]
    for found in reversed(before):
        read = measure(parse, Phrase(found.first, found.last), place.amount.first)
        if read.id is not None:
            text = f"{read.label} in {label(parse, phrase)}"
            return _fact(place, Measure(text, read.id, read.kind, None, read.specialty), phrase.last, found.first)
    return None


def _predicate(place: Place, phrase: Phrase) -> tuple[Phrase, Measure | None]:
    """The whole with what is said of it, and the term that is said: equipped with telemedicine terminals."""
    parse, clause = place.parse, place.clause
    comma = next((at for at in range(phrase.last, clause.last) if parse.sentence.low(at) in {",", "("}), clause.last)
    last = comma
    while last > phrase.last and parse.tags[last - 1] in {"sign", "date", "prep", "conj"}:
        last -= 1
    term = None
    for found in parse.terms:
        if phrase.last <= found.first < last:
            read = measure(parse, Phrase(found.first, found.last), last)
            if read.id is not None and read.kind not in {"facility", "staff"}:
                term = read
    return Phrase(phrase.first, min(last, phrase.first + 24)), term


def _before_noun(place: Place, state: State) -> Fact | None:
    """A 90 percent vaccination rate; 85% coverage."""
    parse, amount = place.parse, place.amount
    at = amount.last
    while amount.rule == "fraction" and at < place.limit and parse.tags[at] == "adv":
        at += 1  # two in every five | newly posted doctors
    if at >= place.limit or parse.tags[at] not in {"noun"}:
        return None
    phrase = noun_phrase(parse, at, place.limit)
    if phrase is None or parse.sentence.low(phrase.first) in {
        "complete",
        "completed",
        "finished",
        "done",
        "ready",
        "full",
        "year-on-year",
        "year",
        "annually",
        "compared",
        "higher",
        "lower",
        "more",
        "less",
        "fewer",
        "each",
        "overall",
    }:
        return None
    if parse.sentence.low(phrase.head) in {"target", "targets", "goal", "threshold", "benchmark", "mark"}:
        if state.measure is None or parse.sentence.low(phrase.head) not in {"target", "goal", "targets"}:
            return None
        known = state.measure
        return replace(
            _fact(place, Measure(plain(known.label), known.id, known.kind, None, known.specialty), phrase.last),
            status="planned",
        )
    if amount.rule == "fraction" and not any(g.last <= amount.first and not g.saying for g in place.clause.groups):
        return _of(place, phrase)
    whole = with_of(parse, phrase, place.limit)
    read = measure(parse, phrase, place.limit)
    return _fact(
        place, Measure(label(parse, whole) or read.label, read.id, read.kind, None, read.specialty), whole.last
    )


def _elided(place: Place, state: State) -> Fact | None:
    """`about half have a doctor`, `30% should reach the standard`: the whole was named before."""
    parse, clause, amount = place.parse, place.clause, place.amount
    if amount.last >= clause.last or parse.tags[amount.last] not in {"aux", "modal", "verb"}:
        return None
    if place.before() == "of" and parse.tags[amount.first - 2] == "noun":
        return None
    if any(g.last <= amount.first and not g.saying for g in clause.groups):
        return None
    return _of_known(place, state, amount.last)


def _of_known(place: Place, state: State, at: int) -> Fact | None:
    parse, clause = place.parse, place.clause
    known = state.measure or Measure("")
    whole, term = _predicate(place, Phrase(at, at)) if at < clause.last else (Phrase(at, at), None)
    said = parse.sentence.phrase(whole.first, whole.last)
    chosen = term or known
    text = f"{plain(known.label)} {said}".strip()
    if state.measure is None and not is_health(text):
        return None
    return _fact(
        place, Measure(text, chosen.id, chosen.kind, None, chosen.specialty), max(whole.last, place.amount.last)
    )


def plain(text: str) -> str:
    """A label without what was said of it before."""
    for word in (" should ", " will ", " are ", " is ", " have ", " were ", " has "):
        text = text.split(word, maxsplit=1)[0]
    return text


def _fact(place: Place, found: Measure, last: int, first: int | None = None) -> Fact:
    amount = place.amount
    start = amount.first if first is None else min(first, amount.first)
    return Fact(
        start,
        max(last, amount.last),
        found,
        "en.share",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        amount.unit,
        level=None,
    )
