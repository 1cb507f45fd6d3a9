"""One Chinese sentence to its readings: clause by clause, each inheriting what those before it set."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from languages.mention import PlaceMention, Span
from languages.reading import Context, Reading
from languages.zh import status as zh_status
from languages.zh.circumstances import is_base
from languages.zh.clauses import Clause
from languages.zh.heads import plain
from languages.zh.measures import is_health, level_of, mentions_health, named
from languages.zh.named import all_of, things
from languages.zh.numeric import about_health, numeric
from languages.zh.people import persons
from languages.zh.sentence import Head, Sentence, State, sentence, within
from languages.zh.things import ALL, verb_of_two
from languages.zh.undertakings import dropped, events, piloted, progressed
from ontology.codes import Comparator, Status

_WORTH = re.compile(r"[0-9０-９一二两三四五六七八九十百千万半零〇全所]")
_SCOPE_ONLY = re.compile(r"^(?:,|各|全部)?$")


def read(text: str, start: int, end: int, context: Context) -> list[Reading]:
    """The readings of `text[start:end]`, one sentence; offsets are into `text`."""
    if not context.health and not mentions_health(text[start:end]):
        return []
    s = sentence(text, start, end, context)
    if not s.labels and not s.quantities and not mentions_health(s.text):
        return []
    state = State(measure=_head_of(context.previous))
    found: list[Reading] = []
    for clause in _joined(s):
        if _RUMOUR.search(s.text, clause.start, clause.end):
            continue
        if clause.opens_group:
            state.places, state.part = None, False
        readings = _clause(s, clause, state)
        if (
            not readings
            and found
            and found[-1].value is None
            and _NO_ONE_LEFT.fullmatch(s.text, clause.start, clause.end)
        ):
            found[-1] = found[-1].but(comparator="all")
        base = _compared(s, clause, readings)
        if base and found and found[-1].unit == readings[0].unit and found[-1].baseline_value is None:
            found[-1] = found[-1].but(baseline_value=readings[0].value, baseline_year=base)
            continue
        found += readings
    if _ONCE.match(s.text) and any(_is_withdrawn(s, clause) for clause in s.clauses):
        found = [r if r.status == "achieved" else replace(r, status="withdrawn") for r in found]
    people = persons(s) if found else ()
    return [r.but(persons=people) for r in found] if people else found


_ONCE = re.compile(r"\W*(?:\([一二三四五六七八九十]\))?(?:原(?:拟|定|计划|先|本|方案)|此前|先前|曾(?:列入|计划|拟))")


def _is_withdrawn(s: Sentence, clause: Clause) -> bool:
    cue = zh_status.status(s.text[clause.start : clause.end])
    return cue is not None and cue.status == "withdrawn"


_RUMOUR = re.compile(r"网传|谣传|误传|传言|谣言|有消息说")
_NO_ONE_LEFT = re.compile(r"(?:做到|实现|确保|力争)?(?:应[^,]{1,2}尽[^,]{1,2})+")
_COMPARED = re.compile(
    r"(?:而)?(?:(?P<last>上年度?|上一年度?|去年(?:同期)?|上年同期)|(?P<year>(?:19|20)\d\d)年(?:组建|成立|启动|同期|改革前|底|末)?时?)(?:这一数字|该数字|这个数字|仅|只|还|才|则)*(?:是|为|有)"
)


def _compared(s: Sentence, clause: Clause, readings: list[Reading]) -> str | None:
    """The year of a clause that only says what the number before it was: 上一年度是9.3/10万."""
    match = _COMPARED.match(s.text, clause.start)
    if (
        len(readings) != 1
        or clause.opens_group
        or not match
        or any(q.start > match.end() + 2 for q in within(s.quantities, clause.start, clause.end))
    ):
        return None
    if match["year"]:
        return match["year"]
    return str(int(s.context.period[:4]) - 1) if s.context.period else None


_WAS = re.compile(r"(?:19|20)\d\d年(?:为|是)[^,]{1,16}$")
_NOW = re.compile(r"(?:现|目前|如今|已)[^,]{0,3}[降升增提下上扩]")


def _joined(s: Sentence) -> list[Clause]:
    """Clauses, with "2016年为4.01‰,现降至2.11‰" as one: the first half is the baseline of the second."""
    found: list[Clause] = []
    for clause in s.clauses:
        last = found[-1] if found else None
        if (
            last
            and not clause.opens_group
            and _NOW.match(s.text, clause.start)
            and _WAS.search(s.text[last.start : last.end])
        ):
            found[-1] = replace(last, end=clause.end)
        else:
            found.append(clause)
    return found


def _head_of(reading: Reading | None) -> Head | None:
    return Head(reading.label, reading.measure, None, reading.level) if reading and reading.value is not None else None


def _clause(s: Sentence, clause: Clause, state: State) -> list[Reading]:
    _subject(s, clause, state)
    readings = numeric(s, clause, state)
    taken = [_local(s, r) for r in readings]
    for without_number in (all_of, things, events, progressed):
        found = without_number(s, clause, taken, state)
        readings += found
        taken += [_local(s, r) for r in found]
    if not readings:
        readings += piloted(s, clause, state)
    if not readings:
        readings += dropped(s, clause, state)
    if not readings and sentence_topic(s, clause):
        state.measure = sentence_topic(s, clause)
    named = [r for r in readings if r.value is None]
    state.doing = bool(named)
    state.named = Head(named[-1].label, named[-1].measure, None, named[-1].level) if named else state.named
    kept = about_health(s, clause, readings)
    return [_ahead(s, clause, r) for r in _certain(s, clause, kept, state)] if kept else []


def _ahead(s: Sentence, clause: Clause, reading: Reading) -> Reading:
    """3月底前 of what is to be done, in a text of November, is next year's March."""
    today, period = s.context.date, reading.period
    planned = (reading.status or s.context.status) in ("planned", "sought", "conditional")
    if not planned or today is None or period is None or len(today) < 7 or len(period) != 7 or period >= today[:7]:
        return reading
    if period[:4] != today[:4] or today[:4] in s.text[clause.start : clause.end] or "今年" in s.text:
        return reading
    return reading.but(period=f"{int(period[:4]) + 1}{period[4:]}")


