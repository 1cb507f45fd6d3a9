"""What a text says, in the form in which words of questions and statements meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ontology.codes import Lang

_WORD = re.compile(r"[a-z0-9]+(?:['.][a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff0-9a-z.%‰+]+")
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("centre", "center"))
_BRITISH_PARTS = (("paediatric", "pediatric"), ("haemat", "hemat"), ("tumour", "tumor"), ("labour", "labor"))
_ENDINGS = ("ing", "ed")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as Chinese characters without punctuation, and as English stems between blanks."""

    zh: str
    en: str

    def says(self, form: str, lang: Lang) -> bool:
        """Whether a form, folded as `form_of` folds it, occurs."""
        return bool(form) and (form in self.zh if lang == "zh" else f" {form} " in self.en)


@lru_cache(maxsize=20_000)
def wording(text: str) -> Wording:
    """The wording of a text in either language or both."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return Wording("".join(_HAN.findall(folded.replace(",", ""))), f" {' '.join(stems(folded))} ")


@lru_cache(maxsize=100_000)
def form_of(label: str, lang: Lang) -> str:
    """A label as `Wording.says` looks for it."""
    return wording(label).zh if lang == "zh" else wording(label).en.strip()


def stems(text: str) -> list[str]:
    """The words of an English text in lower case, without endings; possessives and hyphens undone."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace(",", "")
    return [stem(word) for word in _WORD.findall(folded)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the endings that number, tense and British spelling add."""
    word = word.removesuffix("'s").removesuffix("'")
    for british, american in _BRITISH:
        if word.endswith((british, f"{british}s")) and (len(word) > len(british) + 2 or british == "centre"):
            word = word.replace(british, american)
    for british, american in _BRITISH_PARTS:
        word = word.replace(british, american)
    return _without_tense(_singular(word))


def bigrams(text: str) -> set[str]:
    """Pairs of neighbouring characters; a single character is itself."""
    return {text[i : i + 2] for i in range(len(text) - 1)} or ({text} if text else set())


def overlap(part: str, whole: str) -> float:
    """Share of the bigrams of a Chinese stretch that occur in a text."""
    pairs = bigrams(part)
    return sum(pair in whole for pair in pairs) / len(pairs) if pairs else 0.0


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _without_tense(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            base = word[: -len(ending)]
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word
