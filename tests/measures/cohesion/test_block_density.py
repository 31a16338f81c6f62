"""Density by blocks: from each group to each other, and what is not known of it."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from networks import agreed, asked, gifts, hub_town, named, needing, path
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import Contacts, layer
from netdeps.graph.arrays import LAYERS
from netdeps.measures import block_density, density, kind_gaps


def blocks(found):
    return {(row.from_group, row.to_group): row for row in found}


class TestTheHub:
    def test_the_ties_and_pairs_between_its_kinds(self):
        found = block_density(hub_town())
        care, homes, city = "care_provider", "housing_corporation", "municipality"
        assert {pair: (row.ties, row.possible) for pair, row in blocks(found).items()} == {
            (care, care): (0, 3),
            (care, homes): (0, 6),
            (care, city): (3, 3),
            (homes, homes): (1, 1),
            (homes, city): (2, 2),
            (city, city): (0, 0),
        }

    def test_twelve_fifths_would_run_between_care_and_housing_by_an_even_spread(self):
        row = blocks(block_density(hub_town()))["care_provider", "housing_corporation"]
        assert row.expected == pytest.approx(12 / 5)

    def test_the_gaps_between_kinds_count_the_same_ties(self):
        both = ("care_provider", "housing_corporation")
        gap = kind_gaps(hub_town(), between=both)[0]
        row = blocks(block_density(hub_town()))[both]
        assert (row.ties, row.possible, row.density) == (gap.ties, gap.pairs, gap.density)

    def test_within_a_group_of_one_there_is_nothing_to_divide(self):
        found = block_density(hub_town())
        row = found[-1]
        assert (row.from_group, row.density, row.low, row.high) == ("municipality", *[None] * 3)
        assert {one: str(why) for one, why in found.undefined.items()} == {
            "municipality – municipality": (
                "there is one organisation in this group, so no line can run within it"
            )
        }


class TestDirection:
    def test_arrows_are_counted_from_each_group_to_each(self):
        network = needing("abcd", ["ab", "ac", "ca", "cb", "dc"])
        sides = {"a": "x", "b": "x", "c": "y", "d": "y"}
        found = block_density(network, layer="dependency", groups=sides)
        assert [(r.from_group, r.to_group, r.ties, r.possible) for r in found] == [
            ("x", "x", 1, 2),
            ("x", "y", 1, 4),
            ("y", "x", 2, 4),
            ("y", "y", 1, 2),
        ]
        assert [row.unknown for row in found] == [None] * 4
        assert [row.because for row in found] == [
            ("need 1",),
            ("need 2",),
            ("need 3", "need 4"),
            ("need 5",),
        ]

    def test_strengths_are_spread_over_all_that_could_be_there(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contributions=gifts(("a", "b", 6), ("a", "c", 3), ("b", "c", 0.5)),
        )
        found = block_density(network, layer="contribution", groups={"a": "x", "b": "y", "c": "y"})
        assert blocks(found)["x", "y"].mean_strength == 9 / 2
        assert blocks(found)["y", "y"].mean_strength == 0.5 / 2
        assert blocks(found)["y", "x"].mean_strength == 0

    def test_amounts_that_cannot_be_added_have_no_mean(self):
        network = Network(
            organisations=named("a", "b", "c"),
            contributions=gifts(("a", "b", None)),
        )
        found = block_density(network, layer="contribution", groups={"a": "x", "b": "y"})
        assert [row.mean_strength for row in found] == [None] * 4
        assert str(found.undefined["mean_strength"]) == "some of it was not counted"
        assert blocks(found)["x", "y"].density == 1


class TestWhatIsNotKnown:
    def test_pairs_that_nobody_was_asked_about_are_counted_and_bound_the_density(self):
        network = Network(
            organisations=[
                {"id": one, "region": region} for one, region in zip("abc", "nns", strict=True)
            ],
            contacts=agreed(["ab"]),
            interviews=asked("a"),
        )
        found = blocks(block_density(network, by="region"))
        assert (found["n", "n"].unknown, found["n", "n"].high) == (0, 1)
        row = found["n", "s"]
        assert (row.ties, row.unknown, row.low, row.density, row.high) == (0, 1, 0, 0, 1 / 2)

    def test_those_without_a_region_are_left_out(self):
        found = block_density(Network(organisations=named("a", "b")), by="region")
        assert list(found) == []
        assert str(found.undefined["all groups together"]) == "no organisation has a group here"

    def test_by_organisation_is_refused(self):
        with pytest.raises(OptionError) as caught:
            block_density(path(3), by="organisation")
        assert str(caught.value) == (
            "the by 'organisation' is not known; known are 'kind', 'region'."
        )


@given(cases(max_size=6))
def test_every_block_is_what_looking_at_each_pair_gives(network):
    kinds = {one.id: one.kind for one in network.organisations}
    for name in LAYERS:
        ties = layer(network, name)
        graph, contacts = ties.to_networkx(), Contacts(network)
        every = permutations if ties.directed else combinations
        wanted = {}
        for one, other in every(network.ids, 2):
            key = (kinds[one], kinds[other])
            key = key if ties.directed else tuple(sorted(key))
            counts = wanted.setdefault(key, [0, 0, 0, 0.0])
            counts[0] += 1
            counts[1] += graph.has_edge(one, other)
            counts[2] += name == "contact" and contacts.anywhere(one, other) == "unknown"
            counts[3] += graph.edges[one, other]["strength"] if graph.has_edge(one, other) else 0
        for pair, row in blocks(block_density(network, layer=name)).items():
            possible, there, unknown, strength = wanted.get(pair, [0, 0, 0, 0.0])
            assert (row.possible, row.ties) == (possible, there)
            assert row.unknown == (unknown if name == "contact" else None)
            if possible and not ties.unmeasured:
                assert row.mean_strength == pytest.approx(strength / possible)
            if possible and name == "contact":
                assert row.high == (there + unknown) / possible


@given(cases(max_size=6))
def test_all_blocks_together_are_the_network(network):
    for name in LAYERS:
        found = block_density(network, layer=name)
        assert sum(row.ties for row in found) == len(layer(network, name).sources)
        assert sum(row.expected for row in found) == pytest.approx(sum(row.ties for row in found))
        possible = sum(row.possible for row in found)
        if possible:
            assert float(density(network, layer=name)) == pytest.approx(
                sum(row.ties for row in found) / possible
            )
            told = {one for row in found for one in row.because}
            assert told == set(layer(network, name).because)
