"""What OpenAPI tells of the API beyond its resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problem import MEDIA_TYPE, Problem

DESCRIPTION = """\
What governments promised for their health systems, and what came of it, as the documents state it; every answer
carries the quotes that it rests on.

Lists take the same filters in the same way: several values of one filter mean any of them, several filters mean all of
them. Names may be ids, codes, or labels in Chinese or English. `cursor` pages, `sort` sorts, `fields` selects,
`group_by` counts. `?format=` or `Accept` choose JSON, CSV, GeoJSON (places) or JSON-LD. Errors are
`application/problem+json` and name what would be right."""

TAGS = [
    {"name": "questions", "description": "Questions in plain language, in Cypher and in SPARQL."},
    {"name": "statements", "description": "Commitments, outcomes, and how they followed one another."},
    {"name": "places", "description": "Provinces, cities and counties, and what they are promised."},
    {"name": "subjects", "description": "What statements are about: programmes, indicators, specialties, bodies."},
    {"name": "documents", "description": "The documents, their passages, and the evidence in them."},
    {"name": "tools", "description": "For OpenRefine, notebooks and graph programs."},
    {"name": "operation", "description": "Health and metrics."},
]


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with problem+json as the one shape of every error."""
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
        )
        components = schema["components"]
        components["schemas"]["Problem"] = Problem.model_json_schema()
        for unused in ("HTTPValidationError", "ValidationError"):
            components["schemas"].pop(unused, None)
        components["securitySchemes"] = {
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            "bearer": {"type": "http", "scheme": "bearer"},
        }
        for operations in schema["paths"].values():
            for operation in operations.values():
                operation["responses"].pop("422", None)
                operation["responses"]["default"] = _PROBLEM
        app.openapi_schema = schema
    return app.openapi_schema


_PROBLEM = {
    "description": "What went wrong, and what would be right",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def inlined(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A JSON Schema with what it refers to in the places that refer to it."""
    known = schema.get("$defs", {})

    def resolve(part: Any) -> Any:
        if isinstance(part, list):
            return [resolve(each) for each in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            return resolve(known[part["$ref"].rpartition("/")[2]])
        return {name: resolve(each) for name, each in part.items() if name != "$defs"}

    resolved: dict[str, Any] = resolve(dict(schema))
    return resolved
