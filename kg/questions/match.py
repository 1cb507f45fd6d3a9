"""How well a statement answers a question: what of the question's content it says, and what it says beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.questions.body import places_of, same_body, same_body_here, without_place
from kg.questions.candidate import Candidate
from kg.questions.lexicon import lexicon
from kg.questions.quoted import names_one_body, says_operation
from kg.questions.reading import QuestionReading, Unit
from kg.questions.scope import HELD_BY_EACH, LANGUAGES, Area, document_year, exactly, issued_in, within, year_fit
from kg.questions.wording import Wording, form_of, overlap
from kg.questions.worth import AFTER, CLAUSE, EARLIER, QUOTE, in_text, named_by_term, worth_of
from ontology.codes import UNITS, Lang, Status
from ontology.vocabulary import Vocabulary

UNSEEN = 0.3  # share of its weight that a word keeps which no text in the question's language could say
THRESHOLD = 0.7
SPREAD, CLEAR = 0.55, 0.2  # cover and lead of a statement that alone says what is asked
RIVAL = 0.1  # what a statement loses to one of the same document that names what it lacks
_HOW_MANY = re.compile(r"\bhow many (?:of (?:the|its) )?|(?:多少|几)[个家所张名位项例人支台种户次]?", re.IGNORECASE)
_STATED = re.compile(r"(?<=[A-Za-z]-)\d+(?![\w%])")  # emergency-115: no amount, and none that is asked for
_DIFFERING = frozenset({"difference", "higher", "lower", "same"})
_COUNTS = frozenset({"count", "per_1000", "per_10k", "per_100k", "permille"})
_SAME_UNITS = {
    "percent": frozenset({"percent"}),
    "percentage_point": frozenset({"percentage_point", "percent"}),
    "permille": frozenset({"permille", "per_1000"}),
    "per_1000": frozenset({"permille", "per_1000"}),
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
    "underway": {"planned": 0.1, "sought": 0.15, "achieved": 0.1},
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
    named: frozenset[str] = frozenset()  # content that its name or quote says
    lacking: frozenset[str] = frozenset()  # content of weight that nothing up to its clause says


def matches(
    reading: QuestionReading, candidates: Iterable[Candidate], area: Area, vocabulary: Vocabulary
) -> list[Match]:
    """The candidates that the question does not rule out, the best first."""
    found = [
        match
        for candidate in candidates
        if (match := _match(reading, candidate, area, vocabulary)) is not None
    ]  # fmt: skip
    found = [_with_rivals(match, found) for match in found]
    ordered = sorted(found, key=lambda match: (-match.score, match.candidate.id))
    return _with_one_clear(reading, ordered, vocabulary)


def _with_one_clear(reading: QuestionReading, found: list[Match], vocabulary: Vocabulary) -> list[Match]:
    """The matches, the first lifted to the threshold where its sentence says all that is asked, though in several
    clauses, and no other whose number is of the kind asked for comes near it."""
    if reading.ask != "number" or reading.unit is None or reading.operations & _DIFFERING:
        return found
    fitting = [match for match in found if match.candidate.value is not None and fits_unit(reading, match.candidate)]
    if not fitting or fitting[0].score >= THRESHOLD or fitting[0].lacking or not fitting[0].exact:
        return found
    first, second = fitting[0], max((match.score for match in fitting[1:]), default=0.0)
    told = first.named or reading.unit == "money"
    if not told or first.cover < SPREAD or first.score - second < CLEAR:
        return found
    if _is_narrower(reading, first.candidate, vocabulary):
        return found
    return [replace(first, score=THRESHOLD), *(match for match in found if match is not first)]


def _with_rivals(match: Match, found: Sequence[Match]) -> Match:
    """The match, worth less where another of its document that fits nearly as well names what this one lacks."""
    if not match.lacking or match.score < THRESHOLD - RIVAL:
        return match
    document = match.candidate.mentions[0].document
    beaten = any(
        rival.cover >= THRESHOLD - RIVAL
        and match.lacking & rival.named
        and any(mention.document == document for mention in rival.candidate.mentions)
        for rival in found
    )
    return replace(match, score=match.score - RIVAL) if beaten else match


def fits_unit(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether a statement's number is of the kind that is asked for."""
    if reading.unit is None:
        return True
    if reading.unit == "money":
        return candidate.unit not in UNITS
    if reading.unit in ("years", "percentage_point", "percent") and "difference" in reading.operations:
        return candidate.unit in _SAME_UNITS[reading.unit] | {"years", "percent", "percentage_point"}
    return candidate.unit in _SAME_UNITS.get(reading.unit, frozenset({reading.unit}))


