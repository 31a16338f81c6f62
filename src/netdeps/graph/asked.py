"""Who was asked what it needs and what others need from it, and at which level."""

from __future__ import annotations

from netdeps.model import Dependency, Interview, Network


class Asked:
    """The interviews about dependencies, looked up by party and need.

    Examples
    --------
    >>> network = Network(
    ...     organisations=[{"id": "care"}, {"id": "housing"}],
    ...     dependencies=[{"depender": "care", "dependum": "dwellings", "dependees": ["housing"],
    ...                    "level": "governing"}],
    ...     interviews=[{"id": "staff", "organisation": "housing", "level": "operational",
    ...                  "asked": ["dependencies"]}],
    ... )
    >>> Asked(network).about(network.dependencies[0], "housing")
    ()
    """

    def __init__(self, network: Network) -> None:
        self._interviews: dict[str, list[Interview]] = {}
        for one in network.interviews:
            if "dependencies" in one.asked:
                self._interviews.setdefault(one.organisation, []).append(one)

    def about(self, need: Dependency, party: str) -> tuple[str, ...]:
        """Give the interviews in which a party could have spoken of a need, by its level."""
        found = self._interviews.get(party, ())
        return tuple(
            one.id for one in found if one.level == need.level or None in (one.level, need.level)
        )
