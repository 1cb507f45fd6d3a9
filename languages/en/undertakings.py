"""Projects without a number: plans that are given up, works on one thing that begin or end, a matter that is stopped."""

from __future__ import annotations

from collections.abc import Iterator

from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import Measure, is_elsewhere, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, has_number, label, noun_phrase
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import is_a
from languages.en.where import located
from ontology.codes import Status

PLANS = frozenset({"plan", "plans", "proposal", "project", "scheme"})
WORKS = frozenset(
    "relocation construction expansion renovation reconstruction rebuilding refurbishment transfer merger extension".split()
)
STARTS = frozenset({"complete", "finish", "start", "begin", "commence", "resume"})
STOPPED = frozenset(
    {"stop", "stopped", "halt", "suspend", "shelve", "cancel", "terminate", "abandon", "drop", "withdraw"}
)
MATTERS = frozenset({"matter", "plan", "project", "it", "this", "proposal", "work"})
OPENERS = frozenset({("as", "for"), ("as", "to"), ("with", "regard"), ("with", "respect")})


def undertakings(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """The projects of a clause that no term and no designation names."""
    for group in clause.groups:
        yield from _given_up(parse, clause, group)
        yield from _worked_on(parse, clause, group)
        yield from _put_up(parse, clause, group)
    yield from _stopped(parse, clause)


def _given_up(parse: Parse, clause: Clause, group: VerbGroup) -> Iterator[Fact]:
    """We will discontinue the plan for a burns unit, dropped its proposal for a clinic: the thing that was planned."""
    if group.passive or group.negated or not is_a(group.lemma, "stop"):
        return
    at = _article(parse, group.last, clause.last)
    if parse.sentence.low(at) not in PLANS or parse.sentence.low(at + 1) not in {"for", "of", "to"}:
        return
    at += 2
    while at < clause.last and (parse.tags[at] in {"det", "verb"} or parse.sentence.low(at) in {"the", "a", "an"}):
        at += 1
    yield from _fact(parse, at, clause.last, group.first, "withdrawn")


def _worked_on(parse: Parse, clause: Clause, group: VerbGroup) -> Iterator[Fact]:
    """Complete the relocation of the provincial blood center: work on the one thing that is named."""
    if group.passive or group.lemma not in STARTS:
        return
    at = _article(parse, group.last, clause.last)
    if parse.sentence.low(at) not in WORKS or parse.sentence.lows(at + 1, at + 3) != ("of", "the"):
        return
    thing = noun_phrase(parse, at + 3, clause.last)
    if thing is not None and not parse.sentence.low(thing.head).endswith("s"):
        yield from _fact(parse, at + 3, clause.last, group.first, None)


SITES = frozenset(
    "center centre hospital ward campus building branch station base institute laboratory clinic wing complex hub".split()
)
RAISED = frozenset(
    {"build", "open", "construct", "establish", "renovate", "relocate", "complete", "finish", "commission"}
)


def _put_up(parse: Parse, clause: Clause, group: VerbGroup) -> Iterator[Fact]:
    """A center for zoonotic diseases is being built; work will begin on the new infectious disease ward: one place."""
    if group.passive and group.lemma in RAISED and not group.negated and group is clause.main:
        at, limit = clause.first, group.first
        at = parse.beyond(at, limit, "sign", "conj", "date", "adv", "sub")
    elif group.lemma in {"begin", "start"} and parse.sentence.low(group.last) == "on":
        if parse.sentence.low(group.first - 1) not in {"work", "construction"}:
            return
        at, limit = group.last + 1, clause.last
    else:
        return
    if parse.sentence.low(at) not in {"a", "an", "the"}:
        return
    phrase = noun_phrase(parse, _article(parse, at, limit), limit)
    if phrase is not None and parse.sentence.low(phrase.head) in SITES:
        behind = (
            noun_phrase(parse, phrase.last + 1, limit) if parse.sentence.low(phrase.last) in {"for", "of"} else None
        )
        whole = Phrase(phrase.first, behind.last) if behind is not None else phrase
        text = label(parse, whole)
        if is_health(text) and not is_elsewhere(text) and not has_number(parse, whole):
            read = measure(parse, phrase, phrase.last)
            yield Fact(
                at,
                max(whole.last, group.last),
                Measure(text, read.id, read.kind, read.level),
                "en.undertaking",
                level=read.level,
            )


def _stopped(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """As for the transfer of the clinic to B, the matter has been stopped: what the sentence opens with."""
    main = clause.main
    if main is None or not main.passive or main.lemma not in STOPPED or main.negated or main.modal:
        return
    if parse.sentence.lows(0, 2) not in OPENERS or parse.sentence.low(main.first - 1) not in MATTERS:
        return
    at = _article(parse, 2, len(parse.tags))
    comma = next((i for i in range(at, main.first) if parse.sentence.low(i) == ","), None)
    if comma is None or comma > main.first:
        return
    whole = Phrase(at, min(comma, at + 12))
    text = label(parse, whole)
    if is_health(text) and not has_number(parse, whole):
        codes = tuple(code for spot in located(parse) if whole.first <= spot.first < whole.last for code in spot.codes)
        yield Fact(0, main.last, Measure(text), "en.stopped", status="withdrawn", places=codes or None)


def _article(parse: Parse, at: int, limit: int) -> int:
    return parse.beyond(at, limit, "det", "adv")


def _fact(parse: Parse, at: int, limit: int, first: int, status: Status | None) -> Iterator[Fact]:
    phrase = noun_phrase(parse, at, limit)
    if phrase is None or has_number(parse, phrase):
        return
    found = measure(parse, phrase, phrase.last)
    if (found.id is None and not is_health(found.label)) or is_elsewhere(found.label):
        return
    yield Fact(first, phrase.last, found, "en.undertaking", level=found.level, status=status)
