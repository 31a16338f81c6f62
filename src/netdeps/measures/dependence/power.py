"""How much two organisations depend on each other, and how unequal that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from netdeps.graph import OneWayNeed, Selection, needs_from, selected
from netdeps.measures.dependence.shared import about, needs_by_depender, without_needs
from netdeps.model import Level, Network, Pair, pair
from netdeps.results import Findings, Row
from netdeps.words import Fact, percent


@dataclass(frozen=True, kw_only=True)
class PowerBalance(Row):
    """How much two organisations depend on each other, and how unequal that is."""

    words: ClassVar[str] = "power_balance"

    parties: Pair
    """The two organisations, in the order of their ids."""
    dependence: tuple[float | None, float | None]
    """Of the first on the second, and of the second on the first; None where no needs are known."""
    mutual: float | None
    """The sum of both, from 0 to 2; None where only one of them is known."""
    imbalance: float | None
    """Their difference, from 0 to 1; None where only one of them is known."""
    advantage: str | None
    """On whom the other depends more; None where they are equal or one of them is not known."""
    because: tuple[str, ...]
    """All dependencies of the two: each share is a share of all that an organisation needs."""

    @property
    def rank(self) -> float | None:
        """The imbalance."""
        return self.imbalance

    @property
    def form(self) -> str:
        """Which sentence fits: unequal, equal, one-sided, or only one direction known."""
        if self.imbalance is None:
            return "one_known"
        if not self.imbalance:
            return "equal"
        return "sentence" if all(self.dependence) else "one_sided"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return {"one_known": "ask_known", "equal": "ask_equal"}.get(self.form, "question")

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of, from the side of whoever depends more."""
        shares = [share or 0.0 for share in self.dependence]
        sides = list(zip(shares, self.parties, reversed(self.parties), strict=True))
        most, depender, dependee = sides[shares.index(max(shares))]
        return {
            "depender": self.called(depender),
            "dependee": self.called(dependee),
            "share": percent(most),
            "least": percent(min(shares)),
        }


def power_balance(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[PowerBalance]:
    """How much two organisations need each other, and how unequal that is, most unequal first.

    With D the share of what one needs that hangs on the other (see ``dependence``): mutual = D + D
    back, from 0 to 2; imbalance = their difference, from 0 (equal) to 1. Whoever is needed more
    has the ``advantage``: the power of one over another is the dependence of the other on it. A
    difference and no ratio, which would be undefined where only one of them depends on the other.

    There is a row for each pair of which one depends on the other. Where no needs of one of them
    are known, only the known direction is given; the reason is under ``undefined``, and these
    rows come last.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    Emerson (1962), Power-dependence relations, https://doi.org/10.2307/2089716. Mutual dependence
    and imbalance as two things: Casciaro and Piskorski (2005), Power imbalance, mutual dependence,
    and constraint absorption, https://doi.org/10.2189/asqu.2005.50.2.167. The use of shares is
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "housing", "dependum": "guidance",
    ...                    "dependees": ["care", "city"]}],
    ... )
    >>> row = measures.power_balance(network).where(lambda one: "care" in one.parties)[0]
    >>> row.dependence, row.mutual, row.imbalance, row.advantage
    ((1.0, 0.5), 1.5, 0.5, 'housing')
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    named = needs_by_depender(part, issue=issue, level=level)
    found = needs_from(part, issue=issue, level=level)
    between = {pair(*key) for key in found if key[0] != key[1] and key[1] in part.names}
    rows = [_power(parties, found, named, part) for parties in between]
    rows.sort(key=_inequality)
    silent = {one for row in rows for one in row.parties} - set(named)
    reasons = without_needs(part, named, level)
    said = about("power_balance", part, rows, named, level)
    return Findings(rows, said, {one: reasons[one] for one in silent})


def _power(
    parties: Pair,
    found: Mapping[tuple[str, str], OneWayNeed],
    named: Mapping[str, tuple[str, ...]],
    network: Network,
) -> PowerBalance:
    first, second = parties
    there = _share((first, second), found, named)
    back = _share((second, first), found, named)
    mutual = imbalance = advantage = None
    if there is not None and back is not None:
        mutual, imbalance = float(there + back), float(abs(there - back))
        advantage = parties[there > back] if there != back else None
    return PowerBalance(
        parties=parties,
        dependence=(_plain(there), _plain(back)),
        mutual=mutual,
        imbalance=imbalance,
        advantage=advantage,
        because=tuple(sorted(need for one in parties for need in named.get(one, ()))),
        names=network.names,
    )


def _share(
    key: tuple[str, str],
    found: Mapping[tuple[str, str], OneWayNeed],
    named: Mapping[str, tuple[str, ...]],
) -> Fraction | None:
    """Give the share of the first that hangs on the second; None where it has named no needs."""
    if key[0] not in named:
        return None
    return found[key].share if key in found else Fraction(0)


def _plain(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _inequality(row: PowerBalance) -> tuple[bool, float, float, Pair]:
    """Sort by imbalance, then by how much the two need each other; what is not known comes last."""
    needed = sum(share or 0.0 for share in row.dependence)
    return row.imbalance is None, -(row.imbalance or 0.0), -(row.mutual or needed), row.parties
