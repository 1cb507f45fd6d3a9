"""Dumps of the whole graph: the same documents, loaded in any order, give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.errors import ParameterError
from kg.rdf.line import ordered, subjects
from kg.rdf.source import Source, graphs
from kg.rdf.writers import WRITERS
from ontology.namespaces import PREFIXES, uri
from ontology.vocabulary import Vocabulary, vocabulary

MEDIA_TYPES: Mapping[str, str] = {
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
FORMATS = tuple(MEDIA_TYPES)
_OPEN_MEASURE = f"<{uri('measure')}"
_NAME = f"> <{PREFIXES['skos']}prefLabel> "


def export(source: Source, format: str, file: BinaryIO, *, terms: Vocabulary | None = None) -> int:
    """Write all that a store holds in one of FORMATS to a binary stream, as UTF-8; gives the lines or blocks written.

    N-Quads hold one named graph a document, and one of the vocabulary; the other formats hold the union of them.
    Memory does not grow with the graph: it is sorted on disk. Raises ParameterError for an unknown format.
    """
    if format not in FORMATS:
        raise ParameterError("format", format, f"No export format {format!r}.", suggestions=FORMATS)
    written = 0
    text = io.TextIOWrapper(file, encoding="utf-8", newline="\n", write_through=False)
    for part in _parts(source, format, terms or vocabulary()):
        text.write(part)
        written += 1
    text.detach()
    return written


def exported(source: Source, format: str, *, terms: Vocabulary | None = None) -> bytes:
    """The dump as bytes, for graphs that fit into memory."""
    file = io.BytesIO()
    export(source, format, file, terms=terms)
    return file.getvalue()


def _parts(source: Source, format: str, terms: Vocabulary) -> Iterable[str]:
    if format == "nquads":
        return (f"{line} .\n" for line in ordered(_lines(source, terms, named=True)))
    return WRITERS[format](subjects(_named_once(ordered(_lines(source, terms, named=False)))))


def _lines(source: Source, terms: Vocabulary, *, named: bool) -> Iterator[str]:
    for graph, triples in graphs(source, terms):
        end = f" {graph}" if named else ""
        yield from (f"{triple}{end}" for triple in triples)


def _named_once(lines: Iterable[str]) -> Iterator[str]:
    """Sorted lines, with one preferred name a language of each open measure: documents may space a label otherwise."""
    last = ""
    for line in lines:
        if line.startswith(_OPEN_MEASURE) and _NAME in line:
            key = f"{line.split(' ', 1)[0]} {line.rpartition('@')[2]}"
            if key == last:
                continue
            last = key
        yield line
