"""An edition: a network as one audience may see it.

What an audience sees is computed from a network that holds nothing above its level; it is never
picked out of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from netdeps.editions.audiences import PARTY, all_seen, check_audience, may_name
from netdeps.editions.reducing import reduced
from netdeps.errors import AudienceError, OptionError, quoted
from netdeps.model import STATEMENT_LISTS, Network


@dataclass(frozen=True)
class Edition:
    """A network as one audience may see it. Maps and reports take nothing else.

    It is made by ``edition``; a network that holds something above the audience is refused.
    """

    network: Network
    """What the audience may see."""
    audience: str
    """facilitator, table, public, or ``party:ID``."""

    def __post_init__(self) -> None:
        check_audience(self.audience)
        kept_for_oneself = self.network.purpose or self.network.retain_until
        if kept_for_oneself and self.audience != "facilitator":
            raise _above("a purpose or a term", self.audience)
        if not all(may_name(one, self.audience) for one in self.network.organisations):
            raise _above("organisations", self.audience)
        for name in STATEMENT_LISTS:
            if not all(all_seen(row, self.audience) for row in getattr(self.network, name)):
                raise _above(name, self.audience)


def edition(network: Network, audience: str) -> Edition:
    """Give the network as one audience may see it.

    ``facilitator`` sees everything; ``table`` what is for the table or public; ``public`` what is
    public; ``party:ID`` what the table sees and what that party said itself. An organisation that
    says nothing about its visibility is seen where a visible statement names it. For everybody but
    the facilitator, pseudonyms of persons are left out and dates are rounded to the month.

    Raises
    ------
    OptionError
        When there is no such audience.
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
    return Edition(reduced(network, audience), audience)


def _above(name: str, audience: str) -> AudienceError:
    return AudienceError(
        f"the network holds {name} above {quoted(audience)}; "
        "make an edition with: netdeps.edition(network, audience)"
    )


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
