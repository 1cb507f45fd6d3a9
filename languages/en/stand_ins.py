"""What words stand for: that of diabetics, such hospitals, the proportion of hospitals setting up wards."""

from __future__ import annotations

from dataclasses import replace

from languages.en.clauses import Clause
from languages.en.facts import State
from languages.en.measures import Measure, is_health, measure
from languages.en.parse import Parse
from languages.en.phrases import Phrase, noun_phrase

SETTING = frozenset({"set", "establish", "build", "have", "open", "offer", "run", "operate"})


def that_of(found: tuple[Measure, int], state: State) -> tuple[Measure, int]:
    """The rate of key groups is above 75%, that of diabetics above 60%: the head that `that` stands for."""
    text, known = found[0].label, state.measure
    if not text.startswith("of ") or known is None:
        return found
    head = known.label.split(" of ")[0]
    if found[0].id is not None and known.kind != "indicator":
        return replace(found[0], label=text.removeprefix("of ")), found[1]
    return Measure(f"{head} {text}", known.id if found[0].id is None else found[0].id, known.kind), found[1]


def such(parse: Parse, found: tuple[Measure, int], state: State) -> tuple[Measure, int]:
    """The number of such hospitals: of those that were counted before, where they are of that kind."""
    read, first = found
    known = state.measure
    at = next((at for at in range(first, min(first + 6, len(parse.tags))) if parse.sentence.low(at) == "such"), None)
    if at is None or known is None or known.id is None or read.kind == "indicator":
        return found
    head = parse.sentence.low(at + 1)
    return (known, first) if head and known.label.casefold().split(" ")[-1] == head else found


def set_up(parse: Parse, clause: Clause, whole: Phrase) -> Measure | None:
    """The proportion of hospitals setting up stroke centers: of what they set up."""
    words = parse.sentence.lows(whole.first, whole.last)
    if not any(word in {"proportion", "share", "percentage", "rate"} for word in words[:3]):
        return None
    group = next((g for g in clause.groups if whole.first < g.first < whole.last and g.lemma in SETTING), None)
    if group is None or group.form not in {"ing", "base", "past"}:
        return None
    at = parse.beyond(group.last, whole.last, "det", "adv")
    phrase = noun_phrase(parse, at, whole.last)
    found = measure(parse, phrase, whole.last) if phrase is not None else None
    return found if found is not None and (found.id is not None or is_health(found.label)) else None
