"""What a name is made of: places, concepts of the glossary, other words; so that one name meets another that says
the same in other words or in the other language."""

from __future__ import annotations

from functools import lru_cache

from kg.questions.lexicon import concept_forms
from kg.questions.wording import form_of, stems
from languages.recognize import labels
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

# concepts that nearly every statement shares: they tell no name from another
GENERIC = frozenset(
    {"health", "medical", "service", "institution", "system", "center", "project", "hospital", "public-health", "rate",
     "share", "staff", "case", "person-time", "annual", "cumulative", "merge-total", "coverage", "plan-document",
     "health-commission", "disease", "equipment", "patient", "masses", "urban", "rural", "standard", "mechanism",
     "national", "provincial"}
)  # fmt: skip
_MEASURED = frozenset({"rate", "share", "coverage"})
_FILLERS = frozenset(
    "市 省 县 区 的 和 与 及 municipal provincial county city district province of the and in at for by on to per a an "
    "number".split()
)


@lru_cache(maxsize=5000)
def parts(name: str, lang: Lang) -> frozenset[str]:
    """Codes of places, ids of glossary concepts and other words that make up a name."""
    found: set[str] = set()
    rest = name
    for label in sorted(labels(name, lang), key=lambda label: -label.start):
        codes = [id for kind, id in label.candidates if kind in ("place", "group")]
        if codes:
            found.add(_top(codes))
            rest = rest[: label.start] + " " + rest[label.end :].removeprefix("'s")
    return frozenset(found | _concepts(rest, lang))


@lru_cache(maxsize=20_000)
def form_parts(form: str, lang: Lang) -> frozenset[str]:
    """The concepts and words of a form that `form_of` has folded."""
    return frozenset(_english(form.split()) if lang == "en" else _chinese(form))


def made_of(form: str, text: str, lang: Lang) -> bool:
    """Whether a text, folded like the form, has all that the form is made of, in whatever order: skilled attendance at
    birth, skilled birth attendance. Concepts that everything shares count only beside a single one of others."""
    wanted = form_parts(form, lang)
    own, said = wanted - GENERIC, form_parts(text, lang)
    if not own or len(wanted) < 2 or not own <= said:
        return False
    return len(own) > 1 or wanted - own <= _MEASURED or bool((wanted - own) & said)


def core_of(form: str, text: str, lang: Lang) -> bool:
    """Whether a text has all of a form but the concepts that everything shares."""
    wanted = form_parts(form, lang)
    own = wanted - GENERIC
    return bool(own) and own != wanted and own <= form_parts(text, lang)


def _top(codes: list[str]) -> str:
    places = vocabulary().places
    return min(codes, key=lambda code: (places[code].level if code in places else 9, code))


def _concepts(text: str, lang: Lang) -> set[str]:
    if lang == "en":
        return _english(stems(text))
    return {piece for stretch in text.split() for piece in _chinese(form_of(stretch, "zh"))}


def _chinese(folded: str) -> set[str]:
    forms = concept_forms("zh")
    found: set[str] = set()
    at = 0
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
