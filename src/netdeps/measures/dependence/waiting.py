"""Who stands still because each waits for another, and what would loosen it."""

from __future__ import annotations

from typing import Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Selection, selected, share_heard
from netdeps.measures.dependence.holds import Hold, Holds, groups, holds_of, knots, standing
from netdeps.measures.dependence.knot import Knot
from netdeps.measures.dependence.loosening import what_to_drop, who_moves_first
from netdeps.measures.dependence.search import MOST_SETS
from netdeps.measures.dependence.waiting_rows import WaitingDeadlock
from netdeps.model import OUTSIDE, Network
from netdeps.results import About, Findings, known_of
from netdeps.words import Phrase

Outside = Literal["stands_still", "moves"]
"""What whoever is outside the network does: stand still, or move."""


def waiting_deadlocks(
    network: Network,
    *,
    outside: Outside = "stands_still",
    kind: str | None = None,
    inside: str | None = None,
) -> Findings[WaitingDeadlock]:
    """Who stands still because each waits for another, and who could each go first.

    An organisation moves once all its waits are satisfied: a wait for ``all`` when each of those
    awaited has moved, a wait for ``any`` when one of them has. Who is not moved by that, the
    complement of the least fixed point, is stuck. There is a row for each group of stuck
    organisations that hang together by their waits, the largest first.

    ``breakers`` are all smallest sets of organisations whose moving first frees everybody in the
    group: where several could, none is singled out. ``drops`` are all smallest sets of waits
    without which nobody is stuck; of a wait for all each one awaited can be dropped by itself.
    Where only ``all`` waits are involved these are the minimum feedback vertex sets and the minimum
    feedback arc sets of the waits. A wait that is told twice in the same words is one wait.

    Up to 1,000 sets are listed; ``knots`` holds the options of each knot of the group, one of each
    together making every set. In knots of up to 20 organisations the sets are exact; in larger
    ones where the search takes too much work, ``method`` is ``"heuristic"`` and there are bounds.

    ``outside`` says whether those who are not in the network move. With ``inside`` or ``kind``,
    whoever is left out counts as outside; a wait for nobody else is left out.

    Raises
    ------
    OptionError
        When ``outside`` is not one of its words.
    UnknownNameError
        When a kind or organisation is asked for that is not there.

    References
    ----------
    Waiting for all and for any: the AND and OR models of deadlock, Knapp (1987), Deadlock detection
    in distributed databases, ACM Computing Surveys 19(4), 303-328. Orders to move in, over subsets:
    Held and Karp (1962). The decomposition into knots is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     waits=[{"waiter": "care", "awaited": ["city"]}, {"waiter": "city", "awaited": ["care"]},
    ...            {"waiter": "housing", "awaited": ["care", "city"]}],
    ... )
    >>> deadlock = measures.waiting_deadlocks(network)[0]
    >>> deadlock.stuck, deadlock.breakers
    (('care', 'city', 'housing'), (('care',), ('city',)))
    """
    check_option("outside", outside, get_args(Outside))
    part = selected(network, Selection(kind=kind, inside=inside))
    holds = [one for one in holds_of(part.waits) if outside == "stands_still" or not _beyond(one)]
    rows = [_row(group, part) for group in groups(standing(holds))]
    rows.sort(key=lambda row: (-len(row.stuck), row.stuck))
    known = share_heard(part, "waits", {wait.waiter for wait in part.waits})
    caveats = (*known_of("wait", known), *_caveats(rows))
    about = About.of("waiting_deadlocks", part, rows, known_share=known, caveats=caveats)
    return Findings(rows, about)


def _beyond(hold: Hold) -> bool:
    return OUTSIDE in hold.awaited


def _row(group: Holds, network: Network) -> WaitingDeadlock:
    parts = [Knot(one) for one in knots(group)]
    movers, drops = who_moves_first(parts), what_to_drop(parts)
    stuck = {one.waiter for one in group}
    knotted = {one for part in parts for one in part.members}
    return WaitingDeadlock(
        stuck=tuple(sorted(stuck)),
        behind=tuple(sorted(stuck - knotted)),
        for_outside=tuple(sorted({one.waiter for one in group if not one.inner})),
        mutual=any(len(part.members) > 1 for part in parts),
        breakers=movers.sets,
        knots=movers.knots,
        method=movers.method,
        at_least=movers.least,
        at_most=movers.most,
        heuristic=movers.workable,
        drops=drops.sets,
        drops_knots=drops.knots,
        drops_method=drops.method,
        drops_at_least=drops.least,
        drops_at_most=drops.most,
        drops_heuristic=drops.workable,
        because=tuple(sorted({name for one in group for name in one.because})),
        names=network.names,
    )


def _caveats(rows: list[WaitingDeadlock]) -> list[Phrase]:
    exact = [row.method == "exact" for row in rows] + [row.drops_method == "exact" for row in rows]
    sets = [row.breakers for row in rows] + [row.drops for row in rows]
    unlisted = any(known and not found for known, found in zip(exact, sets, strict=True))
    many = [Phrase.of("caveat.sets_unlisted", {"most": MOST_SETS})] if unlisted else []
    return many if all(exact) else [*many, Phrase("caveat.sets_heuristic")]
