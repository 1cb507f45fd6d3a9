from dataclasses import replace

from kg.model import Document, Statement
from languages.reading import Context, Reading
from loaders.compose import Composed, compose, merged

TEXT = "全市新建社区医院1280家。据了解，社区医院已建1284家，新建社区医院1284家。"
DOCUMENT = Document(TEXT, "zh", issuer="某市卫生健康委")
CONTEXT = Context(date="2024-02-27", place="511300", status="achieved", period="2023")


def reading(quote: str, value: float | None, start: int = 0, **more: object) -> Reading:
    at = TEXT.index(quote, start)
    made = Reading(at, at + len(quote), "test", value=value, label="社区医院", unit="count")
    return replace(made, **more)  # type: ignore[arg-type]


def said(value: float | None, quote: str, *, summary: bool = False, start: int = 0, **more: object) -> Composed:
    return compose(DOCUMENT, reading(quote, value, start, **more), CONTEXT, summary=summary)


def quotes(statements: list[Statement]) -> list[list[str]]:
    return [[piece.quote for piece in statement.evidence] for statement in statements]


def test_what_a_phrase_leaves_open_is_taken_from_its_context() -> None:
    statement = said(1284, "已建1284家").statement
    assert (statement.status, statement.places, statement.period) == ("achieved", ("511300",), "2023")
    assert statement.evidence[0].actor == "某市卫生健康委"


def test_what_a_phrase_says_goes_before_its_context() -> None:
    statement = said(1284, "已建1284家", status="planned", places=("510700",), period="2025-06").statement
    assert (statement.status, statement.places, statement.period) == ("planned", ("510700",), "2025-06")


def test_a_known_measure_has_both_labels_and_an_open_one_its_own() -> None:
    known = said(1284, "已建1284家", measure="internet-hospital").statement.measure
    assert (known.id, known.zh) == ("internet-hospital", "互联网医院")
    assert known.en
    opened = said(1284, "已建1284家").statement.measure
    assert (opened.id, opened.zh, opened.en) == (None, "社区医院", None)


def test_a_fact_stated_twice_is_one_statement_with_two_pieces_of_evidence() -> None:
    found = merged([said(1284, "已建1284家"), said(1284, "新建社区医院1284家")])
    assert quotes(found) == [["已建1284家", "新建社区医院1284家"]]


def test_the_same_place_is_evidence_once() -> None:
    assert quotes(merged([said(1284, "已建1284家")] * 3)) == [["已建1284家"]]


def test_a_headline_that_rounds_is_the_bodys_fact() -> None:
    found = merged([said(1280, "新建社区医院1280家", summary=True), said(1284, "已建1284家")])
    assert [statement.value for statement in found] == [1284]
    assert quotes(found) == [["新建社区医院1280家", "已建1284家"]]


def test_a_headline_with_another_number_or_tier_is_a_fact_of_its_own() -> None:
    for summary in (
        said(900, "新建社区医院1280家", summary=True),
        said(1284, "新建社区医院1280家", summary=True, unit="CNY"),
        said(1284, "新建社区医院1280家", summary=True, level="county"),
    ):
        assert len(merged([summary, said(1284, "已建1284家", level="township")])) == 2


def test_bodies_are_not_rounded_into_one_another() -> None:
    assert len(merged([said(1280, "新建社区医院1280家"), said(1284, "已建1284家")])) == 2


def test_statements_are_sorted_by_their_place_in_the_text() -> None:
    found = merged([said(1284, "已建1284家"), said(1280, "新建社区医院1280家")])
    assert [statement.value for statement in found] == [1280, 1284]


def test_nothing_composed_is_nothing() -> None:
    assert merged([]) == []
