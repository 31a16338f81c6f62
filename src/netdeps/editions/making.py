"""An edition: a network as one audience may see it.

What an audience sees is computed from a network that holds nothing above its level; it is never
picked out of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from netdeps.editions.audiences import PARTY, check_audience
from netdeps.editions.pseudonyms import as_seen
from netdeps.errors import AudienceError, OptionError, quoted
from netdeps.model import STATEMENT_LISTS, Network


@dataclass(frozen=True)
class Edition:
    """A network as one audience may see it. Maps and reports take nothing else.

    It is made by ``edition``; a network that is not exactly what ``edition`` would make of it is
    refused: what is above the audience, a pseudonym, an exact day, an order.
    """

    network: Network
    """What the audience may see."""
    audience: str
    """facilitator, table, public, or ``party:ID``."""

    def __post_init__(self) -> None:
        check_audience(self.audience)
        if self.audience == "facilitator":
            return
        seen = as_seen(self.network, self.audience)
        for name in (*STATEMENT_LISTS, *Network.model_fields):
            if getattr(seen, name) != getattr(self.network, name):
                raise AudienceError(
                    f"'{name}' of the network is not as {quoted(self.audience)} may see it; "
                    "make an edition with: netdeps.edition(network, audience)"
                )


def edition(
    network: Network, audience: str, *, seed: int | None = None, beside: Network | None = None
) -> Edition:
    """Give the network as one audience may see it.

    ``facilitator`` sees everything; ``table`` what is for the table or public; ``public`` what is
    public; ``party:ID`` what the table sees and what that party said itself. For everybody but the
    facilitator, pseudonyms of persons are left out and dates are rounded to the month.

    An organisation that says nothing about its visibility is seen where a visible statement names
    it. In the public edition it stands there under a pseudonym, of its kind and a letter: it has a
    name there only where its own ``said`` is public. The letters are dealt by chance, anew for each
    edition. ``seed``, a secret whole number, makes the same edition again; ``beside`` is a network
    that is shown together with this one, such as the case as it was: both have the same letters
    when each is made beside the other with the same seed. Neither changes any other edition.

    Raises
    ------
    OptionError
        When there is no such audience, or the seed is no whole number of at least 0.
    UnknownNameError
        When the party is not one of the organisations.

    Examples
    --------
    >>> import netdeps as nd
    >>> network = nd.Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     contacts=[{"between": ["care", "housing"], "said": {"visibility": "table"}}],
    ...     concerns=[{"theme": "tendering", "said": {"by": "care"}}],
    ... )
    >>> shown = nd.edition(network, "table").network
    >>> len(shown.contacts), len(shown.concerns)
    (1, 0)
    """
    if not isinstance(network, Network):
        raise OptionError(f"an edition is made of a Network; {quoted(network)} was given.")
    check_audience(audience)
    if audience.startswith(PARTY):
        network.organisation(audience.removeprefix(PARTY))
    if audience == "facilitator":
        return Edition(network, audience)
    return _made(as_seen(network, audience, seed=seed, beside=beside), audience)


def _made(network: Network, audience: str) -> Edition:
    """Make an edition of what was just reduced, without doing that again to see whether it was."""
    made = object.__new__(Edition)
    object.__setattr__(made, "network", network)
    object.__setattr__(made, "audience", audience)
    return made


def network_of(shown: Edition) -> Network:
    """Give what an edition holds, and refuse anything else: every writer asks this first.

    Raises
    ------
    AudienceError
        When it is no edition, so that nobody said for whom it is.
    """
    if not isinstance(shown, Edition):
        raise AudienceError(
            f"an edition is expected, for it says who may see it; {quoted(type(shown).__name__)} was "
            "given. Make one with netdeps.edition(network, 'table'), or with 'facilitator' for yourself."
        )
    return shown.network
