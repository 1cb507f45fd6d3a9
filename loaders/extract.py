"""A document to its statements: paragraphs in their sections, sentences to readings, readings to statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Document, Statement
from languages import pack
from languages.fold import fold
from languages.reading import Context, Masthead, Pack, Reading, Section
from loaders.compose import Composed, compose, merged
from loaders.masthead import masthead
from loaders.passages import Passage, passages
from loaders.remarks import remark
from loaders.tables import Table, table_readings, texts

_LONGEST = 1200  # characters read at once: sentences of the genre are shorter, and the time of longer ones stays linear
_PAUSES = ("，", "；", "、", ", ", "; ", " ")


# How headings are numbered, outermost first: 一、 or Part I; 1. of an English text; (一) or (1); 1. and 一是.
_RANKS = (
    re.compile(r"^\s*(?:第[一二三四五六七八九十]+[章部]|[一二三四五六七八九十]+、|(?:[IVX]+\.|(?i:part|chapter)\s))"),
    re.compile(r"^\s*\d{1,2}\.(?!\d)\s?[A-Z]"),
    re.compile(r"^\s*[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]"),
    re.compile(r"^\s*(?:\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]+是|专栏)"),
)


_SENTENCE = re.compile(r"[，。；：,;:]|\.\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_MEETING = re.compile(
    r"(?<!新闻发布)(?:工作会议?|会议(?:上|明确|强调|要求)|work (?:conference|meeting)|video conference)"
)


@dataclass
class _Scope:
    """The sections in force, outermost first, and the tone of the running text."""

    base: Context
    sections: list[tuple[float, Section]] = field(default_factory=list)
    tone: Section | None = None
    lasting: Section | None = None  # a tone that holds beyond its paragraph
    meeting: bool = False  # news of a meeting: what it plans holds to the end

    def enter(self, rank: float, section: Section) -> None:
        """Open a section. A chapter that is worded as an order and follows a review is one of tasks."""
        ended = next((s for r, s in self.sections if r == rank == 1), Section())
        if ended.status is not None and section.orders and self.base.status is None:
            section = replace(section, status="planned")
        self.sections = [(r, s) for r, s in self.sections if r < rank]
        self.sections.append((rank, section))
        self.tone = self.lasting = None

    def rank_of(self, line: str) -> float:
        """The rank of a line without a number: outermost; a sentence that leads in stays in its outermost section."""
        return self.sections[0][0] + 0.5 if self.sections and _SENTENCE.search(line) else 0

    def context(self, previous: Reading | None) -> Context:
        base = self.base
        status, period, place, health, heading = base.status, base.period, base.place, base.health, base.heading
        for section in [s for _, s in self.sections] + ([self.tone] if self.tone else []):
            status, period, place = section.status or status, section.period or period, section.place or place
            health = health if section.health is None else section.health or health
            heading = section.heading or heading
        return Context(base.date, place, status, period, health, previous, base.topic, heading)


def extract(document: Document) -> list[Statement]:
    """The statements of a document with their evidence, sorted by where the text makes them."""
    return merged(composed(document))


def composed(document: Document) -> Iterator[Composed]:
    """Every reading of the document in its context, before those that say the same are joined."""
    language = pack(document.lang)
    body = passages(document.text, document.lang)
    head = masthead(document.text, document.lang)
    scope = _Scope(_base(document, head), meeting=bool(_MEETING.search(document.text[:600])))
    table: Table | None = None
    for number, passage in enumerate(body):
        if passage.row:
            table = table or Table(language, _told_before(document.text, body[:number]))
            for reading in table_readings(document.text, passage, table, scope.context(None)):
                yield compose(document, reading, scope.context(None))
            for start, end in _stretches(document.text, texts(document.text, passage)):
                for reading in language.read(document.text, start, end, scope.context(None)):
                    yield compose(document, reading, scope.context(None))
            continue
        table = None
        summary = _is_summary(document.text, passage, number, head)
        yield from _passage(document, passage, scope, language, summary=summary)


def _told_before(text: str, body: Sequence[Passage]) -> str:
    """The end of the text before a table."""
    return "\n".join(text[max(p.start, p.end - 400) : p.end] for p in body[-2:])


def _base(document: Document, head: Masthead) -> Context:
    date = document.date or head.date
    return Context(
        date=date,
        place=document.place or head.place,
        status=head.status,
        period=head.period or (date[:4] if date else None),
        health=head.health,
        topic=head.topic,
    )


def _is_summary(text: str, passage: Passage, number: int, head: Masthead) -> bool:
    line = text[passage.start : passage.end].strip()
    return line[:1] in "●○■" or (number < 3 and head.title is not None and fold(line).startswith(head.title[:40]))


def _passage(
    document: Document, passage: Passage, scope: _Scope, language: Pack, *, summary: bool
) -> Iterator[Composed]:
    text = document.text
    line = text[passage.start : passage.end]
    if not _LETTER.search(line):
        return  # a page's number, a rule of dashes
    section = None if summary else language.section(line, scope.context(None))
    rank = next((i for i, pattern in enumerate(_RANKS, 1) if pattern.match(line)), None)
    if rank or (section and (section.place or len(line) <= 60)):
        scope.enter(rank or scope.rank_of(line), section or Section())
    elif section:
        scope.tone = section
    previous: Reading | None = None
    people: tuple[
        tuple[str, str, str], ...
    ] = ()  # named in a sentence that states nothing: the next of the paragraph has them
    closing = remark(text, passage.start, passage.end, language, scope.context(None))
    if not section:
        scope.tone = scope.lasting  # another tone held for its paragraph
    for start, end in _stretches(text, language.sentences(text, passage.start, passage.end)):
        tone = language.tone(text, start, end, scope.context(None))
        if tone and (tone.status or tone.period) and _sets(tone, scope):
            scope.tone = tone
            lasts = tone.lasting or (scope.meeting and tone.status == "planned")
            scope.lasting = tone if lasts else scope.lasting
        context = scope.context(previous)
        readings = language.read(text, start, end, context)
        if not readings:
            people += language.persons(text, start, end, context)
        for reading in readings:
            if people:
                reading, people = reading.but(persons=(*people, *reading.persons)), ()
            previous = reading if reading.value is not None else previous
            if closing.period and not reading.period:
                reading = reading.but(period=closing.period)
            if closing.actor and not reading.actor:
                reading = reading.but(actor=closing.actor)
            yield compose(document, reading, context, summary=summary)


def _stretches(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those beyond all measure cut at a pause."""
    for start, end in sentences:
        while end - start > _LONGEST:
            pause = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in _PAUSES)
            cut = pause + 1 if pause > 0 else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _sets(tone: Section, scope: _Scope) -> bool:
    """A heading that says review or tasks is not undone by the tone of a sentence under it, but by `Promised:`."""
    return tone.firm or not any(section.status for _, section in scope.sections)
