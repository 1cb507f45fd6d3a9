"""Why a document reads as it does: line by line what was recognized, what rule made which statement, what was left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Document, Evidence, Statement
from languages import pack
from languages.mention import DateMention, Mention, OrganizationMention, PlaceMention, Quantity, Span, TermMention
from languages.reading import Context
from loaders.extract import extract
from loaders.passages import Passage, passages

CUT = "page furniture, or before the title: states nothing of this document"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement and the piece of its evidence that stands here."""

    statement: Statement
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that no statement holds, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A stretch of the text: a paragraph of the body, or what was cut."""

    start: int
    end: int
    cut: str | None  # why it was cut
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    unread: tuple[Unread, ...] = ()


def explain(document: Document) -> list[Explained]:
    """The whole text in order; offsets are into `document.text`."""
    facts = [Fact(statement, piece) for statement in extract(document) for piece in statement.evidence]
    facts.sort(key=lambda fact: (fact.evidence.start, fact.evidence.end, fact.statement.id))
    explained: list[Explained] = []
    at = 0
    for passage in passages(document.text, document.lang):
        explained += _cut(document.text, at, passage.start)
        explained.append(_passage(document, passage, facts))
        at = passage.end
    return explained + _cut(document.text, at, len(document.text))


def describe(mention: Mention) -> str:
    """A mention in one line: its kind and what it means."""
    match mention:
        case TermMention():
            return f"{mention.kind} {mention.id}" + (f" ({mention.level})" if mention.level else "")
        case PlaceMention():
            return f"place {' '.join(mention.codes[:6])}" + (" …" if len(mention.codes) > 6 else "")
        case OrganizationMention():
            return f"organization {mention.name}"
        case Quantity():
            upper = f" to {mention.value_max:g}" if mention.value_max is not None else ""
            return f"quantity {mention.comparator} {mention.value:g}{upper} {mention.unit or ''}".rstrip()
        case DateMention():
            return f"date {mention.period}"
        case _:
            meaning = getattr(mention, "status", None) or getattr(mention, "level", "")
            return f"{type(mention).__name__.removesuffix('Mention').removesuffix('Cue').lower()} {meaning}"


def _cut(text: str, start: int, end: int) -> list[Explained]:
    return [Explained(start, end, CUT)] if text[start:end].strip("\ufeff \t\r\n") else []


def _passage(document: Document, passage: Passage, facts: Sequence[Fact]) -> Explained:
    language = pack(document.lang)
    line = document.text[passage.start : passage.end]
    context = Context(date=document.date, place=document.place)
    mentions = [_moved(mention, passage.start) for mention in language.mentions(line, context)]
    here = tuple(fact for fact in facts if fact.evidence.start < passage.end and passage.start < fact.evidence.end)
    return Explained(passage.start, passage.end, None, tuple(mentions), here, tuple(_unread(mentions, here)))


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _unread(mentions: Sequence[Mention], facts: Sequence[Fact]) -> list[Unread]:
    used = [(fact.evidence.start, fact.evidence.end) for fact in facts]
    terms = [mention for mention in mentions if isinstance(mention, TermMention)]
    reason = "no statement was composed of it" if terms else "nothing of a health system is named beside it"
    return [
        Unread(mention, reason)
        for mention in mentions
        if isinstance(mention, Quantity) and not any(s < mention.end and mention.start < e for s, e in used)
    ]
