"""The graph around the statements that a query finds, for graph programs."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.limits import reading
from api.listing import documented
from api.reply import as_json, cached, given, store_of
from kg.errors import ParameterError
from kg.network import graphml, network, node_link
from kg.query import parse
from kg.query.parameters import OPTIONS

router = APIRouter(prefix="/v1", tags=["tools"], dependencies=[Depends(reading)])
_FORMATS = ("graphml", "json")
_FILTERS = [each for each in documented("statements")["parameters"] if each["name"] not in (*OPTIONS, "format")]
_FORMAT = {
    "name": "format",
    "in": "query",
    "description": "GraphML, or the node-link JSON of NetworkX. Default: graphml.",
    "schema": {"type": "string", "enum": list(_FORMATS)},
}
_CONTENT = {"application/graphml+xml": {"schema": {"type": "string"}}}


@router.get(
    "/network",
    response_model=responses.Network,
    responses={200: {"content": _CONTENT}},
    openapi_extra={"parameters": [*_FILTERS, _FORMAT]},
)
def subgraph(request: Request) -> Response:
    """Statements with their measures, places, bodies, specialties and documents, as a graph.

    Takes the filters of /v1/statements; at most 5,000 statements may fit.
    """
    given(request, (*(each["name"] for each in _FILTERS), "format"), repeated=True)
    asked: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        asked.setdefault(name, []).append(value)
    form = asked.pop("format", ["graphml"])[-1]
    if form not in _FORMATS:
        raise ParameterError("format", form, f"{form!r} is no format of this.", suggestions=_FORMATS)
    query = parse("statements", asked)

    def make() -> Response:
        found = network(query, store_of(request))
        if form == "json":
            return as_json(node_link(found))
        return Response(graphml(found), media_type="application/graphml+xml")

    return cached(request, form, make)
