"""The ties from one group to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.graph import Grouping
from netdeps.model import Fixed
from netdeps.results import Row
from netdeps.words import Fact, Says, percent


@dataclass(frozen=True, kw_only=True)
class BlockDensity(Row):
    """Which share of the possible ties from one group to another is there."""

    words: ClassVar[str] = "block_density"
    identity: ClassVar[tuple[str, ...]] = ("by", "from_group", "to_group")

    by: Grouping
    """What the groups are made by: kind, region, or a division of one's own."""
    from_group: str
    """The group that the ties come from; of contacts the first of the two, sorted."""
    to_group: str
    """The group that they go to."""
    ties: int
    """The ties that are known."""
    possible: int
    """The ties that there could be, without loops."""
    density: float | None
    """Ties divided by possible ties; None within a group of one."""
    low: float | None
    """Of contacts: what the density is at least; the pairs that nobody was asked about count as none."""
    high: float | None
    """Of contacts: what it is at most, should all of them be in contact."""
    unknown: int | None
    """Of contacts: the pairs of which it is not known."""
    mean_strength: float | None
    """The strengths together, divided by the possible ties; None where strengths say nothing."""
    expected: float
    """The ties that there would be if all ties were spread evenly over all pairs."""
    because: tuple[str, ...]
    """The statements about these ties."""
    directed: bool = field(default=True, repr=False, compare=False)
    """Whether the ties have a direction."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call the two groups."""

    @property
    def form(self) -> str:
        """Which sentence fits: within one group, between two, from one to another, or one alone."""
        if self.density is None:
            return "alone"
        if self.from_group == self.to_group:
            return "within"
        return "towards" if self.directed else "between"

    @property
    def asks(self) -> str:
        """Which question fits."""
        return f"question_{self.form}"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise_alone" if self.density is None else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            **self.labels,
            "ties": self.ties,
            "count": self.possible,
            "share": percent(self.density or 0.0),
        }
