"""Communities of a network; how good divisions are is tested where they are found, in graph."""

import networkx as nx
import pytest
from hypothesis import given
from networks import backwards, cycle, from_graph, named, needing, speaking
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import layer
from netdeps.graph.arrays import LAYERS
from netdeps.measures import communities

TWO_TRIANGLES = ("ab", "bc", "ca", "cd", "de", "ef", "fd")


def test_two_triangles_with_one_tie_between_them_are_two_groups():
    found = communities(speaking("abcdef", TWO_TRIANGLES))
    assert [(row.members, row.inside, row.outside) for row in found] == [
        (("a", "b", "c"), 3, 1),
        (("d", "e", "f"), 3, 1),
    ]
    assert found[0].modularity == pytest.approx(6 / 7 - 1 / 2)
    assert [str(one) for one in found.caveats if "division" in str(one)] == []


def test_the_karate_club_has_four_groups_of_0_4198():
    """The best that is known: Brandes and others (2008), https://doi.org/10.1109/TKDE.2007.190689."""
    found = communities(from_graph(nx.karate_club_graph()))
    assert [row.size for row in found] == [12, 11, 6, 5]
    assert {round(row.modularity, 4) for row in found} == {0.4198}
    assert str(found.caveats[-1]) == (
        "The division is the best of 10 attempts; another may be as good, or better."
    )


def test_divisions_that_are_equally_good_are_all_given():
    found = communities(cycle(4))
    assert [(row.division, row.members) for row in found] == [
        (1, ("a", "b")),
        (1, ("c", "d")),
        (2, ("a", "b", "c", "d")),
        (3, ("a", "d")),
        (3, ("b", "c")),
    ]
    assert str(found.caveats[-1]) == (
        "3 divisions were found that are equally good; each has its number."
    )


def test_whoever_has_no_tie_is_a_group_by_itself():
    found = communities(speaking("abc", ["ab"]))
    assert [(row.members, row.inside, row.outside) for row in found] == [
        (("a", "b"), 1, 0),
        (("c",), 0, 0),
    ]


def test_without_ties_it_is_empty_and_says_why():
    found = communities(Network(organisations=named("a", "b")))
    assert list(found) == []
    assert str(found.undefined["communities"]) == "there are no lines"


def test_direction_is_left_aside():
    arrows = needing("abcdef", [*TWO_TRIANGLES, "ba", "cb"])
    found = communities(arrows, layer="dependency")
    assert [(row.members, row.inside) for row in found] == [
        (("a", "b", "c"), 3),
        (("d", "e", "f"), 3),
    ]
    assert found[0].because == ("need 1", "need 2", "need 3", "need 4", "need 5")


def test_the_order_of_the_records_is_no_matter_in_a_large_network():
    network = from_graph(nx.gnm_random_graph(30, 60, seed=1))
    assert communities(backwards(network)) == communities(network)
    assert communities(network, seed=1, starts=1) != communities(network, seed=2, starts=1)


def test_at_least_one_start_is_asked_for():
    with pytest.raises(OptionError) as caught:
        communities(cycle(4), starts=0)
    assert str(caught.value) == (
        "starts=0 was asked for; a whole number of at least 1 is expected."
    )


@given(cases(max_size=6))
def test_every_division_holds_everybody_once_and_counts_every_tie(network):
    for name in LAYERS:
        graph = nx.Graph(layer(network, name).to_networkx())
        found = communities(network, layer=name)
        for number in {row.division for row in found}:
            rows = [row for row in found if row.division == number]
            assert sorted(one for row in rows for one in row.members) == list(network.ids)
            for row in rows:
                assert row.inside == graph.subgraph(row.members).number_of_edges()
                assert row.outside == len(list(nx.edge_boundary(graph, row.members)))
                assert row.modularity == pytest.approx(
                    nx.community.modularity(graph, [one.members for one in rows])
                )
