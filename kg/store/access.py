"""Where an engine listens, and with which names and passwords."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Access:
    """A Bolt address. `reader` is the user for reading: one that may not write, where the engine has such users."""

    uri: str
    user: str
    password: str = field(repr=False)
    reader: str
    reader_password: str = field(repr=False)
    database: str | None = None
