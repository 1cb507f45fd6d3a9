import json
from pathlib import Path

from tests.cli.command import Command

EXAMPLE = ["510500", "510600", "511300", "511500"]


def test_find_lists_rows_with_their_evidence(kg: Command, data: Path) -> None:
    ran = kg("find", "cities", "receives=national-regional-medical-center", "--data", data, "--format", "jsonl")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["code"] for row in rows] == EXAMPLE
    assert all(row["evidence"] for row in rows)
    whole = json.loads(kg("find", "cities", "receives=国家区域医疗中心", "--data", data, "--format", "json").out)
    assert [row["code"] for row in whole["results"]] == EXAMPLE
    assert whole["rest"] == "/v1/cities?receives=national-regional-medical-center"


def test_find_shows_people_a_table(kg: Command, data: Path) -> None:
    out = kg("find", "commitments", "place=成都", "programme=internet-hospital", "--data", data).out
    assert "internet hospital" in out
    assert "Chengdu" in out


def test_find_says_what_would_be_right(kg: Command, data: Path) -> None:
    assert kg("find", "citys", "--data", data).err.startswith("kg: There is no list of 'citys'.\n    There are: ")
    assert "Did you mean receives?" in kg("find", "cities", "recieves=x", "--data", data).err
    assert kg("find", "cities", "receives", "--data", data).err.startswith("kg: 'receives' is not NAME=VALUE.")
