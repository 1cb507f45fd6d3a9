"""What headings, lead-ins and the tone of running text set: review or tasks, year, place, topic."""

from __future__ import annotations

import itertools
import re

from languages.fold import fold
from languages.mention import PlaceMention
from languages.reading import Context, Section
from languages.recognize import labels
from languages.spans import Spans
from languages.zh import dates as zh_dates
from languages.zh import places as zh_places
from languages.zh.lexicon import alternation, lexicon
from languages.zh.measures import named
from ontology.codes import Status
from ontology.vocabulary import vocabulary

RANK = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+[章节部]分?|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|专栏\s?\d+|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]+是)"
)
REVIEW = re.compile(alternation(lexicon()["review_headings"]))
_TASKS = re.compile(alternation(lexicon()["task_headings"]))
_LEAD_REVIEW = re.compile(
    r"^(?:[^,。:]{0,12})?(?:过去一年|过去五年|一年来|五年来|主要做了以下工作|去年以来|回顾(?:过去|20\d\d年)|20\d\d年,我们)"
)
_LEAD_TASKS = re.compile(
    r"(?:今年|20\d\d年|下一步|今后|明年)[^。]{0,20}?(?:重点(?:做好|抓好|任务|工作)|要(?:做好|抓好|着力|重点)|将(?:围绕|重点|从|在)|工作(?:安排|打算|建议)|预期目标)|(?:要|将)[^。]{0,30}(?:以下|如下)(?:几|[一二三四五六七八九十])?(?:方面|项)"
)
YEAR = re.compile(r"(?<![到至—\d])((?:19|20)\d\d)年(?!—|-|底|末|前)")


_STOP = re.compile(r"[。;:]")
_BOXED = re.compile(r"[【\[〖■●◆]\s?([一-龥]{2,14})[】\]〗]")


def section(heading: str, context: Context) -> Section | None:
    """What a heading sets; None for a line that is none."""
    line = fold(heading).strip()
    if (boxed := _BOXED.match(line)) and (place := heading_place(boxed[1], context)):
        return Section(place=place)
    head = _STOP.split(line, maxsplit=1)[0][:48]
    if line[len(head) : len(head) + 1] == ":" and (place := heading_place(head, context)):
        return Section(place=place)
    if len(line) > 60 and not RANK.match(line):
        return _lead_in(line, context)
    ranked = bool(RANK.match(line)) or (len(line) <= 40 and not re.search(r"[。,;]", line))
    if not ranked:
        return _lead_in(line, context)
    status = _heading_status(head, context)
    years = YEAR.findall(head)
    period = years[0] if years and status else _relative_year(head, context, status) if status else None
    place = heading_place(head, context)
    orders = not status and _ORDER.match(line) is not None
    topic = _heading_topic(head)
    if not (status or period or place or orders or topic):
        return None
    return Section(status, period, place, heading=topic, orders=orders)


def _heading_topic(head: str) -> tuple[str, str] | None:
    """三、适龄妇女“两癌”免费筛查: the service or programme that a numbered heading is the name of."""
    rank = RANK.match(head)
    body = re.split(r"[(,]", head[rank.end() :], maxsplit=1)[0] if rank else ""
    read = named(body, 0, len(body), Spans(labels(body, "zh"))) if 2 < len(body) <= 18 else None
    return (read.id, read.label) if read and read.id and read.kind in ("service", "programme", "reform") else None


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
    review, tasks = REVIEW.search(head), _TASKS.search(head)
    if not review and not tasks and len(head) <= 24:
        review, tasks = _LAST_YEAR.search(head), _THIS_YEAR.search(head)
    if not review and not tasks and _PLAN_SAID.search(head) and re.search(r"目标|展望|思路|要求|蓝图", head):
        return "planned"
    if review and not (tasks and tasks.start() > review.end() + 8):
        return "achieved"
    if not review and not tasks and len(years := YEAR.findall(head)) == 1 and context.date and head.endswith("工作"):
        return "achieved" if years[0] < context.date[:4] else "planned"
    if tasks:
        years = YEAR.findall(head)
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
    r"^\W*(?:[^,。]{0,10}?(?:介绍|了解到?|获悉|指出|回顾|认为|翻开|回首|回看|盘点|这是|显示),?)?(?:(?P<year>(?:19|20)\d\d)年(?!—|\d|度?(?:计划|将|要))|(?P<last>过去(?:的)?[一五]年|这五年|五年来|刚刚过去的|上一年|去年(?!底|末|\d|同期))|(?P<since>今年以来|近年来|截至|目前,)|(?P<short>[^,。;]{0,12}?(?:短板|欠账|不足之处|差距|薄弱)))"
)
_ANNOUNCES = re.compile(
    r"会议[^。]{0,10}(?:明确|要求|强调|部署|提出)|将围绕|将[^。]{0,24}等?方面|今年[^。]{0,12}(?:将|要)[^。]{0,16}(?:重点|上|方面|持续用力)|重点(?:抓好|做好)|工作(?:安排|部署|思路)|提出"
)
_PLAN_ENDED = re.compile(
    r"\W*(?:[^,。]{0,10}?(?:指出|回顾|认为|介绍),?)?“?(十[一二三四五六]?)五”?(?:时期|期间|以来|收官|这五年)"
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
    if (ended := _PLAN_ENDED.match(text)) and today and str(zh_dates.PLAN_ENDS[ended[1]]) < today:
        return Section("achieved", str(zh_dates.PLAN_ENDS[ended[1]]))
    past = _PAST_OPENING.match(text)
    if past and today and not (past["short"] and _MENDED.search(text[: past.end()])):
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


_NAMES_PLACE = re.compile(r"省会|首府|院区|分院")  # what names one without a label
_NUMBER = re.compile(r"^[\s\d.、()一二三四五六七八九十]+")


def heading_place(head: str, context: Context) -> str | None:
    """甲省: … in a round-up: the place that a heading names and ends with."""
    marks = labels(head, "zh")
    if not _NAMES_PLACE.search(head) and not any(k in ("place", "group") for x in marks for k, _ in x.candidates):
        return None
    found = zh_places.places(head, marks, context.place)
    body = _NUMBER.sub("", head)
    chained = found[:1] and all(a.end == b.start for a, b in itertools.pairwise(found))
    if chained and found[-1].kind == "division" and len(body) <= found[-1].end - found[0].start + 1:
        return deepest(found)
    return None


def deepest(found: list[PlaceMention]) -> str:
    """The first place named, or the one inside it that follows at once (四川省达州市)."""
    first, end = found[0].codes[0], found[0].end
    for place in found[1:3]:
        if place.start == end and first in vocabulary().ancestors(place.codes[0]):
            first, end = place.codes[0], place.end
    return first
