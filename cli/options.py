"""What many commands ask for: where the store is, and the form of what they print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.settings import Settings
    from kg.store import Store

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of the embedded store. [env: KG_DATA; default: data]"),
]
Uri = Annotated[
    str | None,
    typer.Option("--store", metavar="URI", help="A Neo4j server, bolt://host:7687, instead. [env: KG_STORE]"),
]


class Form(StrEnum):
    """How a command prints what it found."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar="FILE", help="File to write. [default: standard output]")
]
FormOption = Annotated[Form, typer.Option("--format", help="text, json or jsonl")]


def chosen(data: Path | None, uri: str | None) -> Settings:
    """The settings of this run: options go before the environment, and a folder before its server."""
    from kg.settings import settings

    found = settings()
    if uri is not None:
        return found.model_copy(update={"store": uri, **({"data": data} if data else {})})
    return found.model_copy(update={"data": data, "store": ""}) if data else found


def opened(data: Path | None, uri: str | None, *, writing: bool = False) -> Store:
    """The store to use, as a context manager.

    Raises StoreError, and EmptyStoreError where only reading is wanted and nothing was ever loaded.
    """
    from kg.errors import EmptyStoreError
    from kg.store import open_store

    settings = chosen(data, uri)
    if not writing and not settings.store and not settings.data.exists():
        raise EmptyStoreError(f"There is no store in {settings.data}.", hint="Load documents first: kg load samples")
    return open_store(settings, read_only=not writing)
