"""The query layer on each engine: the answers of every filter against plain Python over the same statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from kg.answer import count, every, run
from kg.model import Document, Source, Statement
from kg.query import SUBJECTS, Query, Subject, cypher, parameters_of, parse
from kg.query.order import spans
from kg.store import Store
from ontology.vocabulary import vocabulary

CENTER = "national-regional-medical-center"
SICHUAN = frozenset({"510000", *vocabulary().descendants("510000")})
HASH = "0" * 32
KINDS: tuple[Subject, ...] = ("statements", "places", "cities", "hospitals", "programmes", "documents", "evidence")


def holds(*codes: str) -> Callable[[Statement], bool]:
    return lambda each: bool(set(each.places) & set(codes))


def end(each: Statement) -> str:
    period = each.period or ""
    return period + {4: "-12-31", 7: "-31"}.get(len(period), "")


CASES: dict[str, tuple[dict[str, str], Callable[[Statement], bool]]] = {
    "everything": ({}, lambda each: True),
    "place": ({"place": "510000"}, lambda each: bool(set(each.places) & SICHUAN)),
    "place alone": ({"place": "510000", "descendants": "false"}, holds("510000")),
    "two places": ({"place": "510500,511700"}, holds("510500", "511700", "511725")),
    "measure": ({"programme": CENTER}, lambda each: each.measure.id == CENTER),
    "open measure": ({"measure": "open:夜间门诊"}, lambda each: each.measure.id is None),
    "kind": ({"kind": "facility"}, lambda each: each.measure.kind == "facility"),
    "level": ({"level": "county,national"}, lambda each: each.level in {"county", "national"}),
    "status": ({"status": "sought"}, lambda each: each.status == "sought"),
    "type": ({"type": "Outcome"}, lambda each: each.type == "Outcome"),
    "year": ({"year": "2021-2022"}, lambda each: each.year in {2021, 2022}),
    "due after": ({"due_after": "2023-12"}, lambda each: end(each) >= "2023-12"),
    "due before": ({"due_before": "2023-12-01"}, lambda each: end(each) < "2023-12-01"),
    "least": ({"min_value": "40"}, lambda each: each.value is not None and each.value >= 40),
    "most": ({"max_value": "4"}, lambda each: each.value is not None and each.value <= 4),
    "unit": ({"unit": "permille"}, lambda each: each.unit == "permille"),
    "comparator": ({"comparator": "ge"}, lambda each: each.comparator == "ge"),
    "change": ({"change": "level"}, lambda each: each.change == "level"),
    "each": ({"each": "true"}, lambda each: each.each),
    "part": ({"part": "true"}, lambda each: each.part is not None),
    "no part": ({"part": "false"}, lambda each: each.part is None),
    "organization": ({"organization": "华西医院"}, lambda each: bool(each.organizations)),
    "actor": ({"actor": "卫生健康委"}, lambda each: any(piece.actor for piece in each.evidence)),
    "words": ({"q": "重点 个"}, lambda each: any("重点" in piece.quote for piece in each.evidence)),
    "words in the other language": ({"q": "Hospital"}, lambda each: "hospital" in (each.measure.en or "").lower()),
    "several": (
        {"place": "四川", "year": "2023", "level": "provincial", "min_value": "75"},
        lambda each: each.level == "provincial" and each.year == 2023 and (each.value or 0) >= 75,
    ),
}


@pytest.fixture(scope="module")
def filled(shared: Store, told: tuple[Any, ...]) -> Iterator[Store]:
    """The invented graph, on an engine."""
    shared.delete_batch([document.id for document in shared.documents()])
    for each in told:
        shared.write(each.document, each.statements)
    yield shared
    shared.delete_batch([document.id for document in shared.documents()])


@pytest.mark.parametrize("name", CASES)
def test_a_filter_lets_through_what_fits(filled: Store, told: tuple[Any, ...], name: str) -> None:
    given, fits = CASES[name]
    query = parse("statements", {key: [value] for key, value in given.items()})
    wanted = {each.id for document in told for each in document.statements if fits(each)}
    assert {row["id"] for row in every(query, filled)} == wanted
    assert count(query, filled) == len(wanted)


@pytest.mark.parametrize("word", ["开头", "Middle", "ddl", "结尾"])
def test_a_long_text_is_searched_to_its_end(filled: Store, word: str) -> None:
    document = Document(f"开头{'长' * 20_000}MIDDLE{'长' * 20_000}结尾", "zh", sources=(Source("file:long"),))
    filled.write(document, [])
    assert [row["id"] for row in run(Query(subject="documents", q=word), filled).rows] == [document.id]
    filled.delete(document.id)


@pytest.mark.parametrize("subject", KINDS)
def test_every_parameter_of_a_subject_can_be_asked(filled: Store, subject: Subject, deprecations: list[str]) -> None:
    values = {
        "q": "a 医", "receives": CENTER, "place": "510000", "programme": CENTER, "measure": CENTER, "kind": "facility",
        "level": "county", "status": "sought", "type": "Outcome", "year": "2023", "due_after": "2023",
        "due_before": "2024", "min_value": "1", "max_value": "2", "unit": "count", "comparator": "ge", "each": "false",
        "change": "level", "part": "false", "organization": "x", "actor": "x", "document": HASH, "statement": HASH,
        "lang": "zh", "limit": "2",
    }  # fmt: skip
    allowed = {parameter.name for parameter in parameters_of(subject)}
    fitting = {name: [value] for name, value in values.items() if name in allowed}
    for name, value in fitting.items():
        run(parse(subject, {name: value}), filled)
    for given in ({}, fitting):
        run(parse(subject, given), filled)
        count(parse(subject, given), filled)
    for group in SUBJECTS[subject].groups:
        run(parse(subject, {"document": [HASH], "group_by": [group]}), filled)
    assert deprecations == []


@pytest.mark.parametrize("subject", sorted(set(KINDS) - {"places"}))
def test_pages_hold_everything_once(filled: Store, subject: Subject) -> None:
    place = ("510000",) if subject == "cities" else ()
    whole = count(Query(subject=subject, place=place), filled)
    for sort in SUBJECTS[subject].sorts:
        for order in ("", "-"):
            query = Query(subject=subject, sort=order + sort, limit=7, place=place)
            ids = _paged(query, filled)
            assert len(ids) == len(set(ids)) == whole


@pytest.mark.parametrize("subject", ["statements", "outcomes", "documents", "evidence", "organizations", "cities"])
def test_pages_read_in_spans_are_those_of_the_whole_query(filled: Store, subject: Subject) -> None:
    key = SUBJECTS[subject].key
    for sort in SUBJECTS[subject].sorts:
        for order in ("", "-"):
            query = Query(subject=subject, sort=order + sort, limit=1000)
            asked = cypher(query)
            whole = [record[key] for record in filled.read(asked.text, asked.parameters).records()]
            assert spans(query)
            assert _paged(replace(query, limit=7), filled) == whole


def _paged(query: Query, store: Store) -> list[str]:
    answer = run(query, store)
    ids = [str(row.get("id", row.get("code"))) for row in answer.rows]
    return ids + (_paged(replace(query, cursor=answer.next), store) if answer.next else [])
