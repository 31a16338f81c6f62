"""Whether ties run between groups or within them: the E-I index of Krackhardt and Stern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import numpy as np

from netdeps.errors import check_draws, check_option
from netdeps.graph import (
    Grounds,
    Grouped,
    LayerName,
    Selection,
    about_layer,
    grounds_between,
    grouped,
    scores,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.measures.cohesion.ei_rows import EIIndex
from netdeps.measures.cohesion.splits import GroupBy, Split, ei_of_each, index
from netdeps.model import Fixed, Level, Network
from netdeps.results import Findings, Scores
from netdeps.words import Phrase

_LEAST = 2
_ALL = "all groups together"


def ei_index(  # noqa: PLR0913 - the options of a layer, of its groups and of a sample
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    by: GroupBy = "kind",
    groups: Mapping[str, str] | None = None,
    permutations: int = 2000,
    seed: int = 0,
) -> Findings[EIIndex]:
    """Whether ties run between groups or within them, for all together and for each group.

    The E-I index is (external - internal) / (external + internal) ties: from -1 (all ties stay
    within the groups) to 1 (all run between them). The groups are the kinds, the regions, or those
    that ``groups`` gives to organisations by their id; whoever is in none is left out and counted
    in a caveat. The first row, with ``group`` None, is about all ties; then follow the groups, as
    their members see it: what they send and receive, a tie within counting for both its ends.

    With few pairs within groups most ties have to run between them. So ``expected`` gives what
    an even spread over all pairs would give (for all together that is also the mean over all ways
    of handing out the groups anew), ``lowest`` and ``highest`` what so many ties can reach, and
    ``position`` the share of those ways, over the same ties, in which the index is as low or lower:
    near 0 is unusually closed, near 1 unusually open. It is exact up to 200,000 different ways, else
    (b + 1) / (R + 1) over ``permutations`` random ones. Ways in which a group has no ties
    do not count for that group. It is a measuring rod, not a proof.

    The index is None with one group only, where nothing could be external, and where there are no
    ties; the reason is under ``undefined``. Every tie counts for 1 and, in a directed layer, every
    arrow by itself; UCINET joins the arrows between two into one tie first (maximum), and gives
    another number where both ways occur. A contact that nobody was asked about counts as none. Set
    ``layer="contact"`` beside ``layer="dependency"`` to see whether contacts cross as much as needs do.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Krackhardt and Stern (1988), Informal networks and organizational crises,
    https://doi.org/10.2307/2786835. A sampled share is never 0: Phipson and Smyth (2010),
    https://doi.org/10.2202/1544-6115.1585.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> kinds = {"m": "municipality", "c": "housing_corporation", "z": "care_provider"}
    >>> network = Network(
    ...     organisations=[{"id": one, "kind": kinds[one[0]]} for one in ("m", "c1", "c2", "z1")],
    ...     contacts=[{"between": list(pair)} for pair in
    ...               (("m", "c1"), ("m", "c2"), ("m", "z1"), ("c1", "c2"))],
    ... )
    >>> row = measures.ei_index(network)[0]
    >>> row.external, row.internal, row.index, round(row.expected, 3), row.position
    (3, 1, 0.5, 0.667, 0.6666666666666666)
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    check_draws("permutations", permutations, seed)
    check_option("by", by, get_args(GroupBy))
    sides = grouped(network, ties, by, groups)
    told = _told(grounds_between(selected(network, chosen), sides.layer, sides.of))
    rows = _rows(sides, permutations, seed) if sides.groups else []
    rows = [replace(row, because=told.get(row.group, ()), names=ties.names) for row in rows]
    return Findings(rows, about_layer("ei_index", ties, sides.caveats), _undefined(rows))


def ei_scores(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    by: GroupBy = "kind",
    groups: Mapping[str, str] | None = None,
) -> Scores:
    """Whether an organisation's ties run to other groups or stay within its own.

    The E-I index of each organisation: (external - internal) / (external + internal) ties, those
    that come in and those that go out together; from -1 (only its own group) to 1 (only others).
    Every tie counts for 1. UCINET joins the ties between two in both directions into one first.

    Undefined for whoever has no ties or is in no group, and for everybody with one group only.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Krackhardt and Stern (1988), Informal networks and organizational crises,
    https://doi.org/10.2307/2786835.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a", "region": "north"}, {"id": "b", "region": "north"},
    ...                    {"id": "c", "region": "south"}],
    ...     contacts=[{"between": ["a", "b"]}, {"between": ["a", "c"]}],
    ... )
    >>> dict(measures.ei_scores(network, by="region"))
    {'a': 0.0, 'b': -1.0, 'c': 1.0}
    """
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    check_option("by", by, get_args(GroupBy))
    sides = grouped(network, ties, by, groups)
    said = about_layer("ei_scores", ties, sides.caveats)
    if len(sides.groups) < _LEAST:
        reasons = dict.fromkeys(sides.layer.order, Phrase("reason.one_group"))
        return Scores({}, said, {**reasons, **sides.reasons})
    values, counts = ei_of_each(Split.of(sides))
    untied = [sides.layer.order[place] for place in np.flatnonzero(counts == 0).tolist()]
    reasons = dict.fromkeys(untied, Phrase("reason.no_own_ties"))
    found = scores(said, sides.layer, values, reasons)
    return Scores(found, said, {**found.undefined, **sides.reasons})


def _rows(sides: Grouped, permutations: int, seed: int) -> list[EIIndex]:
    """Make a row of all together, and one of each group."""
    split = Split.of(sides)
    external, internal = (array.ravel().tolist() for array in split.counts(split.labels[:, None]))
    positions, exact = split.positions(permutations, seed)
    rows = []
    for place, group in enumerate((None, *sides.groups)):
        lowest, highest = split.extremes(place, external[place] + internal[place])
        row = EIIndex(
            by=sides.by,
            group=group,
            external=external[place],
            internal=internal[place],
            index=index(external[place], internal[place]),
            expected=index(*split.possible[place]),
            lowest=lowest,
            highest=highest,
            position=positions[place],
            exact=exact,
            because=(),
            labels=Fixed({} if group is None else {"members": sides.called[group]}),
        )
        rows.append(row)
    return rows if len(sides.groups) >= _LEAST else list(map(_without_others, rows))


def _without_others(row: EIIndex) -> EIIndex:
    """Leave out what says nothing where there is one group only."""
    return replace(row, index=None, expected=None, lowest=None, highest=None, position=None)


def _told(grounds: Grounds[str]) -> dict[str | None, tuple[str, ...]]:
    """Give the statements about the ties of all, and of each group."""
    found: dict[str | None, set[str]] = {}
    for pair, statements in grounds.items():
        for group in (None, *pair):
            found.setdefault(group, set()).update(statements)
    return {group: tuple(sorted(statements)) for group, statements in found.items()}


def _undefined(rows: list[EIIndex]) -> dict[str, Phrase]:
    if not rows:
        return {_ALL: Phrase("reason.no_groups")}
    return {
        row.group or _ALL: Phrase("reason.one_group" if row.expected is None else "reason.no_ties")
        for row in rows
        if row.index is None
    }