_COURSE = re.compile(
    r"(?:病|发病|死亡|率)(?=(?:总体|持续|逐年|明显|稳步|继续|保持)*(?:呈|走低|走高|下降|上升|回落|得到))"
)


def sentence_topic(s: Sentence, clause: Clause) -> Head | None:
    """肺结核发病呈走低态势: what the numbers behind the colon are of."""
    if s.text[clause.end : clause.end + 1] != ":" or within(s.quantities, clause.start, clause.end):
        return None
    if match := _COURSE.search(s.text, clause.start, clause.end):
        return plain(named(s.text, clause.start, match.end(), s.labels))
    start = _NUMBERED.match(s.text, clause.start, clause.end).end()  # type: ignore[union-attr]
    if not 2 < clause.end - start <= 18 or _SAYS.search(s.text, start, clause.end):
        return None
    read = named(s.text, start, clause.end, s.labels)
    return plain(read) if read.id or is_health(read.label) or s.text[start] == "“" else None


_NUMBERED = re.compile(r"(?:\(?[\d一二三四五六七八九十]{1,3}[.、)])?")
_SAYS = re.compile(
    r"指出|强调|要求|表示|介绍|明确|提出|认为|记者|方面|单位|部门|时间|地点|电话|来源|编辑|如下|以下|包括|其中"
)


def _local(s: Sentence, reading: Reading) -> Span:
    if s.compact.offsets is None:
        return Span(reading.start - s.compact.start, reading.end - s.compact.start)
    offsets = s.compact.offsets
    first = bisect_left(offsets, reading.start)
    return Span(first, bisect_left(offsets, reading.end, first))


def _subject(s: Sentence, clause: Clause, state: State) -> None:
    """A place that opens a clause is the subject of those that follow; so is a date, and a status."""
    named = within(s.places, clause.start, clause.end)
    if (
        named
        and _opens(s, clause, named[0])
        and named[0].kind != "organization"
        and not (_divides(s, clause) or _THINGS_OF.match(s.text, named[-1].end))
    ):
        state.places = (
            tuple(sorted({c for p in named if p.start - named[0].end <= 12 for c in p.codes})) or state.places
        )
    dates = [d for d in within(s.dates, clause.start, clause.end) if not is_base(s, d, None)]
    alone = clause.end - clause.start <= 20 and not within(s.quantities, clause.start, clause.end)
    ends = alone and dates and (dates[0].deadline or "期满" in s.text[clause.start : clause.end])
    if named and _NONE_HERE.search(s.text, clause.start, clause.end):
        state.distributed.extend(code for place in named for code in place.codes)
    if dates and (dates[0].start - clause.start <= 4 or ends):
        state.period = dates[0].period
    cue = zh_status.status(s.text[clause.start : clause.end])
    if clause.opens_group or (state.status in ("sought", "withdrawn") and _acts(s, clause)):
        state.status = None
    if cue and cue.strong and not (state.status == "conditional" and cue.status == "planned"):
        state.status = cue.status


