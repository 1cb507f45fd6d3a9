"""The resources, one a file."""

from fastapi import APIRouter

from api.routers import (
    ask,
    cypher,
    decisions,
    documents,
    evidence,
    health,
    indicators,
    ledger,
    network,
    organizations,
    pages,
    places,
    programmes,
    reconcile,
    sparql,
    statements,
    viewer,
)

ROUTERS: tuple[APIRouter, ...] = (
    ask.router,
    cypher.router,
    sparql.router,
    statements.router,
    ledger.router,
    places.router,
    programmes.router,
    indicators.router,
    organizations.router,
    documents.router,
    evidence.router,
    decisions.router,
    reconcile.router,
    network.router,
    health.router,
    pages.router,
    viewer.router,
)
