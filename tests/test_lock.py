"""The lock files hold what pyproject.toml asks for, each package with its hash."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
EXTRA = [name for names in PROJECT["project"]["optional-dependencies"].values() for name in names]
DEV = [*RUN, *EXTRA, *PROJECT["dependency-groups"]["dev"]]


def locked(file: str) -> dict[str, str]:
    """Versions by name; every entry of the file carries at least one hash."""
    text = (ROOT / file).read_text("utf-8")
    entries = re.findall(r"^([\w.-]+)==([^\s;]+)[^\n]*\\\n    --hash=sha256:", text, re.M)
    assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.M))
    return {name.lower(): version for name, version in entries}


@pytest.mark.parametrize(("file", "wanted"), [("requirements.lock", RUN), ("requirements-dev.lock", DEV)])
def test_lock_holds_every_dependency(file: str, wanted: list[str]) -> None:
    names = [re.split(r"[\s<>=!~;\[]", requirement)[0].lower().replace("_", "-") for requirement in wanted]
    assert sorted(set(names) - set(locked(file))) == []


def test_both_locks_agree() -> None:
    dev = locked("requirements-dev.lock")
    assert {name: version for name, version in locked("requirements.lock").items() if dev.get(name) != version} == {}


def test_the_build_backend_is_the_locked_one() -> None:
    assert PROJECT["build-system"]["requires"] == [f"setuptools=={locked('requirements.lock')['setuptools']}"]
