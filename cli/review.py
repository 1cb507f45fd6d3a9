"""kg review"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.documents import only_id
from cli.explain import said
from cli.options import Data, Form, FormOption, Uri, opened
from cli.output import console, print_json, print_lines, print_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.model import Evidence, Statement
    from kg.review import Verdict
    from kg.store import Store

app = typer.Typer(
    help="Accept, reject and correct what was read. Decisions outlive every later load.", no_args_is_help=True
)

Reading = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, or as many first digits as make it one.")]
In = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Only as this document says it. [default: all that do]")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: the user's name]")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why.")]


@app.command("list")
def list_(document: In = None, data: Data = None, store: Uri = None, form: FormOption = Form.text) -> None:
    """List what documents state, with the id that a decision names.

    Example: kg review list --document 3f2a
    """
    from loaders.record import record

    with opened(data, store) as source:
        found = list(_stated(source, document))
    if form is not Form.text:
        rows = [{"document": piece.document, **record(statement)} for statement, piece in found]
        print_lines(rows) if form is Form.jsonl else print_json(rows)
        return
    for statement, piece in found:
        console().print(f"{statement.id[:12]}  {piece.document[:8]}  {said(statement, piece)}", markup=False)


@app.command()
def accept(
    statement: Reading, why: Why = "", by: By = None, document: In = None, data: Data = None, store: Uri = None
) -> None:
    """Mark a reading as right.

    Example: kg review accept 9c1e04
    """
    _decide("accept", statement, document, data, store, by=by, why=why)


@app.command()
def reject(
    statement: Reading, why: Why = "", by: By = None, document: In = None, data: Data = None, store: Uri = None
) -> None:
    """Take a reading out of the graph: the document does not say so.

    Example: kg review reject 9c1e04 --why "the number is a rank"
    """
    _decide("reject", statement, document, data, store, by=by, why=why)


@app.command()
def correct(
    statement: Reading,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="status, value, unit, level, places, measure …")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="JSON, or else text.")],
    why: Why = "",
    by: By = None,
    document: In = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Set one field of a reading right.

    Examples:

        kg review correct 9c1e04 status planned

        kg review correct 9c1e04 places '["510100"]' --why "the capital alone"
    """
    _decide("correct", statement, document, data, store, by=by, why=why, field=field, value=_value(value))


@app.command()
def merge(
    label: Annotated[str, typer.Argument(metavar="LABEL", help="An open measure as texts name it, or a term's id.")],
    term: Annotated[str, typer.Argument(metavar="TERM", help="Id of the term that it is.")],
    why: Why = "",
    by: By = None,
    data: Data = None,
    store: Uri = None,
) -> None:
    """Take a label, or a term, for another term from now on, in all documents.

    Example: kg review merge 云上医院 internet-hospital
    """
    from kg.model import Measure
    from kg.review import Decision

    key = Measure(zh=label).key
    with opened(data, store, writing=True) as target:
        kept = target.decide(Decision("merge", _name(by), _now(), why, label=key, value=term))
    console().print(f"{kept.id}: {label} is {term}", markup=False)


@app.command()
def decisions(data: Data = None, store: Uri = None, form: FormOption = Form.text) -> None:
    """List all decisions: who, when, why.

    Example: kg review decisions
    """
    from dataclasses import asdict

    with opened(data, store) as source:
        found = [{"id": each.id, **asdict(each)} for each in source.decisions()]
    if form is Form.text:
        columns = ["id", "verdict", "by", "at", "why", "reading", "field", "label", "value"]
        print_table(columns, [[each[column] for column in columns] for each in found])
    elif form is Form.jsonl:
        print_lines(found)
    else:
        print_json(found)


@app.command()
def withdraw(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id: kg review decisions.")],
    data: Data = None,
    store: Uri = None,
) -> None:
    """Take a decision back. The documents that it touched are read anew by the next load.

    Example: kg review withdraw decision-4d1c…
    """
    with opened(data, store, writing=True) as target:
        touched = target.withdraw(decision)
    console().print(f"withdrawn; the next load reads again: {' '.join(touched) or 'nothing'}", markup=False)


def _decide(
    verdict: Verdict,
    reading: str,
    document: str | None,
    data: Path | None,
    store: str | None,
    *,
    by: str | None,
    why: str,
    field: str | None = None,
    value: object = None,
) -> None:
    """One decision for each place where a document says the statement."""
    from kg.review import Decision

    by = _name(by)
    with opened(data, store, writing=True) as target:
        for statement, piece in _only(target, reading, document):
            taken = Decision(
                verdict, by, _now(), why, piece.document, piece.start, piece.end, statement.id, field, value
            )
            kept = target.decide(taken)
            console().print(f"{kept.id}: {verdict} «{piece.quote}»", markup=False)


def _stated(store: Store, document: str | None) -> Iterator[tuple[Statement, Evidence]]:
    ids = [only_id(store, document)] if document else [each.id for each in store.documents()]
    for reading in store.readings(ids):
        for statement in reading.statements:
            for piece in statement.evidence:
                yield statement, piece


def _only(store: Store, prefix: str, document: str | None) -> list[tuple[Statement, Evidence]]:
    """The statement whose id starts so, wherever it is said."""
    from kg.errors import ReviewError

    found = [pair for pair in _stated(store, document) if pair[0].id.startswith(prefix)]
    ids = {statement.id for statement, _ in found}
    if len(ids) == 1:
        return found
    hint = "`kg review list` shows all ids."
    if not ids:
        raise ReviewError(f"No statement has the id {prefix}.", hint=hint)
    raise ReviewError(f"{len(ids)} statements have ids that start with {prefix}.", hint="Give more digits.")


def _value(text: str) -> object:
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _name(by: str | None) -> str:
    import getpass

    return by or getpass.getuser()


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")
