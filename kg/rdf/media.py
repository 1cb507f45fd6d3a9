"""The formats of query results by media type, and which of them a client takes."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import MediaTypeError
from kg.rdf.guard import Form

RESULTS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}
_ALSO = {
    "application/json": ("application/sparql-results+json", "application/ld+json"),
    "application/xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "text/xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "text/plain": ("application/n-triples",),
    "application/x-turtle": ("text/turtle",),
}


def negotiate(form: Form, accept: str | None) -> tuple[str, str]:
    """Media type and format of the answer to a query of a form.

    `accept` is an HTTP Accept header, or the name of a format (`csv`, `turtle`); None takes the first of the form.
    Raises MediaTypeError where nothing fits.
    """
    offered = RESULTS if form in ("SELECT", "ASK") else GRAPHS
    if not accept or not accept.strip():
        return next(iter(offered.items()))
    by_name = {name: media for media, name in offered.items()}
    if accept in by_name:
        return by_name[accept], accept
    for wanted in _wanted(accept):
        for media, name in offered.items():
            if wanted in (media, "*/*", media.split("/")[0] + "/*") or media in _ALSO.get(wanted, ()):
                return media, name
    raise MediaTypeError(
        f"The result of {form} cannot be given as {accept!r}.",
        hint=f"Ask for one of {', '.join((*offered, *by_name))}.",
    )


def _wanted(accept: str) -> list[str]:
    """Media ranges that are not refused, the most wanted first (RFC 9110, 12.5.1)."""
    ranges: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept.split(",")):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        weight = float(quality) if quality.replace(".", "", 1).isdigit() else 1.0
        ranges.append((-weight, place, media.lower()))
    return [media for weight, _, media in sorted(ranges) if weight < 0]
