"""A mapping that cannot change, and can be pickled and sent to another process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Fixed(Mapping[KeyT, ValueT]):
    """What a mapping held when this was made of it."""

    def __init__(self, values: Mapping[KeyT, ValueT]) -> None:
        self._values = dict(values)

    def __getitem__(self, key: KeyT) -> ValueT:
        return self._values[key]

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return repr(self._values)
