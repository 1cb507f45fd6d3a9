"""Noun phrases: what a number counts, what a sentence is about, and the label of either."""

from __future__ import annotations

from dataclasses import dataclass

from languages.en import lexicon
from languages.en.nouns import plural
from languages.en.parse import Parse
from ontology.codes import LEVELS, Level

TIERS: dict[str, Level] = {word: level for level in LEVELS for word in lexicon.table("tiers").get(level, ())}
GENERIC = lexicon.words("generic_heads")
LEAD_NOISE = lexicon.words("lead_noise")
COUNT_LEADS = lexicon.Phrases((phrase, True) for phrase in lexicon.data()["count_leads"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over tokens [first, last); `head` is the token of its head noun."""

    first: int
    last: int

    @property
    def head(self) -> int:
        return self.last - 1


def noun_phrase(parse: Parse, first: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at a token: modifiers and head, joined modifiers included, complements not."""
    tags, sentence = parse.tags, parse.sentence
    at = first
    while (
        at < limit
        and (tags[at] == "adv" or sentence.low(at) in LEAD_NOISE)
        and sentence.low(at) not in {"each", "respectively"}
    ):
        at += 1
    while at > first and at + 2 < limit and sentence.low(at) == "or" and sentence.low(at + 1).endswith("ed"):
        at += 2  # new or expanded hubs
    start, last = at, at
    while at < limit:
        if tags[at] == "noun" or (tags[at] == "verb" and _modifies(parse, at, limit)):
            at += 1
            last = at
            continue
        if sentence.low(at) in {"“", "”", '"', "‘", "’", "'", "/", "+", "(", ")"} and _inside_quotes(
            parse, at, limit, start
        ):
            at += 1
            last = at if sentence.low(at - 1) in {"”", '"', "’", ")"} else last
            continue
        if (
            sentence.low(at) == "("
            and at + 3 < limit
            and sentence.low(at + 2) == ")"
            and tags[at + 3] == "noun"
            and last > start
        ):
            at += 3
            continue
        joined = _joined(parse, at, last, limit, start)
        if joined is None:
            break
        at = joined
    while last > start and sentence.low(last - 1) in {"“", "‘", "(", "/", "'s"}:
        last -= 1
    return Phrase(start, last) if last > start else None


def _modifies(parse: Parse, at: int, limit: int) -> bool:
    """A participle between modifiers and a head: newly built clinics."""
    return at + 1 < limit and parse.tags[at - 1] == "adv" and parse.tags[at + 1] == "noun"


def _inside_quotes(parse: Parse, at: int, limit: int, start: int) -> bool:
    low = parse.sentence.low(at)
    if low in {"(", ")"}:
        return False
    if at + 1 < limit and parse.tags[at + 1] == "noun":
        return True
    return at > start and low in {"”", '"', "’"}


def _joined(parse: Parse, at: int, last: int, limit: int, start: int) -> int | None:
    """Where the phrase goes on after `and`, `or` or a comma: provincial, municipal and county-level specialties."""
    sentence, tags = parse.sentence, parse.tags
    if last == start:
        return None
    word = sentence.low(at)
    ahead = at + 1
    if word == ",":
        if sentence.low(last - 1) not in TIERS:
            return None
        if sentence.low(ahead) in {"and", "or"}:
            ahead += 1
        return ahead if ahead < limit and sentence.low(ahead) in TIERS else None
    if word not in {"and", "or", "&"} or ahead >= limit or tags[ahead] not in {"noun"}:
        return None
    if _splits_groups(parse, at):
        return None
    left = plural(sentence.low(last - 1))
    end = ahead
    while end < limit and tags[end] == "noun":
        end += 1
    right = plural(sentence.low(end - 1))
    if left and not _kindred(parse, last - 1, end - 1):
        return None
    return ahead if right or not left else None


def _splits_groups(parse: Parse, at: int) -> bool:
    """Whether `and` opens a clause of its own."""
    return any(clause.first == at for clause in parse.clauses)


def _kindred(parse: Parse, left: int, right: int) -> bool:
    """Two plural heads that are counted together: counties and districts, doctors and nurses."""
    first, second = parse.sentence.low(left), parse.sentence.low(right)
    divisions = lexicon.table("division_nouns")
    return (first in divisions) == (second in divisions)


def _is_participle(parse: Parse, at: int) -> bool:
    return any(group.first == at and not group.finite for group in parse.groups) or (
        parse.tags[at - 1] == "noun"
        and any(group.first == at and group.last == at + 1 and group.form in {"past", "ing"} for group in parse.groups)
    )


def with_of(parse: Parse, phrase: Phrase, limit: int) -> Phrase:
    """The phrase with its `of` complement."""
    if parse.sentence.low(phrase.last) != "of" or phrase.last + 1 >= limit:
        return phrase
    at = phrase.last + 1
    while at < limit and parse.tags[at] == "det":
        at += 1
    inner = noun_phrase(parse, at, limit)
    return Phrase(phrase.first, inner.last) if inner else phrase


def label(parse: Parse, phrase: Phrase) -> str:
    """The text of a phrase without articles and counting words at its head."""
    first = phrase.first
    lows = parse.sentence.folded
    moved = True
    while moved and first < phrase.last - 1:
        moved = False
        hit = COUNT_LEADS.at(lows, first)
        if hit is not None and hit[0] < phrase.last:
            first, moved = hit[0], True
        elif lows[first] == "fully" and first + 1 < phrase.last and lows[first + 1].endswith("ed"):
            break
        elif (
            parse.tags[first] in {"det", "conj", "sub", "adv", "pron", "rel"}
            or lows[first] in LEAD_NOISE
            or lows[first] in {",", "“", '"', "”", "‘"}
        ):
            first, moved = first + 1, True
    text = parse.sentence.phrase(first, phrase.last)
    return text.strip(" ,;:“”\"'‘’()")


def tier(parse: Parse, first: int, last: int) -> Level | None:
    """The one administrative tier among the words of a span; none where two are joined."""
    found = tiers(parse, first, last)
    return found[0][1] if len({level for _, level in found}) == 1 else None


def tiers(parse: Parse, first: int, last: int) -> list[tuple[int, Level]]:
    """Tier words of a span in order, as (token, level)."""
    found: list[tuple[int, Level]] = []
    for at in range(first, last):
        low = parse.sentence.low(at)
        level = TIERS.get(low)
        if level is None or _is_name_of_place(parse, at):
            continue
        found.append((at, level))
    return found


def _is_name_of_place(parse: Parse, at: int) -> bool:
    """County in `Gushi County` names a place, not a tier."""
    if any(name.first <= at < name.last for name in parse.names):
        return True
    before = parse.sentence.tokens[at - 1].text if at else ""
    return (
        before[:1].isupper()
        and parse.sentence.tokens[at].text[:1].isupper()
        and at > 0
        and parse.sentence.low(at) in {"county", "village", "township", "counties"}
    )


def has_number(parse: Parse, phrase: Phrase) -> bool:
    """Whether a number counts what a phrase names."""
    return any(
        a.kind == ""
        and a.rule != "zero"
        and (a.last == phrase.first or phrase.first <= a.first < phrase.last)
        and a.unit in {None, "count"}
        for a in parse.amounts
    )
