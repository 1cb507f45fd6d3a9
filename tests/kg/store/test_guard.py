"""The guard before any engine: what passes, what is refused, and how an engine's message is shown."""

from __future__ import annotations

import pytest

from kg.errors import QuerySyntaxError, ReadOnlyError
from kg.store.guard import LONGEST, check, check_plan, unprefixed


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 'it\\'s; CREATE (n)'",
        "MATCH (n) WHERE n.set = 1 AND n.`create` = 2 RETURN n.delete AS `use`",
        "MATCH (n:Load|Use)-[:SHOW]->(m:Set&!Drop) RETURN n",
        "RETURN {merge: 1, set: $create}.merge AS load ORDER BY load",
        "RETURN date.truncate('year', date()), point.distance($a, $b)",
        "CALL db . labels ( ) YIELD label RETURN label ;",
        "RETURN 1 // ; CREATE (n)",
    ],
)
def test_reading_passes(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 1 /* open comment */ ; RETURN 2",
        "MATCH (n) SET n.x = 1",
        "MATCH (n) set\tn.x = 1",
        "MATCH (n)SET n:X",
        "RETURN '\\\\' SET n.x = 1",
        'RETURN "\'" DELETE n',
        "RETURN `'` DELETE n",
        "MATCH (n) CALL(n){DELETE n}",
        "CALL",
        "CALL `db.labels`.x()",
        "RETURN file.read('x')",
    ],
)
def test_what_is_more_than_reading_is_refused(text: str) -> None:
    with pytest.raises(ReadOnlyError):
        check(text)


def test_no_query_and_too_long_a_query_are_told() -> None:
    for text in ("", " \n// x", "RETURN " + "1" * LONGEST):
        with pytest.raises(QuerySyntaxError):
            check(text)


def test_a_plan_tells_what_the_text_does_not() -> None:
    check_plan("r", {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "NodeIndexSeek@neo4j"}]})
    labels = {"operatorType": "ProcedureCall@neo4j", "args": {"Details": "db.labels() :: (label :: STRING)"}}
    check_plan("r", {"operatorType": "ProduceResults@neo4j", "children": [labels]})
    for kind in ("rw", "w", "s", None):
        with pytest.raises(ReadOnlyError):
            check_plan(kind, {})
    for operator in ("LoadCSV", "TerminateTransactions", "ShowSettings", "Create", "SetProperty", "DetachDelete"):
        with pytest.raises(ReadOnlyError, match=operator):
            check_plan("r", {"operatorType": "ProduceResults", "children": [{"operatorType": f"{operator}@neo4j"}]})
    with pytest.raises(ReadOnlyError, match="listconfig"):
        check_plan("r", {"operatorType": "ProcedureCall", "args": {"Details": "dbms.listConfig() :: ()"}})


def test_a_message_is_shown_without_the_prefix() -> None:
    told = 'Invalid (line 1, column 10 (offset: 9))\n"EXPLAIN RETURN x"\n          ^'
    assert unprefixed(told, "EXPLAIN ") == 'Invalid (line 1, column 2 (offset: 1))\n"RETURN x"\n  ^'
    assert (
        unprefixed("Invalid (line 2, column 3 (offset: 30))", "EXPLAIN ") == "Invalid (line 2, column 3 (offset: 30))"
    )
