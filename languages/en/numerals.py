"""Numerals: digits, number words, South Asian and Western scales, fractions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from languages.en import lexicon
from languages.en.tokens import Sentence
from languages.exact import scaled

UNITS: dict[str, int] = lexicon.table("numbers", "units")
SCALES: dict[str, int] = lexicon.table("numbers", "scales")
FRACTIONS: dict[str, int] = lexicon.table("numbers", "fractions")
LETTER_SCALES = frozenset({"k", "m", "mn", "bn", "tn", "cr"})
DURATIONS = lexicon.words("durations")
HALF_AFTER = lexicon.words("sets", "half_after")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens [start, end); `share` where it is a fraction of a whole, as percent."""

    start: int
    end: int
    value: float
    digits: bool
    share: bool = False
    tail: str = ""  # what is glued on: "bed" of "300-bed"


def word_value(word: str) -> int | None:
    """The value of one number word, hyphens allowed: twelve, twenty-seven."""
    if word in UNITS:
        return UNITS[word]
    total = 0
    for part in word.split("-"):
        if part not in UNITS:
            return None
        total += UNITS[part]
    return total if "-" in word and word.split("-", maxsplit=1)[0].endswith("ty") else None


def numeral(sentence: Sentence, index: int) -> Numeral | None:
    """The numeral that starts at a token, or None."""
    kind, low = sentence.kind(index), sentence.low(index)
    if kind == "number":
        return _digits(sentence, index)
    if kind == "mixed":
        return _glued(sentence, index)
    if kind != "word":
        return None
    return _fraction(sentence, index) or _ratio(sentence, index) or _words(sentence, index, low)


def parse(text: str) -> float:
    return float(text.replace(",", ""))


def _digits(sentence: Sentence, index: int) -> Numeral | None:
    text = sentence.tokens[index].text
    value, end = parse(text), index + 1
    if _grouped(sentence, index):
        value, end = value * 1000 + parse(sentence.tokens[index + 1].text), index + 2
    if (ratio := _ratio(sentence, index)) is not None:
        return ratio
    value, end = _scaled(sentence, value, end)
    tail = ""
    glued = sentence.low(end) in {"-", "–"} and sentence.joined(end) and sentence.joined(end + 1)
    if glued and sentence.kind(end + 1) == "word":
        tail = sentence.low(end + 1)
    return Numeral(index, end, value, digits=True, tail=tail)


def _grouped(sentence: Sentence, index: int) -> bool:
    """Thousands set apart by a blank: 10 000."""
    if sentence.kind(index + 1) != "number":
        return False
    first, second = sentence.tokens[index], sentence.tokens[index + 1]
    gap = sentence.text[first.end : second.start]
    return (
        len(gap) == 1
        and gap in " \u00a0\u202f\u2009"
        and first.text.isdecimal()
        and len(first.text) <= 3
        and second.text.split(".")[0].isdecimal()
        and len(second.text.split(".")[0]) == 3
        and first.text[0] != "0"
    )


def _scaled(sentence: Sentence, value: float, end: int) -> tuple[float, int]:
    if sentence.low(end) == "and" and sentence.low(end + 1) == "a" and sentence.low(end + 2) == "half":
        value, end = value + 0.5, end + 3
    if sentence.low(end) == "-" and sentence.low(end + 1) in SCALES and sentence.joined(end + 1):
        end += 1
    while (word := sentence.low(end)) in SCALES and (word not in LETTER_SCALES or sentence.joined(end)):
        value, end = scaled(value, SCALES[word]), end + 1
    return value, end


def _glued(sentence: Sentence, index: int) -> Numeral | None:
    """Digits with a scale glued on: 1.2bn, 5k."""
    low = sentence.low(index)
    digits = low.rstrip("abcdefghijklmnopqrstuvwxyz")
    if not digits.replace(",", "").replace(".", "", 1).isdecimal() or low[len(digits) :] not in SCALES:
        return None
    return Numeral(index, index + 1, scaled(parse(digits), SCALES[low[len(digits) :]]), digits=True)


