"""What a user may not ask: refused on every engine, with nothing changed and nothing told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.errors import QueryError, QueryMemoryError, QueryTimeoutError, ReadOnlyError
from kg.model import Document, Statement
from kg.store import Store

Promise = Callable[..., tuple[Document, list[Statement]]]
Content = Callable[[Store], dict[str, list[Any]]]
Names = list[list[list[Any]]]  # of constraints and of indexes, as the engine tells them
State = tuple[str, dict[str, list[Any]], Names]

WRITES = (
    "CREATE (n:Place {code: '0'})",
    "CREATE (n:Evil) RETURN n",
    "MERGE (n:Evil {id: 1})",
    "MERGE (n:Place {code: '510000'}) ON MATCH SET n.name_zh = 'x'",
    "MATCH (n:Place) SET n.name_zh = 'x'",
    "MATCH (n:Place) SET n += {name_zh: 'x'}",
    "MATCH (n:Place) SET n = {}",
    "MATCH (n:Place) SET n:Evil",
    "MATCH (n:Place {code: 'CN'}) SET n.`name_zh` = 'x' RETURN n",
    "MATCH (n:Place) REMOVE n.name_zh",
    "MATCH (n:Place) REMOVE n:Place",
    "MATCH (n:Place) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n:Place) WITH n LIMIT 1 DETACH DELETE n RETURN 1",
    "MATCH ()-[r]->() DELETE r",
    "OPTIONAL MATCH (n) DETACH DELETE n",
    "UNWIND [1] AS x CREATE (:Evil {x: x})",
    "WITH 1 AS x MERGE (:Evil {x: x})",
    "MATCH (n:Place) FOREACH (x IN [1] | SET n.evil = x)",
    "FOREACH (x IN [1] | CREATE (:Evil))",
    "CALL () { CREATE (:Evil) }",
    "CALL { CREATE (n:Evil) RETURN n } RETURN n",
    "UNWIND [1] AS x CALL (x) { CREATE (:Evil {x: x}) } IN TRANSACTIONS OF 1 ROWS",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN 2 CONCURRENT TRANSACTIONS",
    "MATCH (a:Place), (b:Place) WITH a, b LIMIT 1 CREATE (a)-[:EVIL]->(b)",
    "MATCH (n:Place) /* only reading */ SET /* not */ n.x = 1",
    "MATCH (n:Place) // a comment\nSET n.x = 1",
    "MATCH (n:Place) RETURN n UNION CREATE (n:Evil) RETURN n",
    "RETURN 'a' AS x UNION ALL MERGE (n:Evil) RETURN 'b' AS x",
    "match (n:Place) set n.x=1",
    "MaTcH (n:Place) dEtAcH dElEtE n",
    "MATCH (n:Place) \\u0053ET n.x = 1",
    "MATCH (n:Place) WHERE n.code = '\\u0027 DETACH DELETE n //' RETURN n",
    "INSERT (:Evil)",
)
SCHEMA = (
    "CREATE INDEX evil FOR (n:Place) ON (n.name_en)",
    "CREATE CONSTRAINT evil FOR (n:Place) REQUIRE n.name_en IS UNIQUE",
    "DROP CONSTRAINT place_code",
    "DROP INDEX statement_year IF EXISTS",
    "CREATE FULLTEXT INDEX evil FOR (n:Place) ON EACH [n.name_zh]",
    "CREATE VECTOR INDEX evil FOR (n:Place) ON (n.v)",
)
SERVER = (
    "CREATE USER evil SET PASSWORD 'evilevilevil'",
    "ALTER USER neo4j SET PASSWORD 'evilevilevil'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'evilevilevil'",
    "DROP USER neo4j",
    "GRANT ROLE admin TO evil",
    "CREATE DATABASE evil",
    "DROP DATABASE graph",
    "STOP DATABASE neo4j",
    "CREATE ALIAS evil FOR DATABASE neo4j",
    "SHOW USERS",
    "SHOW SETTINGS",
    "SHOW DATABASES",
    "SHOW TRANSACTIONS",
    "SHOW PROCEDURES",
    "SHOW CURRENT USER",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "USE system MATCH (n) RETURN n",
    "USE graph.byName('system') RETURN 1",
    "CALL { USE system MATCH (n) RETURN n } RETURN n",
    "EXPLAIN CREATE (n)",
    "PROFILE CREATE (n:Evil)",
    "CYPHER 5 CREATE (n:Evil)",
    "CYPHER runtime=slotted MATCH (n) SET n.x = 1",
)
FILES = (
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x.csv' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "UNWIND ['file:///etc/passwd'] AS file LOAD CSV FROM file AS line RETURN line",
    "CALL apoc.load.json('file:///etc/passwd')",
    "CALL apoc.export.csv.all('/tmp/evil.csv', {})",
    "RETURN apoc.load.html('http://127.0.0.1:1/')",
)
PROCEDURES = (
    "CALL dbms.listConfig()",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.security.createUser('evil', 'evilevilevil', false)",
    "CALL dbms.killQuery('query-1')",
    "CALL dbms.components()",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms . listConfig ( )",
    "CALL /* */ dbms.info()",
    "CALL db.createLabel('Evil')",
    "CALL db.index.fulltext.createNodeIndex('evil', ['Place'], ['name_zh'])",
    "CALL db.checkpoint()",
    "CALL db.clearQueryCaches()",
    "MATCH (n:Place) CALL refactor.mergeNodes([n]) YIELD node RETURN node",
    "CALL merge.node(['Evil'], {id: 1}, {}, {})",
    "CALL do.when(true, 'CREATE (:Evil)', '', {})",
    "CALL apoc.cypher.doIt('CREATE (:Evil)', {})",
    "CALL apoc.periodic.iterate('RETURN 1', 'CREATE (:Evil)', {})",
    "RETURN apoc.util.sleep(1000)",
)
SEVERAL = (
    "RETURN 1; CREATE (:Evil)",
    "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n;",
    "RETURN 1;;CREATE (:Evil)",
    "BEGIN",
    "COMMIT",
    ":auto CREATE (:Evil)",
    "SELECT FROM Place",
    "DELETE FROM Place",
    "",
    "   // nothing\n",
)
ATTACKS = WRITES + SCHEMA + SERVER + FILES + PROCEDURES + SEVERAL


def test_there_are_enough_attacks() -> None:
    assert len(set(ATTACKS)) >= 60


@pytest.fixture
def before(store: Store, promise: Promise, content: Content) -> State:
    store.write(*promise("一", "二二"))
    return store.version(), content(store), schema(store)


def schema(store: Store) -> Names:
    return [sorted(store.read(f"SHOW {kind} YIELD name RETURN name").rows) for kind in ("CONSTRAINTS", "INDEXES")]


def test_attacks_are_refused_and_change_nothing(store: Store, before: State, content: Content) -> None:
    for attack in ATTACKS:
        with pytest.raises(QueryError):
            store.query(attack)
    assert (store.version(), content(store), schema(store)) == before


def test_the_engine_itself_refuses_writes(store: Store, before: State, content: Content) -> None:
    """The guard apart: the session or the user that reads cannot write."""
    for attack in (*WRITES, *SCHEMA[:3]):
        if not attack.startswith(("CALL {", "MATCH (n) NODETACH", "MATCH (n) CALL")) and "\\u" not in attack:
            with pytest.raises((ReadOnlyError, QueryError)):
                store.read(attack)
    assert (store.version(), content(store), schema(store)) == before


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Place {code: $code}) RETURN n.code",
        "MATCH (n:Place) WHERE n.code = 'CN' /* SET n.x = 1 */ RETURN n.code",
        "MATCH (n:Place {code: 'CN'}) WHERE 'CREATE (n) DELETE; LOAD CSV' <> n.code RETURN n.code // DELETE n",
        "MATCH (set:Place {code: 'CN'}) RETURN set.code AS `create` ORDER BY set.code",
        "MATCH (n:Place {code: 'CN'}) WITH {delete: n.code} AS map RETURN map.delete;",
        "UNWIND ['CN'] AS use CALL (use) { MATCH (n:Place {code: use}) RETURN n.code AS code } RETURN code",
        "CALL db.labels() YIELD label WHERE label = 'Place' RETURN 'CN'",
        "MATCH (n:Place&!City {code: 'CN'}) WHERE EXISTS { (n)<-[:PART_OF]-(:Province|City) } RETURN n.code",
    ],
)
def test_reading_passes(store: Store, text: str) -> None:
    assert store.query(text, {"code": "CN"}).rows == [["CN"]]


def test_syntax_errors_tell_the_place(store: Store) -> None:
    with pytest.raises(QueryError, match=r"line 1(:9|, column 10)"):
        store.query("MATCH (n RETURN n")
    with pytest.raises(QueryError, match="foo"):
        store.query("RETURN foo")
    with pytest.raises(QueryError, match="x"):
        store.query("RETURN $x")
    with pytest.raises(QueryError, match="parameter"):
        store.query("RETURN $x", {"x": object()})
    with pytest.raises(QueryError, match="parameter"):
        store.query("RETURN $x", {"x": 2**80})


def test_rows_are_limited(store: Store) -> None:
    assert store.query("UNWIND range(1, 5) AS x RETURN x", limit=3).rows == [[1], [2], [3]]
    assert store.query("UNWIND range(1, 5) AS x RETURN x", limit=3).truncated is True
    assert store.query("UNWIND range(1, 3) AS x RETURN x", limit=3).truncated is False
    assert store.query("UNWIND range(1, 3) AS x RETURN x", limit=0).rows == []
    assert len(store.query("UNWIND range(1, 5000) AS x RETURN x", limit=10**9).rows) == 500


def test_a_long_query_is_ended(store: Store) -> None:
    slow = "MATCH (a:Place), (b:Place), (c:Place), (d:Place) WHERE a.code + b.code + c.code = d.code RETURN count(*)"
    with pytest.raises((QueryTimeoutError, QueryMemoryError)):
        store.query(slow, timeout=1.0)
    assert store.query("RETURN 1").rows == [[1]]


def test_a_greedy_query_is_refused(store: Store) -> None:
    with pytest.raises((QueryMemoryError, QueryTimeoutError, QueryError)):
        store.query(
            "UNWIND range(1, 6000000) AS x WITH collect(toString(x) + 'xxxxxxxxxxxxxxxxxxxx') AS all RETURN size(all)"
        )
    assert store.query("RETURN 1").rows == [[1]]


def test_values_are_plain(store: Store) -> None:
    text = "RETURN date('2025-12-31') AS d, [1, {a: 1.5}] AS l, null AS n, point({x: 1, y: 2}) IS NOT NULL AS p"
    assert store.query(text).records() == [{"d": "2025-12-31", "l": [1, {"a": 1.5}], "n": None, "p": True}]
    path = store.query("MATCH p = (:Place {code: '510000'})-[:PART_OF]->() RETURN p").rows[0][0]
    assert [node["properties"]["code"] for node in path["nodes"]] == ["510000", "CN"]
    assert path["edges"] == [{"type": "PART_OF", "properties": {}}]
