"""On whom so much hangs that needs of others go unmet without it."""

import pytest
from hypothesis import given
from networks import asked, named, needs, replaced, town_of_five, with_records
from strategies import cases, webs

from netdeps import Network
from netdeps.measures import single_points_of_failure


def by_organisation(network, **options):
    return {row.organisation: row for row in single_points_of_failure(network, **options)}


def of(*wanted, names="abcde", essential=True, **fields):
    rows = needs(*((one, 2, mode, others) for one, mode, others in wanted), essential=essential)
    return Network(
        organisations=named(*names),
        dependencies=[{**row, "id": f"{row['depender']}{row['id'][-1]}"} for row in rows],
        **fields,
    )


class TestWorkedExamples:
    def test_without_the_corporation_three_lose_their_dwellings_at_once(self):
        row = by_organisation(town_of_five())["c"]
        assert row.needs_lost == ("m dwelling", "z1 dwelling", "z2 dwelling")
        assert (row.direct, row.cascade) == (("m", "z1", "z2"), ())

    def test_without_the_municipality_one_care_provider_cannot_go_on(self):
        row = by_organisation(town_of_five())["m"]
        assert row.needs_lost == ("c permit", "z1 funding")
        assert (row.direct, row.cascade) == (("z1",), ())

    def test_without_a_care_provider_or_the_funder_every_need_is_still_met(self):
        found = single_points_of_failure(town_of_five())
        assert [row.organisation for row in found] == ["c", "m"]


class TestTheCascade:
    def test_who_loses_something_essential_takes_others_along(self):
        network = of(("b", "all", ["a"]), ("c", "all", ["b"]), ("d", "all", ["c"]))
        row = by_organisation(network)["a"]
        assert (row.needs_lost, row.direct, row.cascade) == (("b1",), ("b",), ("c", "d"))
        assert row.because == ("b1", "c2", "d3")

    def test_who_loses_something_that_is_not_essential_goes_on(self):
        network = of(("b", "all", ["a"]), ("c", "all", ["b"]), essential=False)
        row = by_organisation(network)["a"]
        assert (row.needs_lost, row.direct, row.cascade) == (("b1",), (), ())

    def test_a_need_of_each_is_lost_with_one_of_them(self):
        found = by_organisation(of(("c", "all", ["a", "b"])))
        assert {one: row.direct for one, row in found.items()} == {"a": ("c",), "b": ("c",)}

    def test_a_need_with_alternatives_is_lost_when_all_of_them_fall_along(self):
        network = of(("b", "all", ["a"]), ("c", "all", ["a"]), ("d", "any", ["b", "c"]))
        assert by_organisation(network)["a"].cascade == ("d",)
        assert set(by_organisation(network)) == {"a"}

    def test_somebody_outside_never_drops_out(self):
        network = of(("b", "any", ["a", "outside"]), ("c", "all", ["b", "outside"]))
        assert set(by_organisation(network)) == {"b"}

    def test_what_somebody_can_do_itself_is_met_as_long_as_it_stands(self):
        assert by_organisation(of(("b", "any", ["a", "b"]))) == {}

    def test_a_need_of_its_own_is_not_lost_to_others(self):
        network = of(("a", "all", ["a", "b"]))
        assert set(by_organisation(network)) == {"b"}

    def test_two_who_hang_on_each_other_are_both_listed(self):
        found = by_organisation(of(("a", "all", ["b"]), ("b", "all", ["a"])))
        assert {one: row.direct for one, row in found.items()} == {"a": ("b",), "b": ("a",)}
        assert found["a"].needs_lost == ("b2",)


class TestRows:
    def test_who_stops_most_comes_first_then_who_costs_most_needs_then_by_id(self):
        network = of(
            ("a", "all", ["b"]),
            ("c", "all", ["a"]),
            ("d", "all", ["e"]),
            ("d", "all", ["e"]),
            names="abcdefgh",
        )
        more = needs(("h", 1, "all", ["f"]), ("h", 1, "all", ["g"]))
        found = single_points_of_failure(with_records(network, dependencies=more))
        assert [row.organisation for row in found] == ["b", "e", "a", "f", "g"]
        assert [row.organisation for row in found.top(4)] == ["b", "e", "a", "f", "g"]
        assert len(found.top(2)) == 2

    def test_any_number_of_needs_weighs_less_than_one_organisation_more(self):
        many = [("b", "all", ["a"])] * 9
        network = of(*many, names="abcd", essential=False)
        more = needs(("d", 1, "all", ["c"]), essential=True)
        found = single_points_of_failure(with_records(network, dependencies=more))
        assert [row.organisation for row in found] == ["c", "a"]

    def test_a_row_names_what_is_needed_from_it(self):
        row = by_organisation(town_of_five())["m"]
        assert row.dependums == ("funding", "permit")

    def test_it_says_how_many_were_asked_or_told_of(self):
        found = single_points_of_failure(town_of_five())
        assert found.known_share == pytest.approx(4 / 5)
        assert len(found.caveats) == 1
        heard = with_records(town_of_five(), interviews=asked("p", about="dependencies"))
        assert single_points_of_failure(heard).caveats == ()


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
        assert set(by_organisation(network, issue="outflow")) == {"b"}

    def test_of_a_kind_the_others_stand_outside_and_never_drop_out(self):
        assert by_organisation(town_of_five(), kind="care_provider") == {}

    def test_inside_an_organisation_its_parts_hang_on_one_another(self):
        network = Network(
            organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
            dependencies=needs(("a", 1, "all", ["b"]), ("y", 1, "all", ["x"]), essential=True),
        )
        assert {one: row.direct for one, row in by_organisation(network, inside="x").items()} == {
            "b": ("a",)
        }


def is_unmet(need, down):
    gone = [dependee in down for dependee in need.dependees]
    return any(gone) if need.mode == "all" else all(gone)


def down_with(network, dropped):
    """Who is down in the end, by looking at everything again until nothing changes."""
    down = {dropped}
    while True:
        more = {
            need.depender
            for need in network.dependencies
            if need.essential and is_unmet(need, down)
        }
        if more <= down:
            return down
        down |= more


@given(webs() | cases())
def test_every_row_is_what_following_the_needs_one_by_one_gives(network):
    found = by_organisation(network)
    for one in network.ids:
        lost = [
            need for need in network.dependencies if need.depender != one and is_unmet(need, {one})
        ]
        assert (one in found) == bool(lost)
        if lost:
            row, down = found[one], down_with(network, one)
            direct = {need.depender for need in lost if need.essential}
            assert row.needs_lost == tuple(sorted(need.id for need in lost))
            assert row.direct == tuple(sorted(direct))
            assert row.cascade == tuple(sorted(down - direct - {one}))


@given(webs())
def test_a_row_can_be_worked_out_from_what_it_rests_on(network):
    for row in single_points_of_failure(network):
        told = [need for need in network.dependencies if need.id in row.because]
        assert by_organisation(replaced(network, dependencies=told))[row.organisation] == row


class TestMoreThanTwelve:
    @pytest.mark.parametrize(
        ("number", "told"), [(12, "o00, o01, o02, "), (13, "13 organisations cannot go on")]
    )
    def test_they_are_counted(self, number, told):
        names = [f"o{one:02}" for one in range(number)]
        network = of(*((one, "all", ["a"]) for one in names), names=["a", *names])
        row = by_organisation(network)["a"]
        assert told in row.sentence("en")
        assert row.direct == tuple(names)
