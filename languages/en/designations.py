"""What a thing is named or made, what is ended, and the phases of a project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import TIERED, Measure, is_elsewhere, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, has_number, label, noun_phrase, tiers
from languages.en.subjects import subject
from languages.en.verb_groups import DESIGNATING, VerbGroup
from languages.en.verbs import is_a
from ontology.codes import Status

PROGRAMME_HEADS = lexicon.words("programme_heads")
COMPLEMENT_LEADS = frozenset({"for", "as", "to", "into", "a", "an", "the", "among", "in"})
PLAIN = lexicon.words("plain_terms")
NAMING = DESIGNATING | frozenset({"promote", "upgrade", "become", "build", "establish", "recognize", "rank"})
ORDINALS = lexicon.words("ordinals")
PROJECT = re.compile(
    r"\b(?:construction|campus|project|expansion|relocation|reconstruction|renovation|branch|building|upgrading|upgrade|merger)\b",
    re.IGNORECASE,
)
PROJECT_VERBS = lexicon.words("sets", "project_verbs")
PILOT = re.compile(r"\b(?:pilots?|demonstration)\b", re.IGNORECASE)
TITLE_VERBS = frozenset({"win", "earn", "receive", "gain", "obtain"})
PHASES = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "i", "ii", "iii"})
BEGINNINGS = frozenset({"begin", "start", "commence"})


def designated(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """X was named a demonstration county, promoted to a third-class hospital, identified as a pilot of Y."""
    for group in clause.groups:
        if not _names(parse, group):
            continue
        at = _complement(parse, clause, group.last)
        phrase = noun_phrase(parse, at, clause.last) if at > group.last or group.lemma == "become" else None
        if phrase is None or has_number(parse, phrase):
            continue
        fact = _made(parse, clause, phrase, "en.designated", needs="name")
        if fact is not None:
            spoken = subject(parse, clause)
            yield replace(fact, first=spoken[1] if spoken is not None else group.first)


def striven(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Strives to create a national key hospital, pilots a demonstration zone: things that no vocabulary knows."""
    for group in clause.groups:
        if group.saying or group.passive or not (group.status == "sought" or is_a(group.lemma, "make", "begin")):
            continue
        phrase = noun_phrase(parse, _complement(parse, clause, group.last), clause.last)
        if phrase is None or has_number(parse, phrase):
            continue
        if group.lemma == "have" and any(other.first == phrase.last for other in clause.groups):
            continue  # apply to have a hospital listed as something
        fact = _made(parse, clause, phrase, "en.striven", needs="tier" if group.status == "sought" else "pilot")
        if fact is not None:
            yield fact


def _names(parse: Parse, group: VerbGroup) -> bool:
    if group.lemma in NAMING and (group.passive or group.lemma == "become"):
        return True
    return group.lemma in TITLE_VERBS and "title" in parse.sentence.lows(group.last, group.last + 5)


def _complement(parse: Parse, clause: Clause, at: int) -> int:
    while at < clause.last and (parse.sentence.low(at) in COMPLEMENT_LEADS or parse.tags[at] == "det"):
        at += 1
    return at


def _made(parse: Parse, clause: Clause, phrase: Phrase, rule: str, *, needs: str) -> Fact | None:
    """The designation that a noun phrase names: a term, or an open one of the kind that is asked for."""
    whole = _with_complements(parse, phrase, clause.last)
    found = measure(parse, phrase, whole.last)
    text = label(parse, whole)
    level = next((level for _, level in tiers(parse, phrase.first, whole.last)), None)
    if found.id is None or found.kind not in TIERED:
        fits = {
            "name": _is_designation(text),
            "tier": level is not None and _is_designation(text),
            "pilot": bool(PILOT.search(text)),
        }
        if (found.id is None or needs != "name") and not (is_health(text) and fits[needs]):
            return None
        found = Measure(text, level=found.level) if found.kind not in TIERED else found
    elif needs == "pilot":
        return None
    level = found.level or level
    return Fact(
        phrase.first, whole.last, Measure(text, found.id, found.kind, level, found.specialty), rule, level=level
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
        at = parse.beyond(at, limit, "det", "verb", "to")
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
    begun = main.lemma in PROJECT_VERBS or _is_under_construction(parse, main)
    used = main.lemma == "put" and main.passive and parse.sentence.low(main.last) == "into" and found.kind != "service"
    if not ends and not used and not (begun and PROJECT.search(parse.sentence.phrase(first, main.first))):
        return
    if not is_health(found.label) or is_elsewhere(found.label) or main.saying:
        return
    rule = "en.ended" if ends else "en.project"
    said = Measure(found.label, found.id, found.kind, found.level, found.specialty)
    yield Fact(first, main.last, said, rule, level=found.level)


def _is_under_construction(parse: Parse, main: VerbGroup) -> bool:
    return main.lemma == "be" and ("under", "construction") in {
        parse.sentence.lows(at, at + 2) for at in range(main.last, main.last + 2)
    }


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
