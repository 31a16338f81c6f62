"""The tables of the map: the organisations, and what is said to run between them.

A table is plain data: columns with a name and a type, and rows of cells. An organisation in a
cell is a number, its place in the order of ids; whoever is not in the network is a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import fsum
from typing import Any

from netdeps.editions import Edition
from netdeps.graph import ContactState, contact_states
from netdeps.maps.kinds import Look
from netdeps.maps.sources import Sources
from netdeps.model import LEVELS, Contact, Contribution, Dependency, Level, Network, Pair, Said
from netdeps.results import Scores

HIDDEN = "hidden"
"""The type of a column that the page uses and no table shows."""

Cell = Any
States = Mapping[Pair, Mapping[Level, ContactState]]


_ORGANISATIONS = (
    ("name", "text"),
    ("kind", "kind"),
    ("region", "text"),
    ("roles", "each:role"),
    ("part_of", "party"),
    ("levels", "each:level_name"),
    ("illustrative", "flag"),
    ("source", "source"),
    ("id", "text"),
)
_DEPENDENCIES = (
    ("depender", "party"),
    ("dependum", "text"),
    ("dependees", "parties"),
    ("mode", "word:mode"),
    ("importance", "word:importance"),
    ("essential", "flag"),
    ("level", "word:level"),
    ("issue", "text"),
    ("barrier", "text"),
    ("illustrative", "flag"),
    ("source", "source"),
    ("replies", "replies"),
)
_CONTACTS = (
    ("parties", "parties"),
    *((level, "word:state") for level in LEVELS),
    ("quality", "qualities"),
    ("voices", HIDDEN),
)
_CONTRIBUTIONS = (
    ("giver", "party"),
    ("taker", "party"),
    ("resource", "text"),
    ("amount", "number"),
    ("unit", "text"),
    ("dossier", "text"),
    ("status", "word:status"),
    ("illustrative", "flag"),
    ("source", "source"),
    ("replies", "replies"),
)


@dataclass(frozen=True)
class Table:
    """One table of the page: its name, the name and type of each column, and its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0
    """The rows that are known and not listed, because there would be too many."""


@dataclass(frozen=True)
class Scene:
    """What every table of one map shares: the network, its numbering and its sources."""

    network: Network
    looks: tuple[Look, ...]
    numbers: Mapping[str, int]
    sources: Sources

    def parties(self, names: Iterable[str]) -> tuple[int | str, ...]:
        """Give organisations by their numbers; who is not in the network stays a word."""
        return tuple(self.numbers.get(name, name) for name in names)

    def kind(self, name: str) -> int:
        """Give the number of a kind, in the order of the legend."""
        return next(i for i, look in enumerate(self.looks) if look.id == name)


def scene(shown: Edition, looks: Sequence[Look]) -> Scene:
    """Number the organisations of an edition in the order of their ids."""
    numbers = {name: number for number, name in enumerate(shown.network.ids)}
    sources = Sources(numbers, days=shown.audience == "facilitator")
    return Scene(shown.network, tuple(looks), numbers, sources)


def organisations(scene: Scene, scores: Scores | None) -> Table:
    """List the organisations, with a number for each where the map is sized by one."""
    rows = []
    for name in scene.network.ids:
        one = scene.network.organisation(name)
        row = (
            scene.network.names[name],
            scene.kind(one.kind),
            one.region,
            one.roles,
            None if one.part_of is None else scene.numbers[one.part_of],
            one.levels,
            one.illustrative,
            scene.sources.of(one.said),
            name,
        )
        rows.append(row if scores is None else (*row, scores.get(name)))
    columns = (*_ORGANISATIONS, ("score", "number")) if scores is not None else _ORGANISATIONS
    return Table("organisations", columns, tuple(rows))


def dependencies(scene: Scene) -> Table:
    """List who needs what from whom."""
    titles = {issue.id: issue.title or issue.id for issue in scene.network.issues}
    rows = tuple(
        (
            scene.numbers[need.depender],
            need.dependum,
            scene.parties(need.dependees),
            need.mode if len(need.dependees) > 1 else None,
            need.importance,
            need.essential,
            need.level,
            None if need.issue is None else titles.get(need.issue, need.issue),
            need.barrier,
            need.illustrative,
            scene.sources.of(need.said),
            _replies(scene, need),
        )
        for need in scene.network.dependencies
    )
    return Table("dependencies", _DEPENDENCIES, rows)


def contacts(scene: Scene) -> Table:
    """List what is known of the contact of each pair, per level, how good it is, and who said it."""
    rated = {one.id for one in scene.network.contacts if one.exists and one.quality is not None}
    told: dict[Pair, list[Contact]] = {}
    for contact in scene.network.contacts:
        told.setdefault(contact.pair, []).append(contact)
    rows = tuple(
        (
            scene.parties(pair),
            *(states[level].state if level in states else None for level in LEVELS),
            _qualities(states, rated),
            tuple(voice(scene, contact) for contact in told.get(pair, ())),
        )
        for pair, states in sorted(_known(contact_states(scene.network)).items())
    )
    return Table("contacts", _CONTACTS, rows)


def contributions(scene: Scene) -> Table:
    """List who brings what to whom."""
    rows = tuple(
        (
            scene.numbers[gift.giver],
            scene.numbers.get(gift.taker, gift.taker),
            gift.resource,
            gift.amount,
            gift.unit,
            gift.dossier,
            gift.status,
            gift.illustrative,
            scene.sources.of(gift.said),
            _replies(scene, gift),
        )
        for gift in scene.network.contributions
    )
    return Table("contributions", _CONTRIBUTIONS, rows)


def _known(states: States) -> States:
    """Leave out the pairs of which nothing is known at any level."""
    return {
        pair: found
        for pair, found in states.items()
        if any(one.state != "unknown" for one in found.values())
    }


def _qualities(
    states: Mapping[Level, ContactState], rated: AbstractSet[str]
) -> dict[Level, float] | None:
    """Give how good the contact is, at each level where somebody said something of that."""
    found = {
        level: round(one.quality, 2)
        for level, one in states.items()
        if one.state == "yes" and rated & set(one.because)
    }
    return found or None


def mean_quality(told: Iterable[Contact]) -> float | None:
    """Give how good a contact is: the mean of what was said, None where nothing was."""
    given = [one.quality for one in told if one.exists and one.quality is not None]
    return round(fsum(given) / len(given), 2) if given else None


def voice(scene: Scene, contact: Contact) -> tuple[Cell, ...]:
    """Give what one statement says of a contact, and who said it."""
    levels = contact.level, contact.other_level
    at = tuple(level for level in levels if level) or None
    return at, contact.exists, contact.quality, scene.sources.of(contact.said)


def _replies(scene: Scene, told: Dependency | Contribution) -> tuple[Cell, ...] | None:
    """Give what others said of it; None where nobody did."""
    known = told.acknowledged_by if isinstance(told, Dependency) else ()
    replies = [("confirmed", scene.sources.of(Said(by=who))) for who in known]
    replies += [(one.says, scene.sources.of(one.said)) for one in told.replies]
    return tuple(replies) or None
