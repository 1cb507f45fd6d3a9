"""What a person sees: pages made on the server, readable on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ontology.codes import Lang

_FOLDER = Path(__file__).parent
STYLE = (_FOLDER / "style.css").read_text(encoding="utf-8")


def render(template: str, *, lang: Lang = "en", **values: object) -> str:
    """A page of HTML. What comes from documents and callers is escaped."""
    return _templates().get_template(template).render(lang=lang, say=words(lang), shown=_shown, **values)


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """The words of the pages themselves, in a language."""
    both: Mapping[str, Mapping[str, str]] = yaml.safe_load((_FOLDER / "words.yaml").read_text(encoding="utf-8"))
    return {name: text[lang] for name, text in both.items()}


def stretches(passage: Mapping[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """A passage cut where its evidence starts and ends: (text, ids of the statements that it is evidence of)."""
    start, end, marks = passage["start"], passage["end"], passage["marks"]
    cuts = sorted({start, end, *(min(max(mark[side], start), end) for mark in marks for side in ("start", "end"))})
    return [
        (
            passage["text"][left - start : right - start],
            tuple(mark["statement"] for mark in marks if mark["start"] <= left and right <= mark["end"]),
        )
        for left, right in pairwise(cuts)
    ]


def _shown(statement: Mapping[str, Any], lang: Lang) -> str:
    """The number of a statement as people write it, with its unit and what bounds it."""
    say = words(lang)
    value, top = statement["value"], statement["value_max"]
    if value is None:
        return say["all"] if statement["comparator"] == "all" else ""
    number = f"{value:,.10g}" if top is None else f"{value:,.10g}–{top:,.10g}"
    unit = say.get(f"unit_{statement['unit']}", f" {statement['unit']}")
    return say.get(f"comparator_{statement['comparator']}", "{}").format(number + unit)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
