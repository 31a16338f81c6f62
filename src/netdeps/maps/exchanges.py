"""What goes both ways between two, dossier by dossier, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from netdeps.graph import Good, Status, exact, flows
from netdeps.measures import promises
from netdeps.model import TOGETHER, Network, pair

EVEN = Fraction(1, 10)
"""Up to this share of what goes both ways, a difference counts as about even."""

Way = Literal["gives", "takes", "even", "unknown"]
Amount = Fraction | None
Ends = tuple[str, str]
Key = tuple[str, str, str, str | None, Status]
"""The two, what goes between them and in which unit, and whether it was delivered."""


@dataclass(frozen=True)
class Exchange:
    """What goes both ways between two, of one resource: None for what nobody counted."""

    there: Amount
    back: Amount

    @property
    def way(self) -> Way:
        """Whether the first gives more, takes more, or gives about as much as it takes."""
        if self.there is None or self.back is None:
            return "gives" if self.back == 0 else "takes" if self.there == 0 else "unknown"
        if abs(self.there - self.back) <= EVEN * (self.there + self.back):
            return "even"
        return "gives" if self.there > self.back else "takes"

    @property
    def turned(self) -> Exchange:
        """The same as the second sees it."""
        return Exchange(self.back, self.there)

    @property
    def net(self) -> Amount:
        """What remains when both ways are set off against each other."""
        return None if self.there is None or self.back is None else self.there - self.back

    def __add__(self, other: Exchange) -> Exchange:
        """Take two together; what was not counted in one of them is not known of both."""
        return Exchange(_sum(self.there, other.there), _sum(self.back, other.back))


NOTHING = Exchange(Fraction(0), Fraction(0))


def exchanges(network: Network) -> Mapping[Key, Mapping[str, Exchange]]:
    """Give what goes between each two by dossier; what is for everybody stands with its giver."""
    found: dict[Key, dict[str, Exchange]] = {}
    for one in (*_delivered(network), *_outstanding(network)):
        ends = one.ends if one.ends[1] == TOGETHER else pair(*one.ends)
        brought = Exchange(one.amount, Fraction(0))
        by_dossier = found.setdefault((*ends, *one.good, one.status), {})
        before = by_dossier.get(one.dossier, NOTHING)
        by_dossier[one.dossier] = before + (brought if one.ends == ends else brought.turned)
    return {key: found[key] for key in sorted(found, key=lambda key: [part or "" for part in key])}


@dataclass(frozen=True)
class _Brought:
    """What one brings another in a dossier; what is in none has an empty one."""

    ends: Ends
    good: Good
    dossier: str
    status: Status
    amount: Amount


def _delivered(network: Network) -> Iterator[_Brought]:
    for one in flows(network):
        if one.amount != 0:
            ends = one.giver, one.taker
            yield _Brought(ends, one.good, one.dossier or "", "delivered", one.amount)


def _outstanding(network: Network) -> Iterator[_Brought]:
    for one in promises(network):
        if one.outstanding != 0:
            ends, good = (one.giver, one.taker), (one.resource, one.unit)
            left = None if one.outstanding is None else exact(one.outstanding)
            yield _Brought(ends, good, one.dossier or "", "promised", left)


def _sum(one: Amount, other: Amount) -> Amount:
    return None if one is None or other is None else one + other
