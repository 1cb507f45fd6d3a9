"""The embedded engine: started, shared between processes, started again, refused with a reason."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from kg.answer import count
from kg.errors import QueryError, StoreCorruptError, StoreFolderError, StoreLockedError, StoreVersionError
from kg.model import Document, Evidence, Measure, Statement
from kg.query import Query
from kg.settings import Settings
from kg.store import doctor, embedded, open_store

Holder = subprocess.Popen[str]

CHOSEN = Settings(retry_time=20.0)
DOCUMENT = Document("成都新增床位五张。\n", "zh")
STATEMENTS = [
    Statement(
        "planned",
        Measure(zh="床位"),
        value=5.0,
        places=("510100",),
        evidence=(Evidence(DOCUMENT.id, 0, 8, DOCUMENT.text[:8]),),
    )
]
HOLD = """
import sys
from pathlib import Path
from kg.settings import Settings
from kg.store import open_store
store = open_store(Settings(), data=Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def other(folder: Path) -> Iterator[Holder]:
    """Another process that has the store open; it closes when its standard input does."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert told(process) == "open\n"
    yield process
    process.kill()
    process.wait()


def told(process: Holder) -> str:
    """The next line that the process prints."""
    assert process.stdout is not None
    return process.stdout.readline()


def hang_up(process: Holder) -> None:
    assert process.stdin is not None
    process.stdin.close()


def engine_pid(folder: Path) -> int:
    return int(json.loads((folder / "engine.json").read_text())["pid"])


def test_it_opens_fast_and_keeps_what_was_written(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
    begun = time.monotonic()
    with open_store(CHOSEN, data=folder) as store:
        assert time.monotonic() - begun < 3.0  # 0.4 s on a quiet machine
        assert store.statements(DOCUMENT.id) == STATEMENTS
        assert store.owns_engine is True


def test_only_the_owner_can_read_where_it_listens(folder: Path) -> None:
    with open_store(CHOSEN, data=folder):
        assert stat.S_IMODE((folder / "engine.json").stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not (folder / "engine.json").exists()


def test_it_listens_on_loopback_alone(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        port = int(store.uri.rpartition(":")[2])
        tables = [Path(f"/proc/net/{name}").read_text().splitlines()[1:] for name in ("tcp", "tcp6")]
    ends = [(row.split()[1].split(":"), row.split()[3]) for table in tables for row in table]
    listening = {address for (address, number), state in ends if state == "0A" and int(number, 16) == port}
    assert listening
    assert listening <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_a_second_process_uses_the_engine_of_the_first(folder: Path, other: Holder) -> None:
    with open_store(CHOSEN, data=folder) as store:
        assert store.owns_engine is False
        store.write(DOCUMENT, STATEMENTS)
        assert store.statements(DOCUMENT.id) == STATEMENTS
    assert other.poll() is None


@pytest.mark.parametrize("end", ["close", "kill"])
def test_when_the_first_process_goes_the_second_starts_an_engine(folder: Path, other: Holder, end: str) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
        hang_up(other) if end == "close" else other.kill()
        other.wait()
        time.sleep(0.3)
        assert store.statements(DOCUMENT.id) == STATEMENTS
        assert store.delete(DOCUMENT.id) is True
        assert store.owns_engine is True


def test_an_engine_that_was_killed_is_started_again(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
        os.kill(engine_pid(folder), signal.SIGKILL)
        assert store.statements(DOCUMENT.id) == STATEMENTS
        os.kill(engine_pid(folder), signal.SIGKILL)
        assert store.delete(DOCUMENT.id) is True


def test_an_engine_that_a_query_has_choked_is_started_again(folder: Path) -> None:
    small = Settings(retry_time=30.0, query_timeout=2.0, engine_memory="128m")
    with open_store(small, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
        with pytest.raises(QueryError):
            store.query("WITH reduce(text = 'x', i IN range(1, 30) | text + text) AS big RETURN size(big)")
        assert store.read("RETURN 1").rows == [[1]]
        assert store.statements(DOCUMENT.id) == STATEMENTS


def test_the_engine_ends_with_the_process_that_was_killed(folder: Path, other: Holder) -> None:
    pid = engine_pid(folder)
    other.kill()
    other.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and os.path.exists(f"/proc/{pid}"):
        time.sleep(0.05)
    assert not os.path.exists(f"/proc/{pid}")


def test_two_processes_that_start_at_once_share_one_engine(folder: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    try:
        assert [told(process) for process in processes] == ["open\n"] * 3
    finally:
        for process in processes:
            hang_up(process)
            assert process.wait(30) == 0


def test_a_lock_without_an_engine_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(embedded, "LOCK_WAIT", 0.5)
    folder.mkdir()
    with FileLock(folder / "engine.lock"), pytest.raises(StoreLockedError, match="--data"):
        open_store(CHOSEN, data=folder)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StoreFolderError, match="--data"):
            open_store(CHOSEN, data=folder)


def test_a_folder_that_cannot_be_written_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.touch", refuse)
    with pytest.raises(StoreFolderError, match="Permission denied"):
        open_store(CHOSEN, data=folder)


def test_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LEAST_FREE", 10**18)
    with pytest.raises(StoreFolderError, match="full"):
        open_store(CHOSEN, data=folder)


@pytest.mark.parametrize("name", ["schema*.json", "*.dict", "configuration.json", "Graph_*.bucket"])
def test_a_corrupted_folder_is_told(folder: Path, name: str) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
    for path in (folder / "graph" / "databases" / "graph").glob(name):
        path.write_bytes(b"\x00\xff" * 4_000)
    with pytest.raises(StoreCorruptError, match="kg restore"):
        open_store(CHOSEN, data=folder)


def test_a_schema_that_was_being_written_is_recovered(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
    schema = folder / "graph" / "databases" / "graph" / "schema.json"
    schema.write_text(schema.read_text()[:1_000])
    with open_store(CHOSEN, data=folder) as store:
        assert store.statements(DOCUMENT.id) == STATEMENTS


def test_a_store_of_a_newer_version_is_told(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        store.connection.write(
            lambda transaction: transaction.run("MATCH (g:Graph) SET g.schema_version = 99").consume()
        )
    with pytest.raises(StoreVersionError, match="schema 99"):
        open_store(CHOSEN, data=folder)


def test_a_store_of_an_older_version_is_brought_up(folder: Path) -> None:
    def age(transaction: neo4j.Transaction) -> None:
        transaction.run("MATCH (g:Graph) SET g.schema_version = 0").consume()
        transaction.run("DROP INDEX statement_year").consume()
        transaction.run("MATCH (x:Stretch) DETACH DELETE x").consume()
        transaction.run("MATCH (n:Place) REMOVE n.words").consume()

    with open_store(CHOSEN, data=folder) as store:
        store.write(DOCUMENT, STATEMENTS)
        store.connection.write(age)
    with open_store(CHOSEN, data=folder) as store:
        assert doctor.examine(store) == []
        assert store.statements(DOCUMENT.id) == STATEMENTS
        assert count(Query(subject="statements", q="床位"), store) == 1
        assert count(Query(subject="cities", q="成都"), store) == 1


def test_the_passwords_of_an_earlier_run_open_nothing(folder: Path) -> None:
    with open_store(CHOSEN, data=folder) as store:
        old = store.connection.access
    with open_store(CHOSEN, data=folder) as store:
        new = store.connection.access
        assert {old.password, old.reader_password}.isdisjoint({new.password, new.reader_password})
        kept = (folder / "graph" / "config" / "server-users.jsonl").read_text()
        assert new.password not in kept
        assert "password" not in repr(new).replace("reader_password", "")
