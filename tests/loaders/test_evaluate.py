import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GoldError
from loaders.evaluate import Score, evaluate, records, score

TEXT = "全市新建卫生院12家,选派医生30名,创建健康县城。"


def fact(quote: str, label: str, value: float | None = None, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    evidence = [{"start": start, "end": start + len(quote), "quote": quote}]
    return {
        "status": "planned",
        "measure": {"any": [label]},
        "value": value,
        "evidence": evidence,
        "places": ["1"],
        **fields,
    }


CLINICS = fact("新建卫生院12家", "卫生院", 12)
DOCTORS = fact("选派医生30名", "医生", 30)
TOWN = fact("创建健康县城", "健康县城")


def figures(found: Score) -> tuple[float, float, float]:
    return found.recall, found.precision, found.named_precision


def test_score_of_the_gold_itself_is_perfect() -> None:
    found = score(TEXT, [CLINICS, DOCTORS, TOWN], [CLINICS, DOCTORS, TOWN])
    assert (*figures(found), found.f1, found.strict_f1, found.grounding) == (1, 1, 1, 1, 1, 1)


def test_score_counts_what_is_missed_and_what_is_too_much() -> None:
    found = score(TEXT, [CLINICS, DOCTORS, TOWN], [CLINICS, fact("选派医生30名", "医生", 31)])
    assert figures(found) == (1 / 3, 1 / 2, 1)
    assert ([record["value"] for record in found.missed], [record["value"] for record in found.spurious]) == (
        [30, None],
        [31],
    )


def test_score_leaves_optional_gold_out() -> None:
    optional = {**DOCTORS, "optional": True}
    assert figures(score(TEXT, [CLINICS, optional], [CLINICS])) == (1, 1, 1)
    assert figures(score(TEXT, [CLINICS, optional], [CLINICS, DOCTORS])) == (1, 1, 1)


def test_score_matches_named_facts_by_measure() -> None:
    found = score(TEXT, [TOWN], [fact("创建健康县城", "健康学校")])
    assert figures(found) == (0, 1, 0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"status": "achieved"}, "status"),
        ({"places": ["2"]}, "places"),
        ({"unit": "percent"}, "unit"),
        ({"comparator": "ge"}, "comparator"),
        ({"change": "increase"}, "change"),
        ({"level": "county"}, "level"),
        ({"period": "2025"}, "year"),
        ({"measure": {"zh": "村医"}}, "measure"),
    ],
)
def test_score_is_strict_in_every_field(change: dict[str, object], field: str) -> None:
    found = score(TEXT, [CLINICS], [{**CLINICS, **change}])
    assert (found.recall, found.strict_f1) == (1, 0)
    assert [name for name, share in found.fields().items() if share == 0] == [field]


@pytest.mark.parametrize(
    ("gold", "output"),
    [
        ({"comparator": "gt"}, {"comparator": "ge"}),
        ({"unit": "permille"}, {"unit": "per_1000"}),
        ({"status": ["planned", "underway"]}, {"status": "underway"}),
        ({"places": "*"}, {"places": ["3"]}),
        ({"period": "*"}, {"period": "2031"}),
        ({"period": "2025-12"}, {"period": "2025"}),
        ({"measure": {"any": ["village clinics"]}}, {"measure": {"en": "Village clinic"}}),
        ({"measure": {"any": ["the rehabilitation centre"]}}, {"measure": {"en": "rehabilitation centers"}}),
    ],
)
def test_score_takes_these_for_the_same(gold: dict[str, object], output: dict[str, object]) -> None:
    assert score(TEXT, [{**CLINICS, **gold}], [{**CLINICS, **output}]).strict_f1 == 1


def test_score_gives_each_output_to_one_gold() -> None:
    found = score(TEXT, [CLINICS, {**CLINICS, "level": "county"}], [{**CLINICS, "level": "county"}])
    assert (len(found.matches), len(found.missed)) == (1, 1)
    assert found.matches[0].gold["level"] == "county"


def test_score_finds_ungrounded_evidence() -> None:
    moved = {**CLINICS, "evidence": [{"start": 0, "end": 3, "quote": "新建卫"}]}
    bare = {**DOCTORS, "evidence": []}
    assert score(TEXT, [], [CLINICS, moved, bare]).grounding == 1 / 3


def test_phenomena_are_counted() -> None:
    gold = [{**CLINICS, "each": True, "unit": "percent"}, DOCTORS]
    found = score(TEXT, gold, [DOCTORS]).phenomena()
    assert {name: (tally.gold, tally.found, tally.strict) for name, tally in found.items()} == {
        "status planned": (2, 1, 1),
        "each": (1, 0, 0),
        "rate": (1, 0, 0),
    }


def test_scores_add_up() -> None:
    one, other = score(TEXT, [CLINICS], [CLINICS]), score(TEXT, [DOCTORS], [])
    assert figures(one + other) == (0.5, 1, 1)


def test_evaluate_scores_each_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps(CLINICS) + "\n\n", encoding="utf-8")
    assert figures(evaluate(tmp_path, tmp_path, lambda file: [CLINICS])["a"]) == (1, 1, 1)


def test_gold_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no gold"):
        evaluate(tmp_path, tmp_path, lambda file: [])
    (tmp_path / "a.jsonl").write_text("{}\n{", encoding="utf-8")
    with pytest.raises(GoldError, match="has no text"):
        evaluate(tmp_path, tmp_path, lambda file: [])
    with pytest.raises(GoldError, match="line 2"):
        records(tmp_path / "a.jsonl")
