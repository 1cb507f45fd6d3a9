"""The fields that a row of each subject holds, in their order: what `fields` may name."""

from __future__ import annotations

from kg.query.subject import PLACES, STATEMENTS

STATEMENT = (
    "id", "type", "status", "measure", "level", "value", "value_max", "comparator", "unit", "change", "baseline",
    "each", "places", "organizations", "specialty", "part", "period", "year", "place_names", "evidence",
    "evidence_count",
)  # fmt: skip
QUOTE = ("start", "end", "quote", "label", "actor", "rule")
PLACE = ("code", "name_zh", "name_en", "level", "parent", "part_of", "lon", "lat", "geonames")
NAMED = {
    "hospitals": ("id", "name_zh", "name_en", "city"),
    "organizations": ("id", "name_zh", "name_en", "city"),
    "programmes": ("id", "name_zh", "name_en", "kind"),
    "indicators": ("id", "name_zh", "name_en", "kind"),
    "specialties": ("id", "name_zh", "name_en"),
    "documents": ("id", "title", "issuer", "place", "date", "lang", "flags"),
}
CONNECTED = ("status", "statements", "evidence")  # where statements make the subject an answer


def fields_of(subject: str) -> tuple[str, ...]:
    """Every field that a row of the subject may hold."""
    if subject in STATEMENTS:
        return STATEMENT
    if subject == "evidence":
        return ("id", "document", "title", "statement", *QUOTE)
    return (*(PLACE if subject in PLACES else NAMED[subject]), *CONNECTED)
