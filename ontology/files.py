"""The files of `ontology/vocabularies`, read."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "vocabularies"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(name: str) -> Any:
    """A YAML file of the folder, by its name."""
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the folder, by its name."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
