"""Dates, deadlines and plan periods, resolved against the document's date; as exact as the text and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from languages.en import lexicon
from languages.en.calendar_dates import COMPARED, MONTHS, RELATIVE, Date, Role, day_month, iso, month_date, year_date
from languages.en.periods import ORDINALS, fiscal_short, fiscal_year, plan, relative, window, year_end, year_part
from languages.en.tokens import Sentence
from languages.mention import DateMention

DEADLINES = frozenset("by before until till within".split())
NOW = lexicon.Phrases(
    (phrase, True)
    for phrase in (
        "so far",
        "to date",
        "at present",
        "currently",
        "up to now",
        "until now",
        "now",
        "as of now",
        "by now",
        "today",
    )
)
FISCAL = re.compile(r"fy(\d{4}|\d{2})(?:[-/–](\d{2,4}))?$")
PART_OF_YEAR = re.compile(r"(mid|end|late|early)-?((?:19|20)\d\d)$")


def dates(sentence: Sentence, today: str | None) -> list[Date]:
    """All dates of a sentence in order; relative ones need `today`, an ISO date."""
    found: list[Date] = []
    index = 0
    while index < sentence.length:
        date = None if sentence.tokens[index].kind == "sign" else _date(sentence, index, today)
        if date is None:
            index += 1
            continue
        found.append(_led(sentence, date, today))
        index = max(date.last, index + 1)
    return found


def mention(sentence: Sentence, date: Date) -> DateMention | None:
    """The mention of a date that has a period."""
    if date.period is None or date.role == "since":
        return None
    return DateMention(
        sentence.tokens[date.first].start, sentence.tokens[date.last - 1].end, date.period, date.deadline
    )


def taken(found: Sequence[Date]) -> set[int]:
    """The tokens that dates cover."""
    return {index for date in found for index in range(date.first, date.last)}


def _date(sentence: Sentence, index: int, today: str | None) -> Date | None:
    kind, low = sentence.kind(index), sentence.low(index)
    if kind == "mixed" and (part := PART_OF_YEAR.match(low)):
        return Date(index, index + 1, f"{part[2]}-12" if part[1] == "end" else part[2])
    if kind == "mixed" and (short := FISCAL.match(low)):
        return fiscal_short(sentence, index, short)
    if kind == "number" and (size := len(sentence.tokens[index].text)) != 4:
        return (day_month(sentence, index, today) or plan(sentence, index)) if size < 3 else None
    if kind in {"number", "mixed"}:
        return (
            iso(sentence, index)
            or day_month(sentence, index, today)
            or plan(sentence, index)
            or year_date(sentence, index)
        )
    if kind != "word":
        return None
    if low in MONTHS:
        return month_date(sentence, index, today)
    if low in ORDINALS:
        return plan(sentence, index) or year_part(sentence, index, today)
    if low in RELATIVE:
        return relative(sentence, index, today)
    if low in {"within", "over", "in", "for", "during", "throughout"}:
        return window(sentence, index, today)
    if low in {"year-end", "yearend", "end-year", "end", "decade", "mid-year"}:
        return year_end(sentence, index, today)
    if low in {"fy", "fiscal", "financial"}:
        return fiscal_year(sentence, index, today)
    if low in NOW.forward and (end := NOW.at(sentence.folded, index)) is not None:
        return Date(index, end[0], today[:4] if today else None, role="now")
    return None


def _led(sentence: Sentence, date: Date, today: str | None) -> Date:
    """The date with the words before it: by, by the end of, since, from, compared with."""
    first, period, deadline, role = date.first, date.period, date.deadline, date.role
    low = sentence.low(first - 1)
    if (
        low in {"the", "about", "around", "early", "late", "mid", "fiscal", "year", "to", "possible", "“", '"'}
        and sentence.low(first - 2) in {"of", "by", "in", "during", "since", "late", "before", "until", "from", "as"}
        and low != "to"
    ):
        first, low = first - 1, sentence.low(first - 2)
    if low == "of" and sentence.low(first - 2) in {"end", "close"}:
        period = _end(period, role)
        first -= 2
        if sentence.low(first - 1) == "the":
            first -= 1
        low = sentence.low(first - 1)
    elif sentence.low(date.first) in {"end", "year-end", "yearend"} and low == "the":
        first, low = first - 1, sentence.low(first - 2)
    elif low == "of" and sentence.low(first - 2) in {"start", "beginning", "middle", "half", "rest", "course"}:
        first -= 2
        if sentence.low(first - 1) == "the":
            first -= 1
        low = sentence.low(first - 1)
    if low in DEADLINES and role != "now":
        deadline, first = True, first - 1
    elif low == "than" and sentence.low(first - 2) == "later":
        deadline, first = True, first - 3
    elif role == "span" and low == "from":
        first -= 1
    elif (
        low in {"since", "from", "after"}
        or (low in {"than", "with", "to", "on", "over", "against"} and _compares(sentence, first))
        or (low in {"on", "over"} and period and len(period) == 4 and role == "at")
    ):
        role, first = "since", first - 1
    elif low in {"in", "during"} and sentence.low(first - 2) == "than":
        role, first = "since", first - 2
    elif low in {"in", "during", "throughout", "for", "on", "at"}:
        first -= 1
    elif low == "of" and sentence.low(first - 2) == "as":
        first -= 2
    return Date(first, date.last, period, deadline, role)


def _compares(sentence: Sentence, first: int) -> bool:
    return sentence.low(first - 1) == "than" or sentence.low(first - 2) in {
        "compared",
        "relative",
        "comparison",
        "comparable",
        "based",
        "up",
        "down",
        "as",
        *COMPARED,
    }


def _end(period: str | None, role: Role) -> str | None:
    """The end of a year is its December; the end of a plan is its year."""
    return f"{period}-12" if period and len(period) == 4 and role == "at" else period
