"""Facts without a number: named programmes, designations, facilities and reforms with a verb of doing."""

from __future__ import annotations

from collections.abc import Iterator

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.grammar import is_a
from languages.en.measures import TIERED, Measure, is_elsewhere, is_health, measure
from languages.en.names import Name
from languages.en.parse import Parse
from languages.en.phrases import Phrase, label, noun_phrase, tiers, with_of
from languages.en.status import governing
from languages.en.subjects import subject
from languages.en.terms import Found
from languages.en.verb_groups import DESIGNATING, VerbGroup

FACILITY_VERBS = frozenset("build construct establish set open expand relocate upgrade become promote rebuild renovate complete create launch add found form develop start begin seek strive bid commission inaugurate accelerate advance approve plan put push settle land host secure designate list select include select name carry".split())
SERVICE_VERBS = frozenset("promote implement carry launch pilot roll introduce realize realise achieve popularize popularise extend start begin initiate conduct adopt advance accelerate push establish provide cover offer".split())
WEAK_VERBS = frozenset("strengthen improve enhance optimize optimise support encourage guide deepen perfect standardize standardise consolidate have be own say hold use make receive visit lead serve help join attend participate follow report describe cover".split())
PROGRAMME_HEADS = lexicon.words("programme_heads")
COMPLEMENT_LEADS = frozenset({"as", "to", "into", "a", "an", "the", "among", "in"})
TRANSPARENT = lexicon.words("transparent_nouns")
PLAIN = lexicon.words("plain_terms")
NAMING = DESIGNATING | frozenset({"promote", "upgrade", "become", "build", "establish", "recognize", "rank"})
BEGINNINGS = frozenset({"begin", "start", "commence"})


def named(parse: Parse, clause: Clause, facts: list[Fact]) -> list[Fact]:
    """The named facts of a clause beside those of its amounts, in order."""
    taken = {at for fact in facts for at in range(fact.first, fact.last) if fact.amount is not None}
    found: list[Fact] = []
    for fact in (*_covered(parse, clause), *_terms(parse, clause), *_programmes(parse, clause), *_designated(parse, clause), *_subjects(parse, clause)):
        span = set(range(fact.first, fact.last))
        if span & taken:
            continue
        taken |= span
        found.append(fact)
    return sorted(found, key=lambda fact: fact.first)


def _terms(parse: Parse, clause: Clause) -> Iterator[Fact]:
    for term in parse.terms:
        if not clause.first <= term.first < clause.last or _in_name(parse, term):
            continue
        kind = next((kind for kind, _ in term.candidates if kind in TIERED), None)
        if kind is None:
            continue
        group = governing(clause, term.first)
        if group is None and not _is_list_item(parse, clause, term):
            continue
        if group is not None and not _does(parse, clause, kind, term, group):
            continue
        phrase = _phrase_around(parse, clause, term)
        if phrase is None:
            continue
        if _has_number(parse, phrase):
            continue
        yield from _by_tiers(parse, clause, phrase, term)


def _in_name(parse: Parse, term: Found) -> bool:
    return any(org.first <= term.first and term.last <= org.last for org in parse.organizations)


def _is_list_item(parse: Parse, clause: Clause, term: Found) -> bool:
    """A designation that stands without its verb between semicolons, as machine translation leaves it."""
    return clause.hard and ";" in clause.lead and any(kind in {"designation", "programme", "reform"} for kind, _ in term.candidates)


def _does(parse: Parse, clause: Clause, kind: str, term: Found, group: VerbGroup) -> bool:
    """Whether the verb does something to a thing of that kind, and the thing is its object or passive subject."""
    lemma = group.lemma
    plain = parse.sentence.phrase(term.first, term.last).casefold()
    if plain in PLAIN:
        return False
    acting = group.last <= term.first or group.passive or group.status == "withdrawn" or lemma in BEGINNINGS | {"open", "launch"}
    if not acting or group.saying:
        return False
    if group.negated:
        return False
    between = parse.sentence.lows(group.last, term.first)
    if kind == "facility":
        if lemma not in FACILITY_VERBS and group.status not in {"withdrawn", "sought"} and not _is_made(between):
            return False
        return group.last > term.first or not _is_apart(between) or lemma in {"become", "promote", "upgrade"}
    if kind == "service":
        return lemma in SERVICE_VERBS or group.status == "withdrawn"
    if lemma in WEAK_VERBS and not (group.lemma == "support" and kind == "designation") and kind not in {"programme", "designation", "reform"}:
        return False
    if lemma in {"reach", "meet", "pass", "attain"}:
        return kind == "designation"
    return lemma not in {"have", "be", "say", "own", "visit", "attend", "hold", "report", "describe", "receive"} or group.status in {"sought", "planned"}


def _is_made(between: tuple[str, ...]) -> bool:
    return any(word in {"construction", "establishment", "building", "development"} for word in between)


