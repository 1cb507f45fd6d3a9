"""kg mcp"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

from cli.options import Data, Uri, opened

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from kg.store import Store

INSTRUCTIONS = (
    "What governments promised in health reform, where, by when, and what came of it, as official documents state it. "
    "Every answer carries quotes with the document and its offsets; an empty answer means that the documents do not "
    "say. Statuses: sought (another body decides), planned, underway, achieved, conditional, withdrawn. Places are "
    "GB/T 2260 or ISO 3166 codes, or names in Chinese or English."
)
LIMIT = 20  # rows that a tool gives unless asked for more
MOST = 200
Tool = dict[str, Any]
Asked = ParamSpec("Asked")


def mcp(data: Data = None, store: Uri = None) -> None:
    """Serve agents over the Model Context Protocol, on standard input and output.

    Tools: ask, search, commitments, place, document, cypher. All only read, and answer with quotes.

    Example, in the settings of an agent:

        {"mcpServers": {"health": {"command": "kg", "args": ["mcp", "--data", "data"]}}}
    """
    with opened(data, store) as source:
        server(source).run()


def server(store: Store) -> MCPServer[Any]:
    """The MCP server over a store. Raises KgError where the SDK is not installed."""
    try:
        from mcp.server import MCPServer
        from mcp_types import ToolAnnotations
    except ImportError as error:
        from kg.errors import KgError

        raise KgError(
            "The MCP server needs a package more.", hint="pip install -e '.[agents]' in the project's folder"
        ) from error

    made: MCPServer[Any] = MCPServer("health-reform-commitments", instructions=INSTRUCTIONS, log_level="WARNING")
    for tool in Tools(store).all:
        made.add_tool(_told(tool), annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))
    return made


@dataclass(frozen=True, slots=True)
class Tools:
    """What an agent can call, over a store."""

    store: Store

    def ask(
        self,
        question: Annotated[str, "In Chinese or English"],
    ) -> Tool:
        """Answer a plain-language question (which, how many, by how much, who, when, whether) with quotes.

        `answers` is empty where the documents do not say: do not guess then.
        """
        from kg.questions import answer

        return answer(question, self.store)

    def search(
        self,
        words: Annotated[str, "Words that all occur in a quote or a measure's name"],
        place: Annotated[str | None, "Code or name; its divisions are included"] = None,
        limit: Annotated[int, "Statements at most, up to 200"] = LIMIT,
    ) -> Tool:
        """Find statements (commitments and outcomes) by words, with their quotes."""
        return _statements(self.store, "statements", {"q": words, "place": place, "limit": _bounded(limit)})

    def commitments(
        self,
        measure: Annotated[str | None, "Programme, facility, designation or indicator: id or label"] = None,
        place: Annotated[str | None, "Code or name; its divisions are included"] = None,
        level: Annotated[str | None, "national, provincial, municipal, county, township, village"] = None,
        status: Annotated[str | None, "sought, planned, underway, achieved, conditional, withdrawn"] = None,
        year: Annotated[int | None, "Year in which it is due or was observed"] = None,
        outcomes: Annotated[bool, "Give what was achieved, instead of what was promised"] = False,
        limit: Annotated[int, "Statements at most, up to 200"] = LIMIT,
    ) -> Tool:
        """List commitments (or, with `outcomes`, what was achieved) by filters, with their quotes."""
        filters = {"measure": measure, "place": place, "level": level, "status": status, "year": year}
        return _statements(self.store, "outcomes" if outcomes else "commitments", filters | {"limit": _bounded(limit)})

    def place(
        self,
        name: Annotated[str, "Code, or name in Chinese or English"],
    ) -> Tool:
        """A place: its names, what it is part of, and what it receives or was promised, with quotes."""
        from kg.answer import run
        from kg.query import parse

        found = run(parse("places", {"place": [name], "descendants": ["false"]}), self.store)
        stated = _statements(self.store, "statements", {"place": name, "descendants": "false", "limit": MOST})
        return {"places": list(found.rows), **stated}

    def document(
        self,
        id: Annotated[str, "Id of a document, as evidence gives it"],
    ) -> Tool:
        """A document: title, issuer, date, text, and the statements that it makes, with quotes."""
        from kg.errors import UnknownDocumentError

        found = self.store.document(id)
        if found is None:
            raise UnknownDocumentError(
                f"No document has the id {id!r}.", hint="Take an id from the evidence of an answer."
            )
        stated = _statements(self.store, "statements", {"document": id, "limit": MOST})
        described = {"id": id, "title": found.title, "issuer": found.issuer, "place": found.place, "date": found.date}
        return {**described, "lang": found.lang, "text": found.text, **stated}

    def cypher(
        self,
        query: Annotated[str, "A read-only Cypher query"],
        parameters: Annotated[dict[str, Any] | None, "Values of its $parameters"] = None,
        limit: Annotated[int, "Rows at most, up to 200"] = LIMIT,
    ) -> Tool:
        """Run Cypher that only reads. Nodes: Place, Programme, Indicator, Specialty, Measure, Organization, Person,
        Statement (Commitment or Outcome), Passage, Document. Edges: (Statement)-[:CONCERNS]->(measure),
        -[:APPLIES_TO]->(Place), -[:NAMES]->(Organization), -[:EVIDENCED_BY {quote, start, end}]->(Passage)-[:IN]->
        (Document), (Place)-[:PART_OF]->(Place), (City)-[:RECEIVES {status, year}]->(Programme)."""
        rows = self.store.query(query, parameters or {}, limit=_bounded(limit))
        return {"rows": rows.records(), "truncated": rows.truncated}

    @property
    def all(self) -> tuple[Callable[..., Tool], ...]:
        return self.ask, self.search, self.commitments, self.place, self.document, self.cypher


def _statements(store: Store, subject: Any, given: Mapping[str, object]) -> Tool:
    """Statements that pass the filters given, with evidence, and the query as it was read."""
    from kg.answer import run
    from kg.query import parse

    found = run(parse(subject, {name: [str(value)] for name, value in given.items() if value is not None}), store)
    return {"statements": list(found.rows), "more": found.next is not None, "reading": found.reading.text}


def _bounded(limit: int) -> int:
    return max(1, min(limit, MOST))


def _told(tool: Callable[Asked, Tool]) -> Callable[Asked, Tool]:
    """The tool with its errors in words that an agent can act on."""
    from mcp.server.mcpserver.exceptions import ToolError

    from kg.errors import KgError

    @functools.wraps(tool)
    def told(*given: Asked.args, **named: Asked.kwargs) -> Tool:
        try:
            return tool(*given, **named)
        except KgError as error:
            raise ToolError(str(error)) from error

    return told
