import pytest

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.pdf import pdf
from tests.loaders.readers import made


def test_pdf_joins_lines_and_cuts_running_heads_and_page_numbers() -> None:
    first = (
        "The province will build twelve community hos-|pitals by the end of the year 2025, and it|will hire 300 nurses."
    )
    second = "1. Beds per thousand people will reach the|national average, which was 6.7 in 2020."
    third = "2. Every county gets a hospital."
    numbered = ((first, "1"), (second, "- 2 -"), (third, "Page 3 of 3"))
    pages = [["Province Health Plan", *lines.split("|"), number] for lines, number in numbered]
    assert pdf(made.pdf(pages), "a.pdf").text.splitlines() == [
        "The province will build twelve community hospitals by the end of the year 2025, and it will hire 300 nurses.",
        "1. Beds per thousand people will reach the national average, which was 6.7 in 2020.",
        "2. Every county gets a hospital.",
    ]


def test_pdf_without_text_says_so() -> None:
    with pytest.raises(EmptyDocumentError, match="pictures of pages"):
        pdf(made.pdf([[], []]), "a.pdf")


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\n%%EOF", b"not a pdf at all", made.pdf([["beds"]])[:120]])
def test_pdf_refuses_what_cannot_be_opened(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"a\.pdf is no PDF"):
        pdf(raw, "a.pdf")
