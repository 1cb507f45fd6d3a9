"""The words of asking, and the content words that no vocabulary term covers: `lexicon_*.yaml`,
`general.yaml`, `glossary.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.questions.wording import form_of, stems, wording
from ontology.codes import Lang, Level, Status

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class AskPattern:
    """A way of asking, and what is asked with it."""

    pattern: re.Pattern[str]
    ask: str
    unit: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A content word in both languages, as `form_of` folds its forms."""

    id: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    strict: bool = False

    def forms(self, lang: Lang) -> tuple[str, ...]:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a language asks."""

    lang: Lang
    asks: tuple[AskPattern, ...]
    operations: Mapping[str, re.Pattern[str]]
    aspects: Mapping[str, re.Pattern[str]]
    bounds: Mapping[str, re.Pattern[str]]
    statuses: tuple[tuple[Status, re.Pattern[str]], ...]
    already: re.Pattern[str]
    levels: Mapping[Level, re.Pattern[str]]
    level_lists: Mapping[str, Level]
    nation: re.Pattern[str]
    source: re.Pattern[str]
    baseline_year: re.Pattern[str]
    light: frozenset[str]


@cache
def lexicon(lang: Lang) -> Lexicon:
    """The lexicon of a language, read once a process."""
    written: dict[str, Any] = yaml.safe_load((FOLDER / f"lexicon_{lang}.yaml").read_text("utf-8"))
    general: dict[str, Any] = yaml.safe_load((FOLDER / "general.yaml").read_text("utf-8"))
    light = {str(word) for words in (written["light"], *general[lang]) for word in words}
    return Lexicon(
        lang=lang,
        asks=tuple(
            AskPattern(re.compile(entry["pattern"]), entry["ask"], entry.get("unit"), entry.get("place"))
            for entry in written["asks"]
        ),
        operations=_patterns(written["operations"]),
        aspects=_patterns(written["aspects"]),
        bounds=_patterns(written["bounds"]),
        statuses=tuple((entry["status"], re.compile(entry["pattern"])) for entry in written["statuses"]),
        already=re.compile(written["already"]),
        levels={level: re.compile(pattern) for level, pattern in written["levels"].items()},
        level_lists=written["level_lists"],
        nation=re.compile(written["nation"]),
        source=re.compile(written["source"]),
        baseline_year=re.compile(written["baseline_year"]),
        light=frozenset(light if lang == "zh" else {word for entry in light for word in stems(entry)}),
    )


@cache
def concepts() -> tuple[Concept, ...]:
    """The glossary, the strict concepts first."""
    written: dict[str, Any] = yaml.safe_load((FOLDER / "glossary.yaml").read_text("utf-8"))
    return tuple(
        Concept(id, _forms(entry["zh"], "zh"), _forms(entry["en"], "en"), strict=group == "strict")
        for group in ("strict", "plain")
        for id, entry in written[group].items()
    )


@cache
def concept_forms(lang: Lang) -> dict[str, Concept]:
    """Folded form → concept; the first that has a form keeps it."""
    found: dict[str, Concept] = {}
    for concept in concepts():
        for form in concept.forms(lang):
            found.setdefault(form, concept)
    return found


def _forms(written: list[object], lang: Lang) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form_of(str(form), lang) for form in written))


def _patterns(written: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in written.items()}


@cache
def _titles() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    written: dict[str, Any] = yaml.safe_load((FOLDER / "titles.yaml").read_text("utf-8"))
    return {id: (_forms(entry["zh"], "zh"), _forms(entry["en"], "en")) for id, entry in written.items()}


def titles(text: str) -> frozenset[str]:
    """The titles of office that a text names; of "deputy director" not also "director"."""
    said = wording(text)
    zh, en, found = said.zh, said.en, set()
    for id, (forms_zh, forms_en) in _titles().items():  # the longer titles stand first
        for form in forms_zh:
            if form in zh:
                found.add(id)
                zh = zh.replace(form, " ")
        for form in forms_en:
            if f" {form} " in en:
                found.add(id)
                en = en.replace(f" {form} ", "  ")
    return frozenset(found)
