from pathlib import Path

import pytest

from tests.cli.command import SAMPLES, Command


@pytest.mark.parametrize("syntax", ["turtle", "nt", "nquads", "jsonld", "rdfxml"])
def test_export_writes_the_graph_in_every_syntax(kg: Command, data: Path, tmp_path: Path, syntax: str) -> None:
    printed = kg("export", "--format", syntax, "--data", data)
    kg("export", "--format", syntax, "--data", data, "--out", tmp_path / "graph")
    assert printed.code == 0
    assert (tmp_path / "graph").read_text("utf-8") == printed.out
    assert "泸州" in printed.out


def test_export_is_the_same_whatever_the_order_of_loading(kg: Command, tmp_path: Path) -> None:
    files = sorted(SAMPLES.iterdir())
    kg("load", *files, "--data", tmp_path / "one")
    kg("load", *reversed(files), "--data", tmp_path / "other")
    kg("load", SAMPLES, "--again", "--data", tmp_path / "other")
    one, other = (kg("export", "--format", "nquads", "--data", tmp_path / name).out for name in ("one", "other"))
    assert one == other


@pytest.mark.parametrize("command", ["export", "network"])
def test_a_file_that_cannot_be_written_is_an_error_with_a_hint(
    kg: Command, data: Path, tmp_path: Path, command: str
) -> None:
    done = kg(command, "--data", data, "--out", tmp_path / "nowhere" / "graph")
    assert done.code == 1
    assert "cannot be written" in done.err
    assert "Choose another file." in done.err
