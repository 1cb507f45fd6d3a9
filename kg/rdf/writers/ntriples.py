"""N-Triples 1.1, one triple a line, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.rdf.line import Node, Subject

_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    **{ord(char): escape for char, escape in {
        "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
    }.items()},
}  # fmt: skip


def ntriples(subjects: Iterable[Subject]) -> Iterator[str]:
    """The triples of subjects as lines."""
    for subject in subjects:
        for predicate, nodes in subject.objects.items():
            for node in nodes:
                yield f"<{subject.iri}> <{predicate}> {_term(node)} .\n"


def quoted(value: str) -> str:
    """A string in quotes as N-Triples and Turtle write it."""
    return f'"{value.translate(_ESCAPES)}"'


def _term(node: Node) -> str:
    if node.is_iri:
        return f"<{node.value}>"
    if node.lang:
        return f"{quoted(node.value)}@{node.lang}"
    return quoted(node.value) + (f"^^<{node.datatype}>" if node.datatype else "")
