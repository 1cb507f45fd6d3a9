"""Every command of the README is run."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.M | re.S) for line in block.splitlines()]
SERVE = "kg serve &"
MUST_SAY = {
    'kg ask "Which': "Luzhou 泸州市 (510500, sought)",
    'kg ask "成都': '"value": 5',
    "kg ledger": "delivered  achieved 43",
    "kg find": "national regional medical center",
    "kg cypher": "Nanchong",
    "kg sparql": "511300",
    "/v1/cities": "510600",
    "/v1/ask": '"value":5',
    "kg documents": "四川省卫生健康委员会2024年工作要点",
    "kg explain": "internet-hospital",
    "kg read": '"value": 40',
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with `kg` on its path, a data folder of its own, and the server of the README."""
    folder = tmp_path_factory.mktemp("readme")
    command = folder / "bin" / "kg"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cli "$@"\n')
    command.chmod(0o755)
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / "tests").symlink_to(ROOT / "tests")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    return {**clean, "PATH": f"{command.parent}:{os.environ['PATH']}", "KG_PORT": free_port(), "HERE": str(folder)}


def test_readme_names_the_two_commands() -> None:
    for target in ("demo", "test"):
        assert f"make {target}" in README
        subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)


def test_commands_of_the_readme_run(world: dict[str, str]) -> None:
    assert SERVE in COMMANDS
    assert shutil.which("curl"), "the README uses curl"
    server = None
    try:
        for command in COMMANDS:
            if command == SERVE:
                server = served(world)
            else:
                ran(command, world)
    finally:
        if server:
            server.terminate()
            server.wait(timeout=30)


def ran(command: str, world: dict[str, str]) -> None:
    line = command.replace("127.0.0.1:8000", f"127.0.0.1:{world['KG_PORT']}").replace("curl ", "curl -sSf ")
    done = subprocess.run(
        ["bash", "-c", line], cwd=world["HERE"], env=world, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
    for part, said in MUST_SAY.items():
        if part in command:
            assert said in done.stdout


def served(world: dict[str, str]) -> subprocess.Popen[bytes]:
    server = subprocess.Popen(["kg", "serve"], cwd=world["HERE"], env=world, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{world['KG_PORT']}/health/ready", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            break
    return server


def free_port() -> str:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])
