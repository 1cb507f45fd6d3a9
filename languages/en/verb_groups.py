"""Verb groups, and the status that each speaks of by its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from languages.en import lexicon
from languages.en.tokens import Sentence
from languages.en.verbs import Verb, bases, forms, is_a
from languages.en.word_classes import BE, HAVE, MODALS, Tag
from ontology.codes import Status

LINKS = lexicon.words("sets", "links")
STATIVE = lexicon.words("sets", "stative")
BIDDING = frozenset({"apply", "bid"})  # asks another body for a thing, whatever it is
APPLYING = BIDDING | frozenset({"compete", "fight", "vie"})
WISHES = frozenset({"want", "need", "require", "expect", "order", "wish"})
BUILDING = frozenset({"build", "construct", "open", "establish", "launch", "implement"})
DELIVERED = frozenset(
    {"deliver", "build", "complete", "implement", "realize", "realise", "establish", "open", "achieve"}
)
ADDED = frozenset({("aux",), ("verb",)})
DESIGNATING = lexicon.words("sets", "designating")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries and verbs over tokens [first, last).

    `status` is what its own words say; `strong` false where the section may overrule it (present tense); None
    where they say nothing (imperative, gerund, infinitive).
    """

    first: int
    last: int
    lemma: str
    finite: bool
    passive: bool
    status: Status | None
    strong: bool = True
    saying: bool = False
    modal: bool = False
    negated: bool = False
    form: str = "base"
    reduced: bool = False  # a participle behind a counted noun: 2 plans reviewed at the meeting


def verb_groups(sentence: Sentence, tags: Sequence[Tag]) -> list[VerbGroup]:
    """All verb groups in order."""
    found: list[VerbGroup] = []
    index = 0
    while index < len(tags):
        if tags[index] not in {"modal", "aux", "verb", "to"}:
            index += 1
            continue
        last = _extent(sentence, tags, index)
        group = _group(sentence, tags, index, last)
        if group is not None:
            found.append(replace(_joined(sentence, found, group), reduced=_is_reduced(tags, group)))
        index = last
    return found


def _is_reduced(tags: Sequence[Tag], group: VerbGroup) -> bool:
    if (
        group.last - group.first != 1
        or group.form != "past"
        or group.last >= len(tags)
        or tags[group.last] not in {"prep", "adv"}
    ):
        return False
    at = group.first - 1
    while at >= 0 and tags[at] == "noun":
        at -= 1
    return at >= 0 and at < group.first - 1 and tags[at] == "amount"


def _joined(sentence: Sentence, found: list[VerbGroup], group: VerbGroup) -> VerbGroup:
    """`will apply for one and set up ten`: set, put and cut behind a modal are no past."""
    bare = (
        group.last - group.first == 1
        and group.form == "past"
        and sentence.low(group.first) in bases()
        and not is_a(group.lemma, "seek")
    )
    if bare_past(group) and found and _is_wanted(sentence, found[-1], group):
        return replace(group, status="planned", strong=True, finite=False)
    if bare_past(group) and group.last - group.first == 1 and found and _is_got(sentence, found[-1], group):
        return replace(group, status=found[-1].status or "planned", strong=True, finite=False)
    if (
        bare
        and found
        and (found[-1].modal or found[-1].status in {"planned", "sought"} or _is_order(sentence, found[0]))
        and sentence.low(group.first - 1) in {"and", ",", "or"}
    ):
        return replace(group, status=None, form="base", finite=False)
    if bare and all(sentence.kind(at) == "sign" for at in range(group.first)) and _has_object(sentence, group):
        return replace(group, status=None, form="base", finite=False)
    return group


def _is_order(sentence: Sentence, group: VerbGroup) -> bool:
    """A base form without a subject, at the head of a sentence: Give ... and put aside."""
    alone = all(sentence.kind(at) == "sign" for at in range(group.first))
    return alone and group.form == "base" and not group.finite


def _has_object(sentence: Sentence, group: VerbGroup) -> bool:
    """Set up 13 centers, put 5 clinics into use: an order; `Set in the hills` is none."""
    return sentence.low(group.last) not in {"in", "on", "at", "by", "against", "for"}


def bare_past(group: VerbGroup) -> bool:
    """A past form without an auxiliary."""
    return group.form == "past" and not group.passive and group.status == "achieved" and not group.saying


def _is_wanted(sentence: Sentence, wish: VerbGroup, group: VerbGroup) -> bool:
    """`wants 12 wards opened by June`: the participle behind what a wish is for."""
    if wish.lemma not in WISHES or wish.passive or wish.modal or group.first <= wish.last:
        return False
    return _is_near(sentence, wish, group)


def _is_got(sentence: Sentence, cause: VerbGroup, group: VerbGroup) -> bool:
    """`strives to have two hospitals approved`: the participle behind what is to be got."""
    to_have = sentence.lows(cause.last - 2, cause.last) in {("to", "have"), ("to", "get"), ("to", "see")}
    return (to_have or (cause.modal and cause.lemma in {"have", "get"})) and _is_near(sentence, cause, group)


