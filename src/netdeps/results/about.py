"""What every result says about itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from netdeps.model import Fixed, Visibility
from netdeps.words import Phrase, Says, percent

NOTHING: Mapping[str, Any] = Fixed({})


class Named(Protocol):
    """What a result is made of: a network, or a layer of one."""

    @property
    def names(self) -> Mapping[str, str]:
        """What people call each organisation."""

    @property
    def visibility(self) -> Visibility:
        """The strictest of all that was told in it."""


class Rests(Protocol):
    """Something that rests on statements."""

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the statements."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What every result says about itself."""

    name: str
    """The name of the measure."""
    definition: Says
    """What the result means, in one sentence."""
    caveats: tuple[Says, ...] = ()
    """What a reader should know before using it."""
    because: tuple[str, ...] = ()
    """The ids of the statements that it rests on."""
    known_share: float | None = None
    """The share of what would have to be known that is known, from 0 to 1."""
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING, repr=False, compare=False)
    """What people call each organisation."""
    visibility: Visibility = field(default="facilitator", compare=False)
    """Who may see the result: the strictest of all that it was made of, the facilitator alone where
    nothing else was said."""

    @classmethod
    def of(
        cls,
        name: str,
        made_of: Named,
        rests: Iterable[Rests] = (),
        *,
        definition: Says | None = None,
        because: Iterable[str] = (),
        known_share: float | None = None,
        caveats: Iterable[Says] = (),
    ) -> Self:
        """Say what a measure means, with the words of the catalogue or its own, and what it rests on.

        That is what its rows rest on, and the statements under ``because``. ``made_of`` is the
        network or the layer that it was computed from: who may see that, may see the result.
        """
        told = {one for row in rests for one in row.because}
        return cls(
            name=name,
            definition=definition or Phrase(f"measure.{name}"),
            caveats=tuple(caveats),
            because=tuple(sorted(told.union(because))),
            known_share=known_share,
            names=made_of.names,
            visibility=made_of.visibility,
        )

    def head(self, kind: str) -> dict[str, object]:
        """Give it as plain data that JSON can hold."""
        return {
            "kind": kind,
            "name": self.name,
            "definition": str(self.definition),
            "caveats": [str(caveat) for caveat in self.caveats],
            "because": list(self.because),
            "known_share": self.known_share,
            "visibility": self.visibility,
        }


class Result:
    """Whatever an analysis gives: it carries what it says about itself."""

    about: About

    @property
    def name(self) -> str:
        """The name of the measure."""
        return self.about.name

    @property
    def definition(self) -> Says:
        """What the result means, in one sentence."""
        return self.about.definition

    @property
    def caveats(self) -> tuple[Says, ...]:
        """What a reader should know before using it."""
        return self.about.caveats

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the statements that it rests on."""
        return self.about.because

    @property
    def known_share(self) -> float | None:
        """The share of what would have to be known that is known, from 0 to 1."""
        return self.about.known_share

    @property
    def visibility(self) -> Visibility:
        """Who may see it: the strictest of all that it was made of."""
        return self.about.visibility


def known_of(what: str, share: float | None) -> tuple[Phrase, ...]:
    """Warn that a result rests on a part of what would have to be known; nothing where all is."""
    if share is None or share == 1:
        return ()
    return (Phrase.of(f"caveat.known_{what}", {"share": percent(share)}),)
