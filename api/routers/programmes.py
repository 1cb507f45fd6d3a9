"""Programmes, facility types, designations, reforms and services; and clinical specialties."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.limits import reading
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, store_of
from kg import answer as answers
from kg.query import Query
from kg.query.value import programme as programme_id
from kg.query.value import specialty as specialty_id
from kg.store import Store
from ontology.vocabulary import vocabulary

router = APIRouter(prefix="/v1", tags=["subjects"], dependencies=[Depends(reading)])


@router.get(
    "/programmes",
    response_model=responses.NamedList,
    responses=content("programmes"),
    openapi_extra=documented("programmes"),
)
def programmes(request: Request) -> Response:
    """Programmes, facility types, designations, reforms and services that a document speaks of."""
    return listing(request, "programmes")


@router.get("/programmes/{id}", response_model=responses.TermPage)
def programme(request: Request, id: str) -> Response:
    """One programme, by slug or label, with how often it is promised and reported."""
    given(request, ())
    found = programme_id("id", id)
    return cached(request, "json", lambda: as_json(page(found, store_of(request))))


@router.get(
    "/specialties",
    response_model=responses.NamedList,
    responses=content("specialties"),
    openapi_extra=documented("specialties"),
)
def specialties(request: Request) -> Response:
    """Clinical specialties that a document speaks of."""
    return listing(request, "specialties")


@router.get("/specialties/{id}", response_model=responses.TermPage)
def specialty(request: Request, id: str) -> Response:
    """One clinical specialty, by slug or label."""
    given(request, ())
    found = specialty_id("id", id)
    return cached(request, "json", lambda: as_json(page(found, store_of(request))))


def page(term_id: str, store: Store) -> dict[str, Any]:
    """A term of the vocabulary with how often the graph speaks of it."""
    term = vocabulary().terms[term_id]
    about = {"specialty": (term_id,)} if term.kind == "specialty" else {"measure": (term_id,)}
    groups = answers.run(Query(subject="statements", **about, group_by="status"), store).groups  # type: ignore[arg-type]
    by_status: dict[str, int] = {str(group["key"]): int(str(group["count"])) for group in groups}
    achieved = by_status.get("achieved", 0)
    return {
        "id": term.id,
        "kind": term.kind,
        "zh": term.zh,
        "en": term.en,
        "variants_zh": list(term.variants_zh),
        "variants_en": list(term.variants_en),
        "level": term.level,
        "unit": term.unit,
        "codes": dict(term.codes),
        "broader": term.broader,
        "counts": {"commitments": sum(by_status.values()) - achieved, "outcomes": achieved},
        "by_status": by_status,
    }
