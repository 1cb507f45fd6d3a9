"""kg backup, kg restore, kg copy"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Data, Uri, chosen, opened
from cli.output import console, many

if TYPE_CHECKING:
    from kg.store.backup import Counts


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write: gzipped JSON lines.")],
    data: Data = None,
    store: Uri = None,
) -> None:
    """Write all documents, statements and decisions to one file. The same graph gives the same bytes.

    Example: kg backup graph.jsonl.gz
    """
    from kg.store.backup import backup as write

    with opened(data, store) as source:
        _tell(write(source, file), f"written to {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What kg backup wrote.", dir_okay=False)],
    data: Data = None,
    store: Uri = None,
) -> None:
    """Fill an empty store from a backup, of either engine.

    Example: kg restore graph.jsonl.gz --data elsewhere
    """
    from kg.errors import UnreadableFileError
    from kg.store.backup import restore as fill

    if not file.exists():
        raise UnreadableFileError(f"There is no file {file}.", hint="Check the path.")
    with opened(data, store, writing=True) as target:
        _tell(fill(file, target), f"restored from {file}")


def copy(
    to: Annotated[str, typer.Option("--to", metavar="URI|DIR", help="An empty store: a Bolt URI, or a folder.")],
    data: Data = None,
    store: Uri = None,
) -> None:
    """Copy the whole graph into another store: from the embedded one to Neo4j, and back.

    Examples:

        kg copy --to bolt://localhost:7687

        kg copy --store bolt://localhost:7687 --to data-copy
    """
    from kg.store import open_store
    from kg.store.backup import copy as fill

    settings = chosen(data, store)
    other = {"store": to} if "://" in to else {"store": "", "data": Path(to)}
    with opened(data, store) as source, open_store(settings.model_copy(update=other)) as target:
        _tell(fill(source, target), f"copied to {to}")


def _tell(counts: Counts, done: str) -> None:
    numbers = ((counts.documents, "document"), (counts.statements, "statement"), (counts.decisions, "decision"))
    console().print(f"{', '.join(many(number, noun) for number, noun in numbers)} {done}", markup=False)
