"""Whether two names are of the same body, though one is Chinese and the other English."""

from __future__ import annotations

from collections.abc import Iterable

from kg.questions.parts import parts
from kg.questions.wording import form_of
from languages.recognize import labels
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

_TIERS = frozenset({"regional", "autonomous", "region"})


def same_body(asked: str, stated: str) -> bool:
    """Whether a name in a question is that of a body in a statement: the same name, a short form of it, or its
    translation part by part (places by their codes, kinds of body by the glossary)."""
    asked_lang, stated_lang = _lang(asked), _lang(stated)
    if asked_lang == stated_lang:
        first, second = form_of(asked, asked_lang), form_of(stated, stated_lang)
        if first and (first in second or second in first):
            return True
    elif _registered(asked, asked_lang) & _registered(stated, stated_lang):
        return True
    first_parts, second_parts = parts(asked, asked_lang), parts(stated, stated_lang)
    return bool(first_parts) and first_parts == second_parts


def same_body_here(asked: str, stated: str, places: Iterable[str]) -> bool:
    """Whether a name without a place, as the text of that place has it, is of the body asked for: the Municipal Fifth
    Hospital."""
    if places_of(stated) or not set(places_of(asked)) & set(places):
        return False
    here = set(vocabulary().places)
    return parts(asked, _lang(asked)) - here == parts(stated, _lang(stated))


def same_kind(asked: str, stated: str) -> bool:
    """Whether two names are of one kind of body, wherever: 某市卫健委, the municipal health commission."""
    first, second = (parts(name, _lang(name)) - set(vocabulary().places) - _TIERS for name in (asked, stated))
    return bool(second) and second <= first


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


def _registered(name: str, lang: Lang) -> set[str]:
    """Ids of the hospitals of the register that bear exactly this name."""
    return {
        id
        for label in labels(name, lang)
        if label.end - label.start >= len(name) - 1
        for kind, id in label.candidates
        if kind == "hospital"
    }
