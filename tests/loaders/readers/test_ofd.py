import io
import zipfile
from collections.abc import Sequence

import pytest

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.content import Content
from loaders.readers.ofd import ofd

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = f"""<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>2024年工作要点</ofd:Title></ofd:DocInfo>
<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""
DOCUMENT = f"""<ofd:Document {SPACE}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>
<ofd:Page ID="2" BaseLoc="/Doc_0/Pages/Page_1/Content.xml"/></ofd:Pages></ofd:Document>"""


def made(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """An OFD whose pages have texts at (x, y)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("OFD.xml", HEAD)
        archive.writestr("Doc_0/Document.xml", DOCUMENT)
        for number, page in enumerate(pages):
            codes = [(x, y, f'<ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>') for x, y, text in page]
            objects = "".join(f'<ofd:TextObject Boundary="{x} {y} 9 5">{c}</ofd:TextObject>' for x, y, c in codes)
            content = f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
            archive.writestr(f"Doc_0/Pages/Page_{number}/Content.xml", content)
    return target.getvalue()


def test_ofd_puts_pieces_in_lines_and_lines_in_paragraphs() -> None:
    first = [
        (60, 20.4, "社区医院12家,每家设置床"),
        (20, 20, "2024年,全市将新建"),
        (20, 30, "位五十张,配备全科医生六名。"),
        (90, 280, "- 1 -"),
    ]
    second = [(20, 20, "二、选派医生30名。")]
    assert ofd(made(first, second), "a.ofd") == Content(
        "2024年,全市将新建社区医院12家,每家设置床位五十张,配备全科医生六名。\n二、选派医生30名。\n",
        title="2024年工作要点",
    )


def test_ofd_without_text_says_so() -> None:
    with pytest.raises(EmptyDocumentError, match="pictures of pages"):
        ofd(made([], []), "a.ofd")


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", made([(0, 0, "a")]), made([], [(0, 0, "甲")])[:-40]])
def test_ofd_refuses_what_cannot_be_opened(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"a\.ofd is no OFD document"):
        ofd(raw, "a.ofd")
