"""The values of parameters as they are written, and what they mean; each kind of value with its JSON Schema."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from kg.errors import ParameterError
from kg.query import name as names
from kg.query.query import MAX_LIMIT, MAX_WORDS
from ontology.codes import CHANGES, COMPARATORS, LEVELS, STATUSES, UNITS, Lang, StatementType

Schema = Mapping[str, Any]
Reader = Callable[[str, str], object]  # (parameter, what is written) → value, or a tuple of values

MAX_LENGTH = 200
_HASH = "[0-9a-f]{32}"
DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_NOT_PROGRAMMES = frozenset({"indicator", "specialty", "place", "group", "hospital"})
_BLANK = r"\s\x1c-\x1f\x85"  # what Python takes for white space, in any dialect of regular expressions
_WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH, "pattern": f"[^{_BLANK}]"}
_SEARCH: Schema = {
    "type": "string",
    "maxLength": MAX_LENGTH,
    "pattern": f"^[{_BLANK}]*[^{_BLANK}]+([{_BLANK}]+[^{_BLANK}]+){{0,{MAX_WORDS - 1}}}[{_BLANK}]*$",
}


def words(parameter: str, value: str) -> str:
    if not value.strip() or len(value) > MAX_LENGTH:
        raise ParameterError(
            parameter, value, f"{parameter} takes 1 to {MAX_LENGTH} characters, not all of them blank."
        )
    return value.strip()


def as_written(parameter: str, value: str) -> str:
    return value


def choice(allowed: tuple[str, ...]) -> Reader:
    """A reader of one of a closed list."""

    def read(parameter: str, value: str) -> str:
        if value in allowed:
            return value
        near = names.close(value, allowed)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"One of: {', '.join(allowed)}."
        raise ParameterError(parameter, value, f"{value!r} is no {parameter}.", hint=hint, suggestions=near or allowed)

    return read


def whole(parameter: str, value: str) -> int:
    digits = value.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        return int(value)
    raise ParameterError(parameter, value, f"{parameter} takes a whole number, not {value!r}.")


def number(parameter: str, value: str) -> float:
    try:
        read = float(value)
    except ValueError as error:
        raise ParameterError(parameter, value, f"{parameter} takes a number, not {value!r}.") from error
    if not math.isfinite(read):
        raise ParameterError(parameter, value, f"{parameter} takes a finite number, not {value!r}.")
    return read


def years(parameter: str, value: str) -> tuple[int, ...]:
    """`2023`, or `2021-2025` for all of them."""
    first, dash, last = value.partition("-")
    start = whole(parameter, first)
    end = whole(parameter, last) if dash else start
    if not 1000 <= start <= end <= 9999 or end - start > 200:
        raise ParameterError(parameter, value, f"{value!r} is no year.", hint="Write 2023 or 2021-2025.")
    return tuple(range(start, end + 1))


def truth(parameter: str, value: str) -> bool:
    return choice(("true", "false"))(parameter, value) == "true"


def programme(parameter: str, value: str) -> str:
    return names.term(parameter, value, kinds=tuple(kind for kind in names.kinds() if kind not in _NOT_PROGRAMMES))


def indicator(parameter: str, value: str) -> str:
    return names.term(parameter, value, kinds=("indicator",))


def specialty(parameter: str, value: str) -> str:
    return names.term(parameter, value, kinds=("specialty",))


def organization(parameter: str, value: str) -> str:
    return names.hospital(value) or words(parameter, value)


def written(form: str, example: str) -> tuple[Reader, Schema]:
    """A reader of words of one form (a regular expression), and the form as a schema."""
    pattern = re.compile(form)

    def read(parameter: str, value: str) -> str:
        if pattern.fullmatch(value):
            return value
        raise ParameterError(parameter, value, f"{value!r} is no {parameter}.", hint=f"It looks like {example}.")

    return read, {"type": "string", "pattern": f"^{form}$"}


def _enum(allowed: tuple[str, ...]) -> tuple[Reader, Schema]:
    return choice(allowed), {"type": "string", "enum": list(allowed)}


READERS: Mapping[str, tuple[Reader, Schema]] = {
    "words": (words, _WORDS),
    "hash": written(_HASH, "0c6f0e6c3d0b4d3e9a0f6a1d2b3c4e5f"),
    "evidence": written(rf"{_HASH}-\d+-\d+-{_HASH}", "document-start-end-statement"),
    "body": written(r"(hospital|organization)-[0-9a-z-]+", "hospital-f848ffad93"),
    "unit": written(f"({'|'.join(UNITS)}|[A-Z]{{3}})", f"{', '.join(UNITS)} or CNY"),
    "search": (words, _SEARCH),
    "programme": (programme, _WORDS),
    "indicator": (indicator, _WORDS),
    "measure": (names.term, _WORDS),
    "specialty": (specialty, _WORDS),
    "place": (names.places, _WORDS),
    "organization": (organization, _WORDS),
    "kind": _enum(names.kinds()),
    "level": _enum(LEVELS),
    "status": _enum(STATUSES),
    "type": _enum(get_args(StatementType)),
    "comparator": _enum(COMPARATORS),
    "change": _enum(CHANGES),
    "lang": _enum(get_args(Lang)),
    "truth": (truth, {"type": "boolean"}),
    "years": (years, {"type": "string", "pattern": r"^[1-9]\d{3}$"}),
    "date": (words, {"type": "string", "pattern": DATE}),
    "number": (number, {"type": "number"}),
    "limit": (whole, {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT}),
    "cursor": (as_written, {"type": "string", "minLength": 1, "maxLength": 4000}),
    "sort": (as_written, {"type": "string"}),
    "group": (as_written, {"type": "string"}),
    "field": (words, {"type": "string"}),
}
