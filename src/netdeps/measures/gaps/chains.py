"""Whether the stages of a chain hand over to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netdeps.graph import Contacts, Selection, selected
from netdeps.measures.gaps.chain_routes import Bounds, Routes
from netdeps.measures.gaps.chain_rows import ChainGap, ChainStrength
from netdeps.model import Level, Network
from netdeps.results import About, Findings, Rests
from netdeps.words import Phrase


def chain_gaps(
    network: Network, *, level: Level | None = None, inside: str | None = None
) -> Findings[ChainGap]:
    """Where the stages of a chain have no contact to hand over, weakest step first.

    A row for each step from a stage to one that follows it. Everybody in the one and everybody in
    the other have to be able to hand over, each pair once. ``coverage`` is the share of these pairs
    that has contact (at any level, or at ``level``), from 0 to 1, as the lowest and the highest that
    it can be: pairs that nobody was asked about may or may not be in contact. A disputed contact
    counts as none. Who is in both stages hands over inside its own walls, which counts as contact
    (``internal``). ``weakest`` marks the steps on which the ``chain_strength`` hangs.

    Undefined where nobody is named for one of the two stages, and where no two have a level in
    common. Chains of which nobody takes part in this network are left out.

    Raises
    ------
    UnknownNameError
        When a level or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "clinic"}, {"id": "home"}, {"id": "support"}],
    ...     chains=[{"id": "care", "stages": [{"name": "clinic", "organisations": ["clinic"]},
    ...                                       {"name": "home", "organisations": ["home"]},
    ...                                       {"name": "support", "organisations": ["support"]}]}],
    ...     contacts=[{"between": ["clinic", "home"]},
    ...               {"between": ["home", "support"], "exists": False}],
    ... )
    >>> for gap in measures.chain_gaps(network):
    ...     print(gap.from_stage, gap.to_stage, gap.coverage, gap.weakest)
    home support (0.0, 0.0) True
    clinic home (1.0, 1.0) False
    """
    part = selected(network, Selection(level=level, inside=inside))
    routes = _all_routes(part, level)
    rows = [row for one in routes for row in _gaps(one, part, level)]
    rows.sort(key=lambda row: 0 if row.rank is None else -row.rank)
    reasons = {
        f"{row.chain}: {row.from_stage} – {row.to_stage}": _why(row)
        for row in rows
        if row.coverage is None
    }
    return Findings(rows, _about("chain_gaps", routes, rows, part), reasons)


def chain_strength(
    network: Network, *, level: Level | None = None, inside: str | None = None
) -> Findings[ChainStrength]:
    """How far each chain holds: as far as the weakest step on its best route.

    The lowest ``coverage`` of the steps on a route (see ``chain_gaps``), and of several routes from
    the first stage to a last one the highest: a chain breaks at one step, and another route may still
    hold. From 0 (somewhere nobody hands over to anybody) to 1, as the lowest and the highest that it
    can be. ``weakest`` are the steps of the best routes that have no more than the highest, where that
    is below 1. Weakest chain first.

    Undefined where every route is interrupted, for example by a stage for which nobody is named, and
    for a chain without steps. Chains of which nobody takes part in this network are left out.

    Raises
    ------
    UnknownNameError
        When a level or organisation is asked for that is not there.

    References
    ----------
    netdeps' own; the widest path of Pollack (1960), The maximum capacity through a network,
    https://doi.org/10.1287/opre.8.5.733.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "clinic"}, {"id": "home"}, {"id": "support"}],
    ...     chains=[{"id": "care", "stages": [{"name": "clinic", "organisations": ["clinic"]},
    ...                                       {"name": "home", "organisations": ["home"]},
    ...                                       {"name": "support", "organisations": ["support"]}]}],
    ...     contacts=[{"between": ["clinic", "home"]}],
    ... )
    >>> measures.chain_strength(network)[0].strength
    (0.0, 1.0)
    """
    part = selected(network, Selection(level=level, inside=inside))
    routes = _all_routes(part, level)
    rows = [_strength(one, part, level) for one in routes if one.steps]
    rows.sort(key=lambda row: 0 if row.rank is None else -row.rank)
    reasons = {row.chain: Phrase("reason.interrupted") for row in rows if row.strength is None}
    reasons |= {one.chain.id: Phrase("reason.no_step") for one in routes if not one.steps}
    return Findings(rows, _about("chain_strength", routes, rows, part), reasons)


def _all_routes(network: Network, level: Level | None) -> list[Routes]:
    """Give the routes of every chain in which somebody takes part, by the id of the chain."""
    contacts = Contacts(network)
    chains = sorted(network.chains, key=lambda one: one.id)
    named = (one for one in chains if any(stage.organisations for stage in one.stages))
    return [Routes(one, contacts, level) for one in named]


def _gaps(routes: Routes, network: Network, level: Level | None) -> Iterator[ChainGap]:
    chain = routes.chain
    for step, covered in routes.steps.items():
        yield ChainGap(
            chain=chain.id,
            title=chain.name or chain.id,
            from_stage=step[0],
            to_stage=step[1],
            level=level,
            pairs=covered.pairs,
            ties=len(covered.internal) + len(covered.of("yes")),
            coverage=_floats(covered.coverage),
            internal=covered.internal,
            uncovered=covered.of("no", "disputed"),
            disputed=len(covered.of("disputed")),
            unknown=covered.of("unknown"),
            nobody=tuple(stage for stage in step if not routes.who[stage]),
            weakest=step in routes.weakest,
            because=tuple(sorted({chain.id, *covered.because})),
            names=network.names,
        )


def _strength(routes: Routes, network: Network, level: Level | None) -> ChainStrength:
    chain = routes.chain
    told = {one for covered in routes.steps.values() for one in covered.because}
    return ChainStrength(
        chain=chain.id,
        title=chain.name or chain.id,
        level=level,
        strength=_floats(routes.strength),
        routes=routes.number,
        weakest=routes.weakest,
        interrupted=routes.strength is None,
        because=tuple(sorted({chain.id, *told})),
        names=network.names,
    )


def _floats(bounds: Bounds | None) -> tuple[float, float] | None:
    return None if bounds is None else (float(bounds[0]), float(bounds[1]))


def _why(row: ChainGap) -> Phrase:
    return Phrase("reason.nobody_named" if row.nobody else "reason.no_common_level_step")


def _about(name: str, routes: list[Routes], rows: Iterable[Rests], network: Network) -> About:
    steps = [covered for one in routes for covered in one.steps.values()]
    pairs = sum(covered.pairs for covered in steps)
    unknown = sum(len(covered.of("unknown")) for covered in steps)
    return About.of(name, network, rows, known_share=1 - unknown / pairs if pairs else None)
