"""Inputs for the fuzzer: random characters, words in a heap, repetitions, tables, and mutated documents."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from languages.zh.lexicon import lexicon
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

TEXTS = Path(__file__).parents[1] / "tests" / "gold" / "texts"
_RANGES = (
    (0x20, 0x7F), (0x30, 0x3A), (0x4E00, 0x9FA6), (0x4E00, 0x9FA6), (0x3000, 0x3020), (0xFF00, 0xFF60), (0x00, 0x20),
    (0xA0, 0x250), (0x300, 0x370), (0x2000, 0x2070), (0x2E80, 0x2FE0), (0x1F300, 0x1F640), (0xD800, 0xE000),
    (0x20000, 0x20100), (0x600, 0x6FF), (0x2460, 0x2500),
)  # fmt: skip
_MARKS = "，。；：、！？（）()《》“”\"'【】[]〔〕|%‰—-~·/.,;:!? \n\t\r　　0123456789①Ⅲ½"
_ENGLISH = (
    "from to of and or in by the at least more than up to percent % per 100,000 1,000 million lakh crore each county "
    "city province hospital hospitals centers beds doctors will build built has been strive plan national regional "
    "medical center respectively other which including 2025 2016 five hundred twelve half zero pilot cancelled if "
    'said Dr. Director Chengdu Luzhou Sichuan Kerala England £5 $5 Rs - – ( ) , . ; : " |'
).split()
_SIZES = (1, 3, 10, 30, 80, 80, 80, 200, 200, 600)


@dataclass(frozen=True, slots=True)
class Input:
    number: int
    kind: str
    lang: Lang
    text: str
    place: str | None
    date: str | None


def inputs(seed: int, first: int, end: int) -> Iterator[Input]:
    """Inputs `first` to `end` - 1 of a seed."""
    for number in range(first, end):
        chance = random.Random(f"{seed}:{number}")
        kind = chance.choice(tuple(KINDS))
        lang: Lang = chance.choice(("zh", "zh", "en"))
        text = KINDS[kind](chance, lang)
        place = chance.choice((None, "CN", "510000", "510100", "110000", "220200", "GB", "IN"))
        date = chance.choice((None, "2024", "2024-02-27", "2025-12-31"))
        yield Input(number, kind, lang, text, place, date)


def _characters(chance: random.Random, lang: Lang) -> str:
    return "".join(chr(chance.randrange(*chance.choice(_RANGES))) for _ in range(chance.choice(_SIZES)))


def _words(chance: random.Random, lang: Lang) -> str:
    """Words of the rules and of the vocabulary, numbers and marks, in any order."""
    size, found, length = chance.choice(_SIZES), list[str](), 0
    while length < size:
        word = _word(chance, lang)
        found.append(word)
        length += len(word)
    return (" " if lang == "en" else "").join(found)


def _word(chance: random.Random, lang: Lang) -> str:
    pick = chance.random()
    if pick < 0.25:
        return _number(chance)
    if pick < 0.45:
        return chance.choice(_MARKS)
    if pick < 0.6:
        return chance.choice(_labels(lang))
    return chance.choice(_ENGLISH if lang == "en" else _lexicon())


def _number(chance: random.Random) -> str:
    return chance.choice((
        str(chance.randrange(10)),
        str(chance.randrange(10**5)),
        f"{chance.randrange(10**9):,}",
        f"{chance.random() * 100:.2f}",
        "".join(chance.choice("零一二两三四五六七八九十百千万亿") for _ in range(chance.randrange(1, 6))),
        "9" * chance.choice((20, 60, 400)),
        f"{chance.randrange(1990, 2040)}年",
    ))  # fmt: skip


def _repeated(chance: random.Random, lang: Lang) -> str:
    """A few words over and over: brackets never closed, lists without end."""
    unit = "".join(_word(chance, lang) for _ in range(chance.randrange(1, 6)))[:60]
    return (_word(chance, lang) + unit * 4000)[: chance.choice((50, 50, 200, 200, 600, 1500))]


def _table(chance: random.Random, lang: Lang) -> str:
    width = chance.randrange(2, 9)
    rows = (
        "|".join(chance.choice((_word, lambda c, _: _number(c)))(chance, lang) for _ in range(width))
        for _ in range(chance.randrange(1, 20))
    )
    return "\n".join(rows)


def _mutated(chance: random.Random, lang: Lang) -> str:
    """A stretch of a gold document with characters and words put in, left out and moved."""
    text = chance.choice(_gold(lang))
    first = chance.randrange(len(text))
    letters = list(text[first : first + chance.choice(_SIZES[2:])])
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(letters) + 1)
        pick = chance.random()
        if pick < 0.3:
            del letters[at : at + chance.choice((1, 1, 2, 8))]
        elif pick < 0.6:
            letters[at:at] = _word(chance, chance.choice(("zh", "en")))
        elif pick < 0.75:
            letters[at:at] = letters[at // 2 : at // 2 + chance.choice((2, 10, 50))]
        elif pick < 0.9:
            letters[at:at] = chance.choice(_MARKS)
        else:
            letters[at:at] = chr(chance.randrange(*chance.choice(_RANGES)))
    return "".join(letters)


def _whole(chance: random.Random, lang: Lang) -> str:
    """A gold document with some lines left out, doubled or moved, now and then in the other language's hands."""
    lines = chance.choice(_gold(chance.choice((lang, lang, lang, "zh", "en")))).split("\n")
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(lines))
        lines[at:at] = [chance.choice(lines)] if chance.random() < 0.5 else []
        del lines[chance.randrange(len(lines))]
        lines = lines or [""]
    return "\n".join(lines)[: chance.choice((400, 800, 2000))]


@cache
def _gold(lang: Lang) -> tuple[str, ...]:
    names = sorted(TEXTS.glob("*.txt"))
    texts = [path.read_text("utf-8") for path in names if path.name.startswith("z") == (lang == "zh")]
    return tuple(texts)


@cache
def _labels(lang: Lang) -> tuple[str, ...]:
    return tuple(sorted({label for label, _, _ in vocabulary().labels(lang)}))


@cache
def _lexicon() -> tuple[str, ...]:
    return tuple(_strings(lexicon()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


KINDS: dict[str, Callable[[random.Random, Lang], str]] = {
    "characters": _characters,
    "words": _words,
    "repeated": _repeated,
    "table": _table,
    "mutated": _mutated,
    "document": _whole,
}
