"""What follows from `ontology/schema`, written to `ontology/generated`: `make ontology` runs this module.

`--check` writes nothing and fails when a file differs from what the schema gives.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from linkml.generators.jsonldcontextgen import ContextGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.pydanticgen import PydanticGenerator
from linkml.generators.shaclgen import ShaclGenerator
from linkml_runtime import SchemaView
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph
from rdflib.term import Node

from ontology.namespaces import BASE, FOLDERS, ONTOLOGY, PREFIXES

HERE = Path(__file__).parent
SCHEMA = HERE / "schema" / "health_commitments.yaml"
RULES = HERE / "schema" / "rules.shacl.ttl"
GENERATED = HERE / "generated"

SHAPES = BASE + "shapes#"
IDENTIFIER = URIRef(PREFIXES["hc"] + "id")  # LinkML's name for what is the URI itself in RDF
_OWL_OPTIONS = {
    "use_native_uris": False,
    "metaclasses": False,
    "type_objects": False,
    "add_root_classes": False,
    "skip_vacuous_min_zero_cardinality_axioms": True,
    "skip_vacuous_local_range_axioms": True,
    "consolidate_cardinality_axioms": True,
}


def owl() -> str:
    """The OWL ontology as Turtle."""
    generator = OwlSchemaGenerator(str(SCHEMA), **_OWL_OPTIONS)
    generator.serialize()
    graph: Graph = generator.graph
    for node in [*graph.subjects(OWL.onProperty, IDENTIFIER), IDENTIFIER]:
        graph.remove((node, None, None))
        graph.remove((None, None, node))
    for subject, scheme in list(graph.subject_objects(SKOS.inScheme)):
        graph.remove((subject, SKOS.inScheme, scheme))
        graph.add((subject, RDFS.isDefinedBy, URIRef(ONTOLOGY)))
    for subject, match in list(graph.subject_objects(SKOS.exactMatch)):
        if subject == match or (str(match).startswith(ONTOLOGY) and not str(subject).startswith(ONTOLOGY)):
            graph.remove((subject, SKOS.exactMatch, match))
    for slot in list(graph.subjects(RDFS.range, XSD.anyURI)):
        graph.remove((slot, RDFS.range, XSD.anyURI))
        graph.set((slot, RDF.type, OWL.ObjectProperty))
    return _turtle(to_canonical_graph(graph))


def shapes() -> str:
    """The SHACL shapes as Turtle: what LinkML makes of the schema, and the hand-written rules."""
    graph: Graph = ShaclGenerator(str(SCHEMA)).as_graph()
    for shape, node in list(graph.subject_objects(SH.property)):
        path = graph.value(node, SH.path)
        graph.remove((shape, SH.property, node))
        if path != IDENTIFIER:
            named = URIRef(f"{SHAPES}{_local(shape)}-{_local(path)}")
            graph.add((shape, SH.property, named))
            graph += ((named, predicate, value) for predicate, value in graph.predicate_objects(node))
        graph.remove((node, None, None))
    graph.parse(RULES, format="turtle")
    return _turtle(graph)


def context() -> str:
    """The JSON-LD context: LinkML's, with language maps, and links where LinkML has `xsd:anyURI`.

    URIs of ours are relative to the base (`place/510500`), for a slot may bear the name of a folder's prefix.
    """
    made = json.loads(ContextGenerator(str(SCHEMA)).serialize())["@context"]
    view = SchemaView(str(SCHEMA))
    prefixes = {name: namespace for name, namespace in sorted(PREFIXES.items()) if name not in FOLDERS}
    terms: dict[str, Any] = {"@version": 1.1, "@base": BASE, **prefixes}
    for slot in sorted(view.all_slots().values(), key=lambda slot: str(slot.name)):
        terms[slot.name] = "@id" if slot.identifier else _term(view, slot)
    for name in sorted(view.all_classes()):
        terms[name] = view.get_uri(name, expand=True)
    missing = set(made) - set(terms) - {"@vocab", "linkml", *FOLDERS}
    if missing:
        raise ValueError(f"the JSON-LD context lacks {sorted(missing)}")
    return json.dumps({"@context": terms}, ensure_ascii=False, indent=2) + "\n"


def model() -> str:
    """The Pydantic model as Python."""
    made: str = PydanticGenerator(str(SCHEMA)).serialize()
    return made.replace(str(SCHEMA), f"ontology/schema/{SCHEMA.name}").rstrip() + "\n"


def closed_lists() -> str:
    """The enums as SKOS concept schemes in Turtle, with labels, mappings and the factor of units."""
    view, graph = SchemaView(str(SCHEMA)), Graph()
    for name, enum in view.all_enums().items():
        scheme = URIRef(f"{BASE}scheme/{name.lower()}")
        graph.add((scheme, RDF.type, SKOS.ConceptScheme))
        graph.add((scheme, SKOS.prefLabel, Literal(str(name), lang="en")))
        for code, value in enum.permissible_values.items():
            concept = URIRef(view.expand_curie(value.meaning))
            graph += ((concept, *rest) for rest in _concept(view, str(code), value, scheme))
    return _turtle(graph)


FILES: Mapping[str, Callable[[], str]] = {
    "ontology.ttl": owl,
    "shapes.ttl": shapes,
    "context.jsonld": context,
    "model.py": model,
    "closed_lists.ttl": closed_lists,
}


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with `--check` compare them; the exit code is the number of files that differ."""
    parser = argparse.ArgumentParser(prog="python -m ontology.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when a file is not what the schema gives")
    check = parser.parse_args(arguments).check
    logging.disable(logging.WARNING)  # LinkML warns of what its own types do to prefixes
    stale = [name for name, make in FILES.items() if not _is_current(GENERATED / name, make(), check=check)]
    if check and stale:
        sys.stderr.write(f"ontology/generated: {', '.join(stale)} not made from this schema. Run `make ontology`.\n")
    return len(stale) if check else 0


