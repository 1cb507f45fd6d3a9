"""The graph around a query's statements, for NetworkX and GraphML."""

from __future__ import annotations

import io
from collections import Counter

import networkx as nx

from kg.network import centrality, graphml, network, node_link
from kg.query import Query
from kg.store import Store

CENTER = Query(subject="statements", measure=("national-regional-medical-center",))


def test_statements_hang_on_what_they_name(asked_store: Store) -> None:
    graph = network(CENTER, asked_store)
    assert Counter(data["label"] for _, data in graph.nodes(data=True)) == {
        "Commitment": 2, "Measure": 1, "Place": 5, "Document": 2,
    }  # fmt: skip
    assert Counter(data["type"] for _, _, data in graph.edges(data=True)) == {
        "CONCERNS": 2, "APPLIES_TO": 5, "EVIDENCED_BY": 2,
    }  # fmt: skip
    assert graph.nodes["place:510500"] == {"label": "Place", "name_zh": "泸州市", "name_en": "Luzhou"}


def test_graphml_is_read_back_and_is_the_same_each_time(asked_store: Store) -> None:
    written = graphml(network(CENTER, asked_store))
    assert written == graphml(network(CENTER, asked_store))
    again = nx.read_graphml(io.BytesIO(written))
    assert set(again.nodes) == set(network(CENTER, asked_store).nodes)


def test_node_link_is_read_back(asked_store: Store) -> None:
    data = node_link(network(CENTER, asked_store))
    again = nx.node_link_graph(data, edges="links")
    assert again.number_of_edges() == len(data["links"]) == 9


def test_the_measure_is_the_most_central(asked_store: Store) -> None:
    assert centrality(network(CENTER, asked_store))[0][0] == "measure:national-regional-medical-center"


def test_nothing_gives_an_empty_graph(asked_store: Store) -> None:
    assert len(network(Query(subject="statements", id=("none",)), asked_store)) == 0
