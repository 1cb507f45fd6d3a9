import pytest

from kg.errors import BinaryFileError, UnknownEncodingError
from loaders.readers.encoding import decode

CHINESE = "2025年,全省将新建社区医院30家以上,其中一半在县城。\r\n各市(州)分别制定方案。\n"
ENGLISH = "The province will build “at least 30” community hospitals — half of them in county towns.\n"


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_decode_finds_the_encoding(text: str, encoding: str) -> None:
    mark = "\ufeff" if encoding in {"utf-32-le", "utf-32-be"} else ""
    assert decode((mark + text).encode(encoding), "a.txt") == text


def test_decode_reads_traditional_chinese_in_big5() -> None:
    text = "本市將於二零二五年建成三所社區醫院,每所設床位五十張。"
    assert decode(text.encode("big5"), "a.txt") == text


def test_decode_reads_western_quotation_marks() -> None:
    assert decode(ENGLISH.encode("cp1252"), "a.txt") == ENGLISH


def test_decode_keeps_mark_and_line_ends_of_utf8() -> None:
    raw = b"\xef\xbb\xbfone\r\ntwo\rthree\n"
    assert decode(raw, "a.txt") == raw.decode("utf-8")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04....", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"a\0b\0\0\0c", "zero bytes"),
    ],
)
def test_decode_refuses_other_kinds_of_files(raw: bytes, what: str) -> None:
    with pytest.raises(BinaryFileError, match=what):
        decode(raw, "a.txt")


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(128, 256)) * 3,
        "Ministerstwo Zdrowia ogłosiło żądłość świń".encode("iso-8859-2") * 3,
        CHINESE.encode("utf-8")[:-20] + b"\xff\xfe\xfd",
        CHINESE.encode("utf-16")[:-1],
    ],
)
def test_decode_refuses_what_makes_no_text(raw: bytes) -> None:
    with pytest.raises(UnknownEncodingError, match=r"a\.txt"):
        decode(raw, "a.txt")
