"""Reconciliation Service API 0.2 (W3C Entity Reconciliation community group), as OpenRefine calls it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.description import inlined
from api.errors import BodyError, NotFoundError
from api.limits import reading
from api.pages import render
from api.reply import as_json, given
from kg import entity as entities
from kg.entity import PROPERTIES, TYPES, Candidate, Entity
from kg.errors import ParameterError
from ontology.namespaces import BASE, ONTOLOGY

router = APIRouter(prefix="/reconcile", tags=["tools"], dependencies=[Depends(reading)])
BATCH = 100  # queries that one call may hold
MOST = 50  # candidates of a query


class Wanted(BaseModel):
    """A property of the candidates, and the value or values that it should have."""

    model_config = ConfigDict(strict=True)

    pid: str
    v: Any


class Asked(BaseModel):
    """A reconciliation query."""

    model_config = ConfigDict(strict=True)

    query: str = ""
    type: str | list[str] = []
    limit: float = Field(default=5, ge=1)
    properties: list[Wanted] = []
    type_strict: Literal["any", "should", "all"] = "any"


class Chosen(BaseModel):
    """A property whose values are asked for."""

    model_config = ConfigDict(strict=True)

    id: str


class Extension(BaseModel):
    """A data extension query."""

    model_config = ConfigDict(strict=True)

    ids: Annotated[list[str], Field(max_length=10 * BATCH)]
    properties: list[Chosen]


_BATCH = TypeAdapter(Annotated[dict[str, Asked], Field(max_length=BATCH)])
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                    "properties": {
                        "queries": {"type": "string", "contentMediaType": "application/json"},
                        "extend": {"type": "string", "contentMediaType": "application/json"},
                    },
                },
                "example": {"queries": '{"q0": {"query": "Luzhou", "type": "city"}}'},
            }
        },
    }
}
_GOT = {
    "parameters": [
        {"name": "queries", "in": "query", "content": {"application/json": {"schema": inlined(_BATCH.json_schema())}}},
    ]
}


def _texts(*names: str) -> dict[str, Any]:
    return {"parameters": [{"name": name, "in": "query", "schema": {"type": "string"}} for name in names]}


@router.get("", openapi_extra=_GOT)
def service(request: Request) -> Response:
    """The service's manifest; or, with `queries`, the answer to them."""
    asked = given(request, ("queries",))
    return as_json(_answer(asked) if asked else _manifest(str(request.base_url).rstrip("/")))


@router.post("", openapi_extra=_FORM)
async def queries(request: Request) -> Response:
    """Candidates for names (`queries`), or values of properties (`extend`)."""
    given(request, ())
    async with request.form(max_fields=2, max_files=0) as form:
        asked = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    if not asked or asked.keys() - {"queries", "extend"}:
        raise BodyError("The form has no queries.", hint="Send `queries` or `extend`, as JSON in a form.")
    return as_json(_answer(asked))


@router.get("/suggest/entity", openapi_extra=_texts("prefix", "cursor"))
def suggest_entity(request: Request) -> Response:
    """Entities whose names are like what was typed."""
    prefix = _prefix(request)
    return as_json({"result": [_suggested(each) for each in entities.suggestions(prefix, count=10)]})


@router.get("/suggest/type", openapi_extra=_texts("prefix", "cursor"))
def suggest_type(request: Request) -> Response:
    """Types whose names hold what was typed."""
    prefix = _prefix(request).casefold()
    return as_json({"result": [_type(each) for each in TYPES if prefix in each or prefix in TYPES[each].casefold()]})


@router.get("/suggest/property", openapi_extra=_texts("prefix", "cursor"))
def suggest_property(request: Request) -> Response:
    """Properties whose names hold what was typed."""
    prefix = _prefix(request).casefold()
    named = [each for each, (name, _) in PROPERTIES.items() if prefix in each or prefix in name.casefold()]
    return as_json({"result": [_property(each) for each in named]})


@router.get("/properties", openapi_extra=_texts("type", "limit"))
def properties(request: Request) -> Response:
    """The properties that entities of a type have."""
    asked = given(request, ("type", "limit"))
    kind, limit = asked.get("type", "place"), asked.get("limit", "")
    found = [_property(each) for each, (_, types) in PROPERTIES.items() if kind in types]
    return as_json({"type": kind, "properties": found[: int(limit)] if limit.isascii() and limit.isdigit() else found})


