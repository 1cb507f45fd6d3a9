"""What headings and sentences set for the text after them: review or tasks, a year, a place."""

from __future__ import annotations

import re

from languages.en import dates, lexicon, terms
from languages.en.measures import is_health
from languages.en.numerals import UNITS
from languages.en.places import resolve
from languages.en.tokens import Sentence
from languages.reading import Context, Section
from ontology.codes import Status

RANK = re.compile(
    r"^\s*(?:[IVX]{1,4}\.|part\s+\w+|chapter\s+\w+|section\s+\w+|[(（]?\d{1,2}[)）.、](?!\d)|[(（][a-z][)）]|[A-Z]\.(?=\s)|[•*●○■-]\s)\s*",
    re.IGNORECASE,
)
FIVE_YEARS = re.compile(r"\b(?:[\w-]+ )?five-year plan(?: period)?\b", re.IGNORECASE)
REVIEW = re.compile("|".join(lexicon.data()["review_headings"]), re.IGNORECASE)
TASKS = re.compile("|".join(lexicon.data()["task_headings"]), re.IGNORECASE)
YEAR = re.compile(r"(?<![\d,.])(20\d\d|19[5-9]\d)(?![\d,]|\.\d)")
FUTURE = re.compile(
    r"\b(?:will|shall|plans? to|aims? to|intends? to|is to|are to|going to|next step|strive to|should|must)\b",
    re.IGNORECASE,
)
LEAD = (
    r"^\W*(?:[\w\s,'’()-]{0,160}?\b(?:learned|learnt|understood|reported|told|known)\b[\w\s,'’-]{0,120}?\bthat\s+"
    r"|[\w\s,'’]{0,40}?\bthat\s+|according\s+to\s+[\w\s'’]{1,60},\s+|looking\s+back\s+(?:on|at)\s+)?"
)
PAST_OPENING = re.compile(
    LEAD
    + r"(?:(?:(?<=back\son\s)|(?<=back\sat\s))(?P<back>20\d\d)\b|(?:in|during|throughout|over|for)\s+(?P<year>20\d\d)\b|(?:by|at)\s+the\s+end\s+of\s+(?P<end>20\d\d)\b|as\s+of\s+[\w\s,]{0,20}?(?P<as>20\d\d)\b|(?P<last>last\s+year|over\s+the\s+past\s+year|in\s+the\s+past\s+year))",
    re.IGNORECASE,
)

# What years a report from early in a year looks back on, or ahead to: they end with the year before, or count from it.
YEARS_PAST = re.compile(
    LEAD + r"(?:in|during|throughout|over|for)\s+the\s+(?:past|last|previous)\s+(?:two|three|four|five|\d)\s+years\b",
    re.IGNORECASE,
)
YEARS_AHEAD = re.compile(
    LEAD
    + r"(?:in|during|throughout|over|for|within)\s+the\s+(?:(?:next|coming)\s+(?P<count>two|three|four|five|\d)\s+years|(?P<number>two|three|four|five|\d)\s+years\s+(?:to\s+come|ahead))\b",
    re.IGNORECASE,
)
EARLY = "04"  # the last month in which a report is on the year before

