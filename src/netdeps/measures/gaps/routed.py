"""Who needs each other and reaches each other only through others, and who carries that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from netdeps.graph import (
    LACKING,
    Contacts,
    NeedLines,
    Route,
    Selection,
    carried,
    known_share,
    selected,
)
from netdeps.measures.gaps.measured import measure_pair
from netdeps.measures.gaps.routed_rows import BrokeredLoad, RoutedPair
from netdeps.model import Fixed, Level, Network, Pair
from netdeps.results import About, Findings, Rests, known_of
from netdeps.words import Phrase, Says


def routed_pairs(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[RoutedPair]:
    """Who needs each other, has no contact, and reaches each other only through others.

    A row for each pair of which one needs the other and that is known to have no contact (at any
    level, or at ``level``), while contacts of others connect them. ``via`` gives, for each
    organisation in between, the share of the shortest ways that runs through it; together that is
    one less than the number of ``steps``. ``needed`` are those without whom there would be no way at
    all, ``sole_broker`` the one of them where there is only one. Heaviest requirement first.

    A contact that is disputed or that nobody was asked about is no step on a way. Pairs that were
    not asked about their own contact are left out and counted in a caveat, and so are those that have
    contact and lack it at a level where it is needed: ask for that ``level``. Pairs that nobody
    connects are undefined: that is worse, not better. With more contacts known, other and shorter
    ways can appear, so there are no bounds.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    The shares are those of betweenness: Freeman (1977), https://doi.org/10.2307/3033543. Weighing
    them by what the pair needs is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ("care", "city", "housing")],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ...     contacts=[{"between": ["city", one], "said": {"by": one}} for one in ("care", "housing")],
    ...     interviews=[{"organisation": "care", "asked": ["contacts"]}],
    ... )
    >>> row = measures.routed_pairs(network)[0]
    >>> row.parties, dict(row.via), row.sole_broker
    (('care', 'housing'), {'city': 1.0}, 'city')
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    lines = NeedLines(Contacts(part), level=level, issue=issue)
    rows = [_pair(route, lines) for route in lines.routes]
    rows.sort(key=lambda row: (-row.requirement, row.parties))
    return Findings(rows, _about("routed_pairs", lines, rows), _undefined(lines))


def brokered_load(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[BrokeredLoad]:
    """Whose lines run through whom: the coordination that an organisation carries for others.

    load = Σ requirement × share of the shortest ways, over all ``routed_pairs`` that the organisation
    stands between; 0 or more. ``share`` is its part of all that is carried, from 0 to 1. ``pairs``
    counts the lines of others, ``sole`` those of them that would have no way without it, and ``own``
    the lines that it needs itself and has contact for: of the lines that come together there, so
    many are other people's. Heaviest load first.

    Who carries nothing has no row. With more contacts known, lines can run another way, so there are
    no bounds.

    Raises
    ------
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own: the betweenness of Freeman (1977), https://doi.org/10.2307/3033543, in which each
    pair counts for what it needs, and only pairs that need each other without contact.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ("care", "city", "housing")],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]},
    ...                   {"depender": "city", "dependum": "care", "dependees": ["care"]}],
    ...     contacts=[{"between": ["city", one], "said": {"by": one}} for one in ("care", "housing")],
    ...     interviews=[{"organisation": "care", "asked": ["contacts"]}],
    ... )
    >>> row = measures.brokered_load(network)[0]
    >>> row.organisation, row.load, row.pairs, row.sole, row.own
    ('city', 0.5, 1, 1, 1)
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    lines = NeedLines(Contacts(part), level=level, issue=issue)
    rows = list(_loads(lines))
    rows.sort(key=lambda row: (-row.load, row.organisation))
    return Findings(rows, _about("brokered_load", lines, rows))


def _pair(route: Route, lines: NeedLines) -> RoutedPair:
    needed = route.way.needed
    return RoutedPair(
        parties=route.need.parties,
        level=lines.level,
        requirement=float(route.need.requirement),
        steps=route.way.steps,
        via=Fixed({one: float(share) for one, share in route.way.via.items()}),
        needed=needed,
        sole_broker=needed[0] if len(needed) == 1 else None,
        disputed=route.disputed,
        because=tuple(sorted(route.because)),
        names=lines.contacts.network.names,
    )


def _loads(lines: NeedLines) -> Iterator[BrokeredLoad]:
    loads = carried((route.need.requirement, route.way) for route in lines.routes)
    through: dict[str, list[Route]] = {one: [] for one in loads}
    for route in lines.routes:
        for one in route.way.via:
            through[one].append(route)
    total = math.fsum(loads.values())
    own = Counter(one for pair, state in lines.states.items() if state == "yes" for one in pair)
    for one, load in loads.items():
        yield BrokeredLoad(
            organisation=one,
            level=lines.level,
            load=load,
            share=load / total,
            pairs=len(through[one]),
            sole=sum(one in route.way.needed for route in through[one]),
            own=own[one],
            lines=tuple(route.need.parties for route in through[one]),
            because=tuple(sorted(frozenset().union(*(route.because for route in through[one])))),
            names=lines.contacts.network.names,
        )


def _undefined(lines: NeedLines) -> dict[str, Phrase]:
    """Give the reasons: pairs that nobody connects, and those without a level in common."""
    cut_off = (one for one, way in lines.ways.items() if way is None)
    reasons = {" – ".join(one): Phrase("reason.no_way") for one in cut_off}
    apart = (one for one, state in lines.states.items() if state is None)
    return reasons | {" – ".join(one): Phrase("reason.no_common_level") for one in apart}


def _about(name: str, lines: NeedLines, rows: Iterable[Rests]) -> About:
    """Say what the result means, and how much of the contacts is known."""
    known = known_share(lines.contacts, lines.level)
    caveats: list[Says] = list(known_of("contact", known))
    if caveats:
        caveats.append(Phrase("caveat.ways_can_change"))
    if lines.unasked:
        caveats.append(Phrase.of("caveat.pairs_not_asked", {"count": lines.unasked}))
    if at_a_level := sum(_lacks_a_level(one, lines) for one in lines.states):
        caveats.append(Phrase.of("caveat.missing_at_a_level", {"count": at_a_level}))
    network = lines.contacts.network
    return About.of(name, network, rows, known_share=known, caveats=caveats)


def _lacks_a_level(parties: Pair, lines: NeedLines) -> bool:
    """Tell whether a pair that is not looked at here lacks contact at a level that it needs."""
    if lines.level or lines.states[parties] in LACKING:
        return False
    found = measure_pair(lines.needs[parties], lines.contacts)
    return any(found.states[one].state in LACKING for one in found.absences if found.shares[one])
