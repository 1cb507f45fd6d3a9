import pytest

from kg.errors import BinaryFileError
from loaders.readers.content import Content
from loaders.readers.docx import docx
from tests.loaders.readers import made

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>2024年工作要点</dc:title></cp:coreProperties>'
)
BODY = """<w:p><w:r><w:t>新建卫生院</w:t></w:r><w:r><w:t>12家</w:t><w:br/><w:t>床位200张</w:t></w:r></w:p>
<w:p><w:del><w:r><w:t>旧数</w:t></w:r></w:del><w:ins><w:r><w:t>新数</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲县</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""


def test_docx_gives_paragraphs_and_rows_in_order() -> None:
    raw = made.docx(BODY, **{"docProps/core.xml": CORE})
    assert docx(raw, "a.docx") == Content("新建卫生院12家\n床位200张\n新数\n甲县 | 9\n", title="2024年工作要点")


@pytest.mark.parametrize(
    "raw",
    [
        b"not a zip",
        made.docx("<w:p>"),
        made.docx(BODY)[:-30],
        made.docx(BODY).replace(b"word/document.xml", b"work/document.xml"),
    ],
)
def test_docx_refuses_what_is_no_word_document(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"a\.docx is no Word document"):
        docx(raw, "a.docx")
