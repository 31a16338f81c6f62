"""How a collaboration is said to be directed, beside how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from netdeps.model import Fixed, GovernanceForm
from netdeps.results import Row
from netdeps.words import Fact, Phrase, percent

CONTINGENCIES = ("trust", "participants", "goal_consensus", "competencies")
"""What it depends on whether a form works, in the words of Provan and Kenis."""

DESCRIBED: Mapping[GovernanceForm, Mapping[str, tuple[str, ...]]] = Fixed(
    {
        "shared": {
            "trust": ("high",),
            "participants": ("few",),
            "goal_consensus": ("high",),
            "competencies": ("low",),
        },
        "lead_organisation": {
            "trust": ("low",),
            "participants": ("moderate",),
            "goal_consensus": ("low", "moderate"),
            "competencies": ("moderate",),
        },
        "administrative_organisation": {
            "trust": ("moderate",),
            "participants": ("moderate", "many"),
            "goal_consensus": ("moderate", "high"),
            "competencies": ("high",),
        },
    }
)
"""Table 1 of Provan and Kenis (2008), in the words of a case. *Moderately low* is low or moderate,
*moderately high* moderate or high."""


@dataclass(frozen=True, kw_only=True)
class GovernanceMirror(Row):
    """One answer to how a collaboration is directed, beside how it looks."""

    words: ClassVar[str] = "governance_mirror"
    identity: ClassVar[tuple[str, ...]] = ("governance",)

    governance: GovernanceForm | None
    """The form that is said: shared, lead_organisation, administrative_organisation; None where
    nobody said one."""
    said_by: tuple[str, ...]
    """Who says so, where that is known."""
    differs: bool
    """Whether others say another form."""
    conveners: tuple[str, ...]
    """Who is said to call the meetings, by whoever says this form."""
    agenda_setters: tuple[str, ...]
    """Who is said to decide what is on the agenda, by whoever says this form."""
    asked: Mapping[str, tuple[str, ...]]
    """Trust, participants, goal_consensus, competencies: all that was said of each, by anybody."""
    described: Mapping[str, tuple[str, ...]]
    """The same, as Provan and Kenis describe them for this form; empty without a form."""
    fits: Mapping[str, bool | None]
    """Whether what was said is what they describe; None where nothing was said, or some of it is
    and some is not."""
    top: tuple[str, ...]
    """At whom the largest share of the recorded coordination comes together."""
    top_share: float | None
    """That share, as in ``coordination_load``; None where none was recorded."""
    organisations: int
    """The number of organisations."""
    contacts: int
    """The number of pairs that are in contact."""
    density: float | None
    """Their share of all pairs; None with one organisation."""
    centralisation: float | None
    """The degree centralisation of the contacts; None with fewer than five organisations, and so
    are the next two."""
    probability: float | None
    """The share of all networks with so many organisations and contacts that are as centralised or
    more."""
    expected: float | None
    """The mean centralisation of all those networks."""
    method: Literal["exact", "sampled"] | None
    """Whether all those networks were looked at, or a sample."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def form(self) -> str:
        """Which sentence fits: by whom it was said, that it was said, or that nobody said it."""
        if self.governance is None:
            return "unsaid"
        return "sentence" if self.said_by else "nameless"

    @property
    def asks(self) -> str:
        """Which question fits: how it is directed, how each sees it, or whether it is as wanted."""
        if self.governance is None:
            return "ask_form"
        return "ask_differs" if self.differs else "question"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits: of much at one organisation, or of what is said."""
        return "otherwise" if (self.top_share or 0) > 1 / 2 else "otherwise_form"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "count": len(self.said_by),
            "speakers": tuple(map(self.called, self.said_by)),
            "governance": self._said(),
            "load": self._load(),
            "structure": self._structure(),
            "other": self._other(),
        }

    def _said(self) -> Phrase | str:
        if self.governance is None:
            return ""
        return Phrase(f"finding.governance_mirror.{self.governance}")

    def _load(self) -> Phrase | str:
        """Say where the coordination comes together, where that is at one organisation."""
        if self.top_share is None or len(self.top) != 1:
            return ""
        form = "more_than_half" if self.top_share > 1 / 2 else "load"
        facts: dict[str, Fact] = {"top": self.called(self.top[0]), "share": percent(self.top_share)}
        return Phrase.of(f"finding.governance_mirror.{form}", facts)

    def _structure(self) -> Phrase | str:
        if self.probability is None:
            return ""
        facts: dict[str, Fact] = {
            "organisations": self.organisations,
            "count": self.contacts,
            "share": percent(self.probability),
        }
        return Phrase.of("finding.governance_mirror.structure", facts)

    def _other(self) -> Phrase | str:
        """Name what is otherwise than Provan and Kenis describe."""
        others = [name for name, fits in self.fits.items() if fits is False]
        if not others:
            return ""
        named = tuple(Phrase(f"finding.governance_mirror.{name}") for name in others)
        return Phrase.of("finding.governance_mirror.other", {"others": named})
