import pytest

from kg.questions.body import same_body, same_body_here, without_place


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("Dazhou Municipal Health Commission", "达州市卫生健康委员会"),
        ("达州市卫健委", "Dazhou Municipal Health Commission"),
        ("Chongqing Hospital of Traditional Chinese Medicine", "重庆市中医院"),
        ("南充市中心医院", "Nanchong Central Hospital"),
        ("West China Hospital", "West China Hospital of Sichuan University"),
        ("朝阳市中医院", "市中医院"),
    ],
)
def test_same_body_is_known_in_both_languages_and_by_short_names(asked: str, stated: str) -> None:
    assert same_body(asked, stated)


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("达州市中心医院", "Nanchong Central Hospital"),
        ("Dazhou Central Hospital", "达州市中医院"),
        ("达州市人民医院", "达州市中心医院"),
    ],
)
def test_other_bodies_are_told_apart(asked: str, stated: str) -> None:
    assert not same_body(asked, stated)


def test_body_is_named_as_its_own_place_names_it() -> None:
    assert without_place("宣汉县人民医院") == "县人民医院"


def test_name_without_its_place_is_of_the_body_in_that_place() -> None:
    assert same_body_here("长沙市第五人民医院", "Municipal Fifth People's Hospital", ["430100"])
    assert same_body_here("Changsha's Fifth People's Hospital", "市第五人民医院", ["430100"])
    assert not same_body_here("长沙市第五人民医院", "Municipal Fifth People's Hospital", ["430200"])
    assert not same_body_here("长沙市中心医院", "Municipal Fifth People's Hospital", ["430100"])
