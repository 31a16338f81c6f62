"""Figures that others printed about networks small enough to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from validation.comparison import Ours, ask, plain
from validation.graphs import named, network


@dataclass(frozen=True, kw_only=True)
class Published:
    """Printed figures of some organisations, and how many decimals were printed."""

    measure: str
    on: str
    printed: Mapping[str, float]
    decimals: int
    source: str
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """Which form of the measure it is."""
        return _FORMS.get(str(next(iter(self.options.values()), "")), "")

    def ours(self) -> Ours:
        """Our values for the organisations that were printed."""
        example = named(self.on)
        found = ask(self.measure, network(example), example.layer, self.options)
        values = dict(zip(example.nodes, plain(found, example), strict=True))
        return [values[one] for one in self.printed]


_FORMS = {
    "normalised": "normalised",
    "strengths": "by strength",
    "longest_plus_one": '`unreachable="longest_plus_one"`',
}
_NETWORKX = "the tests of networkx (with UCINET and igraph)"
_UCINET = "UCINET 6.849, in github.com/StephenBorgatti/xucinet"


def _in_order(on: str, *values: float) -> dict[str, float]:
    return dict(zip(named(on).nodes, values, strict=True))


PUBLISHED = (
    Published(
        measure="betweenness",
        options={"scale": "normalised"},
        on="kite",
        printed=_in_order("kite", 0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0),
        decimals=3,
        source="Krackhardt (1990), Assessing the political landscape",
    ),
    Published(
        measure="betweenness",
        options={"scale": "normalised"},
        on="florentine",
        printed=_in_order(
            "florentine",
            *(0, 0.212, 0.093, 0.104, 0.055, 0, 0.255, 0, 0.522, 0, 0.022),
            *(0.114, 0.143, 0.103, 0.092),
        ),
        decimals=3,
        source="the tests of networkx",
    ),
    Published(
        measure="harmonic_closeness",
        on="three components",
        printed=_in_order(
            "three components", 0.364, *[0.227] * 4, 0.167, 0.227, 0.227, 0.167, *[0.182] * 3
        ),
        decimals=3,
        source=f"{_UCINET}: reciprocal closeness",
    ),
    Published(
        measure="closeness",
        on="florentine",
        printed=_in_order(
            "florentine",
            *(0.368, 0.483, 0.4375, 0.4, 0.389, 0.333, 0.467, 0.326, 0.56, 0.286, 0.368),
            *(0.5, 0.389, 0.4375, 0.483),
        ),
        decimals=3,
        source="the tests of networkx",
    ),
    Published(
        measure="closeness",
        options={"unreachable": "longest_plus_one"},
        on="three components",
        printed=_in_order(
            "three components", 0.344, *[0.314] * 4, 0.289, 0.306, 0.306, *[0.289] * 4
        ),
        decimals=3,
        source=f"{_UCINET}: closeness (Freeman)",
    ),
    Published(
        measure="constraint",
        on="borgatti",
        printed={"G": 0.4, "A": 0.595, "C": 1},
        decimals=3,
        source=_NETWORKX,
    ),
    Published(
        measure="constraint",
        options={"values": "strengths"},
        on="borgatti",
        printed={"G": 0.299, "A": 0.795, "C": 1},
        decimals=3,
        source=_NETWORKX,
    ),
    Published(
        measure="effective_size",
        on="borgatti",
        printed={"G": 4.67, "A": 2.5, "C": 1},
        decimals=2,
        source=_NETWORKX,
    ),
    Published(
        measure="effective_size",
        options={"values": "strengths"},
        on="borgatti",
        printed={"G": 5.47, "A": 2.47, "C": 1},
        decimals=2,
        source=_NETWORKX,
    ),
    Published(
        measure="constraint",
        on="three givers",
        printed=_in_order("three givers", 1.003, 1.003, 1.389),
        decimals=3,
        source=_NETWORKX,
    ),
    Published(
        measure="constraint",
        options={"values": "strengths"},
        on="three givers",
        printed=_in_order("three givers", 0.84, 1.143, 1.378),
        decimals=3,
        source=_NETWORKX,
    ),
    Published(
        measure="effective_size",
        on="three givers",
        printed=_in_order("three givers", 1.167, 1.167, 1),
        decimals=3,
        source=_NETWORKX,
    ),
    Published(
        measure="effective_size",
        options={"values": "strengths"},
        on="three givers",
        printed=_in_order("three givers", 1.567, 1.083, 1),
        decimals=3,
        source=_NETWORKX,
    ),
)
