"""Where the coordination comes together, and over how many it is spread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from netdeps.errors import OptionError, check_mapping
from netdeps.graph import Selection, check_share, selected
from netdeps.measures.brokerage.components import Extra
from netdeps.measures.brokerage.coordination import Choice, Coordination
from netdeps.measures.brokerage.load_rows import CoordinationLoad
from netdeps.model import Fixed, Level, Network
from netdeps.results import Figure, Findings, Number, Undefined

_HALF = Fraction(1, 2)
"""More than this is more than all others together."""

_TOLERANCE = Fraction(1, 10**9)


def coordination_load(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    resource: str | None = None,
    inside: str | None = None,
    fair: Mapping[str, float] | None = None,
    components: Extra | None = None,
    dependums: Collection[str] = (),
) -> Findings[CoordinationLoad]:
    """Where the coordination comes together: who pulls the cart, and who could share that.

    Up to four components are read from the case, each divided into shares that add up to 1: the
    *issues* that an organisation owns; the open *actions*, that is agreements that are not done,
    each divided over those who will do it; the *work* for all, that is what was delivered to
    ``together``; and the lines of others that are *brokered* (``brokered_load``). ``load`` is the
    mean of those components of which there is any; over all organisations it adds up to 1.
    ``ratio`` is the load divided by the fair share, 1/n unless ``fair`` gives each organisation
    another one; they add up to 1. Heaviest load first.

    Resources and units are never added: each is divided by itself, and *work* is their mean. Say
    ``resource="time"`` where money is brought to the pot as well. What was not counted is left out
    with a caveat. ``level`` chooses the contacts and needs behind the brokered lines; with an
    ``issue`` only its owner, agreements and needs count, and what was brought for everybody does not.

    ``components`` adds what a case has no list for (questions that an organisation is asked, hours
    of chairing), or replaces a component of the same name: name, organisation, amount. Where the
    amount of one organisation is missing or None, the component is left out for all: not known is
    no light load. ``dependums`` names the needs that mean coordination; ``asked_by`` then tells who
    says itself that it needs that from an organisation: a puller by request differs from one by
    habit.

    ``flag`` is ``"more_than_half"`` where the load is above 1/2: more than that of all others
    together. It has no tuned limit. All organisations are undefined where nothing was recorded,
    and a single organisation has nobody to share with.

    Raises
    ------
    OptionError
        When a fair share or an amount is no such number, the fair shares do not add up to 1, or
        ``dependums`` is one word instead of a list.
    UnknownNameError
        When a level, kind, issue, resource, dependum or organisation is asked for that is not there.

    References
    ----------
    netdeps' own, from the Dutch *karsleper*.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> owners = ["city", "city", "city", "care"]
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ("care", "city", "housing")],
    ...     issues=[{"id": f"issue {n}", "owner": owner} for n, owner in enumerate(owners)],
    ... )
    >>> [(row.organisation, row.load, row.flag) for row in measures.coordination_load(network)]
    [('city', 0.75, 'more_than_half'), ('care', 0.25, None), ('housing', 0.0, None)]
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    found = Coordination(part, network, Choice(level, issue, resource, components))
    wanted = _fair_shares(fair, part)
    asked = found.askers(dependums)
    if found.reason:
        about = found.about("coordination_load")
        return Findings([], about, dict.fromkeys(part.ids, found.reason))
    rows = [_row(one, found, wanted, asked) for one in part.ids]
    rows.sort(key=lambda row: (-found.loads[row.organisation], row.organisation))
    return Findings(rows, found.about("coordination_load", rows))


def effective_pullers(
    network: Network,
    *,
    level: Level | None = None,
    kind: str | None = None,
    issue: str | None = None,
    resource: str | None = None,
    inside: str | None = None,
    components: Extra | None = None,
) -> Figure:
    """Over how many organisations the coordination is spread, as if it were divided evenly.

    1 / Σ load², with the loads of ``coordination_load``: 1 where one organisation does everything,
    n where all do as much. Below 2 there always is one that does more than half. Undefined where no
    coordination was recorded, and for a single organisation.

    Raises
    ------
    OptionError
        When an amount is no number of 0 or more.
    UnknownNameError
        When a level, kind, issue, resource or organisation is asked for that is not there.

    References
    ----------
    The inverse of the index of Herfindahl and Hirschman, or the effective number of Laakso and
    Taagepera (1979), https://doi.org/10.1177/001041407901200101. Its use for coordination is
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ("care", "city", "housing")],
    ...     issues=[{"id": one, "owner": one} for one in ("care", "city")],
    ... )
    >>> measures.effective_pullers(network)
    2.0
    """
    part = selected(network, Selection(level=level, kind=kind, issue=issue, inside=inside))
    found = Coordination(part, network, Choice(level, issue, resource, components))
    about = found.about("effective_pullers")
    if found.reason:
        return Undefined(found.reason, about)
    return Number(float(1 / sum(load**2 for load in found.loads.values())), about)


def _fair_shares(fair: Mapping[str, float] | None, part: Network) -> dict[str, Fraction]:
    if fair is None:
        return {one: Fraction(1, len(part.ids)) for one in part.ids}
    check_mapping("fair", fair, "the fair share of each organisation is expected, by its id")
    given = {
        part.organisation(who).id: check_share("the fair share {}", share)
        for who, share in fair.items()
    }
    total = sum(given.values(), Fraction(0))
    if abs(total - 1) > _TOLERANCE:
        raise OptionError(f"the fair shares add up to {float(total):g}; they have to add up to 1.")
    return {one: given.get(one, Fraction(0)) for one in part.ids}


def _row(
    one: str,
    found: Coordination,
    fair: Mapping[str, Fraction],
    asked: Mapping[str, Mapping[str, set[str]]] | None,
) -> CoordinationLoad:
    load, askers = found.loads[one], asked[one] if asked else {}
    profile = {name: part.shares.get(one, Fraction(0)) for name, part in found.components.items()}
    return CoordinationLoad(
        organisation=one,
        load=float(load),
        fair=float(fair[one]),
        ratio=float(load / fair[one]) if fair[one] else None,
        profile=Fixed({name: float(share) for name, share in profile.items()}),
        flag="more_than_half" if load > _HALF else None,
        asked_by=None if asked is None else tuple(sorted(askers)),
        could_share=_could_share(one, found, fair),
        because=tuple(sorted(found.because(one).union(*askers.values()))),
        names=found.network.names,
    )


def _could_share(one: str, found: Coordination, fair: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Give who has to do with the same and carries less than its fair share, least first."""
    spare = {who: fair[who] - found.loads[who] for who in {one, *found.partners(one)}}
    if spare[one] >= 0:
        return ()
    return tuple(
        sorted((who for who in spare if spare[who] > 0), key=lambda who: (-spare[who], who))
    )
