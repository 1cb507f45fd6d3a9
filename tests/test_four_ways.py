"""One question, four ways: plain language (in both languages), REST, Cypher and SPARQL give the same set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from kg.questions import answer
from kg.settings import Settings
from kg.store import Store, open_store
from loaders.pipeline import load

SAMPLES = Path(__file__).parents[1] / "samples"
Found = set[object]


@dataclass(frozen=True)
class Asked:
    """A competency question. `field` of the plain-language answer is what column `answer` of Cypher and SPARQL holds,
    and `rest` at its end names the field of the rows."""

    zh: str
    en: str
    field: str
    rest: tuple[str, str]  # path with filters, field of a row
    cypher: str
    sparql: str
    expected: frozenset[object]


def number(subject: str, measure: str, place: str, year: int, more: str = "") -> tuple[tuple[str, str], str, str]:
    """REST, Cypher and SPARQL for the value of a measure at a place in a year; `more` is `&name=value` filters."""
    folder = "indicator" if measure in INDICATORS else "programme"
    filters = dict(pair.split("=") for pair in more.split("&") if pair)
    rest = f"/v1/{subject}?measure={measure}&place={place}&descendants=false&year={year}{more}"
    truths = {"each"}
    where = "".join(f" AND s.{n} = {v}" if n in truths else f" AND s.{n} = '{v}'" for n, v in filters.items())
    cypher = (
        f"MATCH (s:{subject[:-1].capitalize()})-[:APPLIES_TO]->(:Place {{code: '{place}'}}), (s)-[:CONCERNS]->(m) "
        f"WHERE m.id = '{measure}' AND s.year = {year}{where} AND s.value IS NOT NULL RETURN DISTINCT s.value AS answer"
    )
    triples = " ".join(f"; hc:{n} {v}" if n in truths else f"; hc:{n} {n}:{v}" for n, v in filters.items())
    sparql = (
        f"SELECT DISTINCT ?answer WHERE {{ ?s a hc:{subject[:-1].capitalize()} ; hc:concerns {folder}:{measure} ; "
        f"hc:appliesTo place:{place} ; hc:year {year} ; hc:value ?answer {triples} }}"
    )
    return (rest, "value"), cypher, sparql


INDICATORS = {"life-expectancy", "infant-mortality", "maternal-mortality"}
CENTER, BLOOD = "national-regional-medical-center", "blood-safety-center"
CITIES = frozenset({"510500", "510600", "511300", "511500"})

ASKED = (
    Asked(
        "哪些城市将获得国家区域医疗中心？",
        "Which cities receive national regional medical centers?",
        "code",
        (f"/v1/cities?receives={CENTER}", "code"),
        f"MATCH (c:City)-[:RECEIVES]->(:Programme {{id: '{CENTER}'}}) RETURN DISTINCT c.code AS answer",
        f"SELECT DISTINCT ?answer WHERE {{ ?answer hc:receives programme:{CENTER} }}",
        CITIES,
    ),
    Asked(
        "四川2023年计划新建多少家互联网医院？",
        "How many internet hospitals does Sichuan plan to build in 2023?",
        "value",
        *number("commitments", "internet-hospital", "510000", 2023),
        frozenset({40}),
    ),
    Asked(
        "成都2023年将新建几家互联网医院？",
        "How many internet hospitals will be built in Chengdu in 2023?",
        "value",
        *number("commitments", "internet-hospital", "510100", 2023, "&each=false"),
        frozenset({5}),
    ),
    Asked(
        "四川2023年建成了多少家互联网医院？",
        "How many internet hospitals were built in Sichuan in 2023?",
        "value",
        *number("outcomes", "internet-hospital", "510000", 2023),
        frozenset({43}),
    ),
    Asked(
        "四川2023年建成多少个县级临床重点专科？",
        "How many county-level key clinical specialties had Sichuan established in 2023?",
        "value",
        *number("outcomes", "key-clinical-specialty", "510000", 2023, "&level=county"),
        frozenset({246}),
    ),
    Asked(
        "达州2023年的人均预期寿命是多少岁？",
        "What was the life expectancy in Dazhou in 2023?",
        "value",
        *number("outcomes", "life-expectancy", "511700", 2023),
        frozenset({79.1}),
    ),
    Asked(
        "达州2023年的婴儿死亡率是千分之多少？",
        "What was the infant mortality rate of Dazhou in 2023?",
        "value",
        *number("outcomes", "infant-mortality", "511700", 2023),
        frozenset({1.98}),
    ),
    Asked(
        "四川2023年的孕产妇死亡率降到十万分之多少？",
        "What was the maternal mortality rate in Sichuan per 100,000 in 2023?",
        "value",
        *number("outcomes", "maternal-mortality", "510000", 2023),
        frozenset({11.5}),
    ),
    Asked(
        "达州2023年建成了多少个县域医疗次中心？",
        "How many county medical sub-centers did Dazhou build in 2023?",
        "value",
        *number("outcomes", "county-medical-sub-center", "511700", 2023),
        frozenset({12}),
    ),
    Asked(
        "四川2024年选择几个市开展紧密型城市医疗集团试点？",
        "In how many cities of Sichuan will compact urban medical groups be piloted in 2024?",
        "value",
        *number("commitments", "urban-medical-group", "510000", 2024),
        frozenset({3}),
    ),
    Asked(
        "哪家单位在争创国家西南区域血液安全中心？",
        "Which body is bidding for the national southwest regional blood safety center?",
        "zh",
        (f"/v1/commitments?measure={BLOOD}&status=sought", "organizations"),
        f"MATCH (s:Commitment {{status: 'sought'}})-[:CONCERNS]->(m), (s)-[:NAMES]->(o:Organization) "
        f"WHERE m.id = '{BLOOD}' RETURN DISTINCT o.name_zh AS answer",
        f"SELECT DISTINCT ?answer WHERE {{ ?s hc:concerns programme:{BLOOD} ; hc:status status:sought ; hc:names ?o . "
        "?o skos:prefLabel ?answer }",
        frozenset({"成都市血液中心"}),
    ),
    Asked(
        "达州的家庭医生签约率什么时候要达到45%？",
        "By when is the family doctor contract rate in Dazhou to reach 45 percent?",
        "date",
        ("/v1/commitments?measure=family-doctor-contract-rate&place=511700", "period"),
        "MATCH (s:Commitment)-[:CONCERNS]->(m), (s)-[:APPLIES_TO]->(:Place {code: '511700'}) "
        "WHERE m.id = 'family-doctor-contract-rate' RETURN DISTINCT s.period AS answer",
        "SELECT DISTINCT (STR(?due) AS ?answer) WHERE { ?s a hc:Commitment ; hc:appliesTo place:511700 ; "
        "hc:period ?due ; hc:concerns indicator:family-doctor-contract-rate }",
        frozenset({"2025"}),
    ),
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("ways"), read_rate=0)


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[Store]:
    with open_store(settings) as opened:
        load([SAMPLES], opened)
        yield opened


@pytest.fixture(scope="module")
def client(store: Store, settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(store, settings)) as opened:
        yield opened


def plain(value: object) -> object:
    """A value as the other ways give it: a number as float, a URI as its last part."""
    if isinstance(value, str):
        return value.rpartition("/")[2] if value.startswith("http") else value
    return float(value) if isinstance(value, (int, float)) else value


def in_words(text: str, field: str, store: Store) -> Found:
    found: Any = answer(text, store)["answers"]
    return {plain(each[field]) for each in found}


def over_rest(rest: tuple[str, str], client: TestClient) -> Found:
    path, field = rest
    reply = client.get(path)
    assert reply.status_code == 200, reply.text
    cells = [row[field] for row in reply.json()["results"] if row[field] is not None]
    return {plain(each) for cell in cells for each in (cell if isinstance(cell, list) else [cell])}


def in_cypher(cypher: str, store: Store) -> Found:
    return {plain(row["answer"]) for row in store.query(cypher, {}).records()}


def in_sparql(sparql: str, client: TestClient) -> Found:
    reply = client.get("/sparql", params={"query": sparql, "format": "json"})
    assert reply.status_code == 200, reply.text
    rows = [row["answer"] for row in reply.json()["results"]["bindings"]]
    return {plain(float(each["value"]) if "decimal" in each.get("datatype", "") else each["value"]) for each in rows}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.en)
def test_four_ways_give_the_same_set(asked: Asked, store: Store, client: TestClient) -> None:
    expected = {plain(each) for each in asked.expected}
    assert in_words(asked.zh, asked.field, store) == expected
    assert in_words(asked.en, asked.field, store) == expected
    assert over_rest(asked.rest, client) == expected
    assert in_cypher(asked.cypher, store) == expected
    assert in_sparql(asked.sparql, client) == expected


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.en)
def test_query_and_link_that_an_answer_shows_find_its_statements(
    asked: Asked, store: Store, client: TestClient
) -> None:
    reading: Any = answer(asked.zh, store)["reading"]
    by_cypher = {row["id"] for row in store.query(reading["cypher"], reading["parameters"]).records()}
    by_link = {row["id"] for row in client.get(reading["rest"]).json()["results"]}
    assert by_cypher == by_link
    assert by_cypher
