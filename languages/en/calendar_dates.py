"""Dates written out: years, months, days, spans of years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from languages.en import lexicon
from languages.en.tokens import Sentence

MONTHS: dict[str, int] = lexicon.table("months")
YEAR_LEADS = lexicon.words("sets", "year_leads")
RELATIVE = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "same": 0,
}

Role = Literal["at", "since", "now", "span"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date over tokens [first, last). `role`: since = a start or a comparison, never the period of a fact."""

    first: int
    last: int
    period: str | None
    deadline: bool = False
    role: Role = "at"


def year_of(sentence: Sentence, index: int) -> int | None:
    """The year that a token is, by its shape: four digits without a comma."""
    if sentence.kind(index) != "number":
        return None
    text = sentence.tokens[index].text
    if len(text) != 4 or not text.isdecimal() or not 1949 <= int(text) <= 2075:
        return None
    return int(text)


def iso(sentence: Sentence, index: int) -> Date | None:
    year = year_of(sentence, index)
    sign = sentence.low(index + 1)
    if year is None or sign not in {"-", "/", "."} or not sentence.joined(index + 1):
        return None
    month = small(sentence, index + 2, 12)
    if month is None or not sentence.joined(index + 2):
        return None
    day = small(sentence, index + 4, 31) if sentence.low(index + 3) == sign and sentence.joined(index + 4) else None
    if day is not None:
        return Date(index, index + 5, f"{year}-{month:02d}-{day:02d}")
    return None


def small(sentence: Sentence, index: int, limit: int) -> int | None:
    text = sentence.tokens[index].text if sentence.kind(index) == "number" else ""
    if sentence.kind(index) == "mixed" and sentence.low(index)[-2:] in {"st", "nd", "rd", "th"}:
        text = sentence.low(index)[:-2]
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= limit else None


COMPARED = frozenset(
    {"increase", "rise", "growth", "decrease", "decline", "drop", "points", "point", "percent", "%", "up", "down"}
)


def year_date(sentence: Sentence, index: int) -> Date | None:
    year = year_of(sentence, index)
    if year is None:
        return None
    span = year_span(sentence, index, year)
    if span is not None:
        return span
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if after in {"%", "percent", "yuan", "per", "‰", "million", "billion", "lakh", "crore", "people", "+"}:
        return None
    if before == "over" and sentence.low(index - 2) in COMPARED:
        return Date(index, index + 1, str(year))
    if before in {"$", "¥", "£", "€", "rs", "₹", "rmb", "more", "about", "nearly", "over", "some", "least"}:
        return None
    if before in {"[", "〔"} or before in YEAR_LEADS or before in MONTHS:
        return (
            None
            if _counted(sentence, index)
            and before in {"to", "with", "and", "of", "or", "for", ",", "on", "than", "around"}
            else Date(index, index + 1, str(year))
        )
    if before in {"the", "its", "their", "a", "our"}:
        return Date(index, index + 1, str(year))
    return None if _counted(sentence, index) else Date(index, index + 1, str(year))


def _counted(sentence: Sentence, index: int) -> bool:
    """Whether the number counts a plural noun: 2000 village doctors; 2022 Winter Olympics is of a year."""
    if index + 1 < len(sentence) and sentence.tokens[index + 1].text[0].isupper():
        return False
    for at in range(index + 1, index + 4):
        word = sentence.low(at)
        if sentence.kind(at) != "word" or word in {
            "and",
            "to",
            "in",
            "the",
            "of",
            "for",
            "is",
            "was",
            "were",
            "has",
            "this",
            "or",
            "than",
        }:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def year_span(sentence: Sentence, index: int, year: int) -> Date | None:
    """2021-2025, 2021 to 2025, 2025-26, 2025/26, 2022, 2023 and 2024 stay apart."""
    link = sentence.low(index + 1)
    if link not in {"-", "–", "—", "to", "/", "~", "through"} and not (
        link == "and" and sentence.low(index - 1) == "between"
    ):
        return None
    if link in {"to", "through"} and sentence.low(index - 1) in {"in", "by"}:
        return None
    second = year_of(sentence, index + 2)
    if second is not None and second > year:
        return Date(index, index + 3, str(second), role="span")
    short = small(sentence, index + 2, 99) if link in {"-", "–", "/"} and sentence.joined(index + 2) else None
    if short is not None and (short == (year + 1) % 100 or max(12, year % 100) < short <= year % 100 + 10):
        return Date(index, index + 3, f"{year // 100 + (short < year % 100)}{short:02d}", role="span")
    return None


def month_date(sentence: Sentence, index: int, today: str | None) -> Date | None:
    low = sentence.low(index)
    if not sentence.tokens[index].text[:1].isupper():
        return None
    month, at = MONTHS[low], index + 1
    if sentence.low(at) == "." and low in {
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }:
        at += 1
    day = small(sentence, at, 31)
    if day is not None:
        at += 1
    comma = at + 1 if sentence.low(at) == "," else at
    if sentence.low(comma) == "of":
        comma += 1
    year = year_of(sentence, comma)
    if year is not None:
        at = comma + 1
    if low in {"may", "march", "mar", "sun"} and day is None and year is None and not _month_led(sentence, index, at):
        return None
    shift, first, at = _year_beside(sentence, index, at)
    if year is None:
        year = _bare_year(month, shift, today, beside=sentence.low(index - 1))
    return Date(first, at, _iso_text(year, month, day))


def _month_led(sentence: Sentence, index: int, at: int) -> bool:
    return sentence.low(index - 1) in {
        "in",
        "by",
        "of",
        "since",
        "until",
        "from",
        "to",
        "before",
        "after",
        "last",
        "next",
        "this",
        "late",
        "early",
        "through",
        "during",
    } or sentence.low(at) in {"this", "last", "next"}


def _year_beside(sentence: Sentence, first: int, at: int) -> tuple[int | None, int, int]:
    """`in May next year`, `last October`: the shift in years, and the span grown by it."""
    if sentence.low(at) in RELATIVE and sentence.low(at + 1) == "year":
        return RELATIVE[sentence.low(at)], first, at + 2
    if sentence.low(at) in {"of"} and sentence.low(at + 1) in RELATIVE and sentence.low(at + 2) == "year":
        return RELATIVE[sentence.low(at + 1)], first, at + 3
    if sentence.low(first - 1) in {"last", "next", "this"}:
        return None, first - 1, at
    return None, first, at


def _bare_year(month: int, shift: int | None, today: str | None, *, beside: str) -> int | None:
    if today is None:
        return None
    year = int(today[:4])
    if shift is not None:
        return year + shift
    if beside == "last" and len(today) >= 7 and month >= int(today[5:7]):
        return year - 1
    if beside == "next" and len(today) >= 7 and month <= int(today[5:7]):
        return year + 1
    return year


def _iso_text(year: int | None, month: int, day: int | None) -> str | None:
    if year is None:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


def day_month(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """7 March 2025, 5th of May."""
    at = index + 1
    if sentence.low(at) == "of":
        at += 1
    if sentence.low(at) not in MONTHS or not sentence.tokens[at].text[:1].isupper():
        return None
    day = small(sentence, index, 31)
    if day is None:
        return None
    if at == index + 1 and year_of(sentence, at + 1) is None and sentence.low(at) == "may":
        return None
    ahead = at + 2 if sentence.low(at + 1) in {",", "."} else at + 1
    stated = year_of(sentence, ahead)
    year = stated or (int(today[:4]) if today else None)
    end = ahead + 1 if stated else at + 1
    return Date(index, end, _iso_text(year, MONTHS[sentence.low(at)], day))
