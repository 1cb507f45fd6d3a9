"""Zero in words: not a single ward, no maternal deaths, none has been handed over."""

from __future__ import annotations

from languages.en import lexicon
from languages.en.tokens import Sentence

PREDICATES = frozenset({"has", "have", "had", "was", "were", "is", "of"})
ZERO_NOUNS = lexicon.words("zero_nouns")
STOPPERS = (
    lexicon.words("prepositions")
    | lexicon.words("conjunctions")
    | lexicon.words("auxiliaries")
    | lexicon.words("determiners")
)
OPENERS = frozenset({"not", "without", "none", "a", "an", "any", "no"})
NEGATIONS = frozenset({"not", "never", "doesn't", "don't", "hasn't", "haven't", "didn't"})


def zero_end(sentence: Sentence, index: int) -> int | None:
    """The token after words that say zero; None for `no task`, `no longer`, `not one village lacks a clinic`."""
    if sentence.low(index) not in OPENERS:
        return None
    lows = sentence.lows(index, index + 5)
    if lows[:3] in {("not", "a", "single"), ("without", "a", "single"), ("not", "one", "single")}:
        return index + 3
    if {"lack", "lacks", "lacked"} & set(lows):
        return None
    if lows[:1] == ("none",) and lows[1:2] != ("other",) and sentence.low(index - 1) not in {"second", "to"}:
        return index + 1
    if lows[:2] == ("not", "one") and lows[2:3] and lows[2] in PREDICATES:
        return index + 2
    if lows[:2] == ("not", "one") and sentence.kind(index + 2) == "word" and lows[2] not in STOPPERS:
        return index + 2
    if lows[:2] == ("a", "single") and _is_denied(sentence, index):
        return index + 2
    if lows[:1] in {("a",), ("an",), ("any",)}:
        return index + 1 if _is_lacking(sentence, index) else None
    if lows[:1] == ("no",) and sentence.low(index + 1) not in {"more", "less", "fewer", "later", "longer", "other"}:
        for at, word in enumerate(lows[1:], index + 1):
            if sentence.kind(at) != "word" or word in STOPPERS:
                return None
            if word in ZERO_NOUNS and sentence.low(at + 1) in {"left", "excluded", "excepted", "untouched"}:
                return None  # with no hospital left out: all of them
            if word in ZERO_NOUNS and not (sentence.kind(at + 1) == "word" and sentence.low(at + 1) in ZERO_NOUNS):
                return index + 1
    return None


def _is_lacking(sentence: Sentence, index: int) -> bool:
    """The county does not have a tertiary hospital yet, has not opened any of the three centers."""
    if sentence.low(index + 1) == "of":
        return sentence.low(index) == "any" and not NEGATIONS.isdisjoint(sentence.lows(index - 4, index))
    if sentence.low(index - 1) != "have" or NEGATIONS.isdisjoint(sentence.lows(index - 3, index - 1)):
        return False
    at = index + 1
    while sentence.kind(at) == "word" and sentence.low(at) not in STOPPERS and at < index + 6:
        at += 1
    return sentence.low(at - 1) in ZERO_NOUNS


def _is_denied(sentence: Sentence, index: int) -> bool:
    """Whether a negation governs `a single`: not yet have, has never had, without."""
    for at in range(index - 1, max(index - 6, -1), -1):
        if sentence.kind(at) == "sign":
            return False
        if sentence.low(at) in {"not", "never", "without", "doesn't", "hasn't", "didn't", "haven't", "don't", "lacks"}:
            return True
    return False
