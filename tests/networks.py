"""Small networks with a name, and the ways in which the tests build them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import networkx as nx

from netdeps import Network
from netdeps.model import LISTS, STATEMENT_LISTS

LEVELS = ("governing", "management", "operational")
CITY, CORPORATION, CARE_1, CARE_2 = "municipality", "corporation", "care-1", "care-2"

Ties = Iterable[tuple[str, str]]


def asked(*organisations: str, level: str | None = None, about: str = "contacts") -> list[Any]:
    """Interviews in which each of these organisations was asked about one topic."""
    return [
        {
            "id": f"interview {one} {level or 'any'} {about}",
            "organisation": one,
            "level": level,
            "asked": [about],
        }
        for one in organisations
    ]


def named(*organisations: str, **fields: object) -> list[Any]:
    return [{"id": one, **fields} for one in organisations]


def spoken(ties: Ties, level: str | None = None, **fields: object) -> list[Any]:
    """Contacts that the first of each two says to have with the second."""
    return [
        {
            "id": f"{one} speaks {other} {level or 'any'}",
            "between": [one, other],
            "level": level,
            "said": {"by": one},
            **fields,
        }
        for one, other in ties
    ]


def agreed(ties: Ties, level: str | None = None, **fields: object) -> list[Any]:
    """Contacts that both say to have."""
    there = list(ties)
    back = [(other, one) for one, other in there]
    return [*spoken(there, level, **fields), *spoken(back, level, **fields)]


def needs(*wanted: tuple[str, int, str, Sequence[str]], **fields: object) -> list[Any]:
    """Dependencies: who needs it, how much it matters, ``any`` or ``all`` of whom."""
    return [
        {
            "id": f"need {number}",
            "depender": depender,
            "dependum": f"what {depender} needs",
            "importance": importance,
            "mode": mode,
            "dependees": list(dependees),
            **fields,
        }
        for number, (depender, importance, mode, dependees) in enumerate(wanted, start=1)
    ]


def gifts(*brought: tuple[str, str, float | None], **fields: object) -> list[Any]:
    """Contributions: who brings it to whom, and how much; hours of time unless said otherwise."""
    return [
        {
            "id": f"gift {number}",
            "giver": giver,
            "taker": taker,
            "amount": amount,
            "resource": "time",
            "unit": "hours",
            **fields,
        }
        for number, (giver, taker, amount) in enumerate(brought, start=1)
    ]


def speaking(organisations: Iterable[str], ties: Ties, **fields: Any) -> Network:
    """A network of contacts alone, at all levels."""
    return Network(organisations=named(*organisations), contacts=spoken(sorted(ties), **fields))


def needing(organisations: Iterable[str], ties: Ties, **fields: Any) -> Network:
    """A network of needs alone, each met by one other."""
    wanted = [(one, 2, "all", [other]) for one, other in sorted(ties)]
    return Network(organisations=named(*organisations), dependencies=needs(*wanted, **fields))


def giving(organisations: Iterable[str], *brought: tuple[str, str, float | None]) -> Network:
    """A network of contributions alone."""
    return Network(organisations=named(*organisations), contributions=gifts(*brought))


def from_graph(graph: "nx.Graph[Any]") -> Network:
    """The contacts of a networkx graph."""
    return speaking(map(str, graph), [(str(one), str(other)) for one, other in graph.edges])


def path(size: int) -> Network:
    """Everybody speaks the next: a - b - c - d."""
    return from_graph(nx.relabel_nodes(nx.path_graph(size), letters(size)))


def star(size: int) -> Network:
    """Everybody speaks the first and nobody else."""
    return from_graph(nx.relabel_nodes(nx.star_graph(size - 1), letters(size)))


def cycle(size: int) -> Network:
    return from_graph(nx.relabel_nodes(nx.cycle_graph(size), letters(size)))


def complete(size: int) -> Network:
    return from_graph(nx.relabel_nodes(nx.complete_graph(size), letters(size)))


def letters(size: int) -> dict[int, str]:
    return dict(enumerate("abcdefghijklmnop"[:size]))


TOWN_NEEDS = (
    (CARE_1, 3, "all", [CORPORATION]),
    (CARE_1, 3, "all", [CITY]),
    (CARE_1, 1, "any", [CARE_2, CITY]),
    (CARE_2, 3, "all", [CORPORATION]),
    (CARE_2, 2, "all", [CITY]),
    (CORPORATION, 2, "any", [CARE_1, CARE_2]),
    (CORPORATION, 1, "all", [CITY]),
    (CITY, 3, "all", [CORPORATION]),
    (CITY, 3, "any", [CARE_1, CARE_2]),
)
TOWN_TIES = (
    (CITY, CORPORATION),
    (CITY, CARE_1),
    (CITY, CARE_2),
    (CORPORATION, CARE_1),
)


def town(**fields: Any) -> Network:
    """Four parties who all need one another: the municipality, a corporation, two care providers."""
    return Network(
        **{
            "name": "Town",
            "organisations": [
                {"id": CITY, "name": "the municipality", "kind": "municipality"},
                {"id": CORPORATION, "name": "the corporation", "kind": "housing_corporation"},
                {"id": CARE_1, "name": "the first care provider", "kind": "care_provider"},
                {"id": CARE_2, "name": "the second care provider", "kind": "care_provider"},
            ],
            "dependencies": needs(*TOWN_NEEDS),
            **fields,
        }
    )


def spoken_town() -> Network:
    """The town in which everybody was asked, and the corporation does not speak one provider."""
    return town(contacts=agreed(TOWN_TIES), interviews=asked(CITY, CORPORATION, CARE_1, CARE_2))


def levelled_town() -> Network:
    """The town in which most contact is at some levels only."""
    by_level = {
        "governing": [(CITY, CORPORATION)],
        "management": [(CITY, CORPORATION), (CITY, CARE_1), (CITY, CARE_2)],
        "operational": [(CITY, CORPORATION), (CITY, CARE_1), (CORPORATION, CARE_1)],
    }
    return town(
        contacts=[row for level, ties in by_level.items() for row in agreed(ties, level)],
        interviews=asked(CITY, CORPORATION, CARE_1, CARE_2),
    )


HUB_TIES = (("m", "c1"), ("m", "c2"), ("m", "z1"), ("m", "z2"), ("m", "z3"), ("c1", "c2"))
HUB_KINDS = {
    "m": "municipality",
    "c1": "housing_corporation",
    "c2": "housing_corporation",
    "z1": "care_provider",
    "z2": "care_provider",
    "z3": "care_provider",
}


def hub_town(kinds: Mapping[str, str] | None = None) -> Network:
    """A municipality that speaks two corporations and three care providers, who do not meet."""
    kinds = kinds or HUB_KINDS
    return Network(
        organisations=[{"id": one, "kind": kind} for one, kind in kinds.items()],
        dependencies=needs(*((one, 3, "any", ["c1", "c2"]) for one in ("z1", "z2", "z3"))),
        contacts=agreed(HUB_TIES),
        interviews=asked(*kinds),
    )


def exchange() -> Network:
    """Three parties of which the first two give back and forth, and all three round."""
    return giving("abc", ("a", "b", 6), ("b", "a", 2), ("b", "c", 3), ("c", "a", 4))


def agenda(*, told_by: str = "both") -> Network:
    """Three parties and three issues in a row, of which the middle one hangs on both others.

    Party a works on issue 2, party b on 2 and 3, party c on 1 and 2; a and b are in contact.
    """
    hangs = {"1": ["2"], "2": ["1", "3"], "3": ["2"]}
    if told_by == "one":
        hangs = {"1": ["2"], "2": ["3"], "3": []}
    works = {"1": ["c"], "2": ["a", "b", "c"], "3": ["b"]}
    return Network(
        organisations=named("a", "b", "c"),
        issues=[
            {"id": one, "involved": works[one], "depends_on": hangs[one]} for one in ("1", "2", "3")
        ],
        contacts=agreed([("a", "b")]),
        interviews=asked("a", "b", "c"),
    )


def pair_of(*, levels: Mapping[str, Sequence[str]] | None = None, **fields: Any) -> Network:
    """A care provider that needs dwellings of a corporation, and a municipality that knows both."""
    has = levels or {}
    return Network(
        **{
            "organisations": [
                {
                    "id": one,
                    "name": name,
                    "kind": kind,
                    "levels": has.get(one, LEVELS),
                }
                for one, name, kind in (
                    ("care", "Care", "care_provider"),
                    ("city", "City", "municipality"),
                    ("housing", "Housing", "housing_corporation"),
                )
            ],
            "dependencies": needs(("care", 3, "all", ["housing"]), dependum="dwellings"),
            **fields,
        }
    )


def with_records(network: Network, **records: Sequence[Any]) -> Network:
    """The network with more records in some of its lists."""
    return Network(
        **{
            **{name: getattr(network, name) for name in Network.model_fields},
            **{name: [*getattr(network, name), *rows] for name, rows in records.items()},
        }
    )


def replaced(network: Network, **records: Sequence[Any]) -> Network:
    """The network with other records in some of its lists."""
    return Network(**{**{name: getattr(network, name) for name in Network.model_fields}, **records})


def relabelled(network: Network, names: Mapping[str, str]) -> Network:
    """The same network in which the organisations have other ids."""
    return Network(**renamed(network.model_dump(), names))


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Other names wherever one stands by itself in plain data."""
    if isinstance(value, dict):
        return {renamed(key, names): renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [renamed(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


def backwards(network: Network) -> Network:
    """The same network with every list in the opposite order."""
    return replaced(network, **{name: network.lists[name][::-1] for name in LISTS})


def statements(network: Network) -> Iterator[str]:
    for name in STATEMENT_LISTS:
        yield from (row.id for row in getattr(network, name))


def pairs_of(network: Network) -> list[tuple[str, str]]:
    return list(combinations(network.ids, 2))


FIVE_NEEDS = (
    ("z1", "dwelling", True, ["c"]),
    ("z1", "funding", True, ["m"]),
    ("z1", "transfer", False, ["z2", "m"]),
    ("z2", "dwelling", True, ["c"]),
    ("z2", "funding", True, ["m", "p"]),
    ("c", "care", True, ["z1", "z2"]),
    ("c", "permit", False, ["m"]),
    ("m", "dwelling", True, ["c"]),
    ("m", "care", True, ["z1", "z2"]),
)


def town_of_five() -> Network:
    """Two care providers, a corporation and a municipality that need one another, and a funder."""
    return Network(
        organisations=[
            {"id": "c", "name": "Corporation", "kind": "housing_corporation"},
            {"id": "m", "name": "Municipality", "kind": "municipality"},
            {"id": "p", "name": "Funder", "kind": "other"},
            {"id": "z1", "name": "Care 1", "kind": "care_provider"},
            {"id": "z2", "name": "Care 2", "kind": "care_provider"},
        ],
        dependencies=[
            {
                "id": f"{depender} {dependum}",
                "depender": depender,
                "dependum": dependum,
                "essential": essential,
                "dependees": dependees,
            }
            for depender, dependum, essential, dependees in FIVE_NEEDS
        ],
    )
