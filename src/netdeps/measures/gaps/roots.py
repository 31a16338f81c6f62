"""All missing contact in one ranked list, each absence told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from netdeps.graph import Contacts, Selection, home_regions, selected, small_kinds
from netdeps.measures.gaps.contact_gap import ContactGap
from netdeps.measures.gaps.measured import (
    MeasuredPair,
    measure_pairs,
    share_known,
    without_level,
)
from netdeps.measures.gaps.pairs import detours, gap_of, through
from netdeps.measures.gaps.root import Extent, Gap
from netdeps.measures.gaps.silence import Answers, answers, overturners, stands
from netdeps.model import LEVELS, Fixed, Level, Network, Pair
from netdeps.results import About, Findings
from netdeps.words import Says

KindPair = tuple[str, str]

_SEVERAL = 2
"""From so many lines an absence is one between two kinds, and no longer one of single lines."""

_EXTENTS: tuple[Extent, ...] = ("kinds", "pair", "level", "quality")


def gaps(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Gap]:
    """What is missing to carry the dependencies, in one list, each absence told once.

    One absence shows in many guises: at three levels, for a pair, for two kinds. Here it stands at
    the highest place where it holds. Between two *kinds*, where at some level none of the lines of
    need between them (two or more) has contact, and all of that is known; then for a *pair* without
    any known contact; then at a *level* at which a pair lacks it; then where contact is there and
    its *quality* falls short. A line that a gap between kinds
    stands for is not told again for its other levels: ``also_at`` names these, and ``level_gaps`` has
    them line by line. That the two reach each other through a third, that the line crosses a border between
    regions and that something holds a need back are labels of a gap, not gaps of their own.

    severity = requirement × deficit × certainty, as in ``contact_gaps``; between kinds it is that of
    the heaviest line. Most serious first. ``stands`` says under which share of all that the silent
    could answer a gap keeps its band, and ``overturned_by`` whose answers alone could change it. A
    contact that nobody was asked about is never a gap; it is one of the ``questions``.

    Pairs that have no level in common are undefined. ``known_share`` is the share of all contact
    that is called for of which it is known whether it is there.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own. The product is an expected unmet need; the comparison of required with actual
    coordination is that of Cataldo, Wagstrom, Herbsleb and Carley (2006),
    https://doi.org/10.1145/1180875.1180929.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> care, housing = {"kind": "care_provider"}, {"kind": "housing_corporation"}
    >>> network = Network(
    ...     organisations=[{"id": "a", **care}, {"id": "b", **care}, {"id": "h", **housing}],
    ...     dependencies=[{"depender": one, "dependum": "dwellings", "dependees": ["h"],
    ...                    "importance": 3, "level": "governing"} for one in ("a", "b")],
    ...     interviews=[{"organisation": one, "asked": ["contacts"]} for one in ("a", "b", "h")],
    ... )
    >>> for gap in measures.gaps(network):
    ...     print(gap.extent, gap.kinds, gap.pairs, gap.levels, gap.severity)
    kinds ('care_provider', 'housing_corporation') (('a', 'h'), ('b', 'h')) ('governing',) 0.75
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    lines = _Lines(part, issue, level)
    rows = [*lines.between_kinds(), *lines.single()]
    rows.sort(key=lambda row: (-row.severity, _EXTENTS.index(row.extent), row.kinds, row.pairs))
    known = share_known(lines.measured.values())
    few = small_kinds(part, (one for row in rows if row.extent == "kinds" for one in row.kinds))
    about = About.of("gaps", part, rows, known_share=known, caveats=few)
    return Findings(rows, about, without_level(lines.measured))


@dataclass(frozen=True)
class _Bare:
    """The levels at which no line between two kinds has contact, and the lines that lack it."""

    levels: tuple[Level, ...]
    lines: tuple[MeasuredPair, ...]


