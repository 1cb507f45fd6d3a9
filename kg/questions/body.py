"""Whether two names are of the same body, though one is Chinese and the other English."""

from __future__ import annotations

from functools import lru_cache

from kg.questions.lexicon import concept_forms
from kg.questions.wording import form_of, stems
from languages.recognize import labels
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

_FILLERS = frozenset(
    {
        "市",
        "省",
        "县",
        "区",
        "的",
        "municipal",
        "provincial",
        "county",
        "city",
        "district",
        "of",
        "the",
        "and",
        "province",
    }
)


def same_body(asked: str, stated: str) -> bool:
    """Whether a name in a question is that of a body in a statement: the same name, a short form of it, or its
    translation part by part (places by their codes, kinds of body by the glossary)."""
    asked_lang, stated_lang = _lang(asked), _lang(stated)
    if asked_lang == stated_lang:
        first, second = form_of(asked, asked_lang), form_of(stated, stated_lang)
        return bool(first) and (first in second or second in first)
    if _registered(asked, asked_lang) & _registered(stated, stated_lang):
        return True
    first_parts, second_parts = parts(asked, asked_lang), parts(stated, stated_lang)
    return bool(first_parts) and first_parts == second_parts


def same_kind(asked: str, stated: str) -> bool:
    """Whether two names are of one kind of body, wherever: 某市卫健委, the municipal health commission."""
    first, second = (parts(name, _lang(name)) - set(vocabulary().places) for name in (asked, stated))
    return bool(second) and second <= first


@lru_cache(maxsize=5000)
def parts(name: str, lang: Lang) -> frozenset[str]:
    """What a name is made of: codes of places, ids of glossary concepts and terms, other words."""
    found: set[str] = set()
    rest = name
    for label in sorted(labels(name, lang), key=lambda label: -label.start):
        codes = [id for kind, id in label.candidates if kind in ("place", "group")]
        if codes:
            found.add(_top(codes))
            rest = rest[: label.start] + " " + rest[label.end :]
    return frozenset(found | _concepts(rest, lang))


def places_of(name: str) -> tuple[str, ...]:
    """Codes of the places that a body's name holds."""
    lang = _lang(name)
    return tuple(id for label in labels(name, lang) for kind, id in label.candidates if kind == "place")


def without_place(name: str) -> str:
    """A Chinese name as its own place uses it: 某县人民医院 → 县人民医院; empty where no place begins it."""
    first = next((label for label in labels(name, "zh") if label.start == 0), None)
    if first is None or not any(kind == "place" for kind, _ in first.candidates):
        return ""
    suffix = name[first.end - 1] if name[first.end - 1] in "省市县区州" else ""
    rest = name[first.end :]
    return form_of(suffix + rest if suffix else rest, "zh") if len(rest) > 2 else ""


def _lang(name: str) -> Lang:
    return "zh" if any("\u3400" <= character <= "\u9fff" for character in name) else "en"


def _top(codes: list[str]) -> str:
    places = vocabulary().places
    return min(codes, key=lambda code: (places[code].level if code in places else 9, code))


def _concepts(text: str, lang: Lang) -> set[str]:
    if lang == "en":
        return _english(stems(text))
    forms = concept_forms("zh")
    found: set[str] = set()
    for stretch in text.split():
        folded, at = form_of(stretch, "zh"), 0
        while at < len(folded):
            length = next((n for n in range(min(8, len(folded) - at), 0, -1) if folded[at : at + n] in forms), 0)
            piece = folded[at : at + (length or 1)]
            if piece not in _FILLERS:
                found.add(forms[piece].id if length else piece)
            at += length or 1
    return found


def _english(words: list[str]) -> set[str]:
    known = concept_forms("en")
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(min(5, len(words) - at), 0, -1) if " ".join(words[at : at + n]) in known), 0)
        if length:
            found.add(known[" ".join(words[at : at + length])].id)
        elif words[at] not in _FILLERS:
            found.add(words[at])
        at += length or 1
    return found


def _registered(name: str, lang: Lang) -> set[str]:
    """Ids of the hospitals of the register that bear exactly this name."""
    return {
        id
        for label in labels(name, lang)
        if label.end - label.start >= len(name) - 1
        for kind, id in label.candidates
        if kind == "hospital"
    }
