"""The numbers and years in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import cast, get_args

from kg.questions.lexicon import Lexicon
from kg.questions.reading import Bound, NumberWord
from languages.zh.numerals import number as chinese_number
from ontology.codes import Lang

_YEAR = re.compile(r"(?<![\d.])(?<!\d,)(?:19|20)\d\d(?!\d|[.,]\d| ?(?:beds|people|人|张|家|个|名|万|元))")
_SPAN = re.compile(
    r"(?<![\d.])(?<!\d,)(?P<first>(?:19|20)\d\d)年? ?(?:[-/—–~]+|到|至|\bto\b|\bthrough\b|(?<=between \d{4} )and\b) ?"
    r"(?P<last>(?:19|20)?\d\d)年?(?!\d)"
)
_PLAN_ZH = re.compile(r"十([一二三四五六])五(?:末|期末|时期|期间|规划)?")
_PLAN_EN = re.compile(r"\b(1[0-9])th five[- ]year")
_OFFSETS = {"今年": 0, "去年": -1, "明年": 1, "前年": -2, "this year": 0, "last year": -1, "next year": 1}
_RELATIVE = re.compile("|".join(_OFFSETS))
_PLAN_ENDS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_DIGITS_ZH = r"\d[\d,]*(?:\.\d+)?[十百千]?[万亿]?"
_ZH = re.compile(
    rf"(?<![第\d.])(?:(?P<digits>{_DIGITS_ZH})|(?P<hanzi>[一二两三四五六七八九十百千万亿]+)(?=[个家所张名项例台人%倍支种户元])"
    r"|(?P<tenths>[一二两三四五六七八九]成)|(?P<zero>(?<=[到至为是归])零))(?!\d|年|月|日|[—~-]?\d*岁(?:及?以[上下内]|老|儿|妇|女|婴)|级|期|批|类|星)"
)
_EN = re.compile(
    r"(?<![\w.,-])(?P<digits>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|lakh|crore|thousand|hundred))?"
    r"(?![\w]|-(?:year|star|minute)|\.\d)"
)
_EN_WORD = re.compile(
    r"\b(?P<word>zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
    r"(?! of\b|-star| health| center)"
)
_WORDS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        [*range(20), *range(20, 100, 10)],
        strict=True,
    )
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}
_BASES = re.compile(
    r"每一?(?:千|万|十万|10万|1000)(?:名|个|例)(?!元|张|平)|每?(?:千|万|十万|10万|1000)(?:名|个)?(?:(?:常住)?人口?|(?<=名)(?:儿童|老年?人|居民|婴儿|活产))|每十万|/10万"
    r"|\b(?:per|for every|in every) (?:100,?000|10,?000|1,?000|thousand|lakh|hundred thousand|million)"
    r"(?: (?:live births|births|people|population|residents|inhabitants|persons|children|women))?"
)
_BASE_UNITS = {
    "per_100k": re.compile(r"十万|10万|(?:per|every) (?:100,?000|lakh|hundred thousand)"),
    "per_10k": re.compile(r"每万|(?:per|every) 10,?000"),
    "permille": re.compile(r"‰|每千|(?:per|every) (?:1,?000|thousand)"),
}
_DURING = re.compile(
    r"\b(?:over|within|in|for|during|next|past|last|every)(?: the)? \0 (?:years?|months?|weeks?|days?|hours?)\b"
)
_BOUND_AFTER_ZH: dict[str, Bound] = {"以上": "ge", "以下": "lt", "以内": "le"}


def years(
    text: str, lexicon: Lexicon, today: date | None = None
) -> tuple[tuple[int, ...], tuple[int, ...], list[tuple[int, int]]]:
    """The years that the question is about, those that it compares with, and the stretches that name them."""
    stated: dict[int, None] = {}
    compared: dict[int, None] = {}
    spans = []
    for match in _YEAR.finditer(text):
        lead = [found for found in lexicon.baseline_year.finditer(text) if _touches(found, match)]
        (compared if lead else stated)[int(match[0])] = None
        end = match.end() + (1 if text[match.end() : match.end() + 1] == "年" else 0)
        spans.append((lead[0].start() if lead and lead[0].end() <= match.start() else match.start(), end))
    for year, start, end in (*_plans(text), *_relative(text, today)):
        stated[year] = None
        spans.append((start, end))
    for match in _SPAN.finditer(text) if stretch(text) else ():
        spans.append(match.span())
    return tuple(stated), tuple(compared), spans


def stretch(text: str) -> tuple[int, int] | None:
    """The first and the last year of a stretch of years: 2021—2025, from 2024 to 2026, 2025-26."""
    match = _SPAN.search(text)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        if not (last == (first + 1) % 100 or max(12, first % 100) < last <= first % 100 + 10):
            return None
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
    return (first, last) if first < last else None


def bases(text: str) -> list[tuple[int, int]]:
    """The stretches that name the base of a rate: per 100,000, 每千人口."""
    return [match.span() for match in _BASES.finditer(text)]


def unit_of(text: str) -> str | None:
    """The unit that a base of the question asks for; None where it names none, or "per thousand", which is two."""
    return next((unit for unit, pattern in _BASE_UNITS.items() if pattern.search(text)), None)


def numbers(text: str, lexicon: Lexicon) -> list[NumberWord]:
    """The numbers that the question states, ordered by start; none that name a class, an age or a rate's base."""
    rates = bases(text)
    found = [
        NumberWord(start, end, value, _bound(text, start, end, lexicon))
        for start, end, value in _values(text, lexicon.lang)
        if not any(a < end and start < b for a, b in rates) and not _DURING.search(f"{text[:start]}\0{text[end:]}")
    ]
    return sorted(found, key=lambda number: number.start)


