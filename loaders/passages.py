"""A document's text as paragraphs, page furniture cut away; offsets are into the text as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from languages.fold import fold
from ontology.codes import Lang

_AFTERMATH = re.compile(
    r"^\W*(?:标签|相关(?:新闻|阅读|链接|推荐|文章|报道|稿件)|延伸阅读|推荐阅读|热门|热点|点击排行|阅读排行|猜你喜欢|更多(?:新闻|内容)|为您推荐|精彩推荐|"
    r"related (?:news|stories|articles|links|reading|posts|coverage|content)|more (?:stories|news|from|in|on)|most (?:read|popular|viewed)|hot (?:ranking|list|search(?:es)?|topics|news)\b|copyright statement|you may also|read also|also read|see also|recommended|trending|latest (?:news|stories)|popular (?:stories|news)|"
    r"further reading|editor'?s picks?|top stories|up next)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^\W*(?:上一篇|下一篇|责任编辑|编辑[:：]|审核[:：]|校对[:：]|作者[:：]|来源[:：]|版权|copyright|©|icp|扫一扫|扫码|打印|关闭|分享|字体|当前位置|首页|联系电话|联系人|电话[:：]|网址|邮箱|"
    r"浏览(?:次数|量)|阅读(?:量|次数|数)|点击(?:量|次数)|点赞|评论|发布时间|索引号|主题词|本文链接|声明[:：]|免责|statement: this|editor: |source: |share |print |cookie|we use cookies|all rights reserved|subscribe|sign up|follow us|"
    r"photo(?: by)?[:：]|image[:：]|caption[:：]|图[:：]|图片说明|资料图|(?:previous|next)(?::| (?:article|page|post|story|news|one|chapter)\b)|tags?:|filed under|views?:|comments?[: ]|home ?[>»/]|advertisement|skip to|menu\b|download|\[email|disclaimer)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"^\s*[\[［〔]\d{1,3}[\]］〕]|^\s*注[:：]")
_HEADLINE = re.compile(r"^\s*(?:[-•·*]|\d{1,2}\s)\s*\S")
_TERMINAL = tuple('。！？!?；;:：.」』"”)）】|')
_CLOSING = tuple('」』"”)）】》')
_OPEN = tuple("（(，、,“《‘")
_TIED = re.compile(r"^\s*[，。、；：,;)）”’》的和与等及或]")
_RANKED = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．](?!\d)|专栏|●|○|■|[-•*] |【|\|)"
)
_COUNTER = re.compile(
    r"(?:浏览|阅读|点击)(?:次数|量|数)?[:：]\s*\d|打印本页|分享到|www\.|https?://|ICP备|热门排行|点击领取|@\w+\."
)
_DATE_LINE = re.compile(r"^\s*[（(]?\s*(?:19|20)\d\d\s?[年.\-/]")
CELL_GAP = re.compile(r"[ \u3000]{2,}|[ \u3000]*\t\s*")  # what parts the cells of a table without rules
_RUNS_ON = re.compile(r"\s*[a-z(]")
_CONTINUES = re.compile(r"^\s*[，。、；：）)”’,;a-z0-9“]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: `text[start:end]` of the document. Rows of a table, ruled or spaced, have `row` set."""

    start: int
    end: int
    row: bool = False


def passages(text: str, lang: Lang) -> list[Passage]:
    """The paragraphs of the body in order. Lines that a page broke inside a sentence are joined again."""
    lines = [(start, end) for start, end in _lines(text)]
    body = _body(text, lines)
    spaced = [len(cells_of(text[start:end])) for start, end in body]
    joined: list[Passage] = []
    for number, (start, end) in enumerate(body):
        row = text.count("|", start, end) >= 2 or (
            spaced[number] >= 3
            and spaced[number] in spaced[max(0, number - 1) : number] + spaced[number + 1 : number + 2]
        )
        previous = joined[-1] if joined else None
        if previous and not row and not previous.row and _joins(text, previous, start, end, lang):
            joined[-1] = Passage(previous.start, end)
        else:
            joined.append(Passage(start, end, row))
    return joined


_FIGURE = re.compile(r"[≥≤<>约]?-?\d[\d,]*(?:\.\d+)?(?:%|‰|/10万|万|亿)?|(?:19|20)\d\d年?[一-龥]{0,4}")


def cells_of(line: str) -> list[str]:
    """The cells of a line: parted by wide gaps; or by single blanks, where it is short and has two figures or years."""
    wide = CELL_GAP.split(line.strip())
    if len(wide) > 2:
        return wide
    narrow = line.split()
    figures = sum(_FIGURE.fullmatch(fold(word)) is not None for word in narrow[1:])
    return narrow if 3 <= len(narrow) <= 8 and figures >= 2 and figures >= len(narrow) - 2 else wide


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\r\n\u2028\x85]+", text):
        if match[0].strip():
            yield match.span()


def _body(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines that are the document's own."""
    kept: list[tuple[int, int]] = []
    aftermath = False
    for start, end in lines:
        line = fold(text[start:end]).strip()
        if _AFTERMATH.match(line) and len(line) < 40 and kept:
            aftermath = True
            continue
        if aftermath:
            if _HEADLINE.match(line) or len(line) < 80:
                continue
            aftermath = False
        if (
            (_FURNITURE.match(line) and len(line) < 400)
            or _FOOTNOTE.match(line)
            or (_COUNTER.search(line) and len(line) < 160)
        ):
            continue
        kept.append((start, end))
    return kept


def _joins(text: str, previous: Passage, start: int, end: int, lang: Lang) -> bool:
    gap = text[previous.end : start]
    before, after = text[previous.start : previous.end], text[start:end]
    if gap.count("\n") > 1:
        return False
    said = before.rstrip()
    if said.endswith(_OPEN) or (said.endswith(_CLOSING) and _TIED.match(after)):
        return True
    if said.endswith(_TERMINAL) or _RANKED.match(after):
        return False
    if _DATE_LINE.match(after) and len(after) < 30:
        return False
    if lang == "en":
        return len(before) > 40 and bool(_RUNS_ON.match(after))
    short_heading = _RANKED.match(before) and len(before) <= 25
    prose = len(before) > 60 or re.search(r"[，。；]", before)
    return not short_heading and len(before) >= 18 and bool(_CONTINUES.match(after) or prose)
