"""Lists over HTTP: JSON, CSV, GeoJSON, JSON-LD, pages, counts, fields."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from fastapi.testclient import TestClient

CENTER = "national-regional-medical-center"
LISTS = (
    "commitments", "outcomes", "statements", "places", "provinces", "cities", "counties", "hospitals", "organizations",
    "programmes", "indicators", "specialties", "documents", "evidence",
)  # fmt: skip


def test_the_question_that_everybody_asks(client: TestClient) -> None:
    body = client.get("/v1/cities", params={"receives": CENTER}).json()
    assert [row["code"] for row in body["results"]] == ["510500", "510600", "511300", "511500"]
    assert body["results"][0]["status"] == "sought"
    assert body["results"][0]["evidence"][0]["quote"] == "争取4个国家区域医疗中心落户泸州、德阳、南充、宜宾"
    assert body["meta"]["count"] == 4
    assert body["meta"]["reading"]["rest"] == f"/v1/cities?receives={CENTER}"


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_all_its_formats(client: TestClient, name: str) -> None:
    body = client.get(f"/v1/{name}").json()
    assert body["meta"]["count"] >= len(body["results"])
    table = list(csv.reader(io.StringIO(client.get(f"/v1/{name}?format=csv").text)))
    assert len(table) == len(body["results"]) + 1
    assert len({len(line) for line in table}) == 1
    linked = client.get(f"/v1/{name}", headers={"Accept": "application/ld+json"})
    assert linked.headers["content-type"] == "application/ld+json"
    list(pyoxigraph.parse(linked.content, pyoxigraph.RdfFormat.JSON_LD))


def test_json_ld_says_what_sparql_knows(client: TestClient) -> None:
    content = client.get("/v1/statements?format=jsonld").content
    said = {str(each.triple) for each in pyoxigraph.parse(content, pyoxigraph.RdfFormat.JSON_LD)}
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    asked = client.get("/sparql", params={"query": query, "format": "nt"}).content
    known = {str(each.triple) for each in pyoxigraph.parse(asked, pyoxigraph.RdfFormat.N_TRIPLES)}
    assert said
    assert said <= known


def test_places_are_points_on_a_map(client: TestClient) -> None:
    body = client.get("/v1/cities", params={"receives": CENTER, "format": "geojson"}).json()
    assert body["type"] == "FeatureCollection"
    assert body["features"][0]["geometry"] == {"type": "Point", "coordinates": [105.442285, 28.871805]}
    assert body["features"][0]["properties"]["name_en"] == "Luzhou"


def test_a_table_is_no_formula(client: TestClient) -> None:
    from api.table import _cell

    assert [_cell(each) for each in ("=1+1", "-3", "x", -3.0, True, ["a", "b"])] == [
        "'=1+1", "'-3", "x", "-3", "true", "a;b",
    ]  # fmt: skip


def test_links_lead_from_page_to_page(client: TestClient) -> None:
    path, seen = "/v1/statements?limit=5&sort=-value", []
    while path:
        response = client.get(path)
        assert response.json()["meta"]["count"] == 13
        seen += [row["id"] for row in response.json()["results"]]
        path = response.links.get("next", {}).get("url", "")
    assert len(seen) == len(set(seen)) == 13


def test_groups_are_counted(client: TestClient) -> None:
    body = client.get("/v1/statements?group_by=measure").json()
    assert "results" not in body
    assert body["meta"]["count"] == 13
    first = {"key": "internet-hospital", "zh": "互联网医院", "en": "internet hospital", "count": 4}
    assert body["groups"][0] == first
    assert client.get("/v1/statements?group_by=measure&format=csv").text.splitlines()[1] == ",".join(
        map(str, first.values())
    )


def test_fields_are_selected(client: TestClient) -> None:
    body = client.get("/v1/outcomes?fields=value,places&indicator=infant mortality").json()
    assert body["results"] == [{"value": 2.11, "places": ["511700"]}]
    table = client.get("/v1/outcomes?fields=value,places&indicator=infant mortality&format=csv").text
    assert table == "value,places\r\n2.11,511700\r\n"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("text/csv", "text/csv"),
        ("application/ld+json;q=0.5, text/csv;q=0.2", "application/ld+json"),
        ("application/*", "application/json"),
        ("application/json;q=0.1, application/geo+json", "application/geo+json"),
    ],
)
def test_the_accept_header_chooses(client: TestClient, accept: str, media_type: str) -> None:
    response = client.get("/v1/cities", headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type


def test_what_nobody_has_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/v1/cities", headers={"Accept": "image/png"}).status_code == 406


def test_what_a_reading_shows_can_be_asked(client: TestClient) -> None:
    body = client.get("/v1/commitments?place=Sichuan&level=provincial&sort=-value").json()
    reading = body["meta"]["reading"]
    again = client.get(reading["rest"]).json()
    asked = {"query": reading["cypher"], "parameters": reading["parameters"]}
    table = client.post("/v1/cypher", json=asked).json()
    found = client.get("/sparql", params={"query": reading["sparql"], "format": "json"}).json()
    ids = [row["id"] for row in body["results"]]
    assert [row["id"] for row in again["results"]] == ids
    assert [row[0] for row in table["rows"]] == ids
    assert sorted(each["answer"]["value"].rpartition("/")[2] for each in found["results"]["bindings"]) == sorted(ids)
    assert json.dumps(reading["parameters"])
