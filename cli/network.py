"""kg network"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from cli.filter import Filters, filtered
from cli.options import Data, Out, Uri, opened
from cli.output import print_json, target


class Syntax(StrEnum):
    """How the network is written down."""

    graphml = "graphml"
    json = "json"
    centrality = "centrality"


def network(
    filters: Filters = None,
    syntax: Annotated[
        Syntax, typer.Option("--format", help="GraphML, node-link JSON, or the most central places and measures")
    ] = Syntax.graphml,
    out: Out = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Write the part of the graph that some statements span, for NetworkX, Gephi, Cytoscape.

    Examples:

        kg network place=510000 status=sought --out sought.graphml

        kg network --format centrality
    """
    from kg.network import centrality, graphml, node_link
    from kg.network import network as spanned

    with opened(data, store) as source:
        graph = spanned(filtered("statements", filters), source)
    if syntax is Syntax.json:
        print_json(node_link(graph))
    elif syntax is Syntax.centrality:
        for node, central in centrality(graph):
            print(f"{central:.4f}  {node}")
    elif out is None:
        sys.stdout.buffer.write(graphml(graph))
    else:
        with target(out) as file:
            file.write(graphml(graph))
