"""Whether a thing is sought, planned, underway, achieved, conditional or withdrawn: by its words, then by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.parse import Parse
from languages.en.refusals import CONSENTS, PROMISES, is_fee, is_refused
from languages.en.subjects import governing
from languages.en.verb_groups import BIDDING, VerbGroup, bare_past
from languages.en.verbs import is_a
from languages.mention import StatusCue
from languages.reading import Context
from ontology.codes import Level, Status

UNDERWAY = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["underway"])
ACHIEVED = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["achieved"])
PLANNED = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["planned"])
CONSIDERED = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["considered"])
WITHDRAWN = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["withdrawn"])
PREDICATES = frozenset(
    "dropped cancelled canceled scrapped terminated abandoned shelved revoked withdrawn axed suspended rescinded".split()
)
PRETERITES = frozenset("fell rose grew began went became came saw took gave did had was were drew broke".split())
GRANTED = lexicon.words("sets", "granted")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`strong` where the words themselves say so; else the section may overrule it."""

    status: Status | None
    strong: bool = True
    unmet: bool = False  # said to be still undone, so that a review does not make it done


WORKING = frozenset({"operate", "function", "run"})  # of themselves: four centers are operating in the province
OBSERVED = frozenset(
    {"pay", "receive", "use", "live", "wait", "work", "take", "suffer", "get", "benefit", "enjoy", "lack"}
)
SEEING = frozenset({"see", "ensure", "guarantee", "make", "secure"})
# What gives leave to do a thing that is still to be done: approval to recruit 300 nurses.
LEAVES = frozenset(
    "approval clearance permission consent authorization authorisation authority mandate licence license permit light go-ahead decision right".split()
)


def verdict(parse: Parse, clause: Clause, index: int, before: Verdict | None) -> Verdict:
    """The status of a fact at a token by the words of its clause; `before` is that of the clause before it."""
    found = _words(parse, clause, index, before)
    if (found.status in {"planned", None, "underway"} or not found.strong) and conditional(parse, clause):
        return Verdict("conditional")
    if found.status == "underway" and (_is_observed(clause, index) or _is_working(parse, clause, index)):
        return Verdict("achieved")
    if before is not None and before.status == "planned" and not found.strong and _goes_on(clause, found):
        return Verdict("planned")
    return found


def _is_observed(clause: Clause, index: int) -> bool:
    """4.9 million are paying: what the people counted do, no work in progress."""
    main = clause.main
    return main is not None and main.form == "ing" and main.lemma in OBSERVED and index < main.first


def _is_working(parse: Parse, clause: Clause, index: int) -> bool:
    """Four centers are operating in the province: at work, not in the making."""
    main = clause.main
    return (
        main is not None
        and main.form == "ing"
        and main.lemma in WORKING
        and index < main.first
        and (main.last >= clause.last or parse.tags[main.last] in {"prep", "adv", "sign"})
    )


def _goes_on(clause: Clause, found: Verdict) -> bool:
    """`...; the share is raised to 95%`: a present tense behind a plan in the same sentence."""
    main = clause.main
    if main is not None and clause.lead in {"and", ", and"} and main.first == clause.first + len(clause.lead.split()):
        return found.status == "achieved" and main.form == "base"  # we will do A and have B done
    return (
        found.status in {"achieved", "underway"}
        and (";" in clause.lead or clause.lead.startswith(":") or "rel" in clause.lead)
        and main is not None
        and (main.passive or main.lemma in {"be", "reach", "exceed", "account"})
    )


