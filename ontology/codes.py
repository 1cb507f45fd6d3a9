"""The closed lists of the ontology as types: the values that a statement's fields may take.

The source is `ontology/schema` (LinkML enums); a test holds the two together.
"""

from __future__ import annotations

from typing import Literal, get_args

StatementType = Literal["Commitment", "Outcome"]
Status = Literal["sought", "planned", "underway", "achieved", "conditional", "withdrawn"]
Level = Literal["national", "provincial", "municipal", "county", "township", "village"]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range", "all"]
Change = Literal["level", "increase", "decrease"]
Lang = Literal["zh", "en"]

# A unit is one of these or an ISO 4217 currency code (CNY, USD, INR ...), so it stays a string.
UNITS = (
    "count",
    "percent",
    "percentage_point",
    "permille",
    "per_100k",
    "per_10k",
    "per_1000",
    "years",
    "times",
)

STATUSES: tuple[Status, ...] = get_args(Status)
LEVELS: tuple[Level, ...] = get_args(Level)
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)
CHANGES: tuple[Change, ...] = get_args(Change)


def statement_type(status: Status) -> StatementType:
    """An achieved thing is an outcome; all else is a commitment."""
    return "Outcome" if status == "achieved" else "Commitment"
