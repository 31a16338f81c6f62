"""Influence against dependence: how much others need an organisation, and it others."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import ClassVar

import numpy as np

from netdeps.graph import Selection, selected
from netdeps.measures.dependence.reach import Floats, Reach, reach
from netdeps.measures.dependence.shared import about, needs_by_depender, without_needs
from netdeps.model import Level, Network
from netdeps.results import Findings, Row
from netdeps.words import Fact


@dataclass(frozen=True, kw_only=True)
class Position(Row):
    """How much others need an organisation, set against how much it needs others."""

    words: ClassVar[str] = "position"

    organisation: str
    """Whose position it is."""
    influence: float
    """The shares of what others need that hang on it, added up: a column of D."""
    dependence: float | None
    """The part of what it needs that hangs on others: a row of D. None where no needs are known."""
    total_influence: float
    """Its influence, through others too: a column of (1 - a)T."""
    total_dependence: float | None
    """Its dependence, through others too: a row of (1 - a)T. None where no needs are known."""
    because: tuple[str, ...]
    """Its needs, and those of others on it."""

    @property
    def form(self) -> str:
        """Which sentence fits: whether its needs are known."""
        return "sentence" if self.dependence is not None else "open"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "influence": self.influence,
            "dependence": self.dependence or 0.0,
            "total_influence": self.total_influence,
            "total_dependence": self.total_dependence or 0.0,
        }


def influence_and_dependence(
    network: Network,
    *,
    damping: float = 0.5,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Position]:
    """How much others need an organisation against how much it needs others, itself left out.

    ``influence`` is the column sum of the dependence D, ``dependence`` its row sum; the totals are
    those of T of ``indirect_dependence`` with a ``damping``, brought back to the scale of D, so that a
    total is never below what is direct. What an organisation can
    meet itself counts in none of them, nor do ways that come back to itself. Influence runs from 0
    to the number of others; dependence from 0, and is above 1 only where each of several is needed.
    Organisations stand in the order of their ids, with no label: the four together are the points
    of a plane, and who stands where is for the table to read.

    The dependence of organisations of which no needs are known is undefined.

    Raises
    ------
    OptionError
        When ``damping`` is not from 0 to below 1.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    The plane of influence and dependence: Duperrin and Godet (1973), as in MICMAC. The damped sum
    instead of powers of a matrix is netdeps' own: see ``indirect_dependence``.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> [(row.influence, row.dependence) for row in measures.influence_and_dependence(network)]
    [(0.0, 1.0), (1.0, None)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    found = reach(part, damping, issue=issue, level=level)
    told = needs_by_depender(part, issue=issue, level=level)
    direct, total = _others(found.shares), _others(found.total * found.scale)
    rows = [
        Position(
            organisation=one,
            influence=fsum(direct[:, place].tolist()),
            dependence=fsum(direct[place].tolist()) if one in told else None,
            total_influence=fsum(total[:, place].tolist()),
            total_dependence=fsum(total[place].tolist()) if one in told else None,
            because=_needs(found, place, told.get(one, ())),
            names=part.names,
        )
        for place, one in enumerate(found.order)
    ]
    said = about("influence_and_dependence", part, rows, told, level)
    return Findings(rows, said, without_needs(part, told, level))


def _others(values: Floats) -> Floats:
    """Leave out what is on the diagonal."""
    found = values.copy()
    np.fill_diagonal(found, 0)
    return found


def _needs(found: Reach, place: int, own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*own, *found.on(place)}))
