"""How many organisations are how many steps away, counted exactly for everybody at once.

A breadth-first search from 64 organisations at a time: each is one bit of a word, so that one step
along a tie takes all of them further (multi-source breadth-first search, Then and others 2014,
https://doi.org/10.14778/2735496.2735507).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from netdeps.graph.arrays import Ints, Layer

Side = Literal["in", "out"]
"""The distances to an organisation, or those from it; the same where ties have no direction."""

Words: TypeAlias = NDArray[np.uint64]

_BITS = 64

_ABREAST = 16
"""So many words go abreast: what is gathered stays within the cache up to 20,000 organisations."""

_FEW = 8
"""Organisations with so many ties that no more than these have them are taken one by one."""


def step_counts(layer: Layer, side: Side = "in") -> Ints:
    """Give how many others are 1, 2, 3 … steps away: a row a distance, a column an organisation."""
    sources, targets, _ = layer.arcs
    if side == "out":
        sources, targets = targets, sources
    pull = _Pull.of(layer.size, sources, targets)
    counts: list[Ints] = []
    for seen in _starts(layer.size):
        _search(pull, seen[pull.rank], counts)
    found = np.zeros((len(counts), layer.size), dtype=np.int64)
    for row, count in zip(found, counts, strict=True):
        row[pull.rank] = count
    return found


@dataclass(frozen=True)
class _Pull:
    """From where each organisation takes over what its neighbours have seen.

    Those with most ties come first (``rank``): ``slots[k]`` holds the neighbour number k of
    everybody who has that many, and ``rest`` the further ones of the few with very many.
    """

    rank: Ints
    slots: list[Ints]
    rest: list[Ints]

    @classmethod
    def of(cls, size: int, sources: Ints, targets: Ints) -> _Pull:
        ties = np.bincount(targets, minlength=size)
        rank = np.argsort(-ties, kind="stable")
        place = np.empty(size, dtype=np.int64)
        place[rank] = np.arange(size)
        near = place[sources][np.argsort(place[targets], kind="stable")]
        falling = ties[rank]
        first = np.cumsum(falling) - falling
        deep = int(falling[_FEW]) if size > _FEW else 0
        having = np.searchsorted(-falling, -np.arange(deep), side="left")
        return cls(
            rank,
            [near[first[:count] + slot] for slot, count in enumerate(having)],
            [
                near[start + deep : start + count]
                for start, count in zip(first[:_FEW], falling[:_FEW], strict=True)
                if count > deep
            ],
        )

    def __call__(self, front: Words, spare: Words) -> Words:
        new = np.zeros_like(front)
        for slot in self.slots:
            count = len(slot)
            np.take(front, slot, axis=0, out=spare[:count], mode="clip")
            new[:count] |= spare[:count]
        for row, more in enumerate(self.rest):
            new[row] |= np.bitwise_or.reduce(front[more], axis=0)
        return new


def _starts(size: int) -> Iterator[Words]:
    """Give everybody a bit of its own, as many words at a time as go abreast."""
    for first in range(0, size, _BITS * _ABREAST):
        own = np.arange(first, min(first + _BITS * _ABREAST, size))
        words = -(-len(own) // _BITS)
        seen = np.zeros((size, words), dtype=np.uint64)
        seen[own, (own - first) // _BITS] = np.uint64(1) << (own % _BITS).astype(np.uint64)
        yield seen


def _search(pull: _Pull, seen: Words, counts: list[Ints]) -> None:
    front, spare = seen.copy(), np.empty_like(seen)
    steps = 0
    while True:
        front = pull(front, spare)
        front &= ~seen
        found = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
        if not found.any():
            return
        if steps == len(counts):
            counts.append(np.zeros_like(found))
        counts[steps] += found
        seen |= front
        steps += 1
