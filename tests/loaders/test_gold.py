"""How much of the project's own gold the extractor must read at least; its shape: tests/test_gold_documents.py."""

from pathlib import Path

from loaders.agreement import Gold
from loaders.evaluate import Score, evaluate
from loaders.extract import extract
from loaders.readers import read
from loaders.record import record

GOLD = Path(__file__).parents[1] / "gold"
LEAST = {"recall": 0.9, "precision": 0.95, "f1": 0.92, "strict_f1": 0.75, "named_precision": 0.8}


def test_extraction_reads_the_gold() -> None:
    scores = evaluate(GOLD / "texts", GOLD / "facts", _extracted)
    whole = sum(scores.values(), Score())
    assert len(scores) >= 12
    assert whole.grounding == 1
    assert {name: getattr(whole, name) for name in LEAST if getattr(whole, name) < LEAST[name]} == {}


def _extracted(file: Path) -> list[Gold]:
    return [record(statement) for statement in extract(read(file))]
