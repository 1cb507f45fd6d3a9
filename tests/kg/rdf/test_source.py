"""The RDF of a real store is what its documents give."""

from pathlib import Path

from kg.model import Document, Evidence, Measure, Source, Statement
from kg.rdf.export import exported
from kg.rdf.sparql import open_rdf
from kg.rdf.validate import validate
from kg.store import Store, open_store


def test_export_of_a_store_conforms_and_is_the_same_each_time(asked_store: Store) -> None:
    dump = exported(asked_store, "turtle")
    assert dump == exported(asked_store, "turtle")
    result = validate(dump)
    assert (result.conforms, result.report.count("Violation")) == (True, 0)


def test_cities_are_the_same_in_cypher_and_sparql(asked_store: Store, tmp_path: Path) -> None:
    cypher = "MATCH (c:City)-[:RECEIVES]->(p:Programme) RETURN DISTINCT c.code AS city, p.id AS programme"
    sparql = """SELECT DISTINCT ?city ?programme {
        ?node hc:receives ?term ; dcterms:identifier ?city . ?term skos:notation ?programme }"""
    rows = {tuple(row) for row in asked_store.read(cypher).rows}
    with open_rdf(asked_store, tmp_path) as rdf:
        found = {tuple(line.split(",")) for line in rdf.query(sparql, accept="csv").text.splitlines()[1:]}
    assert rows
    assert found == rows


def test_every_statement_and_evidence_of_the_graph_is_there(asked_store: Store, tmp_path: Path) -> None:
    expected = {
        (statement.id, piece.document, piece.quote)
        for statement in asked_store.all_statements()
        for piece in statement.evidence
    }
    sparql = (
        "SELECT ?statement ?document ?quote { ?statement hc:evidence ?e . ?e hc:document ?document ; hc:quote ?quote }"
    )
    with open_rdf(asked_store, tmp_path) as rdf:
        lines = rdf.query(sparql, accept="tsv").text.splitlines()[1:]
    found = set()
    for line in lines:
        statement, document, quote = line.split("\t")
        found.add((statement[1:-1].rsplit("/", 1)[1], document[1:-1].rsplit("/", 1)[1], quote[1:-1]))
    assert found == expected


def test_a_source_that_moves_to_another_document_leaves_the_first(tmp_path: Path) -> None:
    def told(text: str, *uris: str) -> tuple[Document, list[Statement]]:
        document = Document(text, "zh", date="2025", sources=tuple(Source(uri) for uri in uris))
        piece = Evidence(document.id, 0, 2, text[:2])
        return document, [Statement("planned", Measure(None, zh="门诊"), places=("510500",), evidence=(piece,))]

    one, two = "https://example.org/1", "https://example.org/2"
    sparql = "SELECT ?source { ?document dcterms:source ?source }"
    with open_store(data=tmp_path / "graph") as store, open_rdf(store, tmp_path / "rdf") as rdf:
        store.write(*told("文件甲", one, two))
        assert sorted(rdf.query(sparql, accept="csv").text.split()) == [one, two, "source"]
        store.write(*told("文件乙", one))
        assert sorted(rdf.query(sparql, accept="csv").text.split()) == [one, two, "source"]
        assert rdf.query("CONSTRUCT WHERE { ?s ?p ?o }", accept="nt").body == exported(store, "nt")
