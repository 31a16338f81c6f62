"""Adding up what is brought, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from netdeps.errors import OptionError, check_mapping, one_of, quoted
from netdeps.graph import Flow, check_share, not_added
from netdeps.model import TOGETHER, Network
from netdeps.results import About
from netdeps.words import Phrase

Range: TypeAlias = tuple[float, float]
"""The lowest and the highest."""

_TOLERANCE = Fraction(1, 10**9)


class Tally:
    """What everybody gives and takes in some flows of one resource."""

    def __init__(self, found: Iterable[Flow]) -> None:
        self.out: dict[str, list[Flow]] = {}
        self.into: dict[str, list[Flow]] = {}
        for one in found:
            self.out.setdefault(one.giver, []).append(one)
            self.into.setdefault(one.taker, []).append(one)

    @property
    def everybody(self) -> list[str]:
        """Whoever gives or takes, sorted."""
        return sorted({*self.out, *self.into})

    def __contains__(self, who: str) -> bool:
        return who in self.out or who in self.into

    def given(self, who: str) -> Fraction | None:
        """Add what somebody gives; None where some of it was not counted."""
        return total(self.out.get(who, ()))

    def taken(self, who: str) -> Fraction | None:
        """Add what somebody takes; None where some of it was not counted."""
        return total(self.into.get(who, ()))

    def given_range(self, who: str) -> Range | None:
        """Give the lowest and the highest that somebody gives by the reports."""
        found = bounds(self.out.get(who, ()))
        return None if found is None else (float(found[0]), float(found[1]))

    def net_range(self, who: str) -> Range | None:
        """Give the lowest and the highest net that the reports of givers and takers allow."""
        given, taken = (bounds(side.get(who, ())) for side in (self.out, self.into))
        if given is None or taken is None:
            return None
        return float(given[0] - taken[1]), float(given[1] - taken[0])

    def because(self, who: str) -> tuple[str, ...]:
        """Give the contributions from and to somebody."""
        return statements((*self.out.get(who, ()), *self.into.get(who, ())))


def total(found: Iterable[Flow]) -> Fraction | None:
    """Add amounts; None where one of them was not counted."""
    added = Fraction(0)
    for one in found:
        if one.amount is None:
            return None
        added += one.amount
    return added


def bounds(found: Iterable[Flow]) -> tuple[Fraction, Fraction] | None:
    """Add the lowest and the highest reports; None where an amount was not counted."""
    low = high = Fraction(0)
    for one in found:
        if one.low is None or one.high is None:
            return None
        low, high = low + one.low, high + one.high
    return low, high


def all_brought(found: Iterable[Flow]) -> Fraction | Phrase:
    """Add all amounts, for what is a share of them; or say why there is nothing to divide by."""
    brought = [one for one in found if one.amount != 0]
    mixed = not_added(one.good for one in brought)
    if mixed is not None:
        return mixed
    added = total(brought)
    if added is None:
        return Phrase("reason.no_amount")
    return added or Phrase("reason.nothing_brought")


def statements(found: Iterable[Flow]) -> tuple[str, ...]:
    """Give the ids of the contributions that flows rest on."""
    return tuple(sorted({name for one in found for name in one.because}))


def plain(value: Fraction | None) -> float | None:
    """Give a plain number, or None where there is none."""
    return None if value is None else float(value)


def sortable(key: Iterable[str | None]) -> tuple[str, ...]:
    """Make a key that sorts, with what is not there first."""
    return tuple(part or "" for part in key)


def shared_out(
    found: Iterable[Flow], pot: Mapping[str, float] | None, part: Network, network: Network
) -> list[Flow]:
    """Book the common pot on those who benefit, where the shares are given.

    ``part`` is what is looked at of the network.
    """
    if pot is None:
        return list(found)
    check_mapping("pot", pot, "the share of each organisation is expected, by its id")
    given = {network.organisation(who).id: share for who, share in pot.items()}
    outside = [who for who in given if who not in part.names]
    if outside:
        raise OptionError(
            f"{one_of(outside)} is not among the organisations that are looked at, by their kind "
            "or inside one of them; shares of the pot are expected for these alone."
        )
    shares = {who: _share(who, given[who]) for who in sorted(given)}
    added = sum(shares.values(), Fraction(0))
    if abs(added - 1) > _TOLERANCE:
        found_, wanted = f"the shares of the pot add up to {float(added):g}", "they add up to 1"
        raise OptionError(f"{found_}; shares of 0 or more are expected, and {wanted}.")
    return [part for one in found for part in _booked(one, shares)]


def _share(who: str, found: object) -> Fraction:
    return check_share(f"the share {{}} of {quoted(who)} in the pot", found)


def _booked(one: Flow, shares: Mapping[str, Fraction]) -> list[Flow]:
    """Divide what goes to the common pot; what comes back to the giver itself is no giving."""
    if one.taker != TOGETHER:
        return [one]
    return [
        replace(one.times(share), taker=who)
        for who, share in shares.items()
        if who != one.giver and share
    ]


def about(name: str, network: Network, found: Iterable[Flow]) -> About:
    """Say what a measure of give and take means and what it rests on."""
    return About.of(name, network, found)
