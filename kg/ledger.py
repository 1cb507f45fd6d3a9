"""Commitments followed through time: said again, revised, delivered or not; and totals held against their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.answer import Readable, Record, every, run
from kg.model import Relation
from kg.query import Query
from ontology.vocabulary import vocabulary

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement of a thread and what it is to the commitment `to` (id) that came before it.

    `restated`: the same number again. `revised`: another one, `difference` more. `delivered`: reported as reached;
    `short`: reported as less, `difference` from it, when it was due; `reported`: an outcome that settles nothing.
    """

    statement: Record
    said: str | None  # date of the first document that says so
    relation: Relation
    to: str | None = None
    difference: float | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A stated total and the parts that the same documents state of it; `agrees` as far as the comparator asks."""

    total: str  # statement id
    parts: tuple[str, ...]
    stated: float
    comparator: str
    sum: float
    agrees: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """All that is said of one measure for one set of places, in the order in which it was said."""

    measure: Mapping[str, Any]
    level: str | None
    specialty: str | None
    places: tuple[str, ...]
    entries: tuple[Entry, ...]
    sums: tuple[Sum, ...]


def ledger(query: Query, store: Readable) -> list[Thread]:
    """The threads of the statements that a query finds. Raises ParameterError where they are too many."""
    return threads(every(query, store))


def thread_of(statement_id: str, store: Readable) -> Thread | None:
    """The thread that a statement is in; None where there is no such statement."""
    found = run(Query(subject="statements", id=(statement_id,)), store).rows
    if not found:
        return None
    near = every(Query(subject="statements", measure=(measure_key(found[0]["measure"]),)), store)
    return next(
        thread for thread in threads(near) if any(entry.statement["id"] == statement_id for entry in thread.entries)
    )


def threads(statements: Iterable[Record]) -> list[Thread]:
    """Statements, as `kg.answer` gives them, in threads, sorted by measure and places."""
    rows = list(statements)
    grouped: dict[tuple[str, ...], list[Record]] = {}
    for row in rows:
        grouped.setdefault(_line(row), []).append(row)
    return [_thread(grouped[line], rows) for line in sorted(grouped)]


def measure_key(measure: Mapping[str, Any]) -> str:
    """What identifies a measure in a query: the id of its term, or "open:" and its folded label."""
    if measure["id"]:
        return str(measure["id"])
    return "open:" + "".join(str(measure["zh"] or measure["en"] or "").casefold().split())


def _line(row: Record) -> tuple[str, ...]:
    """What statements of one thread have in common."""
    whole = "" if row["part"] is None else str(row["part"])
    said = (measure_key(row["measure"]), row["level"] or "", row["specialty"] or "", row["unit"], row["change"])
    return (*said, str(row["each"]), whole, "|".join(row["organizations"]), *row["places"])


def _thread(rows: Sequence[Record], others: Sequence[Record]) -> Thread:
    ordered = sorted(rows, key=lambda row: (_said(row) or row["period"] or "", row["period"] or "", row["id"]))
    entries: list[Entry] = []
    for row in ordered:
        entries.append(_entry(row, entries))
    first = ordered[0]
    sums = tuple(each for row in ordered if (each := _sum(row, others)) is not None)
    return Thread(first["measure"], first["level"], first["specialty"], tuple(first["places"]), tuple(entries), sums)


def _said(row: Record) -> str | None:
    dates = [piece["date"] for piece in row["evidence"] if piece["date"]]
    return min(dates, default=None)


def _entry(row: Record, before: Sequence[Entry]) -> Entry:
    commitments = [entry.statement for entry in before if entry.statement["type"] == "Commitment"]
    if row["status"] == "withdrawn":
        return Entry(row, _said(row), "withdrawn", commitments[-1]["id"] if commitments else None)
    if row["type"] == "Outcome":
        return _outcome(row, commitments)
    if not commitments:
        return Entry(row, _said(row), "stated")
    last = commitments[-1]
    difference = _difference(row, last)
    same = (row["value"], row["value_max"], row["comparator"]) == (
        last["value"], last["value_max"], last["comparator"],
    )  # fmt: skip
    return Entry(row, _said(row), "restated" if same else "revised", last["id"], None if same else difference)


def _outcome(row: Record, commitments: Sequence[Record]) -> Entry:
    due = _due(row, commitments)
    if due is None:
        return Entry(row, _said(row), "reported")
    kept = _kept(due, row)
    difference = _difference(row, due)
    if kept:
        return Entry(row, _said(row), "delivered", due["id"], difference)
    if kept is False and row["year"] is not None and due["year"] is not None and row["year"] >= due["year"]:
        return Entry(row, _said(row), "short", due["id"], difference)
    return Entry(row, _said(row), "reported", due["id"], difference)


def _due(row: Record, commitments: Sequence[Record]) -> Record | None:
    """The commitment that an outcome answers: of its own year, else the next that is due, else the last that was."""
    live = [each for each in commitments if each["status"] != "withdrawn"]
    year = row["year"]
    if year is None:
        return live[-1] if live else None
    own = [each for each in live if each["year"] == year]
    later = sorted((each for each in live if (each["year"] or 0) > year), key=lambda each: int(each["year"]))
    earlier = sorted((each for each in live if (each["year"] or 0) < year), key=lambda each: int(each["year"] or 0))
    return own[-1] if own else later[0] if later else earlier[-1] if earlier else None


def _kept(due: Record, outcome: Record) -> bool | None:
    """Whether an outcome keeps a commitment; None where that can't be told."""
    promised, reached = due["value"], outcome["value"]
    if promised is None:
        return True
    if reached is None:
        return None
    if _downward(due):
        return bool(reached <= (due["value_max"] or promised) + _TOLERANCE)
    if due["comparator"] in {"le", "lt"}:
        return bool(reached <= promised + _TOLERANCE)
    if due["measure"]["kind"] == "indicator" and due["comparator"] == "eq" and due["baseline"] is None:
        return True if reached == promised else None  # which way is better is not said
    return bool(reached >= promised - _TOLERANCE)


