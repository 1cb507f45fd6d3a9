"""A light grammar: what part each token plays, and the verb groups with what they say of time."""

from __future__ import annotations

from collections.abc import Collection

from languages.en.nouns import plural
from languages.en.tokens import Sentence
from languages.en.verbs import Verb, bases, forms, is_a
from languages.en.word_classes import (
    ACTIVE_PAST,
    ADJECTIVAL,
    ADVERBS,
    AFTER_GERUND_NOUNS,
    AIMING,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    LINKING_GERUNDS,
    MODALS,
    MOVES_TO,
    NEVER_BARE,
    NOUN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    REACHING,
    RELATIVES,
    SHARERS,
    STANDING,
    SUBORDINATORS,
    Tag,
)


def tag(
    sentence: Sentence, amounts: Collection[int], dates: Collection[int], rates: Collection[int], fixed: Collection[int]
) -> list[Tag]:
    """One tag a token. `amounts`, `dates` and `fixed` (inside of vocabulary labels: nouns) are tokens taken before."""
    tags: list[Tag] = []
    for index in range(len(sentence)):
        if index in dates:
            tags.append("date")
        elif index in rates:
            tags.append("rate")
        elif index in amounts:
            tags.append("amount")
        elif index in fixed:
            tags.append("noun")
        else:
            tags.append(_tag(sentence, index, tags))
    return tags


def _tag(sentence: Sentence, index: int, tags: list[Tag]) -> Tag:
    token = sentence.tokens[index]
    low, previous = token.low, tags[-1] if tags else "sign"
    if token.kind == "sign":
        return "noun" if low in {"'s", "&"} else "sign"
    if token.kind != "word":
        return "noun"
    if low == "to":
        return _to(sentence, index)
    if low in MODALS and not (low == "may" and token.text[0] == "M" and index > 0):
        return "modal"
    if low in AUXILIARIES:
        return "aux"
    if low in RELATIVES and low != "that":
        return "rel"
    if low == "that":
        return "det" if previous in {"prep", "verb"} and sentence.low(index + 1) not in DETERMINERS else "rel"
    if low in {"provided", "assuming"} and previous == "aux":
        return "verb"
    if low == "first" and previous == "aux" and sentence.low(index + 1) in forms():
        return "adv"  # was first piloted
    if low in SUBORDINATORS and not (low in {"since", "after", "before", "until", "as", "once"} and low != "as"):
        return "sub" if low not in {"as"} else "prep"
    if low in CONJUNCTIONS:
        return "adv" if low == "yet" and "aux" in tags[-2:] else "conj"
    if low in DETERMINERS:
        return "det"
    if low in PRONOUNS:
        return "pron"
    if low in {"up", "out", "down", "off", "back", "away"} and previous == "verb":
        return "adv"
    if low in PREPOSITIONS:
        return "prep"
    if _in_capitals(sentence, index):
        return "noun"
    verb = forms().get(low)
    if verb is not None and _is_verb(sentence, index, verb, tags):
        return "verb"
    if verb is None and low not in ADVERBS and not low.endswith("ly") and _after_modal(sentence, tags):
        return "verb"
    if low in ADVERBS or (
        low.endswith("ly")
        and len(low) > 5
        and low
        not in {
            "elderly",
            "family",
            "supply",
            "monthly",
            "assembly",
            "anomaly",
            "early",
            "friendly",
            "quarterly",
            "yearly",
        }
    ):
        return "adv"
    if verb is None and low.endswith("ed") and len(low) > 5 and "-" not in low and _finite_place(sentence, index, tags):
        return "verb"
    return "noun"


def _in_capitals(sentence: Sentence, index: int) -> bool:
    """A capitalized word beside another inside a sentence is part of a name: Hundred Doctors Training Program."""
    if index == 0 or not sentence.tokens[index].text[0].isupper() or sentence.tokens[index].text.isupper():
        return False
    beside = [at for at in (index - 1, index + 1) if sentence.kind(at) == "word" and at > 0]
    return any(sentence.tokens[at].text[0].isupper() for at in beside)


