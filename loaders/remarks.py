"""Brackets that close a task: who answers for it and until when (牵头单位：甲局、乙局；时限：2025年6月底前)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from languages.fold import fold
from languages.mention import DateMention
from languages.reading import Context, Pack

_BRACKET = re.compile(r"[（(\[【［〔](?P<body>[^（()）\[\]【】［］〔〕]{4,160})[）)\]】］〕]")
_WHO = re.compile(
    r"(?:牵头(?:单位|部门)?|责任(?:单位|部门|科室)|负责(?:单位|部门)|主办单位"
    r"|responsible(?: bod(?:y|ies)| department)?s?|lead(?: department| unit| agency)?)\s*:\s*(?P<names>[^;:]+)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:时限|完成(?:时间|时限)|截止(?:时间|日期)|进度|deadline|time limit|timeline|completion)\s*:\s*(?P<date>[^;:]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """The lead body (the first named) and the deadline of the task before it."""

    actor: str | None = None
    period: str | None = None


def remark(text: str, start: int, end: int, language: Pack, context: Context) -> Remark:
    """What the brackets of a paragraph say of who and when; empty where they do not."""
    actor = period = None
    for match in _BRACKET.finditer(text, start, end):
        body = fold(match["body"])
        if who := _WHO.search(body):
            actor = actor or re.split(r"[、,，和]| and ", who["names"])[0].strip()
        if when := _WHEN.search(body):
            dates = [m for m in language.mentions(when["date"], context) if isinstance(m, DateMention)]
            period = dates[-1].period if dates else period
    return Remark(actor, period)
