"""Questions in plain language."""

from __future__ import annotations

from dataclasses import asdict, is_dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from api import responses
from api.limits import reading
from api.reply import as_json, cached, given, store_of
from kg import questions
from kg.errors import ParameterError
from kg.query.value import READERS, choice
from ontology.codes import Lang

router = APIRouter(prefix="/v1", tags=["questions"], dependencies=[Depends(reading)])
LONGEST = 500  # characters of a question
_ASKED = {
    "parameters": [
        {
            "name": "q",
            "in": "query",
            "required": True,
            "description": "The question, in Chinese or English.",
            "schema": {**READERS["words"][1], "maxLength": LONGEST},
            "example": "Which cities receive national regional medical centers?",
        },
        {
            "name": "lang",
            "in": "query",
            "description": "The language of the question. Default: the one that its letters tell.",
            "schema": {"type": "string", "enum": ["zh", "en"]},
        },
    ]
}


@router.get("/ask", response_model=responses.Asked, openapi_extra=_ASKED)
def ask(request: Request) -> Response:
    """Answer a question from what the documents state, with quotes; `answers` is [] where they do not say."""
    asked = given(request, ("q", "lang"))
    text = asked.get("q", "")
    if not text.strip() or len(text) > LONGEST:
        raise ParameterError("q", text[:LONGEST], f"A question has 1 to {LONGEST} characters.", hint="Send it as ?q=…")
    if "lang" in asked:
        choice(("zh", "en"))("lang", asked["lang"])
    return cached(request, "json", lambda: as_json(answered(request, text, asked.get("lang"))))


def answered(request: Request, text: str, lang: str | None = None) -> dict[str, Any]:
    """The answer as JSON has it."""
    known: Lang | None = "zh" if lang == "zh" else "en" if lang == "en" else None
    found = questions.answer(text, store_of(request), lang=known)
    return asdict(found) if is_dataclass(found) and not isinstance(found, type) else dict(found)
