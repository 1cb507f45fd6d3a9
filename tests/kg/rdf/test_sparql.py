import csv
import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

import kg.rdf.sparql
from kg.errors import (
    KgError,
    MediaTypeError,
    ParameterError,
    QueryMemoryError,
    QuerySyntaxError,
    QueryTimeoutError,
    ReadOnlyError,
)
from kg.rdf.export import exported
from kg.rdf.pool import Pool
from kg.rdf.sparql import RdfStore, open_rdf
from kg.rdf.vocabulary import GRAPH
from ontology.namespaces import uri

from .conftest import NEWS, PLAN, SOUGHT, Shelf

QUERIES = sorted((Path(kg.rdf.sparql.__file__).parent / "queries").glob("*.rq"))
CITIES = "SELECT ?city { ?city hc:receives programme:national-regional-medical-center } ORDER BY ?city"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def rdf() -> Iterator[RdfStore]:
    shelf = Shelf()
    shelf.write(PLAN)
    shelf.write(NEWS)
    with open_rdf(shelf) as store:
        yield store


def column(rdf: RdfStore, query: str, **options: object) -> list[str]:
    rows = csv.reader(rdf.query(query, accept="csv", **options).text.splitlines())  # type: ignore[arg-type]
    return [row[0] for row in rows][1:]


def test_cities_that_receive_a_programme(rdf: RdfStore) -> None:
    assert column(rdf, CITIES) == [uri("place", code) for code in ("510500", "511300")]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_example_query_answers(rdf: RdfStore, path: Path) -> None:
    query = path.read_text("utf-8")
    found = rdf.query(query)
    assert found.rows > 0
    assert rdf.query(query).body == found.body


def test_there_are_ten_example_queries() -> None:
    assert len(QUERIES) >= 10


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_select_gives_the_format_that_others_read(rdf: RdfStore, format: str) -> None:
    query = """SELECT ?name ?value ?none {
        { place:510500 skos:prefLabel ?name } UNION { ?s hc:value ?value } UNION { ?s hc:quote ?name } }"""
    result = rdf.query(query, accept=format)
    rows = len(json.loads(rdf.query(query).text)["results"]["bindings"])
    counted = {
        "json": lambda text: len(json.loads(text)["results"]["bindings"]),
        "xml": lambda text: len(ElementTree.fromstring(text).findall(".//{*}result")),
        "csv": lambda text: len(list(csv.reader(text.splitlines()))) - 1,
        "tsv": lambda text: len(text.splitlines()) - 1,
    }
    assert counted[format](result.text) == rows == result.rows


