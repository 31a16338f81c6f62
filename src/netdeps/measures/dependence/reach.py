"""Dependence on those whom one's dependees in turn depend on, each further step counting less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netdeps.errors import OptionError, quoted
from netdeps.graph import OneWayNeed, needs_from
from netdeps.model import Level, Network, Pair

Floats = NDArray[np.float64]

_Step = tuple[int, tuple[str, ...]]

_NEAREST = 1 - 1e-9
"""With a damping nearer to 1 the sum is too large for floats."""


def damped(direct: Floats, damping: float) -> Floats:
    """Add up all ways along which one depends on another, each further step damped.

    T = X + aX² + a²X³ + … Rows of X add up to at most 1 and a is below 1, so that the sum is finite.
    The transposed equation is solved, because its columns are dominated by their diagonal: no rows
    are swapped and nothing is subtracted, so that whatever no way leads to stays exactly 0. What is
    direct is then added as it is, so that no rounding makes the total fall below it.
    """
    unit = np.eye(len(direct))
    solved = np.linalg.solve((unit - damping * direct).T, direct.T).T
    total: Floats = direct + damping * (direct @ solved)
    return total


@dataclass(frozen=True)
class Reach:
    """Who depends on whom in a network, directly and through others."""

    order: tuple[str, ...]
    needs: Mapping[Pair, OneWayNeed]
    """What each needs from each other organisation."""
    damping: float

    @cached_property
    def shares(self) -> Floats:
        """The dependence of each on each, D: row is depender, column is dependee."""
        place = {one: number for number, one in enumerate(self.order)}
        found = np.zeros((len(self.order), len(self.order)))
        for (depender, dependee), need in self.needs.items():
            found[place[depender], place[dependee]] = float(need.share)
        return found

    @cached_property
    def scale(self) -> float:
        """The largest sum of a row of D, or 1 where none is more."""
        sums: dict[str, Fraction] = {}
        for (depender, _), need in self.needs.items():
            sums[depender] = sums.get(depender, Fraction(0)) + need.share
        return float(max([Fraction(1), *sums.values()]))

    @cached_property
    def direct(self) -> Floats:
        """The same, divided by the scale, so that no row adds up to more than 1: X."""
        return self.shares / self.scale

    @cached_property
    def total(self) -> Floats:
        """Directly and through others, each further step damped: T."""
        return damped(self.direct, self.damping)

    @cached_property
    def chance(self) -> Floats:
        """The chance that whoever goes on asking on whom they in turn depend stops there."""
        return (1 - self.damping) * self.total

    def ends(self, here: int, there: int) -> tuple[str, ...]:
        """Give the needs with which the ways from one to another begin and end."""
        total = self.total
        starts = (needs for k, needs in self._from[here] if k == there or total[k, there])
        stops = (needs for k, needs in self._to[there] if k == here or total[here, k])
        return tuple(sorted({need for needs in (*starts, *stops) for need in needs}))

    def on(self, one: int) -> tuple[str, ...]:
        """Give the needs of others on an organisation."""
        return tuple(sorted({need for _, needs in self._to[one] for need in needs}))

    @cached_property
    def _from(self) -> list[list[_Step]]:
        return self._steps(side=0)

    @cached_property
    def _to(self) -> list[list[_Step]]:
        return self._steps(side=1)

    def _steps(self, side: int) -> list[list[_Step]]:
        """List, for each organisation, those who are one need away and the needs."""
        place = {one: number for number, one in enumerate(self.order)}
        found: list[list[_Step]] = [[] for _ in self.order]
        for key, need in self.needs.items():
            names = tuple(one.id for one in need.needs)
            found[place[key[side]]].append((place[key[1 - side]], names))
        return found


def reach(network: Network, damping: float, *, issue: str | None, level: Level | None) -> Reach:
    """Find who depends on whom, directly and through others."""
    found = needs_from(network, issue=issue, level=level)
    others = {
        key: need for key, need in found.items() if key[1] in network.names and key[0] != key[1]
    }
    return Reach(network.ids, others, _damping(damping))


def _damping(damping: float) -> float:
    if (
        isinstance(damping, bool)
        or not isinstance(damping, int | float)
        or not 0 <= damping <= _NEAREST
    ):
        raise OptionError(f"the damping {quoted(damping)} is not a number from 0 to below 1.")
    return float(damping)
