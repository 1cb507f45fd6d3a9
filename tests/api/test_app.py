"""The application as a whole: errors, tags, limits, logs, what OpenAPI says."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app, status_of
from api.errors import RateLimitedError
from kg import errors
from kg.settings import Settings
from kg.store import Store


@pytest.mark.parametrize(
    ("path", "status", "kind", "parameter", "suggestion"),
    [
        ("/v1/cities?recieves=x", 400, "unknown-parameter", "recieves", "receives"),
        ("/v1/commitments?place=Luzhu", 404, "unknown-name", "place", "510500 (Luzhou)"),
        ("/v1/commitments?status=soght", 400, "parameter", "status", "sought"),
        ("/v1/commitments?limit=9999", 400, "parameter", "limit", None),
        ("/v1/commitments?cursor=abc", 404, "cursor", "cursor", None),
        ("/v1/commitments?format=xls", 400, "parameter", "format", "csv"),
        ("/v1/places/nowhere", 404, "unknown-name", "code", None),
        ("/v1/documents/nothing", 404, "not-found", None, None),
        ("/v1/nothing", 404, "not-found", None, None),
        ("/v1/ask", 400, "parameter", "q", None),
        ("/health?x=1", 400, "unknown-parameter", "x", None),
    ],
)
def test_errors_name_what_would_be_right(
    client: TestClient, *, path: str, status: int, kind: str, parameter: str | None, suggestion: str | None
) -> None:
    response = client.get(path)
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, problem["status"], problem["type"]) == (status, status, f"/problems#{kind}")
    assert problem.get("parameter") == parameter
    assert suggestion is None or suggestion in problem["suggestions"]
    assert problem["request_id"] == response.headers["x-request-id"]


def test_a_method_that_a_resource_has_not_is_refused(client: TestClient) -> None:
    response = client.put("/v1/cities")
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
    assert response.json()["type"] == "/problems#api"


def test_what_the_caller_holds_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/v1/cities")
    again = client.get("/v1/cities", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    for other in ("/v1/cities?limit=2", "/v1/cities?format=csv", "/v1/provinces"):
        assert client.get(other, headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_a_request_keeps_its_id(client: TestClient) -> None:
    assert client.get("/health/live", headers={"X-Request-ID": "mine-1"}).headers["x-request-id"] == "mine-1"
    made = client.get("/health/live", headers={"X-Request-ID": "not mine"}).headers["x-request-id"]
    assert len(made) == 32


def test_pages_of_other_origins_may_read(client: TestClient) -> None:
    response = client.get("/v1/cities", headers={"Origin": "https://elsewhere.example"})
    assert response.headers["access-control-allow-origin"] == "*"
    assert "ETag" in response.headers["access-control-expose-headers"]


def test_long_answers_are_zipped(client: TestClient) -> None:
    assert client.get("/v1/cities", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_requests_are_logged_and_counted(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "api.access"):
        client.get("/v1/programmes/NRMC", headers={"X-Request-ID": "counted"})
    told: dict[str, Any] = next(record.__dict__["told"] for record in caplog.records)
    assert (told["request"], told["path"], told["status"]) == ("counted", "/v1/programmes/NRMC", 200)
    metrics = client.get("/metrics").text
    assert 'kg_request_seconds_count{method="GET",route="/v1/programmes/{id}",status="200"}' in metrics
    assert "kg_documents 3.0" in metrics


def test_health_tells_how_much_there_is(client: TestClient, asked_store: Store) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health").json() == {
        "status": "ready",
        "engine": "arcadedb",
        "version": asked_store.version(),
        "documents": 3,
        "statements": 13,
        "newest": "2024-01-15",
    }


def test_too_many_requests_are_refused_for_a_while(asked_store: Store, asked_settings: Settings) -> None:
    few = asked_settings.model_copy(update={"read_rate": 2})
    with TestClient(create_app(asked_store, few)) as client:
        answers = [client.get("/v1/programmes/NRMC") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert 1 <= int(answers[2].headers["retry-after"]) <= 30
        assert client.get("/health/live").status_code == 200


def test_every_error_has_a_status() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.KgError)]
    for kind in kinds:
        error = kind.__new__(kind)
        assert 400 <= status_of(error) < 600
    assert status_of(RateLimitedError("too many", wait=1)) == 429


def test_openapi_describes_every_parameter_with_its_values(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    operation = described["paths"]["/v1/commitments"]["get"]
    parameters = {each["name"]: each for each in operation["parameters"]}
    assert parameters["status"]["schema"]["items"]["enum"][0] == "sought"
    assert parameters["place"]["example"] == ["510000"]
    assert set(operation["responses"]) == {"200", "default"}
    assert set(operation["responses"]["200"]["content"]) == {"application/json", "text/csv", "application/ld+json"}


def test_an_application_without_a_store_opens_that_of_its_settings(
    asked_store: Store, asked_settings: Settings
) -> None:
    with TestClient(create_app(settings=asked_settings)) as client:
        assert client.get("/health").json()["documents"] == 3
    assert asked_store.version()


def test_openapi_says_limits_in_the_words_of_json_schema(client: TestClient) -> None:
    taken = client.get("/openapi.json").json()["components"]["schemas"]["Taken"]
    [start, _] = taken["properties"]["start"]["anyOf"]
    assert (start["minimum"], start["maximum"]) == (0, 2**53 - 1)


@pytest.mark.parametrize("blank", [" ", "\x1f", "\x85", "\u3000"])
def test_a_blank_question_is_refused_as_openapi_says(client: TestClient, blank: str) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/v1/ask"]["get"]
    [schema] = [each["schema"] for each in operation["parameters"] if each["name"] == "q"]
    assert client.get("/v1/ask", params={"q": blank}).status_code == 400
    assert re.search(schema["pattern"], blank) is None
    assert schema["maxLength"] == 500
