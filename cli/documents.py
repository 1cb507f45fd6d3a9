"""kg documents"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.explain import said
from cli.options import Data, Form, Uri, opened
from cli.output import console, many, print_json, print_lines, print_table

if TYPE_CHECKING:
    from kg.store import Store

app = typer.Typer(help="List, show and delete the documents of the store.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="A document's id, or as many first digits as make it one.")]


@app.command("list")
def list_(
    data: Data = None,
    store: Uri = None,
    form: Annotated[Form, typer.Option("--format", help="text, json or jsonl")] = Form.text,
) -> None:
    """List all documents: id, date, language, number of statements, title.

    Example: kg documents list
    """
    from dataclasses import asdict

    with opened(data, store) as source:
        found = [asdict(each) for each in source.documents()]
    if form is Form.jsonl:
        print_lines(found)
    elif form is Form.json:
        print_json(found)
    else:
        columns = ["id", "date", "lang", "statements", "title"]
        print_table(columns, [[each.get(column) for column in columns] for each in found])


@app.command()
def show(
    id: Id,
    data: Data = None,
    store: Uri = None,
    form: Annotated[Form, typer.Option("--format", help="text or json")] = Form.text,
) -> None:
    """Show a document with the statements that it makes.

    Example: kg documents show 3f2a
    """
    from dataclasses import asdict

    from loaders.record import record

    with opened(data, store) as source:
        document = source.document(only_id(source, id))
        assert document is not None
        statements = source.statements(document.id)
    if form is not Form.text:
        records = [record(statement) for statement in statements]
        print_json({"id": document.id, **asdict(document), "statements": records})
        return
    screen = console()
    for name in ("id", "title", "issuer", "place", "date", "lang"):
        screen.print(f"{name:8} {getattr(document, name) or ''}", markup=False)
    for source_of in document.sources:
        screen.print(f"{'found at':8} {source_of.uri}", markup=False)
    screen.print(f"\n{document.text.strip()}\n", markup=False)
    screen.print(many(len(statements), "statement"))
    for statement in statements:
        for piece in statement.evidence:
            screen.print(f"  {statement.id[:12]}  {said(statement, piece)}", markup=False)


@app.command()
def delete(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, or first digits that make them one.")],
    data: Data = None,
    store: Uri = None,
) -> None:
    """Delete documents with their evidence. A statement that no other document supports goes too.

    Example: kg documents delete 3f2a
    """
    with opened(data, store, writing=True) as source:
        for id in [only_id(source, each) for each in ids]:
            source.delete(id)
            console().print(f"deleted {id}")


def only_id(store: Store, prefix: str) -> str:
    """The only document whose id starts so."""
    from kg.errors import UnknownDocumentError

    found = [each.id for each in store.documents() if each.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    hint = "`kg documents list` shows all ids."
    if not found:
        raise UnknownDocumentError(f"No document has the id {prefix}.", hint=hint)
    raise UnknownDocumentError(f"{len(found)} documents have ids that start with {prefix}.", hint="Give more digits.")
