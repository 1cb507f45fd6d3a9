import json
from pathlib import Path

from tests.cli.command import Command


def test_status_counts_what_is_there(kg: Command, data: Path) -> None:
    found = json.loads(kg("status", "--data", data, "--format", "json").out)
    assert (found["engine"], found["documents"]) == ("arcadedb", 6)
    assert "documents       6\n" in kg("status", "--data", data).out