def _words(sentence: Sentence, index: int, low: str) -> Numeral | None:
    article = low in {"a", "an"}
    if article and (sentence.low(index + 1) not in SCALES or sentence.low(index + 1) in LETTER_SCALES):
        return None
    if low == "half" and sentence.low(index + 1) in {"a", "an"} and sentence.low(index + 2) in SCALES:
        value, end = _scaled(sentence, 0.5, index + 2)
        return Numeral(index, end, value, digits=False)
    total, current, position = 0.0, 0.0, index
    seen = False
    while position < len(sentence):
        word = sentence.low(position)
        if article and position == index:
            current = 1
        elif (value_ := word_value(word)) is not None:
            if seen and not _continues(current, value_):
                break
            current += value_
            seen = True
        elif word == "hundred" and (seen or article):
            current *= 100
            seen = True
        elif word in SCALES and word not in LETTER_SCALES and (seen or article):
            total += current * SCALES[word]
            current = 0
            seen = True
        elif word == "and" and seen and _and_number(sentence, position, current, total):
            pass
        else:
            break
        position += 1
    if not seen:
        return _hyphened(sentence, index, low)
    value = total + current
    if sentence.low(position) == "and" and sentence.low(position + 1) == "a" and sentence.low(position + 2) == "half":
        value, position = _scaled(sentence, value, position)
    return Numeral(index, position, value, digits=False)


def _continues(current: float, value: int) -> bool:
    """Whether a number word adds to what stands before it: twenty | seven, hundred | thirty."""
    tail = current % 100
    return (tail == 0 and value < 100 and current > 0) or (tail % 10 == 0 and 20 <= tail <= 90 and value < 10)


def _and_number(sentence: Sentence, position: int, current: float, total: float) -> bool:
    following = word_value(sentence.low(position + 1))
    whole = (current and current % 100 == 0) or (total and not current)
    return bool(whole) and following is not None and following < 100


def _hyphened(sentence: Sentence, index: int, low: str) -> Numeral | None:
    """Number words with a noun glued on: thirty-bed, forty-odd."""
    parts = low.split("-")
    if len(parts) < 2:
        return None
    value = word_value("-".join(parts[:-1]))
    if value is None:
        return None
    return Numeral(index, index + 1, value, digits=False, tail=parts[-1])


def _fraction(sentence: Sentence, index: int) -> Numeral | None:
    low, following = sentence.low(index), sentence.low(index + 1)
    if low == "half":
        if (
            following in HALF_AFTER
            and not (following in {"a", "an"} and sentence.low(index + 2) in DURATIONS)
            and sentence.low(index + 2) not in SCALES
            and sentence.low(index - 1) not in _NOT_HALF
        ):
            return Numeral(index, index + 1, 50, digits=False, share=True)
        return None
    if "-" in low:
        first, _, second = low.partition("-")
        end = index + 1
    else:
        first, second, end = low, following, index + 2
    numerator: Any = 1 if first in {"a", "one"} else word_value(first)
    if numerator is None or second not in FRACTIONS or second in {"half", "halves"}:
        return None
    plural = second.endswith("s")
    if numerator == 1 and (plural or (sentence.low(end) != "of" and sentence.low(index - 1) != "by")):
        return None
    if numerator > 1 and (not plural or numerator >= FRACTIONS[second]):
        return None
    return Numeral(index, end, round(100 * numerator / FRACTIONS[second], 2), digits=False, share=True)


_NOT_HALF = frozenset("first second other latter last next later early late former".split())


def _ratio(sentence: Sentence, index: int) -> Numeral | None:
    """One in five, 9 out of 10: a share."""
    low = sentence.low(index)
    first = word_value(low) if sentence.kind(index) == "word" else _whole(sentence.tokens[index].text)
    if first is None:
        return None
    if sentence.low(index + 1) == "in" and sentence.low(index + 2) not in {"every", "each"}:
        at = index + 2
        ten = sentence.low(at) in {"10", "100"}  # nine in 10
        if sentence.kind(index) != "word" or (sentence.kind(at) != "word" and not ten):
            return None
    elif sentence.lows(index + 1, index + 3) in {("of", "every"), ("in", "every"), ("of", "each"), ("out", "of")}:
        at = index + 3
    else:
        return None
    if at >= len(sentence):
        return None
    second = word_value(sentence.low(at)) if sentence.kind(at) == "word" else _whole(sentence.tokens[at].text)
    if second not in {3, 4, 5, 6, 8, 10, 20, 100} or first >= second:
        return None
    return Numeral(index, at + 1, round(100 * first / second, 2), digits=False, share=True)


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 else None
