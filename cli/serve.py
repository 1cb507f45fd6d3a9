"""kg serve"""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import Data, Uri, chosen


def serve(
    host: Annotated[str | None, typer.Option(help="Address. [env: KG_HOST; default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port. [env: KG_PORT; default: 8000]")] = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Serve the API, the pages and the SPARQL endpoint over HTTP.

    Examples:

        kg serve

        kg serve --port 9000 --store bolt://localhost:7687
    """
    from api.serve import run

    named = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    run(chosen(data, store).model_copy(update=named))
