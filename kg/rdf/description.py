"""The dataset described: what it is about (DCAT), how it is made of triples (VoID), and where it can be had."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.export import MEDIA_TYPES
from kg.rdf.line import subjects
from kg.rdf.sparql import RdfStore
from kg.rdf.triple import about, integer, iri, named, text
from kg.rdf.writers import WRITERS
from ontology.namespaces import BASE, ONTOLOGY, PREFIXES

DATASET = NamedNode(BASE + "dataset")
_USED = ("dcterms", "geo", "oa", "org", "prov", "schema", "skos")
_TITLES = (("Health reform commitments", "en"), ("医改承诺知识图谱", "zh"))
_ABOUT = "What governments promised for their health systems, what came of it, and the documents that say so."
_COUNTS = {
    "void:triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "void:distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "void:documents": "SELECT (COUNT(*) AS ?n) { ?d a hc:Document }",
}
_CLASSES = "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"


def describe(
    rdf: RdfStore, *, endpoint: str | None = None, dumps: Mapping[str, str] | None = None, timeout: float = 60.0
) -> str:
    """The description as Turtle. `endpoint` is the address of the SPARQL endpoint, `dumps` those of exports by format.

    Raises what `RdfStore.query` raises.
    """
    triples = [*_dataset(rdf, endpoint, timeout), *_classes(rdf, timeout), *_distributions(dumps or {})]
    return "".join(WRITERS["turtle"](subjects(sorted({str(triple) for triple in triples}))))


def _dataset(rdf: RdfStore, endpoint: str | None, timeout: float) -> Iterator[Triple]:
    yield from about(
        DATASET,
        {
            "rdf:type": [iri("void:Dataset"), iri("dcat:Dataset")],
            "dcterms:title": [Literal(title, language=lang) for title, lang in _TITLES],
            "dcterms:description": named(_ABOUT, "en"),
            "dcterms:conformsTo": NamedNode(ONTOLOGY),
            "void:uriSpace": text(BASE),
            "void:vocabulary": [NamedNode(PREFIXES["hc"]), *(NamedNode(PREFIXES[name]) for name in _USED)],
            "void:sparqlEndpoint": NamedNode(endpoint) if endpoint else None,
            **{name: integer(int(_rows(rdf, query, timeout)[0][0])) for name, query in _COUNTS.items()},
        },
    )


def _classes(rdf: RdfStore, timeout: float) -> Iterator[Triple]:
    for name, count in _rows(rdf, _CLASSES, timeout):
        part = NamedNode(f"{DATASET.value}#{name.rsplit('/', 1)[1].replace('#', '-')}")
        yield Triple(DATASET, iri("void:classPartition"), part)
        yield from about(part, {"void:class": NamedNode(name), "void:entities": integer(int(count))})


def _distributions(dumps: Mapping[str, str]) -> Iterator[Triple]:
    for format, address in sorted(dumps.items()):
        part, dump = NamedNode(f"{DATASET.value}#{format}"), NamedNode(address)
        yield from about(DATASET, {"dcat:distribution": part, "void:dataDump": dump})
        media = NamedNode(f"https://www.iana.org/assignments/media-types/{MEDIA_TYPES[format]}")
        yield from about(
            part, {"rdf:type": iri("dcat:Distribution"), "dcat:downloadURL": dump, "dcat:mediaType": media}
        )


def _rows(rdf: RdfStore, query: str, timeout: float) -> list[list[str]]:
    return list(csv.reader(rdf.query(query, accept="csv", timeout=timeout).text.splitlines()))[1:]
