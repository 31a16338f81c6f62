"""Who stands still because each waits for another, and what would loosen it."""

import random
from itertools import chain, combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import asked, backwards, named, relabelled, replaced, with_records

from netdeps import Network, read
from netdeps.errors import OptionError
from netdeps.measures import waiting_deadlocks
from netdeps.model import OUTSIDE

SEVERAL = settings(max_examples=200)


def waiting(*rows, organisations=None):
    """A network of waits alone: who waits, for any or all, of whom."""
    names = {one for waiter, _, awaited in rows for one in (waiter, *awaited)} - {OUTSIDE}
    waits = [
        {"id": f"wait {number}", "waiter": waiter, "mode": mode, "awaited": list(awaited)}
        for number, (waiter, mode, awaited) in enumerate(rows, start=1)
    ]
    return Network(organisations=named(*(organisations or sorted(names))), waits=waits)


def each_for(arrows):
    """Each first waits for each second: AB means that A waits for B."""
    return waiting(*((one, "all", [other]) for one, other in arrows.split()))


def only(network, **options):
    (row,) = waiting_deadlocks(network, **options)
    return row


def lifted(drops):
    """The waits in sets of drops, as who waits for whom."""
    return {frozenset((waiter, *awaited) for _, waiter, awaited in one) for one in drops}


def sets(found):
    return set(map(frozenset, found))


TOWN = (
    ("z1", "all", ["m"]),
    ("z2", "all", ["m"]),
    ("m", "any", ["z1", "z2"]),
    ("c", "all", ["m", "z1"]),
)


class TestReferences:
    def test_the_municipality_is_one_of_three_who_could_go_first(self):
        row = only(waiting(*TOWN, organisations=["c", "m", "p", "z1", "z2"]))
        assert row.stuck == ("c", "m", "z1", "z2")
        assert row.breakers == (("m",), ("z1",), ("z2",))
        assert (row.method, row.at_least, row.at_most) == ("exact", 1, 1)
        assert row.behind == ("c",)

    def test_two_pairs_come_loose_when_one_of_each_goes_first(self):
        rows = [(one, "all", [other]) for one, other in ("ab", "ba", "cd", "dc")]
        row = only(waiting(*rows, ("e", "all", "ac")))
        assert row.breakers == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))
        assert row.knots == ((("a",), ("b",)), (("c",), ("d",)))
        assert (row.at_least, row.behind) == (2, ("e",))

    def test_who_waits_for_any_of_two_moves_with_the_one_who_is_free(self):
        network = waiting(("a", "any", "bc"), ("b", "all", "a"))
        assert list(waiting_deadlocks(network)) == []

    def test_who_waits_for_both_of_two_stands_still_with_the_one_who_waits_for_it(self):
        row = only(waiting(("a", "all", "bc"), ("b", "all", "a")))
        assert (row.stuck, row.breakers) == (("a", "b"), (("a",), ("b",)))
        assert lifted(row.drops) == {frozenset({("a", "b")}), frozenset({("b", "a")})}

    def test_six_ways_to_drop_two_waits_loosen_a_circle_with_a_pair(self):
        row = only(each_for("ab bc ca cd dc"))
        assert (row.drops_at_least, row.drops_at_most, row.drops_method) == (2, 2, "exact")
        rounds, pair = [("a", "b"), ("b", "c"), ("c", "a")], [("c", "d"), ("d", "c")]
        assert lifted(row.drops) == {frozenset(both) for both in product(rounds, pair)}
        assert len(row.drops) == 6

    def test_one_wait_that_two_circles_share_is_the_one_to_drop(self):
        row = only(each_for("ab bc ca ba"))
        assert lifted(row.drops) == {frozenset({("a", "b")})}
        assert row.breakers == (("a",), ("b",))

    def test_in_leiden_each_of_the_four_could_go_first(self):
        row = only(read("examples/leiden.yaml"))
        assert row.stuck == ("care-a", "care-b", "care-c", "leiden")
        assert row.breakers == tuple((one,) for one in row.stuck)
        assert row.because == ("wait-care-a", "wait-care-b", "wait-care-c", "wait-leiden")


