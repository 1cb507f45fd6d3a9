"""A plain-language question → the object that `kg ask` prints: reading, answers, evidence, what was not understood."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kg.questions import office, pick
from kg.questions.candidate import Candidate, Readable
from kg.questions.compute import Amount, amounts
from kg.questions.content import CONCEPT
from kg.questions.find import Found, find
from kg.questions.grammar import read
from kg.questions.reading import QuestionReading
from kg.questions.several import readings
from kg.questions.shown import Shown, shown_officers, shown_statements
from kg.questions.truth import verdict
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

Json = dict[str, object]


def answer(
    text: str, store: Readable, *, id: str | None = None, lang: Lang | None = None, today: date | None = None
) -> Json:
    """The answer to a question in Chinese or English.

    `{id, question, reading: {text, cypher, parameters, rest}, answers: [{code, zh, en, value, value_max, unit, date,
    truth, status}], evidence: [{document, start, end, quote}], unknown: [words], suggestions: []}`. `answers` is empty
    where the graph does not say. `today` dates "this year" and "last year". Raises what the store raises.
    """
    reading = read(text, lang, vocabulary(), today=today)
    asked = readings(reading, vocabulary(), today)
    if len(asked) > 1 and (asked[0].text != text or not _says_all(reading, store)):
        return _of_several(id, text, asked, store)
    if reading.ask == "person":
        officers = office.officers(reading, store)
        answers = [_record(zh=_han(o.name), en=_latin(o.name)) for o in _one_each(officers)]
        return _object(id, reading, answers, shown_officers(reading, officers, store), ())
    found = find(reading, store)
    answers, used = _answers(reading, found)
    return _object(id, reading, answers, shown_statements(reading, found, used, store), _unknown(reading, found, used))


def answers(path: Path, store: Readable, *, today: date | None = None) -> Iterator[Json]:
    """The answers to a file of questions, one JSON object a line with `id` and `question`."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            asked = json.loads(line)
            yield answer(str(asked["question"]), store, id=str(asked["id"]), today=today)


def _says_all(reading: QuestionReading, store: Readable) -> bool:
    """Whether the statement that fits best names all that is asked for: then it is one thing."""
    heavy = {unit.text for unit in reading.units if unit.weight >= CONCEPT and unit.number is None}
    found = find(reading, store).matches
    return bool(found) and heavy <= found[0].named


def _of_several(id: str | None, text: str, asked: Sequence[QuestionReading], store: Readable) -> Json:
    """The answers to all that is asked together; none unless each has one."""
    found = [find(reading, store) for reading in asked]
    given = [_answers(reading, each) for reading, each in zip(asked, found, strict=True)]
    complete = all(answers for answers, _ in given)
    answers = [answer for answers, _ in given for answer in answers] if complete else []
    used = _used(candidates for _, candidates in given) if complete else []
    together = replace(asked[0], text=text, units=tuple(dict.fromkeys(u for reading in asked for u in reading.units)))
    shown = shown_statements(together, found[0], used, store)
    return _object(id, together, answers, shown, _unknown(together, found[0], used))


def _answers(reading: QuestionReading, found: Found) -> tuple[list[Json], list[Candidate]]:
    if reading.ask == "whether":
        return _whether(reading, found)
    if reading.ask == "number":
        return _numbers(reading, found)
    picks = _picks(reading, found)
    if reading.ask == "measure" and any(_is_named(reading, each) for each in picks):
        return _numbers(reading, found)
    return [_of_pick(each) for each in picks], _used(each.used for each in picks)


def _is_named(reading: QuestionReading, picked: pick.Pick) -> bool:
    """Whether the question itself names what was picked, so that it asks for its number."""
    terms = {term for unit in reading.units for term in unit.terms}
    return any(candidate.measure_id in terms for candidate in picked.used)


def _whether(reading: QuestionReading, found: Found) -> tuple[list[Json], list[Candidate]]:
    held = verdict(reading, found.matches, found.area, vocabulary())
    if held is None:
        return [], []
    return [_record(truth=held.truth, status=held.status)], list(held.used)


def _numbers(reading: QuestionReading, found: Found) -> tuple[list[Json], list[Candidate]]:
    counted = amounts(reading, found.matches, found.area, vocabulary())
    if not counted and reading.place_kind is not None:
        places = pick.places(reading, found.matches, found.area, vocabulary())
        used = _used(each.used for each in places)
        return ([_record(value=len(places), unit="count")], used) if places else ([], [])
    return [_of_amount(each) for each in counted], _used(each.used for each in counted)


def _picks(reading: QuestionReading, found: Found) -> Sequence[pick.Pick]:
    if reading.ask == "place":
        return pick.places(reading, found.matches, found.area, vocabulary())
    if reading.ask == "organization":
        return pick.organizations(reading, found.matches, vocabulary())
    if reading.ask == "when":
        return pick.dates(reading, found.matches)
    if reading.ask == "specialty":
        return pick.specialties(found.matches, vocabulary())
    return pick.measures(reading, found.matches, vocabulary())


def _used(groups: Iterator[Sequence[Candidate]]) -> list[Candidate]:
    return list({candidate.id: candidate for group in groups for candidate in group}.values())


def _of_amount(amount: Amount) -> Json:
    first = amount.used[0]
    return _record(
        zh=first.measure_zh or None,
        en=first.measure_en or None,
        value=_plain(amount.value),
        value_max=_plain(amount.value_max),
        unit=amount.unit,
        date=amount.period,
        status=amount.status,
    )


def _of_pick(each: pick.Pick) -> Json:
    return _record(code=each.code, zh=each.zh, en=each.en, date=each.date, status=each.status)


def _record(**stated: object) -> Json:
    fields = ("code", "zh", "en", "value", "value_max", "unit", "date", "truth", "status")
    return {name: stated.get(name) for name in fields}


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _one_each(officers: Sequence[office.Officer]) -> list[office.Officer]:
    return list({officer.name: officer for officer in officers}.values())


def _han(name: str) -> str | None:
    return name if any("\u3400" <= character <= "\u9fff" for character in name) else None


def _latin(name: str) -> str | None:
    return None if _han(name) else name


def _unknown(reading: QuestionReading, found: Found, used: Sequence[Candidate]) -> tuple[str, ...]:
    """The words of the question that no statement used says; without an answer, those that none at all says."""
    said = list(used) or [match.candidate for match in found.matches]
    return tuple(
        unit.text
        for unit in reading.units
        if unit.lang is not None
        and not unit.terms
        and not any(
            text.says(f, unit.lang)
            for c in said
            for text in (c.label, c.quote, c.sentence)
            for f in (*unit.zh, *unit.en)
        )
    )


def _object(
    id: str | None, reading: QuestionReading, answers: list[Json], shown: Shown, unknown: tuple[str, ...]
) -> Json:
    return {
        "id": id,
        "question": reading.text,
        "reading": {
            "text": shown.text,
            "cypher": shown.cypher,
            "parameters": dict(shown.parameters),
            "rest": shown.rest,
        },
        "answers": answers,
        "evidence": list(shown.evidence) if answers else [],
        "unknown": list(unknown),
        "suggestions": list(shown.suggestions) if not answers else [],
    }
