"""The English language pack."""

from __future__ import annotations

from dataclasses import replace

from languages.en import dates, masthead, names, people, places, quantities, read, scope, sentences, terms
from languages.en.parse import Parse, parse
from languages.en.phrases import TIERS
from languages.en.places import resolve
from languages.en.status import PLANNED, UNDERWAY, cue, verdict
from languages.en.where import located
from languages.mention import LevelMention, Mention
from languages.reading import Context, Masthead, Reading, Section
from ontology.codes import Lang
from ontology.vocabulary import vocabulary


class English:
    """How English texts, machine-translated ones too, say what governments promise and report."""

    lang: Lang = "en"

    def mentions(self, text: str, context: Context) -> list[Mention]:
        parsed = parse(text, 0, len(text), context)
        sentence = parsed.sentence
        found: list[Mention] = [
            quantities.quantity(sentence, amount) for amount in parsed.amounts if amount.kind != "age"
        ]
        found += [mention for date in parsed.dates if (mention := dates.mention(sentence, date)) is not None]
        found += [terms.mention(sentence, label, _level(label.candidates)) for label in parsed.terms]
        found += [places.mention(sentence, spot) for spot in located(parsed)]
        for org in parsed.organizations:
            inside = resolve(sentence, org.places, context.place)
            found.append(names.mention(sentence, org, inside[0].codes[0] if inside else None))
        found += [status for group in parsed.groups if (status := cue(parsed, group)) is not None]
        found += [LevelMention(t.start, t.end, TIERS[t.low]) for t in sentence.tokens if t.low in TIERS]
        return sorted(found, key=lambda mention: (mention.start, mention.end))

    def read(self, text: str, start: int, end: int, context: Context) -> list[Reading]:
        return read.read(text, start, end, context)

    def persons(self, text: str, start: int, end: int, context: Context) -> tuple[tuple[str, str, str], ...]:
        return people.persons(parse(text, start, end, context)) if people.names_office(text[start:end]) else ()

    def phrase(self, text: str, context: Context) -> list[Reading]:
        """What a phrase says by itself, down to a lone date, tier or status."""
        found = read.read(text, 0, len(text), replace(context, health=True), bare=True)
        parsed = parse(text, 0, len(text), context)
        if not found:
            found = [_bare(parsed, amount) for amount in parsed.amounts if amount.kind == ""] or [
                Reading(0, len(text), "en.phrase")
            ]
        status = verdict(parsed, parsed.clauses[-1], parsed.clauses[-1].last, None).status if parsed.tags else None
        period = next((own for clause in parsed.clauses if (own := read.period_of(parsed, clause)) is not None), None)
        level = next((TIERS[token.low] for token in parsed.sentence.tokens if token.low in TIERS), None)
        every = any(word in {"all", "every"} for word in parsed.sentence.lows(0, 1))
        return [
            replace(
                reading, status=reading.status or status, period=reading.period or period, level=reading.level or level,
                comparator=reading.comparator or ("all" if every and reading.value is None else None),
            )
            for reading in found
        ]  # fmt: skip

    def tone(self, text: str, start: int, end: int, context: Context) -> Section | None:
        return scope.tone(text[start:end], context)

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        return sentences.sentences(text, start, end)

    def section(self, heading: str, context: Context) -> Section | None:
        return scope.section(heading, context)

    def masthead(self, text: str) -> Masthead:
        return masthead.masthead(text)


def _level(candidates: tuple[tuple[str, str], ...]):  # type: ignore[no-untyped-def]
    term = vocabulary().terms.get(candidates[0][1])
    return term.level if term is not None else None


def _bare(parsed: Parse, amount: quantities.Amount) -> Reading:
    """An amount with nothing that it measures: 75%, 12 million yuan."""
    tokens = parsed.sentence.tokens
    return Reading(
        tokens[amount.first].start, tokens[amount.last - 1].end, "en.amount", amount.value, amount.value_max, amount.comparator,
        amount.unit or "count", amount.change,
    )  # fmt: skip


PACK = English()
__all__ = ["PACK", "PLANNED", "UNDERWAY"]
