"""Which facts are worth a reading: those of the health trade, in running text of the document's own."""

from __future__ import annotations

import re

from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.measures import is_elsewhere, is_health
from languages.en.parse import Parse
from languages.reading import Context

# Lines of links to other stories, and sentences that leave the subject.
FURNITURE = re.compile(
    r"\W*(?:(?:\w[^()\n]{1,40}\)\s*)?hot\s+(?:list|ranking|search(?:es)?)\s*:|glossary\s*:|(?:recommended|further|related|more)\s+(?:reading|stories|news|links?|articles?|headlines)|related\s*[|:]|see\s+also|read\s+(?:more|next|also)|most\s+read|trending|also\s+(?:read|in\s+the\s+news)|elsewhere\s+in\s+(?:the\s+news|politics|business)|you\s+may\s+also\s+like|hot\s+topics|headlines|more\s+(?:from|on|in)\s+[A-Z][\w ]{2,30}:|(?:photo|picture|image|caption)s?\s*:)",
    re.IGNORECASE,
)
COUNTER = re.compile(
    r"\b(?:views|clicks|hits|page\s?views|reads|visitor counter|browses|browse)\s*[:：]?\s*\d", re.IGNORECASE
)
COUNTED = ("views", "clicks", "hits", "reads", "counter", "browse")  # one of them is in each of these
ASIDE = re.compile(
    r"\W*(?:in\s+other\s+news|elsewhere\s+in\s+(?:the\s+news|politics|business)|in\s+sports?\b)", re.IGNORECASE
)
QUOTES = frozenset({'"', "“", "”", "‘", "’"})


def is_furniture(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands in a line of links to other stories, or says that it leaves the subject."""
    line = text.rfind("\n", 0, start) + 1
    if FURNITURE.match(text, line) or ASIDE.match(text, start, end):
        return True
    ends = text.find("\n", start)
    stop = min(ends if ends >= 0 else len(text), line + 300)
    low = text[line:stop].casefold()
    return any(word in low for word in COUNTED) and COUNTER.search(text, line, stop) is not None


def is_worth(fact: Fact, clause: Clause, parsed: Parse, context: Context) -> bool:
    """Facts of the health trade alone: by the measure, else by the clause where the text is about health."""
    text = fact.measure.label
    if not text and fact.measure.id is None:
        return False
    if (
        fact.measure.kind == "money"
        and is_elsewhere(_whole(parsed))
        and not is_health(parsed.sentence.phrase(clause.first, clause.last))
    ):
        return False
    if fact.measure.id is None and _is_slogan(parsed, fact) and parsed.sentence.kind(_number(fact)) == "word":
        return False
    if fact.measure.id is not None or is_health(text):
        return True
    if any(text == parsed.sentence.phrase(name.first, name.last) for name in parsed.names):
        return False
    if is_elsewhere(text) or _is_slogan(parsed, fact) or _is_one(parsed, fact):
        return False
    said = parsed.sentence.phrase(clause.first, clause.last)
    if context.health:
        whole = _whole(parsed)
        return (not is_elsewhere(said) and not is_elsewhere(whole)) or is_health(said) or is_health(whole)
    return is_health(said) and not is_elsewhere(said)


def _whole(parsed: Parse) -> str:
    return parsed.sentence.phrase(0, len(parsed.sentence))


def _number(fact: Fact) -> int:
    return fact.amount.number if fact.amount is not None else -1


def _is_slogan(parsed: Parse, fact: Fact) -> bool:
    """`five nets`, "one core, two wings": a number inside a short quotation without a verb."""
    if fact.amount is None or fact.unit not in {None, "count"}:
        return False
    at = fact.amount.first
    opened = next((i for i in range(at - 1, max(at - 8, -1), -1) if parsed.sentence.low(i) in QUOTES), None)
    closed = next((i for i in range(at, min(at + 9, len(parsed.tags))) if parsed.sentence.low(i) in QUOTES), None)
    if opened is None or closed is None:
        return False
    return not any(parsed.tags[i] in {"verb", "aux", "modal"} for i in range(opened, closed))


def _is_one(parsed: Parse, fact: Fact) -> bool:
    """`one township head`, `became one family`: a word for a, no count."""
    amount = fact.amount
    return (
        amount is not None and fact.rule == "en.counted" and parsed.sentence.lows(amount.first, amount.last) == ("one",)
    )
