"""Readings with a number: each amount with its noun, tier, places, date and status."""

from __future__ import annotations

import re
from dataclasses import replace

from languages.mention import DateMention, Quantity
from languages.reading import Reading
from languages.zh import places as zh_places
from languages.zh.amounts import Amount, Group, groups
from languages.zh.clauses import Clause
from languages.zh.measures import Named, is_foreign, is_health, level_of, mentions_health, named, only_level
from languages.zh.phrases import Phrase, after, before, parts
from languages.zh.sentence import Head, Sentence, State, within
from ontology.vocabulary import vocabulary

_GENERIC = re.compile(
    r"(?:总数|总量|数量|总规模|规模|总计|总的|数|全省总数|总|个数|家数|新|新增|合计|总人数|人数|累计|总床位数?)?"
)
_EACH = re.compile(
    r"各(?:自|有|新增|新建|建设|建|择优推荐|推荐|安排|配备)?(?:不少于|至少|约|近)?$|每个?(?:县|市|区|州|旗|盟|乡镇|镇|街道|村|省)(?:\([^)]*\))?(?:[^,;。]{0,8})$|每个?试点(?:县|市|区)"
)
_PART = re.compile(r"其中|包括|含(?!量|义)")
_PER_THOUSAND = re.compile(
    r"每(?:1000|千)名?(?:常住|户籍|服务)?(?:人口|人|居民)?|千人(?:口)?(?=[^,;。]{0,8}(?:床位|医师|医生|护士|托位))"
)
_PER_TEN_THOUSAND = re.compile(r"每(?:1|10000)?万名?(?:常住|户籍)?(?:人口|人|居民|名)?")
_PER_LAKH = re.compile(r"每(?:10|十)万(?:人口|人|名)?")
_SERVED = re.compile(r"(?:为|对|给|向|让|组织|免费为|帮助|惠及)(?:约|近|超|超过)?$")
_DURATION = re.compile(r"连续|第$|提前|历时|缩短")
_SCOPE_UNITS = frozenset("县市区州省盟旗村乡镇")


def numeric(sentence: Sentence, clause: Clause, state: State) -> list[Reading]:
    """The readings of a clause's amounts; `state` learns what later clauses inherit."""
    readings: list[Reading] = []
    pending: list[int] = []  # readings whose head comes later: 2个国家级和11个省级区域医疗中心
    shared: str | None = None  # 每千人口 said once holds for what is listed after it
    found = groups(sentence, clause)
    for i, group in enumerate(found):
        if _is_unrecorded(sentence, found, i, state):
            head = _head(sentence, group, state)[0]
            state.measure = head if head and head.label else state.measure
            continue
        for reading, head in _group(sentence, clause, group, state):
            if (
                head
                and shared
                and not head.denominator
                and head.kind in ("staff", "indicator", "equipment", None)
                and reading.unit == "count"
            ):
                head = _per_head(head, shared)
            shared = head.denominator if head else shared
            if head is None:
                pending.append(len(readings))
                readings.append(reading)
                continue
            readings.append(_with_head(reading, head))
            if pending and head.label:
                for i in pending:
                    readings[i] = _with_head(readings[i], head, keep_level=True)
                pending.clear()
            state.measure, state.counted = head, True
    if _are_partners(sentence, clause):
        readings = [replace(r, level=None, label=r.label.removesuffix("分别")) for r in readings]
    kept = [r for i, r in enumerate(readings) if r.label or i in pending or r.measure or state.measure is None]
    return [r for r in kept if r.measure or not _EMPTY.fullmatch(r.label)]


_LEVEL_FOLLOWS = re.compile(r"[、,]?(?:达到|达|升至|增至|提高到|降至|为|至|总数达到?)(?:了|约)?")


_PARTNERS = re.compile(r"分别(?:与|同|和|由|向|对)")


def _are_partners(sentence: Sentence, clause: Clause) -> bool:
    """三家医院分别与18家卫生院: "separately with" maps no number to a member."""
    return bool(_PARTNERS.search(sentence.text, clause.start, clause.end))


def _is_unrecorded(sentence: Sentence, found: list[Group], i: int, state: State) -> bool:
    """An increase beside the level reached: 提高1.1岁、达到78.9岁; 9341个,增长17%."""
    group = found[i]
    if all(a.quantity.change == "level" for a in group.amounts):
        return False
    if i + 1 < len(found) and _LEVEL_FOLLOWS.fullmatch(
        sentence.text[group.amounts[-1].quantity.end : found[i + 1].amounts[0].quantity.start]
    ):
        return True
    left = before(sentence, *group.left).text(sentence)
    return (
        state.measure is not None
        and state.counted
        and (_GENERIC.fullmatch(left) is not None or left in ("同比", "上年", "上年同期"))
    )


