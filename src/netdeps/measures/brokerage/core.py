"""Which organisations form a core that the others hang on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Layer, LayerName, Selection, about_layer
from netdeps.graph import layer as make_layer
from netdeps.measures.brokerage.divisions import best_cores
from netdeps.model import Level, Network
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase

Between = Literal["tied", "ignored"]

_LEAST, _MOST = 3, 15
"""With fewer organisations nothing can hang on a core; with more there are too many ways to look at."""

_NEARLY = 0.99
"""What is not exactly so never reads as 1."""


@dataclass(frozen=True, kw_only=True)
class CorePeriphery(Row):
    """One of the best ways to divide the organisations into a core and those around it."""

    words: ClassVar[str] = "core_periphery"
    identity: ClassVar[tuple[str, ...]] = ("layer", "core")

    layer: LayerName
    """The ties that were looked at."""
    core: tuple[str, ...]
    """Who form the core."""
    periphery: tuple[str, ...]
    """The others."""
    correlation: float
    """How far the ties are as in a perfect core and periphery: 1 is exactly so."""
    divisions: int
    """How many ways of dividing fit as well as this one, itself included."""
    because: tuple[str, ...]
    """The statements behind the ties."""

    @property
    def rank(self) -> float:
        """Its correlation; equal in all rows."""
        return self.correlation

    @property
    def form(self) -> str:
        """Which sentence fits: exactly a core and a periphery, or what comes nearest."""
        return "perfect" if self.correlation == 1 else "sentence"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        key = "finding.core_periphery.several"
        several = Phrase.of(key, {"divisions": self.divisions}) if self.divisions > 1 else ""
        return {
            "core": tuple(map(self.called, self.core)),
            "count": len(self.core),
            "periphery": tuple(map(self.called, self.periphery)),
            "layer": Phrase(f"finding.core_periphery.{self.layer}"),
            "correlation": min(self.correlation, _NEARLY),
            "several": several,
        }


def core_periphery(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    between: Between = "tied",
) -> Findings[CorePeriphery]:
    """Which organisations form a core that the others hang on to.

    Every way of dividing the organisations in two is set against a perfect core and periphery: all
    in the core are tied to one another, nobody in the periphery is tied to another one there, and
    each in the core is tied to each in the periphery. ``correlation`` (Pearson, over all pairs of
    organisations, in a directed layer over all ordered pairs) says how far the ties are so: 1 is
    exactly so, and 0 no better than none. A row for *each* division with the highest correlation:
    often there are several, and none of them is *the* core.

    With ``between="ignored"`` the pairs of one from the core and one from the periphery do not
    count. Then a core has at least two organisations and the hub of a star by itself cannot be
    found: the hub with any one other fits perfectly. The weak ties of a core to its periphery do
    no harm to it, though. Strength counts for nothing, and neither do loops.

    Exact, by looking at all divisions, and so for at most 15 organisations; with more it is
    undefined, and so it is with fewer than three, where all pairs are tied or none is, and where no
    division does better than none. UCINET searches with a genetic algorithm and gives one division,
    which may be another of the best. With fewer than 8 organisations it says little.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Borgatti and Everett (1999), Models of core/periphery structures,
    https://doi.org/10.1016/S0378-8733(99)00019-2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> star = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     contacts=[{"between": ["a", one]} for one in "bcd"],
    ... )
    >>> [(row.core, row.correlation) for row in measures.core_periphery(star)]
    [(('a',), 1.0)]
    """
    check_option("between", between, get_args(Between))
    ties = make_layer(network, layer, Selection(level, kind, dossier, issue, inside))
    about = about_layer("core_periphery", ties)
    if reason := _too_small_or_large(ties):
        return Findings([], about, {layer: reason})
    best, cores = best_cores(ties, ignored=between == "ignored")
    if not cores:
        return Findings([], about, {layer: Phrase("reason.no_core")})
    rows = [_row(core, best, len(cores), ties) for core in cores]
    rows.sort(key=lambda row: (len(row.core), row.core))
    return Findings(rows, about)


def _too_small_or_large(layer: Layer) -> Phrase | None:
    if layer.size < _LEAST:
        return Phrase("reason.too_few_core")
    if layer.size > _MOST:
        return Phrase.of("reason.too_many_core", {"most": _MOST})
    possible = layer.size * (layer.size - 1)
    return Phrase("reason.all_pairs_alike") if len(layer.arcs[0]) in {0, possible} else None


def _row(core: tuple[int, ...], best: float, divisions: int, layer: Layer) -> CorePeriphery:
    inside = {layer.order[place] for place in core}
    return CorePeriphery(
        layer=layer.name,
        core=tuple(one for one in layer.order if one in inside),
        periphery=tuple(one for one in layer.order if one not in inside),
        correlation=best,
        divisions=divisions,
        because=layer.because,
        names=layer.names,
    )
