"""A written decimal with a scale is the whole number that it means, in both languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from languages.en.numerals import numeral
from languages.en.tokens import Sentence
from languages.zh.numerals import number

hundredths = st.integers(min_value=1, max_value=10_000_000)


@given(hundredths, st.sampled_from([("million", 10**6), ("billion", 10**9), ("lakh", 10**5), ("crore", 10**7)]))
def test_english_scales_are_exact(count: int, scale: tuple[str, int]) -> None:
    found = numeral(Sentence(f"{count // 100}.{count % 100:02} {scale[0]}"), 0)
    assert found is not None
    assert found.value == count * scale[1] // 100


@given(hundredths, st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_chinese_scales_are_exact(count: int, scale: tuple[str, int]) -> None:
    assert number(f"{count // 100}.{count % 100:02}{scale[0]}") == count * scale[1] // 100


def test_a_point_in_characters_takes_its_scale() -> None:
    assert number("八点二亿") == 820_000_000
