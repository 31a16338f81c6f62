"""What was said at the table of something that was told in confidence before.

It is a reply to what was told, so that nothing counts twice. It is also what the table said itself,
and so it is released: the table sees its own word, as it was said there, and nothing of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdeps.corrections.statements import statement_of
from netdeps.corrections.told import Tie, tie_of
from netdeps.editions import may_see
from netdeps.editions.releasing import with_own_ids, with_release
from netdeps.model import (
    Contribution,
    Dependency,
    Mark,
    Network,
    Release,
    Reply,
    Said,
    replies_to,
)

_TABLE = "table"


@dataclass(frozen=True)
class Spoken:
    """A mark at the table, and the statement that it is about, which the table does not see."""

    mark: Mark
    said: Said
    list_name: str
    statement: str
    """The list that the statement is in, and its id."""


def is_for_the_table(said: Said, rows: Sequence[Tie]) -> bool:
    """Tell whether something was said at the table of what the table sees nothing of."""
    return said.visibility == _TABLE and not any(may_see(row, _TABLE) for row in rows)


def spoken_openly(network: Network, spoken: Sequence[Spoken]) -> tuple[Network, tuple[Mark, ...]]:
    """Let the table see what it said itself; give the marks that it sees now."""
    seen = []
    for one in spoken:
        before, network = network, _released(network, one)
        if network is not before:
            seen.append(one.mark)
    return network, tuple(seen)


def _released(network: Network, spoken: Spoken) -> Network:
    for at, release in enumerate(network.releases):
        for name, row in _about(release, spoken.mark):
            return _with(network, at, _answered(release, name, row, spoken))
    if spoken.mark.mark != "new":
        return network
    kept, of = with_own_ids(network, spoken.list_name, [spoken.statement])
    fresh = Release(
        ground="table",
        date=spoken.said.date,
        of=of,
        **{spoken.list_name: (statement_of(spoken.mark, spoken.said),)},
    )
    return with_release(kept, fresh)


def _about(release: Release, mark: Mark) -> list[tuple[str, Dependency | Contribution]]:
    """Give what was released of the tie of a mark."""
    rows: list[tuple[str, Dependency | Contribution]] = [
        *(("dependencies", row) for row in release.dependencies),
        *(("contributions", row) for row in release.contributions),
    ]
    return [(name, row) for name, row in rows if tie_of(row) == tie_of(mark)]


def _answered(
    release: Release, name: str, row: Dependency | Contribution, spoken: Spoken
) -> Release:
    """Note with what was released that it is so, or not, unless that is noted or said by it already."""
    reply = Reply(says="denied" if spoken.mark.mark == "denied" else "confirmed", said=spoken.said)
    again = row.said == spoken.said and reply.says == "confirmed"
    if again or reply in replies_to(row):
        return release
    answered = row.with_fields({"replies": (*replies_to(row), reply)})
    rows = [answered if one is row else one for one in getattr(release, name)]
    return release.with_fields({name: rows})


def _with(network: Network, at: int, release: Release) -> Network:
    releases = list(network.releases)
    releases[at] = release
    return network.replaced({"releases": releases})
