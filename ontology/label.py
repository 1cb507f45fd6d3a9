"""Labels as they are compared, and the spellings of an English label that a text may use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from ontology.codes import Lang
from ontology.files import read_yaml

_SPACE = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def fold(label: str, lang: Lang) -> str:
    """The form in which two labels of a language are the same: NFKC, lower case, white space and dashes folded."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", label)).casefold().replace("’", "'").strip()
    return _SPACE.sub("" if lang == "zh" else " ", folded)


def unique(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels in their order, each once, none empty."""
    return tuple(dict.fromkeys(label for label in labels if label))


def spellings(label: str) -> tuple[str, ...]:
    """An English label as texts write it: American and British, with and without hyphens, singular and plural."""
    written = unique([label, _american(label), _british(label)])
    written = unique([*written, *(form.replace("-", " ") for form in written)])
    return unique([*written, *map(plural, written)])


def plural(noun: str) -> str:
    """The plural of an English noun phrase, by its last word; the phrase itself where there is none."""
    lead, last = noun[: noun.rfind(" ") + 1], noun[noun.rfind(" ") + 1 :]
    known = _spelling()["plurals"].get(last.casefold())
    if known is not None:
        return lead + known
    if not last.isalpha() or last.endswith(("s", "ing")):
        return noun
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if last.endswith(("x", "z", "ch", "sh")) else "s")


def _american(label: str) -> str:
    for american, british in _spelling()["swaps"].items():
        label = label.replace(british, american)
    return label


def _british(label: str) -> str:
    for american, british in _spelling()["swaps"].items():
        if british not in label:
            label = label.replace(american, british)
    return label


@cache
def _spelling() -> Mapping[str, Mapping[str, str]]:
    spelling: Mapping[str, Mapping[str, str]] = read_yaml("english_spellings.yaml")
    return spelling