_PER_WORDS = {
    "per_1000": ("每千人口", "每千常住人口"),
    "per_10k": ("每万人口", "每万常住人口"),
    "per_100k": ("每10万人口",),
}


def _per_head(head: Head, denominator: str) -> Head:
    for word in _PER_WORDS[denominator]:
        for tail in ("数", ""):
            term = vocabulary().term_by_label(word + head.label + tail, "zh")
            if term:
                return replace(head, id=term.id, kind=term.kind, denominator=denominator)
    return replace(head, denominator=denominator)


_EMPTY = re.compile(
    r"(?:指标|方面|问题|环节|措施|举措|任务|类|种|领域|部门|单位|地方|机制|重点|人|的|”|“|大类|主要指标|目标任务|重点任务|事项|层面|维度|步骤|要点)+[^一-龥]*"
)


def _with_head(reading: Reading, head: Head, *, keep_level: bool = False) -> Reading:
    level = reading.level if keep_level or reading.level else head.level
    if keep_level and level != head.level:
        head = _of_tier(head, level)
    unit = _unit(reading, head)
    return replace(
        reading,
        measure=head.id,
        label=head.label,
        level=level,
        specialty=reading.specialty or head.specialty,
        unit=unit,
    )  # type: ignore[arg-type]


_TIER_WORDS = {
    "national": ("国家", "国家级", "全国"),
    "provincial": ("省级", "省"),
    "municipal": ("市级", "市"),
    "county": ("县级", "县域", "县"),
}


def _of_tier(head: Head, level: str | None) -> Head:
    """The same thing of another tier, where that is a term of its own: 国家(级) of 2个国家级和11个省级区域医疗中心."""
    term = vocabulary().terms.get(head.id or "")
    base = re.sub(r"^(?:国家级?|省级?|市级?|县级?|县域|自治区级)", "", term.zh if term else head.label)
    for word in _TIER_WORDS.get(level or "", ()):
        other = vocabulary().term_by_label(word + base, "zh")
        if other:
            return replace(head, id=other.id, kind=other.kind, label=word + base)
    return head


def _unit(reading: Reading, head: Head) -> str | None:
    term = vocabulary().terms.get(head.id or "")
    default = term.unit if term else None
    if head.denominator and reading.unit in (None, "count"):
        return head.denominator
    if reading.unit is None:
        return default or "count"
    if (
        reading.unit == "count"
        and default in ("per_1000", "per_10k")
        and reading.value is not None
        and reading.value < 200
    ):
        return default
    return reading.unit


Headed = tuple[Reading, Head | None]


def _group(sentence: Sentence, clause: Clause, group: Group, state: State) -> list[Headed]:
    if len(group.amounts) > 1:
        vector = _vector(sentence, clause, group, state)
        if vector:
            return vector
    listed = _each_of(sentence, group)
    if listed:
        return [
            (r, h) for h in listed if (r := _reading(sentence, clause, group.amounts[0], group, state, *group.left))
        ]
    shared = _rates(sentence, group)
    if shared:
        return [(r, h) for h in shared if (r := _reading(sentence, clause, group.amounts[0], group, state, *group.left))]
    head, start, end, level = _head(sentence, group, state)
    out: list[Headed] = []
    for amount in group.amounts:
        reading = _reading(sentence, clause, amount, group, state, start, end)
        if reading is None:
            continue
        out.append((replace(reading, level=level) if level else reading, head))
    return out


def _each_of(sentence: Sentence, group: Group) -> list[Head]:
    """配备彩超、DR各1台: one reading for each of the things listed."""
    start, end = group.left
    if len(group.amounts) != 1 or not sentence.text[start:end].endswith("各"):
        return []
    lead = before(sentence, start, end)
    if within(sentence.places, lead.start, lead.end) or within(sentence.remainders, start, end):
        return []
    members = parts(sentence, lead.start, lead.end)
    if len(members) < 2:
        return []
    return [_plain(named(sentence.text, a, b, sentence.labels)) for a, b in members]


def _rates(sentence: Sentence, group: Group) -> list[Head]:
    """A rate given for two indicators at once is one record each: 访视率、管理率达到90%以上."""
    if len(group.amounts) != 1 or group.amounts[0].quantity.unit not in ("percent", "permille", "per_100k"):
        return []
    if after(sentence, *group.right)[0].text(sentence):
        return []
    lead = before(sentence, *group.left)
    members = parts(sentence, lead.start, lead.end)
    read = [named(sentence.text, a, b, sentence.labels) for a, b in members]
    if len(read) < 2 or not all(r.label.endswith("率") or r.kind == "indicator" for r in read):
        return []
    return [_plain(r) for r in read]


