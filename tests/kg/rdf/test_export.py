import io
import itertools
import random
import re

import pytest
from rdflib import SKOS, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.errors import ParameterError
from kg.model import Document, Evidence, Measure, Statement
from kg.rdf import line
from kg.rdf.export import FORMATS, export, exported
from kg.rdf.vocabulary import GRAPH
from ontology.namespaces import uri

from .conftest import NEWS, PLAN, Shelf

PARSERS = {"turtle": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


def parsed(content: bytes, format: str) -> Graph:
    return Graph().parse(data=content, format=PARSERS[format])


@pytest.mark.parametrize("format", [format for format in PARSERS if format != "nt"])
def test_format_parses_to_the_same_graph(shelf: Shelf, format: str) -> None:
    assert isomorphic(parsed(exported(shelf, format), format), parsed(exported(shelf, "nt"), "nt"))


def test_nquads_hold_one_graph_a_document_and_their_union_is_the_other_formats(shelf: Shelf) -> None:
    dataset = Dataset()
    dataset.parse(data=exported(shelf, "nquads"), format="nquads")
    names = {graph.identifier for graph in dataset.graphs() if len(graph)}
    union = Graph()
    for subject, predicate, value, _ in dataset.quads():
        union.add((subject, predicate, value))
    assert names == {URIRef(GRAPH.value), *(URIRef(uri("document", one.id)) for one in (PLAN, NEWS))}
    assert isomorphic(union, parsed(exported(shelf, "nt"), "nt"))


@pytest.mark.parametrize("format", FORMATS)
def test_order_of_loading_does_not_matter(format: str) -> None:
    dumps = set()
    for documents in itertools.permutations((PLAN, NEWS)):
        shelf = Shelf()
        for document in (*documents, documents[0]):
            shelf.write(document)
        dumps.add(exported(shelf, format))
    assert len(dumps) == 1


@pytest.mark.parametrize("format", ["nt", "nquads"])
def test_lines_are_sorted_and_come_once(shelf: Shelf, format: str) -> None:
    lines = exported(shelf, format).decode().splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("format", FORMATS)
def test_no_path_of_the_machine_is_exported(shelf: Shelf, format: str) -> None:
    assert b"/home/someone" not in exported(shelf, format)


def test_unknown_format_is_refused_with_those_that_there_are(shelf: Shelf) -> None:
    with pytest.raises(ParameterError, match="'csv'") as caught:
        export(shelf, "csv", io.BytesIO())
    assert caught.value.suggestions == FORMATS


def test_many_lines_are_sorted_on_disk() -> None:
    numbers = list(range(1000)) * 2
    random.Random(1).shuffle(numbers)
    lines = [f'<a:{number}> <a:b> "甲{number}"' for number in numbers]
    assert list(line.ordered(iter(lines), run=100)) == sorted(set(lines))


def test_literals_of_all_sorts_come_back(shelf: Shelf) -> None:
    import pyoxigraph

    value = 'quote " backslash \\ line\r\nfeed\ttab <&> \x7f \u2028 甲'
    triple = str(
        pyoxigraph.Triple(
            pyoxigraph.NamedNode("http://a/1"), pyoxigraph.NamedNode("http://schema.org/p"), pyoxigraph.Literal(value)
        )
    )
    for format, parser in PARSERS.items():
        from kg.rdf.writers import WRITERS

        text = "".join(WRITERS[format](line.subjects([triple])))
        (found,) = Graph().parse(data=text, format=parser).objects()
        assert str(found) == value


def test_control_characters_become_replacement_characters_in_rdfxml() -> None:
    from kg.rdf.writers import WRITERS

    text = "".join(WRITERS["rdfxml"](line.subjects(['<http://a/1> <http://schema.org/p> "\\u0007"'])))
    assert re.findall(">(.)</schema:p>", text) == ["\ufffd"]


def test_open_measure_that_documents_space_differently_has_one_name() -> None:
    shelf = Shelf()
    for text in ("health care aides", "Healthcare aides"):
        document = Document(text, "en")
        piece = Evidence(document.id, 0, len(text), text)
        shelf.write(document, (Statement("planned", Measure(None, en=text), places=("GB",), evidence=(piece,)),))
    names = (
        Graph()
        .parse(data=exported(shelf, "turtle"), format="turtle")
        .objects(URIRef(uri("measure", "healthcareaides")), SKOS.prefLabel)
    )
    assert list(names) == [Literal("health care aides", lang="en")]
