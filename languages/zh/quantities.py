"""Amounts in Chinese text: number, unit, comparator, change; what only looks like an amount is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from languages.mention import Quantity
from languages.zh.lexicon import alternation, inverted, lexicon
from languages.zh.numerals import ARABIC, DIGITS, HANZI, number
from ontology.codes import Change, Comparator

_HAN = f"(?:(?<!唯)[一二两三四五六七八九零〇]|十|百(?=分)|千(?=分))[{HANZI}]*(?:点[{HANZI}]+)?"
_ARABIC = rf"(?:{ARABIC})(?:十万|百万|千万|万亿|[万亿千百](?!分))?"
_NAMES_BEFORE = re.compile(r"[第〔\[“‘\"'+\-.a-zA-Z_/]$|第 $")
_NAMES_AFTER = re.compile(r"(?:、\d+)*号|[级甲乙丙]|[+/]\d|[A-Za-z]|-?\d{4,}")
_HOTLINES = frozenset({"12320", "12345", "12356", "12393", "12338", "12355"})
_NAMED = re.compile(
    r"两项补贴|三项(?:基本)?医(?:疗保险|保)|[两二三]个?孩|[\d一二三四五六七八九十两]+(?:种|个|类|大)[一-龥]{0,4}?(?:形式|类别|等级|情[况形]|方式|医学体系)|\d{1,2}[:：]\d\d|(?:\d|[一二三四五六七八九十两])份|\d+(?:条|项)(?:具体|重点|惠民|便民|政策|务实)*(?:举措|措施)|[\d一二三四五六七八九十]+次(?:调高|提高|上调|调整|荣?获|召开|修订|增长|下降)"
)
# what digits stand in: annexes, clock times, copies of forms, the kinds that a rule divides a thing into
_ENUMERATED = re.compile(
    r"(?:附件|附表|附图|上述|前款|第)\s?\d*(?:\s?[、,和至]\s?\d+)*\s?[、,和至]?\s?$|\d[:：]$|一式\s?$|每$"
)
_LISTS = re.compile(r"[件表图述款第式每、,和至:：\d\s]$")  # what such a list ends with
_ROUND = re.compile(r"1?[十百千万]+|10+万?|[十百千]?万")
_THRESHOLD_NOUN = re.compile(r"(?:及)?以(?:上|下)[一-龥]")


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon()
    before = alternation(w for ws in words["comparators"]["before"].values() for w in ws)
    after = alternation(w for ws in words["comparators"]["after"].values() for w in ws)
    change = alternation(w for ws in words["change"].values() for w in ws)
    currencies = alternation(words["currencies"])
    classifiers = alternation(words["classifiers"])
    others = alternation(words["other_units"])
    num = rf"(?:{_ARABIC}|{_HAN})"
    unit = (
        rf"(?P<percent>%|％)|(?P<point>个百分点|百分点)|(?P<permille>‰)|(?P<lakh>/ ?(?:10万|十万)(?!元))"
        rf"|(?P<tenk>/ ?(?:1万|万)(?!元))|(?P<tenth>成半|成[一二三四五六七八九]|成(?![立为员果效本功熟长就都员人年分品药交型套片绩因像形份]))"
        rf"|(?P<times>倍)|(?P<money>{currencies})"
        rf"|(?P<age>周?岁)|(?P<other>{others})(?![个家所张名项例])|(?P<classifier>{classifiers})"
    )
    return re.compile(
        rf"(?:(?P<change>{change})(?:了|至少)?)?(?P<pre>{before})?(?P<pre2>{before})?(?P<frac>百分之|千分之|万分之|十万分之)?"
        rf"(?P<num>{num})(?P<more>余|多(?![种样元发功]))?(?P<scale>[万亿](?!分))?(?P<more2>余|多(?![种样元发功]))?"
        rf"(?:(?P<unit1>{classifiers}|%|‰|元)?(?P<dash>—|-|至|到|~)(?:百分之|千分之)?(?P<num2>{num})(?P<scale2>[万亿])?)?"
        rf"(?: ?(?:{unit}))?(?P<more3>余|多(?![种样元发功]))?(?: ?(?P<post>{after}))?"
    )


@cache
def _comparators() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    words = lexicon()
    return inverted(words["comparators"]["before"]), inverted(words["comparators"]["after"]), inverted(words["change"])


_WORDS = re.compile(
    r"(?P<half>(?:超过?|近|约|逾)?(?:半数|一半|过半数?)(?:以上)?)|(?P<rough>约|近|超过?)?(?P<three>三分之[一二]|四分之三|五分之[一二三四]|四分之一)"
    r"|(?P<double>翻了?(?:近|约|超)?(?P<fold>[一两二三四])?番)|(?P<none>(?:尚|还|仍)?(?:无|没有|未有)一(?P<cl>家|个|所|例|名|张)|(?:没有|未)(?:发生|出现|发现|报告)过?一(?P<cl4>家|个|所|例|名|起)|一(?P<cl3>家|个|所|例|名|张)[^,。;]{0,4}(?:也|都)(?:没有?|未)|为零(?!售)|(?:为|降至|降到|达到|保持|仍为)零(?![售基])|零报告|零(?P<cl2>病例|死亡)|(?:无|没有|未出现|未发生)(?=(?:新发|新增|本土|本地|输入)+[^,;。]{0,4}(?:病例|疫情|感染))|无(?=[甲乙][^,;。]{0,3}类?传染病[^,;。]{0,4}(?:报告|发生|病例))|(?:尚|至今|目前|还)(?:无|没有|未设(?:立|置)?|未建(?:成|立)?)(?=[一二三]级(?:[甲乙]等)?(?:综合|中医|专科)?医院|三甲医院|[^,;。\d一][^,;。\d]{0,6}(?:中心|医院|卫生院|急救站)(?:$|[,;。])))"
)
_SIGNS = re.compile(r"[半番零无没未]|分之")  # one of them is in each of these words
_FRACTIONS = {
    "三分之一": 33.33,
    "三分之二": 66.67,
    "四分之三": 75.0,
    "四分之一": 25.0,
    "五分之一": 20.0,
    "五分之二": 40.0,
    "五分之三": 60.0,
    "五分之四": 80.0,
}
_FOLDS = {"一": 2.0, None: 2.0, "两": 4.0, "二": 4.0, "三": 8.0, "四": 16.0}
_DENOMINATORS = {"百分之": "percent", "千分之": "permille", "万分之": "per_10k", "十万分之": "per_100k"}


def quantities(text: str) -> list[Quantity]:
    """All amounts in a folded text, ordered by start. Values are absolute: 12万 is 120000, 75% is 75 percent."""
    found = [q for match in _pattern().finditer(text) if (q := _quantity(text, match))]
    found += _word_quantities(text)
    found.sort(key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if kept and (exact := _exact(text, kept[-1], quantity)) is not None:
            kept[-1] = exact
        elif not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


_OPENS = re.compile(r"\((?:准确(?:地)?说?是?|确切(?:地)?说?是?|实际为?|具体为?|即|为)?")


def _exact(text: str, rough: Quantity, exact: Quantity) -> Quantity | None:
    """近七成(68.9%): the exact number in brackets behind a rough one is the amount."""
    if rough.comparator == "eq" or rough.unit != exact.unit or exact.comparator != "eq":
        return None
    if not _OPENS.fullmatch(text, rough.end, exact.start) or text[exact.end : exact.end + 1] != ")":
        return None
    return replace(exact, start=rough.start, end=exact.end + 1)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if _is_name(text, match) or (value := number(match["num"])) is None:
        return None
    start, end = match.span()
    value = _scaled(value, match["scale"])
    value_max = None
    if match["num2"] and (high := number(match["num2"])) is not None:
        value_max = _scaled(high, match["scale2"])
        scale = match["scale2"] or (match["num2"][-1] if match["num2"][-1] in "万亿" else None)
        if scale and match["num"][-1] not in "万亿" and not match["scale"] and value < value_max / 1000:
            value = _scaled(value, scale)
        if _is_span_of_years(match, value, value_max) or value_max <= value:
            return None
    unit, classifier = _unit(match)
    if unit == "other" or (classifier == "个" and _shares_name(text, end)):
        return None
    if unit == "tenth":
        rest = match["tenth"][1:]
        half = 5 if rest == "半" else DIGITS.get(rest, 0)
        if value > 10:
            return None
        value, unit = value * 10 + half, "percent"
        value_max = value_max * 10 if value_max is not None else None
    if not classifier and unit is None and not _bare_is_amount(text, match):
        return None
    comparator = _comparator(text, match)
    if comparator is None:
        return None
    change: Change = "level"
    _, _, changes = _comparators()
    if match["change"] and (unit not in (None, "count") or match["change"] in ("增加", "减少", "增长", "少了", "多了")):
        change = changes[match["change"]]  # type: ignore[assignment]
    return Quantity(
        start,
        end,
        value,
        value_max,
        "range" if value_max is not None else comparator,
        unit,
        change,
        classifier,
        rule="quantity",
    )


def _scaled(value: float, scale: str | None) -> float:
    return round(value * {"万": 1e4, "亿": 1e8, None: 1}[scale], 6)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are part of a name, a date, a class or a document number."""
    start = match.start("frac") if match["frac"] else match.start("num")
    before, after = text[max(0, start - 3) : start], text[match.end("num") : match.end("num") + 3]
    if _NAMES_BEFORE.search(before) and not match["pre"]:
        return not (before.endswith(("“", '"', "/")) and match["percent"])
    num = match["num"]
    if num in _HOTLINES or _NAMED.match(text, match.start("num")):
        return True
    if _LISTS.search(before) and _ENUMERATED.search(text, max(0, start - 16), start):
        return True
    if len(num) > 6 and num.isdecimal() and not match["scale"] and not match["classifier"] and not match["money"]:
        return True  # a telephone
    if _NAMES_AFTER.match(after) and not (match["percent"] or match["lakh"] or match["tenk"]):
        return True
    if before.endswith("每") and _ROUND.fullmatch(match["num"]):
        return True
    if num[0] in HANZI and not match["frac"]:
        return _is_hanzi_name(text, match)
    return bool(len(num) == 4 and num.isdigit() and after[:1] in ("年", "版"))


