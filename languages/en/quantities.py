"""Amounts in English text: number, comparator, unit and change; what only looks like an amount is left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from languages.en import lexicon
from languages.en.digits import is_label
from languages.en.numerals import SCALES, Numeral, numeral
from languages.en.tokens import Sentence
from languages.en.units import CURRENCY_AFTER, currency_before, unit_after
from languages.en.zeros import zero_end
from languages.exact import scaled
from languages.mention import Quantity
from ontology.codes import Change, Comparator

BEFORE = lexicon.Phrases.of("comparators", "before")
AFTER = lexicon.Phrases.of("comparators", "after")
SOFTENERS = lexicon.Phrases((phrase, True) for phrase in lexicon.data()["comparators"]["softeners"])
PERSONS = lexicon.words("person_nouns")
MONTHS = lexicon.words("months")
TIMES = lexicon.table("times")
COMPARATOR_VERBS = lexicon.words("comparator_verbs")
MOVED = frozenset(
    "edged went gone crept risen rose moved climbed inched shot jumped grown grew came go goes going rise rises climb move".split()
)
NOUN_TAILS = {"bed": "beds", "bedded": "beds", "beds": "beds", "seat": "seats"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity over tokens [first, last); `number` is the token of its numeral.

    `unit` None is a bare number. `kind` says what else it is: duration, age, year: then it is no fact by itself.
    """

    first: int
    last: int
    number: int
    value: float
    value_max: float | None = None
    comparator: Comparator = "eq"
    unit: str | None = None
    change: Change = "level"
    noun: str = ""  # what is glued on: beds
    kind: str = ""
    rule: str = "number"
    after: int = 0  # the token after the numeral, before any unit


def amounts(sentence: Sentence, masked: Collection[int] = (), most: int | None = None) -> list[Amount]:
    """The first `most` amounts of a sentence in order, or all; `masked` are tokens that dates and names have taken."""
    found: list[Amount] = []
    index = 0
    while index < sentence.length and (most is None or len(found) <= most):  # the last may still be joined to the next
        amount = None if index in masked else _amount(sentence, index, masked)
        if amount is None:
            index += 1
            continue
        if (
            found
            and found[-1].kind == "age"
            and amount.kind == ""
            and sentence.low(amount.first - 1) == "and"
            and found[-1].last == amount.first - 1
        ):
            amount = replace(amount, kind="age")
        if sentence.lows(amount.first, amount.first + 2) == ("up", "to") and (
            sentence.low(amount.first - 1) in MOVED or (found and _goes_on(sentence, found[-1], amount))
        ):
            amount = replace(amount, first=amount.first + 2, comparator="eq")
        if found and amount.first < found[-1].last:
            amount = replace(amount, first=found[-1].last)
        if found and (bounded := _bounded(sentence, found[-1], amount)) is not None:
            found.pop()
            amount = bounded
        found.append(amount)
        index = max(amount.last, index + 1)
    return found[:most]


def _bounded(sentence: Sentence, one: Amount, other: Amount) -> Amount | None:
    """No more than 40 and no fewer than 25: both ends of a range."""
    if sentence.lows(one.last, other.first) not in {("and",), ("but",), (",", "but"), (",", "and")}:
        return None
    low, high = (one, other) if one.comparator in {"ge", "gt"} else (other, one)
    if low.comparator not in {"ge", "gt"} or high.comparator not in {"le", "lt"} or low.value >= high.value:
        return None
    if one.unit not in {None, other.unit} or one.kind or other.kind:
        return None
    return replace(other, first=one.first, value=low.value, value_max=high.value, comparator="range", rule="range")


def _goes_on(sentence: Sentence, earlier: Amount, amount: Amount) -> bool:
    """Whether `up to` ends what `from` began: went from 5.7 in 2015 up to 7.6."""
    between = sentence.lows(earlier.last, amount.first)
    return sentence.low(earlier.first - 1) == "from" and len(between) <= 4 and not {",", "and"} & set(between)


def quantity(sentence: Sentence, amount: Amount) -> Quantity:
    """The mention of an amount."""
    return Quantity(
        sentence.tokens[amount.first].start,
        sentence.tokens[amount.last - 1].end,
        amount.value,
        amount.value_max,
        amount.comparator,
        amount.unit,
        amount.change,
        classifier=amount.noun or None,
        rule=amount.rule,
    )


