"""What nobody was asked about although much hangs on it: contacts, roles and acknowledgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import get_args

from netdeps.errors import check_option
from netdeps.graph import (
    Asked,
    Contacts,
    Selection,
    check_share,
    chosen_needs,
    exact,
    need_weight,
    selected,
    together,
)
from netdeps.measures.gaps.internal import unknown_links
from netdeps.measures.gaps.issue_facts import Agenda, ToldIssue
from netdeps.measures.gaps.issues import WEIGHTS
from netdeps.measures.gaps.measured import MeasuredPair, measure_pairs, share_known, without_level
from netdeps.measures.gaps.question import Question, Subject
from netdeps.model import Dependency, Level, Network, pair
from netdeps.results import About, Findings
from netdeps.words import Phrase

_NO_URGENCY = Phrase("reason.no_urgency")


def questions(
    network: Network,
    *,
    subject: Subject | None = None,
    prior: float = 0.5,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Question]:
    """What nobody was asked although much hangs on it, most first.

    priority = what hangs on the answer × 4p(1 - p), with p the chance, beforehand, of a yes
    (``prior``): ask first where it matters and is uncertain. From 0 to 1. On a *contact* at a level
    hangs the requirement of the pair × the share of its need at that level; on a *role* (whether an
    organisation takes up its part in an issue) hangs the urgency of the issue × the share of the role
    in all that the issue takes; on a line *inside* an organisation, between two of its levels, hangs
    all that others need from it or it from them at the lower of the two; on an *acknowledgement* (whether an organisation knows what another
    needs from it) hang those needs, on the scale of the requirement. First come the questions that decide whether something is missing,
    then the acknowledgements, which decide what is felt. Questions of priority 0 are left out.
    ``subject`` asks for one sort; with ``level`` only contacts at that level and needs that concern it count.

    A contact is a question where neither of the two, nor anybody else, said anything. Where one of
    them was asked, it is no question but a gap or a contact, and the gap itself says whose answer
    could overturn it. Pairs without a level in common are undefined, and so are the roles in an
    issue of which the urgency is not known.

    Raises
    ------
    OptionError
        When ``prior`` is not from 0 to 1, or there is no such subject.
    UnknownNameError
        When a level, kind, issue or organisation is asked for that is not there.

    References
    ----------
    netdeps' own; 4p(1 - p) is the variance of a yes-or-no answer, scaled to 1 at p = 1/2.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "importance": 3, "level": "governing"}],
    ... )
    >>> for one in measures.questions(network):
    ...     print(one.priority, one.question("en"))
    0.75 Do care and housing speak to each other at governing level?
    0.75 Does housing know that care needs this from it: dwellings?
    """
    if subject is not None:
        check_option("subject", subject, get_args(Subject))
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    weight = 4 * _chance(prior) * (1 - _chance(prior))
    measured = measure_pairs(part, Contacts(part), issue=issue, level=level)
    needs = chosen_needs(part, issue=issue, level=level)
    issues = [] if level else list(_unconfirmed(part, issue))
    asked: Mapping[str, Iterable[Question]] = {
        "contact": chain(*(_contacts(one, weight, part) for one in measured.values())),
        "role": chain(
            *(_roles(one, weight, part) for one in issues if one.issue.urgency is not None)
        ),
        "inside": _inside(weight, part, issue, level),
        "acknowledgement": _acknowledgements(needs, weight, part),
    }
    rows = [row for one, found in asked.items() if subject in {None, one} for row in found]
    rows.sort(key=_order)
    known = share_known(measured.values())
    about = About.of("questions", part, rows, known_share=known)
    undated = {one.issue.id: _NO_URGENCY for one in issues if one.issue.urgency is None}
    return Findings(rows, about, {**without_level(measured), **undated})


def _order(row: Question) -> tuple[bool, float, tuple[str, ...], str, tuple[str, ...]]:
    """Sort by what the answer decides: whether something is missing, then what is felt."""
    felt = row.subject == "acknowledgement"
    return felt, -row.priority, row.parties, row.level or "", (row.subject, *row.ask, *row.about)


def _contacts(found: MeasuredPair, weight: Fraction, network: Network) -> Iterator[Question]:
    for level, share in found.shares.items():
        priority = found.need.requirement * share * weight
        if not found.is_known(level) and priority:
            yield Question(
                parties=found.need.parties,
                ask=found.need.parties,
                level=level,
                priority=float(priority),
                because=found.need.because,
                names=network.names,
            )


def _unconfirmed(network: Network, issue: str | None) -> Iterator[ToldIssue]:
    """Give the issues with a role that nobody who fills it has confirmed."""
    agenda = Agenda(network, {word: exact(weight) for word, weight in WEIGHTS.items()})
    found = (agenda.about(one) for one in network.issues if issue in {None, one.id})
    return (one for one in found if any(one.unconfirmed()))


def _roles(told: ToldIssue, weight: Fraction, network: Network) -> Iterator[Question]:
    """Ask who may fill a role: the owner, or those of a kind of whom one is enough.

    Who may fill several roles is asked once.
    """
    shares: dict[tuple[str, ...], Fraction] = {}
    for demand, holders in told.unconfirmed():
        share = demand.weight / told.weight(told.demands)
        shares[holders] = shares.get(holders, Fraction(0)) + share
    for holders, share in shares.items():
        priority = weight * exact(told.issue.urgency or 0) * share
        if priority:
            yield Question(
                subject="role",
                parties=holders,
                ask=holders,
                level=None,
                about=(told.issue.title or told.issue.id,),
                priority=float(priority),
                because=(told.issue.id,),
                names=network.names,
            )


def _inside(
    weight: Fraction, network: Network, issue: str | None, level: Level | None
) -> Iterator[Question]:
    """Ask whether the levels of one organisation speak to each other, where nobody said so."""
    needs = chosen_needs(network, issue=issue, level=level)
    for link in unknown_links(network):
        upper, lower = link.levels
        own = [need for need in needs if _concerns(need, link.organisation, lower)]
        priority = weight * together(need_weight(need) for need in own)
        if priority and level in {None, upper, lower}:
            yield Question(
                subject="inside",
                parties=(link.organisation,),
                ask=(link.organisation,),
                level=upper,
                other_level=lower,
                priority=float(priority),
                because=tuple(sorted(need.id for need in own)),
                names=network.names,
            )


def _concerns(need: Dependency, party: str, level: Level) -> bool:
    return need.level in {level, None} and party in {need.depender, *need.dependees}


def _acknowledgements(
    needs: Iterable[Dependency], weight: Fraction, network: Network
) -> Iterator[Question]:
    """Ask each dependee once about all that another needs from it, and that it was not asked about."""
    asked = Asked(network)
    silent: dict[tuple[str, str], list[Dependency]] = {}
    for need in needs:
        replied = {reply.said.speaker for reply in need.replies}
        told = {need.depender, need.said.speaker, *need.acknowledged_by, *replied}
        for one in need.dependees:
            if one in network.names and one not in told and not asked.about(need, one):
                silent.setdefault((need.depender, one), []).append(need)
    for (depender, dependee), unheard in silent.items():
        priority = weight * together(need_weight(need) for need in unheard)
        if priority:
            yield Question(
                subject="acknowledgement",
                parties=pair(depender, dependee),
                ask=(dependee,),
                level=None,
                about=tuple(sorted({need.dependum for need in unheard})),
                priority=float(priority),
                because=tuple(sorted(need.id for need in unheard)),
                names=network.names,
            )


def _chance(prior: float) -> Fraction:
    return check_share("the prior chance {}", prior)
