"""Single resources: places, terms, bodies, documents, evidence, series, ledger, network, questions, Cypher."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from fastapi.testclient import TestClient

CENTER = "national-regional-medical-center"


@pytest.mark.parametrize("written", ["510500", "泸州", "Luzhou"])
def test_a_place_tells_what_is_said_of_it(client: TestClient, written: str) -> None:
    body = client.get(f"/v1/places/{written}").json()
    assert (body["code"], [each["code"] for each in body["part_of"]]) == ("510500", ["510000", "CN"])
    assert body["counts"] == {"commitments": 2, "outcomes": 0}
    assert [(each["id"], each["status"]) for each in body["programmes"]] == [
        ("internet-hospital", "planned"),
        (CENTER, "sought"),
    ]
    assert body["programmes"][1]["evidence"][0]["quote"].startswith("争取4个")


def test_a_place_of_which_nothing_is_said_is_still_a_place(client: TestClient) -> None:
    body = client.get("/v1/places/350203").json()
    assert (body["name_zh"], body["counts"], body["programmes"]) == ("思明区", {"commitments": 0, "outcomes": 0}, [])


def test_a_term_tells_how_often_it_is_promised(client: TestClient) -> None:
    body = client.get("/v1/programmes/临床重点专科").json()
    assert (body["id"], body["counts"]) == ("key-clinical-specialty", {"commitments": 3, "outcomes": 1})
    assert client.get("/v1/indicators/infant-mortality").json()["unit"] == "permille"
    assert client.get("/v1/specialties/心血管内科").status_code in {200, 404}


def test_a_hospital_is_found_by_its_name(client: TestClient) -> None:
    body = client.get("/v1/hospitals/四川大学华西医院").json()
    assert (body["id"], body["city"], body["counts"]["commitments"]) == ("hospital-f848ffad93", "510100", 1)
    assert client.get("/v1/organizations/hospital-f848ffad93").json()["id"] == body["id"]


def test_statements_and_evidence_have_their_own_address(client: TestClient) -> None:
    first = client.get("/v1/commitments").json()["results"][0]
    assert client.get(f"/v1/commitments/{first['id']}").json() == first
    assert client.get(f"/v1/statements/{first['id']}").json() == first
    assert client.get(f"/v1/outcomes/{first['id']}").status_code == 404
    piece = client.get("/v1/evidence").json()["results"][0]
    assert client.get(f"/v1/evidence/{piece['id']}").json() == piece


def test_a_series_holds_baselines_too(client: TestClient) -> None:
    body = client.get("/v1/indicators/infant-mortality/series?place=达州").json()
    assert [(each["year"], each["value"], each["baseline"], each["status"]) for each in body["points"]] == [
        (2016, 4.01, True, "achieved"),
        (2021, 2.11, False, "achieved"),
    ]
    assert body["points"][0]["evidence"][0]["quote"].startswith("Infant mortality fell")
    assert client.get("/v1/indicators/infant-mortality/series?place=四川").json()["points"] == []
    wide = client.get("/v1/indicators/infant-mortality/series?place=四川&descendants=true").json()
    assert len(wide["points"]) == 2


def test_a_document_shows_where_it_says_what(client: TestClient) -> None:
    id = client.get("/v1/documents?lang=en").json()["results"][0]["id"]
    body = client.get(f"/v1/documents/{id}").json()
    assert len(body["statements"]) == 3
    text = {line["start"]: line for line in body["passages"]}
    for line in text.values():
        for mark in line["marks"]:
            assert line["start"] <= mark["start"] < mark["end"] <= line["end"]
            assert mark["statement"] in {row["id"] for row in body["statements"]}
    assert sum(len(line["marks"]) for line in text.values()) == 3


def test_the_ledger_follows_a_commitment(client: TestClient) -> None:
    first = client.get("/v1/commitments?programme=key-clinical-specialty&year=2022").json()["results"][0]
    [thread] = client.get(f"/v1/commitments/{first['id']}/ledger").json()["threads"]
    assert [each["relation"] for each in thread["entries"]] == ["stated", "revised", "delivered"]
    assert [each["difference"] for each in thread["entries"]] == [None, 15, 5]
    listed = client.get("/v1/ledger?programme=internet-hospital").json()["threads"]
    assert [each["sum"] for thread in listed for each in thread["sums"]] == [42]
    assert client.get("/v1/ledger?limit=5").status_code == 400
    assert client.get("/v1/commitments/none/ledger").status_code == 404


def test_a_network_is_read_by_other_programs(client: TestClient) -> None:
    response = client.get(f"/v1/network?programme={CENTER}")
    assert response.headers["content-type"] == "application/graphml+xml"
    assert len(nx.read_graphml(io.BytesIO(response.content))) == 10
    assert len(client.get(f"/v1/network?programme={CENTER}&format=json").json()["nodes"]) == 10


@pytest.mark.parametrize(
    "question", ["Which cities receive national regional medical centers?", "哪些城市将获得国家区域医疗中心？"]
)
def test_a_question_is_answered_with_quotes(client: TestClient, question: str) -> None:
    body = client.get("/v1/ask", params={"q": question}).json()
    assert {each["code"] for each in body["answers"]} == {"510500", "510600", "511300", "511500"}
    assert {each["status"] for each in body["answers"]} == {"sought"}
    assert body["evidence"][0]["quote"].startswith("争取4个")
    assert client.get(body["reading"]["rest"]).status_code == 200


def test_cypher_reads_and_nothing_else(client: TestClient) -> None:
    query = "MATCH (c:City)-[r:RECEIVES]->(p:Programme {id: $id}) RETURN c.code AS code ORDER BY code"
    body = client.post("/v1/cypher", json={"query": query, "parameters": {"id": CENTER}, "limit": 2}).json()
    assert body == {"columns": ["code"], "rows": [["510500"], ["510600"]], "truncated": True}
    refused = client.post("/v1/cypher", json={"query": "CREATE (n:City) RETURN n"})
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems#read-only")
    wrong = client.post("/v1/cypher", json={"query": "MATCH (n RETURN n"})
    assert (wrong.status_code, wrong.json()["type"]) == (400, "/problems#query-syntax")
    assert client.post("/v1/cypher", json={"text": "x"}).status_code == 400
    assert client.post("/v1/cypher", content=b"{").status_code == 400
