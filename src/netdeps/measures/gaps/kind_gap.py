"""One finding about two kinds of organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from netdeps.model import Fixed, Level
from netdeps.results import Row
from netdeps.words import Fact, Phrase, Says


@dataclass(frozen=True, kw_only=True)
class KindGap(Row):
    """How far one kind of organisations, which needs something from another, has ties to it."""

    words: ClassVar[str] = "kind_gap"
    identity: ClassVar[tuple[str, ...]] = ("from_kind", "to_kind", "level")

    from_kind: str
    """The kind that needs something."""
    to_kind: str
    """The kind that can give it."""
    level: Level | None
    """The level of the ties; None for ties at any level."""
    pairs: int
    """The number of possible pairs."""
    ties: int
    """The number of pairs that are known to be in contact."""
    density: float | None
    """Ties divided by pairs, from 0 to 1; None where there are no pairs."""
    uncovered: tuple[str, ...]
    """The organisations of the first kind without an undisputed tie to the second."""
    unknown: tuple[str, ...]
    """Those of which it is not known."""
    coverage: tuple[float, float] | None
    """The lowest and highest possible share that has such a tie; None where there are no pairs."""
    severity: float
    """The highest severity of a contact gap between the two kinds, at this level."""
    gaps: int
    """The number of contact gaps between the two kinds, at this level."""
    expected: float | None
    """The ties to be expected if all ties of the network were spread evenly over its pairs."""
    members: int
    """The organisations of the first kind that could have such a tie."""
    disputed: int
    """The pairs of which one says that there is contact and the other that there is not."""
    because: tuple[str, ...]
    """The needs that run from the first kind to the second."""
    labels: Mapping[str, Says] = field(default_factory=lambda: Fixed({}), repr=False, compare=False)
    """What people call the two kinds."""

    @property
    def form(self) -> str:
        """Which sentence fits: none, some, not known of some, or all of them have ties."""
        if not self.members:
            return "nobody"
        if len(self.uncovered) == self.members:
            return "none"
        return "some" if self.uncovered else "open" if self.unknown else "all"

    @property
    def asks(self) -> str:
        """Which question fits: what it takes, whether it is good enough, or whether it is there."""
        if self.form in {"none", "some"}:
            return "question_among" if self._among else "question"
        return f"question_{self.form}"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.form in {"none", "some"} else f"otherwise_{self.form}"

    @property
    def _among(self) -> bool:
        return self.from_kind == self.to_kind

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        anywhere = "somewhere" if self.form == "all" else "any"
        counted = {"some": len(self.uncovered), "open": len(self.unknown)}
        return {
            **self.labels,
            **self._others(),
            "at": Phrase(f"at.{self.level or anywhere}"),
            "undisputed": Phrase("finding.kind_gap.undisputed") if self.disputed else "",
            "count": counted.get(self.form, self.members),
            "members": self.members,
            "uncovered": tuple(self.called(one) for one in self.uncovered),
            "although": Phrase("finding.kind_gap.although") if self.because else "",
        }

    def _others(self) -> dict[str, Fact]:
        """Within one kind, say "the others" and name the kind once."""
        if not self._among:
            both = Phrase.of("finding.kind_gap.both", self.labels) if self.labels else ""
            return {"both": both}
        kinds = self.labels["from_kinds"]
        return {
            "to_kind": Phrase.of("finding.kind_gap.of_the_others", {"kinds": kinds}),
            "both": kinds,
        }
