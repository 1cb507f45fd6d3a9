"""RDF/XML 1.1, a description a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from kg.rdf.line import Node, Subject
from ontology.namespaces import PREFIXES

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML 1.0, even as a reference

_LOCAL = re.compile(r"[A-Za-z_][\w.-]*$")
_PREFIXES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def rdfxml(subjects: Iterable[Subject]) -> Iterator[str]:
    """The whole document. Control characters that XML cannot hold become U+FFFD.

    Raises ValueError for a predicate that has no qualified name.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in sorted(PREFIXES.items()):
        yield f"\n    xmlns:{prefix}={quoteattr(namespace)}"
    yield ">\n"
    for subject in subjects:
        yield f"  <rdf:Description rdf:about={quoteattr(subject.iri)}>\n"
        for predicate, nodes in subject.objects.items():
            for node in nodes:
                yield f"    {_property(_name(predicate), node)}\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(name: str, node: Node) -> str:
    qualified = name.split(" ", 1)[0]
    if node.is_iri:
        return f"<{name} rdf:resource={quoteattr(node.value)}/>"
    kind = f" xml:lang={quoteattr(node.lang)}" if node.lang else ""
    if node.datatype:
        kind = f" rdf:datatype={quoteattr(node.datatype)}"
    value = escape(_FORBIDDEN.sub("\ufffd", node.value), {"\r": "&#13;"})
    return f"<{name}{kind}>{value}</{qualified}>"


@lru_cache(maxsize=1000)
def _name(predicate: str) -> str:
    """The qualified name of a predicate, with its namespace where that has no prefix of ours."""
    match = _LOCAL.search(predicate)
    if match is None:
        raise ValueError(f"the predicate <{predicate}> has no qualified name, so RDF/XML cannot hold it")
    namespace, local = predicate[: match.start()], match.group()
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else f"other:{local} xmlns:other={quoteattr(namespace)}"
