"""The client against a real server: every resource, pages, what is refused, writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest

from api import errors as door
from client import Client, Filters, Listed, UnexpectedReplyError, UnreachableError
from client.errors import refused
from kg import errors
from kg.query import PARAMETERS, Subject
from kg.query.parameters import OPTIONS

CENTER = "national-regional-medical-center"
NEW = "绵阳市2026年计划新建社区卫生服务中心6家。"


def test_the_cities_that_receive_a_programme(client: Client) -> None:
    cities = client.cities(receives=CENTER)
    assert cities.count == 4
    assert [(city.code, city.name_en, city.status) for city in cities] == [
        ("510500", "Luzhou", "sought"),
        ("510600", "Deyang", "sought"),
        ("511300", "Nanchong", "sought"),
        ("511500", "Yibin", "sought"),
    ]
    assert all(quote.quote for city in cities for quote in city.evidence)
    assert cities.reading.rest == f"/v1/cities?receives={CENTER}&limit=200"


def test_pages_are_read_as_they_are_iterated(client: Client) -> None:
    whole = [each.id for each in client.statements()]
    paged = client.statements(limit=10)
    pages = list(paged.pages())
    assert [row.id for page in pages for row in page.rows] == [each.id for each in paged] == whole
    assert [len(page.rows) for page in pages[:-1]] == [10] * (len(whole) // 10)
    later = client.statements(limit=10, cursor=pages[0].meta.next or "")
    assert [each.id for each in later] == whole[10:]


def test_filters_are_keywords(client: Client) -> None:
    some = client.commitments(place="四川", status=["sought", "planned"], year=range(2022, 2024), min_value=1.5)
    dated = client.statements(due_after=date(2023, 1, 1), each=True)
    assert 0 < some.count < client.commitments(place="四川").count
    assert {each.status for each in some} <= {"sought", "planned"}
    assert {each.each for each in dated} == {True}


def test_filters_are_those_of_the_api() -> None:
    named = set(Filters.__annotations__)
    assert named == {each.name for each in PARAMETERS.values()} - set(OPTIONS)
    assert set(Listed.__annotations__) == named | (set(OPTIONS) - {"group_by"})


def test_every_list_of_the_api_is_a_method(client: Client) -> None:
    lists: dict[str, Any] = {name: getattr(client, name)(limit=3) for name in get_args(Subject)}
    assert [name for name, found in lists.items() if len(next(found.pages()).rows) > 3] == []


def test_every_resource_of_the_api_is_a_method(client: Client) -> None:
    statement = next(iter(client.commitments(programme="internet-hospital", place="510100")))
    document = client.document(statement.evidence[0].document)
    assert client.statement(statement.id) == statement
    assert statement in document.statements
    assert client.place("Luzhou").code == "510500"
    assert client.programme("互联网医院").id == "internet-hospital"
    assert client.indicator("infant-mortality").kind == "indicator"
    assert client.specialty("cardiology").kind == "specialty"
    hospital = next(iter(client.hospitals()))
    assert client.organization(hospital.id).name_zh == hospital.name_zh
    assert [point.value for point in client.series("infant-mortality").points]
    assert client.ledger(programme="internet-hospital", place="510000")[0].entries[0].relation == "stated"
    assert next(iter(client.counts("statements", "status"))).key == "planned"
    assert "place:510500" in client.network(status="sought")


def test_questions_in_plain_language_and_in_cypher(client: Client) -> None:
    asked = client.ask("How many internet hospitals are planned in Chengdu?")
    assert [answer.value for answer in asked.answers] == [5]
    assert client.ask("成都新建几家互联网医院?", lang="zh").answers[0].value == 5
    table = client.cypher("MATCH (c:City {code: $code}) RETURN c.name_en", {"code": "510500"})
    assert (table.columns, table.rows) == (["c.name_en"], [["Luzhou"]])


def test_a_document_is_sent_and_deleted(client: Client, tmp_path: Path) -> None:
    dry = client.send(NEW, dry_run=True)
    assert (dry.stored, len(dry.statements)) == (False, 1)
    (tmp_path / "plan.txt").write_text(NEW, encoding="utf-8")
    sent = client.send(tmp_path / "plan.txt")
    assert (sent.stored, sent.document) == (True, dry.document)
    assert [each.value for each in client.commitments(document=sent.document)] == [6]
    client.delete(sent.document)
    with pytest.raises(door.NotFoundError):
        client.document(sent.document)


@pytest.mark.parametrize(
    ("call", "raised", "hint"),
    [
        (lambda client: client.place("Luzhu"), errors.UnknownNameError, "510500 (Luzhou)"),
        (lambda client: client.cities(recieves=CENTER).count, errors.UnknownParameterError, "receives"),
        (lambda client: list(client.cities(limit=9999)), errors.ParameterError, None),
        (lambda client: list(client.cities(cursor="abc")), errors.ParameterError, "Start again"),
        (lambda client: client.statement("nothing"), door.NotFoundError, "/v1/statements"),
        (lambda client: client.cypher("MATCH (n) DELETE n"), errors.ReadOnlyError, None),
        (lambda client: client.cypher("MATCH (n RETURN n"), errors.QuerySyntaxError, None),
        (lambda client: client.ask(" "), errors.ParameterError, "?q="),
        (lambda client: client.send(""), errors.EmptyDocumentError, None),
    ],
)
def test_what_is_refused_is_raised(
    client: Client, *, call: Callable[[Client], object], raised: type[errors.KgError], hint: str | None
) -> None:
    with pytest.raises(errors.KgError) as refusal:
        call(client)
    assert type(refusal.value) is raised
    assert hint is None or hint in str(refusal.value)
    assert "http://127.0.0.1" in refusal.value.__notes__[0]


def test_an_unknown_name_comes_with_suggestions(client: Client) -> None:
    with pytest.raises(errors.UnknownNameError) as refusal:
        client.commitments(place="Luzhu").pandas()
    assert (refusal.value.parameter, refusal.value.value) == ("place", "Luzhu")
    assert refusal.value.suggestions[0] == "510500 (Luzhou)"


def test_writing_needs_a_key(address: str) -> None:
    with Client(address) as client, pytest.raises(door.KeyRequiredError):
        client.send(NEW)


def test_who_asks_too_often_learns_how_long_to_wait() -> None:
    problem = {"type": "/problems#rate-limited", "status": 429, "detail": "Too many."}
    headers = {"content-type": "application/problem+json", "retry-after": "7"}
    reply = httpx.Response(429, json=problem, headers=headers, request=httpx.Request("GET", "http://127.0.0.1/"))
    error = refused(reply)
    assert isinstance(error, door.RateLimitedError)
    assert error.wait == 7


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "127.0.0.1:8000", "http://127.0.0.1:no"])
def test_where_nobody_answers(address: str) -> None:
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1"):
        Client(address).ask("?")


def test_another_server_is_told_apart(address: str) -> None:
    with Client(f"{address}/docs") as client, pytest.raises(door.NotFoundError):
        client.ask("?")
    page = httpx.Response(200, html="<p>hello", request=httpx.Request("GET", address))
    assert isinstance(refused(page), UnexpectedReplyError)
