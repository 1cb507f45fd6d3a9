"""Queries that may be run: SPARQL 1.1 queries over this graph, and nothing that writes or reaches out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from kg.errors import QuerySyntaxError, ReadOnlyError
from ontology.namespaces import PREFIXES

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
FORMS: tuple[Form, ...] = get_args(Form)
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

LENGTH = 100_000  # characters of a query
SERVICES = 100  # times that the word may occur, so that looking after each takes no time

# SERVICE with what has to follow it, wherever it stands. A grammar may read `a<b` as the start of an IRI or as a
# comparison, so whether a place is inside of a string is not decided here: such text is refused in a string, too.
_SPACE = r"(?>\s|#[^\n\r]*+)*+"
_SERVICE = re.compile(
    rf"(?<![?$:/#-])service{_SPACE}(?:silent{_SPACE})?(?:<[^<>]*+>|[?$]\w++|[\w.-]*+:[^\s{{]*+){_SPACE}\{{",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\n\r]*+)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
      | (?P<text>\"\"\"(?:"{0,2}(?:[^"\\]|\\.))*+\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*+'''
                |"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+'|["'][^\n\r]*+)
      | (?P<variable>[?$]\w+|@[A-Za-z-]+)
      | (?P<name>(?:[^\W\d_][\w.-]*+)?:(?:[\w.:%-]|\\.)*+)
      | (?P<word>[^\W\d_][\w.-]*+)
      | (?P<other>\d[\d.eE]*|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be run; `graphs` are the IRIs of its FROM and FROM NAMED."""

    text: str
    form: Form
    graphs: tuple[str, ...] = ()


def check(query: str) -> Checked:
    """Let a query pass, or say why not.

    Raises ReadOnlyError for an update or a SERVICE, QuerySyntaxError for what is no query at all. A query that passes
    may still not parse.
    """
    if len(query) > LENGTH:
        raise QuerySyntaxError(
            f"The query has {len(query)} characters; at most {LENGTH} are read.", hint="Ask in parts."
        )
    if query.lower().count("service") > SERVICES or _SERVICE.search(query):
        raise ReadOnlyError(
            "SERVICE is not allowed: queries are answered from this graph alone.",
            hint="Query the other endpoint itself.",
        )
    tokens = [(kind, text) for kind, text in _tokens(query) if kind != "space"]
    prefixes = dict(PREFIXES)
    at = _after_prologue(tokens, prefixes)
    keyword = tokens[at][1].upper() if at < len(tokens) and tokens[at][0] == "word" else ""
    if keyword in UPDATES:
        raise ReadOnlyError(
            f"{keyword} is an update, and this endpoint is read-only.",
            hint="Load documents to change the graph: kg load.",
        )
    form = next((form for form in FORMS if form == keyword), None)
    if form is None:
        raise QuerySyntaxError(
            "The query has no SELECT, ASK, CONSTRUCT or DESCRIBE." if tokens else "The query is empty.",
            hint="For example: SELECT ?city WHERE { ?city hc:receives ?programme }",
        )
    return Checked(query, form, tuple(_graphs(tokens[at:], prefixes)))


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(query):
        yield str(match.lastgroup), match.group().rstrip(".-") if match.lastgroup == "word" else match.group()


def _after_prologue(tokens: list[tuple[str, str]], prefixes: dict[str, str]) -> int:
    """The place of the first token after BASE and PREFIX declarations, which are added to `prefixes`."""
    at = 0
    while at < len(tokens) and tokens[at][1].upper() in ("PREFIX", "BASE"):
        if tokens[at][1].upper() == "BASE":
            at += 2
            continue
        if at + 2 < len(tokens):
            prefixes[tokens[at + 1][1].rstrip(":")] = tokens[at + 2][1][1:-1]
        at += 3
    return at


def _graphs(tokens: list[tuple[str, str]], prefixes: dict[str, str]) -> Iterator[str]:
    """The IRIs after FROM and FROM NAMED, which stand before the first brace."""
    expected = False
    for kind, text in tokens:
        if text == "{":
            return
        if kind == "word":
            expected = text.upper() == "FROM" or (expected and text.upper() == "NAMED")
        elif expected:
            prefix, _, local = text.partition(":")
            yield text[1:-1] if kind == "iri" else prefixes.get(prefix, f"{prefix}:") + local
            expected = False
