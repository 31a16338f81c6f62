"""Who has not spoken of a contact that somebody needs, and the network once they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdeps.graph import Contacts, needs_between
from netdeps.inference.ways import Way
from netdeps.model import Contact, Level, Network, Said


@dataclass(frozen=True, slots=True, order=True)
class Silence:
    """A contact of which a party of it was not asked, and has said nothing."""

    party: str
    other: str
    level: Level


def silences(network: Network) -> list[Silence]:
    """Give every open answer about contact between two of which one needs the other."""
    contacts = Contacts(network)
    return sorted(
        Silence(party, other, level)
        for first, second in needs_between(network)
        for party, other in ((first, second), (second, first))
        for level in contacts.levels(first, second)
        if contacts.report(party, other, level) is None
    )


class Answers:
    """The network with the answers that the silent could give."""

    def __init__(self, network: Network, silent: Sequence[Silence]) -> None:
        self._network = network
        self._statements = [
            {yes: _said(one, exists=yes) for yes in (False, True)} for one in silent
        ]

    def heard(self, answers: Way) -> Network:
        """Give the network in which each of them answers yes or no."""
        said = (one[yes] for one, yes in zip(self._statements, answers, strict=True))
        return self._network.replaced({"contacts": (*self._network.contacts, *said)})


def _said(one: Silence, *, exists: bool) -> Contact:
    between = (one.party, one.other)
    return Contact(between=between, level=one.level, exists=exists, said=Said(by=one.party))