_SLOGAN = re.compile(
    r"融合|模式|体系|转变|格局|关系|坚持|结合|相结合|层次|部分|方面|环节|维度|阶段|最(?!多|少)|规定|必须|不准|坚持|统一|带头|维护|意识|自信|全面|一(?!个)"
)
# classifiers that stand behind a Chinese numeral in names more often than in amounts: 三期, 五一线, 两个片区
_SAID_IN_NAMES = frozenset(
    "期 次 类 部 点 线 起 片 站 区 县 州 市 省 科 节 对 队 团 位 乡 镇 村 方 单 院 车 地 门 本 班 味 条 张次".split()
)
_INDEFINITE = re.compile(r"(?:每|各|唯一?|有|至少|建成|新建|建设|新增|设|设立|设置|[院站心所室])$")


def _is_hanzi_name(text: str, match: re.Match[str]) -> bool:
    """一批, 三级, 两癌, 十五五 are words; 两家, 三个县, 一家 after 各 are amounts."""
    num = match["num"]
    if match["tenth"] or match["times"] or match["percent"] or match["point"] or match["money"]:
        return match["tenth"] is not None and text.endswith(("完", "组"), 0, match.start("num"))
    if not match["classifier"] or match["classifier"] in _SAID_IN_NAMES:
        big = (
            (number(num) or 0) >= 2
            and match["classifier"] in ("县", "市", "区", "州")
            and not text.endswith("第", 0, match.start())
        )
        return not (big and num in ("两", "六", "七", "八", "九", "十") and text[match.end() : match.end() + 1] != "两")
    if num == "一":
        left = text[max(0, match.start("num") - 4) : match.start("num")]
        return not (
            match["classifier"] in ("家", "所", "张", "名", "例", "台", "座", "个")
            and _INDEFINITE.search(left)
            and match["classifier"] + left[-1:] != "个有"
        )
    return text.endswith("第", 0, match.start("num")) or bool(_SLOGAN.match(text, match.end()))


