"""kg export"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from cli.options import Data, Out, Uri, opened
from cli.output import console, target


class Syntax(StrEnum):
    """How the graph is written down."""

    turtle = "turtle"
    nt = "nt"
    nquads = "nquads"
    jsonld = "jsonld"
    rdfxml = "rdfxml"


def export(
    syntax: Annotated[Syntax, typer.Option("--format", help="RDF syntax")] = Syntax.turtle,
    out: Out = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Write the whole graph as RDF, every statement with its provenance. The same documents give the same bytes.

    Examples:

        kg export --format turtle > graph.ttl

        kg export --format nquads --out graph.nq
    """
    from kg.rdf.export import export as write

    with opened(data, store) as source:
        if out is None:
            write(source, syntax.value, sys.stdout.buffer)
            return
        with target(out) as file:
            write(source, syntax.value, file)
    console(stderr=True).print(f"{out}: {out.stat().st_size:,} bytes", markup=False)
