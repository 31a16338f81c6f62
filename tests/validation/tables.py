"""Every comparison, by family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from validation.bridges import BRIDGES
from validation.comparison import Comparison
from validation.conventions import Convention
from validation.differing_groups import GROUPS
from validation.differing_positions import POSITIONS as DIFFERING
from validation.exchange import EXCHANGE
from validation.graphs import Example, examples, named
from validation.parts import COHESION
from validation.positions import POSITIONS
from validation.programs import Question
from validation.spectral import CLOSENESS, FURTHER

FAMILIES: Mapping[str, tuple[Comparison, ...]] = {
    "Centrality": (*POSITIONS, *CLOSENESS, *FURTHER),
    "Cohesion": COHESION,
    "Brokerage": BRIDGES,
    "Give and take": EXCHANGE,
}
ONLY_OURS: Mapping[str, tuple[str, ...]] = {
    "Brokerage": (
        "coordination_load",
        "effective_pullers",
        "governance_mirror",
        "hat_clarity",
        "role_conflicts",
    ),
    "Give and take": (
        "break_even",
        "circulation_flows",
        "compensation",
        "dossier_balance",
        "felt_agreement",
        "felt_balance",
        "flow_parts",
        "free_riding",
        "giver_acceptability",
        "pair_balance",
        "pair_compensation",
        "promises",
        "reported_differences",
        "stakes_without_offers",
        "valued_balance",
    ),
}
"""The measures of these families that no other program has."""

CONVENTIONS: tuple[Convention, ...] = (*DIFFERING, *GROUPS)
COMPARISONS = tuple(one for family in FAMILIES.values() for one in family)


def cases() -> Iterator[tuple[Comparison, Example]]:
    """Every comparison with every network that it can be made on."""
    for one in COMPARISONS:
        yield from ((one, example) for example in examples() if one.fits(example))


def questions() -> list[Question]:
    """What is kept for the page, each question once.

    networkx is always here to be asked; of it only what differs from ours is kept, since a later
    version may well mend that.
    """
    compared = (
        (example, one.program, one.call) for one, example in cases() if one.program != "networkx"
    )
    differing = ((named(one.on), it.program, it.call) for one in CONVENTIONS for it in one.theirs)
    return unique([*compared, *differing])


def unique(asked: Iterable[Question]) -> list[Question]:
    """Each question once."""
    return list({(example.name, *call): (example, *call) for example, *call in asked}.values())  # type: ignore[misc]
