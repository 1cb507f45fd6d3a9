"""Several numbers mapped by position to as many tiers, places, years or nouns."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from languages.mention import DateMention, PlaceMention
from languages.reading import Reading
from languages.zh.amounts import Group
from languages.zh.circumstances import reading_of
from languages.zh.clauses import Clause
from languages.zh.heads import denominator_of, head_of, item_start, plain
from languages.zh.measures import Named, level_of, named, only_level
from languages.zh.phrases import before, parts
from languages.zh.sentence import Head, Sentence, State, within
from ontology.vocabulary import vocabulary

Headed = tuple[Reading, Head | None]


_TAILS = re.compile(
    r"(?:人均财政补助标准|财政补助标准|补助标准|支付比例|报销标准|死亡率|患病率|发病率|覆盖率|管理率|筛查率|报销比例|床位|签约率|诊疗量|占比|人次|人数|总数|救助比例|支付限额|比例|标准|率|数)$"
)


def vector(sentence: Sentence, clause: Clause, group: Group, state: State) -> list[Headed]:
    """Numbers mapped by position to as many tiers, places, years or nouns listed before them."""
    count = len(group.amounts)
    years = list(within(sentence.dates, *group.left))
    lead = before(sentence, *group.left)
    members = parts(sentence, lead.start, lead.end)[-count:]
    out: list[Headed] = []
    if len(years) != count:
        years = _span_of_years(sentence, group)
    if len(years) == count and len(members) != count:
        head, start, end, _ = head_of(sentence, group, state)
        for amount, date in zip(group.amounts, years, strict=True):
            reading = reading_of(sentence, clause, amount, group, state, start, end)
            if reading and head:
                out.append((reading.but(period=date.period), head))
        return out
    if len(members) != count and len(state.heads) == count and _FOR_EACH.fullmatch(sentence.text, *group.left):
        shared = denominator_of(sentence.text[slice(*group.left)])
        made = (reading_of(sentence, clause, a, group, state, *group.left) for a in group.amounts)
        return [(r, replace(h, denominator=shared)) for r, h in zip(made, state.heads, strict=True) if r]
    if len(members) != count:
        return _places_vector(sentence, clause, group, state)
    words = [sentence.text[a:b] for a, b in members]
    tiers = [only_level(w) for w in words[:-1]]
    start, end = item_start(sentence, group, lead), group.amounts[-1].quantity.end
    last = named(sentence.text, *members[-1], sentence.labels)
    shared = denominator_of(sentence.text[max(0, lead.start - 10) : lead.end])
    for i, amount in enumerate(group.amounts):
        reading = reading_of(sentence, clause, amount, group, state, start, end)
        if reading is None:
            continue
        if all(tiers):
            tier = tiers[i] if i < count - 1 else level_of(words[-1])
            out.append((reading.but(level=tier), replace(plain(last), denominator=shared)))
            continue
        read = named(sentence.text, *members[i], sentence.labels)
        if read.id is None and i < count - 1:
            read = _with_tail(sentence, members[i], last) or read
        out.append((reading, replace(plain(read), denominator=shared)))
    state.heads = tuple(head for _, head in out if head)
    return out


_FOR_EACH = re.compile(
    r"(?:相当于|对应|折合|即|,)*每(?:千|万|1000|10000)名?(?:常住|户籍)?(?:人口|居民|人)?(?:拥有|有)?(?:分别)?(?:为|达到?|是)?"
)


_YEARS = re.compile(r"((?:19|20)\d\d)年?[—\-至到]((?:19|20)\d\d)年(?:每年|逐年|分别|依次|分年)")


def _span_of_years(sentence: Sentence, group: Group) -> list[DateMention]:
    """2026—2028年每年…15所、20所、25所: the years of the span one by one."""
    match = _YEARS.search(sentence.text, *group.left)
    if not match:
        return []
    return [DateMention(match.start(), match.end(), str(year)) for year in range(int(match[1]), int(match[2]) + 1)]


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
    if not listed and _RESPECTIVELY.search(sentence.text, *group.left):
        listed = _subjects(sentence, clause, len(group.amounts))
    if len(listed) != len(group.amounts):
        return []
    head, start, end, level = head_of(sentence, group, state)
    out: list[Headed] = []
    for amount, place in zip(group.amounts, listed, strict=True):
        reading = reading_of(sentence, clause, amount, group, state, start, end)
        if reading:
            out.append((reading.but(places=place.codes, level=level, each=False), head))
    return out


_RESPECTIVELY = re.compile(r"分别|依次")


def _subjects(sentence: Sentence, clause: Clause, count: int) -> list[PlaceMention]:
    """The places that opened the sentence, where as many of them are listed: 甲市、乙市…,完成率分别是88%、93%."""
    ahead = [p for p in sentence.places if p.end <= clause.start and p.kind == "division"][:count]
    joined = all(sentence.text[a.end : b.start] in ("、", "和", "与") for a, b in pairwise(ahead))
    return ahead if joined else []
