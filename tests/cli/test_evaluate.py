import json
from pathlib import Path

from tests.cli.command import ROOT, Command

GOLD = ROOT / "tests" / "gold"


def test_eval_reports_documents_fields_and_phenomena(kg: Command) -> None:
    found = json.loads(kg("eval", GOLD / "texts", GOLD / "facts", "--format", "json").out)
    assert len(found["documents"]) >= 12
    assert found["all"]["grounding"] == 1
    assert {"range", "each", "baseline", "status sought"} <= set(found["all"]["phenomena"])


def test_eval_of_gold_held_against_itself_is_perfect(kg: Command) -> None:
    found = json.loads(kg("eval", GOLD / "texts", GOLD / "facts", "--output", GOLD / "facts", "--format", "json").out)
    assert (found["all"]["recall"], found["all"]["precision"], found["all"]["grounding"]) == (1, 1, 1)


def test_eval_shows_errors_on_request(kg: Command, tmp_path: Path) -> None:
    out = kg("eval", GOLD / "texts", GOLD / "facts", "--output", tmp_path, "--errors", "1").out
    assert "missed: 78.5 «average life expectancy in the province is to reach 78.5" in out


def test_eval_without_gold_says_so(kg: Command, tmp_path: Path) -> None:
    assert kg("eval", tmp_path, tmp_path).err.startswith(f"kg: {tmp_path} holds no gold")
