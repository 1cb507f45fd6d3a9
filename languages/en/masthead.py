"""Title, issuer, place and date of an English document, from its title, dateline and opening."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from languages.en import lexicon, terms
from languages.en.calendar_dates import Date
from languages.en.dates import dates
from languages.en.measures import is_health
from languages.en.names import organizations
from languages.en.places import country_of, resolve
from languages.en.scope import YEAR, heading_status
from languages.en.sentences import sentences
from languages.en.tokens import Sentence
from languages.en.where import PRESS
from languages.reading import Masthead
from ontology.codes import Status
from ontology.vocabulary import vocabulary

MONTHS = lexicon.words("months")
CAPITALS = lexicon.table("capitals")
BODIES = lexicon.table("foreign_bodies")
EVENT = re.compile(
    r"\b(?:delivered|adopted|held|convened|opened|approved|promulgated|submitted)\b[^.\n]{0,160}?\bon\s+([A-Z][a-z]+\.?\s+\d{1,2},\s+20\d\d)"
)
FIGURES = re.compile(
    r"(?<![\d./-])(?:20\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.]20\d\d)(?![\d-])"
)
BYLINE = re.compile(
    r"^\W*(?:source|by\s|from\s|author|reporter|editor|published|updated|date|posted|share|print|home\b|photo|\d{4}-\d\d)",
    re.IGNORECASE,
)
NAMED_YEAR = re.compile(
    r"\b(20\d\d)\s+(?:[\w-]+\s+){0,6}(?:conference|meeting|plan|tasks?|report|budget|session|seminar)\b", re.IGNORECASE
)
TASK_YEAR = re.compile(
    r"\b(?:tasks?|priorities|targets?|goals?|work plan|key work|orientations?|arrangements?)\s+(?:[\w-]+\s+){0,8}?(?:for|in)\s+(20\d\d)\b",
    re.IGNORECASE,
)
REVIEW_YEAR = re.compile(
    r"\b(?:review|summary|results?|progress|retrospect)\s+(?:[\w-]+\s+){0,5}?(?:in|of|for)\s+(20\d\d)\b", re.IGNORECASE
)
LATER = re.compile(
    r"(?:\bby|\buntil|\bto|\bthrough|\bbefore|\btill|[-–—]|china|vision|agenda|end of|\bafter)\s*$", re.IGNORECASE
)
PLANS = re.compile(
    r"\b(?:plan|work points|key points|priorities|task list|list of tasks|outline|opinions?|guidelines?|measures|roadmap|strategy|blueprint|action plan|implementation|notice|programme for|program for)\b",
    re.IGNORECASE,
)
NO_PLAN = re.compile(
    r"answer sheet|report card|transcript|hands in\b|summary|report\b|review|drops|scrap|cancel|\bsays?\b|\bsaid\b",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r"^\W*(?:notice|(?:about|on) (?:print|issu|distribut|forward)ing|(?:key )?work points|key points|(?:work )?priorities|opinions?|guiding|guidelines?|implementation|action plan|outline|several|measures|plan)\b|\bplan\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
NEWS = re.compile(r"\bto\b(?!\s*20\d\d)|\bunder\b|\bplans\b|\bunveils?\b|\bissues?\b")
ISSUED_FIRST = re.compile(
    r"^\W*(?:notice|opinions?|guiding|guidelines?|implementation|outline|several|measures)\b", re.IGNORECASE
)
DIGEST = re.compile(
    r"^\W*(?:summary|digest|excerpts?|extracts?|(?:unofficial )?translation) (?:of|from) (?:the )?(?=(?:\w+ ){0,3}(?:decision|plan|decree|resolution|opinions?|notice|outline|strategy|programme|program)\b)",
    re.IGNORECASE,
)
DECISION = re.compile(r"^\W*(?:decision|decree|resolution|circular|order)\b|\bapproving\b", re.IGNORECASE)
SPAN = re.compile(r"\b(20\d\d)\s?[-–—]\s?(20\d\d)\b")
_NATIONAL = re.compile(
    r"(?<!deputy to the )\bnational people's congress\b(?! deput)|\bby the state council\b|^\W*national health (?:and family planning )?commission\b",
    re.IGNORECASE | re.MULTILINE,
)
_REPORTED = re.compile(
    r"\b(?:statistic(?:al|s)|annual|yearly)\s+(?:bulletin|communiqu[eé]|report|review|summary)\b|\b(?:bulletin|communiqu[eé])\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b(?:government|office|commission|bureau|committee|department|administration)\W*$", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"^\W*(?:about|on|regarding|concerning|notice|circular|opinions?)\b[^.]*\b(?:print|issu|distribut|plan\b|opinions?\b|measures\b)",
    re.IGNORECASE,
)
_MUNICIPAL_BODY = re.compile(r"\bmunicipal\s+(?:[\w-]+\s+){0,4}(?:commission|government|bureau)\b", re.IGNORECASE)
_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})  # governed as provinces are
_CENTURY = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=128)
def _zone(text: str) -> Sentence:
    """The tokens of a stretch: the same few are asked for their days, months, places and bodies."""
    return Sentence(text)


@lru_cache(maxsize=128)
def _stated(zone: str) -> tuple[Date, ...]:
    """The dates that a stretch states by itself: none without a year of four digits."""
    return tuple(dates(_zone(zone), None)) if _CENTURY.search(zone) else ()


@lru_cache(maxsize=128)
def _labels(zone: str) -> tuple[terms.Found, ...]:
    """The names of places, groups and hospitals in a stretch."""
    return tuple(terms.names(_zone(zone)))


def masthead(text: str) -> Masthead:
    """What the document says of itself; None where it does not."""
    lines = [line.strip() for line in text[:6000].splitlines() if line.strip()]
    if not lines:
        return Masthead()
    title = _title(lines)
    opening = "\n".join(lines)[:900]
    date = _date(title or "", opening, text)
    place = _place(title or "", opening, text)
    issuer = _issuer(opening)
    status, period = _kind(title or "")
    return Masthead(title, issuer, place, date, status, period, _is_health(title or "", text))


def _title(lines: list[str]) -> str | None:
    for number, line in enumerate(lines[:4]):
        if number == 0 and (_is_only_place(line) or _is_issuer(line, lines[1:2])):
            continue
        if 8 <= len(line) <= 220 and not BYLINE.match(line) and not line.endswith((".", ";", ",")):
            return line
    return None


def _is_issuer(line: str, following: list[str]) -> bool:
    """A first line that is no more than the body whose notice the next line announces, as machine translation parts them."""
    return bool(_BODY.search(line)) and not PLANS.search(line) and any(_ANNOUNCED.match(said) for said in following)


def _is_only_place(line: str) -> bool:
    """A first line that is no more than a country: VIET NAM."""
    return len(line.split()) <= 4 and (line.isupper() or country_of(line) is not None) and bool(_codes(line))


def _date(title: str, opening: str, text: str) -> str | None:
    """A full date of the opening, the end or a line of its own; else the day of the event in the year that the text is of."""
    event = EVENT.search(opening)
    if event and (stated := _full_date(event.group(1))) is not None:
        return stated
    for zone in (opening[:700], text[-300:], *_short_lines(text)):
        found = _full_date(zone)
        if found is not None:
            return found
    month = _month(opening[:300])
    if month is not None:
        return month
    year = _year(title, opening, text)
    if year is None:
        return None
    event_day = next(
        (
            d.period
            for d in dates(_zone(opening[:700]), year)
            if d.period and len(d.period) == 10 and d.period.startswith(year)
        ),
        None,
    )
    return event_day or year


def _short_lines(text: str) -> list[str]:
    """Lines that can be no more than a date with its label."""
    return [
        line.strip()
        for line in [*text[:3000].splitlines(), *text[-1500:].splitlines()]
        if 6 <= len(line.strip()) <= 60 and re.search(r"\d", line)
    ]


def _full_date(zone: str) -> str | None:
    """The first day that a stretch names, in words or in figures."""
    figures = FIGURES.search(zone)
    for date in _stated(zone):
        earlier = figures is None or _zone(zone).tokens[date.first].start <= figures.start()
        if date.period and len(date.period) == 10 and not date.deadline and earlier:
            return date.period
    return _from_figures(figures) if figures is not None else None


def _from_figures(match: re.Match[str]) -> str | None:
    """2025-03-07, 7.3.2025, 03/17/2025: the day first unless it cannot be."""
    parts = [int(part) for part in re.split(r"[-/.]", match.group())]
    year, first, second = (parts[0], parts[2], parts[1]) if parts[0] > 31 else (parts[2], parts[0], parts[1])
    day, month = (second, first) if second > 12 else (first, second)
    return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month(zone: str) -> str | None:
    """A dateline of month and year: Geneva, March 2024."""
    return next(
        (
            d.period
            for d in _stated(zone)
            if d.period and len(d.period) == 7 and not d.deadline and _zone(zone).low(d.first) in MONTHS
        ),
        None,
    )


def _year(title: str, opening: str, text: str) -> str | None:
    """The year that a text is of: of its event, of the tasks that it sets, or the one after the year it reviews."""
    named = NAMED_YEAR.findall(title) or NAMED_YEAR.findall(opening)
    tasks = TASK_YEAR.findall(text[:60000])
    reviewed = [str(int(year) + 1) for year in REVIEW_YEAR.findall(text[:4000])]
    found = [*named, *tasks, *reviewed]
    if found:
        return (
            max(found, key=lambda year: (found.count(year) + named.count(year), year))
            if not reviewed
            else max(reviewed)
        )
    span = SPAN.search(title)
    told = _told(title) or _told(text[:20000])
    if span is not None and NO_PLAN.search(title):
        told = max(told or "", span.group(2))  # a summary of 2019-2023
    plan = next((d.period for d in _stated_plans(title)), None)
    return max(filter(None, (told, plan)), default=None)


def _stated_plans(title: str) -> Iterator[Date]:
    """The first years of the five-year plans that a title names: such a text is of no earlier year."""
    for date in dates(_zone(title), None):
        if date.role == "span" and date.period and len(date.period) == 4 and "plan" in title.casefold():
            yield replace(date, period=str(int(date.period) - 4))


def _told(zone: str) -> str | None:
    """The last year that is told of, or the next one where the text sets its deadlines in it."""
    told: set[str] = set()
    ahead: set[str] = set()
    for match in YEAR.finditer(zone):
        later = LATER.search(zone[max(0, match.start() - 12) : match.start()])
        (ahead if later else told).add(match.group())
    if not told:
        return None
    last = max(told)
    following = str(int(last) + 1)
    return following if following in ahead else last


_SPOKEN = re.compile(r"[\"“][^\"“”\n]{12,400}[\"”]")  # where people whom a text quotes have been is not its place


def _place(title: str, opening: str, text: str) -> str | None:
    """The place that the title names, else the opening; a country by its bodies, adjectives and capital."""
    if _NATIONAL.search(f"{title}\n{opening[:500]}") and _named(title) in {None, "CN"}:
        return "CN"
    opening = _SPOKEN.sub(" ", opening)
    for zone in (title, opening):
        found = _named(zone)
        if found == "CN" and zone is title and _named(opening[:400]) in {None, "CN"}:
            return "CN"
        if found is not None and found != "CN":
            return found
    shared = _shared(title, opening, text)
    if shared is not None:
        return shared
    foreign = _foreign(f"{title}\n{opening}", text)
    if foreign is not None:
        return foreign
    if re.search(
        r"\bchina\b|\bchinese\b|state council|beijing|national people's congress|fellow deputies|work of the government",
        f"{title} {opening}",
        re.IGNORECASE,
    ):
        return "CN"
    counts = Counter(code for code in _codes(text[:8000]))
    return counts.most_common(1)[0][0] if counts else None


def _shared(title: str, opening: str, text: str) -> str | None:
    """Of places that a title joins (Sichuan and Chongqing) the one whose body speaks, as most of the text is of it."""
    spots = resolve(_zone(title), _labels(title), None)
    joined = next((spot.codes for spot in spots if 1 < len(spot.codes) <= 3), ())
    if _MUNICIPAL_BODY.search(opening):
        joined = tuple(code for code in joined if code in _MUNICIPALITIES) or joined
    counts = Counter(code for code in _codes(text[:8000]) for place in joined if code == place or place in _up(code))
    told = Counter(place for place in joined for code in counts.elements() if code == place or place in _up(code))
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def _up(code: str) -> tuple[str, ...]:
    return vocabulary().ancestors(code)


def _codes(zone: str) -> list[str]:
    sentence = _zone(zone)
    names = [
        n
        for n in _labels(zone)
        if sentence.low(n.last) not in PRESS
        and sentence.low(n.first) != "xinhua"
        and not (n.last - n.first == 1 and sentence.low(n.first) in CAPITALS)
    ]
    return [code for spot in resolve(sentence, names, None) if len(spot.codes) == 1 for code in spot.codes]


def _named(zone: str) -> str | None:
    """The first place of a zone, or the one inside it named right behind (Sichuan ... Dazhou)."""
    codes = _codes(zone)
    if not codes:
        return None
    first = codes[0]
    if first == "CN":
        first = next((code for code in codes[1:4] if "CN" in vocabulary().ancestors(code)), first)
    for code in codes[1:4]:
        if (
            len(first) == 6
            and first in vocabulary().ancestors(code)
            and vocabulary().places[code].level <= 2
            and codes.count(code) > codes.count(first)
        ):
            first = code
    return first


def _foreign(opening: str, text: str) -> str | None:
    low = opening.casefold()
    for name, code in CAPITALS.items():
        if code != "CN" and name in low and re.search(rf"\b{re.escape(name)}\b", low):
            return str(code)
    words = Counter(
        code for word in re.findall(r"[a-z]+", text[:4000].casefold()) if (code := country_of(word)) and code != "CN"
    )
    if words and words.most_common(1)[0][1] >= 1 and not re.search(r"\bchina\b|\bchinese\b", low):
        return words.most_common(1)[0][0]
    whole = text[:6000].casefold()
    return next(
        (str(code) for name, code in BODIES.items() if name in whole and re.search(rf"\b{re.escape(name)}\b", whole)),
        None,
    )


def _issuer(opening: str) -> str | None:
    sentence = _zone(opening[:700])
    found = organizations(sentence, _labels(opening[:700]))
    bodies = [
        o
        for o in found
        if re.search(
            r"commission|ministry|government|bureau|department|council|administration",
            sentence.phrase(o.first, o.last),
            re.IGNORECASE,
        )
    ]
    return sentence.phrase(bodies[0].first, bodies[0].last) if bodies else None


def _kind(title: str) -> tuple[Status | None, str | None]:
    """Whether the whole document plans, and until when; or reports, and on which year."""
    span = SPAN.search(title)
    if _REPORTED.search(title) and len(told := YEAR.findall(title)) == 1:
        return "achieved", told[0]
    title = DIGEST.sub("", title)
    title = title.rsplit(":", 1)[-1].strip()
    plan = next((d.period for d in dates(_zone(title), None) if d.role == "span" and d.period), None)
    end = span.group(2) if span else plan
    if NEWS.search(title) and not ISSUED_FIRST.search(title):
        return None, end
    decided = bool(span) and bool(DECISION.search(title))
    if not (PLANS.search(title) or decided) or heading_status(title) == "achieved" or NO_PLAN.search(title):
        return None, end
    if len(title.split()) > 12 and end is None and not ISSUED.search(title):
        return None, None
    years = YEAR.findall(title)
    return "planned", end or (years[-1] if years else None)


def _is_health(title: str, text: str) -> bool:
    if is_health(title):
        return True
    spans = sentences(text, 0, min(len(text), 12000))
    said = [text[a:b] for a, b in spans if b - a > 40][:100]
    return bool(said) and sum(map(is_health, said)) * 5 >= len(said) * 2
