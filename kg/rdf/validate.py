"""Whether an export conforms to the shapes of the ontology. pySHACL is a development dependency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from rdflib import SH, Graph

from kg.errors import KgError
from ontology.namespaces import PREFIXES

GENERATED = Path(__file__).parents[2] / "ontology" / "generated"


@dataclass(frozen=True, slots=True)
class Conformance:
    """`report` tells what does not conform, as text: SHACL's validation report, and a line an offender of a rule."""

    conforms: bool
    report: str


def validate(turtle: bytes | str) -> Conformance:
    """Check Turtle (or N-Triples) against the shapes made from the ontology.

    pySHACL checks the shapes; it would parse the query of a SHACL-SPARQL rule anew for each node, so those are asked of
    pyoxigraph, once each. Some 0.3 ms a triple. Raises KgError where pySHACL is not installed.
    """
    try:
        import pyshacl  # noqa: PLC0415 - not there in production
    except ImportError as error:
        raise KgError("pySHACL is not installed.", hint="Install it: pip install pyshacl.") from error
    graph = Graph().parse(data=turtle, format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=_shapes(), advanced=False)
    offences = list(_offences(turtle))
    return Conformance(bool(conforms) and not offences, "\n".join([str(report), *offences]))


def _offences(turtle: bytes | str) -> Iterator[str]:
    """What the SHACL-SPARQL rules find, all nodes at once."""
    store = pyoxigraph.Store()
    store.load(turtle, pyoxigraph.RdfFormat.TURTLE)
    rules = _rules()
    for rule in sorted(rules.subjects(SH.select), key=str):
        found = store.query(str(rules.value(rule, SH.select)), prefixes=dict(PREFIXES))
        if isinstance(found, pyoxigraph.QuerySolutions):
            yield from sorted(f"{solution[0]}: {rules.value(rule, SH.message)}" for solution in found)


@cache
def _shapes() -> Graph:
    """The shapes without the SHACL-SPARQL rules."""
    graph = _rules()
    without = Graph() + graph
    without.remove((None, SH.sparql, None))
    return without


@cache
def _rules() -> Graph:
    return Graph().parse(GENERATED / "shapes.ttl", format="turtle")
