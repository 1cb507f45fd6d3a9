"""Everyday words of a question for what the vocabularies have a name for: how long people live, for life expectancy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.questions.lexicon import FOLDER
from ontology.codes import Lang


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Patterns that a question must all have, and what it says with them."""

    patterns: tuple[re.Pattern[str], ...]
    says: str


def paraphrased(text: str, lang: Lang) -> str:
    """The question with the names of the vocabularies instead of everyday words for them."""
    for each in _paraphrases()[lang]:
        found = [pattern.search(text) for pattern in each.patterns]
        spans = [match.span() for match in found if match is not None]
        if len(spans) == len(found):
            text = _replaced(text, spans, each.says, lang)
    return text


def _replaced(text: str, spans: list[tuple[int, int]], says: str, lang: Lang) -> str:
    first = min(spans)
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{says if (start, end) == first else ''}{text[end:]}"
    return text if lang == "zh" else re.sub(r" +", " ", text)


@cache
def _paraphrases() -> dict[str, tuple[Paraphrase, ...]]:
    written: dict[str, Any] = yaml.safe_load((FOLDER / "paraphrases.yaml").read_text("utf-8"))
    return {
        lang: tuple(
            Paraphrase(tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry["all"]), str(entry["say"]))
            for entry in entries
        )
        for lang, entries in written.items()
    }