def _after_modal(sentence: Sentence, tags: list[Tag]) -> bool:
    """A word right after a modal (and its adverbs) is a verb, known or not."""
    back = len(tags) - 1
    while back >= 0 and (tags[back] == "adv" or sentence.low(back) in {"all", "both", "each"}):
        back -= 1
    return back >= 0 and tags[back] == "modal"


def _to(sentence: Sentence, index: int) -> Tag:
    """`to` before a base form is the infinitive."""
    at = index + 1
    while sentence.low(at) in ADVERBS or (sentence.low(at).endswith("ly") and sentence.low(at) not in bases()):
        at += 1
    following = sentence.low(at)
    if following in {"be", "have"}:
        return "to"
    if following in bases() and following not in {"people", "health", "doctor", "nurse", "state", "place"}:
        return "to" if following not in NOUN_VERBS or _object_follows(sentence, at) else "prep"
    return "prep"


def _object_follows(sentence: Sentence, index: int) -> bool:
    following = sentence.low(index + 1)
    return not (
        following in {"", ",", ".", ";"}
        or (following in {"of", "in"} and sentence.low(index) not in {"result", "land", "focus", "place"})
    )


def _is_verb(sentence: Sentence, index: int, verb: Verb, tags: list[Tag]) -> bool:
    previous, low = (tags[-1] if tags else "sign"), sentence.low(index)
    back = index - 1
    while back >= 0 and (tags[back] == "adv" or sentence.low(back) in {"all", "both", "each", "now"}):
        back -= 1
    lead: Tag = tags[back] if back >= 0 else "sign"
    if lead in {"to", "modal"}:
        return True
    if verb.form == "base" and low in NEVER_BARE:
        ordered = low == "complete" and lead in {"sign", "conj", "adv", "date"}
        return ordered and (sentence.low(index + 1) in {"the", "all"} or sentence.low(index + 1)[:1].isdecimal())
    if lead == "aux":
        if (
            verb.form == "past"
            and sentence.low(back) in HAVE | {"is", "are"}
            and back == index - 1
            and low in {"limited", "advanced", "qualified", "registered", "licensed", "trained", "certified"}
            and _noun_like(sentence, index + 1)
        ):
            return False
        return verb.form in {"past", "ing"} or (sentence.low(back) in {"do", "does", "did"} and verb.form == "base")
    if verb.form == "past":
        return _finite_place(sentence, index, tags)
    if verb.form == "ing":
        return _gerund_place(sentence, index, tags)
    if verb.form == "s":
        return _third_place(sentence, index, tags)
    if low in {"reach", "exceed"} and previous == "noun" and sentence.kind(index + 1) == "number":
        return True  # make the share of doctors with a licence reach 45%
    if previous in {"det", "prep", "amount"} or (
        previous == "noun" and low in NOUN_VERBS and not plural(sentence.low(index - 1))
    ):
        return False
    if lead in {"sign", "conj", "adv", "date"} or back < 0:
        return _starts_clause(sentence, index, tags)
    if lead in {"pron", "rel"}:
        return True
    if low == "open" and plural(sentence.low(back)) and sentence.low(index + 1) in {"", ".", ",", "in", "on", "across"}:
        return not any(tag in {"verb", "aux", "modal"} for tag in tags)
    if low in STANDING and plural(sentence.low(index - 1)) and sentence.low(index + 1) in {"in", "at", "on", "idle"}:
        return _is_last_chance(sentence, index)
    return (
        plural(sentence.low(back))
        and _starts_object(sentence, index)
        and (low not in NOUN_VERBS or (low in SHARERS and _is_last_chance(sentence, index)))
    )


