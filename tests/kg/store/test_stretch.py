"""Stretches: every word that can be searched is whole in one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Document, Evidence, Measure, Statement
from kg.store.stretch import LENGTH, OVERLAP, rows
from ontology.vocabulary import vocabulary

DOCUMENT = Document("新建Hospitals两家", "en", title="Plan A", issuer="Board")


def words(document: Document, *statements: Statement) -> list[str]:
    return [str(row["properties"]["words"]) for row in rows(document, statements, vocabulary())]  # type: ignore[index]


def test_a_short_document_is_one_stretch_in_lower_case() -> None:
    assert words(DOCUMENT) == ["plan a\nboard\n新建hospitals两家"]


def test_the_names_of_what_is_stated_are_searched_too() -> None:
    piece = Evidence(DOCUMENT.id, 0, 2, "新建", label="新建物")
    known = Statement("planned", Measure("infant-mortality"), evidence=(piece,))
    own = Statement("planned", Measure(en="Night Clinics"))
    term = vocabulary().terms["infant-mortality"]
    assert set(words(DOCUMENT, known, own)[0].split("\n")) == {
        "plan a", "board", term.zh, term.en.lower(), "night clinics", "新建物", "新建hospitals两家",
    }  # fmt: skip


@pytest.mark.parametrize("length", [0, 1, OVERLAP, LENGTH - 1, LENGTH, LENGTH + 1, 2 * LENGTH, 3 * LENGTH - OVERLAP])
def test_every_word_is_whole_in_a_stretch(length: int) -> None:
    text = "".join(chr(0x4E00 + at % 20_000) for at in range(length))
    cut = words(replace(DOCUMENT, text=text, title=None, issuer=None))
    assert all(len(each) <= LENGTH for each in cut)
    for at in range(0, max(length - OVERLAP, 1), 397):
        assert any(text[at : at + OVERLAP] in each for each in cut)
    assert text[-OVERLAP:] in cut[-1]
