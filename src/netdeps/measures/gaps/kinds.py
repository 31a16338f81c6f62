"""Kinds of organisations that need each other, and the ties between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from netdeps.graph import (
    Contacts,
    Profile,
    Selection,
    State,
    check_kinds,
    count_pairs,
    known_share,
    selected,
    small_kinds,
)
from netdeps.measures.gaps.kind_gap import KindGap
from netdeps.measures.gaps.measured import MeasuredPair, measure_pairs
from netdeps.model import LEVELS, Fixed, Level, Network
from netdeps.results import About, Findings
from netdeps.words import Phrase, Says

KindPair = tuple[str, str]
States = Counter[State | None]


def kind_gaps(
    network: Network,
    *,
    between: KindPair | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[KindGap]:
    """Which kinds of organisations need each other, and how far they have ties.

    A row for each ordered pair of kinds of which the first needs something from the second: one for
    contact at any level, and one for each level. First come those where the largest share of the
    first kind is known to have no tie, and among equals the most severe. ``coverage`` is the share of the organisations of
    the first kind with at least one tie to the second, as the lowest and highest that it can be:
    pairs that nobody was asked about may or may not be in contact. Contradicted contacts count as
    none. ``between`` asks for one pair of kinds, whether or not there is a need.

    ``known_share`` is the share of all pairs of organisations of which it is known whether they are in
    contact. Density and coverage are None where there are no possible pairs; the reason is under
    ``undefined``.

    Raises
    ------
    OptionError
        When ``between`` does not name two kinds.
    UnknownNameError
        When a kind, issue or organisation is asked for that is not there.

    References
    ----------
    Densities between blocks: Wasserman and Faust (1994), Social Network Analysis,
    https://doi.org/10.1017/CBO9780511815478. Coverage as an interval is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a", "kind": "care_provider"},
    ...                    {"id": "h", "kind": "housing_corporation"}],
    ...     dependencies=[{"depender": "a", "dependum": "dwellings", "dependees": ["h"]}],
    ...     interviews=[{"organisation": "a", "level": "governing", "asked": ["contacts"]}],
    ... )
    >>> for row in measures.kind_gaps(network):
    ...     print(row.level, row.coverage, row.uncovered, row.unknown)
    governing (0.0, 0.0) ('a',) ()
    None (0.0, 1.0) () ('a',)
    management (0.0, 1.0) () ('a',)
    operational (0.0, 1.0) () ('a',)
    """
    part = selected(network, Selection(issue=issue, inside=inside))
    ties = _KindTies(part, issue)
    asked = [check_kinds(part, between)] if between is not None else sorted(ties.needs)
    rows = [ties.row(kinds, level) for kinds in asked for level in (None, *LEVELS)]
    rows.sort(key=_seriousness)
    few = small_kinds(part, (one for row in rows for one in (row.from_kind, row.to_kind)))
    known = known_share(ties.contacts)
    about = About.of("kind_gaps", part, rows, known_share=known, caveats=few)
    return Findings(rows, about, _without_pairs(rows))


class _KindTies:
    """The needs and ties between the kinds of one network."""

    def __init__(self, network: Network, issue: str | None) -> None:
        self.network = network
        self.contacts = Contacts(network)
        self.kind = {one.id: one.kind for one in network.organisations}
        self._measured = measure_pairs(network, self.contacts, issue=issue)
        self._told: dict[tuple[str, str], list[str]] = {}
        for first, second in self.contacts.told:
            self._told.setdefault((first, self.kind[second]), []).append(second)
            self._told.setdefault((second, self.kind[first]), []).append(first)
        self._profiles = {one: self.contacts.profile(one) for one in network.ids}
        self._silences: dict[tuple[Profile, str, Level | None], States] = {}
        self._totals: dict[Level | None, States] = {}
        self._serious: dict[tuple[frozenset[str], Level | None], list[Fraction]] = {}

    @cached_property
    def needs(self) -> dict[KindPair, set[str]]:
        """The needs that run from one kind to another."""
        found: dict[KindPair, set[str]] = {}
        wanted = {one for pair in self._measured.values() for one in pair.need.because}
        for need in self.network.dependencies:
            for dependee in need.dependees if need.id in wanted else ():
                if dependee in self.kind and dependee != need.depender:
                    kinds = (self.kind[need.depender], self.kind[dependee])
                    found.setdefault(kinds, set()).add(need.id)
        return found

    @cached_property
    def _gaps(self) -> dict[frozenset[str], list[MeasuredPair]]:
        found: dict[frozenset[str], list[MeasuredPair]] = {}
        for (first, second), measured in self._measured.items():
            kinds = frozenset({self.kind[first], self.kind[second]})
            found.setdefault(kinds, []).append(measured)
        return found

    def _severities(self, kinds: KindPair, level: Level | None) -> list[Fraction]:
        """List how serious the gaps between two kinds are, at a level or over all."""
        key = (frozenset(kinds), level)
        if key not in self._serious:
            pairs = self._gaps.get(frozenset(kinds), ())
            found = (
                (p.need.requirement * p.certain.get(level, 0)) if level else p.severity
                for p in pairs
            )
            self._serious[key] = [one for one in found if one]
        return self._serious[key]

    def severity(self, kinds: KindPair, level: Level | None) -> Fraction:
        """Give the highest severity of a gap between two kinds."""
        return max(self._severities(kinds, level), default=Fraction(0))

    def row(self, kinds: KindPair, level: Level | None) -> KindGap:
        """Make the row of a pair of kinds at a level."""
        counts = self._coverable(kinds, level)
        twice = 2 if kinds[0] == kinds[1] else 1
        pairs = sum(map(_possible, counts.values())) // twice
        ties = sum(count["yes"] for count in counts.values()) // twice
        without = [one for one, count in counts.items() if not count["yes"]]
        uncovered = tuple(one for one in without if not counts[one]["unknown"])
        return KindGap(
            from_kind=kinds[0],
            to_kind=kinds[1],
            level=level,
            pairs=pairs,
            ties=ties,
            density=ties / pairs if pairs else None,
            uncovered=uncovered,
            unknown=tuple(one for one in without if counts[one]["unknown"]),
            coverage=_coverage(len(counts), len(without), len(uncovered)),
            severity=float(self.severity(kinds, level)),
            gaps=len(self._severities(kinds, level)),
            expected=self._expected(pairs, level),
            members=len(counts),
            disputed=sum(count["disputed"] for count in counts.values()) // twice,
            because=tuple(sorted(self.needs.get(kinds, ()))),
            names=self.network.names,
            labels=Fixed(_labels(self.network, kinds)),
        )

    def _coverable(self, kinds: KindPair, level: Level | None) -> dict[str, States]:
        """Count the states of each organisation's pairs, for those that have any."""
        everybody = self.network.of_kind(kinds[0])
        counts = {one: self._counts(one, kinds[1], level) for one in everybody}
        return {one: count for one, count in counts.items() if _possible(count)}

    def _counts(self, one: str, to_kind: str, level: Level | None) -> States:
        """Count the states of the pairs of an organisation with those of a kind."""
        own = self._profiles[one]
        count = Counter(self._silence(own, to_kind, level))
        if self.kind[one] == to_kind:
            count[own.silence(own, level)] -= 1
        for other in self._told.get((one, to_kind), ()):
            count[own.silence(self._profiles[other], level)] -= 1
            count[self.contacts.anywhere(one, other, level=level)] += 1
        return count

    def _silence(self, own: Profile, to_kind: str, level: Level | None) -> States:
        """Count what silence would mean towards everybody of a kind."""
        key = (own, to_kind, level)
        if key not in self._silences:
            others = (self._profiles[one] for one in self.network.of_kind(to_kind))
            self._silences[key] = Counter(own.silence(other, level) for other in others)
        return self._silences[key]

    def _expected(self, pairs: int, level: Level | None) -> float | None:
        if level not in self._totals:
            self._totals[level] = count_pairs(self.contacts, level)
        total = self._totals[level]
        return pairs * total["yes"] / _possible(total) if pairs else None


