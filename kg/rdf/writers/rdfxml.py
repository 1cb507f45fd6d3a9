"""RDF/XML 1.1, a description a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from kg.rdf.line import Node, Subject
from ontology.namespaces import PREFIXES

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML 1.0, even as a reference


def rdfxml(subjects: Iterable[Subject]) -> Iterator[str]:
    """The whole document. Control characters that XML cannot hold become U+FFFD."""
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
    if node.is_iri:
        return f"<{name} rdf:resource={quoteattr(node.value)}/>"
    kind = f" xml:lang={quoteattr(node.lang)}" if node.lang else ""
    if node.datatype:
        kind = f" rdf:datatype={quoteattr(node.datatype)}"
    value = escape(_FORBIDDEN.sub("\ufffd", node.value), {"\r": "&#13;"})
    return f"<{name}{kind}>{value}</{name}>"


@lru_cache(maxsize=1000)
def _name(predicate: str) -> str:
    """The qualified name of a predicate. Raises ValueError for one outside the namespaces of the ontology."""
    end = max(predicate.rfind("#"), predicate.rfind("/")) + 1
    for prefix, namespace in PREFIXES.items():
        if namespace == predicate[:end]:
            return f"{prefix}:{predicate[end:]}"
    raise ValueError(f"no prefix for the predicate <{predicate}>")
