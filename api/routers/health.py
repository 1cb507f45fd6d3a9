"""Whether the service lives and is ready, and its metrics."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api import responses
from api.reply import as_json, given, store_of

router = APIRouter(tags=["operation"])
_COUNTS = {
    "documents": "MATCH (n:Document) RETURN count(n) AS count",
    "statements": "MATCH (n:Statement) RETURN count(n) AS count",
}
_NEWEST = "MATCH (n:Document) WHERE n.date IS NOT NULL RETURN max(n.date) AS newest"


@router.get("/health/live", response_model=responses.Health, response_model_exclude_none=True)
async def live(request: Request) -> Response:
    """Whether the process answers."""
    given(request, ())
    return as_json({"status": "live"}, {"Cache-Control": "no-store"})


@router.get("/health/ready", response_model=responses.Health)
def ready(request: Request) -> Response:
    """Whether the store answers: 503 where it does not."""
    given(request, ())
    store = store_of(request)
    state = {"status": "ready", "engine": store.engine, "version": store.version()}
    body = {**state, **_counts(request), "newest": store.read(_NEWEST).rows[0][0]}
    return as_json(body, {"Cache-Control": "no-store"})


@router.get("/health", response_model=responses.Health)
def health(request: Request) -> Response:
    """The same as /health/ready."""
    return ready(request)


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def metrics(request: Request) -> Response:
    """Counts and times for Prometheus."""
    given(request, ())
    registry = request.app.state.metrics.registry
    gauges = request.app.state.metrics.gauges
    for name, count in _counts(request).items():
        gauges[name].set(count)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _counts(request: Request) -> dict[str, int]:
    store = store_of(request)
    return {name: int(store.read(count).rows[0][0]) for name, count in _COUNTS.items()}
