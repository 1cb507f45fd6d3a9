"""What a noun's term says of the number: its unit, and the term that is meant once a tier or a denominator is known."""

from __future__ import annotations

import re
from dataclasses import replace

from languages.reading import Reading
from languages.zh.sentence import Head
from ontology.codes import Level
from ontology.vocabulary import vocabulary

_PER_WORDS = {
    "per_1000": ("每千人口", "每千常住人口"),
    "per_10k": ("每万人口", "每万常住人口"),
    "per_100k": ("每10万人口",),
}


_TIER_WORDS = {
    "national": ("国家", "国家级", "全国"),
    "provincial": ("省级", "省"),
    "municipal": ("市级", "市"),
    "county": ("县级", "县域", "县"),
}


def per_head(head: Head, denominator: str) -> Head:
    for word in _PER_WORDS[denominator]:
        for tail in ("数", ""):
            term = vocabulary().term_by_label(word + head.label + tail, "zh")
            if term:
                return replace(head, id=term.id, kind=term.kind, denominator=denominator)
    return replace(head, denominator=denominator)


def with_head(reading: Reading, head: Head, *, keep_level: bool = False) -> Reading:
    level = reading.level if keep_level or reading.level else head.level
    if keep_level and level != head.level:
        head = _of_tier(head, level)
    unit = _unit(reading, head)
    return reading.but(
        measure=head.id,
        label=head.label,
        level=level,
        specialty=reading.specialty or head.specialty,
        unit=unit,
    )


def _of_tier(head: Head, level: Level | None) -> Head:
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
