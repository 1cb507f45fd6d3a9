"""What stands around the question itself: sentences before it, and the documents that it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.questions.lexicon import AskPattern
from kg.questions.reading import Unit
from ontology.codes import Lang

HEAVY = 0.8  # weight from which a unit says what a question is about
BACKGROUND = 0.3  # share of its weight that a name keeps in a sentence before the question, if that says its own
_END = re.compile(r"(?<=[。！；!;])|(?<=[?？])|(?<=\.)(?<![A-Z]\.)(?<!No\.)(?<!St\.)(?<!Dr\.) (?=[A-Z])")
_COUNTS_ZH = re.compile(
    r"(?<=\ue000)(?:这|那)?(?:[两二三四五六七八九十]|\d+)个?(?:自治州|州|地级市|城市|市|县|区|省|地|家|者|个地方)(?![级域])(?=[^\ue000]|$)"
)

_KIND_EN = (
    r"(?:government )?work reports?|(?:government |health |annual )*reports?|opinions?|guidelines?|notices?|circulars?"
    r"|news (?:story|report|article)|press (?:release|conference|briefing)|articles?|announcements?"
)
_LEAD_EN = (
    r"(?:\b(?:according to|judging (?:by|from)|going by|based on|on the basis of"
    r"|as (?:stated|set out|reported|said) (?:in|by)|under|in|per|by|of|from) )"
)
_EN = re.compile(
    rf"{_LEAD_EN}(?:(?:the|its|their|his|that|this|each|\ue000|'s|state|council's|council|central|government's|latest"
    rf"|respective) ?)*(?P<year>(?:19|20)\d\d)? ?(?:{_KIND_EN})\b"
    r"(?: (?:on|about) (?:the )?(?:\w+ ){0,3}?\ue000+)?"
)
_ZH = re.compile(
    r"(?:根据|按照|依照|依据|按|据|从|在|照)?(?P<year>(?:19|20)\d\d)?年?(?:\ue000*(?:国务院|中央|党中央|国家|省|市|县|州|区)?(?:人民)?政府)?的?"
    r"(?:政府)?(?:工作报告|(?<!检验|检查|病例)报告(?!发病)|新闻报道|新闻稿|报道|新闻|通报|文件)(?:里面?|中|上|内)?"
    r"(?:显示|提出|要求|提到|所说|所述|来看|看|的说法|说的?|称|写的?)?的?"
)


def sources(text: str, lang: Lang) -> tuple[list[tuple[int, int]], int | None]:
    """The stretches of a question (folded, its names blotted out) that only name a document, and its year."""
    spans: list[tuple[int, int]] = []
    year = None
    for match in (_ZH if lang == "zh" else _EN).finditer(text):
        spans.append(match.span())
        year = int(match["year"]) if match["year"] else year
    return spans, year


def place_counts(text: str, lang: Lang) -> list[tuple[int, int]]:
    """The stretches that only count the places before them: 黔东南、黔南两州."""
    return [match.span() for match in _COUNTS_ZH.finditer(text)] if lang == "zh" else []


def asking_part(text: str, lang: Lang, asks: Sequence[AskPattern]) -> tuple[int, int]:
    """The stretch of a question that asks: the last of its sentences that does, or all of it."""
    cuts = [0, *(match.end() for match in _END.finditer(text) if match.end() < len(text)), len(text)]
    parts = [(start, end) for start, end in pairwise(cuts) if text[start:end].strip()]
    definite = [way for way in asks if way.ask != "measure"]
    asking = [
        (start, end)
        for start, end in parts
        if any(
            way.pattern.search(text[start:end].strip() if lang == "zh" else text[start:end].casefold())
            for way in definite
        )
    ]
    return asking[-1] if len(parts) > 1 and asking else (0, len(text))


def in_background(placed: Iterable[tuple[int, Unit]], part: tuple[int, int]) -> tuple[Unit, ...]:
    """The units, those outside the part that asks of little weight: only names, where it has none of its own."""
    placed = list(placed)
    own = any(part[0] <= at < part[1] and unit.weight >= HEAVY for at, unit in placed)
    return tuple(unit if part[0] <= at < part[1] else _in_background(unit, own=own) for at, unit in placed)


def _in_background(unit: Unit, *, own: bool) -> Unit:
    named = bool(unit.terms) or (unit.lang is None and unit.number is None)
    if named and not own:
        return unit
    return replace(unit, weight=unit.weight * (BACKGROUND if named else BACKGROUND / 3), strict=False)
