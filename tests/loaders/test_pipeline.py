from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UnknownLanguageError
from kg.model import Document
from kg.store import Store, open_store
from loaders import pipeline
from loaders.extract import extract
from loaders.pipeline import examined, keep, load

FIRST = "2023年,四川省将新建互联网医院40家。\n"
SECOND = "2024年,四川省将新建互联网医院30家。\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(data=tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "texts"
    found.mkdir()
    (found / "first.txt").write_text(FIRST, encoding="utf-8")
    (found / "second.txt").write_text(SECOND, encoding="gb18030")
    return found


def values(store: Store) -> list[float]:
    return sorted(statement.value or 0 for statement in store.all_statements())


def test_load_writes_every_document_with_its_statements(store: Store, folder: Path) -> None:
    seen = []
    report = load([folder], store, progress=lambda path, done, total: seen.append((path.name, done, total)))
    assert (report.documents, report.statements, report.failures) == (2, 2, ())
    assert seen == [("first.txt", 1, 2), ("second.txt", 2, 2)]
    assert values(store) == [30, 40]


def test_load_in_processes_gives_the_same(store: Store, folder: Path) -> None:
    assert load([folder], store, workers=2).statements == 2
    assert values(store) == [30, 40]


def test_load_reads_nothing_twice_unless_asked_or_the_rules_changed(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load([folder], store)
    before = store.version()
    assert (load([folder], store).unchanged, store.version()) == (2, before)
    assert load([folder], store, again=True).documents == 2
    monkeypatch.setattr(pipeline, "extractor", lambda: "other rules")
    assert load([folder], store).documents == 2
    assert load([folder], store).unchanged == 2


def test_load_takes_the_same_text_in_two_places_for_one_document(store: Store, folder: Path) -> None:
    (folder / "copy.txt").write_bytes(FIRST.replace("\n", "\r\n").encode())
    assert load([folder], store).documents == 2
    (document,) = [each for each in store.documents() if len(each.sources) == 2]
    assert [source.uri.rpartition("/")[2] for source in document.sources] == ["copy.txt", "first.txt"]
    assert load([folder], store).unchanged == 2


def test_load_replaces_what_a_changed_file_said(store: Store, folder: Path) -> None:
    load([folder], store)
    (folder / "first.txt").write_text(FIRST.replace("40", "45"), encoding="utf-8")
    report = load([folder], store)
    assert (report.documents, report.unchanged) == (1, 1)
    assert values(store) == [30, 45]


def test_load_goes_on_when_a_document_makes_the_extractor_fail(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> object:
        if "40" in document.text:
            raise RecursionError("too deep")
        return extract(document)

    monkeypatch.setattr(pipeline, "extract", failing)
    report = load([folder], store)
    assert report.documents == 1
    assert [(Path(each.path).name, each.reason) for each in report.failures] == [
        ("first.txt", "RecursionError: too deep")
    ]


def test_examined_stores_nothing_and_keep_does(store: Store) -> None:
    document, statements = examined(FIRST.encode(), "notice.txt", uri="https://example.org/notice")
    assert [statement.value for statement in statements] == [40]
    assert values(store) == []
    keep(document, statements, store)
    assert values(store) == [40]
    assert [source.uri for source in store.sources(document.id)] == ["https://example.org/notice"]


def test_examined_refuses_what_cannot_be_read() -> None:
    with pytest.raises(UnknownLanguageError):
        examined("Министерство построит больницы.".encode(), "notice.txt")
