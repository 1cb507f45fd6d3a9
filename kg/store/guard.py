"""What a user's Cypher may hold, told from its text and, on Neo4j, from its plan.

This stands before the engines' own means (READ access mode on Neo4j, a user that may only read on the embedded engine),
which let pass what is no write: LOAD CSV, SHOW, TERMINATE, procedures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import QuerySyntaxError, ReadOnlyError

LONGEST = 100_000  # characters
FIRST = {"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"}
PROCEDURES = {
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.visualization",
    "db.index.fulltext.querynodes",
}
FUNCTIONS = {"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"}  # before the first dot
CLAUSES = {  # words that begin a clause that changes or leaves the graph
    "CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "DROP", "FOREACH", "INSERT", "LOAD", "USE", "SHOW",
    "TERMINATE",
}  # fmt: skip
BEFORE_VALUES = {  # after these comes a value, so a word is a variable
    ",", "(", "[", "=", "<", ">", "+", "-", "*", "/", "%", "^", "AS", "BY", "IN", "AND", "OR", "XOR", "NOT", "WHERE",
    "RETURN", "WITH", "UNWIND", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "LIMIT", "SKIP", "CONTAINS",
}  # fmt: skip
OPERATORS = re.compile(r"LoadCSV|Terminate|Show|Create|Merge|Delete|Set|Remove|Foreach|Detach|Transaction|Eager.*Write")
READING_OPERATORS = {"SetOwnProperty", "MergeJoin"}

TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n\r]*|/\*.*?(?:\*/|\Z))
  | (?P<string>'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z))
  | (?P<quoted>`(?:``|[^`])*(?:`|\Z))
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d\w*)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


def check(text: str) -> None:
    """Refuse what a reader may not ask, before any engine sees it. Raises ReadOnlyError, QuerySyntaxError."""
    if len(text) > LONGEST:
        raise QuerySyntaxError(f"The query is {len(text)} characters long; {LONGEST} are allowed.")
    if "\x00" in text or re.search(r"\\u+[0-9a-fA-F]{4}", text):
        raise ReadOnlyError("Escapes like \\u0041 are not allowed in a query.", hint="Write the character, or pass it.")
    tokens = list(_tokens(text))
    if not tokens:
        raise QuerySyntaxError("The query is empty.")
    first = tokens[0][1].upper()
    if first not in FIRST:
        known = ", ".join(sorted(FIRST))
        raise ReadOnlyError(f"A query cannot begin with {tokens[0][1]!r} here; it may with {known}.")
    for at in range(len(tokens)):
        _check_token(tokens, at)


def check_plan(kind: str | None, plan: Mapping[str, Any] | None) -> None:
    """Refuse what Neo4j's EXPLAIN shows to be more than reading. Raises ReadOnlyError."""
    if kind != "r":
        raise ReadOnlyError("The query would change something.")
    for operator, details in _operators(plan or {}):
        if operator not in READING_OPERATORS and OPERATORS.search(operator):
            raise ReadOnlyError(f"The query would do more than read: {operator}.")
        if operator == "ProcedureCall":
            name = details.partition("(")[0].strip().lower()
            if name not in PROCEDURES:
                raise ReadOnlyError(f"The procedure {name} cannot be called here.")


def unprefixed(message: str, prefix: str) -> str:
    """An engine's message about a query as it would be without a prefix on its first line."""

    def shift(match: re.Match[str]) -> str:
        column, offset = (int(number) - len(prefix) for number in match.groups())
        return f"line 1, column {column} (offset: {offset})"

    message = re.sub(r"line 1, column (\d+) \(offset: (\d+)\)", shift, message)
    return re.sub(rf'"{re.escape(prefix)}(.*\n) {{{len(prefix)}}}', r'"\1', message)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "comment":
            yield kind, match.group()


def _check_token(tokens: list[tuple[str, str]], at: int) -> None:
    kind, spelled = tokens[at]
    if spelled == ";" and at != len(tokens) - 1:
        raise ReadOnlyError("One query at a time: there is something after the semicolon.")
    if kind != "word" or _is_name(tokens, at):
        return
    word = spelled.upper()
    if word == "CALL":
        _check_call(tokens, at)
    elif word == "TRANSACTIONS" and at and tokens[at - 1][1].upper() in {"IN", "CONCURRENT"}:
        raise ReadOnlyError("Transactions within a query are not allowed here.")
    elif word in CLAUSES and not _is_value(tokens, at):
        raise ReadOnlyError(f"{word} is not allowed here: this door only reads.")
    elif _following(tokens, at) == ".":
        _check_function(tokens, at)


def _is_name(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether a word names a property, a label or a parameter."""
    before = tokens[at - 1][1] if at else ""
    return before in {".", "$", ":"} or (before in {"|", "&", "!"} and _in_labels(tokens, at))


def _in_labels(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether the marks before a word lead back to the colon of a label expression."""
    back = at - 1
    while back >= 0 and (tokens[back][1] in {"|", "&", "!"} or tokens[back][0] in {"word", "quoted"}):
        back -= 1
    return back >= 0 and tokens[back][1] == ":"


def _is_value(tokens: list[tuple[str, str]], at: int) -> bool:
    """Whether a word is a variable or a map's key, for a clause cannot begin there or go on like that."""
    before = tokens[at - 1][1].upper() if at else ""
    return before in BEFORE_VALUES or _following(tokens, at) in {":", ",", ")", "}", "]", ".", "=", "<", ">", "+", ""}


def _following(tokens: list[tuple[str, str]], at: int) -> str:
    return tokens[at + 1][1] if at + 1 < len(tokens) else ""


def _check_call(tokens: list[tuple[str, str]], at: int) -> None:
    """CALL of a subquery, or of a procedure on the list."""
    if _following(tokens, at) in {"{", "("}:
        return
    name, _ = _dotted(tokens, at + 1)
    if name.lower() not in PROCEDURES:
        raise ReadOnlyError(
            f"The procedure {name or '?'} cannot be called here.",
            hint=f"Those that can: {', '.join(sorted(PROCEDURES))}.",
        )


def _check_function(tokens: list[tuple[str, str]], at: int) -> None:
    """A function with a dotted name has to be one of the language's own."""
    name, end = _dotted(tokens, at)
    called = end < len(tokens) and tokens[end][1] == "("
    before = tokens[at - 1][1].upper() if at else ""
    if called and before != "CALL" and name.partition(".")[0].lower() not in FUNCTIONS:
        raise ReadOnlyError(f"The function {name} cannot be called here.")


def _dotted(tokens: list[tuple[str, str]], at: int) -> tuple[str, int]:
    """A dotted name and the index after it."""
    parts = []
    while at < len(tokens) and tokens[at][0] in {"word", "quoted"}:
        parts.append(tokens[at][1].strip("`"))
        at += 1
        if at >= len(tokens) or tokens[at][1] != ".":
            break
        at += 1
    return ".".join(parts), at


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and details of every operator of a plan."""
    name = str(plan.get("operatorType", "")).partition("@")[0]
    yield name, str((plan.get("args") or {}).get("Details", ""))
    for child in plan.get("children") or ():
        yield from _operators(child)