def _match(reading: QuestionReading, candidate: Candidate, area: Area, vocabulary: Vocabulary) -> Match | None:
    if reading.ask == "number" and "baseline" not in reading.operations and _is_given(reading, candidate):
        return None
    if reading.issued is not None and not issued_in(reading.issued, candidate):
        return None
    where = _where(reading, candidate, area, vocabulary)
    when, by_baseline = _when(reading, candidate)
    if not where or not when or not _names_bodies(reading, candidate, vocabulary):
        return None
    tier = _tier(reading, candidate)
    if tier is None or _only_promised(reading, candidate):
        return None
    worths = _worths(reading, candidate, vocabulary)
    if worths is None:
        return None
    cover = _cover(reading, candidate, worths)
    score = cover * (0.8 + 0.2 * where) * (0.8 + 0.2 * when) - tier - _other_status(reading, candidate)
    unsaid = 1 - _precision(reading, candidate)
    score -= 0.3 * (reading.ask == "number" and _is_narrower(reading, candidate, vocabulary))
    score += (-0.2 if candidate.part == "part" else -0.1) * unsaid + 0.04 * _aspect(reading, candidate)
    score += 0.04 * _is_counted(reading, candidate, vocabulary)
    score += 0.05 * _echo(reading, candidate) + 0.03 * _named_in_quote(reading, candidate)
    heavy = [(unit, worth) for unit, worth in zip(reading.units, worths, strict=True) if unit.weight >= 0.8]
    named = frozenset(unit.text for unit, worth in heavy if worth >= QUOTE)
    lacking = frozenset(unit.text for unit, worth in heavy if worth <= AFTER or worth == EARLIER)
    return Match(candidate, score, cover, where == 1.0, by_baseline, named, lacking)


