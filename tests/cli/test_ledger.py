import json
from pathlib import Path

from tests.cli.command import Command

NEW = ("place=510000", "programme=internet-hospital")


def test_ledger_tells_promise_and_delivery(kg: Command, data: Path) -> None:
    out = kg("ledger", *NEW, "--data", data).out
    assert "2023-03-14  stated     planned 40 count 2023" in out
    assert "2024-02-20  delivered  achieved 43 count 2023 (+3)  «全省新建互联网医院43家»" in out


def test_ledger_gives_threads_to_programs(kg: Command, data: Path) -> None:
    threads = json.loads(kg("ledger", *NEW, "--data", data, "--format", "json").out)
    lines = [json.loads(line) for line in kg("ledger", *NEW, "--data", data, "--format", "jsonl").out.splitlines()]
    assert threads == lines
    assert {"delivered", "stated"} <= {entry["relation"] for thread in threads for entry in thread["entries"]}
