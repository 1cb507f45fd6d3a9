"""What Neo4j's PROFILE shows of the queries that the doors make: indexes, and no scan of a whole label."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from neo4j import Session

from kg.answer import Readable, count, run
from kg.model import Document, Evidence, Measure, Source, Statement
from kg.query import SUBJECTS, Query, Subject
from kg.query.cursor import encode
from kg.query.order import order_of
from kg.store import Reading, Rows, Store
from kg.store import cypher as templates
from kg.store.rows import plain
from ontology.codes import Comparator, Level, Status
from ontology.vocabulary import Term, vocabulary

NAMED = ("Place", "Province", "City", "County", "Programme", "Indicator", "Specialty")  # as many as are known, not told
SCANS = ("AllNodesScan", "LabelScan", "LabelsScan", "TypeScan", "TypesScan", "AllRelationshipsScan")
STATUSES: tuple[Status, ...] = ("planned", "sought", "achieved", "underway")
UNITS = ("count", "count", "percent", "CNY", "per_100k")
COMPARATORS: tuple[Comparator, ...] = ("eq", "ge", "le", "approx")
LEVELS: tuple[Level | None, ...] = ("national", "provincial", "county", None)
FILTERS: dict[str, Any] = {  # None: the id of a node that is there
    "id": None,
    "q": "17 句",
    "receives": ("national-regional-medical-center",),
    "place": ("510100",),
    "measure": ("national-regional-medical-center",),
    "kind": ("designation",),
    "level": ("national",),
    "status": ("sought",),
    "type": "Outcome",
    "year": (2025,),
    "due_after": "2034",
    "due_before": "2016-06",
    "min_value": 2990.0,
    "max_value": 9.0,
    "unit": ("percent",),
    "comparator": ("ge",),
    "change": ("increase",),
    "each": True,
    "part": True,
    "specialty": ("cardiology",),
    "organization": "医院",
    "actor": "第7区人民政府",
    "document": None,
    "statement": None,
    "lang": "en",
}
FILTERED = [(subject, name) for subject, node in SUBJECTS.items() for name in sorted(node.filters - {"descendants"})]
SORTED = [
    (subject, order + sort) for subject, node in SUBJECTS.items() for sort in node.sorts for order in ("", "-")
    if (subject, sort) != ("documents", "title")  # without an index: Neo4j takes no text above 8 kB, and a title may be
]  # fmt: skip
STATEMENTS, DOCUMENTS = 3_000, 300


@pytest.fixture(scope="module")
def grown(shared: Store) -> Iterator[Store]:
    """Enough of a graph that the planner weighs."""
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
    for at in range(DOCUMENTS):
        sentences = [f"第{next(numbers)}句" for _ in range(STATEMENTS // DOCUMENTS)]
        document = Document("\n".join(sentences), "zh", sources=(Source(f"file:{at}", dated(at)),))
        statements = [said(document, sentence, measures, cities) for sentence in sentences]
        yield Reading(document, tuple(statements))


def dated(number: int) -> str | None:
    return None if number % 3 == 0 else f"20{number % 20:02}"


def said(document: Document, sentence: str, measures: list[Term], cities: list[str]) -> Statement:
    number = int(sentence[1:-1])
    start, term = document.text.index(sentence), measures[number % len(measures)]
    persons = ((f"王{number}", "主任", "卫生局"),) if number % 10 == 0 else ()
    evidence = Evidence(
        document.id, start, start + len(sentence), sentence, actor=f"第{number % 80}区人民政府", persons=persons
    )
    return Statement(
        STATUSES[number % 4],
        Measure(term.id, term.zh, term.en, term.kind) if number % 11 else Measure(zh="便民门诊"),
        level=LEVELS[number % 3],
        value=float(number) if number % 3 else None,
        unit=UNITS[number % 5],
        comparator=COMPARATORS[number % 4],
        change="increase" if number % 10 == 0 else "decrease" if number % 10 == 1 else "level",
        places=(cities[number % len(cities)],),
        organizations=(f"第{number % 50}医院",) if number % 10 == 0 else (),
        specialty="cardiology" if number % 40 == 0 else None,
        each=number % 30 == 0,
        part="part" if number % 50 == 0 else None,
        period=str(2015 + number % 20) if number % 7 else None,
        evidence=(evidence,),
    )


def scans(plan: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The operators that read all nodes or edges, or all of a label or type of which documents make ever more."""
    name, what = plan["operatorType"].partition("@")[0], str(plan["args"].get("Details"))
    own = [(name, what)] if name.endswith(SCANS) and not what.endswith(tuple(f":{label}" for label in NAMED)) else []
    return own + [found for child in plan.get("children") or () for found in scans(child)]


