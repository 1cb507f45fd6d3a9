"""What a piece of the question's content is worth, by where and how a statement says it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from kg.questions.candidate import Candidate
from kg.questions.lexicon import lexicon
from kg.questions.parts import core_of, made_of
from kg.questions.reading import Unit
from kg.questions.scope import LANGUAGES
from kg.questions.wording import Wording, form_of, overlap
from ontology.codes import Lang
from ontology.vocabulary import Vocabulary

# what a word is worth, by where the statement says it; behind its clause, the word is likely said of something else
LABEL, QUOTE, CLAUSE, BEFORE, AFTER, EARLIER = 1.0, 0.93, 0.85, 0.65, 0.15, 0.49
WORTH = (LABEL, QUOTE, CLAUSE, BEFORE, AFTER, EARLIER)
TERM_WORTH = (LABEL, QUOTE, CLAUSE, 0.6, AFTER, EARLIER)  # a term in another clause is likely what that clause is about
CORE = 0.6  # a term of which only the telling part is said
REWORDED = 0.9  # a term that an open measure says in other words
_WORDS = dict(
    zip(
        range(2, 11),
        zip(("两二", *"三四五六七八九十"), "two three four five six seven eight nine ten".split(), strict=True),
        strict=True,
    )
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def worth_of(unit: Unit, candidate: Candidate, texts: Sequence[Wording], vocabulary: Vocabulary) -> float:
    """0 to 1. `texts`: what the statement is called, its quote, its clause, what goes before, the sentence,
    the passage before it."""
    if unit.number is not None:
        return _said_number(unit.number, candidate, texts)
    named = named_by_term(unit, candidate, vocabulary)
    if named == LABEL:
        return named
    worths = TERM_WORTH if unit.terms else WORTH
    best = max(worth * in_text(unit, text) for worth, text in zip(worths, texts, strict=True))
    if unit.terms and not named and best <= AFTER:
        reworded = next(
            (worth for worth, text in zip(worths[1:4], texts[1:4], strict=True) if says_parts(unit, text)), 0
        )
        best = max(best, REWORDED * reworded)
        if best <= AFTER and any(says_core(unit, text) for text in texts[:3]):
            best = CORE
    return max(named, best)


def named_by_term(unit: Unit, candidate: Candidate, vocabulary: Vocabulary) -> float:
    """How far a statement's measure is a term of a unit, or of its kind; 0 where it is not."""
    if not unit.terms:
        return 0.0
    if candidate.measure_id is None:
        return REWORDED if says_parts(unit, candidate.label) else 0.0
    if candidate.measure_id in unit.terms or candidate.specialty in unit.terms:
        return LABEL
    if set(_broader(candidate.measure_id, vocabulary)) & set(unit.terms):
        return 0.95
    if unit.level is not None and candidate.level == unit.level:
        stated = vocabulary.terms.get(candidate.measure_id)
        if stated is not None and any(form.endswith(stated.zh) for form in unit.zh):
            return LABEL
    if any(_is_rate_of(term, candidate, vocabulary) for term in unit.terms):
        return 0.95
    if not any(candidate.measure_id in _broader(term, vocabulary) for term in unit.terms):
        return 0.0
    return 0.9 if unit.level is not None and _says_tier(unit.level, candidate.quote) else 0.5


def says_parts(unit: Unit, text: Wording) -> bool:
    """Whether a text says a term in other words, or in another order."""
    said: dict[Lang, str] = {"zh": text.zh, "en": text.en}
    return any(
        made_of(form, said[lang], lang) for lang in LANGUAGES for form in (unit.zh if lang == "zh" else unit.en)
    )  # fmt: skip


def says_core(unit: Unit, text: Wording) -> bool:
    """Whether a text says what tells a term from others, and leaves out what nearly all share: fees, medical fees."""
    return any(core_of(unit.zh[0], text.zh, "zh") for _ in unit.zh[:1]) or any(
        core_of(form, text.en, "en") for form in (form_of(unit.text, "en"), *unit.en[:1]) if form
    )


def _says_tier(level: str, text: Wording) -> bool:
    """Whether a text names a tier: 县, county."""
    characters = lexicon("zh").level_lists
    word = {"county": "county", "municipal": "city", "provincial": "province"}.get(level, level)
    return any(name == level and text.says(form, "zh") for form, name in characters.items()) or text.says(
        form_of(word, "en"), "en"
    )


def _is_rate_of(term_id: str, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a statement's number is a rate of what a term counts: "nurses", per 10,000, of "nurses per 10,000"."""
    term = vocabulary.terms.get(term_id)
    if term is None or term.unit != candidate.unit or not candidate.unit.startswith("per_"):
        return False
    heads = [form_of(label, "en").split(" per ")[0] for label in (term.en, *term.variants_en) if " per " in label]
    return any(candidate.label.says(head, "en") for head in heads)


def _broader(term_id: str, vocabulary: Vocabulary) -> list[str]:
    found: list[str] = []
    term = vocabulary.terms.get(term_id)
    while term is not None and term.broader is not None and term.broader not in found:
        found.append(term.broader)
        term = vocabulary.terms.get(term.broader)
    return found


def in_text(unit: Unit, text: Wording) -> float:
    if any(text.says(form, "zh") for form in unit.zh) or any(text.says(form, "en") for form in unit.en):
        return 1.0
    if unit.fuzzy:
        share = overlap(unit.zh[0], text.zh)
        return share if share >= 0.5 else 0.0
    return 0.0


def _said_number(value: float, candidate: Candidate, texts: Sequence[Wording]) -> float:
    if any(math.isclose(value, stated) for stated in (candidate.value, candidate.value_max) if stated is not None):
        return LABEL
    for worth, text in zip(WORTH[1:], texts[1:], strict=True):
        if any(math.isclose(float(found.replace(",", "")), value) for found in _NUMBER.findall(text.zh)):
            return worth
        if _in_words(value, text):
            return worth
    return LABEL if len(candidate.places) == value else 0.0


def _in_words(value: float, text: Wording) -> bool:
    """Whether a text says a small number in words: two, 两家."""
    if value not in _WORDS:
        return False
    characters, word = _WORDS[int(value)]
    return f" {word} " in text.en or bool(re.search(rf"(?<!第)[{characters}](?:个|家|所|名|项|种|位|大|类)", text.zh))
