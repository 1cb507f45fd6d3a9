"""One reading for each of the numbers that a question asks for: two questions in one sentence, or two measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from kg.questions.content import CONCEPT, TERM, WORD
from kg.questions.grammar import read
from kg.questions.reading import QuestionReading, Unit
from ontology.vocabulary import Vocabulary

_CUT = re.compile(r"[,，;；、?？。]\s*(?:and |并且?|其中|另外?)?", re.IGNORECASE)
_ASKS = re.compile(
    r"多少|(?<!哪)几[个家所名张项例人支台倍成次位种岁]|百分之几|千分之几|\bhow (?:many|much)\b", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:和|与|及|以及|、|,? and|,)\s*(?:the )?", re.IGNORECASE)


def readings(reading: QuestionReading, vocabulary: Vocabulary, today: date | None) -> tuple[QuestionReading, ...]:
    """The readings whose answers together answer a question; itself where it asks for one thing."""
    halves = _halves(reading.text)
    if len(halves) > 1:
        return tuple(_continued([read(half, reading.lang, vocabulary, today=today) for half in halves]))
    terms = _listed(reading)
    if len(terms) < 2:
        return (reading,)
    return tuple(
        replace(reading, units=tuple(u for u in reading.units if u is term or u not in terms)) for term in terms
    )


def _halves(text: str) -> list[str]:
    """The parts of a sentence that each ask for a number, if all of them do."""
    halves = [half for half in _CUT.split(text) if half]
    return halves if len(halves) > 1 and all(_ASKS.search(half) for half in halves) else [text]


def _continued(found: list[QuestionReading]) -> Iterator[QuestionReading]:
    """The readings, each with what the first is about where it does not say so itself."""
    first = found[0]
    for reading in found:
        yield replace(
            reading,
            places=reading.places or first.places,
            organizations=reading.organizations or first.organizations,
            years=reading.years or first.years,
            units=reading.units if any(unit.weight >= WORD for unit in reading.units) else first.units,
            status=reading.status or first.status,
        )


def _listed(reading: QuestionReading) -> list[Unit]:
    """Terms that stand side by side, each of whose numbers is asked for."""
    terms = [unit for unit in reading.units if unit.terms and unit.weight >= TERM]
    terms = terms or [unit for unit in reading.units if unit.weight >= CONCEPT and unit.number is None]
    if reading.ask != "number" or len(terms) < 2 or {"sum", "sum_parts", "difference", "gap"} & reading.operations:
        return []
    text = reading.text
    for first, second in pairwise(terms):
        start = text.casefold().find(first.text.casefold())
        between = text[start + len(first.text) : text.casefold().find(second.text.casefold(), start)]
        if start < 0 or not _JOINED.fullmatch(between):
            return []
    return terms
