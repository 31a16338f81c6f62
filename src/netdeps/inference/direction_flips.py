"""Is the balance more one-sided than chance? The null tosses a coin for who gives to whom."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import get_args

from netdeps.errors import OptionError, UndefinedError, check_draws, check_option, quoted
from netdeps.graph import Flow, Selection, Status, flows, not_added, selected
from netdeps.inference.coins import Coins, Statistic, parties
from netdeps.inference.permuted import Permutation
from netdeps.model import TOGETHER, Network
from netdeps.words import Phrase


def direction_flips(
    network: Network,
    *,
    statistic: Statistic = "imbalance",
    organisation: str | None = None,
    resource: str | None = None,
    dossier: str | None = None,
    kind: str | None = None,
    inside: str | None = None,
    status: Status = "delivered",
    flips: int = 2000,
    seed: int = 0,
) -> Permutation:
    """How unusual so one-sided a balance is, had a coin been tossed for who gives to whom.

    What one brings another of a resource in a dossier keeps its amount and its two parties; only
    which of the two gives is tossed, for each by itself. The statistic is

    - ``"imbalance"``: what does not come back to who brought it, Σ |net| / 2, in the unit of the
      resource (``measures.imbalance`` is the same as a share of all that is brought);
    - ``"net"``: |given - taken| of one ``organisation``; only what it gives and takes is tossed;
    - ``"reciprocity"``: the share that comes back directly, ``measures.weighted_reciprocity``;
      ``relative`` of the answer is then (r - <r>) / (1 - <r>), where <r> is ``expected``.

    The p-value, above 0 and at most 1, is the share of the tosses that are at least as one-sided: an
    imbalance or net as large or larger, a reciprocity as small or smaller. Exact up to 16 such
    contributions, else from ``flips`` random tosses with (b + 1) / (R + 1). What is brought to the
    common pot is left out, since the pot cannot give back.

    Contributions are no sample, and nobody tosses coins: read it as a measuring rod for the balance,
    not as a test of what anybody means to do.

    Raises
    ------
    UndefinedError
        When nothing is brought but to the common pot, some of it was not counted, or several
        resources or units would have to be added; for ``"net"``, among what the organisation gives
        and takes.
    OptionError
        When the statistic or status is not known, ``organisation`` is there without ``"net"`` or the
        other way round, or ``flips`` or ``seed`` is too small.
    UnknownNameError
        When a dossier, resource, kind or organisation is asked for that is not there.

    References
    ----------
    The tossed directions are netdeps' own. Reciprocity set against what is expected: Squartini,
    Picciolo, Ruzzenenti and Garlaschelli (2013), https://doi.org/10.1038/srep02729, whose expected
    value is another one. A sampled p-value is never 0: Phipson and Smyth (2010),
    https://doi.org/10.2202/1544-6115.1585.

    Examples
    --------
    >>> from netdeps import Network, inference
    >>> network = Network(
    ...     organisations=[{"id": one} for one in "abc"],
    ...     contributions=[
    ...         {"giver": giver, "taker": taker, "resource": "time", "amount": amount}
    ...         for giver, taker, amount in [("a", "b", 4), ("b", "c", 2), ("a", "c", 3)]
    ...     ],
    ... )
    >>> found = inference.direction_flips(network)
    >>> found.statistic, found.null, found.p_value
    (7.0, (2.0, 2.0, 6.0, 6.0, 7.0, 7.0, 7.0, 7.0), 0.5)
    """
    part = selected(network, Selection(kind=kind, dossier=dossier, inside=inside))
    _check(part, statistic, organisation)
    check_draws("flips", flips, seed)
    found = flows(part, dossier=dossier, resource=resource, status=status)
    return Coins.of(_tossed(found, organisation), statistic, organisation).answer(flips, seed)


def _check(network: Network, statistic: str, organisation: str | None) -> None:
    check_option("statistic", statistic, get_args(Statistic))
    if statistic == "net" and organisation is None:
        raise OptionError("the statistic 'net' is that of one organisation; say which.")
    if statistic != "net" and organisation is not None:
        raise OptionError(
            f"the statistic {quoted(statistic)} is that of all organisations; leave "
            f"organisation={quoted(organisation)} out, or choose 'net'."
        )
    if organisation is not None:
        network.organisation(organisation)


def _tossed(found: Sequence[Flow], organisation: str | None) -> list[tuple[Flow, Fraction]]:
    """Give what a coin is tossed for with its amount, and refuse what cannot be added.

    Sorted by what the coins leave alone, so that a sample is the same whichever way things go.
    """
    tossed = [one for one in found if one.amount != 0 and _has_a_side(one, organisation)]
    mixed = not_added(one.good for one in tossed)
    if mixed is not None:
        raise _undefined(mixed)
    counted = [(one, one.amount) for one in tossed if one.amount is not None]
    if len(counted) < len(tossed):
        raise _undefined(Phrase("reason.no_amount"))
    if not counted:
        raise _undefined(_why_nothing(found, organisation))
    return sorted(counted, key=lambda line: (parties(line[0]), line[0].dossier or "", line[1]))


def _has_a_side(one: Flow, organisation: str | None) -> bool:
    """Tell whether it could as well have gone the other way: the common pot never gives."""
    return one.taker != TOGETHER and organisation in {None, one.giver, one.taker}


def _why_nothing(found: Sequence[Flow], organisation: str | None) -> Phrase:
    """Say why there is nothing to toss for: what is brought goes to the pot, or nothing is."""
    to_the_pot = any(one.amount != 0 and organisation in {None, one.giver} for one in found)
    if organisation is None:
        return Phrase("reason.all_to_the_pot" if to_the_pot else "reason.nothing_brought")
    return Phrase("reason.pot_gives_nothing" if to_the_pot else "reason.not_involved")


def _undefined(reason: Phrase) -> UndefinedError:
    return UndefinedError(f"direction_flips is undefined: {reason}")
