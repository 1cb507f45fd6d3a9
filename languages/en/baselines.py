"""From A to B, to B from A, up from A: which amounts are only where a change began, or how large it was."""

from __future__ import annotations

from dataclasses import dataclass

from languages.en.calendar_dates import Date
from languages.en.clauses import Clause
from languages.en.parse import Parse
from languages.en.quantities import Amount
from languages.en.verbs import is_a
from ontology.codes import Change

SUMMARIES = frozenset({"peak", "high", "low", "average", "total", "sum", "maximum", "minimum", "record", "mean"})
INCREASES = frozenset("increase rise growth jump surge gain expansion climb more higher".split())
DECREASES = frozenset("decrease decline drop fall reduction cut fewer lower less dip".split())
BY_VERBS = frozenset({"extend", "shorten", "outpace", "beat", "raise", "boost", "lift", "expand"})


@dataclass(frozen=True, slots=True)
class Baseline:
    value: float
    year: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Roles:
    """Of the amounts of a clause: baselines, changes (amount → direction), and the baseline of each target."""

    baselines: frozenset[int]
    changes: dict[int, Change]
    of: dict[int, Baseline]
    dates: frozenset[int] = frozenset()  # first tokens of the dates that belong to baselines


def roles(parse: Parse, clause: Clause, earlier: Amount | None) -> Roles:
    """The roles of a clause's amounts, by their first token; `earlier` is the last target of the clause before."""
    inside = [a for a in parse.amounts if clause.first <= a.first < clause.last and a.kind in {"", "duration"}]
    marked = [a for a in inside if _is_baseline(parse, clause, a, inside)]
    marked += [a for a in inside if a not in marked and _joins(parse, a, marked)]
    marked.sort(key=lambda a: a.first)
    first_tokens = frozenset(a.first for a in marked)
    changes = {
        a.first: change
        for a in inside
        if a.first not in first_tokens and (change := _change(parse, clause, a)) is not None
    }
    targets = [a for a in inside if a.first not in first_tokens and a.first not in changes and _is_target(a, marked)]
    of: dict[int, Baseline] = {}
    if len(marked) == len(targets):
        pairs = list(zip(targets, marked, strict=True))
    elif len(marked) == 1 and targets:
        pairs = [(_nearest(targets, marked[0]), marked[0])]
    elif marked and not targets and earlier is not None:
        pairs = [(earlier, marked[0])]
    else:
        pairs = []
    for target, base in pairs:
        unit = base.unit or next((b.unit for b in marked if b.unit), None)
        of[target.first] = Baseline(base.value, _year(parse, base), unit)
    return Roles(
        first_tokens, changes, of, frozenset(d.first for base in marked if (d := _date(parse, base)) is not None)
    )


def _is_target(amount: Amount, marked: list[Amount]) -> bool:
    return not marked or amount.kind == "" or any(a.kind == amount.kind for a in marked)


def _nearest(targets: list[Amount], base: Amount) -> Amount:
    return min(targets, key=lambda a: abs(a.first - base.first))


def _year(parse: Parse, base: Amount) -> str | None:
    date = _date(parse, base)
    return date.period[:4] if date is not None and date.period else None


def _date(parse: Parse, base: Amount) -> Date | None:
    """The date that stands behind a baseline (or closes its list), before the next number; or `from 2015's 4.0`."""
    following = next((a for a in parse.amounts if a.first >= base.last), None)
    limit = following.first if following is not None else len(parse.tags)
    for date in parse.dates:
        if base.last <= date.first < limit and not any(
            parse.tags[at] in {"verb", "aux", "modal", "sign"} for at in range(base.last, date.first)
        ):
            return date
    if following is not None and parse.sentence.low(base.last) in {"and", ","} and following.first - base.last <= 2:
        return _date(parse, following)
    return next(
        (d for d in parse.dates if base.first - 3 <= d.last <= base.first and _from_before(parse, d)),
        None,
    )


def _from_before(parse: Parse, date: Date) -> bool:
    """From 2015's 4.0; from its 2022 level of 10.9."""
    return "from" in {parse.sentence.low(date.first), parse.sentence.low(date.first - 2)}


def lead(parse: Parse, amount: Amount) -> int:
    """The token before a number, past `a peak of`, `an average of`, `some`."""
    at = amount.first - 1
    while at > 0 and (
        parse.sentence.low(at) in {"a", "an", "the", "its", "only", "just"}
        or (parse.sentence.low(at) == "of" and parse.sentence.low(at - 1) in SUMMARIES)
    ):
        at -= 2 if parse.sentence.low(at) == "of" else 1
        if parse.sentence.low(at) in {"record", "annual", "all-time", "historic"}:
            at -= 1
    return at


