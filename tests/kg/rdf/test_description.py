from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from kg.rdf.description import DATASET, describe
from kg.rdf.export import exported
from kg.rdf.sparql import open_rdf
from ontology.namespaces import curie

from .conftest import Shelf


@pytest.fixture
def described(shelf: Shelf, tmp_path: Path) -> Graph:
    with open_rdf(shelf, tmp_path) as rdf:
        text = describe(rdf, endpoint="http://127.0.0.1/sparql", dumps={"turtle": "http://127.0.0.1/graph.ttl"})
    return Graph().parse(data=text, format="turtle")


def value(graph: Graph, name: str) -> object:
    return graph.value(URIRef(DATASET.value), URIRef(curie(name)))


def test_counts_are_those_of_the_export(described: Graph, shelf: Shelf) -> None:
    triples = len(exported(shelf, "nt").splitlines())
    assert value(described, "void:triples") == Literal(triples)
    assert value(described, "void:documents") == Literal(2)


def test_classes_are_counted(described: Graph) -> None:
    query = "SELECT ?n { ?part void:class hc:Statement ; void:entities ?n }"
    names = {"void": "http://rdfs.org/ns/void#", "hc": curie("hc:")}
    assert [row[0] for row in described.query(query, initNs=names)] == [Literal(5)]  # type: ignore[index]


def test_endpoint_and_dumps_are_told(described: Graph) -> None:
    assert value(described, "void:sparqlEndpoint") == URIRef("http://127.0.0.1/sparql")
    assert value(described, "void:dataDump") == URIRef("http://127.0.0.1/graph.ttl")
