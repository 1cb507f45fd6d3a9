"""Turtle 1.1, a block a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.rdf.line import Node, Subject
from kg.rdf.writers.ntriples import quoted
from ontology.namespaces import PREFIXES

_LOCAL = re.compile(r"[A-Za-z0-9_\u4e00-\u9fff](?:[A-Za-z0-9_\u4e00-\u9fff-]|\.(?=[A-Za-z0-9_]))*")
_TYPE = PREFIXES["rdf"] + "type"
_BARE = {
    PREFIXES["xsd"] + "integer": re.compile(r"[+-]?\d+"),
    PREFIXES["xsd"] + "decimal": re.compile(r"[+-]?\d*\.\d+"),
    PREFIXES["xsd"] + "boolean": re.compile(r"true|false"),
}
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def turtle(subjects: Iterable[Subject]) -> Iterator[str]:
    """The prefixes, then the subjects."""
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for subject in subjects:
        yield f"\n{_iri(subject.iri)}"
        for place, (predicate, nodes) in enumerate(_types_first(subject)):
            verb = "a" if predicate == _TYPE else _iri(predicate)
            yield f"{' ;' if place else ''}\n    {verb} {' , '.join(_term(node) for node in nodes)}"
        yield " .\n"


def _types_first(subject: Subject) -> list[tuple[str, list[Node]]]:
    return sorted(subject.objects.items(), key=lambda pair: pair[0] != _TYPE)


def _term(node: Node) -> str:
    if node.is_iri:
        return _iri(node.value)
    if node.lang:
        return f"{quoted(node.value)}@{node.lang}"
    if node.datatype is None:
        return quoted(node.value)
    bare = _BARE.get(node.datatype)
    if bare is not None and bare.fullmatch(node.value):
        return node.value
    return f"{quoted(node.value)}^^{_iri(node.datatype)}"


@lru_cache(maxsize=10_000)
def _iri(iri: str) -> str:
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMESPACES.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix and _LOCAL.fullmatch(iri, end) else f"<{iri}>"
