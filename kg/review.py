"""What people decide of what was read: accept it, reject it, correct a field, merge a label into a term.

Decisions are pure values, and replaying them is a pure function; the store keeps them and replays them at every load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from kg.errors import ReviewError
from kg.model import Baseline, Evidence, Measure, Statement, digest
from ontology.codes import CHANGES, COMPARATORS, LEVELS, STATUSES
from ontology.vocabulary import Vocabulary

Verdict = Literal["accept", "reject", "correct", "merge"]
Json = Any  # what a field can be set to: None, bool, number, text, list of texts


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, with who took it, when and why.

    Of a reading: keyed to `document`, `start`, `end` and `reading`, the id of the statement that was first read there.
    Of a term (`merge`): `label`, the key of an open measure or the id of a term, is the term `value` everywhere.
    """

    verdict: Verdict
    by: str
    at: str  # ISO 8601
    why: str = ""
    document: str | None = None
    start: int | None = None
    end: int | None = None
    reading: str | None = None
    field: str | None = None  # that `correct` sets to `value`
    value: Json = None
    label: str | None = None  # that `merge` takes to be the term `value`
    result: str | None = None  # id of the corrected statement, by which a later decision finds the first reading

    @property
    def id(self) -> str:
        """A later decision on the same thing takes the place of the earlier one."""
        about = [self.document, self.start, self.end, self.reading, self.label]
        kind = self.field if self.verdict == "correct" else "merge" if self.verdict == "merge" else "verdict"
        return f"decision-{digest(repr([*about, kind]))}"


def replayed(statements: Iterable[Statement], decisions: Iterable[Decision], vocabulary: Vocabulary) -> list[Statement]:
    """What stands of a reading after the decisions; statements may share an id, and one that lost all evidence is gone.

    Decisions that meet nothing are passed over: the text is read otherwise now.
    """
    by_key: dict[tuple[str, int, int, str], list[Decision]] = {}
    merges: dict[str, str] = {}
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        if decision.verdict == "merge":
            merges[decision.label or ""] = decision.value
        elif decision.document and decision.start is not None and decision.end is not None and decision.reading:
            by_key.setdefault((decision.document, decision.start, decision.end, decision.reading), []).append(decision)
    found: list[Statement] = []
    for statement in statements:
        for piece in statement.evidence:
            stands = _decided(statement, piece, by_key, vocabulary)
            merged = _merged(stands, merges, vocabulary) if stands else None
            if merged is not None and merged.id != statement.id:
                merged = _decided(merged, piece, by_key, vocabulary)  # what was decided after the merge
            if merged is not None:
                found.append(replace(merged, evidence=(piece,)))
    return found


def corrected(statement: Statement, field: str, value: Json, vocabulary: Vocabulary) -> Statement:
    """A statement with one field set. Raises ReviewError for a field or a value that does not fit."""
    correct = FIELDS.get(field)
    if correct is None:
        raise ReviewError(f"{field!r} is no field that can be corrected.", hint=f"Fields: {', '.join(sorted(FIELDS))}.")
    return correct(statement, value, vocabulary)


def checked(decision: Decision, vocabulary: Vocabulary) -> None:
    """Refuse a decision that could not be replayed. Raises ReviewError."""
    if not decision.by:
        raise ReviewError("A decision needs the name of who takes it.")
    if decision.verdict not in get_args(Verdict):
        raise ReviewError(f"{decision.verdict!r} is no verdict.", hint=f"Verdicts: {', '.join(get_args(Verdict))}.")
    if decision.verdict == "merge":
        _term(decision.value, vocabulary)
        if not decision.label or decision.label == decision.value:
            raise ReviewError("A merge needs a label or a term other than the one that it merges into.")
    elif None in (decision.document, decision.start, decision.end, decision.reading):
        raise ReviewError("A decision on a reading needs its document, start, end, and the statement that was read.")


