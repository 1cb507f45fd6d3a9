"""Whether a thing is sought, planned or done."""

from __future__ import annotations

from languages import pack
from languages.reading import Context


def test_a_hospital_that_is_to_be_listed_as_something_is_not_itself_sought() -> None:
    text = "We will apply to have Mianyang Central Hospital listed as a national regional medical center."
    readings = pack("en").read(text, 0, len(text), Context(date="2024-02-08", place="510700"))
    assert [(r.label, r.status) for r in readings] == [("national regional medical center", "sought")]
