"""Answers as they come: page by page, as typed rows, as frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from api.responses import Group, Meta, Reading
from client.filters import Pairs
from client.frame import pandas_frame, polars_frame

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Row = TypeVar("Row", bound=BaseModel)
Ask = Callable[[Pairs], Any]  # parameters → the JSON of a page


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """`meta` tells how many answers there are on all pages, how the question was read, and the cursor of the next."""

    rows: tuple[Row, ...]
    meta: Meta


class Answers(Generic[Row]):
    """All answers to one call; iterating reads one page after the other. Nothing is asked before it is needed.

    Raises what the server refuses (`kg.errors`, `api.errors`), and UnreachableError.
    """

    def __init__(self, ask: Ask, row: type[Row], parameters: Pairs) -> None:
        self._ask, self._row, self._parameters = ask, row, parameters

    def __iter__(self) -> Iterator[Row]:
        return (row for page in self.pages() for row in page.rows)

    @property
    def count(self) -> int:
        """How many answers there are."""
        return self._first.meta.count

    @property
    def reading(self) -> Reading:
        """The question as it was understood: in words, as Cypher, as SPARQL, and as a link."""
        return self._first.meta.reading

    def pages(self) -> Iterator[Page[Row]]:
        """The pages, the first of them kept."""
        page = self._first
        yield page
        while page.meta.next is not None:
            page = self._page([*self._without_cursor(), ("cursor", page.meta.next)])
            yield page

    def pandas(self) -> pd.DataFrame:
        """One row an answer, columns as in `?format=csv`; lists stay lists. Raises MissingExtraError."""
        return pandas_frame(self._row, list(self))

    def polars(self) -> pl.DataFrame:
        """The same for polars."""
        return polars_frame(self._row, list(self))

    @cached_property
    def _first(self) -> Page[Row]:
        return self._page(self._parameters)

    def _page(self, parameters: Pairs) -> Page[Row]:
        found = self._ask(parameters)
        rows = tuple(self._row.model_validate(each, extra="ignore") for each in found["results"])
        return Page(rows, Meta.model_validate(found["meta"], extra="ignore"))

    def _without_cursor(self) -> Pairs:
        return [(name, value) for name, value in self._parameters if name != "cursor"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answers there are by one of their fields: the largest group first."""

    groups: tuple[Group, ...]
    meta: Meta

    def __iter__(self) -> Iterator[Group]:
        return iter(self.groups)

    def pandas(self) -> pd.DataFrame:
        """One row a group: key, zh, en, count. Raises MissingExtraError."""
        return pandas_frame(Group, self.groups)

    def polars(self) -> pl.DataFrame:
        """The same for polars."""
        return polars_frame(Group, self.groups)
