"""The evaluation that lies beside the project (`../shared`), where it is there: texts, phrases and questions scored."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.extract import extract
from cli.options import Form
from kg.questions import answer, answers
from kg.rdf.export import exported
from kg.store import Store, open_store
from languages import pack
from languages.reading import Context
from loaders.pipeline import load
from loaders.record import reading_record
from ontology.codes import Lang

SHARED = Path(__file__).parents[2] / "shared"
EVAL, SEEDS = SHARED / "eval", SHARED / "seeds"
CITIES = {"510500", "510600", "511300", "511500"}

pytestmark = pytest.mark.skipif(not EVAL.exists(), reason="there is no ../shared/eval; CI has it")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(data=tmp_path_factory.mktemp("seeds")) as store:
        assert load([SEEDS], store).failures == ()
        yield store


def scored(script: str, *arguments: str | Path) -> str:
    order = [sys.executable, str(EVAL / script), *map(str, arguments)]
    return subprocess.run(order, capture_output=True, text=True, check=True).stdout


def facts(files: list[Path], tmp_path: Path) -> dict[str, float]:
    """The score of what is extracted from some texts."""
    gold = tmp_path / "gold"
    gold.mkdir()
    for file in files:
        (gold / f"{file.stem}.jsonl").symlink_to(EVAL / "gold" / f"{file.stem}.jsonl")
    extract(files, Form.jsonl, tmp_path / "facts")
    return dict(json.loads(scored("score.py", EVAL / "texts", gold, tmp_path / "facts", "--json")))


def test_extraction_of_all_texts(tmp_path: Path) -> None:
    found = facts(sorted((EVAL / "texts").glob("*.txt")), tmp_path)
    least = {"f1": 0.9, "strict_f1": 0.75, "named_precision": 0.75, "grounding": 1}
    assert {name: found[name] for name in least if found[name] < least[name]} == {}


def test_extraction_of_the_seeds(tmp_path: Path) -> None:
    found = facts([EVAL / "texts" / file.name for file in sorted(SEEDS.glob("*.txt"))], tmp_path)
    least = {"recall": 0.9, "strict_f1": 0.75, "grounding": 1}
    assert {name: found[name] for name in least if found[name] < least[name]} == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_phrases_get_their_readings_and_near_misses_stay_silent(lang: Lang, tmp_path: Path) -> None:
    asked = [
        json.loads(line) for line in scored("score_phrases.py", EVAL / f"phrases_{lang}.yaml", "--ask").splitlines()
    ]
    with (tmp_path / "readings.jsonl").open("w", encoding="utf-8") as file:
        for each in asked:
            readings = pack(lang).phrase(each["phrase"], Context(date=each["date"]))
            print(json.dumps({"phrase": each["phrase"], "readings": [*map(reading_record, readings)]}), file=file)
    said = scored("score_phrases.py", EVAL / f"phrases_{lang}.yaml", tmp_path / "readings.jsonl")
    right, phrases, silent, misses = map(int, re.findall(r"\d+", said))
    assert right >= 0.95 * phrases
    assert silent == misses


def test_questions_over_the_seeds(seeds: Store, tmp_path: Path) -> None:
    with (tmp_path / "answers.jsonl").open("w", encoding="utf-8") as file:
        for each in answers(EVAL / "questions.jsonl", seeds):
            print(json.dumps(each), file=file)
    said = scored("score_questions.py", EVAL / "questions.jsonl", tmp_path / "answers.jsonl")
    right, wrong = re.search(r"right (\d+)", said), re.search(r"wrong answers (\d+)", said)
    assert right is not None
    assert wrong is not None
    assert int(right[1]) >= 28
    assert int(wrong[1]) <= 2


@pytest.mark.parametrize(
    "question", ["Which cities receive national regional medical centers?", "哪些城市将获得国家区域医疗中心?"]
)
def test_the_example_question_over_the_seeds(seeds: Store, question: str) -> None:
    found = answer(question, seeds)
    given, evidence = found["answers"], found["evidence"]
    assert isinstance(given, list)
    assert isinstance(evidence, list)
    assert {each["code"] for each in given} == CITIES
    assert {each["status"] for each in given} == {"sought"}
    assert all(any(name in piece["quote"] for piece in evidence) for name in ("泸州", "南充", "宜宾", "德阳"))


def test_the_seeds_in_any_order_and_twice_give_the_same_graph(seeds: Store, tmp_path: Path) -> None:
    with open_store(data=tmp_path) as store:
        for file in sorted(SEEDS.glob("*.txt"), reverse=True):
            load([file], store)
        load([SEEDS], store, again=True)
        assert exported(store, "nquads") == exported(seeds, "nquads")