def _is_near(sentence: Sentence, wish: VerbGroup, group: VerbGroup) -> bool:
    if group.first <= wish.last:
        return False
    between = sentence.lows(wish.last, group.first)
    return len(between) <= 8 and not any(word in {",", ";", ":", "and", "that", "which", "who"} for word in between)


def _extent(sentence: Sentence, tags: Sequence[Tag], first: int) -> int:
    at = first
    last = first
    while at < len(tags):
        if tags[at] in {"modal", "aux", "verb", "to"}:
            if tags[at] == "modal" and at > first and tags[at - 1] == "verb":
                break
            at += 1
            last = at
        elif sentence.lows(at, at + 2) == ("no", "longer") and tuple(tags[at + 2 : at + 3]) in ADDED:
            at += 2  # will no longer | be built
        elif (dated := _dated(tags, at)) is not None:
            at = dated
        elif (
            tags[at] == "adv" or sentence.low(at) in LINKS or sentence.low(at) in {"not", "all", "both", "each"}
        ) and at + 1 < len(tags):
            if sentence.low(at) == "due" and tags[at - 1] == "verb":
                break  # has not started due to problems
            ahead = at + 1
            while (
                ahead < len(tags)
                and (tags[ahead] == "adv" or sentence.low(ahead) in LINKS | {"all", "both", "each"})
                and ahead - at < 5
            ):
                ahead += 1
            if (
                ahead < len(tags)
                and tags[ahead] in {"aux", "verb", "to", "modal"}
                and not (tags[ahead] in {"modal", "aux"} and tags[at - 1] == "verb")
            ):
                if sentence.low(at) in LINKS and tags[at] != "adv" and tags[ahead] != "to":
                    break
                at = ahead
            else:
                break
        else:
            break
    return max(last, first + 1)


def _dated(tags: Sequence[Tag], at: int) -> int | None:
    """Where a verb goes on behind a date that parts it from its auxiliary: is now given, will by 2030 cover."""
    ahead = at
    while ahead < len(tags) and tags[ahead] in {"date", "adv"}:
        ahead += 1
    parted = "date" in tags[at:ahead] and tags[at - 1] in {"aux", "modal"} and ahead < len(tags)
    return ahead if parted and ahead - at < 7 and tags[ahead] in {"verb", "aux"} else None


def _verb(sentence: Sentence, index: int) -> Verb:
    low = sentence.low(index)
    if low in BE:
        return Verb("be", "past" if low in {"was", "were", "been"} else "base")
    if low in HAVE:
        return Verb("have", "past" if low == "had" else "base")
    found = forms().get(low)
    if low in bases() and (sentence.low(index - 1) in MODALS or sentence.low(index - 1) == "to"):
        return Verb(low, "base")
    if found is None:
        return Verb(low, "past" if low.endswith("ed") else "base")
    return found


def _group(sentence: Sentence, tags: Sequence[Tag], first: int, last: int) -> VerbGroup | None:
    verbs = [i for i in range(first, last) if tags[i] in {"verb", "aux"}]
    if not verbs:
        return None
    lows = sentence.lows(first, last)
    main = _verb(sentence, verbs[-1])
    helpers = [sentence.low(i) for i in verbs[:-1]] + [
        sentence.low(i) for i in range(first, last) if tags[i] == "modal"
    ]
    passive = main.form == "past" and any(word in BE for word in helpers)
    finite = tags[first] in {"modal", "aux"} or (
        _verb(sentence, verbs[0]).form in {"past", "s"} and tags[first] != "to"
    )
    chain = [_verb(sentence, i) for i in verbs]
    status, strong = _status(lows, chain, passive, [tags[i] for i in range(first, last)])
    if main.form == "ing" and not helpers and first > 0 and tags[first - 1] == "noun":
        status = None if status == "sought" else status
    if main.lemma in APPLYING and sentence.low(last) == "for" and main.form != "past":
        status, strong = "sought", True
    if main.lemma == "declare" and main.form == "base" and sentence.kind(last) == "number":
        status, strong = "sought", True
    if status in {"achieved", "underway"} and strong and main.lemma != "have":
        status = "withdrawn" if "never" in lows else "planned" if _is_undone(lows, passive) else status
    if status == "planned" and passive and "longer" in lows and (main.lemma in BUILDING or is_a(main.lemma, "make")):
        status = "withdrawn"  # will no longer be carried out
    if status == "planned" and passive and main.lemma in BUILDING and "not" in lows and "yet" not in lows:
        status = "withdrawn"  # will not be built
    if passive and main.lemma in DELIVERED and ("cannot" in lows or {"can", "not"} <= set(lows)):
        status, strong = "withdrawn", True
    saying = (
        len(chain) <= 3 and is_a(main.lemma, "say") and "to" not in lows and not _is_measure_verb(sentence, main, last)
    )
    negated = any(word in {"not", "never", "no", "cannot"} or word.endswith("n't") for word in lows)
    return VerbGroup(
        first,
        last,
        main.lemma,
        finite,
        passive,
        status,
        strong,
        saying,
        any(w in MODALS for w in lows),
        negated,
        main.form,
    )


