import json
from pathlib import Path

from tests.cli.command import Command

RECEIVES = """MATCH (c:City)-[r:RECEIVES]->(p:Programme {id: $programme})
RETURN DISTINCT c.code AS code, r.status AS status ORDER BY code"""


def test_cypher_answers_the_example(kg: Command, data: Path) -> None:
    ran = kg(
        "cypher", RECEIVES, "--param", "programme=national-regional-medical-center", "--data", data, "--format", "jsonl"
    )
    assert [tuple(json.loads(line).values()) for line in ran.out.splitlines()] == [
        ("510500", "sought"),
        ("510600", "sought"),
        ("511300", "sought"),
        ("511500", "sought"),
    ]


def test_cypher_takes_numbers_and_tells_when_rows_are_cut(kg: Command, data: Path) -> None:
    query = "MATCH (s:Statement) WHERE s.year = $year RETURN s.id"
    ran = kg("cypher", query, "--param", "year=2023", "--limit", "2", "--data", data, "--format", "json")
    assert len(json.loads(ran.out)["rows"]) == 2
    assert ran.err == "only the first 2 rows: raise --limit for more\n"


def test_cypher_refuses_to_write_and_points_at_what_is_wrong(kg: Command, data: Path) -> None:
    for query in ("MATCH (n) DETACH DELETE n", "CREATE (n:Place)", "MATCH (n) RETRUN n"):
        ran = kg("cypher", query, "--data", data)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("kg: ")
        assert "Traceback" not in ran.err
    assert kg("cypher", "MATCH (n) RETURN 1", "--param", "1x", "--data", data).code == 1
