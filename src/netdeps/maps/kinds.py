"""How each kind of organisation looks: a shape of its own, a colour, hollow or solid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netdeps.model import KNOWN_KINDS, LANGUAGES, Kind, Network
from netdeps.words import label

SHAPES = ("square", "dot", "triangle", "hexagon", "star", "diamond", "triangleDown")
"""The shapes that have their name outside, told apart at a glance and without colour."""

# Okabe and Ito (2008), which colour-blind readers can tell apart; the seventh is darkened.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#56b4e9", "#a0522d")
_FIXED = {
    "municipality": (0, False),
    "care_provider": (1, False),
    "housing_corporation": (2, False),
    "welfare_organisation": (3, False),
    "neighbourhood_network": (4, False),
    "ministry": (5, False),
    "knowledge_institute": (6, False),
    "department": (0, True),
    "other": (1, True),
}


@dataclass(frozen=True)
class Look:
    """How one kind looks and what it is called, one and many, in each language."""

    id: str
    shape: str
    colour: str
    hollow: bool
    count: int
    one: Mapping[str, str]
    many: Mapping[str, str]


def looks(network: Network) -> tuple[Look, ...]:
    """Give the look of each kind that occurs, known kinds first and always the same."""
    counts = Counter(one.kind for one in network.organisations)
    ordered = sorted(counts, key=lambda kind: (_rank(kind), kind))
    own = {kind.id: kind for kind in network.kinds}
    forms = _forms(ordered)
    return tuple(_look(kind, own.get(kind), forms[kind], counts[kind]) for kind in ordered)


def _rank(kind: str) -> int:
    return KNOWN_KINDS.index(kind) if kind in KNOWN_KINDS else len(KNOWN_KINDS)


def _forms(kinds: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """Give each kind a shape and a fill: its own, or the next that no other kind has."""
    taken = {_FIXED[kind] for kind in kinds if kind in _FIXED}
    every = [(shape, hollow) for hollow in (False, True) for shape in range(len(SHAPES))]
    free = [form for form in every if form not in taken] or every
    others = [kind for kind in kinds if kind not in _FIXED]
    extra = {kind: free[number % len(free)] for number, kind in enumerate(others)}
    return {**extra, **{kind: form for kind, form in _FIXED.items() if kind in kinds}}


def _look(kind: str, own: Kind | None, form: tuple[int, bool], count: int) -> Look:
    shape, hollow = form
    return Look(
        id=kind,
        shape=SHAPES[shape],
        colour=(own.colour if own and own.colour else _COLOURS[shape]).lower(),
        hollow=hollow,
        count=count,
        one={language: _called("kind", kind, own, language) for language in LANGUAGES},
        many={language: _called("kinds", kind, own, language) for language in LANGUAGES},
    )


def _called(family: str, kind: str, own: Kind | None, language: str) -> str:
    given = (own.label.nl, own.label.en) if own else (None, None)
    here, elsewhere = given if language == "nl" else given[::-1]
    return here or elsewhere or label(family, kind, language)
