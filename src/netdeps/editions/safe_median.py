"""The row of a median that gives nobody away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

from netdeps.model import Fixed, Network
from netdeps.model.voices import Condition
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says

Division: TypeAlias = Literal["kind", "level"]
"""What those who gave a score can be divided by: the kind of their organisation, or their level."""


@dataclass(frozen=True, kw_only=True)
class SafeMedian(Row):
    """The middle score of one condition of collaboration, and whether the scores are split.

    It does not say on how many scores it rests, nor on which: that would tell more than is safe.
    """

    words: ClassVar[str] = "safe_median"
    identity: ClassVar[tuple[str, ...]] = ("condition", "group")

    condition: Condition
    """Which condition."""
    group: str | None
    """The kind of organisation or the level of those who gave a score; None for all together."""
    median: float
    """From 1, not at all, to 5, completely; of an even number, the mean of the two in the middle."""
    split: bool
    """Whether somebody gave 2 or less and somebody 4 or more."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call those in the group."""

    @property
    def form(self) -> str:
        """Which sentence fits: of all or of a group, split or not."""
        whose = "all" if self.group is None else "group"
        return f"{whose}_split" if self.split else whose

    @property
    def asks(self) -> str:
        """Which question fits: where it differs, or what would help."""
        return "question_split" if self.split else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        condition = Phrase(f"finding.{self.words}.{self.condition}")
        return {**self.labels, "condition": condition, "median": self.median}


def members_of(network: Network, by: Division | None, group: str) -> Mapping[str, Says]:
    """Give what people call those in a group; nothing where they are not divided."""
    if by is None:
        return Fixed({})
    if by == "kind":
        return Fixed({"members": network.kind_label(group, form="kinds")})
    level = {"level": Phrase(f"level.{group}")}
    return Fixed({"members": Phrase.of("finding.safe_median.people", level)})
