import json
from pathlib import Path

import pytest

from tests.cli.command import SAMPLES, Command

FACT = "2023年,四川省将新建互联网医院40家。\n"


def test_load_passes_over_what_the_store_has(kg: Command, tmp_path: Path) -> None:
    first = json.loads(kg("load", SAMPLES, "--data", tmp_path, "--format", "json").out)
    assert (first["documents"], first["unchanged"], first["failures"]) == (6, 0, [])
    assert first["statements"] > 50
    again = json.loads(kg("load", SAMPLES, "--data", tmp_path, "--format", "json").out)
    assert again == {"documents": 0, "statements": 0, "unchanged": 6, "failures": [], "passed": []}


def test_load_goes_on_after_bad_files_and_names_each_reason(kg: Command, tmp_path: Path) -> None:
    bad = {
        "encoding.txt": bytes(range(128, 256)),
        "picture.txt": b"\x89PNG\r\n\x1a\n",
        "empty.txt": b"\n",
        "russian.txt": "Министерство здравоохранения построит 12 больниц.".encode(),
        "broken.pdf": b"%PDF-1.7",
    }
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, raw in {**bad, "good.txt": FACT.encode("gb18030"), "table.csv": b"a,b"}.items():
        (folder / name).write_bytes(raw)
    ran = kg("load", folder, tmp_path / "nowhere.txt", "--data", tmp_path / "data")
    assert ran.code == 3
    assert ran.out.startswith("1 document loaded, 1 statement in them\n1 file of other kinds passed over: ")
    for reason in ("unknown encoding", "is a picture", "is empty", "Cyrillic script", "no PDF", "no such file"):
        assert reason in ran.out


@pytest.mark.parametrize("content", ["", "\ufeff\r\n"])
def test_load_of_nothing_readable_fails(kg: Command, tmp_path: Path, content: str) -> None:
    file = tmp_path / "empty.txt"
    file.write_text(content, encoding="utf-8")
    ran = kg("load", file, "--data", tmp_path / "data")
    assert (ran.code, ran.out) == (
        1,
        "0 documents loaded, 0 statements in them\n"
        f"not read: {file}: empty.txt is empty. Check that the file is complete.\n",
    )


def test_load_of_nothing_makes_no_store(kg: Command, tmp_path: Path) -> None:
    ran = kg("load", tmp_path / "nowhere", "--data", tmp_path / "data")
    assert ran.code == 1
    assert "There is no such file or folder." in ran.out
    assert not (tmp_path / "data").exists()
