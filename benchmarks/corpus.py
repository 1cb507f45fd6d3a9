"""A seeded corpus of any size: documents with what they state, made up, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Document, Evidence, Measure, Source, Statement
from kg.store import Reading
from ontology.codes import STATUSES
from ontology.vocabulary import Vocabulary, vocabulary

YEARS = range(2015, 2036)
OPEN = ("远程会诊中心", "家庭病床", "便民门诊", "急救站点", "康复驿站", "药事服务中心")


def readings(count: int, *, seed: int = 1, facts: int = 8) -> Iterator[Reading]:
    """So many documents, each with up to `facts` statements; some are shared by several documents."""
    terms = vocabulary()
    measures = [
        Measure(term.id, term.zh, term.en, term.kind) for term in terms.terms.values() if term.kind != "specialty"
    ] + [Measure(zh=label) for label in OPEN]
    cities = sorted(code for code in terms.places if terms.is_city(code))
    for number in range(count):
        yield _reading(random.Random(f"{seed}-{number}"), number, facts, measures, cities, terms)


def _reading(
    chance: random.Random, number: int, facts: int, measures: list[Measure], cities: list[str], terms: Vocabulary
) -> Reading:
    city = cities[number % len(cities)]
    title = f"{terms.places[city].zh}第{number}号年度安排"
    made = [_fact(chance, city, measures) for _ in range(chance.randint(1, facts))]
    sentences = [_sentence(statement, terms) for statement in made]
    document = Document(
        "\n".join([title, *sentences, ""]), "zh", title, place=city, sources=(Source(f"corpus:{number}", "2024"),)
    )
    statements, start, key = [], len(title) + 1, document.id
    for statement, sentence in zip(made, sentences, strict=True):
        piece = Evidence(key, start, start + len(sentence), sentence, "corpus", actor=f"{terms.places[city].zh}政府")
        statements.append(_evidenced(statement, piece))
        start += len(sentence) + 1
    return Reading(document, tuple(statements), "corpus")


def _fact(chance: random.Random, city: str, measures: list[Measure]) -> Statement:
    status = chance.choice(STATUSES)
    measure, value, period = chance.choice(measures), float(chance.randint(1, 400)), str(chance.choice(YEARS))
    return Statement(status, measure, value=value, places=(city,), period=period)


def _sentence(statement: Statement, terms: Vocabulary) -> str:
    name = statement.measure.zh or statement.measure.key
    return (
        f"{statement.period}年{terms.places[statement.places[0]].zh}{name}{statement.value:.0f}（{statement.status}）。"
    )


def _evidenced(statement: Statement, piece: Evidence) -> Statement:
    return replace(statement, evidence=(piece,))
