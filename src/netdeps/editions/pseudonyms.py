"""Names that betray nothing: who did not agree to be named is a letter in the public edition.

A name made of the kind and a letter is as good as the rule by which the letters are dealt. In the
order of the alphabet, of the case or of the size it could be read back. So the letters are dealt in
the order of a hash with a secret number, drawn anew for every export: every order is equally
likely, whoever knows all names learns nothing, and two exports cannot be linked by their letters.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count, product
from string import ascii_uppercase

from netdeps.editions.forgetting import Mentioned, mentions
from netdeps.editions.reducing import reduced
from netdeps.errors import OptionError, check_seed, quoted
from netdeps.graph import SMALLEST
from netdeps.model import (
    Fixed,
    Network,
    Organisation,
    Said,
)
from netdeps.model.references import renamed
from netdeps.model.texts import folded
from netdeps.words import say

_REST = "other"
"""The kind of whoever is of no kind that can be told."""

_BITS = 128
"""So much chance is in a number that nobody can try them all."""


@dataclass(frozen=True)
class _Deal:
    """Who stands under which letter, and which kinds may be told of them."""

    letters: Mapping[str, str]
    kinds: Collection[str]


def fresh_seed() -> int:
    """Draw a secret number to deal pseudonyms by, which nobody can guess.

    Examples
    --------
    >>> fresh_seed() != fresh_seed()
    True
    """
    return secrets.randbits(_BITS)


def pseudonyms(network: Network, *, seed: int, beside: Network | None = None) -> Mapping[str, str]:
    """Tell, for the facilitator alone, who stands under which id in the public edition.

    ``seed`` and ``beside`` are those that the edition was made with. The edition has the names:
    ``edition(network, "public", seed=seed).network.names``. Whoever has this key, or the seed and
    the case, can put the names back.

    Raises
    ------
    OptionError
        When the seed is no whole number of at least 0, or something else than a network is given.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "city", "said": {"visibility": "public"}}],
    ...     contacts=[{"between": ["care", "city"], "said": {"visibility": "public"}}],
    ... )
    >>> pseudonyms(network, seed=20260401)
    {'care': 'party-a'}
    """
    check_seed(seed)
    letters = _deal(_moments(network, beside), seed).letters
    return Fixed({name: _id(letter) for name, letter in letters.items()})


def published(
    network: Network, *, seed: int | None = None, beside: Network | None = None
) -> Network:
    """Give what everybody may see, with a pseudonym for each who did not agree to be named."""
    moments = _moments(network, beside)
    deal = _deal(moments, fresh_seed() if seed is None else seed)
    return _under(moments[0], deal) if deal.letters else moments[0]


def names_left(network: Network, shown: Network) -> tuple[Mentioned, ...]:
    """List, for the facilitator alone, the texts of a public edition that name somebody in it.

    Pseudonyms stand wherever an organisation is referred to, not in what people wrote. A text that
    still holds the name or the id of somebody who stands under a pseudonym undoes it; only a person
    can rewrite it.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care", "name": "Northcare"}],
    ...     claims=[
    ...         {
    ...             "about": "care",
    ...             "topic": "role",
    ...             "text": "Northcare should lead.",
    ...             "said": {"visibility": "public"},
    ...         }
    ...     ],
    ... )
    >>> shown = nd.edition(network, "public").network
    >>> [(one.place, one.text) for one in names_left(network, shown)]
    [('claims[1].text', 'Northcare should lead.')]
    """
    unnamed = [one for one in under_own_names(network).organisations if one.said is None]
    found = mentions(shown, [name for one in unnamed for name in (one.id, one.name)])
    # what anybody is called there is a pseudonym, or agreed to
    return tuple(
        one for one in found if one.list_name != "organisations" or one.field not in {"id", "name"}
    )


def as_seen(
    network: Network, audience: str, *, seed: int | None = None, beside: Network | None = None
) -> Network:
    """Give what an audience sees of a network; the public under names that betray nothing."""
    if seed is not None:
        check_seed(seed)
    if audience == "public":
        return published(network, seed=seed, beside=beside)
    return reduced(network, audience)


def under_own_names(network: Network) -> Network:
    """Give, for the facilitator alone, what the public sees, with everybody under their own name.

    It is no edition, but there to compare with the whole case, in which nobody has a letter.

    Raises
    ------
    OptionError
        When something else than a network is given.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}],
    ...     contacts=[{"between": ["care", "city"], "said": {"visibility": "public"}}],
    ... )
    >>> under_own_names(network).ids, nd.edition(network, "public").network.ids
    (('care', 'city'), ('party-a', 'party-b'))
    """
    return _moments(network, None)[0]


def _moments(network: Network, beside: Network | None) -> tuple[Network, ...]:
    """Give what the public sees of a case, and of the one that is shown beside it."""
    for one in (network, beside):
        if one is not None and not isinstance(one, Network):
            raise OptionError(f"pseudonyms are for those in a Network; {quoted(one)} was given.")
    seen = [reduced(one, "public") for one in (network, beside) if one is not None]
    unnamed = {one.id for moment in seen for one in moment.organisations if one.said is None}
    return tuple(_cut_off(one, unnamed) if unnamed else one for one in seen)


def _cut_off(seen: Network, unnamed: set[str]) -> Network:
    """Leave out what somebody without a name is part of, or has as parts: that would name it.

    Whoever is there only as the whole of a part is then not there at all.
    """
    rows = [
        one.with_fields({"part_of": None}) if {one.id, one.part_of} & unnamed else one
        for one in seen.organisations
    ]
    return reduced(seen.replaced({"organisations": rows}), "public")


def _deal(moments: tuple[Network, ...], seed: int) -> _Deal:
    """Deal the letters; with more moments, whoever is unnamed in one of them is so in all."""
    unnamed = {one.id for moment in moments for one in moment.organisations if one.said is None}
    kinds = _kinds_told(moments, unnamed)
    dealt = sorted(unnamed, key=lambda name: sha256(f"{seed}|{name}".encode()).digest())
    free = _free_letters(moments, unnamed, kinds)
    return _Deal(dict(zip(dealt, free, strict=False)), kinds)


def _kinds_told(moments: tuple[Network, ...], unnamed: Collection[str]) -> set[str]:
    """Find the kinds that may be told of those without a name.

    Those with a name do not count: they are not who is meant. And whoever is of none of these kinds
    is at least one of three too, or that nobody else is left would tell of which kind they are.
    """
    counts = [
        Counter(one.kind for one in moment.organisations if one.id in unnamed) for moment in moments
    ]
    hidden = {_REST}
    while not hidden.issuperset(more := {kind for one in counts for kind in _too_few(one, hidden)}):
        hidden |= more
    return {kind for one in counts for kind in one} - hidden


def _too_few(counts: Counter[str], hidden: Collection[str]) -> set[str]:
    few = {kind for kind, number in counts.items() if number < SMALLEST}
    left = counts.keys() - few - {*hidden}
    rest = counts.total() - sum(counts[kind] for kind in left)
    if left and 0 < rest < SMALLEST:
        few.add(min(left, key=lambda kind: (counts[kind], kind)))
    return few


def _free_letters(
    moments: tuple[Network, ...], unnamed: Collection[str], kinds: Collection[str]
) -> Iterator[str]:
    """Give the letters that make no name or id of somebody else who is there."""
    ids, names = set[str](), set[str]()
    for moment in moments:
        ids |= {row.id for rows in moment.lists.values() for row in rows if hasattr(row, "id")}
        names |= {folded(name) for one, name in moment.names.items() if one not in unnamed}
    ids -= {*unnamed}
    labels = {_label(moment, kind) for moment in moments for kind in (*kinds, _REST)}
    for letter in _letters():
        taken = names.intersection(folded(f"{label} {letter}") for label in labels)
        if _id(letter) not in ids and not taken:
            yield letter


def _letters() -> Iterator[str]:
    """Give A to Z, then AA, AB, …."""
    for size in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=size))


def _id(letter: str) -> str:
    """Make an id that says no more than the name does, and less than its kind."""
    return f"party-{letter.lower()}"


def _label(network: Network, kind: str) -> str:
    language = network.language
    if kind == _REST:
        return say("pseudonym.of_no_kind", language)
    label = network.kind_label(kind).sentence(language)
    return label[:1].upper() + label[1:]


def _under(moment: Network, deal: _Deal) -> Network:
    """Put everybody who is dealt a letter under it, wherever it is named but in free texts."""
    ids = {name: _id(letter) for name, letter in deal.letters.items()}
    lists = {name: [renamed(row, ids) for row in rows] for name, rows in moment.lists.items()}
    lists["organisations"] = [
        _masked(one, moment, deal) if one.id in ids else renamed(one, ids)
        for one in moment.organisations
    ]
    # by the names that they have now; the order of the old ones would tell the alphabet
    return reduced(moment.replaced(lists), "public")


def _masked(one: Organisation, moment: Network, deal: _Deal) -> Organisation:
    """Keep of an organisation that it is there, and its kind where others are of it too."""
    kind, letter = (one.kind if one.kind in deal.kinds else _REST), deal.letters[one.id]
    return Organisation(
        id=_id(letter),
        name=f"{_label(moment, kind)} {letter}",
        kind=kind,
        said=Said(visibility="public"),
        illustrative=one.illustrative,
    )
