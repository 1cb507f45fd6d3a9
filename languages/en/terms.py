"""Labels of the vocabulary in a sentence, whatever their number, hyphens and spelling: one walk down a trie of lemmas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from languages.en import lexicon
from languages.en.tokens import Sentence, Token
from languages.mention import TermMention
from ontology.codes import Level
from ontology.vocabulary import vocabulary

TIERS = lexicon.words("sets", "tiers")
SUFFIXES = frozenset({"county", "district", "city", "prefecture", "province", "banner"})
TURNED = frozenset(
    {"reform", "construction", "coverage", "program", "rate", "incidence", "prevalence"}
)  # X reform: reform of X
SET_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
PLACE_KINDS = frozenset({"place", "group", "hospital"})
ALIASES = {
    "centre": "center", "centres": "center", "programme": "program", "paediatric": "pediatric", "subcenter": "sub center",
    "healthcare": "health care", "grass": "grass", "telehealth": "telehealth", "organisation": "organization", "hiv": "hiv",
    "labour": "labor", "specialised": "specialized", "speciality": "specialty", "mother": "maternal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A label over tokens [first, last) and all that it may stand for: (kind, id) pairs."""

    first: int
    last: int
    candidates: tuple[tuple[str, str], ...]


Trie = dict[str, Any]
END = ""


def lemma(word: str) -> str:
    """One form for singular and plural."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return ALIASES.get(word, word)


@lru_cache(maxsize=16384)
def lemmas(low: str) -> tuple[str, ...]:
    """The lemmas of one token: hyphens divide, and a tier's `level` goes."""
    parts = [piece for part in low.split("-") for piece in lemma(part).split()]
    if len(parts) > 1 and parts[-1] == "level" and parts[-2] in TIERS:
        parts.pop()
    return tuple(parts)


@cache
def _tries() -> tuple[Trie, Trie]:
    """Terms, and names (places, groups, hospitals)."""
    terms: Trie = {}
    names: Trie = {}
    for label, kind, id in vocabulary().labels("en"):
        keys = [key for token in Sentence(label).tokens for key in _keys(token)]
        keys = _without_level(keys)
        if not keys or (len(keys) == 1 and len(keys[0]) < 2):
            continue
        node = names if kind in PLACE_KINDS else terms
        for key in keys:
            node = node.setdefault(key, {})
        entries = node.setdefault(END, [])
        if (kind, id) not in entries:
            entries.append((kind, id))
        if kind not in PLACE_KINDS and len(keys) > 2 and keys[-1] in TURNED and "of" not in keys:
            _add(terms, [keys[-1], "of", *keys[:-1]], (kind, id))
        if kind == "place" and len(keys) > 1 and keys[-1] in SUFFIXES:
            _add(names, keys[:-1], ("stem", id))
    return terms, names


def _add(trie: Trie, keys: list[str], candidate: tuple[str, str]) -> None:
    node = trie
    for key in keys:
        node = node.setdefault(key, {})
    entries = node.setdefault(END, [])
    if candidate not in entries:
        entries.append(candidate)


def _keys(token: Token) -> tuple[str, ...]:
    if token.kind == "sign":
        return () if token.low in {"'s", "(", ")", "“", "”", '"', "‘", "’", "'", "."} else (token.low,)
    return lemmas(token.low)


def _without_level(keys: list[str]) -> list[str]:
    return [key for i, key in enumerate(keys) if not (key == "level" and i and keys[i - 1] in TIERS)]


def terms(sentence: Sentence) -> list[Found]:
    """Every label of a term, leftmost and longest, none overlapping another."""
    return _walk(sentence, _tries()[0], capital=False)


def names(sentence: Sentence) -> list[Found]:
    """Every label of a place, group or hospital that is written as a name."""
    return _walk(sentence, _tries()[1], capital=True)


def _walk(sentence: Sentence, trie: Trie, *, capital: bool) -> list[Found]:
    found: list[Found] = []
    index = 0
    while index < len(sentence):
        token = sentence.tokens[index]
        known = capital and (_is_known_set(sentence, index) or _is_direction(sentence, index))
        if token.kind == "sign" or (capital and not token.text[0].isupper() and not known):
            index += 1
            continue
        hit = _longest(sentence, index, trie)
        if hit is not None and known and _is_direction(sentence, index) and not _is_group(hit):
            hit = None
        if hit is None or (capital and not known and not _capital(sentence, index, hit.last)):
            index += 1
            continue
        found.append(hit)
        index = hit.last
    return found


def _is_known_set(sentence: Sentence, index: int) -> bool:
    """the | three prefectures: a set of places that the reader knows by their number, without a capital."""
    return sentence.low(index) in SET_NUMBERS and sentence.low(index - 1) in {"the", "all", "these"}


def _is_direction(sentence: Sentence, index: int) -> bool:
    """northern Anhui: a region whose first word has no capital."""
    return (
        sentence.low(index).endswith(("ern", "central"))
        and index + 1 < len(sentence)
        and (sentence.tokens[index + 1].text[0].isupper())
    )


def _is_group(found: Found) -> bool:
    return any(kind == "group" for kind, _ in found.candidates)


def _capital(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name ends with a capital, digits, what an apostrophe joins to its start (Xi'an), or as divisions do."""
    head = sentence.tokens[last - 1].text[0]
    if (
        lemma(sentence.low(last - 1)) in SUFFIXES | {"region", "league"}
        and sentence.tokens[last - 2].text[:1].isupper()
    ):
        return True  # Gushi county
    if sentence.lows(last - 2, last) == ("autonomous", "region"):
        return True  # the Ningxia Hui autonomous region
    return head.isupper() or not head.isalpha() or sentence.joined(last - 1)


def _longest(sentence: Sentence, index: int, trie: Trie) -> Found | None:
    node, best, at = trie, None, index
    last_key = ""
    while at < len(sentence) and at < index + 14:
        token = sentence.tokens[at]
        keys = _keys(token)
        if not keys and not (at > index and token.low in {"'s", "'", "’", "“", "”", '"'}):
            break
        for key in keys:
            if key not in node and ((key == "level" and last_key in TIERS) or (key == "the" and at > index)):
                continue
            node = node.get(key)  # type: ignore[assignment]
            if node is None:
                return best
            last_key = key
        at += 1
        if keys and END in node:
            best = Found(index, at, tuple(node[END]))
    return best


def term_of(words: str) -> tuple[str, str] | None:
    """(kind, id) of the term that a whole phrase names, or None."""
    sentence = Sentence(words)
    hit = _longest(sentence, 0, _tries()[0]) if len(sentence) else None
    return hit.candidates[0] if hit is not None and hit.last == len(sentence) else None


def mention(sentence: Sentence, found: Found, level: Level | None) -> TermMention:
    kind, id = found.candidates[0]
    return TermMention(sentence.tokens[found.first].start, sentence.tokens[found.last - 1].end, id, kind, level)
