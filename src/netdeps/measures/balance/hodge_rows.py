"""The rows of how what is brought streams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.measures.balance.goods import in_dossier
from netdeps.results import Row
from netdeps.words import Fact, percent


@dataclass(frozen=True, kw_only=True)
class FlowParts(Row):
    """What part of the net flow in a group runs downstream, and what part goes round."""

    words: ClassVar[str] = "flow_parts"

    members: tuple[str, ...]
    """Those who hang together by exchange, sorted."""
    resource: str
    """What is brought."""
    unit: str | None
    """What it is counted in."""
    dossier: str | None
    """The dossier; None for all together."""
    strength: float
    """The sum of the squares of the net flows in the pairs."""
    gradient: float | None
    """The share of it that runs from those upstream to those downstream; None without net flow."""
    curl: float | None
    """The share of it that circles of three can carry; None without net flow."""
    harmonic: float | None
    """The share of it that only longer circles carry; None without net flow."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits."""
        return "even" if self.gradient is None else "sentence"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "members": tuple(map(self.called, self.members)),
            "resource": self.resource,
            "where": in_dossier(self.dossier),
            "gradient": percent(self.gradient or 0.0),
            "curl": percent(self.curl or 0.0),
            "harmonic": percent(self.harmonic or 0.0),
        }
