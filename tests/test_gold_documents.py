"""The gold documents of `tests/gold`: their shape, their evidence and their codes."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
DIVISIONS = Path(__file__).parents[1] / "ontology" / "vocabularies" / "divisions.csv"

FIELDS = (
    "type status measure level value value_max comparator unit change baseline each places actor organizations "
    "period evidence optional"
).split()
STATUSES = {
    "sought": "Commitment",
    "planned": "Commitment",
    "underway": "Commitment",
    "conditional": "Commitment",
    "withdrawn": "Commitment",
    "achieved": "Outcome",
}
LEVELS = {None, "*", "national", "provincial", "municipal", "county", "township", "village"}
COMPARATORS = {"eq", "ge", "gt", "le", "lt", "approx", "range", "all"}
UNITS = {
    "count",
    "percent",
    "percentage_point",
    "permille",
    "per_100k",
    "per_10k",
    "per_1000",
    "years",
    "times",
}
CHANGES = {"*", "level", "increase", "decrease"}
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTRY = re.compile(r"[A-Z]{2}")
PERIOD = re.compile(r"\d{4}(-\d{2}){0,2}|\*")

STEMS = sorted(path.stem for path in (GOLD / "texts").glob("*.txt"))


def facts(stem: str) -> list[dict[str, Any]]:
    lines = (GOLD / "facts" / f"{stem}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def statuses(fact: dict[str, Any]) -> list[str]:
    status = fact["status"]
    return status if isinstance(status, list) else [status]


@pytest.fixture(scope="module")
def codes() -> set[str]:
    with DIVISIONS.open(encoding="utf-8", newline="") as lines:
        return {row["code"] for row in csv.DictReader(lines)}


def test_every_text_has_facts_and_every_fact_file_a_text() -> None:
    assert sorted(path.stem for path in (GOLD / "facts").glob("*.jsonl")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_evidence_stands_in_the_text(stem: str) -> None:
    text = (GOLD / "texts" / f"{stem}.txt").read_bytes().decode("utf-8")
    spans = [span for fact in facts(stem) for span in fact["evidence"]]
    assert spans
    assert [text[span["start"] : span["end"]] for span in spans] == [span["quote"] for span in spans]


@pytest.mark.parametrize("stem", STEMS)
def test_a_fact_has_the_fields_and_words_of_the_guide(stem: str) -> None:
    for fact in facts(stem):
        assert list(fact) == FIELDS
        assert fact["type"] in {STATUSES[status] for status in statuses(fact)}
        assert fact["evidence"]
        assert fact["measure"]["any"]
        assert all(isinstance(label, str) and label for label in fact["measure"]["any"])
        assert fact["level"] in LEVELS
        assert fact["comparator"] in COMPARATORS
        assert fact["unit"] in UNITS or CURRENCY.fullmatch(fact["unit"])
        assert fact["change"] in CHANGES
        assert fact["period"] is None or PERIOD.fullmatch(fact["period"])
        assert isinstance(fact["each"], bool)
        assert isinstance(fact["optional"], bool)


@pytest.mark.parametrize("stem", STEMS)
def test_numbers_agree_with_their_comparator(stem: str) -> None:
    for fact in facts(stem):
        assert (fact["comparator"] == "range") == (fact["value_max"] is not None)
        assert fact["value_max"] is None or fact["value"] < fact["value_max"]
        assert fact["comparator"] != "all" or fact["value"] is None
        assert fact["baseline"] is None or set(fact["baseline"]) == {"value", "year"}


@pytest.mark.parametrize("stem", STEMS)
def test_places_are_known_codes(stem: str, codes: set[str]) -> None:
    for fact in facts(stem):
        places = fact["places"]
        if places == "*":
            continue
        assert len(places) == len(set(places))
        assert [place for place in places if place not in codes and not COUNTRY.fullmatch(place)] == []


@pytest.mark.parametrize("stem", STEMS)
def test_no_fact_stands_twice(stem: str) -> None:
    seen = [json.dumps(fact, ensure_ascii=False, sort_keys=True) for fact in facts(stem)]
    assert len(seen) == len(set(seen))
