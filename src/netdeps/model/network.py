"""The network: what people said at one moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import model_validator

from netdeps.errors import InvalidRecordsError, unknown_name
from netdeps.model.base import VISIBILITIES, Record, Statement, Visibility
from netdeps.model.checks import NAMED_LISTS, check
from netdeps.model.fixed import Fixed
from netdeps.model.head import Head
from netdeps.model.naming import with_ids
from netdeps.model.organisations import KNOWN_KINDS, Organisation
from netdeps.model.references import Keep, restricted
from netdeps.model.release import Release
from netdeps.model.statements import Statements
from netdeps.model.ties import Contact, Dependency, Pair, pair, replies_to
from netdeps.words import Bilingual, Phrase, Says, has

SCHEMA_VERSION = 1
"""The version of the form of case files that is read and written."""

Rows = tuple[Record, ...]


class Network(Statements, Head):
    """What people said about organisations and their dependencies at one moment.

    A network never changes: ``without``, ``only`` and ``inside`` give a new one.
    It holds statements and looks them up; computing is left to ``netdeps.measures``.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "corporation"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["corporation"]}],
    ... )
    >>> network.dependencies[0].dependees
    ('corporation',)
    """

    releases: tuple[Release, ...] = ()
    """What was made of statements so that more people may see it; for the facilitator alone."""

    @model_validator(mode="before")
    @classmethod
    def _name_the_statements(cls, fields: Any) -> Any:  # noqa: ANN401 - unchecked input
        return with_ids(fields, STATEMENT_LISTS) if isinstance(fields, dict) else fields

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        lists = self.lists
        known = {name: {row.id for row in lists[name]} for name in NAMED_LISTS}  # type: ignore[attr-defined]
        problems = tuple(check(lists, known))
        if problems:
            raise InvalidRecordsError(problems)
        return self

    def __repr__(self) -> str:
        rows = ", ".join(f"{len(found)} {name}" for name, found in self.lists.items() if found)
        return f"Network({self.name!r}: {rows or 'empty'})"

    __str__ = __repr__

    @property
    def lists(self) -> Mapping[str, Rows]:
        """Every list of records by its name, in the order of the case file."""
        return {name: getattr(self, name) for name in LISTS}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all organisations, sorted."""
        return tuple(sorted(organisation.id for organisation in self.organisations))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each organisation by its id; the id itself where there is no name."""
        return Fixed({one.id: one.name or one.id for one in self.organisations})

    @cached_property
    def visibility(self) -> Visibility:
        """Who may see all of it: the strictest of what was told, ``public`` where nothing was."""
        if self.releases:  # they tell of what else was told
            return "facilitator"
        rows = [row for name in STATEMENT_LISTS for row in getattr(self, name)]
        told = [one.said for row in rows for one in (row, *replies_to(row))]
        told += [one.said for one in self.organisations if one.said]
        return max((said.visibility for said in told), key=VISIBILITIES.index, default="public")

    @cached_property
    def _by_id(self) -> Mapping[str, Organisation]:
        return {one.id: one for one in self.organisations}

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        rows = (row for name in reversed(STATEMENT_LISTS) for row in getattr(self, name))
        return {row.id: row for row in rows}

    def organisation(self, name: str) -> Organisation:
        """Give the organisation with this id, or say which one may be meant.

        Raises
        ------
        UnknownNameError
            When there is no such organisation.
        """
        if not (isinstance(name, str) and name in self._by_id):
            raise unknown_name("organisation", name, self.ids)
        return self._by_id[name]

    def statement(self, name: str) -> Statement:
        """Give the statement with this id, as results list them under ``because``.

        Raises
        ------
        UnknownNameError
            When there is no such statement.
        """
        if not (isinstance(name, str) and name in self._statements):
            raise unknown_name("statement", name, self._statements)
        return self._statements[name]

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Give the ids of the organisations of a kind, sorted."""
        return tuple(name for name in self.ids if self._by_id[name].kind == kind)

    @cached_property
    def known_kinds(self) -> frozenset[str]:
        """The kinds that an organisation can be of: those known to everybody, and the case's own."""
        return frozenset({*KNOWN_KINDS, *(one.id for one in self.kinds)})

    def kind_label(self, kind: str, *, form: Literal["kind", "kinds"] = "kind") -> Says:
        """Give what people call a kind; ``form="kinds"`` for more than one of it."""
        own = next((one.label for one in self.kinds if one.id == kind), None)
        if own and (own.nl or own.en):
            return Bilingual(own.nl or own.en or kind, own.en or own.nl or kind)
        return Phrase(f"{form}.{kind}") if has(f"{form}.{kind}") else Bilingual(kind, kind)

    def needs_of(self, depender: str) -> tuple[Dependency, ...]:
        """Give what an organisation needs from others."""
        self.organisation(depender)
        return tuple(need for need in self.dependencies if need.depender == depender)

    def needs_on(self, dependee: str) -> tuple[Dependency, ...]:
        """Give what others need from an organisation."""
        self.organisation(dependee)
        return tuple(need for need in self.dependencies if dependee in need.dependees)

    @cached_property
    def _contacts_by_pair(self) -> Mapping[Pair, tuple[Contact, ...]]:
        found: dict[Pair, list[Contact]] = {}
        for contact in self.contacts:
            found.setdefault(contact.pair, []).append(contact)
        return {key: tuple(rows) for key, rows in found.items()}

    def contacts_between(self, first: str, second: str) -> tuple[Contact, ...]:
        """Give every statement about contact between two organisations."""
        self.organisation(first)
        self.organisation(second)
        return self._contacts_by_pair.get(pair(first, second), ())

    def parts_of(self, whole: str) -> tuple[str, ...]:
        """Give the ids of all parts of an organisation, parts of parts included."""
        self.organisation(whole)
        return tuple(name for name in self.ids if whole in self.wholes_of(name))

    def wholes_of(self, name: str) -> Iterator[str]:
        """Give the organisation that an organisation is part of, and those that this is part of."""
        above = self.organisation(name).part_of
        while above is not None:
            yield above
            above = self._by_id[above].part_of

    def whole_of(self, name: str) -> str:
        """Give the organisation of which an organisation is in the end a part, or itself."""
        return [name, *self.wholes_of(name)][-1]

    def inside(self, whole: str) -> Network:
        """Give the network between the parts of one organisation.

        Statements that name none of the parts are left out; whoever is not a part stands
        as ``outside`` where a need can also be met elsewhere.

        Raises
        ------
        UnknownNameError
            When there is no such organisation.
        """
        return self.only(self.parts_of(whole))

    def without(self, organisations: Collection[str]) -> Network:
        """Give the network that is left when these organisations are gone."""
        gone = {self.organisation(name).id for name in organisations}
        return self.only([name for name in self.ids if name not in gone])

    def only(self, organisations: Collection[str]) -> Network:
        """Give the network of these organisations and of what is said between them."""
        kept = {self.organisation(name).id for name in organisations}
        rows = {**self.lists, **{name: self._own_voices(name, kept) for name in _OF_THE_WHOLE}}
        rows["medians"] = ()  # they are of all who gave a score
        lists = {
            name: _restricted(rows[name], "organisations", kept.__contains__) for name in LISTS
        }
        lists["organisations"] = tuple(
            row
            for row in lists["organisations"]
            if isinstance(row, Organisation) and row.id in kept
        )
        return self.replaced(lists)

    def _own_voices(self, name: str, kept: Collection[str]) -> Rows:
        """Give what those who are kept say of the whole: it says nothing of anybody else."""
        rows: tuple[Statement, ...] = getattr(self, name)
        return tuple(row for row in rows if row.said.speaker in {None, *kept})

    def replaced(self, lists: Mapping[str, Collection[Record]]) -> Network:
        """Give a network with other lists of records, checked like any other."""
        return self.with_fields({name: tuple(rows) for name, rows in lists.items()})


STATEMENT_LISTS: tuple[str, ...] = tuple(Statements.model_fields)
"""The lists of what was said: all but the kinds, the organisations and the releases."""

LISTS: tuple[str, ...] = ("kinds", "organisations", *STATEMENT_LISTS, "releases")
"""Every list of a case, in the order of the file."""

TOLD_LISTS: tuple[str, ...] = tuple(
    name for name in STATEMENT_LISTS if name not in {"medians", "walk"}
)
"""The lists of what somebody told: a median or a step of a walk adds no voice to it."""


_OF_THE_WHOLE = ("concerns", "governance", "ratings")
"""The lists of what somebody says of the collaboration as a whole."""


def _restricted(rows: Rows, to: str, keep: Keep) -> Rows:
    return tuple(row for row in (restricted(row, to, keep) for row in rows) if row is not None)
