"""Number of nouns."""

from __future__ import annotations

from languages.en import lexicon

IRREGULAR_PLURALS = lexicon.words("sets", "irregular_plurals")


def plural(word: str) -> bool:
    """Whether a folded word is a plural by its form: clinics, children."""
    if word in IRREGULAR_PLURALS:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3
