"""Extraction held against a gold standard: what was found, what of it is right to the last field, what is too much.

The form of gold and the meaning of each figure: docs/evaluation.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GoldError
from loaders.agreement import BESIDE, FIELDS, Gold, near, phenomena, same_measure, same_number, verdict


@dataclass(frozen=True, slots=True)
class Match:
    """A gold record and the output record that answers it, with the verdict on each field."""

    gold: Gold
    output: Gold
    verdict: Mapping[str, bool]

    @property
    def strict(self) -> bool:
        return all(self.verdict[name] for name in FIELDS)


@dataclass(slots=True)
class Tally:
    gold: int = 0
    found: int = 0
    strict: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one or more documents. Optional gold counts neither as missed nor as too much."""

    matches: tuple[Match, ...] = ()  # of gold that must be found
    missed: tuple[Gold, ...] = ()
    spurious: tuple[Gold, ...] = ()  # output with a number that no gold has
    numbers: int = 0  # output records with a number
    named: int = 0  # output records without one
    named_right: int = 0
    evidence: int = 0  # pieces of evidence in the output; a record without any counts as one
    grounded: int = 0  # pieces whose quote stands in the text where they say

    def __add__(self, other: Score) -> Score:
        return Score(
            matches=self.matches + other.matches,
            missed=self.missed + other.missed,
            spurious=self.spurious + other.spurious,
            numbers=self.numbers + other.numbers,
            named=self.named + other.named,
            named_right=self.named_right + other.named_right,
            evidence=self.evidence + other.evidence,
            grounded=self.grounded + other.grounded,
        )

    @property
    def gold(self) -> int:
        return len(self.matches) + len(self.missed)

    @property
    def recall(self) -> float:
        return _share(len(self.matches), self.gold)

    @property
    def precision(self) -> float:
        return _share(self.numbers - len(self.spurious), self.numbers)

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def strict_f1(self) -> float:
        strict = sum(match.strict for match in self.matches)
        return _harmonic(_share(strict, len(self.matches) + len(self.spurious)), _share(strict, self.gold))

    @property
    def named_precision(self) -> float:
        return _share(self.named_right, self.named)

    @property
    def grounding(self) -> float:
        return _share(self.grounded, self.evidence)

    def fields(self) -> dict[str, float]:
        """For each field, the share of what was found that has it right."""
        right = Counter(name for match in self.matches for name, agrees in match.verdict.items() if agrees)
        return {name: _share(right[name], len(self.matches)) for name in FIELDS + BESIDE}

    def phenomena(self) -> dict[str, Tally]:
        """Counts for each way of saying things that occurs in the gold, commonest first."""
        tallies: dict[str, Tally] = {}
        for gold in [match.gold for match in self.matches] + list(self.missed):
            for name in phenomena(gold):
                tallies.setdefault(name, Tally()).gold += 1
        for match in self.matches:
            for name in phenomena(match.gold):
                tallies[name].found += 1
                tallies[name].strict += match.strict
        return dict(sorted(tallies.items(), key=lambda pair: (-pair[1].gold, pair[0])))


def evaluate(texts: Path, gold: Path, output: Callable[[Path], Sequence[Gold]]) -> dict[str, Score]:
    """A score for each NAME.jsonl in `gold`, whose text is NAME.txt in `texts`; `output` gives that file's records.

    Raises GoldError where there is no gold, a text is missing, or a line is no record.
    """
    scores = {}
    for file in sorted(gold.glob("*.jsonl")):
        source = texts / f"{file.stem}.txt"
        if not source.exists():
            raise GoldError(f"{file.name} has no text {source}.", hint="Each NAME.jsonl needs a NAME.txt.")
        scores[file.stem] = score(source.read_bytes().decode("utf-8"), records(file), output(source))
    if not scores:
        raise GoldError(f"{gold} holds no gold (*.jsonl).", hint="Give the folder of texts, then that of gold.")
    return scores


def records(file: Path) -> list[Gold]:
    """The records of a JSON-lines file. Raises GoldError with the line that is none."""
    lines = enumerate(file.read_text("utf-8").splitlines(), start=1)
    return [_record(file, number, line) for number, line in lines if line.strip()]


def score(text: str, gold: Sequence[Gold], output: Sequence[Gold]) -> Score:
    """Hold the output for one text against its gold."""
    matches = _matches(gold, output)
    taken = {o for _, o in matches}
    pieces = [piece for record in output for piece in record.get("evidence") or [None]]
    named = [record for record in output if record.get("value") is None]
    return Score(
        matches=tuple(match for match in matches.values() if not match.gold.get("optional")),
        missed=tuple(_left(gold, {g for g, _ in matches})),
        spurious=tuple(record for o, record in enumerate(output) if o not in taken and _too_much(record, gold)),
        numbers=len(output) - len(named),
        named=len(named),
        named_right=sum(any(_names(one, record) for one in gold) for record in named),
        evidence=len(pieces),
        grounded=sum(piece is not None and text[piece["start"] : piece["end"]] == piece["quote"] for piece in pieces),
    )


def _record(file: Path, number: int, line: str) -> Gold:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"{file}, line {number}: {error}.", hint="Write one JSON object a line.") from error
    if not isinstance(found, dict):
        raise GoldError(f"{file}, line {number} is no JSON object.", hint="Write one JSON object a line.")
    return found


def _matches(gold: Sequence[Gold], output: Sequence[Gold]) -> dict[tuple[int, int], Match]:
    """Each gold record with one output record at most, those that agree in most fields first."""
    candidates = [
        ((g, o), Match(one, other, verdict(one, other)))
        for g, one in enumerate(gold)
        for o, other in enumerate(output)
        if same_number(one, other) and near(one, other)
    ]
    candidates = [pair for pair in candidates if pair[1].gold.get("value") is not None or pair[1].verdict["measure"]]
    chosen: dict[tuple[int, int], Match] = {}
    golds, outputs = set(), set()
    for (g, o), match in sorted(candidates, key=lambda pair: -sum(pair[1].verdict[name] for name in FIELDS)):
        if g not in golds and o not in outputs:
            chosen[g, o] = match
            golds.add(g)
            outputs.add(o)
    return chosen


def _left(gold: Sequence[Gold], found: set[int]) -> list[Gold]:
    return [record for g, record in enumerate(gold) if g not in found and not record.get("optional")]


def _too_much(record: Gold, gold: Sequence[Gold]) -> bool:
    """Whether a record that answers no gold has a number, and no optional gold allows it."""
    allowed = any(one.get("optional") and near(one, record) and same_number(one, record) for one in gold)
    return record.get("value") is not None and not allowed


def _names(gold: Gold, record: Gold) -> bool:
    return gold.get("value") is None and near(gold, record) and same_measure(gold.get("measure"), record.get("measure"))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
