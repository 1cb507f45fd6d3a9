import json

from tests.cli.command import Command


def test_read_takes_phrases_and_objects_and_fills_nothing_in(kg: Command) -> None:
    given = '40家以上\n\n{"phrase": "三级甲等医院", "date": null}\n'
    ran = kg("read", "--lang", "zh", given=given)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (first["phrase"], second["phrase"]) == ("40家以上", "三级甲等医院")
    assert [(r["value"], r["comparator"], r["unit"], r["period"]) for r in first["readings"]] == [
        (40, "ge", "count", None)
    ]
    assert all(r["value"] is None for r in second["readings"])


def test_read_resolves_dates_against_the_date_that_is_given(kg: Command) -> None:
    given = json.dumps({"phrase": "到明年底,新建卫生院5家", "date": "2023-03-01"})
    readings = json.loads(kg("read", "--lang", "zh", given=given).out)["readings"]
    assert [reading["period"] for reading in readings if reading["value"] == 5] == ["2024-12"]


def test_read_refuses_other_languages_and_broken_lines(kg: Command) -> None:
    assert kg("read", "--lang", "fr").err.startswith("kg: 'fr' is no language that is read here.")
    assert kg("read", "--lang", "en", given='{"phrase"\n').err.startswith("kg: Line 1 is no JSON object")
    assert kg("read", "--lang", "en", given='{"text": "a"}\n').err.startswith("kg: Line 1 has no phrase")
