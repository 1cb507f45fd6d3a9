"""The SPARQL 1.1 Protocol."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

QUERY = "SELECT ?city WHERE { ?city hc:receives programme:national-regional-medical-center } ORDER BY ?city"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def cities(response: object) -> list[str]:
    found = response.json()["results"]["bindings"]  # type: ignore[attr-defined]
    return [each["city"]["value"].rpartition("/")[2] for each in found]


def test_a_query_comes_in_three_ways(client: TestClient) -> None:
    got = client.get("/sparql", params={"query": QUERY})
    sent = client.post("/sparql", data={"query": QUERY})
    plain = client.post("/sparql", content=QUERY, headers={"Content-Type": "application/sparql-query"})
    assert cities(got) == cities(sent) == cities(plain) == ["510500", "510600", "511300", "511500"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_accept_chooses_the_format(client: TestClient, accept: str, media_type: str) -> None:
    response = client.get("/sparql", params={"query": QUERY}, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type


def test_a_graph_is_named(client: TestClient) -> None:
    query = "SELECT ?city { ?city a hc:City } LIMIT 1"
    nowhere = client.get("/sparql", params={"query": query, "default-graph-uri": "https://nowhere.example/"})
    assert (nowhere.status_code, nowhere.json()["parameter"]) == (400, "graph")


@pytest.mark.parametrize(
    ("method", "params", "body", "headers", "status"),
    [
        ("GET", {"query": "SELECT"}, None, {}, 400),
        ("GET", {"query": "INSERT DATA { <a:> <b:> 1 }"}, None, {}, 403),
        ("GET", {"query": QUERY, "qeury": "x"}, None, {}, 400),
        ("GET", [("query", QUERY), ("query", QUERY)], None, {}, 400),
        ("GET", {"query": QUERY}, None, {"Accept": "image/png"}, 406),
        ("POST", {}, b"update=DROP%20ALL", FORM, 400),
        ("POST", {}, b"DROP ALL", {"Content-Type": "application/sparql-update"}, 415),
        ("POST", {}, b"\xff", {"Content-Type": "application/sparql-query"}, 400),
    ],
)
def test_what_is_no_query_is_refused(
    client: TestClient, *, method: str, params: dict[str, str], body: bytes | None, headers: dict[str, str], status: int
) -> None:
    response = client.request(method, "/sparql", params=params, content=body, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


def test_without_a_query_it_describes_itself(client: TestClient) -> None:
    assert "sd:SPARQL11Query" in client.get("/sparql").text
    assert "<textarea" in client.get("/sparql", headers={"Accept": "text/html"}).text
