"""How firm a ranking is, where it is not sure of every statement that it is true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from netdeps.inference.looking import (
    FACILITATOR_ONLY,
    Measure,
    competition_ranks,
    label,
    sampled,
    seen,
    without_value,
)
from netdeps.inference.ways import Limits
from netdeps.inference.worlds import MOST_WORLDS, World, Worlds
from netdeps.model import Network
from netdeps.results import About, Findings, Key, Row, Scores
from netdeps.words import Fact, Phrase, Says, percent

_INDEPENDENT = Phrase("caveat.independent_mistakes")
_LOW, _MIDDLE, _HIGH = Fraction(5, 100), Fraction(1, 2), Fraction(95, 100)


@dataclass(frozen=True, kw_only=True)
class RankStability(Row):
    """Between which places a finding, or the score of an organisation, can stand."""

    words: ClassVar[str] = "rank_stability"
    identity: ClassVar[tuple[str, ...]] = ("finding",)

    finding: Key
    """What it is about: the ``key`` of the finding, or the organisation by itself."""
    median: float
    """The lowest value that at least half of the worlds do not exceed."""
    low: float
    """The lowest value that at least 5 % of the worlds do not exceed."""
    high: float
    """The lowest value that at least 95 % of the worlds do not exceed."""
    best_rank: int
    """The highest place that it has in any world; those who tie share the best of their places."""
    worst_rank: int
    """The lowest place that it has in any world."""
    top: float
    """The chance that it stands first; who stands there together shares it."""
    undefined_share: float
    """The chance that it is not found, or has no value; the other figures leave those worlds out,
    only ``top`` counts all worlds."""
    exact: bool
    """Whether every world was looked at, or a sample."""
    worlds: int
    """How many worlds were looked at, or drawn."""
    because: tuple[str, ...]
    """The statements of which it is not sure that they are true."""
    told: Row | None = field(default=None, repr=False, compare=False)
    """The finding itself, as it is in the first world that has it; None for a score."""

    @property
    def rank(self) -> float:
        """Its median."""
        return self.median

    @property
    def form(self) -> str:
        """Which sentence fits: about an organisation or a finding, at one place or at several."""
        about = "score" if self.told is None else "finding"
        return f"{about}_{'keeps' if self.best_rank == self.worst_rank else 'moves'}"

    @property
    def asks(self) -> str:
        """Which question fits: about an organisation or a finding."""
        return "ask_score" if self.told is None else "question"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        absent = {"share": percent(self.undefined_share)}
        return {
            "what": self.called(label(self.finding)) if self.told is None else self.told,
            "best": self.best_rank,
            "worst": self.worst_rank,
            "absent": Phrase.of("finding.rank_stability.absent", absent)
            if self.undefined_share
            else "",
        }


def rank_stability(
    network: Network,
    measure: Measure,
    *,
    worlds: int = 2000,
    most: int = MOST_WORLDS,
    seed: int = 0,
) -> Findings[RankStability]:
    """Which places stay the same whatever was misheard, and which may shift.

    Each statement of which it is not sure that it is true (``said.confidence`` below 1) is there
    with that chance, apart from the others; in each world that comes of it the measure runs again.
    A row for each organisation with a score, or each finding that has a ``rank``: the median of its
    value and the values at 5 % and 95 %, its highest and lowest place (1, 2, 2, 4: who ties shares
    the best place), and the chance that it stands first, of which those who tie share one. These
    chances add up to 1, less the chance that nothing has a value at all. Highest median first.

    Where an organisation has no value or a finding is not there, that world is left out and
    counted in ``undefined_share``. Who never has a value is undefined.

    Up to ``most`` worlds (the default is 16 uncertain statements) all of them are looked at, with
    their exact chances, else ``worlds`` random ones; so the measure runs at most
    max(``most``, ``worlds``) + 1 times: choose a lower ``most`` for a slow one. Statements by one speaker are often wrong together, which
    this does not show; ``leave_one_speaker_out`` does. For the facilitator alone: it shows whose
    word is in doubt.

    Raises
    ------
    OptionError
        When what the measure gives is not ranked or cannot be told apart, or a number is too small.

    References
    ----------
    netdeps' own; intervals of ranks over possible inputs as in Goldstein and Spiegelhalter (1996),
    League tables and their limitations, https://doi.org/10.2307/2983325.

    Examples
    --------
    >>> from netdeps import Network, inference, measures
    >>> said = [("c", "a", 1), ("d", "a", 0.5), ("c", "b", 0.9)]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abcd"],
    ...     dependencies=[
    ...         {"depender": depender, "dependum": "help", "dependees": [dependee],
    ...          "said": {"confidence": chance}}
    ...         for depender, dependee, chance in said
    ...     ],
    ... )
    >>> for row in inference.rank_stability(network, measures.in_degree)[:2]:
    ...     print(row.finding, row.median, row.best_rank, row.worst_rank, row.top)
    ('a',) 1.0 1 1 0.775
    ('b',) 1.0 1 2 0.225
    """
    found = Worlds.of(network, measure, Limits(most, worlds, seed, "worlds"))
    tallies: dict[Key, _Tally] = {}
    for world in found:
        _count(world, tallies)
    rows = [_row(key, tally, found) for key, tally in tallies.items()]
    rows.sort(key=lambda row: (-row.median, -row.top, repr(row.finding)))
    caveats = (FACILITATOR_ONLY, _INDEPENDENT, *sampled(worlds, exact=found.tried.exact))
    about = About.of("rank_stability", network, rows, caveats=caveats)
    return Findings(rows, about, _never(found.now, tallies))


@dataclass
class _Tally:
    """What one finding or organisation comes to over all worlds."""

    told: Row | None
    values: dict[float, Fraction] = field(default_factory=dict)
    places: set[int] = field(default_factory=set)
    top: Fraction = Fraction(0)

    @property
    def defined(self) -> Fraction:
        """The chance that it has a value."""
        return sum(self.values.values(), Fraction(0))

    def value_at(self, share: Fraction) -> float:
        """Give the lowest value that, with those below it, has at least this share."""
        reached, wanted = Fraction(0), share * self.defined
        for value in sorted(self.values):
            reached += self.values[value]
            if reached >= wanted:
                return value
        return max(self.values)


def _count(world: World, tallies: dict[Key, _Tally]) -> None:
    places = competition_ranks(world.values)
    first = sum(1 for place in places.values() if place == 1)
    things = seen(world.result)
    for key, value in world.values.items():
        tally = tallies.setdefault(key, _Tally(things[key].row))
        tally.values[value] = tally.values.get(value, Fraction(0)) + world.weight
        tally.places.add(places[key])
        if places[key] == 1:
            tally.top += world.weight / first


def _row(key: Key, tally: _Tally, worlds: Worlds) -> RankStability:
    return RankStability(
        finding=key,
        median=tally.value_at(_MIDDLE),
        low=tally.value_at(_LOW),
        high=tally.value_at(_HIGH),
        best_rank=min(tally.places),
        worst_rank=max(tally.places),
        top=float(tally.top),
        undefined_share=float(1 - tally.defined),
        exact=worlds.tried.exact,
        worlds=worlds.tried.number,
        because=worlds.because,
        told=tally.told,
        names=worlds.network.names,
    )


def _never(now: Findings[Row] | Scores, tallies: Mapping[Key, _Tally]) -> dict[str, Says]:
    """Give the reason for whatever has no value in any world."""
    never = {*seen(now), *without_value(now)} - tallies.keys()
    return {label(key): Phrase("reason.no_value_anywhere") for key in never}
