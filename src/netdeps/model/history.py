"""A history: networks of the same case at successive moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator

from netdeps.model.base import Record, wrong
from netdeps.model.network import Network


class History(Record):
    """A row of networks, each with its moment, from the earliest to the latest.

    Examples
    --------
    >>> import netdeps as nd
    >>> before, after = nd.Network(date="2018-06-01"), nd.Network(date="2019-03-01")
    >>> [str(day) for day in nd.History(networks=[before, after]).dates]
    ['2018-06-01', '2019-03-01']
    """

    networks: Annotated[tuple[Network, ...], Field(min_length=1)]
    """The networks, earliest first."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [network.date for network in self.networks]
        if None in days:
            raise wrong(
                f"network {days.index(None) + 1} has no date",
                "each network of a history has its own date",
                "Fill in 'date' in its case.",
            )
        for number, (earlier, later) in enumerate(zip(self.dates, self.dates[1:], strict=False)):
            if later <= earlier:
                raise wrong(
                    f"network {number + 2} ({later}) does not come after network {number + 1} ({earlier})",
                    "the earliest network comes first",
                    "Sort them by date.",
                )
        return self

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The moments, earliest first."""
        return tuple(network.date for network in self.networks if network.date is not None)

    @property
    def first(self) -> Network:
        """The earliest network."""
        return self.networks[0]

    @property
    def last(self) -> Network:
        """The latest network."""
        return self.networks[-1]

    def steps(self) -> Iterator[tuple[Network, Network]]:
        """Give each network with the one that follows it."""
        return zip(self.networks, self.networks[1:], strict=False)
