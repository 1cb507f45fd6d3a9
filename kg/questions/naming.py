"""The names in a question: places, groups of places, bodies and vocabulary terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.questions.reading import OrganizationName, PlaceName
from languages.en.places import country_of
from languages.recognize import Label, labels
from ontology.codes import Lang
from ontology.vocabulary import Vocabulary, place_labels

_BODY_ZH = re.compile(
    r"(?:市|省|县|区|州)?(?P<kind>(?!\d+[家所个])[^,。?、的在是将要有和与已哪建增设获争创组开推选让向计投改多少几元派培引给支持对从到至达完]{0,14}"
    r"(?:医院|血液中心|疾控中心|疾病预防控制中心|卫健委|卫生健康委员会|卫生健康委|卫健局|卫生健康局|医保局|医疗保障局|医科大学|大学|医学院|"
    r"卫生院|妇幼保健院|妇幼保健计划生育服务中心|中医药局))"
)
_CLASS_ZH = re.compile(
    r"^(?:国家级|省级|市级|县级|区级|公立|民营|各|所有|乡镇|基层|[一二三]级|全部|每|几|多少|哪|互联网|智慧|社区)"
)
_PART_OF_NAME_ZH = re.compile(
    r"(?:人民|中心|中医|中医药|儿童|肿瘤|妇产|妇女儿童|骨科|口腔|眼科|精神卫生|传染病|胸科|附属|结合|总|第[一二三四五六七八九十\d]+"
    r"|华西|协和)医?院$|[^院]$|保健院$|卫生院$"
)
_NAME_WORD = r"(?:[A-Z][\w'’.-]*|No\.? ?\d+)"
_BODY_EN = re.compile(
    rf"(?:{_NAME_WORD} (?:(?:of|and|for) (?:the )?)?)*"
    r"(?:Hospital|University|Commission|Bureau|Blood Center|Blood Centre|Medical College|Academy)\b"
    rf"(?: (?:of|for) (?:the )?{_NAME_WORD}(?: (?:and )?{_NAME_WORD})*)*"
)
_OFFICE_EN = re.compile(
    r"(?:'s)?(?: (?:Province|City|County|District|Autonomous Region|provincial|municipal|regional|county|city"
    r"|district))* (?:health (?:and health )?(?:commission|bureau|committee|ministry|department)"
    r"|(?:medical insurance|healthcare security) (?:bureau|administration))\b",
    re.IGNORECASE,
)
_OFFICE_ALONE = re.compile(
    r"\b(?P<body>health (?:and health )?(?:commission|bureau|committee)|(?:medical insurance|healthcare security) "
    r"(?:bureau|administration))\b",
    re.IGNORECASE,
)
_OFFICE_ZH = re.compile(r"(?P<body>卫健委|卫生健康委员会|卫生健康委|卫健局|卫生健康局|医保局|医疗保障局)")
_OFFICE = re.compile(
    r"(?:卫健委|卫生健康委员会|卫生健康委|卫健局|卫生健康局|医保局|医疗保障局|中医药局)$"
    r"|\b(?:commission|committee|bureau|ministry|department|administration)(?: of .*)?$",
    re.IGNORECASE,
)
_NATIONAL = re.compile(r"(?:the )?(?:China's )?National\b", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]+[A-Za-z0-9]")
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_TYPE_EN = re.compile(r" (?:County|City|District|Banner|Prefecture|Autonomous .*|League)$")
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]+\b(?! (?:medicine|herbal))")
_LEAD_EN = re.compile(
    r"^(?:(?:Which|What|Is|Are|Was|Were|Did|Does|Do|Has|Have|Had|Will|Would|Should|Can|In|By|At|The|How|When|Who"
    r"|Where) )+"
)


@dataclass(frozen=True, slots=True)
class Names:
    """What a question names, each ordered by start; the places inside a body's name are not among `places`."""

    terms: tuple[Label, ...]
    places: tuple[PlaceName, ...]
    organizations: tuple[OrganizationName, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The stretches that are names."""
        spans = [(term.start, term.end) for term in self.terms]
        spans += [(place.start, place.end) for place in self.places]
        return spans + [(body.start, body.end) for body in self.organizations]

    def outside(self, spans: Iterable[tuple[int, int]]) -> Names:
        """The places, and the terms and bodies that do not lie in one of the stretches."""
        spans = list(spans)

        def out(start: int, end: int) -> bool:
            return not any(a <= start and end <= b for a, b in spans)

        return Names(
            tuple(term for term in self.terms if out(term.start, term.end)),
            self.places,
            tuple(body for body in self.organizations if out(body.start, body.end)),
        )


def names(text: str, lang: Lang, vocabulary: Vocabulary) -> Names:
    """All names in a question, by the vocabulary's labels and by how names of bodies are formed."""
    found = [label for label in labels(text, lang) if _is_name(text, label, lang)]
    if lang == "zh":
        found = sorted([*found, *_in_latin(text, found)], key=lambda label: label.start)
    if lang == "en":
        found = sorted([*found, *_in_plural(text, found)], key=lambda label: label.start)
    bodies = tuple(_bodies(text, lang, found, vocabulary))
    free = [label for label in found if not any(_inside(label, body) for body in bodies)]
    places = [label for label in free if _kinds(label) <= {"place", "group"}]
    terms = [label for label in free if _kinds(label) & _TERM_KINDS]
    if lang == "zh" and not places and not bodies:
        places = list(_begun_with(text, terms, vocabulary))
    if lang == "zh":
        places = sorted([*places, *_beside(text, places, terms, vocabulary)], key=lambda label: label.start)
    if lang == "en":
        places = sorted([*places, *_untyped(text, (*found, *bodies), vocabulary)], key=lambda label: label.start)
    bodies = bodies or tuple(_office_elsewhere(text, lang, places))
    places = [label for label in places if not _counts_others(label, places)]
    named = [*_places(places, vocabulary), *(_adjectives(text, (*found, *bodies)) if lang == "en" else ())]
    return Names(tuple(terms), tuple(sorted(named, key=lambda place: place.start)), bodies)


def _in_latin(text: str, found: Iterable[Label]) -> Iterator[Label]:
    """Terms that a Chinese question names in Latin letters, as English texts do: PM-JAY."""
    taken = {at for label in found for at in range(label.start, label.end)}
    for match in _LATIN.finditer(text):
        for label in labels(match[0], "en"):
            whole = label.end - label.start == len(match[0])
            if whole and _kinds(label) & _TERM_KINDS and match.start() not in taken:
                yield Label(match.start(), match.end(), label.candidates)


def _in_plural(text: str, found: Iterable[Label]) -> Iterator[Label]:
    """Terms that are labels only in the singular, or in American spelling: sub-centres."""
    taken = {at for label in found for at in range(label.start, label.end)}
    for label in labels(_singular(text), "en"):
        named = _kinds(label) & _TERM_KINDS and not taken & set(range(label.start, label.end))
        if named and " " in text[label.start : label.end]:
            ending = re.compile(r"[a-z]*").match(text, label.end)
            yield replace(label, end=ending.end() if ending else label.end)


def _singular(text: str) -> str:
    """The text without the endings of plurals, of the same length."""
    american = text.replace("centre", "center").replace("isation", "ization")
    return re.sub(r"(?<=[a-z]{2}[a-rt-z])s\b", " ", re.sub(r"(?<=[a-z]{2})ies\b", "y  ", american))


def _begun_with(text: str, terms: Iterable[Label], vocabulary: Vocabulary) -> Iterator[Label]:
    """The place that a question begins with, by a short name that elsewhere is a word: 东台, 资源."""
    longest = max((short for short in _shorts(vocabulary) if text.startswith(short)), key=len, default="")
    if longest and not any(term.start < len(longest) for term in terms):
        yield Label(0, len(longest), tuple(("place", code) for code in _shorts(vocabulary)[longest]))


def _beside(text: str, places: list[Label], terms: Iterable[Label], vocabulary: Vocabulary) -> Iterator[Label]:
    """Places by short names that elsewhere are words, listed with a neighbour of theirs: 阆中和南部."""
    taken = {at for label in (*places, *terms) for at in range(label.start, label.end)}
    for label in places:
        parents = {vocabulary.places[code].parent for code in _codes(label, vocabulary) if code in vocabulary.places}
        for start in (label.end + 1, label.start - 3):
            joint = label.end if start > label.start else label.start - 1
            name = text[start : start + 2] if start >= 0 else ""
            near = [code for code in _shorts(vocabulary).get(name, ()) if vocabulary.places[code].parent in parents]
            if near and text[joint : joint + 1] in "和与及、跟同" and not taken & {start, start + 1}:
                yield Label(start, start + 2, tuple(("place", code) for code in near))


@cache
def _shorts(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Short names of places that are no labels, since they are words as well → codes."""
    found: dict[str, tuple[str, ...]] = {}
    for code, place in vocabulary.places.items():
        if len(place.short_zh) > 1 and place.short_zh not in place_labels(place, "zh"):
            found[place.short_zh] = (*found.get(place.short_zh, ()), code)
    return found


def _counts_others(label: Label, places: Iterable[Label]) -> bool:
    """Whether a group's name (三州) only counts the places right before it."""
    return "group" in _kinds(label) and any(place.end == label.start for place in places)


def _untyped(text: str, taken: Iterable[Label | OrganizationName], vocabulary: Vocabulary) -> Iterator[Label]:
    """Places by an English name without its type, which is a label only with it: Haidian, for Haidian District."""
    for match in _CAPITALIZED.finditer(text, 1):
        codes = _bases(vocabulary).get(match[0], ())
        if codes and not any(name.start < match.end() and match.start() < name.end for name in taken):
            yield Label(match.start(), match.end(), tuple(("place", code) for code in codes))


@cache
def _bases(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """English names of divisions below the province without their type → codes."""
    found: dict[str, tuple[str, ...]] = {}
    for code, place in vocabulary.places.items():
        for label in place_labels(place, "en") if place.level > 1 else ():
            base = _TYPE_EN.sub("", label)
            if base != label and code not in found.get(base, ()):
                found[base] = (*found.get(base, ()), code)
    return found


def _adjectives(text: str, taken: Iterable[Label | OrganizationName]) -> Iterator[PlaceName]:
    """The countries that adjectives outside other names stand for: Kenyan counties, Indian states."""
    for match in _ADJECTIVE.finditer(text):
        code = country_of(match[0].lower()) or country_of(match[0].lower().removesuffix("s"))
        if code and not any(name.start < match.end() and match.start() < name.end for name in taken):
            yield PlaceName(match.start(), match.end(), (code,))


def offices_as_places(found: Names, lang: Lang, vocabulary: Vocabulary) -> Names:
    """The names with the places that offices administer instead of the offices: what a city's health commission
    plans, the city plans."""
    offices = [body for body in found.organizations if _OFFICE.search(body.name)]
    places = list(found.places)
    left = list(found.organizations)
    for body in offices:
        if _NATIONAL.match(body.name) and not any(place.codes == ("CN",) for place in places):
            places.append(PlaceName(body.start, body.end, ("CN",)))
            left.remove(body)
            continue
        inner = [label for label in labels(body.name, lang) if _kinds(label) <= {"place", "group"}]
        for place in _places(inner[-1:], vocabulary):
            places.append(replace(place, start=body.start, end=body.end))
            left.remove(body)
    return replace(found, places=tuple(sorted(places, key=lambda place: place.start)), organizations=tuple(left))


_TERM_KINDS = frozenset(
    {
        "programme",
        "facility",
        "designation",
        "reform",
        "service",
        "indicator",
        "staff",
        "money",
        "equipment",
        "specialty",
    }
)


def _is_name(text: str, label: Label, lang: Lang) -> bool:
    """English names of places begin with a capital: "ya'an" may, "an" may not."""
    if lang == "zh" or not _kinds(label) <= {"place", "group"}:
        return True
    named = text[label.start : label.end].removeprefix("the ")
    return named[0].isupper() or named[0].isdigit() or "group" in _kinds(label)


def _kinds(label: Label) -> set[str]:
    return {kind for kind, _ in label.candidates}


def _inside(label: Label, body: OrganizationName) -> bool:
    return label.start < body.end and body.start < label.end


def _places(found: Iterable[Label], vocabulary: Vocabulary) -> Iterator[PlaceName]:
    found = list(found)
    certain = {code for label in found if len(label.candidates) == 1 for code in _codes(label, vocabulary)}
    for label in found:
        groups = [vocabulary.groups[id] for kind, id in label.candidates if kind == "group"]
        if groups:
            scoped = [group for group in groups if group.province in certain] or groups
            yield PlaceName(label.start, label.end, scoped[0].members)
            continue
        codes = _codes(label, vocabulary)
        held = [code for code in codes if certain & set(vocabulary.ancestors(code))]
        chosen = held or _highest(codes, vocabulary)
        yield PlaceName(label.start, label.end, tuple(chosen), homonyms=len(chosen) > 1)


def _codes(label: Label, vocabulary: Vocabulary) -> list[str]:
    found: list[str] = []
    for kind, id in label.candidates:
        found += [id] if kind == "place" else list(vocabulary.groups[id].members) if kind == "group" else []
    return found


def _highest(codes: list[str], vocabulary: Vocabulary) -> list[str]:
    """Of places of one name those of the highest tier: a province before a county, a city before a district."""
    levels = {code: vocabulary.places[code].level for code in codes}
    top = min(levels.values())
    return [code for code in codes if levels[code] == top]


def _bodies(text: str, lang: Lang, found: list[Label], vocabulary: Vocabulary) -> Iterator[OrganizationName]:
    hospitals = [label for label in found if "hospital" in _kinds(label)]
    formed = list(_formed_zh(text, found) if lang == "zh" else _formed_en(text, found))
    for start, end in sorted({*formed, *((label.start, label.end) for label in hospitals)}):
        if any(a <= start and end <= b and (a, b) != (start, end) for a, b in formed):
            continue
        exact = [id for label in hospitals if (label.start, label.end) == (start, end) for _, id in label.candidates]
        yield OrganizationName(start, end, text[start:end], exact[0] if len(exact) == 1 else None)


def _office_elsewhere(text: str, lang: Lang, places: Sequence[Label]) -> Iterator[OrganizationName]:
    """The office of the one place named, though the question names that somewhere else: the health bureau in Ya'an."""
    match = (_OFFICE_ZH if lang == "zh" else _OFFICE_ALONE).search(text)
    if match is None or len(places) != 1:
        return
    joint = "" if lang == "zh" else " "
    name = text[places[0].start : places[0].end] + joint + match["body"]
    yield OrganizationName(match.start(), match.end(), name)


def _formed_zh(text: str, found: list[Label]) -> Iterator[tuple[int, int]]:
    """A place with the kind of body behind it: 某市中心医院, 某省卫健委."""
    for label in found:
        if not _kinds(label) <= {"place", "group"}:
            continue
        match = _BODY_ZH.match(text, label.end)
        if match is None or _CLASS_ZH.match(text[label.end : match.end()]) or _named_otherwise(match, found):
            continue
        yield label.start, match.end()


def _named_otherwise(match: re.Match[str], found: list[Label]) -> bool:
    """Whether the last words are a class of hospitals (互联网医院) and no part of a name (中心医院)."""
    last = [label for label in found if label.start >= match.start("kind") and label.end >= match.end()]
    return any(_kinds(label) & _TERM_KINDS and not _PART_OF_NAME_ZH.search(match[0]) for label in last)


def _formed_en(text: str, found: list[Label]) -> Iterator[tuple[int, int]]:
    for match in _BODY_EN.finditer(text):
        lead = _LEAD_EN.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        inner = [label for label in found if start <= label.start and label.end <= match.end()]
        named = any(_kinds(label) & {"place", "group", "hospital"} for label in inner)
        if named or " " in text[start : match.end()]:
            yield start, match.end()
    for label in found:
        office = _OFFICE_EN.match(text, label.end) if _kinds(label) <= {"place", "group"} else None
        if office is not None:
            yield label.start, office.end()
