"""Numbers whose noun was said before: 11 of them, 12 provincial ones, centers of which 170 are open."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.counts import count_fact
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, measure
from languages.en.phrases import TIERS, noun_phrase
from languages.en.subjects import noun_run
from languages.en.terms import term_of

DIVISIONS = lexicon.words("division_nouns")
ELIDERS = frozenset(
    {
        "of",
        "have",
        "has",
        "had",
        "are",
        "is",
        "were",
        "was",
        "will",
        "would",
        "should",
        "in",
        "at",
        ",",
        ".",
        ";",
        "",
        "by",
        "for",
        "and",
        "to",
        "remain",
        "remained",
        "can",
        "under",
        "being",
        ")",
    }
)
DEFINITE = frozenset({"the", "these", "those", "its", "their", "our", "all"})


def ones(known: Measure, tiers: list[str]) -> Measure:
    """Two national centers and 12 provincial ones: the thing named before, of another tier."""
    words = known.label.split()
    head = " ".join(words[1:] if words and words[0].casefold() in TIERS else words)
    level = next((TIERS[word] for word in tiers if word in TIERS), known.level)
    kind, id = term_of(" ".join([*tiers, head])) or (known.kind, known.id)
    return Measure(" ".join([*tiers, head]), id, kind, level, known.specialty)


def elided(place: Place, state: State) -> Fact | None:
    """Of which 11 have been completed; eleven of them; 117 are functional; work on 25 is under way."""
    parse, amount = place.parse, place.amount
    low, previous = place.low(), place.before()
    if amount.unit not in {None, "count"}:
        return None
    of_which = previous in {"which", "whom", "them", "these", "those"} or (
        low == "of" and place.low(1) in {"them", "these", "which", "those", "whom"}
    )
    known = (_antecedent(place) if of_which else None) or state.measure
    if known is None:
        return None
    governs = (
        amount.last < place.clause.last
        and parse.tags[amount.last] in {"aux", "modal", "verb"}
        and not _verb_before(place)
    )
    work = previous in {"on", "including", "for"} and parse.sentence.low(amount.first - 2) in {
        "work",
        "construction",
        "which",
        ",",
        "plans",
        "planning",
        "and",
    }
    of_total = previous == "of" and parse.sentence.low(amount.first - 2) in {
        "target",
        "total",
        "goal",
        "targets",
        "plan",
        "quota",
    }
    if previous == "the" and amount.last < place.clause.last and parse.tags[amount.last] in {"adv", "verb"}:
        of_total = governs = True
    if previous in {"the", "promised", "planned", "required"} and low in {
        "it",
        "they",
        "promised",
        "planned",
        "pledged",
        "targeted",
        "that",
        "originally",
        "we",
        "which",
        "in",
        "a",
    }:
        of_total = True
    more = low == "more" or (low == "" and previous in {"another", "further"})
    if previous in {"remaining", "other", "rest"}:
        return None
    if not (of_which or governs or work or of_total or more) or (
        low
        not in ELIDERS
        | {"it", "they", "promised", "planned", "pledged", "targeted", "that", "originally", "more", "we", "a", "which"}
        and not governs
    ):
        return None
    end = amount.last
    if previous == "whom" or place.low(1) == "whom":
        known = _found(place, known)
    return Fact(
        amount.first,
        end,
        known,
        "en.elided",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        _counting(state.unit),
        level=known.level,
    )


def _found(place: Place, known: Measure) -> Measure:
    """Persons screened, of whom 2.1 lakh were found diseased: those of whom that is said."""
    group = next((g for g in place.clause.groups if g.first >= place.amount.last), None)
    if group is None or not group.passive:
        return known
    last = group.last
    while last < place.clause.last and last < group.last + 3 and place.parse.tags[last] in {"noun", "verb"}:
        last += 1
    return replace(known, label=f"{known.label} {place.parse.sentence.phrase(group.last - 1, last)}")


def _antecedent(place: Place) -> Measure | None:
    """Diagnostic centers, of which 170 are open; centers, six of which are open: the nouns before the comma."""
    parse, amount = place.parse, place.amount
    comma = amount.first - (3 if place.before() in {"which", "whom"} else 1)
    if parse.sentence.low(comma) != ",":
        return None
    nouns = noun_run(parse, comma)
    return measure(parse, nouns, comma) if nouns is not None else None


def of_those(place: Place, state: State) -> Fact | None:
    """Thirty-five of the centers: the noun behind `of the` is what is counted, as it was named before if it was."""
    parse, amount = place.parse, place.amount
    if place.low() != "of" or amount.unit not in {None, "count"} or place.low(1) not in DEFINITE:
        return None
    at = amount.last + 1
    while at < place.limit and parse.tags[at] == "det":
        at += 1
    phrase = noun_phrase(parse, at, place.limit)
    if phrase is None or parse.sentence.low(phrase.head) in DIVISIONS:
        return None
    found = measure(parse, phrase, place.limit)
    known = state.measure
    if known is not None and known.label.casefold().endswith(parse.sentence.low(phrase.head)):
        found = known
    return count_fact(place, phrase, found, "en.counted")


def _counting(unit: str | None) -> str:
    """What was a sum of money or a share before is a count of things when its noun is left out."""
    return unit if unit is not None and unit != "percent" and not unit.isupper() and "per_" not in unit else "count"


def _verb_before(place: Place) -> bool:
    return any(g.last <= place.amount.first and g.first >= place.clause.first for g in place.clause.groups)
