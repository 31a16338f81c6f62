"""What the measures of dependence have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from netdeps.graph import asked_about, chosen_needs, share_heard
from netdeps.model import OUTSIDE, Level, Network
from netdeps.results import About, Rests, Row, known_of
from netdeps.words import Phrase

_MOST_NAMES = 12


def needs_by_depender(
    network: Network, *, issue: str | None = None, level: Level | None = None
) -> dict[str, tuple[str, ...]]:
    """Give the ids of the needs of each organisation that has any."""
    found: dict[str, list[str]] = {}
    for need in chosen_needs(network, issue=issue, level=level):
        found.setdefault(need.depender, []).append(need.id)
    return {one: tuple(sorted(found[one])) for one in sorted(found)}


def about(
    name: str,
    network: Network,
    rows: Iterable[Rests],
    told: Collection[str],
    level: Level | None = None,
) -> About:
    """Say what a measure of needs means, what it rests on, and of how many needs are known."""
    known = share_heard(network, "dependencies", told, level=level)
    caveats = known_of("dependency", known)
    return About.of(name, network, rows, known_share=known, caveats=caveats)


def without_needs(
    network: Network, told: Mapping[str, object], level: Level | None = None
) -> dict[str, Phrase]:
    """Give the reason of each organisation without needs: asked and named none, or not asked."""
    asked = asked_about(network, "dependencies", level)
    reasons = {True: Phrase("reason.no_needs"), False: Phrase("reason.needs_not_asked")}
    return {one: reasons[one in asked] for one in network.ids if one not in told}


def called(row: Row, dependee: str, depender: str) -> str | Phrase:
    """Give what people call a dependee, who may be outside the network or the depender itself."""
    if dependee == OUTSIDE:
        return Phrase("dependee.outside")
    if dependee == depender:
        return Phrase.of("dependee.itself", {"name": row.called(depender)})
    return row.called(dependee)


def named_or_counted(row: Row, organisations: tuple[str, ...]) -> tuple[str, ...] | Phrase:
    """Give what people call some organisations, or how many there are where the list is too long."""
    if len(organisations) > _MOST_NAMES:
        return Phrase.of("count.organisations", {"count": len(organisations)})
    return tuple(map(row.called, organisations))
