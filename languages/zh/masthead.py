"""What a document says of itself at its head and foot: title, issuer, place, date; whether it plans, and until when."""

from __future__ import annotations

import re

from languages.fold import fold
from languages.mention import PlaceMention
from languages.reading import Context, Masthead
from languages.recognize import labels
from languages.spans import Spans
from languages.zh import dates as zh_dates
from languages.zh import places as zh_places
from languages.zh.measures import is_health, named
from languages.zh.numerals import number
from languages.zh.scope import RANK, REVIEW, YEAR, deepest, heading_place
from ontology.codes import Status
from ontology.vocabulary import vocabulary

_FULL_DATE = re.compile(r"((?:19|20)\d\d)\s?[年.\-—/]\s?(1[0-2]|0?[1-9])\s?[月.\-—/]\s?(3[01]|[12]\d|0?[1-9])\s?日?")
_HAN_DATE = re.compile(
    r"(?P<year>[二一][〇○零一二三四五六七八九]{3})年(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_PLAN_SPAN = re.compile(r"((?:19|20)\d\d)[—\-至]((?:19|20)\d\d)年")
_PLAN_NAME = re.compile(r"“?(十[一二三四五六]?)五”?(?=[^,。]{0,20}(?:规划|计划))")


_BYLINE = re.compile(
    r"\([^()]{0,10}(?:记者|通讯员|实习生|摄影)[^()\d]{0,40}\)"
)  # names of people, some of them a place's


def masthead(text: str) -> Masthead:
    """Title, issuer, place and date, from the first and last lines of a document."""
    lines = [fold(line).strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    lines = [_BYLINE.sub("", line) for line in lines]
    title = _title(lines)
    head = "\n".join(lines[:12])
    date = _date(title or "", lines)
    place, issuer = _issuer(title or "", lines)
    status, period = _kind(title or "", head, date)
    if (starts := _EFFECTIVE.search(head)) and status != "achieved":
        status, period = "planned", f"{starts[1]}-{int(starts[2]):02d}-{int(starts[3]):02d}"
    mixed = re.search(r"政府工作报告|国民经济", title or "") is not None
    health = not mixed and (is_health(title or "") or is_health(issuer or "") or _mostly_health(text))
    return Masthead(title, issuer, place, date, status, period, health, _topic(title or ""))


_EFFECTIVE = re.compile(r"如下[^。]{0,12}自((?:19|20)\d\d)年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日起(?:执行|施行|实施)")
_PILOT = re.compile(r"(?:开展|推进|做好|组织|实施|启动|公布|确定|印发)《?(?P<noun>[^《》,;。]{4,30}?试点)")


def _topic(title: str) -> tuple[str | None, str] | None:
    """关于开展…试点工作的通知: what 试点 alone stands for in the text below."""
    match = _PILOT.search(title)
    if not match:
        return None
    read = named(title, match.start("noun"), match.end("noun"), Spans(labels(title, "zh")))
    return read.id, match["noun"]


_FURNITURE = re.compile(
    r"^(?:来源|时间|作者|责任编辑|编辑|下载|打印|全屏|收藏|分享|字体|字号|【|\[|大$|中$|小$|加大|还原|减小|首页|当前位置|发布时间|索引号|浏览|●|上传|\d{4}-\d\d-\d\d|\(|————?|本报)"
)


def _title(lines: list[str]) -> str | None:
    """The first line that may be one, with the line that goes on with it: 甲 乙 | 关于…的通知, or ——a subtitle."""
    for line, following in zip(lines[:14], [*lines[1:15], ""], strict=False):
        if _FURNITURE.match(line) or not 6 <= len(line) <= 70 or line.endswith(("。", ";")) or _ISSUER.fullmatch(line):
            continue
        goes_on = re.match(r"关于|——(?!.*\d日)", following) and len(following) <= 60 and not line.endswith("通知")
        return line + following if goes_on else line
    return None


def _date(title: str, lines: list[str]) -> str | None:
    """The document's own date: signed at the end, stated under the title, or at least its year."""
    for line in [*lines[:8], *reversed(lines[-6:])]:
        match = _FULL_DATE.search(line)
        if match and (len(line) <= 40 or _FULL_DATE.match(line) or line.endswith((")", "日"))):
            return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
        if (said := _HAN_DATE.fullmatch(line)) is not None:
            year, month, day = (number(said[name]) or 0 for name in ("year", "month", "day"))
            return f"{year:.0f}-{month:02.0f}-{day:02.0f}"
    return _inferred_year(title, lines)


_EVENT = re.compile(r"(?<![年\d])(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日")


def _inferred_year(title: str, lines: list[str]) -> str | None:
    """The year that the title or the opening names (2024年…会议), with the day of the event where it has one."""
    opening = "".join(lines[:4])[:600]
    number = re.search(r"〔((?:19|20)\d\d)〕", opening)
    for stretch in (title, opening):
        years = YEAR.findall(stretch)
        meeting = re.search(r"((?:19|20)\d\d)年[^,。]{0,20}(?:会议|工作会|工作要点|重点工作|工作计划)", stretch)
        year = max(years) if stretch is title and years else meeting[1] if meeting else max(years) if years else None
        if number:
            year = number[1]
        if year and stretch is title and REVIEW.search(title) and RANK.match(title):
            year = str(int(year) + 1)
        if year:
            event = _EVENT.search(opening)
            if event and stretch is title and _ACCOUNT.search(title) and int(event[1]) <= 3:
                year = str(int(year) + 1)  # told in the first months of the year after
                return f"{year}-{int(event[1]):02d}-{int(event[2]):02d}"
            return f"{year}-{int(event[1]):02d}-{int(event[2]):02d}" if event and stretch is not title else year
    return None


_NATIONAL = re.compile(
    r"\W*(?:国务院|中华人民共和国|国家(?:卫生|中医药|医疗保障|疾病|发展)|全国人民代表大会|中共中央|20\d\d年(?:中华人民共和国)?国务院)"
)
_NATIONAL_NUMBER = re.compile(r"\W*国(?:卫|办|发|中医药|医保|疾控|函|药监)[一-龥]{0,6}〔")
_DATELINE = re.compile(r"(?:本报|讯|社|网|报)\s?(?!北京)([一-龥]{2,6}?)\d{1,2}月\d{1,2}日(?:电|讯)")
_SALUTATION = re.compile(r"各(?:省|市|县|区|州|盟|有关|直属|地)[^。]{0,160}:$")
_ISSUER = re.compile(
    r"[一-龥]{2,16}(?:卫生健康委员会|卫生健康委|卫健委|卫生健康局|卫健局|卫生局|人民政府|医疗保障局|医保局|疾病预防控制局|国务院办公厅|国务院|发展改革委)"
)


def _issuer(title: str, lines: list[str]) -> tuple[str | None, str | None]:
    """The issuing body's place and name: from the title, the dateline, the signature, then the most named place."""
    zones = [title, *lines[:6], *lines[-3:]]
    issuer = next((name for z in zones if len(z) < 400 and (name := _issuer_name(z))), None)
    told = _told_by_anaphora(title, lines)
    if told and not _NATIONAL.match(title):
        return told, issuer
    if any(_NATIONAL_NUMBER.match(line) for line in lines[:6]):
        return "CN", issuer
    lines = [line for line in lines if not _SALUTATION.match(line)]
    if "工作报告" in title and any("全国人民代表大会" in line for line in lines[:4]):
        return "CN", issuer
    for line in lines[:6]:
        if (dateline := _DATELINE.search(line[:40])) and (place := heading_place(dateline[1], Context())):
            return place, issuer
    for zone in (title, issuer or "", "".join(lines[1:8])[:500], "".join(lines[-3:])[-120:]):
        if _NATIONAL.match(zone):
            return "CN", issuer
        found = [p for p in zh_places.places(zone, labels(zone, "zh"), None) if p.kind == "division"]
        found = sorted([*found, *_organizations(zone)], key=lambda p: (p.start, p.end))
        if found:
            return deepest(found), issuer
    national = re.search(r"国务院|全国人大|全国人民代表大会", "".join(lines[:8])[:1500]) or issuer in (
        "国务院",
        "国务院办公厅",
    )
    return "CN" if national else None, issuer


_SELF = (
    (3, re.compile(r"全县|我县|该县|县里|本县|全旗")),
    (2, re.compile(r"全市|我市|该市|市里|本市|全州|我州|全盟")),
    (1, re.compile(r"全省|我省|该省|省里|全自治区")),
)


def _told_by_anaphora(title: str, lines: list[str]) -> str | None:
    """The place that 全县 or 全市 stands for: the first of that rank that the title or the opening names."""
    text = "".join(lines)[:6000]
    counts = {level: len(pattern.findall(text)) for level, pattern in _SELF}
    level = max(counts, key=lambda n: (counts[n], -n))
    if counts[level] < 2 or counts[level] < 2 * max(n for other, n in counts.items() if other != level):
        return None
    for zone in (title, "".join(lines[:10])[:800], "".join(lines[-3:])[-200:]):
        marks = labels(zone, "zh")
        found = [p for p in zh_places.places(zone, marks, None) if p.kind == "division"]
        found = sorted([*found, *_organizations(zone), *_short_counties(zone, text)], key=lambda p: p.start)
        code = next((p.codes[0] for p in found if _is_self(p.codes[0], level)), None)
        if code:
            return code
    return None


def _is_self(code: str, level: int) -> bool:
    """Whether a place calls itself 全县 (3), 全市 (2: county-level cities too) or 全省 (1)."""
    place = vocabulary().places[code]
    return place.level == level or (level == 2 and place.level == 3 and place.zh.endswith("市"))


def _short_counties(zone: str, text: str) -> list[PlaceMention]:
    """沂源 in a title stands for 沂源县 where it is the one county of that name."""
    found = []
    for label in labels(zone, "zh"):
        codes = [id for kind, id in label.candidates if kind == "place" and vocabulary().places.get(id)]
        word = zone[label.start : label.end]
        if len(codes) == 1 and len(word) == 2 and zh_places.is_distinct(word) and text.count(word) > 1:
            found.append(PlaceMention(label.start, label.end, (codes[0],)))
    return found


def _issuer_name(zone: str) -> str | None:
    for match in _ISSUER.finditer(zone):
        name: str = re.sub(r"^.*(?:年|日|月|代表|中共中央、?|和|及|、|由)", "", match[0])
        if name[:1] != "各" and not name.startswith(("省人民政府", "市人民政府", "人民政府")):
            return name
    return None


def _organizations(zone: str) -> list[PlaceMention]:
    marks = labels(zone, "zh")
    bodies = zh_places.organizations(zone, marks, zh_places.places(zone, marks, None))
    return [PlaceMention(o.start, o.end, (o.code,)) for o in bodies if o.code]


_ACCOUNT = re.compile(
    r"办理结果|结果公[告示]|账单|成绩单|答卷|交卷|兑现|盘点|完成得怎么样|进展如何|全部完成|圆满完成|回访|见成效"
)
_AND_TASKS = re.compile(
    r"怎么干|任务[书单]|打算|部署|新一年|今年|开局|展望|下一步"
)  # an account and what is to come, both
_ORDERS = re.compile(r"(?:意见|决定|方案|通知|规划|纲要|计划|措施|要点|清单|部署)》?(?:的通知)?(?:\([^)]*\))?$")
_PLANS = re.compile(
    r"规划|行动计划|实施方案|工作方案|工作计划|工作要点|重点任务|实施意见|指导意见|的意见|的通知|方案|纲要|若干措施|任务清单|民生实事"
)


def _kind(title: str, head: str, date: str | None) -> tuple[Status | None, str | None]:
    """Whether the whole document plans, and until when."""
    reported = re.search(
        r"((?:19|20)\d\d)年度?[^,。]*(?:公报|统计|报告(?=\(|$)|年报|总结|工作情况|进展情况|完成情况|执行情况|情况报告|情况通报)",
        title,
    )
    if reported and not re.search(r"计划|要点|工作报告|安排|打算", title):
        return "achieved", reported[1]
    if _ACCOUNT.search(title) and not _AND_TASKS.search(title):
        years = YEAR.findall(title)
        return "achieved", years[0] if years else date[:4] if date else None
    if not (_PLANS.search(title) or _ORDERS.search(title)) or re.search(r"总结|工作报告|情况", title):
        return None, None
    span, plan = _PLAN_SPAN.search(title), _PLAN_NAME.search(title)
    if span:
        return "planned", span[2]
    if plan:
        return "planned", str(zh_dates.PLAN_ENDS[plan[1]])
    years = YEAR.findall(title)
    lasts = _LASTING.search(title)
    if lasts and date and not years:
        return "planned", str(int(date[:4]) + int(number(lasts[1]) or 1) - 1)
    return "planned", years[0] if years else None


_LASTING = re.compile(r"([二两三四五2-5])年(?:提升|攻坚|专项|强基)?(?:行动|计划|规划|工作方案|实施方案)")


def _mostly_health(text: str) -> bool:
    """Whether more than a third of the sentences are about health."""
    stretches = [s for s in re.split(r"[。\n]", text[:20000]) if len(s) > 12][:120]
    return bool(stretches) and sum(map(is_health, map(fold, stretches))) * 2 >= len(stretches)
