"""One English sentence to its readings: clause by clause, each leaning on those before it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from languages.en import lexicon, places
from languages.en.baselines import Roles, roles
from languages.en.calendar_dates import Date
from languages.en.captions import caption
from languages.en.clauses import Clause
from languages.en.completed import RATES
from languages.en.facts import Fact, State
from languages.en.measures import Measure, is_health
from languages.en.named import hospital_names, named
from languages.en.numeric import numeric
from languages.en.parse import Parse, parse
from languages.en.people import persons
from languages.en.phrases import TIERS
from languages.en.places import Located
from languages.en.status import Verdict, granted, is_target, settled, verdict
from languages.en.subjects import gapped, governing
from languages.en.verb_groups import VerbGroup
from languages.en.where import located, where
from languages.en.worth import is_furniture, is_worth
from languages.reading import Context, Reading
from ontology.codes import Level

OF_WHICH = frozenset({("of", "which"), ("of", "whom")})
LEADING = re.compile(r"\W*(?:by|in|during|before|until|to|under)\b", re.IGNORECASE)
LOCAL = lexicon.table("local_currencies")
MEETING = frozenset(
    "meeting meet meets met fulfilling fulfilled fulfil fulfill reaching hitting hit exceeding beating surpassing surpassed".split()
)
AIMS = frozenset({"target", "targets", "goal", "goals"})
LONGEST = 6000  # characters of one sentence that are read
MOST = 120  # clauses of one sentence that are read: no real one has as many


def read(text: str, start: int, end: int, context: Context, *, bare: bool = False) -> list[Reading]:
    """The readings of `text[start:end]`, one sentence; offsets are into `text`. Time is linear in its length.

    `bare` keeps amounts that measure nothing, as phrases on their own do.
    """
    end = min(end, start + LONGEST)
    sentence = text[start:end]
    if not bare and is_furniture(text, start, end):
        return []
    if not context.health and not is_health(sentence):
        return []
    parsed = parse(text, start, end, context)
    if not parsed.tags or not (parsed.terms or parsed.amounts or parsed.groups):
        return []
    spots = located(parsed)
    state = State(measure=Measure(""), subject=Measure("")) if bare else _opened(context)
    above = caption(text, start, end, context) if not bare else None
    found: list[Reading] = []
    headline = (
        not bare
        and "\n" not in text[:start].strip()
        and text[:start].strip() == ""
        and sentence.rstrip()[-1:] not in ".!?"
    )
    before: Verdict | None = None
    period: str | None = None
    last: str | None = None
    deadline: str | None = None
    for clause in parsed.clauses[:MOST]:
        if (headed := _headed(parsed, clause)) is not None:
            state.measure, state.unit = headed, None
        role = roles(parsed, clause, state.facts[-1].amount if state.facts else None)
        facts = numeric(parsed, clause, state, role, spots)
        facts += [fact for fact in named(parsed, clause, facts) if not any(_repeats(fact, other) for other in facts)]
        if above is not None:
            facts = [replace(fact, measure=above, level=above.level) for fact in facts if fact.amount is not None]
        spoken = verdict(parsed, clause, _anchor(clause, facts), before)
        own = period_of(parsed, clause, role)
        if own is not None and _opens(parsed, clause):
            period = own
        if own is None and clause.lead.endswith(("rel", "when")):
            own = last
        inherited = (
            own
            if clause.lead.endswith("when") or parsed.sentence.lows(clause.first - 1, clause.first + 1) in OF_WHICH
            else None
        )
        dated = any(clause.first <= date.first < clause.last for date in parsed.dates)
        if own is None and not dated and _shares_date(clause, facts, spoken, before):
            inherited = last
        if own is None and _is_then(parsed, clause):
            inherited = deadline or (context.previous.period if context.previous is not None else None)
        if own is None and spoken.status == "planned" and clause.lead.split(" ")[-1] == "while":
            inherited = deadline
        last = own
        deadline = own if own is not None and context.date and own[:4] > context.date[:4] else deadline
        for fact in sorted(facts, key=lambda f: f.first):
            reading = _reading(
                parsed,
                clause,
                fact,
                spots,
                before,
                fact.period or _own_period(parsed, clause, role, fact, own) or inherited or period,
            )
            if reading is not None and (bare or is_worth(fact, clause, parsed, context)):
                found.append(reading)
        if headline:
            found = [r for r in found if r.value is not None or r.rule != "en.named"]
            found = [r.but(status="achieved") if r.status == "underway" and not spoken.strong else r for r in found]
        before = spoken if spoken.status is not None and clause.groups else before
    found.sort(key=lambda reading: not (reading.unit or "").isupper())  # what the next sentence leans on stands last
    people = persons(parsed)
    return [reading.but(persons=people) for reading in found] if people else found


def _shares_date(clause: Clause, facts: list[Fact], spoken: Verdict, before: Verdict | None) -> bool:
    """Infant mortality fell to 3.9 last year, and maternal mortality stood at 11.5: rates of one year side by side."""
    joined = clause.lead in {"and", ", and", "while", ", while", ","}
    rates = bool(facts) and all(fact.unit in RATES or fact.measure.kind == "indicator" for fact in facts)
    return joined and rates and spoken.status == "achieved" and before is not None and before.status == "achieved"


def _opened(context: Context) -> State:
    previous = context.previous
    if previous is None:
        return State()
    return State(measure=Measure(previous.label, previous.measure, None, previous.level), unit=previous.unit)


def _anchor(clause: Clause, facts: list[Fact]) -> int:
    first = next((f.amount.first if f.amount else f.first for f in facts), None)
    return clause.last if first is None else first


def _headed(parsed: Parse, clause: Clause) -> Measure | None:
    """A noun phrase before a colon names what the numbers behind it count."""
    if (
        clause.groups
        or clause.last >= len(parsed.tags)
        or parsed.sentence.low(clause.last) != ":"
        or any(clause.first <= a.first < clause.last for a in parsed.amounts)
    ):
        return None
    found = gapped(parsed, clause, clause.first, clause.last)
    return found[0] if found is not None and (found[0].id is not None or is_health(found[0].label)) else None


def _repeats(fact: Fact, other: Fact) -> bool:
    return fact.measure.id is not None and fact.measure.id == other.measure.id and fact.comparator != "all"


def _dated(parsed: Parse, clause: Clause, role: Roles | None = None) -> list[Date]:
    """The dates of a clause that a fact may be of: no baselines, no starts, and none that only means now."""
    role = role or roles(parsed, clause, None)
    return [
        d for d in parsed.dates
        if clause.first <= d.first < clause.last and d.period and d.role in {"at", "span"} and d.first not in role.dates and not _is_named_by(parsed, clause, d) and not _is_compared(parsed, d) and not _is_start(parsed, clause, d) and not (len(d.period) == 10 and d.period == parsed.context.date)
    ]  # fmt: skip


def _is_named_by(parsed: Parse, clause: Clause, date: Date) -> bool:
    """Reached 28.6 percent, meeting the 2025 target: a year that only names a target, where no number follows it."""
    first = max(clause.first, date.first - 4)
    met = any(word in MEETING for word in parsed.sentence.lows(first, date.first))
    return met and any(word in AIMS for word in parsed.sentence.lows(date.last, date.last + 2))


def _is_compared(parsed: Parse, date: Date) -> bool:
    """1.6 times that of 2020: the year that a number is compared with."""
    first = date.first + (parsed.sentence.low(date.first) == "of")
    if parsed.sentence.lows(first - 2, first) == ("same", "period"):
        return True  # a quarter up on the same period last year
    return parsed.sentence.low(first - 1) == "of" and parsed.sentence.low(first - 2) in {"that", "those"}


def _is_start(parsed: Parse, clause: Clause, date: Date) -> bool:
    """Since the launch of the action in 2021: a date that tells when something began."""
    for at in range(date.first - 1, max(clause.first, date.first - 12) - 1, -1):
        if parsed.sentence.low(at) in {",", ";", ":"}:
            return False
        if parsed.sentence.low(at) == "since":
            return True
    return False


def period_of(parsed: Parse, clause: Clause, role: Roles | None = None) -> str | None:
    """The date of a clause: a deadline first, then any other."""
    inside = _dated(parsed, clause, role)
    deadline = next((d for d in inside if d.deadline), None)
    chosen = deadline or next(iter(inside), None)
    return chosen.period if chosen is not None else None


def _is_then(parsed: Parse, clause: Clause) -> bool:
    """By then: the date said before."""
    return any(
        parsed.sentence.low(at) == "then" and parsed.sentence.low(at - 1) == "by"
        for at in range(clause.first, clause.last)
    )


def _own_period(parsed: Parse, clause: Clause, role: Roles, fact: Fact, own: str | None) -> str | None:
    """The date of one fact: the one behind its number and before the next; else the one that opens the clause."""
    if fact.amount is None:
        return own
    inside = _dated(parsed, clause, role)
    later = [
        a.first
        for a in parsed.amounts
        if a.first >= fact.amount.last and a.kind in {"", "duration"} and a.first not in role.baselines
    ]
    limit = min([clause.last, *later])
    behind = [d for d in inside if fact.amount.last <= d.first < limit]
    if behind:
        return next((d for d in behind if d.deadline), behind[0]).period
    first = min((a.first for a in parsed.amounts if clause.first <= a.first < clause.last), default=clause.first)
    opening = [d for d in inside if d.first < first]
    if opening:
        return opening[-1].period
    shared = [
        d
        for d in inside
        if not any(a is not fact.amount and is_target(parsed, a.first) and a.last <= d.first for a in parsed.amounts)
    ]
    starts = [
        d
        for d in parsed.dates
        if clause.first <= d.first < clause.last
        and d.role == "since"
        and d.period
        and d.period[:4] > (parsed.context.date or "9999")[:4]
    ]
    return (shared or starts)[0].period if shared or starts else None


def _opens(parsed: Parse, clause: Clause) -> bool:
    """Whether the date stands at the head of its clause, and so rules the clauses that follow."""
    inside = [d for d in parsed.dates if clause.first <= d.first < clause.last]
    if not inside:
        return False
    head = inside[0].first
    lead = head - 1 if parsed.tags[head - 1] == "prep" else head
    if parsed.sentence.low(lead - 1) == "that" and head - clause.first < 8:
        return True  # our aim is that by March 2029
    if parsed.sentence.low(lead - 1) == "that" and any(g.saying and g.last >= lead - 1 for g in clause.groups):
        return True  # the director introduced that in 2025 the city will
    return all(
        parsed.tags[at] in {"sign", "conj", "adv", "prep", "sub", "rel", "det"}
        or any(g.saying for g in clause.groups if g.first <= at < g.last)
        or parsed.tags[at] == "pron"
        for at in range(clause.first, head)
    )


def _reading(
    parsed: Parse, clause: Clause, fact: Fact, spots: tuple[Located, ...], before: Verdict | None, period: str | None
) -> Reading | None:
    index = fact.amount.first if fact.amount is not None else max(fact.first, clause.first)
    spoken = verdict(parsed, *(_relative(parsed, clause, fact) or (clause, index, before)))
    group = _causative(clause, governing(clause, index))
    period = period or _carried(parsed, spoken)
    period = _in_time(period or _by_now(parsed, clause), spoken, parsed.context)
    kind = "money" if (fact.unit or "").isupper() else fact.measure.kind
    status = fact.status or granted(settled(spoken, parsed.context, period), kind, fact.level, group)
    level = fact.level or (_leveled(parsed, fact) if fact.measure.kind != "indicator" else None)
    codes, each, rest = where(parsed, clause, fact, spots)
    start, end = _evidence(parsed, clause, fact)
    names = [parsed.sentence.phrase(org.first, org.last) for org in hospital_names(parsed, *_reach(clause, fact))]
    return Reading(
        start, end, fact.rule, fact.value, fact.value_max, fact.comparator, _currency(parsed, fact), (fact.change or "level") if fact.value is not None else None,
        fact.baseline_value, fact.baseline_year, each, "rest" if rest else None, fact.part, level, fact.measure.id, fact.measure.label,
        codes, tuple(dict.fromkeys(names)), fact.measure.specialty, status=status, period=period,
    )  # fmt: skip


def _relative(parsed: Parse, clause: Clause, fact: Fact) -> tuple[Clause, int, Verdict | None] | None:
    """Clinics, four of which are being piloted: the clause that tells what a part of a whole does."""
    if fact.amount is None or parsed.sentence.lows(fact.amount.last, fact.amount.last + 2) not in OF_WHICH:
        return None
    following = next((c for c in parsed.clauses if c.first == fact.amount.last + 1), None)
    return (following, following.first, None) if following is not None and following.groups else None


def _causative(clause: Clause, group: VerbGroup | None) -> VerbGroup | None:
    """Strive to have two hospitals approved: the verb that tells what is to be got."""
    if group is None or group.lemma not in {"have", "get", "see"}:
        return group
    return next((g for g in clause.groups if g.first > group.last and g.form == "past" and not g.finite), None) or next(
        (g for g in clause.groups if g.first > group.last and g.form == "past" and g.last - g.first == 1), group
    )


def _leveled(parsed: Parse, fact: Fact) -> Level | None:
    """The tier that stands behind a thing: centers at the national level."""
    words = [word for word in parsed.sentence.lows(fact.last, fact.last + 4) if word != "the"]
    said = len(words) > 2 and words[0] == "at" and words[2] == "level"
    return TIERS.get(words[1]) if said else None


def _carried(parsed: Parse, spoken: Verdict) -> str | None:
    """The deadline that opened the sentence before, in the same paragraph, for a goal without one."""
    context = parsed.context
    previous = context.previous
    if previous is None or previous.period is None or context.date is None or spoken.status != "planned":
        return None
    if (
        previous.status not in {"planned", None}
        or previous.rule == "en.list"
        or previous.period[:4] <= context.date[:4]
    ):
        return None
    text = parsed.sentence.text[max(0, previous.start - 400) : previous.start + 12]
    opening = re.split(r"[.!?]\s|\n", text)[-1]
    return previous.period if LEADING.match(opening) else None


def _by_now(parsed: Parse, clause: Clause) -> str | None:
    """So far, at present, behind sentences on the year before: the year of the text."""
    context = parsed.context
    if not context.date or not context.period or context.status or context.period[:4] >= context.date[:4]:
        return None
    lows = parsed.sentence.lows(clause.first, clause.last)
    return context.date[:4] if {("so", "far"), ("at", "present"), ("to", "date")} & set(pairwise(lows)) else None


def _in_time(period: str | None, spoken: Verdict, context: Context) -> str | None:
    """A month without year that would lie ahead of the text is last year's where the thing is done."""
    ahead = context.period is not None and context.date is not None and context.period[:4] > context.date[:4]
    if period is None and spoken.status == "achieved" and _is_foundation(context):
        return str(int((context.date or "")[:4]) - 1)
    told = spoken.status in {"achieved", "underway"} and (spoken.strong or context.status is None)
    if period is None and ahead and told and context.date:
        return context.date[:4]
    if (
        period is None
        or context.date is None
        or spoken.status != "achieved"
        or not spoken.strong
        or len(period) < 7
        or len(context.date) < 7
    ):
        return period
    return (
        f"{int(period[:4]) - 1}{period[4:]}"
        if period[:7] > context.date[:7] and period[:4] == context.date[:4]
        else period
    )


