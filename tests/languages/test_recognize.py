import itertools

import pytest

from languages.recognize import folded, labels
from ontology.codes import Lang


def found(text: str, lang: Lang) -> list[str]:
    return [text[label.start : label.end] for label in labels(text, lang)]


def test_the_longest_label_wins() -> None:
    assert found("建设国家区域医疗中心", "zh") == ["国家区域医疗中心"]


def test_labels_do_not_overlap_and_are_ordered() -> None:
    spans = [(x.start, x.end) for x in labels("成都市互联网医院和乡镇卫生院、村卫生室", "zh")]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_a_label_stands_for_all_that_bear_it() -> None:
    label = next(x for x in labels("鼓楼区", "zh"))
    codes = {id for kind, id in label.candidates if kind == "place"}
    assert {"320106", "350102"} <= codes


def test_other_widths_and_scripts_are_the_same_label() -> None:
    assert found("互聯網醫院", "zh") == ["互聯網醫院"]


def test_latin_letters_are_no_part_of_a_longer_word() -> None:
    assert found("购置CT一台", "zh") == ["CT"]
    assert found("购置CTX一台", "zh") == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Internet hospitals in Chengdu", "Chengdu"),
        ("the INFANT MORTALITY rate", "INFANT MORTALITY"),
        ("Women’s hospital in Luzhou", "Luzhou"),
    ],
)
def test_english_labels_in_any_case(text: str, hit: str) -> None:
    assert any(hit in word for word in found(text, "en"))


def test_english_labels_end_at_word_boundaries() -> None:
    assert found("Indiana", "en") == []
    assert found("India", "en") == ["India"]


def test_text_without_labels() -> None:
    assert labels("", "zh") == []
    assert labels("", "en") == []
    assert labels("天气晴好", "zh") == []


def test_folded_text_keeps_its_length() -> None:
    text = "İSTANBUL’s ４０"
    assert len(folded(text, "en")) == len(text)