def _is_current(path: Path, text: str, *, check: bool) -> bool:
    if path.exists() and path.read_text("utf-8") == text:
        return True
    if not check:
        path.write_text(text, "utf-8", newline="\n")
    return False


def _concept(view: SchemaView, code: str, value: Any, scheme: URIRef) -> list[tuple[Node, Node]]:
    labels = {name: str(note.value) for name, note in value.annotations.items()}
    made: list[tuple[Node, Node]] = [
        (RDF.type, SKOS.Concept),
        (SKOS.inScheme, scheme),
        (SKOS.notation, Literal(code)),
        (SKOS.prefLabel, Literal(labels["zh"], lang="zh")),
        (SKOS.prefLabel, Literal(labels["en"], lang="en")),
    ]
    if "factor" in labels:
        made.append(
            (URIRef(PREFIXES["qudt"] + "conversionMultiplier"), Literal(labels["factor"], datatype=XSD.decimal))
        )
    made.extend((SKOS.exactMatch, URIRef(view.expand_curie(match))) for match in value.exact_mappings)
    return made


def _term(view: SchemaView, slot: Any) -> dict[str, Any]:
    """How the values of a slot are written in JSON-LD."""
    term: dict[str, Any] = {"@id": view.get_uri(slot, expand=True)}
    if slot.range == "LangString":
        return {**term, "@container": "@language"} if slot.name == "name" else term
    if slot.range in view.all_classes() or slot.range in view.all_enums() or slot.range == "uriorcurie":
        term["@type"] = "@id"
    elif slot.range in ("decimal", "integer", "boolean") and not slot.any_of:
        term["@type"] = PREFIXES["xsd"] + slot.range
    return term


def _turtle(graph: Graph) -> str:
    made = Graph(bind_namespaces="none")
    for prefix, namespace in sorted({**PREFIXES, "sh": str(SH), "shapes": SHAPES}.items()):
        made.bind(prefix, namespace)
    made += graph
    return made.serialize(format="turtle").rstrip() + "\n"


def _local(node: Node | None) -> str:
    if node is None or isinstance(node, BNode):
        raise ValueError("a shape without a name")
    return str(node).replace("#", "/").rsplit("/", 1)[1]


if __name__ == "__main__":
    sys.exit(main())
