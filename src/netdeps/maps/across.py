"""Contact across two levels, such as managers of the one with those who do the work of the other."""

from __future__ import annotations

from netdeps.maps.rows import Scene, Table, mean_quality, voice
from netdeps.model import Contact, Level

_ACROSS = (
    ("parties", "parties"),
    ("levels", "each:level_name"),
    ("state", "word:state"),
    ("quality", "share"),
    ("voices", "voices"),
)

Ends = tuple[tuple[str, Level | None], tuple[str, Level | None]]
"""Two organisations in the order of their ids, each with the level at which it meets the other."""


def tables(scene: Scene) -> tuple[Table, ...]:
    """List who meets whom across levels, where anybody said so; it is contact at neither level."""
    told: dict[Ends, list[Contact]] = {}
    for contact in scene.network.contacts:
        if contact.crosses:
            told.setdefault(_ends(contact), []).append(contact)
    rows = tuple(
        (
            scene.parties(name for name, _ in ends),
            tuple(level for _, level in ends),
            _state(told[ends]),
            mean_quality(told[ends]),
            tuple(voice(scene, one) for one in told[ends]),
        )
        for ends in sorted(told)
    )
    return (Table("across", _ACROSS, rows),) if rows else ()


def _ends(contact: Contact) -> Ends:
    (first, second), levels = contact.between, (contact.level, contact.other_level)
    here, there = (first, levels[0]), (second, levels[1])
    return (here, there) if (first, str(levels[0])) <= (second, str(levels[1])) else (there, here)


def _state(told: list[Contact]) -> str:
    """Tell what is known: others count only where neither of the two spoke, as at one level."""
    own = {one.exists for one in told if one.said.by in one.between}
    if own:
        return "disputed" if len(own) > 1 else "yes" if own == {True} else "no"
    return "yes" if any(one.exists for one in told) else "no"
