"""What insurance comes to pay for, and programmes described by what they are for."""

from __future__ import annotations

from collections.abc import Iterator

from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import Measure, is_elsewhere, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, has_number, label, noun_phrase, with_of
from languages.en.subjects import subject
from languages.en.verb_groups import VerbGroup

COVERING = frozenset({"cover", "include", "bring", "add", "incorporate", "make", "place", "put", "list"})
INTO = frozenset({"in", "into", "under", "onto", "on", "to", "by", "reimbursable", "eligible"})
CARRYING = frozenset({"carry", "launch", "implement", "start", "initiate", "introduce", "pursue", "run"})
HEADS = frozenset({"program", "programme", "campaign", "initiative", "drive", "plan"})


def insured(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Outpatient medicines will be covered by basic medical insurance; bring rare-disease drugs into the list."""
    for group in clause.groups:
        if group.lemma not in COVERING or group.saying or group.negated:
            continue
        if group.passive:
            spoken = subject(parse, clause)
            end = _paid(parse, clause, group.last)
            if spoken is None or end is None:
                continue
            read, first = spoken
            if not any(first <= a.first < group.first for a in parse.amounts) and is_health(read.label):
                yield Fact(first, end, read, "en.insured", level=read.level)
        elif (phrase := _object(parse, clause, group)) and (end := _paid(parse, clause, phrase.last)):
            found = measure(parse, phrase, phrase.last)
            yield Fact(phrase.first, end, found, "en.insured", level=found.level)


def _object(parse: Parse, clause: Clause, group: VerbGroup) -> Phrase | None:
    at = parse.beyond(group.last, clause.last, "det", "adv")
    phrase = noun_phrase(parse, at, clause.last)
    if phrase is None or has_number(parse, phrase):
        return None
    whole = with_of(parse, phrase, clause.last)
    return whole if is_health(label(parse, whole)) else None


def _paid(parse: Parse, clause: Clause, at: int) -> int | None:
    """Where the insurance or its list ends that follows: by basic medical insurance, onto the reimbursement list."""
    lows = parse.sentence.lows(at, min(at + 9, clause.last))
    if not lows or lows[0] not in INTO:
        return None
    ends = [i for i, word in enumerate(lows) if "insurance" in word or word.startswith("reimburs")]
    return at + ends[0] + 1 if ends else None


def described(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Carry out a national program for the prevention of cancer: a programme by what it is for."""
    for group in clause.groups:
        if group.lemma not in CARRYING or group.saying or group.negated:
            continue
        at = group.last
        while at < clause.last and (parse.tags[at] in {"det", "adv"} or parse.sentence.low(at) == "out"):
            at += 1
        phrase = noun_phrase(parse, at, clause.last)
        if phrase is None or parse.sentence.low(phrase.head) not in HEADS or has_number(parse, phrase):
            continue
        if parse.sentence.low(phrase.last) not in {"for", "to", "of", "on", "against"}:
            continue
        last = _complement_end(parse, clause, phrase.last)
        text = label(parse, Phrase(phrase.first, last))
        if is_health(text) and not is_elsewhere(text):
            found = measure(parse, phrase, last)
            yield Fact(
                phrase.first, last, Measure(text, found.id, found.kind, found.level, found.specialty), "en.programme"
            )


def _complement_end(parse: Parse, clause: Clause, at: int) -> int:
    last = at
    while at < min(clause.last, last + 12) and parse.tags[at] in {"noun", "det", "prep", "conj", "to", "verb"}:
        at += 1
        if parse.tags[at - 1] == "noun":
            last = at
    return last
