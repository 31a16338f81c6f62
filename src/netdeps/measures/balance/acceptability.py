"""Under how many ways of weighing the resources an organisation brings more than it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from netdeps.errors import OptionError, check_mapping, quoted, unknown_name
from netdeps.graph import Good, Selection, Status, check_share, flows, selected
from netdeps.measures.balance.goods import by_good, labels, nets_of, not_involved, tallied
from netdeps.measures.balance.tally import Tally, about, shared_out, statements, total
from netdeps.model import Fixed, Network
from netdeps.results import Findings, Row
from netdeps.words import Fact, Phrase, percent

Limits: TypeAlias = Mapping[str | tuple[str, str | None], tuple[float, float]]
"""The lowest and the highest weight of a resource; by resource and unit where it has several."""

_Bounds: TypeAlias = tuple[Fraction, Fraction]


@dataclass(frozen=True, kw_only=True)
class GiverAcceptability(Row):
    """Under which share of all ways of weighing an organisation brings more than it takes."""

    words: ClassVar[str] = "giver_acceptability"

    organisation: str
    """The organisation."""
    dossier: str | None
    """The dossier; None for all together."""
    acceptability: float
    """The share of all weights under which it brings more than it takes, from 0 to 1."""
    certain: Literal["gives", "takes"] | None
    """What holds whatever the resources are worth; None where it depends on that."""
    net: tuple[float, float]
    """The lowest and the highest net over all weights, or over those within the limits."""
    nets: Mapping[str, float]
    """Given minus taken of each resource, as a share of all that is brought of it."""
    because: tuple[str, ...] = ()
    """The contributions that it rests on: all of them, as each is a share of the whole."""

    @property
    def form(self) -> str:
        """Which sentence fits: it depends on the weights, or it holds whatever they are."""
        return self.certain or ("sentence" if any(self.nets.values()) else "balance")

    @property
    def asks(self) -> str:
        """Which question fits."""
        return "question" if self.form == "sentence" else "ask_whole"

    @property
    def doubts(self) -> str:
        """Which opposite reading fits."""
        return "otherwise" if self.form == "sentence" else "otherwise_whole"

    def facts(self) -> dict[str, Fact]:
        """Give what the sentence is made of."""
        return {
            "organisation": self.called(self.organisation),
            "share": percent(self.acceptability),
            "more": tuple(name for name, net in self.nets.items() if net > 0),
            "less": tuple(name for name, net in self.nets.items() if net < 0),
        }


def giver_acceptability(
    network: Network,
    *,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    pot: Mapping[str, float] | None = None,
    limits: Limits | None = None,
) -> Findings[GiverAcceptability]:
    """Under which share of all ways of weighing the resources an organisation brings more than it takes.

    Each net (given minus taken) is divided by all that is brought of that resource, so that it makes
    no difference in which unit it is counted. Every resource gets a weight; the weights add up to
    1, and all such weights count alike (the uniform distribution on the simplex). The acceptability
    is the share of them under which the weighed nets add up to more than 0: from 0 (it takes
    more, whatever the weights) to 1 (it brings more). It is exact, not sampled: weights that are
    uniform on the simplex are exponential times divided by their sum, and which of two sums of such
    times is the larger follows from a race. 1/2 where all nets are 0.

    ``net`` holds the lowest and the highest sum over all weights; with ``limits``, the lowest and the
    highest weight of some resources (``{"time": (0.2, 0.5)}``, the others from 0 to 1), over those
    within the limits. The acceptability does not look at them. The same resource in two units counts
    as two; their names then are the resource with the unit, and the keys of ``limits`` are both
    (``("time", "hours")``). What is scored rather than counted, such as expertise from 1 to 5, has
    no sum, and so no acceptability that means anything.

    A resource of which nothing is brought is dropped. Undefined for organisations that neither give
    nor take, and where something they share in was not counted. The common pot has no row.

    Raises
    ------
    OptionError
        When the status is not known, the shares of ``pot`` are negative or do not add up to 1, or
        the limits are not from 0 to 1 or leave no weights that add up to 1.
    UnknownNameError
        When a dossier, kind or organisation is asked for that is not there, or a limit is set to
        a resource that is not brought.

    References
    ----------
    Lahdelma and Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group
    decision making, https://doi.org/10.1287/opre.49.3.444.11220. The race is netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": giver, "taker": taker, "resource": resource, "amount": amount}
    ...         for giver, taker, resource, amount in [
    ...             ("b", "a", "dwellings", 6), ("b", "c", "dwellings", 4),
    ...             ("a", "b", "time", 40), ("c", "b", "time", 60),
    ...         ]
    ...     ],
    ... )
    >>> row = measures.giver_acceptability(network)[0]
    >>> dict(row.nets), row.acceptability, row.net
    ({'dwellings': -0.6, 'time': 0.4}, 0.4, (-0.6, 0.4))
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    found = shared_out(flows(part, dossier=dossier, status=status), pot, part, network)
    tallies = tallied(by_good(found))
    bounds = _bounds({} if limits is None else limits, tuple(tallies))
    shares = _shares(tallies)
    because = statements(one for one in found if one.amount != 0)
    rows = [
        _row(who, own, bounds, dossier, part, because)
        for who, own in sorted(shares.items())
        if own is not None
    ]
    uncounted = {who: Phrase("reason.no_amount") for who, own in shares.items() if own is None}
    reasons = {**not_involved(part, shares), **uncounted}
    return Findings(rows, about("giver_acceptability", part, found), reasons)


