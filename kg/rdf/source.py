"""What the RDF is made from: the graph store, as far as this package reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from pyoxigraph import NamedNode, Triple

from kg.model import Document, Statement
from kg.rdf.project import document_node, project
from kg.rdf.vocabulary import GRAPH, base
from ontology.vocabulary import Vocabulary


class Source(Protocol):
    """A store that can be read document by document: `kg.store.Store` is one.

    `revisions` gives, by document, a word that changes when what the document says changes.
    """

    def version(self) -> str: ...
    def revisions(self) -> Mapping[str, str]: ...
    def document(self, document_id: str, /) -> Document | None: ...
    def statements(self, document_id: str, /) -> list[Statement]: ...


def graphs(source: Source, vocabulary: Vocabulary) -> Iterator[tuple[NamedNode, frozenset[Triple]]]:
    """The named graphs of a store: the vocabulary's, then one a document, by id."""
    yield GRAPH, frozenset(base(vocabulary))
    for document_id in sorted(source.revisions()):
        yield document_node(document_id), document_graph(source, document_id, vocabulary)


def document_graph(source: Source, document_id: str, vocabulary: Vocabulary) -> frozenset[Triple]:
    """What a document says; nothing when it is gone."""
    document = source.document(document_id)
    return frozenset() if document is None else project(document, source.statements(document_id), vocabulary)