def _amount(sentence: Sentence, index: int, masked: Collection[int]) -> Amount | None:
    if sentence.low(index) in TIMES:
        return _times_word(sentence, index)
    if (end := zero_end(sentence, index)) is not None:
        return Amount(index, end, index, 0, unit="count", rule="zero", after=end)
    currency, start = currency_before(sentence, index)
    found = numeral(sentence, start)
    if found is None or any(i in masked for i in range(start, found.end)):
        return None
    if currency is None and is_label(sentence, found):
        return None
    amount = Amount(index, found.end, start, found.value, unit=currency, after=found.end)
    if found.share:
        amount = replace(amount, unit="percent", rule="fraction")
    tailed = _tailed(sentence, amount, found)
    if tailed is None:
        return None
    amount = _ranged(sentence, tailed, currency, masked)
    amount = _united(sentence, amount)
    amount = _compared(sentence, amount)
    if _is_age(sentence, amount):
        return replace(amount, kind="age")
    return amount


def _times_word(sentence: Sentence, index: int) -> Amount | None:
    """`twice the 2015 level`, `fivefold`; how often a thing is done is no amount."""
    following = sentence.low(index + 1)
    if following in {"a", "per", "every", "each", "daily", "weekly", "monthly", "yearly", "this", "in", "since", "."}:
        return None
    return Amount(index, index + 1, index, TIMES[sentence.low(index)], unit="times", rule="times", after=index + 1)


def _tailed(sentence: Sentence, amount: Amount, found: Numeral) -> Amount | None:
    """What is hyphened to a number: odd and beds are amounts; a five-year plan is none."""
    if not found.tail:
        return amount
    end = found.end + 2 if found.digits else found.end
    if found.tail in {"odd", "plus"}:
        return replace(amount, last=end, after=end, comparator="gt")
    if found.tail in NOUN_TAILS:
        return replace(amount, last=end, after=end, unit="count", noun=NOUN_TAILS[found.tail], rule="bedded")
    scale, _, currency = found.tail.rpartition("-")
    if currency in CURRENCY_AFTER and (not scale or scale in SCALES):
        value = scaled(found.value, SCALES[scale]) if scale else found.value
        return replace(amount, last=end, after=end, value=value, unit=CURRENCY_AFTER[currency])
    return None


def _ranged(sentence: Sentence, amount: Amount, currency: str | None, masked: Collection[int]) -> Amount:
    """`2 to 3`, `2-3`, `between two and three`; not the two ends of `from 620 to 700`."""
    at = amount.last
    start_before = sentence.low(amount.first - 1)
    percent = currency is None and sentence.low(at) in {"%", "percent"}
    if percent:
        at += 1
    link = sentence.low(at)
    if link in {"-", "–", "—", "~", "～"}:
        if sentence.joined(at) != sentence.joined(at + 1):
            return amount
    elif link == "to":
        points = numeral(sentence, at + 1) if start_before == "by" else None
        pointed = points is not None and sentence.low(points.end) in {"percentage", "points"}
        if (start_before in {"from", "by", "up", "down"} and not pointed) or sentence.low(amount.first - 2) == "from":
            return amount
    elif link == "and":
        if start_before != "between":
            return amount
    elif link != "or":
        return amount
    second_currency, second = currency_before(sentence, at + 1)
    high = numeral(sentence, second) if at + 1 < len(sentence) and second not in masked else None
    if percent and (high is None or sentence.low(high.end) not in {"%", "percent"}):
        return amount
    if (
        high is None
        or high.share
        or (high.tail and high.tail not in NOUN_TAILS)
        or (second_currency and second_currency != currency)
    ):
        return amount
    low = amount.value
    if low < 1000 <= high.value and high.end - high.start > 1 and not _is_scaled(sentence, amount):
        factor = high.value / _face(sentence, high)
        low = low * factor if low * factor < high.value else low
    if (
        low >= high.value
        or (link == "or" and (high.value - low > 2 or high.value > 20))
        or _is_year_span(low, high.value)
    ):
        return amount
    first = amount.first - 1 if start_before == "between" else amount.first
    return replace(
        amount,
        first=first,
        last=high.end,
        after=high.end,
        value=low,
        value_max=high.value,
        comparator="range",
        rule="range",
    )


def _face(sentence: Sentence, found: Numeral) -> float:
    first = numeral(Sentence(sentence.tokens[found.start].text), 0)
    return first.value if first and first.value else 1.0


def _is_scaled(sentence: Sentence, amount: Amount) -> bool:
    return amount.last - amount.number > 1


def _is_year_span(low: float, high: float) -> bool:
    return 1900 <= low <= 2100 and 1900 <= high <= 2100 and low == int(low) and high == int(high)


def _united(sentence: Sentence, amount: Amount) -> Amount:
    found = unit_after(sentence, amount.last)
    if found is not None and not (
        amount.unit and found.unit and amount.unit not in {"percent", "count"} and found.unit.startswith("per_")
    ):
        unit = (
            amount.unit
            if amount.unit and amount.unit != "percent" and found.unit is None
            else found.unit or amount.unit
        )
        unit = "count" if unit == "times" and amount.value >= 1000 else unit
        amount = replace(amount, last=found.end, unit=unit, kind=found.kind)
    return amount


