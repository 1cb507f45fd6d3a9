"""Names that follow by rule: of places, of hospitals, and the spellings of English labels."""

import pytest

from ontology.codes import Lang
from ontology.label import plural, spellings
from ontology.vocabulary import vocabulary


def _ids(label: str, lang: Lang, kind: str) -> set[str]:
    return {key for known, found, key in vocabulary().labels(lang) if known == label and found == kind}


@pytest.mark.parametrize(
    ("label", "lang", "codes"),
    [
        ("四川", "zh", {"510000"}),
        ("阿坝州", "zh", {"513200"}),
        ("宣汉", "zh", {"511722"}),
        ("北川", "zh", {"510726"}),
        ("黔东南州", "zh", {"522600"}),
        ("锡盟", "zh", {"152500"}),
        ("万州", "zh", {"500101"}),
        ("朝阳", "zh", {"211300"}),
        ("海南", "zh", {"460000", "632500"}),
        ("长沙", "zh", {"430100"}),
        ("公安", "zh", set()),
        ("资源", "zh", set()),
        ("Dongcheng District", "en", {"110101"}),
        ("Xuanhan County", "en", {"511722"}),
        ("Xuanhan", "en", {"511722"}),
        ("Garze", "en", {"513300"}),
        ("Ganzi", "en", {"513300"}),
        ("Tibet", "en", {"540000"}),
        ("Xizang", "en", {"540000"}),
        ("Sichuan Province", "en", {"510000"}),
        ("Mile", "en", set()),
        ("Xi'an", "en", {"610100"}),
        ("India", "en", {"IN"}),
    ],
)
def test_place_goes_by(label: str, lang: Lang, codes: set[str]) -> None:
    assert _ids(label, lang, "place") == codes


@pytest.mark.parametrize(
    ("label", "lang", "name", "city"),
    [
        ("华西医院", "zh", "四川大学华西医院（四川大学华西临床医学院）", "510100"),
        ("湘雅医院", "zh", "中南大学湘雅医院", "430100"),
        ("天坛医院", "zh", "首都医科大学附属北京天坛医院", "110000"),
        ("西南医科大学附属医院", "zh", "泸州医学院附属医院", "510500"),
        ("达州市二院", "zh", "达州市第二人民医院", "511700"),
        ("Sichuan Provincial People's Hospital", "en", "四川省人民医院", "510100"),
        ("West China Hospital", "en", "四川大学华西医院（四川大学华西临床医学院）", "510100"),
        ("First Affiliated Hospital of Zhengzhou University", "en", "郑州大学第一附属医院", "410100"),
    ],
)
def test_hospital_goes_by(label: str, lang: Lang, name: str, city: str) -> None:
    found = [vocabulary().hospitals[key] for key in _ids(label, lang, "hospital")]
    assert [(hospital.zh, hospital.city) for hospital in found] == [(name, city)]


def test_short_form_is_shared_by_hospitals_of_many_provinces() -> None:
    found = {vocabulary().hospitals[key].province for key in _ids("省人民医院", "zh", "hospital")}
    assert {"510000", "430000", "440000"} <= found


@pytest.mark.parametrize("label", ["人民医院", "中心医院", "附属医院"])
def test_kind_of_hospital_names_none(label: str) -> None:
    assert _ids(label, "zh", "hospital") == set()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("key clinical specialty", "key clinical specialties"),
        ("branch", "branches"),
        ("medical equipment", "medical equipment"),
        ("screening", "screening"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def test_spellings_cover_both_sides_of_the_atlantic() -> None:
    forms = spellings("close-knit pediatric center")
    assert {"close knit pediatric centers", "close-knit paediatric centre"} <= set(forms)
