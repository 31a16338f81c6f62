"""Which share of what an organisation needs hangs on whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.graph import OneWayNeed, Selection, dependums, needs_from, selected
from netdeps.measures.dependence.shared import (
    about,
    needs_by_depender,
    without_needs,
)
from netdeps.model import OUTSIDE, Level, Network
from netdeps.results import Findings, Row
from netdeps.words import Fact, percent


@dataclass(frozen=True, kw_only=True)
class Dependence(Row):
    """How much of what one organisation needs hangs on another, on outside, or on itself."""

    words: ClassVar[str] = "dependence"

    depender: str
    """Who needs something."""
    dependee: str
    """Who can give it: an organisation, ``outside``, or the depender itself."""
    share: float
    """The part of what matters to the depender that hangs on the dependee, from 0 to 1."""
    amount: float
    """The same without dividing: importance times the part that hangs on it, added up."""
    dependums: tuple[str, ...]
    """What is needed."""
    needs: tuple[str, ...]
    """The dependencies that name this dependee."""
    because: tuple[str, ...]
    """All dependencies of the depender: its share is a share of all that it needs."""

    @property
    def rank(self) -> float:
        """Its share."""
        return self.share

    @property
    def form(self) -> str:
        """Which sentence fits: on another organisation, on somebody outside, on itself."""
        return self._side or "sentence"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return f"ask_{self._side}" if self._side else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "depender": self.called(self.depender),
            "dependee": self.called(self.dependee),
            "share": percent(self.share),
            "dependums": self.dependums,
        }

    @property
    def _side(self) -> str:
        """Tell whether it hangs on somebody outside or on itself; empty for another organisation."""
        if self.dependee == OUTSIDE:
            return "outside"
        return "itself" if self.dependee == self.depender else ""


def dependence(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Dependence]:
    """Which share of what matters to an organisation hangs on whom, largest first.

    D = Σ importance × part / Σ importance, over all needs of the depender, from 0 to 1. The part of
    a need that hangs on a dependee is 1 where each dependee is needed (``mode="all"``), and 1 over
    the number of dependees where they are alternatives. What an organisation can meet itself has a
    row of its own, and so has what hangs on somebody ``outside`` the network. With alternatives
    alone, the shares of an organisation add up to 1.

    A share is seen from the depender's side: it depends on what else that organisation has named.
    Never rank pairs across the table by it; ``requirement`` is made for that. ``amount`` is the sum
    before dividing. With ``level`` only the needs that concern that level count.

    Organisations without needs are undefined, which is not a dependence of 0; the reason tells
    whether they were asked.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    Yu (1995), Modelling Strategic Relationships for Process Reengineering, for depender, dependum
    and dependee. The shares: Pant and Yu (2025), https://doi.org/10.48550/arXiv.2510.18802.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "care", "dependum": "money", "dependees": ["city", "outside"]}],
    ... )
    >>> [(row.dependee, row.share) for row in measures.dependence(network)]
    [('housing', 0.5), ('city', 0.25), ('outside', 0.25)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    named = needs_by_depender(part, issue=issue, level=level)
    found = needs_from(part, issue=issue, level=level)
    rows = [_row(key, need, named[key[0]], part) for key, need in found.items()]
    rows.sort(key=lambda row: (-row.share, row.depender, row.dependee))
    said = about("dependence", part, rows, named, level)
    return Findings(rows, said, without_needs(part, named, level))


def _row(
    key: tuple[str, str], need: OneWayNeed, because: tuple[str, ...], network: Network
) -> Dependence:
    depender, dependee = key
    return Dependence(
        depender=depender,
        dependee=dependee,
        share=float(need.share),
        amount=float(need.amount),
        dependums=dependums(need.needs),
        needs=tuple(one.id for one in need.needs),
        because=because,
        names=network.names,
    )
