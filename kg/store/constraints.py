"""Unique keys and indexes, the same on both engines."""

from __future__ import annotations

from kg.store.driver import Engine

SCHEMA_VERSION = 4  # raised with the shape or its indexes; an older store is brought up to it when it is opened

KEYS = {  # label -> the property that names a node
    "Decision": "id",
    "Document": "id",
    "Graph": "id",
    "Indicator": "id",
    "Measure": "id",
    "Organization": "id",
    "Passage": "id",
    "Person": "id",
    "Place": "code",
    "Programme": "id",
    "Source": "uri",
    "Specialty": "id",
    "Statement": "id",
    "Stretch": "id",
}
EDGES = (
    "APPLIES_TO",
    "CONCERNS",
    "EVIDENCED_BY",
    "FOUND_AT",
    "HOLDS",
    "IN",
    "IN_SPECIALTY",
    "LOCATED_IN",
    "MADE_BY",
    "NAMED_IN",
    "NAMES",
    "OF",
    "PART_OF",
    "RECEIVES",
)
Named = dict[str, tuple[str, tuple[str, ...]]]  # name -> label, properties
INDEXES: Named = {  # what the doors filter on
    "statement_measure_id": ("Statement", ("measure_id",)),
    "statement_measure_key": ("Statement", ("measure_key",)),
    "statement_year": ("Statement", ("year",)),
    "statement_level": ("Statement", ("level",)),
    "statement_status": ("Statement", ("status",)),
    "statement_kind": ("Statement", ("measure_kind",)),
    "statement_specialty": ("Statement", ("specialty",)),
    "statement_period": ("Statement", ("period",)),
    "statement_type": ("Statement", ("type",)),
    "document_date": ("Document", ("date",)),
    "document_extractor": ("Document", ("extractor",)),
    "document_place": ("Document", ("place",)),
    "document_issuer": ("Document", ("issuer",)),
    "decision_document": ("Decision", ("document",)),
    "decision_verdict": ("Decision", ("verdict",)),
    "organization_zh": ("Organization", ("name_zh",)),
    "organization_en": ("Organization", ("name_en",)),
    "organization_city": ("Organization", ("city",)),
}
WIDE_INDEXES: dict[
    str, tuple[str, tuple[str, ...]]
] = {  # many nodes have one value: Neo4j weighs that, the embedded engine would begin there all the same
    "statement_value": ("Statement", ("value",)),
    "statement_unit": ("Statement", ("unit",)),
    "statement_comparator": ("Statement", ("comparator",)),
    "statement_change": ("Statement", ("change",)),
    "statement_each": ("Statement", ("each",)),
    "statement_part": ("Statement", ("part",)),
    "document_lang": ("Document", ("lang",)),
}
SORTED_INDEXES: Named = {  # only sorted by: Neo4j reads a page in an index's order
    f"{label.lower()}_{name}": (label, (f"name_{name}",))
    for label in ("Indicator", "Place", "Programme", "Specialty")
    for name in ("zh", "en")
}
DROPPED = (
    "statement_measure",
)  # indexes of older versions that nothing asks for; the engine that names them drops them
EDGE_INDEXES = {"holds_document": ("HOLDS", "document"), "receives_statement": ("RECEIVES", "statement")}
SEARCHED = ("Indicator", "Organization", "Place", "Programme", "Specialty", "Stretch")  # whose `words` are searched


def statements(engine: Engine) -> list[str]:
    """The Cypher that makes every constraint and index that is not there yet, and drops what is there no longer."""
    unique = [
        f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
        for label, key in KEYS.items()
    ]
    indexes = [
        f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({', '.join(f'n.{key}' for key in keys)})"
        for name, (label, keys) in _indexes(engine).items()
    ]
    edges = [
        f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[e:{kind}]-() ON (e.{key})"
        for name, (kind, key) in EDGE_INDEXES.items()
    ]
    dropped = [f"DROP INDEX {name} IF EXISTS" for name in DROPPED]
    return unique + indexes + edges + ([*_text_indexes(), *dropped] if engine == "neo4j" else [])


def indexed(engine: Engine) -> set[tuple[str, tuple[str, ...]]]:
    """Label or type, and properties, of every constraint and index that an engine has."""
    found: set[tuple[str, tuple[str, ...]]] = {(label, (key,)) for label, key in KEYS.items()}
    found |= {(label, keys) for label, keys in _indexes(engine).values()}
    found |= {(kind, (key,)) for kind, key in EDGE_INDEXES.values()}
    return found | {(label, ("words",)) for label in SEARCHED if engine == "neo4j"}


def _indexes(engine: Engine) -> Named:
    return INDEXES | WIDE_INDEXES | SORTED_INDEXES if engine == "neo4j" else INDEXES


def _text_indexes() -> list[str]:
    """Indexes for CONTAINS, in which the embedded engine looks through the same few properties without one."""
    return [f"CREATE TEXT INDEX {label.lower()}_words IF NOT EXISTS FOR (n:{label}) ON (n.words)" for label in SEARCHED]
