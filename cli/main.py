"""The command `kg`. One module a command; what is heavy is imported inside the commands."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from cli import (
    ask,
    backup,
    cypher,
    doctor,
    documents,
    evaluate,
    explain,
    export,
    extract,
    find,
    ledger,
    load,
    mcp,
    neo4j,
    network,
    read,
    review,
    serve,
    sparql,
    status,
)
from cli.output import complain
from kg.errors import KgError

EPILOG = (
    """Start here:  kg load samples  ·  kg ask "Which cities receive national regional medical centers?"  ·  kg serve"""
)

app = typer.Typer(
    name="kg",
    help="What governments promised in health reform, where, by when, and what came of it.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

READING, STORE, ASKING, RUNNING = "Read documents", "Keep them", "Ask", "Run"
app.command(rich_help_panel=READING)(load.load)
app.command(rich_help_panel=READING)(extract.extract)
app.command(rich_help_panel=READING)(explain.explain)
app.command(rich_help_panel=READING)(read.read)
app.command("eval", rich_help_panel=READING)(evaluate.evaluate)
app.command(rich_help_panel=ASKING)(ask.ask)
app.command(rich_help_panel=ASKING)(find.find)
app.command(rich_help_panel=ASKING)(ledger.ledger)
app.command(rich_help_panel=ASKING)(cypher.cypher)

app.command(rich_help_panel=ASKING)(sparql.sparql)
app.command(rich_help_panel=ASKING)(export.export)
app.command(rich_help_panel=ASKING)(network.network)
app.add_typer(documents.app, name="documents", rich_help_panel=STORE)
app.add_typer(review.app, name="review", rich_help_panel=STORE)
app.command(rich_help_panel=STORE)(status.status)
app.command(rich_help_panel=STORE)(backup.backup)
app.command(rich_help_panel=STORE)(backup.restore)
app.command(rich_help_panel=STORE)(backup.copy)
app.command(rich_help_panel=STORE)(doctor.doctor)
app.command(rich_help_panel=RUNNING)(serve.serve)
app.command(rich_help_panel=RUNNING)(mcp.mcp)
app.add_typer(neo4j.app, name="neo4j", rich_help_panel=RUNNING)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(version("health-commitments-kg"))
        raise typer.Exit


@app.callback()
def _global(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    pass


def main() -> None:
    """Run a command; an error is one clear message and exit code 1, wrong usage 2, an interruption 130."""
    try:
        app()
    except KgError as error:
        complain(error.message, error.hint)
        sys.exit(1)
    except BrokenPipeError:  # `kg ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        complain(f"{type(error).__name__}: {error}", "This is a defect. KG_DEBUG=1 shows where it happened.")
        sys.exit(70)
