"""Evidence: the stretches of documents that statements rest on."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.errors import NotFoundError
from api.limits import reading
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, store_of
from kg import answer as answers
from kg.query import Query

router = APIRouter(prefix="/v1", tags=["documents"], dependencies=[Depends(reading)])


@router.get(
    "/evidence",
    response_model=responses.EvidenceList,
    responses=content("evidence"),
    openapi_extra=documented("evidence"),
)
def evidence(request: Request) -> Response:
    """Quotes, each with its document and the statement that it makes."""
    return listing(request, "evidence")


@router.get("/evidence/{id}", response_model=responses.Evidence)
def piece(request: Request, id: str) -> Response:
    """One quote; its id is `document-start-end-statement`."""
    given(request, ())
    document = id.partition("-")[0]

    def make() -> Response:
        found = answers.run(Query(subject="evidence", id=(id,), document=(document,)), store_of(request)).rows
        if not found:
            raise NotFoundError(f"No evidence has the id {id!r}.", hint="Evidence is listed at /v1/evidence.")
        return as_json(found[0])

    return cached(request, "json", make)
