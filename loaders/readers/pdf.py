"""PDF: the text layer, with broken lines joined and page headers and numbers cut away."""

from __future__ import annotations

import io
import logging

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.content import Content
from loaders.readers.paragraph import paragraphs


def pdf(raw: bytes, name: str) -> Content:
    """The text of all pages, a line for each paragraph.

    Raises BinaryFileError where it cannot be opened (damaged, encrypted), EmptyDocumentError where the pages are
    pictures.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - takes longer than all else that a text file needs

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # what it mends by itself is nobody's concern
    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except Exception as error:  # a damaged file can make the library fail in any way
        hint = "Print it to a new PDF, without a password, or save its text."
        raise BinaryFileError(f"{name} is no PDF that can be read: {error}.", hint=hint) from error
    if not any(page.strip() for page in pages):
        raise EmptyDocumentError(f"{name} holds pictures of pages, no text.", hint="Run text recognition (OCR) on it.")
    return Content(paragraphs(pages), (title or "").strip() or None)
