"""Any sequence of loads, replacements and deletions gives the graph of what survives, loaded afresh."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kg.model import Document, Evidence, Measure, Source, Statement
from kg.store import Reading, Store
from kg.store.batch import united

Content = Callable[[Store], dict[str, list[Any]]]
Step = tuple[str, list[Reading]] | tuple[str, int]  # ("write", readings) or ("delete", which)

SENTENCES = ("新增床位五张", "争取国家中心落户", "建设县域中心", "取消试点项目")
SOURCES = (Source("file:0", "2024"), Source("file:1", "2023-05"), Source("file:2"))
MEASURES = (
    Measure("national-regional-medical-center"),
    Measure(zh="县域 医共体", en="b"),
    Measure(zh="县域医共体", en="a"),
    Measure("no-term-of-ours", zh="某物", kind="indicator"),
)
facts = some.builds(
    Statement,
    status=some.sampled_from(["sought", "withdrawn"]),
    measure=some.sampled_from(MEASURES),
    value=some.sampled_from([None, 0.0, 2.0]),
    each=some.booleans(),
    places=some.sampled_from([("510100",), ("510500", "510502"), ("GB",)]),
    organizations=some.sampled_from([(), ("甲医院",), ("甲医院", "乙局")]),
    specialty=some.sampled_from([None, "cardiology"]),
)
actors = some.sampled_from([None, "省政府", "甲医院"])
persons = some.sampled_from([(), (("王某", "主任", "甲医院"),), (("王某", "局长", "乙局"), ("李某", "院长", "甲医院"))])
sentences = some.tuples(some.sampled_from(SENTENCES), facts, actors, persons)


@some.composite
def read(draw: some.DrawFn) -> Reading:
    """A text of one to three sentences, what each says, and where the text was found."""
    drawn = draw(some.lists(sentences, min_size=1, max_size=3))
    text = "".join(f"{sentence}\n" for sentence, *_ in drawn)
    sources = tuple(
        sorted(draw(some.sets(some.sampled_from(SOURCES), min_size=1, max_size=2)), key=lambda one: one.uri)
    )
    document = Document(text, "zh", title=text[:2], sources=sources)
    statements, start = [], 0
    for sentence, statement, actor, named in drawn:
        end = start + len(sentence)
        statements.append(
            replace(statement, evidence=(Evidence(document.id, start, end, sentence, "r", "l", actor, named),))
        )
        start = end + 1
    return Reading(document, tuple(statements))


steps = some.lists(
    some.one_of(
        some.tuples(some.just("write"), some.lists(read(), min_size=1, max_size=3)),
        some.tuples(some.just("delete"), some.integers(0, 5)),
    ),
    min_size=1,
    max_size=6,
)


class Shelf:
    """What is to be there, told without a graph: the last reading of each text, and which text each source has."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.holder: dict[str, tuple[str, Source]] = {}

    def write(self, reading: Reading) -> None:
        key = reading.document.id
        held = [source for source in self._sources(key) if source.uri not in {s.uri for s in reading.document.sources}]
        self.readings[key] = reading
        for source in (*held, *reading.document.sources):
            self.holder[source.uri] = (key, source)
        for other in [other for other in self.readings if not self._sources(other)]:
            del self.readings[other]

    def delete(self, key: str) -> None:
        self.readings.pop(key, None)
        self.holder = {uri: held for uri, held in self.holder.items() if held[0] != key}

    def survivors(self) -> Iterator[Reading]:
        for key, reading in self.readings.items():
            document = replace(reading.document, sources=united(self._sources(key)))
            yield replace(reading, document=document)

    def _sources(self, key: str) -> list[Source]:
        return [source for holder, source in self.holder.values() if holder == key]


def check(store: Store, content: Content, taken: list[Step], order: Random) -> None:
    shelf = Shelf()
    seen: list[str] = []
    for _, what in taken:
        if isinstance(what, list):
            store.write_batch(what)
            seen.extend(reading.document.id for reading in what)
            for reading in what:
                shelf.write(reading)
        elif seen:
            key = seen[what % len(seen)]
            assert store.delete(key) is (key in shelf.readings)
            shelf.delete(key)
    worn = content(store)
    store.delete_batch([document.id for document in store.documents()])
    survivors = list(shelf.survivors())
    order.shuffle(survivors)
    for reading in survivors:
        store.write_batch([reading])
    assert worn == content(store)
    store.delete_batch([document.id for document in store.documents()])


LOOSE = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)


@given(taken=steps, order=some.randoms(use_true_random=False))
@settings(LOOSE, max_examples=25)
def test_a_sequence_is_as_its_survivors(store: Store, content: Content, taken: list[Step], order: Random) -> None:
    if store.engine == "neo4j":
        pytest.skip("shorter below: the same Cypher, on a slower engine")
    check(store, content, taken, order)


@given(taken=steps, order=some.randoms(use_true_random=False))
@settings(LOOSE, max_examples=6)
def test_a_sequence_is_as_its_survivors_on_neo4j(
    store: Store, content: Content, taken: list[Step], order: Random
) -> None:
    if store.engine != "neo4j":
        pytest.skip("longer above")
    check(store, content, taken, order)
