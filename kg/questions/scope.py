"""Where and when: whether a statement is about the places and years that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.questions.body import places_of
from kg.questions.candidate import Candidate
from kg.questions.reading import PlaceName, QuestionReading
from kg.questions.wording import Wording, form_of
from ontology.codes import Lang
from ontology.vocabulary import Vocabulary, group_labels, place_labels

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_AND_OTHERS = re.compile(r"等(?=\d|[一二两三四五六七八九十])|\band \d+ others?\b|\bsuch as\b")
HELD_BY_EACH, MENTIONED, PARTLY = 0.95, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Area:
    """The places of a question: `named` are those that hold no other named place, `around` those that do."""

    named: tuple[PlaceName, ...]
    around: tuple[PlaceName, ...]
    codes: frozenset[str]  # of `named`, with all places below them
    wide: frozenset[str]  # of `around`, with all places below them


def area(reading: QuestionReading, vocabulary: Vocabulary) -> Area:
    """What a question says of where. China is around everything that is named in it."""
    named: list[PlaceName] = []
    around: list[PlaceName] = []
    for place in reading.places:
        below = _below(place.codes, vocabulary) - set(place.codes)
        others = [other for other in reading.places if other is not place and set(other.codes) <= below]
        (around if others else named).append(place)
    return Area(
        tuple(named),
        tuple(around),
        frozenset().union(*(_below(place.codes, vocabulary) for place in named)),
        frozenset().union(*(_below(place.codes, vocabulary) for place in around)),
    )


def within(area: Area, candidate: Candidate, vocabulary: Vocabulary) -> float:
    """1 where a statement applies inside the area, less where only its words name it, 0 outside. No area: 1."""
    if not area.named:
        return 1.0
    places = set(candidate.places)
    if places & area.codes:
        return 1.0
    if any(places_of(body) and set(places_of(body)) & area.codes for body in candidate.organizations):
        return MENTIONED
    if all(_mentioned(place.codes, candidate.quote, vocabulary) for place in area.named):
        return MENTIONED if _above(area.named, places, vocabulary) else 0.0
    return 0.0


def exactly(area: Area, candidate: Candidate, vocabulary: Vocabulary) -> float:
    """1 where a statement's number is that of the places named; 0 where it is of a part or of more."""
    if not area.named:
        return 1.0
    if area.wide and candidate.places and not set(candidate.places) & (area.wide | area.codes):
        return 0.0
    fits = [_fit(place, candidate, vocabulary) for place in area.named]
    return max(fits) if len(fits) == 1 else _together(area, candidate, fits, vocabulary)


def year_fit(years: Iterable[int], candidate: Candidate) -> tuple[float, bool]:
    """How well a statement is of one of the years, and whether it is so by its baseline. No years: (1, False)."""
    wanted = set(years)
    if not wanted or candidate.year in wanted:
        return 1.0, False
    if candidate.baseline_year in wanted:
        return 0.95, True
    if candidate.period is None:
        return max((_year_of_document(year, candidate) for year in wanted), default=0.0), False
    if candidate.status in ("planned", "sought") and all(year < (candidate.year or 0) for year in wanted):
        return 0.0, False  # the year from which a promise starts, not the one that it is due in
    said = any(str(year) in candidate.quote.zh for year in wanted)
    return (PARTLY if said and str(candidate.year) not in candidate.quote.zh else 0.0), False


def document_year(candidate: Candidate) -> int | None:
    """The latest year in which the statement was made."""
    dates = [mention.document_date for mention in candidate.mentions if mention.document_date]
    return int(max(dates)[:4]) if dates else None


def issued_in(year: int, candidate: Candidate) -> bool:
    """Whether a document that states it is of a year, by its date or its title."""
    return any(
        str(year) in (mention.document_date or "")[:4] or str(year) in mention.title for mention in candidate.mentions
    )


def _year_of_document(year: int, candidate: Candidate) -> float:
    if str(year) in candidate.sentence.zh:
        return 0.9
    made = document_year(candidate)
    if made is None:
        return 0.0
    likely = {made, made - 1} if candidate.status == "achieved" else {made}
    return 0.8 if year in likely else 0.0


def _fit(place: PlaceName, candidate: Candidate, vocabulary: Vocabulary) -> float:
    places, codes = set(candidate.places), set(place.codes)
    if _are_examples(candidate) and places <= _below(codes, vocabulary):
        return HELD_BY_EACH
    if place.homonyms or len(codes) == 1:
        held = codes & places
        if held:
            if len(places) == 1:
                return 1.0
            return HELD_BY_EACH if candidate.each else 0.0
    elif places == codes:
        return 1.0
    elif codes < places or places < codes:
        return PARTLY if candidate.each and codes <= places else 0.0
    if _mentioned(place.codes, candidate.quote, vocabulary) and _above((place,), places, vocabulary):
        return MENTIONED
    return 0.0


def _are_examples(candidate: Candidate) -> bool:
    """Whether the places of a statement are only some of those that its number counts: 甲县、乙县等14家."""
    several = 1 < len(candidate.places) < (candidate.value or 0) and not candidate.each
    return several and any(_AND_OTHERS.search(mention.quote) for mention in candidate.mentions)


def _together(area: Area, candidate: Candidate, fits: list[float], vocabulary: Vocabulary) -> float:
    """Several places named side by side: the statement is of all of them, or names those that it is not of."""
    codes = {code for place in area.named for code in place.codes}
    if set(candidate.places) == codes:
        return 1.0
    if not any(fits):
        return 0.0
    said = [_mentioned(place.codes, candidate.quote, vocabulary) for place in area.named]
    return min(fit or (MENTIONED if mentioned else 0.0) for fit, mentioned in zip(fits, said, strict=True))


def _below(codes: Iterable[str], vocabulary: Vocabulary) -> set[str]:
    return {below for code in codes for below in (code, *vocabulary.descendants(code))}


def _above(named: Iterable[PlaceName], places: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a statement's places hold the places named (its words may be more exact than its codes)."""
    return not places or all(
        any({code, *vocabulary.ancestors(code)} & places for code in place.codes) for place in named
    )


def _mentioned(codes: Iterable[str], text: Wording, vocabulary: Vocabulary) -> bool:
    """Whether a text names one of the places, or a group that they make up."""
    wanted = set(codes)
    if any(_says(code, text, vocabulary) for code in wanted):
        return True
    groups = [group for group in vocabulary.groups.values() if set(group.members) == wanted]
    return any(
        text.says(form_of(label, lang), lang)
        for group in groups
        for lang in LANGUAGES
        for label in group_labels(group, lang)
    )


def _says(code: str, text: Wording, vocabulary: Vocabulary) -> bool:
    place = vocabulary.places.get(code)
    return place is not None and any(
        text.says(form_of(label, lang), lang) for lang in LANGUAGES for label in place_labels(place, lang)
    )
