"""A designation said once for several specialties or tiers: one reading each."""

from __future__ import annotations

import re

from languages.reading import Reading
from languages.recognize import Label
from languages.zh.clauses import Clause
from languages.zh.doing import DOING
from languages.zh.phrases import parts
from languages.zh.sentence import Sentence, State, within
from languages.zh.things import is_generic
from ontology.codes import Level
from ontology.vocabulary import vocabulary

_MEMBER = re.compile(r"^(?:[一-龥]{2,7})$")
_JOINED = re.compile(r"[、,和及与]")
_LONGEST = 9  # characters of a member and what joins it to the one before


_TIER = re.compile(r"(?:国家|省|自治区|市|州|县|区)级?")


_TIERS = re.compile(rf"(?:{_TIER.pattern}[、和及])+(?:{_TIER.pattern})?$")  # the last may begin the name: 国家和|省级


_ENDS_TIER = tuple("家省区市州县级、和及")


_TIER_LEVELS: dict[str, Level] = {
    "国家": "national",
    "省": "provincial",
    "自治区": "provincial",
    "市": "municipal",
    "州": "municipal",
    "县": "county",
    "区": "county",
}


_TIER_FIRST = re.compile(r"(?P<tier>国家|省|市|县)级?(?=.{2})")


_SPECIALTY_WORD = re.compile(r"(?:类|病|科|学|专业|外科|内科|中心|系统|医学|疾病|肿瘤|癌|创伤|康复)$")


def of_list(sentence: Sentence, clause: Clause, label: Label, reading: Reading, state: State) -> list[Reading]:
    """重症、呼吸、血液国家区域医疗中心: the designation once for each specialty listed before it."""
    kinds = {kind for kind, _ in label.candidates}
    if not kinds & {"designation", "facility"} or is_generic(label):
        return []
    if not _JOINED.search(sentence.text, max(clause.start, label.start - _LONGEST), label.start):
        return []
    lead = sentence.text[clause.start : label.start]
    verbs = list(DOING.finditer(lead))
    first = clause.start + (verbs[-1].end() if verbs else 0)
    members = parts(sentence, first, label.start)
    words = [sentence.text[a:b] for a, b in members]
    if (
        len(words) < 2
        or not all(map(_MEMBER.match, words))
        or sum(_is_specialty(sentence, m) for m in members) * 2 < len(members)
    ):
        return []
    noun = sentence.text[label.start : label.end]
    start, _ = sentence.span(members[0][0], label.end)
    tier = _TIER_FIRST.match(words[0])
    if tier and (term := vocabulary().term_by_label(tier[0] + noun, "zh")):
        noun, words[0] = tier[0] + noun, words[0][tier.end() :]
        reading = reading.but(measure=term.id, level=_TIER_LEVELS[tier["tier"]])
    return [
        reading.but(
            start=start,
            label=re.sub(r"等?(?:专业)?$", "", word) + noun,
            specialty=_specialty(sentence, m) or word,
        )
        for word, m in zip(words, members, strict=True)
    ]


def of_tiers(sentence: Sentence, clause: Clause, label: Label, reading: Reading) -> list[Reading]:
    """国家和省级区域公共卫生中心: one record for each tier spelled out; the last is read already."""
    ends = sentence.text.endswith(_ENDS_TIER, clause.start, label.start)
    tiers = _TIERS.search(sentence.text, clause.start, label.start) if ends else None
    words = re.split(r"[、和及]", tiers[0]) if tiers else []
    if words and not words[-1] and not _TIER.match(sentence.text, label.start, label.end):
        return []
    base = re.sub(r"^(?:国家|省|市|县)级?", "", sentence.text[label.start : label.end])
    found = []
    for word in words[:-1]:
        tier = word.removesuffix("级")
        term = next((t for w in (word, tier, tier + "级") if (t := vocabulary().term_by_label(w + base, "zh"))), None)
        level = _TIER_LEVELS.get(tier)
        found.append(reading.but(level=level, label=word + base, measure=term.id if term else reading.measure))
    return found


def _is_specialty(sentence: Sentence, member: tuple[int, int]) -> bool:
    return _specialty(sentence, member) is not None or bool(_SPECIALTY_WORD.search(sentence.text[slice(*member)]))


def _specialty(sentence: Sentence, member: tuple[int, int]) -> str | None:
    return next(
        (id for x in within(sentence.labels, *member) for kind, id in x.candidates if kind == "specialty"), None
    )
