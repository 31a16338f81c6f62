"""Which organisations form a core that the others hang on to."""

from itertools import chain, combinations
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from networks import (
    complete,
    cycle,
    exchange,
    named,
    needing,
    path,
    relabelled,
    speaking,
    spoken,
    star,
)
from strategies import arrows, ties

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import layer
from netdeps.measures import core_periphery

TRIANGLE = [("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "e"), ("c", "f")]
"""A triangle with one pendant each."""


def cores(found):
    return [(row.core, round(row.correlation, 12)) for row in found]


def reasons(found):
    return {name: str(why) for name, why in found.undefined.items()}


class TestWorkedExamples:
    def test_a_triangle_with_one_pendant_each_has_the_triangle_for_a_core(self):
        found = core_periphery(speaking("abcdef", TRIANGLE), between="ignored")
        assert cores(found) == [(("a", "b", "c"), 1)]
        assert found[0].periphery == ("d", "e", "f")

    def test_a_star_has_its_hub_for_a_core(self):
        assert cores(core_periphery(star(5))) == [(("a",), 1)]

    def test_with_the_pairs_between_ignored_the_hub_with_any_other_is_as_perfect(self):
        found = core_periphery(star(5), between="ignored")
        assert cores(found) == [(("a", one), 1) for one in "bcde"]
        assert {row.divisions for row in found} == {4}

    def test_with_the_pairs_between_tied_the_triangle_is_one_of_four_that_miss_ties(self):
        """Of 15 pairs 6 are tied, the pattern of the triangle ties 12: 18 / √(6·9·3·12)."""
        found = core_periphery(speaking("abcdef", TRIANGLE))
        assert [row.core for row in found] == [tuple(core) for core in ("abc", "abf", "ace", "bcd")]
        assert {row.correlation for row in found} == {18 / sqrt(6 * 9 * 3 * 12)}


class TestUndefined:
    @pytest.mark.parametrize("size", [0, 1, 2])
    def test_with_fewer_than_three(self, size):
        found = core_periphery(complete(size))
        assert (list(found), reasons(found)) == (
            [],
            {"contact": "with fewer than three organisations nobody can hang on to a core"},
        )

    @pytest.mark.parametrize("network", [complete(5), speaking("abcde", [])])
    def test_where_all_pairs_are_alike(self, network):
        for between in ("tied", "ignored"):
            found = core_periphery(network, between=between)
            assert (list(found), reasons(found)) == (
                [],
                {"contact": "all pairs have a line, or none has"},
            )

    def test_where_no_division_is_better_than_another(self):
        """Each pair has one arrow, whichever way it runs."""
        found = core_periphery(needing("abcd", combinations("abcd", 2)), layer="dependency")
        assert (list(found), reasons(found)) == (
            [],
            {"dependency": "no division fits better than chance"},
        )

    def test_with_more_than_fifteen(self):
        names = [f"o{number:02d}" for number in range(16)]
        network = speaking(names, [(names[0], one) for one in names[1:]])
        found = core_periphery(network)
        assert (list(found), reasons(found)) == (
            [],
            {"contact": "with more than 15 organisations there are too many divisions to look at"},
        )
        fifteen = core_periphery(network.without([names[5]]))
        assert cores(fifteen) == [((names[0],), 1)]

    def test_what_is_not_known_of_the_pairs_between_is_refused(self):
        with pytest.raises(OptionError) as caught:
            core_periphery(star(4), between="tie")
        assert str(caught.value) == (
            "the between 'tie' is not known; known are 'tied', 'ignored'. Did you mean 'tied'?"
        )


class TestOptions:
    def test_another_layer_can_be_asked_for(self):
        rows = core_periphery(exchange(), layer="contribution")
        assert [(row.layer, row.core, row.correlation) for row in rows] == [
            ("contribution", ("a",), 1 / 4),
            ("contribution", ("b",), 1 / 4),
        ]

    def test_how_strong_a_tie_is_is_no_matter(self):
        contacts = [
            {**row, "quality": quality}
            for row, quality in zip(
                spoken([("a", "b"), ("a", "c"), ("a", "d")]), (0.1, 1, 0.5), strict=True
            )
        ]
        network = Network(organisations=named(*"abcd"), contacts=contacts)
        assert cores(core_periphery(network)) == [(("a",), 1)]

    def test_at_a_level_only_contact_there_counts(self):
        contacts = [
            *spoken([("a", "b"), ("a", "c"), ("a", "d")], "governing"),
            *spoken([("b", "c"), ("b", "d"), ("c", "d")], "operational"),
        ]
        network = Network(organisations=named(*"abcd"), contacts=contacts)
        assert list(core_periphery(network)) == []
        (row,) = core_periphery(network, level="governing")
        assert (row.core, row.rank) == (("a",), 1)
        assert row.because == tuple(f"a speaks {one} governing" for one in "bcd")


def test_two_hubs_that_share_their_leaves():
    hubs = [("a", "b"), *((hub, leaf) for hub in "ab" for leaf in "cdef")]
    assert cores(core_periphery(speaking("abcdef", hubs))) == [(("a", "b"), 1)]


def test_on_a_path_of_four_three_divisions_come_equally_near():
    found = core_periphery(path(4))
    assert [row.core for row in found] == [("a", "c"), ("b", "c"), ("b", "d")]
    assert {row.correlation for row in found} == {1 / sqrt(5)}


def test_of_equally_good_divisions_the_smallest_cores_come_first():
    triangle = speaking("abcde", [("a", "b"), ("a", "c"), ("b", "c")])
    rows = core_periphery(triangle, between="ignored")
    assert [row.core for row in rows] == [tuple(core) for core in ("ab", "ac", "bc", "abc")]
    assert {row.divisions for row in rows} == {4}
    assert rows.top(1) == tuple(rows)


def test_a_ring_has_no_core_of_its_own():
    rows = core_periphery(cycle(5))
    assert {len(row.core) for row in rows} == {3}
    assert {row.divisions for row in rows} == {len(rows)} == {5}


def slow_best(network, name, between):
    """Every division written out, and its correlation by numpy."""
    matrix = layer(network, name).dense(values="ties")
    n = len(matrix)
    found = {}
    for core in chain.from_iterable(combinations(range(n), size) for size in range(1, n)):
        pairs = [
            (one, other)
            for one in range(n)
            for other in range(n)
            if one != other and (between == "tied" or (one in core) == (other in core))
        ]
        seen = [matrix[pair] for pair in pairs]
        ideal = [pair[0] in core or pair[1] in core for pair in pairs]
        if len(set(seen)) > 1 and len(set(ideal)) > 1:
            found[core] = np.corrcoef(seen, ideal)[0, 1]
    best = max(found.values(), default=0)
    if best < 1e-9:
        return 0, set()
    named_ = {
        tuple(network.ids[one] for one in core) for core in found if found[core] > best - 1e-9
    }
    return best, named_


def check(network, name, between):
    rows = core_periphery(network, layer=name, between=between)
    best, expected = slow_best(network, name, between)
    alike = len(layer(network, name).arcs[0]) in {0, len(network.ids) * (len(network.ids) - 1)}
    if len(network.ids) < 3 or alike:
        assert list(rows) == []
        return
    assert {row.core for row in rows} == expected
    for row in rows:
        assert row.correlation == pytest.approx(best, abs=1e-12)
        assert set(row.core) | set(row.periphery) == set(network.ids)
        assert row.divisions == len(expected)


@pytest.mark.parametrize("between", ["tied", "ignored"])
@given(drawn=ties(min_size=2))
def test_contacts_are_divided_as_the_slow_way_does(between, drawn):
    check(speaking(*drawn), "contact", between)


@pytest.mark.parametrize("between", ["tied", "ignored"])
@given(drawn=arrows(min_size=2))
def test_arrows_are_divided_as_the_slow_way_does(between, drawn):
    check(needing(*drawn), "dependency", between)


@given(ties(min_size=3))
def test_other_ids_give_the_same_cores_under_those_ids(drawn):
    names = dict(zip(drawn[0], reversed([f"x{one}" for one in drawn[0]]), strict=True))
    network = speaking(*drawn)
    there, here = core_periphery(relabelled(network, names)), core_periphery(network)
    assert {frozenset(names[one] for one in row.core) for row in here} == {
        frozenset(row.core) for row in there
    }


@given(ties(min_size=3))
def test_the_correlation_lies_above_0_and_is_1_at_most(drawn):
    for row in core_periphery(speaking(*drawn)):
        assert 0 < row.correlation <= 1
        assert row.core
        assert len(row.periphery) > 1
