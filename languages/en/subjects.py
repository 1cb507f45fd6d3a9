"""What a number in a predicate is about: the subject of its verb, or the object that the verb moves."""

from __future__ import annotations

from languages.en.clauses import Clause
from languages.en.facts import Place, State
from languages.en.measures import Measure, measure
from languages.en.parse import Parse
from languages.en.phrases import COUNT_LEADS, LEAD_NOISE, Phrase, label, noun_phrase, with_of
from languages.en.quantities import Amount
from languages.en.stand_ins import set_up, such, that_of
from languages.en.verb_groups import VerbGroup
from languages.en.verbs import forms, is_a

LEADS = frozenset({"to", "by", "at", "below", "above", "within", "from", "under", "over", "of", "into", "as"})
PRONOUNS = frozenset(
    {"it", "they", "this", "which", "that", "these", "those", "who", "whom", "he", "she", "we", "both"}
)

CAUSING = frozenset({"make", "let", "enable", "help", "want", "need", "expect", "require", "get", "see"})
STANDING_IN = frozenset({"there", "each", "all", "some", "most", "many", "none", "others", "another"})
STEADY = frozenset({"steady", "stable", "flat", "unchanged", "constant", "level", "firm"})


def governing(clause: Clause, index: int) -> VerbGroup | None:
    """The verb that a token is object of (the nearest before it), else the one it is subject of."""
    before = [g for g in clause.groups if g.last <= index and not g.saying]
    main = clause.main
    if main is not None and main.first >= index:
        return main
    whole = [g for g in before if not g.reduced]
    if before:
        return (whole or before)[-1]
    return next((g for g in clause.groups if g.first >= index and not g.saying), None)


def ruling(parse: Parse, clause: Clause, index: int) -> VerbGroup | None:
    """The verb before a token that rules it; a participle inside its object does not: patients seeking care."""
    before = [g for g in clause.groups if g.last <= index and not g.saying]
    if not before:
        return None
    nearest = before[-1]
    inner = (
        nearest.form == "ing"
        and not nearest.finite
        and nearest.first > clause.first
        and parse.tags[nearest.first - 1] == "noun"
    )
    if inner and len(before) > 1 and parse.sentence.low(index - 1) in LEADS:
        return before[-2]
    return nearest


def about(place: Place, state: State) -> tuple[Measure, int] | None:
    """The measure that a predicate number is about, and the token where its evidence begins."""
    parse, clause, amount = place.parse, place.clause, place.amount
    if (attended := _attended(place)) is not None:
        return attended
    group = ruling(parse, clause, amount.first)
    if group is None:
        return gapped(parse, clause, clause.first, amount.first) or _leaning(state, clause.first)
    previous = max(
        [
            a.last
            for a in parse.amounts
            if group.last <= a.first and a.last <= amount.first and not _starts(parse, a, amount)
        ],
        default=None,
    )
    if previous is not None and (later := after_conjunction(parse, clause, previous, amount.first)) is not None:
        return later
    moved = _object(parse, group, amount.first)
    if moved is None and parse.sentence.low(group.first - 1) in PRONOUNS and parse.sentence.low(group.first) == "to":
        return _leaning(state, group.first)
    if moved is not None:
        return moved
    found = _subject(parse, clause, _subject_verb(clause, group))
    if found is not None:
        return such(parse, that_of(found, state), state)
    return _leaning(state, group.first)


def _attended(place: Place) -> tuple[Measure, int] | None:
    """`..., with in-county treatment standing at 91 percent`: what stands between `with` and the participle."""
    parse, clause, index = place.parse, place.clause, place.amount.first
    verb = next((at for at in range(index - 1, max(clause.first, index - 9), -1) if _moves(parse, at)), None)
    if verb is None:
        return None
    first = verb
    while first > clause.first and parse.tags[first - 1] in {"noun", "det", "prep", "conj"}:
        if parse.sentence.low(first - 1) == "with":
            break
        first -= 1
    if parse.sentence.low(first - 1) != "with" or first == verb:
        return None
    while first < verb and parse.tags[first] == "det":
        first += 1
    whole = Phrase(first, verb)
    core = measure(parse, _core(parse, whole), verb)
    return Measure(label(parse, whole) or core.label, core.id, core.kind, core.level, core.specialty), first


def _starts(parse: Parse, earlier: Amount, amount: Amount) -> bool:
    """Whether an amount is the number itself, or the start of its move: from 6.1 to 5.6."""
    lows = parse.sentence
    dated = all(parse.tags[at] == "date" for at in range(earlier.last, amount.first - 1))  # from 54% in 2024 to 60%
    return earlier is amount or (lows.low(earlier.first - 1) == "from" and dated and lows.low(amount.first - 1) == "to")


def _moves(parse: Parse, at: int) -> bool:
    """Whether a token is a participle of a verb of level or change: standing, raised."""
    found = forms().get(parse.sentence.low(at))
    return found is not None and found.form in {"ing", "past"} and is_a(found.lemma, "level", "increase", "decrease")


