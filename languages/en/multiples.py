"""How many times as many: the number of clinics doubled, quadrupled."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact, Place, State
from languages.en.parse import Parse
from languages.en.places import Located
from languages.en.quantities import Amount
from languages.en.subjects import about

MULTIPLY: dict[str, float] = lexicon.table("multiply")


def multiplied(parse: Parse, clause: Clause, state: State, located: tuple[Located, ...], *, taken: bool) -> list[Fact]:
    """The number of clinics doubled, quadrupled: a multiple of what it was."""
    if taken:
        return []
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
