"""When: 2025年底前, 到2030年, “十四五”末, 今年, 6月底前, 用3年左右; resolved against the document's date."""

from __future__ import annotations

import re

from languages.mention import DateMention
from languages.zh.numerals import number

PLAN_ENDS = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_RELATIVE = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "当年": 0,
    "年内": 0,
    "全年": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_MONTH = r"(?P<{}>1[0-2]|0?[1-9])月(?:份)?"
_PATTERN = re.compile(
    r"(?:(?P<from>(?:19|20)\d\d)年?(?:—|-|至|到))?(?P<year>(?:19|20)\d\d)年(?P<yend>底|末|年底|终)?"
    rf"(?:{_MONTH.format('ymonth')}(?P<ymend>底|末)?(?:(?P<yday>[12]\d|3[01]|0?[1-9])日)?)?(?P<ybefore>前|之前|以前)?"
    r"|(?P<hanzi>二[〇零○][一二三四五六七八九〇零○]{2})年(?P<hend>底|末)?"
    r"|“?(?P<plan>十[一二三四五六]?)五”?(?:时期|规划|期)?(?P<plend>末|期末|期间|时期|以来|收官)"
    r"|(?P<rel>今年|本年度|本年|当年|年内|全年(?!龄)|去年|上一年|上年(?!度?末)|前年|明年|来年|后年)(?P<rend>底|末|年底)?"
    rf"(?:{_MONTH.format('rmonth')}(?P<rmend>底|末)?(?P<rday>(?:[12]\d|3[01]|[1-9])日)?)?(?P<rbefore>前|之前)?"
    r"|(?<![\d一二三四五六七八九十])(?P<yearend>年底|年末|年终)(?P<yebefore>前|之前)?"
    rf"|(?<!\d)(?P<mo>1[0-2]|[1-9])月(?P<moend>底|末)?(?P<moday>(?:[12]\d|3[01]|[1-9])日)?(?P<mobefore>前|之前)?"
    r"|(?P<half>上半年|下半年|一季度|二季度|三季度|四季度)(?P<halfend>末|底)?前?"
    r"|(?:用|力争用|在|未来|今后|利用)?(?P<span>\d{1,2}|[一二三四五六七八九十两])(?:至\d)?(?:个)?年(?:左右|时间|内|之内)(?P<spanend>内)?"
)
_HALVES = {"上半年": "06", "下半年": "12", "一季度": "03", "二季度": "06", "三季度": "09", "四季度": "12"}
_SPAN_LEAD = re.compile(r"(?:用|未来|今后|力争|利用|争取|再用|计划)$")
_NO_DATE_AFTER = re.compile(r"行动计划|规划|计划\(|版|度|级|制|龄")


_SPOKEN = frozenset(
    {"今年", "去年", "明年", "前年", "后年"}
)  # told from the day of the text, not from its section's year


def dates(text: str, today: str | None, now: str | None = None) -> list[DateMention]:
    """All dates that could be a fact's, ordered by start. `today` (ISO 8601 or None) is what 6月底 is told from: the
    document's date or its section's year; `now`, the document's date, what 去年 is."""
    year = int(today[:4]) if today else None
    said = int(now[:4]) if now else year
    found = []
    for match in _PATTERN.finditer(text):
        period = _period(text, match, said if match["rel"] in _SPOKEN else year)
        if period:
            found.append(DateMention(match.start(), match.end(), period, _is_deadline(text, match)))
    return found


def _period(text: str, match: re.Match[str], year: int | None) -> str | None:
    group = match.groupdict()
    if group["year"]:
        return _absolute(group)
    if group["hanzi"]:
        stated = number(group["hanzi"])
        return f"{stated:.0f}-12" if group["hend"] else f"{stated:.0f}"
    if group["plan"]:
        return str(PLAN_ENDS[group["plan"]]) if group["plend"] != "以来" else None
    if year is None:
        return None
    if group["rel"]:
        stated = year + _RELATIVE[group["rel"]]
        if group["rmonth"]:
            return None if group["rday"] else f"{stated}-{int(group['rmonth']):02d}"
        return f"{stated}-12" if group["rend"] or text[match.end() : match.end() + 1] == "底" else str(stated)
    if group["yearend"]:
        return f"{year}-12"
    if group["mo"]:
        if group["moday"] or not (group["moend"] or group["mobefore"]):
            return None
        return f"{year}-{int(group['mo']):02d}"
    if group["half"]:
        return f"{year}-{_HALVES[group['half']]}" if group["halfend"] or group["half"] == "上半年" else str(year)
    if group["span"]:
        lead = _SPAN_LEAD.search(text[max(0, match.start("span") - 3) : match.start("span")]) or group["spanend"]
        inside = text[match.end("span") : match.end()]
        count = number(group["span"])
        if count and (lead or "内" in inside):
            return str(year + int(count))
    return None


def _absolute(group: dict[str, str | None]) -> str:
    if group["ymonth"]:
        month = f"{group['year']}-{int(group['ymonth']):02d}"
        return f"{month}-{int(group['yday']):02d}" if group["yday"] else month
    return f"{group['year']}-12" if group["yend"] else str(group["year"])


def _is_deadline(text: str, match: re.Match[str]) -> bool:
    group = match.groupdict()
    if any(
        group[name]
        for name in (
            "yend",
            "ybefore",
            "rend",
            "rbefore",
            "yebefore",
            "mobefore",
            "moend",
            "yearend",
            "plend",
            "spanend",
            "ymend",
        )
    ):
        return True
    return text[max(0, match.start() - 1) : match.start()] in ("到", "至")
