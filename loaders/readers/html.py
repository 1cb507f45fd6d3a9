"""Web pages: the article's text, with the page around it cut away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.readers.content import Content
from loaders.readers.encoding import decode
from loaders.readers.markup import BLOCKS, Element, parse

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030"}
DROPPED = frozenset(
    "script style noscript template iframe svg nav footer aside form button select option input textarea head".split()
)
# Class names and ids of what stands around an article, as whole words: share-bar, relatedNews, crumbs, pageFooter.
FURNITURE = re.compile(
    r"(?:^|[\W_]|(?<=[a-z])(?=[A-Z]))(?:nav|menu|bread|crumbs?|breadcrumbs?|share|sharing|print|toolbar|related|recommend\w*"
    r"|hot|rank\w*|sidebar|side|foot|footer|copyright|comments?|qrcode|pagination|pager|prev|next|ads?|advert\w*|cookie\w*"
    r"|banner|subscribe|newsletter|social|editor-info|statement|declare)(?:$|[\W_]|(?<=[a-z])(?=[A-Z]))",
    re.I,
)
MOST = 0.7  # share of the text that a part must hold to be gone into in search of the article
TITLES = ("articletitle", "og:title", "twitter:title", "dc.title")
DATES = ("pubdate", "article:published_time", "publishdate", "firstpublishedtime", "dc.date", "og:release_date", "date")
PUBLISHERS = ("contentsource", "og:site_name", "sitename", "dc.publisher")
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


def html(raw: bytes, name: str) -> Content:
    """The article of a page: a line for each paragraph, cells of a table row set apart by ` | `.

    The title comes first. The publication date is what the page's metadata or its `<time>` say. Raises as `decode`.
    """
    page = parse(_decoded(raw, name))
    meta = _meta(page)
    title = _title(page, meta)
    lines = list(_lines(_article(page)))
    if title and not any(title in line for line in lines[:3]):
        lines.insert(0, title)
    return Content("\n".join(lines) + "\n" if lines else "", title, _published(page, meta), _first(meta, PUBLISHERS))


def _decoded(raw: bytes, name: str) -> str:
    declared = CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode("ascii").lower()
        try:
            return raw.decode(ALIASES.get(encoding, encoding))
        except (UnicodeDecodeError, LookupError):
            return decode(raw, name)  # the declaration is wrong: the bytes decide
    return decode(raw, name)


def _meta(page: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.all("meta"):
        name = (element.attributes.get("name") or element.attributes.get("property") or "").lower()
        content = " ".join((element.attributes.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(page: Element, meta: dict[str, str]) -> str | None:
    headings = [text for element in page.all("h1") if (text := element.text())]
    whole = next((element.text() for element in page.all("title")), "")
    cut = re.split(r"\s*[-_|–—]\s*(?=[^-_|–—]*$)", whole)[0].strip()  # "Title - Site"
    return _first(meta, TITLES) or (headings[0] if len(headings) == 1 else None) or cut or None


def _published(page: Element, meta: dict[str, str]) -> str | None:
    stamps = [_first(meta, DATES) or ""] + [element.attributes.get("datetime") or "" for element in page.all("time")]
    days = (DAY.search(stamp) for stamp in stamps)
    return next((f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" for day in days if day), None)


def _article(page: Element) -> Element:
    """The smallest part that holds most of the page's running text."""
    part = next(page.all("body"), page)
    while True:
        whole = _weight(part)
        inside = [child for child in part.children if isinstance(child, Element)]
        heaviest = max(inside, key=_weight, default=None)
        if heaviest is None or heaviest.tag in {"p", "table"} or _weight(heaviest) < MOST * whole:
            return part
        part = heaviest


def _weight(element: Element) -> int:
    """Characters of running text: links are what navigation is made of."""
    if element.weight is None:
        element.weight = (
            0
            if _is_furniture(element) or element.tag == "a"
            else sum(len(child.strip()) if isinstance(child, str) else _weight(child) for child in element.children)
        )
    return element.weight


def _is_furniture(element: Element) -> bool:
    if element.tag in DROPPED or "display:none" in (element.attributes.get("style") or "").replace(" ", "").lower():
        return True
    names = f"{element.attributes.get('class') or ''} {element.attributes.get('id') or ''}"
    return element.tag not in {"body", "article", "main"} and FURNITURE.search(names) is not None


def _lines(element: Element) -> Iterator[str]:
    """Paragraphs of an element, in order, without furniture."""
    parts: list[str] = []
    yield from _walked(element, parts)
    yield from _line(parts)


def _walked(element: Element, parts: list[str]) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif _is_furniture(child):
            continue
        elif child.tag == "tr":
            yield from _line(parts)
            cells = [" ".join(_lines(cell)) for cell in child.children if isinstance(cell, Element)]
            yield from _line([" | ".join(cells)])
        elif child.tag == "br" or child.tag in BLOCKS:
            yield from _line(parts)
            yield from _walked(child, parts)
            yield from _line(parts)
        else:
            yield from _walked(child, parts)


def _line(parts: list[str]) -> Iterator[str]:
    text = " ".join("".join(parts).split())
    parts.clear()
    if text.strip(" |"):
        yield text
