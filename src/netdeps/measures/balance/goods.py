"""What is brought, told apart by what can be added: a resource in a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

from netdeps.graph import Flow, Good
from netdeps.measures.balance.tally import Tally
from netdeps.model import TOGETHER, Network, Pair
from netdeps.model.organisations import Topic
from netdeps.words import Phrase

_PLURALS = {"", "s", "es", "n", "en", "'s"}
"""What makes a plural of a word, in English or in Dutch."""

Nets: TypeAlias = Mapping[str, Mapping[Good, Fraction | None]]
"""Given minus taken of each organisation, by good; None where some of it was not counted."""


def by_good(found: Iterable[Flow]) -> dict[Good, list[Flow]]:
    """Give what is brought of each good, in the order of the goods; nothing brought is left out."""
    grouped: dict[Good, list[Flow]] = {}
    for one in found:
        if one.amount != 0:
            grouped.setdefault(one.good, []).append(one)
    return {good: grouped[good] for good in sorted(grouped, key=in_order)}


def tallied(grouped: Mapping[Good, Iterable[Flow]]) -> dict[Good, Tally]:
    """Give what everybody gives and takes of each good."""
    return {good: Tally(found) for good, found in grouped.items()}


def uncounted(found: Iterable[Flow]) -> bool:
    """Tell whether some of it was not counted."""
    return any(one.amount is None for one in found)


def amounts(found: Iterable[Flow]) -> dict[Pair, Fraction]:
    """Add what each brings to each other one, over all dossiers."""
    added: dict[Pair, Fraction] = {}
    for one in found:
        if one.amount:
            way = (one.giver, one.taker)
            added[way] = added.get(way, Fraction(0)) + one.amount
    return added


def in_order(good: Good) -> tuple[str, bool, str]:
    """Make a key that sorts goods, with what has no unit first."""
    resource, unit = good
    return resource, unit is not None, unit or ""


def labels(goods: Iterable[Good]) -> dict[Good, str]:
    """Name each good by its resource, and by the unit too where there are several of it."""
    every = list(goods)
    several = Counter(resource for resource, _ in every)
    found = {good: _label(good, several[good[0]] > 1) for good in every}
    if len({*found.values()}) == len(every):
        return found
    return {good: _label_apart(good) for good in every}


def _label(good: Good, apart: bool) -> str:  # noqa: FBT001 - whether the unit has to be named
    resource, unit = good
    return f"{resource} ({unit})" if apart and unit else resource


def _label_apart(good: Good) -> str:
    """Name a good so that no other is called so, where a resource is called like a label."""
    resource, unit = good
    return f'"{resource}"' if unit is None else f'"{resource}" ("{unit}")'


def nets_of(tallies: Mapping[Good, Tally]) -> Nets:
    """Give what each organisation gives minus what it takes of each good; the pot has none."""
    nets: dict[str, dict[Good, Fraction | None]] = {}
    for good, tally in tallies.items():
        for who in tally.everybody:
            nets.setdefault(who, {})[good] = minus(tally.given(who), tally.taken(who))
    nets.pop(TOGETHER, None)
    return nets


def minus(more: Fraction | None, less: Fraction | None) -> Fraction | None:
    """Subtract; None where one of the two is not known."""
    return None if more is None or less is None else more - less


def in_unit(unit: str | None, resource: str) -> str:
    """Write a unit behind an amount; nothing where it is what is brought: 12 of the dwellings.

    Examples
    --------
    >>> in_unit("hours", "time"), in_unit("dwelling", "dwellings"), in_unit("woning", "woningen")
    (' hours', '', '')
    """
    ending = resource.casefold().removeprefix((unit or "").casefold())
    return f" {unit}" if unit and ending not in _PLURALS else ""


def in_dossier(dossier: str | None) -> Phrase | str:
    """Say in which dossier, where there is one."""
    return Phrase.of("finding.give_and_take.in_dossier", {"dossier": dossier}) if dossier else ""


def not_involved(network: Network, involved: Iterable[str]) -> dict[str, Phrase]:
    """Give the reason of whoever neither gives nor takes."""
    there = {*involved}
    return {one: Phrase("reason.not_involved") for one in network.ids if one not in there}


def interviews_about(network: Network, *topics: Topic) -> dict[str, tuple[str, ...]]:
    """Give the interviews in which each organisation was asked about one of these topics."""
    found: dict[str, list[str]] = {}
    for one in network.interviews:
        if not {*topics}.isdisjoint(one.asked):
            found.setdefault(one.organisation, []).append(one.id)
    return {who: tuple(sorted(ids)) for who, ids in found.items()}
