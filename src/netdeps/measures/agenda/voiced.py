"""What lies on the table of the collaboration itself: worries, and medians of its conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netdeps.editions import SafeMedian
from netdeps.editions.safe_median import members_of
from netdeps.graph import Selection, selected
from netdeps.model import LEVELS, Concern, Network
from netdeps.model.texts import folded
from netdeps.results import About, Findings, Row
from netdeps.words import Fact


@dataclass(frozen=True, kw_only=True)
class VoicedConcern(Row):
    """A worry that may be read, in the words in which it may."""

    words: ClassVar[str] = "voiced_concern"
    identity: ClassVar[tuple[str, ...]] = ("theme", "text")

    theme: str
    """What it is about."""
    text: str
    """The worry itself; empty where only the theme may be read."""
    told_by: tuple[str, ...]
    """The organisations that told it, sorted; empty where nobody is named."""
    because: tuple[str, ...]
    """The statements in which it was told."""

    @property
    def form(self) -> str:
        """Which sentence fits: with or without who told it, with or without a text."""
        whose = "somebody" if self.told_by else "nobody"
        return f"{whose}_text" if self.text else whose

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        names = tuple(self.called(one) for one in self.told_by)
        return {"theme": self.theme, "text": self.text, "names": names}


def voiced_concerns(network: Network, *, inside: str | None = None) -> Findings[VoicedConcern]:
    """Which worries about the collaboration may be read here, and who told them where that may be.

    Every concern in the network, sorted by theme. In an edition for the table these are the worries
    that were told openly, and those that were released, in the words in which they were; nothing
    tells whether there are others. What is told in the same words by several is one.

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
    ...     organisations=[{"id": "a", "name": "Care A"}],
    ...     concerns=[{"theme": "pace", "said": {"by": "a"}}, {"theme": "How do we tender?"}],
    ... )
    >>> for row in measures.voiced_concerns(network):
    ...     print(row.sentence())
    A worry: “How do we tender?”.
    A worry of Care A: “pace”.
    """
    part = selected(network, Selection(inside=inside))
    told: dict[tuple[str, str], list[Concern]] = {}
    for one in part.concerns:
        told.setdefault((folded(one.theme), folded(one.text)), []).append(one)
    rows = [
        VoicedConcern(
            theme=min(one.theme.strip() for one in same),
            text=min(one.text.strip() for one in same),
            told_by=tuple(sorted({one.said.speaker for one in same if one.said.speaker})),
            because=tuple(sorted(one.id for one in same)),
            names=part.names,
        )
        for _, same in sorted(told.items())
    ]
    return Findings(rows, About.of("voiced_concerns", part, rows))


def condition_medians(network: Network, *, inside: str | None = None) -> Findings[SafeMedian]:
    """The middle scores of the conditions of collaboration that were given to the table.

    The medians that ``netdeps release`` gave, as they were then: of ambition, interests, relations,
    organisation and process, from 1 to 5, with whether the scores were split. They are not computed
    from the scores in the network, and do not say on how many they rest. In an edition that was
    given none there are none; in the case itself they stand under ``releases``. Inside one
    organisation there are none: they are of all who gave a score.

    Raises
    ------
    UnknownNameError
        When an organisation is asked for that is not there.

    References
    ----------
    netdeps' own; see the page *Medians that give nobody away*.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(medians=[{"condition": "relations", "median": 2.5, "split": True}])
    >>> [(row.condition, row.median, row.split) for row in measures.condition_medians(network)]
    [('relations', 2.5, True)]
    """
    part = selected(network, Selection(inside=inside))
    rows = [
        SafeMedian(
            condition=one.condition,
            group=one.level or one.kind,
            median=one.median,
            split=one.split,
            labels=members_of(part, one.division, one.level or one.kind or ""),
        )
        for one in part.medians
    ]
    rows.sort(key=_place)
    about = About.of("condition_medians", part, because=(one.id for one in part.medians))
    return Findings(rows, about)


def _place(row: SafeMedian) -> tuple[str, int, str, float]:
    """Sort by condition, then levels as they are and kinds by name."""
    group = row.group or ""
    return row.condition, [*LEVELS, group].index(group), group, row.median
