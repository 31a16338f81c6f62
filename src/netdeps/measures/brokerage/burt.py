"""Burt's structural holes, as arrays in the order of the layer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netdeps.graph import Layer, Values
from netdeps.graph.arrays import Floats
from netdeps.measures.brokerage.triangles import Lines


@dataclass(frozen=True, eq=False)
class Holes:
    """What everybody puts into each tie, and how far it leads back to the same circle.

    The strength of a line is what runs there and back. Whoever has no tie gets 0 here; there the
    measures are undefined.
    """

    lines: Lines

    @classmethod
    def of(cls, layer: Layer, values: Values) -> Holes:
        """Look at the ties of a layer, each alike or by strength."""
        return cls(Lines.of(layer, values))

    @cached_property
    def contacts(self) -> Floats:
        """The number of others that each is tied to, in either direction."""
        one = np.ones(len(self._strength))
        return self.lines.by_place(self.lines.sums(one, one))

    @cached_property
    def constraint(self) -> Floats:
        """The sum of how far each contact constrains."""
        return self.lines.by_place(self._constraint)

    @cached_property
    def effective_size(self) -> Floats:
        """The number of contacts less what is the same in them."""
        same = self.lines.by_place(self._redundancy() / _or_one(self._total))
        return self.contacts - same

    @cached_property
    def efficiency(self) -> Floats:
        """The effective size as a share of the number of contacts."""
        return self.effective_size / _or_one(self.contacts)

    @cached_property
    def hierarchy(self) -> Floats:
        """How far the constraint comes from a single contact, from 0 to 1."""
        lines, (near, far) = self.lines, self._dyads
        mean = self._constraint / _or_one(self.contacts[lines.order])
        parts = lines.sums(
            *(_entropy(c / mean[e]) for c, e in ((near, lines.near), (far, lines.far)))
        )
        most = self.contacts * np.log(np.maximum(self.contacts, 1))
        return lines.by_place(parts) / _or_one(most)

    @cached_property
    def _strength(self) -> Floats:
        return self.lines.there + self.lines.back

    @cached_property
    def _total(self) -> Floats:
        return self.lines.sums(self._strength, self._strength)

    @cached_property
    def _constraint(self) -> Floats:
        return self.lines.sums(*self._dyads)

    @cached_property
    def _dyads(self) -> tuple[Floats, Floats]:
        """How far the far end constrains the near end of each line, and the other way round."""
        near = self._strength / self._total[self.lines.near]
        far = self._strength / self._total[self.lines.far]
        round_near, round_far = near.copy(), far.copy()
        for xy, xz, yz in self.lines.triangles():
            np.add.at(round_near, xy, near[xz] * far[yz])
            np.add.at(round_near, xz, near[xy] * near[yz])
            np.add.at(round_near, yz, far[xy] * near[xz])
            np.add.at(round_far, xy, near[yz] * far[xz])
            np.add.at(round_far, xz, far[yz] * far[xy])
            np.add.at(round_far, yz, far[xz] * near[xy])
        return round_near**2, round_far**2

    def _redundancy(self) -> Floats:
        """Σ over two contacts j and q of what is put into q, times how near j is to q."""
        lines, strength = self.lines, self._strength
        widest = np.zeros(lines.size)
        np.maximum.at(widest, lines.near, strength)
        np.maximum.at(widest, lines.far, strength)
        found = np.zeros(lines.size)
        for xy, xz, yz in lines.triangles():
            x, y, z = lines.near[xy], lines.far[xy], lines.far[xz]
            to_y, to_z, across = strength[xy], strength[xz], strength[yz]
            np.add.at(found, x, across * (to_z / widest[y] + to_y / widest[z]))
            np.add.at(found, y, to_z * (across / widest[x] + to_y / widest[z]))
            np.add.at(found, z, to_y * (across / widest[x] + to_z / widest[y]))
        return found


def _or_one(values: Floats) -> Floats:
    return np.where(values > 0, values, 1.0)


def _entropy(ratios: Floats) -> Floats:
    found: Floats = ratios * np.log(_or_one(ratios))
    return found
