"""PDF: the text layer, with broken lines joined and page headers and numbers cut away."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter

from kg.errors import BinaryFileError, EmptyDocumentError
from loaders.readers.content import Content

# Radicals that some fonts give for the characters they look like. NFKC mends U+2F00 to U+2FD5; these it leaves.
RADICALS = str.maketrans(
    "⺀⺁⺂⺃⺅⺉⺋⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺟⺠⺡⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺱⺲⺳⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲",
    "冫厂乛乚亻刂㔾尣尢巳幺彑忄㣺扌攵旡月母民氵灬爫爫丬犭王疋目示礻竹糹罒罓网网羊羊羊耂肀聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶阝钅長镸长门阜阝雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟",
)
ENDS = "。!?!?;;::.…”』」》))"
NUMBER = re.compile(r"[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页|/\s*\d{1,4})?[-—–\s]*|Page \d+(?: of \d+)?", re.I)
HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、.]|[((][一二三四五六七八九十\d]+[))]|第[一二三四五六七八九十]+[章节条]|\d+[.、]|[•●○▪-])"
)
SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")


def pdf(raw: bytes, name: str) -> Content:
    """The text of all pages, a line for each paragraph.

    Raises BinaryFileError where it cannot be opened (damaged, encrypted), EmptyDocumentError where the pages are
    pictures.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - takes longer than all else that a text file needs

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # what it mends by itself is nobody's concern
    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except Exception as error:  # a damaged file can make the library fail in any way
        hint = "Print it to a new PDF, without a password, or save its text."
        raise BinaryFileError(f"{name} is no PDF that can be read: {error}.", hint=hint) from error
    if not any(page.strip() for page in pages):
        raise EmptyDocumentError(f"{name} holds pictures of pages, no text.", hint="Run text recognition (OCR) on it.")
    return Content(_text(pages), (title or "").strip() or None)


def _text(pages: list[str]) -> str:
    lines = [[_mended(line) for line in page.splitlines() if line.strip()] for page in pages]
    repeated = _repeated(lines)
    kept = [line for page in lines for line in page if line not in repeated and not NUMBER.fullmatch(line)]
    return "\n".join(_joined(kept)) + "\n"


def _mended(line: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", c) if "\u2f00" <= c <= "\u2fd5" else c for c in line)
    return SPACED.sub("", plain.translate(RADICALS)).strip()


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines at the edge of most pages: running heads and feet."""
    edges = Counter(line for page in pages for line in {*page[:2], *page[-2:]})
    return {line for line, count in edges.items() if len(pages) >= 3 and count > len(pages) / 2}


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs: a line goes on in the next where it is as long as lines are and ends in no full stop."""
    width = sorted(map(len, lines))[len(lines) * 3 // 4] if lines else 0
    paragraphs: list[str] = []
    full = False
    for line in lines:
        if full and not HEADING.match(line):
            paragraphs[-1] = _continued(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        full = len(line) >= 0.8 * width and line[-1] not in ENDS
    return paragraphs


def _continued(before: str, line: str) -> str:
    if re.search(r"[a-z]-$", before) and re.match("[a-z]", line):
        return before[:-1] + line
    latin = before[-1].isascii() and line[0].isascii()
    return f"{before} {line}" if latin else before + line
