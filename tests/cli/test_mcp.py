"""The MCP server, asked by a real client over standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Session:
    """A client that calls from outside its event loop."""

    client: Client
    portal: BlockingPortal

    def call(self, tool: str, **arguments: Any) -> Any:
        """What a tool answers, or the message of its error."""
        result = self.portal.call(self.client.call_tool, tool, arguments)
        return result.content[0].text if result.is_error else result.structured_content


@pytest.fixture(scope="module")
def session(data: Path) -> Iterator[Session]:
    """A client of `kg mcp` over the samples."""
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "cli", "mcp", "--data", str(data)], cwd=str(ROOT)
    )
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(Client(command)) as client:
        yield Session(client, portal)


def test_tools_are_listed_as_reading_only(session: Session) -> None:
    listed = session.portal.call(session.client.list_tools).tools
    told = {tool.name: bool(tool.annotations and tool.annotations.read_only_hint) for tool in listed}
    assert told == dict.fromkeys(("ask", "search", "commitments", "place", "document", "cypher"), True)


def test_ask_answers_with_quotes(session: Session) -> None:
    found = session.call("ask", question="哪些城市将获得国家区域医疗中心？")
    assert {each["code"] for each in found["answers"]} == {"510500", "510600", "511300", "511500"}
    assert all(piece["quote"] for piece in found["evidence"])


def test_commitments_pass_their_filters_and_carry_quotes(session: Session) -> None:
    found = session.call("commitments", measure="互联网医院", place="Chengdu", year=2023)
    assert {(each["value"], tuple(each["places"])) for each in found["statements"]} >= {(5.0, ("510100",))}
    assert all(each["evidence"][0]["quote"] for each in found["statements"])


def test_search_finds_words_of_quotes(session: Session) -> None:
    found = session.call("search", words="婴儿死亡率", place="达州")
    assert {each["measure"]["id"] for each in found["statements"]} == {"infant-mortality"}


def test_place_tells_what_it_is_part_of_and_what_is_stated_of_it(session: Session) -> None:
    found = session.call("place", name="泸州")
    assert [each["code"] for each in found["places"]] == ["510500"]
    assert "national-regional-medical-center" in {each["measure"]["id"] for each in found["statements"]}


def test_document_gives_its_text_and_statements(session: Session) -> None:
    found = session.call("ask", question="成都2023年新建几家互联网医院？")
    id = found["evidence"][0]["document"]
    document = session.call("document", id=id)
    assert found["evidence"][0]["quote"] in document["text"]
    assert document["statements"]


def test_cypher_reads(session: Session) -> None:
    query = "MATCH (c:City {code: $code}) RETURN c.name_zh AS name"
    found = session.call("cypher", query=query, parameters={"code": "510500"})
    assert found == {"rows": [{"name": "泸州市"}], "truncated": False}


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("cypher", {"query": "MATCH (n) DETACH DELETE n"}, "read"),
        ("commitments", {"status": "hoped"}, "hoped"),
        ("commitments", {"place": "Atlantis"}, "Atlantis"),
        ("document", {"id": "none"}, "none"),
    ],
)
def test_what_is_wrong_comes_back_as_an_error_in_words(session: Session, tool: str, arguments: Any, said: str) -> None:
    message = session.call(tool, **arguments)
    assert isinstance(message, str)
    assert said in message
