"""Office documents are zip archives of XML: their parts, whatever is wrong with them."""

from __future__ import annotations

import zipfile
import zlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

LARGEST = 100_000_000  # bytes of one part when unpacked
# What zipfile and expat raise: RuntimeError for a password, NotImplementedError for an unknown compression.
DAMAGE = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError, OSError, EOFError, RuntimeError)


def part(archive: zipfile.ZipFile, name: str) -> Element:
    """The root of one part. Raises one of DAMAGE."""
    if archive.getinfo(name).file_size > LARGEST:
        raise ValueError(f"{name} is larger than {LARGEST:,} bytes")
    return ElementTree.fromstring(archive.read(name))  # noqa: S314  expat bounds entity expansion
