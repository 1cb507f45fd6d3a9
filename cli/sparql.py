"""kg sparql"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cli.options import Data, Uri, chosen, opened
from cli.output import complain

PREFERRED = "text/csv, text/turtle"


def sparql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A reading query. - reads it from standard input.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORM", help="csv (default), tsv, json, xml; of a graph turtle, nt, jsonld, rdfxml."
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows at most. [env: KG_QUERY_ROWS]")] = None,
    timeout: Annotated[float | None, typer.Option(min=0, help="Seconds at most. [env: KG_QUERY_TIMEOUT]")] = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Ask the graph in SPARQL 1.1. Reading only; the project's prefixes need not be declared.

    Examples:

        kg sparql "SELECT ?city WHERE { ?city hc:receives programme:national-regional-medical-center }"

        kg sparql - --format json < query.rq
    """
    from api.rdf import Rdf

    settings = chosen(data, store)
    text = sys.stdin.read() if query == "-" else query
    with opened(data, store) as source:
        rdf = Rdf(lambda: source, settings)
        try:
            result = rdf().query(
                text,
                accept=form or PREFERRED,
                timeout=timeout or settings.query_timeout,
                limit=limit or settings.query_rows,
            )
        finally:
            rdf.close()
    sys.stdout.write(result.text if result.text.endswith("\n") else f"{result.text}\n")
    if result.truncated:
        complain(f"only the first {result.rows} rows: raise --limit for more")
