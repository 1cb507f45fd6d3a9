"""A sentence with all that is known of it before rules read it: amounts, dates, labels, tags, verb groups, clauses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from languages.en import dates, lexicon, numerals, quantities, terms, units
from languages.en.calendar_dates import Date
from languages.en.carried import carried
from languages.en.clauses import Clause, clauses
from languages.en.conditions import conditions
from languages.en.grammar import tag
from languages.en.names import Name, organizations
from languages.en.quantities import Amount
from languages.en.terms import Found
from languages.en.tokens import Sentence
from languages.en.units import Rate
from languages.en.verb_groups import VerbGroup, verb_groups
from languages.en.word_classes import Tag
from languages.reading import Context

MOST = 30  # amounts that are read of one sentence: no real one has as many
PEOPLE = frozenset({"people", "residents", "inhabitants"})
SET_LEADS = frozenset({"the", "other", "remaining", "these", "those", "its", "their", "'s"})
WORDS = frozenset((word,) for word in numerals.UNITS)
QUOTES = {'"': '"', "“": "”", "‘": "’"}
DIVISIONS = lexicon.words("division_nouns")


@dataclass(frozen=True, slots=True)
class Parse:
    """All spans are token indices, ends exclusive."""

    sentence: Sentence
    context: Context
    amounts: tuple[Amount, ...]
    dates: tuple[Date, ...]
    rates: tuple[Rate, ...]
    terms: tuple[Found, ...]
    names: tuple[Found, ...]
    organizations: tuple[Name, ...]
    tags: tuple[Tag, ...]
    groups: tuple[VerbGroup, ...]
    clauses: tuple[Clause, ...]
    conditions: tuple[int, ...] = ()  # the tokens at which a condition begins
    cues: dict[tuple[object, ...], bool] = field(default_factory=dict, compare=False)  # asked once a clause

    def clause(self, index: int) -> Clause:
        """The clause that a token stands in."""
        for clause in self.clauses:
            if clause.first <= index < clause.last:
                return clause
        return self.clauses[-1]

    def position(self, clause: Clause) -> int:
        return self.clauses.index(clause)

    def beyond(self, index: int, limit: int, *tags: Tag) -> int:
        """The first token from one on, and before a limit, that has none of the tags; the limit where all have."""
        while index < limit and self.tags[index] in tags:
            index += 1
        return index

    def amount_at(self, index: int) -> Amount | None:
        """The amount that covers a token."""
        return next((a for a in self.amounts if a.first <= index < a.last), None)


def _is_scope(sentence: Sentence, amount: Amount, *, several: bool) -> bool:
    """The two districts, the other four cities: how many members a named set has is no fact."""
    if amount.kind or amount.unit is not None:
        return False
    if (
        sentence.lows(amount.first - 2, amount.first) == ("population", "of")
        and sentence.low(amount.first - 4) == "with"
    ):
        return True  # every city with a population of at least five million
    if sentence.low(amount.first - 1) in {"with", "of"} and sentence.low(amount.last) in PEOPLE:
        return sentence.low(amount.first - 2) in DIVISIONS
    if sentence.low(amount.number - 1) not in SET_LEADS or _are_all(sentence, amount):
        return False
    definite = sentence.low(amount.number - 1) == "the"
    if definite and sentence.low(amount.number - 2) in {"are", "were"}:
        return True
    if several and definite and sentence.low(amount.number - 2) in {"in", "to", "at", "among", "by", "from"}:
        return True
    return any(
        sentence.low(at) in DIVISIONS and sentence.low(at).endswith("s") for at in range(amount.last, amount.last + 3)
    )


def _are_all(sentence: Sentence, amount: Amount) -> bool:
    """The province's 16 cities all have a center: how many have it is the fact."""
    at = next((at for at in range(amount.last, amount.last + 5) if sentence.low(at) in DIVISIONS), None)
    while at is not None and sentence.low(at + 1) in DIVISIONS | {"and"}:
        at += 1
    return at is not None and sentence.low(at + 1) in {"all", "each"}


def _is_quoted(sentence: Sentence, amount: Amount) -> bool:
    """A number that opens a short name in quotes counts nothing: free "two cancers" screening."""
    mark = sentence.low(amount.first - 1)
    if mark not in QUOTES or amount.unit is not None or sentence.lows(amount.first, amount.last) not in WORDS:
        return False
    if mark == '"' and sentence.folded[: amount.first].count('"') % 2 == 0:
        return False
    closing = next((at for at in range(amount.last, amount.last + 4) if sentence.low(at) == QUOTES[mark]), None)
    return closing is not None and closing > amount.last and sentence.low(closing - 1) not in {",", "."}


