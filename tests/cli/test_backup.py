from pathlib import Path

from tests.cli.command import Command


def test_backup_restore_and_copy_keep_every_byte_of_the_export(kg: Command, data: Path, tmp_path: Path) -> None:
    exported = kg("export", "--format", "nquads", "--data", data).out
    file = tmp_path / "graph.jsonl.gz"
    assert kg("backup", file, "--data", data).out.startswith("6 documents, ")
    assert kg("restore", file, "--data", tmp_path / "restored").code == 0
    assert kg("export", "--format", "nquads", "--data", tmp_path / "restored").out == exported
    assert kg("copy", "--to", tmp_path / "copied", "--data", tmp_path / "restored").code == 0
    assert kg("export", "--format", "nquads", "--data", tmp_path / "copied").out == exported


def test_restore_refuses_a_store_that_is_not_empty_and_a_broken_file(kg: Command, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl.gz"
    kg("backup", file, "--data", data)
    assert "is not empty" in kg("restore", file, "--data", data).err
    file.write_bytes(file.read_bytes()[:-20])
    assert "is no whole backup" in kg("restore", file, "--data", tmp_path / "other").err
    assert kg("restore", tmp_path / "gone", "--data", tmp_path / "other").err.startswith("kg: There is no file")
