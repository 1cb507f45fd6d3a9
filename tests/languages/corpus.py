"""Corpus files: groups of phrases under the reading that they must get, or under the kind of reading they must not.

    - given: {date: "2024-02-27", place: "510000"}   # what the document says elsewhere; optional
      reading: {value: 5, unit: count}               # or a list: all of them; keys as in docs/model.md
      phrases: [5家, 五家]
    - silent: number                                 # near misses: no reading of this kind
      phrases: [三级甲等医院]

A key that a reading does not name is not judged. `measure` is the id of a term, `label` the noun phrase of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from languages import pack
from languages.reading import Context, Reading
from loaders.record import reading_record
from ontology.codes import Lang

SILENT = {
    "number": ("value", "comparator"),
    "date": ("period",),
    "distribution": ("each", "level"),
    "status": ("status",),
    "level": ("level",),
    "place": ("places",),
    "measure": ("measure",),
    "person": ("persons",),
    "organization": ("organizations",),
}


@dataclass(frozen=True)
class Phrase:
    text: str
    readings: tuple[dict[str, Any], ...]
    silent: str | None
    context: Context

    def misses(self, lang: Lang) -> list[Any]:
        """The readings that the phrase should have and has not, or has and should not have."""
        found = [_flat(reading) for reading in pack(lang).phrase(self.text, self.context)]
        if self.silent:
            said = [(key, one[key]) for one in found for key in SILENT[self.silent]]
            return [(key, value) for key, value in said if value not in (None, False, "eq", [], ())]
        return [want for want in self.readings if not any(_holds(want, one) for one in found)]


def phrases(folder: Path) -> Iterator[tuple[str, Phrase]]:
    """Every phrase of the corpus files of a folder, with the name of its file."""
    for path in sorted(folder.glob("*.yaml")):
        for group in yaml.safe_load(path.read_text("utf-8")):
            wanted = group.get("reading", [])
            wanted = tuple(wanted if isinstance(wanted, list) else [wanted])
            for text in group["phrases"]:
                yield path.stem, Phrase(text, wanted, group.get("silent"), Context(**group.get("given", {})))


def _flat(reading: Reading) -> dict[str, Any]:
    return {**reading_record(reading), "measure": reading.measure, "label": reading.label}


def _holds(want: Any, said: Any) -> bool:
    if isinstance(want, dict):
        return isinstance(said, dict) and all(_holds(value, said.get(key)) for key, value in want.items())
    return bool(want == said)
