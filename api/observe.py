"""Every request seen from outside: its id, how long it took, one line in the log, one count in the metrics."""

from __future__ import annotations

import json
import logging
import re
import time
import uuid
from collections.abc import MutableMapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("api.access")
_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)
_KEY = "kg.request_id"
TRACE = "kg.trace"  # in the scope of a request: the id of its trace, where there is one
_BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


class Metrics:
    """The counts of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.seconds = Histogram(
            "kg_request_seconds", "Time to answer, by route and status", ("method", "route", "status"),
            buckets=_BUCKETS, registry=self.registry,
        )  # fmt: skip
        self.gauges = {
            name: Gauge(f"kg_{name}", f"{name.capitalize()} in the graph", registry=self.registry)
            for name in ("documents", "statements")
        }
        self.refused = Counter("kg_refused_total", "Requests refused by a limit", ("limit",), registry=self.registry)


class Observed:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        scope[_KEY] = given if _ID.fullmatch(given) else uuid.uuid4().hex
        status, started = 500, time.perf_counter()

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = scope[_KEY]
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "")
        self.metrics.seconds.labels(scope["method"], route or "none", str(status)).observe(seconds)
        client = scope.get("client")
        told = {
            "request": scope[_KEY], "method": scope["method"], "path": scope["path"],
            "status": status, "ms": round(seconds * 1000, 1), "client": client[0] if client else None,
        }  # fmt: skip
        told |= {"trace": scope[TRACE]} if TRACE in scope else {}
        log.info("%s %s %s", scope["method"], scope["path"], status, extra={"told": told})


def request_id(scope: MutableMapping[str, Any]) -> str | None:
    """The id of a request: the caller's X-Request-ID, or one made here."""
    found = scope.get(_KEY)
    return str(found) if found else None


class Structured(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        line |= getattr(record, "told", None) or {"message": record.getMessage()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
