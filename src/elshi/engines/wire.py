"""Plain data as JSON and back, so that nothing that is read from a shared folder can be a program."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar

Plain = TypeVar("Plain")
_PLAIN = (str, int, float, bool, types.NoneType)
Turn = Callable[[Any], Any]


def write_wire(value: object) -> str:
    """Return `value` (frozen data of `elshi.model`) as JSON in ASCII; `read_wire` gives it back."""
    return json.dumps(_lower(value), separators=(",", ":"))


def read_wire(kind: type[Plain], text: str) -> Plain:
    """Return the `kind` that `write_wire` wrote. Raises ValueError or TypeError where it is none."""
    annotation: Any = kind
    value: Plain = _choose(annotation)(json.loads(text))
    return value


def _lower(value: object) -> object:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, tuple):
        return [_lower(one) for one in value]
    kind: Any = type(value)
    return [_lower(part) for part in _take_apart(kind)(value)]


@functools.cache
def _take_apart(kind: type) -> Callable[[object], tuple[object, ...]]:
    names = [field.name for field in dataclasses.fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


@functools.cache
def _choose(kind: Any) -> Turn:  # noqa: ANN401 - any annotation of the model
    """Return what turns a value of JSON into what the annotation `kind` says."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _build(kind)
    if origin is tuple:  # only tuple[X, ...] stands in the model
        member = _choose(parts[0])
        return lambda value: tuple([member(one) for one in value])
    if origin in {types.UnionType, typing.Union}:  # only X | None does
        some = _choose(parts[0])
        return lambda value: None if value is None else some(value)
    if origin is typing.Literal:
        return lambda value: _expect(value, held=value in parts, what=parts)
    taken = (int, float) if kind is float else kind
    return lambda value: value if isinstance(value, taken) else _expect(value, held=False, what=kind)


def _build(kind: Any) -> Turn:  # noqa: ANN401 - a dataclass
    hints = typing.get_type_hints(kind)
    turns = [_choose(hints[field.name]) for field in dataclasses.fields(kind)]
    return lambda values: kind(*[turn(value) for turn, value in zip(turns, values, strict=True)])


def _expect(value: object, *, held: bool, what: object) -> object:
    if not held:
        message = f"expected {what}, found {value!r}"
        raise TypeError(message)
    return value
