"""Keys that may write. The settings hold only their hashes; `python -m api.keys` makes a key and its hash.

Keys are rotated by listing the new hash beside the old one and dropping the old one later.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sys
from collections.abc import Iterable
from typing import Any

from fastapi import Request

from api.errors import KeyRequiredError, WritingClosedError

PREFIX = "sha256:"
KEYED: dict[str, Any] = {"security": [{"key": []}, {"bearer": []}]}  # as OpenAPI says it


def make() -> str:
    """A new key of 256 random bits."""
    return "kg_" + secrets.token_urlsafe(32)


def hashed(key: str) -> str:
    """What KG_API_KEYS lists for a key. One round of SHA-256 is enough for 256 random bits."""
    return PREFIX + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def holder(request: Request, known: Iterable[str]) -> str:
    """The hash of the key that a request bears, in `X-API-Key` or as a bearer token.

    Raises WritingClosedError where no key is configured, KeyRequiredError without one that is known.
    """
    known = frozenset(known)
    if not known:
        raise WritingClosedError(
            "This server is read-only.", hint="Whoever runs it sets KG_API_KEYS to let others write."
        )
    given = hashed(_given(request))
    matches = [each for each in known if hmac.compare_digest(given, each)]
    if not matches:
        raise KeyRequiredError("Writing needs a key.", hint="Send one as X-API-Key, or as Authorization: Bearer.")
    return given


def _given(request: Request) -> str:
    key = request.headers.get("x-api-key")
    if key:
        return key
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


if __name__ == "__main__":
    fresh = make()
    sys.stdout.write(f"key   {fresh}\nhash  {hashed(fresh)}\n\nKG_API_KEYS='[\"{hashed(fresh)}\"]'\n")
