"""Values: frozen, with named fields, for a vocabulary of many small types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """A frozen dataclass with slots, made to be told by the ten thousand.

    What all types can share is written once: `dataclass` writes and compiles it anew for each, and
    for two dozen types that takes as long as reading an edition. Only how a value is filled is
    compiled for each type. It asks the slots' own setters: going round the freezing for every
    field, as `dataclass` does, takes three times as long.
    """
    made = dataclass(slots=True, kw_only=kw_only, init=False, eq=False, repr=False)
    return lambda declared: _frozen(_valued(_filled(made(declared), kw_only=kw_only)))


def _filled(made: type[T], *, kw_only: bool) -> type[T]:
    known = fields(made)  # type: ignore[arg-type]
    setters = {f"set_{field.name}": getattr(made, field.name).__set__ for field in known}
    defaults = {f"default_{field.name}": field.default for field in known}
    parameters = ", ".join(["self", *(["*"] if kw_only else []), *map(_parameter, known)])
    body = "; ".join(f"set_{field.name}(self, {field.name})" for field in known)
    namespace: dict[str, Any] = {**setters, **defaults}
    exec(f"def __init__({parameters}): {body}", namespace)  # noqa: S102 - our own names only
    setattr(made, "__init__", namespace["__init__"])  # noqa: B010 - mypy refuses an assignment
    return made


def _parameter(field: Field[Any]) -> str:
    return field.name if field.default is MISSING else f"{field.name}=default_{field.name}"


def _valued(made: type[T]) -> type[T]:
    names: tuple[str, ...] = made.__slots__  # type: ignore[attr-defined]
    values = attrgetter(*names)

    def equal(self: T, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    def hashed(self: T) -> int:
        return hash(values(self))

    def told(self: T) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{made.__qualname__}({said})"

    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", told)):
        setattr(made, name, method)
    return made


def _frozen(made: type[T]) -> type[T]:
    methods = ("__setattr__", _refuse), ("__delattr__", _refuse), ("__setstate__", _restore)
    for name, method in methods:
        setattr(made, name, method)
    return made


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    message = f"{type(self).__name__} is frozen: {name} can't be changed"
    raise FrozenInstanceError(message)


def _restore(self: object, state: tuple[None, dict[str, Any]]) -> None:
    """What a copy or a pickle was made of, as objects with slots keep it."""
    for name, kept in state[1].items():
        object.__setattr__(self, name, kept)
