"""Writing, replacing and deleting: the same on every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import neo4j
import pytest

from kg.errors import ReadOnlyError, StoreError
from kg.model import Baseline, Document, Evidence, Measure, Source, Statement
from kg.store import Reading, Store

Opener = Callable[..., Store]
Promise = Callable[..., tuple[Document, list[Statement]]]
Content = Callable[[Store], dict[str, list[Any]]]

FULL = Statement(
    "planned",
    Measure("national-regional-medical-center"),
    level="national",
    value=2,
    value_max=3,
    comparator="range",
    unit="count",
    change="increase",
    baseline=Baseline(1.5, "2020"),
    each=True,
    places=("110000", "510500", "510502"),
    organizations=("北京协和医院", "某县中心卫生院"),
    specialty="cardiology",
    part="part",
    period="2025-12",
)


def test_what_is_written_is_read_back(store: Store, promise: Promise) -> None:
    persons = (("王某", "主任", "省卫生健康委员会"),)
    document, statements = promise(
        "一", ("二三", FULL), persons=persons, title="t", issuer="省政府", place="510000", date="2024-01"
    )
    document = replace(document, flags=("machine-translated",), sources=(Source("https://example.org/a", "2024", "p"),))
    store.write(document, statements, extractor="7")
    term = Measure(
        "national-regional-medical-center", "国家区域医疗中心", "national regional medical center", "designation"
    )
    expected = sorted([statements[0], replace(statements[1], measure=term)], key=lambda one: one.id)
    assert store.document(document.id) == document
    assert store.statements(document.id) == expected
    assert list(store.all_statements()) == expected
    assert [(one.id, one.date, one.statements, one.extractor) for one in store.documents()] == [
        (document.id, "2024-01", 2, "7")
    ]


def test_the_graph_has_the_shape_that_is_promised(store: Store, promise: Promise) -> None:
    store.write(*promise(("一二", FULL), persons=(("王某", "主任", "省卫生健康委员会"),)))
    ask = """MATCH (s:Commitment:Statement {status: 'planned', measure_id: $id, year: 2025})
        MATCH (s)-[:CONCERNS]->(p:Programme {id: $id}) MATCH (s)-[a:APPLIES_TO]->(c:County)
        MATCH (c)-[:PART_OF]->(:City)-[:PART_OF]->(:Province)-[:PART_OF]->(:Country {code: 'CN'})
        MATCH (s)-[:IN_SPECIALTY]->(k:Specialty) MATCH (s)-[:MADE_BY]->(o:Organization:Government)
        MATCH (s)-[e:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document)-[:FOUND_AT]->(f:Source)
        MATCH (:Person)-[h:HOLDS {title: '主任'}]->(:HealthCommission)
        RETURN p.name_zh, a.value, c.code, k.id, o.name_zh, e.quote, f.uri, h.document = d.id"""
    assert store.read(ask, {"id": "national-regional-medical-center"}).rows == [
        ["国家区域医疗中心", 2.0, "510502", "cardiology", "省政府", "一二", "file:a.txt", True]
    ]
    named = "MATCH (:Statement)-[:NAMES]->(o:Hospital) RETURN o.name_zh, o.city ORDER BY o.name_zh"
    assert store.read(named).rows == [["北京协和医院（协和医院）", "110000"], ["某县中心卫生院", None]]


@pytest.mark.parametrize(
    ("change", "cities"),
    [
        ({}, ["110000", "510500"]),
        ({"status": "withdrawn"}, []),
        ({"value": 0, "value_max": None}, []),
        ({"measure": Measure("maternal-mortality", kind="indicator")}, []),
        ({"measure": Measure(zh="新中心")}, []),
    ],
)
def test_cities_receive_what_is_neither_withdrawn_nor_nothing(
    store: Store, promise: Promise, change: dict[str, Any], cities: list[str]
) -> None:
    store.write(*promise(("一", replace(FULL, **change))))
    ask = "MATCH (c:City)-[r:RECEIVES]->(:Programme) RETURN c.code, r.status, r.year ORDER BY c.code"
    assert store.read(ask).rows == [[code, "planned", 2025] for code in cities]


def test_the_value_is_on_the_place_where_it_holds_for_that_place(store: Store, promise: Promise) -> None:
    store.write(
        *promise(("一", replace(FULL, each=False)), ("二", replace(FULL, places=("510100",), each=False)), ("三", FULL))
    )
    ask = """MATCH (s)-[a:APPLIES_TO]->() WITH s.each AS each, size(s.places) AS places, a.value AS value
        RETURN each, places, collect(DISTINCT value) ORDER BY each, places"""
    assert store.read(ask).rows == [[False, 1, [2.0]], [False, 3, []], [True, 3, [2.0]]]


def test_writing_twice_is_writing_once(store: Store, promise: Promise, content: Content) -> None:
    reading = promise("一", "二二", ("三", FULL))
    store.write(*reading)
    once = content(store)
    store.write(*reading)
    assert content(store) == once


def test_the_order_of_documents_does_not_matter(store: Store, promise: Promise, content: Content) -> None:
    named = Measure(zh="县域 医共体", en="b"), Measure(zh="县域医共体", en="a")
    readings = [
        promise("一", ("同", replace(FULL, measure=named[0])), sources=(Source("file:1"),)),
        promise("二二", ("同", replace(FULL, measure=named[1])), sources=(Source("file:2"),), actor="市政府"),
        promise("三三三", ("同", FULL), sources=(Source("file:3", "2024"),), actor=None),
    ]
    for reading in readings:
        store.write(*reading)
    forward = content(store)
    store.delete_batch([document.id for document, _ in readings])
    for reading in reversed(readings):
        store.write(*reading)
    assert content(store) == forward


def test_replacing_removes_what_is_no_longer_said(store: Store, promise: Promise, content: Content) -> None:
    document, statements = promise("一", ("二", FULL))
    store.write(document, statements[:1])
    less = content(store)
    store.write(document, statements)
    store.write(document, statements[:1])
    assert content(store) == less


def test_deleting_leaves_nothing_behind(store: Store, promise: Promise, content: Content) -> None:
    empty = content(store)
    document, statements = promise(("二", FULL), persons=(("王某", "主任", "省卫生健康委员会"),))
    store.write(document, statements)
    assert store.delete(document.id) is True
    assert content(store) == empty
    assert store.delete(document.id) is False


def test_a_shared_statement_loses_one_piece_of_evidence(store: Store, promise: Promise, content: Content) -> None:
    first = promise("相同的话", "一", sources=(Source("file:1"),), actor="省政府", persons=(("王某", "主任", "甲院"),))
    second = promise(
        "二二", "相同的话", sources=(Source("file:2"),), actor="市政府", persons=(("王某", "主任", "甲院"),)
    )
    store.write(*second)
    alone = content(store)
    store.write(*first)
    shared = next(one for one in store.all_statements() if len(one.evidence) == 2)
    makers = "MATCH (s:Statement {id: $id})-[:MADE_BY]->(o) RETURN o.name_zh ORDER BY o.name_zh"
    assert store.read(makers, {"id": shared.id}).rows == [["市政府"], ["省政府"]]
    store.delete(first[0].id)
    assert content(store) == alone


def test_a_source_whose_text_changed_moves_to_the_new_text(store: Store, promise: Promise, content: Content) -> None:
    old, new = promise("旧的文字"), promise("新文字")
    store.write(*new)
    afresh = content(store)
    store.delete(new[0].id)
    store.write(*old)
    store.write(*new)
    assert store.document(old[0].id) is None
    assert content(store) == afresh


def test_the_same_text_in_two_places_is_one_document_with_two_sources(store: Store, promise: Promise) -> None:
    places = Source("file:1", "2024-05"), Source("file:2", "2023")
    document, statements = promise("同一文字", sources=places[:1])
    store.write(document, statements, extractor="7")
    store.write(replace(document, sources=places[1:]), statements, extractor="7")
    assert store.sources(document.id) == places
    assert [(one.date, one.extractor) for one in store.documents()] == [("2023", "7")]
    store.write(*promise("别的文字", sources=places[1:]), extractor="7")
    left = {one.id: one for one in store.documents()}[document.id]
    assert (left.sources, left.date, left.extractor) == (
        places[:1],
        "2024-05",
        "",
    )  # its date changed: to be read again


def test_line_ends_make_no_difference(store: Store, promise: Promise, content: Content) -> None:
    document, statements = promise("一", "二二")
    store.write(document, statements)
    folded = content(store)
    text = document.text.replace("\n", "\r\n")
    moved = [
        replace(
            one,
            evidence=tuple(
                replace(piece, start=text.index(piece.quote), end=text.index(piece.quote) + len(piece.quote))
                for piece in one.evidence
            ),
        )
        for one in statements
    ]
    store.write(replace(document, text=text), moved)
    assert content(store) == folded


def test_a_batch_is_as_its_documents_one_by_one(store: Store, promise: Promise, content: Content) -> None:
    readings = [promise("一", "同"), promise("二二", "同"), promise("三三三", "同", sources=(Source("file:b"),))]
    for reading in readings:
        store.write(*reading)
    one_by_one = content(store)
    store.delete_batch([document.id for document, _ in readings])
    store.write_batch([Reading(document, tuple(statements)) for document, statements in readings])
    assert content(store) == one_by_one


def run(cypher: str, transaction: neo4j.Transaction) -> None:
    transaction.run(cypher).consume()


def test_keys_are_unique(store: Store, promise: Promise) -> None:
    store.write(*promise("一"))
    for label, key in (
        ("Place", "code"),
        ("Statement", "id"),
        ("Document", "id"),
        ("Passage", "id"),
        ("Organization", "id"),
    ):
        found = f"MATCH (n:{label}) WITH n LIMIT 1 CREATE (m:{label}) SET m.{key} = n.{key} RETURN m"
        with pytest.raises(Exception, match=r"(?i)already|duplicate|exists"):
            store.connection.write(partial(run, found))


def test_a_statement_without_evidence_is_refused(store: Store, promise: Promise, content: Content) -> None:
    empty = content(store)
    document, statements = promise("一", "二")
    with pytest.raises(StoreError, match="no evidence"):
        store.write(document, [statements[0], replace(statements[1], evidence=())])
    with pytest.raises(StoreError, match="not what the text has"):
        store.write(document, [replace(statements[0], evidence=(Evidence(document.id, 0, 1, "九"),))])
    assert content(store) == empty


def test_nothing_of_a_failed_write_remains(
    store: Store, promise: Promise, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, statements = promise("一", ("二", FULL))
    store.write(document, statements[:1])
    before = content(store)
    monkeypatch.setattr("kg.store.cypher.EVIDENCED_BY", "UNWIND $rows AS row RETURN 1/0")
    with pytest.raises(Exception, match=r"(?i)zero|/"):
        store.write(document, statements)
    assert content(store) == before


def test_the_version_changes_with_the_graph(store: Store, promise: Promise) -> None:
    document, statements = promise("一")
    versions = [store.version()]
    store.write(document, statements)
    versions.append(store.version())
    assert store.revisions() == {document.id: versions[1]}
    store.delete(document.id)
    versions.append(store.version())
    assert len(set(versions)) == 3
    assert store.version() == versions[2]


def test_what_is_done_is_known_by_extractor(store: Store, promise: Promise) -> None:
    document, statements = promise("一")
    store.write(document, statements, extractor="1")
    assert store.has(document.id, "1") is True
    assert store.has(document.id, "2") is False
    assert store.read_by("1", [document.id, "0" * 32]) == {document.id}


def test_provinces_and_cities_are_always_there(store: Store) -> None:
    assert store.status()["nodes"]["Place"] > 350
    assert store.read("MATCH (:City)-[:PART_OF]->(p:Province {code: '510000'}) RETURN count(*)").rows == [[21]]
    assert store.read("MATCH (n:City:Province) RETURN count(n)").rows == [[4]]


def test_a_big_document_is_written_and_read(store: Store, promise: Promise) -> None:
    document, statements = promise(*(f"{number}{'字' * 40}" for number in range(1_000)))
    statements = [replace(one, value=float(number)) for number, one in enumerate(statements)]
    store.write(document, statements)
    assert store.statements(document.id) == sorted(statements, key=lambda one: one.id)
    assert store.document(document.id) == document


def test_a_store_opened_for_reading_does_not_write(opener: Opener, store: Store, promise: Promise) -> None:
    with opener(read_only=True) as reader:
        with pytest.raises(ReadOnlyError):
            reader.write(*promise("一"))
        with pytest.raises(ReadOnlyError):
            reader.delete("0")


def test_an_empty_document_is_kept(store: Store) -> None:
    document = Document("没有承诺。\n", "zh", sources=(Source("file:e"),))
    store.write(document, [])
    assert store.document(document.id) == document
    assert store.statements(document.id) == []
    assert store.document("0" * 32) is None
