"""The hats that organisations wear, and which of them can get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations

from netdeps.errors import OptionError, check_mapping, quoted
from netdeps.graph import check_share
from netdeps.model import LANGUAGES, Fixed, Hat, Network, Pair, pair
from netdeps.words import section

ANY = "any"
"""Stands for every other role in a table of conflicts."""

ROLE_CONFLICTS: Mapping[Pair, float] = Fixed(
    {
        ("contracting_authority", "process_director"): 1.0,
        ("contracting_authority", "partner"): 1.0,
        ("funder", "process_director"): 0.5,
        ("supervisor", ANY): 1.0,
    }
)
"""How much two roles of one organisation can get in each other's way, from 0 to 1. A convention,
for the facilitator to edit; all other pairs are 0, and the order in a pair does not matter."""

Conflict = tuple[str, str, float]
"""Two roles, and how much they can get in each other's way."""


class Conflicts:
    """A symmetric table of roles that can get in each other's way."""

    def __init__(self, changes: Mapping[Pair, float] | None = None) -> None:
        laid_over = {} if changes is None else changes
        check_mapping("conflicts", laid_over, "the weight of each pair of roles is expected")
        self._table = dict(_checked(ROLE_CONFLICTS)) | dict(_checked(laid_over))

    def between(self, one: str, other: str) -> Fraction:
        """Give how much two roles can get in each other's way: by name, or as one with any other."""
        if (named := self._table.get(pair(one, other))) is not None:
            return named
        return max(self._table.get(pair(role, ANY), Fraction(0)) for role in (one, other))

    def among(self, roles: Iterable[str]) -> list[Conflict]:
        """List the roles that can get in each other's way, the heaviest first."""
        weighed = ((*two, self.between(*two)) for two in combinations(sorted(roles), 2))
        found = [(one, other, float(weight)) for one, other, weight in weighed if weight]
        return sorted(found, key=lambda conflict: (-conflict[2], conflict))


def known_role(said: str) -> str:
    """Give the word for a role that netdeps knows (``process_director``), or the role as it is.

    Known roles are found by their word and by their label in either language; capitals and spaces
    make no difference.
    """
    return _known_words().get(_folded(said), " ".join(said.split()))


@dataclass(frozen=True)
class Held:
    """The roles of an organisation everywhere, or those that it has in one dossier."""

    organisation: str
    dossier: str | None
    roles: tuple[str, ...]
    hats: tuple[str, ...]
    """The statements that give it a hat."""


def held_roles(network: Network) -> Iterator[Held]:
    """Give the roles of each organisation everywhere, and in each dossier where it has a hat.

    What an organisation is listed with holds everywhere, and so does a hat without a dossier.
    """
    worn: dict[str, list[Hat]] = {}
    for hat in network.hats:
        worn.setdefault(hat.organisation, []).append(hat)
    for organisation in network.organisations:
        hats = worn.get(organisation.id, [])
        for dossier in {None, *(hat.dossier for hat in hats)}:
            there = [hat for hat in hats if hat.dossier in {None, dossier}]
            roles = {known_role(one) for one in (*organisation.roles, *(h.role for h in there))}
            told = tuple(sorted(hat.id for hat in there))
            yield Held(organisation.id, dossier, tuple(sorted(roles - {""})), told)


@cache
def _known_words() -> Mapping[str, str]:
    """Give every word for a known role, folded, with the role that it means."""
    by_language = (section("map", language)["role"] for language in LANGUAGES)
    labels = [found for found in by_language if isinstance(found, Mapping)]
    known = {_folded(label): role for found in labels for role, label in found.items()}
    return known | {_folded(role): role for role in labels[0]}


def _folded(said: str) -> str:
    return " ".join(said.casefold().replace("_", " ").split())


def _checked(table: Mapping[Pair, float]) -> Iterator[tuple[Pair, Fraction]]:
    """Give each pair once, in order, with its weight; refuse one that stands there twice."""
    seen: dict[Pair, Fraction] = {}
    for key, value in table.items():
        roles = _two_roles(key)
        weight = check_share("the conflict {}", value)
        if seen.get(roles, weight) != weight:
            raise OptionError(f"the conflict of {quoted(key)} is given twice, with two weights.")
        seen[roles] = weight
    yield from seen.items()


def _two_roles(key: object) -> Pair:
    words = key if isinstance(key, tuple) and all(isinstance(one, str) for one in key) else ()
    roles = sorted({known_role(one) for one in words})
    if len(words) != 2 or len(roles) != 2:  # noqa: PLR2004 - a conflict is between two
        raise OptionError(f"{quoted(key)} does not name two roles.")
    return roles[0], roles[1]
