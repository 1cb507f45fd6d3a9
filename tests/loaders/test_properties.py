"""What holds for any text: no failure, grounded evidence, one output, closed lists, bounded stretches."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Statement
from languages import pack
from languages.reading import Context
from loaders import extract as module
from loaders.extract import extract
from ontology.codes import Change, Comparator, Lang, Level, Status
from ontology.vocabulary import vocabulary

GOLD = Path(__file__).parents[1] / "gold" / "texts"
TEXTS = [path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt"))]
LANGS = st.sampled_from(get_args(Lang))
DATES = st.sampled_from([None, "2024", "2024-02", "2024-02-27"])
PLACES = st.sampled_from([None, "CN", "510000", "510100", "511722", "110105", "GB", "nowhere"])

ANY = st.text(st.characters(codec=None), max_size=300)
CHINESE = st.text(
    "新建互联网医院卫生院将已从由到降至各每其余市县三州年底前今去十五百千万亿元%‰家所名个人次率"
    "，。；：、（）()“”|\n 0123456789.—-/",
    max_size=300,
)
ENGLISH = st.lists(
    st.sampled_from(
        "hospitals beds from to of and each other respectively by 2025 in 2016 5 five hundred million "
        "lakh % per 100,000 will build built Chengdu Luzhou county city province , . ; ( ) \" | - the a Dr. "
        "£5 Rs \n".split(" ")
    ),
    max_size=80,
).map(" ".join)  # fmt: skip
HUGE = st.builds(
    lambda digit, count, tail: digit * count + tail,
    st.sampled_from("0159一万"),
    st.integers(1, 2000),
    st.sampled_from(["家", "%", "/10万", "亿元", " beds", "年", ""]),
)
DEEP = st.builds(
    lambda mark, count, core: mark * count + core,
    st.sampled_from("(（《“[{〔"),
    st.integers(1, 2000),
    st.sampled_from(["新建5家", "5 beds", ""]),
)
LONG = st.builds(
    lambda unit, count: unit * count,
    st.sampled_from(["新建社区医院5家，", "成都5家、", "从5家到", "5 beds and ", "医院", "年内", "其中", "(", "Dr. "]),
    st.integers(1, 600),
)
MIXED = st.lists(st.one_of(ANY, CHINESE, ENGLISH, HUGE, DEEP), max_size=4).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A stretch of a gold document with pieces left out, doubled and put in."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 600))]
    for _ in range(draw(st.integers(0, 6))):
        at, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        piece = draw(
            st.one_of(
                st.just(""),
                st.just(text[at:end] * 2),
                st.text(max_size=5),
                st.sampled_from("，。、5%（）\n|\ud800\x00"),
            )
        )
        text = text[:at] + piece + text[end:]
    return text


INPUTS = st.one_of(ANY, CHINESE, ENGLISH, HUGE, DEEP, LONG, MIXED, mutated())
few = settings(max_examples=120, deadline=None)


@few
@given(INPUTS, LANGS, DATES, PLACES)
def test_any_text_gives_sound_statements_twice_the_same(
    text: str, lang: Lang, date: str | None, place: str | None
) -> None:
    document = Document(text, lang, date=date, place=place)
    found = extract(document)
    assert found == extract(document)
    for statement in found:
        check(statement, document)


def check(statement: Statement, document: Document) -> None:
    assert statement.evidence
    assert statement.status in get_args(Status)
    assert statement.comparator in get_args(Comparator)
    assert statement.change in get_args(Change)
    assert statement.level is None or statement.level in get_args(Level)
    assert statement.measure.id is None or statement.measure.id in vocabulary().terms
    assert list(statement.places) == sorted(set(statement.places))
    assert statement.value_max is None or (statement.value is not None and statement.value < statement.value_max)
    assert statement.period is None or statement.period[:4].isdigit()
    for piece in statement.evidence:
        assert 0 <= piece.start < piece.end <= len(document.text)
        assert document.text[piece.start : piece.end] == piece.quote
        assert piece.document == document.id


@few
@given(st.one_of(ANY, CHINESE, ENGLISH, MIXED), LANGS, DATES, PLACES)
def test_any_phrase_has_a_reading(text: str, lang: Lang, date: str | None, place: str | None) -> None:
    readings = pack(lang).phrase(text, Context(date=date, place=place))
    assert readings
    assert all(0 <= reading.start <= reading.end <= len(text) for reading in readings)


@few
@given(INPUTS, LANGS)
def test_mentions_and_sentences_lie_in_the_text(text: str, lang: Lang) -> None:
    for start, end in pack(lang).sentences(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
    mentions = pack(lang).mentions(text, Context())
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> Iterator[list[int]]:
    """The length of every stretch that is read in one go."""
    lengths: list[int] = []
    language = pack(lang)
    read = type(language).read

    def counting(self: Any, text: str, start: int, end: int, context: Context) -> Any:
        lengths.append(end - start)
        return read(self, text, start, end, context)

    with monkeypatch.context() as patch:
        patch.setattr(type(language), "read", counting)
        yield lengths


@pytest.mark.parametrize(
    ("lang", "unit"), [("zh", "新建社区医院5家，"), ("zh", "医"), ("en", "5 beds and "), ("en", "x")]
)
def test_stretches_are_bounded_and_cover_the_text_once(monkeypatch: pytest.MonkeyPatch, lang: Lang, unit: str) -> None:
    text = unit * (20_000 // len(unit))
    with counted(monkeypatch, lang) as lengths:
        extract(Document(text, lang))
    assert max(lengths) <= module._LONGEST
    assert sum(lengths) <= len(text)
