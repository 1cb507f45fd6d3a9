"""Units beside a number: percent and points, rates per population, currencies, years, times."""

from __future__ import annotations

from dataclasses import dataclass

from languages.en import lexicon
from languages.en.tokens import Sentence

CURRENCY_BEFORE = lexicon.table("currencies", "before")
CURRENCY_AFTER = lexicon.table("currencies", "after")
DENOMINATORS = lexicon.Phrases(lexicon.table("denominators").items())
DENOMINATOR_NOUNS = lexicon.words("denominator_nouns")
DURATIONS = lexicon.words("durations")
ELSEWHERE = lexicon.words("measures_elsewhere")


@dataclass(frozen=True, slots=True)
class Unit:
    """The token after a unit, the unit, and what kind of number it makes (duration, elsewhere) where it is no fact."""

    end: int
    unit: str | None
    kind: str = ""


def currency_before(sentence: Sentence, index: int) -> tuple[str | None, int]:
    """The currency of a sign or code at a token, and the token of the number after it."""
    low = sentence.low(index)
    signed = low + sentence.low(index + 1)
    if signed in CURRENCY_BEFORE and sentence.joined(index + 1) and sentence.kind(index + 2) in {"number", "mixed"}:
        return CURRENCY_BEFORE[signed], index + 2
    if low in CURRENCY_BEFORE:
        at = index + 1
        if sentence.low(at) == "." and low in {"rs", "sh", "tk", "rp", "ksh"}:
            at += 1
        if sentence.kind(at) in {"number", "mixed"} and (at == index + 1 or at < len(sentence)):
            return CURRENCY_BEFORE[low], at
    if (
        low in {"n", "p", "r"}
        and sentence.tokens[index].text.isupper()
        and sentence.kind(index + 1) == "number"
        and sentence.joined(index + 1)
    ):
        return {"n": "NGN", "p": "PHP", "r": "ZAR"}[low], index + 1
    return None, index


def unit_after(sentence: Sentence, index: int) -> Unit | None:
    """The unit that starts at a token, or None."""
    low = sentence.low(index)
    if low in {
        "percent",
        "pct",
        "%",
        "percentage",
        "per",
        "points",
        "point",
        "pp",
        "percentage-point",
        "percentage-points",
        "p",
    }:
        return _percent(sentence, index) or _per(sentence, index)
    if low in {"‰", "permille", "permil"}:
        return Unit(index + 1, "permille")
    if low == "/":
        return _slash(sentence, index)
    if low in {"for", "in"} and sentence.low(index + 1) in {"every", "each"}:
        return _denominator(sentence, index + 2)
    if low in CURRENCY_AFTER:
        return Unit(index + 1, CURRENCY_AFTER[low])
    if (
        low in {"chinese", "indian", "us", "u.s", "australian", "british", "kenyan", "philippine", "american"}
        and sentence.low(index + 1) in CURRENCY_AFTER
    ):
        return Unit(index + 2, "AUD" if low == "australian" else CURRENCY_AFTER[sentence.low(index + 1)])
    if low == "-" and sentence.joined(index) and sentence.low(index + 1) in DURATIONS:
        return Unit(index + 2, None, "duration")
    if low in {"years", "year"}:
        return _years(sentence, index)
    if low in DURATIONS:
        return Unit(index + 1, None, "duration")
    if low in {"times", "fold", "-fold"}:
        return _times(sentence, index)
    if low in ELSEWHERE:
        return Unit(index + 1, None, "elsewhere")
    if (
        low in {"more", "new", "additional", "consecutive", "straight", "full", "whole"}
        and sentence.low(index + 1) in DURATIONS
    ):
        return Unit(index + 2, None, "duration")
    return None


def _percent(sentence: Sentence, index: int) -> Unit | None:
    low, following = sentence.low(index), sentence.low(index + 1)
    if low in {"percentage-point", "percentage-points", "pp"}:
        return Unit(index + 1, "percentage_point")
    if low in {"point", "points"}:
        return (
            Unit(index + 1, "percentage_point")
            if following in {",", ".", "to", "from", "year", "over", "on", "and", ""}
            else None
        )
    if low in {"percent", "pct", "%"} and following in {"point", "points"}:
        return Unit(index + 2, "percentage_point")
    if low == "percentage" and following in {"point", "points"}:
        return Unit(index + 2, "percentage_point")
    if low in {"percent", "pct", "%"}:
        return Unit(index + 1, "percent")
    if low == "per" and following == "cent":
        if sentence.low(index + 2) in {"point", "points"}:
            return Unit(index + 3, "percentage_point")
        return Unit(index + 2, "percent")
    return None


def _per(sentence: Sentence, index: int) -> Unit | None:
    if sentence.low(index) != "per":
        return None
    if sentence.low(index + 1) == "mille":
        return Unit(index + 2, "permille")
    return _denominator(sentence, index + 1)


def _slash(sentence: Sentence, index: int) -> Unit | None:
    found = _denominator(sentence, index + 1)
    return found if found is not None else None


def _denominator(sentence: Sentence, index: int) -> Unit | None:
    """`1,000 live births`, `lakh`: the denominator of a rate, its nouns included."""
    if index >= len(sentence):
        return None
    lows = sentence.lows(index, index + 4)
    found = DENOMINATORS.at(lows, 0)
    if found is None:
        if (
            len(lows) > 1
            and lows[0].isdecimal()
            and lows[1] == "000"
            and f"{lows[0]} 000" in {"1 000", "10 000", "100 000"}
        ):
            found = 2, {"1": "per_1000", "10": "per_10k", "100": "per_100k"}[lows[0]]
        else:
            return None
    end = index + found[0]
    for _ in range(3):
        if sentence.low(end) not in DENOMINATOR_NOUNS:
            break
        end += 1
    return Unit(end, found[1])


def _years(sentence: Sentence, index: int) -> Unit:
    """Years: a level (life expectancy) or a span of time; the measure decides."""
    if sentence.low(index + 1) == "old":
        return Unit(index + 2, "years")
    if sentence.low(index + 1) == "of" and sentence.low(index + 2) == "age":
        return Unit(index + 3, "years")
    return Unit(index + 1, "years", "duration")


def _times(sentence: Sentence, index: int) -> Unit:
    following = sentence.low(index + 1)
    if following in {"a", "per", "each", "every", "this", "daily", "weekly"}:
        return Unit(index + 1, None, "duration")
    return Unit(index + 1, "times")


@dataclass(frozen=True, slots=True)
class Rate:
    """A denominator that stands apart from its number over tokens [first, last): doctors per 1,000 people."""

    first: int
    last: int
    unit: str


def rates(sentence: Sentence) -> list[Rate]:
    """All denominators of a sentence that follow a noun."""
    found: list[Rate] = []
    for index in range(1, len(sentence)):
        if sentence.low(index) not in {"per", "for", "in", "/", "every"} or sentence.kind(index - 1) == "number":
            continue
        at = index + 1
        if sentence.low(index) in {"for", "in"}:
            if sentence.low(at) not in {"every", "each"}:
                continue
            at += 1
        unit = _denominator(sentence, at)
        if unit is not None and unit.unit is not None and (not found or index >= found[-1].last):
            found.append(Rate(index, unit.end, unit.unit))
    return found
