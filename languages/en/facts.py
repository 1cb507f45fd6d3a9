"""A fact on its way to a reading: an amount (or none) and what it measures, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from languages.en.clauses import Clause
from languages.en.measures import Measure
from languages.en.parse import Parse
from languages.en.places import Located
from languages.en.quantities import Amount
from ontology.codes import Change, Comparator, Level, Status


@dataclass(frozen=True, slots=True)
class Fact:
    """Evidence spans tokens [first, last); None where the phrase does not say."""

    first: int
    last: int
    measure: Measure
    rule: str
    amount: Amount | None = None
    value: float | None = None
    value_max: float | None = None
    comparator: Comparator | None = None
    unit: str | None = None
    change: Change | None = None
    baseline_value: float | None = None
    baseline_year: str | None = None
    each: bool = False
    rest: bool = False
    level: Level | None = None
    part: str | None = None
    places: tuple[str, ...] | None = None
    status: Status | None = None
    period: str | None = None


@dataclass(slots=True)
class State:
    """What a sentence has said so far, for the clauses that lean on it."""

    measure: Measure | None = None  # the last that was counted
    unit: str | None = None
    subject: Measure | None = None
    facts: list[Fact] = field(default_factory=list)
    status: Status | None = None
    strong: bool = False
    period: str | None = None
    places: tuple[str, ...] | None = None
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One amount where it stands: the parse, its clause, and what came before."""

    parse: Parse
    clause: Clause
    amount: Amount
    located: tuple[Located, ...]

    @property
    def after(self) -> int:
        return self.amount.last

    @property
    def limit(self) -> int:
        """Where the phrase of this amount must end: the next amount, or the clause."""
        later = [a.first for a in self.parse.amounts if a.first >= self.amount.last and a.kind not in {"age", "scope"}]
        return min([self.clause.last, *later])

    def low(self, offset: int = 0) -> str:
        return self.parse.sentence.low(self.amount.last + offset)

    def before(self, offset: int = 1) -> str:
        return self.parse.sentence.low(self.amount.first - offset)
