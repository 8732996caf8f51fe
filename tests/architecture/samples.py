"""A value for every type that an event's field may have."""

import types
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from careercopilot.kernel.events import Event

_PLAIN: dict[object, object] = {
    str: 'Łódź, "quoted" and \N{GRINNING FACE}',
    int: -7,
    float: 0.1,
    bool: True,
    UUID: UUID("0190a5b6-7c8d-7e9f-8a1b-2c3d4e5f6a7b"),
    datetime: datetime(2026, 2, 28, 23, 59, 59, 123456, tzinfo=UTC),
    date: date(2024, 2, 29),
    type(None): None,
}


class NoSuchFieldType(Exception):
    """An event's field has a type that the kernel does not promise to carry."""


def events_of(kind: type[Event]) -> list[Event]:
    """Return events of the type: every alternative of every field occurs in one of them."""
    hints = get_type_hints(kind)
    choices = {field.name: _values(hints[field.name]) for field in fields(kind)}
    count = max(len(values) for values in choices.values())
    return [kind(**{name: values[n % len(values)] for name, values in choices.items()}) for n in range(count)]


def _values(hint: Any) -> list[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return [_PLAIN[hint]]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)
    if origin in {Union, types.UnionType}:
        return [value for argument in arguments for value in _values(argument)]
    if origin is Literal:
        return list(arguments)
    if origin is tuple and arguments[1:] == (...,):
        values = _values(arguments[0])
        return [(), tuple(values)]
    if origin is tuple:
        return [tuple(_values(argument)[0] for argument in arguments)]
    raise NoSuchFieldType(hint)
