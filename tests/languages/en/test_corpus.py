"""Every phrase of the corpus has its reading, and near misses stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from languages import pack
from languages.reading import Context, Reading

CORPUS = Path(__file__).parents[2] / "corpus" / "en"
SHARED = Path(__file__).parents[4] / "shared" / "eval" / "phrases_en.yaml"
FIELDS = {
    "number": ("value",),
    "date": ("period",),
    "distribution": ("each", "level"),
    "status": ("status",),
    "level": ("level",),
}


def phrases(path: Path) -> Iterator[Any]:
    for group in yaml.safe_load(path.read_text("utf-8")):
        for phrase in group["phrases"]:
            silent = group.get("silent") or (group.get("kind") if group.get("reading") is None else None)
            date = (group.get("given") or {}).get("date")
            yield pytest.param(phrase, group.get("reading"), silent, date, id=f"{path.stem}:{phrase}")


def own() -> list[Any]:
    return [param for path in sorted(CORPUS.glob("*.yaml")) for param in phrases(path)]


def shared() -> list[Any]:
    return list(phrases(SHARED)) if SHARED.exists() else []


def agrees(want: dict[str, Any], reading: Reading) -> bool:
    for key, value in want.items():
        if key == "baseline":
            if (reading.baseline_value, reading.baseline_year) != (value["value"], value["year"]):
                return False
        elif key == "each":
            if bool(reading.each) is not bool(value):
                return False
        elif isinstance(value, float):
            if getattr(reading, key) != pytest.approx(value):
                return False
        elif getattr(reading, key) != value:
            return False
    return True


def check(phrase: str, want: Any, silent: str | None, date: str | None) -> None:
    readings = pack("en").phrase(phrase, Context(date=date))
    if silent:
        said = [getattr(reading, field) for reading in readings for field in FIELDS[silent]]
        assert not [value for value in said if value not in (None, False)]
        return
    for one in want if isinstance(want, list) else [want]:
        assert any(agrees(one, reading) for reading in readings), readings


@pytest.mark.parametrize(("phrase", "want", "silent", "date"), own())
def test_phrase_reads(phrase: str, want: Any, silent: str | None, date: str | None) -> None:
    check(phrase, want, silent, date)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared phrases are beside the repository only in development")
@pytest.mark.parametrize(("phrase", "want", "silent", "date"), shared())
def test_shared_phrase_reads(phrase: str, want: Any, silent: str | None, date: str | None) -> None:
    check(phrase, want, silent, date)
