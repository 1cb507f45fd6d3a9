"""Bytes to text: the encodings that documents of this genre come in, told apart without guessing.

A byte order mark decides; then UTF-8, which hardly any other text is by accident; then GB18030, Big5 and
Windows-1252, each only where what comes out looks like text of that kind.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from kg.errors import BinaryFileError, UnknownEncodingError

# UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive (DOCX, OFD ...)",
    b"\xd0\xcf\x11\xe0": "an old Word or WPS file (.doc)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}
SAMPLE = 200_000  # characters that are looked at to tell whether a text is plausible
PLAUSIBLE = 0.9  # share of the characters beyond ASCII that must be ordinary ones of the encoding
WESTERN = frozenset("‘’“”–—…•€£¥°±·§©®™½¼¾×‰\xa0")  # what Windows-1252 adds beside letters
HINT = "Save it as UTF-8 and load it again."


def decode(raw: bytes, name: str) -> str:
    """The text of `raw`; line ends as they are, and a UTF-8 byte order mark kept as the character it is.

    So offsets into a UTF-8 file are offsets into `raw.decode("utf-8")`. `name` is used in errors only.
    Raises BinaryFileError, or UnknownEncodingError where no encoding gives plausible text.
    """
    for magic, kind in MAGIC.items():
        if raw.startswith(magic):
            raise BinaryFileError(f"{name} is {kind}, not a text file.", hint="Give it the ending of its kind.")
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding, name)
    wide = _wide(raw)
    if wide:
        return _strict(raw, wide, name)
    if b"\0" in raw:
        raise BinaryFileError(
            f"{name} holds zero bytes: it is no text file.", hint="Load the text that it was made of."
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(raw, name, error)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"{name} starts as {encoding.upper()}, but byte {error.start} is not: the file is damaged."
        raise UnknownEncodingError(reason, hint=HINT) from error


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark, in the byte order that gives plausible text."""
    if b"\0" not in raw or len(raw) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _attempt(raw, encoding)
        if text is not None and (_simplified(text[:SAMPLE]) or _western(text[:SAMPLE])):
            return encoding
    return None


def _legacy(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    for encoding, plausible in LEGACY.items():
        text = _attempt(raw, encoding)
        if text is not None and plausible(text[:SAMPLE]):
            return text
    reason = (
        f"{name} is in an unknown encoding: byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8, "
        "and as GB18030, Big5 or Windows-1252 it makes no text."
    )
    raise UnknownEncodingError(reason, hint=HINT) from error


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _chinese(encoding: str, first: int, last: int) -> Callable[[str], bool]:
    """Whether most of a text's characters stand among the common ones of a double-byte encoding.

    `first` and `last` bound the lead bytes of the common characters: GB 2312 level 1 and Big5 level 1 hold
    the 3,755 and 5,401 most used, which make up over 99 % of any running text.
    """

    def plausible(text: str) -> bool:
        wide = [character for character in text if character > "\x7f"]
        common = sum(_common(character, encoding, first, last) for character in wide)
        return bool(wide) and common >= PLAUSIBLE * len(wide) and not _controls(text)

    return plausible


def _common(character: str, encoding: str, first: int, last: int) -> bool:
    if "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff65" or "\u2010" <= character <= "\u2033":
        return True
    code = character.encode(encoding)
    return "\u4e00" <= character <= "\u9fff" and len(code) == 2 and first <= code[0] <= last


def _western(text: str) -> bool:
    """Mostly ASCII, with quotation marks, dashes and accents in between."""
    wide = [character for character in text if character > "\x7f"]
    usual = sum(character in WESTERN or character.isalpha() for character in wide)
    return len(wide) <= 0.1 * len(text) and usual == len(wide) and not _controls(text)


def _controls(text: str) -> bool:
    return any(character < "\t" or "\r" < character < " " for character in text)


_simplified = _chinese("gb18030", 0xB0, 0xD7)
LEGACY: dict[str, Callable[[str], bool]] = {
    "gb18030": _simplified,
    "big5": _chinese("big5", 0xA4, 0xC6),
    "cp1252": _western,
}
