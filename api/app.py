"""The application: resources, limits and errors over one store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from importlib.metadata import version
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from api import errors as door
from api.description import DESCRIPTION, TAGS, describe
from api.limits import Limiter
from api.observe import Metrics, Observed
from api.problem import problem
from api.rdf import Rdf
from api.reply import Kept, Shared
from api.routers import ROUTERS
from api.trace import Tracing
from kg import errors
from kg.errors import KgError
from kg.query.cursor import CursorError
from kg.settings import Settings
from kg.store import Store, open_store

STATUSES: tuple[tuple[type[KgError], int], ...] = (  # the first that fits
    (door.NotFoundError, 404),
    (door.KeyRequiredError, 401),
    (door.WritingClosedError, 403),
    (door.TooLargeError, 413),
    (door.MediaTypeError, 415),
    (door.BodyError, 400),
    (door.NotAcceptableError, 406),
    (door.RateLimitedError, 429),
    (CursorError, 404),
    (errors.UnknownNameError, 404),
    (errors.UnknownDocumentError, 404),
    (errors.MediaTypeError, 406),
    (errors.ReadOnlyError, 403),
    (errors.QueryTimeoutError, 408),
    (errors.QueryMemoryError, 422),
    (errors.QueryError, 400),
    (errors.ReviewError, 409),
    (errors.DocumentError, 422),
    (errors.StoreUnavailableError, 503),
    (errors.StoreAuthenticationError, 503),
    (errors.StoreLockedError, 503),
    (KgError, 500),
)


def create_app(store: Store | None = None, settings: Settings | None = None) -> FastAPI:
    """The application over a store; without one, over the store of the settings, from its start to its end.

    Raises SettingsError where traces are asked for (OTEL_*) and the extra `otel` is not installed.
    """
    chosen = settings or Settings()
    app = FastAPI(
        title="Health reform commitments",
        version=version("health-commitments-kg"),
        description=DESCRIPTION,
        openapi_tags=TAGS,
        lifespan=_lifespan(store, chosen),
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,
        docs_url=None,  # api/routers/viewer.py
        redoc_url=None,
    )
    app.state.store, app.state.settings, app.state.metrics = store, chosen, Metrics()
    app.state.rdf = Rdf(lambda: app.state.store, chosen)
    app.state.kept = Kept(chosen.reply_bytes)
    app.state.version = Shared(partial(_version, app))
    app.state.tracing = Tracing(app) if chosen.traced else None
    app.state.readers, app.state.writers = Limiter(chosen.read_rate), Limiter(chosen.write_rate)
    for router in ROUTERS:
        app.include_router(router)
    _refuse(app)
    _wrap(app, chosen)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    return app


def _version(app: FastAPI) -> str:
    return cast(Store, app.state.store).version()


def _lifespan(store: Store | None, settings: Settings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        if store is None:
            app.state.store = await run_in_threadpool(open_store, settings)
        if app.state.tracing is not None:
            app.state.tracing.watch(app.state.store)
        try:
            yield
        finally:
            if app.state.tracing is not None:
                await run_in_threadpool(app.state.tracing.close)
            await run_in_threadpool(app.state.rdf.close)
            if store is None:
                await run_in_threadpool(app.state.store.close)

    return opened


def _wrap(app: FastAPI, settings: Settings) -> None:
    """Middleware, from the inside out."""
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=sorted(settings.cors_origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "X-Request-ID", "Retry-After"],
    )
    app.add_middleware(Observed, metrics=app.state.metrics)


def _refuse(app: FastAPI) -> None:
    @app.exception_handler(door.NotModifiedError)
    def not_modified(_: Request, error: Exception) -> Response:
        tag = cast(door.NotModifiedError, error).tag
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"})

    @app.exception_handler(KgError)
    def refused(request: Request, error: Exception) -> Response:
        known = cast(KgError, error)
        return problem(request, known, status_of(known), _headers(known))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: Exception) -> Response:
        wrong: Mapping[str, Any] = cast(RequestValidationError, error).errors()[0]
        inside = () if wrong["type"] == "json_invalid" else wrong["loc"][1:]  # of what does not parse: an offset
        name = ".".join(str(part) for part in inside) or str(wrong["loc"][0])
        told = errors.ParameterError(name, wrong.get("input"), f"{name}: {wrong['msg']}.")
        return problem(request, told, 400)

    @app.exception_handler(HTTPException)
    def unrouted(request: Request, error: Exception) -> Response:
        known = cast(HTTPException, error)
        path = request.url.path
        if known.status_code == 405:
            refused = door.ApiError(f"{path} does not take {request.method}.")
            return problem(request, refused, 405, {"Allow": ", ".join(_methods(request))})
        told = {
            404: door.NotFoundError(f"There is nothing at {path}.", hint="The resources are listed at /openapi.json."),
        }.get(known.status_code, door.BodyError(str(known.detail)))
        return problem(request, told, known.status_code, dict(known.headers or {}))


def _methods(request: Request) -> list[str]:
    """The methods that any route takes at the path of a request."""
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, Route)]
    matching = [route for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    return sorted({method for route in matching for method in route.methods or ()})


def status_of(error: KgError) -> int:
    """The HTTP status that an error stands for."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def _headers(error: KgError) -> dict[str, str]:
    if isinstance(error, door.RateLimitedError):
        return {"Retry-After": str(error.wait)}
    return {"WWW-Authenticate": "Bearer"} if isinstance(error, door.KeyRequiredError) else {}
