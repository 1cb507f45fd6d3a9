"""Replies to reading requests: made only when the caller does not hold them already."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Generic, TypeVar, cast

from fastapi import Request
from fastapi.responses import Response

from api.errors import NotModifiedError
from kg.errors import ParameterError
from kg.model import digest
from kg.query.parameters import unknown_parameter
from kg.settings import Settings
from kg.store import Store


def store_of(request: Request) -> Store:
    """The store of the application."""
    return cast(Store, request.app.state.store)


def settings_of(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def given(request: Request, allowed: tuple[str, ...], *, repeated: bool = False) -> dict[str, str]:
    """The parameters of a call, each given once unless `repeated`. Raises UnknownParameterError, ParameterError."""
    read: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in allowed:
            message = f"{request.url.path} has no parameter {name!r}."
            raise unknown_parameter(name, value, allowed, message)
        if name in read and not repeated:
            raise ParameterError(name, value, f"{name} is given twice.")
        read[name] = value
    return read


def cached(request: Request, form: str, make: Callable[[], Response]) -> Response:
    """What `make` makes, with a tag from the graph's version; kept for whoever asks the same of the same graph.

    Raises NotModifiedError where the caller holds it.
    """
    version = cast(Shared[str], request.app.state.version)()
    tag = f'W/"{digest(f"{version} {form} {request.url.path}?{request.url.query}")}"'
    held = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    if tag in held or "*" in held:
        raise NotModifiedError(tag)
    kept = cast(Kept, request.app.state.kept)
    found = kept.get(tag)
    if found is None:
        request.state.version = version
        response = make()
        found = (bytes(response.body), dict(response.headers), response.media_type)
        kept.keep(tag, found)
    body, headers, media_type = found
    headers = {name: value for name, value in headers.items() if name not in {"content-length", "content-type"}}
    own = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"}
    return Response(body, headers=headers | own, media_type=media_type)


T = TypeVar("T")


class Shared(Generic[T]):
    """A question that many threads ask at once: those that wait while it is being asked share the next time.

    So nobody gets an answer from before it asked. Raises what asking raises, to all that share it.
    """

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._asking, self._joining = threading.Lock(), threading.Lock()
        self._next: Future[T] | None = None

    def __call__(self) -> T:
        with self._joining:
            joined, self._next = self._next, self._next or Future()
            answer = self._next
        if joined is None:
            with self._asking:
                with self._joining:
                    self._next = None
                self._fill(answer)
        return answer.result()

    def _fill(self, answer: Future[T]) -> None:
        try:
            answer.set_result(self._ask())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            answer.set_exception(error)


Reply = tuple[bytes, dict[str, str], str | None]  # body, headers, media type


class Kept:
    """Replies by tag, those asked for longest ago forgotten first."""

    def __init__(self, most: int) -> None:
        self._most, self._bytes = most, 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> Reply | None:
        with self._lock:
            if tag in self._replies:
                self._replies.move_to_end(tag)
            return self._replies.get(tag)

    def keep(self, tag: str, reply: Reply) -> None:
        """Remember a reply, unless it takes more than a sixteenth of the room."""
        if len(reply[0]) * 16 > self._most:
            return
        with self._lock:
            if tag not in self._replies:
                self._replies[tag] = reply
                self._bytes += len(reply[0])
            while self._bytes > self._most:
                _, (body, *_) = self._replies.popitem(last=False)
                self._bytes -= len(body)


def as_json(body: object, headers: Mapping[str, str] | None = None, media_type: str = "application/json") -> Response:
    """A response of JSON; lone surrogates, which no encoding has, as question marks."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Response(text.encode("utf-8", "replace"), headers=dict(headers or {}), media_type=media_type)