def _is_undone(lows: tuple[str, ...], passive: bool) -> bool:
    """Has not been built, was not opened: still to be done."""
    return any(word == "not" or word.endswith("n't") for word in lows) and (
        passive or any(word in HAVE for word in lows)
    )


def _is_measure_verb(sentence: Sentence, verb: Verb, last: int) -> bool:
    """report, record, introduce a number of things, rather than say that; confirm 620 workers in their posts."""
    if verb.lemma == "confirm":
        return sentence.kind(last + (sentence.low(last) == "another")) == "number"
    if verb.lemma in {"report", "introduce", "see", "show", "find", "know", "add", "reveal", "admit"}:
        return sentence.low(last) != "that"
    return False


def _status(lows: tuple[str, ...], chain: list[Verb], passive: bool, tags: list[Tag]) -> tuple[Status | None, bool]:
    main = chain[-1]
    lemmas = [verb.lemma for verb in chain]
    to = "to" in tags
    if _is_sought(chain, to):
        return "sought", True
    if (
        is_a(main.lemma, "stop")
        and _is_stopped(main, passive)
        and not any(w in MODALS and MODALS[w] == "planned" for w in lows)
    ):
        return "withdrawn", True
    planned = any(MODALS.get(word) == "planned" for word in lows)
    if planned:
        return "planned", True
    if "yet" in lows and to:
        return "planned", True
    if to and any(is_a(verb.lemma, "aim") for verb in chain[:-1]):
        return "planned", True
    if to and chain[0].lemma in {"be"} and tags[0] == "aux" and len(chain) > 1 and lows[0] not in {"being"}:
        return "planned", True
    if to and chain[0].lemma == "have" and len(chain) == 2 and lows[0] in {"have", "has"}:
        return "planned", True
    if any(word in {"can", "could", "may", "might"} for word in lows):
        return "achieved", False
    if main.form == "ing" and any(word in BE for word in lows[:-1]):
        return (
            "sought"
            if main.lemma in {"seek", "bid", "strive"}
            else "planned"
            if is_a(main.lemma, "aim") and main.lemma != "prepare"
            else "underway"
        ), True
    if "being" in lows[:-1]:
        return "underway", True
    return _tense(lows, chain, passive, tags, lemmas)


def _is_stopped(main: Verb, passive: bool) -> bool:
    """Rates drop by themselves; plans are dropped."""
    return passive or (
        main.form == "past" and not is_a(main.lemma, "decrease") and main.lemma not in {"halt", "suspend"}
    )


def _tense(
    lows: tuple[str, ...], chain: list[Verb], passive: bool, tags: list[Tag], lemmas: list[str]
) -> tuple[Status | None, bool]:
    main = chain[-1]
    if is_a(main.lemma, "begin") and main.form == "past":
        return "underway", True
    if (
        is_a(main.lemma, "aim")
        and main.lemma not in {"design", "prepare", "direct", "estimate", "work", "try", "attempt", "mean", "call"}
        and "to" not in tags
        and (main.form in {"past", "s"} or len(chain) == 1)
        and main.form != "ing"
    ) and (main.form in {"past", "s"}):
        return "planned", False
    if any(word in {"have", "has", "had", "having"} for word in lows[:-1]) and main.form == "past":
        return "achieved", True
    if tags[0] == "to":
        return None, False
    if passive:
        past = any(word in {"was", "were", "been"} for word in lows)
        return "achieved", past
    if main.form == "past":
        return "achieved", lows[0] not in {"be"}
    if main.form == "s" or lows[-1] in {"is", "are", "has", "have"}:
        return ("achieved" if main.lemma in STATIVE else "underway"), (
            main.lemma
            in {
                "have",
                "boast",
                "own",
                "operate",
            }
            and main.form != "base"
        ) or lows[-1] in {"has", "have"}
    if lows[-1] in {"do", "does", "did"}:
        return "achieved", lows[-1] == "did"
    if lows[-1] in {"was", "were", "had"}:
        return "achieved", True
    return None, False


def _is_passive(chain: list[Verb]) -> bool:
    return len(chain) > 1 and chain[-2].lemma == "be" and chain[-1].form == "past"


def _is_sought(chain: list[Verb], to: bool) -> bool:
    """strive for, seek, apply to host; strive to reach is a plan unless another body grants the thing."""
    main = chain[-1]
    return (
        is_a(main.lemma, "seek")
        or any(is_a(verb.lemma, "seek") for verb in chain[:-1])
        or (to and len(chain) > 1 and chain[-2].lemma in BIDDING and not _is_passive(chain[:-1]))
    )
