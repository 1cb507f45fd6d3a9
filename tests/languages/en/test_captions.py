"""What the rows of a table count."""

from __future__ import annotations

from languages import pack
from languages.reading import Context


def test_rows_count_what_the_line_above_them_names() -> None:
    text = "State-wise number of functional dialysis units\nBihar - 38\nHaryana - 22"
    start = text.index("Haryana")
    readings = pack("en").read(text, start, len(text), Context(date="2025-02-12", place="IN"))
    assert [(r.measure, r.value) for r in readings] == [("dialysis-center", 22)]
