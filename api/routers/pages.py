"""The pages that a person sees; no part of the described API."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import errors as door
from api.errors import kind
from api.limits import reading
from api.pages import STYLE, render, stretches
from api.reply import cached, store_of
from api.routers import ask, documents, places
from kg import answer as answers
from kg import errors
from kg.errors import KgError
from kg.query import Query
from kg.query import name as names
from ontology.codes import Lang

router = APIRouter(include_in_schema=False, dependencies=[Depends(reading)])
_SAFE = "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'"
_HAN = re.compile(r"[\u3400-\u9fff]")
_PAGES = {"place": "/places", "programme": "/v1/programmes", "indicator": "/v1/indicators"}


@router.get("/")
def home(request: Request) -> Response:
    """The question box, and the answer to `?q=`."""
    question = request.query_params.get("q", "").strip()[: ask.LONGEST]
    return _page(request, lambda: _home(request, question))


@router.get("/places/{code}")
def place(request: Request, code: str) -> Response:
    found = names.places("code", code)[0]
    return _page(request, lambda: ("place.html", {"place": places.page(found, store_of(request))}))


@router.get("/documents")
def all_documents(request: Request) -> Response:
    query = Query(subject="documents", limit=100, cursor=request.query_params.get("cursor"))
    return _page(request, lambda: _documents(answers.run(query, store_of(request))))


@router.get("/documents/{id}")
def document(request: Request, id: str) -> Response:
    return _page(request, lambda: _document(documents.page(id, store_of(request))))


@router.get("/entity/{folder}/{id}")
def entity(folder: str, id: str) -> RedirectResponse:
    """The page or the resource of an entity's id, as reconciliation gives it."""
    return RedirectResponse(f"{_PAGES.get(folder, f'/v1/{folder}s')}/{id}")


@router.get("/problems")
def problems(request: Request) -> Response:
    kinds = [each for module in (errors, door) for each in vars(module).values() if _is_error(each)]
    meanings = {kind(each): (each.__doc__ or "").strip().split("\n")[0] for each in kinds}
    return _page(request, lambda: ("problems.html", {"problems": meanings}))


@router.get("/style.css")
async def style() -> Response:
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _page(request: Request, make: Any) -> Response:
    lang = _lang(request)

    def made() -> Response:
        template, values = make()
        html = render(template, lang=lang, other=_other(request, lang), **values)
        headers = {"Content-Security-Policy": _SAFE, "Content-Language": lang}
        return HTMLResponse(html.encode("utf-8", "replace"), headers=headers)

    return cached(request, f"html {lang}", made)


def _home(request: Request, question: str) -> tuple[str, dict[str, Any]]:
    store = store_of(request)
    answer = ask.answered(request, question) if question else None
    titles: dict[str, str | None] = {}
    if answer:
        ids = tuple(dict.fromkeys(str(piece["document"]) for piece in answer["evidence"]))
        found = answers.run(Query(subject="documents", id=ids, limit=1000), store).rows if ids else ()
        titles = dict.fromkeys(ids) | {row["id"]: row["title"] for row in found}
    counts = {name: answers.count(Query(subject=name), store) for name in ("documents", "statements")}
    return "home.html", {"question": question, "answer": answer, "titles": titles, **counts}


def _documents(answer: answers.Answer) -> tuple[str, dict[str, Any]]:
    return "documents.html", {"rows": answer.rows, "next": answer.next}


def _document(page: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    passages = []
    for passage in page["passages"]:
        at, cut = passage["start"], []
        for text, statements in stretches(passage):
            cut.append((text, statements, at))
            at += len(text)
        passages.append(cut)
    return "document.html", {"document": page, "passages": passages}


def _lang(request: Request) -> Lang:
    asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
    if not asked and _HAN.search(request.query_params.get("q", "")):
        return "zh"
    return "zh" if asked.strip().lower().startswith("zh") else "en"


def _other(request: Request, lang: Lang) -> str:
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*pairs, ('lang', 'en' if lang == 'zh' else 'zh')])}"


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, KgError)
