"""How well a statement answers a question: what of the question's content it says, and what it says beside."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.questions.body import places_of, same_body, without_place
from kg.questions.candidate import Candidate
from kg.questions.lexicon import lexicon
from kg.questions.parts import made_of
from kg.questions.quoted import names_one_body
from kg.questions.reading import QuestionReading, Unit
from kg.questions.scope import LANGUAGES, Area, exactly, within, year_fit
from kg.questions.wording import Wording, form_of, overlap
from ontology.codes import UNITS, Lang, Status
from ontology.vocabulary import Vocabulary

# what a word is worth, by where the statement says it; behind its clause, the word is likely said of something else
LABEL, QUOTE, CLAUSE, BEFORE, AFTER = 1.0, 0.93, 0.85, 0.65, 0.4
WORTH = (LABEL, QUOTE, CLAUSE, BEFORE, AFTER)
TERM_WORTH = (LABEL, QUOTE, CLAUSE, 0.6, AFTER)  # a term in another clause is likely what that clause is about
UNSEEN = 0.3  # share of its weight that a word keeps which no text in the question's language could say
REWORDED = 0.9  # a term that an open measure says in other words
THRESHOLD = 0.7
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_COUNTS = frozenset({"count", "per_1000", "per_10k", "per_100k", "permille"})
_SAME_UNITS = {
    "percent": frozenset({"percent"}),
    "percentage_point": frozenset({"percentage_point", "percent"}),
    "permille": frozenset({"permille", "per_1000"}),
    "per_100k": frozenset({"per_100k"}),
    "per_10k": frozenset({"per_10k"}),
    "years": frozenset({"years"}),
    "times": frozenset({"times"}),
    "count": _COUNTS,
}
# what a statement of a status loses where the question speaks of another
_MISMATCH: dict[Status, dict[Status, float]] = {
    "planned": {"achieved": 0.2},
    "achieved": {"planned": 0.15, "sought": 0.15, "conditional": 0.2, "underway": 0.1},
    "sought": {"achieved": 0.15, "planned": 0.03, "underway": 0.05},
    "underway": {"planned": 0.1, "sought": 0.15},
    "withdrawn": {"achieved": 0.4, "planned": 0.4, "sought": 0.4, "underway": 0.4, "conditional": 0.4},
    "conditional": {"achieved": 0.2},
}


@dataclass(frozen=True, slots=True)
class Match:
    """A statement with how well it fits, 0 to 1. `by_baseline`: the year asked for is that of its baseline."""

    candidate: Candidate
    score: float
    cover: float
    exact: bool = True
    by_baseline: bool = False


def matches(
    reading: QuestionReading, candidates: Iterable[Candidate], area: Area, vocabulary: Vocabulary
) -> list[Match]:
    """The candidates that the question does not rule out, the best first."""
    found = [
        match
        for candidate in candidates
        if (match := _match(reading, candidate, area, vocabulary)) is not None
    ]  # fmt: skip
    return sorted(found, key=lambda match: (-match.score, match.candidate.id))


def fits_unit(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether a statement's number is of the kind that is asked for."""
    if reading.unit is None:
        return True
    if reading.unit == "money":
        return candidate.unit not in UNITS
    if reading.unit in ("years", "percentage_point") and "difference" in reading.operations:
        return candidate.unit in _SAME_UNITS[reading.unit] | {"years", "percent"}
    return candidate.unit in _SAME_UNITS.get(reading.unit, frozenset({reading.unit}))


def _match(reading: QuestionReading, candidate: Candidate, area: Area, vocabulary: Vocabulary) -> Match | None:
    if reading.ask == "number" and "baseline" not in reading.operations and _is_given(reading, candidate):
        return None
    where = _where(reading, candidate, area, vocabulary)
    when, by_baseline = _when(reading, candidate)
    if not where or not when or not _names_bodies(reading, candidate, vocabulary):
        return None
    tier = _tier(reading, candidate)
    if tier is None or _only_promised(reading, candidate):
        return None
    cover = _cover(reading, candidate, vocabulary)
    if cover is None:
        return None
    score = cover * (0.8 + 0.2 * where) * (0.8 + 0.2 * when) - tier - _other_status(reading, candidate)
    unsaid = 1 - _precision(reading, candidate)
    score += (-0.2 if candidate.part == "part" else -0.1) * unsaid + 0.04 * _aspect(reading, candidate)
    score += 0.05 * _echo(reading, candidate) + 0.03 * _named_in_quote(reading, candidate)
    return Match(candidate, score, cover, where == 1.0, by_baseline)


def _when(reading: QuestionReading, candidate: Candidate) -> tuple[float, bool]:
    """How well the year fits; what came of a target may be reported for another year than the target's."""
    if {"met", "gap"} & reading.operations and candidate.status == "achieved":
        return 1.0, False
    return year_fit(reading.years, candidate)


def _where(reading: QuestionReading, candidate: Candidate, area: Area, vocabulary: Vocabulary) -> float:
    if {"sum_parts", "rest"} <= reading.operations and area.wide:
        area = replace(area, named=area.around, codes=area.wide)
    several = len(area.named) > 1 and bool({"sum", "sum_parts", "difference", "same", "each"} & reading.operations)
    if reading.ask == "number" and reading.place_kind is None and not several and not _parts_wanted(reading):
        return exactly(area, candidate, vocabulary)
    return within(area, candidate, vocabulary)


