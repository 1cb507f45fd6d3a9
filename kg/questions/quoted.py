"""What a statement's own words say beside its fields: a change next to the level reached, bodies in the clause."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from kg.questions.candidate import Candidate
from kg.questions.lexicon import lexicon
from kg.questions.scope import LANGUAGES
from languages import pack
from languages.mention import Mention, OrganizationMention, Quantity, TermMention
from languages.reading import Context
from languages.zh.numerals import number
from ontology.codes import Lang

_PLACES = re.compile(
    r"[\d一二两三四五六七八九十](?:个|座)?(?:地级|设区的?)?(?:城市|市|县|区|州|旗|省|地区)(?![级域])"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:(?!of\b)[\w-]+ ){0,2}"
    r"(?:cities|counties|districts|prefectures|provinces|states|divisions|areas|regions)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\d月|季度|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|quarter)\b"
)
_YEAR = re.compile(
    r"(?:19|20)\d\d|[今明去]年|年[内底末]|十[一二三四五六]五|[\d三五十]+年|\byears?\b|\bplan\b", re.IGNORECASE
)
_MORE = re.compile(r"(?: [\w-]+){0,2} ?(?:more|fewer|less|higher|lower) than\b")
_COUNTED = re.compile(r"(?<=[\u3400-\u9fff])(\d+|[两二三四五六七八九十]+)个?(?:地级)?(?:市|县|区|州|盟|旗)(?![级域])")
_BY = re.compile(r"\bby (?:about |nearly |over |more than )?$", re.IGNORECASE)


def changes(candidate: Candidate) -> list[tuple[float, str]]:
    """Amounts (value, unit) by which the text says that a statement's number rose or fell.

    `eval/GUIDE.md`, decisions: where a level is stated with its increase, the level alone is the record; the increase
    is worked out when asked.
    """
    found: dict[tuple[float, str], None] = {}
    for mention in candidate.mentions:
        for quantity in _changes(mention.sentence, candidate.value):
            found[quantity.value, quantity.unit or candidate.unit] = None
    return list(found)


def bodies(candidate: Candidate) -> list[str]:
    """The bodies that the clause around the evidence names; of the whole sentence only where that is one."""
    found = {name: None for mention in candidate.mentions for name in _bodies(mention.clause)}
    if found:
        return list(found)
    wider = {name: None for mention in candidate.mentions for name in _bodies(mention.sentence)}
    return list(wider) if len(wider) == 1 else []


def specialties_said(candidate: Candidate) -> dict[str, str]:
    """Ids of the specialties that the quotes, or the clauses around them, name, each with the words that name it."""
    found: dict[str, str] = {}
    for mention in candidate.mentions:
        for text in (mention.quote, mention.clause):
            said = [m for m in _mentions(text) if isinstance(m, TermMention) and m.kind == "specialty"]
            found |= {term.id: text[term.start : term.end] for term in said if term.id not in found}
            if said:
                break
    return found


def counts_places(candidate: Candidate) -> bool:
    """Whether a statement's number is that of places: 2 to 3 cities, or as many as it applies to."""
    if candidate.each:
        return False
    as_many = candidate.value == len(candidate.places) > 1
    return as_many or any(_PLACES.search(mention.quote) for mention in candidate.mentions)


def names_too_few(candidate: Candidate) -> bool:
    """Whether the quote counts more places (三市各1个) than the statement's, so that one was not known."""
    stated = [number(match[1]) for mention in candidate.mentions for match in _COUNTED.finditer(mention.quote)]
    return len(candidate.places) > 1 and any(count and len(candidate.places) < count <= 30 for count in stated)


def says_operation(name: str, candidate: Candidate) -> bool:
    """Whether a clause around the evidence has a wording that questions have too: each, not yet."""
    patterns = [lexicon(lang).operations[name] for lang in LANGUAGES]
    return any(pattern.search(mention.clause.casefold()) for mention in candidate.mentions for pattern in patterns)


def says_new(candidate: Candidate) -> bool:
    """Whether a quote speaks of new things: 260 beds that are added."""
    patterns = [lexicon(lang).aspects["new"] for lang in LANGUAGES]
    return any(pattern.search(mention.quote.casefold()) for mention in candidate.mentions for pattern in patterns)


def dates_itself(candidate: Candidate) -> bool:
    """Whether the text dates a statement as exactly as its period is; no year of the document alone, and no year where
    the text has a month that was not read."""
    if candidate.period is None or len(candidate.period) > 4:
        return True
    clauses = [mention.clause for mention in candidate.mentions]
    if any(_MONTH.search(clause) for clause in clauses):
        return False
    return any(_YEAR.search(mention.before) for mention in candidate.mentions)


def names_one_body(candidate: Candidate) -> bool:
    """Whether the sentences around the evidence name one body and no more."""
    return len({name for mention in candidate.mentions for name in _bodies(mention.sentence)}) == 1


def is_other_name(name: str, names: list[str], candidate: Candidate) -> bool:
    """Whether a name stands in brackets behind another: one body with two names."""
    return any(
        f"{other}{opening}{name}{closing}" in mention.sentence
        for other in names
        for opening, closing in (("（", "）"), ("(", ")"), (" (", ")"))
        for mention in candidate.mentions
    )


def _changes(sentence: str, value: float | None) -> Iterator[Quantity]:
    if value is None:
        return
    mentions = _mentions(sentence)
    for at, mention in enumerate(mentions):
        if isinstance(mention, Quantity) and math.isclose(mention.value, value):
            yield from _beside(sentence, mentions[at + 1 :])
            yield from _beside(sentence, mentions[:at][::-1])


def _beside(sentence: str, mentions: tuple[Mention, ...]) -> Iterator[Quantity]:
    """The first number along the way, if it is a change; a term on the way ends it, unless "more than" follows."""
    passed = False
    for mention in mentions:
        passed = passed or isinstance(mention, TermMention)
        if isinstance(mention, Quantity):
            more = _MORE.match(sentence, mention.end)
            by = mention.unit == "percentage_point" or _BY.search(sentence[: mention.start])
            if more or (not passed and (by or mention.change != "level")):
                yield mention
            return


def _bodies(text: str) -> list[str]:
    return [mention.name for mention in _mentions(text) if isinstance(mention, OrganizationMention)]


@lru_cache(maxsize=2000)
def _mentions(text: str) -> tuple[Mention, ...]:
    lang: Lang = "zh" if any("\u3400" <= character <= "\u9fff" for character in text) else "en"
    return tuple(pack(lang).mentions(text, Context()))
