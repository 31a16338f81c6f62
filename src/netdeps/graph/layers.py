"""The layers of a network: who needs whom, who talks to whom, who gives to whom."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from netdeps.errors import OptionError, check_option, quoted, unknown_name
from netdeps.graph.arrays import LAYERS, Layer, LayerName
from netdeps.graph.contacts import Contacts, known_share
from netdeps.graph.flows import Flow, Good, flows, not_added
from netdeps.graph.kept import kept
from netdeps.graph.needs import chosen_needs, dependence_shares
from netdeps.model import LEVELS, Level, Network, Pair
from netdeps.model.organisations import Topic
from netdeps.words import Phrase


@dataclass(frozen=True)
class Selection:
    """Which part of a network a layer is made of; the words mean the same everywhere."""

    level: Level | None = None
    kind: str | None = None
    dossier: str | None = None
    issue: str | None = None
    inside: str | None = None


def layer(network: Network, name: LayerName, selection: Selection | None = None) -> Layer:
    """Give the layer of a network: who needs whom, who talks to whom, or who gives to whom.

    The strength of a dependency is the share of what matters to the depender that hangs on the
    dependee; that of a contact its quality (the mean over the levels of which it is known); that of a contribution
    its amount. Organisations stand in the order of their ids.

    Raises
    ------
    OptionError
        When there is no such layer, or an option says nothing about it (``level`` of a
        contribution, ``dossier`` of a contact).
    UnknownNameError
        When an organisation, kind, issue or dossier is asked for that is not there.

    Examples
    --------
    >>> from netdeps import Network
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "corporation"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["corporation"]}],
    ... )
    >>> layer(network, "dependency").dense().tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """
    chosen = selection or Selection()
    check_option("layer", name, LAYERS)
    _refuse_idle(name, chosen)
    _refuse_unknown(network, chosen)
    return kept(network, (name, chosen), lambda: _MAKERS[name](selected(network, chosen), chosen))


def selected(network: Network, chosen: Selection) -> Network:
    """Give the part of a network that is asked for by kind, or inside an organisation."""
    _refuse_unknown(network, chosen)
    if chosen.inside is not None:
        network = network.inside(chosen.inside)
    if chosen.kind is not None:
        network = network.only(network.of_kind(chosen.kind))
    return network


def check_kind(network: Network, kind: str) -> None:
    """Refuse a kind that is neither known to everybody nor declared in the case."""
    if not (isinstance(kind, str) and kind in network.known_kinds):
        raise unknown_name("kind", kind, sorted(network.known_kinds))


def check_kinds(network: Network, between: object) -> tuple[str, str]:
    """Give the two kinds that are asked for, and refuse what does not name two."""
    if not (isinstance(between, tuple | list) and len(between) == _BOTH):
        raise OptionError(f"between={quoted(between)} does not name two kinds.")
    for kind in between:
        check_kind(network, kind)
    return between[0], between[1]


_BOTH = 2

_MEANS = {
    "dependency": {"level", "issue"},
    "contact": {"level"},
    "contribution": {"dossier"},
}


_CALLED = {
    "level": "level",
    "kind": "kind",
    "issue": "issue",
    "dossier": "dossier",
    "inside": "organisation",
}
"""What each option of a selection names."""


def _refuse_idle(name: LayerName, chosen: Selection) -> None:
    for option in ("level", "dossier", "issue"):
        if getattr(chosen, option) is not None and option not in _MEANS[name]:
            raise OptionError(f"the layer {quoted(name)} has no {option}; leave the option out.")


def _refuse_unknown(network: Network, chosen: Selection) -> None:
    """Refuse what is no network, and a level, kind, issue or dossier that is not in it."""
    if not isinstance(network, Network):
        raise OptionError(
            f"a Network is expected; {quoted(network)} was given. "
            "An edition holds one: edition.network."
        )
    for option, called in _CALLED.items():
        asked = getattr(chosen, option)
        if asked is not None:
            names = _known(network, option)
            if not (isinstance(asked, str) and asked in names):
                raise unknown_name(called, asked, sorted(names))


def _known(network: Network, option: str) -> Collection[str]:
    if option == "kind":
        return network.known_kinds
    if option == "inside":
        return network.ids
    if option == "issue":
        return {one.id for one in network.issues}
    if option == "dossier":
        told = {one.dossier for one in network.contributions}
        told |= {one.dossier for one in network.felt_balances}
        told |= {one.dossier for one in network.hats}
        return {dossier for dossier in told if dossier}
    return LEVELS


def _dependency(network: Network, chosen: Selection) -> Layer:
    needs = chosen_needs(network, issue=chosen.issue, level=chosen.level)
    shares = dependence_shares(network, issue=chosen.issue, level=chosen.level)
    ties = {key: float(share) for key, share in shares.items() if key[0] != key[1]}
    dependers = {one.depender for one in needs}
    return _made(
        network,
        "dependency",
        ties,
        directed=True,
        because=(one.id for one in needs),
        known_share=share_heard(network, "dependencies", dependers),
    )


def contact_layer(contacts: Contacts, level: Level | None = None) -> Layer:
    """Make the layer of contacts from states that are already there; how much is known is left out."""
    ties: dict[Pair, float] = {}
    because: set[str] = set()
    for parties in contacts.told:
        every = contacts.states(*parties, level=level).values()
        states = [one for one in every if one.state != "unknown"]
        if any(one.state == "yes" for one in states):
            ties[parties] = math.fsum(one.quality for one in states) / len(states)
            because.update(*(one.because for one in states))
    return _made(contacts.network, "contact", ties, directed=False, because=because)


def _contact(network: Network, chosen: Selection) -> Layer:
    contacts = Contacts(network)
    known = known_share(contacts, chosen.level)
    return replace(contact_layer(contacts, chosen.level), known_share=known)


def _contribution(network: Network, chosen: Selection) -> Layer:
    everything = flows(network, dossier=chosen.dossier)
    found = [one for one in everything if one.taker in network.names and one.amount != 0]
    measures = {one.good for one in found}
    ties: dict[tuple[str, str], float] = {}
    for one in found:
        key = (one.giver, one.taker)
        ties[key] = ties.get(key, 0.0) + float(one.amount or 0)
    return _made(
        network,
        "contribution",
        ties,
        directed=True,
        because=[name for one in found for name in one.because],
        unmeasured=_why_unmeasured(found, measures),
        known_share=share_heard(network, "contributions", {one.giver for one in found}),
    )


def share_heard(
    network: Network, topic: Topic, told: Collection[str] = (), *, level: Level | None = None
) -> float | None:
    """Give the share of the organisations that were asked about a topic or of which it was told."""
    heard = asked_about(network, topic, level).union(told)
    return len(heard) / len(network.ids) if network.ids else None


def asked_about(network: Network, topic: Topic, level: Level | None = None) -> set[str]:
    """Give the organisations that were asked about a topic, at any level or at one."""
    return {
        one.organisation
        for one in network.interviews
        if topic in one.asked and (level is None or one.level in {level, None})
    }


def _why_unmeasured(found: list[Flow], measures: set[Good]) -> Phrase | None:
    mixed = not_added(measures)
    if mixed is not None:
        return mixed
    return Phrase("reason.no_amount") if any(one.amount is None for one in found) else None


def _made(
    network: Network,
    name: LayerName,
    ties: Mapping[tuple[str, str], float],
    *,
    directed: bool,
    because: Iterable[str],
    unmeasured: Phrase | None = None,
    known_share: float | None = None,
) -> Layer:
    place = {one: number for number, one in enumerate(network.ids)}
    pairs = sorted(ties)
    return Layer(
        name=name,
        order=network.ids,
        directed=directed,
        sources=np.array([place[one] for one, _ in pairs], dtype=np.int64),
        targets=np.array([place[one] for _, one in pairs], dtype=np.int64),
        strengths=np.array([ties[one] for one in pairs], dtype=np.float64),
        because=tuple(sorted(set(because))),
        names=network.names,
        visibility=network.visibility,
        unmeasured=unmeasured,
        known_share=known_share,
    )


_MAKERS = {"dependency": _dependency, "contact": _contact, "contribution": _contribution}
