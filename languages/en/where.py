"""The places of a fact: named in its clause, spoken of before, each of a kind, or the rest."""

from __future__ import annotations

from languages.en import lexicon
from languages.en.clauses import Clause
from languages.en.facts import Fact
from languages.en.inherited import capitals, named_here, spoken, subject_places, there
from languages.en.parse import Parse
from languages.en.places import Located, members, resolve
from languages.en.regions import regions
from ontology.vocabulary import vocabulary

DIVISIONS = lexicon.words("division_nouns")
REST = frozenset({"other", "remaining", "rest"})
FAR = frozenset({"from", "than", "versus", "like", "unlike"})
TRAVELS = frozenset("going go went gone travelling traveling travel travelled traveled".split())
PRESS = lexicon.words("sets", "press")


def located(parse: Parse) -> tuple[Located, ...]:
    """The places that a sentence names, those of newspapers left out."""
    names = [n for n in parse.names if not _is_press(parse, n.last) and not _in_term(parse, n.first)]
    found = [*resolve(parse.sentence, names, parse.context.place), *capitals(parse)]
    found += [r for r in regions(parse) if not any(s.first < r.last and r.first < s.last for s in found)]
    found = sorted([*found, *_nationwide(parse)], key=lambda spot: spot.first)
    return tuple(spot for spot in found if not _is_region_of(parse, spot, found))


def _nationwide(parse: Parse) -> list[Located]:
    """Nationwide, 1,100 counties had joined: the country that the place of the text lies in."""
    home = parse.context.place
    if home is None or parse.sentence.low(0) not in {"nationwide", "nationally", "countrywide"}:
        return []
    return [Located(0, 1, ("CN" if home.isdecimal() else home[:2],))]


def _is_region_of(parse: Parse, spot: Located, found: list[Located]) -> bool:
    """South China's Hainan: the region only says where the place lies."""
    if parse.sentence.low(spot.last) != "'s":
        return False
    inner = next((s for s in found if s.first == spot.last + 1), None)
    return inner is not None and set(inner.codes) < set(spot.codes)


def _in_term(parse: Parse, first: int) -> bool:
    """A place inside a programme's name is no place of a fact: Sanming medical reform."""
    return any(f.first <= first < f.last for f in parse.terms)


def _is_press(parse: Parse, last: int) -> bool:
    return (
        parse.sentence.low(last - 1) == "xinhua"
        or (parse.sentence.low(last) in PRESS and parse.sentence.tokens[last].text[:1].isupper())
        if last < len(parse.sentence)
        else False
    )


def where(
    parse: Parse, clause: Clause, fact: Fact, spots: tuple[Located, ...]
) -> tuple[tuple[str, ...] | None, bool, bool]:
    """Codes (None: not said), whether each of them has the number, and whether they are the rest of a whole."""
    home = parse.context.place
    if fact.rest:
        return _rest(parse, fact, spots), True, True
    if fact.places is not None or fact.rule == "en.gapped":
        return fact.places, fact.each, False
    left_out = _but(parse, clause, fact)
    if left_out is not None:
        named = {code for s in spots if left_out[0] <= s.first < left_out[1] for code in s.codes}
        every = members(home, parse.sentence.lows(left_out[1], left_out[1] + 8))
        if named and named < set(every):
            return tuple(code for code in every if code not in named), True, False
    own = _own(parse, clause, fact, spots) or there(parse, clause, spots) or subject_places(parse, clause, spots)
    all_of = _every(parse, clause, fact, spots)
    if all_of is not None:
        return all_of, True, False
    shared = fact.each or _each_of(parse, clause, own)
    if not own:
        return named_here(parse, clause, spots) or spoken(parse, clause), shared, False
    codes = tuple(dict.fromkeys(code for spot in own for code in spot.codes))
    codes = _innermost(codes, home)
    return codes or None, shared, False


def _each_of(parse: Parse, clause: Clause, own: list[Located]) -> bool:
    """A and B will each receive three: the verb says so."""
    main = clause.main
    if main is None or not any(parse.sentence.low(at) == "each" for at in range(main.first, main.last)):
        return False
    joined = any(
        parse.sentence.low(at) == "and" and _is_name(parse, at - 1) and _is_name(parse, at + 1)
        for at in range(clause.first + 1, main.first)
    )
    return (
        joined
        or len(own) > 1
        or len({code for spot in own for code in spot.codes}) > 1
        or any(
            parse.sentence.low(at) in DIVISIONS and parse.sentence.low(at).endswith("s")
            for at in range(clause.first, main.first)
        )
    )


def _is_name(parse: Parse, at: int) -> bool:
    return parse.tags[at] == "noun" and parse.sentence.tokens[at].text[:1].isupper()


def _own(parse: Parse, clause: Clause, fact: Fact, spots: tuple[Located, ...]) -> list[Located]:
    """The places in the reach of a fact: the subject of its clause, and what follows its own number."""
    inside = [
        s
        for s in spots
        if clause.first <= s.first < clause.last
        and _lead(parse, s) not in FAR
        and not _is_compared(parse, s)
        and not _is_aim(parse, s)
        and not _is_teller(parse, s)
    ]
    if not inside:
        return []
    start = fact.amount.first if fact.amount is not None else fact.first
    after = [
        a.first
        for a in parse.amounts
        if a.first > start
        and a.kind == ""
        and clause.first <= a.first < clause.last
        and parse.sentence.low(a.last) not in DIVISIONS
    ]
    limit = min(after, default=clause.last)
    behind = [s for s in inside if start <= s.first < limit]
    main = clause.main
    ahead = [s for s in inside if s.last <= start]
    subject = [
        s
        for s in ahead
        if main is None or s.first < main.first or s.first >= (fact.first if fact.amount is None else 0)
    ]
    before_all = [a for a in parse.amounts if clause.first <= a.first < start and a.kind == ""]
    if before_all and not behind:
        subject = [s for s in ahead if s.first < before_all[0].first]
    if behind and not any(s.first >= fact.first for s in subject):
        tail = [s for s in behind if _is_in(parse, s)]
        if tail and not subject:
            return tail
        return tail or subject
    return [*subject, *[s for s in behind if _is_in(parse, s)]] if subject else [s for s in behind if _is_in(parse, s)]


