"""Where and when a number holds: places, remainder, each, part, date."""

from __future__ import annotations

import re
from itertools import chain

from languages.mention import DateMention, PlaceMention
from languages.reading import Reading
from languages.zh import divisions as zh_divisions
from languages.zh.amounts import Amount, Group
from languages.zh.clauses import Clause
from languages.zh.heads import PART
from languages.zh.sentence import Sentence, State, within
from ontology.codes import Status

_EACH = re.compile(
    r"各(?:自|有|新增|新建|建设|建|择优推荐|推荐|安排|配备)?(?:不少于|至少|约|近)?$|每个?(?:县|市|区|州|旗|盟|乡镇|镇|街道|村|省)(?:\([^)]*\))?(?:[^,;。]{0,8})$|每个?试点(?:县|市|区)"
)


_ONLY_DONE = re.compile(
    r"(?:只|仅|实际|才)(?:建成|完成|落实|到位|交付|验收|实现|建|签下|签约|招到|录用)(?:了)?$"
)  # whatever was promised
_BOUND = re.compile(
    r"(?:(?P<least>至少|不少于|不低于|最低|起码)|(?P<most>最高|至多|最多|不超过|上限))(?:[^,;。:\d]{0,12}|[^,;。:\d]{1,24}的)$"
)
_MOVED = re.compile(r"提高|提升|增加|扩大|上浮|降低|下降|减少|压缩|缩小")  # 提高报销比例5个百分点
_DURATION = re.compile(r"连续|第$|提前|历时|缩短")


def reading_of(
    sentence: Sentence, clause: Clause, amount: Amount, group: Group, state: State, start: int, end: int
) -> Reading | None:
    quantity, text = amount.quantity, sentence.text
    lead = text[group.left[0] : (group.amounts[0].quantity.start)]
    if quantity.unit == "years" and (
        _DURATION.search(lead[-4:]) or "寿命" not in text[max(0, clause.start - 40) : clause.end]
    ):
        return None
    rest = within(sentence.remainders, *group.left)
    every = zh_divisions.every(lead)
    each = bool(_EACH.search(lead)) or bool(every)
    part = bool(PART.search(lead)) or (state.part and (each or _names_place(sentence, group)))
    state.part = part or (state.part and clause.start != 0)
    places = _places(sentence, group, state, rest[0] if rest else None, every[0] if every else None)
    if not part and not rest and not every and places and len(places) > 1:
        state.universe = places
        state.distributed = [code for code in state.distributed if code not in places]
    date = _date(sentence, clause, amount, state)
    comparator = quantity.comparator
    if comparator == "eq" and (bound := _BOUND.search(lead)):
        comparator = "ge" if bound["least"] else "le"
    change = quantity.change
    if change == "level" and quantity.unit == "percentage_point" and (moved := _MOVED.findall(lead)):
        change = "decrease" if moved[-1] in ("降低", "下降", "减少", "压缩", "缩小") else "increase"
    s, e = sentence.span(start, max(end, quantity.end))
    done: Status | None = "achieved" if _ONLY_DONE.search(lead) else None
    return Reading(
        start=s, end=e, rule="zh.numeric", value=quantity.value, value_max=quantity.value_max, comparator=comparator,
        unit=quantity.unit, change=change, baseline_value=amount.baseline, baseline_year=amount.baseline_year,
        each=each or bool(rest), scope="rest" if rest else None, part="part" if part else None, places=places,
        organizations=tuple(o.name for o in within(sentence.organizations, clause.start, clause.end)),
        period=date, status=done,
    )  # fmt: skip


def _names_place(sentence: Sentence, group: Group) -> bool:
    return bool(within(sentence.places, *group.left) or within(sentence.remainders, *group.left))


def _places(
    sentence: Sentence,
    group: Group,
    state: State,
    rest: zh_divisions.Remainder | None,
    every: zh_divisions.Remainder | None,
) -> tuple[str, ...] | None:
    context = sentence.context.place
    excepted = excepted_in(sentence, *group.left)
    if rest and rest.count and rest.count == len(left := [c for c in state.universe if c not in state.distributed]):
        return tuple(left)
    if rest or (every and excepted):
        state.distributed.extend(excepted)
        codes = zh_divisions.members((rest or every).noun, context, state.distributed if rest else excepted)  # type: ignore[union-attr]
        return codes or None
    if every:
        codes = zh_divisions.members(every.noun, context, ())
        subject = state.places or ()
        return subject if len(subject) > 1 and set(subject) < set(codes) else codes or None
    named = [p for p in within(sentence.places, group.left[0], group.right[1]) if p.codes != excepted]
    named = [p for p in named if not _of_which(sentence, p, named)]
    codes = tuple(sorted({c for p in named if p.kind != "anaphor" for c in p.codes}))
    if not codes and named:
        codes = named[-1].codes
    codes = zh_divisions.narrowest(codes)
    if codes and all(p.kind != "anaphor" for p in named):
        state.distributed.extend(codes)
    if not codes and _ANOTHER.search(sentence.text, *group.left):
        return None  # 其余180间: of all, whatever place the part before them had
    return codes or state.places


_ANOTHER = re.compile(r"(?:其余|余下|另外|其他|剩余|剩下)(?:的)?$")


def _of_which(sentence: Sentence, place: PlaceMention, named: list[PlaceMention]) -> bool:
    """陕北的佳县: what only says where the places behind it lie."""
    return sentence.text[place.end : place.end + 1] == "的" and any(p.start == place.end + 1 for p in named)


_EXCEPT = re.compile(r"除(?:了)?[^,;。]{2,20}?(?:之外|以外|外)")


def excepted_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Codes of the places in 除…外, by name or as 城区 and 市辖区."""
    match = _EXCEPT.search(sentence.text, max(0, start - _AHEAD), end)
    if not match:
        return ()
    if _DISTRICTS.search(match[0]):
        return zh_divisions.districts(sentence.context.place)
    return tuple(sorted({c for p in within(sentence.places, match.start(), match.end()) for c in p.codes}))


_AHEAD = 24  # characters: the exception may be a clause of its own
_DISTRICTS = re.compile(r"城区|市辖区|主城区|中心城区")


def _date(sentence: Sentence, clause: Clause, amount: Amount, state: State) -> str | None:
    """The date in force: the nearest before the number in its clause, after it, or set by a clause before."""
    base = amount.baseline_year
    dates = within(sentence.dates, clause.start, clause.end)
    ahead = [d for d in dates if d.end <= amount.quantity.start]
    nearest = chain(reversed(ahead), dates[len(ahead) :])
    chosen: DateMention | None = next((d for d in nearest if not is_base(sentence, d, base)), None)
    return chosen.period if chosen else state.period


_COMPARED = re.compile(r"的[\d.]+倍|以来|相比")


def is_base(sentence: Sentence, date: DateMention, base: str | None) -> bool:
    """Whether a date is what another is compared with: 较2020年, 是2020年的2.3倍."""
    around = sentence.text[max(0, date.start - 2) : date.start]
    if around.endswith(("比", "较", "从", "由", "自")) or _COMPARED.match(sentence.text, date.end, date.end + 8):
        return True
    return base is not None and date.period[:4] == base