class _Lines:
    """Every line of need of a network against its contact, and who stands for which."""

    def __init__(self, network: Network, issue: str | None, level: Level | None) -> None:
        self.network = network
        self.contacts = Contacts(network)
        self.measured = measure_pairs(network, self.contacts, issue=issue, level=level)
        self._gaps = [one for one in self.measured.values() if one.severity]
        self._via = detours(self.contacts, self._gaps, level)
        self._of = {one.id: one for one in network.organisations}
        self._regions = home_regions(network)

    def between_kinds(self) -> Iterator[Gap]:
        """Give the gaps between two kinds."""
        for kinds, bare in self._bare.items():
            yield self._row("kinds", kinds, bare.lines, bare.levels)

    def single(self) -> Iterator[Gap]:
        """Give the gaps of pairs that no gap between two kinds stands for."""
        told = {one.need.parties for bare in self._bare.values() for one in bare.lines}
        for one in self._gaps:
            if one.need.parties not in told:
                extent, levels = _extent(one)
                yield self._row(extent, self._kinds(one), [one], levels)

    @cached_property
    def _bare(self) -> Mapping[KindPair, _Bare]:
        between: dict[KindPair, list[MeasuredPair]] = {}
        for one in self.measured.values():
            between.setdefault(self._kinds(one), []).append(one)
        found = {kinds: _without_any(between[kinds]) for kinds in sorted(between)}
        return {kinds: bare for kinds, bare in found.items() if bare}

    def _kinds(self, found: MeasuredPair) -> KindPair:
        first, second = sorted(self._of[one].kind for one in found.need.parties)
        return first, second

    def _row(
        self,
        extent: Extent,
        kinds: KindPair,
        lines: Sequence[MeasuredPair],
        levels: Sequence[Level],
    ) -> Gap:
        heard = [answers(one, self.contacts) for one in lines]
        each = [self._gap(one, said) for one, said in zip(lines, heard, strict=True)]
        heaviest = min(each, key=lambda gap: (-gap.severity, gap.parties))
        pairs = tuple(sorted(gap.parties for gap in each))
        via = {pair: through(self._via[pair], (None, *levels)) for pair in pairs}
        return Gap(
            extent=extent,
            kinds=kinds,
            parties=tuple(sorted({one for pair in pairs for one in pair})),
            pairs=pairs,
            levels=tuple(levels),
            requirement=heaviest.requirement,
            deficit=heaviest.deficit,
            certainty=heaviest.certainty,
            severity=heaviest.severity,
            band=heaviest.band,
            disputed=tuple(one for one in levels if any(one in gap.disputed for gap in each)),
            also_at=_also_at(each, levels),
            routed_via=tuple(sorted({one for found in via.values() for one in found})),
            routed=tuple(pair for pair in pairs if via[pair]),
            across_border=tuple(pair for pair in pairs if self._crosses(pair)),
            barriers=self._barriers(lines),
            stands=stands(heard),
            overturned_by=overturners(heard),
            because=tuple(sorted({one for gap in each for one in gap.because})),
            heaviest=heaviest,
            names=self.network.names,
            labels=Fixed(_labels(self.network, kinds)),
        )

    def _gap(self, found: MeasuredPair, heard: Answers) -> ContactGap:
        return gap_of(found, self.contacts, self._via[found.need.parties], heard)

    def _crosses(self, parties: Pair) -> bool:
        first, second = (self._regions[one] for one in parties)
        return None not in (first, second) and first != second

    def _barriers(self, lines: Sequence[MeasuredPair]) -> tuple[str, ...]:
        needs = {one for line in lines for one in line.need.because}
        return tuple(sorted(needs & self._held_back))

    @cached_property
    def _held_back(self) -> frozenset[str]:
        return frozenset(need.id for need in self.network.dependencies if need.barrier)


def _without_any(lines: Sequence[MeasuredPair]) -> _Bare | None:
    """Find the levels at which none of several lines has contact, and all of them are known."""
    levels = tuple(level for level in LEVELS if _is_bare(lines, level))
    lacking = tuple(one for one in lines if any(one.shares.get(level) for level in levels))
    return _Bare(levels, lacking) if len(lacking) >= _SEVERAL else None


def _also_at(lines: Sequence[ContactGap], told: Sequence[Level]) -> tuple[Level, ...]:
    """Give the other levels at which lines lack contact, or have too little."""
    lacking = {one for gap in lines for one in (*gap.missing, *gap.disputed, *gap.weak)}
    return tuple(level for level in LEVELS if level in lacking and level not in told)


def _is_bare(lines: Sequence[MeasuredPair], level: Level) -> bool:
    needed = [one for one in lines if one.shares.get(level)]
    absent = [one for one in needed if one.states[level].state in {"no", "disputed"}]
    return len(needed) == len(absent) >= _SEVERAL


def _extent(found: MeasuredPair) -> tuple[Extent, tuple[Level, ...]]:
    """Tell how far the absence of one line reaches, and at which levels."""
    lacking = [level for level, absent in found.absences.items() if absent]
    missing = tuple(one for one in lacking if found.states[one].state != "yes")
    if not missing:
        return "quality", tuple(lacking)
    return ("level" if found.any_contact else "pair"), missing


def _labels(network: Network, kinds: KindPair) -> dict[str, Says]:
    first, second = (network.kind_label(one, form="kinds") for one in kinds)
    return {"from_kinds": first, "to_kinds": second}
