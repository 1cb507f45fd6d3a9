"""One store a test, on each engine: the embedded one, and Neo4j where its jars are (`KG_REQUIRE_NEO4J=1`: must be)."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.model import Document, Evidence, Measure, Source, Statement
from kg.settings import Settings
from kg.store import Store, neo4j_server, open_store
from kg.store.neo4j_server import Neo4jServer

ENGINES = ("arcadedb", "neo4j")
Opener = Callable[..., Store]
Persons = tuple[tuple[str, str, str], ...]
FOUND = Source("file:a.txt")


@pytest.fixture(scope="session")
def chosen() -> Settings:
    return Settings(query_timeout=8.0, query_rows=500, retry_time=5.0)


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> Iterator[Neo4jServer]:
    reason = neo4j_server.missing(chosen.cache)
    if reason and os.environ.get("KG_REQUIRE_NEO4J") == "1":
        pytest.fail(reason)
    if reason:
        pytest.skip(f"{reason}; .ci/run runs this")
    server = neo4j_server.start(tmp_path_factory.mktemp("neo4j"), chosen, password="only-for-tests")
    yield server
    neo4j_server.stop(server.home)


@pytest.fixture(scope="session")
def embedded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("embedded")


@pytest.fixture(scope="session", params=ENGINES)
def opener(request: pytest.FixtureRequest, chosen: Settings) -> Opener:
    """Opens the store of an engine, each time anew."""
    if request.param == "arcadedb":
        folder = request.getfixturevalue("embedded_folder")
        return lambda **more: open_store(chosen, data=folder, **more)
    server = request.getfixturevalue("neo4j_home")
    owner = chosen.model_copy(update={"password": Settings(password=server.password).password})
    return lambda **more: open_store(owner, uri=server.uri, **more)


@pytest.fixture(scope="session")
def shared(opener: Opener) -> Iterator[Store]:
    with opener() as store:
        yield store


@pytest.fixture
def store(shared: Store, deprecations: list[str]) -> Iterator[Store]:
    """An empty store; what a test leaves is deleted the way a user deletes it."""
    wipe(shared)
    yield shared
    wipe(shared)
    assert deprecations == []


@pytest.fixture
def deprecations() -> Iterator[list[str]]:
    """What the engine says of deprecated Cypher."""
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("neo4j.notifications")
    logger.addHandler(handler)
    yield said
    logger.removeHandler(handler)


def wipe(store: Store) -> None:
    store.delete_batch([document.id for document in store.documents()])


@pytest.fixture
def content() -> Callable[[Store], Any]:
    return graph_content


@pytest.fixture
def promise() -> Callable[..., tuple[Document, list[Statement]]]:
    return promise_of


def graph_content(store: Store) -> dict[str, list[Any]]:
    """Every node and edge, sorted, without what only tells when and by what it was written."""
    nodes = store.read("MATCH (n) WHERE NOT n:Graph RETURN labels(n), properties(n)").rows
    ends = ", ".join(f"coalesce({end}.id, {end}.code, {end}.uri)" for end in ("a", "b"))
    edges = store.read(f"MATCH (a)-[e]->(b) RETURN {ends}, type(e), properties(e)").rows
    for row in nodes:
        row[0] = sorted(row[0])
        for name in ("revision", "extractor"):
            row[1].pop(name, None)
    return {"nodes": sorted(nodes, key=repr_sorted), "edges": sorted(edges, key=repr_sorted)}


def repr_sorted(row: list[Any]) -> str:
    return repr([sorted(part.items()) if isinstance(part, dict) else part for part in row])


def promise_of(
    *facts: str | tuple[str, Statement], actor: str | None = "省政府", persons: Persons = (), **document: Any
) -> tuple[Document, list[Statement]]:
    """A document of one line a fact, each stating one thing: a sentence, or a sentence and what it states."""
    pairs = [(fact, planned(fact)) if isinstance(fact, str) else fact for fact in facts]
    found = Document(
        "".join(f"{sentence}\n" for sentence, _ in pairs), **{"lang": "zh", "sources": (FOUND,), **document}
    )
    statements, start = [], 0
    for sentence, statement in pairs:
        end = start + len(sentence)
        piece = Evidence(found.id, start, end, sentence, "test", statement.measure.key, actor, persons)
        statements.append(replace(statement, evidence=(piece,)))
        start = end + 1
    return found, statements


def planned(sentence: str, **more: Any) -> Statement:
    """So many beds in Chengdu: as many as the sentence is long."""
    said = {"measure": Measure(zh="病床"), "value": float(len(sentence)), "places": ("510100",), "period": "2025"}
    return Statement(**{"status": "planned", **said, **more})
