"""Numbers before the noun that they count."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.counts import count_fact, rate_of, sought_by
from languages.en.elided import elided, of_those, ones
from languages.en.facts import Fact, Place, State
from languages.en.measures import TIERED, Measure, is_health, measure
from languages.en.phrases import GENERIC, TIERS, Phrase, label, noun_phrase, with_of
from languages.en.scopes import in_term, scope
from languages.en.subjects import about, preceding, subject
from languages.en.terms import term_of
from languages.en.verb_groups import DESIGNATING
from languages.en.verbs import is_a, past

DIVISIONS = lexicon.words("division_nouns")
PERSONS = lexicon.words("person_nouns") | {
    "cases",
    "case",
    "person-times",
    "households",
    "families",
    "visits",
    "patients",
}
VAGUE = frozenset({"places", "areas", "locations", "localities", "territories"})
NO_DIVISIONS = frozenset({"communities", "units", "homes", "households", "blocks", "departments", "sites", "wards"})
GIVING = frozenset(
    {"offer", "provide", "give", "deliver", "administer", "extend", "distribute", "make", "open", "supply"}
)
TURNING = frozenset({"build", "upgrade", "turn", "convert", "transform", "develop", "promote", "expand", "make"})
ACTED_ON = frozenset(
    {"screen", "vaccinate", "immunize", "immunise", "treat", "train", "test", "examine", "diagnose", "cure", "inspect"}
)
HELD = frozenset({"have", "had", "run", "operate", "own", "host", "boast"})
NO_COUNTS = lexicon.words("never_counted")


def counted(place: Place, state: State) -> Fact | None:
    """The fact of a number with its noun; None where no noun follows."""
    parse, amount = place.parse, place.amount
    if amount.noun:
        return _noun_glued(place)
    phrase = noun_phrase(parse, amount.last, place.limit)
    if phrase is None or _is_at_work(place, phrase, state):
        return (
            _holders(place) or _turned_into(place) or of_those(place, state) or _part_of(place) or elided(place, state)
        )
    words = [parse.sentence.low(at) for at in range(phrase.first, phrase.last)]
    if words[-1] == "ones" and state.measure is not None:
        return count_fact(place, phrase, ones(state.measure, words[:-1]), "en.counted")
    if words[0] == "fewer" and len(words) > 1:
        found = measure(parse, Phrase(phrase.first + 1, phrase.last), place.limit)
        return replace(count_fact(place, phrase, found, "en.counted"), change="decrease")
    if place.before() == "of" and place.before(2) in {"threshold", "benchmark", "norm", "norms", "guideline"}:
        return None
    if words[-1] in {"deaths", "cases", "births"} and rate_of(place, phrase) and _is_indicated(place):
        return _rated(place, phrase, state)
    if (
        all(word in TIERS or word in {"and", "or", ","} for word in words)
        and (later := _later_head(place, phrase)) is not None
    ):
        return count_fact(place, phrase, later, "en.elided-head")
    if _is_condition(place):
        return None
    if words[-1] in NO_COUNTS or (words[-1] in {"departments", "agencies", "ministries"} and place.low() == "other"):
        return None
    if (
        words[-1] in DIVISIONS
        and (words[-1] not in NO_DIVISIONS or words[0] in TIERS)
        and not in_term(place, phrase)
        and not (words[-1] in VAGUE and len(words) > 1)
    ):
        return scope(place, phrase, state)
    made = _made_into(place, phrase) or _turned_into(place, phrase) or _done_to(place, phrase)
    if made is not None:
        return made
    served = _served(place, phrase)
    if served is not None:
        return served
    whole = with_of(parse, phrase, place.limit) if words[-1] in GENERIC and phrase.last - phrase.first <= 2 else phrase
    found = measure(parse, whole, place.limit) if whole != phrase else measure(parse, phrase, place.limit)
    if found.id is None and words[-1] in PERSONS:
        found = _of_persons(place, phrase, found, state)
    return count_fact(place, whole, found, "en.counted")


def _is_at_work(place: Place, phrase: Phrase, state: State) -> bool:
    """Over and above the 6,920 already functioning: of what was counted before."""
    word = place.parse.sentence.low(phrase.head)
    alone = phrase.last - phrase.first == 1 and word in {"functioning", "operating", "functional", "existing"}
    return alone and place.before() == "the" and state.measure is not None


def _is_condition(place: Place) -> bool:
    """Raise the share of births with four antenatal visits to 55%: a number that only says which births."""
    parse, amount = place.parse, place.amount
    if place.before() != "with" or parse.sentence.kind(amount.number) != "word":
        return False
    ahead = parse.sentence.lows(max(place.clause.first, amount.first - 8), amount.first)
    later = any(a.first > amount.last and a.unit == "percent" for a in parse.amounts if a.first < place.clause.last)
    return later and any(word in {"share", "proportion", "percentage", "rate"} for word in ahead)


def _noun_glued(place: Place) -> Fact:
    """A 300-bed hospital: beds."""
    amount = place.amount
    named = term_of("hospital beds") if amount.noun == "beds" else None
    found = Measure(
        "hospital beds" if amount.noun == "beds" else amount.noun,
        named[1] if named else None,
        named[0] if named else None,
    )
    return Fact(
        amount.first,
        amount.last,
        found,
        "en.bedded",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        "count",
    )


def _later_head(place: Place, phrase: Phrase) -> Measure | None:
    """3 provincial and 9 municipal key clinical specialties: the head stands behind the last number."""
    parse = place.parse
    if parse.sentence.low(phrase.last) not in {"and", ",", "or", "", "as"} and phrase.last < place.clause.last:
        return None
    for later in parse.amounts:
        if later.first < phrase.last or later.first >= place.clause.last:
            continue
        ahead = noun_phrase(parse, later.last, place.clause.last)
        if ahead is None:
            return None
        words = parse.sentence.lows(ahead.first, ahead.last)
        if all(word in TIERS for word in words):
            continue
        first = ahead.first
        while first < ahead.last - 1 and parse.sentence.low(first) in TIERS:
            first += 1
        own = term_of(f"{parse.sentence.low(phrase.first)} {parse.sentence.phrase(first, ahead.last)}")
        if own is not None and own[0] in TIERED:
            return Measure(parse.sentence.phrase(first, ahead.last), own[1], own[0])
        return measure(parse, Phrase(first, ahead.last), place.clause.last)
    return None


def _holders(place: Place) -> Fact | None:
    """Of the 12 counties, only 5 have emergency stations: so many of the divisions, by what they have."""
    parse, amount = place.parse, place.amount
    verb = parse.beyond(amount.last, place.limit, "adv", "date")
    if parse.sentence.low(verb) not in HELD or amount.unit not in {None, "count"}:
        return None
    ahead = parse.sentence.lows(place.clause.first, amount.first)
    if "of" not in ahead[:2] or not any(word in DIVISIONS for word in ahead):
        return None
    at = verb + 1
    while at < place.limit and parse.tags[at] in {"det", "adv"} and parse.sentence.low(at) != "no":
        at += 1
    phrase = noun_phrase(parse, at, place.limit)
    if phrase is None:
        return None
    return replace(count_fact(place, phrase, measure(parse, phrase, place.limit), "en.counted"), unit="count")


def _part_of(place: Place) -> Fact | None:
    """53,000 of a planned 120,000 workers: the noun stands behind the whole."""
    parse, amount = place.parse, place.amount
    if place.low() != "of":
        return None
    whole = next((a for a in parse.amounts if amount.last < a.first <= amount.last + 4), None)
    if (
        whole is None
        or whole.unit is not None
        or any(parse.tags[at] not in {"det", "noun", "verb", "prep", "adv"} for at in range(amount.last, whole.first))
    ):
        return None
    phrase = noun_phrase(parse, whole.last, place.clause.last)
    if phrase is None:
        return None
    found = measure(parse, phrase, place.clause.last)
    if parse.sentence.low(phrase.head) in DIVISIONS and place.before() == "in":
        spoken = subject(parse, place.clause)  # a service has taken shape in 84 of 117 counties
        found = spoken[0] if spoken is not None and is_health(spoken[0].label) else found
    return Fact(
        amount.first,
        amount.last,
        found,
        "en.counted",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        "count",
        level=found.level,
        status="achieved" if amount.rule == "zero" else None,
    )


def _is_indicated(place: Place) -> bool:
    """Whether a verb says that an indicator reached the rate: the ratio remains at 355 deaths per 100,000."""
    group = next((g for g in reversed(place.clause.groups) if g.last <= place.amount.first), None)
    return group is not None and is_a(group.lemma, "level", "increase", "decrease") and group.lemma not in {"have"}


def _rated(place: Place, phrase: Phrase, state: State) -> Fact | None:
    found = about(place, state)
    return (
        count_fact(place, phrase, found[0], "en.predicate", min(found[1], place.amount.first))
        if found is not None
        else None
    )


def _made_into(place: Place, phrase: Phrase) -> Fact | None:
    """Two hospitals have been approved as national centers: the designation is what is counted."""
    parse, main = place.parse, place.clause.main
    if (sought := sought_by(place, phrase)) is not None:
        return sought
    if main is None or not main.passive or main.first < phrase.last or main.lemma not in DESIGNATING:
        return None
    if parse.sentence.low(main.last) not in {"as", "to", "into", "in", "among"}:
        return None
    for term in parse.terms:
        if main.last < term.first < place.clause.last:
            found = measure(parse, Phrase(term.first, term.last), place.clause.last)
            if found.kind == "designation" or (
                found.kind == "facility" and parse.sentence.low(main.last) in {"as", "to"}
            ):
                return count_fact(place, phrase, found, "en.made-into")
    return None


def _turned_into(place: Place, phrase: Phrase | None = None) -> Fact | None:
    """Eleven clinics were upgraded to community hospitals, of which 9 ...: what they have become is what is counted."""
    parse, clause = place.parse, place.clause
    first = phrase.last if phrase is not None else place.amount.last
    group = next((g for g in clause.groups if first <= g.first <= first + 1), None)
    if group is None or not group.passive or group.lemma not in TURNING:
        return None
    if parse.sentence.low(group.last) not in {"into", "to"} or place.amount.unit not in {None, "count"}:
        return None
    at = group.last + 1
    while at < clause.last and parse.tags[at] == "det":
        at += 1
    became = noun_phrase(parse, at, clause.last)
    found = measure(parse, became, clause.last) if became is not None else None
    if became is None or found is None or found.kind not in {"facility", "designation"} or place.before() == "to":
        return None
    return replace(count_fact(place, became, found, "en.made-into"), unit="count")


def _done_to(place: Place, phrase: Phrase) -> Fact | None:
    """2,300 patients had stents implanted: what was done is what is counted."""
    parse, clause = place.parse, place.clause
    group = next((g for g in clause.groups if g.first == phrase.last), None)
    if parse.sentence.low(phrase.head) not in PERSONS or group is None or group.lemma not in {"have", "get"}:
        return None
    at = parse.beyond(group.last, clause.last, "det", "adv")
    thing = noun_phrase(parse, at, clause.last)
    done = next((g for g in clause.groups if thing is not None and g.first == thing.last and g.form == "past"), None)
    if thing is None or done is None:
        return None
    found = measure(parse, thing, thing.last)
    text = f"{label(parse, thing)} {parse.sentence.phrase(done.first, done.last)}"
    return count_fact(
        place, Phrase(phrase.first, done.last), replace(found, label=text, level=None), "en.done", place.amount.first
    )


def _served(place: Place, phrase: Phrase) -> Fact | None:
    """Screening for 135,000 women; check-ups were completed for 286,000 people: the service is what is measured."""
    parse, clause, amount = place.parse, place.clause, place.amount
    if parse.sentence.low(phrase.head) not in PERSONS or place.before() not in {"for", "to", "on", "among", "of"}:
        return None
    before = preceding(parse, clause, amount.first)
    if before is not None and place.before() in {"for", "on", "among", "of", "to"}:
        found = measure(parse, before[0], amount.first)
        if parse.sentence.low(before[0].head) not in {"number", "total"} and (
            place.before() in {"for"} or found.id is not None
        ):
            text = f"{found.label} for {label(parse, phrase)}" if found.id is None else found.label
            return count_fact(
                place, phrase, Measure(text, found.id, found.kind, None, found.specialty), "en.served", before[1]
            )
    passive = next((g for g in clause.groups if g.passive and g.last <= amount.first), None)
    if (
        passive is not None
        and (place.before() == "for" or (place.before() == "to" and passive.lemma in GIVING))
        and (found_ := subject(parse, clause)) is not None
    ):
        read, first = found_
        return count_fact(
            place, phrase, Measure(read.label, read.id, read.kind, None, read.specialty), "en.served", first
        )
    return None


def _of_persons(place: Place, phrase: Phrase, found: Measure, state: State) -> Measure:
    """Persons and cases that a service reaches keep their own label and take the term of the clause, if one is there."""
    parse, clause = place.parse, place.clause
    if len(found.label.split()) > 3 and parse.sentence.low(phrase.head) not in {
        "people",
        "persons",
        "cases",
        "person-times",
        "households",
    }:
        return found
    terms = [f for f in parse.terms if clause.first <= f.first < clause.last]
    counts = {a.last for a in parse.amounts}
    for term in (f for f in terms if f.first not in counts or f.first == phrase.first):
        read = measure(parse, Phrase(term.first, term.last), clause.last)
        if read.id is not None and read.kind in {"service", "programme", "indicator", "reform", "designation"}:
            return Measure(found.label, read.id, read.kind, None, read.specialty)
    main = clause.main
    alone = not any(g.last <= place.amount.first for g in clause.groups)
    if main is not None and main.passive and main.first >= phrase.last and alone:
        said = f"{found.label} {parse.sentence.low(main.last - 1)}"
        return Measure(said, found.id, found.kind, None, found.specialty)
    acting = next((g for g in clause.groups if g.last == place.amount.first), None)
    if acting is not None and acting.lemma in ACTED_ON and not acting.passive:
        return Measure(f"{found.label} {past(acting.lemma)}", found.id, found.kind, None, found.specialty)
    spoken = subject(parse, clause)
    if (
        spoken is not None
        and spoken[1] < place.amount.first
        and any(g.last <= place.amount.first and not g.saying for g in clause.groups)
        and parse.sentence.low(phrase.head) in {"cases", "person-times", "people", "persons", "households"}
    ):
        subject_label = spoken[0].label
        if len(subject_label.split()) <= 8 and spoken[0].id is None and not subject_label[:1].isdecimal():
            return Measure(
                f"{subject_label} {found.label}"
                if subject_label.casefold() not in found.label.casefold()
                else found.label
            )
    return found
