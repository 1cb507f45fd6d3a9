"""Review: what people decide of what was read. Anyone may read the decisions; taking one needs a key."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api import responses
from api.keys import KEYED, holder
from api.limits import reading, writing
from api.reply import as_json, given, settings_of, store_of
from kg.review import Decision, Verdict

router = APIRouter(prefix="/v1", tags=["documents"])
_EXAMPLE = {
    "verdict": "correct",
    "by": "Li Hua",
    "why": "The text says seek, not build.",
    "document": "5f0d2b1c8e4a4f6d9b7c3a2e1f0d9c8b",
    "start": 22,
    "end": 47,
    "reading": "4e45cab712199cfdc5b923ef9a6f3a49",
    "field": "status",
    "value": "sought",
}


def _whole(value: object) -> object:
    """5.0 is an integer in JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Offset = Annotated[int, Field(ge=0, le=2**53 - 1), BeforeValidator(_whole)]


class Taken(BaseModel):
    """A decision: on a reading (document, start, end, id of the statement), or on a label that is a term (`merge`)."""

    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Verdict
    by: str = Field(min_length=1, max_length=200, description="who decides")
    why: str = Field(default="", max_length=2000)
    document: str | None = None
    start: Offset | None = None
    end: Offset | None = None
    reading: str | None = Field(default=None, description="id of the statement")
    field: str | None = Field(default=None, description="that `correct` sets to `value`")
    value: Any = None
    label: str | None = Field(default=None, description="that `merge` takes to be the term `value`")


@router.get("/decisions", response_model=responses.Decisions, dependencies=[Depends(reading)])
def decisions(request: Request) -> Response:
    """The decisions, in the order in which they were taken."""
    given(request, ())
    return as_json({"decisions": [_shown(each) for each in store_of(request).decisions()]})


@router.post("/decisions", response_model=responses.Decision, openapi_extra=KEYED)
def decide(request: Request, taken: Annotated[Taken, Body(examples=[_EXAMPLE])]) -> Response:
    """Accept, reject or correct a reading, or merge a label into a term; it outlives every later load."""
    given(request, ())
    writing(request, holder(request, settings_of(request).api_keys))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return as_json(_shown(store_of(request).decide(Decision(at=at, **taken.model_dump()))))


@router.delete("/decisions/{id}", response_model=responses.Withdrawn, openapi_extra=KEYED)
def withdraw_decision(request: Request, id: str) -> Response:
    """Take a decision back; gives the documents that the next load has to read again."""
    given(request, ())
    writing(request, holder(request, settings_of(request).api_keys))
    return as_json({"decision": id, "documents": store_of(request).withdraw(id)})


def _shown(decision: Decision) -> dict[str, Any]:
    return {"id": decision.id, **asdict(decision)}
