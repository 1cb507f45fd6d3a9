"""The formats of a list: JSON, CSV, GeoJSON, JSON-LD; which one a caller wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import Request

from api.errors import NotAcceptableError
from kg.errors import ParameterError

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
}


def wanted(request: Request, formats: Sequence[str]) -> str:
    """The format that `?format=` names, else the one that `Accept` likes best, the first where it likes them alike.

    Raises ParameterError for a format that the resource does not have, NotAcceptableError where `Accept` takes none.
    """
    named = request.query_params.getlist("format")
    if named:
        if len(named) == 1 and named[0] in formats:
            return named[0]
        hint = f"One of: {', '.join(formats)}."
        raise ParameterError(
            "format", named[0], f"{named[0]!r} is no format of this.", hint=hint, suggestions=tuple(formats)
        )
    ranges = _ranges(request.headers.get("accept", "*/*"))
    liked = [(max(_liking(ranges, MEDIA_TYPES[each].partition(";")[0]), 0.0), each) for each in formats]
    best = max(liking for liking, _ in liked)
    if best <= 0:
        raise NotAcceptableError(
            f"Nothing of this is {request.headers['accept']!r}.", hint=f"Formats: {', '.join(formats)}."
        )
    return next(each for liking, each in liked if liking == best)


def _ranges(accept: str) -> dict[str, float]:
    ranges = {}
    for part in accept.split(","):
        name, *options = [piece.strip().lower() for piece in part.split(";")]
        quality = next((option[2:] for option in options if option.startswith("q=")), "1")
        ranges[name] = float(quality) if _is_quality(quality) else 0.0
    return ranges


def _is_quality(text: str) -> bool:
    return text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit()


def _liking(ranges: Mapping[str, float], media_type: str) -> float:
    kind = media_type.partition("/")[0]
    return next((ranges[each] for each in (media_type, f"{kind}/*", "*/*") if each in ranges), -1.0)
