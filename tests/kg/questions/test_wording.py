import pytest

from kg.questions.wording import form_of, overlap, stem, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hospitals", "hospital"),
        ("cities", "city"),
        ("recognised", "recognize"),
        ("centre", "centers"),
        ("trained", "training"),
        ("Sichuan's", "sichuan"),
    ],
)
def test_words_meet_in_their_stem(one: str, other: str) -> None:
    assert stem(one.casefold()) == stem(other.casefold())


def test_form_is_found_whatever_the_punctuation() -> None:
    assert wording("推进“互联网+”、检查检验结果互认").says(form_of("互联网+", "zh"), "zh")
    assert wording("County-level medical sub-centers.").says(form_of("medical sub-center", "en"), "en")
    assert not wording("subsidies").says(form_of("sub", "en"), "en")


def test_overlap_is_the_share_of_neighbouring_pairs() -> None:
    assert overlap("分时段预约", "分时段的预约诊疗") == 0.75
