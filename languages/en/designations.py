"""What a thing is named or made, what is ended, and the phases of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import TIERED, Measure, is_elsewhere, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, has_number, label, noun_phrase, tiers
from languages.en.subjects import subject
from languages.en.verb_groups import DESIGNATING
from ontology.codes import Status

PROGRAMME_HEADS = lexicon.words("programme_heads")
COMPLEMENT_LEADS = frozenset({"as", "to", "into", "a", "an", "the", "among", "in"})
PLAIN = lexicon.words("plain_terms")
NAMING = DESIGNATING | frozenset({"promote", "upgrade", "become", "build", "establish", "recognize", "rank"})
ORDINALS = lexicon.words("ordinals")
PROJECT = re.compile(
    r"\b(?:construction|campus|project|expansion|relocation|reconstruction|renovation|branch|building|upgrading|upgrade|merger)\b",
    re.IGNORECASE,
)
PROJECT_VERBS = frozenset(
    "begin start commence complete finish put build open launch inaugurate approve resume proceed".split()
)
PHASES = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "i", "ii", "iii"})
BEGINNINGS = frozenset({"begin", "start", "commence"})


def designated(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """X was named a demonstration county, promoted to a third-class hospital, identified as a pilot of Y."""
    for group in clause.groups:
        naming = (group.lemma in NAMING and (group.passive or group.lemma == "become")) or (
            group.lemma in {"win", "earn", "receive", "gain", "obtain"}
            and "title" in parse.sentence.lows(group.last, group.last + 5)
        )
        if not naming:
            continue
        at = group.last
        while at < clause.last and (parse.sentence.low(at) in COMPLEMENT_LEADS or parse.tags[at] == "det"):
            at += 1
        if at == group.last and group.lemma != "become":
            continue
        phrase = noun_phrase(parse, at, clause.last)
        if phrase is None:
            continue
        whole = _with_complements(parse, phrase, clause.last)
        found = measure(parse, phrase, whole.last)
        text = label(parse, whole)
        if found.id is None and not (is_health(text) and _is_designation(text)):
            continue
        if found.id is not None and found.kind not in TIERED:
            found = Measure(text, level=found.level)
        if has_number(parse, phrase):
            continue
        spoken = subject(parse, clause)
        first = spoken[1] if spoken is not None else group.first
        level = found.level or next((level for _, level in tiers(parse, phrase.first, whole.last)), None)
        yield Fact(
            first, whole.last, Measure(text, found.id, found.kind, level, found.specialty), "en.designated", level=level
        )


def _is_designation(text: str) -> bool:
    return any(
        word in text.casefold()
        for word in (
            "pilot",
            "demonstration",
            "hospital",
            "center",
            "centre",
            "base",
            "unit",
            "model",
            "county",
            "city",
            "zone",
            "area",
            "site",
            "advanced",
            "project",
            "institution",
        )
    )


def _with_complements(parse: Parse, phrase: Phrase, limit: int) -> Phrase:
    """A head with what `of` or `for` binds to it, gerunds included."""
    last = phrase.last
    at = last
    while (
        at < limit
        and parse.sentence.low(at) in {"of", "for", "to", "in"}
        and at + 1 < limit
        and parse.tags[at + 1] != "date"
    ):
        at += 1
        while at < limit and (parse.tags[at] in {"det", "verb", "to"}):
            at += 1
        inner = noun_phrase(parse, at, limit)
        if inner is None:
            break
        at = last = inner.last
    return Phrase(phrase.first, last)


def subjects(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """A project that is terminated, work on a base that began: the subject of a verb that ends or begins it."""
    main = clause.main
    if main is None or any(a.kind == "" and clause.first <= a.first < clause.last for a in parse.amounts):
        return
    ends = main.status == "withdrawn" and main.passive
    spoken = subject(parse, clause)
    if spoken is None or not 2 <= len(spoken[0].label.split()) <= 24:
        return
    found, first = spoken
    if not ends and not (main.lemma in PROJECT_VERBS and PROJECT.search(parse.sentence.phrase(first, main.first))):
        return
    if not is_health(found.label) or is_elsewhere(found.label) or main.saying:
        return
    rule = "en.ended" if ends else "en.project"
    said = Measure(found.label, found.id, found.kind, found.level, found.specialty)
    yield Fact(first, main.last, said, rule, level=found.level)


def phases(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Phase one opened, the second phase is nearly done: each phase is a fact of its own."""
    main = clause.main
    if main is None or any(a.kind == "" and clause.first <= a.first < clause.last for a in parse.amounts):
        return
    for at in range(clause.first, main.first):
        if parse.sentence.low(at) != "phase" or not (
            parse.sentence.low(at - 1) in ORDINALS or parse.sentence.low(at + 1) in PHASES
        ):
            continue
        whole = next(
            (
                Phrase(i + 1, _complement_end(parse, i + 1))
                for i in range(0, len(parse.tags) - 1)
                if parse.sentence.low(i) == "of" and parse.sentence.low(i - 1) == "phase"
            ),
            None,
        )
        text = label(parse, whole) if whole is not None else ""
        if not text or not (is_health(text) or "campus" in text.casefold()):
            return
        status: Status | None = (
            "underway"
            if any(
                word in {"basically", "nearly", "almost", "largely"}
                for word in parse.sentence.lows(clause.first, clause.last)
            )
            else None
        )
        found = measure(parse, whole, whole.last) if whole is not None else Measure(text)
        yield Fact(
            at - 1,
            main.last,
            Measure(text, found.id, found.kind, None, found.specialty),
            "en.phase",
            part=parse.sentence.phrase(at - 1, at + 1),
            status=status,
        )
        return


def _complement_end(parse: Parse, first: int) -> int:
    at = first
    while at < len(parse.tags) and (parse.tags[at] in {"noun", "det"} or parse.sentence.low(at) == "of"):
        at += 1
    return at
