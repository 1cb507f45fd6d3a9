"""Commitments followed through time."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.errors import NotFoundError
from api.limits import reading
from api.listing import documented
from api.reply import as_json, cached, given, store_of
from kg.ledger import Thread, ledger, thread_of
from kg.query import parse
from kg.query.parameters import OPTIONS

router = APIRouter(prefix="/v1", tags=["statements"], dependencies=[Depends(reading)])
_FILTERS = [each for each in documented("statements")["parameters"] if each["name"] not in (*OPTIONS, "format")]


@router.get("/ledger", response_model=responses.Ledger, openapi_extra={"parameters": _FILTERS})
def threads(request: Request) -> Response:
    """Statements in threads: one measure for one set of places, as it was promised, revised and reported; sums checked.

    Takes the filters of /v1/statements; at most 5,000 statements may fit.
    """
    asked: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        asked.setdefault(name, []).append(value)
    given(request, tuple(each["name"] for each in _FILTERS), repeated=True)
    query = parse("statements", asked)
    return cached(request, "json", lambda: as_json(_body(ledger(query, store_of(request)))))


@router.get("/commitments/{id}/ledger", response_model=responses.Ledger)
def thread(request: Request, id: str) -> Response:
    """The thread of one commitment."""
    given(request, ())

    def make() -> Response:
        found = thread_of(id, store_of(request))
        if found is None:
            raise NotFoundError(f"No commitment has the id {id!r}.", hint="They are listed at /v1/commitments.")
        return as_json(_body([found]))

    return cached(request, "json", make)


def _body(found: list[Thread]) -> dict[str, Any]:
    return {"threads": [asdict(thread) for thread in found]}
