"""Contact that hangs on few persons."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from netdeps.graph import (
    Contacts,
    PairNeed,
    Selection,
    check_share,
    contact_layer,
    needs_between,
    selected,
)
from netdeps.model import Contact, Level, Network, Pair
from netdeps.results import About, Findings, Row
from netdeps.words import Fact, Phrase


@dataclass(frozen=True, kw_only=True)
class FragileContact(Row):
    """Contact between two organisations, and how many persons carry it."""

    words: ClassVar[str] = "fragile_contact"
    identity: ClassVar[tuple[str, ...]] = ("parties",)

    parties: Pair
    """The two organisations, in the order of their ids."""
    levels: tuple[Level, ...]
    """The levels at which they have contact and it was said which persons carry it."""
    unnamed: tuple[Level, ...]
    """The levels at which they have contact, and it was not said who carries it."""
    carriers: int
    """The number of different persons."""
    single: bool
    """Whether it is one person."""
    chance: float
    """The chance that none of them is left, when each leaves independently of the others."""
    chance_one: float
    """The chance that at least one of them leaves."""
    requirement: float
    """How badly the two need to be able to talk to each other; 0 where no need runs between them."""
    needs: tuple[str, ...]
    """The dependencies that hang on it."""
    because: tuple[str, ...]
    """These dependencies, and the statements that name persons."""

    @property
    def rank(self) -> float:
        """How much is needed, times the chance that none of them is left."""
        return self.requirement * self.chance

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        first, second = self.parties
        return {
            "first": self.called(first),
            "second": self.called(second),
            "levels": tuple(Phrase(f"at.{one}") for one in self.levels),
            "count": self.carriers,
            "needs": self._clause("needs", len(self.needs)),
            "unnamed": self._unnamed(),
        }

    def _clause(self, name: str, count: int) -> Phrase | str:
        return Phrase.of(f"finding.fragile_contact.{name}", {"count": count}) if count else ""

    def _unnamed(self) -> Phrase | str:
        if not self.unnamed:
            return ""
        levels = tuple(Phrase(f"at.{one}") for one in self.unnamed)
        return Phrase.of("finding.fragile_contact.unnamed", {"levels": levels})


def fragile_contacts(
    network: Network,
    *,
    leaves: float = 0.25,
    level: Level | None = None,
    kind: str | None = None,
    inside: str | None = None,
) -> Findings[FragileContact]:
    """Which contacts hang on few persons, and what would be lost when they leave.

    A row for each pair in contact of which it was said which persons carry it. ``carriers`` counts
    the different persons that are named by the statements on which the contact rests. ``chance`` is
    the chance that none of them is left when each leaves independently with chance ``leaves``:
    ``leaves`` to the power of their number, from 0 to 1. The statements do not say which person is on
    which side, so this is the least: contact is gone for certain when everybody has left, and it may
    be gone sooner, at most with ``chance_one``. First come the contacts where most is needed times
    that chance.

    Contact without named persons is not known to hang on anybody. It has no row, and a caveat counts
    it; where only some levels have names, ``unnamed`` lists the others. No person is named in a row.

    Raises
    ------
    OptionError
        When ``leaves`` is not from 0 to 1.
    UnknownNameError
        When a level, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"]}],
    ...     contacts=[{"between": ["care", "housing"], "persons": ["p1", "p2"]}],
    ... )
    >>> row = measures.fragile_contacts(network)[0]
    >>> row.carriers, row.chance, row.chance_one
    (2, 0.0625, 0.4375)
    """
    part = selected(network, Selection(level=level, kind=kind, inside=inside))
    chance = check_share("the chance {} to leave", leaves)
    contacts = _Carried(part, level)
    rows = [_row(one, contacts, chance) for one in contacts.named]
    rows.sort(key=lambda row: (-row.rank, -row.chance, row.parties))
    return Findings(rows, contacts.about(rows))


@dataclass(frozen=True)
class _Persons:
    """The persons of one contact, the levels that they carry, and who told of them."""

    pair: Pair
    names: frozenset[str]
    levels: tuple[Level, ...]
    unnamed: tuple[Level, ...]
    told: frozenset[str]


class _Carried:
    """Every pair in contact, with the persons who carry it."""

    def __init__(self, network: Network, level: Level | None) -> None:
        self.network, self._level = network, level
        self._contacts = Contacts(network)
        self._said = {one.id: one for one in network.contacts}
        self.needs = needs_between(network, level=level)
        ties = contact_layer(self._contacts, level)
        ends = zip(ties.sources.tolist(), ties.targets.tolist(), strict=True)
        every = [self._persons((ties.order[one], ties.order[other])) for one, other in ends]
        self.named = [one for one in every if one.names]
        self._silent = len(every) - len(self.named)

    def _persons(self, parties: Pair) -> _Persons:
        named: dict[Level, list[Contact]] = {}
        for level, state in self._contacts.states(*parties, level=self._level).items():
            if state.state == "yes":
                said = (self._said.get(one) for one in state.because)
                named[level] = [one for one in said if one and one.exists and one.persons]
        told = [one for rows in named.values() for one in rows]
        return _Persons(
            pair=parties,
            names=frozenset(person for one in told for person in one.persons),
            levels=tuple(level for level, rows in named.items() if rows),
            unnamed=tuple(level for level, rows in named.items() if not rows),
            told=frozenset(one.id for one in told),
        )

    def about(self, rows: list[FragileContact]) -> About:
        """Say what the result means, and of how many contacts it is not said who carries them."""
        count, every = self._silent, self._silent + len(self.named)
        caveats = [Phrase.of("caveat.no_persons", {"count": count})] if count else []
        known = len(self.named) / every if every else None
        return About.of("fragile_contacts", self.network, rows, known_share=known, caveats=caveats)


def _row(persons: _Persons, contacts: _Carried, leaves: Fraction) -> FragileContact:
    need = contacts.needs.get(persons.pair, PairNeed(persons.pair, ()))
    carriers = len(persons.names)
    return FragileContact(
        parties=persons.pair,
        levels=persons.levels,
        unnamed=persons.unnamed,
        carriers=carriers,
        single=carriers == 1,
        chance=float(leaves**carriers),
        chance_one=float(1 - (1 - leaves) ** carriers),
        requirement=float(need.requirement),
        needs=need.because,
        because=tuple(sorted({*need.because, *persons.told})),
        names=contacts.network.names,
    )
