"""The names by which texts call a hospital, derived by rule from its registered name and the place that it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ontology.files import read_yaml
from ontology.label import unique
from ontology.place import Place

_BRACKET = re.compile(r"[（(](.*?)[）)]")
_GLUED = re.compile(r"(?P<first>(?P<place>..).+?院)(?P<second>(?P=place).+院)")  # the register writes some names in one
_NUMBERED = re.compile(r"第(?P<n>[一二三四五六七八九十]+)(?P<people>人民)?医院")
_AFFILIATED = re.compile(r"(?P<school>.*?(?:大学|学院)(?:.{2,6}学院)?)(?:附属)?(?P<rest>.+)")
_NUMBERED_AFFILIATE = re.compile(
    r"(?:附属第(?P<a>[一二三四五六七八九十]+)医院|第(?P<b>[一二三四五六七八九十]+)附属医院)$"
)
_NO_CITY_HOSPITAL = ("医学院", "医科大学", "大学", "军区", "地区", "中医学院", "中医药大学")
_ORDINALS = dict(
    zip(
        "一二三四五六七八九十",
        ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
        strict=True,
    )
)


def chinese(name: str, city: Place | None, province: Place | None) -> tuple[str, ...]:
    """Other Chinese names of a hospital: its bracket names, and the short forms of all of them."""
    names = _names(name)
    written = unique(form for each in names for form in _respelled(each))
    short = unique(form for each in written for form in _short(each, city, province))
    generic = _settled()["generic_names"]
    found = [form for form in unique([*written, *short]) if len(form) > 2 and form not in generic]
    return tuple(form for form in found if form != name)


def english(name: str, city: Place | None, province: Place | None) -> tuple[str, ...]:
    """English names of a hospital, the preferred one first; none where no rule gives one."""
    settled = _settled()["en"]
    known = [label for each in _names(name) for label in settled.get(each, ())]
    derived = [label for each in _names(name) for label in _translated(each, city, province)]
    return unique([*known, *derived])


def _names(name: str) -> tuple[str, ...]:
    """The registered name without its bracket, what the bracket holds, and other names in use."""
    main = _BRACKET.sub("", name).strip()
    glued = _GLUED.fullmatch(main)
    halves = (glued["first"], glued["second"]) if glued else ()
    held = [alias.strip() for group in _BRACKET.findall(name) for alias in group.removeprefix("原").split("、")]
    also = _settled()["also"].get(main, ())
    return unique([main, *halves, *(alias for alias in held if len(alias) > 3), *also])


def _respelled(name: str) -> Iterator[str]:
    yield name
    if "中医院" in name:
        yield name.replace("中医院", "中医医院")
    elif "中医医院" in name:
        yield name.replace("中医医院", "中医院")
    for old, new in _settled()["renamed"].items():
        if old in name:
            yield name.replace(old, new)


def _short(name: str, city: Place | None, province: Place | None) -> Iterator[str]:
    if province is not None and name.startswith(province.zh):
        yield from _in_province(name.removeprefix(province.zh), province)
    if city is not None and name.startswith(city.short_zh):
        yield from _in_city(name, name.removeprefix(city.zh).removeprefix(city.short_zh), city)
    affiliated = _AFFILIATED.fullmatch(name)
    if affiliated:
        places = tuple(place.short_zh for place in (city, province) if place is not None)
        yield from _of_school(affiliated["school"], affiliated["rest"], name, places)


def _in_province(rest: str, province: Place) -> Iterator[str]:
    tier = "自治区" if province.zh.endswith("自治区") else province.zh[-1]
    yield f"{tier}{rest}"
    if rest == "人民医院":
        yield f"{tier}医院"
        yield f"{province.zh}医院"
    numbered = _NUMBERED.fullmatch(rest)
    if numbered:
        yield f"{tier}{numbered['n']}院"
        yield f"{province.zh}{numbered['n']}院"


def _in_city(name: str, rest: str, city: Place) -> Iterator[str]:
    if rest.startswith(_NO_CITY_HOSPITAL):
        return
    if name.startswith(city.zh) and city.zh.endswith("市"):
        yield f"市{rest}"
    yield f"{city.short_zh}{rest}"
    numbered = _NUMBERED.fullmatch(rest)
    if numbered:
        yield from (f"{place}{numbered['n']}院" for place in ("市", city.zh, city.short_zh))
        yield from (f"{place}{numbered['n']}医院" for place in ("市", city.zh))
    if _is_proper(rest):
        yield rest


def _of_school(school: str, rest: str, name: str, places: tuple[str, ...]) -> Iterator[str]:
    numbered = _NUMBERED_AFFILIATE.search(name)
    if numbered:
        n = numbered["a"] or numbered["b"]
        yield f"{school}第{n}附属医院"
        yield f"{school}附属第{n}医院"
        yield from _initials(school, n) if school.startswith(places) else ()
        return
    bare = next((rest.removeprefix(place) for place in places if rest.startswith(place)), rest)
    yield from (form for form in (rest, bare) if _is_proper(form))


def _initials(school: str, n: str) -> Iterator[str]:
    """郑州大学第一附属医院 -> 郑大一附院."""
    if school.endswith(("医科大学", "医学院")):
        yield from (f"{school[0]}医{form}" for form in (f"附{n}院", f"大附{n}院", f"大{n}附院", f"大{n}院"))
    elif school.endswith("大学") and "医" not in school:
        yield from (f"{school[0]}大{form}" for form in (f"附{n}院", f"{n}附院"))


def _is_proper(rest: str) -> bool:
    return len(rest) > 3 and rest.endswith("医院") and not any(part in rest for part in _settled()["generic"])


def _translated(name: str, city: Place | None, province: Place | None) -> Iterator[str]:
    if province is not None and province is not city and name.startswith(province.zh):
        yield from _placed(name.removeprefix(province.zh), _bare(province), ("Provincial ", ""))
    if city is not None and name.startswith(city.short_zh):
        rest = name.removeprefix(city.zh).removeprefix(city.short_zh)
        yield from _placed(rest, _bare(city), ("", "Municipal "))
    for spelled in reversed(list(_respelled(name))):
        yield from _affiliate(spelled, city, province)


def _placed(rest: str, place: str, tiers: tuple[str, ...]) -> Iterator[str]:
    kind = _kind(rest)
    if kind is None:
        return
    yield from (f"{place} {tier}{kind}" for tier in tiers)
    yield f"{kind} of {place}"
    for word, number in zip(_ORDINALS.values(), range(1, 11), strict=True):
        if kind.startswith(f"{word} "):
            yield f"{place} {kind.replace(word, f'No. {number}', 1)}"


def _affiliate(name: str, city: Place | None, province: Place | None) -> Iterator[str]:
    matched = _AFFILIATED.fullmatch(name)
    school = _school(matched["school"], city, province) if matched else None
    if matched is None or school is None:
        return
    numbered = _NUMBERED_AFFILIATE.search(name)
    if numbered:
        yield f"{_ORDINALS.get(numbered['a'] or numbered['b'], '')} Affiliated Hospital of {school}".strip()
        return
    kind = _kind(matched["rest"])
    if kind is not None:
        yield f"{'Affiliated ' if '附属' in name and 'Affiliated' not in kind else ''}{kind} of {school}"


def _kind(rest: str) -> str | None:
    kinds: Mapping[str, str] = _settled()["kinds"]
    numbered = re.fullmatch(r"第([一二三四五六七八九十])(.+)", rest)
    if numbered and numbered[2] in kinds:
        return f"{_ORDINALS[numbered[1]]} {kinds[numbered[2]]}"
    return kinds.get(rest)


def _school(school: str, city: Place | None, province: Place | None) -> str | None:
    known: str | None = _settled()["universities"].get(school)
    if known is not None:
        return known
    types = {"医科大学": "{} Medical University", "中医药大学": "{} University of Traditional Chinese Medicine",
             "医学院": "{} Medical College", "大学": "{} University"}  # fmt: skip
    for place in filter(None, (city, province)):
        pattern = types.get(school.removeprefix(place.short_zh))
        if school.startswith(place.short_zh) and pattern is not None:
            return pattern.format(_bare(place))
    return None


def _bare(place: Place) -> str:
    """The English name without its type: Aba of Aba Tibetan and Qiang Autonomous Prefecture."""
    return min((label for label in (place.en, *place.alternates) if place.en.startswith(label)), key=len)


@cache
def _settled() -> Mapping[str, Any]:
    settled: dict[str, Any] = read_yaml("hospital_labels.yaml")
    settled["generic_names"] = frozenset(settled["generic_names"])
    return settled