def _is_baseline(parse: Parse, clause: Clause, amount: Amount, inside: list[Amount]) -> bool:
    at = lead(parse, amount)
    before, second = parse.sentence.low(at), parse.sentence.low(at - 1)
    bare = not _counts_noun(parse, amount)
    if before == "from":
        if second in {"up", "down"}:
            return True
        moves = any(
            is_a(g.lemma, "increase", "decrease")
            or g.lemma
            in {"raise", "bring", "extend", "lift", "upgrade", "move", "go", "come", "boost", "slide", "change"}
            for g in clause.groups
        )
        to_follows = any(parse.sentence.low(a.first - 1) == "to" and a.first > amount.first for a in inside)
        return (moves or to_follows) and (bare or to_follows)
    if before == "of" and second == "instead":
        return bare
    if before == "of" and second in {"level", "figure", "value"}:
        return bare and "from" in parse.sentence.lows(at - 5, at - 1)
    if before in {"against", "versus"} or (
        before in {"with", "to"} and second in {"compared", "comparison", "opposed"}
    ):
        return bare
    if before == "than" and bare:
        return False
    return False


def _joins(parse: Parse, amount: Amount, marked: list[Amount]) -> bool:
    """The rest of a list of baselines: from 3.9 and 5.1 in 2020 to ..."""
    previous = next((a for a in marked if 0 < amount.first - a.last <= 2), None)
    return previous is not None and all(
        parse.sentence.low(at) in {"and", ","} for at in range(previous.last, amount.first)
    )


def _counts_noun(parse: Parse, amount: Amount) -> bool:
    return amount.last < len(parse.tags) and parse.tags[amount.last] == "noun" and amount.unit is None


def _change(parse: Parse, clause: Clause, amount: Amount) -> Change | None:
    """How large a change was: by 2.6 points, up 12 percent, an increase of 5, a 12 percent rise."""
    at = lead(parse, amount)
    before, second = parse.sentence.low(at), parse.sentence.low(at - 1)
    after = parse.sentence.low(amount.last)
    group = next((g for g in reversed(clause.groups) if g.last <= amount.first), None)
    if (
        before in {"up", "down"}
        and (parse.tags[at] != "adv" or (group is not None and group.lemma in {"go", "come", "move", "be", "inch"}))
        and not (group is not None and group.last == amount.first - 1 and group.lemma in {"set", "make", "scale"})
    ):
        return "increase" if before == "up" else "decrease"
    if before == "by" and second in {"up", "down"}:
        return "increase" if second == "up" else "decrease"
    if (
        after in {"more", "less", "fewer", "higher", "lower"}
        and parse.sentence.low(amount.last + 1) == "than"
        and amount.unit is not None
    ):
        return _direction(after)
    if before == "of" and (word := _direction(second)) is not None:
        return word
    if (
        amount.unit in {"percent", "percentage_point", "times"}
        and (word := _direction(after)) is not None
        and after not in {"more", "less"}
    ):
        return word
    if amount.unit in {"percent", "percentage_point"} and after in {"more", "less", "fewer", "higher", "lower"}:
        return _direction(after)
    if group is None:
        return None
    turned = set(parse.sentence.lows(group.first, group.last + 1)) if group.lemma in {"bring", "go", "come"} else set()
    rising = is_a(group.lemma, "increase") or group.lemma in BY_VERBS or "up" in turned
    falling = is_a(group.lemma, "decrease") or "down" in turned
    if not rising and not falling:
        return None
    if group.lemma == "expand" and _counts_noun(parse, amount):
        return None
    if before == "by" or (parse.sentence.low(amount.first) == "by"):
        return "decrease" if falling and not (rising and group.lemma in {"save"}) else "increase"
    if (
        group.last == amount.first
        and parse.sentence.low(amount.first) not in {"below", "under"}
        and amount.unit in {"percent", "percentage_point"}
        and not group.passive
        and group.lemma not in {"save", "cut", "expand", "improve", "gain"}
    ):
        return "decrease" if falling else "increase"
    return None


def _direction(word: str) -> Change | None:
    single = word.removesuffix("s")
    if word in INCREASES or single in INCREASES:
        return "increase"
    if word in DECREASES or single in DECREASES:
        return "decrease"
    return None
