from pathlib import Path

import pytest

from kg.errors import DocumentError, UnknownFormatError, UnreadableFileError
from kg.model import Source
from loaders.readers import examine, read

PLAN = "四川省卫生健康委员会2024年工作要点\n2024年2月20日\n全省将新建互联网医院30家。\n"
PAGE = (
    "<html><head><title>工作要点</title><meta name='PubDate' content='2024-03-01'></head><body><p>{}</p></body></html>"
)


def test_read_tells_language_title_issuer_place_and_date(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, encoding="utf-8")
    document = read(file)
    assert (document.text, document.lang) == (PLAN, "zh")
    assert (document.title, document.issuer) == ("四川省卫生健康委员会2024年工作要点", "四川省卫生健康委员会")
    assert (document.place, document.date) == ("510000", "2024-02-20")
    assert document.sources == (Source(file.as_uri()),)


def test_read_keeps_mark_and_line_ends_so_that_offsets_hold() -> None:
    raw = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode("utf-8")
    assert read(raw).text == raw.decode("utf-8")


def test_the_id_is_known_before_the_text_is_asked_anything() -> None:
    assert examine(PLAN.encode(), "plan.txt").id == read(PLAN.encode()).id
    assert examine(PLAN.replace("\n", "\r\n").encode(), "plan.txt").id == read(PLAN.encode("utf-16")).id


def test_the_date_of_a_page_belongs_to_its_source(tmp_path: Path) -> None:
    raw = PAGE.format("全省将新建互联网医院30家。").encode()
    (tmp_path / "page.html").write_bytes(raw)
    document = read(tmp_path / "page.html")
    assert (document.date, document.sources[0].published) == (None, "2024-03-01")
    assert read(raw, name="page.html").date == "2024-03-01"


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("gone.txt", UnreadableFileError, "There is no file"),
        ("", UnreadableFileError, "is a folder, not a file"),
        ("song.mp3", UnknownFormatError, r"no reader for \.mp3 files"),
    ],
)
def test_read_refuses_with_the_reason(tmp_path: Path, name: str, error: type[DocumentError], message: str) -> None:
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    with pytest.raises(error, match=message):
        read(tmp_path / name)
