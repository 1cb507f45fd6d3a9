import json
from pathlib import Path

import pytest

from tests.cli.command import SAMPLES, Command

PLAN = SAMPLES / "sichuan-2023-plan.zh.txt"


def test_documents_are_listed_shown_and_deleted(kg: Command, tmp_path: Path) -> None:
    kg("load", PLAN, "--data", tmp_path)
    (listed,) = json.loads(kg("documents", "list", "--data", tmp_path, "--format", "json").out)
    assert (listed["date"], listed["lang"], listed["place"]) == ("2023-03-14", "zh", "510000")
    shown = json.loads(kg("documents", "show", listed["id"][:6], "--data", tmp_path, "--format", "json").out)
    assert shown["id"] == listed["id"]
    assert len(shown["statements"]) == listed["statements"]
    assert "泸州、南充、宜宾、德阳" in kg("documents", "show", listed["id"], "--data", tmp_path).out
    assert kg("documents", "delete", listed["id"], "--data", tmp_path).out == f"deleted {listed['id']}\n"
    assert json.loads(kg("documents", "list", "--data", tmp_path, "--format", "json").out) == []
    assert (
        kg("cypher", "MATCH (s:Statement) RETURN count(s) AS n", "--data", tmp_path, "--format", "jsonl").out
        == '{"n": 0}\n'
    )


@pytest.mark.parametrize("command", ["show", "delete"])
def test_documents_refuses_an_unknown_id(kg: Command, data: Path, command: str) -> None:
    ran = kg("documents", command, "zz", "--data", data)
    assert (ran.code, ran.err) == (1, "kg: No document has the id zz.\n    `kg documents list` shows all ids.\n")


def test_documents_refuses_an_id_that_means_several(kg: Command, data: Path) -> None:
    assert kg("documents", "delete", "", "--data", data).err.startswith("kg: 6 documents have ids that start with")
