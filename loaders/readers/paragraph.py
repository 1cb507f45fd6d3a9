"""Printed pages to paragraphs: running heads and page numbers cut away, broken lines joined, look-alikes mended."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

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


def paragraphs(pages: Sequence[str]) -> str:
    """The text of pages, whose lines are as printed, with a line for each paragraph."""
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