def _words(parse: Parse, clause: Clause, index: int, before: Verdict | None) -> Verdict:
    group = governing(clause, index)
    main = clause.main or group
    if main is not None and main.status == "withdrawn" and is_fee(parse, clause, main):
        return Verdict("achieved")
    if (main is not None and main.status == "withdrawn" and main.strong) or _cue(parse, clause, WITHDRAWN, PREDICATES):
        return Verdict("withdrawn")
    if (seen := _seen_to(parse, clause, index, before)) is not None:
        return seen
    if main is not None and is_refused(parse, clause, main):
        return Verdict("withdrawn")
    if is_target(parse, index) and main is not None and main.lemma == "miss":
        return Verdict("planned", unmet=True)
    if is_target(parse, index) or _is_promise_changed(parse, clause, index) or _cue(parse, clause, CONSIDERED):
        return Verdict("planned")
    if _is_yet(parse, clause, index):
        return Verdict("planned", unmet=True)
    if _cue(parse, clause, UNDERWAY) and not (main is not None and main.modal):
        return Verdict("underway")
    if group is None:
        if _cue(parse, clause, PLANNED) or "modal" in parse.tags[max(clause.first, index - 2) : index]:
            return Verdict("planned")
        if _cue(parse, clause, ACHIEVED):
            return Verdict("achieved", False)
        return before or Verdict(None)
    if main is not None and main.lemma == "be" and main.status == "achieved" and _lists_tasks(parse, clause):
        return Verdict("planned")
    if before is not None and before.status == "planned" and before.strong and _is_elliptic(parse, clause, group):
        return before
    if group.status is not None and group.strong:
        return Verdict(group.status, unmet=group.negated and group.status == "planned" and not group.modal)
    if group.status is None:
        return _leaning(parse, clause, group, before)
    if _cue(parse, clause, PLANNED, within=(group.last, index + 1)):
        return Verdict("planned")
    return Verdict(group.status, False)


def _is_elliptic(parse: Parse, clause: Clause, group: VerbGroup) -> bool:
    """`A will be lowered, and B raised to 60`: a participle that leans on the auxiliaries of the clause before."""
    if clause.hard or clause.lead not in {"and", ", and", ","} or not bare_past(group) or group.last - group.first != 1:
        return False
    if parse.sentence.low(group.first) in PRETERITES:
        return False
    at = parse.position(clause)
    main = parse.clauses[at - 1].main if at else None
    return main is not None and main.passive and main.modal


def _seen_to(parse: Parse, clause: Clause, index: int, before: Verdict | None) -> Verdict | None:
    """We will see that the share falls; build a system and ensure that every county has one: what is seen to is a plan."""
    first = clause.first - 2 if parse.sentence.low(clause.first) == "that" else clause.first
    seeing = next((g for g in parse.groups if first < g.last <= index and g.lemma in SEEING), None)
    if seeing is None or "that" not in parse.sentence.lows(seeing.last, seeing.last + 2):
        return None
    leans = seeing.status is None and before is not None and before.status == "planned"
    return Verdict("planned") if seeing.status == "planned" or leans else None


def _is_promise_changed(parse: Parse, clause: Clause, index: int) -> bool:
    """The plan for a 500-bed hospital has been cut to 200 beds: still a plan."""
    main = clause.main
    if main is None or main.first > index or not (is_a(main.lemma, "increase", "decrease") or main.lemma == "revise"):
        return False
    first = main.first
    while first > max(0, main.first - 16) and parse.sentence.low(first - 1) not in {".", ";", ":"}:
        first -= 1
    subject = parse.sentence.lows(first, min(first + 4, main.first))
    return any(word in PROMISES for word in subject) and parse.sentence.low(index - 1) in {"to", "at"}


def _is_yet(parse: Parse, clause: Clause, index: int) -> bool:
    """The other three yet to break ground: said of that number alone."""
    later = min((a.first for a in parse.amounts if a.first > index), default=clause.last)
    words = parse.sentence.lows(index, min(later, clause.last, index + 5))
    return any(pair == ("yet", "to") for pair in pairwise(words))


def _lists_tasks(parse: Parse, clause: Clause) -> bool:
    """There are 13 reform tasks in 2022: to be done."""
    words = parse.sentence.lows(clause.first, clause.last)
    return "there" in words and any(word in {"tasks", "targets", "goals"} for word in words)


