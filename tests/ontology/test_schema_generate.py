"""What `make ontology` makes, and that it is what the schema gives today."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SH, SKOS, Graph, Literal, URIRef

from ontology import generate
from ontology.namespaces import PREFIXES

HC = PREFIXES["hc"]


@pytest.mark.parametrize("seed", ["0", "7"])
def test_generated_files_are_current_whatever_the_order_of_hashes(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-W", "ignore", "-m", "ontology.generate", "--check"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_that_differs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "GENERATED", tmp_path)
    monkeypatch.setattr(generate, "FILES", {"one.ttl": lambda: "new"})
    (tmp_path / "one.ttl").write_text("old")
    assert generate.main(["--check"]) == 1
    assert (tmp_path / "one.ttl").read_text() == "old"
    assert generate.main([]) == 0
    assert (tmp_path / "one.ttl").read_text() == "new"


def test_generated_files_tell_nothing_of_the_machine() -> None:
    for name in generate.FILES:
        text = (generate.GENERATED / name).read_text("utf-8")
        assert str(Path.home()) not in text
        assert str(generate.HERE) not in text


def test_shapes_and_ontology_name_the_same_classes() -> None:
    shapes = Graph().parse(generate.GENERATED / "shapes.ttl")
    ontology = Graph().parse(generate.GENERATED / "ontology.ttl")
    targets = set(shapes.objects(None, SH.targetClass))
    assert targets <= set(ontology.subjects(RDF.type, OWL.Class))
    assert URIRef(HC + "Commitment") in targets


def test_links_to_other_vocabularies_are_object_properties() -> None:
    ontology = Graph().parse(generate.GENERATED / "ontology.ttl")
    assert (URIRef(PREFIXES["schema"] + "sameAs"), RDF.type, OWL.ObjectProperty) in ontology


def test_context_expands_a_record() -> None:
    context = json.loads((generate.GENERATED / "context.jsonld").read_text("utf-8"))["@context"]
    record = {
        "@context": context,
        "id": "place/510500",
        "@type": "City",
        "name": {"zh": "泸州市", "en": "Luzhou"},
        "part_of": "place/510000",
    }
    graph = Graph().parse(data=json.dumps(record), format="json-ld")
    city, province = (URIRef(PREFIXES["place"] + code) for code in ("510500", "510000"))
    assert (city, RDF.type, URIRef(HC + "City")) in graph
    assert (city, URIRef(HC + "partOf"), province) in graph
    assert set(graph.objects(city, SKOS.prefLabel)) == {Literal("泸州市", lang="zh"), Literal("Luzhou", lang="en")}


def test_model_refuses_what_the_schema_does_not_know() -> None:
    from ontology.generated.model import Baseline

    assert Baseline(id="statement:1#baseline", value=5).value == 5
    with pytest.raises(ValueError, match="nope"):
        Baseline(id="statement:1#baseline", value=5, nope=1)
