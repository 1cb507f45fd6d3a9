import json

from tests.cli.command import SAMPLES, Command

PLAN = SAMPLES / "sichuan-2023-plan.zh.txt"


def test_explain_shows_rule_quote_and_what_was_cut(kg: Command) -> None:
    out = kg("explain", PLAN).out
    assert (
        "→ planned  ge  40  internet-hospital  510000  2023   [rule zh.numeric] «全省拟新建互联网医院不少于40家»" in out
    )
    cut = out[out.rindex("cut: ") :]
    assert "某市今年新建12家社区医院" in cut
    assert "→" not in cut


def test_explain_covers_the_whole_text_in_order(kg: Command) -> None:
    parts = [json.loads(line) for line in kg("explain", PLAN, "--format", "jsonl").out.splitlines()]
    text = PLAN.read_text("utf-8")
    assert "".join("".join(part["text"].split()) for part in parts) == "".join(text.split())
    assert all(text[part["start"] : part["end"]] == part["text"] for part in parts)


def test_explain_names_what_was_recognized(kg: Command) -> None:
    assert "互联网医院: facility internet-hospital" in kg("explain", PLAN, "--mentions").out
