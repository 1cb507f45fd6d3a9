"""Where a sentence says that something depends on something else: if, subject to, should the evaluation succeed."""

from __future__ import annotations

from collections.abc import Sequence

from languages.en import lexicon
from languages.en.tokens import Sentence
from languages.en.word_classes import Tag

CONDITIONAL = lexicon.Phrases((p, True) for p in lexicon.data()["status"]["conditional"])


def conditions(sentence: Sentence, tags: Sequence[Tag]) -> tuple[int, ...]:
    """The tokens at which a condition begins, in order."""
    return tuple(at for at in range(sentence.length) if _begins(sentence, tags, at))


def _begins(sentence: Sentence, tags: Sequence[Tag], at: int) -> bool:
    lows = sentence.folded
    if lows[at] == "should" and at + 1 < len(lows) and tags[at + 1] == "det":
        return True
    hit = CONDITIONAL.at(lows, at)
    if hit is None or (at and lows[at] == "if" and lows[at - 1] in {"as", "what", "even", "see"}):
        return False
    if lows[at] not in {"provided", "pending", "assuming"} or hit[0] != at + 1:
        return True
    if (lows[at - 1] if at else ",") not in {",", "and", "("}:
        return False
    follows = sentence.low(at + 1) in {"by", "with", "to", "for", "free"}
    return not (lows[at] == "provided" and tags[at] == "verb" and follows)
