"""A sentence cut into clauses: pieces between commas, conjunctions and the like, each with its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from languages.en.quantities import Amount
from languages.en.tokens import Sentence
from languages.en.verb_groups import VerbGroup
from languages.en.word_classes import Tag

BREAKS = frozenset({";", ":", "—", "–", "(", ")", "[", "]", "|", "。", "，", "；", "•", ".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last). `groups` are its verb groups; `main` the finite one, if any; `lead` what opens it."""

    first: int
    last: int
    groups: tuple[VerbGroup, ...]
    lead: str = ""
    hard: bool = False  # opened by ; : or a bracket

    @property
    def main(self) -> VerbGroup | None:
        """The group that carries the tense: one with an auxiliary, else the first finite one."""
        finite = [group for group in self.groups if group.finite and not group.saying]
        helped = [group for group in finite if group.modal or group.passive or group.last - group.first > 1]
        return (helped or finite or [None])[0]  # type: ignore[list-item]


@dataclass(slots=True)
class _Piece:
    first: int
    last: int
    lead: str
    hard: bool
    groups: list[VerbGroup]

    @property
    def has_verb(self) -> bool:
        listed = self.lead == ","  # 2 plans reviewed at the meeting, in a list of things
        return any(not group.saying and not (listed and group.reduced) for group in self.groups)

    @property
    def finite(self) -> bool:
        return any(group.finite for group in self.groups)


def clauses(
    sentence: Sentence, tags: Sequence[Tag], groups: Sequence[VerbGroup], amounts: Sequence[Amount]
) -> list[Clause]:
    """The clauses of a sentence in order; together they cover it."""
    pieces = _pieces(sentence, tags, groups)
    merged = _merged(sentence, tags, pieces)
    return [Clause(p.first, p.last, tuple(p.groups), p.lead, p.hard) for p in merged] or [Clause(0, len(sentence), ())]


def _pieces(sentence: Sentence, tags: Sequence[Tag], groups: Sequence[VerbGroup]) -> list[_Piece]:
    pieces: list[_Piece] = []
    first, lead, hard = 0, "", False
    index = 0
    while index < len(tags):
        opened = _split(sentence, tags, index)
        if opened is None:
            index += 1
            continue
        if index > first:
            pieces.append(_piece(first, index, lead, hard, groups))
        lead, hard = opened
        first = index
        index += 1
        while index < len(tags) and (more := _split(sentence, tags, index)) is not None:
            lead, hard = f"{lead} {more[0]}".strip(), hard or more[1]
            index += 1
    if first < len(tags):
        pieces.append(_piece(first, len(tags), lead, hard, groups))
    return pieces


def _piece(first: int, last: int, lead: str, hard: bool, groups: Sequence[VerbGroup]) -> _Piece:
    return _Piece(first, last, lead, hard, [group for group in groups if first <= group.first < last])


def _split(sentence: Sentence, tags: Sequence[Tag], index: int) -> tuple[str, bool] | None:
    """What a token that opens a piece is, and whether it is a hard break."""
    low, tag = sentence.low(index), tags[index]
    if tag in {"amount", "date"}:
        return None
    if tag == "sign":
        if low == ",":
            return ",", False
        if low == "-" and (sentence.low(index + 1) == "-" or sentence.low(index - 1) == "-") and index:
            return "--", True
        if low == "." and index + 1 < len(tags) and sentence.joined(index + 1):
            return None
        if low in {"(", ")", "[", "]"} and _is_aside(sentence, tags, index):
            return None
        return (low, True) if low in BREAKS else None
    if tag in {"conj", "sub"}:
        return low, False
    if tag == "rel":
        return "rel", False
    return None


def _is_aside(sentence: Sentence, tags: Sequence[Tag], index: int) -> bool:
    """A short bracket without verb or number, as of an abbreviation: (PHCs), (trauma)."""
    step = 1 if sentence.low(index) in {"(", "["} else -1
    at = index + step
    while 0 <= at < len(tags) and abs(at - index) <= 7:
        if sentence.low(at) in {"(", ")", "[", "]"}:
            return abs(at - index) > 1
        if tags[at] in {"verb", "aux", "modal", "amount"} or sentence.low(at) in {":", ";"}:
            return False
        at += step
    return False


