"""Answers as JSON-LD, in the terms of the ontology: the same triples that `/sparql` answers from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.answer import Answer
from kg.query.subject import PLACES, STATEMENTS
from kg.store.shape import KINDS
from ontology import namespaces
from ontology.namespaces import uri

_CONTEXT = Path(namespaces.__file__).parent / "generated" / "context.jsonld"
_FOLDERS = {"programmes": "programme", "indicators": "indicator", "specialties": "specialty", "documents": "document"}
Node = dict[str, Any]


def linked(answer: Answer) -> Node:
    """`@context` and `@graph`: one node a row, with the IRIs of the graph."""
    shape = _shape(answer.query.subject)
    return {"@context": context(), "@graph": [_stated(shape(row)) for row in answer.rows]}


@cache
def context() -> Mapping[str, Any]:
    """The context that the ontology generates."""
    found: Mapping[str, Any] = json.loads(_CONTEXT.read_text(encoding="utf-8"))["@context"]
    return found


def _shape(subject: str) -> Callable[[Mapping[str, Any]], Node]:
    if subject in STATEMENTS:
        return _statement
    if subject in PLACES:
        return _place
    if subject == "evidence":
        return _piece
    return lambda row: _named(row, _FOLDERS.get(subject, "organization"))


def _statement(row: Mapping[str, Any]) -> Node:
    get = row.get
    return {
        "@id": uri("statement", get("id") or ""),
        "@type": ["hc:Statement", *([f"hc:{get('type')}"] if get("type") else [])],
        "hc:status": _term("status", get("status")),
        "hc:concerns": _measure(get("measure")),
        "hc:level": _term("level", get("level")),
        "hc:value": _number(get("value")),
        "hc:valueMax": _number(get("value_max")),
        "hc:comparator": _term("comparator", get("comparator")),
        "hc:unit": _term("unit", get("unit")),
        "hc:change": _term("change", get("change")),
        "hc:each": get("each"),
        "hc:appliesTo": [{"@id": uri("place", code)} for code in get("places") or ()],
        "hc:inSpecialty": _term("specialty", get("specialty")),
        "hc:part": "part" if get("part") is True else get("part"),
        "hc:year": get("year"),
        "hc:evidence": [_evidence(piece, get("id") or "") for piece in get("evidence") or ()],
    }


def _evidence(piece: Mapping[str, Any], statement: str) -> Node:
    document, start, end = piece["document"], piece["start"], piece["end"]
    return {
        "@id": uri("evidence", document, f"{start}-{end}", statement),
        "hc:quote": piece["quote"],
        "hc:document": {"@id": uri("document", document)},
        "hc:measureLabel": piece["label"],
        "hc:rule": piece["rule"],
    }


def _piece(row: Mapping[str, Any]) -> Node:
    if not {"document", "start", "end", "quote", "label", "rule", "statement"} <= row.keys():
        return {"hc:quote": row.get("quote")}
    return _evidence(row, row["statement"]) | {"oa:hasBody": {"@id": uri("statement", row["statement"])}}


def _place(row: Mapping[str, Any]) -> Node:
    return {
        "@id": uri("place", row.get("code") or ""),
        "@type": "hc:Place",
        "dcterms:identifier": row.get("code"),
        "skos:prefLabel": _labels(row),
        "hc:partOf": {"@id": uri("place", row["parent"])} if row.get("parent") else None,
        "schema:sameAs": {"@id": f"{namespaces.PREFIXES['gn']}{row['geonames']}/"} if row.get("geonames") else None,
    }


def _named(row: Mapping[str, Any], folder: str) -> Node:
    node: Node = {"@id": uri(folder, row.get("id") or ""), "skos:prefLabel": _labels(row)}
    return node | {"hc:kind": row.get("kind"), "dcterms:title": row.get("title"), "dcterms:language": row.get("lang")}


def _labels(row: Mapping[str, Any]) -> list[Node]:
    names = (("zh", row.get("name_zh")), ("en", row.get("name_en")))
    return [{"@value": name, "@language": lang} for lang, name in names if name]


def _measure(measure: Mapping[str, Any] | None) -> Node | None:
    if not measure:
        return None
    if measure["id"] is None:
        label = measure["zh"] or measure["en"] or ""
        return {"@id": uri("measure", "".join(label.casefold().split()))}
    return {"@id": uri(KINDS.get(measure["kind"] or "", "Programme").lower(), measure["id"])}


def _term(folder: str, word: str | None) -> Node | None:
    return {"@id": uri(folder, word)} if word else None


def _number(value: float | None) -> Node | None:
    if value is None:
        return None
    return {"@value": format(value, ".12g"), "@type": "http://www.w3.org/2001/XMLSchema#decimal"}


def _stated(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [])}
