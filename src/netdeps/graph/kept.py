"""What was made of a network once and is asked for again: gone when the network is gone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import finalize

from netdeps.model import Network

Made = TypeVar("Made")

_KEPT: dict[int, dict[Hashable, Any]] = {}
"""By the identity of the network: comparing two networks costs as much as making a layer."""


def kept(network: Network, key: Hashable, make: Callable[[], Made]) -> Made:
    """Give what was made of this network under this key, or make it now."""
    number = id(network)
    if number not in _KEPT:
        _KEPT[number] = {}
        finalize(network, _KEPT.pop, number, None)
    shelf = _KEPT[number]
    if key not in shelf:
        shelf[key] = make()
    made: Made = shelf[key]
    return made
