"""The order of answers, and the spans of it that an index answers, so that a page of a long list reads no more.

What has no value of the field that is sorted by comes last, in either direction; what is equal goes by its key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.query import cursor
from kg.query.cursor import CursorError
from kg.query.query import Query
from kg.query.subject import STATEMENTS, SUBJECTS

EVIDENCE_ID = "d.id + '-' + toString(e.start) + '-' + toString(e.end) + '-' + n.id"
_WIDE = frozenset({"each", "part", "descendants"})  # filters that nearly everything fits where they are false
_ALWAYS = frozenset({"id", "code", "status"})  # properties that every node has
_POWERS = (4, 5, 6, 7)  # of 16, in the first eight digits of ids: a span is 16 times the one before
_LAST = 16**8


@dataclass(frozen=True, slots=True)
class Order:
    """What answers are sorted by: an expression that may be null, then the key of the subject."""

    name: str  # of the sort
    key: str
    descending: bool
    nullable: bool
    tie: str  # "n.id"; "" where the first expression is unique

    @property
    def by(self) -> str:
        """What follows `ORDER BY`, of rows with `sort_key`."""
        first = ["sort_key IS NULL"] if self.nullable else []
        return ", ".join([*first, self.within])

    @property
    def within(self) -> str:
        """The same, among rows that all have a value."""
        return f"sort_key{' DESC' if self.descending else ''}" + (f", {self.tie}" if self.tie else "")

    @property
    def sign(self) -> str:
        """How what follows compares with what was before."""
        return "<" if self.descending else ">"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the answers: conditions on them, and what they are sorted by among themselves."""

    texts: tuple[str, ...]
    by: str
    parameters: dict[str, object] = field(default_factory=dict)


def order_of(query: Query) -> Order:
    """What the answers of a query are sorted by."""
    node = SUBJECTS[query.subject]
    name, descending = next(iter(node.sorts)), query.subject == "documents"
    if query.sort:
        name, descending = query.sort.removeprefix("-"), query.sort.startswith("-")
    if query.subject == "evidence":
        return Order(name, EVIDENCE_ID, descending, nullable=False, tie="")
    unique = node.sorts[name] == node.key
    tie = "" if unique else f"n.{node.key}"
    return Order(name, f"n.{node.sorts[name]}", descending, nullable=node.sorts[name] not in _ALWAYS, tie=tie)


def follows(query: Query) -> tuple[str, dict[str, object]] | None:
    """The condition on rows with `sort_key` that come after the cursor; None without one. Raises CursorError."""
    order = order_of(query)
    after = _after(query, order)
    if after is None:
        return None
    if after[0] is None:
        return f"sort_key IS NULL AND {order.tie} > $after_id", {"after_id": after[1]}
    if not order.tie:
        return f"sort_key {order.sign} $after_sort", {"after_sort": after[0]}
    later = f"sort_key {order.sign} $after_sort OR (sort_key = $after_sort AND {order.tie} > $after_id)"
    return later + (" OR sort_key IS NULL" if order.nullable else ""), {"after_sort": after[0], "after_id": after[1]}


def spans(query: Query) -> tuple[Span, ...]:
    """The spans that answers are read in, one after another until a page is full; none where filters narrow them.

    Raises CursorError for a cursor of another query.
    """
    return tuple(_spans(query)) if _long(query) else ()


def _spans(query: Query) -> Iterator[Span]:
    order = order_of(query)
    after = _after(query, order)
    hashed = query.subject in STATEMENTS | {"documents", "evidence"}
    if order.name == "id" and hashed:
        yield from _by_id(query, order, after[1] if after else None)
        return
    if after is None or after[0] is not None:
        yield _valued(order, after)
    if order.nullable:
        lacking = Order("id", f"n.{SUBJECTS[query.subject].key}", descending=False, nullable=False, tie="")
        start = after[1] if after and after[0] is None else None
        for each in _by_id(query, lacking, start) if hashed else (_from(lacking, start),):
            yield Span((f"{order.key} IS NULL", *each.texts), lacking.key, each.parameters)


def _after(query: Query, order: Order) -> tuple[str | float | None, str] | None:
    after = cursor.decode(query)
    if after is not None and after[0] is None and not order.nullable:
        raise CursorError(query.cursor or "")
    return after


def _long(query: Query) -> bool:
    """Whether nothing is asked but what nearly everything fits."""
    statements = query.subject in STATEMENTS or query.subject == "evidence"
    wide = all(name in _WIDE and value is False for name, value in query.filters.items())
    return wide and (statements or not query.about_statements)


def _valued(order: Order, after: tuple[str | float | None, str] | None) -> Span:
    """What has a value. The case is no OR, which would lead Neo4j to two indexes and a sort."""
    if after is None:
        return Span((f"{order.key} IS NOT NULL",), order.within)
    texts = [f"{order.key} {order.sign}{'=' if order.tie else ''} $after_sort"]
    if order.tie:
        texts.append(f"CASE WHEN {order.key} = $after_sort THEN {order.tie} > $after_id ELSE true END")
    return Span(tuple(texts), order.within, {"after_sort": after[0], "after_id": after[1]})


def _from(order: Order, after: str | None) -> Span:
    return Span((f"{order.key} > $after_id",), order.within, {"after_id": after or ""})


def _by_id(query: Query, order: Order, after: str | None) -> Iterator[Span]:
    """Ever wider spans of ids, which are hashes: the first few thousandths mostly hold a page."""
    indexed = "d.id" if query.subject == "evidence" else "n.id"
    texts: tuple[str, ...] = (f"{indexed} >= $low", f"{indexed} < $high")
    parameters: dict[str, object] = {}
    if after is not None:
        texts, parameters = (*texts, f"{order.key} {order.sign} $after_id"), {"after_id": after}
    for low, high in _ranges(query, after, descending=order.descending):
        bounds = {"low": f"{low:08x}", "high": f"{high:08x}" if high < _LAST else "g"}  # no digit comes after f
        yield Span(texts, order.within, bounds | parameters)


def _ranges(query: Query, after: str | None, *, descending: bool) -> Iterator[tuple[int, int]]:
    """The first eight digits of the ids of each span: from, and up to but without."""
    edge = _LAST if descending else 0
    if after is not None:
        edge = _digits(query, after) + descending
    for power in _POWERS:
        end = edge - 16**power if descending else edge + 16**power
        if not 0 < end < _LAST:
            break
        yield min(edge, end), max(edge, end)
        edge = end
    yield (0, edge) if descending else (edge, _LAST)


def _digits(query: Query, after: str) -> int:
    try:
        return int(after[:8], 16)
    except ValueError as error:
        raise CursorError(query.cursor or "") from error
