"""The parameters of a REST call: what each means, and the query that they make together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from kg.errors import ParameterError, UnknownParameterError
from kg.query import name as names
from kg.query.query import Query
from kg.query.subject import PLACES, STATEMENTS, SUBJECTS, Subject
from kg.query.value import READERS, Schema

# how the ids of a subject are read, where they are no hashes
_IDS: Mapping[str, str] = {
    **dict.fromkeys(PLACES, "place"),
    **dict.fromkeys(("hospitals", "organizations"), "body"),
    "programmes": "programme",
    "indicators": "measure",
    "specialties": "specialty",
    "evidence": "evidence",
}
OPTIONS = ("limit", "cursor", "sort", "fields", "group_by")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: `field` is the field of `Query` that it fills, `reader` the name of what reads it."""

    name: str
    field: str
    description: str
    reader: str
    many: bool = False
    commas: bool = False
    example: object = None

    @property
    def schema(self) -> Schema:
        """The JSON Schema of one value; where commas part values, none is in one."""
        schema = READERS[self.reader][1]
        if not self.commas or "enum" in schema or schema.get("pattern", "").startswith("^"):
            return schema
        pattern = f"^[^,]*{schema['pattern'].replace('[^', '[^,')}[^,]*$" if "pattern" in schema else "^[^,]*$"
        return {**schema, "pattern": pattern}

    def read(self, values: Sequence[str]) -> object:
        """What is written, as the value of the field. Raises ParameterError."""
        reader = READERS[self.reader][0]
        if not self.many:
            if len(values) > 1:
                raise ParameterError(self.name, list(values), f"{self.name} is given {len(values)} times.")
            return reader(self.name, values[0])
        written = [part for value in values for part in (value.split(",") if self.commas else [value])]
        return tuple(dict.fromkeys(each for part in written for each in _tuple(reader(self.name, part))))


def _read_parameters() -> dict[str, Parameter]:
    entries: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    )
    return {
        name: Parameter(
            name,
            entry.get("field", name),
            entry["description"],
            entry["read"],
            entry.get("many", False),
            entry.get("commas", False),
            entry.get("example"),
        )
        for name, entry in entries.items()
    }


PARAMETERS: Mapping[str, Parameter] = _read_parameters()


def parameters_of(subject: Subject) -> list[Parameter]:
    """The parameters that a list of the subject takes."""
    node = SUBJECTS[subject]
    allowed = (node.filters | set(OPTIONS)) - ({"statement"} if subject in STATEMENTS else set())
    return [
        replace(each, reader=_IDS.get(subject, each.reader)) if each.name == "id" else each
        for each in PARAMETERS.values()
        if each.field in allowed and (node.groups or each.name != "group_by")
    ]


def parse(subject: Subject, given: Mapping[str, Sequence[str]]) -> Query:
    """The query that the parameters of a call make; names in them become ids.

    Raises ParameterError (what does not fit), UnknownParameterError and UnknownNameError, with suggestions.
    """
    allowed = {parameter.name: parameter for parameter in parameters_of(subject)}
    filled: dict[str, Any] = {}
    for name, values in given.items():
        if name not in allowed:
            raise unknown_parameter(name, values, tuple(allowed), f"{subject} have no parameter {name!r}.")
        parameter = allowed[name]
        value = parameter.read(values)
        if isinstance(value, tuple):
            value = tuple(dict.fromkeys((*filled.get(parameter.field, ()), *value)))
        filled[parameter.field] = value
    return Query(subject=subject, **filled)


def unknown_parameter(name: str, value: object, allowed: tuple[str, ...], message: str) -> UnknownParameterError:
    """The error for a parameter that a resource does not take, with the nearest that it does."""
    near = names.close(name, allowed)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"It takes: {', '.join(allowed) or 'none'}."
    return UnknownParameterError(name, value, message, hint=hint, suggestions=near or allowed)


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