class TestWhoStandsStill:
    def test_without_waits_nobody_is_stuck(self):
        assert list(waiting_deadlocks(Network(organisations=named("a", "b")))) == []

    def test_a_row_of_waits_without_a_circle_holds_nobody(self):
        assert list(waiting_deadlocks(each_for("ab bc ac"))) == []

    def test_a_wait_for_all_is_over_only_when_each_has_moved(self):
        row = only(waiting(("a", "all", "bc"), ("b", "all", "a"), ("c", "any", "ad")))
        assert row.stuck == ("a", "b")

    def test_each_group_that_hangs_together_has_a_row_the_largest_first(self):
        found = waiting_deadlocks(each_for("ab ba xy yz zx"))
        assert [row.stuck for row in found] == [("x", "y", "z"), ("a", "b")]

    def test_it_rests_on_the_waits_that_are_not_over(self):
        row = only(waiting(("a", "all", "bf"), ("b", "all", "a"), ("a", "any", "bg")))
        assert row.because == ("wait 1", "wait 2")

    def test_how_many_were_asked_what_they_wait_for_is_told(self):
        network = with_records(
            each_for("ab ba"), organisations=named("c", "d"), interviews=asked("c", about="waits")
        )
        found = waiting_deadlocks(network)
        assert found.known_share == 3 / 4
        assert [str(one) for one in found.caveats] == [
            "Of 75% of the organisations it was asked or told what they wait for; the others may "
            "be waiting too."
        ]


class TestOutside:
    def test_who_waits_for_somebody_outside_stands_still_and_can_only_go_without(self):
        row = only(waiting(("a", "all", [OUTSIDE]), ("b", "all", "a")))
        assert (row.stuck, row.breakers, row.behind) == (("a", "b"), (("a",),), ("b",))
        assert row.drops == ((("wait 1", "a", (OUTSIDE,)),),)
        assert (row.mutual, row.for_outside) == (False, ("a",))

    def test_nobody_waits_for_outside_when_outside_moves(self):
        network = waiting(("a", "all", [OUTSIDE]), ("b", "any", [OUTSIDE, "a"]))
        assert list(waiting_deadlocks(network, outside="moves")) == []

    def test_in_a_pair_who_also_waits_for_outside_has_to_be_the_first(self):
        row = only(waiting(("a", "all", [OUTSIDE, "b"]), ("b", "all", "a")))
        assert (row.breakers, row.mutual, row.for_outside) == ((("a",),), True, ("a",))
        assert lifted(row.drops) == {
            frozenset({("a", OUTSIDE), ("a", "b")}),
            frozenset({("a", OUTSIDE), ("b", "a")}),
        }

    def test_outside_as_one_of_several_does_not_help_as_long_as_it_stands_still(self):
        network = waiting(("a", "any", [OUTSIDE, "b"]), ("b", "all", "a"))
        assert only(network).breakers == (("a",), ("b",))
        assert only(network).drops[0] == (("wait 1", "a", ("b", OUTSIDE)),)

    def test_a_word_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            waiting_deadlocks(Network(), outside="still")
        assert str(caught.value) == (
            "the outside 'still' is not known; known are 'stands_still', 'moves'."
        )


class TestInsideAndKind:
    NETWORK = Network(
        organisations=[
            *named("city", "care"),
            *named("desk", "fund", part_of="city", kind="department"),
        ],
        waits=[
            {"waiter": "desk", "awaited": ["fund"]},
            {"waiter": "fund", "awaited": ["desk", "care"]},
            {"waiter": "desk", "awaited": ["care"]},
        ],
    )

    @pytest.mark.parametrize("options", [{"inside": "city"}, {"kind": "department"}])
    def test_whoever_is_left_out_stands_outside(self, options):
        row = only(self.NETWORK, **options)
        assert (row.stuck, row.for_outside) == (("desk", "fund"), ("fund",))
        assert only(self.NETWORK, outside="moves", **options).breakers == (("desk",), ("fund",))


