"""Dates, deadlines and plan periods, resolved against the document's date; as exact as the text and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from languages.en import lexicon
from languages.en.numerals import numeral
from languages.en.tokens import Sentence
from languages.mention import DateMention

MONTHS: dict[str, int] = lexicon.table("months")
ORDINALS: dict[str, int] = lexicon.table("ordinals")
PLANS: dict[int, int] = {int(k): v for k, v in lexicon.table("five_year_plan").items()}
YEAR_LEADS = frozenset(
    "in by of from since until till to before after during through throughout end late early mid mid- year fiscal fy between "
    "than with on around and or , ( — – - to / for between beginning start again target".split()
)
DEADLINES = frozenset("by before until till within".split())
RELATIVE = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "same": 0}
NOW = lexicon.Phrases(
    (phrase, True) for phrase in ("so far", "to date", "at present", "currently", "up to now", "until now", "now", "as of now", "by now", "today")
)
FISCAL = re.compile(r"fy(\d{4}|\d{2})(?:[-/–](\d{2,4}))?$")
PART_OF_YEAR = re.compile(r"(mid|end|late|early)-?((?:19|20)\d\d)$")
DAY_PARTS = frozenset("half quarter".split())

Role = Literal["at", "since", "now", "span"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date over tokens [first, last). `role`: since = a start or a comparison, never the period of a fact."""

    first: int
    last: int
    period: str | None
    deadline: bool = False
    role: Role = "at"


def dates(sentence: Sentence, today: str | None) -> list[Date]:
    """All dates of a sentence in order; relative ones need `today`, an ISO date."""
    found: list[Date] = []
    index = 0
    while index < len(sentence):
        date = _date(sentence, index, today)
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
    return DateMention(sentence.tokens[date.first].start, sentence.tokens[date.last - 1].end, date.period, date.deadline)


def taken(found: Sequence[Date]) -> set[int]:
    """The tokens that dates cover."""
    return {index for date in found for index in range(date.first, date.last)}


def _date(sentence: Sentence, index: int, today: str | None) -> Date | None:
    kind, low = sentence.kind(index), sentence.low(index)
    if kind == "mixed" and (part := PART_OF_YEAR.match(low)):
        return Date(index, index + 1, f"{part[2]}-12" if part[1] == "end" else part[2])
    if kind == "mixed" and (fiscal := FISCAL.match(low)):
        return _fiscal_short(sentence, index, fiscal)
    if kind in {"number", "mixed"}:
        return _iso(sentence, index) or _day_month(sentence, index, today) or _plan(sentence, index) or _year(sentence, index)
    if kind != "word":
        return None
    if low in MONTHS:
        return _month(sentence, index, today)
    if low in ORDINALS:
        return _plan(sentence, index) or _year_part(sentence, index, today)
    if low in RELATIVE:
        return _relative(sentence, index, today)
    if low in {"within", "over", "in", "for", "during", "throughout"}:
        return _window(sentence, index, today)
    if low in {"year-end", "yearend", "end-year", "end", "decade", "mid-year"}:
        return _year_end(sentence, index, today)
    if low in {"fy", "fiscal", "financial"}:
        return _fiscal(sentence, index, today)
    if NOW.at(sentence.lows(0, len(sentence)), index) and low in {"so", "to", "at", "currently", "now", "as", "by"}:
        end = NOW.at(sentence.lows(0, len(sentence)), index)
        return Date(index, end[0] if end else index + 1, today[:4] if today else None, role="now")
    return None


def year_of(sentence: Sentence, index: int) -> int | None:
    """The year that a token is, by its shape: four digits without a comma."""
    if sentence.kind(index) != "number":
        return None
    text = sentence.tokens[index].text
    if len(text) != 4 or not text.isdigit() or not 1949 <= int(text) <= 2075:
        return None
    return int(text)


def _iso(sentence: Sentence, index: int) -> Date | None:
    year = year_of(sentence, index)
    sign = sentence.low(index + 1)
    if year is None or sign not in {"-", "/", "."} or not sentence.joined(index + 1):
        return None
    month = _small(sentence, index + 2, 12)
    if month is None or not sentence.joined(index + 2):
        return None
    day = _small(sentence, index + 4, 31) if sentence.low(index + 3) == sign and sentence.joined(index + 4) else None
    if day is not None:
        return Date(index, index + 5, f"{year}-{month:02d}-{day:02d}")
    return None


def _small(sentence: Sentence, index: int, limit: int) -> int | None:
    text = sentence.tokens[index].text if sentence.kind(index) == "number" else ""
    if sentence.kind(index) == "mixed" and sentence.low(index)[-2:] in {"st", "nd", "rd", "th"}:
        text = sentence.low(index)[:-2]
    return int(text) if text.isdigit() and len(text) <= 2 and 1 <= int(text) <= limit else None


