"""Commitments, outcomes, and both together."""

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

router = APIRouter(prefix="/v1", tags=["statements"], dependencies=[Depends(reading)])


@router.get(
    "/commitments",
    response_model=responses.Statements,
    responses=content("commitments"),
    openapi_extra=documented("commitments"),
)
def commitments(request: Request) -> Response:
    """What is to be done or reached."""
    return listing(request, "commitments")


@router.get(
    "/outcomes",
    response_model=responses.Statements,
    responses=content("outcomes"),
    openapi_extra=documented("outcomes"),
)
def outcomes(request: Request) -> Response:
    """What is reported as done, reached or observed."""
    return listing(request, "outcomes")


@router.get(
    "/statements",
    response_model=responses.Statements,
    responses=content("statements"),
    openapi_extra=documented("statements"),
)
def statements(request: Request) -> Response:
    """Commitments and outcomes together."""
    return listing(request, "statements")


@router.get("/commitments/{id}", response_model=responses.Statement)
def commitment(request: Request, id: str) -> Response:
    """One commitment with its evidence."""
    return _one(request, "commitments", id)


@router.get("/outcomes/{id}", response_model=responses.Statement)
def outcome(request: Request, id: str) -> Response:
    """One outcome with its evidence."""
    return _one(request, "outcomes", id)


@router.get("/statements/{id}", response_model=responses.Statement)
def statement(request: Request, id: str) -> Response:
    """One commitment or outcome with its evidence."""
    return _one(request, "statements", id)


def _one(request: Request, subject: Subject, id: str) -> Response:
    given(request, ())

    def make() -> Response:
        found = answers.run(Query(subject=subject, id=(id,)), store_of(request)).rows
        if not found:
            raise NotFoundError(f"None of the {subject} has the id {id!r}.", hint=f"They are listed at /v1/{subject}.")
        return as_json(found[0])

    return cached(request, "json", make)