def _is_in_name(sentence: Sentence, amount: Amount) -> bool:
    """The Three Gorges Hospital: a word for a number inside a sentence, written as the names around it are."""
    at = amount.number
    if (
        at < 1
        or amount.first != at
        or sentence.lows(at, at + 1) not in WORDS
        or not sentence.tokens[at].text[0].isupper()
    ):
        return False
    if sentence.kind(at - 1) != "word" or at + 1 >= len(sentence) or sentence.low(at - 1) in {"and", "or"}:
        return False
    return sentence.tokens[at + 1].text[0].isupper() and not sentence.tokens[at - 1].text.isupper()


def _behind_numbers(labels: list[Found], amounts: list[Amount]) -> list[Found]:
    """Labels as they stand behind numbers: `40 new hospitals` is a number and what it counts."""
    found: list[Found] = []
    for label in labels:
        over = next((a for a in amounts if a.first <= label.first < a.last), None)
        if over is None:
            found.append(label)
        elif label.last > over.last:
            found.append(replace(label, first=over.last))
    return found


def _today(context: Context) -> str | None:
    """The day that months and relative dates count from; a section about a later year has its own."""
    if (
        context.date
        and context.period
        and context.status
        and context.period[:4] > context.date[:4]
        and len(context.period) == 4
    ):
        return context.period if int(context.period) - int(context.date[:4]) <= 1 else context.date
    return context.date


def _dialled(sentence: Sentence) -> set[int]:
    """0300 123 0000: the groups of digits of a telephone number."""
    found: set[int] = set()
    for at in range(len(sentence) - 1):
        opens = sentence.kind(at) == "number" and sentence.low(at)[0] == "0" and len(sentence.low(at)) > 2
        if (opens and sentence.low(at).isdecimal()) or at in found:
            found.add(at)
            if sentence.kind(at + 1) == "number" and sentence.low(at + 1).isdecimal():
                found.add(at + 1)
    return found


def _in_section(sentence: Sentence, date: Date, context: Context) -> Date:
    """Throughout the year, by the end of the year, in a passage on the year before: that year."""
    said, today = context.period, context.date
    if not said or not today or not date.period or len(said) != 4 or said >= today[:4]:
        return date
    words = sentence.lows(date.first, date.last)
    whole = words[-1:] == ("year",) and not {"this", "next", "last", "within", "coming", "current"} & set(words)
    return replace(date, period=said + date.period[4:]) if whole and date.period[:4] == today[:4] else date


def parse(text: str, start: int, end: int, context: Context) -> Parse:
    """Parse one sentence `text[start:end]`; linear in its length."""
    sentence = Sentence(text, start, end)
    found_dates = dates.dates(sentence, _today(context))
    found_dates = [_in_section(sentence, date, context) for date in found_dates]
    labels = terms.terms(sentence)
    rates = units.rates(sentence)
    masked = dates.taken(found_dates) | {i for rate in rates for i in range(rate.first, rate.last)}
    masked |= {
        i
        for label in labels
        for i in range(label.first, label.last)
        if label.last - label.first > 1 and sentence.kind(label.first) != "number"
    }
    masked |= _dialled(sentence)
    amounts = quantities.amounts(sentence, masked, MOST)
    amounts = [replace(a, kind="scope") if _is_scope(sentence, a, several=len(amounts) > 1) else a for a in amounts]
    amounts = [replace(a, kind="elsewhere") if _is_quoted(sentence, a) else a for a in amounts]
    labels = _behind_numbers(labels, amounts)
    names = terms.names(sentence)
    amounts = [replace(a, kind="elsewhere") if _is_in_name(sentence, a) else a for a in amounts]
    orgs = [
        org
        for org in organizations(sentence, names)
        if not any((f.first <= org.first and org.last < f.last) or f.first < org.first < f.last for f in labels)
    ]
    fixed = {i for label in labels for i in range(label.first, label.last) if label.last - label.first > 1}
    fixed |= {i for org in orgs for i in range(org.first, org.last)}
    rated = {i for rate in rates for i in range(rate.first, rate.last)}
    fixed |= {i for name in names for i in range(name.first, name.last)}
    numbered = {i for amount in amounts for i in range(amount.first, amount.last)}
    tags = tag(sentence, numbered, dates.taken(found_dates) - numbered, rated, fixed)
    groups = verb_groups(sentence, tags)
    amounts = carried(sentence, tags, amounts)
    return Parse(
        sentence, context, tuple(amounts), tuple(found_dates), tuple(rates), tuple(labels), tuple(names), tuple(orgs),
        tuple(tags), tuple(groups), tuple(clauses(sentence, tags, groups, amounts)), conditions(sentence, tags),
    )  # fmt: skip
