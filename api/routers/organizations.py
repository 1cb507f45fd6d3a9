"""Hospitals and other bodies."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.errors import NotFoundError
from api.limits import reading
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, store_of
from kg import answer as answers
from kg.query import Query, Subject
from kg.query import name as names

router = APIRouter(prefix="/v1", tags=["subjects"], dependencies=[Depends(reading)])


@router.get(
    "/hospitals",
    response_model=responses.NamedList,
    responses=content("hospitals"),
    openapi_extra=documented("hospitals"),
)
def hospitals(request: Request) -> Response:
    """Hospitals that a document speaks of; with `receives`, those promised a programme."""
    return listing(request, "hospitals")


@router.get("/hospitals/{id}", response_model=responses.OrganizationPage)
def hospital(request: Request, id: str) -> Response:
    """One hospital, by id, or by a name of the register."""
    return _one(request, "hospitals", names.hospital(id) or id)


@router.get(
    "/organizations",
    response_model=responses.NamedList,
    responses=content("organizations"),
    openapi_extra=documented("organizations"),
)
def organizations(request: Request) -> Response:
    """Bodies that a document names or that act: governments, commissions, hospitals ..."""
    return listing(request, "organizations")


@router.get("/organizations/{id}", response_model=responses.OrganizationPage)
def organization(request: Request, id: str) -> Response:
    """One body, by id."""
    return _one(request, "organizations", names.hospital(id) or id)


def _one(request: Request, subject: Subject, id: str) -> Response:
    given(request, ())

    def make() -> Response:
        store = store_of(request)
        found = answers.run(Query(subject=subject, id=(id,)), store).rows
        if not found:
            raise NotFoundError(f"None of the {subject} has the id {id!r}.", hint=f"Search with /v1/{subject}?q=…")
        groups = answers.run(Query(subject="statements", organization=id, group_by="type"), store).groups
        by_type = {group["key"]: group["count"] for group in groups}
        counts = {"commitments": by_type.get("Commitment", 0), "outcomes": by_type.get("Outcome", 0)}
        return as_json(found[0] | {"counts": counts})

    return cached(request, "json", make)