def _is_apart(between: tuple[str, ...]) -> bool:
    """Whether prepositions set a thing apart from its verb; `the construction of`, `the scope of` do not."""
    for at, word in enumerate(between):
        if word == "of" and at and between[at - 1] in TRANSPARENT:
            continue
        if word in {"in", "at", "for", "by", "from", "to", "between", "with", "of"}:
            return True
    return False


def _phrase_around(parse: Parse, clause: Clause, term: Found) -> Phrase | None:
    """The noun phrase that a term heads; None where the term only modifies another head."""
    first = term.first
    while first > clause.first and parse.tags[first - 1] == "noun" and parse.sentence.low(first - 1) not in {"'s"}:
        first -= 1
    phrase = noun_phrase(parse, term.first, clause.last)
    if phrase is None:
        return None
    return Phrase(first, max(phrase.last, term.last))


def _has_number(parse: Parse, phrase: Phrase) -> bool:
    return any(a.kind == "" and a.rule != "zero" and (a.last == phrase.first or phrase.first <= a.first < phrase.last) and a.unit in {None, "count"} for a in parse.amounts)


def _by_tiers(parse: Parse, clause: Clause, phrase: Phrase, term: Found) -> Iterator[Fact]:
    found = measure(parse, phrase, clause.last)
    if found.id is None:
        found_term = measure(parse, Phrase(term.first, term.last), clause.last)
        tail = parse.sentence.low(phrase.head)
        if tail in PROGRAMME_HEADS and parse.sentence.tokens[phrase.head].text[0].isupper() and phrase.last > term.last:
            yield Fact(phrase.first, phrase.last, Measure(found.label, level=found.level), "en.programme", level=found.level)
            return
        if found_term.id is None or (phrase.last > term.last and tail in {"standards", "standard", "conference", "meeting", "report", "staff", "workers", "system", "department", "departments"}):
            return
        found = Measure(found.label, found_term.id, found_term.kind, found_term.level, found_term.specialty)
    spread = tiers(parse, phrase.first, phrase.last)
    levels = list(dict.fromkeys(level for _, level in spread)) or [found.level]
    joined = any(parse.sentence.low(at) in {"and", ",", "or"} for at in range(spread[0][0], spread[-1][0])) if len(spread) > 1 else False
    for level in levels if joined else [found.level]:
        yield Fact(phrase.first, phrase.last, found, "en.named", level=level)


