"""What runs across the border between two regions, against what runs within them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from netdeps.graph import Contacts, Selection, home_regions, selected
from netdeps.measures.gaps.border_gap import BorderGap
from netdeps.measures.gaps.carried import Share, carry, plain
from netdeps.measures.gaps.measured import MeasuredPair, measure_pairs, share_known
from netdeps.model import Level, Network
from netdeps.results import About, Figure, Findings, Number, Undefined
from netdeps.words import Phrase

Regions = tuple[str, str]


def border_gaps(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[BorderGap]:
    """How far those who need each other have contact, within each region and between each two.

    A row for each region and for each two of them in which somebody needs somebody. ``congruence``
    is the share of what calls for contact that has it, as in the measure of that name: each pair
    counts for what it needs, each level for its share and its quality; from 0 to 1, among what is
    known, with ``low`` and ``high`` as exact bounds. ``gaps`` counts the ``contact_gaps``, and
    ``severity`` is the highest of them. Most severe first, then by what is needed.

    Pairs of which one has no region are left out and counted in a caveat. The share is undefined
    where nobody was asked about the contact, and where those who need each other have no level in
    common.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    The share: Cataldo, Wagstrom, Herbsleb and Carley (2006), https://doi.org/10.1145/1180875.1180929.
    Its weights, its bounds and the parting by regions are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care", "region": "north"}, {"id": "city", "region": "north"},
    ...                    {"id": "housing", "region": "south"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "care", "dependum": "money", "dependees": ["city"]}],
    ...     contacts=[{"between": ["care", "city"], "said": {"by": "care"}}],
    ...     interviews=[{"organisation": "care", "asked": ["contacts"]}],
    ... )
    >>> [(row.regions, row.congruence, row.severity) for row in measures.border_gaps(network)]
    [(('north', 'south'), 0.0, 0.375), (('north', 'north'), 1.0, 0.0)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    lines = _Lines(part, level, issue)
    rows = [_row(regions, found, part) for regions, found in lines.by_regions.items()]
    rows.sort(key=lambda row: (-row.severity, -row.requirement, row.regions))
    about = About.of(
        "border_gaps", part, rows, known_share=lines.known_share, caveats=lines.caveats
    )
    unknown = {" – ".join(row.regions): _why(row) for row in rows if row.congruence is None}
    return Findings(rows, about, unknown)


def border_drag(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Figure:
    """How much less of what calls for contact has it across the borders than within the regions.

    The ``congruence`` of all pairs within one region minus that of all pairs across two. From -1
    (contact only across) over 0 (the border makes no difference) to 1 (contact only within).
    ``low`` and ``high`` bound what it can be once every contact is known.

    Pairs of which one has no region are left out and counted in a caveat. Undefined where nobody
    needs anybody within a region, or across; and where nothing is known of one of the two.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, from the congruence of Cataldo, Wagstrom, Herbsleb and Carley (2006),
    https://doi.org/10.1145/1180875.1180929.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care", "region": "north"}, {"id": "city", "region": "north"},
    ...                    {"id": "housing", "region": "south"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "care", "dependum": "money", "dependees": ["city"]}],
    ...     contacts=[{"between": ["care", "city"], "said": {"by": "care"}}],
    ...     interviews=[{"organisation": "care", "asked": ["contacts"]}],
    ... )
    >>> measures.border_drag(network)
    1.0
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    lines = _Lines(part, level, issue)
    within, across = lines.sides
    about = About.of(
        "border_drag",
        part,
        because=_because([*within, *across]),
        known_share=lines.known_share,
        caveats=lines.caveats,
    )
    return drag(_share(within), _share(across), about)


def drag(within: Share, across: Share, about: About) -> Figure:
    """Give the share within minus the share across, or the reason why there is none."""
    if not (within.required and across.required):
        side = "across" if within.required else "within"
        return Undefined(Phrase(f"reason.no_pair_{side}"), about)
    low, high = _minus(within.low, across.high), _minus(within.high, across.low)
    value = _minus(within.value, across.value)
    if value is None:
        return Undefined(Phrase("reason.nobody_asked_border"), about, low, high)
    return Number(value, about, low, high)


class _Lines:
    """Every line of need between organisations that have a region, by the regions of both."""

    def __init__(self, network: Network, level: Level | None, issue: str | None) -> None:
        region = home_regions(network)
        measured = measure_pairs(network, Contacts(network), issue=issue, level=level)
        self.by_regions: dict[Regions, list[MeasuredPair]] = {}
        self._homeless = 0
        for (one, other), found in measured.items():
            first, second = region[one], region[other]
            if first and second:
                self.by_regions.setdefault(_sorted(first, second), []).append(found)
            else:
                self._homeless += 1

    @property
    def sides(self) -> tuple[list[MeasuredPair], list[MeasuredPair]]:
        """The lines within a region, and those across two."""
        within: list[MeasuredPair] = []
        across: list[MeasuredPair] = []
        for regions, found in self.by_regions.items():
            (within if _same(regions) else across).extend(found)
        return within, across

    @property
    def known_share(self) -> float | None:
        """The share of all contact that is called for of which it is known whether it is there."""
        return share_known(one for found in self.by_regions.values() for one in found)

    @property
    def caveats(self) -> tuple[Phrase, ...]:
        """Tell how many pairs are left out, where some are."""
        count = self._homeless
        return (Phrase.of("caveat.no_region", {"count": count}),) if count else ()


def _sorted(first: str, second: str) -> Regions:
    return (first, second) if first <= second else (second, first)


def _same(regions: Regions) -> bool:
    return regions[0] == regions[1]


def _share(lines: Iterable[MeasuredPair]) -> Share:
    return Share.of((one.need.requirement, carry(one)) for one in lines)


def _row(regions: Regions, lines: list[MeasuredPair], network: Network) -> BorderGap:
    share = _share(lines)
    severities = [one.severity for one in lines if one.severity]
    needed = sum((one.need.requirement for one in lines), Fraction(0))
    return BorderGap(
        regions=regions,
        within=_same(regions),
        pairs=len(lines),
        requirement=float(needed),
        congruence=plain(share.value),
        low=plain(share.low),
        high=plain(share.high),
        gaps=len(severities),
        severity=float(max(severities, default=0)),
        because=_because(lines),
        names=network.names,
    )


def _because(lines: Iterable[MeasuredPair]) -> tuple[str, ...]:
    told: set[str] = set()
    for one in lines:
        told.update(one.need.because, *(state.because for state in one.states.values()))
    return tuple(sorted(told))


def _why(row: BorderGap) -> Phrase:
    return Phrase("reason.no_common_level_anywhere" if row.low is None else "reason.nobody_asked")


def _minus(one: Fraction | None, other: Fraction | None) -> float | None:
    return None if one is None or other is None else float(one - other)
