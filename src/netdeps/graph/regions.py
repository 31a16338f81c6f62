"""In which region each organisation works, however it was spelt."""

from __future__ import annotations

from netdeps.model import Network


def home_regions(network: Network) -> dict[str, str | None]:
    """Give the region of each organisation; None where none was filled in.

    Space around it and capitals make no other region; the spelling that sorts first is shown.

    Examples
    --------
    >>> home_regions(Network(organisations=[{"id": "a", "region": "Leiden "}, {"id": "b", "region": " "}]))
    {'a': 'Leiden', 'b': None}
    """
    spelt: dict[str, str] = {}
    for text in sorted((one.region or "").strip() for one in network.organisations):
        spelt.setdefault(text.casefold(), text)
    return {
        one.id: spelt[(one.region or "").strip().casefold()] or None
        for one in network.organisations
    }
