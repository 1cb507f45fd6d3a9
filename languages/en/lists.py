"""Bare numbers in a row, mapped by position: over tiers, indicators, places or years, with `respectively` or without."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.baselines import Roles
from languages.en.calendar_dates import Date, year_of
from languages.en.clauses import Clause
from languages.en.facts import Fact, State
from languages.en.measures import Measure, joint, measure
from languages.en.parse import Parse
from languages.en.phrases import COUNT_LEADS, Phrase, label, noun_phrase, tiers
from languages.en.quantities import Amount
from languages.en.subjects import subject, subject_start
from ontology.codes import Level

DIVISIONS = lexicon.words("division_nouns")
SEPARATORS = frozenset({",", "and", "or"})


def listed(parse: Parse, clause: Clause, state: State, role: Roles) -> list[Fact]:
    """The facts of every run of bare numbers in a clause."""
    facts: list[Fact] = []
    for run in _runs(parse, clause, role):
        found = (
            _by_tier(parse, clause, run)
            or _by_subject(parse, clause, run)
            or _by_year(parse, clause, run)
            or _by_noun(parse, clause, run)
            or _alike(parse, clause, run)
        )
        for fact in found:
            facts.append(fact)
            state.measure, state.unit = fact.measure, fact.unit
            state.facts.append(fact)
    return facts


def _runs(parse: Parse, clause: Clause, role: Roles) -> list[list[Amount]]:
    runs: list[list[Amount]] = []
    for amount in parse.amounts:
        if (
            not clause.first <= amount.first < clause.last
            or amount.first in role.baselines
            or amount.first in role.changes
            or amount.kind not in {"", "duration"}
        ):
            continue
        between = parse.sentence.lows(runs[-1][-1].last, amount.first) if runs else ()
        moved = bool(runs) and runs[-1][-1].first in role.of and amount.first not in role.of
        if runs and between and not moved and all(word in SEPARATORS or word == "then" for word in between):
            runs[-1].append(amount)
        else:
            runs.append([amount])
    return [run for run in runs if len(run) > 1 and (run[0].kind == "" or run[-1].kind == "")]


def _fact(
    parse: Parse, amount: Amount, first: int, last: int, found: Measure, unit: str | None, level: Level | None
) -> Fact:
    return Fact(
        first,
        last,
        found,
        "en.list",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        unit or "count",
        level=level,
    )


def _by_tier(parse: Parse, clause: Clause, run: list[Amount]) -> list[Fact]:
    """75, 125 and 250 provincial, municipal and county-level specialties."""
    phrase = noun_phrase(parse, run[-1].last, clause.last)
    if phrase is None:
        return []
    named = tiers(parse, phrase.first, phrase.last)
    if not named and parse.sentence.low(run[0].first - 2) in {"level", "levels"}:
        ahead = tiers(parse, clause.first, run[0].first)
        if len(ahead) == len(run):
            found = measure(parse, phrase, clause.last)
            return [
                _fact(parse, amount, run[0].first, phrase.last, found, amount.unit or run[-1].unit, level)
                for amount, (_, level) in zip(run, ahead, strict=True)
            ]
    if len(named) != len(run):
        return []
    found = measure(
        parse, Phrase(named[-1][0] + 1, phrase.last) if named[-1][0] + 1 < phrase.last else phrase, clause.last
    )
    return [
        _fact(parse, amount, run[0].first, phrase.last, found, amount.unit or run[-1].unit, level)
        for amount, (_, level) in zip(run, named, strict=True)
    ]


def _by_subject(parse: Parse, clause: Clause, run: list[Amount]) -> list[Fact]:
    """The infant and under-five mortality rates dropped to 2.8‰ and 3.7‰."""
    group = next((g for g in reversed(clause.groups) if g.last <= run[0].first and not g.saying), None)
    if group is None:
        return []
    start = subject_start(parse, clause, group.first)
    parts = _parts(parse, start, group.first)
    if len(parts) != len(run):
        return []
    following = noun_phrase(parse, run[-1].last, clause.last)
    rate = next((r for r in parse.rates if start <= r.first < run[0].first), None)
    if following is not None and run[-1].unit is None:
        return _by_place(parse, clause, run, parts, following)
    if (dealt := _by_names(parse, clause, run, parts)) is not None:
        return dealt
    measures = _shared(parse, parts)
    comparator = run[0].comparator
    if comparator != "eq" and all(a.comparator == "eq" for a in run[1:]):
        run = [replace(a, comparator=comparator) for a in run]
    units = [a.unit or (rate.unit if rate else None) or m.unit for a, m in zip(run, measures, strict=True)]
    if run[-1].unit and all(a.unit is None for a in run[:-1]):
        units = [u or run[-1].unit for u in units]
    return [
        _fact(parse, amount, start, run[-1].last, found, unit, None)
        for amount, found, unit in zip(run, measures, units, strict=True)
    ]


def _by_names(parse: Parse, clause: Clause, run: list[Amount], parts: list[Phrase]) -> list[Fact] | None:
    """The infant mortality rate in A and B fell to 4.0 and 3.9 respectively: one rate, place by place."""
    spans = {(n.first, n.last): n for n in parse.names}
    first = next((n for n in parse.names if n.last == parts[0].last and n.first > parts[0].first), None)
    others = [spans.get((part.first, part.last)) for part in parts[1:]]
    if first is None or not others or parse.sentence.low(first.first - 1) not in {"in", "of", "at"}:
        return None
    found = measure(parse, Phrase(parts[0].first, first.first - 1), first.first - 1)
    codes = []
    for name in (first, *others):
        code = next((id for kind, id in name.candidates if kind == "place"), None) if name is not None else None
        if code is None:
            return None
        codes.append(code)
    unit = next((a.unit for a in run if a.unit), None) or found.unit
    return [
        replace(_fact(parse, amount, parts[0].first, run[-1].last, found, amount.unit or unit, None), places=(code,))
        for amount, code in zip(run, codes, strict=True)
    ]


def _by_place(parse: Parse, clause: Clause, run: list[Amount], parts: list[Phrase], following: Phrase) -> list[Fact]:
    """Cities A and B will get 3 and 4 clinics."""
    codes = []
    for part in parts:
        name = next((n for n in parse.names if part.first <= n.first < part.last), None)
        code = next((id for kind, id in name.candidates if kind == "place"), None) if name else None
        if code is None:
            return []
        codes.append(code)
    found = measure(parse, following, clause.last)
    return [
        replace(_fact(parse, amount, run[0].first, following.last, found, "count", found.level), places=(code,))
        for amount, code in zip(run, codes, strict=True)
    ]


def _parts(parse: Parse, first: int, last: int) -> list[Phrase]:
    """A joined subject cut at its commas and conjunctions."""
    lows = parse.sentence.folded
    while first < last and (parse.tags[first] in {"det", "conj"} or COUNT_LEADS.at(lows, first)):
        hit = COUNT_LEADS.at(lows, first)
        first = hit[0] if hit else first + 1
    parts: list[Phrase] = []
    start = first
    for at in range(first, last + 1):
        if at == last or parse.sentence.low(at) in {",", "and", "&"} or parse.tags[at] == "adv":
            begin = start
            while begin < at and parse.tags[begin] == "det":
                begin += 1
            if at > begin:
                parts.append(Phrase(begin, at))
            start = at + 1
    return parts


def _shared(parse: Parse, parts: list[Phrase]) -> list[Measure]:
    """The measures of joined phrases that share a head: infant and under-five | mortality rates."""
    last = parts[-1]
    words = [parse.sentence.tokens[at].text for at in range(last.first, last.last)]
    tail = parse.sentence.phrase(last.first, last.last)
    for split in range(1, len(words)):
        head = " ".join(words[split:])
        found = [joint(parse.sentence.phrase(p.first, p.last), head) for p in parts[:-1]]
        if all(found):
            own = measure(parse, last, last.last)
            return [*[f for f in found if f], own]
    first = measure(parse, parts[0], parts[0].last)
    if (
        len(words) > 1
        and all(p.last - p.first == 1 for p in parts[:-1])
        and first.id is None
        and parse.sentence.low(parts[0].first) not in {"beds"}
        and not parse.sentence.low(parts[0].first).endswith("s")
    ):
        head = " ".join(words[1:])
        return [
            *[Measure(f"{parse.sentence.phrase(p.first, p.last)} {head}") for p in parts[:-1]],
            measure(parse, last, last.last),
        ]
    found_own = [measure(parse, part, part.last) for part in parts]
    rate = next((r for r in parse.rates if last.first <= r.first < last.last), None)
    if rate is not None and all(m.id is None for m in found_own[:-1]):
        suffix = parse.sentence.phrase(rate.first, rate.last)
        return [
            *[joint(m.label, suffix) or Measure(f"{m.label} {suffix}") for m in found_own[:-1]],
            replace(found_own[-1], label=tail),
        ]
    return found_own


def _by_year(parse: Parse, clause: Clause, run: list[Amount]) -> list[Fact]:
    """40%, 30% and 30% of areas in 2022, 2023 and 2024; in 2022, 2023 and 2024, finish 40%, 30% and 30% of them."""
    dates = [d for d in parse.dates if run[-1].last <= d.first < clause.last and d.period]
    if not dates and len(run) > 1:
        dates = [d for d in parse.dates if clause.first <= d.first and d.last <= run[0].first and d.period]
    if not dates or len(dates) != len(run):
        dates = _spanned(parse, clause, run)
    if len(dates) != len(run):
        return []
    limit = dates[0].first if dates[0].first > run[-1].first else clause.last
    at = run[-1].last
    if parse.sentence.low(at) == "of":
        at += 1
    while at < clause.last and parse.tags[at] == "det":
        at += 1
    phrase = noun_phrase(parse, at, limit)
    if phrase is None:
        found = _subject_of(parse, clause, run)
        if found is None:
            return []
    else:
        found = measure(parse, phrase, limit)
    unit = run[-1].unit or "count"
    level = found.level if unit == "count" else None
    return [
        replace(
            _fact(
                parse,
                amount,
                run[0].first,
                max(dates[-1].last, phrase.last if phrase is not None else 0),
                found,
                amount.unit or unit,
                level,
            ),
            period=date.period,
            comparator=amount.comparator if amount.comparator != "eq" else run[0].comparator,
        )
        for amount, date in zip(run, dates, strict=True)
    ]


def _spanned(parse: Parse, clause: Clause, run: list[Amount]) -> list[Date]:
    """From 2025 to 2027, 30%, 40% and 30% of the clinics year by year: as many numbers as the span has years."""
    inside = [d for d in parse.dates if clause.first <= d.first < clause.last]
    if len(inside) != 1 or inside[0].role != "span" or inside[0].period is None or len(inside[0].period) != 4:
        return []
    span, end = inside[0], inside[0].period
    first = next((year for at in range(span.first, span.last) if (year := year_of(parse.sentence, at))), None)
    if first is None or int(end) - first + 1 != len(run):
        return []
    return [replace(span, period=str(year)) for year in range(first, int(end) + 1)]


def _subject_of(parse: Parse, clause: Clause, run: list[Amount]) -> Measure | None:
    found = subject(parse, clause)
    return found[0] if found is not None and found[1] < run[0].first else None


def _alike(parse: Parse, clause: Clause, run: list[Amount]) -> list[Fact]:
    """They will have 1,000 and 800 beds respectively: one noun for all."""
    phrase = noun_phrase(parse, run[-1].last, clause.last)
    if phrase is None or any(a.unit is not None for a in run) or parse.sentence.low(phrase.head) in DIVISIONS:
        return []
    found = measure(parse, phrase, clause.last)
    return [_fact(parse, amount, run[0].first, phrase.last, found, "count", found.level) for amount in run]


def _by_noun(parse: Parse, clause: Clause, run: list[Amount]) -> list[Fact]:
    """30 and 40 doctors and nurses respectively."""
    if "respectively" not in parse.sentence.lows(clause.first, clause.last):
        return []
    end = run[-1].last
    while end < clause.last and (parse.tags[end] == "noun" or parse.sentence.low(end) in {",", "and"}):
        end += 1
    parts = _parts(parse, run[-1].last, end)
    if len(parts) != len(run):
        return []
    measures = [measure(parse, part, part.last) for part in parts]
    return [
        _fact(parse, amount, run[0].first, end, m, amount.unit, m.level)
        for amount, m in zip(run, measures, strict=True)
    ]


__all__ = ["label", "listed"]
