"""How the balance feels, next to how it was counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt

from netdeps.graph import Good, Selection, Status, flows, not_added, selected
from netdeps.measures.balance.felt_rows import Felt, Measured
from netdeps.measures.balance.goods import by_good, labels, tallied
from netdeps.measures.balance.tally import Tally, plain
from netdeps.model import FeltBalance, Fixed, Network
from netdeps.results import About, Figure, Findings, Number, Undefined
from netdeps.words import Phrase

_LEAST = 8
"""So many organisations a rank correlation takes at least: with fewer it means nothing."""

_EVEN = Fraction(1, 10)
"""As far from 0 a ratio still counts as in balance."""


def felt_balance(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Findings[Felt]:
    """How each organisation feels about what it brings and gets, next to what was counted.

    ``felt`` is the mean of what the organisation says itself, from -2 (it costs us much more than it
    yields) to 2 (it yields us much more than it costs). ``ratios`` are those of ``give_and_take`` by
    resource: (given - taken) / (given + taken). What is felt over all stands beside all dossiers,
    what is felt in a dossier beside that dossier.

    ``measured`` says what was counted: it ``gives`` where the ratio of some resource is above 0.1 and
    that of none below -0.1, ``takes`` the other way round, ``balance`` where all lie between, and
    ``mixed`` where one resource goes out and another comes in. It is None where nothing of it
    was counted, or not all. ``surprising`` is True where the feeling goes against the figures: it
    brings more than it gets and feels that it pays, or gets more than it brings and feels that it
    costs more. (Who brings more and feels that it costs more says the same as the figures.) Those
    come first. None of it is wrong: something may count that nobody counted.

    What others say of how it feels is left out: ask, do not fill in. Undefined for organisations
    that have not said how it feels.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    netdeps' own.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> network = Network(
    ...     organisations=[{"id": "city"}, {"id": "town"}],
    ...     contributions=[{"giver": "city", "taker": "town", "resource": "time", "amount": 8}],
    ...     felt_balances=[{"organisation": "city", "felt": 1}],
    ... )
    >>> row = measures.felt_balance(network)[0]
    >>> row.felt, dict(row.ratios), row.measured, row.surprising
    (1.0, {'time': 1.0}, 'gives', True)
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    told = _told(part, dossier)
    tallies = {
        where: tallied(by_good(flows(part, dossier=where, resource=resource, status=status)))
        for where in {dossier, *(where for _, where in told)}
    }
    rows = [_row(who, where, told[who, where], tallies[where], part) for who, where in told]
    rows.sort(key=lambda row: (not row.surprising, row.organisation, row.dossier or ""))
    spoken = {who for who, _ in told}
    others = {one.organisation for one in part.felt_balances if dossier in {None, _where(one)}}
    reasons = {
        who: Phrase("reason.felt_by_others" if who in others else "reason.felt_not_told")
        for who in part.ids
        if who not in spoken
    }
    return Findings(rows, About.of("felt_balance", part, rows), reasons)


