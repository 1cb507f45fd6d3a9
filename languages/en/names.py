"""Organizations by their names, known or not: hospitals, commissions, ministries, universities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from languages.en import lexicon
from languages.en.terms import Found
from languages.en.tokens import Sentence
from languages.mention import OrganizationMention

HEADS = lexicon.words("organization_heads")
HOSPITAL_HEADS = lexicon.words("hospital_heads")
LINKS = frozenset({"of", "for", "the", "and", "'s", "&", "'"})


@dataclass(frozen=True, slots=True)
class Name:
    """An organization over tokens [first, last); `places` are the labels inside its name."""

    first: int
    last: int
    hospital: bool
    places: tuple[Found, ...] = ()


def organizations(sentence: Sentence, names: Sequence[Found]) -> list[Name]:
    """All organization names of a sentence, ordered, none overlapping another."""
    found: list[Name] = []
    index = 0
    while index < len(sentence):
        if not _capital(sentence, index) or (index and sentence.low(index - 1) in {"'s"} and False):
            index += 1
            continue
        last = _run(sentence, index)
        head = _head(sentence, index, last)
        if head is not None:
            first = index
            end = _with_place(sentence, head + 1, last)
            inside = tuple(name for name in names if first <= name.first and name.last <= end)
            hospital = any(sentence.low(i) in HOSPITAL_HEADS for i in range(first, end))
            if end - first > 1:
                found.append(Name(first, end, hospital, inside))
            last = max(end, first + 1)
        index = max(last, index + 1)
    return found


def mention(sentence: Sentence, name: Name, code: str | None) -> OrganizationMention:
    """The mention of an organization."""
    text = sentence.phrase(name.first, name.last)
    return OrganizationMention(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end, text, code)


def _capital(sentence: Sentence, index: int) -> bool:
    if sentence.kind(index) not in {"word", "mixed"}:
        return False
    return sentence.tokens[index].text[0].isupper()


def _run(sentence: Sentence, index: int) -> int:
    """The end of capitalized words, with links between them: Xinyang Central Hospital, Ministry of Health."""
    at = index + 1
    while at < len(sentence) and at - index < 24:
        if _capital(sentence, at) or sentence.low(at) == "'s":
            at += 1
            continue
        ahead = at
        while sentence.low(ahead) in LINKS and ahead - at < 2:
            ahead += 1
        if ahead > at and _capital(sentence, ahead) and not (sentence.low(at) == "and" and _ended(sentence, at)):
            at = ahead
            continue
        break
    return at


def _ended(sentence: Sentence, index: int) -> bool:
    """Whether a name is complete before `and`: Gushi County People's Hospital and ..."""
    return sentence.low(index - 1) in HEADS or sentence.low(index - 1) in {
        "county",
        "city",
        "province",
        "district",
        "prefecture",
    }


def _head(sentence: Sentence, first: int, last: int) -> int | None:
    """The first head noun of an organization in a run of capitals."""
    for at in range(first, last):
        if sentence.low(at) in HEADS and (at > first or sentence.low(at + 1) in {"of", "for"}):
            if sentence.low(at) in {"health", "county"}:
                continue
            return at
    return None


def _with_place(sentence: Sentence, at: int, last: int) -> int:
    """A head takes what `of` or `for` binds to it: People's Hospital of Y Region, Commission for Z."""
    while at < last and sentence.low(at) in {"of", "for", "'s"}:
        at += 1
        while at < last and (
            sentence.low(at) not in {"and", "of", "for"}
            or (sentence.low(at) == "and" and sentence.low(at - 1) not in HEADS)
        ):
            at += 1
        if at < last and sentence.low(at) == "and":
            break
    while at < last and sentence.low(at) in HEADS:
        at += 1
    return at
