"""A sentence with all that was recognized in it, ready for the rules that make readings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from languages.mention import DateMention, OrganizationMention, PlaceMention, Quantity
from languages.reading import Context
from languages.recognize import Label, labels
from languages.spans import Spans
from languages.zh import dates as zh_dates
from languages.zh import divisions as zh_divisions
from languages.zh import places as zh_places
from languages.zh.clauses import Clause, Compact, clauses, compact
from languages.zh.measures import is_term
from languages.zh.quantities import quantities
from ontology.codes import Level, Status
from ontology.vocabulary import vocabulary


@dataclass(frozen=True)
class Sentence:
    """Offsets of everything in it are into `text`; `span` gives those in the document."""

    compact: Compact
    text: str
    context: Context
    labels: Spans[Label]
    quantities: Spans[Quantity]

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.text)

    @cached_property
    def terms(self) -> Spans[Label]:
        """The labels of terms that can be measured or named."""
        return Spans(filter(is_term, self.labels))

    @cached_property
    def dates(self) -> Spans[DateMention]:
        return Spans(zh_dates.dates(self.text, self._today, self.context.date))

    @property
    def _today(self) -> str | None:
        """The date that 年内 and 6月底 are told from: a section on the year past or to come has its own."""
        date, period = self.context.date, self.context.period
        return period if date and period and abs(int(period[:4]) - int(date[:4])) == 1 else date

    @cached_property
    def organizations(self) -> Spans[OrganizationMention]:
        return Spans(zh_places.organizations(self.text, self.labels, self._places))

    @cached_property
    def places(self) -> Spans[PlaceMention]:
        """Places, those that an organization's name holds included."""
        inside = [
            PlaceMention(o.start, o.end, (o.code,), "organization") for o in self.organizations if o.code is not None
        ]
        outside = [p for p in self._places if self.organizations.reach(p.start + 1) <= p.start]
        return Spans(sorted(inside + outside, key=lambda p: p.start))

    @cached_property
    def apart(self) -> list[int]:
        """Where those places start that another thing parts from the places before them."""
        found, last = [], 0
        for place in self.places:
            if is_parted(self.text, last, place.start):
                found.append(place.start)
            last = max(last, place.end)
        return found

    @cached_property
    def _places(self) -> list[PlaceMention]:
        return zh_places.places(self.text, self.labels, self.context.place)

    @cached_property
    def remainders(self) -> Spans[zh_divisions.Remainder]:
        return Spans(zh_divisions.remainders(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.compact.span(start, end)


ANOTHER = re.compile(r"及|、|和|与")
_LISTED = re.compile(r"[、和及与]|以及")


def is_parted(text: str, last: int, start: int) -> bool:
    """Whether the words between a place and the next are of a list, but not of these two alone."""
    return ANOTHER.search(text, last, start) is not None and not _LISTED.fullmatch(text, last, start)


def sentence(text: str, start: int, end: int, context: Context) -> Sentence:
    cut = compact(text, start, end)
    known = [x for x in labels(cut.text, "zh") if cut.text[x.start - 1 : x.start + 1] != "其中"]
    found = _with_realized(cut.text, _with_centers(cut.text, known))
    names = Spans(x for x in found if any(kind == "place" for kind, _ in x.candidates))
    amounts = Spans(q for q in quantities(cut.text) if names.reach(q.start + 1) <= q.start)
    return Sentence(cut, cut.text, context, Spans(found), amounts)


_CENTER = re.compile(r"国家(?!级|和|区域)[一-龥]{1,8}?(?P<base>医学中心|区域医疗中心)")


def _with_centers(text: str, found: list[Label]) -> list[Label]:
    """The labels, and the national centers that a specialty stands in: 国家血液病医学中心."""
    if "中心" not in text or "国家" not in text:
        return found
    for match in _CENTER.finditer(text):
        term = vocabulary().term_by_label("国家" + match["base"], "zh")
        inside = [x for x in found if x.start < match.end() and match.start() < x.end]
        if term is None or any(x.end > match.start("base") or x.start < match.start() for x in inside):
            continue
        found.append(Label(match.start("base"), match.end(), ((term.kind, term.id),)))
    return sorted(found, key=lambda x: x.start)


_REALIZED = re.compile(r"(?:、[^,;。:、]{2,10})*(?:(?:已|全面|基本|率先|正式|全部|均|也)*实现(?:了)?)")


_AROUND = 24  # characters


def _with_realized(text: str, found: list[Label]) -> list[Label]:
    """The labels, and those that `realize` stands in, a list before it or not: 居民医保、工伤保险实现省级统筹."""
    for match in _REALIZED.finditer(text) if "实现" in text else ():
        first = max(0, match.start() - _AROUND)  # no label is longer
        joined = text[first : match.start()] + text[match.end() : match.end() + _AROUND]
        over = [x for x in labels(joined, "zh") if x.start < match.start() - first < x.end]
        if over and any(kind in ("programme", "reform", "service") for kind, _ in over[0].candidates):
            whole = Label(first + over[0].start, first + over[0].end + len(match[0]), over[0].candidates)
            found = [x for x in found if x.end <= whole.start or whole.end <= x.start] + [whole]
    return sorted(found, key=lambda x: x.start)


within = Spans.within


@dataclass
class State:
    """What earlier clauses of the sentence set for the later ones."""

    measure: Head | None = None
    places: tuple[str, ...] | None = None  # of the subject
    period: str | None = None
    deadline: bool = False
    status: Status | None = None
    named: Head | None = None  # the last thing without a number
    doing: bool = False  # the clause before named things under a verb
    part: bool = False
    counted: bool = False  # a number of this sentence has its noun already
    distributed: list[str] = field(default_factory=list)
    heads: tuple[Head, ...] = ()  # of the last numbers that were mapped by position
    universe: tuple[str, ...] = ()  # the places of the total that parts are of


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that a number is about."""

    label: str
    id: str | None = None
    kind: str | None = None
    level: Level | None = None
    specialty: str | None = None
    denominator: str | None = None  # per_1000 where the phrase says 每千人口