def test_json_tells_languages_and_datatypes(rdf: RdfStore) -> None:
    query = """SELECT ?name ?value ?text {
        place:510500 skos:prefLabel ?name . FILTER(LANG(?name) = "zh") BIND(8.5 AS ?value) BIND("x" AS ?text) }"""
    assert json.loads(rdf.query(query).text)["results"]["bindings"] == [
        {
            "name": {"type": "literal", "value": "泸州市", "xml:lang": "zh"},
            "value": {"type": "literal", "value": "8.5", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"},
            "text": {"type": "literal", "value": "x"},
        }
    ]


@pytest.mark.parametrize(("format", "true"), [("json", '"boolean":true'), ("xml", "<boolean>true"), ("csv", "true")])
def test_ask_answers_yes(rdf: RdfStore, format: str, true: str) -> None:
    assert true in rdf.query("ASK { place:510500 a hc:City }", accept=format).text


@pytest.mark.parametrize(
    ("format", "parser"), [("turtle", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")]
)
def test_construct_of_everything_is_the_export(rdf: RdfStore, format: str, parser: str) -> None:
    result = rdf.query("CONSTRUCT WHERE { ?s ?p ?o }", accept=format)
    shelf = Shelf()
    shelf.write(NEWS)
    shelf.write(PLAN)
    expected = Graph().parse(data=exported(shelf, "nt"), format="nt")
    assert isomorphic(Graph().parse(data=result.body, format=parser), expected)


def test_construct_may_make_blank_nodes(rdf: RdfStore) -> None:
    result = rdf.query("CONSTRUCT { [] hc:receives ?p } WHERE { ?city hc:receives ?p }")
    assert len(Graph().parse(data=result.body, format="turtle")) == result.rows == 3


def test_describe_gives_the_triples_of_a_city(rdf: RdfStore) -> None:
    assert "泸州市" in rdf.query("DESCRIBE place:510500").text


def test_rows_are_cut_at_the_limit_and_that_is_told(rdf: RdfStore) -> None:
    cut = rdf.query("SELECT * { ?s ?p ?o }", limit=7)
    assert (cut.rows, cut.truncated) == (7, True)
    assert len(json.loads(cut.text)["results"]["bindings"]) == 7
    assert rdf.query(CITIES, limit=2).truncated is False


def test_a_graph_is_what_one_document_says(rdf: RdfStore) -> None:
    news, plan = uri("document", NEWS.id), uri("document", PLAN.id)
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s a hc:Evidence }}"
    assert column(rdf, count.format("")) == ["6"]
    assert column(rdf, count.format(f"FROM <{news}>")) == ["3"]
    assert column(rdf, count.format(""), default_graphs=[plan]) == ["3"]
    assert column(rdf, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g") == sorted([news, plan, GRAPH.value])
    assert column(rdf, "SELECT ?g { GRAPH ?g { ?s a hc:Place } }", named_graphs=[plan]) == []


def test_a_statement_of_two_documents_counts_once(rdf: RdfStore) -> None:
    statement = uri("statement", SOUGHT.id)
    assert column(rdf, f"SELECT (COUNT(*) AS ?n) {{ <{statement}> hc:status ?status }}") == ["1"]


def test_unknown_graph_is_refused(rdf: RdfStore) -> None:
    with pytest.raises(ParameterError, match="none is fetched"):
        rdf.query("SELECT * FROM <http://example.org/other> { ?s ?p ?o }")
    with pytest.raises(ParameterError, match="none is fetched"):
        rdf.query(CITIES, default_graphs=["http://example.org/other"])


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * { ?s ?p }", "line 1, column 19"),
        ("SELECT *\n{ ?s ?p ?o . FILTER(nope(?o)) }", "line 2"),
        ("SELECT * { ?s ?p ?o", "line 1"),
        ("SELECT * { ?s nope:p ?o }", "prefix is not declared"),
    ],
)
def test_syntax_error_tells_the_place(rdf: RdfStore, query: str, place: str) -> None:
    with pytest.raises(QuerySyntaxError, match=place):
        rdf.query(query)


def test_update_and_service_are_refused_and_nobody_is_called(rdf: RdfStore) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        for query in (f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", f"LOAD <{address}>"):
            with pytest.raises(ReadOnlyError):
                rdf.query(query)
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_format_of_another_kind_is_refused(rdf: RdfStore) -> None:
    with pytest.raises(MediaTypeError):
        rdf.query(CITIES, accept="text/turtle")


def test_a_long_query_is_ended_and_the_next_one_answered(rdf: RdfStore) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"0\.5 seconds"):
        rdf.query(ENDLESS, timeout=0.5)
    assert time.monotonic() - started < 3
    assert len(column(rdf, CITIES)) == 2


def test_a_query_that_fills_memory_is_ended(rdf: RdfStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "_pool", Pool(size=1, memory=600 * 1024**2))
    with pytest.raises(QueryMemoryError):
        rdf.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a", timeout=60)
    rdf._pool.close()


def test_threads_ask_at_once_while_one_query_runs_out_of_time(rdf: RdfStore) -> None:
    def endless() -> str:
        with pytest.raises(QueryTimeoutError):
            rdf.query(ENDLESS, timeout=1)
        return "ended"

    with ThreadPoolExecutor(6) as threads:
        long = threads.submit(endless)
        short = [threads.submit(column, rdf, CITIES) for _ in range(20)]
        assert {len(one.result()) for one in short} == {2}
        assert long.result() == "ended"


def test_a_query_process_that_was_killed_is_replaced(rdf: RdfStore) -> None:
    rdf.query(CITIES)
    for worker in rdf._pool._idle:
        worker._process.kill()
        worker._process.wait()
    assert len(column(rdf, CITIES)) == 2


def test_no_process_is_left_after_closing(shelf: Shelf) -> None:
    store = open_rdf(shelf)
    store.query(CITIES)
    (worker,) = store._pool._idle
    store.close()
    assert not worker.alive
    assert threading.active_count() < 10


def test_errors_are_of_the_package(rdf: RdfStore) -> None:
    for query in ("", "DROP ALL", "SELECT", "SELECT * FROM <a:b> {}"):
        with pytest.raises(KgError) as caught:
            rdf.query(query)
        assert caught.value.hint
