"""Prints what every measure of positions and balance gives: python same_bits.py SIZE ORDER.

ORDER is ``told`` or ``backwards``, the order in which the statements are told. Run by
``test_same_bits.py`` in processes of their own, since the number of threads of a linear algebra
library is settled when it is loaded.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from networks import backwards, relabelled
from validation.graphs import KINDS, drawn

from netdeps import Network
from netdeps.graph import LAYERS
from netdeps.measures import MEASURES
from netdeps.results import Result

FAMILIES = ("balance", "brokerage", "centrality", "cohesion")
TIES_EACH = 6


def town(size: int) -> Network:
    """A drawn network with contacts, needs and gifts, and what organisations say of them."""
    ties = {
        layer: drawn(seed, layer, size, size * TIES_EACH // (1 + (layer == "contact"))).ties
        for seed, layer in enumerate(LAYERS)
    }
    nodes = drawn(0, "contact", size, 0).nodes
    return Network(
        organisations=[
            {"id": one, "kind": KINDS[number % len(KINDS)]} for number, one in enumerate(nodes)
        ],
        contacts=[
            {"id": f"c {a} {b}", "between": [a, b], "quality": quality}
            for a, b, quality in ties["contact"]
        ],
        dependencies=[
            {
                "id": f"d {a} {b}",
                "depender": a,
                "dependum": b,
                "dependees": [b],
                "importance": int(weight),
            }
            for a, b, weight in ties["dependency"]
        ],
        contributions=[
            {
                "id": f"g {a} {b}",
                "giver": a,
                "taker": b,
                "resource": "time",
                "unit": "hours",
                "amount": amount / 10,
                "dossier": f"dossier {int(amount) % 3}",
            }
            for a, b, amount in ties["contribution"]
        ],
        felt_balances=[
            {"id": f"f {one}", "organisation": one, "felt": number % 5 - 2}
            for number, one in enumerate(nodes)
        ],
        hats=[
            {"id": f"h {one} {hat}", "organisation": one, "role": hat}
            for one in nodes[::3]
            for hat in ("process_director", "contracting_authority")
        ],
        valuations=[
            {
                "id": f"v {one}",
                "organisation": one,
                "resource": "time",
                "unit": "hours",
                "worth": number + 0.1,
            }
            for number, one in enumerate(nodes)
        ],
    )


def renamed(network: Network) -> tuple[Network, dict[str, str]]:
    """The same network in which the ids sort the other way round, and what each is called in it."""
    ids = network.ids
    names = {one: f"o{len(ids) - number:04}" for number, one in enumerate(ids)}
    return relabelled(network, names), names


def results(network: Network) -> Iterator[tuple[str, Result]]:
    """What each measure of these families gives, on every layer where it has layers."""
    for name, measure in MEASURES.items():
        if measure.__module__.split(".")[2] in FAMILIES:
            for layer in _layers(measure):
                options: dict[str, Any] = {"layer": layer} if layer else {}
                yield f"{name} {layer}".strip(), measure(network, **options)


def _layers(measure: Callable[..., Result]) -> tuple[str, ...]:
    return LAYERS if "layer" in (measure.__kwdefaults__ or {}) else ("",)  # type: ignore[attr-defined]


def main(size: int, order: str) -> None:
    """Print all of it as JSON."""
    network = backwards(town(size)) if order == "backwards" else town(size)
    told = {name: found.to_dict() for name, found in results(network)}
    print(json.dumps(told, indent=1))  # noqa: T201 - this is what it is for


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
