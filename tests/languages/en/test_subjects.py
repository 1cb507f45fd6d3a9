"""What a number in a predicate is about."""

from __future__ import annotations

from languages import pack
from languages.reading import Context


def test_that_stands_for_the_head_said_before() -> None:
    text = "The signing rate of key groups is above 75% and that of hypertensive patients is above 80%."
    readings = pack("en").read(text, 0, len(text), Context(date="2025-02-12", place="CN"))
    assert [(r.label, r.value) for r in readings] == [
        ("signing rate of key groups", 75),
        ("signing rate of hypertensive patients", 80),
    ]
