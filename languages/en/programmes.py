"""Programmes that no vocabulary knows, by their capitals or quotes."""

from __future__ import annotations

from collections.abc import Iterator

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import Measure, is_elsewhere, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, label
from languages.en.subjects import governing
from languages.en.verb_groups import DESIGNATING, VerbGroup
from languages.en.verbs import is_a

PROGRAMME_HEADS = lexicon.words("programme_heads")
TRANSPARENT = lexicon.words("transparent_nouns")
PLAIN = lexicon.words("plain_terms")
NAMING = DESIGNATING | frozenset({"promote", "upgrade", "become", "build", "establish", "recognize", "rank"})
ORDINALS = lexicon.words("ordinals")
PHASES = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "i", "ii", "iii"})
BEGINNINGS = frozenset({"begin", "start", "commence"})


def programmes(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Programmes that no vocabulary knows, by their capitals or quotes: the Hundred Talents Recruitment Program."""
    sentence = parse.sentence
    yield from _quoted(parse, clause)
    at = clause.first
    while at < clause.last:
        if (
            sentence.kind(at) not in {"word", "mixed"}
            or not sentence.tokens[at].text[0].isupper()
            or parse.tags[at] in {"date", "amount"}
        ):
            at += 1
            continue
        last = _capitals(parse, at, clause.last)
        head = next((i for i in range(last - 1, at, -1) if sentence.low(i) in PROGRAMME_HEADS), None)
        if (
            head is None
            or head - at < 1
            or (any(o.first <= at < o.last for o in parse.organizations) and not _after_org(parse, at, head))
        ):
            at = max(last, at + 1)
            continue
        phrase = Phrase(at, head + 1)
        text = label(parse, phrase)
        group = governing(clause, at)
        if (
            group is not None
            and not group.saying
            and _acts(group, at)
            and _is_programme(text)
            and not is_elsewhere(text)
        ):
            found = measure(parse, phrase, head + 1)
            yield Fact(
                phrase.first,
                phrase.last,
                found if found.id else Measure(text, None, None, found.level),
                "en.programme",
                level=found.level,
            )
        at = max(last, at + 1)


def _quoted(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """The "Hundred Doctors to the Grassroots" campaign: quotes with a head behind them or inside."""
    sentence = parse.sentence
    for at in range(clause.first, clause.last):
        if sentence.low(at) not in {"“", '"', "‘"}:
            continue
        end = next((i for i in range(at + 1, min(at + 14, clause.last)) if sentence.low(i) in {"”", '"', "’"}), None)
        if end is None or end - at < 3 or not sentence.tokens[at + 1].text[:1].isupper():
            continue
        behind = sentence.low(end + 1) in PROGRAMME_HEADS
        if not behind and sentence.low(end - 1) not in PROGRAMME_HEADS:
            continue
        text = " ".join(filter(None, (sentence.phrase(at + 1, end), sentence.low(end + 1) if behind else "")))
        group = governing(clause, at)
        acts = group is not None and not group.saying and _acts(group, at)
        if acts and _is_programme(text) and not is_elsewhere(text):
            yield Fact(at, end + (2 if behind else 1), Measure(text), "en.programme")


def _after_org(parse: Parse, at: int, head: int) -> bool:
    return all(not (o.first <= at and head < o.last) for o in parse.organizations)


def _is_programme(text: str) -> bool:
    low = text.casefold()
    return len(low.split()) >= 2 and not any(
        word in low for word in ("five-year plan", "work plan", "work report", "party", "congress")
    )


def _acts(group: VerbGroup, at: int) -> bool:
    lemma = group.lemma
    return (
        (group.last <= at or group.passive or lemma in {"begin", "start", "launch"})
        and lemma not in {"be", "have", "say", "attend", "hold", "visit", "read", "know"}
        and (is_a(lemma, "make", "seek", "begin", "stop", "aim") or group.status in {"planned", "sought"})
    )


def _capitals(parse: Parse, first: int, limit: int) -> int:
    sentence = parse.sentence
    at = first + 1
    while at < limit:
        token = sentence.tokens[at]
        if (
            (token.kind in {"word", "mixed"} and token.text[0].isupper())
            or (
                token.low in {"of", "for", "and", "in", "on", "to", "the", "'s", "&", "+"}
                and at + 1 < limit
                and sentence.tokens[at + 1].text[0].isupper()
            )
            or (
                token.kind == "number"
                and at + 1 < limit
                and sentence.tokens[at + 1].text[0].isupper()
                and len(token.text) != 4
            )
        ):
            at += 1
        else:
            break
    return at
