"""Queries answered from an embedded store: rows, evidence, pages, counts, and the same in SPARQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.answer import count, every, furthest, run
from kg.errors import ParameterError
from kg.query import Query, Subject, parse
from kg.rdf.sparql import RdfStore, open_rdf
from kg.store import Store
from ontology.namespaces import uri

CENTER = "national-regional-medical-center"


def ids(store: Store, subject: Subject, **given: str) -> list[str]:
    answer = run(parse(subject, {name: [value] for name, value in given.items()}), store)
    return [str(row.get("id", row.get("code"))) for row in answer.rows]


def values(store: Store, **given: str) -> list[float]:
    answer = run(parse("statements", {name: [value] for name, value in given.items()}), store)
    return sorted(row["value"] for row in answer.rows if row["value"] is not None)


def test_cities_that_receive_carry_status_and_quote(asked_store: Store) -> None:
    answer = run(Query(subject="cities", receives=(CENTER,)), asked_store)
    assert [row["code"] for row in answer.rows] == ["510500", "510600", "511300", "511500"]
    assert {row["status"] for row in answer.rows} == {"sought"}
    quotes = {piece["quote"] for row in answer.rows for piece in row["evidence"]}
    assert quotes == {"争取4个国家区域医疗中心落户泸州、德阳、南充、宜宾"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"level": "national"}, ["510500", "510600", "511300", "511500"]),
        ({"status": "achieved"}, []),
        ({"year": "2022"}, []),
        ({"place": "泸州"}, ["510500"]),
        ({"place": "重庆"}, []),
    ],
)
def test_cities_that_receive_pass_further_filters(
    asked_store: Store, given: dict[str, str], expected: list[str]
) -> None:
    assert ids(asked_store, "cities", receives=CENTER, **given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"place": "四川", "descendants": "false"}, [40.0, 60.0, 75.0, 80.0, 250.0]),
        ({"place": "达州"}, [2.0, 2.11, 12.0]),
        ({"place": "511725"}, [12.0]),
        ({"programme": "internet-hospital"}, [1.0, 2.0, 5.0, 40.0]),
        ({"programme": "internet-hospital", "part": "false"}, [40.0]),
        ({"programme": "internet-hospital", "each": "true"}, [1.0, 2.0]),
        ({"programme": "临床重点专科", "level": "provincial", "type": "Commitment"}, [60.0, 75.0]),
        ({"indicator": "infant mortality"}, [2.11]),
        ({"measure": "open:夜间门诊"}, [12.0]),
        ({"kind": "designation", "min_value": "75"}, [75.0, 80.0, 250.0]),
        ({"max_value": "2"}, [1.0, 2.0]),
        ({"due_after": "2023-12"}, [1.0, 2.0, 4.0, 5.0, 40.0, 75.0, 80.0, 250.0]),
        ({"due_before": "2023"}, [2.11, 60.0]),
        ({"due_after": "2023-11", "due_before": "2023-12-01"}, [12.0]),
        ({"year": "2021-2022"}, [2.11, 60.0]),
        ({"actor": "卫生健康委"}, [1.0, 2.0, 4.0, 5.0, 40.0]),
        ({"unit": "permille"}, [2.11]),
        ({"comparator": "ge"}, [40.0]),
        ({"q": "NIGHT quxian"}, []),
        ({"q": "opened quxian"}, [12.0]),
        ({"q": "internet 各"}, [1.0, 2.0]),
    ],
)
def test_statements_pass_the_filters(asked_store: Store, given: dict[str, str], expected: list[float]) -> None:
    assert values(asked_store, **given) == expected


@pytest.mark.parametrize(
    ("subject", "given", "expected"),
    [
        ("counties", {}, ["511725"]),
        ("counties", {"measure": "open:夜间门诊"}, ["511725"]),
        ("hospitals", {"programme": "public-hospital-reform"}, ["hospital-f848ffad93"]),
        ("hospitals", {"place": "成都"}, ["hospital-f848ffad93"]),
        ("programmes", {"level": "county"}, ["key-clinical-specialty"]),
        ("programmes", {"place": "泸州"}, ["internet-hospital", CENTER]),
        ("indicators", {}, ["infant-mortality"]),
        ("places", {"id": "510100,510500"}, ["510100", "510500"]),
    ],
)
def test_other_subjects_hang_on_statements(
    asked_store: Store, subject: Subject, given: dict[str, str], expected: list[str]
) -> None:
    assert ids(asked_store, subject, **given) == expected


def test_documents_by_language_and_place(asked_store: Store) -> None:
    titles = [row["title"] for row in run(Query(subject="documents", place=("510000",)), asked_store).rows]
    assert titles == ["Report of 2023", "2023年工作部署", "2022年计划"]
    assert [row["title"] for row in run(Query(subject="documents", lang="en"), asked_store).rows] == ["Report of 2023"]


@pytest.mark.parametrize("sort", ["id", "-id", "year", "-year", "value", "-value", "period", "-measure"])
def test_pages_follow_one_another(asked_store: Store, sort: str) -> None:
    whole = run(Query(subject="statements", sort=sort), asked_store).rows
    query = Query(subject="statements", sort=sort, limit=4)
    paged: list[dict[str, object]] = []
    while True:
        answer = run(query, asked_store)
        paged += answer.rows
        if answer.next is None:
            break
        query = Query(subject="statements", sort=sort, limit=4, cursor=answer.next)
    assert paged == list(whole)
    assert len(paged) == count(Query(subject="statements"), asked_store) == 13


def test_every_gathers_all_pages_or_says_that_they_are_too_many(asked_store: Store) -> None:
    assert len(every(Query(subject="statements"), asked_store)) == 13
    with pytest.raises(ParameterError):
        every(Query(subject="statements"), asked_store, most=12)


@pytest.mark.parametrize(
    ("subject", "group_by", "expected"),
    [
        ("statements", "status", {"planned": 7, "achieved": 3, "sought": 1, "underway": 1, "withdrawn": 1}),
        ("commitments", "level", {None: 6, "provincial": 2, "national": 1, "county": 1}),
        ("statements", "year", {2023: 10, 2022: 2, 2021: 1}),
        ("statements", "province", {"510000": 13}),
        ("cities", "province", {"510000": 21}),
    ],
)
def test_groups_are_counted(asked_store: Store, subject: Subject, group_by: str, expected: dict[object, int]) -> None:
    place = ("510000",) if subject == "cities" else ()
    groups = run(Query(subject=subject, group_by=group_by, place=place), asked_store).groups
    assert {group["key"]: group["count"] for group in groups} == expected


def test_fields_select(asked_store: Store) -> None:
    answer = run(Query(subject="outcomes", measure=("infant-mortality",), fields=("value", "baseline")), asked_store)
    assert answer.rows == ({"value": 2.11, "baseline": {"value": 4.01, "year": "2016"}},)


def test_evidence_is_found_by_its_id(asked_store: Store) -> None:
    first = run(Query(subject="evidence"), asked_store).rows[0]
    assert run(Query(subject="evidence", id=(first["id"],)), asked_store).rows == (first,)


def test_a_reading_can_be_run_again_as_cypher(asked_store: Store) -> None:
    answer = run(Query(subject="cities", receives=(CENTER,)), asked_store)
    rows = asked_store.query(answer.reading.cypher, answer.reading.parameters)
    assert [record["code"] for record in rows.records()] == [row["code"] for row in answer.rows]


def test_the_furthest_status_is_shown() -> None:
    assert furthest(["withdrawn", "sought", "underway"]) == "underway"
    assert furthest([]) is None


@pytest.fixture(scope="module")
def rdf(asked_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RdfStore]:
    folder: Path = tmp_path_factory.mktemp("rdf")
    with open_rdf(asked_store, folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "given"),
    [
        ("cities", {"receives": CENTER}),
        ("cities", {"receives": CENTER, "level": "national"}),
        ("cities", {"receives": "internet-hospital", "place": "四川", "each": "true"}),
        ("counties", {"measure": "open:夜间门诊"}),
        ("places", {"place": "泸州"}),
        ("places", {"place": "泸州", "descendants": "false"}),
        ("commitments", {}),
        ("commitments", {"place": "四川"}),
        ("commitments", {"place": "四川", "descendants": "false", "year": "2023", "level": "provincial"}),
        ("statements", {"status": "sought,withdrawn"}),
        ("statements", {"due_after": "2023-11", "due_before": "2023-12-01"}),
        ("statements", {"min_value": "40", "max_value": "80", "unit": "count", "comparator": "eq"}),
        ("statements", {"part": "true"}),
        ("statements", {"part": "false", "each": "false"}),
        ("statements", {"actor": "卫生健康委"}),
        ("statements", {"organization": "四川大学华西医院"}),
        ("statements", {"kind": "designation", "type": "Commitment", "change": "level"}),
        ("statements", {"q": "opened quxian"}),
        ("outcomes", {"indicator": "infant-mortality"}),
        ("programmes", {"place": "四川"}),
        ("hospitals", {"programme": "public-hospital-reform"}),
        ("documents", {"lang": "zh", "place": "四川"}),
        ("evidence", {"programme": CENTER}),
    ],
)
def test_sparql_gives_the_same_answers(
    asked_store: Store, rdf: RdfStore, subject: Subject, given: dict[str, str]
) -> None:
    answer = run(parse(subject, {name: [value] for name, value in given.items()}), asked_store)
    assert answer.reading.sparql is not None
    found = json.loads(rdf.query(answer.reading.sparql, accept="json").text)["results"]["bindings"]
    assert {each["answer"]["value"] for each in found} == {_iri(subject, row) for row in answer.rows}
    assert answer.rows


def _iri(subject: Subject, row: dict[str, object]) -> str:
    if subject == "evidence":
        stretch = f"{row['start']}-{row['end']}"
        return uri("evidence", str(row["document"]), stretch, str(row["statement"]))
    folders = {"programmes": "programme", "hospitals": "organization", "documents": "document"}
    folder = folders.get(subject, "place" if "code" in row else "statement")
    return uri(folder, str(row.get("code", row.get("id"))))
