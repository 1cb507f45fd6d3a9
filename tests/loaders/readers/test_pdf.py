import pytest

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.pdf import pdf

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def made(pages: list[list[str]]) -> bytes:
    """A PDF whose pages have these lines."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", HELVETICA]
    kids = []
    for lines in pages:
        drawn = "".join(f"1 0 0 1 50 {800 - 14 * n} Tm ({line}) Tj " for n, line in enumerate(lines))
        stream = f"BT /F1 10 Tf {drawn} ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % len(objects)
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    raw, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return raw + head + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(raw))


def test_pdf_joins_lines_and_cuts_running_heads_and_page_numbers() -> None:
    first = (
        "The province will build twelve community hos-|pitals by the end of the year 2025, and it|will hire 300 nurses."
    )
    second = "1. Beds per thousand people will reach the|national average, which was 6.7 in 2020."
    third = "2. Every county gets a hospital."
    numbered = ((first, "1"), (second, "- 2 -"), (third, "Page 3 of 3"))
    pages = [["Province Health Plan", *lines.split("|"), number] for lines, number in numbered]
    assert pdf(made(pages), "a.pdf").text.splitlines() == [
        "The province will build twelve community hospitals by the end of the year 2025, and it will hire 300 nurses.",
        "1. Beds per thousand people will reach the national average, which was 6.7 in 2020.",
        "2. Every county gets a hospital.",
    ]


def test_pdf_without_text_says_so() -> None:
    with pytest.raises(EmptyDocumentError, match="pictures of pages"):
        pdf(made([[], []]), "a.pdf")


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4\n%%EOF", b"not a pdf at all", made([["beds"]])[:120]])
def test_pdf_refuses_what_cannot_be_opened(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"a\.pdf is no PDF"):
        pdf(raw, "a.pdf")
