"""What goes wrong between here and the server; what the server refuses is raised as the very error that it raised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from api import errors as door
from api.errors import RateLimitedError, kind
from kg import errors
from kg.errors import KgError, ParameterError

PROBLEM = "application/problem+json"


class ClientError(KgError):
    """The root of the client's own errors."""


class UnreachableError(ClientError):
    """No server answers at the address, or not in time."""


class UnexpectedReplyError(ClientError):
    """A reply that is none of the API: another server's, or a proxy's."""


class MissingExtraError(ClientError):
    """A frame was asked for, and the library that makes it is not installed."""


_KINDS: Mapping[str, type[KgError]] = {
    kind(each): each
    for module in (errors, door)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, KgError)
}


def refused(reply: httpx.Response) -> KgError:
    """The error that a reply tells, with a note of the call, its status and its id."""
    error = _told(reply.json(), reply) if _is_problem(reply) else _unexpected(reply)
    request = reply.request
    error.add_note(f"{request.method} {request.url}: {reply.status_code}, {reply.headers.get('x-request-id', 'no id')}")
    return error


def _is_problem(reply: httpx.Response) -> bool:
    return bool(reply.headers.get("content-type", "").partition(";")[0] == PROBLEM)


def _told(problem: Mapping[str, Any], reply: httpx.Response) -> KgError:
    known = _KINDS.get(str(problem.get("type", "")).partition("#")[2], ClientError)
    message, hint = str(problem.get("detail", "")), problem.get("hint")
    if issubclass(known, RateLimitedError):
        return RateLimitedError(message, wait=int(reply.headers.get("retry-after", "1")))
    if issubclass(known, ParameterError) or "parameter" in problem:
        fitting = known if issubclass(known, ParameterError) else ParameterError
        suggestions = tuple(problem.get("suggestions", ()))
        return fitting(problem["parameter"], problem.get("value"), message, hint=hint, suggestions=suggestions)
    return known(message, hint=hint)


def _unexpected(reply: httpx.Response) -> KgError:
    told = f"{reply.status_code} {reply.headers.get('content-type', '')}".strip()
    return UnexpectedReplyError(f"{reply.request.url} answers {told}, not as the API does.", hint="Is it `kg serve`?")
