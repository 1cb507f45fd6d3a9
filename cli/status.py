"""kg status"""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import Data, Form, Uri, opened
from cli.output import console, print_json


def status(
    data: Data = None,
    store: Uri = None,
    form: Annotated[Form, typer.Option("--format", help="text or json")] = Form.text,
) -> None:
    """Tell where the store is, which engine keeps it, and how much is in it.

    Example: kg status --data data
    """
    with opened(data, store) as source:
        found = source.status()
    if form is not Form.text:
        print_json(found)
        return
    screen = console()
    for name in ("engine", "engine_version", "uri", "version", "documents", "statements"):
        screen.print(f"{name.replace('_', ' '):15} {found[name]}", markup=False)
    for name in ("nodes", "edges"):
        counts = ", ".join(f"{count:,} {kind}" for kind, count in found[name].items() if count)
        screen.print(f"{name:15} {counts}", markup=False)
