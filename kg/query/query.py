"""The query itself: a subject and the filters that its answers pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import get_args

from kg.errors import ParameterError, UnknownParameterError
from kg.query.field import fields_of
from kg.query.subject import FILTERS, SUBJECTS, Subject
from ontology.codes import (
    CHANGES,
    COMPARATORS,
    LEVELS,
    STATUSES,
    Change,
    Comparator,
    Lang,
    Level,
    StatementType,
    Status,
)

MAX_LIMIT = 1000
MAX_WORDS = 8
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CLOSED: dict[str, tuple[str, ...]] = {
    "level": LEVELS,
    "status": STATUSES,
    "comparator": COMPARATORS,
    "change": CHANGES,
    "type": get_args(StatementType),
    "lang": get_args(Lang),
}
_OPTIONS = frozenset({"subject", "sort", "limit", "cursor", "fields", "group_by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked: answers of `subject` that pass every filter; a tuple means any of its values.

    Filters on statements (measure, status, year ...) hold for a subject that is not a statement when one and the
    same statement about it passes them all. Ids are those of the graph; names are resolved by `parse`.
    Raises ParameterError for a value that does not fit, UnknownParameterError for a filter the subject does not have.
    """

    subject: Subject
    id: tuple[str, ...] = ()  # of the subject itself
    q: str | None = None  # words, each of which occurs, in either language
    receives: tuple[str, ...] = ()  # programmes that a place or hospital is promised or has got
    place: tuple[str, ...] = ()  # codes
    descendants: bool = True  # whether `place` means its divisions too
    measure: tuple[str, ...] = ()  # term ids, or "open:…"
    kind: tuple[str, ...] = ()  # kinds of measure
    level: tuple[Level, ...] = ()
    status: tuple[Status, ...] = ()
    type: StatementType | None = None
    year: tuple[int, ...] = ()
    due_after: str | None = None  # ISO 8601, as exact as wished: due on it or later
    due_before: str | None = None  # due earlier than it begins
    min_value: float | None = None
    max_value: float | None = None
    unit: tuple[str, ...] = ()
    comparator: tuple[Comparator, ...] = ()
    change: tuple[Change, ...] = ()
    each: bool | None = None
    part: bool | None = None  # whether it is a part of a stated total, or a phase
    specialty: tuple[str, ...] = ()
    organization: str | None = None  # id, or words of the name
    actor: str | None = None  # words of the name of the body that commits or reports
    document: tuple[str, ...] = ()  # ids
    statement: tuple[str, ...] = ()  # ids
    lang: Lang | None = None  # of a document
    sort: str | None = None  # a field, with "-" before it for descending
    limit: int = 50
    cursor: str | None = None  # where the answer before ended
    fields: tuple[str, ...] = ()  # fields to give; empty: all
    group_by: str | None = None

    def __post_init__(self) -> None:
        subject = SUBJECTS.get(self.subject)
        if subject is None:
            raise ParameterError("subject", self.subject, f"No subject {self.subject!r}.", suggestions=tuple(SUBJECTS))
        self._check_filters()
        self._check_closed_lists()
        _check_choice("sort", None if self.sort is None else self.sort.removeprefix("-"), tuple(subject.sorts))
        _check_choice("group_by", self.group_by, tuple(subject.groups))
        for name in self.fields:
            _check_choice("fields", name, fields_of(self.subject))
        if not 1 <= self.limit <= MAX_LIMIT:
            raise ParameterError("limit", self.limit, f"A limit is 1 to {MAX_LIMIT}, not {self.limit}.")
        for name in ("due_after", "due_before"):
            date = getattr(self, name)
            if date is not None and not _DATE.fullmatch(date):
                raise ParameterError(name, date, f"{date!r} is no date.", hint="Write 2025, 2025-06 or 2025-06-30.")
        if self.q is not None and not 1 <= len(self.words) <= MAX_WORDS:
            raise ParameterError("q", self.q, f"A text search takes 1 to {MAX_WORDS} words.")

    @property
    def words(self) -> tuple[str, ...]:
        """The words of `q`, lower case."""
        return tuple(dict.fromkeys((self.q or "").casefold().split()))

    @property
    def counted(self) -> Query:
        """The query whose answers are as many, however they are paged and shown."""
        return replace(self, sort=None, cursor=None, limit=1, fields=(), group_by=None)

    @property
    def filters(self) -> dict[str, object]:
        """The filters that are set, by name, in the order of the fields."""
        return {name: getattr(self, name) for name, default in _FILTERS if getattr(self, name) != default}

    @property
    def about_statements(self) -> frozenset[str]:
        """The filters that are set and that a statement passes or does not."""
        return frozenset(self.filters) & FILTERS["statement"]

    def _check_filters(self) -> None:
        allowed = SUBJECTS[self.subject].filters
        for name, value in self.filters.items():
            if name not in allowed:
                raise UnknownParameterError(
                    name, value, f"{self.subject} have no filter {name!r}.", suggestions=tuple(sorted(allowed))
                )

    def _check_closed_lists(self) -> None:
        for name, allowed in _CLOSED.items():
            given = getattr(self, name)
            for value in given if isinstance(given, tuple) else (given,):
                _check_choice(name, value, allowed)


_FILTERS = tuple((field.name, field.default) for field in fields(Query) if field.name not in _OPTIONS)


def _check_choice(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise ParameterError(
            name,
            value,
            f"{value!r} is no {name.removesuffix('s') if name == 'fields' else name}.",
            hint="One of: " + ", ".join(allowed) + ".",
            suggestions=allowed,
        )
