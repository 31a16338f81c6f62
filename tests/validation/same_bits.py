"""Prints fingerprints of what the measures of positions and balance give: python same_bits.py ORDER …

ORDER is ``told`` or ``backwards``, the order in which the statements are told. Run by
``test_same_bits.py`` in processes of their own, one for each number of threads, since that number
is settled when a linear algebra library is loaded.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from networks import backwards, relabelled
from validation.graphs import KINDS, drawn

from netdeps import Network
from netdeps.graph.arrays import LAYERS
from netdeps.measures import MEASURES
from netdeps.results import Figure, Findings, Result, Scores

FAMILIES = ("balance", "brokerage", "centrality", "cohesion")
TIES_EACH = 6
TOWNS = (30, 300)
CITY = 3000
"""As many as it takes for a linear algebra library to hand out its work; for the measures that have
any, and some whose sums are long."""

IN_CITY: tuple[tuple[str, dict[str, Any]], ...] = (
    *(
        (name, {"layer": layer, "values": values})
        for name in (
            "eigenvector",
            "eigenvector_centralisation",
            "katz",
            "bonacich_power",
            "pagerank",
            "constraint",
        )
        for layer in ("contact", "dependency")
        for values in ("ties", "strengths")
    ),
    ("harmonic_closeness", {"layer": "contact"}),
    ("harmonic_closeness", {"layer": "dependency"}),
    ("betweenness", {"layer": "dependency"}),
)


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


def city(size: int) -> Network:
    """A large network with contacts and needs, and a ring of each so that everybody is reached."""
    names = [f"o{number:04}" for number in range(size)]
    return Network(
        organisations=[{"id": one} for one in names],
        contacts=[
            {"id": f"c {a} {b}", "between": [names[a], names[b]], "quality": weight / 100}
            for a, b, weight in _ring_and_more(0, size)
        ],
        dependencies=[
            {
                "id": f"d {a} {b}",
                "depender": names[a],
                "dependum": names[b],
                "dependees": [names[b]],
                "importance": 1 + weight % 3,
            }
            for a, b, weight in _ring_and_more(1, size)
        ],
    )


def _ring_and_more(seed: int, size: int) -> list[tuple[int, int, int]]:
    """From each to the next, and to some others; with a weight from 1 to 100."""
    chance = np.random.default_rng(seed)
    one = np.repeat(np.arange(size), TIES_EACH // 2)
    step = chance.integers(2, size // 2, len(one))
    step[:: TIES_EACH // 2] = 1
    pairs = np.unique(np.stack([one, (one + step) % size]), axis=1)
    return list(zip(*pairs.tolist(), chance.integers(1, 101, pairs.shape[1]).tolist(), strict=True))


def names_of(*kinds: type) -> list[str]:
    """The measures of these families that give such results."""
    return [
        name
        for name, measure in MEASURES.items()
        if measure.__module__.split(".")[2] in FAMILIES
        and (get_origin(given := get_type_hints(measure)["return"]) or given) in kinds
    ]


def results(network: Network, names: Collection[str]) -> Iterator[tuple[str, Result]]:
    """What each of the measures gives, on every layer where it has layers."""
    for name, measure in MEASURES.items():
        if name in names:
            for layer in _layers(measure):
                options: dict[str, Any] = {"layer": layer} if layer else {}
                yield f"{name} {layer}".strip(), measure(network, **options)


def _layers(measure: Callable[..., Result]) -> tuple[str, ...]:
    return LAYERS if "layer" in (measure.__kwdefaults__ or {}) else ("",)  # type: ignore[attr-defined]


def in_city() -> Iterator[tuple[str, Result]]:
    """What the measures give that are asked of the large network."""
    network = city(CITY)
    for name, options in IN_CITY:
        found = MEASURES[name](network, **options)  # type: ignore[call-arg]
        if not getattr(found, "value", found):
            raise ValueError(f"{name} says nothing with {options}, so that nothing is compared")
        yield f"{name} {' '.join(options.values())}", found


def printed(found: Iterator[tuple[str, Result]]) -> dict[str, str]:
    """A fingerprint of each, to the last bit."""
    return {name: _fingerprint(one) for name, one in found}


def _fingerprint(found: Result) -> str:
    return hashlib.sha256(json.dumps(found.to_dict()).encode()).hexdigest()[:16]


def main(orders: Collection[str]) -> None:
    """Print all fingerprints as JSON, by order and size."""
    names = names_of(Findings, Scores, Figure)
    said = {f"told {CITY}": printed(in_city())}
    for size in TOWNS:
        network = town(size)
        for order in orders:
            one = backwards(network) if order == "backwards" else network
            said[f"{order} {size}"] = printed(results(one, names))
    print(json.dumps(said))  # noqa: T201 - this is what it is for


if __name__ == "__main__":
    main(sys.argv[1:])
