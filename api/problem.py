"""Errors on the wire: `application/problem+json` (RFC 9457), naming the parameter and what would be right."""

from __future__ import annotations

import json
from http import HTTPStatus

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from api.errors import kind
from api.observe import request_id
from kg.errors import KgError, ParameterError

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong."""

    type: str = Field(description="what kind of problem it is", examples=["/problems#unknown-name"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(description="what was wrong, with the value", examples=["No place is called 'Luzhu'."])
    hint: str | None = Field(default=None, description="what to do", examples=["Did you mean 510500 (luzhou)?"])
    parameter: str | None = Field(default=None, examples=["place"])
    value: str | list[str] | None = Field(default=None, examples=["Luzhu"])
    suggestions: list[str] = Field(default=[], description="what would be right", examples=[["510500 (luzhou)"]])
    request_id: str | None = Field(default=None, description="the X-Request-ID of the call")

    model_config = ConfigDict(json_schema_extra={"description": "RFC 9457 problem details"})


def problem(request: Request, error: KgError, status: int, headers: dict[str, str] | None = None) -> Response:
    """The response for an error."""
    told = Problem(
        type=f"/problems#{kind(error)}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=error.message,
        hint=error.hint,
        request_id=request_id(request.scope),
    )
    if isinstance(error, ParameterError):
        told.parameter, told.suggestions = error.parameter, list(error.suggestions)
        told.value = [str(each) for each in error.value] if isinstance(error.value, list) else str(error.value)
    body = json.dumps(told.model_dump(exclude_none=True), ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, {**(headers or {}), "Cache-Control": "no-store"}, MEDIA_TYPE)
