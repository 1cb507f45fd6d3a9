"""Documents sent and deleted over HTTP, with a key and without."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.keys import hashed, make
from kg.settings import Settings
from kg.store import Store, open_store

KEY, OTHER = make(), make()
TEXT = "绵阳市卫生健康委工作计划\n2026年，绵阳市计划新建社区卫生服务中心6家，争取国家区域医疗中心落户绵阳。\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Settings(data=tmp_path_factory.mktemp("written"))) as opened:
        yield opened


@pytest.fixture
def client(store: Store, tmp_path: Path) -> Iterator[TestClient]:
    keys = frozenset({hashed(KEY), hashed(OTHER)})
    settings = Settings(data=tmp_path, api_keys=keys, upload_bytes=10_000, write_rate=50)
    with TestClient(create_app(store, settings)) as opened:
        yield opened


def send(client: TestClient, *, path: str = "/v1/documents", key: str = KEY, **body: Any) -> Any:
    return client.post(path, headers={"X-API-Key": key} | body.pop("headers", {}), **body)


def documents(client: TestClient) -> list[str]:
    return [row["id"] for row in client.get("/v1/documents").json()["results"]]


def test_a_document_is_read_kept_and_deleted(client: TestClient) -> None:
    sent = send(client, json={"text": TEXT, "url": "https://example.org/plan.html"}).json()
    assert sent["stored"] is True
    assert {row["measure"]["id"] for row in sent["statements"]} >= {"national-regional-medical-center"}
    for row in sent["statements"]:
        for piece in row["evidence"]:
            assert TEXT[piece["start"] : piece["end"]] == piece["quote"]
    page = client.get(f"/v1/documents/{sent['document']}").json()
    assert page["sources"] == [{"uri": "https://example.org/plan.html", "published": None, "publisher": None}]
    assert {row["id"] for row in page["statements"]} == {row["id"] for row in sent["statements"]}
    assert [row["code"] for row in client.get("/v1/cities?receives=NRMC").json()["results"]] == ["510700"]
    gone = client.delete(f"/v1/documents/{sent['document']}", headers={"Authorization": f"Bearer {OTHER}"})
    assert gone.json() == {"document": sent["document"]}
    assert documents(client) == []
    assert client.get("/v1/cities?receives=NRMC").json()["results"] == []
    assert client.delete(f"/v1/documents/{sent['document']}", headers={"X-API-Key": KEY}).status_code == 404


def test_sending_twice_is_sending_once(client: TestClient) -> None:
    first, again = (send(client, json={"text": TEXT}).json() for _ in range(2))
    assert first == again
    assert documents(client) == [first["document"]]
    client.delete(f"/v1/documents/{first['document']}", headers={"X-API-Key": KEY})


def test_a_dry_run_keeps_nothing(client: TestClient) -> None:
    version = client.get("/health").json()["version"]
    found = send(client, path="/v1/documents?dry_run=true", json={"text": TEXT}).json()
    assert (found["stored"], len(found["statements"]) >= 2) == (False, True)
    assert client.get("/health").json()["version"] == version


@pytest.mark.parametrize(
    "body",
    [
        {"content": TEXT.encode(), "headers": {"Content-Type": "text/plain; charset=utf-8"}},
        {"content": TEXT.encode("gb18030"), "headers": {"Content-Type": "text/plain"}},
        {"files": {"file": ("plan.txt", io.BytesIO(TEXT.encode()))}},
    ],
)
def test_a_document_comes_raw_or_as_a_file(client: TestClient, body: dict[str, Any]) -> None:
    found = send(client, path="/v1/documents?dry_run=true", **body)
    assert found.status_code == 200
    assert "national-regional-medical-center" in {row["measure"]["id"] for row in found.json()["statements"]}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"json": {"words": TEXT}}, 400),
        ({"json": {"text": TEXT, "url": "file:///etc/passwd"}}, 400),
        ({"json": {"text": "  "}}, 422),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ({"content": b"x", "headers": {"Content-Type": "image/png"}}, 415),
        ({"content": b"x" * 20_000, "headers": {"Content-Type": "text/plain"}}, 413),
        ({"files": {"other": ("plan.txt", io.BytesIO(b"x"))}}, 400),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"content": b"%PDF-1.4 nothing", "headers": {"Content-Type": "application/pdf"}}, 422),
        ({"json": {"text": "Η υγεία είναι το παν για όλους τους ανθρώπους του κόσμου."}}, 422),
        ({"files": {"file": ("plan.xyz", io.BytesIO(TEXT.encode()))}}, 422),
    ],
)
def test_what_is_no_document_is_refused(client: TestClient, body: dict[str, Any], status: int) -> None:
    response = send(client, **body)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert documents(client) == []


def test_nobody_writes_without_a_key(client: TestClient) -> None:
    for headers in ({}, {"X-API-Key": "kg_wrong"}, {"Authorization": f"Basic {KEY}"}, {"X-API-Key": hashed(KEY)}):
        refused = client.post("/v1/documents", json={"text": TEXT}, headers=headers)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert client.delete("/v1/documents/x").status_code == 401


def test_nobody_writes_where_no_key_is_configured(store: Store, tmp_path: Path) -> None:
    with TestClient(create_app(store, Settings(data=tmp_path, api_keys=frozenset()))) as client:
        refused = send(client, json={"text": TEXT})
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems#writing-closed")


def test_writing_has_a_rate(store: Store, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, api_keys=frozenset({hashed(KEY)}), write_rate=2)
    with TestClient(create_app(store, settings)) as client:
        statuses = [send(client, path="/v1/documents?dry_run=true", json={"text": TEXT}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_a_reading_is_corrected_and_the_decision_taken_back(client: TestClient) -> None:
    sent = send(client, json={"text": TEXT}).json()
    row = next(each for each in sent["statements"] if each["value"] == 6)
    piece = row["evidence"][0]
    taken = {"verdict": "correct", "by": "Li Hua", "field": "value", "value": 7, "reading": row["id"]}
    taken |= {name: piece[name] for name in ("document", "start", "end")}
    assert client.post("/v1/decisions", json=taken).status_code == 401
    decision = send(client, path="/v1/decisions", json=taken).json()
    assert [each["id"] for each in client.get("/v1/decisions").json()["decisions"]] == [decision["id"]]
    assert [each["value"] for each in client.get("/v1/statements?min_value=1").json()["results"]] == [7]
    wrong = send(client, path="/v1/decisions", json=taken | {"field": "colour"})
    assert (wrong.status_code, wrong.json()["type"]) == (409, "/problems#review")
    assert send(client, path="/v1/decisions", json={"verdict": "guess", "by": "x"}).status_code == 400
    gone = client.delete(f"/v1/decisions/{decision['id']}", headers={"X-API-Key": KEY}).json()
    assert gone == {"decision": decision["id"], "documents": [sent["document"]]}
    send(client, json={"text": TEXT})
    assert [each["value"] for each in client.get("/v1/statements?min_value=1").json()["results"]] == [6]
    client.delete(f"/v1/documents/{sent['document']}", headers={"X-API-Key": KEY})
