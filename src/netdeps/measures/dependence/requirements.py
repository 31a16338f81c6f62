"""How badly two organisations need to be able to talk to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from netdeps.graph import PairNeed, Selection, chosen_needs, dependums, needs_between, selected
from netdeps.measures.dependence.shared import about
from netdeps.model import Dependency, Level, Network, Pair
from netdeps.results import Findings, Row
from netdeps.words import Fact


@dataclass(frozen=True, kw_only=True)
class Requirement(Row):
    """How badly two organisations need to be able to talk to each other."""

    words: ClassVar[str] = "requirement"

    parties: Pair
    """The two organisations, in the order of their ids."""
    requirement: float
    """From 0 (no need) up to 1, which it never reaches."""
    dependums: tuple[str, ...]
    """What is needed, in either direction."""
    because: tuple[str, ...]
    """The dependencies between the two."""

    @property
    def rank(self) -> float:
        """The requirement."""
        return self.requirement

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = map(self.called, self.parties)
        return {
            "first": first,
            "second": second,
            "requirement": self.requirement,
            "dependums": self.dependums,
        }


def requirement(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Requirement]:
    """How badly each two organisations need to be able to talk to each other, most first.

    r = 1 − Π (1 − weight × part) over all needs between the two, in either direction. The weight
    is on a fixed scale (importance 1, 2, 3 counts 1/4, 1/2, 3/4); the part that hangs on the other
    is 1 where each dependee is needed, and 1 over their number where they are alternatives. From 0
    up to 1; every need makes it larger. What other organisations need makes no difference, so pairs
    can be ranked by it. Pairs without needs are left out.

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
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3},
    ...                   {"depender": "housing", "dependum": "guidance", "dependees": ["care"],
    ...                    "importance": 3}],
    ... )
    >>> measures.requirement(network)[0].requirement
    0.9375
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    needs = {one.id: one for one in chosen_needs(part, issue=issue, level=level)}
    found = needs_between(part, issue=issue, level=level)
    rows = [_requirement(need, needs, part) for need in found.values()]
    rows.sort(key=lambda row: (-row.requirement, row.parties))
    told = {need.depender for need in needs.values()}
    return Findings(rows, about("requirement", part, rows, told, level))


def _requirement(need: PairNeed, needs: Mapping[str, Dependency], network: Network) -> Requirement:
    return Requirement(
        parties=need.parties,
        requirement=float(need.requirement),
        dependums=dependums(needs[one] for one in need.because),
        because=need.because,
        names=network.names,
    )
