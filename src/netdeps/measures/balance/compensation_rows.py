"""The rows of what evens out across dossiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import ClassVar

from netdeps.measures.balance.goods import in_unit
from netdeps.measures.balance.ledger import Direction
from netdeps.model import Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent


class _Evened(Row):
    """What both rows say: how far nets that differ from dossier to dossier even out."""

    compensation: float | None
    nets: Mapping[str, float | None]
    unit: str | None
    valued: bool
    resources: tuple[str, ...]
    directions: Mapping[str, Direction]

    @property
    def rank(self) -> float | None:
        """The share that evens out."""
        return self.compensation

    @property
    def form(self) -> str:
        """Which sentence fits."""
        if None in self.nets.values():
            return "signs"
        if self.compensation:
            return "sentence"
        signs = {net > 0 for net in self.nets.values() if net}
        return "even" if not signs else "gives" if True in signs else "takes"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.compensation else "otherwise_one_way"

    def _evened(self, names: Mapping[str, str]) -> dict[str, Fact]:
        """Give what the sentence is made of, with the names of those whom it is about."""
        return {
            **names,
            "pieces": self._pieces(names),
            "resources": self.resources,
            "worth": Phrase("finding.compensation.worth") if self.valued else "",
            "more": fsum(net for net in self.nets.values() if net is not None and net > 0),
            "less": fsum(-net for net in self.nets.values() if net is not None and net < 0),
            "unit": in_unit(self.unit, self.resources[0]),
            "gives": _places(self._where("gives")),
            "takes": _places(self._where("takes")),
            "everywhere": _places(self.directions),
            "share": percent(self.compensation or 0.0),
        }

    def _pieces(self, names: Mapping[str, str]) -> tuple[Phrase, ...]:
        """Say for each direction in which dossiers it is found."""
        order: tuple[Direction, ...] = ("gives", "takes", "both", "balance", "unknown")
        return tuple(
            Phrase.of(f"finding.{self.words}.way_{way}", {**names, "where": _places(where)})
            for way in order
            if (where := self._where(way))
        )

    def _where(self, way: Direction) -> list[str]:
        return [dossier for dossier, one in self.directions.items() if one == way]


@dataclass(frozen=True, kw_only=True)
class Compensation(_Evened):
    """How far what one organisation brings in some dossiers comes back to it in others."""

    words: ClassVar[str] = "compensation"
    identity: ClassVar[tuple[str, ...]] = ("organisation",)

    organisation: str
    """The organisation."""
    compensation: float | None
    """Which share evens out: 0 all goes one way, 1 all of it; None where it cannot be added."""
    nets: Mapping[str, float | None]
    """Given minus taken by dossier; an empty name for what is in none."""
    unit: str | None
    """What the nets are counted in; None for values."""
    valued: bool
    """Whether the nets are values and no amounts."""
    resources: tuple[str, ...]
    """What is brought."""
    directions: Mapping[str, Direction]
    """By dossier whether it gives more, takes more, or neither; ``both`` where resources differ."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return self._evened({"organisation": self.called(self.organisation)})


@dataclass(frozen=True, kw_only=True)
class PairCompensation(_Evened):
    """How far what one organisation brings another in some dossiers comes back in others."""

    words: ClassVar[str] = "pair_compensation"
    identity: ClassVar[tuple[str, ...]] = ("parties",)

    parties: Pair
    """The two organisations, in the order of their ids."""
    compensation: float | None
    """Which share evens out: 0 all goes one way, 1 all of it; None where it cannot be added."""
    nets: Mapping[str, float | None]
    """From the first to the second minus what comes back, by dossier; an empty name for none."""
    unit: str | None
    """What the nets are counted in; None for values."""
    valued: bool
    """Whether the nets are values and no amounts."""
    resources: tuple[str, ...]
    """What is brought."""
    directions: Mapping[str, Direction]
    """By dossier whether the first gives more, takes more, or neither; ``both`` where resources differ."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        names = dict(zip(("first", "second"), map(self.called, self.parties), strict=True))
        return self._evened(names)


def _places(dossiers: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase.of("finding.compensation.in_dossier", {"dossier": one})
        if one
        else Phrase("finding.compensation.no_dossier")
        for one in dossiers
    )
