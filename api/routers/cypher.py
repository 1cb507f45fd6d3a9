"""Cypher, read-only."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from api import responses
from api.limits import reading
from api.reply import as_json, given, store_of

router = APIRouter(prefix="/v1", tags=["questions"], dependencies=[Depends(reading)])
_EXAMPLE = {
    "query": "MATCH (c:City)-[r:RECEIVES]->(p:Programme {id: $programme}) RETURN c.name_en, r.status",
    "parameters": {"programme": "national-regional-medical-center"},
}


class Asked(BaseModel):
    """A query and its parameters."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(min_length=1, max_length=20_000)
    parameters: dict[str, Any] = {}
    limit: int | None = Field(default=None, ge=1, description="rows, at most as many as the server allows")
    timeout: float | None = Field(default=None, gt=0, description="seconds, at most as many as the server allows")


@router.post("/cypher", response_model=responses.Table)
def cypher(request: Request, asked: Annotated[Asked, Body(examples=[_EXAMPLE])]) -> Response:
    """Run a query that only reads; it has a time, a row and a memory limit."""
    given(request, ())
    rows = store_of(request).query(asked.query, asked.parameters, timeout=asked.timeout, limit=asked.limit)
    return as_json({"columns": rows.columns, "rows": rows.rows, "truncated": rows.truncated})
