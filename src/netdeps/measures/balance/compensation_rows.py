"""The rows of what evens out across dossiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import ClassVar

from netdeps.measures.balance.ledger import Direction
from netdeps.model import Pair
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent


@dataclass(frozen=True, kw_only=True)
class Compensation(Row):
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

    @property
    def rank(self) -> float | None:
        """The share that evens out."""
        return self.compensation

    @property
    def form(self) -> str:
        """Which sentence fits."""
        return _form(self.compensation, self.nets)

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.compensation else "otherwise_one_way"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        who = self.called(self.organisation)
        pieces = _pieces(self.words, self.directions, {"organisation": who})
        return {"organisation": who, "pieces": pieces, **_facts(self)}


@dataclass(frozen=True, kw_only=True)
class PairCompensation(Row):
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

    @property
    def rank(self) -> float | None:
        """The share that evens out."""
        return self.compensation

    @property
    def form(self) -> str:
        """Which sentence fits."""
        return _form(self.compensation, self.nets)

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.compensation else "otherwise_one_way"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        names = dict(zip(("first", "second"), map(self.called, self.parties), strict=True))
        return {**names, "pieces": _pieces(self.words, self.directions, names), **_facts(self)}


def _form(compensation: float | None, nets: Mapping[str, float | None]) -> str:
    if None in nets.values():
        return "signs"
    if compensation:
        return "sentence"
    directions = {net > 0 for net in nets.values() if net}
    return "even" if not directions else "gives" if True in directions else "takes"


def _facts(row: Compensation | PairCompensation) -> dict[str, Fact]:
    given = [net for net in row.nets.values() if net is not None and net > 0]
    taken = [-net for net in row.nets.values() if net is not None and net < 0]
    return {
        "resources": row.resources,
        "worth": Phrase("finding.compensation.worth") if row.valued else "",
        "more": fsum(given),
        "less": fsum(taken),
        "unit": f" {row.unit}" if row.unit else "",
        "gives": _places(one for one, way in row.directions.items() if way == "gives"),
        "takes": _places(one for one, way in row.directions.items() if way == "takes"),
        "everywhere": _places(row.directions),
        "share": percent(row.compensation or 0.0),
    }


def _places(dossiers: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase.of("finding.compensation.in_dossier", {"dossier": one})
        if one
        else Phrase("finding.compensation.no_dossier")
        for one in dossiers
    )


def _pieces(
    words: str, directions: Mapping[str, Direction], names: Mapping[str, str]
) -> tuple[Phrase, ...]:
    """Say for each direction in which dossiers it is found."""
    found: dict[Direction, list[str]] = {}
    for dossier, way in directions.items():
        found.setdefault(way, []).append(dossier)
    order: tuple[Direction, ...] = ("gives", "takes", "both", "balance", "unknown")
    return tuple(
        Phrase.of(f"finding.{words}.way_{way}", {**names, "where": _places(found[way])})
        for way in order
        if way in found
    )
