"""The words of `lexicon.yaml`, as the rules need them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def lexicon() -> dict[str, Any]:
    """The file as it is: lists and mappings of lists of words."""
    text = (Path(__file__).with_name("lexicon.yaml")).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def inverted(table: dict[str, list[str]]) -> dict[str, str]:
    """Word to key, for a mapping of key to words."""
    return {word: key for key, words in table.items() for word in words}
