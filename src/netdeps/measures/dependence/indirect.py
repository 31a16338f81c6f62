"""On whom organisations depend directly and through others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from netdeps.errors import OptionError, quoted
from netdeps.graph import Selection, selected
from netdeps.measures.dependence.reach import Reach, reach
from netdeps.measures.dependence.shared import (
    about,
    needs_by_depender,
    without_needs,
)
from netdeps.model import Level, Network
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase, percent

_SURE = 12
"""So many decimals do not depend on the order in which the machine adds up."""


@dataclass(frozen=True, kw_only=True)
class IndirectDependence(Row):
    """How much one organisation depends on another when those in between are counted too."""

    words: ClassVar[str] = "indirect_dependence"

    depender: str
    """Who depends."""
    dependee: str
    """On whom."""
    direct: float
    """What hangs on it directly, from 0 to 1: X."""
    total: float
    """What hangs on it directly and through others, each further step damped: T."""
    chance: float
    """The chance that whoever asks on whom they in turn depend, and goes on asking each time with
    the chance ``damping``, stops there: from 0 to 1."""
    indirect_share: float
    """The part of the total that runs through others, from 0 to 1."""
    because: tuple[str, ...]
    """The needs with which the ways from the one to the other begin and end."""

    @property
    def rank(self) -> float:
        """The chance."""
        return self.chance

    @property
    def form(self) -> str:
        """Which sentence fits: directly, through others, or both."""
        if not self.direct:
            return "through"
        return "sentence" if self.total > self.direct else "direct"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "depender": self.called(self.depender),
            "dependee": self.called(self.dependee),
            "chance": percent(self.chance),
            "share": percent(self.indirect_share),
        }


def indirect_dependence(
    network: Network,
    *,
    damping: float = 0.5,
    least: float = 0.01,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[IndirectDependence]:
    """On whom an organisation depends once those whom it needs are followed on, most first.

    X is the dependence D of ``dependence``, without what organisations can meet themselves, divided
    by its largest row sum where that is more than 1. T = X + aX² + a²X³ + … = X(I - aX)⁻¹, with
    a the ``damping``: with 1/2, every further step counts half. ``chance`` is (1 - a)T, from 0 to
    1: whoever asks on whom they in turn depend, and goes on asking each time with chance a, stops
    there. With a damping of 0 only direct dependence is left.

    Pairs with a chance below ``least`` are left out, as is how an organisation depends on itself.
    Numbers are floats: the last bits may differ from one machine to another. Organisations of which
    no needs are known are undefined; nobody depends on others through them.

    Raises
    ------
    OptionError
        When ``damping`` is not from 0 to below 1, or ``least`` not from 0 to 1.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    The damped sum: Katz (1953), A new status index derived from sociometric analysis,
    https://doi.org/10.1007/BF02289026. Scaling by the largest row sum is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[
    ...         {"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...         {"depender": "housing", "dependum": "permits", "dependees": ["city", "outside"]},
    ...     ],
    ... )
    >>> [(row.depender, row.dependee, row.total) for row in measures.indirect_dependence(network)]
    [('care', 'housing', 1.0), ('housing', 'city', 0.5), ('care', 'city', 0.25)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    found = reach(part, damping, issue=issue, level=level)
    rows = [_row(found, *cell, part) for cell in _cells(found, _least(least))]
    rows.sort(key=lambda row: (-round(row.chance, _SURE), row.depender, row.dependee))
    told = needs_by_depender(part, issue=issue, level=level)
    said = about("indirect_dependence", part, rows, told, level)
    caveats = (*said.caveats, *_left_out(found, len(rows), least))
    return Findings(rows, replace(said, caveats=caveats), without_needs(part, told, level))


def _least(least: float) -> float:
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise OptionError(f"the least chance {quoted(least)} is not a number from 0 to 1.")
    return float(least)


def _cells(found: Reach, least: float) -> Iterator[tuple[int, int]]:
    """Give the pairs that depend on each other with at least some chance, in order of their ids."""
    enough = (np.round(found.chance, _SURE) >= least) & (found.total > 0)
    np.fill_diagonal(enough, val=False)
    for here, there in np.argwhere(enough):
        yield int(here), int(there)


def _row(found: Reach, here: int, there: int, network: Network) -> IndirectDependence:
    direct, total = float(found.direct[here, there]), float(found.total[here, there])
    return IndirectDependence(
        depender=found.order[here],
        dependee=found.order[there],
        direct=direct,
        total=total,
        chance=float(found.chance[here, there]),
        indirect_share=1 - direct / total,
        because=found.ends(here, there),
        names=network.names,
    )


def _left_out(found: Reach, shown: int, least: float) -> tuple[Phrase, ...]:
    every = int(np.count_nonzero(found.total) - np.count_nonzero(np.diagonal(found.total)))
    facts: Mapping[str, Fact] = {"count": every - shown, "least": percent(least)}
    return (Phrase.of("caveat.least_chance", facts),) if every > shown else ()