def _head(sentence: Sentence, group: Group, state: State) -> tuple[Head | None, int, int, str | None]:
    """The noun of a group, the span of the fact, and a tier that stands alone for an elided head."""
    text, first = sentence.text, group.amounts[0].quantity
    noun, predicate = after(sentence, *group.right)
    lead = before(sentence, *group.left)
    covered = _covered(sentence, group, lead)
    if covered:
        return covered, _item_start(sentence, group, lead), noun.end, None
    word, left = noun.text(sentence), lead.text(sentence)
    start, end = _item_start(sentence, group, lead), group.amounts[-1].quantity.end
    linked = bool(left) and re.search(
        r"(?:达到?|为|至|到|率|数|占比|比例|比重|水平|寿命)(?:约|近|超过?)?$", text[group.left[0] : first.start]
    )
    if word and not (linked and not _is_counted(first)):
        tier = only_level(word) if len(word) > 1 else None
        if tier:
            return None, start, noun.end, tier
        return _after_head(sentence, group, noun, predicate, lead), start, max(noun.end, predicate.end), None
    tier = only_level(left) if left else None
    if tier and state.measure:
        return replace(state.measure, level=None), start, end, tier
    if _is_scope_of_previous(first, left, sentence, lead, state):
        return state.measure, start, end, None
    if _GENERIC.fullmatch(left):
        if (
            state.measure
            and not lead.verb
            or (state.measure and left)
            or (state.measure and _is_distribution(sentence, group))
        ):
            return state.measure, start, end, None
        if lead.verb:
            return Head(_action(lead.verb + left, first)), start, end, None
        return state.measure, start, end, None
    return _before_head(sentence, lead, first), start, end, None


_SAVINGS = re.compile(r"节约|节省|减免|减轻|减少|降低|让利|减负")


def _action(verb: str, quantity: Quantity) -> str:
    """What a verb alone measures: 节约5000万元 → 节约费用, 投入3亿元 → 投入资金."""
    if not quantity.unit or len(quantity.unit) != 3 or _MONEY_NOUN.search(verb):
        return verb
    return verb + ("费用" if _SAVINGS.search(verb) else "资金")


_MONEY_NOUN = re.compile(r"资金|经费|费用|费$|款|补助|补贴|投资|额$|基金|贷款|债券|收入|支出|价")


def _is_counted(quantity: Quantity) -> bool:
    return quantity.unit == "count" and quantity.classifier not in ("人次", "万人次", "人", "例")


_COVERS = re.compile(r"(?:覆盖|惠及)(?:了|到)?(?:约|近|超过?|至少|不少于|不低于)?$")


def _covered(sentence: Sentence, group: Group, lead: Phrase) -> Head | None:
    """一站式结算覆盖九成以上公立医院: what covers is the measure, not what is covered."""
    match = _COVERS.search(sentence.text, group.left[0], group.amounts[0].quantity.start)
    if not match or group.amounts[0].quantity.unit != "percent":
        return None
    subject = before(sentence, group.left[0], match.start())
    return _before_head(sentence, subject, group.amounts[0].quantity) if subject.text(sentence) else None


_RATE = re.compile(r"率|比例|比重|占比|水平|覆盖|费用|数$")


def _is_scope_of_previous(quantity: Quantity, left: str, sentence: Sentence, lead: Phrase, state: State) -> bool:
    """牧区县不低于65% after a rate: another group, the same rate."""
    if quantity.unit != "percent" or not left or lead.verb or not state.measure or state.measure.kind != "indicator":
        return False
    return (
        not _RATE.search(left)
        and named(sentence.text, lead.start, lead.end, sentence.labels).id is None
        and len(left) <= 8
    )


def _is_distribution(sentence: Sentence, group: Group) -> bool:
    a, b = group.left
    return bool(within(sentence.places, a, b) or within(sentence.remainders, a, b) or _PART.search(sentence.text, a, b))


def _item_start(sentence: Sentence, group: Group, lead: Phrase) -> int:
    """Where the evidence of a fact begins: its clause or the delimiter before it."""
    start, text = group.left[0], sentence.text
    while start < group.left[1] and text[start] in '、,和及与;:。 “”"':
        start += 1
    return min(start, group.amounts[0].quantity.start)


