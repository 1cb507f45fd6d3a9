"""What a document says of itself."""

from __future__ import annotations

import pytest

from languages import pack

BODY = "\n\nThe commission will open 5 clinics.\n"


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("Health plan of the city\n\nCHENGDU, March 7, 2025 (News) --", "2025-03-07"),
        ("Health plan of the city\n2025-03-07 10:22 Source: Paper", "2025-03-07"),
        ("Health plan of the city\n7 March, 2025", "2025-03-07"),
        ("Health plan of the city\n03/17/2025", "2025-03-17"),
        ("On March 7, the 2025 Shaanxi provincial health work conference was held.", "2025-03-07"),
        ("Work summary for 2023 and key tasks for 2024 of the commission", "2024"),
    ],
)
def test_masthead_dates_the_document(opening: str, date: str) -> None:
    assert pack("en").masthead(opening + BODY).date == date


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Mianyang City: health work in 2025", "510700"),
        ("Nairobi county opens clinics\n\nNAIROBI, May 4, 2024 -", "KE"),
        ("Ministry reviews primary care\n\nNEW DELHI, May 4, 2024:", "IN"),
        ("Report on the Work of the Government\n\nFellow deputies,", "CN"),
    ],
)
def test_masthead_places_the_document(opening: str, place: str) -> None:
    assert pack("en").masthead(opening + BODY).place == place


def test_masthead_of_a_plan_sets_status_and_end() -> None:
    found = pack("en").masthead("Health Development Plan of Henan Province (2021-2025)" + BODY)
    assert (found.status, found.period, found.place) == ("planned", "2025", "410000")


def test_masthead_of_nothing_is_empty() -> None:
    assert pack("en").masthead("").date is None


def test_a_digest_of_a_decision_under_the_name_of_its_country_is_a_plan() -> None:
    head = pack("en").masthead(
        "INDIA\nDigest of the Decision approving the clinic network for 2024-2029\n7 March 2024" + BODY
    )
    assert (head.title, head.status, head.period) == (
        "Digest of the Decision approving the clinic network for 2024-2029",
        "planned",
        "2029",
    )


def test_a_title_of_the_whole_country_is_not_of_the_cities_that_the_text_names() -> None:
    opening = "China to open more wards\n\n" + "The ministry spoke of beds on 7 March 2024. " * 10
    assert pack("en").masthead(opening + "Pilots run in Tianjin." + BODY).place == "CN"
