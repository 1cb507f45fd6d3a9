import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import main
from kg.store import open_store
from loaders.pipeline import load
from tests.cli.command import SAMPLES, Command, Ran


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run a command: `kg("load", "samples")`; `given` is its standard input."""

    def run(*arguments: str | Path, given: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode("utf-8")), "utf-8"))
        capfdbinary.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder that the samples are loaded into, its engine running; not to be changed."""
    folder = tmp_path_factory.mktemp("samples")
    with open_store(data=folder) as store:
        load([SAMPLES], store)
        yield folder
