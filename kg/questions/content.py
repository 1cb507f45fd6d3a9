"""The content of a question: the units that a statement must say, from what names and asking have left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import ahocorasick

from kg.questions.lexicon import Concept, concept_forms, lexicon
from kg.questions.parts import GENERIC
from kg.questions.reading import NumberWord, OrganizationName, Unit
from kg.questions.wording import form_of, stem
from languages.recognize import Label
from ontology.codes import Lang
from ontology.vocabulary import Vocabulary, term_labels

TERM, CONCEPT, WORD, NUMBER = 2.0, 1.0, 0.8, 1.0
SHARED = 0.3  # a concept that nearly every statement shares
_DIGITS = tuple(
    zip(zip("一二三四五六七八九十", "one two three four five six seven eight nine ten".split(), strict=True),
        map(str, range(1, 11)), strict=True)
)  # fmt: skip
_DURATION = {
    "zh": re.compile(
        r"(?<![\d十])(?P<number>[一二三四五六七八九十]|\d{1,2})年(?:之?内|以内|期间?|间|来)|(?:过去|近|这|前|未来|今后)(?P<past>[一二三四五六七八九十]|\d{1,2})年(?!级)"
    ),
    "en": re.compile(
        r"\b(?:over|within|for|during|in)(?: the)?(?: next| past| last| previous| coming)? "
        r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years()\b"
    ),
}
_PAST = re.compile(r"past|last|previous|过去|近|前|来$|间$")
_AGE = re.compile(r"(\d+)周?岁")
_WORD = re.compile(r"[A-Za-z0-9][\w'’.+-]*")
_PARTICLES = (
    "的和与及或花在将由被把向对从了是让使给并且也都还就才又吗呢吧么谁哪何之各每几共要会已有到至于以为地得着跟同"
)
_EDGES = (
    "离距差缺中上下前后时里内个家所张名项例年月日底末省市县区州高低多少更比较新大小等第出来去达超过其这那该总数可应"
)
_HAN = re.compile(rf"[^\W_{_PARTICLES}]+")


def term_units(text: str, terms: Sequence[Label], lang: Lang, vocabulary: Vocabulary) -> Iterator[tuple[int, Unit]]:
    """A unit for every vocabulary term, with its place in the question."""
    for label in terms:
        ids = tuple(id for _, id in label.candidates if id in vocabulary.terms)
        if not ids:
            continue
        named = [vocabulary.terms[id] for id in ids]
        zh = tuple(dict.fromkeys(form_of(form, "zh") for term in named for form in term_labels(term, "zh")))
        en = tuple(dict.fromkeys(form_of(form, "en") for term in named for form in term_labels(term, "en")))
        known = concept_forms(lang).get(form_of(text[label.start : label.end], lang))
        if known is not None:
            zh, en = (*zh, *known.zh), (*en, *known.en)
        weight = SHARED if all(_is_generic(form) for form in (*zh[:1], *en[:1])) else TERM
        yield label.start, Unit(text[label.start : label.end], weight, ids, zh, en, named[0].level)


def body_units(bodies: Iterable[OrganizationName], lang: Lang) -> Iterator[tuple[int, Unit]]:
    """A unit for every body named; how it is matched in the other language: `kg.questions.body`."""
    for body in bodies:
        form = form_of(body.name, lang)
        zh, en = ((form,), ()) if lang == "zh" else ((), (form,))
        yield body.start, Unit(body.name, 0.0, zh=zh, en=en, lang=lang)


def number_units(text: str, numbers: Iterable[NumberWord]) -> Iterator[tuple[int, Unit]]:
    for number in numbers:
        yield number.start, Unit(text[number.start : number.end], NUMBER, number=number.value)


def durations(text: str, lang: Lang) -> list[tuple[int, int]]:
    """The stretches that say how long something takes."""
    return [match.span() for match in _DURATION[lang].finditer(text)]


def duration_units(text: str, lang: Lang) -> Iterator[tuple[int, Unit]]:
    """A unit for every stretch of time that something takes: 在三年内, over three years."""
    for match in _DURATION[lang].finditer(text):
        number = match["number"] or match[2]
        value = next((word for word, digit in _DIGITS if number in (word[0], word[1], digit)), (number, number))
        forms = tuple(dict.fromkeys((number, *value, *(digit for word, digit in _DIGITS if word == value))))
        zh = tuple(form_of(f"{form}年", "zh") for form in forms)
        yield (
            match.start(),
            Unit(
                match[0],
                SHARED if _PAST.search(match[0]) else CONCEPT,
                zh=zh,
                en=tuple(form_of(f"{form} years", "en") for form in forms if form.isascii()),
            ),
        )


def word_units(text: str, taken: bytearray, lang: Lang) -> Iterator[tuple[int, Unit]]:
    """Concepts and other words in the stretches that are not taken."""
    for start, end in _free(taken):
        if lang == "zh":
            yield from _chinese(text[start:end], start)
        else:
            yield from _english(text, start, end)


def _free(taken: bytearray) -> Iterator[tuple[int, int]]:
    start = None
    for at, used in enumerate((*taken, 1)):
        if not used and start is None:
            start = at
        elif used and start is not None:
            yield start, at
            start = None


def _concept_unit(text: str, concept: Concept) -> Unit:
    weight = SHARED if concept.id in GENERIC else CONCEPT
    return Unit(text, weight, zh=concept.zh, en=concept.en, strict=concept.strict)


def _is_generic(form: str) -> bool:
    return any(form in (*concept.zh, *concept.en) for concept in concept_forms("zh").values() if concept.id in GENERIC)


@cache
def _automaton() -> ahocorasick.Automaton:
    """Light words and concepts of Chinese, to cut a stretch into: the leftmost, then the longest first."""
    automaton = ahocorasick.Automaton()
    for word in lexicon("zh").light:
        if len(word) > 1:
            automaton.add_word(word, (len(word), None))
    for form, concept in concept_forms("zh").items():
        automaton.add_word(form, (len(form), concept))
    automaton.make_automaton()
    return automaton


def _chinese(text: str, offset: int) -> Iterator[tuple[int, Unit]]:
    at = 0
    for end, (length, concept) in _automaton().iter_long(text):
        yield from _rest(text, at, end + 1 - length, offset)
        if concept is not None:
            yield offset + end + 1 - length, _concept_unit(text[end + 1 - length : end + 1], concept)
        at = end + 1
    yield from _rest(text, at, len(text), offset)


def _rest(text: str, start: int, end: int, offset: int) -> Iterator[tuple[int, Unit]]:
    """Stretches of characters that no word explains, without the particles between and around them."""
    for match in _HAN.finditer(text, start, end):
        form = form_of(match[0].strip(_EDGES), "zh")
        age = _AGE.fullmatch(form)
        if age:
            yield offset + match.start(), Unit(match[0], NUMBER, number=float(age[1]))
        elif form and form not in lexicon("zh").light:
            weight = min(2.0, 0.4 * len(form)) if len(form) > 1 else 0.2
            yield offset + match.start(), Unit(match[0], weight, zh=(form,), fuzzy=len(form) > 1, lang="zh")


def _english(text: str, start: int, end: int) -> Iterator[tuple[int, Unit]]:
    words = list(_WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        count, concept = _longest(text, words, at)
        light = count == 1 and stem(words[at][0].casefold()) in lexicon("en").light
        if concept is not None and not light:
            yield words[at].start(), _concept_unit(text[words[at].start() : words[at + count - 1].end()], concept)
        elif not light:
            form = form_of(words[at][0], "en")
            if len(form) > 1:
                name = _is_inside(text, words[at].start()) and words[at][0][0].isupper() and not words[at][0].isupper()
                yield words[at].start(), Unit(words[at][0], WORD, en=(form,), lang="en", strict=name)
        at += count


def _is_inside(text: str, start: int) -> bool:
    """Whether a word stands within a sentence, where only names have a capital."""
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in '.?!:;"“('


def _longest(text: str, words: Sequence[re.Match[str]], at: int) -> tuple[int, Concept | None]:
    """How many words the longest concept that begins here takes; 1 and None where none does."""
    forms = concept_forms("en")
    for count in range(min(5, len(words) - at), 0, -1):
        concept = forms.get(form_of(text[words[at].start() : words[at + count - 1].end()], "en"))
        if concept is not None:
            return count, concept
    return 1, None
