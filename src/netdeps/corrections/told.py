"""Finding in a case what a mark is about: by the parties and the text, never by an id."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable

from netdeps.editions import edition, may_see
from netdeps.model import (
    OUTSIDE,
    Contact,
    ContactMark,
    Contribution,
    Dependency,
    DependencyMark,
    Mark,
    Network,
    pair,
)

Tie = Contact | Dependency | Contribution
"""What somebody told of something that runs between organisations."""


class Told:
    """Statements in their order, looked up by the tie that they are about.

    ``audience`` is for whom the map was, and ``named`` whom it could name.
    """

    def __init__(
        self, statements: Iterable[Tie] = (), *, audience: str, named: Collection[str]
    ) -> None:
        self.rows: list[Tie] = []
        self._audience, self._named = audience, named
        self._at: dict[Hashable, list[int]] = {}
        self._needs: dict[Hashable, list[int]] = {}
        for one in statements:
            self.add(one)

    def add(self, one: Tie) -> int:
        """Add a statement, and give its number."""
        number = len(self.rows)
        self.rows.append(one)
        if isinstance(one, Dependency):
            self._needs.setdefault(_thing(one), []).append(number)
        if not (isinstance(one, Contact) and one.crosses):
            self._at.setdefault(tie_of(one), []).append(number)
        return number

    def about(self, mark: Mark) -> list[int]:
        """Give the numbers of the statements about the tie of a mark.

        A map may have left out some of the dependees of a need, and said ``outside`` for them: where
        no need on the map is of exactly those whom a mark names, it is about those that the map
        shows so; where it shows none, about what is hidden of exactly these, or of these and more.
        """
        exact = list(self._at.get(tie_of(mark), ()))
        if mark.mark == "new" or not isinstance(mark, DependencyMark):
            return exact
        more = self._of_more(mark)
        on_the_map = (self._seen(exact), self._shown_so(mark, self._seen(more)))
        return next((found for found in (*on_the_map, exact, more) if found), [])

    def _seen(self, numbers: Iterable[int]) -> list[int]:
        return [one for one in numbers if may_see(self.rows[one], self._audience)]

    def _of_more(self, mark: DependencyMark) -> list[int]:
        named, needs = _others(mark.dependees), self._needs.get(_thing(mark), ())
        return [one for one in needs if named <= self._dependees(one)]

    def _shown_so(self, mark: DependencyMark, numbers: Iterable[int]) -> list[int]:
        named = _others(mark.dependees)
        return [one for one in numbers if named == self._dependees(one).intersection(self._named)]

    def _dependees(self, number: int) -> set[str]:
        need = self.rows[number]
        return _others(need.dependees) if isinstance(need, Dependency) else set()


def told_in(network: Network, audience: str) -> Told:
    """Look up what a case tells of ties, for marks on the map of an audience."""
    rows: list[Tie] = [*network.contacts, *network.dependencies, *network.contributions]
    named = edition(network, audience).network.names
    return Told(rows, audience=audience, named=named)


def tie_of(one: Mark | Tie) -> Hashable:
    """Give what makes a tie this one and no other."""
    if isinstance(one, ContactMark | Contact):
        return "contact", pair(*one.between), one.level
    if isinstance(one, DependencyMark | Dependency):
        return "dependency", _thing(one), frozenset(one.dependees)
    return "contribution", one.giver, one.taker, one.resource, one.dossier, one.unit, one.status


def is_there(one: Tie) -> bool:
    """Tell whether a statement says that a tie is there; of a contact it may be a no."""
    return not isinstance(one, Contact) or one.exists


def _others(dependees: Iterable[str]) -> set[str]:
    return {*dependees} - {OUTSIDE}


def _thing(one: DependencyMark | Dependency) -> Hashable:
    return one.depender, one.dependum, one.level
