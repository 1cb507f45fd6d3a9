import pytest

from loaders.readers.content import Content
from loaders.readers.html import html

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>全市新建12家社区医院_某市卫健委</title>
<meta name="PubDate" content="2024-03-05 10:20"><meta name="SiteName" content="某市卫生健康委员会">
<style>p{{}}</style></head>
<body><div class="topnav"><a href=1>首页</a> &gt; <a>要闻</a> 当前位置</div>
<div id="wrap"><div class="main-left"><h1>全市新建12家社区医院</h1><div class="shareBar">分享到:微信 微博</div>
<div class="TRS_Editor"><p>2024年,全市将新建社区医院12家,<b>其中</b>城区5家。
<p>各县(市)卫生院&nbsp;设床位<br>200张。</p>
<table><tr><td>甲县<td>12<td>9</tr><tr><td>乙县</td><td>3</td><td></td></tr></table></div></div>
<div class="right related"><ul><li><a>某省今年新建40家</a></li></ul></div></div>
<footer>版权所有 电话 1234</footer></body></html>"""
ARTICLE = Content(
    "全市新建12家社区医院\n2024年,全市将新建社区医院12家,其中城区5家。\n"
    "各县(市)卫生院 设床位\n200张。\n甲县 | 12 | 9\n乙县 | 3 |\n",
    title="全市新建12家社区医院",
    published="2024-03-05",
    publisher="某市卫生健康委员会",
)


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("utf-8", "gb18030")])
def test_html_keeps_the_article_and_cuts_the_page_away(charset: str, encoding: str) -> None:
    assert html(PAGE.format(charset=charset).encode(encoding), "a.html") == ARTICLE


def test_html_takes_the_date_of_a_time_element() -> None:
    page = b"<html><body><article><h1>Beds</h1><time datetime='2023-5-7T08:00'>May 7</time><p>It has 12 beds.</article>"
    assert html(page, "a.html") == Content("Beds\nMay 7\nIt has 12 beds.\n", title="Beds", published="2023-05-07")


@pytest.mark.parametrize(
    "page", [b"<div>" * 50_000 + b"12 beds", b"<p>" * 50_000 + b"12 beds", b"<<>12 beds</", b"12 beds"]
)
def test_html_reads_what_is_badly_nested(page: bytes) -> None:
    assert "12 beds" in html(page, "a.html").text


def test_html_keeps_an_article_whose_container_has_a_misleading_name() -> None:
    page = (
        b"<body><div class='main'><p>The city built 12 clinics in the year.</p><p>It hired 30 nurses.</p></div></body>"
    )
    assert html(page, "a.html").text == "The city built 12 clinics in the year.\nIt hired 30 nurses.\n"
