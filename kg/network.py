"""The part of the graph that a query finds, for NetworkX and for graph programs (GraphML)."""

from __future__ import annotations

import io
from typing import Any, TypeAlias

import networkx as nx

from kg.answer import Readable, Record, every
from kg.ledger import measure_key
from kg.query import Query
from ontology.vocabulary import vocabulary

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def network(query: Query, store: Readable) -> Graph:
    """The statements that a query (of commitments, outcomes or statements) finds, with what they hang on.

    Nodes have `label` (Commitment, Outcome, Place, Measure, Organization, Specialty, Document) and names; edges have
    `type`. Node ids bear their kind before them: `place:510500`. Raises ParameterError where there are too many.
    """
    graph: Graph = nx.MultiDiGraph()
    for row in every(query, store):
        _add(graph, row)
    return graph


def graphml(graph: Graph) -> bytes:
    """The graph as GraphML, the same bytes for the same graph."""
    written = io.BytesIO()
    nx.write_graphml(_sorted(graph), written, encoding="utf-8", named_key_ids=True)
    return written.getvalue()


def node_link(graph: Graph) -> dict[str, Any]:
    """The graph as JSON: {directed, multigraph, nodes: [{id, label, …}], links: [{source, target, type}]}."""
    found: dict[str, Any] = nx.node_link_data(_sorted(graph), edges="links")
    found["links"] = [{name: value for name, value in link.items() if name != "key"} for link in found["links"]]
    return found


def centrality(graph: Graph) -> list[tuple[str, float]]:
    """Places and measures by betweenness in the undirected graph, the most central first."""
    plain = nx.Graph(graph.to_undirected())
    found = nx.betweenness_centrality(plain)
    wanted = [(node, found[node]) for node in plain if graph.nodes[node]["label"] in {"Place", "Measure"}]
    return sorted(wanted, key=lambda each: (-each[1], each[0]))


def _add(graph: Graph, row: Record) -> None:
    statement = f"statement:{row['id']}"
    names = ("status", "level", "value", "value_max", "comparator", "unit", "change", "each", "period", "year")
    graph.add_node(statement, label=row["type"], **{name: row[name] for name in names if row[name] is not None})
    measure = row["measure"]
    _node(graph, f"measure:{measure_key(measure)}", "Measure", _names(measure))
    graph.add_edge(statement, f"measure:{measure_key(measure)}", type="CONCERNS")
    for place in row["place_names"]:
        _node(graph, f"place:{place['code']}", "Place", _names(place))
        graph.add_edge(statement, f"place:{place['code']}", type="APPLIES_TO")
    for name in row["organizations"]:
        _node(graph, f"organization:{name}", "Organization", {"name": name})
        graph.add_edge(statement, f"organization:{name}", type="NAMES")
    if row["specialty"]:
        term = vocabulary().terms.get(row["specialty"])
        called = {"name_zh": term.zh, "name_en": term.en} if term else {}
        _node(graph, f"specialty:{row['specialty']}", "Specialty", called)
        graph.add_edge(statement, f"specialty:{row['specialty']}", type="IN_SPECIALTY")
    for piece in row["evidence"]:
        _node(graph, f"document:{piece['document']}", "Document", {"title": piece["title"]} if piece["title"] else {})
        told = {"start": piece["start"], "end": piece["end"], "quote": _printable(piece["quote"])}
        graph.add_edge(statement, f"document:{piece['document']}", type="EVIDENCED_BY", **told)


def _node(graph: Graph, id: str, label: str, names: dict[str, str]) -> None:
    graph.add_node(id, label=label, **{name: _printable(value) for name, value in names.items()})


def _names(named: dict[str, Any]) -> dict[str, str]:
    return {f"name_{lang}": named[lang] for lang in ("zh", "en") if named.get(lang)}


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n\r")


def _sorted(graph: Graph) -> Graph:
    ordered: Graph = nx.MultiDiGraph()
    ordered.add_nodes_from(sorted(graph.nodes(data=True)))
    edges = sorted(graph.edges(data=True), key=lambda each: (each[0], each[1], each[2]["type"], str(each[2])))
    ordered.add_edges_from(edges)
    return ordered
