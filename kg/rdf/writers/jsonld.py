"""JSON-LD 1.1 with the context of the ontology: one graph, an object a subject and a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.rdf.line import Node, Subject
from ontology.namespaces import BASE, PREFIXES

CONTEXT = Path(__file__).parents[3] / "ontology" / "generated" / "context.jsonld"
_TYPE = PREFIXES["rdf"] + "type"
_NATIVE = frozenset({PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "boolean"})  # JSON has them itself


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a predicate in the context, and what the context says of its values."""

    name: str
    kind: str | None = None  # "@id", or the datatype
    by_language: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    terms: Mapping[str, Any]
    keys: dict[str, Key] = field(default_factory=dict)  # by predicate
    classes: dict[str, str] = field(default_factory=dict)  # name by IRI


def jsonld(subjects: Iterable[Subject]) -> Iterator[str]:
    """The whole document; the context is part of it, so nothing has to be fetched."""
    context = _context()
    yield f'{{"@context":{_json(context.terms)},\n"@graph":['
    for place, subject in enumerate(subjects):
        yield f"{',' if place else ''}\n{_json(_object(subject, context))}"
    yield "\n]}\n"


def _object(subject: Subject, context: Context) -> dict[str, Any]:
    made: dict[str, Any] = {"id": subject.iri.removeprefix(BASE)}
    for predicate, nodes in subject.objects.items():
        if predicate == _TYPE:
            made["@type"] = [context.classes.get(node.value) or _compact(node.value) for node in nodes]
            continue
        key = context.keys.get(predicate) or Key(_compact(predicate))
        values = [_value(node, key) for node in nodes]
        if key.by_language:
            made[key.name] = _by_language(nodes)
        else:
            made[key.name] = values[0] if len(values) == 1 else values
    return made


def _by_language(nodes: Iterable[Node]) -> dict[str, Any]:
    names: dict[str, list[str]] = {}
    for node in nodes:
        names.setdefault(node.lang or "@none", []).append(node.value)
    return {lang: found[0] if len(found) == 1 else found for lang, found in names.items()}


def _value(node: Node, key: Key) -> Any:
    if node.is_iri:
        iri = node.value.removeprefix(BASE)
        return iri if key.kind == "@id" else {"@id": iri}
    if node.lang:
        return {"@value": node.value, "@language": node.lang}
    if node.datatype is None:
        return node.value
    if node.datatype == key.kind:
        return json.loads(node.value) if node.datatype in _NATIVE else node.value
    return {"@value": node.value, "@type": _compact(node.datatype)}


def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if not namespace.startswith(BASE) and iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _context() -> Context:
    context = Context(json.loads(CONTEXT.read_text("utf-8"))["@context"])
    for name, term in context.terms.items():
        if isinstance(term, dict):
            context.keys[term["@id"]] = Key(name, term.get("@type"), term.get("@container") == "@language")
        elif isinstance(term, str) and name[0].isupper():
            context.classes[term] = name
    return context
