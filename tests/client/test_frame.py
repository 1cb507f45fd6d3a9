"""Frames of pandas and of polars: a column a field, of one type whatever the values."""

from __future__ import annotations

import sys

import pandas as pd
import polars as pl
import pytest

from api.responses import Group, Measure, Place, PlaceName, Quote, Statement, StatementQuote
from client import Client, MissingExtraError
from client.frame import columns, pandas_frame, polars_frame

LUZHOU = PlaceName(code="510500", zh="泸州市", en="Luzhou")
QUOTES = [
    Quote(document=name, title=None, start=0, end=2, quote="两家", label=None, actor=None, rule="r") for name in "ab"
]
TOLD = [
    Statement(
        id="1", type="Commitment", measure=Measure(id="m", zh="乙", en="b", kind="facility"), value=2, part=True,
        places=["510500"], year=2023, place_names=[LUZHOU], evidence=QUOTES, evidence_count=2,
    ),
    Statement(
        id="2", type="Outcome", measure=None, value=None, part="first", places=[], year=None, place_names=[],
        evidence=[], evidence_count=0,
    ),
]  # fmt: skip


def test_fields_become_columns() -> None:
    assert columns(Statement, TOLD) == {
        "id": (str, ["1", "2"]),
        "type": (str, ["Commitment", "Outcome"]),
        "measure.id": (str, ["m", None]),
        "measure.kind": (str, ["facility", None]),
        "measure.zh": (str, ["乙", None]),
        "measure.en": (str, ["b", None]),
        "value": (float, [2.0, None]),
        "places": (list, [["510500"], []]),
        "part": (str, ["true", "first"]),
        "year": (int, [2023, None]),
        "place_names.code": (list, [["510500"], []]),
        "place_names.zh": (list, [["泸州市"], []]),
        "place_names.en": (list, [["Luzhou"], []]),
        "evidence.document": (str, ["a", None]),
        "evidence.title": (str, [None, None]),
        "evidence.date": (str, [None, None]),
        "evidence.start": (int, [0, None]),
        "evidence.end": (int, [2, None]),
        "evidence.quote": (str, ["两家", None]),
        "evidence.label": (str, [None, None]),
        "evidence.actor": (str, [None, None]),
        "evidence.rule": (str, ["r", None]),
        "evidence_count": (int, [2, 0]),
    }


def test_what_a_class_adds_comes_before_what_it_inherits() -> None:
    told = list(columns(Place, []))
    assert told[:3] == ["code", "name_zh", "name_en"]
    assert told.index("geonames") < told.index("status") < told.index("evidence.statement")
    assert set(StatementQuote.model_fields) == {each.partition(".")[2] for each in told if each.startswith("evidence.")}


def test_types_hold_whatever_the_values() -> None:
    for rows in (TOLD, TOLD[1:], []):
        pandas, polars = pandas_frame(Statement, rows), polars_frame(Statement, rows)
        assert (len(pandas), polars.height) == (len(rows), len(rows))
        kinds = {name: str(pandas[name].dtype) for name in ("value", "year", "part", "evidence.quote")}
        assert kinds == {"value": "float64", "year": "Int64", "part": "string", "evidence.quote": "string"}
        assert [polars.schema[name] for name in kinds] == [pl.Float64, pl.Int64, pl.String, pl.String]
        assert polars.schema["places"] == pl.List(pl.String)


def test_keys_of_groups_have_the_type_of_the_field() -> None:
    groups = [Group(key=2023, count=2, zh=None, en=None), Group(key=None, count=1, zh=None, en=None)]
    assert str(pandas_frame(Group, groups)["key"].dtype) == "Int64"
    assert polars_frame(Group, groups)["key"].to_list() == [2023, None]
    assert polars_frame(Group, []).columns == ["key", "count", "zh", "en"]


def test_answers_are_frames(client: Client) -> None:
    asked = client.commitments(programme="internet-hospital", limit=2)
    assert isinstance(asked.pandas(), pd.DataFrame)
    assert asked.pandas()["value"].tolist() == asked.polars()["value"].to_list() == [each.value for each in asked]
    assert client.commitments(fields=["id", "value"]).polars().columns == ["id", "value"]
    assert client.counts("statements", "status").polars()["count"].sum() == client.statements().count


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library_it_says_what_to_install(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"\[{library}\]"):
        {"pandas": pandas_frame, "polars": polars_frame}[library](Statement, TOLD)
