"""Lines for programs on standard output; words for people there or on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import UnwritableFileError

if TYPE_CHECKING:
    from rich.console import Console


UNFOLDED = 10_000  # columns of what is no screen


def line(record: Mapping[str, object]) -> str:
    """One JSON object in one line; what is not ASCII stays readable."""
    return json.dumps(record, ensure_ascii=False)


def print_lines(records: Iterable[Mapping[str, object]]) -> None:
    for record in records:
        print(line(record))


def print_json(record: object) -> None:
    print(json.dumps(record, ensure_ascii=False, indent=2))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """Rows for people; lists and maps as JSON, null as nothing."""
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console().print(table)


def cell(value: object) -> str:
    """A value as it stands in a table."""
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | bool) else str(value)


def many(number: int, noun: str) -> str:
    """A count with its noun: 1 document, 2 documents."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def console(*, stderr: bool = False) -> Console:
    """Where text for people goes: no colours and no wrapping into a pipe."""
    from rich.console import Console

    found = Console(stderr=stderr, highlight=False)
    return found if found.is_terminal else Console(stderr=stderr, highlight=False, width=UNFOLDED)


@contextmanager
def target(path: Path, *, folder: bool = False) -> Iterator[BinaryIO]:
    """A file to write to; `folder` makes the one it is in. Raises UnwritableFileError where it cannot be written."""
    try:
        if folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            yield file
    except OSError as error:
        raise UnwritableFileError(
            f"{path} cannot be written: {error.strerror}.", hint="Choose another file."
        ) from error


def complain(message: str, hint: str | None = None) -> None:
    """An error, and what to do about it, on standard error."""
    print(f"kg: {message}", file=sys.stderr)
    if hint:
        print(f"    {hint}", file=sys.stderr)
