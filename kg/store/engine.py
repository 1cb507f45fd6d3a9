"""The embedded engine's own process: run as a script by `kg.store.embedded`, never imported by it.

Its settings come as one JSON line on standard input; it answers with one JSON line on standard output, and stops when
standard input closes or its parent is gone. It holds the lock of the data folder for as long as it lives.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import select
import sys
from pathlib import Path
from typing import Any, TextIO

from filelock import FileLock, Timeout

DATABASE = "graph"
BOLT_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
MESSAGE_BYTES = 256 * 1024 * 1024

ADMIN = {"access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"]}
ADMIN_TYPES = {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}}
READER_TYPES = {"*": {"access": ["readRecord"]}}


def main() -> int:
    """Run until standard input closes. Exit code 0: ended as asked; 2: could not start, the answer says why."""
    orders = json.loads(sys.stdin.readline())
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the engine itself prints is no answer
    folder = Path(orders["folder"])
    lock = _lock(folder / "engine.lock")
    if lock is None:
        return _answer(answers, {"state": "locked"}, 2)
    try:
        server = _start(folder, orders)
    except Exception as error:  # noqa: BLE001 - the parent tells the person
        return _answer(answers, {"state": "failed", "error": str(error)}, 2)
    _publish(folder / "engine.json", orders)
    _answer(answers, {"state": "ready"}, 0)
    _wait_for_parent()
    (folder / "engine.json").unlink(missing_ok=True)
    server.stop()
    return 0


def _answer(answers: TextIO, message: dict[str, str], code: int) -> int:
    answers.write(json.dumps(message) + "\n")
    answers.flush()
    return code


def _lock(path: Path) -> object | None:
    """The lock, held until the process ends; None where another process has it."""
    lock = FileLock(path, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock


def _start(folder: Path, orders: dict[str, Any]) -> Any:
    root = folder / "graph"
    _write_users(root / "config", orders)
    os.environ["ARCADEDB_LOG_DIR"] = str(root / "log")
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(
        (
            f"-Darcadedb.command.timeout={orders['timeout_ms']}",
            "-Darcadedb.txWalFlush=2",  # a commit is on disk before it is acknowledged
            f"-Xmx{orders['memory']}",
        )
    )
    import arcadedb  # noqa: PLC0415 - reads the environment set above

    server = arcadedb.create_server(root_path=str(root), root_password=None, config=_config(orders))
    server.start()
    server.create_database(DATABASE)
    return server


def _config(orders: dict[str, Any]) -> dict[str, Any]:
    return {
        "mode": "development",  # the other modes keep the text of syntax errors back
        "host": "127.0.0.1",
        "http_port": orders["http_port"],
        "server_plugins": BOLT_PLUGIN,
        "bolt_port": orders["port"],
        "bolt_host": "127.0.0.1",
        "bolt_defaultDatabase": DATABASE,
        "bolt_maxMessageSize": MESSAGE_BYTES,
        "opencypher_loadCsv_allowFileUrls": "false",
        "opencypher_loadCsv_allowRemoteUrls": "false",
    }


def _write_users(config: Path, orders: dict[str, Any]) -> None:
    """A writer and a reader with the passwords of this run; the passwords of earlier runs no longer open anything."""
    config.mkdir(parents=True, exist_ok=True)
    groups = {
        "admin": {"resultSetLimit": -1, "readTimeout": -1, **ADMIN, "types": ADMIN_TYPES},
        "reader": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": READER_TYPES},
        "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
    }
    users = [
        {"name": "root", "databases": {"*": ["admin"]}, "password": _hashed(orders["password"])},
        {"name": "reader", "databases": {"*": ["reader"]}, "password": _hashed(orders["reader_password"])},
    ]
    _write(config / "server-groups.json", json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}))
    _write(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))


def _hashed(password: str) -> str:
    """As the engine keeps passwords. One round is enough: they are 256 random bits, made anew at every start."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), 1)
    return f"PBKDF2WithHmacSHA256$1${salt}${base64.b64encode(key).decode()}"


def _publish(path: Path, orders: dict[str, Any]) -> None:
    """Where other processes of the same user find this engine."""
    shown = {key: orders[key] for key in ("port", "password", "reader_password")}
    _write(path, json.dumps({**shown, "pid": os.getpid()}))


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    fresh.replace(path)


def _wait_for_parent() -> None:
    """Until standard input closes; a forked child of the parent may keep it open, so the parent is watched too."""
    parent = os.getppid()
    if sys.platform == "win32":
        sys.stdin.read()
        return
    while os.getppid() == parent:
        readable, _, _ = select.select([sys.stdin], [], [], 1.0)
        if readable and not sys.stdin.readline():
            return


if __name__ == "__main__":
    sys.exit(main())
