"""Whatever bytes a file holds, it is read or refused with a reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DocumentError
from loaders.readers import READERS, document, examine, read
from tests.loaders.readers import made

PAGE = "<html><head><title>计划</title></head><body><p>新建卫生院12家。</p><table><tr><td>甲<td>3</table></body></html>"
PIECES = st.sampled_from(
    [
        "<p>",
        "</div>",
        "<table><tr>",
        "<!--",
        "&#x110000;",
        "&",
        "<",
        ">",
        "新建卫生院12家",
        "12 clinics",
        "\0",
        "\ufffe",
        "]]>",
    ]
)


FILES = {
    ".pdf": made.pdf([["The city will build 12 clinics by 2025."]]),
    ".docx": made.docx("<w:p><w:r><w:t>2024年,全省新建卫生院12家。</w:t></w:r></w:p>"),
    ".html": PAGE.encode("utf-8"),
}


def survives(raw: bytes, name: str) -> None:
    try:
        found = read(raw, name=name)
    except DocumentError:
        return
    assert found.text
    assert found.id == examine(raw, name).id


@given(st.binary(max_size=300), st.sampled_from(sorted(READERS)))
@settings(max_examples=300, deadline=None)
def test_any_bytes(raw: bytes, ending: str) -> None:
    survives(raw, f"file{ending}")


@given(st.text(max_size=200), st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le", "big5"]))
@settings(max_examples=200, deadline=None)
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    survives(text.encode(encoding, "ignore"), "file.txt")


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_markup(pieces: list[str]) -> None:
    survives("".join(pieces).encode("utf-8"), "file.html")


@given(st.binary(min_size=1, max_size=8), st.integers(0, 400), st.sampled_from(sorted(FILES)))
@settings(max_examples=200, deadline=None)
def test_damaged_files(patch: bytes, at: int, ending: str) -> None:
    raw = FILES[ending]
    survives(raw[:at] + patch + raw[at + len(patch) :], f"file{ending}")


@pytest.mark.parametrize("ending", FILES)
def test_cut_files(ending: str) -> None:
    raw = FILES[ending]
    for end in range(0, len(raw), 7):
        survives(raw[:end], f"file{ending}")


def test_the_files_that_are_damaged_are_whole_before() -> None:
    for ending, raw in FILES.items():
        assert "12" in document(examine(raw, f"file{ending}")).text