def _after_head(sentence: Sentence, group: Group, noun: Phrase, predicate: Phrase, lead: Phrase) -> Head:
    read = named(sentence.text, noun.start, noun.end, sentence.labels)
    word = noun.text(sentence)
    quantity = group.amounts[0].quantity
    wide = sentence.text[noun.start : min(predicate.end, noun.start + 30)] if predicate.text(sentence) else word
    served = _SERVED.search(sentence.text, group.left[0], group.left[1]) is not None
    if predicate.text(sentence) and (quantity.unit == "percent" or served or _has_scope_head(read, word)):
        target = named(sentence.text, predicate.start, predicate.end, sentence.labels)
        if target.id and (quantity.unit == "percent" or served or read.id is None or read.kind == "facility"):
            return _of(
                replace(target, label=wide.rstrip("、,")), sentence, group, level=target.level if served else read.level
            )
        return _of(replace(read, label=wide.rstrip("、,")), sentence, group)
    if lead.verb and len(word) <= 2 and read.id is None:
        read = replace(read, label=lead.verb + word)
    return _of(read, sentence, group)


def _has_scope_head(read: Named, word: str) -> bool:
    return bool(re.search(r"(?:医院|机构|卫生院|卫生室|县|市|区|中心|村|站)(?:\([^)]*\))?$", word))


def _before_head(sentence: Sentence, lead: Phrase, quantity: Quantity) -> Head:
    read = named(sentence.text, lead.start, lead.end, sentence.labels)
    label = lead.verb + read.label if len(read.label) <= 2 and read.id is None else read.label
    if read.id is None:
        label = _action(label, quantity)
    denominator = _denominator(sentence.text[max(0, lead.start - 12) : lead.end])
    return Head(label, read.id, read.kind, read.level, read.specialty, denominator)


def _of(read: Named, sentence: Sentence, group: Group, *, level: str | None = None) -> Head:
    denominator = _denominator(sentence.text[group.left[0] : group.right[1]])
    return Head(read.label, read.id, read.kind, level or read.level, read.specialty, denominator)


def _denominator(text: str) -> str | None:
    if _PER_LAKH.search(text):
        return "per_100k"
    if _PER_THOUSAND.search(text):
        return "per_1000"
    return "per_10k" if _PER_TEN_THOUSAND.search(text) else None


def _vector(sentence: Sentence, clause: Clause, group: Group, state: State) -> list[Headed]:
    """Numbers mapped by position to as many tiers, places, years or nouns listed before them."""
    count = len(group.amounts)
    years = [d for d in within(sentence.dates, *group.left)]
    lead = before(sentence, *group.left)
    members = parts(sentence, lead.start, lead.end)[-count:]
    out: list[Headed] = []
    if len(years) == count and len(members) != count:
        head, start, end, _ = _head(sentence, group, state)
        for amount, date in zip(group.amounts, years, strict=True):
            reading = _reading(sentence, clause, amount, group, state, start, end)
            if reading and head:
                out.append((replace(reading, period=date.period), head))
        return out
    if len(members) != count:
        return _places_vector(sentence, clause, group, state)
    words = [sentence.text[a:b] for a, b in members]
    tiers = [only_level(w) for w in words[:-1]]
    start, end = _item_start(sentence, group, lead), group.amounts[-1].quantity.end
    last = named(sentence.text, *members[-1], sentence.labels)
    shared = _denominator(sentence.text[max(0, lead.start - 10) : lead.end])
    for i, amount in enumerate(group.amounts):
        reading = _reading(sentence, clause, amount, group, state, start, end)
        if reading is None:
            continue
        if all(tiers):
            tier = tiers[i] if i < count - 1 else level_of(words[-1])
            out.append((replace(reading, level=tier), replace(_plain(last), denominator=shared)))
            continue
        read = named(sentence.text, *members[i], sentence.labels)
        if read.id is None and i < count - 1:
            read = _with_tail(sentence, members[i], last) or read
        out.append((reading, replace(_plain(read), denominator=shared)))
    return out


def _plain(read: Named) -> Head:
    return Head(read.label, read.id, read.kind, read.level, read.specialty)


_TAILS = re.compile(
    r"(?:死亡率|患病率|发病率|覆盖率|管理率|筛查率|报销比例|床位|签约率|诊疗量|占比|人次|人数|总数|率|数)$"
)


def _with_tail(sentence: Sentence, member: tuple[int, int], last: Named) -> Named | None:
    """The head that the members share: 婴儿和5岁以下儿童死亡率 is two rates."""
    match = _TAILS.search(last.label)
    word = sentence.text[slice(*member)]
    if not match or word.endswith(match[0]):
        return None
    term = vocabulary().term_by_label(word + match[0], "zh")
    return Named(word + match[0], term.id if term else None, term.kind if term else None)