def _finite_place(sentence: Sentence, index: int, tags: list[Tag]) -> bool:
    """Whether a form in -ed is a verb (finite or after its noun), not a modifier before a noun."""
    back = index - 1
    while back >= 0 and tags[back] == "adv" and sentence.low(back) not in {"newly"}:
        back -= 1
    if back > 0 and sentence.low(back) in {"each", "all", "both"} and tags[back - 1] == "noun":
        back -= 1
    lead: Tag = tags[back] if back >= 0 else "sign"
    following = sentence.low(index + 1)
    if lead == "amount" and sentence.low(index) in ACTIVE_PAST:
        return True
    if sentence.low(index - 1) == "newly":
        lead = tags[index - 2] if index >= 2 else "sign"
        if lead in {"aux", "verb"}:
            return True
        return not _noun_like(sentence, index + 1)
    if lead in {"det", "amount", "prep"} or (lead == "sign" and back < 0):
        return not _modified(sentence, index + 1) and following not in {"and"} and lead != "det"
    if lead == "conj":
        return not (_noun_like(sentence, index + 1) and _after_modifier(sentence, back, tags))
    if lead == "noun" and _noun_like(sentence, index + 1):
        if plural(sentence.low(back)) or sentence.tokens[back].text[0].isupper() or _takes_object(sentence, index):
            return True
        return sentence.low(index) in forms() and _opener(tags) not in {"prep", "verb", "amount"}
    if (
        lead == "sign"
        and sentence.low(back) == ","
        and _noun_like(sentence, index + 1)
        and back > 0
        and tags[back - 1] == "noun"
    ):
        return sentence.low(index) not in ADJECTIVAL
    return True


def _modified(sentence: Sentence, index: int) -> bool:
    """A noun, perhaps behind a word in brackets: licensed | (assistant) doctors."""
    if sentence.low(index) == "(" and sentence.low(index + 2) == ")":
        index += 3
    return _noun_like(sentence, index)


