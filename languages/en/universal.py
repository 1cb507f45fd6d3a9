"""What all have or all get: every county has a stroke center, telemedicine in all hospitals; comparator `all`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import TIERED, Measure, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, label, noun_phrase, with_of
from languages.en.subjects import subject
from languages.en.terms import term_of
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import is_a

DIVISIONS = lexicon.words("division_nouns")
PERSONS = lexicon.words("person_nouns")
EVERYONE = PERSONS | {"resident", "patient", "citizen", "household", "households", "family", "families", "newborn"}
ALL_LEADS = frozenset({"to", "in", "across", "cover", "covers", "covered", "covering", "reach", "throughout", "into"})
REACHES = ALL_LEADS | {"for", "at", "among", "within"}
FULL = frozenset({("full", "coverage"), ("complete", "coverage"), ("universal", "coverage")})
DOING = frozenset("cancel abolish scrap accept recognize recognise adopt introduce implement use launch apply".split())
OTHERS = frozenset({"one", "another", "each", "other", "'s", "another's", "other's", "their", "the"})
HOLDING = frozenset({"have", "hold", "own", "receive", "get", "enjoy", "carry", "possess", "access"})
KINDS = TIERED | {"equipment", "indicator"}
ESTABLISHMENTS = frozenset(
    "hospital hospitals clinic clinics institution institutions center centers centre centres facility facilities provider providers pharmacies college colleges".split()
)


def to_all(parse: Parse, clause: Clause, fact: Fact) -> bool:
    """Whether a thing is for all: extended to all girls, in place in every province; all hospitals will adopt it."""
    main = clause.main
    if main is not None and not main.negated:
        floats = any(parse.sentence.low(at) == "all" for at in range(main.first, main.last))
        if (floats or _all_before(parse, clause, main)) and fact.first >= main.last and not main.passive:
            return True
    last = max((g.last for g in clause.groups if g.last <= fact.first), default=fact.first)
    for at in range(max(clause.first, fact.last), min(clause.last, max(fact.last, last) + 14)):
        if parse.tags[at] == "amount":
            return False
        if parse.sentence.low(at) in {"all", "every"} and parse.sentence.low(at - 1) in REACHES:
            built = fact.measure.kind == "facility" and parse.sentence.low(at - 1) == "for"
            return not built and _is_whole(parse, clause, at + 1)
    return False


def _all_before(parse: Parse, clause: Clause, main: VerbGroup) -> bool:
    """Whether the subject is all of a kind: every county, all public hospitals, each resident."""
    for at in range(clause.first, min(clause.first + 4, main.first)):
        if parse.sentence.low(at) in {"all", "every", "each"} and parse.tags[at] == "det":
            return _is_whole(parse, clause, at + 1)
    return False


def _is_whole(parse: Parse, clause: Clause, at: int) -> bool:
    """Whether divisions, persons or establishments follow: all the | townships along the border."""
    while at < clause.last and parse.sentence.low(at) in {"of", "the", "its", "our", "their", "these", "those"}:
        at += 1
    phrase = noun_phrase(parse, at, clause.last)
    if phrase is None:
        return False
    words = parse.sentence.lows(phrase.first, phrase.last)
    return any(word in DIVISIONS | EVERYONE | {"part", "parts"} for word in words) or words[-1] in ESTABLISHMENTS


def covered(parse: Parse, clause: Clause, numbered: Sequence[Fact]) -> Iterator[Fact]:
    """All township health centers, every village clinic, full coverage of telemedicine: comparator `all`."""
    sentence = parse.sentence
    yield from _everywhere(parse, clause)
    yield from _over_all(parse, clause)
    yield from _in_full(parse, clause)
    for at in range(clause.first, clause.last - 1):
        if sentence.low(at) in {"all", "every"} and parse.tags[at] == "det":
            yield from _all_of(parse, clause, at, numbered)
        elif (
            sentence.low(at) in {"full", "universal", "complete", "100"}
            and sentence.low(at + 1) == "coverage"
            and sentence.low(at + 2) in {"of", "for"}
        ):
            start = at + 3
            while start < clause.last and parse.tags[start] == "det":
                start += 1
            phrase = noun_phrase(parse, start, clause.last)
            if phrase is not None and is_health(label(parse, phrase)):
                yield Fact(at, phrase.last, measure(parse, phrase, clause.last), "en.all", comparator="all")


def _all_of(parse: Parse, clause: Clause, at: int, numbered: Sequence[Fact]) -> Iterator[Fact]:
    """All of a facility: what it is to have, what it is given, else the facility itself."""
    start = at + 1
    while parse.sentence.low(start) in {"the", "of", "its", "our", "their"}:
        start += 1
    phrase = noun_phrase(parse, start, clause.last)
    term = next((f for f in parse.terms if phrase is not None and phrase.first <= f.first < phrase.last), None)
    if phrase is None or term is None or parse.sentence.low(at - 1) == "not":
        return
    found = measure(parse, phrase, clause.last)
    if found.id is None or found.kind != "facility":
        return
    given = parse.sentence.low(at - 1) in REACHES and parse.tags[at - 1] == "prep"
    if given and any(fact.amount is not None and fact.first < at for fact in numbered):
        return
    thing = _given(parse, clause, at - 1) if given else None
    if thing is not None:
        yield Fact(thing[1], phrase.last, thing[0], "en.all", comparator="all", level=thing[0].level)
        return
    if parse.sentence.low(at - 1) == "by" and (done := _by_all(parse, clause)) is not None:
        yield Fact(done[1], phrase.last, done[0], "en.all", comparator="all", level=None)
        return
    said = _said_of(parse, clause, phrase) or _done_by_all(parse, clause, phrase)
    yield Fact(at, phrase.last, said or found, "en.all", comparator="all", level=None if said else found.level)


def _by_all(parse: Parse, clause: Clause) -> tuple[Measure, int] | None:
    """Test results will be recognized by all hospitals: what all of them do to the subject."""
    main = clause.main
    spoken = subject(parse, clause) if main is not None and main.passive else None
    if main is None or spoken is None:
        return None
    words = spoken[0].label.casefold().split()
    if main.lemma in {"accept", "recognize", "recognise"} and {"results", "reports"} & set(words):
        named = term_of("mutual recognition of test results")
        return (Measure(spoken[0].label, named[1], named[0]), spoken[1]) if named is not None else None
    return spoken if spoken[0].id is not None or is_health(spoken[0].label) else None


def _given(parse: Parse, clause: Clause, at: int) -> tuple[Measure, int] | None:
    """Fever clinics will be set up in all county hospitals: what comes to all of them, before the preposition."""
    group = next((g for g in reversed(clause.groups) if g.last <= at and not g.saying), None)
    if group is None or group.negated:
        return None
    if group.passive or group.lemma == "be":
        spoken = subject(parse, clause)
        known = spoken is not None and (spoken[0].id is not None or is_health(spoken[0].label))
        return spoken if known else None
    start = parse.beyond(group.last, at, "det", "adv")
    phrase = noun_phrase(parse, start, at)
    if phrase is None or not is_a(group.lemma, "make", "increase") or parse.tags[start] != "noun":
        return None
    whole = with_of(parse, phrase, at)
    found = measure(parse, phrase, at)
    if found.id is None and whole.last > phrase.last:
        inner = next((f for f in parse.terms if phrase.last < f.first < whole.last), None)
        found = measure(parse, Phrase(inner.first, inner.last), at) if inner is not None else found
    text = label(parse, whole)
    return (
        (Measure(text, found.id, found.kind, found.level, found.specialty), start)
        if found.id is not None or is_health(text)
        else None
    )


def _everywhere(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Every prefecture has a grade-3A hospital, every resident will hold a health card: all of them, no number."""
    main = clause.main
    if main is None or any(clause.first <= a.first < clause.last and a.kind == "" for a in parse.amounts):
        return
    for at in range(clause.first, main.first):
        if parse.sentence.low(at) not in {"every", "each", "all"}:
            continue
        phrase = noun_phrase(parse, at + 1, main.first)
        if phrase is None:
            continue
        head = parse.sentence.low(phrase.head)
        person = head in EVERYONE and main.lemma in HOLDING
        if head not in DIVISIONS and not person:
            continue
        for term in parse.terms:
            if main.last <= term.first < clause.last:
                found = measure(parse, Phrase(term.first, term.last), clause.last)
                if found.id is not None and (found.kind in TIERED or (person and found.kind in KINDS)):
                    yield Fact(at, term.last, found, "en.all", comparator="all", level=found.level)
                    return


