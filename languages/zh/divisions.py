"""All divisions of a kind, or those that are left: 每县, 其余2市, 除…外各市, 市辖区."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from languages.mention import Span
from languages.zh.numerals import number
from ontology.vocabulary import vocabulary

_DIVISION = r"(?:县\(市、区\)|县\(市\)|县\(区\)|区\(县\)|区县\(市\)|区\(市、县\)|县市区|区县市|市\(州\)|市州|州市|盟市|区县|县区|设区市|地市|地级市|市地|市|州|县|区|旗|盟)"
_REST = re.compile(
    rf"(?:其余|其他|其它|剩余|剩下的?|另外|余下)(?:的)?各?(?P<count>\d+|[一二三四五六七八九十]+)?个?(?P<noun>{_DIVISION}|各地|地区|地方)"
)
_EVERY = re.compile(rf"(?:每个?|各)(?P<noun>{_DIVISION})(?![级域直])|(?P<chain>{_DIVISION})(?P=chain)有")


@dataclass(frozen=True, slots=True)
class Remainder(Span):
    """The divisions of a kind that were not named before: 其余市."""

    noun: str
    count: int | None = None


def districts(scope: str | None) -> tuple[str, ...]:
    """The districts of a city."""
    book = vocabulary()
    children = book.children(scope) if scope is not None and scope in book.places else ()
    return tuple(code for code in children if book.places[code].zh.endswith("区"))


def remainders(text: str) -> list[Remainder]:
    return [
        Remainder(m.start(), m.end(), m["noun"], int(number(m["count"]) or 0) if m["count"] else None)
        for m in _REST.finditer(text)
    ]


def every(text: str) -> list[Remainder]:
    """每县, 各市: all divisions of a kind, named as one."""
    return [Remainder(m.start(), m.end(), m["noun"] or m["chain"]) for m in _EVERY.finditer(text)]


def members(noun: str, scope: str | None, named: Sequence[str]) -> tuple[str, ...]:
    """The divisions right below `scope` that a noun means, less those named; () where that is not settled."""
    book = vocabulary()
    if scope is None or scope not in book.places:
        return ()
    children = book.children(scope)
    level = {0: 1, 1: 2, 2: 3}.get(book.places[scope].level)
    wants = 3 if noun[0] in "县区旗" else 2 if noun[0] in "市州盟设地" else level
    if noun[0] == "区" and level == 3:
        wants = 3
    if wants != level and not (wants == 2 and level == 3 and noun in ("各地", "地区")):
        return ()
    return tuple(sorted(code for code in children if code not in named and book.places[code].level == level))


def narrowest(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The places less those that hold another of them: 山东…落户枣庄 is of Zaozhuang."""
    if len(codes) < 2:
        return codes
    above = {up for code in codes for up in vocabulary().ancestors(code)}
    return tuple(code for code in codes if code not in above)
