"""What an audience may see: statements as they were told, and those that were released to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from netdeps.editions.audiences import may_see
from netdeps.model import STATEMENT_LISTS, Median, Network, Release, Statement


def told(network: Network, audience: str) -> Mapping[str, tuple[Statement, ...]]:
    """Give the statements that an audience may see, by list, released ones after the others."""
    seen: dict[str, list[Statement]] = {
        name: [row for row in getattr(network, name) if may_see(row, audience)]
        for name in STATEMENT_LISTS
    }
    taken = {row.id for rows in seen.values() for row in rows}
    for release in network.releases:
        if not _is_seen_itself(release, taken):
            for name in STATEMENT_LISTS:
                rows = (row for row in getattr(release, name) if may_see(row, audience))
                fresh = [row for row in rows if not row.id or row.id not in taken]
                taken |= {row.id for row in fresh}
                seen[name] += fresh
    seen["medians"] = [*_newest(network, audience)]
    return {name: tuple(rows) for name, rows in seen.items()}


def _newest(network: Network, audience: str) -> list[Median]:
    """Give of each condition the medians that were released last, with those of the case itself.

    Two of one condition, of which nobody sees the day, would contradict each other.
    """
    newest: dict[str, list[Median]] = {}
    for release in network.releases:
        rows = [row for row in release.medians if may_see(row, audience)]
        newest |= {
            one.condition: [row for row in rows if row.condition == one.condition] for one in rows
        }
    own = [row for row in network.medians if may_see(row, audience)]
    return [*own, *(row for rows in newest.values() for row in rows)]


def _is_seen_itself(release: Release, seen: Collection[str]) -> bool:
    """Tell whether the audience may see the one statement that was released: it would count twice."""
    return len(release.of) == 1 and release.of[0] in seen
