"""What a sentence says, before the document around it has been asked: readings, and the context they are read in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from languages.mention import Mention
from ontology.codes import Change, Comparator, Lang, Level, Status


@dataclass(frozen=True)  # without slots, so that `but` is quick
class Reading:
    """One fact as the phrase states it; None where the phrase does not say.

    `start` and `end` span the evidence. `measure` is a term id, `label` the noun phrase of the text.
    """

    start: int
    end: int
    rule: str
    value: float | None = None
    value_max: float | None = None
    comparator: Comparator | None = None
    unit: str | None = None
    change: Change | None = None
    baseline_value: float | None = None
    baseline_year: str | None = None
    each: bool = False
    scope: str | None = None  # "rest": the members not named before
    part: str | None = None  # "part" of a total stated before, or a phase
    level: Level | None = None
    measure: str | None = None
    label: str = ""
    places: tuple[str, ...] | None = None
    organizations: tuple[str, ...] = ()
    specialty: str | None = None
    persons: tuple[tuple[str, str, str], ...] = ()  # (name, title, organization)
    actor: str | None = None
    status: Status | None = None
    period: str | None = None
    optional: bool = False  # a weak reading, kept only where its passage is about health

    def but(self, **changes: object) -> Reading:
        """The same reading with some fields changed: what `dataclasses.replace` does, in a tenth of its time."""
        other = object.__new__(Reading)
        other.__dict__.update(self.__dict__, **changes)
        return other


@dataclass(frozen=True, slots=True)
class Context:
    """What the document tells a sentence: all None for a phrase on its own."""

    date: str | None = None  # of the document, ISO 8601
    place: str | None = None  # of the issuer or of the section's heading
    status: Status | None = None  # of the section: review -> achieved, tasks -> planned
    period: str | None = None  # of the section: the year that its heading names
    health: bool = True  # whether the section or document is about health
    previous: Reading | None = None  # the reading before, for elided heads
    topic: tuple[str | None, str] | None = None  # (term id, label) of what the whole is about: the pilot of a notice
    heading: tuple[str, str] | None = None  # (term id, label) of what the heading of the section names


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading or lead-in sets for the text that follows it, until the next of its rank."""

    status: Status | None = None
    period: str | None = None
    place: str | None = None
    health: bool | None = None
    lasting: bool = False  # of a tone: holds beyond its paragraph
    heading: tuple[str, str] | None = None  # (term id, label) of what the heading names
    firm: bool = False  # of a tone: holds whatever its section says
    orders: bool = False  # worded as an order: tasks, where it follows a review


class Pack(Protocol):
    """A language: how it is said. One instance a folder of `languages/`."""

    lang: Lang

    def mentions(self, text: str, context: Context) -> list[Mention]:
        """All mentions in a text (a sentence or a question), ordered by start."""

    def read(self, text: str, start: int, end: int, context: Context) -> list[Reading]:
        """The readings of one sentence `text[start:end]`; offsets are into `text`."""

    def persons(self, text: str, start: int, end: int, context: Context) -> tuple[tuple[str, str, str], ...]:
        """(name, title, organization) of everyone whom a sentence names with an office."""

    def phrase(self, text: str, context: Context) -> list[Reading]:
        """The readings of a phrase on its own, down to a lone date, tier or status; at least one."""

    def tone(self, text: str, start: int, end: int, context: Context) -> Section | None:
        """What a sentence sets for those after it (a past year, "this year ... will"); None if nothing."""

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Spans of sentences in a paragraph."""

    def section(self, heading: str, context: Context) -> Section | None:
        """What a heading, or a lead-in at the start of a paragraph, sets; None if it is no such thing."""

    def masthead(self, text: str) -> Masthead:
        """Title, issuer, place and date from the text itself (title, dateline, first paragraph)."""


@dataclass(frozen=True, slots=True)
class Masthead:
    title: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    status: Status | None = None  # of the whole: a plan -> planned
    period: str | None = None  # of the whole: 2025 of a five-year plan, 2024 of "key tasks of 2024"
    health: bool = True
    topic: tuple[str | None, str] | None = None  # (term id, label) of the pilot that the title announces