def _year(sentence: Sentence, index: int) -> Date | None:
    year = year_of(sentence, index)
    if year is None:
        return None
    span = _span(sentence, index, year)
    if span is not None:
        return span
    before, after = sentence.low(index - 1), sentence.low(index + 1)
    if after in {"%", "percent", "yuan", "per", "‰", "million", "billion", "lakh", "crore", "people", "+"}:
        return None
    if before in {"$", "¥", "£", "€", "rs", "₹", "rmb", "more", "than", "about", "nearly", "over", "some", "least", "least"} and before != "than":
        return None
    if before in {"[", "〔"} or before in YEAR_LEADS or before in MONTHS:
        return None if _counted(sentence, index) and before in {"to", "with", "and", "of", "or", "for", ",", "on", "than", "around"} else Date(index, index + 1, str(year))
    if before in {"the", "its", "their", "a", "our"}:
        return Date(index, index + 1, str(year))
    return None if _counted(sentence, index) else Date(index, index + 1, str(year))


def _counted(sentence: Sentence, index: int) -> bool:
    """Whether the number counts a plural noun: 2000 village doctors."""
    for at in range(index + 1, index + 4):
        word = sentence.low(at)
        if sentence.kind(at) != "word" or word in {"and", "to", "in", "the", "of", "for", "is", "was", "were", "has", "this", "or", "than"}:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def _span(sentence: Sentence, index: int, year: int) -> Date | None:
    """2021-2025, 2021 to 2025, 2025-26, 2025/26, 2022, 2023 and 2024 stay apart."""
    link = sentence.low(index + 1)
    if link not in {"-", "–", "—", "to", "/", "~", "through"} and not (link == "and" and sentence.low(index - 1) == "between"):
        return None
    if link in {"to", "through"} and sentence.low(index - 1) in {"in", "by"}:
        return None
    second = year_of(sentence, index + 2)
    if second is not None and second > year:
        return Date(index, index + 3, str(second), role="span")
    short = _small(sentence, index + 2, 99) if link in {"-", "–", "/"} and sentence.joined(index + 2) else None
    if short is not None and short == (year + 1) % 100:
        return Date(index, index + 3, str(year + 1), role="span")
    return None


def _month(sentence: Sentence, index: int, today: str | None) -> Date | None:
    low = sentence.low(index)
    if not sentence.tokens[index].text[:1].isupper():
        return None
    month, at = MONTHS[low], index + 1
    if sentence.low(at) == "." and low in {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}:
        at += 1
    day = _small(sentence, at, 31)
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
        year = _bare_year(month, shift, today, past=sentence.low(index - 1) == "last")
    return Date(first, at, _iso_text(year, month, day))


def _month_led(sentence: Sentence, index: int, at: int) -> bool:
    return sentence.low(index - 1) in {"in", "by", "of", "since", "until", "from", "to", "before", "after", "last", "next", "this", "late", "early", "through", "during"} or sentence.low(at) in {"this", "last", "next"}


def _year_beside(sentence: Sentence, first: int, at: int) -> tuple[int | None, int, int]:
    """`in May next year`, `last October`: the shift in years, and the span grown by it."""
    if sentence.low(at) in RELATIVE and sentence.low(at + 1) == "year":
        return RELATIVE[sentence.low(at)], first, at + 2
    if sentence.low(at) in {"of"} and sentence.low(at + 1) in RELATIVE and sentence.low(at + 2) == "year":
        return RELATIVE[sentence.low(at + 1)], first, at + 3
    if sentence.low(first - 1) in {"last", "next", "this"}:
        return None, first - 1, at
    return None, first, at


def _bare_year(month: int, shift: int | None, today: str | None, *, past: bool) -> int | None:
    if today is None:
        return None
    year = int(today[:4])
    if shift is not None:
        return year + shift
    if past and len(today) >= 7 and month >= int(today[5:7]):
        return year - 1
    return year


def _iso_text(year: int | None, month: int, day: int | None) -> str | None:
    if year is None:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