def _subject_verb(clause: Clause, group: VerbGroup) -> VerbGroup:
    """The finite verb that carries the clause where the number's own group leans on it."""
    main = clause.main
    return (
        main
        if main is not None
        and main.first < group.first
        and main.lemma not in CAUSING
        and not is_a(group.lemma, "level", "increase", "decrease")
        else group
    )


def _leaning(state: State, first: int) -> tuple[Measure, int] | None:
    found = state.measure or state.subject
    return (found, first) if found is not None else None


def _object(parse: Parse, group: VerbGroup, index: int) -> tuple[Measure, int] | None:
    """`bring the total to 41`, `reduce the cost by 18 million`: what stands between the verb and the number."""
    at = parse.beyond(group.last, index, "det", "adv")
    if at >= index or parse.tags[at] != "noun" or group.passive:
        return None
    phrase = noun_phrase(parse, at, index)
    if (
        phrase is None
        or parse.sentence.low(phrase.head) in STEADY | {"year", "month"}
        or (is_a(group.lemma, "level") and group.lemma not in {"measure", "top", "keep"})
    ):
        return None
    lead = parse.sentence.low(index - 1)
    end = _complemented(parse, phrase, index)
    if lead not in LEADS and not _is_lead_comparator(parse, index):
        return None
    whole = Phrase(phrase.first, end)
    core = measure(parse, _core(parse, whole), end)
    return Measure(label(parse, whole) or core.label, core.id, core.kind, core.level, core.specialty), group.first


def _is_lead_comparator(parse: Parse, index: int) -> bool:
    """A comparator that is a preposition too: below 44, above 80%."""
    return parse.sentence.low(index) in {"below", "above", "under", "over", "within", "beyond"}


def _complemented(parse: Parse, phrase: Phrase, index: int) -> int:
    end = phrase.last
    for at in range(phrase.last, index):
        if parse.tags[at] in {"date", "amount", "sign"} and parse.sentence.low(at) not in {"“", "”", '"'}:
            break
        if parse.tags[at] in {"noun", "rate"}:
            end = at + 1
    return end


def after_conjunction(parse: Parse, clause: Clause, first: int, index: int) -> tuple[Measure, int] | None:
    """The verb left out: X fell to 88, and the infant mortality rate to 24."""
    for at in range(first, index):
        if (
            parse.sentence.low(at) in {"and", "while", "but"}
            or (parse.sentence.low(at) == "," and parse.tags[at + 1] in {"det", "noun"})
        ) and (parse.tags[index - 1] in {"noun", "rate", "prep"} or _is_lead_comparator(parse, index)):
            return gapped(parse, clause, at, index)
    return None


def gapped(parse: Parse, clause: Clause, first: int, index: int) -> tuple[Measure, int] | None:
    """A clause without verb: `and the infant mortality rate to 24 per 1,000`; `life expectancy of 79 years`."""
    at = parse.beyond(first, index, "sign", "conj", "det", "date", "sub", "rel", "adv")
    phrase = noun_phrase(parse, at, index)
    if phrase is None:
        return None
    end = _complemented(parse, phrase, index)
    whole = Phrase(phrase.first, end)
    core = measure(parse, _core(parse, whole), end)
    return Measure(label(parse, whole) or core.label, core.id, core.kind, core.level, core.specialty), first


def _subject(parse: Parse, clause: Clause, group: VerbGroup) -> tuple[Measure, int] | None:
    """The subject before a verb, its complements included; dates and openings left out."""
    first = subject_start(parse, clause, group.first)
    if first >= group.first:
        return None
    words = [parse.sentence.low(at) for at in range(first, group.first) if parse.tags[at] != "adv"]
    if not words or (len(words) <= 2 and words[0] in PRONOUNS) or (len(words) == 1 and words[0] in STANDING_IN):
        return None
    whole = Phrase(first, _before_aside(parse, first, group.first))
    text = label(parse, whole)
    if not text or text.casefold() in PRONOUNS:
        return None
    core = set_up(parse, clause, whole) or measure(parse, _core(parse, whole), group.first)
    return Measure(text, core.id, core.kind, core.level, core.specialty), first


def _before_aside(parse: Parse, first: int, last: int) -> int:
    """Where a subject ends before `, at 43 percent of ..., is`."""
    for at in range(first + 1, last - 1):
        if parse.sentence.low(at) == "," and parse.sentence.low(at + 1) in {
            "at",
            "now",
            "currently",
            "which",
            "including",
            "once",
            "already",
            "whose",
            "costing",
        }:
            return at
        if parse.sentence.low(at) == "," and parse.tags[at + 1] == "verb" and at + 4 >= last:
            return at
        if parse.sentence.low(at) == "," and parse.tags[at + 1] == "amount" and _closes(parse, at + 1, last):
            return at
    return last


def _closes(parse: Parse, at: int, last: int) -> bool:
    """Whether a number between commas ends the subject: nurses per 1,000 people, 3.74, are."""
    at = parse.beyond(at, last, "amount", "date", "adv")
    return parse.sentence.low(at) == "," and at + 1 >= last


def subject(parse: Parse, clause: Clause) -> tuple[Measure, int] | None:
    """The subject of a clause's main verb."""
    main = clause.main or (clause.groups[0] if clause.groups else None)
    return _subject(parse, clause, main) if main is not None else None


