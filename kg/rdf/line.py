"""N-Triples lines: sorted on disk where they are many, and taken apart."""

from __future__ import annotations

import heapq
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TextIO

RUN = 500_000  # lines sorted in memory at once: some 100 MB


@dataclass(frozen=True, slots=True)
class Node:
    """The object of a triple. `datatype` and `lang` are None for an IRI, and for a plain string."""

    value: str
    is_iri: bool = False
    datatype: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """All that is said of a subject: IRI, and objects by predicate, both in the order of the lines."""

    iri: str
    objects: dict[str, list[Node]]


def ordered(lines: Iterable[str], *, run: int = RUN) -> Iterator[str]:
    """The lines sorted by code point, each once. None of them may hold a line feed."""
    with tempfile.TemporaryDirectory(prefix="kg-export-") as folder:
        runs: list[TextIO] = []
        rest = iter(lines)
        while batch := list(islice(rest, run)):
            if len(batch) < run and not runs:
                yield from sorted(set(batch))
                return
            runs.append(_spilled(sorted(set(batch)), f"{folder}/{len(runs)}"))
        merged = heapq.merge(*runs)
        yield from (line.removesuffix("\n") for line, _ in groupby(merged))
        for file in runs:
            file.close()


def subjects(lines: Iterable[str]) -> Iterator[Subject]:
    """The subjects of sorted N-Triples lines without their full stop."""
    for subject, group in groupby((line.split(" ", 2) for line in lines), key=lambda parts: parts[0]):
        objects: dict[str, list[Node]] = {}
        for _, predicate, term in group:
            objects.setdefault(predicate[1:-1], []).append(_node(term))
        yield Subject(subject[1:-1], objects)


def _node(term: str) -> Node:
    if term.startswith("<"):
        return Node(term[1:-1], is_iri=True)
    end = term.rindex('"') + 1
    value: str = json.loads(term[:end], strict=False)
    if term.startswith("@", end):
        return Node(value, lang=term[end + 1 :])
    return Node(value, datatype=term[end + 3 : -1] if term.startswith("^^", end) else None)


def _spilled(batch: list[str], path: str) -> TextIO:
    file = open(path, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - read again while runs are merged
    file.writelines(f"{line}\n" for line in batch)
    file.seek(0)
    return file
