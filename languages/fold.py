"""Fold spelling so that rules need one form only, character for character: offsets stay as they are."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

# One dash, one tilde, one middle dot; look-alike radicals that NFKC leaves (U+2E80 block).
_DASHES = dict.fromkeys("–—―−‒﹣－～~〜", "—")
_RADICALS = dict(zip("⺠⻘⻔⻛⻝⻆⺟⻓⻅⻚⻢⻥⻨⻩⻬", "民青门风食角母长见页马鱼麦黄齐", strict=True))
_LOOKALIKES = {
    "﹪": "%",
    "∶": ":",
    "﹒": ".",
    "·": "·",
    "﹔": ";",
    "〈": "《",
    "〉": "》",
    "\u00a0": " ",
    "\u3000": " ",
}
_KEPT = {"。": "。", "、": "、", "“": "“", "”": "”"}
_AMBIGUOUS = frozenset("乾藉瞭著覆徵於甯")  # simplified text has these too
_LINE, _LINES = 2000, 512  # lines are asked for again by each step that reads them, so the last ones are kept
_seen: dict[str, str] = {}
_FOLDED_BLOCKS = (
    (0xFF00, 0xFFF0),
    (0x2F00, 0x2FE0),
    (0x3300, 0x3400),
    (0xF900, 0xFB00),
    (0xFE50, 0xFE70),
    (0x2460, 0x24FF),
)


@cache
def table() -> dict[int, str]:
    """What `str.translate` needs; every value is one character."""
    found: dict[int, str] = {}
    for first, end in _FOLDED_BLOCKS:
        for code in range(first, end):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1:
                found[code] = folded
    found.update(_simplified())
    for pairs in (_DASHES, _RADICALS, _LOOKALIKES, _KEPT):
        found.update({ord(k): v for k, v in pairs.items()})
    return {code: found.get(ord(letter), letter) for code, letter in found.items()}


def _simplified() -> dict[int, str]:
    """Traditional to simplified characters, as OpenCC has them (its first choice where there are several)."""
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if "\t" in line]
    return {ord(old): new[0] for old, new in pairs if len(old) == 1 and new[0] != old and old not in _AMBIGUOUS}


def fold(text: str) -> str:
    """The same text in one spelling (width, dashes, radicals), of the same length."""
    found = _seen.get(text)
    if found is None:
        found = text.translate(table())
        if len(text) <= _LINE:
            if len(_seen) >= _LINES:
                _seen.clear()
            _seen[text] = _seen[found] = found
    return found
