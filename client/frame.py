"""Typed rows as frames: a column a field, `measure.id` where a field has fields, of the evidence the first quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from client.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Column = tuple[type, list[Any]]  # of str, int, float, bool or list (of str), and the values
_PANDAS: Mapping[type, str] = {str: "string", int: "Int64", float: "float64", bool: "boolean", list: "object"}
_FIRST = "evidence"  # of which one is shown
_COUNTED = "key"  # of a group: of the type of the field that it was counted by


def pandas_frame(model: type[BaseModel], rows: Sequence[BaseModel]) -> pd.DataFrame:
    """The rows for pandas, the types the same whatever the values. Raises MissingExtraError."""
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("pandas") from error
    found = columns(model, rows)
    return pd.DataFrame({name: pd.Series(values, dtype=_PANDAS[kind]) for name, (kind, values) in found.items()})


def polars_frame(model: type[BaseModel], rows: Sequence[BaseModel]) -> pl.DataFrame:
    """The rows for polars, the types the same whatever the values. Raises MissingExtraError."""
    try:
        import polars as pl
    except ImportError as error:
        raise _missing("polars") from error
    types: dict[type, Any] = {
        str: pl.String,
        int: pl.Int64,
        float: pl.Float64,
        bool: pl.Boolean,
        list: pl.List(pl.String),
    }
    found = columns(model, rows)
    return pl.DataFrame([pl.Series(name, values, dtype=types[kind]) for name, (kind, values) in found.items()])


def columns(model: type[BaseModel], rows: Sequence[BaseModel]) -> dict[str, Column]:
    """The columns that the rows fill, by name; all that they could where there are none."""
    told = set[str]().union(*(row.model_fields_set for row in rows)) if rows else set(model.model_fields)
    found: dict[str, Column] = {}
    for name, annotation in _fields(model).items():
        if name in told:
            found |= _columns(name, annotation, [getattr(row, name) for row in rows])
    return found


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """Types by field, those that a class adds before those that it inherits."""
    own = [name for each in model.__mro__ for name in vars(each).get("__annotations__", ())]
    return {name: model.model_fields[name].annotation for name in own if name in model.model_fields}


def _columns(name: str, annotation: Any, values: list[Any]) -> dict[str, Column]:
    several, kinds = _plain(annotation)
    if not issubclass(kinds[0], BaseModel):
        return {name: (list, values) if several else _by_value(values) if name == _COUNTED else _scalar(kinds, values)}
    if name == _FIRST:
        several, values = False, [next(iter(value), None) for value in values]
    found: dict[str, Column] = {}
    for part, own in _fields(kinds[0]).items():
        if several:
            found[f"{name}.{part}"] = (list, [[getattr(each, part) for each in value] for value in values])
        else:
            of_each = [None if value is None else getattr(value, part) for value in values]
            found[f"{name}.{part}"] = _scalar(_plain(own)[1], of_each)
    return found


def _plain(annotation: Any) -> tuple[bool, tuple[type, ...]]:
    """Whether there are several, and the types that one may have besides None."""
    origin = get_origin(annotation)
    if origin is list:
        return True, _plain(get_args(annotation)[0])[1]
    if origin is Literal:
        return False, (str,)
    if origin in (Union, UnionType):
        plain = [_plain(each) for each in get_args(annotation) if each is not type(None)]
        return any(several for several, _ in plain), tuple(kind for _, kinds in plain for kind in kinds)
    return False, (annotation,)


def _scalar(kinds: tuple[type, ...], values: list[Any]) -> Column:
    """The column of a type; of several (a part is a phase, or true), text as `?format=csv` writes it."""
    if len(kinds) == 1:
        return kinds[0], values
    return str, [str(value).lower() if isinstance(value, bool) else value for value in values]


def _by_value(values: list[Any]) -> Column:
    return next((type(value) for value in values if value is not None), str), values


def _missing(library: str) -> MissingExtraError:
    hint = f"Install it: pip install 'health-commitments-kg[{library}]'."
    return MissingExtraError(f"{library} is not installed.", hint=hint)
