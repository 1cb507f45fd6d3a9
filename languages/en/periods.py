"""Periods that a text only points to: plans, this year, within three years, fiscal years, the end of the year."""

from __future__ import annotations

import re

from languages.en import lexicon
from languages.en.calendar_dates import RELATIVE, Date, small, year_of, year_span
from languages.en.numerals import numeral
from languages.en.tokens import Sentence

ORDINALS: dict[str, int] = lexicon.table("ordinals")
PLANS: dict[int, int] = {int(k): v for k, v in lexicon.table("five_year_plan").items()}
DAY_PARTS = frozenset("half quarter".split())


def plan(sentence: Sentence, index: int) -> Date | None:
    """14th Five-Year Plan (period)."""
    end = index + 1
    while sentence.low(end) in {'"', "”", "“"}:
        end += 1
    if sentence.low(end) not in {"five-year", "5-year", "five", "5", "fyp"}:
        return None
    number = ORDINALS.get(sentence.low(index)) or (
        small(sentence, index, 20) if sentence.kind(index) != "word" else None
    )
    if number not in PLANS:
        return None
    if sentence.low(end) in {"five-year", "5-year"}:
        end += 1
    elif sentence.low(end) in {"five", "5"} and sentence.low(end + 1) in {"year", "-"}:
        end += 3 if sentence.low(end + 1) == "-" else 2
    elif sentence.low(end) == "fyp":
        end += 1
        return Date(index, end, str(PLANS[number]), role="span")
    else:
        return None
    while sentence.low(end) in {"plan", "period", '"', "”", "'s"}:
        end += 1
    return Date(index, end, str(PLANS[number]), role="span")


def year_part(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """The first half of 2024, the second quarter: the year alone."""
    if sentence.low(index + 1) not in DAY_PARTS:
        return None
    end = index + 2
    if sentence.low(end) == "of":
        year = year_of(sentence, end + 1)
        if year is not None:
            return Date(index, end + 2, str(year))
        for at in (end + 1, end + 2):
            if sentence.low(at) in RELATIVE and sentence.low(at + 1) == "year" and today:
                return Date(index, at + 2, str(int(today[:4]) + RELATIVE[sentence.low(at)]))
            if sentence.low(at) == "year" and today:
                return Date(index, at + 1, today[:4])
        return None
    return Date(index, end, today[:4] if today else None)


def relative(sentence: Sentence, index: int, today: str | None) -> Date | None:
    low, at = sentence.low(index), index + 1
    if sentence.low(at) in {"fiscal", "financial", "calendar", "whole", "full", "entire", "coming"}:
        at += 1
    if sentence.low(at) == "year" and sentence.low(at + 1) != "-":
        if low == "past" and sentence.low(index - 1) not in {"the", "this"}:
            return None
        period = str(int(today[:4]) + RELATIVE[low]) if today else None
        return Date(index, at + 1, period)
    if sentence.low(at) in {"month", "week"} and low in {"this", "last", "next"}:
        return Date(index, at + 1, today[:4] if today and low == "this" else None, role="now")
    return None


def window(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """Within three years, over the next five years, in the past decade, within the year."""
    low, at = sentence.low(index), index + 1
    if sentence.low(at) in {"the", "a", "about"}:
        at += 1
    direction = RELATIVE.get(sentence.low(at))
    if direction is not None and sentence.low(at) not in {"same", "current"}:
        at += 1
    elif low == "within":
        direction = 1
    if (
        sentence.low(at) in {"year", "entire", "whole"}
        and low in {"within", "throughout", "during"}
        and direction in {None, 1}
    ):
        end = at + 1 if sentence.low(at) == "year" else at + 2
        return (
            Date(index, end, today[:4] if today else None, deadline=low == "within")
            if sentence.low(end - 1) == "year"
            else None
        )
    if direction is None:
        return None
    count = numeral(sentence, at)
    if count is None and sentence.low(at) in {"decade", "several", "few", "couple"}:
        if sentence.low(at) == "decade":
            period = str(int(today[:4]) + (10 if direction > 0 else 0)) if today else None
            return Date(index, at + 1, period, deadline=direction > 0)
        end = at + 2 if sentence.low(at + 1) == "years" else at + 1
        return Date(index, end, today[:4] if today and direction < 0 else None, role="now")
    if count is not None and sentence.low(count.end) in {"months", "month"} and direction > 0 and today:
        return _in_months(index, count.end + 1, int(count.value), today)
    if count is None or sentence.low(count.end) not in {"years", "year"} or count.value > 60:
        return None
    if direction < 0:
        return Date(index, count.end + 1, today[:4] if today else None, role="now")
    return Date(index, count.end + 1, str(int(today[:4]) + int(count.value)) if today else None, deadline=True)


def _in_months(first: int, last: int, count: int, today: str) -> Date | None:
    """Within eighteen months: the year that they end in; none where the text's own month is not known."""
    if len(today) < 7 or not 6 <= count <= 60:
        return None
    return Date(first, last, str(int(today[:4]) + (int(today[5:7]) + count - 1) // 12), deadline=True)


def year_end(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """Year-end, the end of the year, the end of the decade, end-2025."""
    low = sentence.low(index)
    if low in {"year-end", "yearend", "end-year"}:
        year = year_of(sentence, index + 1)
        period = f"{year}-12" if year else f"{today[:4]}-12" if today else None
        return Date(index, index + 2 if year else index + 1, period)
    if low == "end" and sentence.low(index + 1) == "-" and (year := year_of(sentence, index + 2)):
        return Date(index, index + 3, f"{year}-12")
    if low == "end" and sentence.low(index + 1) == "of":
        at = index + 2
        if sentence.low(at) in {"the", "this"}:
            at += 1
        if sentence.low(at) == "year":
            return Date(index, at + 1, f"{today[:4]}-12" if today else None)
        if sentence.low(at) == "decade":
            return Date(index, at + 1, str((int(today[:4]) // 10 + 1) * 10) if today else None)
        if sentence.low(at) in {"month", "period", "quarter"}:
            return Date(index, at + 1, today[:4] if today and sentence.low(at) != "period" else None)
    return None


def fiscal_year(sentence: Sentence, index: int, today: str | None) -> Date | None:
    at = index + 1
    if sentence.low(at) == "year":
        at += 1
    year = year_of(sentence, at)
    if year is not None:
        span = year_span(sentence, at, year)
        return Date(index, span.last if span else at + 1, span.period if span else str(year))
    return None


def fiscal_short(sentence: Sentence, index: int, match: re.Match[str]) -> Date:
    """FY26, FY2025-26, FY2025/26."""
    year = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    second = match[2]
    end = index + 1
    if (
        second is None
        and sentence.low(end) in {"-", "/", "–"}
        and sentence.joined(end)
        and (short := small(sentence, end + 1, 99)) is not None
    ):
        second, end = f"{short:02d}", end + 2
    return Date(index, end, str(year + 1 if second and int(second[-2:]) == (year + 1) % 100 else year))