def _over_all(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Medical communities will cover all counties: the subject of the verb, with all places as its object."""
    main = clause.main
    if main is None or main.passive or main.lemma not in {"cover", "reach", "serve"}:
        return
    if parse.sentence.low(main.last) not in {"all", "every"} or not any(
        word in DIVISIONS for word in parse.sentence.lows(main.last + 1, main.last + 4)
    ):
        return
    term = next((f for f in reversed(parse.terms) if clause.first <= f.first and f.last <= main.first), None)
    found = measure(parse, Phrase(term.first, term.last), main.first) if term is not None else None
    if term is not None and found is not None and found.kind in TIERED:
        yield Fact(term.first, main.last + 2, found, "en.all", comparator="all", level=found.level)


def _in_full(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Chest pain centers have achieved full coverage of the counties; wards were opened in all townships."""
    main = clause.main
    spoken = subject(parse, clause) if main is not None else None
    if main is None or spoken is None or main.negated or not (spoken[0].id is not None or is_health(spoken[0].label)):
        return
    at = main.last
    if main.lemma in {"achieve", "realize", "realise", "reach", "attain"} and parse.sentence.lows(at, at + 2) in FULL:
        what = parse.sentence.lows(at + 2, at + 8)
        over = any(word in DIVISIONS for word in what) or what[:1] in {(",",), (".",), ()}
        if over and what[:1] not in {("for",), ("to",)}:
            yield Fact(spoken[1], at + 2, spoken[0], "en.all", comparator="all", level=spoken[0].level)
        return
    made = main.passive and main.lemma in {"build", "establish", "open", "set", "create", "found", "install"}
    while at < clause.last and parse.tags[at] == "adv":
        at += 1
    if not made or parse.sentence.low(at) not in {"in", "across", "throughout"}:
        return
    all_of = parse.sentence.low(at + 1) in {"all", "every", "each"}
    owned = parse.sentence.low(at + 3) == "'s" and parse.sentence.low(at + 4) in DIVISIONS
    if (all_of and _is_whole(parse, clause, at + 2)) or owned:
        yield Fact(spoken[1], at + 2, spoken[0], "en.all", comparator="all" if all_of else None, level=spoken[0].level)


def _done_by_all(parse: Parse, clause: Clause, phrase: Phrase) -> Measure | None:
    """All hospitals will accept one another's test results, have cancelled deposits: what it is that they all do."""
    main = clause.main
    if main is None or main.passive or main.first < phrase.last or main.lemma not in DOING:
        return None
    at = main.last
    while at < clause.last and (parse.tags[at] in {"det", "adv", "pron"} or parse.sentence.low(at) in OTHERS):
        at += 1
    thing = noun_phrase(parse, at, clause.last)
    if thing is None or (parse.tags[at - 1] == "amount"):
        return None
    if main.lemma in {"accept", "recognize", "recognise"}:
        return _recognized(parse, thing)
    whole = _with_for(parse, thing, clause.last)
    read = measure(parse, thing, whole.last)
    text = label(parse, whole)
    return replace(read, label=text, level=None) if read.id is not None or is_health(text) else None


def _recognized(parse: Parse, thing: Phrase) -> Measure | None:
    """Test results that are accepted: their mutual recognition."""
    named = term_of("mutual recognition of test results")
    if parse.sentence.low(thing.head) not in {"results", "reports"} or named is None:
        return None
    return Measure("mutual recognition of test results", named[1], named[0])


def _with_for(parse: Parse, phrase: Phrase, limit: int) -> Phrase:
    if parse.sentence.low(phrase.last) not in {"for", "of"} or phrase.last + 1 >= limit:
        return phrase
    inner = noun_phrase(parse, phrase.last + 1, limit)
    return Phrase(phrase.first, inner.last) if inner is not None else phrase


def _said_of(parse: Parse, clause: Clause, phrase: Phrase) -> Measure | None:
    """What all of them are to have: the term in the predicate."""
    for term in parse.terms:
        if phrase.last <= term.first < clause.last:
            read = measure(parse, Phrase(term.first, term.last), clause.last)
            if read.id is not None and read.kind != "facility":
                return read
    return None
