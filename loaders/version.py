"""Which rules read a document: a store knows by it what has to be read again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import languages
import loaders
import ontology
from kg.model import digest

SOURCES = {ontology: "vocabularies", languages: ".", loaders: "."}
ENDINGS = {".py", ".yaml", ".csv"}


@cache
def extractor() -> str:
    """A digest of all rules and vocabularies: it changes when what is read from a text may change."""
    folders = [Path(str(package.__file__)).parent / folder for package, folder in SOURCES.items()]
    files = sorted(
        (file.relative_to(folder).as_posix(), file)
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in ENDINGS
    )
    return digest("\n".join(f"{name} {digest(file.read_text('utf-8'))}" for name, file in files))
