"""What can go wrong at the door itself; everything behind it raises the errors of `kg.errors`."""

from __future__ import annotations

import re

from kg.errors import KgError


class ApiError(KgError):
    """The root of the door's own errors."""


class NotFoundError(ApiError):
    """No resource has that id."""


class KeyRequiredError(ApiError):
    """Writing without a key, or with one that is not known."""


class WritingClosedError(ApiError):
    """Writing where no key is configured."""


class TooLargeError(ApiError):
    """A body larger than may be sent."""


class MediaTypeError(ApiError):
    """A body of a type that the resource does not take."""


class BodyError(ApiError):
    """A body that does not say what it should."""


class NotAcceptableError(ApiError):
    """A format that the resource does not have."""


class RateLimitedError(ApiError):
    """Too many requests; `wait` seconds until the next may come."""

    def __init__(self, message: str, *, wait: int) -> None:
        super().__init__(message, hint=f"Try again in {wait} seconds.")
        self.wait = wait


class NotModifiedError(ApiError):
    """No error: the caller holds what would be sent."""

    def __init__(self, tag: str) -> None:
        super().__init__("Not modified.")
        self.tag = tag


def kind(error: KgError | type[KgError]) -> str:
    """The name of an error's class as a slug: UnknownNameError → unknown-name."""
    name = (error if isinstance(error, type) else type(error)).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