def _decided(
    statement: Statement,
    piece: Evidence,
    by_key: Mapping[tuple[str, int, int, str], Sequence[Decision]],
    vocabulary: Vocabulary,
) -> Statement | None:
    """A statement as the decisions on one reading of it leave it; None where it was rejected."""
    decisions = by_key.get((piece.document, piece.start, piece.end, statement.id), ())
    if any(decision.verdict == "reject" for decision in decisions):
        return None
    for decision in decisions:
        if decision.verdict == "correct":
            statement = corrected(statement, decision.field or "", decision.value, vocabulary)
    return statement


def _merged(statement: Statement, merges: Mapping[str, str], vocabulary: Vocabulary) -> Statement:
    seen = set()
    while (into := merges.get(statement.measure.key)) is not None and into not in seen:
        seen.add(into)
        statement = replace(statement, measure=_term(into, vocabulary))
    return statement


def _term(value: Json, vocabulary: Vocabulary) -> Measure:
    term = vocabulary.terms.get(value) if isinstance(value, str) else None
    if term is None:
        raise ReviewError(f"{value!r} is no term of the vocabulary.")
    return Measure(term.id, term.zh, term.en, term.kind)


def _with(statement: Statement, name: str, value: Json) -> Statement:
    changes: dict[str, Any] = {name: value}
    return replace(statement, **changes)


def _one_of(name: str, known: Sequence[str], *, optional: bool = False) -> Callable[..., Statement]:
    def correct(statement: Statement, value: Json, _: Vocabulary) -> Statement:
        if not (value in known or (optional and value is None)):
            raise ReviewError(f"{value!r} is no {name}.", hint=f"It is one of {', '.join(known)}.")
        return _with(statement, name, value)

    return correct


def _number(name: str) -> Callable[..., Statement]:
    def correct(statement: Statement, value: Json, _: Vocabulary) -> Statement:
        if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise ReviewError(f"{value!r} is no number.")
        return _with(statement, name, None if value is None else float(value))

    return correct


def _text(name: str) -> Callable[..., Statement]:
    def correct(statement: Statement, value: Json, _: Vocabulary) -> Statement:
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise ReviewError(f"{value!r} is no text.")
        return _with(statement, name, value)

    return correct


def _texts(name: str) -> Callable[..., Statement]:
    def correct(statement: Statement, value: Json, vocabulary: Vocabulary) -> Statement:
        if not isinstance(value, (list, tuple)) or not all(isinstance(part, str) and part for part in value):
            raise ReviewError(f"{value!r} is no list of texts.")
        unknown = [part for part in value if name == "places" and part not in vocabulary.places]
        if unknown:
            raise ReviewError(f"{unknown[0]!r} is no code of a place.")
        return _with(statement, name, tuple(sorted(set(value))))

    return correct


def _each(statement: Statement, value: Json, _: Vocabulary) -> Statement:
    if not isinstance(value, bool):
        raise ReviewError(f"{value!r} is neither true nor false.")
    return replace(statement, each=value)


def _measure(statement: Statement, value: Json, vocabulary: Vocabulary) -> Statement:
    return replace(statement, measure=_term(value, vocabulary))


def _baseline(statement: Statement, value: Json, _: Vocabulary) -> Statement:
    if value is None:
        return replace(statement, baseline=None)
    if not isinstance(value, Mapping) or not isinstance(value.get("value"), (int, float)):
        raise ReviewError(f"{value!r} is no baseline: it has a value and may have a year.")
    return replace(statement, baseline=Baseline(float(value["value"]), value.get("year")))


FIELDS: Mapping[str, Callable[[Statement, Json, Vocabulary], Statement]] = {
    "status": _one_of("status", STATUSES),
    "level": _one_of("level", LEVELS, optional=True),
    "comparator": _one_of("comparator", COMPARATORS),
    "change": _one_of("change", CHANGES),
    "value": _number("value"),
    "value_max": _number("value_max"),
    "unit": _text("unit"),
    "specialty": _text("specialty"),
    "part": _text("part"),
    "period": _text("period"),
    "places": _texts("places"),
    "organizations": _texts("organizations"),
    "each": _each,
    "measure": _measure,
    "baseline": _baseline,
}
