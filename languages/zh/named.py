"""Readings without a number: known programmes, designations and reforms that are done; full coverage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from languages.mention import Span
from languages.reading import Reading
from languages.recognize import Label
from languages.spans import Spans
from languages.zh.clauses import Clause
from languages.zh.doing import EVENT_AFTER, is_continued, is_governed
from languages.zh.measures import is_other
from languages.zh.sentence import Sentence, State, within
from languages.zh.things import ALL, is_generic, is_nameable, is_term, overlaps, thing
from languages.zh.tiers import of_list, of_tiers
from languages.zh.undertakings import larger_names, undertakings

_TIER_TIE = re.compile(r"(?:国家级?|全国|省级?|自治区级|市级|州级|县级|区级)$")
_TIER_LENGTH = 4  # characters of the longest


_RIGHT_TIE = re.compile(
    r"(?:改革|试点|建设|工程|行动|计划|项目|制度|体系|服务|示范区|示范县|示范市|试验区|试验县|试点县|机制|扩面|提质)+"
)


def all_of(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """全覆盖, 全部, 所有 with the thing that it holds for: the term nearest to the word."""
    found: list[Reading] = []
    words = list(ALL.finditer(sentence.text, clause.start, clause.end))
    terms = Spans(filter(is_term, within(sentence.labels, clause.start, clause.end) if words else ()))
    for match in words:
        nearest = _nearest(terms, match)
        for label in _listed(sentence, nearest) if nearest is not None else ():
            start, end = _tied(sentence, clause, label.start), label.end
            if not overlaps(label, taken) and not any(r.label == sentence.text[start:end] for r in found):
                found.append(
                    thing(
                        sentence,
                        clause,
                        start,
                        end,
                        state,
                        rule="zh.all",
                        comparator="all",
                        word=Span(*match.span()),
                    )
                )
    return found


_LISTED = re.compile(r"(?:标准化|规范化|信息化|一体化|建设|服务|管理)*[、和及与]")


def _listed(sentence: Sentence, last: Label) -> list[Label]:
    """The label and those listed right before it: 卒中中心、胸痛中心实现全覆盖."""
    found = [last]
    for label in filter(is_term, reversed(sentence.labels.before(last.start - 1))):
        if not _LISTED.fullmatch(sentence.text, label.end, found[0].start):
            break
        found.insert(0, label)
    return found


def _nearest(terms: Spans[Label], match: re.Match[str]) -> Label | None:
    """Of the terms of a clause, the one that a word of extent holds for."""
    if match[0] == "所有":
        return next(iter(terms.starting(match.end(), match.end() + 8)), None)
    whole = match[0] == "全覆盖"
    ahead = [x for x in terms.before(match.start())[-1:] if match.start() - x.end <= (14 if whole else 6)]
    behind = terms.starting(match.end(), match.end() + (4 if whole else 14))
    if whole:
        return next(iter([*ahead, *behind]), None)
    particular = next((x for x in behind if not is_generic(x)), None)
    return particular or next(iter([*ahead, *reversed(behind)]), None)


def things(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """Known terms and open names that a verb of doing governs."""
    found: list[Reading] = []
    used: list[Span] = list(taken)
    larger = larger_names(sentence, clause)
    for label in within(sentence.labels, clause.start, clause.end):
        if sentence.text[label.end : label.end + 1] in tuple("局委办厅"):
            continue  # 医保局: the body, not the scheme
        if not is_nameable(label) or overlaps(label, used) or _is_part(sentence, label, larger):
            continue
        if not is_governed(sentence, clause, label) and not is_continued(sentence, clause, label, state):
            continue
        start, end = widened(sentence, clause, label)
        event = EVENT_AFTER.match(sentence.text, label.end, clause.end)
        word = Span(*event.span()) if event else None
        plain = thing(sentence, clause, start, end, state, rule="zh.named", word=word)
        found += of_list(sentence, clause, label, plain, state) or [plain]
        found += of_tiers(sentence, clause, label, plain)
        used.append(Span(start, end))
    return _respective(sentence, clause, found) + undertakings(sentence, clause, used, state)


def _is_part(sentence: Sentence, label: Label, larger: Sequence[Span]) -> bool:
    """Whether a term only stands inside the name of another thing: 医保 of 可信医保数据应用中心."""
    return any(
        name.start <= label.start
        and label.end < name.end
        and all(is_other(kind, sentence.text[label.end : name.end]) for kind, _ in label.candidates)
        for name in larger
    )


def _respective(sentence: Sentence, clause: Clause, found: list[Reading]) -> list[Reading]:
    """长治、临汾分别入选甲、乙: each of the places with the thing of its rank."""
    at = sentence.text.find("分别", clause.start, clause.end)
    places = [p for p in within(sentence.places, clause.start, at) if p.kind == "division"] if at > 0 else []
    if len(places) < 2 or len(places) != len(found):
        return found
    return [reading.but(places=place.codes) for reading, place in zip(found, places, strict=True)]


def widened(sentence: Sentence, clause: Clause, label: Label) -> tuple[int, int]:
    """The label with the specialty before it and the word for the undertaking after it."""
    start, end = label.start, label.end
    for ahead in sentence.labels.before(start)[-1:]:
        if ahead.end == start and any(kind == "specialty" for kind, _ in ahead.candidates):
            start = ahead.start
    start = _tied(sentence, clause, start)
    match = _RIGHT_TIE.match(sentence.text, end, clause.end)
    if match:
        end = match.end()
    return start, end


def _tied(sentence: Sentence, clause: Clause, start: int) -> int:
    """Where a thing starts with the tier before it."""
    tier = _TIER_TIE.search(sentence.text, max(clause.start, start - _TIER_LENGTH), start)
    tied = tier and not any(p.start < tier.end() <= p.end for p in sentence.places)
    return tier.start() if tier and tied else start
