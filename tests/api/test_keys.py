"""Keys that may write."""

from __future__ import annotations

import subprocess
import sys

from api.keys import hashed, make


def test_keys_are_long_and_their_hashes_tell_nothing() -> None:
    key = make()
    assert len(key) > 40
    assert make() != key
    assert hashed(key).startswith("sha256:")
    assert key not in hashed(key)


def test_the_module_makes_a_key_with_its_setting() -> None:
    told = subprocess.run([sys.executable, "-m", "api.keys"], capture_output=True, text=True, check=True).stdout
    key = told.split()[1]
    assert f"KG_API_KEYS='[\"{hashed(key)}\"]'" in told