def _downward(due: Record) -> bool:
    baseline = due["baseline"]
    return baseline is not None and due["value"] is not None and due["value"] < baseline["value"]


def _difference(row: Record, other: Record) -> float | None:
    if row["value"] is None or other["value"] is None:
        return None
    return float(format(row["value"] - other["value"], ".12g"))


def _sum(total: Record, others: Sequence[Record]) -> Sum | None:
    if total["value"] is None or total["part"] is not None or total["each"] or total["unit"] != "count":
        return None
    parts = [row for row in others if _is_part(row, total)]
    if not parts:
        return None
    added = sum(row["value"] * (max(1, len(row["places"])) if row["each"] else 1) for row in parts)
    ids = tuple(sorted(row["id"] for row in parts))
    agrees = _agrees(total["comparator"], added, total["value"])
    return Sum(total["id"], ids, total["value"], total["comparator"], added, agrees)


def _is_part(row: Record, total: Record) -> bool:
    same = ("status", "level", "specialty", "unit", "change", "period")
    return (
        row["part"] is True
        and row["value"] is not None
        and measure_key(row["measure"]) == measure_key(total["measure"])
        and all(row[name] == total[name] for name in same)
        and bool(_documents(row) & _documents(total))
        and _within(row["places"], total["places"])
    )


def _documents(row: Record) -> set[str]:
    return {piece["document"] for piece in row["evidence"]}


def _within(places: Sequence[str], wider: Sequence[str]) -> bool:
    known = vocabulary()
    return all(code in wider or any(above in wider for above in known.ancestors(code)) for code in places)


def _agrees(comparator: str, added: float, stated: float) -> bool:
    if comparator in {"ge", "gt"}:
        return added >= stated - _TOLERANCE
    if comparator in {"le", "lt"}:
        return added <= stated + _TOLERANCE
    if comparator == "approx":
        return abs(added - stated) <= 0.1 * abs(stated)
    return abs(added - stated) <= _TOLERANCE
