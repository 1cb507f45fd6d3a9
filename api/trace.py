"""Spans of requests, and in them of what the store reads, for an OpenTelemetry collector (OTLP over HTTP)."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, nullcontext
from typing import Any

from fastapi import FastAPI

from api.observe import TRACE
from kg.errors import SettingsError
from kg.store import Store

_SERVICE = "health-commitments-kg"
_UNTRACED = "/health,/metrics"  # what is asked every few seconds, by machines
_LITERAL = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|(?<![\w$])\d[\w.]*")
_LABEL = re.compile(r":\s*`?(\w+)")


class Tracing:
    """Makes the spans of one application, and sends them. `OTEL_*` say where to, how many of them, under which name.

    Raises SettingsError where the extra `otel` is not installed.
    """

    def __init__(self, app: FastAPI) -> None:
        try:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
            from opentelemetry.metrics import NoOpMeterProvider
            from opentelemetry.sdk.resources import OTELResourceDetector, Resource
            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
        except ImportError as error:
            raise SettingsError(
                f"OTEL_* asks for traces, and what makes them is not installed ({error.name}).",
                hint="pip install 'health-commitments-kg[otel]', or unset OTEL_EXPORTER_OTLP_ENDPOINT.",
            ) from error
        named = Resource.create({"service.name": _SERVICE, "service.version": app.version})
        self._provider = TracerProvider(resource=named.merge(OTELResourceDetector().detect()))
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer(_SERVICE, app.version)
        FastAPIInstrumentor.instrument_app(
            app,
            server_request_hook=_note,
            tracer_provider=self._provider,
            meter_provider=NoOpMeterProvider(),  # /metrics has them
            excluded_urls=_UNTRACED,
            exclude_spans=["receive", "send"],
        )
        self._watched: list[Store] = []

    def watch(self, store: Store) -> None:
        """Make a span of everything that the store reads, until `close`."""
        from opentelemetry.trace import SpanKind

        self._watched.append(store)

        @contextmanager
        def reading(cypher: str) -> Iterator[None]:
            told = {"db.system.name": store.engine, "db.query.text": shape(cypher)}
            with self._tracer.start_as_current_span(summary(cypher), kind=SpanKind.CLIENT, attributes=told):
                yield

        store.connection.watch = reading

    def close(self) -> None:
        """Send what was not sent yet."""
        while self._watched:
            self._watched.pop().connection.watch = nullcontext
        self._provider.shutdown()


def shape(cypher: str) -> str:
    """A statement without the values in it: literals as `?`, as OpenTelemetry's conventions for databases ask."""
    return _LITERAL.sub("?", cypher)


def summary(cypher: str) -> str:
    """What a statement does, in few words that few statements differ in: `MATCH Commitment`."""
    first, label = cypher.split(maxsplit=1)[:1], _LABEL.search(cypher)
    return " ".join([*(word.upper() for word in first), *([label[1]] if label else [])]) or "read"


def _note(span: Any, scope: MutableMapping[str, Any]) -> None:
    """Let the log tell the trace of a request."""
    scope[TRACE] = format(span.get_span_context().trace_id, "032x")
