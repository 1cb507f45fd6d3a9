"""What is counted: a noun phrase linked to a term of the vocabulary, its tier and its specialty; or left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from languages.en import lexicon
from languages.en.parse import Parse
from languages.en.phrases import GENERIC, Phrase, label, tier
from languages.en.terms import Found, lemma, term_of
from ontology.codes import Level
from ontology.vocabulary import vocabulary

NO_TERMS = frozenset({"place", "group", "hospital", "specialty"})
TIERED = frozenset({"programme", "facility", "designation", "reform", "service"})
LINKING = frozenset({"for", "of", "to", "in", "on", "at", "(", ")"})
HEALTH = re.compile("|".join(lexicon.data()["health_stems"]).lower())  # searched in lower case: that is faster
ELSEWHERE = re.compile(r"\b(?:" + "|".join(lexicon.data()["elsewhere_stems"]).lower() + r")")


@dataclass(frozen=True, slots=True)
class Measure:
    """A noun phrase read: the term that heads it (or None), its tier and its specialty."""

    label: str
    id: str | None = None
    kind: str | None = None
    level: Level | None = None
    specialty: str | None = None

    @property
    def unit(self) -> str | None:
        """The unit of an indicator's number where the text gives none."""
        return vocabulary().terms[self.id].unit if self.id else None


@lru_cache(maxsize=1024)
def is_health(text: str) -> bool:
    """Whether a phrase is about health care."""
    return bool(HEALTH.search(text.lower()))


@lru_cache(maxsize=1024)
def is_elsewhere(text: str) -> bool:
    """Whether a phrase is of another trade: roads, schools, harvests, performances."""
    return bool(ELSEWHERE.search(text.lower()))


def measure(parse: Parse, phrase: Phrase, reach: int | None = None) -> Measure:
    """Read a noun phrase. Its head decides the term; a term that is only a modifier leaves it open.

    `reach` is a token up to which the phrase's complements go: where the head is generic (project, pilot) they name it.
    """
    text = label(parse, phrase)
    inside = [f for f in parse.terms if f.first >= phrase.first and f.first < phrase.last]
    specialty = next((id for f in inside for kind, id in f.candidates if kind == "specialty"), None)
    found = _heading(parse, phrase, inside)
    if found is None and reach is not None:
        beyond = [f for f in parse.terms if phrase.last <= f.first < reach]
        if (
            beyond
            and (parse.sentence.low(phrase.head) in GENERIC)
            and parse.sentence.low(phrase.last) in LINKING | {"called", "named"}
            and not _opens_list(parse, phrase.last, reach)
        ):
            found = _first_term(beyond)
    if found is None:
        named = term_of(text)
        if named is not None and named[0] not in NO_TERMS:
            return Measure(text, named[1], named[0], _level(parse, phrase, named[0], named[1]), specialty)
        return Measure(text, None, None, tier(parse, phrase.first, phrase.last), specialty)
    kind, id = found
    return Measure(text, id, kind, _level(parse, phrase, kind, id), specialty)


def _opens_list(parse: Parse, at: int, reach: int) -> bool:
    """Five centers (chest pain, stroke, trauma): no one of them is what is counted."""
    if parse.sentence.low(at) != "(":
        return False
    inside = parse.sentence.lows(at + 1, reach)
    return "," in inside[: inside.index(")")] if ")" in inside else "," in inside


def _candidate(found: Found) -> tuple[str, str] | None:
    return next(((kind, id) for kind, id in found.candidates if kind not in NO_TERMS), None)


def _first_term(labels: list[Found]) -> tuple[str, str] | None:
    return next((candidate for f in labels if (candidate := _candidate(f)) is not None), None)


def _heading(parse: Parse, phrase: Phrase, inside: list[Found]) -> tuple[str, str] | None:
    """The term at the head of the phrase; before a generic head (construction, projects) the one that it serves."""
    usable = [f for f in inside if _candidate(f) is not None]
    if not usable:
        return None
    last = max(usable, key=lambda f: (f.last, f.last - f.first))
    if last.last >= phrase.last:
        return _candidate(last)
    tail = [parse.sentence.low(at) for at in range(last.last, phrase.last) if parse.sentence.kind(at) != "sign"]
    if all(word in GENERIC or word in LINKING for word in tail):
        return _candidate(last)
    if tail and tail[0] in LINKING:
        return _candidate(last)
    return None


def _level(parse: Parse, phrase: Phrase, kind: str, id: str) -> Level | None:
    if kind not in TIERED:
        return None
    term = vocabulary().terms[id]
    return tier(parse, phrase.first, phrase.last) or term.level


def joint(modifier: str, head: str) -> Measure | None:
    """The term that a modifier and a shared head make: infant + mortality rate."""
    for text in (f"{modifier} {head}", f"{modifier} {' '.join(lemma(word) for word in head.split())}"):
        named = term_of(text)
        if named is not None and named[0] not in NO_TERMS:
            return Measure(text, named[1], named[0])
    return None
