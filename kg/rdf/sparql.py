"""SPARQL 1.1 queries over the graph, read-only, with limits of time, rows and memory."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kg.errors import ParameterError, QuerySyntaxError
from kg.rdf.disk import Disk
from kg.rdf.guard import Form, check
from kg.rdf.media import negotiate
from kg.rdf.pool import Pool
from kg.rdf.project import document_node
from kg.rdf.source import Source
from kg.rdf.vocabulary import GRAPH
from ontology.namespaces import PREFIXES
from ontology.vocabulary import Vocabulary, vocabulary

MEMORY = 1024**3  # bytes of address space of a query process
WORKERS = 4
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SparqlResult:
    """An answer in the bytes (UTF-8) of its media type; `truncated` tells that there was more than the limit."""

    kind: Form
    media_type: str
    body: bytes
    rows: int
    truncated: bool = False

    @property
    def text(self) -> str:
        return self.body.decode()


class RdfStore:
    """The RDF of a graph store, kept up to date by itself. Threads may share one; close it, or use it in a `with`."""

    def __init__(self, source: Source, folder: Path | None, *, terms: Vocabulary | None = None) -> None:
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="kg-rdf-")
        path = folder or Path(self._temporary.name if self._temporary else "")
        self._source = source
        self._disk = Disk(path, source, terms or vocabulary())
        self._pool = Pool(size=WORKERS, memory=MEMORY)

    def __enter__(self) -> RdfStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def sync(self) -> Path:
        """Catch up with the graph; gives the folder of the snapshot that holds it. Queries do so by themselves.

        Raises StoreFolderError, StoreLockedError, and what the graph store raises.
        """
        return self._disk.snapshot()

    def query(
        self,
        text: str,
        *,
        accept: str | None = None,
        timeout: float = 10.0,
        limit: int = 10_000,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> SparqlResult:
        """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE.

        The prefixes of `ontology.namespaces` need not be declared. The default graph is the union of all; the named
        graphs are the documents and the vocabulary. `accept` is an Accept header or the name of a format; `timeout`
        in seconds; `limit` in rows or triples; `default_graphs` and `named_graphs` are IRIs, as the SPARQL 1.1
        Protocol has them. Raises QuerySyntaxError, ReadOnlyError, QueryTimeoutError, QueryMemoryError,
        MediaTypeError, ParameterError for a graph that is not there.
        """
        checked = check(text)
        media_type, format = negotiate(checked.form, accept)
        self._check_graphs((*checked.graphs, *default_graphs, *named_graphs))
        request = {
            "query": text,
            "format": format,
            "limit": limit,
            "prefixes": dict(PREFIXES),
            "default_graphs": list(default_graphs),
            "named_graphs": list(named_graphs),
        }
        try:
            answer = self._pool.answer(self.sync, request, timeout)
        except QuerySyntaxError as error:
            raise _syntax_error(text, error.message) from error
        return SparqlResult(checked.form, media_type, answer.body, answer.rows, answer.truncated)

    def close(self) -> None:
        """End the query processes; what is on disk stays, unless the folder was a temporary one."""
        self._pool.close()
        if self._temporary:
            self._temporary.cleanup()

    def _check_graphs(self, names: Sequence[str]) -> None:
        if not names:
            return
        known = {GRAPH.value, *(document_node(document_id).value for document_id in self._source.revisions())}
        for name in names:
            if name not in known:
                raise ParameterError(
                    "graph", name, f"No graph <{name}> here, and none is fetched.",
                    hint=f"Graphs are the URIs of documents, and <{GRAPH.value}>.",
                )  # fmt: skip


def open_rdf(source: Source, folder: Path | None = None, *, terms: Vocabulary | None = None) -> RdfStore:
    """The RDF of a graph store, on disk in `folder` (made if need be); in a temporary folder where that is None."""
    return RdfStore(source, folder, terms=terms)


def _syntax_error(text: str, message: str) -> QuerySyntaxError:
    """The parser's complaint with its place in the query, and the line as it stands there."""
    match = _PLACE.match(message)
    if match is None:
        return QuerySyntaxError(f"The query is not SPARQL: {message}.")
    row, column, expected = int(match[1]), int(match[2]), match[3]
    lines = text.splitlines() or [""]
    line = lines[min(row, len(lines)) - 1]
    if "Prefix not found" in expected:
        hint = f"A prefix is not declared. Known without declaration: {', '.join(sorted(PREFIXES))}."
    else:
        hint = f"Near: {line[max(0, column - 30) : column - 1]}⟨here⟩{line[column - 1 : column + 20]}"
    return QuerySyntaxError(f"SPARQL syntax error at line {row}, column {column}.", hint=hint)
