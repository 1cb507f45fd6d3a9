"""kg load"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Data, Form, Uri, opened
from cli.output import console, many, print_json

if TYPE_CHECKING:
    from loaders.pipeline import LoadReport


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, and folders with all in them.")],
    data: Data = None,
    store: Uri = None,
    again: Annotated[bool, typer.Option("--again", help="Read again what the store has already.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read. [default: by the amount of text]")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="text or json")] = Form.text,
) -> None:
    """Load documents: read them, extract what they promise and report, store it with its evidence.

    Loading twice is loading once: what is in the store already, read by the same rules, is passed over.
    Exit code: 0 all was read, 3 some files could not be read (the rest is stored), 1 nothing was done.

    Examples:

        kg load samples

        kg load reports/2023 announcement.txt --data /srv/kg

        kg load reports --store bolt://localhost:7687
    """
    from dataclasses import asdict

    from loaders.files import files
    from loaders.pipeline import LoadReport
    from loaders.pipeline import load as load_files

    chosen = files(paths)
    if chosen.readable:
        with opened(data, store, writing=True) as target, _bar(form) as progress:
            report = load_files(paths, target, progress=progress, workers=workers, again=again)
    else:
        report = LoadReport(failures=chosen.missing, passed=chosen.passed)
    if form is Form.text:
        _tell(report)
    else:
        print_json(asdict(report))
    if not report.documents and not report.unchanged:
        raise typer.Exit(1)
    if report.failures:
        raise typer.Exit(3)


@contextmanager
def _bar(form: Form) -> Iterator[Callable[[Path, int, int], None] | None]:
    """A progress bar where someone looks at it."""
    screen = console(stderr=True)
    if form is not Form.text or not screen.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def progress(path: Path, done: int, total: int) -> None:
            bar.update(task, description=path.name[:40], completed=done, total=total)

        yield progress


def _tell(report: LoadReport) -> None:
    screen = console()
    screen.print(f"{many(report.documents, 'document')} loaded, {many(report.statements, 'statement')} in them")
    if report.unchanged:
        screen.print(f"{many(report.unchanged, 'document')} unchanged")
    if report.passed:
        screen.print(f"{many(len(report.passed), 'file')} of other kinds passed over: {', '.join(report.passed[:5])}")
    for failure in report.failures:
        screen.print(f"not read: {failure.path}: {failure.reason} {failure.hint or ''}".rstrip(), markup=False)
