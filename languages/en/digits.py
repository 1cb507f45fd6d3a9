"""Digits that are no amount: names, classes, document numbers, hotlines, list markers, pronouns."""

from __future__ import annotations

from languages.en import lexicon
from languages.en.numerals import UNITS, Numeral
from languages.en.tokens import Sentence

LABELS_BEFORE = lexicon.words("labels_before")
NAMED_BY_CAPITAL = lexicon.words("labels_by_capital")  # Building 7 is a name, building 7 wards is not
LABELS_AFTER = lexicon.words("labels_after")
REST = frozenset({"other", "remaining", "rest"})


def is_label(sentence: Sentence, found: Numeral) -> bool:
    """Whether the digits are part of a name, a class, a list marker or a document number."""
    start, end = found.start, found.end
    before, after = sentence.low(start - 1), sentence.low(end)
    if found.digits and len(text := sentence.tokens[start].text) > 1 and text[0] == "0" and text.isdecimal():
        return True
    if found.digits and _is_signed(sentence, start, end):
        return True
    if before in {"call", "dial"} and found.digits and after in {"free", "toll-free", "for", "to", "now", "or"}:
        return True
    if after in {"each", "apiece"} and found.digits and before not in {"level", "grade", "class", "phase"}:
        return False
    if before in LABELS_BEFORE and not (before == "no" and not found.digits):
        return before not in NAMED_BY_CAPITAL or (
            sentence.tokens[start - 1].text[:1].isupper()
            and ((found.digits and start > 1) or (not found.digits and sentence.tokens[start].text[:1].isupper()))
        )
    if before == "or" and sentence.low(start - 3) in LABELS_BEFORE and sentence.low(start - 2) in UNITS:
        return True  # at stage one or two
    if before in {".", "℃"} and sentence.low(start - 2) in LABELS_BEFORE:
        return True
    if after in LABELS_AFTER or _opens_name(sentence, start, end):
        return True
    if sentence.low(start) == "one":
        return _is_pronoun(sentence, found)
    return bool(found.digits and _is_marker(sentence, start, end))


def _opens_name(sentence: Sentence, start: int, end: int) -> bool:
    """Three Gorges Central Hospital, Three Gorges Evening News: a capital number word at the head of capitals."""
    words = [sentence.tokens[at].text for at in range(start, min(end + 3, len(sentence)))]
    return len(words) > 2 and words[1] in NAMED_NUMBERS and words[0][0].isupper()


NAMED_NUMBERS = frozenset({"Gorges", "Rivers", "Oaks", "Kingdoms", "Lakes", "Mile"})


def _is_pronoun(sentence: Sentence, found: Numeral) -> bool:
    if found.end - found.start > 1:
        return False
    before, after = sentence.low(found.start - 1), sentence.low(found.end)
    if before in {
        "no",
        "any",
        "every",
        "each",
        "some",
        "another",
        "the",
        "this",
        "that",
        "which",
        "day",
        "than",
        "such",
        "number",
    }:
        return not (before == "another" and after.isalpha()) and not (
            before == "than" and after.isalpha() and after != "of"
        )
    if after in {
        "day",
        "another",
        "hand",
        "thing",
        "side",
        "person",
        "time",
        "way",
        "aspect",
        "point",
        "stop",
        "fell",
        "'s",
        "can",
        "could",
        "should",
    }:
        return True
    if after == "of":
        return True
    if before in {"with", "have", "has", "get"} and not REST.isdisjoint(sentence.lows(found.start - 10, found.start)):
        return False  # each of the other counties with one
    if before in {"had", "have", "has", "got"} and after in {"so", "yet", "already"}:
        return True  # 14 million have had one so far
    named = found.start > 1 and sentence.tokens[found.start - 1].text[:1].isupper()
    return not named and (after == "" or (not after[0].isalpha() and sentence.kind(found.end) == "sign"))


def _is_signed(sentence: Sentence, start: int, end: int) -> bool:
    """1+6+N, 8:30, 24/7, 95-95-95, (2), [2024], “123”, #5, @3."""
    before, after = sentence.low(start - 1), sentence.low(end)
    tight_before = sentence.joined(start)
    tight_after = sentence.joined(end)
    if tight_before and before in {"+", ":", "/", "#", "@", "_", "*", "=", "&", "\\"}:
        return True
    if tight_before and before in {"[", "〔", "【"}:
        return True
    if tight_after and after in {":", "*", "=", "_", "@", "&", "\\"} and sentence.joined(end + 1):
        return True
    if tight_after and after == "+" and sentence.joined(end + 1) and sentence.kind(end + 1) != "sign":
        return True
    if tight_after and after == "/" and sentence.kind(end + 1) == "number" and len(sentence.tokens[end + 1].text) < 4:
        return True
    if tight_before and before in {"“", '"', "‘", "'"} and tight_after and after in {"”", '"', "’", "'"}:
        return True
    if tight_before and before in {"-", "–"} and start >= 2 and sentence.joined(start - 1):
        return sentence.kind(start - 2) in {"word", "mixed", "number"}
    return _is_chain(sentence, end)


def _is_chain(sentence: Sentence, end: int) -> bool:
    """95-95-95, 010-8765-4321: more than two numbers hyphened."""
    hyphens = 0
    while (
        sentence.low(end) in {"-", "–"}
        and sentence.joined(end)
        and sentence.joined(end + 1)
        and sentence.kind(end + 1) == "number"
    ):
        hyphens, end = hyphens + 1, end + 2
    return hyphens >= 2


def _is_marker(sentence: Sentence, start: int, end: int) -> bool:
    """`1.`, `(2)`, `3)` at the head of a sentence or item, and numbers in brackets that cite."""
    before, after = sentence.low(start - 1), sentence.low(end)
    if before == "(" and after == ")":
        return True
    at_head = start == 0 or before in {"\n", ";", "|"}
    return at_head and (after in {")", "、"} or (after == "." and sentence.joined(end)))