# A report on the year before is what the text after it tells of; a plan up to a year, what it promises.
ANNUAL = re.compile(
    r"\b(?:released|published|issued|unveiled|presented)\s+(?:its|the|their|an?)\s+(?:annual\s+)?(?P<year>20\d\d)\s+(?:[\w-]+\s+){0,3}(?:report|bulletin|yearbook|communiqu[eé])\b",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"^\W*(?:according\s+to\s+[\w\s'’]{1,60},\s+|[\w\s,'’]{0,40}?\bthat\s+)?(?:by|before|until)\s+(?:the\s+end\s+of\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
PLAN_TO = re.compile(
    r"\b(?:released|published|issued|unveiled|approved|adopted|presented|announced)\s+(?:its|the|their|an?)\s+(?:[\w'’-]+\s+){0,4}(?:plan|strategy|roadmap|blueprint|programme|program|outline)\b[^.;]{0,80}?(?:\b(?:up\s+to|until|through|to|by)\s+|\b20\d\d\s?[-–—]\s?)(?P<year>20\d\d)\b",
    re.IGNORECASE,
)


# A question that stands as a heading: Q: What is the next step?
QUESTION = re.compile(r"(?:Q(?:uestion)?\W+)?(?:[\w'’“”-]+,?\s+){1,13}[\w'’“”-]+\?", re.IGNORECASE)


STOP = re.compile(r"(?<=[a-z])[.;:](?:\s|$)")


def section(heading: str, context: Context) -> Section | None:
    """What a heading sets; None for a line of running text that sets nothing."""
    ranked = RANK.match(heading)
    body = heading[ranked.end() :] if ranked else heading
    head = STOP.split(body, maxsplit=1)[0].strip()
    whole = len(head) >= len(body.strip()) - 2
    if len(head) > 110 or not head or (not ranked and not whole) or (not ranked and heading.rstrip().endswith(".")):
        return _place_lead(heading, context)
    status = heading_status(head) or _by_year(head, context) or _lead_in(heading)
    years = YEAR.findall(head) or _plan_end(head, status, context) or _past(head, status, context)
    if status is None and not ranked:
        return _place_lead(heading, context)
    period = years[-1] if years and status else None
    if status is None and period is None:
        return Section(None, None, None, True if is_health(head) else None) if ranked and whole else None
    return Section(status, period, None, True if is_health(head) else None)


LEAD_IN = re.compile(
    r"\b(?:will|shall|must|(?:aims?|plans?|pledges|promises|intends|undertakes|sets\s+out) to|(?:has|have)\s+(?:\w+\s+)?(?:committed|pledged|promised|undertaken)|is committed|are committed|is to|are to)\b[^.;]*:\W*$"
)


def _lead_in(line: str) -> Status | None:
    """`For 2025 the ministry has committed itself to:` leads in what is to come."""
    return "planned" if LEAD_IN.search(line) else None


AHEAD = re.compile(r"\b(?:work|arrangements?|outlook|plans?|agenda|ahead|priorities)\b", re.IGNORECASE)


def _by_year(head: str, context: Context) -> Status | None:
    """`Work of 2021` in a text of 2022 is of what was done; `Arrangements for 2022`, of what is to come."""
    years = YEAR.findall(head)
    if len(years) != 1 or not context.date or len(head.split()) > 8 or not AHEAD.search(head) or _mixes(head):
        return None
    return "achieved" if years[0] < context.date[:4] else "planned"


def _mixes(head: str) -> bool:
    """Whether a heading is of what was done and of what is to do, both."""
    return bool(REVIEW.search(head) and TASKS.search(head))


def _plan_end(head: str, status: Status | None, context: Context) -> list[str]:
    """The last year of the five-year plan that a heading is of: to come where it sets tasks, over where it reviews."""
    today = (context.date or "")[:4]
    ends = [d.period for d in dates.dates(Sentence(head), None) if d.role == "span" and d.period and len(d.period) == 4]
    return [end for end in ends if today and (end >= today if status == "planned" else status and end < today)]


PAST = re.compile(r"\b(?:past|last|preceding|previous) (?:\w+ )?years?\b", re.IGNORECASE)


def _past(head: str, status: Status | None, context: Context) -> list[str]:
    """The year before that of a text from early in a year, for a heading that reviews the past year or years."""
    if status != "achieved" or not context.date or not PAST.search(head) or context.date[5:7] > "04":
        return []
    return [str(int(context.date[:4]) - 1)]


def heading_status(head: str) -> Status | None:
    """Whether a heading is of what was done or of what is to do; None for both at once or neither."""
    named = FIVE_YEARS.sub(" ", head)
    review, tasks = REVIEW.search(named), TASKS.search(named)
    if review and tasks:
        return None
    if review:
        return "achieved"
    return "planned" if tasks else None


def _place_lead(line: str, context: Context) -> Section | None:
    """`Sichuan: ...` in a round-up: the place that the line names before a colon, or that is the line."""
    head, colon, _ = line.strip().partition(":")
    if len(head) > 40 or (not colon and len(line.strip()) > 40):
        return None
    sentence = Sentence(head)
    found = resolve(sentence, terms.names(sentence), context.place)
    if len(found) == 1 and found[0].first == 0 and found[0].last == len(sentence) and len(found[0].codes) == 1:
        return Section(place=found[0].codes[0])
    return None


def tone(text: str, context: Context) -> Section | None:
    """The year that a sentence sets for those after it; its verbs tell past from future by themselves."""
    today = context.date[:4] if context.date else None
    if today is None:
        return None
    past = PAST_OPENING.match(text[:320])
    if past:
        year = past["back"] or past["year"] or past["end"] or past["as"] or str(int(today) - 1)
        if year <= today:
            return Section(None, year, lasting=_is_annual(past, context))
    if _asks_ahead(text):
        return Section("planned", today, lasting=True)
    if (years := _years(text, context)) is not None:
        return years
    if (annual := ANNUAL.search(text)) and annual["year"] == str(int(today) - 1):
        return Section(None, annual["year"], lasting=True)
    if (plan := PLAN_TO.search(text)) and plan["year"] > today and context.status != "achieved":
        return Section(None, plan["year"], lasting=True)
    if (deadline := DEADLINE.match(text)) and deadline["year"] > today and context.status != "achieved":
        return Section(None, deadline["year"])
    if FUTURE.search(text) and context.period is not None and context.period < today:
        return Section(None, today)
    return None


def _is_annual(past: re.Match[str], context: Context) -> bool:
    """In the past year, said early in a year: what follows is of the year before until another is named."""
    said = (past["last"] or "").casefold()
    return "past" in said and "01" <= (context.date or "")[5:7] <= EARLY and context.status is None


def _asks_ahead(text: str) -> bool:
    """What is the next step? A question of what is to come opens the tasks of an interview."""
    return bool(QUESTION.fullmatch(text.strip())) and heading_status(text) == "planned"


def _years(text: str, context: Context) -> Section | None:
    """Over the past five years, in a report of March 2021: up to 2020; over the five years to come: up to 2025."""
    today = context.date or ""
    if not "01" <= today[5:7] <= EARLY:
        return None
    before = int(today[:4]) - 1
    if YEARS_PAST.match(text[:160]):
        return Section(None, str(before))
    ahead = YEARS_AHEAD.match(text[:160])
    if ahead is None:
        return None
    count = ahead["count"] or ahead["number"]
    return Section(None, str(before + (int(count) if count.isdecimal() else int(UNITS[count.casefold()]))))


__all__ = ["dates", "heading_status", "section", "tone"]
