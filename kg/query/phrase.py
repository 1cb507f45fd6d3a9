"""A query in words, in Chinese and in English: what was understood, shown back to whoever asked."""

from __future__ import annotations

from kg.query.query import Query
from ontology.codes import Lang
from ontology.vocabulary import vocabulary

_SUBJECTS = {
    "commitments": ("承诺", "commitments"), "outcomes": ("成果", "outcomes"),
    "statements": ("承诺和成果", "statements"),
    "places": ("地方", "places"), "provinces": ("省份", "provinces"), "cities": ("城市", "cities"),
    "counties": ("县（市、区）", "counties"), "hospitals": ("医院", "hospitals"),
    "organizations": ("机构", "organizations"),
    "programmes": ("项目", "programmes"), "indicators": ("指标", "indicators"), "specialties": ("专科", "specialties"),
    "documents": ("文件", "documents"), "evidence": ("证据", "evidence"),
}  # fmt: skip
_FILTERS = {
    "id": ("编号为{}", "with id {}"), "q": ("含“{}”", "with the words “{}”"), "receives": ("获得{}", "receiving {}"),
    "place": ("在{}", "in {}"), "measure": ("关于{}", "about {}"), "kind": ("类别为{}", "of kind {}"),
    "level": ("级别为{}", "of level {}"), "status": ("状态为{}", "with status {}"), "type": ("类型为{}", "of type {}"),
    "year": ("{}年", "for {}"), "due_after": ("不早于{}", "due in or after {}"),
    "due_before": ("早于{}", "due before {}"),
    "min_value": ("数值不小于{}", "with a value of at least {}"),
    "max_value": ("数值不大于{}", "with a value of at most {}"),
    "unit": ("单位为{}", "in {}"), "comparator": ("比较为{}", "with comparator {}"), "change": ("变化为{}", "as {}"),
    "specialty": ("专科为{}", "in {}"), "organization": ("涉及{}", "naming {}"), "actor": ("由{}作出", "made by {}"),
    "document": ("出自文件{}", "in document {}"), "statement": ("依据陈述{}", "of statement {}"),
    "lang": ("语言为{}", "in language {}"),
}  # fmt: skip
_TRUTHS = {
    ("each", True): ("各地均为该数", "with a number for each place"),
    ("each", False): ("非各地分别", "with a number for all places together"),
    ("part", True): ("为总数的一部分", "that are part of a total"),
    ("part", False): ("非总数的一部分", "that are no part of a total"),
    ("descendants", False): ("（不含下辖）", "(without their divisions)"),
}


def phrase(query: Query, lang: Lang = "en") -> str:
    """`cities receiving national regional medical center, with status sought`."""
    side = 0 if lang == "zh" else 1
    parts = []
    for name, value in query.filters.items():
        if isinstance(value, bool):
            parts.append(_TRUTHS[name, value][side])
        else:
            values = value if isinstance(value, tuple) else (value,)
            joined = ("或" if lang == "zh" else " or ").join(_label(name, each, lang) for each in values)
            parts.append(_FILTERS[name][side].format(joined))
    return _sentence(query, parts, lang)


def _sentence(query: Query, parts: list[str], lang: Lang) -> str:
    subject = _SUBJECTS[query.subject][0 if lang == "zh" else 1]
    if lang == "zh":
        counted = f"，按{query.group_by}计数" if query.group_by else ""
        return "，".join(parts) + ("的" if parts else "全部") + subject + counted
    counted = f", counted by {query.group_by}" if query.group_by else ""
    return (f"{subject} " + ", ".join(parts) if parts else f"all {subject}") + counted


def _label(name: str, value: object, lang: Lang) -> str:
    known = vocabulary()
    key = str(value)
    if name in {"measure", "receives", "specialty"} and key in known.terms:
        return known.terms[key].zh if lang == "zh" else known.terms[key].en
    if name == "place" and key in known.places:
        return known.places[key].zh if lang == "zh" else known.places[key].en
    return format(value, "g") if isinstance(value, float) else key
