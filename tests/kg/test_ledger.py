"""Commitments followed through time, and totals held against their parts."""

from __future__ import annotations

from typing import Any

import pytest

from kg.ledger import Thread, ledger, thread_of, threads
from kg.query import Query
from kg.store import Store


def row(id: str, status: str, value: float | None, year: int, said: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id, "type": "Outcome" if status == "achieved" else "Commitment", "status": status, "level": None,
        "measure": {"id": "night-clinic", "zh": None, "en": None, "kind": "facility"}, "value": value,
        "value_max": None, "comparator": "ge", "unit": "count", "change": "level", "baseline": None, "each": False,
        "places": ["510500"], "organizations": [], "specialty": None, "part": None, "period": str(year), "year": year,
        "evidence": [{"document": said, "date": said}], **more,
    }  # fmt: skip


def relations(*rows: dict[str, Any]) -> list[tuple[str, str, str | None, float | None]]:
    [thread] = threads(rows)
    return [(each.statement["id"], each.relation, each.to, each.difference) for each in thread.entries]


def test_a_number_said_again_is_restated_and_another_one_revised() -> None:
    first, again = row("a", "planned", 5, 2023, "2023-01-01"), row("b", "planned", 5, 2024, "2024-01-01")
    more = row("c", "planned", 8, 2025, "2025-01-01")
    assert relations(more, again, first) == [
        ("a", "stated", None, None),
        ("b", "restated", "a", None),
        ("c", "revised", "b", 3),
    ]


@pytest.mark.parametrize(
    ("reached", "relation"),
    [(5, "delivered"), (9, "delivered"), (4, "short"), (None, "reported")],
)
def test_an_outcome_of_the_year_settles_a_commitment(reached: float | None, relation: str) -> None:
    promised, outcome = row("a", "planned", 5, 2023, "2023-01-01"), row("b", "achieved", reached, 2023, "2024-01-01")
    assert relations(promised, outcome)[1][1:3] == (relation, "a")


def test_less_than_promised_before_it_is_due_settles_nothing() -> None:
    promised, outcome = row("a", "planned", 5, 2025, "2023-01-01"), row("b", "achieved", 3, 2023, "2024-01-01")
    assert relations(promised, outcome)[1] == ("b", "reported", "a", -2)


def test_an_outcome_answers_the_commitment_of_its_own_year() -> None:
    promised = [row("a", "planned", 5, 2023, "2023-01-01"), row("b", "planned", 9, 2024, "2023-06-01")]
    assert relations(*promised, row("c", "achieved", 6, 2023, "2024-01-01"))[2][1:3] == ("delivered", "a")


@pytest.mark.parametrize(("reached", "relation"), [(3.9, "delivered"), (4.4, "short")])
def test_what_is_to_fall_is_kept_from_below(reached: float, relation: str) -> None:
    falling = {"comparator": "eq", "baseline": {"value": 6.0, "year": "2020"}, "unit": "permille"}
    promised = row("a", "planned", 4, 2023, "2021-01-01", **falling)
    outcome = row("b", "achieved", reached, 2023, "2024-01-01", unit="permille", comparator="eq")
    assert relations(promised, outcome)[1][1] == relation


def test_which_way_is_better_is_not_guessed() -> None:
    kind = {"measure": {"id": "x-rate", "zh": None, "en": None, "kind": "indicator"}, "comparator": "eq"}
    promised, outcome = row("a", "planned", 4, 2023, "2021", **kind), row("b", "achieved", 5, 2023, "2024", **kind)
    assert relations(promised, outcome)[1][1] == "reported"


def test_a_commitment_is_withdrawn() -> None:
    promised, gone = row("a", "planned", 5, 2023, "2023-01-01"), row("b", "withdrawn", 5, 2023, "2023-09-01")
    assert relations(promised, gone)[1] == ("b", "withdrawn", "a", None)


def test_other_places_levels_and_units_are_other_threads() -> None:
    rows = [
        row("a", "planned", 5, 2023, "2023"),
        row("b", "planned", 5, 2023, "2023", places=["510600"]),
        row("c", "planned", 5, 2023, "2023", level="county"),
        row("d", "planned", 5, 2023, "2023", unit="percent"),
    ]
    assert len(threads(rows)) == 4


@pytest.mark.parametrize(
    ("comparator", "stated", "agrees"), [("ge", 40, True), ("eq", 40, False), ("eq", 42, True), ("le", 40, False)]
)
def test_parts_are_summed_against_the_total(comparator: str, stated: float, agrees: bool) -> None:
    rows = [
        row("t", "planned", stated, 2023, "2023", comparator=comparator, places=["510000"]),
        row("p", "planned", 30, 2023, "2023", part=True, places=["510100"]),
        row("q", "planned", 6, 2023, "2023", part=True, each=True, places=["510500", "510600"]),
        row("elsewhere", "planned", 9, 2023, "2023", part=True, places=["610100"]),
        row("later", "planned", 9, 2024, "2023", part=True, places=["510700"]),
    ]
    [total] = [thread for thread in threads(rows) if thread.sums]
    assert [(each.parts, each.sum, each.agrees) for each in total.sums] == [(("p", "q"), 42, agrees)]


def test_the_ledger_of_a_store(asked_store: Store) -> None:
    found = ledger(Query(subject="statements", place=("510000",), descendants=False), asked_store)
    assert _relations(found, "key-clinical-specialty") == [
        ["stated", "revised", "delivered"],
        ["stated"],
    ]
    online = ledger(Query(subject="statements", measure=("internet-hospital",)), asked_store)
    [total] = [each for thread in online for each in thread.sums]
    assert (total.stated, total.sum, total.agrees, len(total.parts)) == (40, 42, True, 3)


def test_a_thread_is_found_from_any_of_its_statements(asked_store: Store) -> None:
    [first, *_] = ledger(Query(subject="statements", measure=("key-clinical-specialty",)), asked_store)
    for entry in first.entries:
        assert thread_of(entry.statement["id"], asked_store) == first
    assert thread_of("nothing", asked_store) is None


def _relations(found: list[Thread], measure: str) -> list[list[str]]:
    kept = [thread for thread in found if thread.measure["id"] == measure]
    return sorted(([entry.relation for entry in thread.entries] for thread in kept), key=len, reverse=True)
