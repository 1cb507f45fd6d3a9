"""What text search looks through: lower case, and a document's text in stretches that an index takes."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Measure, Statement
from ontology.vocabulary import Vocabulary

LENGTH = 8_000  # characters of a stretch: Neo4j indexes texts of 32,766 bytes at most
OVERLAP = 800  # characters that a stretch shares with the next: more than any word that is searched has


def searched(*names: str | None) -> str:
    """Names, one a line, as a search compares them."""
    return "\n".join(name.lower() for name in names if name)


def rows(document: Document, statements: Sequence[Statement], vocabulary: Vocabulary) -> list[dict[str, object]]:
    """The Stretch nodes of a document, at least one: {document, properties: {id, words}}.

    Every word of up to OVERLAP characters in the document's title, issuer and text, and in the labels and the
    measures' names of its statements, is whole in one of them.
    """
    key = document.id
    words = searched(document.title, document.issuer, *_named(statements, vocabulary), document.text)
    starts = range(0, max(len(words) - OVERLAP, 1), LENGTH - OVERLAP)
    return [
        {"document": key, "properties": {"id": f"{key}:{number}", "words": words[start : start + LENGTH]}}
        for number, start in enumerate(starts)
    ]


def _named(statements: Sequence[Statement], vocabulary: Vocabulary) -> list[str]:
    """The labels in the evidence of statements, and the names of their measures, sorted."""
    labels = {piece.label for statement in statements for piece in statement.evidence}
    names = {name for statement in statements for name in _names(statement.measure, vocabulary)}
    return sorted(labels | names)


def _names(measure: Measure, vocabulary: Vocabulary) -> tuple[str, ...]:
    term = vocabulary.terms.get(measure.id or "")
    return (term.zh, term.en) if term else tuple(name for name in (measure.zh, measure.en) if name)
