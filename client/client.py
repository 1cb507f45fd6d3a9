"""The client: one method a resource, filters as keyword arguments, answers as the wire models of `api.responses`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast
from urllib.parse import quote

import httpx
from pydantic import BaseModel

from api import responses as wire
from client.answers import Answers, Counts, Row
from client.errors import UnreachableError, refused
from client.filters import Filters, Listed, Pairs, pairs
from ontology.codes import Lang

if TYPE_CHECKING:
    import networkx as nx

Model = TypeVar("Model", bound=BaseModel)
_ADDRESS = "Start a server with `kg serve`, or write its address as http://127.0.0.1:8000."
PAGE = 200  # answers that are read at a time, unless `limit` says otherwise


class Client:
    """Asks the API at an address (`http://127.0.0.1:8000`); `key` is for writing, `timeout` in seconds.

    Use it in a `with`, or close it; threads may share it. Every method raises what the server refuses as the error
    that it raised (`kg.errors`, `api.errors`: UnknownNameError with suggestions, RateLimitedError with `wait`),
    UnreachableError where no server answers, UnexpectedReplyError where another one does.
    """

    def __init__(self, address: str, *, key: str | None = None, timeout: float = 30.0) -> None:
        headers = {"User-Agent": f"health-commitments-kg/{version('health-commitments-kg')}"}
        headers |= {"X-API-Key": key} if key else {}
        try:
            self._http = httpx.Client(base_url=address, headers=headers, timeout=timeout)
        except httpx.InvalidURL as error:
            raise UnreachableError(f"{address!r} is no address: {error}.", hint=_ADDRESS) from error

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def commitments(self, **asked: Unpack[Listed]) -> Answers[wire.Statement]:
        """What is to be done or reached."""
        return self._list("commitments", wire.Statement, asked)

    def outcomes(self, **asked: Unpack[Listed]) -> Answers[wire.Statement]:
        """What is reported as done, reached or observed."""
        return self._list("outcomes", wire.Statement, asked)

    def statements(self, **asked: Unpack[Listed]) -> Answers[wire.Statement]:
        """Commitments and outcomes together."""
        return self._list("statements", wire.Statement, asked)

    def places(self, **asked: Unpack[Listed]) -> Answers[wire.Place]:
        return self._list("places", wire.Place, asked)

    def provinces(self, **asked: Unpack[Listed]) -> Answers[wire.Place]:
        return self._list("provinces", wire.Place, asked)

    def cities(self, **asked: Unpack[Listed]) -> Answers[wire.Place]:
        """Prefectures, prefecture-level cities and municipalities; with `receives`, those promised a programme."""
        return self._list("cities", wire.Place, asked)

    def counties(self, **asked: Unpack[Listed]) -> Answers[wire.Place]:
        return self._list("counties", wire.Place, asked)

    def hospitals(self, **asked: Unpack[Listed]) -> Answers[wire.Named]:
        return self._list("hospitals", wire.Named, asked)

    def organizations(self, **asked: Unpack[Listed]) -> Answers[wire.Named]:
        return self._list("organizations", wire.Named, asked)

    def programmes(self, **asked: Unpack[Listed]) -> Answers[wire.Named]:
        return self._list("programmes", wire.Named, asked)

    def indicators(self, **asked: Unpack[Listed]) -> Answers[wire.Named]:
        return self._list("indicators", wire.Named, asked)

    def specialties(self, **asked: Unpack[Listed]) -> Answers[wire.Named]:
        return self._list("specialties", wire.Named, asked)

    def documents(self, **asked: Unpack[Listed]) -> Answers[wire.Document]:
        return self._list("documents", wire.Document, asked)

    def evidence(self, **asked: Unpack[Listed]) -> Answers[wire.Evidence]:
        return self._list("evidence", wire.Evidence, asked)

    def counts(self, subject: str, by: str, **filters: Unpack[Filters]) -> Counts:
        """How many of a subject (`statements`, `cities` …) there are by a field: `counts("statements", "status")`."""
        found = self._get(f"/v1/{_part(subject)}", [*pairs(filters), ("group_by", by), ("limit", "1000")])
        groups = tuple(wire.Group.model_validate(each, extra="ignore") for each in found["groups"])
        return Counts(groups, wire.Meta.model_validate(found["meta"], extra="ignore"))

    def statement(self, id: str) -> wire.Statement:
        return self._one("statements", id, wire.Statement)

    def place(self, code: str) -> wire.PlacePage:
        """One place, by code or name: its divisions, and what is said about it."""
        return self._one("places", code, wire.PlacePage)

    def programme(self, id: str) -> wire.TermPage:
        """One programme, by slug or label, with how often it is promised and reported."""
        return self._one("programmes", id, wire.TermPage)

    def indicator(self, id: str) -> wire.TermPage:
        return self._one("indicators", id, wire.TermPage)

    def specialty(self, id: str) -> wire.TermPage:
        return self._one("specialties", id, wire.TermPage)

    def organization(self, id: str) -> wire.OrganizationPage:
        """One body, by id; a hospital of the register by name too."""
        return self._one("organizations", id, wire.OrganizationPage)

    def document(self, id: str) -> wire.DocumentPage:
        """One document: its passages, the evidence in them, the statements that it makes."""
        return self._one("documents", id, wire.DocumentPage)

    def series(self, indicator: str, *, place: str | None = None) -> wire.Series:
        """The values of an indicator over time."""
        path = f"/v1/indicators/{_part(indicator)}/series"
        return _read(wire.Series, self._get(path, [] if place is None else [("place", place)]))

    def ledger(self, **filters: Unpack[Filters]) -> list[wire.Thread]:
        """What was said of one measure for one set of places, thread by thread, in the order in which it was said."""
        return _read(wire.Ledger, self._get("/v1/ledger", pairs(filters))).threads

    def network(self, **filters: Unpack[Filters]) -> nx.MultiDiGraph[str]:
        """The graph around the statements that the filters find, for NetworkX."""
        import networkx as nx

        found = self._get("/v1/network", [*pairs(filters), ("format", "json")])
        return cast("nx.MultiDiGraph[str]", nx.node_link_graph(found, edges="links"))

    def ask(self, question: str, *, lang: Lang | None = None) -> wire.Asked:
        """Answer a question in plain language; `answers` is [] where the documents do not say."""
        asked = [("q", question), *([("lang", lang)] if lang else [])]
        return _read(wire.Asked, self._get("/v1/ask", asked))

    def cypher(
        self, query: str, parameters: Mapping[str, Any] | None = None, *, limit: int | None = None
    ) -> wire.Table:
        """Run Cypher that only reads; at most `limit` rows."""
        asked = {"query": query, "parameters": dict(parameters or {}), "limit": limit}
        return _read(wire.Table, self._call("POST", "/v1/cypher", json=asked))

    def send(self, document: str | Path, *, url: str | None = None, dry_run: bool = False) -> wire.Found:
        """Send a document, a text or a file; gives the statements found in it. `dry_run` keeps nothing.

        `url` is where a text was found. It replaces what the same text said before. Needs a key.
        """
        asked = pairs({"dry_run": dry_run})
        if isinstance(document, Path):
            file = {"file": (document.name, document.read_bytes())}
            return _read(wire.Found, self._call("POST", "/v1/documents", params=asked, files=file))
        body = {"text": document} | ({"url": url} if url else {})
        return _read(wire.Found, self._call("POST", "/v1/documents", params=asked, json=body))

    def delete(self, document: str) -> None:
        """Delete a document, by id, and what only it states. Needs a key."""
        self._call("DELETE", f"/v1/documents/{_part(document)}")

    def _list(self, subject: str, row: type[Row], asked: Listed) -> Answers[Row]:
        given = pairs({"limit": PAGE, **asked})
        return Answers(lambda parameters: self._get(f"/v1/{subject}", parameters), row, given)

    def _one(self, subject: str, id: str, model: type[Model]) -> Model:
        return _read(model, self._get(f"/v1/{subject}/{_part(id)}", []))

    def _get(self, path: str, parameters: Pairs) -> Any:
        return self._call("GET", path, params=parameters)

    def _call(self, method: str, path: str, **sent: Any) -> Any:
        try:
            reply = self._http.request(method, path, headers={"Accept": "application/json"}, **sent)
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise UnreachableError(f"No server answers at {self._http.base_url}: {error}.", hint=_ADDRESS) from error
        if not reply.is_success or not _is_json(reply):
            raise refused(reply)
        return reply.json()


def _read(model: type[Model], found: Any) -> Model:
    return model.model_validate(found, extra="ignore")


def _part(text: str) -> str:
    """A part of a path."""
    return quote(text, safe="")


def _is_json(reply: httpx.Response) -> bool:
    return bool(reply.headers.get("content-type", "").partition(";")[0] == "application/json")
