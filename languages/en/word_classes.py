"""The parts that tokens play, and the closed classes of words."""

from __future__ import annotations

from typing import Literal

from languages.en import lexicon

Tag = Literal[
    "noun",
    "verb",
    "aux",
    "modal",
    "to",
    "prep",
    "conj",
    "sub",
    "rel",
    "det",
    "pron",
    "adv",
    "amount",
    "date",
    "rate",
    "sign",
]

AUXILIARIES = lexicon.words("auxiliaries")
BE = frozenset("be is are was were been being am isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having haven't hasn't".split())
MODALS = {word: kind for kind, words in lexicon.table("modals").items() for word in words}
PREPOSITIONS = lexicon.words("prepositions")
CONJUNCTIONS = lexicon.words("conjunctions")
SUBORDINATORS = lexicon.words("subordinators")
RELATIVES = lexicon.words("relatives")
DETERMINERS = lexicon.words("determiners")
PRONOUNS = lexicon.words("pronouns")
ADVERBS = lexicon.words("adverbs")
NOUN_VERBS = lexicon.words("noun_verbs")
NEVER_BARE = lexicon.words("never_bare")
ACTIVE_PAST = lexicon.words("sets", "active_past")
ADJECTIVAL = lexicon.words("sets", "adjectival")
LINKING_GERUNDS = lexicon.words("sets", "linking_gerunds")
AFTER_GERUND_NOUNS = lexicon.words("sets", "after_gerund_nouns")
STANDING = frozenset({"stand", "lie", "sit", "remain", "operate"})
SHARERS = frozenset({"cover", "share", "use", "need", "cost", "total", "average", "run", "serve", "house"})
MOVES_TO = frozenset({"by", "to", "from", "below", "under", "above", "over"})
REACHING = frozenset({"reaches", "exceeds", "remains", "stands"})
AIMING = lexicon.words("sets", "aiming")
