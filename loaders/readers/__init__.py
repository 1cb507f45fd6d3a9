"""Files in, documents out: one format a module, each giving text; what surrounds the text is found here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnknownFormatError, UnreadableFileError
from kg.model import Document, Source
from loaders.masthead import masthead
from loaders.readers.content import Content
from loaders.readers.docx import docx
from loaders.readers.html import html
from loaders.readers.language import language
from loaders.readers.ofd import ofd
from loaders.readers.pdf import pdf
from loaders.readers.quality import flags
from loaders.readers.text import text

Reader = Callable[[bytes, str], Content]

READERS: dict[str, Reader] = {
    ".txt": text,
    ".text": text,
    ".md": text,
    ".markdown": text,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".pdf": pdf,
    ".docx": docx,
    ".ofd": ofd,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds, before anything is asked of the text."""

    content: Content
    name: str  # for errors
    path: str = ""
    uri: str = ""  # empty: from no place that could be named

    @property
    def id(self) -> str:
        """The id that its document will have."""
        return Document(self.content.text, "zh").id


def read(source: Path | str | bytes, *, name: str | None = None) -> Document:
    """The document that a file holds: its text as decoded, language, title, issuer, place, date and doubts.

    `source` is a path, or the bytes of a file whose ending `name` tells (none: plain text). Offsets of
    evidence are `str` indices into the `text` of what is returned. Raises DocumentError of the kind that fits.
    """
    return document(examine(source, name or "the text") if isinstance(source, bytes) else found(Path(source)))


def found(path: Path) -> Found:
    """What is in a file. Raises DocumentError where it cannot be opened or decoded."""
    content = _reader(path.name)(_bytes(path), path.name)
    return Found(content, path.name, path=str(path), uri=path.resolve().as_uri())


def examine(raw: bytes, name: str, *, uri: str | None = None) -> Found:
    """What is in the bytes of a file, read as the ending of `name` asks; `uri` is where it was found."""
    return Found(_reader(name)(raw, name), name, uri=uri or "")


def document(source: Found) -> Document:
    """The document that was found. Raises EmptyDocumentError or UnknownLanguageError."""
    content = source.content
    lang = language(content.text, source.name)
    head = masthead(content.text, lang)
    return Document(
        text=content.text,
        lang=lang,
        title=head.title or content.title,
        issuer=head.issuer,
        place=head.place,
        date=head.date or (None if source.uri else content.published),
        sources=(Source(source.uri, content.published, content.publisher),) if source.uri else (),
        flags=flags(content.text, lang),
    )


def _reader(name: str) -> Reader:
    suffix = Path(name).suffix.lower()
    if not suffix or suffix in READERS:
        return READERS.get(suffix, text)
    known = " ".join(READERS)
    raise UnknownFormatError(f"{name}: no reader for {suffix} files.", hint=f"These are read: {known}.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"There is no file {path}.", hint="Check the path.") from error
    except IsADirectoryError as error:
        raise UnreadableFileError(f"{path} is a folder, not a file.", hint="Use `kg load` for folders.") from error
    except OSError as error:
        raise UnreadableFileError(f"{path} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