def _opens(s: Sentence, clause: Clause, place: PlaceMention) -> bool:
    """Whether a place opens its clause: 同时成都, not 支持成都."""
    return place.start - clause.start <= 3 and not verb_of_two().fullmatch(s.text, clause.start, place.start)


_NONE_HERE = re.compile(
    r"不(?:设|建|安排|布局|作要求|做安排|纳入)|无[^,;。]{0,6}任务"
)  # 德城区不设: the rest is without it
_THINGS_OF = re.compile(
    r"等?(?:\d+|[一二两三四五六七八九十]+)[个家所项]国家"
)  # 青岛、临沂两个国家中心: no subject of what follows
_DIVIDES = re.compile(r"其中|各(?:新|建|自|有)?\d|各[一二两三四五六七八九十]")


def _divides(s: Sentence, clause: Clause) -> bool:
    """Whether a clause shares a total out over places: 其中成都5家."""
    return bool(_DIVIDES.search(s.text, clause.start, clause.end))


def _acts(s: Sentence, clause: Clause) -> bool:
    """Whether a clause opens with a verb of its own."""
    return bool(
        verb_of_two().match(
            re.sub(
                r"^(?:并|同时|还|分别|继续|进一步|其中|全面|积极|大力|年内|今年)+",
                "",
                s.text[clause.start : clause.end],
            )
        )
    )


_NOT_YET = re.compile(
    r"(?:尚未|还未|仍未|还没有?|仍没有?|至今(?:没有|未))(?:开工|启动|动工|建成|完成|建立|实施|投用|开诊|落地)"
)


def _certain(s: Sentence, clause: Clause, readings: list[Reading], state: State) -> list[Reading]:
    """The readings with the status in force: a strong word of the clause, the past or future of its date, its section,
    a weak word."""
    text, context = s.text[clause.start : clause.end], s.context
    cue = zh_status.status(text)
    strong = cue.status if cue and cue.strong else state.status
    if state.status == "conditional" and strong == "planned":
        strong = "conditional"
    yet = _NOT_YET.search(text)  # even in a review, it is still to come
    if yet and strong == "underway":
        strong = "planned"
    past = context.status == "achieved" and strong == "planned" and not yet
    weak = cue.status if context.status is None and cue and not zh_status.is_marked(text) else None
    found = []
    for reading in readings:
        ruled_out = past and not _is_future(reading, context)
        status = reading.status or (None if ruled_out else strong) or _by_date(reading, context) or weak
        found.append(reading.but(status=status) if status else reading)
    return found


def _is_future(reading: Reading, context: Context) -> bool:
    return bool(reading.period and context.date and reading.period[:4] > context.date[:4])


def _by_date(reading: Reading, context: Context) -> Status | None:
    if not (reading.period and context.date):
        return None
    year, today = reading.period[:4], context.date[:4]
    if year < today and reading.period != context.period:
        return "achieved"
    return "planned" if year > today else None


def phrase(text: str, context: Context) -> list[Reading]:
    """The readings of a phrase on its own: what it says, down to a lone date, tier or status."""
    s = sentence(text, 0, len(text), context)
    found = read(text, 0, len(text), replace(context, health=True))
    if not found:
        found = [Reading(0, len(text), "zh.phrase", label="")]
    cue = zh_status.status(s.text)
    cue = cue if cue and (cue.strong or not zh_status.is_marked(s.text)) else None
    level = level_of(s.text)
    level = level if level or not s.text.startswith("村") else "village"
    period = s.dates[-1].period if s.dates else None
    comparator: Comparator | None = "all" if not s.quantities and ALL.search(s.text) else None
    return [
        r.but(
            status=r.status or (cue.status if cue else None), level=r.level or level, period=r.period or period,
            comparator=r.comparator or comparator,
        )
        for r in found
    ]  # fmt: skip
