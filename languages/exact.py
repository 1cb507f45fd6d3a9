"""Decimal numbers times powers of ten, without the error of binary fractions: 8.2 billion is 8200000000."""

from __future__ import annotations

from decimal import Decimal


def scaled(value: float, factor: int) -> float:
    """A number as it was written times a whole factor, rounded once.

    >>> scaled(8.2, 1_000_000_000)
    8200000000.0
    """
    return float(Decimal(repr(value)) * factor)
