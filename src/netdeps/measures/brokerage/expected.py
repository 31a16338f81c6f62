"""How often an organisation would stand between others if the ties fell where they may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, perm, sqrt
from typing import Literal

Chance = Literal["conditional", "bernoulli"]
"""As many ties as there are, in any places; or each tie by itself, with the chance that fits."""


@dataclass(frozen=True)
class Seats:
    """The pairs that could be brokered in a role, and how they hang together."""

    pairs: int
    """The number of pairs."""
    sharing: int
    """The number of ordered choices of two of these pairs that have one end in common."""


@dataclass(frozen=True)
class Moments:
    """What to expect of a count."""

    mean: Fraction
    variance: Fraction

    def z(self, count: int) -> float | None:
        """Give by how many standard deviations a count differs; None where it can only be 0."""
        return float(count - self.mean) / sqrt(self.variance) if self.variance else None


@dataclass(frozen=True)
class Ground:
    """What is held fixed: the sizes of the groups, the number of ties, and whether they have direction."""

    sizes: tuple[int, ...]
    ties: int
    directed: bool

    @cached_property
    def size(self) -> int:
        """The number of organisations."""
        return sum(self.sizes)

    @property
    def places(self) -> int:
        """The number of places in which a tie can be."""
        return perm(self.size, 2) if self.directed else comb(self.size, 2)

    def moments(self, own: int, chance: Chance) -> dict[str, Moments]:
        """Give what to expect, by role and in total, of a member of a group of so many."""
        return {role: self._moments(seats, chance) for role, seats in self.seats(own).items()}

    def seats(self, own: int) -> Mapping[str, Seats]:
        """Count the pairs that each role could have for a member of a group of so many."""
        same, beyond = own - 1, self.size - own
        twice = 2 if self.directed else 1
        between = Seats(same * beyond, same * beyond * (self.size - 3))
        within_others = [sum(perm(one, k) for one in self.sizes) - perm(own, k) for k in (2, 3)]
        return {
            "coordinator": _among(same, twice),
            "itinerant": Seats(within_others[0] * twice // 2, within_others[1] * twice),
            "representative": between,
            "gatekeeper": between if self.directed else Seats(0, 0),
            "liaison": self._liaisons(own, twice),
            "total": _among(self.size - 1, twice),
        }

    def _liaisons(self, own: int, twice: int) -> Seats:
        """Count pairs of two other groups from sums of powers, however many groups there are."""
        first, second, third = (sum(one**k for one in self.sizes) - own**k for k in (1, 2, 3))
        sharing = first * perm(first, 2) - second * (2 * first - 1) + third
        return Seats((first**2 - second) * twice // 2, sharing * twice)

    def _moments(self, seats: Seats, chance: Chance) -> Moments:
        """Two pairs that share an end share a tie; with more in common they are the same pair.

        The places of any two others do not touch: those of a tie to or from the middle one are never
        those of a tie that would close a pair.
        """
        mean = seats.pairs * self._present(2, 1, chance)
        apart = seats.pairs**2 - seats.pairs - seats.sharing
        square = (
            mean + seats.sharing * self._present(3, 2, chance) + apart * self._present(4, 2, chance)
        )
        return Moments(mean, square - mean**2)

    def _present(self, present: int, absent: int, chance: Chance) -> Fraction:
        """Give the chance that so many places have a tie and so many others have none."""
        if present + absent > self.places:
            return Fraction(0)
        if chance == "bernoulli":
            density = Fraction(self.ties, self.places)
            return density**present * (1 - density) ** absent
        ways = perm(self.ties, present) * perm(self.places - self.ties, absent)
        return Fraction(ways, perm(self.places, present + absent))


def _among(others: int, twice: int) -> Seats:
    """Count the pairs among so many others."""
    return Seats(perm(others, 2) * twice // 2, perm(others, 3) * twice)
