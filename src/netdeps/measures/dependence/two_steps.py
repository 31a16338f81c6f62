"""Direct and indirect influence in the manner of MACTOR, in one step and in two."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from netdeps.graph import Selection, chosen_needs, selected
from netdeps.measures.dependence.shared import about
from netdeps.model import Dependency, Fixed, Level, Network, Pair
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase

_DECIDES = 4
"""The influence of whom one cannot do without."""

_Told = Mapping[Pair, list[Dependency]]
"""The needs that give the first of a pair its influence on the second."""

_Midi = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True)
class MactorPosition(Row):
    """The influence of an organisation on others, and theirs on it, in one step and in two."""

    words: ClassVar[str] = "mactor"

    organisation: str
    """Whose position it is."""
    influence: int
    """I: its direct and indirect influence on others, added up; without that on itself."""
    dependence: int
    """Dp: the direct and indirect influence of others on it, added up; without its own."""
    midi: Mapping[str, int]
    """MIDI: its direct and indirect influence on each, itself included; whoever is not listed
    has 0."""
    ratio: float | None
    """r: (I - MIDI on itself) / ΣI × I / (I + Dp); None where nobody has influence on or through
    it."""
    normalised: float | None
    """r*: the ratio divided by the mean of all ratios; None where there is none."""
    because: tuple[str, ...]
    """The needs from which its influence and dependence follow."""

    @property
    def form(self) -> str:
        """Which sentence fits: whether there is a ratio."""
        return "sentence" if self.normalised is not None else "open"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "influence": self.influence,
            "dependence": self.dependence,
            "normalised": self.normalised or 0.0,
        }


def mactor(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[MactorPosition]:
    """How much influence organisations have on one another, counted as MACTOR does.

    F is the direct influence of one on another, from what the other needs of it: the highest
    importance among these needs (1 to 3), or 4 where one of them is essential and nobody else can
    meet it. MIDI = F + Σ min(F to k, F from k), over all k: influence in two steps is as strong as the
    weaker of them. I adds up the MIDI of an organisation on the others and Dp that of the others on
    it; both leave out its influence on itself, which takes away from its ratio
    r = (I - MIDI on itself) / ΣI × I / (I + Dp). r* divides r by its mean over all who have one.

    The measure is there for those who come from MACTOR. Sums of an ordinal scale are to be read
    with care: ``influence_and_dependence`` works with shares and follows every step. Where nobody
    has influence on or through an organisation, 0/0, it has no ratio.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    Godet (1991), Actors' moves and strategies: the MACTOR method, Futures 23(6), 605-622. Taking F from needs is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[
    ...         {"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...         {"depender": "housing", "dependum": "permits", "dependees": ["city"],
    ...          "importance": 3},
    ...     ],
    ... )
    >>> [(row.organisation, row.influence, row.dependence) for row in measures.mactor(network)]
    [('care', 0, 4), ('city', 5, 0), ('housing', 2, 3)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue, level=level)
    told = _by_influence(needs, part)
    table = _Table(_midi(part.ids, {key: max(map(_strength, told[key])) for key in told}))
    rests = _rests(part.ids, told)
    rows = [_row(one, table, rests[one], part) for one in part.ids]
    said = about("mactor", part, rows, {need.depender for need in needs}, level)
    return Findings(rows, said, _without(rows))


def _by_influence(needs: list[Dependency], network: Network) -> _Told:
    told: dict[Pair, list[Dependency]] = {}
    for need in needs:
        for dependee in need.dependees:
            if dependee in network.names and dependee != need.depender:
                told.setdefault((dependee, need.depender), []).append(need)
    return told


def _strength(need: Dependency) -> int:
    """Give the influence that a need gives: its importance, or 4 where there is no way without."""
    sole = need.mode == "all" or len(need.dependees) == 1
    return _DECIDES if need.essential and sole else need.importance


def _midi(ids: tuple[str, ...], direct: Mapping[Pair, int]) -> _Midi:
    """Add to direct influence, for each in between, the weaker of the two steps."""
    on: dict[str, dict[str, int]] = {one: {} for one in ids}
    for (one, other), strength in direct.items():
        on[one][other] = strength
    midi = {one: {one: 0, **on[one]} for one in ids}
    for one, found in midi.items():
        for via, first in on[one].items():
            for other, second in on[via].items():
                found[other] = found.get(other, 0) + min(first, second)
    return midi


@dataclass(frozen=True)
class _Table:
    """MIDI, and what is added up and divided from it."""

    midi: _Midi

    @cached_property
    def influence(self) -> Mapping[str, int]:
        """The influence of each on the others."""
        return {one: sum(found.values()) - found[one] for one, found in self.midi.items()}

    @cached_property
    def dependence(self) -> Mapping[str, int]:
        """The influence of the others on each."""
        found = dict.fromkeys(self.midi, 0)
        for one, influence in self.midi.items():
            for other, strength in influence.items():
                found[other] += strength if other != one else 0
        return found

    @cached_property
    def ratios(self) -> Mapping[str, Fraction]:
        """The ratio of each who has influence or undergoes it."""
        whole = sum(self.influence.values())
        return {
            one: Fraction(mine - self.midi[one][one], whole) * Fraction(mine, mine + theirs)
            for one, mine in self.influence.items()
            if (theirs := self.dependence[one]) + mine
        }

    @cached_property
    def mean(self) -> Fraction:
        """The mean of the ratios; 0 where there are none."""
        return sum(self.ratios.values(), Fraction(0)) / max(len(self.ratios), 1)


def _row(one: str, table: _Table, because: Collection[str], network: Network) -> MactorPosition:
    ratio = table.ratios.get(one)
    return MactorPosition(
        organisation=one,
        influence=table.influence[one],
        dependence=table.dependence[one],
        midi=Fixed(dict(sorted(table.midi[one].items()))),
        ratio=None if ratio is None else float(ratio),
        normalised=None if ratio is None or not table.mean else float(ratio / table.mean),
        because=tuple(sorted(because)),
        names=network.names,
    )


def _rests(ids: tuple[str, ...], told: _Told) -> Mapping[str, set[str]]:
    """Give the needs within two steps from each, along influence and against it."""
    found: dict[str, set[str]] = {one: set() for one in ids}
    for side in (0, 1):
        near: dict[str, dict[str, set[str]]] = {one: {} for one in ids}
        for key, needs in told.items():
            near[key[side]][key[1 - side]] = {need.id for need in needs}
        for one, steps in near.items():
            for other, names in steps.items():
                found[one].update(names, *near[other].values())
    return found


def _without(rows: list[MactorPosition]) -> dict[str, Phrase]:
    """Give the reason of each organisation without a ratio, or without one to set against a mean."""
    alone = {row.organisation: Phrase("reason.no_influence") for row in rows if row.ratio is None}
    level = {
        row.organisation: Phrase("reason.no_mean")
        for row in rows
        if row.ratio is not None and row.normalised is None
    }
    return {**alone, **level}
