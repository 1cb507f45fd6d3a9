import json
from pathlib import Path

from tests.cli.command import Command

RECEIVES = "SELECT DISTINCT ?city WHERE { ?city hc:receives programme:national-regional-medical-center } ORDER BY ?city"


def test_sparql_answers_the_example(kg: Command, data: Path) -> None:
    ran = kg("sparql", RECEIVES, "--data", data)
    assert [line.rpartition("/")[2] for line in ran.out.split()] == ["city", "510500", "510600", "511300", "511500"]


def test_sparql_gives_other_forms_and_tells_when_rows_are_cut(kg: Command, data: Path) -> None:
    ran = kg("sparql", "-", "--format", "json", "--limit", "1", "--data", data, given=RECEIVES)
    assert len(json.loads(ran.out)["results"]["bindings"]) == 1
    assert ran.err == "kg: only the first 1 rows: raise --limit for more\n"
    described = kg("sparql", "CONSTRUCT WHERE { ?s a hc:Commitment }", "--format", "nt", "--data", data)
    assert described.out.splitlines()[0].endswith("Commitment> .")


def test_sparql_refuses_to_write_and_points_at_what_is_wrong(kg: Command, data: Path) -> None:
    for query in ("DELETE WHERE { ?s ?p ?o }", "SELECT ?s WHRE { ?s ?p ?o }"):
        ran = kg("sparql", query, "--data", data)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("kg: ")
        assert "Traceback" not in ran.err