def _day_month(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """7 March 2025, 5th of May."""
    day = _small(sentence, index, 31)
    at = index + 1
    if sentence.low(at) == "of":
        at += 1
    if day is None or sentence.low(at) not in MONTHS or not sentence.tokens[at].text[:1].isupper():
        return None
    if at == index + 1 and year_of(sentence, at + 1) is None and sentence.low(at) == "may":
        return None
    ahead = at + 2 if sentence.low(at + 1) in {",", "."} else at + 1
    stated = year_of(sentence, ahead)
    year = stated or (int(today[:4]) if today else None)
    end = ahead + 1 if stated else at + 1
    return Date(index, end, _iso_text(year, MONTHS[sentence.low(at)], day))


def _plan(sentence: Sentence, index: int) -> Date | None:
    """14th Five-Year Plan (period)."""
    number = ORDINALS.get(sentence.low(index)) or (_small(sentence, index, 20) if sentence.kind(index) != "word" else None)
    end = index + 1
    while sentence.low(end) in {'"', "”", "“"}:
        end += 1
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


def _year_part(sentence: Sentence, index: int, today: str | None) -> Date | None:
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


def _relative(sentence: Sentence, index: int, today: str | None) -> Date | None:
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


def _window(sentence: Sentence, index: int, today: str | None) -> Date | None:
    """Within three years, over the next five years, in the past decade, within the year."""
    low, at = sentence.low(index), index + 1
    if sentence.low(at) in {"the", "a", "about"}:
        at += 1
    direction = RELATIVE.get(sentence.low(at))
    if direction is not None and sentence.low(at) not in {"same", "current"}:
        at += 1
    elif low == "within":
        direction = 1
    if sentence.low(at) in {"year", "entire", "whole"} and low in {"within", "throughout", "during"} and direction in {None, 1}:
        end = at + 1 if sentence.low(at) == "year" else at + 2
        return Date(index, end, today[:4] if today else None, deadline=low == "within") if sentence.low(end - 1) == "year" else None
    if direction is None:
        return None
    count = numeral(sentence, at)
    if count is None and sentence.low(at) in {"decade", "several", "few", "couple"}:
        if sentence.low(at) == "decade":
            period = str(int(today[:4]) + (10 if direction > 0 else 0)) if today else None
            return Date(index, at + 1, period, deadline=direction > 0)
        end = at + 2 if sentence.low(at + 1) == "years" else at + 1
        return Date(index, end, today[:4] if today and direction < 0 else None, role="now")
    if count is None or sentence.low(count.end) not in {"years", "year"} or count.value > 60:
        return None
    if direction < 0:
        return Date(index, count.end + 1, today[:4] if today else None, role="now")
    return Date(index, count.end + 1, str(int(today[:4]) + int(count.value)) if today else None, deadline=True)


def _year_end(sentence: Sentence, index: int, today: str | None) -> Date | None:
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


def _fiscal(sentence: Sentence, index: int, today: str | None) -> Date | None:
    at = index + 1
    if sentence.low(at) == "year":
        at += 1
    year = year_of(sentence, at)
    if year is not None:
        span = _span(sentence, at, year)
        return Date(index, span.last if span else at + 1, span.period if span else str(year))
    return None


def _fiscal_short(sentence: Sentence, index: int, match: re.Match[str]) -> Date:
    """FY26, FY2025-26, FY2025/26."""
    year = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    second = match[2]
    end = index + 1
    if second is None and sentence.low(end) in {"-", "/", "–"} and sentence.joined(end) and (short := _small(sentence, end + 1, 99)) is not None:
        second, end = f"{short:02d}", end + 2
    return Date(index, end, str(year + 1 if second and int(second[-2:]) == (year + 1) % 100 else year))


def _led(sentence: Sentence, date: Date, today: str | None) -> Date:
    """The date with the words before it: by, by the end of, since, from, compared with."""
    first, period, deadline, role = date.first, date.period, date.deadline, date.role
    low = sentence.low(first - 1)
    if low in {"the", "about", "around", "early", "late", "mid", "fiscal", "year", "to", "possible", "“", '"'} and sentence.low(first - 2) in {"of", "by", "in", "during", "since", "late", "before", "until", "from", "as"} and low != "to":
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
    elif low in {"since", "from", "after"} or (low in {"than", "with", "to", "on", "over", "against"} and _compares(sentence, first)):
        role, first = "since", first - 1
    elif low in {"in", "during", "throughout", "for", "on", "at"}:
        first -= 1
    elif low == "of" and sentence.low(first - 2) == "as":
        first -= 2
    return Date(first, date.last, period, deadline, role)


def _compares(sentence: Sentence, first: int) -> bool:
    return sentence.low(first - 1) == "than" or sentence.low(first - 2) in {"compared", "relative", "comparison", "comparable", "based", "up", "down", "increase", "rise", "as"}


def _end(period: str | None, role: Role) -> str | None:
    """The end of a year is its December; the end of a plan is its year."""
    return f"{period}-12" if period and len(period) == 4 and role == "at" else period