def _is_foundation(context: Context) -> bool:
    """Whether a review opens a five-year plan, in the plan's first year: what it tells is of the year before."""
    if context.status != "achieved" or not context.date or not context.period or context.date[5:7] > "06":
        return False
    end, year = int(context.period[:4]), int(context.date[:4])
    return end % 5 == 0 and year == end - 4


def _currency(parsed: Parse, fact: Fact) -> str | None:
    """A sign that several currencies share is that of the text's country."""
    local = LOCAL.get(fact.unit or "")
    if local is None or fact.amount is None or "us" in parsed.sentence.lows(fact.amount.first, fact.amount.last):
        return fact.unit
    return str(local.get(parsed.context.place, fact.unit))


def _reach(clause: Clause, fact: Fact) -> tuple[int, int]:
    return min(clause.first, fact.first), max(clause.last, fact.last)


def _evidence(parsed: Parse, clause: Clause, fact: Fact) -> tuple[int, int]:
    """The words that state a fact: from its measure to its verb, no other number's words between."""
    first, last = fact.first, fact.last
    amount = fact.amount
    group = governing(clause, amount.first if amount is not None else first)
    if group is not None:
        between = [a for a in parsed.amounts if a is not amount and a.kind == ""]
        if group.first >= last and not any(last <= a.first < group.first for a in between):
            last = max(last, group.last)
        elif (
            group.last <= first and not any(group.last <= a.first < first for a in between) and first - group.last <= 8
        ):
            first = group.first
    tokens = parsed.sentence.tokens
    last = min(max(last, first + 1), len(tokens))
    return tokens[first].start, tokens[last - 1].end


__all__ = ["places", "read"]
