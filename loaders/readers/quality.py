"""Doubts about a text that a reader of the graph should know of, as flags of its document."""

from __future__ import annotations

import re
from collections.abc import Callable

from ontology.codes import Lang

Test = Callable[[str], bool]


def _times(pattern: str, least: int) -> Test:
    compiled = re.compile(pattern)

    def found(text: str) -> bool:
        return sum(1 for _ in compiled.finditer(text)) >= least

    return found


# How the machine translations of this genre give themselves away (DOMAIN 2.5, 5 E): names doubled or
# translated word by word, spaces before commas, slogans taken literally.
MACHINE = (
    r"Health and Health|health and health work|[Ss]ub-?center construction|medical and health care? [Ss]ub-center"
    r"|build(?:ing)? (?:a )?thick(?:er)? bottom|dense net|above the second level|[a-z] , [a-z]|services In the"
    r"|three locations|tertiary (?:A|first-class) hospitals? and above|(?:small|micro)[- ]incisions?|14 five-year"
    r"|expand(?:ing)? and sink(?:ing)?|the sinking of|point-to-point help|[Ll]arge livelihood"
)
# A count or a year whose digits were lost on the way: 已有个中心, 到年底前 is right, but 于年4月 is not.
LOST = r"(?:已有|共有|设立|建成|新增|新建|完成)[个家所张项](?!别|人|体|性)|[在于至到]年\d{1,2}月"
PINYIN = r"[\u4e00-\u9fff][(\uff08][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)\uff09]"
TESTS: dict[str, tuple[Lang | None, Test]] = {
    "machine-translated": ("en", _times(MACHINE, 2)),
    "lost-digits": ("zh", _times(LOST, 2)),
    "injected-pinyin": ("zh", _times(PINYIN, 3)),
    "masked-words": (None, _times(r"\*{3,}\s*\w|\w\s*\*{3,}", 2)),
    "traditional": ("zh", _times(r"[醫療衛國縣達級進專預術務實個區]", 20)),
}


def flags(text: str, lang: Lang) -> tuple[str, ...]:
    """Names of the doubts that a text raises, sorted: see `TESTS`."""
    return tuple(sorted(name for name, (only, test) in TESTS.items() if only in (None, lang) and test(text)))
