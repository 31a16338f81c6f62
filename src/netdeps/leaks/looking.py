"""Looking for patterns in bytes, and in all that is packed or written otherwise in them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from netdeps.leaks.budget import MOST_DEEP, Budget
from netdeps.leaks.codes import DECODERS, without_zeros
from netdeps.leaks.layers import Layer, origin
from netdeps.leaks.matching import Matcher, Pattern
from netdeps.leaks.normal import readings, stretches
from netdeps.leaks.streams import sealed, streams

FILE_NAME = "file name"
"""What stands in the place of a part of a file where a hit is in its name."""


class Seen(NamedTuple):
    """A pattern that was seen, and where."""

    pattern: Pattern
    layer: Layer
    place: int


def file_layers(path: Path, data: bytes) -> tuple[Layer, ...]:
    """Give what there is to search of a file: its name, and what is in it."""
    return Layer(os.fsencode(path.name), (FILE_NAME,)), Layer(data)


def look(layers: tuple[Layer, ...], matcher: Matcher, budget: Budget) -> Iterator[Seen]:
    """Give every pattern in layers and in whatever can be unpacked from them.

    What is packed less often comes first.
    """
    waiting, known = deque(layers), set[bytes]()
    while waiting:
        whole = waiting.popleft()
        _mind_sealed(whole, budget)
        layer = without_zeros(whole) if whole.above is None else whole
        yield from _seen(layer, matcher)
        for child in _unpacked(whole, layer, budget):
            mark = blake2b(child.data, digest_size=16).digest()
            if mark in known:
                continue
            known.add(mark)
            if len(child.inside) <= MOST_DEEP:
                waiting.append(child)
            elif not child.by_chance:
                budget.give_up(child.inside[:MOST_DEEP], "deep")


def _mind_sealed(layer: Layer, budget: Budget) -> None:
    """Note that a file, or a part of an archive, is one whose words cannot be read."""
    first = layer.above is None and not layer.by_chance
    reason = sealed(layer.data[:32]) if first else None
    if reason:
        budget.give_up(layer.inside, reason)


def _unpacked(whole: Layer, layer: Layer, budget: Budget) -> Iterator[Layer]:
    yield from streams(whole, budget)
    for step, decode in enumerate(DECODERS):
        for child in decode(layer, step):
            if not budget.take(len(child.data), layer.inside):
                return
            yield child


def _seen(layer: Layer, matcher: Matcher) -> Iterator[Seen]:
    """Give the patterns that stand in a layer as it is, read in each coding that it may be in."""
    for coding in readings(layer.data):
        for stretch in stretches(layer.data, coding, matcher.longest + 8):
            for pattern, position in matcher.find(stretch.text):
                place = origin(position, stretch.starts, stretch.origins)
                yield Seen(pattern, layer, layer.place(place))
