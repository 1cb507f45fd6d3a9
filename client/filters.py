"""The filters of the lists as keyword arguments, and how they are written in an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypedDict, TypeVar

from ontology.codes import Change, Comparator, Lang, Level, StatementType, Status

T = TypeVar("T")
Many: TypeAlias = T | Sequence[T]  # several mean any of them
Pairs = list[tuple[str, str]]


class Filters(TypedDict, total=False):
    """What passes; several filters mean all of them. Names are ids, codes, or labels in Chinese or English."""

    id: Many[str]
    q: str
    receives: Many[str]
    place: Many[str]
    descendants: bool
    programme: Many[str]
    indicator: Many[str]
    measure: Many[str]
    kind: Many[str]
    level: Many[Level]
    status: Many[Status]
    type: StatementType
    year: Many[int | str]
    due_after: str | date
    due_before: str | date
    min_value: float
    max_value: float
    unit: Many[str]
    comparator: Many[Comparator]
    change: Many[Change]
    each: bool
    part: bool
    specialty: Many[str]
    organization: str
    actor: str
    document: Many[str]
    statement: Many[str]
    lang: Lang


class Listed(Filters, total=False):
    """Filters, and how the answers come: `limit` is the size of a page, 1 to 1000; `cursor` where to go on."""

    sort: str
    limit: int
    cursor: str
    fields: Many[str]


def pairs(given: Mapping[str, object]) -> Pairs:
    """The arguments as the parameters of an address; one of several values is repeated."""
    return [(name, _written(each)) for name, value in given.items() for each in _several(value)]


def _several(value: object) -> Iterable[object]:
    return value if isinstance(value, Iterable) and not isinstance(value, str) else (value,)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
