"""Who cannot go on when organisations drop out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import get_args

from netdeps.errors import OptionError, check_option, quoted, unknown_name
from netdeps.graph import Selection, chosen_needs, dependums, selected
from netdeps.measures.dependence.cascade import CascadeOption, Fall, falls
from netdeps.measures.dependence.dropout_rows import Dropout, SinglePoint
from netdeps.measures.dependence.shared import about
from netdeps.model import Dependency, Network
from netdeps.results import Findings


def single_points_of_failure(
    network: Network,
    *,
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[SinglePoint]:
    """On whom so much hangs that needs of others go unmet without it, most affected first.

    For each organisation by itself: the needs of others that are unmet at once when it drops out,
    who loses something essential by that (``direct``), and who cannot go on after that because of
    those (``cascade``). A need with alternatives is unmet when all of them are gone, a need of
    each of several when one of them is. Organisations without which every need of the others can
    still be met are left out. Ranked by how many organisations cannot go on, then by needs.

    It rests on what was named: an organisation that nobody asked what it needs never goes down
    here. Somebody outside the network never drops out.

    Raises
    ------
    UnknownNameError
        When a kind, issue or organisation is asked for that is not there.

    References
    ----------
    The propagation: Dowling and Gallier (1984), Linear-time algorithms for testing the
    satisfiability of propositional Horn formulae, https://doi.org/10.1016/0743-1066(84)90014-1.
    Its use for dependencies is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "essential": True},
    ...                   {"depender": "city", "dependum": "guidance", "dependees": ["care"],
    ...                    "essential": True}],
    ... )
    >>> for row in measures.single_points_of_failure(network):
    ...     print(row.organisation, row.direct, row.cascade)
    housing ('care',) ('city',)
    care ('city',) ()
    """
    part = selected(network, Selection(kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue)
    named = {need.id: need for need in needs}
    rows = [_single_point(one, named, part) for one in falls(needs, _each_alone(part))]
    rows = [row for row in rows if row.needs_lost]
    rows.sort(key=lambda row: (-row.rank, row.organisation))
    told = {need.depender for need in needs}
    return Findings(rows, about("single_points_of_failure", part, rows, told))


def dropout_impact(
    network: Network,
    *,
    together: Collection[str] | None = None,
    cascade: CascadeOption = "on",
    kind: str | None = None,
    issue: str | None = None,
    inside: str | None = None,
) -> Findings[Dropout]:
    """Which needs go unmet and who cannot go on when organisations drop out, round by round.

    A fixed point: a need is unmet when all who could meet it are gone, or, where each of them is
    needed, one of them; an organisation with an unmet essential need goes down too, and so on
    until nobody else does. What an organisation can meet itself is met as long as it stands. With
    ``cascade="off"`` nobody goes down but those who drop out.

    Without ``together``, each organisation drops out by itself; those without which every need of
    the others can still be met are left out. With ``together``, there is one row: all of these drop
    out at once. Ranked by how many organisations cannot go on, then by the needs of others.

    Somebody outside the network never drops out. An organisation that nobody asked what it needs
    never goes down here.

    Raises
    ------
    OptionError
        When ``together`` names nobody or is no collection, or ``cascade`` is not known.
    UnknownNameError
        When a kind, issue or organisation is asked for that is not there.

    References
    ----------
    The propagation: Dowling and Gallier (1984), Linear-time algorithms for testing the
    satisfiability of propositional Horn formulae, https://doi.org/10.1016/0743-1066(84)90014-1.
    Its use for dependencies is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "city"}, {"id": "fund"}],
    ...     dependencies=[{"depender": "care", "dependum": "money", "dependees": ["city", "fund"],
    ...                    "essential": True}],
    ... )
    >>> len(measures.dropout_impact(network))
    0
    >>> measures.dropout_impact(network, together=["city", "fund"])[0].rounds
    (('care',),)
    """
    check_option("cascade", cascade, get_args(CascadeOption))
    part = selected(network, Selection(kind=kind, issue=issue, inside=inside))
    needs = chosen_needs(part, issue=issue)
    beginnings = _each_alone(part) if together is None else [_known(together, part)]
    found = falls(needs, beginnings, cascade=cascade)
    rows = [_dropout(one, part) for one in found if one.of_others or together is not None]
    rows.sort(key=lambda row: (-row.rank, row.dropped))
    told = {need.depender for need in needs}
    return Findings(rows, about("dropout_impact", part, rows, told))


def _each_alone(network: Network) -> list[tuple[str, ...]]:
    return [(one,) for one in network.ids]


def _single_point(fall: Fall, needs: Mapping[str, Dependency], network: Network) -> SinglePoint:
    return SinglePoint(
        organisation=fall.dropped[0],
        needs_lost=fall.at_once,
        direct=fall.rounds[0] if fall.rounds else (),
        cascade=tuple(sorted(who for later in fall.rounds[1:] for who in later)),
        dependums=dependums(needs[one] for one in fall.at_once),
        because=fall.unmet,
        names=network.names,
    )


def _dropout(fall: Fall, network: Network) -> Dropout:
    return Dropout(
        dropped=fall.dropped,
        unmet=fall.unmet,
        of_others=fall.of_others,
        stopped=tuple(sorted(who for one in fall.rounds for who in one)),
        rounds=fall.rounds,
        dependums=fall.dependums,
        because=fall.unmet,
        names=network.names,
    )


def _known(together: Collection[str], network: Network) -> tuple[str, ...]:
    """Give the organisations that drop out together, sorted; refuse what names nobody."""
    named = isinstance(together, Collection) and not isinstance(together, str)
    if not named or len(together) == 0:
        raise OptionError(
            f"together={quoted(together)} does not name organisations; "
            "a list of ids is expected, for example together=['care', 'city']."
        )
    for one in sorted(together, key=str):
        if not (isinstance(one, str) and one in network.ids):
            raise unknown_name("organisation", one, network.ids)
    return tuple(sorted(set(together)))
