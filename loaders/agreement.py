"""Whether two records say the same, field by field: a gold record and one that was extracted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

Gold = Mapping[str, Any]  # a record as JSON gives it
FIELDS = ("measure", "unit", "comparator", "change", "level", "places", "status", "year")
BESIDE = ("each", "baseline")  # reported, not asked of a strict match
ANY = "*"  # in gold: the text does not settle this field
NEAR = 12  # characters that two pieces of evidence may lie apart and still be of one passage
GENERIC = frozenset(["the", "a", "an", "of", "and", "for", "number", "rate", "project", "construction"])
ALIKE = 0.8  # similarity from which two labels name the same
SAME = {"gt": "ge", "lt": "le", "permille": "per_1000"}
RATES = frozenset(("percent", "permille", "per_100k", "per_10k", "per_1000"))


def verdict(gold: Gold, output: Gold) -> dict[str, bool]:
    """Which fields of an output record agree with gold: `FIELDS` and `BESIDE`."""
    return {
        "measure": same_measure(gold.get("measure"), output.get("measure")),
        "unit": _folded(gold, "unit", "count") == _folded(output, "unit", "count"),
        "comparator": _folded(gold, "comparator", "eq") == _folded(output, "comparator", "eq"),
        "change": gold.get("change") == ANY or _folded(gold, "change", "level") == _folded(output, "change", "level"),
        "level": gold.get("level") in (ANY, output.get("level")),
        "places": gold.get("places") == ANY or set(gold.get("places") or ()) == set(output.get("places") or ()),
        "status": output.get("status") in statuses(gold),
        "year": gold.get("period") == ANY or str(gold.get("period"))[:4] == str(output.get("period"))[:4],
        "each": bool(gold.get("each")) == bool(output.get("each")),
        "baseline": _close(*((record.get("baseline") or {}).get("value") for record in (gold, output))),
    }


def same_number(gold: Gold, output: Gold) -> bool:
    """Whether value and upper value are the same, or neither record has one."""
    return all(_close(gold.get(name), output.get(name)) for name in ("value", "value_max"))


def near(gold: Gold, output: Gold) -> bool:
    """Whether some evidence of the one overlaps some of the other, or almost."""
    return any(
        one["start"] < other["end"] + NEAR and other["start"] < one["end"] + NEAR
        for one in gold.get("evidence") or ()
        for other in output.get("evidence") or ()
    )


def same_measure(gold: object, output: object) -> bool:
    """Whether any label of the one names what any label of the other does."""
    return any(_alike(one, other) for one in _labels(gold) for other in _labels(output))


def statuses(gold: Gold) -> list[str]:
    """All statuses that are right."""
    status = gold["status"]
    return list(status) if isinstance(status, list) else [status]


def phenomena(gold: Gold) -> list[str]:
    """The ways of saying things that a gold record shows."""
    unit, comparator, places = gold.get("unit") or "count", gold.get("comparator"), gold.get("places")
    shown = {
        "no number": gold.get("value") is None and comparator != "all",
        "full coverage": comparator == "all",
        "comparator": comparator in {"ge", "gt", "le", "lt", "approx"},
        "range": comparator == "range",
        "rate": unit in RATES,
        "percentage points": unit == "percentage_point",
        "money": re.fullmatch("[A-Z]{3}", unit) is not None,
        "change": gold.get("change") in {"increase", "decrease"},
        "baseline": bool(gold.get("baseline")),
        "each": bool(gold.get("each")),
        "several places": isinstance(places, list) and len(places) > 1,
        "level in the name": gold.get("level") not in {None, ANY},
        "organization": bool(gold.get("organizations")),
        "stated twice": len(gold.get("evidence") or ()) > 1,
        "zero": gold.get("value") == 0,
    }
    return [name for name, present in shown.items() if present] + [f"status {statuses(gold)[0]}"]


def _folded(record: Gold, name: str, default: str) -> str:
    value = record.get(name) or default
    return SAME.get(value, value)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(one))


def _labels(measure: object) -> Iterator[str]:
    """The labels of a measure, folded: a string, or a record with labels by name and a list of any that is right."""
    if isinstance(measure, str):
        yield _fold(measure)
    elif isinstance(measure, Mapping):
        values = [measure.get(name) for name in ("zh", "en", "label", "id")] + list(measure.get("any") or ())
        yield from filter(None, (_fold(value) for value in values if isinstance(value, str)))


@lru_cache(maxsize=10_000)
def _fold(label: str) -> str:
    """Spelling variants made one: width, case, plural, centre, words that say nothing."""
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", label).casefold()).split()
    kept = [re.sub("centre", "center", word) for word in words if word not in GENERIC]
    singular = [
        re.sub(r"ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<=\w\w\w)s$", "", word) for word in kept
    ]
    return ("" if re.search("[\u4e00-\u9fff]", label) else " ").join(singular)


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= 4 and short in long):
        return bool(short)
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