class TestOneWaitToldTwice:
    def test_it_is_one_to_drop_and_rests_on_both(self):
        network = waiting(("a", "all", "b"), ("a", "any", "b"), ("b", "all", "a"))
        row = only(network)
        assert row.drops == ((("wait 1", "a", ("b",)),), (("wait 3", "b", ("a",)),))
        assert row.because == ("wait 1", "wait 2", "wait 3")

    def test_waits_for_different_things_are_two(self):
        network = each_for("ab ba")
        more = {"id": "more", "waiter": "a", "awaited": ["b"], "what": "money"}
        row = only(with_records(network, waits=[more]))
        assert lifted(row.drops) == {frozenset({("b", "a")})}


def everybody_waits(size):
    names = [f"o{number:02}" for number in range(size)]
    return waiting(*((one, "all", [other for other in names if other != one]) for one in names))


class TestTooManyToList:
    def test_nine_pairs_have_512_ways_and_ten_pairs_only_their_knots(self):
        pairs = [f"{one}{number}" for number in range(10) for one in ("a", "b")]
        rows = [(one, "all", [other]) for one, other in zip(pairs[::2], pairs[1::2], strict=True)]
        rows += [(other, "all", [one]) for one, _, (other,) in rows]
        nine = only(waiting(*rows[:9], *rows[10:19], ("z", "all", pairs[:18:2])))
        assert len(nine.breakers) == 512
        ten = only(waiting(*rows, ("z", "all", pairs[::2])))
        assert (ten.breakers, ten.method, ten.at_least) == ((), "exact", 10)
        assert sets(ten.knots) == {frozenset({(f"a{n}",), (f"b{n}",)}) for n in range(10)}

    def test_orders_in_which_all_can_move_are_too_many(self):
        found = waiting_deadlocks(everybody_waits(8))
        assert (found[0].drops, found[0].drops_method, found[0].drops_at_least) == ((), "exact", 28)
        assert found[0].drops_knots == ((),)
        assert len(found[0].breakers) == 8
        assert [str(one) for one in found.caveats] == [
            "Where there are more than 1,000 ways to loosen a group, they are not listed."
        ]

    @pytest.mark.parametrize("size", [16, 20])
    def test_twenty_who_all_wait_for_all_are_still_exact(self, size):
        row = only(everybody_waits(size))
        assert (row.method, row.at_least, len(row.breakers)) == ("exact", size - 1, size)
        assert (row.drops_method, row.drops_at_least) == ("exact", size * (size - 1) // 2)


def ring(size):
    names = [f"o{number:03}" for number in range(size)]
    return waiting(*((names[n], "all", [names[(n + 1) % size]]) for n in range(size)))


def tangle(size, waits, seed, modes=("all",)):
    """A ring with more waits across it, so that all are in one knot of so many waits."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"o{number:03}" for number in range(size)]
    rows = [(names[n], "all", [names[(n + 1) % size]]) for n in range(size)]
    while len(rows) < waits:
        one, *others = chance.sample(names, 3)
        rows.append((one, chance.choice(modes), others[: chance.choice([1, 2])]))
    return waiting(*rows)


class TestLargeKnots:
    def test_in_a_ring_of_200_each_could_go_first(self):
        row = only(ring(200))
        assert (len(row.stuck), len(row.breakers), len(row.drops)) == (200, 200, 200)

    @pytest.mark.parametrize(("size", "modes"), [(40, ("all",)), (130, ("all", "any"))])
    def test_200_waits_in_one_knot_give_bounds_that_hold(self, size, modes):
        network = tangle(size, 200, seed=7, modes=modes)
        row = only(network)
        assert 1 <= row.at_least <= row.at_most
        assert 1 <= row.drops_at_least <= row.drops_at_most
        for method, found, workable, most in (
            (row.method, row.breakers, row.heuristic, row.at_most),
            (row.drops_method, row.drops, row.drops_heuristic, row.drops_at_most),
        ):
            assert (workable == ()) == (method == "exact")
            assert method == "exact" or (found == () and len(workable) == most)
        if row.heuristic:
            assert not left_standing(network, row.heuristic)
        if row.drops_heuristic:
            gone = {(waiter, awaited) for _, waiter, awaited in row.drops_heuristic}
            assert not left_standing(network, dropped=gone)

    def test_where_the_search_stops_it_says_so(self):
        found = waiting_deadlocks(tangle(130, 400, seed=1))
        assert found[0].method == "heuristic"
        assert found[0].at_least < found[0].at_most
        assert str(found.caveats[-1]) == (
            "Where a group is too entangled to search to the end, there are bounds, and one way of "
            "possibly many."
        )

    def test_what_is_found_there_hangs_on_neither_order_nor_names(self):
        network = tangle(40, 120, seed=3, modes=("all", "any"))
        row = only(network)
        assert (row.method, row.drops_method) == ("heuristic", "heuristic")
        assert only(backwards(network)) == row
        turned = dict(zip(network.ids, reversed(network.ids), strict=True))
        same = only(relabelled(network, turned))
        for name in ("at_least", "at_most", "method", "drops_at_least", "drops_at_most"):
            assert getattr(same, name) == getattr(row, name)


def needs_of(network):
    """What holds whom: for each wait, the sets of which one member has to move."""
    for wait in network.waits:
        parts = [(one,) for one in wait.awaited] if wait.mode == "all" else [wait.awaited]
        yield from ((wait.waiter, tuple(sorted(set(one)))) for one in parts)


def left_standing(network, moved=(), dropped=()):
    """Who stands still: go round until nobody moves any more."""
    free = set(moved)
    while True:
        held = {
            waiter
            for waiter, awaited in needs_of(network)
            if (waiter, awaited) not in dropped and not free & set(awaited)
        }
        more = set(network.ids) - held - free
        if not more:
            return set(network.ids) - free
        free |= more


def smallest(things, works):
    """Every smallest set of some things that works, by trying all of them."""
    for size in range(len(things) + 1):
        found = {frozenset(one) for one in combinations(things, size) if works(one)}
        if found:
            return found
    return set()


@st.composite
def knotted(draw, *, modes=("any", "all"), max_size=5, outside=True):
    """Waits among a few, hardly anybody of whom waits for nobody."""
    names = list("abcdef"[: draw(st.integers(2, max_size))])

    def row(one):
        others = [name for name in names if name != one] + ([OUTSIDE] if outside else [])
        few = st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True)
        return st.tuples(st.just(one), st.sampled_from(modes), few)

    rows = [draw(st.lists(row(one), min_size=0, max_size=2)) for one in names]
    return waiting(*chain.from_iterable(rows), organisations=names)


@SEVERAL
@given(knotted())
def test_who_stands_still_is_what_is_left_when_all_have_moved_who_can(network):
    rows = waiting_deadlocks(network)
    stuck = [one for row in rows for one in row.stuck]
    assert len(stuck) == len(set(stuck))
    assert set(stuck) == left_standing(network)


def in_group(row, network):
    waits = [one for one in network.waits if one.waiter in row.stuck]
    return replaced(network, waits=waits)


@SEVERAL
@given(knotted())
def test_breakers_are_all_smallest_sets_whose_moving_first_frees_the_group(network):
    for row in waiting_deadlocks(network):
        group = in_group(row, network)
        wanted = smallest(row.stuck, lambda one, group=group: not left_standing(group, one))
        assert sets(row.breakers) == wanted
        assert len(row.breakers) == len(wanted)
        assert {len(one) for one in wanted} == {row.at_least} == {row.at_most}


@SEVERAL
@given(knotted(max_size=4))
def test_drops_are_all_smallest_sets_of_waits_without_which_the_group_is_free(network):
    for row in waiting_deadlocks(network):
        group = in_group(row, network)
        holds = sorted(set(needs_of(group)))
        wanted = smallest(holds, lambda one, group=group: not left_standing(group, dropped=one))
        found = {frozenset((waiter, awaited) for _, waiter, awaited in one) for one in row.drops}
        assert found == wanted
        assert len(row.drops) == len(wanted)
        assert {len(one) for one in wanted} == {row.drops_at_least} == {row.drops_at_most}


@SEVERAL
@given(knotted(modes=("all",), outside=False))
def test_where_all_wait_for_all_breakers_are_the_smallest_feedback_vertex_sets(network):
    arrows = nx.DiGraph((one, other) for one, (other,) in needs_of(network))

    def loose(gone):
        return nx.is_directed_acyclic_graph(nx.restricted_view(arrows, gone, []))

    rows = waiting_deadlocks(network)
    found = {frozenset(chain(*one)) for one in product(*(row.breakers for row in rows))}
    assert found == smallest(network.ids, loose)


@given(knotted())
def test_one_option_of_each_knot_together_makes_every_breaker(network):
    for row in waiting_deadlocks(network):
        for listed, knots in ((row.breakers, row.knots), (row.drops, row.drops_knots)):
            every = [tuple(sorted(chain(*one))) for one in product(*knots)]
            assert sorted(every) == list(listed)


@given(knotted())
def test_no_part_of_a_breaker_frees_everybody_and_the_whole_does(network):
    for row in waiting_deadlocks(network):
        group = in_group(row, network)
        for breaker in row.breakers:
            assert not left_standing(group, breaker)
            for one in breaker:
                assert left_standing(group, set(breaker) - {one})


@given(knotted(), knotted())
def test_one_wait_more_never_shrinks_who_stands_still(network, other):
    more = [one for one in other.waits if {one.waiter, *one.awaited} <= {*network.ids, OUTSIDE}]
    rows = [one.with_fields({"id": f"more {number}"}) for number, one in enumerate(more)]
    before = {one for row in waiting_deadlocks(network) for one in row.stuck}
    after = with_records(network, waits=rows)
    assert before <= {one for row in waiting_deadlocks(after) for one in row.stuck}


@given(knotted(), st.data())
def test_neither_order_nor_names_change_what_is_found(network, data):
    rows = waiting_deadlocks(network).to_rows()
    shuffled = replaced(network, waits=data.draw(st.permutations(network.waits)))
    assert waiting_deadlocks(shuffled).to_rows() == rows
    turned = dict(zip(network.ids, data.draw(st.permutations(network.ids)), strict=True))
    there = waiting_deadlocks(relabelled(network, turned))
    named_back = {
        frozenset(turned[one] for one in row["stuck"]): {
            frozenset(turned[one] for one in breaker) for breaker in row["breakers"]
        }
        for row in rows
    }
    assert {frozenset(row.stuck): sets(row.breakers) for row in there} == named_back


@given(knotted())
def test_somebody_without_waits_changes_nothing(network):
    joined = with_records(network, organisations=named("zz"))
    assert waiting_deadlocks(joined).to_rows() == waiting_deadlocks(network).to_rows()


@given(knotted())
def test_what_a_row_does_not_rest_on_can_be_left_out(network):
    for row in waiting_deadlocks(network):
        waits = [one for one in network.waits if one.id in row.because]
        (same,) = waiting_deadlocks(replaced(network, waits=waits))
        assert same == row


@pytest.mark.parametrize("mode", ["all", "any"])
def test_two_hundred_who_all_wait_for_all_others_are_given_with_bounds_and_do_not_hang(mode):
    names = [f"o{number:03d}" for number in range(200)]
    waits = [
        {"waiter": one, "awaited": [other for other in names if other != one], "mode": mode}
        for one in names
    ]
    (row,) = waiting_deadlocks(Network(organisations=named(*names), waits=waits))
    assert row.stuck == tuple(names)
    assert 1 <= row.at_least <= row.at_most <= len(names)
    assert row.method == "heuristic"
    moved = [wait for wait in waits if wait["waiter"] not in row.heuristic]
    left = waiting_deadlocks(Network(organisations=named(*names), waits=moved))
    assert list(left) == []
