"""Conformance with the Reconciliation Service API 0.2, as its specification's schemas ask."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

TYPE = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}
SERVICE = {"type": "object", "required": ["service_url", "service_path"]}
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "contains": {"const": "0.2"}},
        "name": {"type": "string"},
        "identifierSpace": {"type": "string", "pattern": "^https?://"},
        "schemaSpace": {"type": "string", "pattern": "^https?://"},
        "defaultTypes": {"type": "array", "items": TYPE, "uniqueItems": True},
        "view": {"type": "object", "properties": {"url": {"pattern": r"\{\{id\}\}"}}, "required": ["url"]},
        "preview": {
            "type": "object",
            "required": ["url", "width", "height"],
            "properties": {
                "url": {"pattern": r"\{\{id\}\}"},
                "width": {"type": "integer"},
                "height": {"type": "integer"},
            },
        },
        "suggest": {"type": "object", "additionalProperties": SERVICE},
        "extend": {"type": "object", "properties": {"propose_properties": SERVICE}},
    },
}
CANDIDATE = {
    "type": "object",
    "required": ["id", "name", "score"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": TYPE},
    },
}
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
    },
}
VALUE = {
    "oneOf": [
        {"required": [key, *more], "properties": {key: {"type": kind}}, "maxProperties": 1 + len(more)}
        for key, kind, more in (("str", "string", ()), ("float", "number", ()), ("id", "string", ("name",)))
    ]
}
EXTENSION = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": {"type": "array", "items": TYPE},
        "rows": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "array", "items": VALUE}},
        },
    },
}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {"result": {"type": "array", "items": {"type": "object", "required": ["id", "name"]}}},
}


def ask(client: TestClient, **queries: Any) -> dict[str, Any]:
    body: dict[str, Any] = client.post("/reconcile", data={"queries": json.dumps(queries)}).json()
    jsonschema.validate(body, RESULTS)
    return body


def test_the_manifest_conforms_and_its_addresses_answer(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    jsonschema.validate(manifest, MANIFEST)
    view = client.get(manifest["view"]["url"].replace("{{id}}", "place/510500"), follow_redirects=True)
    preview = client.get(manifest["preview"]["url"].replace("{{id}}", "place/510500"))
    assert "泸州" in view.text
    assert "泸州" in preview.text
    for service in manifest["suggest"].values():
        found = client.get(service["service_url"] + service["service_path"], params={"prefix": "prov"}).json()
        jsonschema.validate(found, SUGGESTED)
        assert found["result"]
    proposed = client.get("/reconcile/properties", params={"type": "city", "limit": "3"}).json()
    assert (proposed["type"], len(proposed["properties"])) == ("city", 3)


def test_a_batch_is_answered_query_by_query(client: TestClient) -> None:
    body = ask(
        client,
        q0={"query": "泸州", "type": "city", "limit": 3},
        q1={"query": "四川大学华西医院", "type": ["hospital"], "type_strict": "any"},
        q2={"query": "Healthy Chna", "type": "programme"},
        q3={"query": "朝阳区", "type": "county", "properties": [{"pid": "province", "v": {"id": "place/110000"}}]},
        q4={"query": ""},
    )
    best = {key: (each["result"][0]["id"], each["result"][0]["match"]) for key, each in body.items() if each["result"]}
    assert best == {
        "q0": ("place/510500", True),
        "q1": ("organization/hospital-f848ffad93", True),
        "q2": ("programme/healthy-china", False),
        "q3": ("place/110105", True),
    }


def test_queries_may_be_got(client: TestClient) -> None:
    queries = json.dumps({"q0": {"query": "Luzhou"}})
    assert client.get("/reconcile", params={"queries": queries}).json()["q0"]["result"][0]["id"] == "place/510500"


def test_data_is_extended(client: TestClient) -> None:
    names = ("name_zh", "province", "lon", "sdg", "nothing")
    asked = {"ids": ["place/510500", "place/0"], "properties": [{"id": name} for name in names]}
    body = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    jsonschema.validate(body, EXTENSION)
    assert [each["id"] for each in body["meta"]] == ["name_zh", "province", "lon", "sdg"]
    assert body["rows"]["place/510500"] == {
        "name_zh": [{"str": "泸州市"}],
        "province": [{"id": "place/510000", "name": "Sichuan"}],
        "lon": [{"float": 105.442285}],
        "sdg": [],
    }
    assert body["rows"]["place/0"]["name_zh"] == []


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"queries": "["},
        {"queries": "[]"},
        {"queries": '{"q0": 5}'},
        {"extend": "{}"},
        {"queries": "{}", "extend": "{}"},
        {"other": "{}"},
    ],
)
def test_what_is_no_query_is_refused(client: TestClient, form: dict[str, str]) -> None:
    response = client.post("/reconcile", data=form)
    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
