"""Which measures an audience may have, and which of their rows.

An edition is computed from what its audience may see, so that no measure of it can tell a hidden
word. Some measures are kept back all the same: for what they say, not for what they are made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from netdeps.editions import Edition
from netdeps.editions.audiences import PARTY
from netdeps.errors import OptionError, one_of, quoted
from netdeps.graph import SMALL_KINDS, SMALLEST
from netdeps.measures.cohesion.block_rows import BlockDensity
from netdeps.measures.cohesion.ei_rows import EIIndex
from netdeps.measures.cohesion.part_rows import Component
from netdeps.measures.registry import FOR_WHOM, INSTEAD, MEASURES, Widest
from netdeps.model import Fixed, Network
from netdeps.results import About, Findings, Result, Row, Scores
from netdeps.words import Phrase, Says

NO_OPTIONS: Mapping[str, str] = Fixed({})

_RANK: Mapping[str, int] = Fixed({"public": 0, "table": 1, "party": 2, "facilitator": 3})


def may_have(name: str, audience: str) -> bool:
    """Tell whether an audience may have a measure."""
    return _RANK[FOR_WHOM[name]] <= _rank(audience)


def measures_for(audience: str) -> dict[str, Callable[..., Result]]:
    """Give the measures that an audience may have, in the order in which a reader wants them."""
    return {name: one for name, one in MEASURES.items() if may_have(name, audience)}


def check_may_have(name: str, audience: str) -> None:
    """Refuse a measure that an audience may not have, and say which it may have instead.

    Raises
    ------
    OptionError
        When the measure is for a narrower audience.
    """
    if may_have(name, audience):
        return
    for_all = measures_for(audience) if FOR_WHOM[name] == "table" else ()
    known = INSTEAD.get(name, ()) if audience != "public" else for_all
    instead = f" Instead there is: {one_of(known)}." if known else ""
    raise OptionError(
        f"the measure {quoted(name)} is for {_SAID[FOR_WHOM[name]]} alone; "
        f"it has no edition for {quoted(audience)}.{instead}"
    )


def measured(
    measure: Callable[..., Result], shown: Edition, options: Mapping[str, str] = NO_OPTIONS
) -> Result:
    """Compute a measure on an edition, with what its audience may have of it.

    A party reads of itself what is for each party about itself. The public reads of the whole
    network, and of nothing that is about fewer than three organisations.

    Raises
    ------
    OptionError
        When the measure is one of netdeps that is for a narrower audience, or the public would see
        a part of the network.
    """
    name = next((one for one, known in MEASURES.items() if known is measure), None)
    if name is None:
        return measure(shown.network, **options)
    check_may_have(name, shown.audience)
    if shown.audience == "public":
        _check_whole(options)
        return _of_many(name, measure(shown.network, **options), shown)
    found = measure(shown.network, **options)
    if FOR_WHOM[name] == "party" and shown.audience.startswith(PARTY):
        return _own(found, shown.audience.removeprefix(PARTY))
    return found


_SAID: Mapping[Widest, str] = Fixed(
    {
        "table": "the table and the facilitator",
        "party": "each party about itself, and the facilitator",
        "facilitator": "the facilitator",
    }
)


def _rank(audience: str) -> int:
    return _RANK["party" if audience.startswith(PARTY) else audience]


def _own(found: Result, party: str) -> Result:
    """Keep of a result what is about a party itself."""
    if isinstance(found, Findings):
        rows = [row for row in found if getattr(row, "organisation", None) == party]
        return Findings(rows, _about(found, rows), _only(found.undefined, party))
    if isinstance(found, Scores):
        own = {one: score for one, score in found.items() if one == party}
        return Scores(own, found.about, _only(found.undefined, party))
    return found


def _only(reasons: Mapping[str, Says], party: str) -> dict[str, Says]:
    return {one: reason for one, reason in reasons.items() if one == party}


def _check_whole(options: Mapping[str, object]) -> None:
    """Refuse to show the public a part: what is in one figure and not in another is a few parties."""
    parts = sorted(options.keys() - {"layer"})
    if parts:
        raise OptionError(
            f"the public sees figures of the whole network; leave out {one_of(parts)}, "
            "or choose another audience."
        )


def _of_many(name: str, found: Result, shown: Edition) -> Result:
    """Leave out of a result for the public what is about fewer than three organisations."""
    if not isinstance(found, Findings) or name not in _SIZES:
        return found
    sizes, network = _SIZES[name], shown.network
    rows = [row for row in found if min(sizes(row, network), default=SMALLEST) >= SMALLEST]
    about = _about(found, rows)
    caveats = (
        *(one for one in about.caveats if not _names_kinds(one)),
        Phrase("caveat.few_left_out"),
    )
    return Findings(rows, replace(about, caveats=caveats))


def _names_kinds(caveat: Says) -> bool:
    return isinstance(caveat, Phrase) and caveat.key == SMALL_KINDS


def _about(found: Findings[Row], rows: Iterable[Row]) -> About:
    """Say what the rows that are left rest on."""
    told = {one for row in rows for one in getattr(row, "because", ())}
    return replace(found.about, because=tuple(sorted(told)))


def _two_groups(row: BlockDensity, network: Network) -> Iterable[int]:
    return (len(network.of_kind(one)) for one in (row.from_group, row.to_group))


def _one_group(row: EIIndex, network: Network) -> Iterable[int]:
    return () if row.group is None else (len(network.of_kind(row.group)),)


def _members(row: Component, _network: Network) -> Iterable[int]:
    return (row.size,)


_SIZES: Mapping[str, Callable[..., Iterable[int]]] = Fixed(
    {"block_density": _two_groups, "ei_index": _one_group, "components": _members}
)
"""How many organisations there are in whatever a row is about."""