def felt_agreement(
    network: Network,
    *,
    dossier: str | None = None,
    resource: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
) -> Figure:
    """How far those who get more than others also feel more than others that it pays.

    The rank correlation (Spearman; ties share the mean of their ranks) between ``felt`` and (taken -
    given) / (taken + given), over the organisations of which both are known: 1 where the one follows
    the other wholly, 0 where they have nothing to do with each other, -1 where those who get most
    feel most that it costs. Without ``dossier``, what is felt over all counts.

    Undefined with fewer than eight such organisations, where one of the two is the same for all, and
    where several resources or units would have to be added.

    Raises
    ------
    OptionError
        When the status is not known.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    Spearman (1904), The proof and measurement of association between two things,
    https://doi.org/10.2307/1412159.

    Examples
    --------
    >>> from netdeps import Network, measures
    >>> ids = "abcdefghi"
    >>> network = Network(
    ...     organisations=[{"id": one} for one in ids],
    ...     contributions=[
    ...         {"giver": one, "taker": "a", "resource": "time", "amount": 1} for one in ids[1:]
    ...     ],
    ...     felt_balances=[{"organisation": one, "felt": 2 if one == "a" else -1} for one in ids],
    ... )
    >>> measures.felt_agreement(network)
    1.0
    """
    part = selected(network, Selection(dossier=dossier, kind=kind, inside=inside))
    told = {who: found for (who, where), found in _told(part, dossier).items() if where == dossier}
    tallies = tallied(by_good(flows(part, dossier=dossier, resource=resource, status=status)))
    rows = [_row(who, dossier, found, tallies, part) for who, found in told.items()]
    whole = [row for row in rows if None not in row.ratios.values() and row.ratios]
    said = About.of("felt_agreement", part, whole)
    mixed = not_added(tallies)
    if mixed is not None:
        return Undefined(mixed, said)
    if len(whole) < _LEAST:
        return Undefined(Phrase.of("reason.too_few_felt", {"least": _LEAST}), said)
    felt = [_mean(told[row.organisation]) for row in whole]
    (tally,) = tallies.values()
    agreement = _rank_correlation(
        felt, [-(_ratio(row.organisation, tally) or Fraction(0)) for row in whole]
    )
    if agreement is None:
        return Undefined(Phrase("reason.all_alike"), said)
    return Number(agreement, said)


_Told = dict[tuple[str, str | None], list[FeltBalance]]


def _told(network: Network, dossier: str | None) -> _Told:
    """Give what each organisation says of how it feels, over all and in each dossier."""
    found: _Told = {}
    for one in network.felt_balances:
        own = one.said.by in {None, one.organisation}
        if own and dossier in {None, _where(one)}:
            found.setdefault((one.organisation, _where(one)), []).append(one)
    return found


def _where(one: FeltBalance) -> str | None:
    return one.dossier or None


def _mean(told: Sequence[FeltBalance]) -> Fraction:
    return Fraction(sum(one.felt for one in told), len(told))


def _row(
    who: str,
    dossier: str | None,
    told: Sequence[FeltBalance],
    tallies: Mapping[Good, Tally],
    network: Network,
) -> Felt:
    own = {good: tally for good, tally in tallies.items() if who in tally}
    called, ratios = labels(own), {good: _ratio(who, tally) for good, tally in own.items()}
    felt, measured = _mean(told), _measured(list(ratios.values()))
    counted = {name for tally in own.values() for name in tally.because(who)}
    return Felt(
        organisation=who,
        dossier=dossier,
        felt=float(felt),
        ratios=Fixed({called[good]: plain(ratio) for good, ratio in ratios.items()}),
        measured=measured,
        surprising=(measured == "gives" and felt > 0) or (measured == "takes" and felt < 0),
        because=tuple(sorted({*counted, *(one.id for one in told)})),
        names=network.names,
    )


def _ratio(who: str, tally: Tally) -> Fraction | None:
    given, taken = tally.given(who), tally.taken(who)
    return None if given is None or taken is None else (given - taken) / (given + taken)


def _measured(ratios: Sequence[Fraction | None]) -> Measured | None:
    """Say what the ratios say together; None where nothing was counted, or not all."""
    counted = [ratio for ratio in ratios if ratio is not None]
    if not counted or len(counted) < len(ratios):
        return None
    gives, takes = max(counted) > _EVEN, min(counted) < -_EVEN
    if gives and takes:
        return "mixed"
    return "gives" if gives else "takes" if takes else "balance"


def _rank_correlation(one: Sequence[Fraction], other: Sequence[Fraction]) -> float | None:
    """Correlate ranks, counted in whole numbers; None where all of one side are alike."""
    first, second = _ranks(one), _ranks(other)
    spread = sqrt(_product(first, first) * _product(second, second))
    return max(-1.0, min(_product(first, second) / spread, 1.0)) if spread else None


def _ranks(values: Sequence[Fraction]) -> list[int]:
    """Give twice the rank of each, seen from the middle: how many are less, minus how many more."""
    ordered = sorted(values)
    return [bisect_left(ordered, one) + bisect_right(ordered, one) - len(ordered) for one in values]


def _product(one: Iterable[int], other: Iterable[int]) -> int:
    return sum(first * second for first, second in zip(one, other, strict=True))