def _places_vector(sentence: Sentence, clause: Clause, group: Group, state: State) -> list[Headed]:
    """甲市、乙市分别3家、5家."""
    listed = [p for p in within(sentence.places, *group.left) if p.kind in ("division", "organization")]
    if len(listed) != len(group.amounts):
        return []
    head, start, end, level = _head(sentence, group, state)
    out: list[Headed] = []
    for amount, place in zip(group.amounts, listed, strict=True):
        reading = _reading(sentence, clause, amount, group, state, start, end)
        if reading:
            out.append((replace(reading, places=place.codes, level=level, each=False), head))
    return out


def _reading(
    sentence: Sentence, clause: Clause, amount: Amount, group: Group, state: State, start: int, end: int
) -> Reading | None:
    quantity, text = amount.quantity, sentence.text
    lead = text[group.left[0] : (group.amounts[0].quantity.start)]
    if _DURATION.search(lead[-4:]) and quantity.unit == "years":
        return None
    if quantity.unit == "years" and "寿命" not in text[max(0, clause.start - 40) : clause.end]:
        return None
    rest = within(sentence.remainders, *group.left)
    every = zh_places.every(lead)
    each = bool(_EACH.search(lead)) or bool(every)
    part = bool(_PART.search(lead)) or (state.part and (each or _names_place(sentence, group)))
    state.part = part or (state.part and clause.start != 0)
    places = _places(sentence, group, state, rest[0].noun if rest else None, every[0].noun if every else None)
    date = _date(sentence, clause, amount, state)
    s, e = sentence.span(start, max(end, quantity.end))
    return Reading(
        start=s, end=e, rule="zh.numeric", value=quantity.value, value_max=quantity.value_max, comparator=quantity.comparator,
        unit=quantity.unit, change=quantity.change, baseline_value=amount.baseline, baseline_year=amount.baseline_year,
        each=each or bool(rest), scope="rest" if rest else None, part="part" if part else None, places=places,
        organizations=tuple(o.name for o in within(sentence.organizations, clause.start, clause.end)),
        period=date,
    )  # fmt: skip


def _names_place(sentence: Sentence, group: Group) -> bool:
    return bool(within(sentence.places, *group.left) or within(sentence.remainders, *group.left))


def _places(
    sentence: Sentence, group: Group, state: State, rest: str | None, every: str | None
) -> tuple[str, ...] | None:
    context = sentence.context.place
    if rest:
        codes = zh_places.members(rest, _scope(state, context), state.distributed)
        return codes or None
    if every:
        codes = zh_places.members(every, context, ())
        return codes or None
    named = within(sentence.places, group.left[0], group.right[1])
    codes = tuple(sorted({c for p in named if p.kind != "anaphor" for c in p.codes}))
    if not codes and named:
        codes = named[-1].codes
    codes = zh_places.narrowest(codes)
    if codes and all(p.kind != "anaphor" for p in named):
        state.distributed.extend(codes)
    return codes or state.places


def _scope(state: State, context: str | None) -> str | None:
    return context


def _date(sentence: Sentence, clause: Clause, amount: Amount, state: State) -> str | None:
    """The date in force: the nearest before the number in its clause, after it, or set by a clause before."""
    base = amount.baseline_year
    found = [d for d in within(sentence.dates, clause.start, clause.end) if not is_base(sentence, d, base)]
    ahead = [d for d in found if d.end <= amount.quantity.start]
    chosen: DateMention | None = ahead[-1] if ahead else next(iter(found), None)
    return chosen.period if chosen else state.period


def is_base(sentence: Sentence, date: DateMention, base: str | None) -> bool:
    """Whether a date is what another is compared with: 较2020年, 是2020年的2.3倍."""
    around = sentence.text[max(0, date.start - 2) : date.start]
    if around.endswith(("比", "较", "从", "由", "自")) or re.match(
        r"的[\d.]+倍|以来", sentence.text[date.end : date.end + 8]
    ):
        return True
    return base is not None and date.period[:4] == base


_OTHER_SECTOR = re.compile(r"养老保险|失业保险|工伤保险|低保|义务教育|农产品|动物|车辆|企业职工")


def is_about_health(sentence: Sentence, clause: Clause, reading: Reading) -> bool:
    """Whether a reading belongs here: its measure is a term, or its words are not of roads, schools and harvests
    and the document, or at least the clause, is about health."""
    if reading.measure:
        return not (reading.value is not None and _OTHER_SECTOR.search(reading.label))
    if is_foreign(reading.label):
        return False
    return (
        sentence.context.health
        or is_health(reading.label)
        or (mentions_health(sentence.text[clause.start : clause.end]) and not reading.rule.endswith("open"))
    )
