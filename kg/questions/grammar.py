"""A question in Chinese or English → what it asks (`QuestionReading`). Nothing is looked up in the graph here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from kg.questions.amounts import bases, numbers, relative_year, stretch, unit_of, years
from kg.questions.content import body_units, duration_units, durations, number_units, term_units, word_units
from kg.questions.lexicon import AskPattern, Lexicon, lexicon, titles
from kg.questions.naming import Names, names, offices_as_places
from kg.questions.paraphrase import paraphrased
from kg.questions.reading import Ask, NumberWord, PlaceName, QuestionReading, Unit
from kg.questions.sentence import asking_part, in_background, place_counts, sources
from kg.questions.wording import form_of
from ontology.codes import LEVELS, UNITS, Lang, Level, Status
from ontology.vocabulary import Vocabulary

_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACE = re.compile(r"\s+")
_DOING = (
    "baseline", "same", "highest", "lowest", "higher", "lower", "sum", "sum_parts", "except", "each", "gap",
    "responsible",
)  # fmt: skip
_COMPARING = frozenset({"difference", "same", "higher", "lower", "baseline", "reached", "each"})
_MASK = "\ue000"
_OR = re.compile(r"(?:'s)?,? (?:or)(?: (?:in|for|at))?(?: the)? |还是(?:在)?")
_WHO = re.compile(r"\bwhom?\b|谁|哪位|何人")
_YEAR_DIGITS = re.compile(r"(?:19|20)\d\d")
_LEVEL_LIST = re.compile(
    r"(?:[国省市县乡村](?:家)?级?[、和及与,]?)+[国省市县乡村](?:家)?(?:[两二三四五]?级|(?=临床|重点))"
)
_OFFICE_EN = re.compile(
    r"(?:provincial|municipal|county|national) (?:health|people|party|government|committee|hospital)"
)


def language(text: str) -> Lang:
    """The language of a question: Chinese where it has a Chinese character."""
    return "zh" if _HAN.search(text) else "en"


def read(text: str, lang: Lang | None, vocabulary: Vocabulary, *, today: date | None = None) -> QuestionReading:
    """Take a question apart. What is not understood stays among the `units`. `today` dates "this year"."""
    lang = lang or language(text)
    words = lexicon(lang)
    plain = paraphrased(_plain(text, lang), lang)
    found = names(plain, lang, vocabulary)
    folded = plain if lang == "zh" else plain.casefold()
    part = asking_part(plain, lang, words.asks)
    asked, used = _asked(folded, words, part)
    if asked.ask in ("organization", "measure") and _WHO.search(folded) and titles(text) and found.organizations:
        asked = replace(asked, ask="person")
    tellers = tuple(body for body in found.organizations if words.source.search(folded[: body.start]))
    found = replace(found, organizations=tuple(body for body in found.organizations if body not in tellers))
    if asked.ask != "person":
        found = offices_as_places(found, lang, vocabulary)
    bare = _masked(folded, found)
    told, issued = sources(bare, lang)
    bare, found = _without(bare, told), found.outside(told)
    stated, compared, year_spans = years(bare, words, today)
    outside = _without(bare, year_spans)
    counted = [number for number in numbers(outside, words) if not _within(number, [*used, *_counting(folded, asked)])]
    operations = _operations(_YEAR_DIGITS.sub(_MASK * 4, bare[slice(*part)]), words)
    stated, compared = _through(stretch(bare), stated, compared, asked.ask, operations)
    asking = [
        *((body.start, body.end) for body in tellers),
        *told,
        *place_counts(outside, lang),
        *used,
        *_counting(folded, asked),
        *year_spans,
        *bases(outside),
        *_level_spans(outside, words),
    ]
    asking += durations(folded, lang)
    asking += _operating(outside, words, asked.ask)
    taken = _taken(folded, found, [*asking, *_spans(counted)])
    excluded = _excluded(outside, words, found, vocabulary)
    each = _each(operations, asked.ask, counted)
    placed = _units(
        plain, _not_in(found, used, bases(folded), asked.ask), _as_content(counted, asked.ask, each), taken, vocabulary
    )
    units = in_background(placed, part)
    if "of_whole" in operations and len(units) > 1:
        whole = next((at for at, unit in enumerate(units) if unit.number is None), 0)
        units = (*(replace(unit, weight=unit.weight / 8) for unit in units[: whole + 1]), *units[whole + 1 :])
    return QuestionReading(
        text=text,
        lang=lang,
        ask=_ask(asked, found, operations, plain),
        unit=_unit(asked, outside) or _indicated(asked, found, operations, vocabulary),
        place_kind=asked.place,  # type: ignore[arg-type]
        operations=operations,
        aspects=frozenset(name for name, pattern in words.aspects.items() if pattern.search(outside)),
        units=units,
        light=_light(outside, used, units, lang),
        places=_once(place for place in found.places if place not in excluded) or _nation(outside, words),
        excluded=excluded,
        organizations=found.organizations,
        years=stated,
        issued=issued,
        relative=relative_year(bare) if today is None else None,
        baseline_years=compared,
        levels=_levels(outside, words),
        status=_status(outside[slice(*part)], words),
        already=bool(words.already.search(outside[slice(*part)])),
        numbers=tuple(counted),
        each=each,
    )


def _through(
    through: tuple[int, int] | None,
    stated: tuple[int, ...],
    compared: tuple[int, ...],
    ask: str,
    operations: frozenset[str],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years of a stretch: each of them in a sum, both ends in a comparison, else its end, when it is due."""
    if through is None or ask == "whether" or _COMPARING & operations:
        return stated, compared
    first, last = through
    inner = tuple(range(first, last + 1)) if {"sum", "sum_parts"} & operations else (last,)
    return inner, tuple(year for year in compared if year not in through)


