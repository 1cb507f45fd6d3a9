"""The project's own gold, and how much of them the extractor must read at least."""

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.agreement import ANY, Gold
from loaders.evaluate import Score, evaluate, records
from loaders.extract import extract
from loaders.readers import read
from loaders.record import record
from ontology.codes import CHANGES, COMPARATORS, LEVELS, STATUSES, UNITS, statement_type
from ontology.vocabulary import vocabulary

GOLD = Path(__file__).parents[1] / "gold"
FACTS = sorted((GOLD / "facts").glob("*.jsonl"))
LEAST = {"recall": 0.9, "precision": 0.9, "f1": 0.9, "strict_f1": 0.75, "named_precision": 0.6}
FIELDS = {
    "type", "status", "measure", "level", "value", "value_max", "comparator", "unit", "change", "baseline", "each",
    "places", "actor", "organizations", "period", "evidence", "optional",
}  # fmt: skip


def test_gold_has_at_least_six_documents_of_each_language() -> None:
    langs = [read(GOLD / "texts" / f"{file.stem}.txt").lang for file in FACTS]
    assert min(langs.count("zh"), langs.count("en")) >= 6


@pytest.mark.parametrize("file", FACTS, ids=lambda file: file.stem)
def test_gold_evidence_stands_in_its_text(file: Path) -> None:
    text = (GOLD / "texts" / f"{file.stem}.txt").read_bytes().decode("utf-8")
    pieces = [piece for fact in records(file) for piece in fact["evidence"]]
    assert [text[piece["start"] : piece["end"]] for piece in pieces] == [piece["quote"] for piece in pieces]
    assert all(piece["quote"] for piece in pieces)


@pytest.mark.parametrize("file", FACTS, ids=lambda file: file.stem)
def test_gold_records_use_the_closed_lists(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        fact: dict[str, Any] = json.loads(line)
        statuses = fact["status"] if isinstance(fact["status"], list) else [fact["status"]]
        places = [] if fact["places"] == ANY else fact["places"]
        assert set(fact) == FIELDS
        assert set(statuses) <= set(STATUSES)
        assert fact["type"] == statement_type(statuses[0])
        assert fact["level"] in {None, ANY, *LEVELS}
        assert fact["comparator"] in COMPARATORS
        assert fact["change"] in {ANY, *CHANGES}
        assert fact["unit"] in {*UNITS, "CNY", "INR", "GBP"}
        assert set(places) <= set(vocabulary().places)
        assert fact["measure"]["any"]


def test_extraction_reads_the_gold() -> None:
    scores = evaluate(GOLD / "texts", GOLD / "facts", _extracted)
    whole = sum(scores.values(), Score())
    assert whole.grounding == 1
    assert {name: getattr(whole, name) for name in LEAST if getattr(whole, name) < LEAST[name]} == {}


def _extracted(file: Path) -> list[Gold]:
    return [record(statement) for statement in extract(read(file))]
