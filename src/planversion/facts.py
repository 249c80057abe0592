"""Facts: frozen values of named fields, for a vocabulary of many small types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def fact(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """A frozen dataclass with slots, whose equality, hash and text all types share.

    `dataclass` writes and compiles each of them anew for each type; for two dozen types that takes
    as long as reading an edition.
    """
    made = dataclass(frozen=True, slots=True, kw_only=kw_only, eq=False, repr=False)
    return lambda declared: _valued(made(declared))


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
