"""The networks on which the measures are held against other programs.

Each is plain data: organisations, ties with a strength, and groups. Of it one can make a ``Network``
for netdeps, a networkx graph, and what ``programs`` hands to R and to python-igraph.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations
from typing import Any

import networkx as nx

from netdeps import Network
from netdeps.graph import LayerName

KINDS = ("municipality", "care_provider", "housing_corporation", "welfare_organisation", "ministry")
"""Groups become kinds: the first group municipalities, and so on."""

Tie = tuple[str, str, float]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A network to compare on; ``layer`` says as what its ties are told to netdeps."""

    name: str
    title: str
    source: str
    layer: LayerName
    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def directed(self) -> bool:
        return self.layer != "contact"

    @property
    def strengths(self) -> tuple[Tie, ...]:
        """The ties with the strength that the layer gives them: of needs, the share of the depender."""
        if self.layer != "dependency":
            return self.ties
        total: dict[str, Fraction] = {}
        for one, _, importance in self.ties:
            total[one] = total.get(one, Fraction(0)) + Fraction(importance)
        return tuple((a, b, float(Fraction(value) / total[a])) for a, b, value in self.ties)

    def graph(self) -> nx.Graph[str]:
        """The networkx graph; ``strength`` is no ``weight``, which some measures would use unasked."""
        graph: nx.Graph[str] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from((one, {"group": self.groups.get(one, "")}) for one in self.nodes)
        graph.add_edges_from((a, b, {"strength": value}) for a, b, value in self.strengths)
        return graph


@cache
def _network(
    layer: LayerName, nodes: tuple[str, ...], ties: tuple[Tie, ...], kinds: tuple[str, ...]
) -> Network:
    organisations = [
        {"id": one, "kind": kind or "other"} for one, kind in zip(nodes, kinds, strict=True)
    ]
    return Network(
        organisations=organisations, **{_LISTS[layer]: [_ROWS[layer](*tie) for tie in ties]}
    )


def network(example: Example) -> Network:
    """The network as it is told to netdeps."""
    groups = sorted(set(example.groups.values()))
    kinds = {group: KINDS[number] for number, group in enumerate(groups)}
    of_each = tuple(kinds.get(example.groups.get(one, ""), "") for one in example.nodes)
    return _network(example.layer, example.nodes, example.ties, of_each)


_LISTS = {"contact": "contacts", "contribution": "contributions", "dependency": "dependencies"}


def _contact(one: str, other: str, quality: float) -> dict[str, Any]:
    return {"id": f"{one} {other}", "between": [one, other], "quality": quality}


def _contribution(one: str, other: str, amount: float) -> dict[str, Any]:
    row = {"id": f"{one} {other}", "giver": one, "taker": other, "amount": amount}
    return {**row, "resource": "time", "unit": "hours"}


def _dependency(one: str, other: str, importance: float) -> dict[str, Any]:
    row = {"id": f"{one} {other}", "depender": one, "dependees": [other], "mode": "all"}
    return {**row, "dependum": other, "importance": int(importance)}


_ROWS = {"contact": _contact, "contribution": _contribution, "dependency": _dependency}


def example(
    name: str,
    title: str,
    layer: LayerName,
    nodes: Iterable[str],
    ties: Iterable[Sequence[Any]],
    *,
    source: str = "",
    groups: Mapping[str, str] | None = None,
) -> Example:
    """Make an example; a tie without a strength has strength 1."""
    told = sorted((*tie, 1.0) if len(tie) == 2 else tuple(tie) for tie in ties)
    return Example(
        name=name,
        title=title,
        source=source,
        layer=layer,
        nodes=tuple(sorted(nodes)),
        ties=tuple((str(a), str(b), float(value)) for a, b, value in told),
        groups=groups or {},
    )


def from_networkx(
    name: str, title: str, graph: nx.Graph[Any], *, groups: str = "", weight: str = ""
) -> Example:
    """A graph that comes with networkx; qualities run to 1, so weights are divided by the highest."""
    called = _called(graph)
    edges = list(graph.edges(data=weight or "nothing", default=1))
    highest = max(value for *_, value in edges) if weight else 1
    return example(
        name,
        title,
        "contact",
        called.values(),
        [(*sorted((called[a], called[b])), value / highest) for a, b, value in edges],
        source="networkx",
        groups={called[one]: str(group) for one, group in graph.nodes(data=groups)}
        if groups
        else None,
    )


def _called(graph: nx.Graph[Any]) -> dict[Any, str]:
    """Names that sort as the numbers do."""
    return {one: f"{one + 1:02}" if isinstance(one, int) else str(one) for one in graph}