def _plain(text: str, lang: Lang) -> str:
    """The question in one spelling; without white space in Chinese, without the final mark in both."""
    folded = unicodedata.normalize("NFKC", text).replace("’", "'").strip()
    folded = _SPACE.sub("" if lang == "zh" else " ", folded)
    return folded.rstrip("?？。.!！ ")


@cache
def _default() -> AskPattern:
    return AskPattern(re.compile(""), "measure")


def _asked(text: str, words: Lexicon, part: tuple[int, int]) -> tuple[AskPattern, list[tuple[int, int]]]:
    """What the part of a question asks that asks something, and the stretches that ask it."""
    offset, asking = part[0], text[slice(*part)]
    for way in words.asks:
        match = way.pattern.search(asking)
        if match:
            grouped = range(1, (match.lastindex or 0) + 1) if way.ask != "whether" else ()
            spans = [match.span(group) for group in grouped if match[group] is not None] or [match.span()]
            return way, [(start + offset, end + offset) for start, end in spans]
    return _default(), []


def _counting(text: str, asked: AskPattern) -> list[tuple[int, int]]:
    """The stretch that asks for places or bodies, where it says how many there are: which two cities."""
    match = asked.pattern.search(text) if asked.ask in ("place", "organization", "specialty") else None
    return [match.span()] if match else []


def _once(places: Iterable[PlaceName]) -> tuple[PlaceName, ...]:
    """The places, each where it is first named."""
    found: dict[tuple[str, ...], PlaceName] = {}
    for place in places:
        found.setdefault(place.codes, place)
    return tuple(found.values())


def _ask(asked: AskPattern, found: Names, operations: frozenset[str], text: str) -> Ask:
    """What is asked: of an indicator ("what life expectancy") always its number."""
    compared = {"higher", "lower", "highest", "lowest"} & operations
    if asked.ask in ("measure", "whether") and compared and len(found.places) > 1:
        first, second = found.places[-2:]
        if asked.ask == "measure" or _OR.fullmatch(text[first.end : second.start].casefold()):
            return "place"
    kinds = {kind for term in found.terms for kind, _ in term.candidates}
    return "number" if asked.ask == "measure" and "indicator" in kinds else asked.ask  # type: ignore[return-value]


def _unit(asked: AskPattern, text: str) -> str | None:
    """The unit that is asked for; a base (per 10,000) tells more than a counting word."""
    if asked.ask != "number" or asked.unit not in (None, "count"):
        return asked.unit
    return unit_of(text) or asked.unit


def _indicated(asked: AskPattern, found: Names, operations: frozenset[str], vocabulary: Vocabulary) -> str | None:
    """The unit of the one indicator whose number is asked for, where that is no count."""
    if asked.ask != "number" or {"difference", "gap"} & operations:
        return None
    ids = {id for term in found.terms for kind, id in term.candidates if kind == "indicator"}
    units = {vocabulary.terms[id].unit for id in ids} - {"count", None}
    unit = units.pop() if len(ids) == len(units) == 1 else None
    return unit if unit in UNITS or unit is None else "money"


def _masked(text: str, found: Names) -> str:
    """The text with its names blotted out, so that "total health expenditure" asks for no total."""
    return _without(text, found.spans)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _MASK * (end - start) + text[end:]
    return text


def _within(number: NumberWord, spans: list[tuple[int, int]]) -> bool:
    return any(start <= number.start and number.end <= end for start, end in spans)


