"""Files into the store: each is read, its statements extracted, and both written in one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.model import Document, Statement
from kg.store import Reading, Store
from loaders.extract import extract
from loaders.files import Failure, Files, files
from loaders.parallel import Call, calls
from loaders.readers import Found, document, examine, found
from loaders.version import extractor

Progress = Callable[[Path, int, int], None]  # a file that is done with, files done, files in all
WORTH = 400_000  # bytes of documents for each further process: starting one takes as long as reading so much
BATCH = 2_000  # statements that are written in one transaction, or a tenth as many documents


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. A text counts once, however many files hold it."""

    documents: int = 0  # written
    statements: int = 0  # in the documents written
    unchanged: int = 0  # documents that the store had, read by the same rules
    failures: tuple[Failure, ...] = ()
    passed: tuple[str, ...] = ()  # files in folders whose ending has no reader


def load(
    paths: Iterable[Path | str],
    store: Store,
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    again: bool = False,
) -> LoadReport:
    """Load files, and folders with all that is in them. One bad file never stops the others.

    What the store already has, from the same file and read by the same rules, is passed over unless `again`.
    `workers`: processes that extract; None lets the amount of text decide. Raises StoreError when the store fails:
    what was written before stays, and loading again goes on from there.
    """
    chosen = files([Path(path) for path in paths])
    load = _Load(store, chosen, progress or _silent, known=set() if again else _known(store))
    for call in calls(extracted, load.new(), workers=workers or _workers(chosen.readable)):
        load.take(call)
    return load.report()


def extracted(source: Found) -> Reading:
    """A document with all that it states."""
    read = document(source)
    return Reading(read, tuple(extract(read)), extractor())


def examined(raw: bytes, name: str, *, uri: str | None = None) -> tuple[Document, list[Statement]]:
    """The document in the bytes of a file, and what it states, with nothing stored.

    The ending of `name` tells the format. Raises DocumentError where it cannot be read.
    """
    reading = extracted(examine(raw, name, uri=uri))
    return reading.document, list(reading.statements)


def keep(read: Document, statements: Iterable[Statement], store: Store) -> None:
    """Write an examined document in one transaction, in place of what it said before."""
    store.write(read, list(statements), extractor=extractor())


class _Load:
    """One load under way."""

    def __init__(self, store: Store, chosen: Files, progress: Progress, *, known: set[tuple[str, str]]) -> None:
        self.store, self.chosen, self.progress, self.known = store, chosen, progress, known
        self.failures = list(chosen.missing)
        self.batch: list[Reading] = []
        self.written: dict[str, int] = {}
        self.unchanged: set[str] = set()
        self.done = 0

    def new(self) -> Iterator[Found]:
        """What is in the files that the store has not got; files that cannot be read are noted."""
        for path in self.chosen.readable:
            try:
                source = found(path)
            except KgError as error:
                self._failed(path, error)
                continue
            if (source.id, source.uri) in self.known:
                self.unchanged.add(source.id)
                self._finish(path)
            else:
                yield source

    def take(self, call: Call[Found, Reading]) -> None:
        path = Path(call.argument.path)
        if call.result is None:
            self._failed(path, call.error)
            return
        self.batch.append(call.result)
        statements = sum(len(reading.statements) for reading in self.batch)
        if statements >= BATCH or len(self.batch) >= BATCH // 10:
            self._write()
        self._finish(path)

    def report(self) -> LoadReport:
        self._write()
        statements, unchanged = sum(self.written.values()), len(self.unchanged - set(self.written))
        return LoadReport(len(self.written), statements, unchanged, tuple(self.failures), self.chosen.passed)

    def _write(self) -> None:
        self.store.write_batch(self.batch)
        self.written |= {reading.document.id: len(reading.statements) for reading in self.batch}
        self.batch = []

    def _failed(self, path: Path, error: BaseException | None) -> None:
        self.failures.append(_failure(path, error))
        self._finish(path)

    def _finish(self, path: Path) -> None:
        self.done += 1
        self.progress(path, self.done, len(self.chosen.readable))


def _known(store: Store) -> set[tuple[str, str]]:
    """Documents with the sources they were found at, read by the rules of today."""
    rules = extractor()
    summaries = [summary for summary in store.documents() if summary.extractor == rules]
    return {(summary.id, source.uri) for summary in summaries for source in summary.sources}


def _failure(path: Path, error: BaseException | None) -> Failure:
    if isinstance(error, KgError):
        return Failure(str(path), error.message, error.hint)
    return Failure(str(path), f"{type(error).__name__}: {error}", "This is a defect: please report it.")


def _workers(paths: Iterable[Path]) -> int:
    size = sum(path.stat().st_size for path in paths)
    return max(1, min(os.cpu_count() or 1, size // WORTH))


def _silent(path: Path, done: int, total: int) -> None:
    """Nobody asked for progress."""
