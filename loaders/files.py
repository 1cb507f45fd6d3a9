"""Which files are meant by paths: folders are gone through, each file is taken once, in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.readers import READERS


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no document, and why."""

    path: str
    reason: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Files:
    readable: tuple[Path, ...]
    missing: tuple[Failure, ...]  # paths that are not there, folders that may not be opened
    passed: tuple[str, ...]  # files in folders whose ending has no reader


def files(paths: Iterable[Path]) -> Files:
    """The files at some paths. Hidden files and folders are left out, save where they are named themselves."""
    readable: dict[Path, Path] = {}
    missing: list[Failure] = []
    passed: dict[str, None] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(_inside(path, missing)):
                if file.suffix.lower() not in READERS:
                    passed[str(file)] = None
                elif file.exists() and not file.is_file():  # a pipe would be waited for without end
                    missing.append(_no_file(file))
                else:
                    readable.setdefault(file.resolve(), file)
        elif path.is_file():
            readable.setdefault(path.resolve(), path)
        elif path.exists():
            missing.append(_no_file(path))
        else:
            missing.append(Failure(str(path), "There is no such file or folder.", "Check the path."))
    return Files(tuple(readable.values()), tuple(missing), tuple(passed))


def _no_file(path: Path) -> Failure:
    return Failure(str(path), "It is a pipe, socket or device, not a file.", "Save what it gives as a file.")


def _inside(folder: Path, missing: list[Failure]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        missing.append(Failure(str(error.filename), f"{error.strerror}.", "Check its permissions."))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))
