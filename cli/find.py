"""kg find"""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from cli.filter import Filters, filtered
from cli.options import Data, Form, FormOption, Uri, opened
from cli.output import console, print_json, print_lines, print_table


def find(
    subject: Annotated[
        str, typer.Argument(metavar="WHAT", help="cities, commitments, outcomes, programmes, hospitals …")
    ],
    filters: Filters = None,
    data: Data = None,
    store: Uri = None,
    form: FormOption = Form.text,
) -> None:
    """List what the REST lists hold, with the same filters; every row with its evidence (--format json).

    Examples:

        kg find cities receives=national-regional-medical-center

        kg find commitments place=泸州市 status=sought,planned --format jsonl
    """
    from kg.answer import run
    from kg.errors import KgError
    from kg.query import Subject

    named = next((name for name in get_args(Subject) if name == subject), None)
    if named is None:
        raise KgError(f"There is no list of {subject!r}.", hint=f"There are: {', '.join(get_args(Subject))}.")
    with opened(data, store) as source:
        found = run(filtered(named, filters), source)
    if form is Form.json:
        print_json(
            {"reading": found.reading.text, "rest": found.reading.rest, "results": found.rows, "next": found.next}
        )
    elif form is Form.jsonl:
        print_lines(found.rows)
    else:
        _tell([dict(row) for row in found.rows])
        if found.next:
            console(stderr=True).print(f"more: cursor={found.next}", markup=False)


def _tell(rows: list[dict[str, object]]) -> None:
    columns = [name for name in (rows[0] if rows else {}) if name not in HIDDEN and any(row.get(name) for row in rows)]
    print_table(columns, [[_shown(row[name]) for name in columns] for row in rows])


HIDDEN = frozenset(("evidence", "evidence_count", "statements", "part_of", "places", "lon", "lat", "geonames"))


def _shown(value: object) -> object:
    """A name where the value has one."""
    if isinstance(value, dict):
        return value.get("en") or value.get("zh") or value.get("value") or ""
    if isinstance(value, list):
        names = [str(_shown(each)) for each in value[:5]]
        return ", ".join(names) + (" …" if len(value) > 5 else "")
    return value
