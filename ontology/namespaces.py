"""Every RDF prefix, and how the URI of each kind of thing is made.

`BASE` is meant to become a redirect at w3id.org to wherever the graph is published; until it is registered the URIs
identify and do not resolve.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

BASE = "https://w3id.org/health-commitments/"
ONTOLOGY = BASE + "ontology"

# Folders of BASE that hold vocabulary: each is a prefix of its own name.
TERMS = ("programme", "indicator", "specialty", "measure", "status", "level", "comparator", "change", "unit", "scheme")
FOLDERS = (*TERMS, "place", "organization", "person", "membership", "statement", "evidence", "document", "activity")

PREFIXES: Mapping[str, str] = {
    "hc": ONTOLOGY + "#",
    **{folder: f"{BASE}{folder}/" for folder in FOLDERS},
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "gn": "https://sws.geonames.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "qudt_unit": "http://qudt.org/vocab/unit/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")


def uri(folder: str, *segments: str) -> str:
    """The URI of a thing: `uri("place", "510500")`. Letters outside ASCII stay as they are (RFC 3987).

    Raises ValueError for a folder that is none of FOLDERS.
    """
    if folder not in FOLDERS:
        raise ValueError(f"no folder {folder!r} under {BASE}")
    return PREFIXES[folder] + "/".join(segment(part) for part in segments)


def segment(text: str) -> str:
    """A text as one segment of an IRI: whatever is not unreserved (RFC 3987, ucschar) is percent-encoded."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(char if _PLAIN.fullmatch(char) or _is_ucschar(char) else _encoded(char) for char in text)


def curie(name: str) -> str:
    """The IRI of a prefixed name such as `hc:appliesTo`. Raises KeyError for an unknown prefix."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def _is_ucschar(char: str) -> bool:
    code = ord(char)
    return (
        0x3001 <= code <= 0xD7FF or 0xF900 <= code <= 0xFDCF or (0x20000 <= code <= 0x3FFFD and code & 0xFFFE < 0xFFFE)
    )


def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
