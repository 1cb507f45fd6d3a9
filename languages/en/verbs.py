"""The forms of verbs and the classes that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from languages.en import lexicon

Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form: its lemma and which form it is."""

    lemma: str
    form: Form


@cache
def forms() -> dict[str, Verb]:
    """Every form of every verb of the lexicon."""
    irregular = lexicon.data()["irregular"]
    found: dict[str, Verb] = {}
    every = {lemma for lemmas in lexicon.data()["verbs"].values() for lemma in lemmas} | set(irregular)
    for lemma in sorted(every):
        given = irregular.get(lemma, {})
        for form in given.get("past") or [past(lemma)]:
            found.setdefault(form, Verb(lemma, "past"))
        for form in given.get("s") or [_third(lemma)]:
            found.setdefault(form, Verb(lemma, "s"))
        for form in given.get("ing") or [_ing(lemma)]:
            found.setdefault(form, Verb(lemma, "ing"))
    for lemma in sorted(every):
        found.setdefault(lemma, Verb(lemma, "base"))
    return found


@cache
def bases() -> frozenset[str]:
    """Every word that can be a base form: become, set and cut are past forms too."""
    irregular = lexicon.data()["irregular"]
    return frozenset({lemma for lemmas in lexicon.data()["verbs"].values() for lemma in lemmas} | set(irregular))


@cache
def classes() -> dict[str, frozenset[str]]:
    """Class of verbs → lemmas."""
    return {name: frozenset(lemmas) for name, lemmas in lexicon.data()["verbs"].items()}


def is_a(lemma: str, *names: str) -> bool:
    return any(lemma in classes()[name] for name in names)


def past(lemma: str) -> str:
    """The past form of a regular verb: screened, diagnosed, carried."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ing(lemma: str) -> str:
    doubled = {"set", "put", "cut", "hit", "bid", "get", "run", "win", "begin"}
    if lemma in doubled:
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + "ing"
