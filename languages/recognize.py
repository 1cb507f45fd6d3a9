"""One pass of an automaton over a text finds every label of the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import ahocorasick

from languages.fold import fold
from languages.mention import Span
from ontology.codes import Lang
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Label(Span):
    """A stretch of text that is a label, with all that it may stand for: (kind, id) pairs."""

    candidates: tuple[tuple[str, str], ...]


OUTSIDE = "outside"  # kind of a name that holds a word of health and is none: it only hides what is inside it


@cache
def _automaton(lang: Lang) -> ahocorasick.Automaton:
    """Folded label → (length, candidates). Built once a process and language."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for label, kind, id in vocabulary().labels(lang):
        key = folded(label, lang)
        if len(key) > 1:
            found[key][(kind, id)] = None
    for label in vocabulary().outside(lang):
        found.setdefault(folded(label, lang), {}).update({(OUTSIDE, label): None})
    automaton = ahocorasick.Automaton()
    for key, candidates in found.items():
        automaton.add_word(key, (len(key), tuple(candidates)))
    automaton.make_automaton()
    return automaton


def folded(text: str, lang: Lang) -> str:
    """The form in which text and labels meet, of the same length as the text."""
    text = fold(text)
    if lang == "zh":
        return text
    lower = text.lower().replace("’", "'")
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def labels(text: str, lang: Lang) -> list[Label]:
    """Every label in a text, leftmost and longest first choice, none overlapping another; ordered by start.

    English labels begin and end at word boundaries. Time is linear in the text.
    """
    if lang == "zh":
        folded_text = fold(text)
        found = [
            Label(end - length + 1, end + 1, candidates)
            for end, (length, candidates) in _automaton("zh").iter_long(folded_text)
        ]
        return [x for x in found if not _is_outside(x) and not _cuts_ascii(folded_text, x)]
    return [x for x in _words(folded(text, lang), lang) if not _is_outside(x)]


def _is_outside(label: Label) -> bool:
    return any(kind == OUTSIDE for kind, _ in label.candidates)


def _cuts_ascii(text: str, label: Label) -> bool:
    """CT is no word of CTA: a label in Latin letters ends where the letters end."""
    first, last = text[label.start], text[label.end - 1]
    before = first.isascii() and first.isalnum() and label.start > 0 and _latin(text[label.start - 1])
    return before or (last.isascii() and last.isalnum() and label.end < len(text) and _latin(text[label.end]))


def _latin(c: str) -> bool:
    return c.isascii() and c.isalpha()


def _words(text: str, lang: Lang) -> list[Label]:
    longest: dict[int, Label] = {}
    for end, (length, candidates) in _automaton(lang).iter(text):
        start = end - length + 1
        if _inside_word(text, start) or _inside_word(text, end + 1):
            continue
        longest[start] = Label(start, end + 1, candidates)  # a later hit at the same start is longer
    chosen: list[Label] = []
    for start in sorted(longest):
        if not chosen or start >= chosen[-1].end:
            chosen.append(longest[start])
    return chosen


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
