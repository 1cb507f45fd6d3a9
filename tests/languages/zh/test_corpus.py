"""Every phrase of the Chinese corpus has its reading, and near misses stay silent."""

from pathlib import Path

import pytest

from tests.languages.corpus import Phrase, phrases

CORPUS = Path(__file__).parents[2] / "corpus" / "zh"
PHRASES = [pytest.param(phrase, id=f"{name}:{phrase.text}") for name, phrase in phrases(CORPUS)]


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrase_is_read(phrase: Phrase) -> None:
    assert phrase.misses("zh") == []


def test_every_file_has_hits_and_near_misses() -> None:
    kinds: dict[str, set[bool]] = {}
    for name, phrase in phrases(CORPUS):
        kinds.setdefault(name, set()).add(phrase.silent is not None)
    assert [name for name, found in kinds.items() if found != {True, False}] == []
    assert len(PHRASES) >= 250
