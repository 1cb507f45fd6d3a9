"""Numbers dealt out: 3 each in A and B, 2 in C, one in each of the other counties, four new blocks each."""

from __future__ import annotations

from dataclasses import replace

from languages.en import lexicon
from languages.en.facts import Fact, Place, State
from languages.en.measures import Measure, measure
from languages.en.phrases import Phrase, noun_phrase
from languages.en.places import Located
from languages.en.subjects import about

DIVISIONS = lexicon.words("division_nouns") - {"units", "homes", "households", "departments", "sites"}
REST = frozenset({"other", "remaining", "rest", "others"})
EACH = frozenset({"each", "every", "apiece"})


def distributed(place: Place, state: State) -> Fact | None:
    """The fact of a number that is dealt out over places; None where it is not."""
    parse, amount = place.parse, place.amount
    if amount.unit not in {None, "count"} and "each" not in parse.sentence.lows(amount.last, place.limit):
        return None
    gapped = _gapped(place, state)
    if gapped is not None:
        return gapped
    at = amount.last
    phrase = noun_phrase(parse, at, place.limit) if parse.sentence.low(at) not in EACH else None
    after = phrase.last if phrase is not None else at
    if (
        phrase is not None
        and parse.sentence.low(phrase.head) in DIVISIONS
        and not any(f.first < phrase.head < f.last for f in parse.terms)
    ):
        return None
    if after + 1 < len(parse.tags) and parse.tags[after + 1] in {"verb", "aux", "modal"} and phrase is not None:
        return None
    if (
        phrase is None
        and state.measure is not None
        and place.before() in {"with", "have", "get", "has"}
        and at >= place.limit
    ):
        words = parse.sentence.lows(max(place.clause.first, amount.first - 8), amount.first)
        if not REST.isdisjoint(words) and not DIVISIONS.isdisjoint(words):
            return replace(_fact(place, state, None, at, each=True), rest=True, places=None)
    if parse.sentence.low(after) in {"each", "apiece"} and not _is_each_of_things(place, after):
        return _fact(place, state, phrase, after + 1, each=True)
    if parse.sentence.low(after) in {"in", "for", "to", "at"} and parse.sentence.low(after + 1) in {"each", "every"}:
        if after + 2 >= place.limit or parse.tags[after + 2] == "sign":
            ahead = [x for x in place.located if place.clause.first <= x.first < amount.first]
            codes = tuple(sorted({code for x in ahead for code in x.codes}))
            return replace(_fact(place, state, phrase, after + 2, each=True), each=True, places=codes or None)
        if _divides(place, after + 1):
            return _fact(place, state, phrase, after + 2, each=True)
        return None
    if parse.sentence.low(after) == "per" and parse.sentence.low(after + 1) in DIVISIONS:
        return _fact(place, state, phrase, after + 2, each=True)
    if (
        phrase is None
        and state.measure is not None
        and parse.sentence.low(at) in {"in", "for", "at"}
        and not _has_verb_before(place)
    ):
        inside = [x for x in place.located if at < x.first <= at + 3]
        if inside or _rest_words(place, at + 1):
            return _fact(place, state, None, at + 1, each=False)
    return None


def _gapped(place: Place, state: State) -> Fact | None:
    """`..., and Mandera five`: a place and a bare number where verb and noun were said before."""
    parse, amount = place.parse, place.amount
    spots = _spots_before(place)
    before = spots[0].first if spots else amount.first - 1
    named = bool(spots) or (
        before > place.clause.first
        and parse.sentence.tokens[before].text[:1].isupper()
        and parse.tags[before] == "noun"
    )
    if (
        not named
        or state.measure is None
        or not state.facts
        or parse.sentence.low(before - 1) not in {"and", ",", ":", ";"}
        or amount.unit is not None
    ):
        return None
    if (amount.last < place.clause.last and parse.tags[amount.last] == "noun") and place.low() not in EACH:
        return None
    bare = parse.sentence.kind(amount.number) == "number" and not spots
    if place.low() == "of" or (bare and not _ends_item(place, state)):
        return None
    each = place.low() in EACH
    codes = tuple(sorted({code for spot in spots for code in spot.codes})) or None
    return Fact(
        before,
        amount.last + each,
        state.measure,
        "en.gapped",
        amount,
        amount.value,
        amount.value_max,
        amount.comparator,
        "count",
        level=state.measure.level,
        places=codes,
        part="part",
        each=each and len(codes or ()) > 1,
    )