def _lead(parse: Parse, spot: Located) -> str:
    """The word before a place, or before the list of places that it stands in: from A, B and C."""
    at = spot.first - 1
    stop = max(-1, at - 16)
    while at > stop:
        name = next((n for n in parse.names if n.first <= at < n.last), None)
        if name is None and parse.sentence.low(at) not in {",", "and", "&", "or"}:
            break
        at = name.first - 1 if name is not None else at - 1
    return parse.sentence.low(at)


def _is_teller(parse: Parse, spot: Located) -> bool:
    """The provincial commission said that ...: the place of the text in the name of the body that speaks."""
    if spot.codes != (parse.context.place,):
        return False
    said = next((g for g in parse.groups if g.first >= spot.last), None)
    return said is not None and said.saying and any(o.first <= spot.first < o.last for o in parse.organizations)


def _but(parse: Parse, clause: Clause, fact: Fact) -> tuple[int, int] | None:
    """Except for A and B, all counties: the tokens of what is left out."""
    for at in range(clause.first, min(fact.first, clause.last)):
        if parse.sentence.low(at) in {"except", "excluding"}:
            end = next((i for i in range(at, clause.last) if parse.sentence.low(i) == ","), None)
            return (
                (at, end)
                if end is not None and parse.sentence.low(end + 1) in {"all", "every", "each", "the"}
                else None
            )
    return None


def _is_in(parse: Parse, spot: Located) -> bool:
    """Whether a place is where the thing is: in, of, for, at, or part of its name."""
    if _lead(parse, spot) in {"with", "by"}:
        return False
    for at in range(spot.first - 1, max(spot.first - 4, -1), -1):
        low = parse.sentence.low(at)
        if low in {"to", "with", "by", "and", ","} and low not in {"to", "and", ","}:
            return False
        if parse.tags[at] == "prep":
            return low in {
                "in",
                "of",
                "for",
                "at",
                "across",
                "throughout",
                "within",
                "to",
                "covering",
                "into",
                "around",
                "between",
                "on",
            }
    return True


def _is_aim(parse: Parse, spot: Located) -> bool:
    """Patients going to Beijing: where they go, not where the thing is; nor are the parts of a named alliance."""
    if parse.sentence.low(spot.last) in {"collaboration", "integration", "synergy"}:
        return True
    return parse.sentence.low(spot.first - 1) == "to" and parse.sentence.low(spot.first - 2) in TRAVELS


def _is_compared(parse: Parse, spot: Located) -> bool:
    return parse.sentence.low(spot.last) in {"average", "standard"} or parse.sentence.low(spot.first - 1) in {
        "reporter"
    }


def _innermost(codes: tuple[str, ...], home: str | None) -> tuple[str, ...]:
    """Of a place and one inside it the inner one: Xuanhan County, Dazhou."""
    lineage = {up for code in codes for up in vocabulary().ancestors(code)}
    return tuple(code for code in codes if code not in lineage)


def _every(parse: Parse, clause: Clause, fact: Fact, spots: tuple[Located, ...]) -> tuple[str, ...] | None:
    """Every county has at least one: the members of the place."""
    sentence = parse.sentence
    stop = fact.amount.first if fact.amount is not None else fact.first
    if fact.value is None or fact.unit not in {None, "count"}:
        return None
    lows = sentence.lows(clause.first, clause.last)
    holders = [at for at, low in enumerate(lows, clause.first) if low in {"every", "each"}]
    for at in holders[:4]:
        if (at > stop and not fact.each) or not REST.isdisjoint(sentence.lows(at + 1, at + 4)):
            continue
        words = []
        for ahead in range(at + 1, min(at + 8, clause.last)):
            if parse.tags[ahead] in {"verb", "aux", "modal", "sign"} or sentence.low(ahead) in {"in", "has", "have"}:
                break
            words += [sentence.low(ahead), *sentence.low(ahead).split("-")]
        if not any(word in DIVISIONS for word in words):
            continue
        inside = [
            s.codes[0]
            for s in spots
            if at < s.first <= at + 12
            and len(s.codes) == 1
            and s.first < (clause.main.first if clause.main else clause.last)
        ]
        holder = inside[-1] if inside else parse.context.place
        return members(holder, words) or ((holder,) if holder else None)
    return None


def _rest(parse: Parse, fact: Fact, spots: tuple[Located, ...]) -> tuple[str, ...] | None:
    """The divisions of the home place that the sentence has not named before."""
    words: list[str] = []
    start = max(0, fact.first - 8)
    for at in range(start, min(fact.last + 2, len(parse.sentence))):
        words += [parse.sentence.low(at), *parse.sentence.low(at).split("-")]
    every = members(parse.context.place, words)
    named = {code for spot in spots if spot.first < fact.last for code in spot.codes}
    rest = tuple(code for code in every if code not in named)
    return rest or None
