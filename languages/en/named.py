"""Facts without a number: named programmes, designations, facilities and reforms with a verb of doing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.designations import designated, phases, striven, subjects
from languages.en.facts import Fact
from languages.en.insured import described, insured
from languages.en.measures import TIERED, Measure, measure
from languages.en.names import Name
from languages.en.parse import Parse
from languages.en.phrases import TIERS, Phrase, has_number, noun_phrase, tiers, with_of
from languages.en.programmes import PROGRAMME_HEADS, programmes
from languages.en.subjects import governing
from languages.en.terms import Found, term_of
from languages.en.undertakings import undertakings
from languages.en.universal import covered, to_all
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import is_a
from ontology.codes import Level

FACILITY_VERBS = lexicon.words("sets", "facility_verbs")
SERVICE_VERBS = lexicon.words("sets", "service_verbs")
WEAK_VERBS = lexicon.words("sets", "weak_verbs")
TRANSPARENT = lexicon.words("transparent_nouns")
DIVISIONS = lexicon.words("division_nouns")
PLAIN = lexicon.words("plain_terms")
ORDINALS = lexicon.words("ordinals")
BEGINNINGS = frozenset({"begin", "start", "commence"})


def named(parse: Parse, clause: Clause, facts: list[Fact]) -> list[Fact]:
    """The named facts of a clause beside those of its amounts, in order."""
    taken = {at for fact in facts for at in range(fact.first, fact.last) if fact.amount is not None}
    found: list[Fact] = []
    for fact in (
        *covered(parse, clause, facts),
        *insured(parse, clause),
        *_terms(parse, clause),
        *programmes(parse, clause),
        *described(parse, clause),
        *designated(parse, clause),
        *striven(parse, clause),
        *phases(parse, clause),
        *subjects(parse, clause),
        *undertakings(parse, clause),
    ):
        span = set(range(fact.first, fact.last))
        twin = bool(found) and (found[-1].first, found[-1].last, found[-1].rule) == (fact.first, fact.last, fact.rule)
        said = fact.measure.id is not None and any(
            other.rule == "en.all" and other.measure.id == fact.measure.id for other in found
        )
        if (span & taken and not twin) or said or _is_counted_behind(parse, fact, facts):
            continue
        taken |= span
        found.append(
            replace(fact, comparator="all") if fact.comparator is None and to_all(parse, clause, fact) else fact
        )
    return sorted(found, key=lambda fact: fact.first)


def _is_counted_behind(parse: Parse, fact: Fact, facts: list[Fact]) -> bool:
    """AI diagnosis in 40 percent of clinics, screening to 160,000 newborns: the number behind states the same thing."""
    led = fact.comparator is None and parse.sentence.low(fact.last) in {"in", "to", "for", "at"}
    return led and any(other.amount is not None and other.amount.first == fact.last + 1 for other in facts)


def _terms(parse: Parse, clause: Clause) -> Iterator[Fact]:
    for term in parse.terms:
        if not clause.first <= term.first < clause.last or _in_name(parse, term):
            continue
        kind = next((kind for kind, _ in term.candidates if kind in TIERED), None)
        if kind is None:
            continue
        group = governing(clause, term.first)
        if group is None and not _is_list_item(parse, clause, term):
            continue
        if group is not None and not _does(parse, clause, kind, term, group):
            continue
        phrase = _phrase_around(parse, clause, term)
        if phrase is None:
            continue
        if has_number(parse, phrase):
            continue
        yield from _by_tiers(parse, clause, phrase, term)


def _in_name(parse: Parse, term: Found) -> bool:
    return any(org.first <= term.first and term.last <= org.last for org in parse.organizations)


def _is_list_item(parse: Parse, clause: Clause, term: Found) -> bool:
    """A designation that stands without its verb between semicolons, as machine translation leaves it."""
    return (
        clause.hard
        and ";" in clause.lead
        and any(kind in {"designation", "programme", "reform"} for kind, _ in term.candidates)
    )


def _does(parse: Parse, clause: Clause, kind: str, term: Found, group: VerbGroup) -> bool:
    """Whether the verb does something to a thing of that kind, and the thing is its object or passive subject."""
    lemma = group.lemma
    plain = parse.sentence.phrase(term.first, term.last).casefold()
    if plain in PLAIN:
        return False
    acting = (
        group.last <= term.first
        or group.passive
        or group.status == "withdrawn"
        or lemma in BEGINNINGS | {"open", "launch"}
    )
    if not acting or group.saying:
        return False
    if group.negated and not (group.passive and group.status in {"planned", "withdrawn"}):
        return False
    between = parse.sentence.lows(group.last, _first_of_list(parse, clause, term).first)
    if kind == "facility" and lemma in {"reach", "pass", "meet"}:
        return group.last <= term.first and not _is_apart(between)
    if kind == "facility":
        if lemma not in FACILITY_VERBS and group.status not in {"withdrawn", "sought"} and not _is_made(between):
            return False
        return (
            group.last > term.first
            or not _is_apart(between)
            or lemma == "become"
            or (group.passive and lemma in {"promote", "upgrade"})
        )
    if kind == "service":
        return (
            lemma in SERVICE_VERBS or group.status == "withdrawn" or (lemma not in WEAK_VERBS and is_a(lemma, "make"))
        )
    if (
        lemma in WEAK_VERBS
        and not (group.lemma == "support" and kind == "designation")
        and kind not in {"programme", "designation", "reform"}
    ):
        return False
    if lemma in {"reach", "meet", "pass", "attain"}:
        return kind == "designation"
    return lemma not in {
        "have",
        "be",
        "say",
        "own",
        "visit",
        "attend",
        "hold",
        "report",
        "describe",
        "receive",
    } or group.status in {"sought", "planned"}


def _first_of_list(parse: Parse, clause: Clause, term: Found) -> Found:
    """The first of terms that are joined: A and B, where B stands as A does."""
    earlier = [f for f in parse.terms if clause.first <= f.first and f.last <= term.first]
    for found in reversed(earlier):
        words = parse.sentence.lows(found.last, term.first)
        if not all(word in {"and", ",", "“", "”", '"', "the", "or"} for word in words):
            break
        term = found
    return term


def _is_made(between: tuple[str, ...]) -> bool:
    return any(word in {"construction", "establishment", "building", "development"} for word in between)


def _is_apart(between: tuple[str, ...]) -> bool:
    """Whether prepositions set a thing apart from its verb; `the construction of`, `the scope of` do not."""
    for at, word in enumerate(between):
        if word == "of" and at and between[at - 1] in TRANSPARENT:
            continue
        if word in {"in", "at", "for", "by", "from", "to", "between", "with", "of"}:
            return True
    return False


def _phrase_around(parse: Parse, clause: Clause, term: Found) -> Phrase | None:
    """The noun phrase that a term heads; None where the term only modifies another head."""
    first = term.first
    while first > clause.first and parse.tags[first - 1] == "noun" and parse.sentence.low(first - 1) not in {"'s"}:
        first -= 1
    while first - 2 >= clause.first and _joins_tiers(parse, first):
        first -= 2
    if _is_joined(parse, term):
        return Phrase(first, term.last)
    phrase = noun_phrase(parse, term.first, clause.last)
    if phrase is None:
        return None
    return Phrase(first, max(phrase.last, term.last))


def _is_joined(parse: Parse, term: Found) -> bool:
    """Whether another whole term of the same kinds follows after `and`: each of the two is a thing of its own."""
    if parse.sentence.low(term.last) not in {"and", "or"}:
        return False
    kinds = {kind for kind, _ in term.candidates} & TIERED
    return any(
        f.first == term.last + 1 and f.last - f.first > 1 and any(kind in kinds for kind, _ in f.candidates)
        for f in parse.terms
    )


def _joins_tiers(parse: Parse, at: int) -> bool:
    """national and | provincial regional centers."""
    lows = parse.sentence.lows(at - 2, at + 1)
    return lows[1] in {"and", ","} and lows[0] in TIERS and lows[2] in TIERS


def _by_tiers(parse: Parse, clause: Clause, phrase: Phrase, term: Found) -> Iterator[Fact]:
    found = measure(parse, phrase, clause.last)
    if found.id is None:
        found_term = measure(parse, Phrase(term.first, term.last), clause.last)
        tail = parse.sentence.low(phrase.head)
        if tail in PROGRAMME_HEADS and parse.sentence.tokens[phrase.head].text[0].isupper() and phrase.last > term.last:
            yield Fact(
                phrase.first, phrase.last, Measure(found.label, level=found.level), "en.programme", level=found.level
            )
            return
        if found_term.id is None or (
            phrase.last > term.last
            and tail
            in {
                "standards",
                "standard",
                "conference",
                "meeting",
                "report",
                "staff",
                "workers",
                "system",
                "department",
                "departments",
                "terminal",
                "terminals",
                "card",
                "cards",
                "list",
                "fund",
                "funds",
            }
        ):
            return
        found = Measure(found.label, found_term.id, found_term.kind, found_term.level, found_term.specialty)
    spread = tiers(parse, phrase.first, phrase.last)
    levels: list[Level | None] = [*dict.fromkeys(level for _, level in spread)] or [found.level]
    joined = (
        any(parse.sentence.low(at) in {"and", ",", "or"} for at in range(spread[0][0], spread[-1][0]))
        if len(spread) > 1
        else False
    )
    if not joined:
        level = found.level or _piloted_at(parse, phrase.first)
        yield Fact(phrase.first, phrase.last, replace(found, level=level), "en.named", level=level)
        return
    head = parse.sentence.phrase(spread[-1][0] + 1, phrase.last)
    for level in levels:
        own = next((term_of(f"{parse.sentence.low(at)} {head}") for at, of in spread if of == level), None)
        chosen = Measure(found.label, own[1], own[0]) if own is not None else found
        yield Fact(phrase.first, phrase.last, chosen, "en.named", level=level)


def _piloted_at(parse: Parse, first: int) -> Level | None:
    """The national pilot of | a reform, a provincial-level demonstration county for | a service: the tier of the pilot."""
    at = first - 1
    while at > max(0, first - 5) and (
        parse.sentence.low(at) in {"the", "of", "for"} or parse.sentence.low(at) in DIVISIONS
    ):
        at -= 1
    if parse.sentence.low(at) not in {"pilot", "pilots", "demonstration"}:
        return None
    return TIERS.get(parse.sentence.low(at - 1))


def hospital_names(parse: Parse, first: int, last: int) -> list[Name]:
    """The hospitals that a span names."""
    return [org for org in parse.organizations if org.hospital and first <= org.first < last]


__all__ = ["hospital_names", "named", "with_of"]
