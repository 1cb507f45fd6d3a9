import json
from pathlib import Path

from tests.cli.command import SAMPLES, Command

PLAN = SAMPLES / "sichuan-2023-plan.zh.txt"
FIELDS = {
    "type", "status", "measure", "level", "value", "value_max", "comparator", "unit", "change", "baseline", "each",
    "places", "actor", "organizations", "period", "evidence", "specialty", "part", "persons", "rule", "id",
}  # fmt: skip


def test_extract_prints_records_whose_quotes_stand_in_the_text(kg: Command) -> None:
    ran = kg("extract", PLAN, "--format", "jsonl")
    records = [json.loads(line) for line in ran.out.splitlines()]
    text = PLAN.read_bytes().decode("utf-8")
    assert ran.code == 0
    assert {field for record in records for field in record} == FIELDS
    assert all(text[e["start"] : e["end"]] == e["quote"] for record in records for e in record["evidence"])
    new = next(record for record in records if record["value"] == 40)
    assert new["measure"]["id"] == "internet-hospital"
    assert (new["comparator"], new["places"], new["period"], new["status"]) == ("ge", ["510000"], "2023", "planned")


def test_extract_gives_offsets_into_a_text_with_mark_and_carriage_returns(kg: Command, tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + PLAN.read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "plan.txt").write_bytes(raw)
    records = [json.loads(line) for line in kg("extract", tmp_path / "plan.txt").out.splitlines()]
    text = raw.decode("utf-8")
    assert len(records) > 10
    assert all(text[e["start"] : e["end"]] == e["quote"] for record in records for e in record["evidence"])


def test_extract_writes_a_file_for_each_document(kg: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    ran = kg("extract", PLAN, tmp_path / "empty.txt", SAMPLES / "sichuan-2023-plan.en.txt", "--out", tmp_path / "facts")
    assert (ran.code, ran.out) == (3, "")
    assert "not read: empty.txt is empty" in ran.err
    assert sorted(file.name for file in (tmp_path / "facts").iterdir()) == [
        "sichuan-2023-plan.en.jsonl",
        "sichuan-2023-plan.zh.jsonl",
    ]


def test_extract_reads_standard_input(kg: Command) -> None:
    ran = kg("extract", "-", given="2023年,四川省将新建互联网医院40家。")
    assert json.loads(ran.out)["value"] == 40


def test_extract_of_several_files_asks_where_to_write(kg: Command) -> None:
    ran = kg("extract", PLAN, PLAN)
    assert (ran.code, ran.err) == (1, "kg: Several files need a folder to write to.\n    Add --out DIR.\n")