def subject_start(parse: Parse, clause: Clause, limit: int) -> int:
    """The first token of the subject: behind the last opening (In 2022, | As a result, | It is said that)."""
    first = clause.first
    for group in (g for g in parse.groups if clause.first <= g.first < min(limit, clause.last)):
        aside = group.form == "past" and parse.sentence.low(group.first - 1) == ","  # plans, announced in 2021
        if group.saying and group.last < limit and not aside:
            first = _said_from(parse, group.last, limit)
        elif group.lemma in CAUSING and not group.passive and _leads_on(parse, group.last, limit):
            first = group.last  # strive to make | the proportion reach 45%
    for at in range(first, limit):
        if (parse.sentence.low(at) == "," and _is_opening(parse, first, at)) or (
            parse.sentence.low(at) == "that"
            and parse.tags[at] == "rel"
            and any(g.saying and g.last == at for g in parse.groups)
        ):
            first = at + 1
    return parse.beyond(first, limit, "sign", "conj", "sub", "rel", "date", "adv")


def _said_from(parse: Parse, first: int, limit: int) -> int:
    """Where what is said begins: said | the rate, said on Tuesday that | the rate."""
    for at in range(first, min(first + 5, limit)):
        if parse.sentence.low(at) == "that" and parse.tags[at] == "rel":
            return at + 1
        if parse.tags[at] not in {"prep", "noun", "date", "adv"}:
            break
    return first


def _leads_on(parse: Parse, first: int, limit: int) -> bool:
    """Whether nothing but a noun phrase stands between a verb of causing and the verb of what it causes."""
    held = {"noun", "det", "prep", "rate"}
    return first < limit and all(
        parse.tags[at] in held or parse.sentence.low(at) in {"(", ")", '"'} for at in range(first, limit)
    )


def _is_opening(parse: Parse, first: int, comma: int) -> bool:
    """Whether the words before a comma only open the sentence: a prepositional phrase, a date, an adverb."""
    first = parse.beyond(first, comma, "conj", "sign", "sub")
    return (
        first >= comma
        or parse.tags[first] in {"prep", "date", "adv", "to"}
        or parse.sentence.low(first) in {"meanwhile", "overall", "thanks", "today", "notably"}
    )


def _core(parse: Parse, whole: Phrase) -> Phrase:
    """The first noun phrase of a subject without its counting words."""
    lows = parse.sentence.folded
    at = whole.first
    moved = True
    while moved and at < whole.last - 1 and not any(f.first == at for f in parse.terms):
        moved = False
        hit = COUNT_LEADS.at(lows, at)
        if hit is not None and hit[0] < whole.last:
            at, moved = hit[0], True
        elif parse.tags[at] in {"det", "conj", "adv", "pron", "rel", "sub", "amount", "sign"} or lows[at] in LEAD_NOISE:
            at, moved = at + 1, True
    longest = max(
        (f for f in parse.terms if f.first == at and f.last <= whole.last), key=lambda f: f.last, default=None
    )
    phrase = noun_phrase(parse, at, whole.last)
    if longest is not None and (phrase is None or longest.last >= phrase.last):
        return Phrase(longest.first, longest.last)
    return phrase or Phrase(at, whole.last)


def _belongs(parse: Parse, clause: Clause, first: int, last: int, counted: bool) -> bool:
    """Whether the token before `first` goes on with the noun phrase that ends at `last`."""
    tag, low = parse.tags[first - 1], parse.sentence.low(first - 1)
    if tag == "noun" or low in {"“", "”", '"', "of"}:
        return True
    if low == "and":
        return not counted and first - 2 > clause.first and parse.tags[first - 2] == "noun"
    if tag == "verb":
        return low.endswith("ing") and first == last
    return (tag == "amount" and _in_quotes(parse, first - 1)) or (
        tag == "det" and parse.sentence.low(first - 2) == "of"
    )


def noun_run(parse: Parse, last: int) -> Phrase | None:
    """The nouns right before a token."""
    first = last
    while first > 0 and parse.tags[first - 1] == "noun":
        first -= 1
    return Phrase(first, last) if first < last else None


def preceding(parse: Parse, clause: Clause, index: int) -> tuple[Phrase, int] | None:
    """The noun phrase right before a preposition that leads to a number: screening | for 135,000 women."""
    at = index - 1
    if at <= clause.first or parse.tags[at] not in {"prep"}:
        return None
    last = at
    first = last
    counted = any(a.kind == "" and clause.first <= a.first and a.last <= index for a in parse.amounts)
    while first > clause.first and _belongs(parse, clause, first, last, counted):
        first -= 1
    while first < last and parse.sentence.low(first) in {"of", "and", "”"}:
        first += 1
    return (Phrase(first, last), first) if last > first else None


def _in_quotes(parse: Parse, at: int) -> bool:
    return parse.sentence.low(at - 1) in {"“", '"'}


__all__ = [
    "about",
    "after_conjunction",
    "gapped",
    "governing",
    "noun_run",
    "preceding",
    "ruling",
    "subject",
    "subject_start",
    "with_of",
]
