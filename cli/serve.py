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
    import uvicorn

    from api.app import create_app
    from kg.store import open_store

    settings = chosen(data, store)
    with open_store(settings) as source:
        uvicorn.run(create_app(source, settings), host=host or settings.host, port=port or settings.port)
