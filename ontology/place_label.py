"""The names by which texts call a place, derived by rule from its registered name, its pinyin and its type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ontology.files import read_yaml
from ontology.label import unique

_ETHNIC = (
    "(?:满|蒙古|回|达斡尔|土家|畲|朝鲜|苗|瑶|侗|壮|各|仫佬|毛南|黎|羌|彝|藏|仡佬|布依|水|哈尼|傣|纳西|拉祜|佤|布朗|白|普米|怒|独龙|傈僳|裕固|"
    "哈萨克|保安|撒拉|土|塔吉克|锡伯|景颇|柯尔克孜|东乡)"
)
_AUTONOMOUS = re.compile(rf"^(?P<base>.{{2,}}?)(?:{_ETHNIC}族?)*族?自治(?P<tier>[县旗州])$")
_TIERS = (
    ("特别行政区", "Special Administrative Region"), ("自治区", "Autonomous Region"), ("自治州", "Prefecture"),
    ("自治县", "County"), ("自治旗", "Banner"), ("地区", "Prefecture"), ("林区", "Forestry District"),
    ("特区", "Special District"), ("省", "Province"), ("市", "City"), ("盟", "League"), ("区", "District"),
    ("县", "County"), ("旗", "Banner"),
)  # fmt: skip
_MEANT = re.compile(r" (?:County|District|City|Banner|Prefecture|League|Region)$", re.IGNORECASE)
_TRANSCRIBED = re.compile(r"(?:\b(?:Shi|Meng|Diqu|Wilayiti|Oblasti)|zizhizhou|meng|diqu|^[a-z].*)$| Zizhi")
_LATIN = re.compile(r"[A-Za-zÀ-ž' ’.-]+")
_VOWELS = re.compile("[aeiouüv]+", re.IGNORECASE)
_READINGS = {"长": "chang", "都": "du", "朝": "chao", "尾": "wei", "牟": "mu", "蚌": "beng"}
_BARE_DISTRICTS = "50"  # Chongqing's districts go by their bare names, as cities do


def short_zh(code: str, level: int, name: str, short: str) -> str:
    """The short Chinese form: without the type, and without the peoples of an autonomous division."""
    autonomous = _AUTONOMOUS.match(name)
    if autonomous:
        return autonomous["base"]
    if level < 3 or (name.endswith("区") and not code.startswith(_BARE_DISTRICTS)) or name.endswith("旗"):
        return short
    return name[:-1] if len(name) > 2 else name


def chinese(code: str, level: int, name: str, short: str) -> tuple[str, ...]:
    """The Chinese labels of a place, the full name first."""
    settled = _settled()
    tier = name[-1]
    mixed = f"{short}{tier}" if tier in "州县旗" and not name.endswith(short) else ""
    bare = "" if short in settled["words_zh" if level == 3 else "words_zh_cities"] or len(short) < 2 else short
    return unique([name, mixed, bare, *settled["also_zh"].get(code, ())])


def english(code: str, level: int, name: str, pinyin: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """English names of a place, the preferred one first.

    `name` is the Chinese name, `pinyin` its syllables. `written` are the names that a gazetteer gives, best first;
    those in other scripts, with a transcribed type (Shi, Meng), or of a county without its type are left out.
    """
    tier = next((english for suffix, english in _TIERS if name.endswith(suffix)), "")
    bases = list(_bases(code, level, name, pinyin))
    typed = [f"{base} {tier}" for base in bases]
    bare = [base for base in bases if _stands_alone(code, level, name, base)]
    also = _settled()["also_en"].get(code, ())
    given = [label for label in written if _usable(label, level)]
    found = unique([*also, *bare, *given, *typed])
    return unique([_preferred(level, name, given, [*also, *bare, *typed]), *found, *map(_plain, found)])


def _preferred(level: int, name: str, given: list[str], derived: list[str]) -> str:
    """Counties, prefectures and leagues are called by name and type, provinces and cities by their name."""
    if level < 3 and name.endswith(("省", "市", "自治区", "特别行政区")):
        return (given or derived)[0]
    candidates = [*derived, *given] if level == 3 else [*given, *derived]
    return next(filter(_MEANT.search, candidates), candidates[0])


def _usable(label: str, level: int) -> bool:
    if not _LATIN.fullmatch(_plain(label)) or _TRANSCRIBED.search(label) or label.startswith("The "):
        return False
    return level < 3 or _MEANT.search(label) is not None


def _bases(code: str, level: int, name: str, pinyin: str) -> Iterator[str]:
    """The name without its type in Latin letters: 宣汉县 -> Xuanhan."""
    syllables = _settled()["pinyin"].get(code)
    if syllables is None:
        short = short_zh("", level, name, name) if _AUTONOMOUS.match(name) else name[: -_tier_length(name)]
        read = zip(short, pinyin.split(), strict=False)
        syllables = " ".join(_READINGS.get(character, syllable) for character, syllable in read)
    parts = syllables.split()
    if not parts:
        return
    joined = "".join(f"'{part}" if index and part[0] in "aeo" else part for index, part in enumerate(parts))
    yield joined.capitalize()
    yield joined.replace("'", "").capitalize()
    if "lv" in parts or "nv" in parts:
        yield joined.replace("lv", "lü").replace("nv", "nü").capitalize()
        yield joined.replace("lv", "lu").replace("nv", "nu").capitalize()


def _tier_length(name: str) -> int:
    return next((len(suffix) for suffix, _ in _TIERS if name.endswith(suffix)), 0)


def _stands_alone(code: str, level: int, name: str, base: str) -> bool:
    if base.casefold().replace("'", "") in _settled()["words_en"] and level == 3:
        return False
    district = level == 3 and name.endswith(("区", "旗")) and not code.startswith(_BARE_DISTRICTS)
    return not district and (level < 3 or (len(base) > 4 and len(_VOWELS.findall(base)) > 1))


def _plain(label: str) -> str:
    """Without accents: Garzê -> Garze."""
    if label.isascii():
        return label
    decomposed = unicodedata.normalize("NFD", label.replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _settled() -> Mapping[str, Any]:
    settled: dict[str, Any] = read_yaml("place_labels.yaml")
    for key in ("words_zh", "words_zh_cities", "words_en"):
        settled[key] = frozenset(settled[key])
    return settled