def _leaning(parse: Parse, clause: Clause, group: VerbGroup, before: Verdict | None) -> Verdict:
    """An imperative, gerund or infinitive: the finite verb of its clause, or of the clause before, or an order."""
    sought = next((g for g in clause.groups if g.last <= group.first and g.status == "sought"), None)
    if sought is not None:
        return Verdict("sought")
    main = clause.main
    ahead = next((g for g in reversed(clause.groups) if g.last <= group.first), None)
    if parse.sentence.low(group.first) == "to" and ahead is not None and ahead.status == "planned":
        return Verdict("planned", ahead.strong)
    if parse.sentence.low(group.first) == "to" and (asked := _asked(parse, group, ahead)) is not None:
        return asked
    if (
        parse.sentence.low(group.first) == "to"
        and before is not None
        and before.status == "planned"
        and clause.lead.split(" ")[-1:] == ["if"]
    ):
        return before
    if main is not None and main is not group and main.status is not None:
        return Verdict(main.status, main.strong)
    if before is not None and before.status is not None and not clause.hard:
        return Verdict("planned") if before.status == "sought" and group.form == "base" else before
    if before is not None and before.status is not None and clause.lead == ":":
        return before
    if (
        group.form == "base"
        and not group.finite
        and parse.sentence.low(group.first) != "to"
        and _has_subject(parse, clause, group)
        and not (before is not None and before.status == "planned" and ";" in clause.lead)
    ):
        return Verdict(
            "achieved" if is_a(group.lemma, "level", "increase", "decrease") or group.lemma == "bring" else "underway",
            False,
        )
    if group.form == "base" and before is not None and before.status == "planned":
        return before
    if group.form == "base":
        return Verdict("planned", False)
    return Verdict("planned" if parse.sentence.low(group.first) == "to" else None, False)


def _asked(parse: Parse, group: VerbGroup, ahead: VerbGroup | None) -> Verdict | None:
    """Received approval to recruit 300 nurses is a plan; asked the council to approve 300 seats seeks them."""
    if parse.sentence.low(group.first - 1) in LEAVES:
        return Verdict("planned")
    if ahead is not None and ahead.lemma in {"ask", "request", "petition", "urge", "call"} and not ahead.passive:
        return Verdict("sought" if group.lemma in CONSENTS | {"consider", "allow", "fund", "sanction"} else "planned")
    return None


def _has_subject(parse: Parse, clause: Clause, group: VerbGroup) -> bool:
    """A plural subject before a bare form: the present tense."""
    at = group.first - 1
    while at >= clause.first and parse.tags[at] in {"adv", "date"}:
        at -= 1
    return (
        at >= clause.first
        and parse.tags[at] in {"noun", "rate"}
        and not any(g.last <= group.first for g in clause.groups)
    )


def _cue(
    parse: Parse,
    clause: Clause,
    phrases: lexicon.Phrases,
    only: frozenset[str] | None = None,
    within: tuple[int, int] | None = None,
) -> bool:
    """Whether a clause has one of some phrases; found once."""
    key = (id(phrases), clause.first, within)
    if key not in parse.cues:
        parse.cues[key] = _find_cue(parse, clause, phrases, only, within)
    return parse.cues[key]


def _find_cue(
    parse: Parse,
    clause: Clause,
    phrases: lexicon.Phrases,
    only: frozenset[str] | None = None,
    within: tuple[int, int] | None = None,
) -> bool:
    lows = parse.sentence.folded
    first, last = within or (clause.first, clause.last)
    for at in range(first, last):
        hit = phrases.at(lows, at)
        if hit is None or hit[0] > clause.last:
            continue
        said = any(g.first <= at < g.last and g.status == "withdrawn" for g in clause.groups)
        if only is not None and lows[at] in only and not said:
            continue
        return True
    return False


