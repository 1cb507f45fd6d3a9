"""The formats of an export: each writes subjects in their order as text, and holds none of them back."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.rdf.line import Subject
from kg.rdf.writers.jsonld import jsonld
from kg.rdf.writers.ntriples import ntriples
from kg.rdf.writers.rdfxml import rdfxml
from kg.rdf.writers.turtle import turtle

__all__ = ["WRITERS", "Writer"]

Writer = Callable[[Iterable[Subject]], Iterator[str]]

WRITERS: Mapping[str, Writer] = {"turtle": turtle, "nt": ntriples, "jsonld": jsonld, "rdfxml": rdfxml}
