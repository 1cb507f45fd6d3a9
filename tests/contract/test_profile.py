"""What Neo4j's PROFILE shows of the queries that the doors make: indexes, and no scan of a whole label."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from kg.model import Document, Evidence, Measure, Source, Statement
from kg.query import Query, Subject, cypher
from kg.store import Reading, Store
from kg.store import cypher as templates
from ontology.codes import Comparator, Level, Status
from ontology.vocabulary import Term, vocabulary

STATUSES: tuple[Status, ...] = ("planned", "sought", "achieved", "underway")
UNITS = ("count", "count", "percent", "CNY", "per_100k")
COMPARATORS: tuple[Comparator, ...] = ("eq", "ge", "le", "approx")
LEVELS: tuple[Level | None, ...] = ("national", "provincial", "county", None)
FILTERS: dict[str, tuple[str | int, ...] | str | float | None] = {
    "measure": ("national-regional-medical-center",),
    "place": ("510100",),
    "document": None,
    "statement": None,
    "year": (2025,),
    "status": ("sought",),
    "kind": ("designation",),
    "level": ("national",),
    "specialty": ("cardiology",),
    "q": "17 句",
    "actor": "人民政府",
    "organization": "医院",
    "due_before": "2016-06",
    "due_after": "2034",
    "min_value": 2990.0,
    "max_value": 9.0,
    "unit": ("percent",),
    "comparator": ("ge",),
    "change": ("increase",),
}
SUBJECTS = ("statements", "commitments", "cities", "indicators", "organizations", "documents", "evidence")


@pytest.fixture(scope="module")
def grown(shared: Store) -> Iterator[Store]:
    """Enough of a graph that the planner weighs: three hundred documents, three thousand statements."""
    if shared.engine != "neo4j":
        pytest.skip("the embedded engine has no PROFILE that tells its operators")
    shared.write_batch(documents())
    yield shared
    shared.delete_batch([document.id for document in shared.documents()])


def documents() -> Iterator[Reading]:
    terms = vocabulary()
    measures = [term for term in terms.terms.values() if term.kind == "indicator"][:60]
    measures += [terms.terms["national-regional-medical-center"]]
    cities = [code for code in terms.places if terms.is_city(code)]
    numbers = itertools.count()
    for at in range(300):
        sentences = [f"第{next(numbers)}句" for _ in range(10)]
        document = Document("\n".join(sentences), "zh", sources=(Source(f"file:{at}"),))
        statements = [said(document, sentence, measures, cities) for sentence in sentences]
        yield Reading(document, tuple(statements))


def said(document: Document, sentence: str, measures: list[Term], cities: list[str]) -> Statement:
    number = int(sentence[1:-1])
    start, term = document.text.index(sentence), measures[number % len(measures)]
    return Statement(
        STATUSES[number % 4],
        Measure(term.id, term.zh, term.en, term.kind),
        level=LEVELS[number % 3],
        value=float(number),
        unit=UNITS[number % 5],
        comparator=COMPARATORS[number % 4],
        change="increase" if number % 10 == 0 else "decrease" if number % 10 == 1 else "level",
        places=(cities[number % len(cities)],),
        organizations=(f"第{number % 50}医院",) if number % 10 == 0 else (),
        specialty="cardiology" if number % 40 == 0 else None,
        period=str(2015 + number % 20),
        evidence=(Evidence(document.id, start, start + len(sentence), sentence, actor=f"第{number % 80}区人民政府"),),
    )


def scans(plan: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The operators that read a whole label or all nodes."""
    name = plan["operatorType"].partition("@")[0]
    own = [(name, plan["args"].get("Details"))] if name in {"AllNodesScan", "NodeByLabelScan"} else []
    return own + [found for child in plan.get("children") or () for found in scans(child)]


def profiled(store: Store, text: str, parameters: dict[str, Any]) -> Mapping[str, Any]:
    found = store.connection.read(lambda transaction: transaction.run(f"PROFILE {text}", parameters).consume().profile)
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted(FILTERS))
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_filter_is_an_index(grown: Store, subject: Subject, name: str) -> None:
    asked: dict[str, Any] = {name: FILTERS[name] or (one(grown, name.title()),)}
    query = cypher(Query(subject=subject, **asked))
    assert scans(profiled(grown, query.text, dict(query.parameters))) == []


def one(store: Store, label: str) -> str:
    return str(store.read(f"MATCH (n:{label}) RETURN n.id LIMIT 1").rows[0][0])


@pytest.mark.parametrize(
    "name",
    [
        "STATE", "SOURCES_OF", "TAKE_SOURCES", "KNOWN_STATEMENTS", "STATEMENTS_OF", "PASSAGES_OF", "PERSONS_OF",
        "UNSUPPORTED", "NEIGHBOURS", "ACTORS", "MAKERS", "OPEN_TERMS", "DOCUMENT", "STATED", "STATED_BY", "EVIDENCE",
        "READ_BY", "DECISIONS_FOR", "CORRECTED_TO", "STATING", "BODIES_OF",
    ],
)  # fmt: skip
def test_what_the_store_asks_of_some_nodes_scans_none(grown: Store, name: str) -> None:
    text = getattr(templates, name)
    parameters = {
        "ids": [one(grown, "Document"), one(grown, "Statement")],
        "rows": [{"uri": "file:1", "document": "0"}],
        **dict.fromkeys(("id", "graph", "extractor", "document", "reading", "key"), "x"),
        **dict.fromkeys(("start", "end"), 1),
    }
    if name == "TAKE_SOURCES":
        text = text.replace("DELETE f ", "")
    assert scans(profiled(grown, text, parameters)) == []
