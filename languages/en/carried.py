"""Units that a number leaves to the one before it: 8.2 billion yuan for hospitals, 3.1 billion of it for Beijing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from languages.en import lexicon
from languages.en.quantities import Amount
from languages.en.tokens import Sentence
from languages.en.word_classes import Tag

LARGE = 100_000  # what is said in hundreds of thousands is money or people, no number of things
CURRENCIES = frozenset(str(v) for key in ("before", "after") for v in lexicon.table("currencies", key).values())
OF_PEOPLE = frozenset({"them", "whom", "these", "those"})


def carried(sentence: Sentence, tags: Sequence[Tag], amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts of a sentence, sums that are named without their currency in that of the sum before."""
    found: list[Amount] = []
    for amount in amounts:
        unit = _currency(found) if _is_bare(sentence, tags, amount) else None
        found.append(replace(amount, unit=unit) if unit is not None else amount)
    return found


def _currency(earlier: Sequence[Amount]) -> str | None:
    """The currency of the last large number, if that was a sum."""
    large = next((a for a in reversed(earlier) if a.value >= LARGE or a.unit in CURRENCIES), None)
    return large.unit if large is not None and large.unit in CURRENCIES else None


def _is_bare(sentence: Sentence, tags: Sequence[Tag], amount: Amount) -> bool:
    """A large number that counts nothing: 3.1 billion of it, of which 40 million came from donors; 5 million each."""
    scaled = amount.after - amount.number > 1 or sentence.kind(amount.number) == "mixed"
    if amount.unit is not None or amount.kind or amount.value < LARGE or not scaled:
        return False
    at = amount.last
    if at < len(tags) and (tags[at] in {"noun", "rate"} or (tags[at] == "verb" and sentence.low(at).endswith("ed"))):
        return False
    if sentence.low(amount.first - 1) in OF_PEOPLE or sentence.low(amount.first - 1) == "than":
        return False
    return not (sentence.low(at) == "of" and sentence.low(at + 1) in OF_PEOPLE)
