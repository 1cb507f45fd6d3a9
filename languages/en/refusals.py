"""What is turned down or done away with: proposals that are rejected, fees that are cancelled."""

from __future__ import annotations

from languages.en.clauses import Clause
from languages.en.parse import Parse
from languages.en.verb_groups import VerbGroup

FEES = frozenset(
    "fee fees charge charges prepayment prepayments deposit deposits markup markups mark-up mark-ups restriction restrictions".split()
)
REFUSALS = frozenset("reject rejected refuse refused deny denied veto vetoed turn decline block blocked".split())
CONSENTS = frozenset({"approve", "grant", "accept", "pass", "adopt"})
ASKED = frozenset({"application", "applications", "request", "requests", "bid", "bids", "bill"})
PROMISES = frozenset({"plan", "plans", "target", "targets", "goal", "proposal", "proposals", "ambition", "quota"})


def is_fee(parse: Parse, clause: Clause, main: VerbGroup) -> bool:
    """All hospitals have cancelled deposits: a fee that is done away with is a thing done."""
    words = (
        parse.sentence.lows(clause.first, main.first)
        if main.passive
        else parse.sentence.lows(main.last, min(main.last + 6, clause.last))
    )
    return any(word in FEES for word in words)


def is_refused(parse: Parse, clause: Clause, main: VerbGroup) -> bool:
    """The proposal to set up two units was rejected, or was not approved: nothing comes of it."""
    if not main.passive or not (main.lemma in REFUSALS or (main.negated and main.lemma in CONSENTS)):
        return False
    return any(
        word in PROMISES | ASKED for word in parse.sentence.lows(clause.first, min(clause.first + 4, main.first))
    )
