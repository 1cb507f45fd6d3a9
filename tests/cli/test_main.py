import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT, Command

COMMANDS = (
    "load",
    "extract",
    "explain",
    "read",
    "eval",
    "ask",
    "cypher",
    "export",
    "documents",
    "status",
    "serve",
    "neo4j",
)


def test_help_names_every_command(kg: Command) -> None:
    ran = kg("--help")
    assert ran.code == 0
    assert [command for command in COMMANDS if f" {command} " not in ran.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_how_it_is_used(kg: Command, command: str) -> None:
    ran = kg(command, "--help")
    assert ran.code == 0
    assert f"kg {command}" in ran.out


def test_version_is_printed(kg: Command) -> None:
    assert kg("--version").out == "0.1.0\n"


def test_wrong_usage_ends_with_two(kg: Command) -> None:
    assert kg("load").code == 2
    assert kg("nonsense").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("status", "--store", "bolt://127.0.0.1:1"), "kg: No store answers at bolt://127.0.0.1:1."),
        (("status", "--store", "nonsense"), "kg: 'nonsense' is no address of a store."),
        (("extract", "nowhere.txt"), "not read: There is no file nowhere.txt. Check the path."),
        (("documents", "show", "x", "--data", "nowhere"), "kg: There is no store in nowhere."),
    ],
)
def test_errors_are_one_message_without_traceback(
    kg: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(message)
    assert "Traceback" not in ran.err


def test_a_wrong_setting_is_named(kg: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PORT", "many")
    assert kg("status").err.startswith("kg: KG_PORT: ")


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, cli.main; print(sorted({'neo4j', 'pydantic', 'rdflib', 'fastapi', 'yaml'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
