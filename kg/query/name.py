"""Names as people write them → ids: a slug, a code, or a label in either language; else the nearest labels."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from kg.errors import UnknownNameError
from kg.query.likeness import Likeness
from ontology.codes import Lang
from ontology.label import fold
from ontology.vocabulary import Group, Hospital, Place, Term, Vocabulary, vocabulary

_LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Match:
    """A label (folded) and what bears it; `likeness` is 1 for the very label."""

    id: str
    label: str
    likeness: float


_SLUG = re.compile(r"[\s_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def term(parameter: str, name: str, *, kinds: tuple[str, ...] = ()) -> str:
    """The id of a programme, indicator, specialty ... Open measures ("open:…") stay as they are.

    `kinds` narrows to terms of those kinds. Raises UnknownNameError with the nearest labels.
    """
    if name.startswith("open:") and not kinds:
        return name
    terms = vocabulary().terms
    slug = _SLUG.sub("-", name.strip().casefold())
    if slug in terms and (not kinds or terms[slug].kind in kinds):
        return slug
    found = [each for each in _found("term", name) if not kinds or terms[each].kind in kinds]
    if found:
        return found[0]
    raise _unknown(parameter, name, "term", kinds)


def places(parameter: str, name: str) -> tuple[str, ...]:
    """The code of a place, by code or name, the larger division first among homonyms; or the members of a group.

    Raises UnknownNameError with the nearest names, or with the codes where several places of a level bear the name.
    """
    known = vocabulary()
    code = name.strip().upper()
    if code in known.places:
        return (code,)
    if name.strip().casefold() in known.groups:
        return known.groups[name.strip().casefold()].members
    found = _found("place", name)
    if not found:
        groups = _found("group", name)
        if groups:
            return known.groups[groups[0]].members
        raise _unknown(parameter, name, "place", ())
    level = min(known.places[each].level for each in found)
    largest = [each for each in found if known.places[each].level == level]
    if len(largest) > 1:
        options = tuple(f"{each} ({_where(known, each)})" for each in largest)
        raise UnknownNameError(
            parameter,
            name,
            f"{name!r} is the name of {len(largest)} places.",
            hint="Give the code.",
            suggestions=options,
        )
    return (largest[0],)


def hospital(name: str) -> str | None:
    """The id of a hospital of the register by id or name; None where it is not in the register."""
    if name in vocabulary().hospitals:
        return name
    found = _found("hospital", name)
    return found[0] if found else None


def nearest(name: str, sort: str, *, kinds: tuple[str, ...] = (), count: int = 3) -> tuple[str, ...]:
    """Ids whose labels come nearest to a name, with the name: `510500 (Luzhou)`."""
    found = alike(name, sort, count=4 * count)
    fitting = [each for each in found if not kinds or vocabulary().terms[each.id].kind in kinds]
    lang: Lang = "zh" if _HAN.search(name) else "en"
    return tuple(f"{each.id} ({_preferred(each.id, sort, lang)})" for each in fitting[:count])


def alike(name: str, sort: str, *, count: int) -> list[Match]:
    """The terms, places, groups or hospitals whose labels are likest to a name, the likest first, one match an id."""
    best: dict[str, Match] = {}
    for lang in _LANGS:
        for likeness, label, each in _likeness(sort, lang).like(fold(name, lang), count=count):
            if each not in best or likeness > best[each].likeness:
                best[each] = Match(each, label, likeness)
    return sorted(best.values(), key=lambda match: (-match.likeness, len(match.label), match.id))[:count]


def starting(prefix: str, sort: str, *, count: int) -> list[Match]:
    """The terms, places, groups or hospitals with a label that starts so, the shortest label first."""
    found: dict[str, Match] = {}
    for lang in _LANGS:
        begun = fold(prefix, lang)
        labels = sorted(
            (label for label in _labels(sort)[lang] if label.startswith(begun)), key=lambda each: (len(each), each)
        )
        for label in labels[: 2 * count]:
            for each in _labels(sort)[lang][label]:
                found.setdefault(each, Match(each, label, 1.0 if label == begun else 0.9))
    return sorted(found.values(), key=lambda match: (len(match.label), match.id))[:count]


def _preferred(each: str, sort: str, lang: Lang) -> str:
    known = vocabulary()
    tables: Mapping[str, Mapping[str, Term | Place | Hospital | Group]] = {
        "term": known.terms,
        "place": known.places,
        "hospital": known.hospitals,
        "group": known.groups,
    }
    named = tables[sort][each]
    return named.zh if lang == "zh" else named.en or named.zh


def _unknown(parameter: str, name: str, sort: str, kinds: tuple[str, ...]) -> UnknownNameError:
    near = nearest(name, sort, kinds=kinds)
    what = {"receives": "programme", "id": "term"}.get(parameter, parameter) if sort == "term" else sort
    hint = "Did you mean " + " or ".join(near) + "?" if near else None
    return UnknownNameError(parameter, name, f"No {what} is called {name!r}.", hint=hint, suggestions=near)


def _found(sort: str, name: str) -> list[str]:
    return list(dict.fromkeys(each for lang in _LANGS for each in _labels(sort)[lang].get(fold(name, lang), ())))


@cache
def _labels(sort: str) -> Mapping[Lang, Mapping[str, tuple[str, ...]]]:
    return {lang: _by_label(sort, lang, vocabulary().labels(lang)) for lang in _LANGS}


@cache
def _likeness(sort: str, lang: Lang) -> Likeness:
    return Likeness(_labels(sort)[lang])


def _by_label(sort: str, lang: Lang, labels: Iterable[tuple[str, str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for label, kind, each in labels:
        if sort == (kind if kind in {"place", "group", "hospital"} else "term"):
            key = fold(label, lang)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), each)))
    return found


def _where(known: Vocabulary, code: str) -> str:
    return ", ".join(known.places[each].en for each in (code, *known.ancestors(code)[:-1]))


def close(word: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The allowed words that come nearest to one, at most three."""
    return tuple(difflib.get_close_matches(word, list(allowed), n=3, cutoff=0.6))


@cache
def kinds() -> tuple[str, ...]:
    """Every kind that a term of the vocabulary has, sorted."""
    return tuple(sorted({each.kind for each in vocabulary().terms.values()}))
