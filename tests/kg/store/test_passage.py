"""Passages are lines; folding line ends moves evidence with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Document, Evidence, Measure, Statement
from kg.store.passage import Lines, folded


def test_the_passage_of_an_offset_is_its_line() -> None:
    document = Document("一二\n\n三四五\n六", "zh")
    rows: Iterable[Mapping[str, Any]] = Lines(document).rows([8, 0, 1, 4])
    texts = [(row["properties"]["start"], row["properties"]["end"], row["properties"]["text"]) for row in rows]
    assert texts == [(0, 2, "一二"), (4, 7, "三四五"), (8, 9, "六")]
    assert Lines(document).id(6) == f"{document.id}:4"


def test_folding_moves_offsets() -> None:
    text = "甲\r\n乙丙\r丁\r\n戊"
    document = Document(text, "zh")
    pieces = tuple(
        Evidence(document.id, text.index(word), text.index(word) + len(word), word) for word in ("丙\r丁", "戊")
    )
    across = Evidence(document.id, 0, 5, text[:5])
    plain, (moved,) = folded(document, [Statement("planned", Measure(zh="床"), evidence=(*pieces, across))])
    assert plain.text == "甲\n乙丙\n丁\n戊"
    assert plain.id == document.id
    assert [plain.text[piece.start : piece.end] for piece in moved.evidence] == ["丙\n丁", "戊", "甲\n乙丙"]
    assert [piece.quote for piece in moved.evidence] == ["丙\n丁", "戊", "甲\n乙丙"]
