"""People's decisions: carried out at once, and outliving every later load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from kg.errors import ReviewError
from kg.model import Document, Measure, Source, Statement
from kg.review import Decision, Json, Verdict
from kg.store import Store

Promise = Callable[..., tuple[Document, list[Statement]]]
Content = Callable[[Store], dict[str, list[Any]]]

NAMED = Statement("planned", Measure(zh="国家中心"), value=1.0, places=("510100",), period="2025")


@pytest.fixture(autouse=True)
def undecided(store: Store) -> Iterator[None]:
    yield
    for decision in store.decisions():
        store.withdraw(decision.id)


def on(document: Document, statement: Statement, verdict: Verdict, **more: Json) -> Decision:
    piece = statement.evidence[0]
    place: dict[str, Json] = {"document": document.id, "start": piece.start, "end": piece.end, "reading": statement.id}
    return Decision(verdict, "an editor", "2026-01-02T03:04:05Z", "because", **{**place, **more})


def standing(store: Store, document: Document) -> set[str]:
    return {statement.id for statement in store.statements(document.id)}


def test_a_rejected_reading_is_gone_and_stays_gone(store: Store, promise: Promise, content: Content) -> None:
    document, statements = promise("一", "二二")
    store.write(document, statements[1:])
    expected = content(store)["nodes"]
    store.write(document, statements)
    decision = store.decide(on(document, statements[0], "reject"))
    assert standing(store, document) == {statements[1].id}
    after = content(store)
    store.write(document, statements)
    assert content(store) == after
    assert [row for row in after["nodes"] if "Decision" not in row[0]] == expected
    assert store.decisions() == [decision]


def test_an_accepted_reading_stands(store: Store, promise: Promise) -> None:
    document, statements = promise("一")
    store.write(document, statements)
    decision = store.decide(on(document, statements[0], "accept"))
    assert standing(store, document) == {statements[0].id}
    assert store.decisions() == [decision]


def test_corrections_outlive_a_reload_and_add_up(store: Store, promise: Promise) -> None:
    document, statements = promise("一", "二二")
    store.write(document, statements)
    first = store.decide(on(document, statements[0], "correct", field="value", value=7))
    once = replace(statements[0], value=7.0)
    assert first.result == once.id
    second = store.decide(on(document, once, "correct", field="places", value=["510500", "510300"]))
    assert second.reading == statements[0].id
    twice = replace(once, places=("510300", "510500"))
    assert standing(store, document) == {twice.id, statements[1].id}
    store.write(document, statements)
    assert standing(store, document) == {twice.id, statements[1].id}
    store.delete(document.id)
    store.write(document, statements)
    assert standing(store, document) == {twice.id, statements[1].id}


def test_a_later_decision_takes_the_place_of_an_earlier_one(store: Store, promise: Promise) -> None:
    document, statements = promise("一")
    store.write(document, statements)
    store.decide(on(document, statements[0], "correct", field="value", value=7))
    again = replace(statements[0], value=7.0)
    store.decide(replace(on(document, again, "correct", field="value", value=8), at="2026-02-01T00:00:00Z"))
    assert standing(store, document) == {replace(statements[0], value=8.0).id}
    assert len(store.decisions()) == 1
    store.write(document, statements)
    assert standing(store, document) == {replace(statements[0], value=8.0).id}


def test_a_label_is_merged_into_a_term_everywhere(store: Store, promise: Promise) -> None:
    one = promise(("一", NAMED), sources=(Source("file:1"),))
    two = promise(("二二", NAMED), "三三三", sources=(Source("file:2"),))
    store.write(*one)
    term = Measure(
        "national-regional-medical-center", "国家区域医疗中心", "national regional medical center", "designation"
    )
    merged = replace(NAMED, measure=term).id
    store.decide(Decision("merge", "an editor", "2026-01-02", label=NAMED.measure.key, value=term.id))
    store.write(*two)
    assert merged in standing(store, one[0])
    assert merged in standing(store, two[0])
    assert store.read("MATCH (c:City)-[r:RECEIVES]->(p:Programme) RETURN c.code, p.id").rows == [["510100", term.id]]
    store.decide(on(two[0], replace(two[1][0], measure=term), "reject"))
    store.write(*two)
    assert merged not in standing(store, two[0])
    assert merged in standing(store, one[0])


def test_a_decision_taken_back_has_the_document_read_again(store: Store, promise: Promise) -> None:
    document, statements = promise("一")
    store.write(document, statements, extractor="1")
    decision = store.decide(on(document, statements[0], "reject"))
    assert store.has(document.id, "1") is True
    assert store.withdraw(decision.id) == [document.id]
    assert store.has(document.id, "1") is False
    store.write(document, statements, extractor="1")
    assert standing(store, document) == {statements[0].id}
    with pytest.raises(ReviewError, match="no decision"):
        store.withdraw(decision.id)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"by": ""}, "name"),
        ({"reading": "0" * 32}, "does not state"),
        ({"start": 99}, "does not state"),
        ({"document": "0" * 32}, "no document"),
        ({"document": None}, "needs its document"),
        ({"verdict": "correct", "field": "colour", "value": 1}, "no field"),
        ({"verdict": "correct", "field": "value", "value": "many"}, "no number"),
        ({"verdict": "correct", "field": "status", "value": "done"}, "no status"),
        ({"verdict": "correct", "field": "places", "value": ["999999"]}, "no code"),
        ({"verdict": "correct", "field": "measure", "value": "no-term"}, "no term"),
        ({"verdict": "merge", "label": "x", "value": "no-term"}, "no term"),
    ],
)
def test_a_decision_that_fits_nothing_is_refused(
    store: Store, promise: Promise, content: Content, change: dict[str, Json], message: str
) -> None:
    document, statements = promise("一")
    store.write(document, statements)
    before = content(store)
    with pytest.raises(ReviewError, match=message):
        store.decide(replace(on(document, statements[0], "reject"), **change))
    assert content(store) == before
