"""Which roles organisations play between others that have no tie themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from netdeps.errors import check_option
from netdeps.graph import (
    By,
    Grouped,
    LayerName,
    Selection,
    about_layer,
    grounds_of_each,
    grouped,
    selected,
)
from netdeps.graph import layer as make_layer
from netdeps.graph.arrays import Ints
from netdeps.measures.brokerage.broker_rows import BrokerRoles
from netdeps.measures.brokerage.expected import Chance, Ground
from netdeps.measures.brokerage.open_paths import ROLES, role_counts
from netdeps.measures.brokerage.tails import Tails
from netdeps.model import Fixed, Level, Network
from netdeps.results import Findings
from netdeps.words import Phrase

_LEAST = 3
"""So many organisations are needed for one to stand between two others."""

_MOST_COUNTED = 14
"""With at most so many organisations all networks are counted: a z-score says too little there."""


def broker_roles(
    network: Network,
    *,
    layer: LayerName = "contact",
    level: Level | None = None,
    kind: str | None = None,
    dossier: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
    by: By = "kind",
    groups: Mapping[str, str] | None = None,
    chance: Chance = "conditional",
) -> Findings[BrokerRoles]:
    """Between which others each organisation stands that have no tie themselves, by their groups.

    An organisation v stands between a and b where there are ties a → v and v → b and none a → b.
    It is then *coordinator* (all three of one group), *itinerant* (a and b of one group, v of
    another), *representative* (v of the group of a), *gatekeeper* (v of the group of b) or
    *liaison* (three groups). A row for each organisation, those between most pairs first; each role
    from 0 to (n - 1)(n - 2). Groups are the kinds (``by="kind"``), the regions (``by="region"``), each
    organisation by itself (``by="organisation"``, where all are liaisons), or what ``groups`` gives
    for each organisation; whoever has no group is left out, with its ties.
    For several hats of one organisation, give one of them in ``groups`` at a time.

    Strengths do not matter and loops are no ties. Without direction (contacts) each pair counts
    once, and ``representative`` holds all between the own group and another. R's sna counts
    such pairs both ways: there coordinator, itinerant and liaison are twice ours, and representative
    and gatekeeper each equal to our representative. Its columns are w_I, w_O, b_IO
    (representative), b_OI (gatekeeper) and b_O.

    ``expected`` and ``z`` set the counts against chance: ``chance="conditional"`` puts as many ties as
    there are in any places, ``chance="bernoulli"`` is sna's (each tie by itself, with the density as
    its chance). Means and variances are exact; whether z is normally distributed is not known.
    ``tail``, for fewer than 15 organisations, is exact too: the share of all networks with as many ties
    in which the role is played as often or more often. It is counted, not drawn; sna has no such figure.

    Undefined with fewer than three organisations. z is None for a role that nobody can play in a
    group of this size, or with so few ties or open pairs: 0 is expected then, and sna gives NaN. A pair
    that nobody was asked about counts as having no tie; there the true figures may be higher or lower.

    Raises
    ------
    OptionError
        When the value of an option is not known, or the option says nothing about the layer.
    UnknownNameError
        When a name is asked for that is not there.

    References
    ----------
    Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in
    transaction networks, https://doi.org/10.2307/270949. The conditional expectation, its variance and
    the tail by counting are netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[
    ...         {"id": "city", "kind": "municipality"},
    ...         {"id": "care-1", "kind": "care_provider"},
    ...         {"id": "care-2", "kind": "care_provider"},
    ...         {"id": "housing", "kind": "housing_corporation"},
    ...     ],
    ...     contacts=[{"between": ["city", one]} for one in ("care-1", "care-2", "housing")],
    ... )
    >>> row = measures.broker_roles(network)[0]
    >>> row.organisation, row.itinerant, row.liaison, row.expected["total"], row.tail["total"]
    ('city', 1, 2, 0.45, 0.05)
    """
    check_option("chance", chance, get_args(Chance))
    chosen = Selection(level, kind, dossier, issue, inside)
    ties = make_layer(network, layer, chosen)
    sides = grouped(network, ties, by, groups)
    if len(sides.names) < _LEAST:
        about = about_layer("broker_roles", ties, sides.caveats)
        reasons = dict.fromkeys(sides.layer.order, Phrase("reason.too_few_between"))
        return Findings([], about, {**reasons, **sides.reasons})
    compared = _Compared(sides, chance)
    told = grounds_of_each(selected(network, chosen), sides.layer)
    counts = role_counts(sides.layer, sides.numbers)
    rows = [compared.row(place, counts[place], told) for place in range(len(sides.names))]
    rows.sort(key=lambda row: (-row.total, row.organisation))
    about = about_layer("broker_roles", ties, (*sides.caveats, *compared.caveats))
    return Findings(rows, about, {**sides.reasons, **compared.undefined})


class _Compared:
    """Counts set against what chance would give, for each size of group once."""

    def __init__(self, sides: Grouped, chance: Chance) -> None:
        self._sides, self._layer = sides, sides.layer
        self._sizes = dict(zip(sides.groups, sides.sizes, strict=True))
        sizes = tuple(sorted(sides.sizes))
        ground = Ground(sizes, len(sides.layer.sources), sides.layer.directed)
        self._counted = ground.size <= _MOST_COUNTED
        self._moments = cache(lambda own: ground.moments(own, chance))
        self._tails = cache(lambda own: Tails(ground, own))
        self._expected = cache(
            lambda own: Fixed({role: float(one.mean) for role, one in self._moments(own).items()})
        )
        self._z = cache(lambda own, role, count: self._moments(own)[role].z(count))
        self._tail = cache(lambda own, role, count: self._tails(own).at_least(role, count))

    def row(self, place: int, counts: Ints, told: Mapping[str, tuple[str, ...]]) -> BrokerRoles:
        """Make the row of an organisation."""
        one, group = self._layer.order[place], self._sides.names[place]
        own = self._sizes[group]
        seen = dict(zip(ROLES, counts.tolist(), strict=True))
        seen["total"] = sum(seen.values())
        return BrokerRoles(
            organisation=one,
            group=group,
            **seen,
            expected=self._expected(own),
            z=Fixed({role: self._z(own, role, count) for role, count in seen.items()}),
            tail=self._shares(own, seen) if self._counted else None,
            because=told[one],
            directed=self._layer.directed,
            names=self._layer.names,
        )

    def _shares(self, own: int, seen: Mapping[str, int]) -> Mapping[str, float]:
        return Fixed({role: self._tail(own, role, count) for role, count in seen.items()})

    @property
    def caveats(self) -> tuple[Phrase, ...]:
        """Say how the counts are to be read."""
        merged = () if self._layer.directed else (Phrase("caveat.roles_merged"),)
        return merged if self._counted else (*merged, Phrase("caveat.z_not_normal"))

    @property
    def undefined(self) -> dict[str, Phrase]:
        """Why there is no z, by group and role."""
        found: dict[str, Phrase] = {}
        for group, own in self._sizes.items():
            for role, moments in self._moments(own).items():
                if not moments.variance:
                    merged = role == "gatekeeper" and not self._layer.directed
                    cause = "no_direction" if merged else "cannot_play"
                    found[f"{group}, {role}"] = Phrase(f"reason.{cause}")
        return found
