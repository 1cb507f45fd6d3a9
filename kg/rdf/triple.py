"""Triples and their parts, made from plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from ontology.codes import Lang
from ontology.namespaces import curie

Term = NamedNode | Literal
Values = Mapping[str, Term | Iterable[Term | None] | None]

HAN = re.compile(r"[\u3400-\u9fff]")
_PERIODS = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def about(subject: NamedNode, values: Values) -> Iterator[Triple]:
    """The triples of a subject: `{"hc:value": decimal(5), "rdf:type": [...]}`; None is nothing said."""
    for name, value in values.items():
        predicate = iri(name)
        for term in (value,) if isinstance(value, NamedNode | Literal) else value or ():
            if term is not None:
                yield Triple(subject, predicate, term)


@lru_cache(maxsize=1000)
def iri(name: str) -> NamedNode:
    """The IRI of a prefixed name."""
    return NamedNode(curie(name))


def text(value: str | None) -> Literal | None:
    return Literal(value) if value else None


def named(value: str | None, lang: Lang | None = None) -> Literal | None:
    """A text tagged with its language; without one, Chinese if it holds a Han character."""
    return Literal(value, language=lang or ("zh" if HAN.search(value) else "en")) if value else None


def decimal(value: float | None) -> Literal | None:
    """An xsd:decimal of the twelve digits that identity rests on."""
    if value is None:
        return None
    digits = format(Decimal(format(float(value), ".12g")), "f")
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=iri("xsd:decimal"))


def integer(value: int | None) -> Literal | None:
    return None if value is None else Literal(str(value), datatype=iri("xsd:integer"))


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=iri("xsd:boolean"))


def period(value: str | None) -> Literal | None:
    """An ISO 8601 date as exact as stated: xsd:gYear, xsd:gYearMonth or xsd:date."""
    return Literal(value, datatype=iri(_PERIODS[len(value)])) if value and len(value) in _PERIODS else None