def _seriousness(row: KindGap) -> tuple[float, float, str, str, int]:
    """Sort by the share that is known to have no tie, then by how much it matters."""
    bare = -1.0 if row.coverage is None else 1 - row.coverage[1]
    level = LEVELS.index(row.level) + 1 if row.level else 0
    return (-bare, -row.severity, row.from_kind, row.to_kind, level)


def _possible(count: States) -> int:
    return sum(number for state, number in count.items() if state is not None)


def _coverage(members: int, without: int, uncovered: int) -> tuple[float, float] | None:
    if not members:
        return None
    return (members - without) / members, (members - uncovered) / members


def _labels(network: Network, kinds: KindPair) -> dict[str, Says]:
    return {
        "from_kind": network.kind_label(kinds[0]),
        "from_kinds": network.kind_label(kinds[0], form="kinds"),
        "to_kind": network.kind_label(kinds[1]),
        "to_kinds": network.kind_label(kinds[1], form="kinds"),
    }


def _without_pairs(rows: list[KindGap]) -> dict[str, Phrase]:
    def places() -> Iterator[str]:
        for row in rows:
            if not row.pairs:
                yield f"{row.from_kind} – {row.to_kind}, {row.level or 'any level'}"

    return {place: Phrase("reason.no_pairs") for place in places()}
