"""What the server's helper says where something is missing; starting and stopping is what the contract suite does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import KgError, StoreUnavailableError
from kg.settings import Settings
from kg.store import neo4j_server


def test_missing_jars_are_told_with_the_remedy(tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip("there is no java here; .ci/run installs it")
    assert "fetch" in (neo4j_server.missing(tmp_path) or "")
    with pytest.raises(StoreUnavailableError, match="fetch"):
        neo4j_server.start(tmp_path / "home", Settings(cache=tmp_path))


def test_missing_java_and_maven_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "java" in (neo4j_server.missing(tmp_path) or "")
    with pytest.raises(KgError, match="mvn"):
        neo4j_server.fetch(tmp_path)


def test_stopping_where_none_runs_is_no_error(tmp_path: Path) -> None:
    assert neo4j_server.stop(tmp_path) is False
    (tmp_path / "neo4j.pid").write_text("no number")
    assert neo4j_server.stop(tmp_path) is False


def test_the_command_tells_errors_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path))
    assert neo4j_server.main(["start", str(tmp_path / "home")]) == 1
    assert capsys.readouterr().err.startswith("Neo4j cannot be started")
    assert neo4j_server.main(["stop", str(tmp_path / "home")]) == 0
