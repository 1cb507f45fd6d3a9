"""What headings and sentences set, and where sentences end."""

from __future__ import annotations

import pytest

from languages import pack
from languages.reading import Context, Section

CONTEXT = Context(date="2024-02-08", place="510000", period="2024")


@pytest.mark.parametrize(
    ("heading", "status", "period"),
    [
        ("I. Review of work in 2023", "achieved", "2023"),
        ("2. Key tasks for 2024", "planned", "2024"),
        ("Major achievements", "achieved", None),
        ("Next steps", "planned", None),
        ("Part Two. What was done in 2023", "achieved", "2023"),
        ("Where we fell short", "achieved", None),
        ("What comes next", "planned", None),
        ("II. Main tasks of the 15th Five-Year Plan period", "planned", "2030"),
    ],
)
def test_section_of_a_heading(heading: str, status: str, period: str | None) -> None:
    found = pack("en").section(heading, CONTEXT)
    assert found is not None
    assert (found.status, found.period) == (status, period)


@pytest.mark.parametrize(
    "line", ["The city opened 5 clinics in the past year.", "The plan was reviewed by the ministry on Friday."]
)
def test_running_text_is_no_heading(line: str) -> None:
    assert pack("en").section(line, CONTEXT) is None


def test_a_place_before_a_colon_is_the_section_of_a_round_up() -> None:
    assert pack("en").section("Guizhou: 40 clinics will open", CONTEXT) == Section(place="520000")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2023, 5 clinics were opened.", "2023"),
        ("Last year, the city opened 5 clinics.", "2023"),
        ("By the end of 2022, there were 5 clinics.", "2022"),
    ],
)
def test_tone_is_the_year_that_a_sentence_opens_with(text: str, period: str) -> None:
    found = pack("en").tone(text, 0, len(text), CONTEXT)
    assert found is not None
    assert found.period == period


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    text = "Dr. Li spent Rs. 5 crore on Jan. 3. The U.S. gave 1.5 million. It grew."
    spans = pack("en").sentences(text, 0, len(text))
    assert [text[a:b] for a, b in spans] == [
        "Dr. Li spent Rs. 5 crore on Jan. 3.",
        "The U.S. gave 1.5 million.",
        "It grew.",
    ]


@pytest.mark.parametrize(
    ("text", "period", "lasting"),
    [
        ("According to the bureau, last year 5 clinics were built.", "2023", False),
        ("Looking back on 2022, the wards grew in number.", "2022", False),
        ("It was learned from the bureau of the city that in 2023 it opened a ward.", "2023", False),
        ("The bureau released its 2023 bulletin on Monday.", "2023", True),
        ("The province has approved the plan for its hospitals up to 2027.", "2027", True),
    ],
)
def test_an_opening_sets_the_year_of_what_follows(text: str, period: str, lasting: bool) -> None:
    found = pack("en").tone(text, 0, len(text), CONTEXT)
    assert found is not None
    assert (found.period, found.lasting) == (period, lasting)
