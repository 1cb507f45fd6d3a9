"""What headings, lead-ins and the masthead set: review or tasks, year, place, issuer, date."""

from __future__ import annotations

import itertools
import re

from languages.fold import fold
from languages.mention import PlaceMention
from languages.reading import Context, Masthead, Section
from languages.recognize import labels
from languages.zh import dates as zh_dates
from languages.zh import places as zh_places
from languages.zh.lexicon import alternation, lexicon
from languages.zh.measures import is_health, named
from languages.zh.numerals import number
from ontology.codes import Status
from ontology.vocabulary import vocabulary

_RANK = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+[章节部]分?|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|专栏\s?\d+|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]+是)"
)
_REVIEW = re.compile(alternation(lexicon()["review_headings"]))
_TASKS = re.compile(alternation(lexicon()["task_headings"]))
_LEAD_REVIEW = re.compile(
    r"^(?:[^,。:]{0,12})?(?:过去一年|过去五年|一年来|五年来|主要做了以下工作|去年以来|回顾(?:过去|20\d\d年)|20\d\d年,我们)"
)
_LEAD_TASKS = re.compile(
    r"(?:今年|20\d\d年|下一步|今后|明年)[^。]{0,20}?(?:重点(?:做好|抓好|任务|工作)|要(?:做好|抓好|着力|重点)|将(?:围绕|重点|从|在)|工作(?:安排|打算|建议)|预期目标)|(?:要|将)[^。]{0,30}(?:以下|如下)(?:几|[一二三四五六七八九十])?(?:方面|项)"
)
_YEAR = re.compile(r"(?<![到至—\d])((?:19|20)\d\d)年(?!—|-|底|末|前)")
_FULL_DATE = re.compile(r"((?:19|20)\d\d)\s?[年.\-—/]\s?(1[0-2]|0?[1-9])\s?[月.\-—/]\s?(3[01]|[12]\d|0?[1-9])\s?日?")
_HAN_DATE = re.compile(
    r"(?P<year>[二一][〇○零一二三四五六七八九]{3})年(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_PLAN_SPAN = re.compile(r"((?:19|20)\d\d)[—\-至]((?:19|20)\d\d)年")
_PLAN_NAME = re.compile(r"“?(十[一二三四五六]?)五”?(?=[^,。]{0,20}(?:规划|计划))")


_BOXED = re.compile(r"[【\[〖■●◆]\s?([一-龥]{2,14})[】\]〗]")


def section(heading: str, context: Context) -> Section | None:
    """What a heading sets; None for a line that is none."""
    line = fold(heading).strip()
    if (boxed := _BOXED.match(line)) and (place := _heading_place(boxed[1], context)):
        return Section(place=place)
    head = re.split(r"[。;:]", line, maxsplit=1)[0][:48]
    if line[len(head) : len(head) + 1] == ":" and (place := _heading_place(head, context)):
        return Section(place=place)
    if len(line) > 60 and not _RANK.match(line):
        return _lead_in(line, context)
    ranked = bool(_RANK.match(line)) or (len(line) <= 40 and not re.search(r"[。,;]", line))
    if not ranked:
        return _lead_in(line, context)
    status = _heading_status(head, context)
    years = _YEAR.findall(head)
    period = years[0] if years and status else _relative_year(head, context, status) if status else None
    place = _heading_place(head, context)
    orders = not status and _ORDER.match(line) is not None
    return Section(status, period, place, orders=orders) if status or period or place or orders else None


_ORDER = re.compile(
    r"[第一二三四五六七八九十章部分、\s]{2,}(?:持续|加快|全面|着力|深入|坚持|扎实|切实|大力|积极|推[进动]|加强|强化|把|促进|协调|深化|优化|完善|提[升高]|健全|落实|实施|构建|打造|聚焦|进一步|努力|奋力|巩固|夯实|抓好|做好|办好|稳步|统筹|支持|保障|改善|加大)"
)
_LAST_YEAR = re.compile(r"去年|过去|还差|差距|短板|欠账|成绩单|干了什么")
_THIS_YEAR = re.compile(r"今年|明年|来年|下一?年度?|新一年|接下来|怎么干|怎么办|下一步|干什么|往哪")


_PLAN_SAID = re.compile(r"“?(十[一二三四五六]?)五”?")


def _relative_year(head: str, context: Context, status: Status) -> str | None:
    """The year of a heading that says last year, this year or next; the end of the plan that it names; for a review
    early in a year, the year before."""
    if not context.date:
        return None
    today = int(context.date[:4])
    plan = _PLAN_SAID.search(head)
    if plan and status == "planned":
        return str(zh_dates.PLAN_ENDS[plan[1]])
    if (
        status == "achieved"
        and context.status == "planned"
        and re.search("(?:规划|发展|工作|现实|建设)基础|现状", head)
    ):
        return str(today)
    early = len(context.date) == 4 or context.date[5:7] <= "03"
    if status == "achieved" and early and re.search(r"回顾|成就|成绩|总结|成效|过去|去年", head):
        return str(today - 1)
    shift = -1 if re.search(r"去年|上年", head) else 1 if _NEXT_YEAR.search(head) else 0 if "今年" in head else None
    return None if shift is None else str(int(context.date[:4]) + shift)


_NEXT_YEAR = re.compile(r"明年|来年|次年|下一?年度?(?!以来)")


_MENDED = re.compile(r"补[齐强上]?[^,;。]{0,8}?(?:短板|弱项|欠账|差距)")  # to mend what is lacking is a task


def _heading_status(head: str, context: Context) -> Status | None:
    head = _MENDED.sub("", head)
    review, tasks = _REVIEW.search(head), _TASKS.search(head)
    if not review and not tasks and len(head) <= 24:
        review, tasks = _LAST_YEAR.search(head), _THIS_YEAR.search(head)
    if not review and not tasks and _PLAN_SAID.search(head) and re.search(r"目标|展望|思路|要求|蓝图", head):
        return "planned"
    if review and not (tasks and tasks.start() > review.end() + 8):
        return "achieved"
    if not review and not tasks and len(years := _YEAR.findall(head)) == 1 and context.date and head.endswith("工作"):
        return "achieved" if years[0] < context.date[:4] else "planned"
    if tasks:
        years = _YEAR.findall(head)
        if years and context.date and years[0] < context.date[:4]:
            return "achieved" if review else "planned"
        return "planned"
    return None


_PLAN_LEAD = re.compile(r"\W*(?:展望)?“?(十[一二三四五六]?)五”?(?:时期|期间)[^。]{0,60}(?:要|将|目标|力争|重点|努力)")


def _lead_in(line: str, context: Context) -> Section | None:
    head = line[:60]
    if _LEAD_REVIEW.search(head):
        return Section("achieved", str(int(context.date[:4]) - 1) if context.date and "今年" not in head else None)
    if plan := _PLAN_LEAD.match(head):
        return Section("planned", str(zh_dates.PLAN_ENDS[plan[1]]))
    if _LEAD_TASKS.search(head):
        return Section("planned", context.date[:4] if context.date and "今年" in head else None)
    return None


_PAST_OPENING = re.compile(
    r"^\W*(?:[^,。]{0,10}?(?:介绍|了解到?|获悉|翻开|回首|回看|盘点|这是|显示),?)?(?:(?P<year>(?:19|20)\d\d)年(?!—|\d|度?(?:计划|将|要))|(?P<last>过去(?:的)?[一五]年|这五年|五年来|刚刚过去的|上一年|去年(?!底|末|\d|同期))|(?P<since>今年以来|近年来|截至|目前,)|(?P<short>[^,。;]{0,12}?(?:短板|欠账|不足之处|差距|薄弱)))"
)
_ANNOUNCES = re.compile(
    r"会议[^。]{0,10}(?:明确|要求|强调|部署|提出)|将围绕|将[^。]{0,24}等?方面|今年[^。]{0,12}(?:将|要)[^。]{0,16}(?:重点|上|方面|持续用力)|重点(?:抓好|做好)|工作(?:安排|部署|思路)|提出"
)
_YEAR_SAID = re.compile(r"((?:19|20)\d\d)年")
_NEW_YEAR = re.compile(
    r"今年的?(?:思路|目标|任务|重点|打算|计划|安排|部署|着力点|做法)|今年(?!以来|已|上半年|前|第)[^。]{0,30}?(?:将|要|计划|力争|确保|再|拟|全面|继续|重点|推进|在)|(?:会议|省|市|县|州|委)[^。]{0,10}(?:明确|要求|强调|部署|提出)|下一步|今后|按照规划|(?<![即])将(?:围绕|继续|全面|进一步|重点|支持|推进|加快|新建)"
)


_CHECKED = re.compile(
    r"\W*(?:(?P<promise>(?:年初)?承诺(?:事项|内容)?|目标(?:任务)?|年度任务|计划)|(?:完成|落实|兑现|办理)?(?:结果|情况|进展|进度)|完成|兑现|实际)[:】]"
)


_GOAL_LEAD = re.compile(r"\W*(?:力争|争取|确保)?(?:到|至)((?:19|20)\d\d)年(?:底|末)?,")


def tone(sentence: str, context: Context) -> Section | None:
    """What a sentence of running text sets for those after it: a year that is past, or what is to come."""
    text = fold(sentence)
    today = context.date[:4] if context.date else None
    if said := _CHECKED.match(text):
        promised = said["promise"] is not None
        return Section("planned" if promised else "achieved", context.period, firm=True)
    past = _PAST_OPENING.match(text)
    if past and today:
        if past["year"] and past["year"] < today:
            return Section("achieved", past["year"])
        if past["last"]:
            return Section("achieved", str(int(today) - 1))
        if past["short"]:
            return Section("achieved", None)
        if past["since"]:
            stated = _YEAR_SAID.match(text, past.end())
            return Section("achieved", stated[1] if stated else today)
    if plan := _PLAN_LEAD.match(text):
        return Section("planned", str(zh_dates.PLAN_ENDS[plan[1]]))
    if (goal := _GOAL_LEAD.match(text)) and today and goal[1] > today and context.status == "planned":
        return Section("planned", goal[1], firm=True)
    if _NEW_YEAR.search(text):
        return Section("planned", today, lasting=_ANNOUNCES.search(text) is not None)
    return None


def _heading_place(head: str, context: Context) -> str | None:
    """甲省: … in a round-up: the place that a heading names and ends with."""
    found = zh_places.places(head, labels(head, "zh"), context.place)
    body = re.sub(r"^[\s\d.、()一二三四五六七八九十]+", "", head)
    chained = found[:1] and all(a.end == b.start for a, b in itertools.pairwise(found))
    if chained and found[-1].kind == "division" and len(body) <= found[-1].end - found[0].start + 1:
        return _deepest(found)
    return None


def masthead(text: str) -> Masthead:
    """Title, issuer, place and date, from the first and last lines of a document."""
    lines = [fold(line).strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
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
    read = named(title, match.start("noun"), match.end("noun"), labels(title, "zh"))
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
        years = _YEAR.findall(stretch)
        meeting = re.search(r"((?:19|20)\d\d)年[^,。]{0,20}(?:会议|工作会|工作要点|重点工作|工作计划)", stretch)
        year = max(years) if stretch is title and years else meeting[1] if meeting else max(years) if years else None
        if number:
            year = number[1]
        if year and stretch is title and _REVIEW.search(title) and _RANK.match(title):
            year = str(int(year) + 1)
        if year:
            event = _EVENT.search(opening)
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
        if (dateline := _DATELINE.search(line[:40])) and (place := _heading_place(dateline[1], Context())):
            return place, issuer
    for zone in (title, issuer or "", "".join(lines[1:8])[:500], "".join(lines[-3:])[-120:]):
        if _NATIONAL.match(zone):
            return "CN", issuer
        found = [p for p in zh_places.places(zone, labels(zone, "zh"), None) if p.kind == "division"]
        found = sorted([*found, *_organizations(zone)], key=lambda p: (p.start, p.end))
        if found:
            return _deepest(found), issuer
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


def _deepest(found: list[PlaceMention]) -> str:
    """The first place named, or the one inside it that follows at once (四川省达州市)."""
    first, end = found[0].codes[0], found[0].end
    for place in found[1:3]:
        if place.start == end and first in vocabulary().ancestors(place.codes[0]):
            first, end = place.codes[0], place.end
    return first


_ACCOUNT = re.compile(r"账单|成绩单|答卷|交卷|兑现|盘点|完成得怎么样|进展如何|全部完成|圆满完成|回访|见成效")
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
    if _ACCOUNT.search(title):
        years = _YEAR.findall(title)
        return "achieved", years[0] if years else date[:4] if date else None
    if not (_PLANS.search(title) or _ORDERS.search(title)) or re.search(r"总结|工作报告|情况", title):
        return None, None
    span, plan = _PLAN_SPAN.search(title), _PLAN_NAME.search(title)
    if span:
        return "planned", span[2]
    if plan:
        return "planned", str(zh_dates.PLAN_ENDS[plan[1]])
    years = _YEAR.findall(title)
    lasts = _LASTING.search(title)
    if lasts and date and not years:
        return "planned", str(int(date[:4]) + int(number(lasts[1]) or 1) - 1)
    return "planned", years[0] if years else None


_LASTING = re.compile(r"([二两三四五2-5])年(?:提升|攻坚|专项|强基)?(?:行动|计划|规划|工作方案|实施方案)")


def _mostly_health(text: str) -> bool:
    """Whether more than a third of the sentences are about health."""
    stretches = [s for s in re.split(r"[。\n]", text[:20000]) if len(s) > 12][:120]
    return bool(stretches) and sum(map(is_health, map(fold, stretches))) * 2 >= len(stretches)