def _compared(sentence: Sentence, amount: Amount) -> Amount:
    """Comparators before (past softeners) and after the number."""
    lows = sentence.folded
    comparator, first = amount.comparator, amount.first
    for _ in range(3):
        found = BEFORE.before(lows, first)
        if found is not None and not _is_preposition(sentence, found[0], first, amount):
            start, value = found
            comparator = _stronger(comparator, value)
            if lows[start] in COMPARATOR_VERBS:
                break
            first = start
            continue
        softener = SOFTENERS.before(lows, first)
        if softener is None:
            break
        first = softener[0]
    last = amount.last
    after = AFTER.at(lows, last)
    if after is not None and not (after[1] in {"ge", "le"} and lows[after[0] - 1] == "least" and after[0] < len(lows)):
        comparator, last = (after[1] if comparator in {"eq", "gt"} else comparator), after[0]
    elif sentence.low(last) == "-" and sentence.low(last + 1) == "odd":
        comparator, last = "gt", last + 2
    told = (first, last, comparator if amount.value_max is None else "range")
    if told == (amount.first, amount.last, amount.comparator):
        return amount
    return replace(amount, first=first, last=last, comparator=told[2])


def _stronger(current: Comparator, new: Comparator) -> Comparator:
    """An outer word rules over an inner one only where that is none: `at least about 40` is at least."""
    if current in {"eq", "approx"} or (current == "gt" and new in {"ge", "le"}):
        return new
    return current


def _is_preposition(sentence: Sentence, start: int, end: int, amount: Amount) -> bool:
    """over 5 years, within three years, above level two, some as a bare determiner: no comparators."""
    word = sentence.low(start)
    if end - start > 1:
        return False
    if amount.kind == "duration" and word in {
        "over",
        "within",
        "about",
        "around",
        "some",
        "under",
        "near",
        "beyond",
        "below",
    }:
        return True
    if word == "near" and sentence.kind(end) == "number":
        return False
    if word in {"beyond", "near"}:
        return amount.unit is None
    if word == "within":
        return (
            amount.unit not in {"percent", "permille", "per_100k", "per_1000", "per_10k"}
            and (amount.unit or "")[:1].islower()
        ) or amount.unit is None
    return False


def _is_age(sentence: Sentence, amount: Amount) -> bool:
    """people aged 65 and over, children under 5, over 65 years old, 60 years and above, 7 to 14 year-olds."""
    if amount.value > 130 or amount.unit not in {None, "years", "duration"}:
        return False
    before = sentence.low(amount.first - 1)
    if _is_aside_age(sentence, amount):
        return True
    if before in {"aged", "age", "ages", "older", "younger"} or (
        before == "of" and sentence.low(amount.first - 2) in {"age", "ages"}
    ):
        return True
    if before == "than" and sentence.low(amount.first - 2) in {"older", "younger"}:
        return True
    if before == "-" and sentence.low(amount.first - 2) in {"under", "over"}:
        return True
    if sentence.low(amount.last) in {"year-old", "year-olds", "years-old", "month-old"} or (
        sentence.low(amount.last) in {"-", "–"}
        and sentence.low(amount.last + 1).startswith(("year-old", "years-old", "month-old"))
    ):
        return True
    threshold = amount.comparator in {"gt", "lt", "ge", "le"}
    if (
        threshold
        and before in {"are", "is", "were", "was"}
        and "old" in sentence.lows(amount.last - 1, amount.last + 1)
    ):
        return True
    if amount.kind == "duration" or amount.unit == "years":
        return threshold and (before in PERSONS or _follows_person(sentence, amount))
    young = before in {"children", "child", "infants", "girls", "boys"} and amount.value < 19
    return threshold and before in PERSONS and (young or not _counts(sentence, amount))


def _is_aside_age(sentence: Sentence, amount: Amount) -> bool:
    """Hadiza Yakubu, 34, said: a bare number between commas behind two names."""
    at = amount.first
    return (
        at >= 3
        and sentence.low(at - 1) == ","
        and sentence.low(amount.last) in {",", "."}
        and sentence.kind(amount.number) == "number"
        and amount.last == amount.first + 1
        and 14 <= amount.value <= 105
        and all(sentence.kind(i) == "word" and sentence.tokens[i].text[:1].isupper() for i in (at - 2, at - 3))
    )


def _follows_person(sentence: Sentence, amount: Amount) -> bool:
    return any(sentence.low(i) in PERSONS for i in range(amount.first - 3, amount.first))


def _counts(sentence: Sentence, amount: Amount) -> bool:
    """Whether a noun follows that the number may count."""
    word = sentence.low(amount.last)
    return sentence.kind(amount.last) == "word" and word.endswith("s") and word not in {"has", "is", "was", "as"}
