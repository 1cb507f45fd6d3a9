import io
import zipfile

import pytest

from kg.errors import BinaryFileError
from loaders.readers.content import Content
from loaders.readers.docx import docx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>2024年工作要点</dc:title></cp:coreProperties>'
)
BODY = """<w:p><w:r><w:t>新建卫生院</w:t></w:r><w:r><w:t>12家</w:t><w:br/><w:t>床位200张</w:t></w:r></w:p>
<w:p><w:del><w:r><w:t>旧数</w:t></w:r></w:del><w:ins><w:r><w:t>新数</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲县</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""


def packed(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def test_docx_gives_paragraphs_and_rows_in_order() -> None:
    document = f"<w:document {WORD}><w:body>{BODY}</w:body></w:document>"
    raw = packed(**{"word/document.xml": document, "docProps/core.xml": CORE})
    assert docx(raw, "a.docx") == Content("新建卫生院12家\n床位200张\n新数\n甲县 | 9\n", title="2024年工作要点")


@pytest.mark.parametrize(
    "raw",
    [
        b"not a zip",
        packed(**{"other.xml": "<a/>"}),
        packed(**{"word/document.xml": "<w:document"}),
        packed(**{"word/document.xml": f"<w:document {WORD}/>"})[:-30],
    ],
)
def test_docx_refuses_what_is_no_word_document(raw: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"a\.docx is no Word document"):
        docx(raw, "a.docx")
