"""kg neo4j"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.output import console

app = typer.Typer(help="Run a real Neo4j 5 without Docker: Java 17 and Maven are enough.", no_args_is_help=True)

Home = Annotated[Path, typer.Argument(metavar="HOME", help="Folder of the server's files.")]
HOME = Path("data/neo4j")


@app.command()
def start(
    home: Home = HOME,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Bolt port. [default: a free one]")] = None,
) -> None:
    """Start a server on loopback, fetching its jars the first time, and tell how to use it.

    Example: kg neo4j start
    """
    from kg.settings import settings
    from kg.store import neo4j_server

    chosen = settings()
    neo4j_server.fetch(chosen.cache)
    server = neo4j_server.start(home, chosen, port=port)
    screen = console()
    screen.print(f"Neo4j answers at {server.uri}. Use it so:", markup=False)
    screen.print(f"  export KG_STORE={server.uri} KG_PASSWORD=$(cat {home / 'password'})", markup=False)


@app.command()
def stop(home: Home = HOME) -> None:
    """Stop the server of a folder.

    Example: kg neo4j stop
    """
    from kg.store import neo4j_server

    console().print("stopped" if neo4j_server.stop(home) else "none runs there")
