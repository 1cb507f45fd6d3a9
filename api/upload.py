"""Documents as they are sent: a raw body, a form's file, or JSON; never more than may be sent."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api.errors import BodyError, MediaTypeError, TooLargeError

ENDINGS: Mapping[str, str] = {  # media type → ending that tells the reader
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_URL = r"https?://[^\s\x00-\x20\x7f-\xa0]+"
_ADDRESS = re.compile(_URL)
_RAW = {"schema": {"type": "string", "format": "binary"}}
DOCUMENTED: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "additionalProperties": False,
                    "properties": {
                        "text": {"type": "string", "minLength": 1},
                        "url": {"type": "string", "description": "where it was found", "pattern": f"^{_URL}$"},
                    },
                },
                "example": {
                    "text": "绵阳市2026年计划新建社区卫生服务中心6家。",
                    "url": "https://example.org/plan.html",
                },
            },
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "additionalProperties": False,
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
            **dict.fromkeys(ENDINGS, _RAW),
        },
    }
}


@dataclass(frozen=True, slots=True)
class Sent:
    raw: bytes
    name: str  # whose ending tells the format
    uri: str | None = None  # where it was found


async def received(request: Request, most: int) -> Sent:
    """The document that a request sends. Raises TooLargeError beyond `most` bytes, MediaTypeError, BodyError."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _form(request.headers, _limited(request, most))
    raw = b"".join([piece async for piece in _limited(request, most)])
    if kind == "application/json":
        return _json(raw)
    if kind in ENDINGS:
        return Sent(raw, f"the document{ENDINGS[kind]}")
    raise MediaTypeError(f"Documents do not come as {kind!r}.", hint=f"One of: application/json, {', '.join(ENDINGS)}.")


async def _limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    read = 0
    async for piece in request.stream():
        read += len(piece)
        if read > most:
            raise TooLargeError(f"A document has at most {most} bytes.")
        yield piece


async def _form(headers: Headers, body: AsyncGenerator[bytes, None]) -> Sent:
    try:
        form = await MultiPartParser(headers, body, max_files=1, max_fields=5).parse()
    except (MultiPartException, KeyError, UnicodeDecodeError) as error:
        raise BodyError(f"The form does not parse: {error}.") from error
    file = form.get("file")
    if not isinstance(file, UploadFile) or form.keys() != {"file"}:
        raise BodyError("The form is not one file.", hint="Send it in the field 'file', and nothing else.")
    try:
        return Sent(await file.read(), file.filename or "the document.txt")
    finally:
        await form.close()


def _json(raw: bytes) -> Sent:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BodyError(f"The body is no JSON: {error}.") from error
    match body:
        case {"text": str() as text, "url": str() as url, **rest} if not rest and _ADDRESS.fullmatch(url):
            return Sent(text.encode("utf-8", "replace"), "the document.txt", url)
        case {"text": str() as text, **rest} if not rest:
            return Sent(text.encode("utf-8", "replace"), "the document.txt")
    raise BodyError("The body is no document.", hint='Send {"text": "…", "url": "https://…"}; the url may be left out.')
