"""Agreements that still need a yes from a higher level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, get_args

from netdeps.errors import check_option
from netdeps.graph import Contacts, ContactState, Selection, selected
from netdeps.model import Agreement, Level, Network
from netdeps.model.agenda import Backing
from netdeps.results import About, Figure, Findings, Number, Row, Undefined
from netdeps.words import Fact, Phrase

Counting = Literal["share", "distance"]

BACKING: tuple[Backing, ...] = get_args(Backing)
"""How much can stand behind an agreement, from least to most."""

_MOST_STEPS = len(BACKING) - 1
_DIRECTORS: Level = "governing"
_NEXT_LEVEL: dict[Backing, Level] = {
    "internal_support": "management",
    "governing_approval": _DIRECTORS,
}


@dataclass(frozen=True, kw_only=True)
class MandateGap(Row):
    """An agreement behind which stands less than has to."""

    words: ClassVar[str] = "mandate_gap"

    agreement: str
    """The agreement."""
    what: str
    """What was agreed."""
    parties: tuple[str, ...]
    """Who will do it."""
    status: Backing
    """How much stands behind it now."""
    required: Backing
    """How much has to stand behind it."""
    steps: int
    """How many steps it is short, from 1 to 3."""
    distance: float
    """The steps as a share of the longest way, from 1/3 to 1."""
    next_status: Backing
    """What has to come first."""
    ask: Level | None
    """The level that has to be asked for it; None where it is for whoever voiced it to say."""
    no_contact: tuple[str, ...]
    """Where governing approval is required: the parties whose governing level is known to have no
    undisputed contact with the governing level of any other party."""
    not_asked: tuple[str, ...]
    """The parties of which that is not known."""
    done: bool
    """True when it has been done all the same."""
    because: tuple[str, ...]
    """The statements that it rests on."""

    @property
    def rank(self) -> float:
        """How far it is from what is required."""
        return self.distance

    @property
    def form(self) -> str:
        """Which sentence fits: whether it has been done or has yet to be."""
        return "done" if self.done else "sentence"

    @property
    def asks(self) -> str:
        """Which question fits: of the level that has to be asked, or of whoever voiced it."""
        return "question" if self.ask else "agree"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "what": self.what.strip().rstrip("."),
            "status": Phrase(f"backing.{self.status}"),
            "required": Phrase(f"backing.{self.required}"),
            "level": Phrase(f"level.{self.ask}") if self.ask else "",
            "no_contact": self._clause("no_contact", self.no_contact),
            "not_asked": self._clause("not_asked", self.not_asked),
        }

    def _clause(self, name: str, parties: tuple[str, ...]) -> Phrase | str:
        if not parties:
            return ""
        called = tuple(map(self.called, parties))
        facts: dict[str, Fact] = {"parties": called, "count": len(called)}
        return Phrase.of(f"finding.mandate_gap.{name}", facts)


def mandate_gaps(
    network: Network, *, issue: str | None = None, inside: str | None = None
) -> Findings[MandateGap]:
    """Which agreements still need a yes, from whom, and whether the directors can give it together.

    What stands behind an agreement grows from ``voiced`` over ``agreed`` and ``internal_support`` to
    ``governing_approval``; a row for each agreement that has less than is ``required``, farthest
    first. ``ask`` is the level that has to be asked next: the management for internal support, the
    governing level for approval. Whether something was voiced only or agreed, whoever voiced it can
    say.

    Where governing approval is required, the governing levels of the parties have to find each
    other. ``no_contact`` names the parties of which is known that their governing level has no
    contact (none, or a disputed one) with that of any other party; ``not_asked`` those of which that
    is not known. A party without a governing level is in neither, and so is one that stands alone.

    What has been done counts like the rest: done says that the work was done, not that it was
    backed. An agreement that is short of it and of which is not known who takes part is undefined:
    nobody can be asked.

    Raises
    ------
    UnknownNameError
        When an issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "housing"}],
    ...     interviews=[{"organisation": "city", "level": "governing", "asked": ["contacts"]}],
    ...     agreements=[{"id": "plan", "what": "A plan for dwellings", "who": ["city", "housing"],
    ...                  "status": "internal_support", "required": "governing_approval"}],
    ... )
    >>> gap = measures.mandate_gaps(network)[0]
    >>> gap.steps, gap.ask, gap.no_contact
    (1, 'governing', ('city', 'housing'))
    """
    part = selected(network, Selection(issue=issue, inside=inside))
    contacts = Contacts(part)
    chosen = _chosen(part, issue)
    rows = [_gap(one, contacts) for one in chosen if one.who and _steps(one)]
    rows.sort(key=lambda row: (-row.steps, row.agreement))
    short = (one for one in chosen if not one.who and _steps(one))
    nobody = {one.id: Phrase("reason.agreement_of_nobody") for one in short}
    return Findings(rows, About.of("mandate_gaps", part, rows), nobody)


def mandate_deficit(
    network: Network,
    *,
    counting: Counting = "share",
    issue: str | None = None,
    inside: str | None = None,
) -> Figure:
    """Of all agreements, which share still needs a yes.

    With ``counting="share"`` each agreement counts that has less behind it than is required; with
    ``counting="distance"`` each counts for its steps short, divided by three. From 0 (everything is
    backed) to 1. What has been done counts like the rest, and agreements of which is not known who
    takes part are left out, as in ``mandate_gaps``. Undefined where no agreement is left.

    Raises
    ------
    OptionError
        When the counting is not known.
    UnknownNameError
        When an issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}],
    ...     agreements=[{"id": one, "what": one, "who": ["city"], "status": one,
    ...                  "required": "agreed"} for one in ("voiced", "agreed")],
    ... )
    >>> measures.mandate_deficit(network)
    0.5
    """
    check_option("counting", counting, get_args(Counting))
    part = selected(network, Selection(issue=issue, inside=inside))
    chosen = [one for one in _chosen(part, issue) if one.who]
    about = About.of("mandate_deficit", part, because=(one.id for one in chosen))
    if not chosen:
        return Undefined(Phrase("reason.no_agreements"), about)
    steps = (_steps(one) for one in chosen)
    short = (Fraction(one, _MOST_STEPS) if counting == "distance" else bool(one) for one in steps)
    return Number(float(Fraction(sum(short)) / len(chosen)), about)


def _chosen(network: Network, issue: str | None) -> list[Agreement]:
    return [one for one in network.agreements if issue in {None, one.issue}]


def _steps(agreement: Agreement) -> int:
    """Count the steps by which an agreement is short of what is required."""
    short = BACKING.index(agreement.required) - BACKING.index(agreement.status)
    return max(short, 0)


def _gap(one: Agreement, contacts: Contacts) -> MandateGap:
    after: Backing = BACKING[BACKING.index(one.status) + 1]
    parties = tuple(sorted(set(one.who)))
    at_top = _between_directors(parties if one.required == "governing_approval" else (), contacts)
    lines = {who: {state.state for state in found} for who, found in at_top.items() if found}
    told = {name for found in at_top.values() for state in found for name in state.because}
    return MandateGap(
        agreement=one.id,
        what=one.what,
        parties=parties,
        status=one.status,
        required=one.required,
        steps=_steps(one),
        distance=_steps(one) / _MOST_STEPS,
        next_status=after,
        ask=_NEXT_LEVEL.get(after),
        no_contact=tuple(who for who, states in lines.items() if states <= {"no", "disputed"}),
        not_asked=tuple(who for who, states in lines.items() if _is_open(states)),
        done=one.done,
        because=tuple(sorted({one.id, *told})),
        names=contacts.network.names,
    )


def _between_directors(
    parties: tuple[str, ...], contacts: Contacts
) -> dict[str, list[ContactState]]:
    """Give, for each party, what is known of the contact of its directors with those of the others."""
    return {
        who: [
            state
            for other in parties
            if other != who
            for state in contacts.states(who, other, level=_DIRECTORS).values()
        ]
        for who in parties
    }


def _is_open(states: Iterable[str]) -> bool:
    """Tell whether it is not known if there is any contact."""
    found = set(states)
    return "unknown" in found and "yes" not in found
