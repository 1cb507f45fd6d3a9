import os
from pathlib import Path

from loaders.files import files


def test_files_goes_through_folders_in_order_and_takes_each_once(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/one.md", "a.html", "b/.hidden.txt", ".git/x.txt", "b/table.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "b" / "again.txt").symlink_to(tmp_path / "b" / "two.txt")
    found = files([tmp_path / "b", tmp_path / "b" / "two.txt", tmp_path, tmp_path / "nowhere"])
    assert [path.relative_to(tmp_path).as_posix() for path in found.readable] == ["b/again.txt", "b/one.md", "a.html"]
    assert [Path(path).name for path in found.passed] == ["table.csv"]
    assert [failure.path for failure in found.missing] == [str(tmp_path / "nowhere")]


def test_files_takes_a_hidden_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text("x")
    assert files([tmp_path / ".hidden.txt"]).readable == (tmp_path / ".hidden.txt",)


def test_files_waits_for_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    inside, named = files([tmp_path]), files([tmp_path / "pipe.txt"])
    assert inside.readable == named.readable == ()
    assert [failure.reason for failure in inside.missing + named.missing] == [
        "It is a pipe, socket or device, not a file."
    ] * 2
