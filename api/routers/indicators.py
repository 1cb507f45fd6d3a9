"""Indicators, and their values over time."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.limits import reading
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, store_of
from api.routers.programmes import page
from kg.errors import ParameterError
from kg.query import name as names
from kg.query.value import truth
from kg.series import series

router = APIRouter(prefix="/v1", tags=["subjects"], dependencies=[Depends(reading)])
_SERIES = {
    "parameters": [
        {
            "name": "place",
            "in": "query",
            "description": "The place whose values are given: code or name. Default: those of every place.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"\S"},
            "example": "511700",
        },
        {
            "name": "descendants",
            "in": "query",
            "description": "Whether the values of its divisions are given too. Default: false.",
            "schema": {"type": "boolean"},
        },
    ]
}


@router.get(
    "/indicators",
    response_model=responses.NamedList,
    responses=content("indicators"),
    openapi_extra=documented("indicators"),
)
def indicators(request: Request) -> Response:
    """Indicators that a document speaks of, with counted staff, money and equipment."""
    return listing(request, "indicators")


@router.get("/indicators/{id}", response_model=responses.TermPage)
def indicator(request: Request, id: str) -> Response:
    """One indicator, by slug or label, with its SDG, WHO and World Bank codes."""
    given(request, ())
    found = names.term("id", id)
    return cached(request, "json", lambda: as_json(page(found, store_of(request))))


@router.get("/indicators/{id}/series", response_model=responses.Series, openapi_extra=_SERIES)
def series_of(request: Request, id: str) -> Response:
    """The values of an indicator by year: reached, promised, and the ones that later statements start from."""
    asked = given(request, ("place", "descendants"))
    found = names.term("id", id)
    places = names.places("place", asked["place"]) if "place" in asked else ()
    if len(places) > 1:
        raise ParameterError("place", asked["place"], "A series has one place.", suggestions=places)
    below = truth("descendants", asked.get("descendants", "false"))
    place = places[0] if places else None
    return cached(request, "json", lambda: as_json(_body(found, place, series(found, place, below, store_of(request)))))


def _body(indicator_id: str, place: str | None, points: list[dict[str, object]]) -> dict[str, object]:
    return {"indicator": indicator_id, "place": place, "points": points}
