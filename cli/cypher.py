"""kg cypher"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Data, Form, Uri, opened
from cli.output import console, print_json, print_lines, print_table

if TYPE_CHECKING:
    from kg.store import Rows


def cypher(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A reading query. - reads it from standard input.")],
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter: JSON, or else text.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows at most. [env: KG_QUERY_ROWS]")] = None,
    timeout: Annotated[float | None, typer.Option(min=0, help="Seconds at most. [env: KG_QUERY_TIMEOUT]")] = None,
    data: Data = None,
    store: Uri = None,
    form: Annotated[Form, typer.Option("--format", help="text, json or jsonl")] = Form.text,
) -> None:
    """Ask the graph in Cypher. Reading only: what would change anything is refused.

    Examples:

        kg cypher "MATCH (c:City)-[r:RECEIVES]->(p:Programme) RETURN c.name_en, p.name_en, r.status LIMIT 5"

        kg cypher "MATCH (s:Statement) WHERE s.year = \\$year RETURN count(s)" --param year=2023
    """
    text = sys.stdin.read() if query == "-" else query
    parameters = dict(_parameter(each) for each in param or ())
    with opened(data, store) as source:
        rows = source.query(text, parameters, timeout=timeout, limit=limit)
    _give(rows, form)
    if rows.truncated:
        console(stderr=True).print(f"only the first {len(rows.rows)} rows: raise --limit for more")


def _parameter(given: str) -> tuple[str, object]:
    from kg.errors import KgError

    name, sign, value = given.partition("=")
    if not sign or not name.isidentifier():
        raise KgError(f"--param {given!r} is not NAME=VALUE.", hint="Write --param year=2023.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value


def _give(rows: Rows, form: Form) -> None:
    if form is Form.jsonl:
        print_lines(rows.records())
    elif form is Form.json:
        print_json({"columns": rows.columns, "rows": rows.rows, "truncated": rows.truncated})
    else:
        print_table(rows.columns, rows.rows)
