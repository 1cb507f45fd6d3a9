"""Spans, as a collector on this machine receives them over OTLP/HTTP."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from fastapi.testclient import TestClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, Span

from api.app import create_app
from api.trace import shape, summary
from kg.errors import SettingsError
from kg.settings import Settings, settings
from kg.store import Store

Received = list[ResourceSpans]


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    """What a collector has received, whose address OTEL_EXPORTER_OTLP_ENDPOINT tells."""
    found: Received = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            body = self.rfile.read(int(self.headers["content-length"]))
            found.extend(ExportTraceServiceRequest.FromString(body).resource_spans)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
    yield found
    server.shutdown()
    server.server_close()


def spans(received: Received) -> list[Span]:
    return [span for resource in received for scope in resource.scope_spans for span in scope.spans]


def attributes(of: Span) -> dict[str, str | int]:
    return {each.key: each.value.string_value or each.value.int_value for each in of.attributes}


def test_requests_and_what_they_read_are_spans(
    asked_store: Store, asked_settings: Settings, received: Received, caplog: pytest.LogCaptureFixture
) -> None:
    traced = settings().model_copy(update={"data": asked_settings.data})
    with TestClient(create_app(asked_store, traced)) as client, caplog.at_level(logging.INFO, "api.access"):
        assert client.get("/v1/commitments?place=510500").status_code == 200
        assert client.get("/health/live").status_code == 200
    [request] = [span for span in spans(received) if span.kind == Span.SPAN_KIND_SERVER]
    assert request.name == "GET /v1/commitments"
    assert attributes(request)["http.route"] == "/v1/commitments"
    reads = [span for span in spans(received) if span.kind == Span.SPAN_KIND_CLIENT]
    assert {span.parent_span_id for span in reads} == {request.span_id}
    assert "MATCH Place" in {span.name for span in reads}
    texts = [str(attributes(span)["db.query.text"]) for span in reads]
    assert any("APPLIES_TO" in text for text in texts)
    assert not any("510500" in text for text in texts)
    told = [record.__dict__["told"] for record in caplog.records]
    assert [line.get("trace") for line in told] == [request.trace_id.hex(), None]


def test_the_service_is_named_as_the_variables_say(
    asked_store: Store, asked_settings: Settings, received: Received, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, wanted in (("", "health-commitments-kg"), ("mine", "mine")):
        monkeypatch.setenv("OTEL_SERVICE_NAME", name)
        received.clear()
        with TestClient(create_app(asked_store, settings().model_copy(update={"data": asked_settings.data}))) as client:
            client.get("/v1/programmes/NRMC")
        [resource] = received
        assert {each.key: each.value.string_value for each in resource.resource.attributes}["service.name"] == wanted


def test_what_a_query_failed_with_is_in_its_span(
    asked_store: Store, asked_settings: Settings, received: Received
) -> None:
    with TestClient(create_app(asked_store, settings().model_copy(update={"data": asked_settings.data}))) as client:
        assert client.post("/v1/cypher", json={"query": "MATCH (n) RETURN nothing('a')"}).status_code == 400
    failed = [span for span in spans(received) if span.status.code == 2]
    assert [span.events[0].name for span in failed] == ["exception"]


def test_spans_are_made_where_the_variables_ask_for_them() -> None:
    assert not Settings().traced
    assert Settings(otlp_endpoint="http://127.0.0.1:4318").traced
    assert Settings(traces_exporter="otlp").traced
    assert not Settings(otlp_endpoint="http://127.0.0.1:4318", traces_exporter="none").traced


def test_an_exporter_that_is_not_there_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "jaeger")
    with pytest.raises(SettingsError, match=r"^OTEL_TRACES_EXPORTER: "):
        settings()


def test_without_the_extra_it_says_what_to_install(
    asked_store: Store, asked_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SettingsError, match=r"\[otel\]"):
        create_app(asked_store, asked_settings.model_copy(update={"traces_exporter": "otlp"}))


@pytest.mark.parametrize(
    ("cypher", "wanted", "name"),
    [
        ("MATCH (n:City {code: $code}) RETURN n", "MATCH (n:City {code: $code}) RETURN n", "MATCH City"),
        ("MATCH (n) WHERE n.name = 'it\\'s' RETURN n", "MATCH (n) WHERE n.name = ? RETURN n", "MATCH"),
        ('RETURN "a" + 12.5e3 AS x1', "RETURN ? + ? AS x1", "RETURN"),
        ("unwind $rows AS row MERGE (n:`City` {id: 4})", "unwind $rows AS row MERGE (n:`City` {id: ?})", "UNWIND City"),
    ],
)
def test_a_statement_is_told_without_its_values(*, cypher: str, wanted: str, name: str) -> None:
    assert (shape(cypher), summary(cypher)) == (wanted, name)
