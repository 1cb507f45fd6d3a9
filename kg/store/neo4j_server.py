"""A Neo4j 5 server without Docker, for whoever has Java: its jars fetched with Maven, started and stopped.

`python -m kg.store.neo4j_server fetch` fetches the jars into the cache (`KG_CACHE`); `start` and `stop` run a server in
a folder. The server listens on loopback alone.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from kg.errors import KgError, StoreUnavailableError
from kg.settings import Settings, settings

VERSION = "5.26.30"
JARS = 213  # that the server and what it needs come to
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
SERVER = "org.neo4j.server.CommunityEntryPoint"
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang")
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # starts sooner; for trying out and for tests, not for load
START_WAIT = 90.0  # seconds
STOP_WAIT = 60.0
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>neo4j-jars</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency>
<groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
</dependency></dependencies>
</project>
"""
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.memory.heap.max_size=512m
server.memory.pagecache.size=64m
db.memory.transaction.max={memory}
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
server.directories.import=import
"""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """A server that runs: its process, address and password."""

    home: Path
    pid: int
    port: int
    password: str

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"


def jars_folder(cache: Path) -> Path:
    return cache.expanduser() / "neo4j" / VERSION


def missing(cache: Path) -> str | None:
    """Why no server can be started, or None where one can."""
    if shutil.which("java") is None:
        return "there is no java on the PATH (Java 17 is needed)"
    if len(list(jars_folder(cache).glob("*.jar"))) < JARS:
        return "Neo4j's jars are not in the cache: python -m kg.store.neo4j_server fetch"
    return None


def fetch(cache: Path) -> Path:
    """Fetch the jars with Maven, if they are not there; gives their folder. Raises KgError."""
    folder = jars_folder(cache)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if len(list(folder.glob("*.jar"))) >= JARS:
            return folder
        maven = shutil.which("mvn")
        if maven is None:
            raise KgError("There is no mvn on the PATH.", hint="Install Maven, or run Neo4j with docker compose.")
        pom = folder / "pom.xml"
        pom.write_text(POM, encoding="utf-8")
        goal = ("dependency:copy-dependencies", f"-DoutputDirectory={folder}")
        _checked([maven, "-q", "-B", "-f", str(pom), *goal], "Maven could not fetch Neo4j")
    return folder


def start(home: Path, chosen: Settings, *, password: str | None = None, port: int | None = None) -> Neo4jServer:
    """Start a server on the files in `home`, which is made at the first start; returns when it answers.

    A home that has been started before keeps its password: give the same. Raises StoreUnavailableError, KgError.
    """
    reason = missing(chosen.cache)
    if reason is not None:
        raise StoreUnavailableError(f"Neo4j cannot be started: {reason}.")
    home = home.expanduser().absolute()
    port = port or _free_port()
    _write_configuration(home, port, chosen.query_memory)
    password = password or _kept_password(home)
    jars = str(jars_folder(chosen.cache) / "*")
    if not (home / "data").exists():
        _set_password(home, jars, password)
    process = _spawn(home, jars)
    _wait_until_open(process, port, home)
    (home / "neo4j.pid").write_text(f"{process.pid} {port}\n", encoding="utf-8")
    return Neo4jServer(home, process.pid, port, password)


def stop(home: Path) -> bool:
    """End the server of `home` in good order; false where none runs."""
    mark = home.expanduser().absolute() / "neo4j.pid"
    try:
        pid = int(mark.read_text(encoding="utf-8").split()[0])
        os.kill(pid, signal.SIGTERM)
    except (OSError, ValueError, IndexError):
        mark.unlink(missing_ok=True)
        return False
    deadline = time.monotonic() + STOP_WAIT
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    mark.unlink(missing_ok=True)
    return True


def _write_configuration(home: Path, port: int, memory: str) -> None:
    for name in ("conf", "import", "logs"):
        (home / name).mkdir(parents=True, exist_ok=True)
    text = CONFIGURATION.format(port=port, memory=memory)
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _kept_password(home: Path) -> str:
    """The password of a home, made at random at its first start and kept in a file that only its owner reads."""
    kept = home / "password"
    if not kept.exists():
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
    return kept.read_text(encoding="utf-8").strip()


def _set_password(home: Path, jars: str, password: str) -> None:
    order = ["java", *QUICK, "-cp", jars, ADMIN, "dbms", "set-initial-password", password]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    _checked(order, "Neo4j could not be given its first password", places)


def _spawn(home: Path, jars: str) -> subprocess.Popen[bytes]:
    opened = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENED]
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "logs" / "console.log").open("ab") as console:
        return subprocess.Popen(  # noqa: S603 - java, with our own arguments
            ["java", "-Xmx512m", *QUICK, *opened, "-cp", jars, SERVER, *folders],  # noqa: S607 - the java that `missing` found
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=console,
            start_new_session=True,
        )


def _wait_until_open(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    deadline = time.monotonic() + START_WAIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
        except OSError:
            time.sleep(0.1)
            continue
        return
    process.kill()
    tail = (home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")[-500:]
    raise StoreUnavailableError(f"Neo4j did not start: {tail.strip() or 'it says nothing'}")


def _runs(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    except ChildProcessError:
        pass  # another process started it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _checked(order: list[str], failure: str, variables: dict[str, str] | None = None) -> None:
    done = subprocess.run(  # noqa: S603 - our own orders
        order, capture_output=True, text=True, env={**os.environ, **(variables or {})}, check=False
    )
    if done.returncode:
        raise KgError(f"{failure}: {(done.stdout + done.stderr).strip()[-500:]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def main(arguments: list[str] | None = None) -> int:
    """`fetch`, `start HOME`, `stop HOME`. Exit code 0, or 1 with the reason on standard error."""
    parser = argparse.ArgumentParser(prog="python -m kg.store.neo4j_server", description=__doc__)
    parser.add_argument("order", choices=("fetch", "start", "stop"))
    parser.add_argument("home", nargs="?", type=Path, default=Path("data/neo4j"))
    chosen = parser.parse_args(arguments)
    try:
        sys.stdout.write(_obey(chosen.order, chosen.home, settings()) + "\n")
    except KgError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _obey(order: str, home: Path, chosen: Settings) -> str:
    if order == "fetch":
        return f"Neo4j {VERSION}: {fetch(chosen.cache)}"
    if order == "stop":
        return "stopped" if stop(home) else "none runs"
    server = start(home, chosen)
    return f"{server.uri}\nKG_STORE={server.uri} KG_PASSWORD=$(cat {home / 'password'})"


if __name__ == "__main__":
    sys.exit(main())
