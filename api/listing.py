"""Lists: one way to filter, sort, page, count and choose fields and formats, for every subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from api import table
from api.format import MEDIA_TYPES, wanted
from api.linked import linked
from api.reply import as_json, cached, store_of
from kg import answer as answers
from kg.answer import Answer
from kg.query import Parameter, Query, Subject, parameters_of, parse
from kg.query.field import fields_of
from kg.query.subject import PLACES, SUBJECTS
from kg.store import Store


def listing(request: Request, subject: Subject, fixed: Mapping[str, str] | None = None) -> Response:
    """One page of the answers of a subject, as the parameters and the Accept header of the request ask.

    `fixed` are parameters that the path gives. Raises what `kg.query.parse` and the store raise.
    """
    form = wanted(request, formats(subject))
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name != "format":
            given.setdefault(name, []).append(value)
    query = parse(subject, {**given, **{name: [value] for name, value in (fixed or {}).items()}})
    return cached(request, form, lambda: _page(request, query, form))


def formats(subject: Subject) -> tuple[str, ...]:
    """The formats that lists of a subject have, the default first."""
    return ("json", "csv", "geojson", "jsonld") if subject in PLACES else ("json", "csv", "jsonld")


def documented(subject: Subject) -> dict[str, Any]:
    """The parameters of a list as OpenAPI describes them."""
    described = [_described(each, subject) for each in parameters_of(subject)]
    form = {"name": "format", "in": "query", "description": "Format, instead of the Accept header."}
    return {"parameters": [*described, form | {"schema": {"type": "string", "enum": list(formats(subject))}}]}


def content(subject: Subject) -> dict[int | str, dict[str, Any]]:
    """The other formats of a list as OpenAPI describes them."""
    other: dict[str, Any] = {
        "csv": {"schema": {"type": "string"}},
        "geojson": {"schema": {"type": "object", "required": ["type", "features"]}},
        "jsonld": {"schema": {"type": "object", "required": ["@context", "@graph"]}},
    }
    return {200: {"content": {MEDIA_TYPES[each].partition(";")[0]: other[each] for each in formats(subject)[1:]}}}


def envelope(answer: Answer, count: int, version: str) -> dict[str, Any]:
    """An answer as JSON has it: `meta`, and `results` or `groups`."""
    reading = answer.reading
    meta = {
        "count": count,
        "limit": answer.query.limit,
        "next": answer.next,
        "version": version,
        "reading": {
            "text": reading.text,
            "cypher": reading.cypher,
            "parameters": dict(reading.parameters),
            "rest": reading.rest,
            "sparql": reading.sparql,
        },
    }
    return {"meta": meta, "groups": answer.groups} if answer.query.group_by else {"meta": meta, "results": answer.rows}


def _page(request: Request, query: Query, form: str) -> Response:
    store = store_of(request)
    answer = answers.run(query, store)
    headers = _links(request, answer)
    if form == "csv":
        return Response(table.csv_of(answer).encode("utf-8", "replace"), headers=headers, media_type=MEDIA_TYPES["csv"])
    if form == "geojson":
        return as_json(table.features(answer), headers, MEDIA_TYPES["geojson"])
    if form == "jsonld":
        return as_json(linked(answer), headers, MEDIA_TYPES["jsonld"])
    version = request.state.version
    return as_json(envelope(answer, _count(answer, store, version), version), headers)


def _count(answer: Answer, store: Store, version: str) -> int:
    query = answer.query
    if query.cursor is None and answer.next is None and not query.group_by:
        return len(answer.rows)
    return _counted(_Counting(store, version), query.counted)


class _Counting:
    """A store at a version, as a key of the cache of counts."""

    def __init__(self, store: Store, version: str) -> None:
        self.store, self.key = store, (id(store), version)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Counting) and self.key == other.key


@lru_cache(maxsize=1000)
def _counted(counting: _Counting, query: Query) -> int:
    return answers.count(query, counting.store)


def _links(request: Request, answer: Answer) -> dict[str, str]:
    if answer.next is None:
        return {}
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    following = f"{request.url.path}?{urlencode([*pairs, ('cursor', answer.next)])}"
    return {"Link": f'<{following}>; rel="next"'}


def _described(parameter: Parameter, subject: Subject) -> dict[str, Any]:
    schema: dict[str, Any] = dict(parameter.schema)
    node = SUBJECTS[subject]
    choices = {
        "sort": [*node.sorts, *(f"-{each}" for each in node.sorts)],
        "group": list(node.groups),
        "field": list(fields_of(subject)),
    }
    if parameter.reader in choices:
        schema["enum"] = choices[parameter.reader]
    shown: dict[str, Any] = {"name": parameter.name, "in": "query", "description": parameter.description}
    if parameter.many:
        shown |= {"style": "form", "explode": not parameter.commas}
        schema = {"type": "array", "items": schema, "minItems": 1}
    if parameter.example is not None:
        shown["example"] = [parameter.example] if parameter.many else parameter.example
    return shown | {"schema": schema}