def rows(plan: Mapping[str, Any]) -> int:
    """The most rows that any operator gave."""
    return max([int(plan["args"]["Rows"]), *(rows(child) for child in plan.get("children") or ())])


def profiled(store: Store, text: str, parameters: Mapping[str, object]) -> tuple[Rows, Mapping[str, Any]]:
    """What a query gives, and its plan."""

    def work(session: Session) -> tuple[Rows, Mapping[str, Any]]:
        result = session.run(f"PROFILE {text}", dict(parameters))
        rows = Rows(list(result.keys()), [[plain(value) for value in record.values()] for record in result])
        return rows, result.consume().profile or {}

    return store.connection.read(work)


def plans(store: Store, query: Query, asking: Callable[[Query, Readable], object]) -> list[Mapping[str, Any]]:
    """The plans of all that a query asks of the store."""
    found: list[Mapping[str, Any]] = []

    class Profiling:
        def read(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
            rows, plan = profiled(store, cypher, parameters or {})
            found.append(plan)
            return rows

    asking(query, Profiling())
    return found


def scanned(store: Store, query: Query) -> list[tuple[str, str]]:
    both = [*plans(store, query, run), *plans(store, query, count)]
    return [found for plan in both for found in scans(plan)]


@pytest.mark.parametrize(("subject", "name"), FILTERED)
def test_a_filter_is_an_index(grown: Store, subject: Subject, name: str) -> None:
    label = SUBJECTS[subject].indexed if name == "id" else name.title()
    asked: dict[str, Any] = {name: FILTERS[name] or (one(grown, label),)}
    assert scanned(grown, Query(subject=subject, **asked)) == []


@pytest.mark.parametrize("subject", ["statements", "commitments", "evidence"])
def test_what_nearly_everything_fits_is_read_in_the_order_of_an_index(grown: Store, subject: Subject) -> None:
    for name in ("part", "each", "descendants"):
        asked: dict[str, Any] = {name: False}
        found = plans(grown, Query(subject=subject, limit=5, **asked), run)
        assert [scans(plan) for plan in found] == [[] for _ in found]
        assert max(rows(plan) for plan in found) < STATEMENTS / 2


@pytest.mark.parametrize(("subject", "sort"), SORTED)
def test_a_list_is_read_in_the_order_of_an_index(grown: Store, subject: Subject, sort: str) -> None:
    """The first pages, and those behind the last value, of what documents make more of; the rest is short."""
    query = Query(subject=subject, sort=sort, limit=5)
    cursors = [None, run(query, grown).next]
    if order_of(query).nullable:
        cursors.append(encode(query, None, "00000000"))
    for cursor in cursors:
        found = plans(grown, replace(query, cursor=cursor), run)
        assert [scans(plan) for plan in found] == [[] for _ in found]
        assert sort.endswith("status") or max(rows(plan) for plan in found) < STATEMENTS / 2  # a status is a fourth


def one(store: Store, label: str) -> str:
    if label == "Evidence":
        return str(run(Query(subject="evidence", limit=1), store).rows[0]["id"])
    return str(store.read(f"MATCH (n:{label}) RETURN coalesce(n.id, n.code) LIMIT 1").rows[0][0])


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
    assert scans(profiled(grown, text, parameters)[1]) == []
