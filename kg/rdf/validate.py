"""Whether an export conforms to the shapes of the ontology. pySHACL is a development dependency."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import Graph

from kg.errors import KgError

GENERATED = Path(__file__).parents[2] / "ontology" / "generated"


@dataclass(frozen=True, slots=True)
class Conformance:
    """`report` is SHACL's validation report as text."""

    conforms: bool
    report: str


def validate(turtle: bytes | str) -> Conformance:
    """Check Turtle (or N-Triples) against the shapes made from the ontology. Takes memory and time by its size.

    Raises KgError where pySHACL is not installed.
    """
    return validate_graph(Graph().parse(data=turtle, format="turtle"))


def validate_graph(graph: Graph) -> Conformance:
    """Check a graph against the shapes made from the ontology."""
    try:
        import pyshacl  # noqa: PLC0415 - not there in production
    except ImportError as error:
        raise KgError("pySHACL is not installed.", hint="Install it: pip install pyshacl.") from error
    conforms, _, report = pyshacl.validate(graph, shacl_graph=_shapes(), advanced=True)
    return Conformance(bool(conforms), str(report))


@cache
def _shapes() -> Graph:
    return Graph().parse(GENERATED / "shapes.ttl", format="turtle")
