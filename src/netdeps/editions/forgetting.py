"""Forgetting a person or an organisation: a network as if it had never been told by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from netdeps.editions.taking_out import (
    Voice,
    saids,
    with_fresh_ids,
    without_lost_kinds,
    without_lost_releases,
    without_unsure,
    without_words,
)
from netdeps.errors import OptionError, one_of, quoted, unknown_name
from netdeps.model import Contact, Fixed, Interview, Network, Record
from netdeps.model.naming import is_automatic
from netdeps.model.problems import field_name
from netdeps.model.references import Path
from netdeps.model.texts import folded, texts

_SHORT = 4
"""Fewer letters than this occur in other words; they are looked for as a word of their own."""


@dataclass(frozen=True)
class Mentioned:
    """A text in what is left that still names who was forgotten. It is for the facilitator."""

    list_name: str
    """The list; empty for the head of the case."""
    row: int
    """Which row of the list, counted from 1; 0 for the head."""
    field: str
    """The field, such as ``said.remark``."""
    text: str
    """The text itself."""

    @property
    def place(self) -> str:
        """Where it stands, as errors say it: ``contacts[3].said.remark``."""
        return f"{self.list_name}[{self.row}].{self.field}" if self.list_name else self.field


@dataclass(frozen=True)
class Forgotten:
    """What is left of a case when somebody is forgotten, and what there is still to do."""

    network: Network
    """The case without them."""
    removed: Mapping[str, int]
    """How many rows went, by list."""
    changed: Mapping[str, int]
    """How many rows stay with less in them, by list."""
    mentions: tuple[Mentioned, ...]
    """Texts that still hold the name, the id or the pseudonym; only a person can rewrite them."""
    speakers: tuple[str, ...] = ()
    """The organisations for which the pseudonym spoke; more than one may mean several people."""
    named: tuple[str, ...] = ()
    """The organisations that are in the case on their word, and stay; they can be forgotten too."""
    unsure: tuple[Interview, ...] = ()
    """Interviews that do not say with whom they were held, and went because it may be them."""


def forget(
    network: Network, *, person: str | None = None, organisation: str | None = None
) -> Forgotten:
    """Give the case without a person or an organisation, as if they had never told anything.

    ``person`` is a pseudonym. Everything that was told under it goes: its statements and what is
    about an issue that it told, its replies, the interviews held with it, its place among the
    ``persons`` of contacts. What others said stays. With ``organisation`` as well, only what was
    told under the pseudonym for that organisation goes. An organisation that was named by the
    person stays, without who named it.

    An interview that names no person goes too when it may have been held with somebody whose words
    were taken out: it is of the same organisation, at the same level. Silence would else count as
    a "no" that nobody gave.

    ``organisation`` alone takes out the organisation, all that it said, and all that others said
    about it; as ``Network.without`` has it, it is ``outside`` where a need can also be met by
    somebody else.

    What was released of something that goes, goes too: medians in which they had a score, a theme
    that they told. Statements without a name of their own are numbered again. Texts are not rewritten:
    ``mentions`` lists those that still name who was forgotten.

    Raises
    ------
    OptionError
        When neither is named, or when the organisation has parts.
    UnknownNameError
        When there is no such person or organisation in the case.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}],
    ...     concerns=[
    ...         {"theme": "money", "said": {"by": "care", "person": "p1"}},
    ...         {"theme": "pace", "text": "As p1 says.", "said": {"by": "city", "person": "p2"}},
    ...     ],
    ... )
    >>> forgotten = forget(network, person="p1")
    >>> forgotten.removed
    {'concerns': 1}
    >>> [(one.place, one.text) for one in forgotten.mentions]
    [('concerns[1].text', 'As p1 says.')]
    """
    if not isinstance(network, Network):
        raise OptionError(f"somebody is forgotten of a Network; {quoted(network)} was given.")
    if person is None and organisation is None:
        raise OptionError("nobody is named to forget; give a person, an organisation, or both.")
    if person is None and organisation is not None:
        return _without_organisation(network, organisation)
    return _without_person(network, person, organisation)


def persons(network: Network, *, organisation: str | None = None) -> tuple[str, ...]:
    """Give the pseudonyms of all persons in a case, or of those who are of an organisation.

    Examples
    --------
    >>> import netdeps as nd
    >>> persons(nd.Network(concerns=[{"theme": "money", "said": {"person": "p1"}}]))
    ('p1',)
    """
    voice = Voice(organisation=organisation)
    found: set[str] = set()
    for row in _rows(network):
        if isinstance(row, Contact) and organisation in {None, *row.between}:
            found.update(row.persons)
        if isinstance(row, Interview) and organisation in {None, row.organisation}:
            found.add(row.said.person or "")
        found.update(said.person or "" for said in saids(row) if voice.told(said))
    return tuple(sorted(found - {""}))


def _without_person(network: Network, person: str | None, organisation: str | None) -> Forgotten:
    of = "person" if organisation is None else f"in organisation {quoted(organisation)}, person"
    if organisation is not None:
        network.organisation(organisation)
    known = persons(network, organisation=organisation)
    if not (isinstance(person, str) and person in known):
        raise unknown_name(of, person, known)
    voice = Voice(person, organisation)
    told = [said for row in _rows(network) for said in saids(row) if voice.told(said)]
    named = (one.id for one in network.organisations if voice.told(one.said))
    left, unsure = without_unsure(network, without_words(network, voice))
    return _forgotten(
        network,
        left,
        (person,),
        speakers=tuple(sorted({said.by for said in told if said.by})),
        named=tuple(sorted(named)),
        unsure=unsure,
    )


def _without_organisation(network: Network, name: str) -> Forgotten:
    one = network.organisation(name)
    parts = network.parts_of(name)
    if parts:
        message = f"organisation {quoted(name)} has parts: {one_of(parts)}; forget these first."
        raise OptionError(message)
    left = without_words(network, Voice(organisation=name)).without([name])
    return _forgotten(network, left, (name, one.name))


def _forgotten(
    before: Network,
    after: Network,
    names: tuple[str, ...],
    *,
    speakers: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
    unsure: tuple[Interview, ...] = (),
) -> Forgotten:
    after = without_lost_kinds(before, without_lost_releases(before, after))
    counts = {name: len(rows) - len(after.lists[name]) for name, rows in before.lists.items()}
    left = with_fresh_ids(after)
    return Forgotten(
        network=left,
        removed=Fixed({name: count for name, count in counts.items() if count}),
        changed=_changed(before, after),
        mentions=tuple(mentions(left, names)),
        speakers=speakers,
        named=named,
        unsure=unsure,
    )


def _changed(before: Network, after: Network) -> Mapping[str, int]:
    """Count the rows that stay with less in them; they still have the ids that they had."""
    same = {name: set(rows) for name, rows in before.lists.items()}
    return Fixed(
        Counter(name for name, rows in after.lists.items() for row in rows if row not in same[name])
    )


def _rows(network: Network) -> Iterator[Record]:
    return (row for rows in network.lists.values() for row in rows)


def mentions(network: Network, names: Iterable[str]) -> Iterator[Mentioned]:
    """Find the texts that hold one of the names, however it is capitalised."""
    plain = [folded(name) for name in names if folded(name)]
    if not plain:  # a pseudonym of spaces stands in every text
        return
    as_word, anywhere = (re.compile("|".join(map(form, plain))) for form in (_word, _piece))
    for path, text in texts(network):
        sought = as_word if {"person", "persons"} & set(path) else anywhere
        if sought.search(folded(text)) and not _is_automatic(path, text):
            yield _mentioned(path, text)


def _mentioned(path: Path, text: str) -> Mentioned:
    if len(path) == 1:
        return Mentioned("", 0, field_name(path), text)
    list_name, number, *within = path
    return Mentioned(str(list_name), int(number) + 1, field_name(tuple(within)), text)


def _is_automatic(path: Path, text: str) -> bool:
    return path[-1] == "id" and is_automatic(text, str(path[0]))


def _word(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _piece(name: str) -> str:
    """Look for a name inside longer words too, but not for person 3 in person 30."""
    if len(name) < _SHORT:
        return _word(name)
    before, after = (
        (r"(?<!\d)" if name[0].isdigit() else ""),
        (r"(?!\d)" if name[-1].isdigit() else ""),
    )
    return f"{before}{re.escape(name)}{after}"