def _is_span_of_years(match: re.Match[str], low: float, high: float) -> bool:
    """2021—2025年, 0—6岁, 9—17时: spans of time, no amounts."""
    if match["age"] or match["other"]:
        return True
    return 1900 <= low <= 2100 and 1900 <= high <= 2100 and not match["classifier"]


def _shares_name(text: str, end: int) -> bool:
    """3个95% is three targets of 95, not a count of three."""
    return bool(re.match(r"\d+(?:\.\d+)?%", text[end : end + 6]))


def _unit(match: re.Match[str]) -> tuple[str | None, str | None]:
    for name, unit in (
        ("percent", "percent"), ("point", "percentage_point"), ("permille", "permille"), ("lakh", "per_100k"),
        ("tenk", "per_10k"), ("times", "times"), ("age", "years"), ("other", "other"), ("tenth", "tenth"),
    ):  # fmt: skip
        if match[name]:
            return unit, match[name]
    if match["money"]:
        return lexicon()["currencies"][match["money"]], match["money"]
    if match["classifier"]:
        return "count", match["classifier"]
    if match["frac"]:
        return _DENOMINATORS[match["frac"]], None
    if match["unit1"]:
        return {"%": "percent", "‰": "permille", "元": "CNY"}.get(match["unit1"], "count"), match["unit1"]
    return None, None


