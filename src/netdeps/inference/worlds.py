"""The networks that could be true, where it is not sure of every statement that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from netdeps.errors import check_count, check_draws
from netdeps.graph import exact
from netdeps.inference.looking import Measure, look, look_again, ranked
from netdeps.inference.ways import Limits, Ways, ways
from netdeps.inference.withholding import Name, every_statement, without_statements
from netdeps.model import Network
from netdeps.results import Findings, Key, Row, Scores

MOST_WORLDS = 1 << 16
"""Up to so many worlds, those of 16 uncertain statements, all are looked at."""


@dataclass(frozen=True)
class World:
    """What a measure finds in one of the networks that could be true."""

    weight: Fraction
    """The chance of it."""
    values: Mapping[Key, float]
    """What everything that has a place there is ranked by."""
    result: Findings[Row] | Scores | None


@dataclass(frozen=True)
class Worlds:
    """The networks that could be true, each seen by one measure.

    A statement of which it is not sure that it is true (``said.confidence`` below 1) is there with
    that chance, apart from all others; one with confidence 0 never is. Organisations always are.
    """

    network: Network
    measure: Measure
    now: Findings[Row] | Scores
    """What the measure finds in the network as it is."""
    uncertain: Mapping[Name, Fraction]
    tried: Ways

    @classmethod
    def of(cls, network: Network, measure: Measure, limits: Limits) -> Self:
        """List the worlds, and refuse a measure by which nothing can be ranked."""
        check_count("most", limits.most)
        check_draws("worlds", limits.samples, limits.seed)
        now = look(measure, network)
        ranked(now)
        uncertain = {
            name: exact(row.said.confidence)
            for name, row in sorted(every_statement(network), key=lambda found: found[0])
            if row.said.confidence < 1
        }
        unsure = {name: chance for name, chance in uncertain.items() if chance}
        tried = ways(list(unsure.values()), limits, now.name)
        return cls(network, measure, now, uncertain, tried)

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the statements of which it is not sure that they are true."""
        return tuple(sorted({one for _, one in self.uncertain}))

    def __iter__(self) -> Iterator[World]:
        unsure = [name for name, chance in self.uncertain.items() if chance]
        for way, weight in self.tried.weights.items():
            true = {name for name, holds in zip(unsure, way, strict=True) if holds}
            false = self.uncertain.keys() - true
            network = without_statements(self.network, false)
            result = look_again(self.measure, network)
            yield World(weight, ranked(result), result)
