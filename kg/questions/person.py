"""Persons whom a document's own text names with their office, where no statement of it goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.questions.candidate import Readable
from kg.questions.lexicon import titles
from kg.questions.scope import LANGUAGES
from languages import pack
from languages.reading import Context
from ontology.codes import Lang
from ontology.vocabulary import Vocabulary, place_labels

LIMIT = 200  # documents that are read through
TEXTS = (
    "MATCH (x:Stretch)-[:OF]->(d:Document) WHERE any(word IN $titles WHERE x.words CONTAINS word) "
    "AND (d.place IN $places OR any(name IN $names WHERE x.words CONTAINS name))\n"
    "RETURN DISTINCT d.id AS id, d.text AS text, d.lang AS lang, d.place AS place ORDER BY id LIMIT $limit"
)
_OFFICES = ("主任", "局长", "厅长", "部长", "司长", "院长", "校长", "省长", "市长", "县长", "书记", "发言人",
            "director", "head", "chief", "secretary", "minister", "president", "dean", "governor", "mayor",
            "magistrate", "spokes")  # fmt: skip
_BARE = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}), (?:the )?(?P<title>[a-z][a-z -]{2,40}?) of the "
    r"(?P<body>commission|bureau|ministry|committee|administration)\b(?! (?:of|for)\b)"
)
_FULL = r"(?:\b[A-Za-z]+ ){{0,3}}(?:health|insurance|security|medicine)(?: and health)? {}\b"


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person with title and body, as a stretch of a document names them."""

    name: str
    title: str
    body: str
    document: str
    place: str | None
    start: int
    end: int
    quote: str


def named_persons(codes: Sequence[str], store: Readable, vocabulary: Vocabulary) -> list[NamedPerson]:
    """The persons in the texts of some places, or that name those places, ordered as the texts have them."""
    parameters = {"titles": list(_OFFICES), "places": list(codes), "names": _names(codes, vocabulary), "limit": LIMIT}
    rows = store.read(TEXTS, parameters).rows
    return [
        person
        for id, text, lang, place in rows
        for person in _persons(str(id), str(text or ""), "zh" if lang == "zh" else "en", str(place) if place else None)
    ]


def _names(codes: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    known = [vocabulary.places[code] for code in codes if code in vocabulary.places]
    return sorted({label.lower() for place in known for lang in LANGUAGES for label in place_labels(place, lang)})


def _persons(document: str, text: str, lang: Lang, place: str | None) -> Iterator[NamedPerson]:
    language, context = pack(lang), Context(place=place)
    for line in re.finditer(r"[^\n]+", text):
        if not any(word in line[0].casefold() for word in _OFFICES):
            continue
        for start, end in language.sentences(text, line.start(), line.end()):
            found = language.persons(text, start, end, context) or tuple(_bare(text, start, end))
            for name, title, body in found:
                yield NamedPerson(name, title, body, document, place, start, end, text[start:end])


def _bare(text: str, start: int, end: int) -> Iterator[tuple[str, str, str]]:
    """Persons of a body that the text has named in full before: deputy head of the commission."""
    for match in _BARE.finditer(text, start, end):
        full = list(re.finditer(_FULL.format(match["body"]), text[: match.start()], re.IGNORECASE))
        if full and titles(match["title"]):
            yield match["name"], match["title"], full[-1][0]
