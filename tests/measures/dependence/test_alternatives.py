"""In how many ways a need can be met, and how often in one way only."""

from fractions import Fraction

import pytest
from hypothesis import given
from networks import asked, named, needs, replaced, town_of_five, with_records
from strategies import cases, webs

from netdeps import Network
from netdeps.measures import alternatives, sole_supplier_share


def by_need(network, **options):
    return {row.need: row for row in alternatives(network, **options)}


def of(*wanted, names=("a", "b", "c"), **fields):
    return Network(organisations=named(*names), dependencies=needs(*wanted, **fields))


class TestWorkedExamples:
    def test_four_of_the_seven_essential_needs_of_the_five_have_one_way(self):
        assert sole_supplier_share(town_of_five()) == float(Fraction(4, 7))

    def test_the_needs_of_the_five_from_the_most_vulnerable_on(self):
        found = [
            (row.need, row.alternatives, row.essential) for row in alternatives(town_of_five())
        ]
        assert found == [
            ("m dwelling", 1, True),
            ("z1 dwelling", 1, True),
            ("z1 funding", 1, True),
            ("z2 dwelling", 1, True),
            ("c permit", 1, False),
            ("c care", 2, True),
            ("m care", 2, True),
            ("z2 funding", 2, True),
            ("z1 transfer", 2, False),
        ]


class TestWays:
    @pytest.mark.parametrize(
        ("mode", "dependees", "ways"),
        [
            ("any", ["b"], 1),
            ("all", ["b"], 1),
            ("any", ["b", "c"], 2),
            ("all", ["b", "c"], 1),
            ("any", ["b", "outside"], 2),
            ("any", ["a", "b", "outside"], 3),
        ],
    )
    def test_those_of_the_dependees_or_one_where_each_is_needed(self, mode, dependees, ways):
        row = by_need(of(("a", 1, mode, dependees)))["need 1"]
        assert (row.alternatives, row.single) == (ways, ways == 1)

    def test_two_who_became_outsiders_are_two_ways(self):
        network = Network(
            organisations=[*named("x", "y"), *named("a", "b", part_of="x")],
            dependencies=needs(("a", 1, "any", ["b", "x", "y"])),
        )
        row = by_need(network, inside="x")["need 1"]
        assert (row.dependees, row.alternatives) == (("b", "outside", "outside"), 3)

    def test_outside_stands_last_whatever_the_names(self):
        network = of(("a", 1, "any", ["zz", "outside", "b"]), names=("a", "b", "zz"))
        assert by_need(network)["need 1"].dependees == ("b", "zz", "outside")

    def test_a_row_says_of_which_need_it_is(self):
        row = by_need(of(("a", 1, "all", ["c", "b"]), dependum="dwellings", essential=True))[
            "need 1"
        ]
        assert (row.depender, row.dependum, row.dependees) == ("a", "dwellings", ("b", "c"))
        assert (row.mode, row.essential, row.because) == ("all", True, ("need 1",))

    def test_whatever_is_as_vulnerable_comes_along(self):
        assert len(alternatives(town_of_five()).top(2)) == 4
        assert len(alternatives(town_of_five()).top(5)) == 5


class TestTheShare:
    def test_it_is_undefined_where_nothing_is_essential(self):
        figure = sole_supplier_share(of(("a", 1, "all", ["b"])))
        assert figure.value is None
        assert str(figure.reason) == "nothing is needed that somebody cannot do without"

    def test_it_is_0_where_there_is_always_another_way(self):
        figure = sole_supplier_share(of(("a", 1, "any", ["b", "c"]), essential=True))
        assert figure == 0

    def test_it_rests_on_the_essential_needs(self):
        network = of(("a", 1, "all", ["b"]), essential=True)
        joined = with_records(network, dependencies=needs(("b", 1, "all", ["c"]), id="more"))
        assert sole_supplier_share(joined).because == ("need 1",)

    def test_how_many_were_asked_or_told_of_is_said(self):
        network = with_records(
            of(("a", 1, "all", ["b"]), essential=True), interviews=asked("b", about="dependencies")
        )
        for measure in (sole_supplier_share, alternatives):
            assert measure(network).known_share == pytest.approx(2 / 3)
            assert len(measure(network).caveats) == 1


class TestWhatCounts:
    NETWORK = Network(
        organisations=[{"id": "a"}, {"id": "b"}, {"id": "c", "kind": "ministry"}],
        issues=[{"id": "outflow"}],
        dependencies=[
            *needs(("a", 1, "all", ["b"]), id="1", level="governing", essential=True),
            *needs(("a", 1, "any", ["b", "c"]), id="2", issue="outflow", essential=True),
        ],
    )

    @pytest.mark.parametrize(
        ("options", "ways", "share"),
        [
            ({}, {"1": 1, "2": 2}, 1 / 2),
            ({"level": "management"}, {"2": 2}, 0),
            ({"level": "governing"}, {"1": 1, "2": 2}, 1 / 2),
            ({"issue": "outflow"}, {"2": 2}, 0),
            ({"kind": "other"}, {"1": 1, "2": 2}, 1 / 2),
        ],
    )
    def test_a_level_an_issue_and_a_kind(self, options, ways, share):
        found = {row.need: row.alternatives for row in alternatives(self.NETWORK, **options)}
        assert found == ways
        assert sole_supplier_share(self.NETWORK, **options) == share


@given(cases() | webs())
def test_every_need_has_a_row_and_as_many_ways_as_it_has_dependees_or_one(network):
    found = by_need(network)
    assert set(found) == {need.id for need in network.dependencies}
    for need in network.dependencies:
        row = found[need.id]
        assert row.alternatives == (1 if need.mode == "all" else len(need.dependees))
        assert row.single == (need.mode == "all" or len(need.dependees) == 1)


@given(webs())
def test_the_share_counts_the_essential_needs_with_one_way(network):
    essential = [row for row in alternatives(network) if row.essential]
    single = [row for row in essential if row.single]
    figure = sole_supplier_share(network)
    assert figure.value == (len(single) / len(essential) if essential else None)


@given(webs())
def test_rows_never_get_less_vulnerable_again(network):
    rows = alternatives(network)
    seen = [(row.alternatives, not row.essential, row.depender, row.need) for row in rows]
    assert seen == sorted(seen)
    assert [row.rank for row in rows] == sorted((row.rank for row in rows), reverse=True)


@given(webs())
def test_another_alternative_never_raises_the_share(network):
    wider = [
        need.with_fields({"dependees": [*need.dependees, "outside"]})
        for need in network.dependencies
    ]
    before = sole_supplier_share(network).value or 0
    after = sole_supplier_share(replaced(network, dependencies=wider)).value or 0
    assert after <= before


@given(webs())
def test_the_share_can_be_worked_out_from_what_it_rests_on(network):
    figure = sole_supplier_share(network)
    told = [need for need in network.dependencies if need.id in figure.because]
    assert sole_supplier_share(replaced(network, dependencies=told)).value == figure.value
