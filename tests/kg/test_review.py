"""Corrections field by field, and decisions that meet nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Baseline, Evidence, Measure, Statement
from kg.review import FIELDS, Decision, Json, corrected, replayed
from ontology.vocabulary import vocabulary

PIECE = Evidence("d", 0, 4, "五张床位")
STATEMENT = Statement("planned", Measure(zh="床位"), value=5.0, places=("510100",), evidence=(PIECE,))


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("status", "achieved", {"status": "achieved"}),
        ("level", "county", {"level": "county"}),
        ("level", None, {"level": None}),
        ("comparator", "ge", {"comparator": "ge"}),
        ("change", "increase", {"change": "increase"}),
        ("value", 6, {"value": 6.0}),
        ("value", None, {"value": None}),
        ("value_max", 9.5, {"value_max": 9.5}),
        ("unit", "percent", {"unit": "percent"}),
        ("specialty", "cardiology", {"specialty": "cardiology"}),
        ("part", "part", {"part": "part"}),
        ("period", "2025-12", {"period": "2025-12"}),
        ("places", ["510500", "510300"], {"places": ("510300", "510500")}),
        ("organizations", ["乙", "甲"], {"organizations": ("乙", "甲")}),
        ("each", True, {"each": True}),
        ("baseline", {"value": 3, "year": "2020"}, {"baseline": Baseline(3.0, "2020")}),
        ("baseline", None, {"baseline": None}),
    ],
)
def test_each_field_can_be_corrected(field: str, value: Json, expected: dict[str, Json]) -> None:
    assert corrected(STATEMENT, field, value, vocabulary()) == replace(STATEMENT, **expected)


def test_a_measure_is_corrected_to_a_term() -> None:
    fixed = corrected(STATEMENT, "measure", "national-regional-medical-center", vocabulary())
    assert (fixed.measure.id, fixed.measure.zh) == ("national-regional-medical-center", "国家区域医疗中心")
    assert set(FIELDS) >= {"measure"}


def test_a_decision_on_another_reading_or_place_changes_nothing() -> None:
    def decision(**change: Json) -> Decision:
        place: dict[str, Json] = {"document": "d", "start": 0, "end": 4, "reading": STATEMENT.id}
        return Decision("reject", "an editor", "2026", **{**place, **change})

    changes: tuple[dict[str, Json], ...] = ({"document": "e"}, {"start": 1}, {"end": 5}, {"reading": "x"})
    for change in changes:
        assert replayed([STATEMENT], [decision(**change)], vocabulary()) == [STATEMENT]
    assert replayed([STATEMENT], [decision()], vocabulary()) == []


def test_merges_follow_each_other_and_end() -> None:
    def merge(label: str, value: str) -> Decision:
        return Decision("merge", "an editor", "2026", label=label, value=value)

    center, area = "national-regional-medical-center", "national-medical-center"
    chain = [merge("床位", center), merge(center, area), merge(area, center)]
    assert replayed([STATEMENT], chain[:2], vocabulary())[0].measure.id == area
    assert replayed([STATEMENT], chain, vocabulary())[0].measure.id in {center, area}