def _is_given(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether the statement's number is one that the question itself gives: of the 50 counties, not what is asked."""
    return any(number.value == candidate.value for number in reading.numbers)


def _parts_wanted(reading: QuestionReading) -> bool:
    return bool({"sum_parts", "highest", "lowest"} & reading.operations)


def _names_bodies(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether the statement names every body that the question names."""
    for body in reading.organizations:
        named = any(same_body(body.name, name) for name in candidate.organizations)
        if not named and not _quotes_body(body.name, candidate, vocabulary):
            return False
    return True


def _quotes_body(name: str, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether the words around the evidence name a body, in full or as its own place does (县人民医院)."""
    lang: Lang = "zh" if any("\u3400" <= character <= "\u9fff" for character in name) else "en"
    texts = [candidate.quote, candidate.clause, *([candidate.sentence] if names_one_body(candidate) else [])]
    if any(text.says(form_of(name, lang), lang) for text in texts):
        return True
    short, codes = without_place(name), {code for place in places_of(name) for code in _here(place, vocabulary)}
    return bool(short and codes & set(candidate.places)) and any(text.says(short, "zh") for text in texts)


def _here(code: str, vocabulary: Vocabulary) -> set[str]:
    """A place with all below it, and the city above a county."""
    above = {each for each in vocabulary.ancestors(code) if vocabulary.is_city(each)}
    return {code, *vocabulary.descendants(code), *above}


def _tier(reading: QuestionReading, candidate: Candidate) -> float | None:
    """What the statement loses for its tier; None where it is of another than those asked for."""
    if not reading.levels or candidate.level in reading.levels:
        return 0.0
    return 0.08 if candidate.level is None else None


def _only_promised(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether a statement only promises what the question takes for done."""
    promised = candidate.status in ("planned", "sought", "conditional")
    compared = bool({"met", "gap", "same", "difference"} & reading.operations)
    return promised and reading.status == "achieved" and reading.ask == "number" and not compared


def _other_status(reading: QuestionReading, candidate: Candidate) -> float:
    if reading.status is None or reading.ask == "whether":
        return 0.1 if candidate.status in ("withdrawn", "conditional") and reading.ask != "whether" else 0.0
    lost = _MISMATCH[reading.status].get(candidate.status, 0.0)
    return lost + (0.1 if candidate.status == "withdrawn" != reading.status else 0.0)


def _cover(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> float | None:
    """Share of the content that the statement says; None where it lacks a word that it must say.

    A question that has no content but a body is about all that is said of that body.
    """
    total = said = 0.0
    texts = (candidate.label, candidate.quote, candidate.clause, candidate.before, candidate.sentence)
    for unit in reading.units:
        worth = _said(unit, candidate, texts, vocabulary)
        if unit.strict and worth < (CLAUSE if unit.lang is None else AFTER):
            return None
        weight = unit.weight
        if worth == 0.0 and unit.lang is not None and not _in_language(unit.lang, candidate.quote):
            weight *= UNSEEN
        total += weight
        said += weight * worth
    return said / total if total else float(bool(reading.organizations))


def _said(unit: Unit, candidate: Candidate, texts: Sequence[Wording], vocabulary: Vocabulary) -> float:
    if unit.number is not None:
        return _said_number(unit.number, candidate, texts)
    named = _named_by_term(unit, candidate, vocabulary)
    if named == LABEL:
        return named
    worths = TERM_WORTH if unit.terms else WORTH
    best = max(worth * _in_text(unit, text) for worth, text in zip(worths, texts, strict=True))
    return max(named, best)


def _named_by_term(unit: Unit, candidate: Candidate, vocabulary: Vocabulary) -> float:
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


def _in_text(unit: Unit, text: Wording) -> float:
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
    return LABEL if len(candidate.places) == value else 0.0


def _in_language(lang: Lang, text: Wording) -> bool:
    """Whether a statement's words are, at least in part, in a language."""
    if lang == "zh":
        return any("\u3400" <= character <= "\u9fff" for character in text.zh)
    return len(text.en.split()) > 3


def _aspect(reading: QuestionReading, candidate: Candidate) -> int:
    """1 where the statement speaks of new things, or of a total, as the question does; -1 where of the other."""
    quotes = [
        (m.quote.casefold(), lexicon("zh" if _in_language("zh", candidate.quote) else "en")) for m in candidate.mentions
    ]
    said = {name for quote, words in quotes for name, pattern in words.aspects.items() if pattern.search(quote)}
    if not reading.aspects or not said or len(said) == len(reading.aspects) == 2:
        return 0
    return 1 if said & reading.aspects else -1


def _echo(reading: QuestionReading, candidate: Candidate) -> float:
    """Share of the question's light words (建成, completed) that the quote repeats: it tells alike statements apart."""
    if reading.lang == "zh":
        return overlap(reading.light, candidate.quote.zh)
    words = reading.light.split()
    return sum(candidate.quote.says(word, "en") for word in words) / len(words) if words else 0.0


def _named_in_quote(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether the quote itself names the terms asked about, and does not take them from what goes before it."""
    terms = [unit for unit in reading.units if unit.terms]
    return bool(terms) and all(_in_text(unit, candidate.quote) for unit in terms)


def _precision(reading: QuestionReading, candidate: Candidate) -> float:
    """Share of the measure's own name that the question says."""
    if candidate.measure_id in {term for unit in reading.units for term in unit.terms}:
        return 1.0
    shares = []
    if candidate.measure_zh:
        forms = " ".join(form for unit in reading.units for form in unit.zh)
        shares.append(overlap(form_of(candidate.measure_zh, "zh"), forms))
    if candidate.measure_en:
        words = {word for unit in reading.units for form in unit.en for word in form.split()}
        named = form_of(candidate.measure_en, "en").split()
        shares.append(sum(word in words for word in named) / len(named) if named else 0.0)
    share = max(shares, default=0.5)
    return 0.5 + share / 2 if candidate.measure_id is not None else share
