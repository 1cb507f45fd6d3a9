"""The noun that a number is about: before it, after it, inherited, or shared by several numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from languages.mention import Quantity
from languages.recognize import labels
from languages.spans import Spans
from languages.zh.amounts import Group
from languages.zh.extents import extent_of
from languages.zh.measures import Named, is_health, named, only_level
from languages.zh.phrases import DURATION_ONLY, Phrase, after, before, parts, verbs
from languages.zh.sentence import Head, Sentence, State, within
from ontology.codes import Level
from ontology.vocabulary import vocabulary

GENERIC = re.compile(
    r"(?:总数|总量|总额|年度总额|数量|总规模|规模|总计|总的|数|全省总数|总|个数|家数|新|新增|合计|总人数|人数|累计|总床位数?|剩下的?|剩余的?|余下的?|另外|另|还有)?"
)


PART = re.compile(r"其中|包括|含(?!量|义)")


_PER_THOUSAND = re.compile(
    r"每(?:1000|千)名?(?:常住|户籍|服务)?(?:人口|人|居民)?|千人(?:口)?(?=[^,;。]{0,8}(?:床位|医师|医生|护士|托位))"
)


_PER_TEN_THOUSAND = re.compile(r"每(?:1|10000)?万名?(?:常住|户籍)?(?:人口|人|居民|名)?")


_PER_LAKH = re.compile(r"每(?:10|十)万(?:人口|人|名)?")


_SERVED = re.compile(r"(?:为|对|给|向|让|组织|免费为|帮助|惠及)(?:约|近|超|超过)?$")


_ASIDE = re.compile(r"目前|尚|影响|此前|最迟|月底|截至|仅$|已$")  # an aside between a noun and its second number
_LIST_NOUN = re.compile(r"名单|名额|指标任务|席位|牌照|资格")
_JOINED = re.compile(r"(?:\([^()]{1,8}\))?(?:项目|建设)?(?:以及|及|和)")
_REGION = re.compile(r"(?:[东中西][部北南]?|粤[东西北]|沿海|内陆|革命老|山|边远|脱贫)地?区")
_CLASS = re.compile(
    r"(?:民族|革命|贫困|脱贫|边远|山区|农村|城市|牧区|库区|主城)[一-龥]{0,4}|(?:[一二三]级|基层)(?:医院|医疗机构|定点医疗机构)?(?:及以[上下])?"
)
_CONTINUING = frozenset(
    "启动 完成 建成 新建 投用 开工 竣工 招录 招聘 培训 覆盖 新增 建设 实现 独 独占 占 投放 安放 交付 配备 分配".split()
)
_SAVINGS = re.compile(r"节约|节省|减免|减轻|减少|降低|让利|减负")


_MONEY_NOUN = re.compile(r"资金|经费|费用|费$|款|补助|补贴|投资|额$|基金|贷款|债券|收入|支出|价|缺口")


_COVERS = re.compile(r"(?:覆盖|惠及)(?:了|到)?(?:全部|所有|全省|全市|全县)?(?:约|近|超过?|至少|不少于|不低于)?$")


_LINKED = re.compile(r"(?:达到?|为|至|到|率|数|占比|比例|比重|水平|寿命)(?:约|近|超过?)?$")
_RATE = re.compile(r"率|比例|比重|占比|水平|覆盖|费用|数$")


def head_of(sentence: Sentence, group: Group, state: State) -> tuple[Head | None, int, int, Level | None]:
    """The noun of a group, the span of the fact, and a tier that stands alone for an elided head."""
    text, first = sentence.text, group.amounts[0].quantity
    noun, predicate = after(sentence, *group.right)
    lead = before(sentence, *group.left)
    covered = _covered(sentence, group, lead)
    if covered:
        return covered, item_start(sentence, group, lead), noun.end, None
    reaching = extent_of(sentence, group, noun, predicate, state)
    if reaching:
        return reaching[0], item_start(sentence, group, lead), reaching[1], None
    word, left = noun.text(sentence), lead.text(sentence)
    if sent := _SENT.search(word):
        noun, word = replace(noun, end=noun.end - len(sent[0])), word[: sent.start()]
    word = "" if word in verbs() or (left and _LIST_NOUN.match(word)) else word
    if state.measure and 1 < len(word) <= 3 and state.measure.label.endswith(word):
        start, end = item_start(sentence, group, Phrase(lead.end, lead.end)), noun.end
        return state.measure, start, end, None  # 2个中心 of the centers counted before
    if not word and state.measure and _only_done(sentence, group, state):
        start, end = item_start(sentence, group, Phrase(lead.end, lead.end)), group.amounts[-1].quantity.end
        return state.measure, start, end, None
    if left in verbs() or DURATION_ONLY.fullmatch(left):
        lead = Phrase(lead.end, lead.end, left if left in verbs() else lead.verb)
        left = ""
    if given := _given(sentence, group):
        return given[0], item_start(sentence, group, lead), given[1], None
    if not word and (called := _called(sentence, group)):
        return called, item_start(sentence, group, lead), group.right[1], None
    start, end = item_start(sentence, group, lead), group.amounts[-1].quantity.end
    if first.rule == "zero" and left and (case := first.classifier or word) in ("病例", "死亡", "感染"):
        return Head(_KEPT.sub("", left) + case), start, max(end, noun.end), None
    if first.unit == "percent" and not word and (whole := _SHARED.fullmatch(left)):
        read = named(text, lead.start, lead.start + len(whole[1]), sentence.labels)
        return replace(plain(read), label=whole[1] + "占比"), start, end, None
    linked = bool(left) and _LINKED.search(text, group.left[0], first.start)
    if word and not (linked and not _is_counted(first)):
        tier = only_level(word) if len(word) > 1 else None
        if tier:
            return None, start, noun.end, tier
        start = item_start(sentence, group, Phrase(group.left[1], group.left[1]))
        return _after_head(sentence, group, noun, predicate, lead), start, max(noun.end, predicate.end), None
    if not word and not left and first.unit == "percent" and (realized := _realized(sentence, predicate)):
        return realized, start, predicate.end, None
    reached = _reached(sentence, predicate) if not word and left and first.unit == "count" else None
    if reached and named(text, lead.start, lead.end, sentence.labels).id is None:
        return reached, start, predicate.end, None
    cut = _CUT.search(text, group.left[0], first.end) if first.change != "level" else None
    if state.measure and cut and not is_health(text[group.left[0] : cut.start()]):
        return Head(state.measure.label + cut[0]), start, end, None
    if state.measure and (
        _REGION.fullmatch(left)
        or ((first.unit != "count" or state.counted) and _CLASS.fullmatch(left))
        or (left.startswith("占") and first.unit == "percent")
    ):
        return state.measure, start, end, None
    if (
        state.measure
        and len(left) > 5
        and _ASIDE.search(left)
        and named(text, lead.start, lead.end, sentence.labels).id is None
    ):
        return state.measure, start, end, None
    tier = only_level(left) if left else None
    if tier and state.measure:
        return replace(state.measure, level=None), start, end, tier
    if _is_scope_of_previous(first, left, sentence, lead, state):
        return state.measure, start, end, None
    if not left and first.classifier in ("人", "名") and _SENT.search(text[max(0, first.start - 2) : first.start]):
        return Head("选派人员"), start, end, None
    if GENERIC.fullmatch(left):
        if (
            (state.measure and not lead.verb)
            or (state.measure and left)
            or (state.measure and _is_distribution(sentence, group))
        ):
            return state.measure, start, end, None
        if state.measure and state.counted and lead.verb in _CONTINUING and first.unit == "count":
            return state.measure, start, end, None
        if lead.verb:
            return Head(_action(lead.verb + left, first)), start, end, None
        return state.measure, start, end, None
    return _before_head(sentence, lead, first), start, end, None


_DONE = re.compile(
    r"[^,;。:、]{0,10}?(?:(?:先|再|实|已|新|拟|计划|年)?建(?:成|好)?|完成|验收|到位|交付|投用|启用|办结|安装|投放|抵达|落实|开放)(?:了)?(?:约|近|超过?)?"
)


def _only_done(sentence: Sentence, group: Group, state: State) -> bool:
    """今年先建成25家, 截至昨天已经验收了17家: what was done, of what was counted before; no noun of its own."""
    quantity, (first, last) = group.amounts[0].quantity, group.left
    previous = sentence.context.previous
    counts = state.counted or (
        previous is not None and previous.unit == "count" and not previous.label.startswith("每")
    )
    if not counts or quantity.unit not in ("count", None) or not _DONE.fullmatch(sentence.text, first, last):
        return False
    return not within(sentence.terms, first, last) and not is_health(sentence.text[first:last])


_KEPT = re.compile(r"(?:继续|持续|连续|保持|实现|报告)+$")
_SHARED = re.compile(r"(.{2,}?)(?:约)?占(?:全[省市国县区州][^,;。]{0,6}|总数|总量|其中)的?")  # 床位占全省的35.8%
_SENT = re.compile(r"(?:派出|选派|派驻|下派|派遣)$")  # 向50个县派出308人
_CUT = re.compile(r"(?:平均)?(?:降幅|降价|涨幅|增幅)")
_REACHES = re.compile(r"(?:均|都|已|全部)*(?:达到|通过|完成|获评|入选|晋升为?|建成|成为|创成)(?:了)?")


def _reached(sentence: Sentence, predicate: Phrase) -> Head | None:
    """马山口、湍东、赤眉3家达到“优质服务基层行”推荐标准: what they reached is the measure."""
    match = _REACHES.match(sentence.text, predicate.start, predicate.end)
    if not match:
        return None
    read = named(sentence.text, match.end(), predicate.end, sentence.labels)
    return plain(read) if read.id else None


_REALIZES = re.compile(r"(?:均|都|已|全部)*(?:实现|开展|建立|配备|设置|设有|提供|推行|接入)(?:了)?(?=[一-龥“]{3})")


def _realized(sentence: Sentence, predicate: Phrase) -> Head | None:
    """超过九成实现检查预约一站式办理: what so many do is the measure."""
    match = _REALIZES.match(sentence.text, predicate.start, predicate.end)
    if not match:
        return None
    read = named(sentence.text, match.end(), predicate.end, sentence.labels)
    return plain(read) if read.id or is_health(sentence.text[: predicate.end]) else None


_GIVEN = re.compile(
    r"(?:专项)?(?:安排|拨付|拨给|下拨|发放|给予|支持|用于|补助)(?:的|给|给予)?(?=[^,;。]{0,16}(?:经费|资金|补助|补贴|奖励|奖补)(?:$|[,;。]))"
)


def _given(sentence: Sentence, group: Group) -> tuple[Head, int] | None:
    """按每县150万元安排启动经费: the sum is of what stands behind the verb that gives it."""
    match = _GIVEN.match(sentence.text, *group.right) or _USED.match(sentence.text, *group.right)
    if not match or len(group.amounts[0].quantity.unit or "") != 3:
        return None
    noun, _ = after(sentence, match.end(), group.right[1])
    read = named(sentence.text, noun.start, noun.end, sentence.labels)
    return (Head(read.label, read.id, read.kind), noun.end) if read.label else None


_USED = re.compile(r"(?:专项|主要|重点|全部)?用于(?=[^,;。]{3,20}(?:$|[,;。]))")
_COPULA = re.compile(r"(?:均|都|全部)?(?:为|是)(?=[一-龥])")


def _called(sentence: Sentence, group: Group) -> Head | None:
    """其余24家为镇卫生院: what they are is the noun."""
    match = _COPULA.match(sentence.text, group.right[0], group.right[1])
    if not match or group.amounts[0].quantity.unit != "count":
        return None
    noun, _ = after(sentence, match.end(), group.right[1])
    read = named(sentence.text, noun.start, noun.end, sentence.labels)
    return _of(read, sentence, group) if read.id else None


def _action(verb: str, quantity: Quantity) -> str:
    """What a verb alone measures: 节约5000万元 → 节约费用, 投入3亿元 → 投入资金."""
    verb = re.sub(r"^(?:省下|少花|少付)(?:了)?", "节省", verb)
    if not quantity.unit or len(quantity.unit) != 3 or _MONEY_NOUN.search(verb):
        return re.sub(r"^给予(?=补助$|补贴$|资助$|奖励$)", "", verb)
    if verb in ("拿出", "支付", "支出", "实际支付"):
        return "资金"
    return verb + ("费用" if _SAVINGS.search(verb) else "资金")


def _is_counted(quantity: Quantity) -> bool:
    return quantity.unit == "count" and quantity.classifier not in ("人次", "万人次", "人", "例")


def _covered(sentence: Sentence, group: Group, lead: Phrase) -> Head | None:
    """一站式结算覆盖九成以上公立医院: what covers is the measure, not what is covered."""
    match = _COVERS.search(sentence.text, group.left[0], group.amounts[0].quantity.start)
    if not match or group.amounts[0].quantity.unit != "percent":
        return None
    subject = before(sentence, group.left[0], match.start())
    return _before_head(sentence, subject, group.amounts[0].quantity) if subject.text(sentence) else None


def _is_scope_of_previous(quantity: Quantity, left: str, sentence: Sentence, lead: Phrase, state: State) -> bool:
    """牧区县不低于65% after a rate: another group, the same rate."""
    if quantity.unit != "percent" or not left or lead.verb or not state.measure or state.measure.kind != "indicator":
        return False
    if vocabulary().terms[state.measure.id or ""].unit not in (None, "percent"):
        return False
    return (
        not _RATE.search(left)
        and named(sentence.text, lead.start, lead.end, sentence.labels).id is None
        and len(left) <= 8
    )


def _is_distribution(sentence: Sentence, group: Group) -> bool:
    a, b = group.left
    rest = within(sentence.remainders, a, b)
    return bool(within(sentence.places, a, b)) or bool(rest) or bool(PART.search(sentence.text, a, b))


def item_start(sentence: Sentence, group: Group, lead: Phrase) -> int:
    """Where the evidence of a fact begins: its clause or the delimiter before it."""
    start, text = group.left[0], sentence.text
    for label in within(sentence.terms, start, lead.start):
        joined = _JOINED.match(text, label.end)
        if start <= label.start and joined:
            start = joined.end()
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
    denominator = denominator_of(sentence.text[max(0, lead.start - 12) : lead.end])
    return Head(label, read.id, read.kind, read.level, read.specialty, denominator)


def _of(read: Named, sentence: Sentence, group: Group, *, level: Level | None = None) -> Head:
    denominator = denominator_of(sentence.text[group.left[0] : group.right[1]])
    return Head(read.label, read.id, read.kind, level or read.level, read.specialty, denominator)


def denominator_of(text: str) -> str | None:
    if _PER_LAKH.search(text):
        return "per_100k"
    if _PER_THOUSAND.search(text):
        return "per_1000"
    return "per_10k" if _PER_TEN_THOUSAND.search(text) else None


def each_of(sentence: Sentence, group: Group) -> list[Head]:
    """配备彩超、DR各1台: one reading for each of the things listed."""
    start, end = group.left
    if len(group.amounts) != 1 or not sentence.text[start:end].endswith("各"):
        return []
    lead = before(sentence, start, end)
    if sentence.remainders.within(start, end) or sentence.places.within(lead.start, lead.end):
        return []
    members = parts(sentence, lead.start, lead.end)
    if len(members) < 2:
        return []
    return [plain(named(sentence.text, a, b, sentence.labels)) for a, b in members]


def rates(sentence: Sentence, group: Group) -> list[Head]:
    """A rate given for two indicators at once is one record each: 访视率、管理率达到90%以上."""
    if len(group.amounts) != 1 or group.amounts[0].quantity.unit not in ("percent", "permille", "per_100k", "CNY"):
        return []
    if after(sentence, *group.right)[0].text(sentence):
        return []
    lead = before(sentence, *group.left)
    members = parts(sentence, lead.start, lead.end)
    if group.amounts[0].quantity.unit == "CNY":
        return _of_schemes(sentence, members)
    read = [named(sentence.text, a, b, sentence.labels) for a, b in members]
    if len(read) < 2 or not all(r.label.endswith("率") or r.kind == "indicator" for r in read):
        return []
    return [plain(r) for r in read]


_SCHEME = re.compile(r"(?:医保|医疗保险|新农合|合作医疗|大病保险|医疗救助)$")
_STANDARD = re.compile(r"(?:的)?(?P<tail>(?:人均)?(?:财政|政府|各级财政)?(?:补助|缴费|筹资)标准)$")


def _of_schemes(sentence: Sentence, members: list[tuple[int, int]]) -> list[Head]:
    """城镇居民医保和新农合的补助标准提高到200元: the same standard of each of two schemes."""
    words = [sentence.text[a:b] for a, b in members]
    tail = _STANDARD.search(words[-1]) if len(words) > 1 else None
    names = [*words[:-1], words[-1][: tail.start()]] if tail else []
    if not names or not all(map(_SCHEME.search, names)):
        return []
    wholes = [name + tail["tail"] for name in names] if tail else []
    return [plain(named(whole, 0, len(whole), Spans(labels(whole, "zh")))) for whole in wholes]


def plain(read: Named) -> Head:
    """A noun phrase read, as the head of a number."""
    return Head(read.label.strip("“”"), read.id, read.kind, read.level, read.specialty)
