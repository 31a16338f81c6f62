"""How far the ties of one group, or of all, run to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.graph import Grouping
from netdeps.model import Fixed
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says, percent


@dataclass(frozen=True, kw_only=True)
class EIIndex(Row):
    """How far the ties of one group, or of all together, run between groups or within them."""

    words: ClassVar[str] = "ei_index"
    identity: ClassVar[tuple[str, ...]] = ("by", "group")

    by: Grouping
    """What the groups are made by: kind, region, or a division of one's own."""
    group: str | None
    """The group; None for all together."""
    external: int
    """The ties with another group."""
    internal: int
    """The ties within; of a group, each counts for both its ends."""
    index: float | None
    """(External - internal) / (external + internal), from -1 to 1; None without ties or others."""
    expected: float | None
    """What it would be if the ties were spread evenly over all pairs; None with one group only."""
    lowest: float | None
    """What it would be with so many ties, as many of them within as there can be."""
    highest: float | None
    """What it would be with so many ties, as many of them with others as there can be."""
    position: float | None
    """The share of the ways to hand out the groups anew in which it is as low or lower."""
    exact: bool
    """Whether all ways to hand them out were looked at, or a sample."""
    because: tuple[str, ...]
    """The statements about these ties."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call the group."""

    @property
    def form(self) -> str:
        """Which sentence fits: of all, of a group or of a group of one, with ties or without."""
        if self.expected is None:
            return "one_group"
        whole = "all" if self.group is None else "group"
        if self.index is None:
            return f"{whole}_no_ties"
        return "group_of_one" if self.group is not None and self.expected == 1 else whole

    @property
    def asks(self) -> str:
        """Which question fits."""
        return f"question_{self.form}"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise_one_group" if self.form == "one_group" else "otherwise"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of: the index as a share of the ties."""
        return {
            **self.labels,
            "different": Phrase(f"group.different_{self.by}"),
            "same": Phrase(f"group.same_{self.by}"),
            "share": percent((1 + (self.index or 0.0)) / 2),
            "expected": percent((1 + (self.expected or 0.0)) / 2),
        }
