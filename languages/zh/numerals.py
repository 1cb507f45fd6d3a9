"""Chinese numerals: 十二, 两千五百, 一亿五千万, 三点五; and digits followed by 万 or 亿."""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod

from languages.exact import scaled

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10_000, "亿": 100_000_000}
HANZI = "零〇○一二两三四五六七八九十百千万亿"
ARABIC = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

_MIXED = re.compile(rf"({ARABIC})([十百千]?万亿|[百千]?[万亿]|千|百)?")


def hanzi(text: str) -> float | None:
    """The value of a numeral written in Chinese characters; None if it is none.

    >>> hanzi("一亿五千万")
    150000000.0
    """
    if not text or any(c not in HANZI for c in text):
        return None
    if all(c in DIGITS for c in text) and len(text) > 1:  # 二〇二五
        return float("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0.0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        else:
            total = (
                (total + section + digit or 1) * SCALES[c] if c == "亿" else total + (section + digit or 1) * SCALES[c]
            )
            section = digit = 0
    return total + section + digit


@lru_cache(maxsize=1024)
def number(text: str) -> float | None:
    """The value of digits with or without 万 or 亿, or of a Chinese numeral.

    >>> number("12.5亿"), number("3千"), number("1,284")
    (1250000000.0, 3000.0, 1284.0)
    """
    text = text.replace(" ", "")
    mixed = _MIXED.fullmatch(text)
    if not mixed:
        if "点" in text:
            return _decimal(text)
        return hanzi(text)
    value = float(mixed[1].replace(",", ""))
    return scaled(value, prod(UNITS.get(c) or SCALES[c] for c in mixed[2] or ""))


def _decimal(text: str) -> float | None:
    """三点五, 一点二万: a whole number, digits behind the point, a scale behind those."""
    whole, _, part = text.partition("点")
    digits = part.rstrip("".join(SCALES))
    left = hanzi(whole)
    if left is None or not digits or any(c not in DIGITS for c in digits):
        return None
    value = float(f"{left:.0f}." + "".join(str(DIGITS[c]) for c in digits))
    return scaled(value, prod(SCALES[c] for c in part[len(digits) :]))
