"""A query as it is checked, and as it reads in Cypher, as a link and in words."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import ParameterError, UnknownNameError, UnknownParameterError
from kg.query import SUBJECTS, Query, Subject, cypher, link, parameters_of, parse, phrase, sparql
from kg.query.cursor import CursorError, decode, encode

CENTER = "national-regional-medical-center"


@pytest.mark.parametrize("written", [CENTER, "NRMC", "国家区域医疗中心", "National Regional Medical Centers"])
def test_parse_takes_a_programme_by_slug_or_label(written: str) -> None:
    assert parse("cities", {"receives": [written]}) == Query(subject="cities", receives=(CENTER,))


@pytest.mark.parametrize("written", ["510500", "泸州市", "泸州", "Luzhou", " luzhou "])
def test_parse_takes_a_place_by_code_or_name(written: str) -> None:
    assert parse("commitments", {"place": [written]}) == Query(subject="commitments", place=("510500",))


def test_parse_spells_out_a_group_of_places() -> None:
    assert parse("commitments", {"place": ["川渝"]}).place == ("500000", "510000")


def test_parse_takes_several_values_by_comma_or_repeated() -> None:
    by_comma = parse("statements", {"status": ["sought,planned"], "year": ["2021-2023"]})
    repeated = parse("statements", {"status": ["sought", "planned"], "year": ["2021", "2022,2023"]})
    assert by_comma == repeated == Query(subject="statements", status=("sought", "planned"), year=(2021, 2022, 2023))


@pytest.mark.parametrize(
    ("given", "error", "suggestion"),
    [
        ({"plase": ["510000"]}, UnknownParameterError, "place"),
        ({"receives": ["x"]}, UnknownParameterError, None),
        ({"status": ["soght"]}, ParameterError, "sought"),
        ({"place": ["Sichaun"]}, UnknownNameError, "510000 (Sichuan)"),
        ({"place": ["朝阳区"]}, UnknownNameError, None),
        ({"programme": ["national regional medcal"]}, UnknownNameError, f"{CENTER} (national regional medical center)"),
        ({"year": ["last"]}, ParameterError, None),
        ({"limit": ["0"]}, ParameterError, None),
        ({"limit": ["5", "6"]}, ParameterError, None),
        ({"min_value": ["nan"]}, ParameterError, None),
        ({"due_before": ["2023-13"]}, ParameterError, None),
        ({"sort": ["colour"]}, ParameterError, "year"),
        ({"fields": ["id,colour"]}, ParameterError, "id"),
        ({"each": ["yes"]}, ParameterError, "true"),
        ({"q": [" "]}, ParameterError, None),
    ],
)  # fmt: skip
def test_parse_refuses_what_does_not_fit(
    given: dict[str, list[str]], error: type[ParameterError], suggestion: str | None
) -> None:
    with pytest.raises(error) as refused:
        parse("commitments", given)
    assert refused.value.parameter in given
    assert suggestion is None or suggestion in refused.value.suggestions


def test_query_refuses_a_filter_that_its_subject_has_not() -> None:
    with pytest.raises(UnknownParameterError):
        Query(subject="programmes", receives=(CENTER,))


def test_cypher_holds_no_value() -> None:
    given = {"q": ["it's } RETURN"], "actor": ["x'\"`"], "place": ["510000"], "year": ["2023"], "min_value": ["4"]}
    asked = cypher(parse("commitments", given))
    assert "it's" not in asked.text
    assert "x'" not in asked.text
    assert asked.parameters == {
        "word0": "it's", "word1": "}", "word2": "return", "actor": "x'\"`", "place": ["510000"], "year": [2023],
        "min_value": 4.0, "limit": 51,
    }  # fmt: skip


def test_cypher_of_cities_that_receive_is_one_match() -> None:
    asked = cypher(Query(subject="cities", receives=(CENTER,)))
    assert asked.text.split("\n")[:2] == ["MATCH (m:Programme)<-[r:RECEIVES]-(n:City)", "WHERE m.id IN $receives"]
    assert asked.parameters == {"receives": [CENTER], "limit": 51}


@pytest.mark.parametrize(
    ("subject", "given", "expected"),
    [
        ("cities", {"receives": [CENTER]}, f"/v1/cities?receives={CENTER}"),
        ("commitments", {"status": ["sought,planned"], "q": ["a b"]}, "/v1/commitments?q=a+b&status=sought,planned"),
        ("outcomes", {"min_value": ["2.5"], "each": ["false"]}, "/v1/outcomes?min_value=2.5&each=false"),
        ("statements", {"year": ["2021-2022"], "limit": ["5"]}, "/v1/statements?year=2021,2022&limit=5"),
        ("places", {}, "/v1/places"),
    ],
)  # fmt: skip
def test_link_asks_the_same_query(subject: Subject, given: dict[str, list[str]], expected: str) -> None:
    query = parse(subject, given)
    assert link(query) == expected
    assert parse(subject, _parameters(expected)) == query


def test_phrase_says_the_query_in_both_languages() -> None:
    query = parse("cities", {"receives": [CENTER], "place": ["四川"], "status": ["sought"]})
    assert phrase(query) == "cities receiving national regional medical center, in Sichuan, with status sought"
    assert phrase(query, "zh") == "获得国家区域医疗中心，在四川省，状态为sought的城市"


@pytest.mark.parametrize("subject", list(SUBJECTS))
def test_every_filter_of_a_subject_is_said_in_every_language(subject: Subject) -> None:
    values: dict[str, Any] = {
        "place": "510000", "receives": CENTER, "programme": CENTER, "measure": CENTER, "indicator": "life-expectancy",
        "specialty": "cardiology", "kind": "designation", "level": "county", "status": "sought", "type": "Outcome",
        "year": "2023", "due_after": "2023", "due_before": "2024", "min_value": "1", "max_value": "2", "each": "true",
        "descendants": "false", "part": "false", "comparator": "ge", "change": "level", "lang": "zh", "limit": "7",
        "sort": next(iter(SUBJECTS[subject].sorts)), "fields": None, "group_by": None, "cursor": None, "unit": "count",
        "document": "0" * 32, "statement": "0" * 32,
    }  # fmt: skip
    hashed = "0" * 32
    ids = {"place": "510000", "body": "hospital-0", "programme": CENTER, "measure": CENTER, "specialty": None}
    ids |= {"evidence": f"{hashed}-1-2-{hashed}", "hash": hashed}
    for parameter in parameters_of(subject):
        value = ids[parameter.reader] if parameter.name == "id" else values.get(parameter.name, "x")
        if value is None or parameter.name in {"indicator", "specialty"}:
            continue
        query = parse(subject, {parameter.name: [value]})
        assert phrase(query)
        assert parse(subject, _parameters(link(query))) == query
        if parameter.field in query.filters and parameter.name != "descendants":
            assert any(name.startswith(("word", parameter.field)) for name in cypher(query).parameters)


def test_cursor_belongs_to_its_query() -> None:
    query = Query(subject="commitments", sort="year")
    word = encode(query, 2023, "abc")
    assert decode(Query(subject="commitments", sort="year", cursor=word, limit=7)) == (2023, "abc")
    for other in (Query(subject="outcomes", cursor=word), Query(subject="commitments", sort="year", cursor="~")):
        with pytest.raises(CursorError):
            decode(other)


def test_sparql_escapes_what_is_asked() -> None:
    text = sparql(Query(subject="commitments", q='a"\\b', document=("x> } DROP <",)))
    assert text is not None
    assert '"a\\"\\\\b"' in text
    assert "x%3E%20%7D%20DROP%20%3C" in text


def _parameters(url: str) -> dict[str, list[str]]:
    from urllib.parse import parse_qs

    return parse_qs(url.partition("?")[2])


@pytest.mark.parametrize("sort", ["", "-", "--year"])
def test_an_empty_sort_is_told(sort: str) -> None:
    with pytest.raises(ParameterError):
        Query(subject="commitments", sort=sort)
