"""Where a chain hands over, and how far it holds from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.gaps.chain_routes import Step
from netdeps.model import Level, Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent


@dataclass(frozen=True, kw_only=True)
class ChainGap(Row):
    """How far those in one stage of a chain have contact with those in the next."""

    words: ClassVar[str] = "chain_gap"
    identity: ClassVar[tuple[str, ...]] = ("chain", "from_stage", "to_stage")

    chain: str
    """The id of the chain."""
    title: str
    """What people call the chain."""
    from_stage: str
    """The stage that people come from."""
    to_stage: str
    """The stage that they go to."""
    level: Level | None
    """The level of the contacts; None for contacts at any level."""
    pairs: int
    """The number of pairs that have to hand over, an organisation with itself included."""
    ties: int
    """The number of them that have contact, hand-over inside one organisation included."""
    coverage: tuple[float, float] | None
    """The lowest and highest possible share that has contact; None where nobody is named for a
    stage, or no two have a level in common."""
    internal: tuple[str, ...]
    """The organisations that are in both stages, and hand over inside their own walls."""
    uncovered: tuple[Pair, ...]
    """The pairs that are known to have no undisputed contact."""
    disputed: int
    """Those of them of which one says that there is contact and the other that there is not."""
    unknown: tuple[Pair, ...]
    """The pairs of which it is not known."""
    nobody: tuple[str, ...]
    """Those of the two stages for which nobody is named."""
    weakest: bool
    """Whether the strength of the chain hangs on this step."""
    because: tuple[str, ...]
    """The chain, and what is said of these contacts."""

    @property
    def rank(self) -> float | None:
        """The share of the pairs that is known to have no contact."""
        return None if self.coverage is None else 1 - self.coverage[1]

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if self.coverage is None:
            return "nobody" if self.nobody else "apart"
        if not self.uncovered:
            return "open" if self.unknown else "whole"
        return "broken" if len(self.uncovered) == self.pairs else "some"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        counted = {"open": len(self.unknown), "some": len(self.uncovered)}
        return {
            "chain": self.title,
            "from_stage": self.from_stage,
            "to_stage": self.to_stage,
            "at": Phrase(f"at.{self.level or 'any'}"),
            "somewhere": Phrase(f"at.{self.level or 'somewhere'}"),
            "nobody": self.nobody,
            "count": counted.get(self.form, self.pairs),
            "pairs": self.pairs,
            "undisputed": self._clause("undisputed", applies=self.disputed > 0),
            "weakest": self._clause("weakest", applies=self.weakest),
        }

    @staticmethod
    def _clause(name: str, *, applies: bool) -> Phrase | str:
        return Phrase(f"finding.chain_gap.{name}") if applies else ""


@dataclass(frozen=True, kw_only=True)
class ChainStrength(Row):
    """How strong a chain is: as strong as its weakest step."""

    words: ClassVar[str] = "chain_strength"
    identity: ClassVar[tuple[str, ...]] = ("chain",)

    chain: str
    """The id of the chain."""
    title: str
    """What people call the chain."""
    level: Level | None
    """The level of the contacts; None for contacts at any level."""
    strength: tuple[float, float] | None
    """The lowest and highest possible coverage of the weakest step on the best route; None where
    every route is interrupted."""
    routes: int
    """The number of routes from the first stage to a last one."""
    weakest: tuple[Step, ...]
    """The steps of the best routes that have no more than the highest possible strength, where that
    is below 1."""
    interrupted: bool
    """Whether every route has a step without coverage, such as a stage for which nobody is named."""
    because: tuple[str, ...]
    """The chain, and what is said of the contacts in it."""

    @property
    def rank(self) -> float | None:
        """How much is lacking even if every unknown contact turns out to be there."""
        return None if self.strength is None else 1 - self.strength[1]

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if self.strength is None:
            return "interrupted"
        low, high = self.strength
        if low == high:
            return "whole" if low == 1 else "known"
        return "between"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        low, high = self.strength or (0.0, 0.0)
        return {
            "chain": self.title,
            "low": percent(low),
            "high": percent(high),
            "weakest": self._weakest(),
        }

    def _weakest(self) -> Phrase | str:
        if not self.weakest:
            return ""
        names = ("from_stage", "to_stage")
        steps = tuple(
            Phrase.of("finding.chain_strength.step", dict(zip(names, step, strict=True)))
            for step in self.weakest
        )
        return Phrase.of("finding.chain_strength.weakest", {"steps": steps})
