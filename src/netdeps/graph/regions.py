"""In which region each organisation works, however it was spelt."""

from __future__ import annotations

from collections.abc import Collection

from netdeps.model import Network


def home_regions(
    network: Network, *, among: Collection[str] | None = None
) -> dict[str, str | None]:
    """Give the region of each organisation; None where none was filled in.

    Space around it and capitals make no other region; the spelling that sorts first is shown.
    With ``among`` only these organisations count.

    Examples
    --------
    >>> home_regions(Network(organisations=[{"id": "a", "region": "Leiden "}, {"id": "b", "region": " "}]))
    {'a': 'Leiden', 'b': None}
    """
    wanted = frozenset(network.ids if among is None else among)
    regions = {
        one.id: (one.region or "").strip() for one in network.organisations if one.id in wanted
    }
    spelt: dict[str, str] = {}
    for text in sorted(regions.values()):
        spelt.setdefault(text.casefold(), text)
    return {one: spelt[text.casefold()] or None for one, text in regions.items()}
