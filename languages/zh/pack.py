"""The Chinese language pack."""

from __future__ import annotations

from languages.mention import LevelMention, Mention, StatusCue, TermMention
from languages.reading import Context, Masthead, Reading, Section
from languages.zh import clauses as zh_clauses
from languages.zh import people as zh_people
from languages.zh import read as zh_read
from languages.zh import scope as zh_scope
from languages.zh import status as zh_status
from languages.zh.masthead import masthead as read_masthead
from languages.zh.measures import NO_TERMS, level_of
from languages.zh.sentence import sentence
from ontology.codes import Lang
from ontology.vocabulary import vocabulary


class Chinese:
    """How Chinese official documents say what they promise and report."""

    lang: Lang = "zh"

    def mentions(self, text: str, context: Context) -> list[Mention]:
        s = sentence(text, 0, len(text), context)
        found: list[Mention] = [*s.quantities, *s.places, *s.organizations, *s.dates]
        for label in s.labels:
            for kind, id in label.candidates:
                if kind not in NO_TERMS or kind == "specialty":
                    found.append(TermMention(label.start, label.end, id, kind, vocabulary().terms[id].level))
        cue: StatusCue | None = zh_status.status(s.text)
        level = level_of(s.text)
        if cue:
            found.append(cue)
        if level:
            found.append(LevelMention(0, len(text), level))
        return sorted(found, key=lambda m: (m.start, m.end))

    def read(self, text: str, start: int, end: int, context: Context) -> list[Reading]:
        return zh_read.read(text, start, end, context)

    def persons(self, text: str, start: int, end: int, context: Context) -> tuple[tuple[str, str, str], ...]:
        return (
            zh_people.persons(sentence(text, start, end, context)) if zh_people.OFFICE.search(text, start, end) else ()
        )

    def phrase(self, text: str, context: Context) -> list[Reading]:
        return zh_read.phrase(text, context)

    def tone(self, text: str, start: int, end: int, context: Context) -> Section | None:
        return zh_scope.tone(text[start:end], context)

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        return zh_clauses.sentences(text, start, end)

    def section(self, heading: str, context: Context) -> Section | None:
        return zh_scope.section(heading, context)

    def masthead(self, text: str) -> Masthead:
        return read_masthead(text)


PACK = Chinese()
