import json
from pathlib import Path

import pytest

from tests.cli.command import Command

TEXT = "四川省卫生健康委员会2024年工作要点\n2024年2月20日\n全省将新建互联网医院30家。\n全省将新建社区医院12家。\n"


@pytest.fixture
def loaded(kg: Command, tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    kg("load", tmp_path / "plan.txt", "--data", tmp_path / "data")
    return tmp_path / "data"


def said(kg: Command, data: Path) -> dict[float, dict[str, object]]:
    return {
        row["value"]: row
        for row in map(json.loads, kg("review", "list", "--data", data, "--format", "jsonl").out.splitlines())
    }


def test_decisions_change_the_graph_and_outlive_a_reload(kg: Command, loaded: Path) -> None:
    before = said(kg, loaded)
    assert set(before) == {30, 12}
    here = ("--data", loaded, "--by", "Wang Li", "--why", "checked")
    assert kg("review", "reject", before[12]["id"], *here).code == 0
    assert kg("review", "correct", str(before[30]["id"])[:10], "value", "35", *here).code == 0
    assert set(said(kg, loaded)) == {35}
    kg("load", loaded.parent / "plan.txt", "--again", "--data", loaded)
    assert set(said(kg, loaded)) == {35}
    taken = json.loads(kg("review", "decisions", "--data", loaded, "--format", "json").out)
    assert [(each["verdict"], each["by"], each["why"]) for each in taken] == [
        ("reject", "Wang Li", "checked"),
        ("correct", "Wang Li", "checked"),
    ]


def test_a_withdrawn_decision_holds_no_more_after_the_next_load(kg: Command, loaded: Path) -> None:
    kg("review", "reject", said(kg, loaded)[12]["id"], "--data", loaded)
    (taken,) = json.loads(kg("review", "decisions", "--data", loaded, "--format", "json").out)
    assert kg("review", "withdraw", taken["id"], "--data", loaded).out.startswith(
        "withdrawn; the next load reads again: "
    )
    kg("load", loaded.parent / "plan.txt", "--data", loaded)
    assert set(said(kg, loaded)) == {30, 12}


def test_review_refuses_what_does_not_fit(kg: Command, loaded: Path) -> None:
    id = said(kg, loaded)[30]["id"]
    assert "is no field that can be corrected" in kg("review", "correct", id, "colour", "red", "--data", loaded).err
    assert kg("review", "accept", "zz", "--data", loaded).err.startswith("kg: No statement has the id zz.")
    assert kg("review", "accept", "", "--data", loaded).err.startswith("kg: 2 statements have ids that start with")
    assert "is no term of the vocabulary" in kg("review", "merge", "社区医院", "nonsense", "--data", loaded).err
    assert kg("review", "withdraw", "decision-1", "--data", loaded).err.startswith("kg: There is no decision")