def _bounds(limits: Limits, goods: Sequence[Good]) -> dict[Good, _Bounds]:
    """Give the lowest and the highest weight of each good."""
    expected = "the lowest and the highest weight of a resource are expected, by its name"
    check_mapping("limits", limits, expected)
    named: dict[object, Good] = {good: good for good in goods}
    named |= {name: good for good, name in labels(goods).items()}
    bounds: dict[Good, _Bounds] = dict.fromkeys(goods, (Fraction(0), Fraction(1)))
    for key, found in limits.items():
        if key not in named:
            raise unknown_name("resource", key, sorted(labels(goods).values()))
        bounds[named[key]] = _limit(key, found)
    low, high = (sum((one[end] for one in bounds.values()), Fraction(0)) for end in (0, 1))
    if bounds and not low <= 1 <= high:
        raise OptionError(
            "no weights within the limits add up to 1: together they are at least "
            f"{float(low):g} and at most {float(high):g}."
        )
    return bounds


def _limit(key: object, found: object) -> _Bounds:
    if not (isinstance(found, tuple | list) and len(found) == 2):  # noqa: PLR2004 - two ends
        raise OptionError(
            f"the limits {quoted(found)} of {quoted(key)} are not a lowest and a highest weight."
        )
    low, high = (check_share(f"the limit {{}} of {quoted(key)}", one) for one in found)
    if low > high:
        raise OptionError(f"the limits {quoted(found)} of {quoted(key)} end below their beginning.")
    return low, high


_Shares: TypeAlias = Mapping[Good, Fraction]


def _shares(tallies: Mapping[Good, Tally]) -> dict[str, _Shares | None]:
    """Give everybody's nets as shares of what is brought; None where some of it was not counted."""
    totals = {
        good: total(one for told in tally.out.values() for one in told)
        for good, tally in tallies.items()
    }
    found: dict[str, _Shares | None] = {}
    for who, nets in nets_of(tallies).items():
        own = {good: _share(nets.get(good, Fraction(0)), totals[good]) for good in tallies}
        counted = {good: share for good, share in own.items() if share is not None}
        found[who] = counted if len(counted) == len(own) else None
    return found


def _share(net: Fraction | None, brought: Fraction | None) -> Fraction | None:
    """Divide a net by what is brought; nothing is no share of it, however much that is."""
    if net is None or net == 0:
        return net
    return net / brought if brought else None


def _row(
    who: str,
    own: _Shares,
    bounds: Mapping[Good, _Bounds],
    dossier: str | None,
    network: Network,
    because: tuple[str, ...],
) -> GiverAcceptability:
    called = labels(own)
    weighed = [(net, *bounds[good]) for good, net in own.items()]
    mirrored = [(-net, low, high) for net, low, high in weighed]
    return GiverAcceptability(
        organisation=who,
        dossier=dossier,
        acceptability=_chance_of_more(own.values()),
        certain=_certain(own.values()),
        net=(float(_least(weighed)), float(-_least(mirrored))),
        nets=Fixed({called[good]: float(net) for good, net in own.items()}),
        because=because,
        names=network.names,
    )


def _chance_of_more(nets: Iterable[Fraction]) -> float:
    """Give the chance that the positive nets outweigh the negative ones.

    Each net times its weight is an exponential time. Of two sums of such times the larger one is
    the one that is not over first; as a time that still runs has no memory, every step of that race
    is won by the shorter of the two that run, with chances as their lengths. In floats, as each
    step is a mean and loses nothing; sorted, so that the order in which they come is no matter.
    """
    every = sorted(map(float, nets))
    gives, takes = [net for net in every if net > 0], [-net for net in every if net < 0]
    if not gives and not takes:
        return 0.5
    chances = [0.0] * (len(takes) + 1)
    for more in gives:
        chances[0] = 1.0
        for place, less in enumerate(takes, start=1):
            takes_over_first, gives_over_first = chances[place - 1], chances[place]
            added = more * takes_over_first + less * gives_over_first
            chances[place] = min(added / (more + less), 1.0)
    return chances[-1]


def _certain(nets: Iterable[Fraction]) -> Literal["gives", "takes"] | None:
    signs = {net > 0 for net in nets if net}
    if len(signs) != 1:
        return None
    return "gives" if True in signs else "takes"


def _least(weighed: Iterable[tuple[Fraction, Fraction, Fraction]]) -> Fraction:
    """Give the lowest sum: what is left of the weight goes to the lowest nets first."""
    ordered = sorted(weighed)
    least = sum((net * low for net, low, _ in ordered), Fraction(0))
    left = 1 - sum((low for _, low, _ in ordered), Fraction(0))
    for net, low, high in ordered:
        more = min(high - low, left)
        least, left = least + net * more, left - more
    return least
