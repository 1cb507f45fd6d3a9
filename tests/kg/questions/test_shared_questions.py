"""The shared questions over the shared seeds, from the files to the answers."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from kg.questions import answers
from kg.settings import Settings
from kg.store import open_store
from loaders.pipeline import load

SHARED = Path(__file__).parents[4] / "shared"
QUESTIONS = SHARED / "eval" / "questions.jsonl"

pytestmark = pytest.mark.skipif(not QUESTIONS.exists(), reason="the shared seeds and questions are not beside the tree")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Ids of the questions answered right, wrong, and not at all, by the shared scorer."""
    spec = importlib.util.spec_from_file_location("score_questions", SHARED / "eval" / "score_questions.py")
    assert spec
    assert spec.loader
    scorer: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with open_store(Settings(data=tmp_path_factory.mktemp("seeds"))) as store:
        load([SHARED / "seeds"], store)
        given = {each["id"]: each for each in answers(QUESTIONS, store)}
    found: dict[str, list[str]] = {"right": [], "wrong": [], "silent": []}
    for line in QUESTIONS.read_text("utf-8").splitlines():
        asked = json.loads(line)
        said = given[asked["id"]]
        verdict = "right" if scorer.right(asked, said) else "wrong" if said["answers"] else "silent"
        found[verdict].append(asked["id"])
    return found


def test_nearly_all_shared_questions_are_answered_right(judged: dict[str, list[str]]) -> None:
    assert len(judged["right"]) >= 36, judged


def test_hardly_any_shared_question_is_answered_wrong(judged: dict[str, list[str]]) -> None:
    assert len(judged["wrong"]) <= 1, judged
