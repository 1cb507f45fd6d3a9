"""What a question asks, before any statement has been looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ontology.codes import Lang, Level, Status

Ask = Literal["number", "place", "organization", "person", "when", "whether", "specialty", "measure"]
PlaceKind = Literal["country", "province", "city", "county", "any"]
Bound = Literal["ge", "le", "gt", "lt", "eq"]  # the first that a wording fits holds


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place or a group of places that the question names. `codes` are its members; a name that several
    places bear has `homonyms` and stands for any one of them."""

    start: int
    end: int
    codes: tuple[str, ...]
    homonyms: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A body that the question names; `codes` are the places in its name."""

    start: int
    end: int
    name: str
    hospital: str | None = None  # id in the register


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number of the question with what it bounds: "exceed 90"."""

    start: int
    end: int
    value: float
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the question's content that a statement must say to be an answer.

    `terms` are the vocabulary terms it may name, `zh` and `en` the forms in which a text may say it.
    """

    text: str
    weight: float
    terms: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    level: Level | None = None  # the tier in the term's name
    strict: bool = False  # a proper name, or a word without which the statement answers something else
    fuzzy: bool = False  # a stretch of Chinese that may be said in part
    lang: Lang | None = None  # where only the question's own language has a form for it
    number: float | None = None


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question taken apart. Years are integers; `units` are in the order of the question."""

    text: str
    lang: Lang
    ask: Ask
    unit: str | None = None  # a unit of the ontology, `money`, or None where the question leaves it open
    place_kind: PlaceKind | None = None  # of the places that are asked for or counted
    operations: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()  # `new` things, or the `total` that they bring it to
    units: tuple[Unit, ...] = ()
    light: str = ""  # the words without content of their own, as `form_of` folds them
    places: tuple[PlaceName, ...] = ()
    excluded: tuple[PlaceName, ...] = ()  # "other than"
    organizations: tuple[OrganizationName, ...] = ()
    years: tuple[int, ...] = ()
    issued: int | None = None  # the year of the document that the question refers to
    relative: int | None = None  # "this year", counted from that of the document
    baseline_years: tuple[int, ...] = ()
    levels: tuple[Level, ...] = ()
    status: Status | None = None
    already: bool = False
    numbers: tuple[NumberWord, ...] = ()
    each: float | None = None  # "one each": the number of every place that is asked for
    unknown: tuple[str, ...] = field(default=())
