"""The shapes hold the exports, and refuse what is wrong."""

import re
from collections.abc import Callable

import pyshacl
import pytest
from rdflib import RDF, SKOS, XSD, Graph, Literal, URIRef

from kg.rdf.export import exported
from kg.rdf.validate import GENERATED, Conformance, validate
from ontology.namespaces import curie, uri

from .conftest import CLINICS, MORTALITY, PILOTS, SOUGHT, Shelf


def node(name: str) -> URIRef:
    return URIRef(curie(name))


def of(statement: object) -> URIRef:
    return URIRef(uri("statement", statement.id))  # type: ignore[attr-defined]


def decimal(value: str) -> Literal:
    return Literal(value, datatype=XSD.decimal)


WRONG: dict[str, tuple[str, Callable[[Graph], object]]] = {
    "no evidence": ("evidence", lambda graph: graph.remove((of(MORTALITY), node("hc:evidence"), None))),
    "no document": ("wasDerivedFrom", lambda graph: graph.remove((of(MORTALITY), node("prov:wasDerivedFrom"), None))),
    "no status": ("status", lambda graph: graph.remove((of(MORTALITY), node("hc:status"), None))),
    "two statuses": ("status", lambda graph: graph.add((of(MORTALITY), node("hc:status"), node("status:sought")))),
    "unknown status": ("status", lambda graph: graph.set((of(MORTALITY), node("hc:status"), node("status:done")))),
    "no measure": ("concerns", lambda graph: graph.remove((of(MORTALITY), node("hc:concerns"), None))),
    "measure that is a place": (
        "concerns", lambda graph: graph.set((of(MORTALITY), node("hc:concerns"), node("place:510500")))),
    "place that is not there": (
        "appliesTo", lambda graph: graph.add((of(MORTALITY), node("hc:appliesTo"), node("place:999999")))),
    "value that is a string": ("value", lambda graph: graph.set((of(MORTALITY), node("hc:value"), Literal("8")))),
    "period that is a string": ("period", lambda graph: graph.set((of(MORTALITY), node("hc:period"), Literal("2025")))),
    "year of another period": (
        "hc:year is the year", lambda graph: graph.set((of(MORTALITY), node("hc:year"), Literal(2026)))),
    "unit that is none": ("A unit is", lambda graph: graph.set((of(MORTALITY), node("hc:unit"), node("unit:beds")))),
    "upper value without a range": (
        "A range, and nothing else", lambda graph: graph.add((of(MORTALITY), node("hc:valueMax"), decimal("9")))),
    "range without an upper value": (
        "A range, and nothing else", lambda graph: graph.remove((of(PILOTS), node("hc:valueMax"), None))),
    "range upside down": (
        "A range, and nothing else", lambda graph: graph.set((of(PILOTS), node("hc:valueMax"), decimal("1")))),
    "all with a value": ("all there are", lambda graph: graph.add((of(CLINICS), node("hc:value"), decimal("9")))),
    "achieved commitment": (
        "An achieved thing", lambda graph: graph.set((of(MORTALITY), node("hc:status"), node("status:achieved")))),
    "outcome that is sought": (
        "An achieved thing", lambda graph: graph.set((of(CLINICS), node("hc:status"), node("status:sought")))),
    "property that no class has": (
        "colour", lambda graph: graph.add((of(MORTALITY), node("hc:colour"), Literal(1)))),
    "two names in a language": (
        "one preferred name",
        lambda graph: graph.add((node("place:510500"), SKOS.prefLabel, Literal("Lu", lang="en")))),
    "name in a third language": (
        "one preferred name",
        lambda graph: graph.add((node("place:510500"), SKOS.prefLabel, Literal("L", lang="fr")))),
    "place without a name": (
        "prefLabel", lambda graph: graph.remove((node("place:510500"), SKOS.prefLabel, None))),
    "place with a code of five digits": (
        "identifier", lambda graph: graph.set((node("place:510500"), node("dcterms:identifier"), Literal("51050")))),
    "county that receives": (
        "Value does not have class",
        lambda graph: graph.add((node("place:510521"), node("hc:receives"), node("programme:village-clinic")))),
    "city that receives by no statement": (
        "hc:receives follows",
        lambda graph: graph.add((node("place:510600"), node("hc:receives"), node("programme:village-clinic")))),
    "baseline without a value": (
        "value", lambda graph: graph.remove((URIRef(of(MORTALITY) + "#baseline"), node("hc:value"), None))),
}  # fmt: skip


@pytest.fixture(scope="module")
def dump() -> bytes:
    from .conftest import NEWS, PLAN

    shelf = Shelf()
    shelf.write(PLAN)
    shelf.write(NEWS)
    return exported(shelf, "turtle")


@pytest.fixture(scope="module")
def small(dump: bytes) -> Graph:
    """The dump without the provinces and cities that nothing refers to: shapes are checked one node at a time."""
    graph = Graph().parse(data=dump, format="turtle")
    kept = {*graph.objects(), node("place:510500")}
    for subject in set(graph.subjects(RDF.type, node("hc:Place"))) - kept:
        graph.remove((subject, None, None))
    return graph


@pytest.fixture
def graph(small: Graph) -> Graph:
    return Graph() + small


def checked(graph: Graph) -> Conformance:
    return validate(graph.serialize(format="nt"))


def test_export_conforms(dump: bytes) -> None:
    result = validate(dump)
    assert (result.conforms, result.report.count("Constraint Violation")) == (True, 0)


@pytest.mark.parametrize("case", WRONG)
def test_shapes_refuse(case: str, graph: Graph) -> None:
    message, spoil = WRONG[case]
    spoil(graph)
    result = checked(graph)
    assert not result.conforms
    assert re.search(message, result.report)


def test_evidence_whose_quote_is_not_as_long_as_its_offsets_is_refused(graph: Graph) -> None:
    selector = next(graph.subjects(node("oa:end"), None))
    graph.set((selector, node("oa:end"), Literal(9999)))
    assert "as long as its offsets" in checked(graph).report


def test_evidence_of_a_statement_that_does_not_have_it_is_refused(graph: Graph) -> None:
    for evidence in list(graph.objects(of(SOUGHT), node("hc:evidence")))[:1]:
        graph.remove((of(SOUGHT), node("hc:evidence"), evidence))
    assert "has it as evidence" in checked(graph).report


def test_the_shapes_alone_refuse_it_too(graph: Graph) -> None:
    """Who validates with another engine takes the rules as SHACL-SPARQL."""
    shapes = Graph().parse(GENERATED / "shapes.ttl", format="turtle")
    assert pyshacl.validate(graph, shacl_graph=shapes)[0]
    graph.set((of(MORTALITY), node("hc:year"), Literal(2026)))
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    assert not conforms
    assert "hc:year is the year" in report
