"""Worries that several organisations have told one to one, and nobody at the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from netdeps.graph import Selection, selected
from netdeps.model import Concern, Network
from netdeps.model.base import ONE_TO_ONE
from netdeps.model.texts import folded
from netdeps.results import About, Figure, Findings, Number, Row, Undefined
from netdeps.words import Fact, Phrase

_SEVERAL = 2
_BY_HAND = (Phrase("caveat.released_by_hand"),)


@dataclass(frozen=True, kw_only=True)
class UnspokenConcern(Row):
    """A worry that lives with several organisations and was not said at the table."""

    words: ClassVar[str] = "unspoken_concern"

    theme: str
    """What it is about."""
    organisations: int
    """How many organisations told it one to one or in an interview; never who."""
    because: tuple[str, ...]
    """The statements in which they did."""

    @property
    def rank(self) -> float:
        """The number of organisations."""
        return self.organisations

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {"theme": self.theme, "count": self.organisations}


def unspoken_concerns(network: Network, *, inside: str | None = None) -> Findings[UnspokenConcern]:
    """Which worries live with several organisations and were never said at the table.

    A theme that two or more organisations told one to one or in an interview, and that nobody told
    at the table; what most organisations share comes first. Themes are the same when they read
    alike: capitals and spaces make no difference. A theme of one organisation never enters, nor
    does a concern without a theme.

    For the facilitator alone. It is never shown to others of itself: an edition is computed again
    from what its audience may see, so that nothing of what was told in confidence is in it, not
    even that something was left out. The facilitator may release a theme by hand, in own words, and
    only when at least three organisations hold it.

    Raises
    ------
    UnknownNameError
        When an organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}],
    ...     concerns=[{"theme": theme, "said": {"by": who, "setting": setting}}
    ...               for theme, who, setting in [("Tendering", "a", "bilateral"),
    ...                                           ("tendering", "b", "interview"),
    ...                                           ("pace", "a", "bilateral"),
    ...                                           ("pace", "b", "table")]],
    ... )
    >>> [(row.theme, row.organisations) for row in measures.unspoken_concerns(network)]
    [('Tendering', 2)]
    """
    part = selected(network, Selection(inside=inside))
    unspoken = [one for one in _themes(part) if one.unspoken]
    rows = [
        UnspokenConcern(
            theme=min(concern.theme.strip() for concern in one.alone),
            organisations=len(one.tellers),
            because=tuple(sorted(concern.id for concern in one.alone)),
            names=part.names,
        )
        for one in unspoken
    ]
    rows.sort(key=lambda row: (-row.organisations, folded(row.theme)))
    return Findings(rows, About.of("unspoken_concerns", part, rows, caveats=_BY_HAND))


def unspoken_share(network: Network, *, inside: str | None = None) -> Figure:
    """Of the worries that several organisations share, which share was never said at the table.

    The themes of ``unspoken_concerns`` divided by all themes that two or more organisations told, in
    whatever setting. From 0 (all of it was said at the table) to 1. Undefined where no theme is
    shared.

    For the facilitator alone, as ``unspoken_concerns`` is: that there are such worries is itself
    told in confidence.

    Raises
    ------
    UnknownNameError
        When an organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "a"}, {"id": "b"}],
    ...     concerns=[{"theme": theme, "said": {"by": who, "setting": setting}}
    ...               for theme, setting in [("tendering", "bilateral"), ("pace", "table")]
    ...               for who in ("a", "b")],
    ... )
    >>> measures.unspoken_share(network)
    0.5
    """
    part = selected(network, Selection(inside=inside))
    shared = [one for one in _themes(part) if one.shared]
    told = (concern.id for one in shared for concern in one.told)
    about = About.of("unspoken_share", part, because=told, caveats=_BY_HAND)
    if not shared:
        return Undefined(Phrase("reason.no_shared_theme"), about)
    return Number(float(Fraction(sum(one.unspoken for one in shared), len(shared))), about)


@dataclass(frozen=True)
class _Theme:
    """All that was told of one worry."""

    told: list[Concern] = field(default_factory=list)

    @property
    def alone(self) -> list[Concern]:
        """Give what an organisation told one to one or in an interview."""
        return [one for one in self.told if one.said.speaker and one.said.setting in ONE_TO_ONE]

    @property
    def tellers(self) -> set[str | None]:
        """Give whoever told it one to one or in an interview."""
        return {one.said.speaker for one in self.alone}

    @property
    def shared(self) -> bool:
        """Tell whether several organisations told it, in whatever setting."""
        return len({one.said.speaker for one in self.told if one.said.speaker}) >= _SEVERAL

    @property
    def unspoken(self) -> bool:
        """Tell whether several told it one to one, and nobody at the table."""
        at_table = any(one.said.setting == "table" for one in self.told)
        return len(self.tellers) >= _SEVERAL and not at_table


def _themes(network: Network) -> list[_Theme]:
    found: dict[str, _Theme] = {}
    for one in network.concerns:
        if folded(one.theme):
            found.setdefault(folded(one.theme), _Theme()).told.append(one)
    return list(found.values())
