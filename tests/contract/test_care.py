"""Backup, restore, copy; and the doctor, who finds what is wrong and sets it right."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import neo4j
import pytest

from kg.errors import StoreError, StoreVersionError
from kg.model import Baseline, Document, Measure, Source, Statement
from kg.review import Decision
from kg.settings import Settings
from kg.store import Store, backup, doctor, open_store
from kg.store.constraints import EDGES
from kg.store.cypher import ENDS

Opener = Callable[..., Store]
Promise = Callable[..., tuple[Document, list[Statement]]]
Content = Callable[[Store], dict[str, list[Any]]]

CENTER = Statement(
    "sought",
    Measure("national-regional-medical-center"),
    level="national",
    value=1.0,
    baseline=Baseline(0.0, "2020"),
    each=True,
    places=("510500", "511322"),
    organizations=("某市医院",),
    specialty="cardiology",
    period="2025",
)


@pytest.fixture
def filled(store: Store, promise: Promise) -> Iterator[Store]:
    persons = (("王某", "主任", "省卫生健康委员会"),)
    one = promise(("一", CENTER), "二二", persons=persons, title="t", date="2024-01", flags=("lost-digits",))
    two = promise("三三三", ("同", CENTER), sources=(Source("file:2", "2023"), Source("https://a.cn/1", None, "p")))
    store.write(*one, extractor="1")
    store.write(*two, extractor="1")
    piece = two[1][0].evidence[0]
    store.decide(Decision("reject", "e", "2026", "w", two[0].id, piece.start, piece.end, two[1][0].id))
    yield store
    for decision in store.decisions():
        store.withdraw(decision.id)


def same(one: Store, other: Store) -> None:
    assert one.documents() == [
        replace(found, revision=mine.revision) for found, mine in zip(other.documents(), one.documents(), strict=True)
    ]
    assert list(one.readings()) == list(other.readings())
    assert one.decisions() == other.decisions()


def test_a_backup_restores_the_same_graph(filled: Store, content: Content, tmp_path: Path, chosen: Settings) -> None:
    counts = backup.backup(filled, tmp_path / "one.gz")
    assert counts == backup.Counts(2, 3, 1)
    with open_store(chosen, data=tmp_path / "new") as new:
        assert backup.restore(tmp_path / "one.gz", new) == counts
        assert content(new) == content(filled)
        same(new, filled)
        backup.backup(new, tmp_path / "two.gz")
        with pytest.raises(StoreError, match="not empty"):
            backup.restore(tmp_path / "one.gz", new)
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_a_copy_there_and_back_is_the_same_graph(
    filled: Store, content: Content, tmp_path: Path, chosen: Settings, opener: Opener
) -> None:
    before = content(filled)
    with open_store(chosen, data=tmp_path / "there") as there:
        backup.copy(filled, there)
        assert content(there) == before
        for decision in filled.decisions():
            filled.withdraw(decision.id)
        filled.delete_batch([document.id for document in filled.documents()])
        backup.copy(there, filled)
        assert content(filled) == before


def test_a_broken_backup_is_told_and_nothing_is_written(filled: Store, tmp_path: Path, chosen: Settings) -> None:
    whole = tmp_path / "whole.gz"
    backup.backup(filled, whole)
    lines = gzip.decompress(whole.read_bytes()).splitlines(keepends=True)
    broken = {
        "cut.gz": whole.read_bytes()[:-20],
        "end.gz": gzip.compress(b"".join(lines[:-1])),
        "lost.gz": gzip.compress(b"".join(lines[:1] + lines[2:])),
        "other.gz": gzip.compress(b"{}\n"),
        "text.gz": b"no gzip at all",
    }
    with open_store(chosen, data=tmp_path / "new") as new:
        for name, found in broken.items():
            (tmp_path / name).write_bytes(found)
            with pytest.raises(StoreError, match="backup"):
                backup.restore(tmp_path / name, new)
        newer = lines[0].replace(b'"schema_version":', b'"schema_version":9')
        (tmp_path / "newer.gz").write_bytes(gzip.compress(b"".join([newer, *lines[1:]])))
        with pytest.raises(StoreVersionError, match=r"schema 9\d"):
            backup.restore(tmp_path / "newer.gz", new)
        with pytest.raises(StoreError, match="no whole backup"):
            backup.restore(tmp_path / "none.gz", new)
        assert new.documents() == []


def test_a_backup_that_cannot_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        backup.backup(filled, tmp_path / "no folder" / "x.gz")


def test_a_sound_graph_has_no_findings(filled: Store) -> None:
    assert doctor.examine(filled) == []


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (:Statement)-[e:EVIDENCED_BY]->() DELETE e",
        "MATCH (s:Statement {measure_id: 'national-regional-medical-center'})-[e:APPLIES_TO]->(:City) DELETE e",
        "MATCH (:Statement)-[e:CONCERNS]->() DELETE e",
        "MATCH ()-[r:RECEIVES]->() DELETE r",
        "MATCH (p:Programme), (c:City {code: '510100'}) CREATE (c)-[:RECEIVES {statement: 'none'}]->(p)",
        "MATCH (:Passage)-[e:IN]->(:Document) DELETE e",
        "MATCH (:Document)-[e:FOUND_AT]->(:Source) DELETE e",
        "MATCH (:Stretch)-[e:OF]->(:Document) DELETE e",
        "MATCH (:Person)-[e:NAMED_IN]->() DELETE e",
        "MATCH (d:Document) SET d.statements = 77",
        "MATCH (n:City {code: '510100'}) DETACH DELETE n",
        "CREATE (:Measure {id: 'open:x'}), (:Programme {id: 'x'}), (:Organization {id: 'x'}), (:Indicator {id: 'y'})",
        "CREATE (:Passage {id: 'x:0', start: 0, end: 1, text: 'x'}), (:Source {uri: 'x'}), (:Specialty {id: 'z'})",
    ],
)
def test_damage_is_found_and_set_right(filled: Store, content: Content, promise: Promise, damage: str) -> None:
    sound = content(filled)
    readings = list(filled.readings())
    filled.connection.write(lambda transaction: transaction.run(damage).consume())
    assert [finding.repaired for finding in doctor.examine(filled)] != []
    assert all(finding.repaired for finding in doctor.examine(filled, repair=True))
    again = doctor.examine(filled, repair=True)
    assert again == [] or doctor.examine(filled, repair=True) == []
    for reading in readings:  # as the next load does
        if not filled.has(reading.document.id, reading.extractor):
            filled.write(reading.document, reading.statements, extractor=reading.extractor)
    if "FOUND_AT" in damage:
        return  # where a document was found cannot be derived; loading from there tells
    assert content(filled) == sound


def test_indexes_of_an_older_version_are_replaced(filled: Store, opener: Opener) -> None:
    def age_indexes(transaction: neo4j.Transaction) -> None:
        transaction.run("DROP INDEX statement_measure_id").consume()
        transaction.run("CREATE INDEX statement_measure FOR (n:Statement) ON (n.measure_id, n.status)").consume()

    if filled.engine != "neo4j":
        pytest.skip("the embedded engine gives indexes names of its own and keeps those of older versions")
    filled.connection.write(lambda transaction: transaction.run("MATCH (g:Graph) SET g.schema_version = 3").consume())
    filled.connection.write(age_indexes)
    with opener() as store:
        assert doctor.examine(store) == []
        names = [row[0] for row in store.read("SHOW INDEXES YIELD name RETURN name").rows]
    assert "statement_measure" not in names
    assert "statement_measure_id" in names


def test_status_counts_the_edges_of_each_kind(filled: Store) -> None:
    counted = filled.read("MATCH ()-[e]->() RETURN type(e) AS kind, count(*) AS count").rows
    assert {kind: count for kind, count in filled.status()["edges"].items() if count} == dict(counted)
    assert set(ENDS) == set(EDGES)


def test_a_missing_index_is_made_again(filled: Store) -> None:
    filled.connection.write(lambda transaction: transaction.run("DROP INDEX statement_year").consume())
    assert [finding.ids for finding in doctor.examine(filled, repair=True)] == [("Statement(year)",)]
    assert doctor.examine(filled) == []
