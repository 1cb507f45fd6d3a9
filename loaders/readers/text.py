"""Plain text and Markdown: the document is the file, character for character."""

from __future__ import annotations

from loaders.readers.content import Content
from loaders.readers.encoding import decode


def text(raw: bytes, name: str) -> Content:
    """The decoded text; line ends and a UTF-8 byte order mark stay. Raises as `decode` does."""
    return Content(decode(raw, name))
