"""Which needs go unmet and who cannot go on when organisations drop out."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import asked, named, needs, replaced, town_of_five, with_records
from strategies import cases, webs

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.measures import dropout_impact


def together(network, *dropped, **options):
    (row,) = dropout_impact(network, together=dropped, **options)
    return row


def of(*wanted, names="abcde", essential=True):
    rows = needs(*((one, 2, mode, others) for one, mode, others in wanted), essential=essential)
    return Network(
        organisations=named(*names),
        dependencies=[{**row, "id": f"{row['depender']}{row['id'][-1]}"} for row in rows],
    )


CHAIN = of(("b", "all", ["a"]), ("c", "all", ["b"]), ("d", "any", ["a", "c"]))


class TestWorkedExamples:
    def test_the_corporation_takes_three_of_the_five_with_it(self):
        row = together(town_of_five(), "c")
        assert (row.stopped, row.rounds) == (("m", "z1", "z2"), (("m", "z1", "z2"),))

    def test_the_municipality_takes_one_care_provider_with_it_since_the_other_has_a_funder(self):
        row = together(town_of_five(), "m")
        assert row.unmet == ("c permit", "z1 funding")
        assert (row.stopped, row.rounds) == (("z1",), (("z1",),))

    @pytest.mark.parametrize("one", ["p", "z1", "z2"])
    def test_without_a_care_provider_or_the_funder_nothing_is_unmet(self, one):
        row = together(town_of_five(), one)
        assert (row.unmet, row.stopped, row.rounds, row.of_others) == ((), (), (), 0)

    def test_alone_only_those_on_whom_something_hangs_have_a_row(self):
        assert [row.dropped for row in dropout_impact(town_of_five())] == [("c",), ("m",)]

    def test_the_municipality_and_the_funder_together_stop_everybody(self):
        row = together(town_of_five(), "p", "m")
        assert row.dropped == ("m", "p")
        assert row.rounds == (("z1", "z2"), ("c",))
        assert row.stopped == ("c", "z1", "z2")


class TestRounds:
    def test_each_round_follows_from_the_one_before(self):
        row = together(CHAIN, "a")
        assert row.rounds == (("b",), ("c",), ("d",))
        assert row.unmet == ("b1", "c2", "d3")

    def test_without_the_cascade_nobody_goes_down_but_those_who_drop_out(self):
        row = together(CHAIN, "a", cascade="off")
        assert (row.unmet, row.stopped, row.rounds) == (("b1",), (), ())
        found = dropout_impact(CHAIN, cascade="off")
        assert [(row.dropped, row.unmet) for row in found] == [(("a",), ("b1",)), (("b",), ("c2",))]

    def test_together_they_can_do_what_none_of_them_does_alone(self):
        network = of(("c", "any", ["a", "b"]))
        assert list(dropout_impact(network)) == []
        assert together(network, "a", "b").stopped == ("c",)

    def test_what_is_not_essential_stops_nobody(self):
        row = together(of(("b", "all", ["a"]), ("c", "all", ["b"]), essential=False), "a")
        assert (row.unmet, row.stopped) == (("b1",), ())

    def test_somebody_outside_never_drops_out(self):
        assert together(of(("b", "any", ["a", "outside"])), "a").unmet == ()
        assert together(of(("b", "all", ["a", "outside"])), "a").unmet == ("b1",)

    def test_what_somebody_can_do_itself_is_met_as_long_as_it_stands(self):
        network = of(("b", "any", ["a", "b"]))
        assert together(network, "a").unmet == ()
        row = together(network, "a", "b")
        assert (row.unmet, row.of_others, row.stopped) == (("b1",), 0, ())


class TestRows:
    def test_needs_of_who_drops_out_are_unmet_too_and_told_apart(self):
        network = of(("a", "all", ["b"]), ("b", "all", ["a"]), ("c", "all", ["a"]))
        row = together(network, "a")
        assert (row.unmet, row.of_others, row.stopped) == (("a1", "b2", "c3"), 2, ("b", "c"))
        assert row.dependums == ("what b needs", "what c needs")
        assert row.because == row.unmet

    def test_together_there_is_a_row_even_where_nothing_is_lost(self):
        row = together(CHAIN, "d", "e")
        assert (row.dropped, row.unmet, row.form) == (("d", "e"), (), "nothing")

    def test_who_stops_most_comes_first_then_who_costs_most_needs_then_by_id(self):
        network = of(
            ("a", "all", ["b"]), ("c", "all", ["a"]), ("d", "all", ["e"]), ("d", "all", ["e"])
        )
        more = needs(("g", 1, "all", ["f"]), ("g", 1, "all", ["d"]))
        joined = with_records(network, organisations=named("f", "g"), dependencies=more)
        assert [row.dropped for row in dropout_impact(joined)] == [
            ("b",),
            ("e",),
            ("a",),
            ("d",),
            ("f",),
        ]

    def test_naming_somebody_twice_is_naming_it_once(self):
        assert together(CHAIN, "a", "a") == together(CHAIN, "a")

    def test_ids_may_come_in_any_collection(self):
        for names in ({"a", "b"}, ["b", "a"], ("a", "b"), np.array(["b", "a"]), {"a": 1, "b": 2}):
            (row,) = dropout_impact(CHAIN, together=names)
            assert row.dropped == ("a", "b")

    def test_it_says_how_many_were_asked_or_told_of(self):
        assert dropout_impact(town_of_five()).known_share == pytest.approx(4 / 5)
        assert len(dropout_impact(town_of_five()).caveats) == 1
        heard = with_records(town_of_five(), interviews=asked("p", about="dependencies"))
        assert dropout_impact(heard).caveats == ()


class TestWhatCounts:
    def test_an_issue_takes_its_own_needs(self):
        network = Network(
            organisations=named("a", "b", "c"),
            issues=[{"id": "outflow"}],
            dependencies=[
                *needs(("a", 1, "all", ["b"]), id="1", issue="outflow"),
                *needs(("a", 1, "all", ["c"]), id="2"),
            ],
        )
        assert together(network, "b", "c", issue="outflow").unmet == ("1",)

    def test_of_a_kind_the_others_stand_outside_and_cannot_drop_out(self):
        assert together(town_of_five(), "z1", "z2", kind="care_provider").unmet == ()
        with pytest.raises(UnknownNameError) as caught:
            together(town_of_five(), "m", kind="care_provider")
        assert str(caught.value) == "organisation 'm' is not known; known are 'z1', 'z2'."

    def test_inside_an_organisation_its_parts_drop_out(self):
        network = Network(
            organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
            dependencies=needs(("a", 1, "all", ["b"]), ("y", 1, "all", ["x"]), essential=True),
        )
        assert together(network, "b", inside="x").stopped == ("a",)


class TestWrongArguments:
    @pytest.mark.parametrize(
        ("value", "shown"), [([], "[]"), ("care", "'care'"), (set(), "set()"), (3, "3")]
    )
    def test_what_names_no_organisations_is_refused(self, value, shown):
        with pytest.raises(OptionError) as caught:
            dropout_impact(CHAIN, together=value)
        assert str(caught.value) == (
            f"together={shown} does not name organisations; a list of ids is expected, for example "
            "together=['care', 'city']."
        )

    @pytest.mark.parametrize(
        ("name", "shown"), [("x", "'x'"), (3, "3"), (["a"], "['a']"), ("outside", "'outside'")]
    )
    def test_an_organisation_that_is_not_there_is_refused(self, name, shown):
        with pytest.raises(UnknownNameError) as caught:
            dropout_impact(CHAIN, together=["a", name])
        message = f"organisation {shown} is not known; known are 'a', 'b', 'c', 'd', 'e'."
        assert str(caught.value).startswith(message)

    def test_a_cascade_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            dropout_impact(CHAIN, cascade="of")
        assert str(caught.value) == (
            "the cascade 'of' is not known; known are 'on', 'off'. Did you mean 'off'?"
        )


def is_unmet(need, down):
    gone = [dependee in down for dependee in need.dependees]
    return any(gone) if need.mode == "all" else all(gone)


def holds_still(network, down):
    """Tell whether nobody who stands misses anything essential."""
    return all(
        need.depender in down or not need.essential or not is_unmet(need, down)
        for need in network.dependencies
    )


def least_still(network, dropped):
    """The smallest set with these in it at which everything holds still, of all sets there are."""
    others = [one for one in network.ids if one not in dropped]
    for size in range(len(others) + 1):
        still = [
            down
            for more in combinations(others, size)
            if holds_still(network, down := {*dropped, *more})
        ]
        if still:
            (only,) = still
            return only
    raise AssertionError


def unmet_at(network, down):
    return {need.id for need in network.dependencies if is_unmet(need, down)}


@st.composite
def dropouts(draw):
    network = draw(webs() | cases())
    names = st.lists(st.sampled_from(network.ids), min_size=1, unique=True)
    return network, draw(names), draw(names)


@given(dropouts())
def test_it_ends_at_the_smallest_set_that_holds_still(drawn):
    network, dropped, _ = drawn
    row, down = together(network, *dropped), least_still(network, dropped)
    assert set(row.stopped) == down - set(dropped)
    assert set(row.unmet) == unmet_at(network, down)
    owned = {need.id: need.depender for need in network.dependencies}
    assert row.of_others == len([one for one in row.unmet if owned[one] not in dropped])


@given(dropouts())
def test_every_round_is_who_loses_something_essential_by_all_before_it(drawn):
    network, dropped, _ = drawn
    row, down = together(network, *dropped), set(dropped)
    for stopped in (*row.rounds, ()):
        losing = {
            need.depender
            for need in network.dependencies
            if need.essential and is_unmet(need, down)
        }
        assert tuple(sorted(losing - down)) == stopped
        down |= losing
    assert row.stopped == tuple(sorted(one for stopped in row.rounds for one in stopped))


@given(dropouts())
def test_without_the_cascade_only_what_hangs_on_them_is_unmet(drawn):
    network, dropped, _ = drawn
    row = together(network, *dropped, cascade="off")
    assert set(row.unmet) == unmet_at(network, set(dropped))
    assert (row.stopped, row.rounds) == ((), ())


def down_and_unmet(network, dropped):
    row = together(network, *dropped)
    return {*row.dropped, *row.stopped}, set(row.unmet)


@given(dropouts())
def test_where_more_drop_out_no_less_is_down_and_unmet(drawn):
    network, some, more = drawn
    down, unmet = down_and_unmet(network, some)
    further, missing = down_and_unmet(network, [*some, *more])
    assert down <= further
    assert unmet <= missing


@given(dropouts())
def test_together_at_least_all_goes_down_that_goes_down_apart(drawn):
    network, some, others = drawn
    apart = down_and_unmet(network, some)[0] | down_and_unmet(network, others)[0]
    assert apart <= down_and_unmet(network, [*some, *others])[0]


@given(dropouts())
def test_dropping_out_all_who_are_down_in_the_end_changes_nothing(drawn):
    network, dropped, _ = drawn
    down, unmet = down_and_unmet(network, dropped)
    assert down_and_unmet(network, sorted(down)) == (down, unmet)


@given(dropouts())
def test_one_alternative_more_never_makes_it_worse(drawn):
    network, dropped, (more, *_) = drawn
    wider = [
        need.with_fields({"dependees": [*need.dependees, more]})
        if need.mode == "any" and more not in need.dependees
        else need
        for need in network.dependencies
    ]
    down, unmet = down_and_unmet(network, dropped)
    fewer, missing = down_and_unmet(replaced(network, dependencies=wider), dropped)
    assert fewer <= down
    assert missing <= unmet


@given(webs() | cases())
def test_alone_each_row_is_that_of_the_organisation_by_itself(network):
    found = {row.dropped: row for row in dropout_impact(network)}
    for one in network.ids:
        row = together(network, one)
        assert found.get((one,)) == (row if row.of_others else None)


@given(dropouts())
def test_a_row_can_be_worked_out_from_what_it_rests_on(drawn):
    network, dropped, _ = drawn
    row = together(network, *dropped)
    told = [need for need in network.dependencies if need.id in row.because]
    assert together(replaced(network, dependencies=told), *dropped) == row


def test_a_long_line_falls_one_by_one():
    names = [f"o{number:03d}" for number in range(300)]
    wanted = ((one, 2, "all", [other]) for other, one in pairwise(names))
    network = Network(organisations=named(*names), dependencies=needs(*wanted, essential=True))
    assert together(network, names[0]).rounds == tuple((one,) for one in names[1:])
    assert [row.dropped[0] for row in dropout_impact(network)] == names[:-1]


class TestMoreThanTwelve:
    def test_they_are_counted(self):
        names = [f"o{one:02}" for one in range(13)]
        network = of(*((one, "all", ["a"]) for one in names), names=["a", *names])
        assert "; 13 organisations cannot go on" in together(network, "a").sentence("en")
        assert "13 organisations drop out together" in together(network, *names).sentence("en")
        assert "without 13 organisations" in together(network, *names).question("en")

    def test_twelve_are_named(self):
        names = [f"o{one:02}" for one in range(12)]
        network = of(*((one, "all", ["a"]) for one in names), names=["a", *names])
        assert "o00, o01, o02, " in together(network, "a").sentence("en")
        assert "o00, o01, o02, " in together(network, *names).sentence("en")

    def test_they_are_counted_in_each_round(self):
        names = [f"o{one:02}" for one in range(13)]
        wanted = [*((one, "all", ["a"]) for one in names), ("z", "all", names)]
        row = together(of(*wanted, names=["a", *names, "z"]), "a")
        assert "first 13 organisations and then z" in row.sentence("en")
