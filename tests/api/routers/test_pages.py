"""The pages that a person sees."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.pages import stretches


def test_the_question_box_answers_with_quotes_that_lead_to_the_document(client: TestClient) -> None:
    page = client.get("/", params={"q": "Which cities receive national regional medical centers?"}).text
    for city in ("Luzhou", "Deyang", "Nanchong", "Yibin"):
        assert f">{city}</a>" in page
    assert "争取4个国家区域医疗中心落户泸州、德阳、南充、宜宾" in page
    link = re.search(r'href="(/documents/[^"#]*)#(at-\d+)"', page)
    assert link is not None
    document = client.get(link[1].replace("&amp;", "&"))
    assert document.status_code == 200
    assert f'id="{link[2]}"' in document.text


def test_a_question_in_chinese_is_answered_in_chinese(client: TestClient) -> None:
    page = client.get("/", params={"q": "哪些城市将获得国家区域医疗中心？"})
    assert page.headers["content-language"] == "zh"
    assert ">泸州市</a>" in page.text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", ["/", "/places/CN", "/places/510500", "/documents", "/problems"])
def test_every_page_comes_in_both_languages(client: TestClient, path: str, lang: str) -> None:
    page = client.get(path, params={"lang": lang})
    assert page.status_code == 200
    assert f'<html lang="{lang}">' in page.text
    assert 'name="viewport"' in page.text


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    page = client.get("/", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_pages_run_no_scripts(client: TestClient) -> None:
    assert client.get("/").headers["content-security-policy"].startswith("default-src 'none'")


def test_what_is_not_understood_is_said(client: TestClient) -> None:
    page = client.get("/", params={"q": "How many village clinics will Sichuan renovate in 2023?"}).text
    assert "The documents do not say." in page


def test_a_passage_is_cut_at_its_evidence() -> None:
    marks = [{"start": 12, "end": 15, "statement": "a"}, {"start": 13, "end": 99, "statement": "b"}]
    passage = {"start": 10, "end": 18, "text": "abcdefgh", "marks": marks}
    assert stretches(passage) == [("ab", ()), ("c", ("a",)), ("de", ("a", "b")), ("fgh", ("b",))]


def test_an_entity_leads_to_its_page(client: TestClient) -> None:
    assert client.get("/entity/place/510500", follow_redirects=False).headers["location"] == "/places/510500"
    assert client.get("/entity/organization/hospital-f848ffad93").json()["id"] == "hospital-f848ffad93"


def test_the_viewer_of_the_api_comes_from_this_server_alone(client: TestClient) -> None:
    page = client.get("/docs")
    assert "script-src 'self';" in page.headers["content-security-policy"]
    sources = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert len(sources) == len(re.findall(r"<script|<link", page.text)) - 1  # the icon is none
    kinds = [client.get(source).headers["content-type"].partition(";")[0] for source in sources]
    assert kinds == ["text/css", "text/javascript", "text/javascript"]
    assert '"/openapi.json"' in client.get("/docs/start.js").text
    assert client.get("/docs/other.js").status_code == 404
