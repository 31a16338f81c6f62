from __future__ import annotations

from netdeps.maps.communities import communities
from netdeps.maps.layout import Community
from netdeps.model import Network


def region(prefix: str, count: int, name: str | None) -> list[dict[str, str | None]]:
    return [
        {"id": f"{prefix}{i}", "name": f"{prefix.title()} {i}", "region": name}
        for i in range(count)
    ]


def told(members: list[dict[str, str | None]]) -> Community:
    return Community(tuple(str(one["id"]) for one in members), 3, -4, 50)


def names(*groups: list[dict[str, str | None]]) -> list[list[str]]:
    network = Network(organisations=[one for group in groups for one in group])
    return [one["name"] for one in communities(network, [told(group) for group in groups])]


def test_a_community_is_called_after_the_region_of_most_of_its_members():
    mixed = [*region("a", 6, "Leiden"), *region("b", 4, "Katwijk")]
    assert names(mixed) == [["Leiden", "Leiden"]]


def test_two_regions_that_make_up_a_community_together_name_it_together():
    mixed = [*region("a", 5, "Leiden"), *region("b", 4, "Katwijk"), *region("c", 1, "Delft")]
    assert names(mixed) == [["Leiden en Katwijk", "Leiden and Katwijk"]]


def test_without_a_common_region_it_is_called_after_its_best_tied_member():
    mixed = [*region("a", 2, "Leiden"), *region("b", 2, "Katwijk"), *region("c", 2, None)]
    assert names(mixed) == [["A 0 en 5 andere", "A 0 and 5 others"]]
    assert names(mixed[:1] + mixed[2:3]) == [["Katwijk en Leiden", "Katwijk and Leiden"]]
    assert names(mixed[4:]) == [["C 0 en 1 andere", "C 0 and 1 other"]]


def test_a_region_of_two_communities_names_neither():
    both = region("a", 4, "Leiden"), region("b", 3, " leiden ")
    assert names(*both) == [
        ["A 0 en 3 andere", "A 0 and 3 others"],
        ["B 0 en 2 andere", "B 0 and 2 others"],
    ]


def test_a_community_knows_its_members_by_number_and_its_circle():
    network = Network(organisations=region("a", 3, "Leiden"))
    (one,) = communities(network, [Community(("a2", "a0", "a1"), 3, -4, 50)])
    assert one == {
        "name": ["Leiden", "Leiden"],
        "members": [0, 1, 2],
        "x": 3,
        "y": -4,
        "r": 50,
    }


def test_what_cannot_be_seen_does_not_reach_the_name_of_a_community():
    assert names(region("a", 3, "Lei\u202eden")) == [["Leiden", "Leiden"]]
