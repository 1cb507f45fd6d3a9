"""Places: provinces, cities and counties, and what they are promised."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.limits import reading
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, store_of
from kg import answer as answers
from kg.errors import UnknownNameError
from kg.query import Query, Subject
from kg.query import name as names
from kg.store import Store
from ontology.vocabulary import vocabulary

router = APIRouter(prefix="/v1", tags=["places"], dependencies=[Depends(reading)])


@router.get("/cities", response_model=responses.Places, responses=content("cities"), openapi_extra=documented("cities"))
def cities(request: Request) -> Response:
    """Prefectures, prefecture-level cities and municipalities; with `receives`, those promised a programme."""
    return listing(request, "cities")


@router.get(
    "/counties", response_model=responses.Places, responses=content("counties"), openapi_extra=documented("counties")
)
def counties(request: Request) -> Response:
    """Counties, districts and county-level cities that a document speaks of."""
    return listing(request, "counties")


@router.get(
    "/provinces", response_model=responses.Places, responses=content("provinces"), openapi_extra=documented("provinces")
)
def provinces(request: Request) -> Response:
    """Provinces, autonomous regions and municipalities."""
    return listing(request, "provinces")


@router.get("/places", response_model=responses.Places, responses=content("places"), openapi_extra=documented("places"))
def places(request: Request) -> Response:
    """Places of every level."""
    return listing(request, "places")


@router.get("/places/{code}", response_model=responses.PlacePage)
def place(request: Request, code: str) -> Response:
    """One place, by code or name: its divisions, and what is said about it."""
    given(request, ())
    found = names.places("code", code)
    if len(found) > 1:
        raise UnknownNameError("code", code, f"{code!r} is a group of places.", hint="Ask for one.", suggestions=found)
    return cached(request, "json", lambda: as_json(page(found[0], store_of(request))))


def page(code: str, store: Store) -> dict[str, Any]:
    """A place of the vocabulary with what the graph says about it."""
    known = vocabulary()
    each = known.places[code]
    return {
        "code": code,
        "name_zh": each.zh,
        "name_en": each.en,
        "level": each.level,
        "parent": each.parent,
        "part_of": [answers.place_name(above) for above in known.ancestors(code)],
        "lon": each.lon,
        "lat": each.lat,
        "geonames": each.geonames,
        "children": [answers.place_name(below) for below in known.children(code)],
        "counts": _counts(code, store),
        "programmes": _said("programmes", code, store),
        "indicators": _said("indicators", code, store),
    }


def _counts(code: str, store: Store) -> dict[str, int]:
    groups = answers.run(Query(subject="statements", place=(code,), group_by="type"), store).groups
    found = {str(group["key"]): group["count"] for group in groups}
    return {"commitments": found.get("Commitment", 0), "outcomes": found.get("Outcome", 0)}


def _said(subject: Subject, code: str, store: Store) -> list[dict[str, Any]]:
    query = Query(subject=subject, place=(code,), descendants=False, limit=100)
    return list(answers.run(query, store).rows)
