"""Documents: their passages with the evidence in them; sending and deleting them, with a key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from api import responses, upload
from api.errors import NotFoundError
from api.keys import KEYED, holder
from api.limits import reading, writing
from api.listing import content, documented, listing
from api.reply import as_json, cached, given, settings_of, store_of
from kg import answer as answers
from kg.model import Document
from kg.query import Query
from kg.query.value import truth
from kg.store import Store
from loaders.pipeline import examined, keep

router = APIRouter(prefix="/v1", tags=["documents"])
_LINKS = {
    name: {"operationId": name, "parameters": {"id": "$response.body#/document"}}
    for name in ("document", "delete_document")
}
_DRY_RUN = {
    "name": "dry_run",
    "in": "query",
    "description": "Find the statements and keep nothing. Default: false.",
    "schema": {"type": "boolean"},
}


@router.get(
    "/documents",
    response_model=responses.Documents,
    responses=content("documents"),
    openapi_extra=documented("documents"),
    dependencies=[Depends(reading)],
)
def documents(request: Request) -> Response:
    """The documents; `place` is that of the issuer."""
    return listing(request, "documents")


@router.get("/documents/{id}", response_model=responses.DocumentPage, dependencies=[Depends(reading)])
def document(request: Request, id: str) -> Response:
    """One document: its passages, the evidence in them, and the statements that it makes."""
    given(request, ())
    return cached(request, "json", lambda: as_json(page(id, store_of(request))))


@router.post(
    "/documents",
    response_model=responses.Found,
    responses={200: {"links": _LINKS}},
    openapi_extra=KEYED | upload.DOCUMENTED | {"parameters": [_DRY_RUN]},
)
async def send_document(request: Request) -> Response:
    """Send a document: text, HTML, PDF or DOCX as it is or as a form's `file`, or JSON {text, url}.

    Gives the statements that it makes. It replaces what the same text said before.
    """
    asked = given(request, ("dry_run",))
    dry = truth("dry_run", asked.get("dry_run", "false"))
    settings = settings_of(request)
    writing(request, holder(request, settings.api_keys))
    sent = await upload.received(request, settings.upload_bytes)
    return as_json(await run_in_threadpool(_take, sent, dry, store_of(request)))


@router.delete("/documents/{id}", response_model=responses.Deleted, openapi_extra=KEYED)
def delete_document(request: Request, id: str) -> Response:
    """Delete a document, the evidence in it, and the statements that no other document makes."""
    given(request, ())
    writing(request, holder(request, settings_of(request).api_keys))
    if not store_of(request).delete(id):
        raise _missing(id)
    return as_json({"document": id})


def page(id: str, store: Store) -> dict[str, Any]:
    """A document with its passages and statements. Raises NotFoundError."""
    found = store.document(id)
    if found is None:
        raise _missing(id)
    rows = answers.every(Query(subject="statements", document=(id,)), store, most=100_000)
    evidence = answers.every(Query(subject="evidence", document=(id,)), store, most=100_000)
    return {
        "id": id,
        "title": found.title,
        "issuer": found.issuer,
        "place": found.place,
        "date": found.date or min((each.published for each in found.sources if each.published), default=None),
        "lang": found.lang,
        "flags": list(found.flags),
        "sources": [
            {"uri": each.uri, "published": each.published, "publisher": each.publisher}
            for each in found.sources
            if not each.uri.startswith("file:")  # paths of the machine that loaded it are nobody's business
        ],
        "passages": passages(found, evidence),
        "statements": rows,
    }


def passages(document: Document, evidence: Iterable[answers.Record]) -> list[dict[str, Any]]:
    """The lines of a document that are not blank, each with the marks of the evidence that starts in it."""
    lines: list[dict[str, Any]] = []
    start = 0
    for line in document.text.split("\n"):
        end = start + len(line)
        lines.append({"start": start, "end": end, "text": line, "marks": []})
        start = end + 1
    starts = [line["start"] for line in lines]
    for piece in sorted(evidence, key=lambda each: (each["start"], each["end"], each["statement"])):
        mark = {name: piece[name] for name in ("start", "end", "statement")}
        lines[bisect_right(starts, piece["start"]) - 1]["marks"].append(mark)
    return [line for line in lines if line["text"].strip()]


def _take(sent: upload.Sent, dry: bool, store: Store) -> dict[str, Any]:
    read, statements = examined(sent.raw, sent.name, uri=sent.uri)
    if not dry:
        keep(read, statements, store)
    return {
        "document": read.id,
        "title": read.title,
        "lang": read.lang,
        "stored": not dry,
        "statements": [answers.stated(statement, read) for statement in statements],
    }


def _missing(id: str) -> NotFoundError:
    return NotFoundError(f"No document has the id {id!r}.", hint="Documents are listed at /v1/documents.")
