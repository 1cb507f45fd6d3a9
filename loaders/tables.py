"""Rows of a table flattened to lines (指标|2025年|2030年): one reading a cell, by the header above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from languages.fold import fold
from languages.mention import PlaceMention, TermMention
from languages.reading import Context, Pack, Reading
from loaders.passages import CELL_GAP, Passage
from ontology.codes import Comparator, Status
from ontology.term import Term
from ontology.vocabulary import vocabulary

_YEAR = re.compile(r"((?:19|20)\d\d)")
_UNITS = {
    "%": "percent",
    "‰": "permille",
    "/10万": "per_100k",
    "1/10万": "per_100k",
    "岁": "years",
    "万元": "CNY",
    "亿元": "CNY",
    "百分点": "percentage_point",
    "元": "CNY",
    "per 100,000": "per_100k",
    "years": "years",
}
_SCALES = {"万": 1e4, "亿": 1e8, "万元": 1e4, "亿元": 1e8, "万人": 1e4, "万张": 1e4, "million": 1e6, "lakh": 1e5}
_CELL = re.compile(
    r"^(?P<sign>[≥≤><]=?|约|(?:about|around|approx\.?|at least|up to|over|above|below|under) )?\s*"
    r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>%|‰|/10万)?(?P<after>以上|左右|以内)?$"
)
_SIGNS: dict[str, Comparator] = {
    "≥": "ge",
    ">": "gt",
    "≤": "le",
    "<": "lt",
    "约": "approx",
    ">=": "ge",
    "<=": "le",
    "about ": "approx",
    "around ": "approx",
    "approx ": "approx",
    "approx. ": "approx",
    "at least ": "ge",
    "up to ": "le",
    "over ": "gt",
    "above ": "gt",
    "below ": "lt",
    "under ": "lt",
    "以上": "ge",
    "左右": "approx",
    "以内": "le",
    "以下": "lt",
}
_DONE = re.compile(r"functional|operational|completed|achieved|actual|built|完成|实际|建成|现状|已", re.IGNORECASE)
_AIM = re.compile(r"target|approved|sanctioned|planned|plan|goal|目标|计划|任务|规划|批复", re.IGNORECASE)


_RULE, _BLANK = re.compile(r"\|"), re.compile(r"\s+")


@dataclass
class Table:
    """The header of the rows that follow, and the text before them, which names what they count."""

    language: Pack
    before: str
    header: list[str] = field(default_factory=list)

    @cached_property
    def topic(self) -> Term | None:
        """The last term that the text before the table names."""
        mentions = self.language.mentions(self.before, Context())
        named = [vocabulary().terms[m.id] for m in mentions if isinstance(m, TermMention)]
        return next((term for term in reversed(named) if term.kind != "specialty"), None)


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """The cell that names a row, and its unit where a column of its own gives it."""

    name: _Cell
    unit: str


_UNIT_HEAD = re.compile(r"^(?:计量)?单位$|^units?$", re.IGNORECASE)
_PLACE_HEAD = re.compile(
    r"(?:state|region|province|county|district|city|地区|省份?|市州?|州市|县区?|区县|盟市)", re.IGNORECASE
)
_NAME_HEAD = re.compile(r"指标|名称|项目|任务|indicator|measure|item", re.IGNORECASE)
_NOT_NAMED = re.compile(r"类别|领域|分类|序号|性质|category|no\.?$", re.IGNORECASE)


def _named(cells: list[_Cell], table: Table) -> tuple[int, int | None]:
    """Which cell names the row, and which holds its unit."""
    heads = table.header[: len(cells)]
    unit = next((i for i, head in enumerate(heads) if _UNIT_HEAD.match(head)), None)
    name = next((i for i, head in enumerate(heads) if _NAME_HEAD.search(head) and not _NOT_NAMED.search(head)), None)
    if name is None or name >= len(cells):
        name = next((i for i, head in enumerate(heads) if not _NOT_NAMED.search(head)), 0)
    return min(name, max(0, len(cells) - 1)), unit


def table_readings(text: str, passage: Passage, table: Table, context: Context) -> Iterator[Reading]:
    """The readings of one row; the first row without a number in its first data cells is the header."""
    cells = _cells(text, passage)
    if not table.header:
        table.header = [c.text for c in cells]
        return
    name, unit = _named(cells, table)
    numbers = [
        (i, c, m) for i, c in enumerate(cells) if i > name and i != unit and (m := _CELL.match(fold(c.text).strip()))
    ]
    if not cells or not numbers:
        return
    row = _Row(cells[name], cells[unit].text if unit is not None else "")
    years = [(i, c, m, y[1]) for i, c, m in numbers if i < len(table.header) and (y := _YEAR.search(table.header[i]))]
    if len(years) == len(numbers):
        heads = {year: table.header[i] for i, _, _, year in years}
        yield from _years(row, sorted(years, key=lambda y: y[3]), heads, context, table.language)
    else:
        yield from _columns(row, numbers, table, context)


def texts(text: str, passage: Passage) -> list[tuple[int, int]]:
    """The cells of a row that say something in words: 为100个乡镇卫生院配置DR."""
    said = ((c, re.sub(r"[（(][^（()）]*[)）]", "", c.text)) for c in _cells(text, passage))
    return [(c.start, c.end) for c, words in said if len(words) > 7 and re.search(r"\d[^\d.,%]", words)]


def _cells(text: str, passage: Passage) -> list[_Cell]:
    line = text[passage.start : passage.end]
    gaps = _RULE if line.count("|") >= 2 else CELL_GAP if len(CELL_GAP.split(line.strip())) > 2 else _BLANK
    found: list[_Cell] = []
    at = 0
    for first, last in [*(m.span() for m in gaps.finditer(line)), (len(line), len(line))]:
        piece = line[at:first]
        word = piece.strip()
        start = passage.start + at + (piece.index(word) if word else 0)
        found.append(_Cell(start, start + len(word), word))
        at = last
    if found and not found[0].text:
        found = found[1:]
    return found[:-1] if found and not found[-1].text else found


def _years(
    row: _Row,
    years: list[tuple[int, _Cell, re.Match[str], str]],
    heads: dict[str, str],
    context: Context,
    language: Pack,
) -> Iterator[Reading]:
    """指标 with a column a year, in the order of the years: the earlier value is the baseline of the later."""
    today = context.date[:4] if context.date else None
    base: tuple[float, str] | None = None
    for _, cell, match, year in years:
        status: Status | None = (
            "achieved"
            if (today and year < today)
            or (year == years[0][3] != years[-1][3] and not today)
            or _DONE.search(heads[year])
            else None
        )
        yield _reading(
            row.name, row.name.start, cell.end, match, context, language,
            unit=row.unit, period=year, status=status, base=base,
        )  # fmt: skip
        base = (_value(match, row.name.text, row.unit), year)


def _columns(
    row: _Row, numbers: list[tuple[int, _Cell, re.Match[str]]], table: Table, context: Context
) -> Iterator[Reading]:
    """地区 with a column a thing: approved and functional, beds and doctors."""
    language = table.language
    by_place = bool(table.header and _PLACE_HEAD.match(table.header[0]))
    places = next((m.codes for m in language.mentions(row.name.text, context) if isinstance(m, PlaceMention)), None)
    for i, cell, match in numbers:
        head = table.header[i] if i < len(table.header) else ""
        status: Status | None = "achieved" if _DONE.search(head) else "planned" if _AIM.search(head) else None
        label = _Cell(cell.start, cell.end, head) if places or by_place else row.name
        read = _reading(
            label, row.name.start, cell.end, match, context, language, unit=row.unit, status=status, places=places
        )
        topic = table.topic if by_place and read.measure is None else None
        yield replace(read, measure=topic.id, label=topic.en if language.lang == "en" else topic.zh) if topic else read


def _reading(
    label: _Cell, start: int, end: int, match: re.Match[str], context: Context, language: Pack, *,
    unit: str = "", period: str | None = None, status: Status | None = None,
    base: tuple[float, str] | None = None, places: tuple[str, ...] | None = None,
) -> Reading:  # fmt: skip
    name = re.sub(r"[（(][^（）()]*[）)]$", "", label.text).strip() or label.text
    mentions = [m for m in language.mentions(name, context) if isinstance(m, TermMention)]
    last = vocabulary().terms[mentions[-1].id] if mentions else None
    term = vocabulary().term_by_label(name, language.lang) or last
    return Reading(
        start=start, end=end, rule="table", value=_value(match, label.text, unit), comparator=_comparator(match),
        unit=_unit(match, label.text, unit) or (term.unit if term else None),
        baseline_value=base[0] if base else None, baseline_year=base[1] if base else None,
        measure=term.id if term else None, label=name, period=period, status=status, places=places,
    )  # fmt: skip


def _value(match: re.Match[str], label: str, unit: str) -> float:
    scale = next((s for word, s in _SCALES.items() if unit == word or re.search(rf"[（(]{word}[）)]", label)), 1.0)
    return float(match["number"].replace(",", "")) * scale


def _comparator(match: re.Match[str]) -> Comparator:
    return _SIGNS.get(match["sign"] or match["after"] or "", "eq")


def _unit(match: re.Match[str], label: str, unit: str) -> str | None:
    if match["unit"]:
        return _UNITS[match["unit"]]
    bracket = re.search(r"[（(]([^（）()]*)[）)]$", label)
    if re.search(r"每千|per 1,000", label):
        return "per_1000"
    if re.search(r"每万|per 10,000", label):
        return "per_10k"
    if unit:
        return _UNITS.get(fold(unit).strip())
    return _UNITS.get(fold(bracket[1])) if bracket else None