@router.get("/preview", response_class=HTMLResponse, openapi_extra=_texts("id"))
def preview(request: Request) -> HTMLResponse:
    """An entity in a few lines of HTML."""
    found = entities.entity(given(request, ("id",)).get("id", ""))
    if found is None:
        raise NotFoundError("No entity has that id.", hint="Ids look like place/510500.")
    values = {PROPERTIES[name][0]: "; ".join(map(str, each)) for name, each in found.values.items()}
    return HTMLResponse(render("preview.html", entity=found, values=values))


def _manifest(root: str) -> dict[str, Any]:
    def suggest(kind: str) -> dict[str, str]:
        return {"service_url": root, "service_path": f"/reconcile/suggest/{kind}"}

    return {
        "versions": ["0.2"],
        "name": "Places, hospitals and programmes of China's health reform",
        "identifierSpace": BASE,
        "schemaSpace": f"{ONTOLOGY}#",
        "documentation": f"{root}/docs",
        "defaultTypes": [_type(each) for each in ("city", "hospital", "programme")],
        "view": {"url": f"{root}/entity/{{{{id}}}}"},
        "preview": {"url": f"{root}/reconcile/preview?id={{{{id}}}}", "width": 320, "height": 160},
        "suggest": {kind: suggest(kind) for kind in ("entity", "type", "property")},
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def _answer(asked: Mapping[str, str]) -> dict[str, Any]:
    if "queries" in asked and "extend" in asked:
        raise BodyError("Both queries and extend were sent.", hint="Send one of them.")
    try:
        if "extend" in asked:
            return _extended(Extension.model_validate_json(asked["extend"]))
        batch = _BATCH.validate_json(asked["queries"])
    except ValidationError as error:
        wrong = error.errors()[0]
        name = "extend" if "extend" in asked else "queries"
        place = ".".join(str(part) for part in wrong["loc"])
        raise ParameterError(name, asked[name][:100], f"{name}{place and f' ({place})'}: {wrong['msg']}.") from error
    return {key: {"result": [_candidate(each) for each in _candidates(query)]} for key, query in batch.items()}


def _candidates(asked: Asked) -> list[Candidate]:
    types = (asked.type,) if isinstance(asked.type, str) else tuple(asked.type)
    wanted = {
        each.pid: tuple(_value(one) for one in (each.v if isinstance(each.v, list) else [each.v]))
        for each in asked.properties
    }
    if not asked.query.strip():
        return []
    return entities.candidates(asked.query[:500], types, wanted, count=int(min(asked.limit, MOST)))


def _value(given: object) -> str:
    return str(given.get("id", "")) if isinstance(given, dict) else str(given)


def _candidate(candidate: Candidate) -> dict[str, Any]:
    found = candidate.entity
    return {
        "id": found.id,
        "name": found.name,
        "description": found.description,
        "type": [_type(each) for each in found.types],
        "score": candidate.score,
        "match": candidate.match,
    }


def _extended(asked: Extension) -> dict[str, Any]:
    meta = [_property(each.id) for each in asked.properties if each.id in PROPERTIES]
    return {"meta": meta, "rows": {each: _row(each, [one["id"] for one in meta]) for each in asked.ids}}


def _row(id: str, names: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    found = entities.entity(id)
    return {name: [_cell(value) for value in (found.values.get(name, ()) if found else ())] for name in names}


def _cell(value: str | float) -> dict[str, Any]:
    if isinstance(value, float):
        return {"float": value}
    other = entities.entity(value)
    return {"id": other.id, "name": other.name} if other else {"str": value}


def _prefix(request: Request) -> str:
    return given(request, ("prefix", "cursor")).get("prefix", "")[:200]


def _suggested(found: Entity) -> dict[str, Any]:
    notable = [_type(each) for each in found.types]
    return {"id": found.id, "name": found.name, "description": found.description, "notable": notable}


def _type(id: str) -> dict[str, str]:
    return {"id": id, "name": TYPES[id]}


def _property(id: str) -> dict[str, str]:
    return {"id": id, "name": PROPERTIES[id][0]}
