"""The SPARQL 1.1 Protocol: queries by GET, by form, and as they are; no updates."""

from __future__ import annotations

from typing import Any, cast

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from api.errors import BodyError, MediaTypeError
from api.limits import reading
from api.pages import render
from api.reply import settings_of
from kg.errors import ParameterError
from kg.query.parameters import unknown_parameter
from kg.query.value import choice
from kg.rdf.media import GRAPHS, RESULTS
from kg.rdf.sparql import RdfStore

router = APIRouter(tags=["questions"], dependencies=[Depends(reading)])
_PARAMETERS = ("query", "default-graph-uri", "named-graph-uri", "format")
_LONGEST = 100_000  # bytes of a query
_EXAMPLE = "SELECT ?city WHERE { ?city hc:receives programme:national-regional-medical-center }"
_GRAPHS: dict[str, Any] = {"schema": {"type": "array", "items": {"type": "string"}}}
_FORMATS = (*RESULTS.values(), *GRAPHS.values())
_ASKED = {
    "parameters": [
        {"name": "query", "in": "query", "schema": {"type": "string"}, "example": _EXAMPLE},
        {"name": "default-graph-uri", "in": "query", **_GRAPHS},
        {"name": "named-graph-uri", "in": "query", **_GRAPHS},
        {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(_FORMATS)}},
    ]
}
_SENT = {
    "parameters": _ASKED["parameters"][1:],
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "additionalProperties": False,
                    "properties": {"query": {"type": "string"}},
                },
                "example": {"query": _EXAMPLE},
            },
        },
    },
}
_CONTENT: dict[int | str, dict[str, Any]] = {200: {"content": {each: {} for each in (*RESULTS, *GRAPHS, "text/html")}}}
_DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

[] a sd:Service ;
    sd:endpoint <{endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat {formats} .
"""

Pairs = list[tuple[str, str]]


@router.get("/sparql", response_class=Response, responses=_CONTENT, openapi_extra=_ASKED)
def sparql(request: Request) -> Response:
    """Answer a query; without one, a form for people and a service description for programs."""
    pairs = request.query_params.multi_items()
    if any(name == "query" for name, _ in pairs):
        return _answer(request, pairs)
    _checked(pairs)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(render("sparql.html", other="/sparql", example=_EXAMPLE))
    formats = ", ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in _W3C)
    text = _DESCRIPTION.format(endpoint=request.url.replace(query=""), formats=formats)
    return Response(text, media_type="text/turtle; charset=utf-8")


@router.post("/sparql", response_class=Response, responses=_CONTENT, openapi_extra=_SENT)
async def send_sparql(request: Request) -> Response:
    """Answer a query sent as a form; or as it is, as `application/sparql-query`."""
    pairs = request.query_params.multi_items()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/sparql-query":
        pairs.append(("query", _decoded(await _body(request))))
    elif kind == "application/x-www-form-urlencoded":
        async with request.form(max_fields=50, max_files=0) as form:
            pairs += [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    else:
        raise MediaTypeError(
            f"Queries do not come as {kind!r}.",
            hint="Send application/sparql-query, or a form with `query`. Updates are not taken.",
        )
    return await run_in_threadpool(_answer, request, pairs)


_W3C = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples")


def _answer(request: Request, pairs: Pairs) -> Response:
    _checked(pairs)
    given = {name: [value for other, value in pairs if other == name] for name in _PARAMETERS}
    if len(given["query"]) != 1:
        raise ParameterError("query", given["query"], "Send one query.", hint=f"For example: {_EXAMPLE}")
    settings = settings_of(request)
    result = cast(RdfStore, request.app.state.rdf()).query(
        given["query"][0],
        accept=next(iter(given["format"]), None) or request.headers.get("accept"),
        timeout=settings.query_timeout,
        limit=settings.query_rows,
        default_graphs=given["default-graph-uri"],
        named_graphs=given["named-graph-uri"],
    )
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    if result.truncated:
        headers["X-Truncated"] = f"{result.rows}"
    return Response(result.body, headers=headers, media_type=result.media_type)


def _checked(pairs: Pairs) -> None:
    for name, value in pairs:
        if name not in _PARAMETERS:
            raise unknown_parameter(name, value, _PARAMETERS, f"/sparql has no parameter {name!r}.")
        if name == "format":
            choice(_FORMATS)(name, value)


async def _body(request: Request) -> bytes:
    raw = b""
    async for piece in request.stream():
        raw += piece
        if len(raw) > _LONGEST:
            raise BodyError(f"A query has at most {_LONGEST} bytes.")
    return raw


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BodyError("The query is not UTF-8.") from error
