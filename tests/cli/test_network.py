import json
from pathlib import Path

import networkx as nx

from tests.cli.command import Command

SOUGHT = ("status=sought", "programme=national-regional-medical-center")


def test_network_is_graphml_that_networkx_reads(kg: Command, data: Path, tmp_path: Path) -> None:
    kg("network", *SOUGHT, "--data", data, "--out", tmp_path / "sought.graphml")
    graph = nx.read_graphml(tmp_path / "sought.graphml")
    assert {"place:510500", "measure:national-regional-medical-center"} <= set(graph.nodes)
    assert kg("network", *SOUGHT, "--data", data).out == (tmp_path / "sought.graphml").read_text("utf-8")


def test_network_is_json_and_centrality_too(kg: Command, data: Path) -> None:
    found = json.loads(kg("network", *SOUGHT, "--format", "json", "--data", data).out)
    assert "place:510500" in {node["id"] for node in found["nodes"]}
    assert (
        "measure:national-regional-medical-center"
        in kg("network", *SOUGHT, "--format", "centrality", "--data", data).out
    )