def _is_narrower(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a statement counts only a kind of what is asked for: grade-3A hospitals, of the tertiary hospitals."""
    asked = {term for unit in reading.units for term in unit.terms}
    term = vocabulary.terms.get(candidate.measure_id or "")
    if term is not None and term.en.startswith(("registered ", "licensed ")):
        return False
    return term is not None and term.id not in asked and term.broader in asked and candidate.unit == "count"


def _when(reading: QuestionReading, candidate: Candidate) -> tuple[float, bool]:
    """How well the year fits; what came of a target may be reported for another year than the target's."""
    if {"met", "gap"} & reading.operations and candidate.status == "achieved":
        return 1.0, False
    if reading.relative is not None and not reading.years:
        made = document_year(candidate)
        near = made is None or candidate.year in (None, made + reading.relative)
        return (1.0 if near else 0.0), False
    if _DIFFERING & reading.operations:
        return _compared_year(reading, candidate)
    return year_fit(reading.years, candidate)


def _compared_year(reading: QuestionReading, candidate: Candidate) -> tuple[float, bool]:
    """How well the year fits where numbers are compared: one of the years compared, or, of two places of which only one
    may be dated by the question, any."""
    several = len(reading.places) > 1 and len(reading.years) == 1
    fit, by_baseline = year_fit(reading.years, candidate)
    if not fit and reading.baseline_years and reading.years:
        fit, by_baseline = year_fit(reading.baseline_years, candidate)
    return (fit or (0.5 if several and candidate.year is not None else 0.0)), by_baseline


def _where(reading: QuestionReading, candidate: Candidate, area: Area, vocabulary: Vocabulary) -> float:
    if {"sum_parts", "rest"} <= reading.operations and area.wide:
        area = replace(area, named=area.around, codes=area.wide)
    if reading.ask == "number" and "per_place" in reading.operations and len(area.named) == 1:
        return _of_each(area, candidate, vocabulary)
    several = len(area.named) > 1 and bool({"sum", "sum_parts", "difference", "same", "each"} & reading.operations)
    if reading.ask == "number" and reading.place_kind is None and not several and not _parts_wanted(reading):
        return exactly(area, candidate, vocabulary)
    return within(area, candidate, vocabulary)


def _of_each(area: Area, candidate: Candidate, vocabulary: Vocabulary) -> float:
    """How well a statement's number is that of each division of a place: every county gets two."""
    if candidate.each and len(candidate.places) > 1:
        return HELD_BY_EACH if set(candidate.places) <= area.codes else 0.0
    return exactly(area, candidate, vocabulary) if candidate.each or says_operation("each", candidate) else 0.0


def _is_given(reading: QuestionReading, candidate: Candidate) -> bool:
    """Whether the statement's number is one that the question itself gives: of the 50 counties, not what is asked."""
    said = {float(found.replace(",", "")) for found in _STATED.findall(reading.text)}
    return any(number.value == candidate.value for number in reading.numbers) or candidate.value in said


def _parts_wanted(reading: QuestionReading) -> bool:
    return bool({"sum_parts", "highest", "lowest"} & reading.operations)


def _names_bodies(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether the statement names every body that the question names."""
    for body in reading.organizations:
        named = any(
            same_body(body.name, name) or same_body_here(body.name, name, candidate.places)
            for name in candidate.organizations
        )
        if not named and not _quotes_body(body.name, candidate, vocabulary, wide=reading.ask == "organization"):
            return False
    return True


def _quotes_body(name: str, candidate: Candidate, vocabulary: Vocabulary, *, wide: bool) -> bool:
    """Whether the words around the evidence name a body, in full or as its own place does (县人民医院); `wide`: also in
    other clauses before it, where another body is asked for."""
    lang: Lang = "zh" if any("\u3400" <= character <= "\u9fff" for character in name) else "en"
    texts = [candidate.quote, candidate.clause, *([candidate.sentence] if names_one_body(candidate) else [])]
    texts += [candidate.before] if wide else []
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
    compared = bool({"met", "gap", "same", "difference", "baseline"} & reading.operations)
    compared |= candidate.baseline_year is not None and candidate.baseline_year in reading.years
    return promised and reading.status == "achieved" and reading.ask == "number" and not compared


def _other_status(reading: QuestionReading, candidate: Candidate) -> float:
    if reading.ask == "place" and reading.status in (None, "planned") and _says("sought", candidate):
        return 0.08  # who is to get something is told by the one that gives it, not by one that bids for it
    if {"difference", "gap", "higher", "lower"} & reading.operations and (
        len({*reading.years, *reading.baseline_years}) > 1 or len(reading.places) > 1
    ):
        return 0.0  # what is planned for one year is held against what was reached in another
    if reading.status is None or reading.ask == "whether":
        return 0.1 if candidate.status in ("withdrawn", "conditional") and reading.ask != "whether" else 0.0
    if reading.status == "withdrawn" and candidate.status == "achieved" and _says("withdrawn", candidate):
        return 0.0
    lost = _MISMATCH[reading.status].get(candidate.status, 0.0)
    if reading.ask == "number" and reading.status == "achieved" and candidate.status in ("planned", "sought"):
        lost += 0.2  # a number that is aimed at is none that was reached
    return lost + (0.1 if candidate.status == "withdrawn" != reading.status else 0.0)


def _says(status: Status, candidate: Candidate) -> bool:
    """Whether the evidence itself speaks of a status: that something is only sought, or that what was done is an end
    (fees abolished, deposits no longer asked for)."""
    return any(
        word == status and pattern.search(mention.quote.casefold())
        for mention in candidate.mentions
        for lang in LANGUAGES
        for word, pattern in lexicon(lang).statuses
    )


def _worths(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> list[float] | None:
    """What each piece of the content is worth; None where the statement lacks a word that it must say."""
    near = (candidate.label_in(reading.lang), candidate.quote, candidate.clause)
    texts = (*near, candidate.before, candidate.sentence, candidate.earlier)
    worths = [worth_of(unit, candidate, texts, vocabulary) for unit in reading.units]
    for unit, worth in zip(reading.units, worths, strict=True):
        if unit.number is not None and "of_whole" in reading.operations and not worth:
            return None
        if unit.strict and worth < (CLAUSE if unit.lang is None else AFTER):
            return None
    return _leant(reading, worths, vocabulary)


def _leant(reading: QuestionReading, worths: list[float], vocabulary: Vocabulary) -> list[float]:
    """The worths, where a statement leans on the sentences before it in one respect at most, and not for what it
    counts."""
    heavy = [(unit, worth) for unit, worth in zip(reading.units, worths, strict=True) if unit.weight >= 0.8]
    counted = reading.unit in ("count", None) or reading.ask != "number"
    things = [worth for unit, worth in heavy if unit.terms and not _of_specialty(unit, vocabulary)] if counted else []
    leaning = sum(worth == EARLIER for _, worth in heavy)
    if leaning <= 1 and max(things or [worth for _, worth in heavy], default=1.0) >= CLAUSE:
        return worths
    return [AFTER if worth == EARLIER else worth for worth in worths]


def _of_specialty(unit: Unit, vocabulary: Vocabulary) -> bool:
    return all(vocabulary.terms[term].kind == "specialty" for term in unit.terms)


def _cover(reading: QuestionReading, candidate: Candidate, worths: Sequence[float]) -> float:
    """Share of the content that the statement says.

    A question that has no content but a body is about all that is said of that body.
    """
    total = said = 0.0
    for unit, worth in zip(reading.units, worths, strict=True):
        weight = unit.weight
        if worth == 0.0 and unit.lang is not None and not _in_language(unit.lang, candidate.quote):
            weight *= UNSEEN
        total += weight
        said += weight * worth
    return said / total if total else float(bool(reading.organizations))


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


def _is_counted(reading: QuestionReading, candidate: Candidate, vocabulary: Vocabulary) -> int:
    """1 where a statement's number is of what stands right behind "how many"; -4 where of another term altogether."""
    asked = _HOW_MANY.search(reading.text)
    rest = reading.text[asked.end() :].casefold() if asked else ""
    behind = [u for u in reading.units if u.terms and rest.startswith(u.text.casefold())]
    if any(candidate.measure_id in unit.terms for unit in behind):
        return 1
    other = candidate.unit == "count" and candidate.measure_id is not None
    return -4 if other and behind and not any(named_by_term(unit, candidate, vocabulary) for unit in behind) else 0


def _echo(reading: QuestionReading, candidate: Candidate) -> float:
    """Share of the question's light words (建成, completed) that the quote repeats: it tells alike statements apart."""
    if reading.lang == "zh":
        said = [word for word in lexicon("zh").light if len(word) > 1 and word in reading.light]
        return sum(word in candidate.quote.zh for word in said) / len(said) if said else 0.0
    words = reading.light.split()
    return sum(candidate.quote.says(word, "en") for word in words) / len(words) if words else 0.0


def _named_in_quote(reading: QuestionReading, candidate: Candidate) -> float:
    """Share of what is asked about that the quote itself names, and does not take from what goes before it."""
    asked = [unit for unit in reading.units if unit.terms] or [
        u for u in reading.units if u.weight >= 0.8 and not u.number
    ]
    return sum(in_text(unit, candidate.quote) for unit in asked) / len(asked) if asked else 0.0


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