def _spots_before(place: Place) -> list[Located]:
    """The places right before a number, all of a joined list where `each` follows: A and B 2 each."""
    found: list[Located] = []
    at = place.amount.first
    for spot in reversed([x for x in place.located if x.last <= at]):
        between = place.parse.sentence.lows(spot.last, at)
        if (between and not found) or any(word not in {"and", ",", "&"} for word in between):
            break
        if found and place.low() not in EACH:
            break
        found.insert(0, spot)
        at = spot.first
    return found


def _ends_item(place: Place, state: State) -> bool:
    """`Kisumu 7 and Garissa 6`: a name that is no known place, in a list of bare numbers of one sentence."""
    if place.low() not in {",", ";", ".", "and", ""} or not place.clause.first < place.amount.first - 1:
        return False
    earlier = next((a for a in reversed(place.parse.amounts) if a.last <= place.amount.first), None)
    return earlier is not None and place.parse.sentence.low(earlier.last) in {",", "and", ";"}


def _has_verb_before(place: Place) -> bool:
    """Whether the number itself is the object of a verb of its clause, not an item of a list behind one."""
    groups = [g for g in place.clause.groups if g.last <= place.amount.first]
    return bool(groups) and groups[-1].last == place.amount.first


def _is_each_of_things(place: Place, at: int) -> bool:
    """each hospital, each person: no division."""
    following = place.parse.sentence.low(at + 1)
    return place.parse.tags[at + 1] == "noun" and following not in DIVISIONS if at + 1 < place.clause.last else False


def _divides(place: Place, at: int) -> bool:
    """Whether `each` or `every` is of places: each county, each of the remaining cities."""
    parse = place.parse
    for ahead in range(at + 1, min(at + 8, place.limit)):
        if parse.sentence.low(ahead) in DIVISIONS:
            return True
        if parse.tags[ahead] in {"verb", "aux", "modal", "sign"}:
            return False
    return any(at < x.first < place.limit for x in place.located)


def _rest_words(place: Place, at: int) -> bool:
    words = place.parse.sentence.lows(at, min(at + 6, place.limit))
    return any(word in REST for word in words) and any(word in DIVISIONS or word == "others" for word in words)


def _fact(place: Place, state: State, phrase: Phrase | None, at: int, *, each: bool) -> Fact:
    parse, amount = place.parse, place.amount
    limit = place.limit
    found = measure(parse, phrase, limit) if phrase is not None else _spoken_of(place, state)
    inside = [x for x in place.located if amount.last <= x.first < limit]
    rest = _is_rest(place, at, limit)
    codes: tuple[str, ...] | None = tuple(sorted({c for x in inside for c in x.codes})) or None
    last = max([at, *[x.last for x in inside]])
    if not inside:
        last = _division_end(place, at, limit)
    return Fact(
        amount.first, last, found, "en.distribution", amount, amount.value, amount.value_max, amount.comparator,
        amount.unit or _currency(place) or "count", each=each and not ((amount.unit or _currency(place) or "").isupper() and codes is None and not rest) and not (len(inside) == 1 and codes is not None and len(codes) == 1 and not rest),
        rest=rest, level=found.level, places=None if rest else codes, part="part" if phrase is None else None,
    )  # fmt: skip


def _spoken_of(place: Place, state: State) -> Measure:
    """What a number without a noun is of: the subject of a share (coverage stays above 90 percent in each township)."""
    spoken = about(place, state) if place.amount.unit == "percent" or state.measure is None else None
    return spoken[0] if spoken is not None else state.measure or Measure("")


def _currency(place: Place) -> str | None:
    """200 million yuan for 40 centers, 5 million each: sums go on in the same money."""
    amount = place.amount
    if amount.after - amount.number < 2 or amount.value < 1000:
        return None
    return next((a.unit for a in place.parse.amounts if a.first < amount.first and a.unit and a.unit.isupper()), None)


def _is_rest(place: Place, at: int, limit: int) -> bool:
    if _rest_words(place, at):
        return True
    words = place.parse.sentence.lows(max(place.clause.first, place.amount.first - 6), place.amount.first)
    return any(word in REST for word in words) and any(word in DIVISIONS for word in words)


def _division_end(place: Place, at: int, limit: int) -> int:
    last = at
    for ahead in range(at, min(at + 12, limit)):
        if place.parse.sentence.low(ahead) in DIVISIONS or place.parse.sentence.low(ahead) in REST:
            last = ahead + 1
    return last