def drawn(
    seed: int,
    layer: LayerName,
    size: int,
    ties: int,
    *,
    parts: int = 1,
    isolates: int = 0,
    groups: int = 0,
) -> Example:
    """A seeded random network in a number of parts, the last organisations without any tie."""
    chance = random.Random(seed)  # noqa: S311 - no secrets
    nodes = [f"n{number:02}" for number in range(size)]
    speaking = nodes[: size - isolates]
    every = combinations if layer == "contact" else permutations
    possible = [pair for part in range(parts) for pair in every(speaking[part::parts], 2)]
    found = chance.sample(possible, min(ties, len(possible)))
    highest = {
        "contact": (0.25, 0.5, 0.75, 1),
        "dependency": (1, 2, 3),
        "contribution": range(1, 9),
    }
    sort = {"contact": "Contacts", "dependency": "Needs", "contribution": "Gifts"}[layer]
    counted = [(len(found), "tie"), (parts, "part"), (isolates, "isolate")]
    title = ", ".join(f"{n} {word}{'s' * (n > 1)}" for n, word in counted if n > (word == "part"))
    return example(
        f"drawn {seed}",
        f"{sort} of {size}, {title}",
        layer,
        nodes,
        [(*pair, chance.choice(list(highest[layer]))) for pair in found],
        source=f"drawn, seed {seed}",
        groups={one: "ABCDE"[chance.randrange(groups)] for one in nodes} if groups else None,
    )


def _three_components() -> list[tuple[str, str]]:
    edges = "1-2 1-3 1-4 1-5 6-7 7-8 8-9 10-11 11-12 10-12"
    return [tuple(f"{int(end):02}" for end in edge.split("-")) for edge in edges.split()]  # type: ignore[misc]


def _tiny() -> list[Example]:
    """Networks that are small enough to print, and that others have published figures of."""
    three = _three_components()
    valued = "A-B:2 A-F:3 A-G:5 A-E:2 E-G:8 F-G:3 B-G:4 B-D:1 D-G:3 C-G:10"
    pendants = ["01", "02", "12", "0a", "1b", "2c"]
    return [
        from_networkx("path", "A path of five", nx.path_graph(5)),
        from_networkx("star", "A star of six", nx.star_graph(5)),
        from_networkx("kite", "Krackhardt's kite", nx.krackhardt_kite_graph()),
        example(
            "three components",
            "Twelve in three components",
            "contact",
            {end for tie in three for end in tie},
            three,
            source="the author of UCINET",
        ),
        example(
            "borgatti",
            "Borgatti's structural holes",
            "contact",
            "ABCDEFG",
            [(one[0], one[2], int(one[4:]) / 10) for one in valued.split()],
            source="Borgatti (1997)",
        ),
        example(
            "pendants", "A triangle with a pendant each", "contact", "012abc", map(tuple, pendants)
        ),
        example(
            "three givers",
            "Three who give",
            "contribution",
            "012",
            [("0", "1", 2), ("0", "2", 2), ("1", "0", 1), ("2", "1", 1)],
            source="the tests of networkx",
        ),
        example(
            "go-between",
            "A municipality between three",
            "contribution",
            ["C", "M", "Z1", "Z2"],
            [("M", one) for one in ("Z1", "Z2", "C")]
            + [(one, "M") for one in ("Z1", "Z2", "C")]
            + [("Z1", "Z2")],
            groups={"C": "corporation", "M": "municipality", "Z1": "care", "Z2": "care"},
        ),
    ]


def _real() -> list[Example]:
    karate, women = nx.karate_club_graph(), nx.davis_southern_women_graph()
    return [
        from_networkx(
            "florentine", "Florentine families, marriage", nx.florentine_families_graph()
        ),
        from_networkx("women", "Davis's southern women and events", women, groups="bipartite"),
        from_networkx("karate", "Zachary's karate club", karate, groups="club", weight="weight"),
        from_networkx("miserables", "Les Misérables", nx.les_miserables_graph(), weight="weight"),
    ]


def _random() -> list[Example]:
    return [
        drawn(1, "contact", 2, 1),
        drawn(2, "contact", 3, 1, groups=2),
        drawn(3, "contact", 12, 14, parts=2, isolates=2, groups=3),
        drawn(4, "contact", 30, 70, groups=4),
        drawn(5, "contact", 60, 90, isolates=3, groups=5),
        drawn(11, "contribution", 2, 1),
        drawn(12, "contribution", 8, 20, groups=2),
        drawn(13, "contribution", 20, 40, parts=2, isolates=2, groups=4),
        drawn(14, "contribution", 40, 240, groups=5),
        drawn(21, "dependency", 10, 30, groups=3),
        drawn(22, "dependency", 30, 60, isolates=1, groups=4),
    ]


@cache
def examples() -> tuple[Example, ...]:
    """Every network of the page: real ones, tiny ones, and seeded random ones."""
    return (*_real(), *_tiny(), *_random())


@cache
def named(name: str) -> Example:
    """The example of this name."""
    return next(one for one in examples() if one.name == name)