def _spans(counted: Iterable[NumberWord]) -> list[tuple[int, int]]:
    return [(number.start, number.end) for number in counted]


def _taken(text: str, found: Names, spans: Iterable[tuple[int, int]]) -> bytearray:
    taken = bytearray(len(text))
    for start, end in (*found.spans, *spans):
        taken[start:end] = b"\x01" * (end - start)
    return taken


def _operations(text: str, words: Lexicon) -> frozenset[str]:
    return frozenset(name for name, pattern in words.operations.items() if pattern.search(text))


def _excluded(text: str, words: Lexicon, found: Names, vocabulary: Vocabulary) -> tuple[PlaceName, ...]:
    """The places that the question leaves out: behind "except", before 以外; never those around others."""
    match = words.operations["except"].search(text)
    if match is None:
        return ()
    beside = [
        p for p in found.places if (p.end <= match.start() if match[0].endswith("外") else p.start >= match.end())
    ]
    around = {code for place in found.places for each in place.codes for code in vocabulary.ancestors(each)}
    return tuple(place for place in beside if not set(place.codes) & around)


def _as_content(counted: list[NumberWord], ask: str, each: float | None) -> list[NumberWord]:
    """The numbers that a statement must say; not those that it is compared with."""
    if each is not None:
        return []
    return [number for number in counted if ask not in ("whether", "place") or number.bound is None]


def _nation(text: str, words: Lexicon) -> tuple[PlaceName, ...]:
    """China, where a question that names no place says "nationwide"."""
    match = words.nation.search(text)
    return (PlaceName(match.start(), match.end(), ("CN",)),) if match else ()


def _operating(text: str, words: Lexicon, ask: str) -> list[tuple[int, int]]:
    """The stretches that only say what to do with the numbers, or how far things have come: no content of their own."""
    patterns = [words.operations[name] for name in _DOING]
    patterns += [words.operations["finished"]] if ask == "number" else []
    patterns += [pattern for status, pattern in words.statuses if status == "withdrawn"]
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def _each(operations: frozenset[str], ask: str, counted: list[NumberWord]) -> float | None:
    """The number in "one each", where places are asked for by what they get."""
    return counted[0].value if ask == "place" and "each" in operations and len(counted) == 1 else None


def _status(text: str, words: Lexicon) -> Status | None:
    return next((status for status, pattern in words.statuses if pattern.search(text)), None)


def _levels(text: str, words: Lexicon) -> tuple[Level, ...]:
    """The tiers that the question names outside the names of bodies and terms."""
    found: set[Level] = {
        level
        for level, pattern in words.levels.items()
        if any(not _OFFICE_EN.match(text, match.start()) for match in pattern.finditer(text))
    }
    for match in _LEVEL_LIST.finditer(text) if words.level_lists else ():
        found |= {words.level_lists[character] for character in match[0] if character in words.level_lists}
    return tuple(level for level in LEVELS if level in found)


def _level_spans(text: str, words: Lexicon) -> list[tuple[int, int]]:
    lists = [match.span() for match in _LEVEL_LIST.finditer(text)] if words.level_lists else []
    return lists + [match.span() for pattern in words.levels.values() for match in pattern.finditer(text)]


def _not_in(found: Names, used: list[tuple[int, int]], rates: list[tuple[int, int]], ask: str) -> Names:
    """The names without the terms that do the asking: "which hospital", and without those in the base of a rate: per
    1,000 children. Where a number is asked for, a term of which only a part asks stays: 收入占比是多少."""
    terms = [
        term
        for term in found.terms
        if not any(
            a < term.end and term.start < b and (ask != "number" or (a <= term.start and term.end <= b))
            for a, b in used
        )
        and not any(a <= term.start and term.end <= b for a, b in rates)
    ]
    return replace(found, terms=tuple(terms))


def _light(text: str, used: list[tuple[int, int]], units: Iterable[Unit], lang: Lang) -> str:
    """What is left of a question without its names, its units and what it asks with."""
    rest = _without(text, used)
    for unit in units:
        rest = rest.replace(unit.text.casefold(), _MASK * len(unit.text))
    return form_of(rest.replace(_MASK, " "), lang)


def _units(
    text: str, found: Names, counted: list[NumberWord], taken: bytearray, vocabulary: Vocabulary
) -> list[tuple[int, Unit]]:
    """The units with their places in the question, ordered by them."""
    lang = language(text)
    placed = [
        *term_units(text, found.terms, lang, vocabulary),
        *body_units(found.organizations, lang),
        *number_units(text, counted),
        *duration_units(text.casefold(), lang),
        *word_units(text, taken, lang),
    ]
    return sorted(placed, key=lambda pair: pair[0])