def is_target(parse: Parse, index: int) -> bool:
    """A number that a target, goal or quota names."""
    words = parse.sentence.lows(max(0, index - 3), index)
    return (
        len(words) > 0
        and words[-1] in {"of", "at", "is", "was", "were", "to", "planned", "targeted", "promised", "pledged"}
        and any(
            word
            in {
                "target",
                "goal",
                "targets",
                "goals",
                "quota",
                "ambition",
                "pledge",
                "promise",
                "commitment",
                "planned",
                "targeted",
                "promised",
                "pledged",
            }
            for word in words
        )
        and not any(word in {"reached", "met", "exceeded"} for word in words)
    )


def conditional(parse: Parse, clause: Clause) -> bool:
    """Whether the stretch between semicolons that a clause stands in depends on something."""
    first, last = _stretch(parse, clause)
    key = ("conditional", first, last)
    if key not in parse.cues:
        parse.cues[key] = _depends(parse, first, last)
    return parse.cues[key]


def _stretch(parse: Parse, clause: Clause) -> tuple[int, int]:
    """The tokens around a clause, from the stop, semicolon or colon before it to the next stop or semicolon."""
    stops, lows = parse.sentence.stops, parse.sentence.folded
    before = bisect_left(stops, clause.first)
    behind = bisect_left(stops, clause.last)
    while behind < len(stops) and lows[stops[behind]] == ":":
        behind += 1
    return stops[before - 1] + 1 if before else 0, stops[behind] if behind < len(stops) else len(lows)


def _depends(parse: Parse, first: int, last: int) -> bool:
    lows = parse.sentence.folded
    if lows[first : first + 1] == ("should",):
        return "," in lows[first:last]
    at = bisect_left(parse.conditions, first)
    return at < len(parse.conditions) and parse.conditions[at] < last


def settled(found: Verdict, context: Context, period: str | None) -> Status | None:
    """The words' verdict against the section, and the year against the document's."""
    status = found.status
    future = bool(period and context.date and period[:4] > context.date[:4])
    past = bool(
        period
        and context.date
        and (
            period[:4] < context.date[:4]
            or (len(period) > 4 and len(context.date) > 6 and period[:7] < context.date[:7])
        )
    )
    if (
        status == "planned"
        and found.strong
        and not found.unmet
        and not future
        and (context.status == "achieved" or (past and period is not None and period[:4] < (context.date or "")[:4]))
    ):
        return "achieved"
    if found.strong or status is None:
        if status is None and past:
            return context.status or "achieved"
        return status or context.status
    if status in {"achieved", "underway"} and future:
        return "planned"
    if context.status is not None and status in {"achieved", "underway", "planned"}:
        return context.status if not (status == "achieved" and context.status == "planned" and past) else status
    return status


def granted(status: Status | None, kind: str | None, level: Level | None, group: VerbGroup | None) -> Status | None:
    """Sought is what another body grants; what the actor reaches itself is planned."""
    if status != "sought":
        return status
    if group is not None and not is_a(group.lemma, "seek") and group.lemma not in GRANTED:
        return "planned"
    asks = group is not None and (group.lemma in BIDDING or (kind == "money" and is_a(group.lemma, "seek")))
    if kind in {"indicator", "staff", "money", "service"} and not asks:
        return "planned"
    return (
        "sought"
        if asks
        or kind == "designation"
        or level in {"national", "provincial"}
        or (
            group is not None
            and (is_a(group.lemma, "seek") or group.lemma in {"settle", "include", "become", "list", "approve", "host"})
        )
        else "planned"
    )


def cue(parse: Parse, group: VerbGroup) -> StatusCue | None:
    """The mention of a verb group's status."""
    if group.status is None:
        return None
    return StatusCue(
        parse.sentence.tokens[group.first].start, parse.sentence.tokens[group.last - 1].end, group.status, group.strong
    )