def _touches(lead: re.Match[str], year: re.Match[str]) -> bool:
    """Whether a word of comparison stands right before a year (比2016年) or behind it (2016年以来)."""
    return lead.end() == year.start() or lead.start() == year.end() + 1


def _plans(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _PLAN_ZH.finditer(text):
        yield _PLAN_ENDS[match[1]], match.start(), match.end()
    for match in _PLAN_EN.finditer(text):
        yield 2025 + 5 * (int(match[1]) - 14), match.start(), match.end()


def _relative(text: str, today: date | None) -> Iterator[tuple[int, int, int]]:
    for match in _RELATIVE.finditer(text) if today else ():
        assert today is not None
        yield today.year + _OFFSETS[match[0]], match.start(), match.end()


def relative_year(text: str) -> int | None:
    """How far from its own year the text speaks: 0 for "this year", -1 for "last year"; None where it does not."""
    match = _RELATIVE.search(text)
    return _OFFSETS[match[0]] if match else None


def _values(text: str, lang: Lang) -> Iterator[tuple[int, int, float]]:
    if lang == "zh":
        for match in _ZH.finditer(text):
            value = 0.0 if match["zero"] else chinese_number(match[0].removesuffix("成"))
            value = value * 10 if value is not None and match["tenths"] else value
            if value is not None:
                yield match.start(), match.end(), value
        return
    for match in _EN.finditer(text):
        yield match.start(), match.end(), float(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1)
    for match in _EN_WORD.finditer(text):
        yield match.start(), match.end(), float(_WORDS[match["word"]])


def _bound(text: str, start: int, end: int, lexicon: Lexicon) -> Bound | None:
    after = text[end : end + 4]
    for word, bound in _BOUND_AFTER_ZH.items():
        if word in after:
            return bound
    before = text[max(0, start - 14) : start].removesuffix("了")
    for bound in get_args(Bound):
        if any(match.end() >= len(before.rstrip()) for match in lexicon.bounds[bound].finditer(before)):
            return cast(Bound, bound)
    return None