def _covered(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """All township health centers, every village clinic, full coverage of telemedicine: comparator `all`."""
    sentence = parse.sentence
    for at in range(clause.first, clause.last - 1):
        if sentence.low(at) in {"all", "every"} and parse.tags[at] == "det":
            start = at + 1
            while sentence.low(start) in {"the", "of", "its", "our", "their"}:
                start += 1
            phrase = noun_phrase(parse, start, clause.last)
            term = next((f for f in parse.terms if phrase is not None and phrase.first <= f.first < phrase.last), None)
            if phrase is None or term is None or (sentence.low(at - 1) == "not"):
                continue
            found = measure(parse, phrase, clause.last)
            if found.id is None or found.kind != "facility":
                continue
            said = _said_of(parse, clause, phrase)
            yield Fact(at, phrase.last, said or found, "en.all", comparator="all", level=None if said else found.level)
        elif sentence.low(at) in {"full", "universal", "complete", "100"} and sentence.low(at + 1) == "coverage" and sentence.low(at + 2) in {"of", "for"}:
            start = at + 3
            while start < clause.last and parse.tags[start] == "det":
                start += 1
            phrase = noun_phrase(parse, start, clause.last)
            if phrase is not None and is_health(label(parse, phrase)):
                yield Fact(at, phrase.last, measure(parse, phrase, clause.last), "en.all", comparator="all")


def _said_of(parse: Parse, clause: Clause, phrase: Phrase) -> Measure | None:
    """What all of them are to have: the term in the predicate."""
    for term in parse.terms:
        if phrase.last <= term.first < clause.last:
            read = measure(parse, Phrase(term.first, term.last), clause.last)
            if read.id is not None and read.kind != "facility":
                return read
    return None


def _programmes(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """Programmes that no vocabulary knows, by their capitals or quotes: the Hundred Talents Recruitment Program."""
    sentence = parse.sentence
    at = clause.first
    while at < clause.last:
        if sentence.kind(at) not in {"word", "mixed"} or not sentence.tokens[at].text[0].isupper() or parse.tags[at] in {"date", "amount"}:
            at += 1
            continue
        last = _capitals(parse, at, clause.last)
        head = next((i for i in range(last - 1, at, -1) if sentence.low(i) in PROGRAMME_HEADS), None)
        if head is None or head - at < 1 or any(o.first <= at < o.last for o in parse.organizations) and not _after_org(parse, at, head):
            at = max(last, at + 1)
            continue
        phrase = Phrase(at, head + 1)
        text = label(parse, phrase)
        group = governing(clause, at)
        if group is not None and not group.saying and _acts(group, at) and _is_programme(text) and not is_elsewhere(text):
            found = measure(parse, phrase, head + 1)
            yield Fact(phrase.first, phrase.last, found if found.id else Measure(text, None, None, found.level), "en.programme", level=found.level)
        at = max(last, at + 1)


def _after_org(parse: Parse, at: int, head: int) -> bool:
    return all(not (o.first <= at and head < o.last) for o in parse.organizations)


def _is_programme(text: str) -> bool:
    low = text.casefold()
    return len(low.split()) >= 2 and not any(word in low for word in ("five-year plan", "work plan", "work report", "party", "congress"))


def _acts(group: VerbGroup, at: int) -> bool:
    lemma = group.lemma
    return (group.last <= at or group.passive or lemma in {"begin", "start", "launch"}) and lemma not in {"be", "have", "say", "attend", "hold", "visit", "read", "know"} and (
        is_a(lemma, "make", "seek", "begin", "stop", "aim") or group.status in {"planned", "sought"}
    )


def _capitals(parse: Parse, first: int, limit: int) -> int:
    sentence = parse.sentence
    at = first + 1
    while at < limit:
        token = sentence.tokens[at]
        if token.kind in {"word", "mixed"} and token.text[0].isupper():
            at += 1
        elif token.low in {"of", "for", "and", "in", "on", "to", "the", "'s", "&", "+"} and at + 1 < limit and sentence.tokens[at + 1].text[0].isupper():
            at += 1
        elif token.kind == "number" and at + 1 < limit and sentence.tokens[at + 1].text[0].isupper() and len(token.text) != 4:
            at += 1
        else:
            break
    return at


def _designated(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """X was named a demonstration county, promoted to a third-class hospital, identified as a pilot of Y."""
    for group in clause.groups:
        naming = group.lemma in NAMING and (group.passive or group.lemma == "become") or (group.lemma in {"win", "earn", "receive", "gain", "obtain"} and "title" in parse.sentence.lows(group.last, group.last + 5))
        if not naming:
            continue
        at = group.last
        while at < clause.last and (parse.sentence.low(at) in COMPLEMENT_LEADS or parse.tags[at] == "det"):
            at += 1
        if at == group.last and group.lemma != "become":
            continue
        phrase = noun_phrase(parse, at, clause.last)
        if phrase is None:
            continue
        whole = _with_complements(parse, phrase, clause.last)
        found = measure(parse, phrase, whole.last)
        text = label(parse, whole)
        if found.id is None and not (is_health(text) and _is_designation(text)):
            continue
        if found.id is not None and found.kind not in TIERED:
            continue
        if _has_number(parse, phrase):
            continue
        spoken = subject(parse, clause)
        first = spoken[1] if spoken is not None else group.first
        level = found.level or next((level for _, level in tiers(parse, phrase.first, whole.last)), None)
        yield Fact(first, whole.last, Measure(text, found.id, found.kind, level, found.specialty), "en.designated", level=level)


def _is_designation(text: str) -> bool:
    return any(word in text.casefold() for word in ("pilot", "demonstration", "hospital", "center", "centre", "base", "unit", "model", "county", "city", "zone", "area", "site", "advanced", "project", "institution"))


def _with_complements(parse: Parse, phrase: Phrase, limit: int) -> Phrase:
    """A head with what `of` or `for` binds to it, gerunds included."""
    last = phrase.last
    at = last
    while at < limit and parse.sentence.low(at) in {"of", "for", "to", "in"} and at + 1 < limit and parse.tags[at + 1] != "date":
        at += 1
        while at < limit and (parse.tags[at] in {"det", "verb", "to"}):
            at += 1
        inner = noun_phrase(parse, at, limit)
        if inner is None:
            break
        at = last = inner.last
    return Phrase(phrase.first, last)


def _subjects(parse: Parse, clause: Clause) -> Iterator[Fact]:
    """A project that is terminated, work on a base that began: the subject of a verb that ends or begins it."""
    main = clause.main
    if main is None or any(a.kind == "" and clause.first <= a.first < clause.last for a in parse.amounts):
        return
    ends = main.status == "withdrawn" and main.passive
    if not ends:
        return
    spoken = subject(parse, clause)
    if spoken is None or len(spoken[0].label.split()) < 2 or len(spoken[0].label.split()) > 24:
        return
    found, first = spoken
    if not is_health(found.label) or is_elsewhere(found.label):
        return
    yield Fact(first, main.last, Measure(found.label, found.id, found.kind, found.level, found.specialty), "en.ended", level=found.level)


def hospital_names(parse: Parse, first: int, last: int) -> list[Name]:
    """The hospitals that a span names."""
    return [org for org in parse.organizations if org.hospital and first <= org.first < last]


__all__ = ["hospital_names", "named", "with_of"]
