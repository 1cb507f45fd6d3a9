"""OFD, the fixed layout of Chinese offices (GB/T 33190-2016): pieces of text by their place on the page."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.archive import DAMAGE, part
from loaders.readers.content import Content
from loaders.readers.paragraph import paragraphs

LINE = 1.5  # millimetres by which pieces of one line may stand higher or lower


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and where it stands, in millimetres from the upper left corner."""

    top: float
    left: float
    text: str


def ofd(raw: bytes, name: str) -> Content:
    """A line for each paragraph. Raises BinaryFileError where it is no OFD, EmptyDocumentError where it has no text."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        head = part(archive, "OFD.xml")
        pages = [page for root in _all(head, "DocRoot") for page in _pages(archive, root.text or "")]
    except DAMAGE as error:
        hint = "Open it in an OFD reader and print it to PDF, or save its text."
        raise BinaryFileError(f"{name} is no OFD document that can be read: {error}.", hint=hint) from error
    if not any(page.strip() for page in pages):
        raise EmptyDocumentError(f"{name} holds pictures of pages, no text.", hint="Run text recognition (OCR) on it.")
    title = next((element.text for element in _all(head, "Title") if element.text), None)
    return Content(paragraphs(pages), title.strip() if title else None)


def _pages(archive: zipfile.ZipFile, root: str) -> Iterator[str]:
    root = root.lstrip("/")
    for page in _all(part(archive, root), "Page"):
        place = page.get("BaseLoc", "")
        path = place.lstrip("/") if place.startswith("/") else posixpath.join(posixpath.dirname(root), place)
        yield "\n".join(_lines(sorted(_pieces(part(archive, path)), key=lambda piece: (piece.top, piece.left))))


def _pieces(content: Element) -> Iterator[Piece]:
    for text in _all(content, "TextObject"):
        left, top = [float(number) for number in text.get("Boundary", "0 0 0 0").split()[:2]]
        for code in _all(text, "TextCode"):
            yield Piece(top + float(code.get("Y", 0)), left + float(code.get("X", 0)), code.text or "")


def _lines(pieces: list[Piece]) -> Iterator[str]:
    line: list[Piece] = []
    for piece in pieces:
        if line and piece.top - line[0].top > LINE:
            yield _joined(line)
            line = []
        line.append(piece)
    if line:
        yield _joined(line)


def _joined(line: list[Piece]) -> str:
    return "".join(piece.text for piece in sorted(line, key=lambda piece: piece.left))


def _all(element: Element, name: str) -> Iterator[Element]:
    """Elements by local name: writers differ in the namespace."""
    return (each for each in element.iter() if each.tag.rpartition("}")[2] == name)
