"""In how many ways a need can be met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.graph import Selection, chosen_needs, selected
from netdeps.measures.dependence.shared import about, called
from netdeps.model import OUTSIDE, Dependency, Level, Network
from netdeps.model.base import Mode
from netdeps.results import Figure, Findings, Number, Row, Undefined
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class NeedAlternatives(Row):
    """In how many ways one need can be met."""

    words: ClassVar[str] = "alternatives"

    need: str
    """The id of the dependency."""
    depender: str
    """Who needs it."""
    dependum: str
    """What is needed."""
    dependees: tuple[str, ...]
    """Who can give it, in the order of their ids, somebody ``outside`` last."""
    mode: Mode
    """``any``: one of them is enough; ``all``: each of them is needed."""
    essential: bool
    """True when the depender cannot do its work without it."""
    alternatives: int
    """The number of ways: that of the dependees, or 1 where each of them is needed."""
    single: bool
    """True when there is one way only."""
    because: tuple[str, ...]
    """The dependency."""

    @property
    def rank(self) -> float:
        """Fewest ways first, and of as many ways what is essential."""
        return float(self.essential - 2 * self.alternatives)

    @property
    def form(self) -> str:
        """Which sentence fits: one dependee, each of several, or one of several."""
        if len(self.dependees) == 1:
            return "sentence"
        return "each" if self.single else "several"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.single else "ask_several"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        depender = self.called(self.depender)
        essential: str | Phrase = ""
        if self.essential:
            essential = Phrase.of("finding.alternatives.essential", {"depender": depender})
        return {
            "depender": depender,
            "dependum": self.dependum,
            "dependees": tuple(called(self, one, self.depender) for one in self.dependees),
            "ways": self.alternatives,
            "essential": essential,
        }


def alternatives(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[NeedAlternatives]:
    """In how many ways each need can be met, the most vulnerable first.

    The number of dependees where one of them is enough, the depender itself and somebody outside
    the network included; 1 where each of them is needed, since then each one can hold it up. Needs
    with one way come first, and among equals those that the depender cannot do without.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "money", "dependees": ["city", "outside"]},
    ...                   {"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ... )
    >>> [(row.dependum, row.alternatives, row.single) for row in measures.alternatives(network)]
    [('dwellings', 1, True), ('money', 2, False)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    rows = _rows(part, issue, level)
    told = {row.depender for row in rows}
    return Findings(rows, about("alternatives", part, rows, told, level))


def sole_supplier_share(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Figure:
    """Of what organisations cannot do without, which share can be met in one way only.

    The essential needs with one way (see ``alternatives``) divided by all essential needs, from 0
    (there is always another way) to 1 (never). Undefined where no need is essential.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "money", "dependees": ["city", "outside"],
    ...                    "essential": True},
    ...                   {"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "essential": True}],
    ... )
    >>> measures.sole_supplier_share(network)
    0.5
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    rows = _rows(part, issue, level)
    essential = [row for row in rows if row.essential]
    told = {row.depender for row in rows}
    said = about("sole_supplier_share", part, essential, told, level)
    if not essential:
        return Undefined(Phrase("reason.no_essential_needs"), said)
    return Number(sum(row.single for row in essential) / len(essential), said)


def _rows(network: Network, issue: str | None, level: Level | None) -> list[NeedAlternatives]:
    rows = [_row(need, network) for need in chosen_needs(network, issue=issue, level=level)]
    return sorted(rows, key=lambda row: (-row.rank, row.depender, row.need))


def _row(need: Dependency, network: Network) -> NeedAlternatives:
    ways = 1 if need.mode == "all" else len(need.dependees)
    return NeedAlternatives(
        need=need.id,
        depender=need.depender,
        dependum=need.dependum,
        dependees=tuple(sorted(need.dependees, key=lambda one: (one == OUTSIDE, one))),
        mode=need.mode,
        essential=need.essential,
        alternatives=ways,
        single=ways == 1,
        because=(need.id,),
        names=network.names,
    )
