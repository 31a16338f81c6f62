"""How each kind of organisation looks: a shape of its own, a fill and a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from netdeps.maps.paint import INK, PAPER, legible
from netdeps.model import KNOWN_KINDS, LANGUAGES, Kind, Network
from netdeps.words import label, say

Fill = Literal["solid", "hollow", "dark"]
FILLS: tuple[Fill, ...] = ("solid", "hollow", "dark")
"""A shape in its colour, one that is white inside, and one that is dark inside."""

SHAPES = ("square", "dot", "triangle", "hexagon", "star", "diamond", "triangleDown")
"""The shapes that have their name outside, told apart at a glance and without colour."""

# Okabe and Ito (2008), which colour-blind readers can tell apart; the seventh is darkened.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#56b4e9", "#a0522d")
_SHARED_COLOUR = "#6b7683"

Form = tuple[int, Fill]
_FIXED: Mapping[str, Form] = {
    "municipality": (0, "solid"),
    "care_provider": (1, "solid"),
    "housing_corporation": (2, "solid"),
    "welfare_organisation": (3, "solid"),
    "neighbourhood_network": (4, "solid"),
    "ministry": (5, "solid"),
    "knowledge_institute": (6, "solid"),
    "department": (0, "hollow"),
    "other": (1, "hollow"),
}


@dataclass(frozen=True)
class Look:
    """How one kind looks and what it is called, one and many, in each language."""

    id: str
    shape: str
    fill: Fill
    colour: str
    count: int
    shared: bool
    """Whether another kind looks the same: there are more kinds than shapes and fills."""
    one: Mapping[str, str]
    many: Mapping[str, str]

    @property
    def hollow(self) -> bool:
        """Whether the shape is white inside."""
        return self.fill == "hollow"

    @property
    def inside(self) -> str:
        """The colour inside the shape."""
        return {"solid": self.colour, "hollow": PAPER, "dark": INK}[self.fill]

    @property
    def outline(self) -> str:
        """The colour around the shape, which stands out against white."""
        return INK if self.fill == "solid" else self.colour


def looks(network: Network) -> tuple[Look, ...]:
    """Give the look of each kind that occurs, known kinds first and always the same.

    There are 21 looks, seven shapes in three fills. Where more kinds occur, the last ones share
    the last look.
    """
    counts = Counter(one.kind for one in network.organisations)
    ordered = sorted(counts, key=lambda kind: (_rank(kind), kind))
    own = {kind.id: kind for kind in network.kinds}
    forms = _forms(ordered)
    used = Counter(forms.values())
    return tuple(
        _look(kind, own.get(kind), forms[kind], counts[kind], shared=used[forms[kind]] > 1)
        for kind in ordered
    )


def alike(found: Sequence[Look]) -> list[str] | None:
    """Say, in each language, which kinds share one look; None where each has its own."""
    shared = [look for look in found if look.shared]
    if not shared:
        return None
    return [
        say("legend.alike", language, {"kinds": tuple(one.many[language] for one in shared)})
        for language in LANGUAGES
    ]


def _rank(kind: str) -> int:
    return KNOWN_KINDS.index(kind) if kind in KNOWN_KINDS else len(KNOWN_KINDS)


def _forms(kinds: Sequence[str]) -> dict[str, Form]:
    """Give each kind a shape and a fill: its own, or the next that no other kind has."""
    known = {kind: _FIXED[kind] for kind in kinds if kind in _FIXED}
    every: list[Form] = [(shape, fill) for fill in FILLS for shape in range(len(SHAPES))]
    free = [form for form in every if form not in known.values()]
    others = [kind for kind in kinds if kind not in _FIXED]
    extra = {kind: free[min(number, len(free) - 1)] for number, kind in enumerate(others)}
    return {**extra, **known}


def _look(kind: str, own: Kind | None, form: Form, count: int, *, shared: bool) -> Look:
    shape, fill = form
    usual = _SHARED_COLOUR if shared else _COLOURS[shape]
    colour = (own.colour if own and own.colour else usual).lower()
    return Look(
        id=kind,
        shape=SHAPES[shape],
        fill=fill,
        colour=colour if fill == "solid" else legible(colour),
        count=count,
        shared=shared,
        one={language: _called("kind", kind, own, language) for language in LANGUAGES},
        many={language: _called("kinds", kind, own, language) for language in LANGUAGES},
    )


def _called(family: str, kind: str, own: Kind | None, language: str) -> str:
    given = (own.label.nl, own.label.en) if own else (None, None)
    here, elsewhere = given if language == "nl" else given[::-1]
    return here or elsewhere or label(family, kind, language)
