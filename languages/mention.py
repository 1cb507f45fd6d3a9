"""What a rule finds in a text: typed spans. Offsets are `str` indices into the text that was given."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.codes import Change, Comparator, Level, Status


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TermMention(Span):
    """A label of a vocabulary term: programme, facility type, designation, indicator, specialty ..."""

    id: str
    kind: str
    level: Level | None = None  # the tier in the name or written before it


@dataclass(frozen=True, slots=True)
class PlaceMention(Span):
    """A division, country, or group of them, spelled out."""

    codes: tuple[str, ...]
    kind: str = "division"  # division | group | anaphor | rest
    each: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationMention(Span):
    """A hospital or body by its full name; `code` is the place that its name holds, if any."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A number with its unit and comparator, classifier and change word included in the span."""

    value: float
    value_max: float | None = None
    comparator: Comparator = "eq"
    unit: str | None = None  # None: a bare number that takes the unit of its measure
    change: Change = "level"
    classifier: str | None = None  # the word that counts: 家, 张, percent ...
    each: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention(Span):
    period: str  # 2025, 2025-12, 2025-12-31
    deadline: bool = False  # by, before, 前


@dataclass(frozen=True, slots=True)
class StatusCue(Span):
    status: Status
    strong: bool = True  # a weak cue gives way to the section that it stands in


@dataclass(frozen=True, slots=True)
class LevelMention(Span):
    level: Level


Mention = TermMention | PlaceMention | OrganizationMention | Quantity | DateMention | StatusCue | LevelMention
