"""`/docs`: the API in Swagger UI, all of it from this server."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from api.errors import NotFoundError
from api.pages import render
from api.reply import given

router = APIRouter(include_in_schema=False)
_SAFE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_ASSETS = Path(str(files("fastapi_offline"))) / "static"
_FILES: Mapping[str, Path] = {
    "swagger-ui-bundle.js": _ASSETS / "swagger-ui-bundle.js",
    "swagger-ui.css": _ASSETS / "swagger-ui.css",
    "start.js": Path(__file__).parents[1] / "pages" / "viewer.js",
}


@router.get("/docs")
async def viewer(request: Request) -> Response:
    given(request, ())
    return HTMLResponse(render("viewer.html"), headers={"Content-Security-Policy": _SAFE})


@router.get("/docs/{name}")
async def asset(request: Request, name: str) -> Response:
    given(request, ())
    if name not in _FILES:
        raise NotFoundError(f"There is nothing at {request.url.path}.")
    return FileResponse(_FILES[name], headers={"Cache-Control": "max-age=3600"})
