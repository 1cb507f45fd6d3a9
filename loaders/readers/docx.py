"""Word documents (Office Open XML): paragraphs and table rows in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.errors import BinaryFileError
from loaders.readers.archive import DAMAGE, part
from loaders.readers.content import Content

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
SKIPPED = {f"{WORD}del", f"{WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def docx(raw: bytes, name: str) -> Content:
    """A line for each paragraph and each table row, cells set apart by ` | `; deleted text is left out.

    Raises BinaryFileError where it is no Word document.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        body = part(archive, "word/document.xml").find(f"{WORD}body")
    except DAMAGE as error:
        hint = "Open it in an office program and save it as .docx again, or as text."
        raise BinaryFileError(f"{name} is no Word document that can be read: {error}.", hint=hint) from error
    lines = list(_lines(body)) if body is not None else []
    return Content("\n".join(lines) + "\n" if lines else "", _title(archive))


def _title(archive: zipfile.ZipFile) -> str | None:
    if "docProps/core.xml" not in archive.namelist():
        return None
    try:
        return (part(archive, "docProps/core.xml").findtext(TITLE) or "").strip() or None
    except DAMAGE:
        return None


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{WORD}p":
            yield from filter(None, (line.strip() for line in _text(child).splitlines()))
        elif child.tag == f"{WORD}tr":
            cells = [" ".join(_lines(cell)) for cell in child.iter(f"{WORD}tc")]
            yield " | ".join(cells)
        elif child.tag not in SKIPPED:
            yield from _lines(child)


def _text(element: Element) -> str:
    if element.tag == f"{WORD}t":
        return element.text or ""
    if element.tag == f"{WORD}tab":
        return " "
    if element.tag in {f"{WORD}br", f"{WORD}cr"}:
        return "\n"
    return "".join(_text(child) for child in element if child.tag not in SKIPPED)
