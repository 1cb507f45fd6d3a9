"""How many times as many: the number of clinics doubled, quadrupled."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, is_health
from languages.en.parse import Parse
from languages.en.places import Located
from languages.en.quantities import Amount
from languages.en.subjects import about, gapped, subject

MULTIPLY: dict[str, float] = lexicon.table("multiply")


def multiplied(parse: Parse, clause: Clause, state: State, located: tuple[Located, ...], *, taken: bool) -> list[Fact]:
    """The number of clinics doubled, quadrupled: a multiple of what it was."""
    if taken:
        return []
    if (ordered := _ordered(parse, clause, located)) is not None:
        return [ordered]
    for group in clause.groups:
        word = parse.sentence.low(group.last - 1)
        if word not in MULTIPLY or group.saying or group.form == "ing":
            continue
        amount = Amount(
            group.last - 1, group.last, group.last - 1, MULTIPLY[word], unit="times", rule="times", after=group.last
        )
        found = about(Place(parse, clause, replace(amount, first=group.last, last=group.last), located), state)
        if found is None or not found[0].label:
            continue
        fact = Fact(
            min(found[1], group.first), group.last, found[0], "en.multiple", amount, amount.value, None, "eq", "times"
        )
        state.measure = found[0]
        state.facts.append(fact)
        return [fact]
    return []


def _ordered(parse: Parse, clause: Clause, located: tuple[Located, ...]) -> Fact | None:
    """Double the number of nurses by 2027; the number of nurses will be double that of 2025."""
    for at in range(clause.first, clause.last):
        word = parse.sentence.low(at)
        if word not in MULTIPLY or word[-1] in "dg":
            continue
        amount = Amount(at, at + 1, at, MULTIPLY[word], unit="times", rule="times", after=at + 1)
        opens = all(parse.tags[i] in {"sign", "conj"} for i in range(clause.first, at))
        if opens and parse.sentence.low(at + 1) in {"the", "its", "our"}:
            found = gapped(parse, clause, at + 1, clause.last)
            if found is not None and parse.sentence.low(at + 2) in {"number", "share", "proportion", "capacity"}:
                return _multiple(at, found[0], amount)
        main = clause.main
        if (
            main is not None
            and main.last == at
            and main.lemma == "be"
            and parse.sentence.low(at + 1) in {"that", "the"}
        ):
            spoken = subject(parse, clause)
            if spoken is not None and (spoken[0].id is not None or is_health(spoken[0].label)):
                return _multiple(spoken[1], spoken[0], amount)
    return None


def _multiple(first: int, found: Measure, amount: Amount) -> Fact:
    return Fact(first, amount.last, found, "en.multiple", amount, amount.value, None, "eq", "times")