def _merged(sentence: Sentence, tags: Sequence[Tag], pieces: list[_Piece]) -> list[_Piece]:
    """Pieces without a verb join their neighbour: a list goes on to the left, a subject to the right."""
    found: list[_Piece] = []
    index = _marker(sentence, pieces)
    found.extend(pieces[:index])
    marked = index
    while index < len(pieces):
        piece = pieces[index]
        if len(found) > marked and not piece.hard and piece.has_verb and _is_infinitive(sentence, piece):
            found[-1].last = piece.last
            found[-1].groups += piece.groups
            index += 1
            continue
        if found and _resumes(sentence, tags, found[-1], piece):
            found[-1].last = piece.last
            found[-1].groups += piece.groups
            index += 1
            continue
        if len(found) > marked + 1 and _closes(tags, found[-2], found[-1], piece):
            found.pop()
            found[-1].last, found[-1].groups = piece.last, piece.groups
            index += 1
            continue
        if piece.has_verb or (index == len(pieces) - 1 and not found):
            found.append(piece)
            index += 1
            continue
        run = index
        while run < len(pieces) and not pieces[run].has_verb and (run == index or not pieces[run].hard):
            run += 1
        right = pieces[run] if run < len(pieces) and not pieces[run].hard else None
        if _goes_right(sentence, tags, pieces, index, run, right, len(found) > marked):
            assert right is not None
            right.first, right.lead, right.hard = piece.first, piece.lead, piece.hard
            index = run
            continue
        if len(found) > marked and not piece.hard:
            found[-1].last = pieces[run - 1].last
        else:
            piece.last = pieces[run - 1].last
            found.append(piece)
        index = run
    return found


def _marker(sentence: Sentence, pieces: list[_Piece]) -> int:
    """1 where the first piece is a list marker (`2.`), which opens no sentence of its own."""
    if len(pieces) < 2 or pieces[0].last - pieces[0].first != 1 or sentence.kind(pieces[0].first) != "number":
        return 0
    if not pieces[1].lead.startswith("."):
        return 0
    pieces[1].hard, pieces[1].lead = False, ""
    return 1


def _resumes(sentence: Sentence, tags: Sequence[Tag], earlier: _Piece, piece: _Piece) -> bool:
    """Five campuses, suspended since 2018, | are to be opened: the verb behind a participle between commas."""
    if piece.hard or piece.lead != "," or len(earlier.groups) != 1 or not piece.groups:
        return False
    aside, verb = earlier.groups[0], piece.groups[0]
    said = any(sentence.low(at) == "," and tags[at + 1] == "verb" for at in range(aside.last, earlier.last - 1))
    if said and sentence.low(aside.first) == "to" and tags[verb.first] == "aux":
        return verb.first - piece.first <= 1  # plans to merge hospitals, announced in 2021, | were dropped
    whose = next((at for at in range(earlier.first, aside.first) if sentence.low(at) == "whose"), None)
    if whose is not None and sentence.low(whose - 1) == "," and tags[verb.first] in {"aux", "modal"}:
        return verb.first - piece.first <= 1  # the hospital, whose construction began in 2019, | was suspended
    if aside.form == "ing" and aside.lemma == "cost" and sentence.low(aside.first - 1) == ",":
        return tags[verb.first] in {"aux", "modal"}  # the hospital, costing 2 million, | will open
    return (
        aside.form == "past"
        and aside.last - aside.first == 1
        and aside.first > earlier.first
        and sentence.low(aside.first - 1) == ","
        and tags[verb.first] in {"aux", "modal"}
        and "amount" not in tags[aside.last : piece.first]
        and verb.first - piece.first <= 1
    )


def _closes(tags: Sequence[Tag], head: _Piece, aside: _Piece, piece: _Piece) -> bool:
    """Five centers (chest pain, stroke and trauma) | shall be in place: the verb behind a list in brackets."""
    return (
        piece.lead == ")"
        and aside.lead == "("
        and piece.finite
        and not (head.has_verb or aside.has_verb)
        and all(tags[at] in {"sign", "adv"} for at in range(piece.first, piece.groups[0].first))
    )


def _is_infinitive(sentence: Sentence, piece: _Piece) -> bool:
    """`and Dali to build 5`: the member of a list that an earlier verb rules."""
    return all(sentence.low(group.first) == "to" for group in piece.groups)


def _goes_right(
    sentence: Sentence,
    tags: Sequence[Tag],
    pieces: list[_Piece],
    index: int,
    run: int,
    right: _Piece | None,
    left: bool,
) -> bool:
    """Whether verbless pieces [index, run) are (part of) the subject of the piece after them."""
    lead = pieces[index].lead
    dated = all(
        tag in {"date", "prep", "det", "sign", "conj"} for tag in tags[pieces[index].first : pieces[index].last]
    )
    if right is not None and dated and run == index + 1 and lead.endswith("and") and right.has_verb:
        return True  # and by the end of 2025, | build 25
    if right is None or not right.finite or not _has_subject(tags, right):
        return right is not None and not left and not pieces[index].hard
    if left and pieces[index].hard and right.lead.endswith("rel"):
        return False
    if not left or pieces[index].hard:
        return True
    if right.lead in {"and", "or"}:
        return True
    return (
        (lead.startswith(",") and lead.endswith(("and", "but", "while")) and right.lead in {"and", "or", ""})
        or "sub" in lead
        or lead in {"while", "whereas"}
    )


def _has_subject(tags: Sequence[Tag], piece: _Piece) -> bool:
    """Whether something nominal stands before the first verb of a piece."""
    at = piece.first
    start = piece.groups[0].first
    while at < start:
        if tags[at] in {"noun", "pron", "amount"}:
            return True
        at += 1
    return False