_LINK_BEFORE = re.compile(r"(?:达到|达|为|至|到|至于|从|由|是|超|超过|突破|约|近|在|于|≤|≥|>|<|\||和|、|减少|增加)$")
_AFTER_BARE = re.compile(
    r"$|[,;。、:!?)|(]|以上|以下|以内|左右|(?:降|升|增|提|上升|下降|减)(?:低|高|加|升|少)?(?:至|到)|和|及"
)


_SERVED = re.compile(r"(?:惠及|覆盖|服务|受益)(?:了|到)?(?:城乡|农村|全国|全省)*$")
_INSURED = re.compile(r"(?:城乡|城镇|农村)+(?:居民|职工|人口)(?:参保|参加)")
_PEOPLE = re.compile(
    r"(?:余|多)?(?:农村|城镇|城乡|参保|贫困)*(?:居民|群众|人口|农民|职工|城镇职工|参保人|患者|老人|老年人|儿童|妇女|家庭)"
)


def _bare_is_amount(text: str, match: re.Match[str]) -> bool:
    """A number without unit counts where a link leads to it and nothing follows it: 降至0, 总数达45."""
    if match["frac"]:
        return True
    if match["num"][0] in HANZI:
        return False
    start = match.start("pre") if match["pre"] else match.start("num")
    lead = match["pre"] or match["change"] or _LINK_BEFORE.search(text[max(0, start - 3) : start])
    scaled = match["scale"] or re.search(r"[万亿]$", match["num"])
    if scaled and (
        _INSURED.match(text, match.end())
        or (_SERVED.search(text[max(0, start - 8) : start]) and _PEOPLE.match(text, match.end()))
    ):
        return True
    return bool((lead or scaled) and _AFTER_BARE.match(text, match.end()))


def _comparator(text: str, match: re.Match[str]) -> Comparator | None:
    before, after, _ = _comparators()
    if match["age"] and match["post"] and _THRESHOLD_NOUN.match(text, match.start("post")):
        return None
    chosen: str = "eq"
    if match["pre"]:
        chosen = before[match["pre"]]
        if match["pre2"] and chosen == "le":
            chosen = before[match["pre2"]]
    elif match["more"] or match["more2"] or match["more3"]:
        chosen = "gt"
    if match["post"]:
        chosen = after[match["post"]] if chosen in ("eq", "gt") else chosen
    return chosen  # type: ignore[return-value]


_VOTES = re.compile(r"(?:委员|代表|专家|成员)的?$")


def _word_quantities(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    if not _SIGNS.search(text):
        return found
    for match in _WORDS.finditer(text):
        start, end = match.span()
        if match["half"]:
            word = match["half"]
            comparator: Comparator = (
                "ge" if "以上" in word else "gt" if word[0] in "超过逾" else "approx" if word[0] in "近约" else "eq"
            )
            change = next((c for word, c in _comparators()[2].items() if text.endswith(word, 0, start)), "level")
            found.append(
                Quantity(start, end, 50.0, None, comparator, "percent", change, classifier="半", rule="half")  # type: ignore[arg-type]
            )
        elif match["three"] and _VOTES.search(text, max(0, start - 8), start):
            continue  # 经到会委员的三分之二: a majority
        elif match["three"]:
            rough: Comparator = {"约": "approx", "近": "approx", "超": "gt", None: "eq"}[
                (match["rough"] or "")[:1] or None
            ]  # type: ignore[assignment]
            found.append(Quantity(start, end, _FRACTIONS[match["three"]], None, rough, "percent", rule="fraction"))
        elif match["double"]:
            found.append(Quantity(start, end, _FOLDS[match["fold"]], None, "eq", "times", rule="doubling"))
        else:
            counted = match["cl"] or match["cl3"] or match["cl4"]
            found.append(
                Quantity(
                    start,
                    end,
                    0.0,
                    None,
                    "eq",
                    "count" if counted else None,
                    classifier=counted,
                    rule="zero",
                )
            )
    return found
