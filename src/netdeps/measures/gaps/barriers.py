"""What holds a dependency back although it could be met: a talk of its own, no missing contact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.graph import Selection, chosen_needs, selected, share_heard
from netdeps.model import OUTSIDE, Dependency, Level, Network
from netdeps.model.base import Mode
from netdeps.results import About, Findings, Row, known_of
from netdeps.words import Fact, Phrase, Says


@dataclass(frozen=True, kw_only=True)
class Barrier(Row):
    """A need of which is told what holds it back."""

    words: ClassVar[str] = "barrier"

    need: str
    """The dependency."""
    depender: str
    """Who needs something."""
    dependees: tuple[str, ...]
    """Who else can give it; ``outside`` for somebody who is not in the network."""
    mode: Mode
    """``any``: one of them is enough; ``all``: each of them is needed."""
    dependum: str
    """What is needed."""
    barrier: str
    """What holds it back: a rule, a law, a way of paying."""
    importance: int
    """How much it matters: 1 a little, 2 much, 3 very much."""
    because: tuple[str, ...]
    """The dependency itself."""

    @property
    def rank(self) -> float:
        """How much it matters."""
        return self.importance

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "depender": self.called(self.depender),
            "dependees": self._dependees(),
            "dependum": self.dependum,
            "barrier": self.barrier.strip().rstrip("."),
        }

    def _dependees(self) -> Fact:
        parties = tuple(self._who(one) for one in self.dependees)
        if self.mode == "all" or len(parties) == 1:
            return parties
        return Phrase.of("finding.barrier.one_of", {"parties": parties})

    def _who(self, one: str) -> str | Says:
        return Phrase("finding.barrier.outside") if one == OUTSIDE else self.called(one)


def barriers(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Barrier]:
    """Which needs are held back by a rule or an incentive, although they could be met.

    A row for each dependency with a ``barrier``, what matters most first. A barrier is not a gap: the
    two may well speak to each other, and more contact does not take it away. It asks for another
    talk: what the rule or the incentive is for, and what would make it possible all the same.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own; the nearest notion is a contribution that hurts, in the i* framework (Yu 1995).

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}],
    ...     dependencies=[{"id": "need", "depender": "care", "dependum": "a contract",
    ...                    "dependees": ["city"], "barrier": "The law asks for a tender."}],
    ... )
    >>> [(row.need, row.barrier) for row in measures.barriers(network)]
    [('need', 'The law asks for a tender.')]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue, level=level)
    rows = [
        _barrier(one, one.barrier, part) for one in needs if one.barrier and one.barrier.strip()
    ]
    rows.sort(key=lambda row: (-row.importance, row.depender, row.need))
    known = share_heard(part, "dependencies", {one.depender for one in part.dependencies})
    caveats = known_of("dependency", known)
    return Findings(rows, About.of("barriers", part, rows, known_share=known, caveats=caveats))


def _barrier(need: Dependency, barrier: str, network: Network) -> Barrier:
    return Barrier(
        need=need.id,
        depender=need.depender,
        dependees=tuple(sorted(set(need.dependees) - {need.depender})),
        mode=need.mode,
        dependum=need.dependum,
        barrier=barrier,
        importance=need.importance,
        because=(need.id,),
        names=network.names,
    )
