"""Filters as the REST lists take them, on the command line: NAME=VALUE."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.query import Query, Subject

Filters = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME=VALUE]...", help="Filters as the REST lists have them: place=四川省 status=sought."),
]


def filtered(subject: Subject, filters: list[str] | None, **more: str) -> Query:
    """The query that filters make. Raises ParameterError with what would be right."""
    from kg.errors import KgError
    from kg.query import parse

    given: dict[str, list[str]] = {name: [value] for name, value in more.items()}
    for text in filters or ():
        name, sign, value = text.partition("=")
        if not sign:
            raise KgError(f"{text!r} is not NAME=VALUE.", hint="Write place=510000, or programme=internet-hospital.")
        given.setdefault(name, []).append(value)
    return parse(subject, given)