def _opener(tags: list[Tag]) -> Tag:
    """What stands before the run of nouns that the text has come to."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in {"noun", "adv"}:
        at -= 1
    return tags[at] if at >= 0 else "sign"


def _takes_object(sentence: Sentence, index: int) -> bool:
    return forms().get(sentence.low(index), Verb("", "base")).lemma in {"say", "tell", "win", "receive", "gain"}


def _after_modifier(sentence: Sentence, index: int, tags: list[Tag]) -> bool:
    """Whether `and` joins two modifiers: new and renovated clinics."""
    return index > 0 and tags[index - 1] == "noun" and not plural(sentence.low(index - 1))


def _gerund_place(sentence: Sentence, index: int, tags: list[Tag]) -> bool:
    previous: Tag = tags[-1] if tags else "sign"
    if previous in {"det", "amount", "noun"} and sentence.low(index) not in LINKING_GERUNDS:
        return previous == "noun" and plural(sentence.low(index - 1)) and not plural(sentence.low(index + 1))
    if sentence.low(index + 1) in AFTER_GERUND_NOUNS:
        return sentence.low(index + 1) == "to" or sentence.low(index + 1) == "in"
    return True


def _third_place(sentence: Sentence, index: int, tags: list[Tag]) -> bool:
    """promotes, plans: a verb after a singular subject and before an object or `to`."""
    previous: Tag = tags[-1] if tags else "sign"
    back = index - 1
    while back >= 0 and tags[back] == "adv":
        back -= 1
    previous = tags[back] if back >= 0 else "sign"
    low = sentence.low(index)
    if previous in {"pron", "rel"}:
        return True
    following = sentence.low(index + 1)
    if previous == "conj" and forms()[low].lemma not in NOUN_VERBS and following[:1].isdecimal():
        return True
    if previous == "conj" and is_a(forms()[low].lemma, "aim") and (following == "to" or following[:1].isdecimal()):
        return True
    if following == "for" and low == "bids" and sentence.tokens[back].text[:1].isupper():
        return True
    moved = is_a(forms()[low].lemma, "increase", "decrease") and sentence.low(index + 1) in MOVES_TO
    since = tags[max(len(tags) - 6, len(tags) - tags[::-1].index("rel") if "rel" in tags else 0) :]
    if moved and sentence.low(index + 2)[:1].isdecimal() and previous == "noun" and "verb" not in since:
        return True
    if _counted_before(tags):
        return False
    if low in REACHING and previous == "noun" and _is_number(sentence, index + 1) and not _is_finite(sentence, tags):
        return True  # the share of hospitals with stroke centers reaches 90%
    if (
        previous not in {"noun"}
        and not (previous == "sign" and sentence.low(back) in {",", ")", "”", '"'})
        and previous != "date"
    ):
        return False
    if forms()[low].lemma not in NOUN_VERBS:
        return not plural(sentence.low(back)) or sentence.tokens[back].text[0].isupper()
    if plural(sentence.low(back)) and not sentence.tokens[back].text[0].isupper():
        return False
    return _starts_object(sentence, index) or (
        (low in AIMING or _is_last_chance(sentence, index))
        and _noun_like(sentence, index + 1)
        and sentence.low(index + 1) not in forms()
        and not any(tag in {"verb", "aux", "modal"} for tag in tags[-6:])
    )


def _is_finite(sentence: Sentence, tags: list[Tag]) -> bool:
    """Whether the clause has a verb already that is no gerund: setting up departments | reaches."""
    start = max((at for at in range(len(tags)) if sentence.low(at) in {",", ";", "and", "that"}), default=-1) + 1
    return any(
        tags[at] in {"aux", "modal"} or (tags[at] == "verb" and not sentence.low(at).endswith("ing"))
        for at in range(start, len(tags))
    )


def _is_number(sentence: Sentence, index: int) -> bool:
    """A number, or a word of comparison before one: about 90."""
    return sentence.low(index)[:1].isdecimal() or (
        sentence.low(index) in {"about", "over", "nearly", "above", "at"} and sentence.low(index + 1)[:1].isdecimal()
    )


def _is_last_chance(sentence: Sentence, index: int) -> bool:
    """Whether no other word ahead can be the verb of the clause: the state supports localities in ..."""
    for at in range(index + 1, min(index + 14, len(sentence))):
        low = sentence.low(at)
        if low in {",", ".", ";", ":"}:
            return at > index + 1
        if low in AUXILIARIES or low in MODALS:
            return False
        verb = forms().get(low)
        if verb is not None and verb.form in {"past", "s"}:
            return False
    return True


def _counted_before(tags: list[Tag]) -> bool:
    """Whether nothing but modifiers stands between a number and the word: 5 national projects."""
    at = len(tags) - 1
    while at >= 0 and tags[at] == "noun" and len(tags) - at < 6:
        at -= 1
    return at >= 0 and tags[at] == "amount"


def _starts_object(sentence: Sentence, index: int) -> bool:
    following = sentence.low(index + 1)
    return (
        following in DETERMINERS
        or following in {"to", "up", "out", "at", "over", "nearly", "about", "more"}
        or following[:1].isdecimal()
        or following in {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "that", "on"}
    )


def _starts_clause(sentence: Sentence, index: int, tags: list[Tag]) -> bool:
    """A base form at the head of a clause or of a member of a list of verbs."""
    low, following = sentence.low(index), sentence.low(index + 1)
    if low in NOUN_VERBS and following == "to" and not is_a(low, "aim"):
        return False
    if index == 0 or sentence.low(index - 1) in {";", ":", ")", "•", "-", "–", "—"} or tags[-1] == "adv":
        return following not in {"", ",", ".", "of", "and", "'s"} and not (
            low in NOUN_VERBS
            and following in {"for", "in", "on", "is", "are", "was", "has", "will"}
            and low not in {"focus", "work"}
        )
    if low in NOUN_VERBS and not (
        _starts_object(sentence, index) or following in {"for", "with", "in"} or _verb_before(tags)
    ):
        return False
    if following in {"", ",", ".", "of", "and", "'s"}:
        return False
    return _verb_before(tags) or _starts_object(sentence, index)


def _verb_before(tags: list[Tag]) -> bool:
    return any(tag in {"verb", "modal"} for tag in tags)


def _noun_like(sentence: Sentence, index: int) -> bool:
    """Whether a token may be (part of) a noun phrase without a determiner."""
    low = sentence.low(index)
    if sentence.kind(index) == "sign" or not low:
        return low in {"“", '"'} and False
    return not (
        low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS or low in AUXILIARIES or low in MODALS
        or low in SUBORDINATORS or low in RELATIVES or low in PRONOUNS or low == "to" or low in ADVERBS
        or low.endswith("ly") or sentence.kind(index) == "number"
    )  # fmt: skip
