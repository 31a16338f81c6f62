"""What is no network, and what an option cannot mean, is refused in netdeps' own words."""

import networkx as nx
import pytest
from networks import from_graph, path
from wrong_values import EXCHANGE, default, options, taken

from netdeps import Network, edition
from netdeps.errors import NetdepsError, OptionError, UnknownNameError, quoted
from netdeps.measures import (
    MEASURES,
    betweenness,
    bonacich_power,
    closeness,
    coordination_load,
    degree,
    effective_pullers,
    exclusive_brokerage,
    governance_mirror,
    harmonic_closeness,
    katz,
    kind_gaps,
)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=list(MEASURES))
def test_an_edition_is_not_taken_for_a_network(measure):
    with pytest.raises(OptionError) as caught:
        measure(edition(Network(), "public"))
    message = str(caught.value)
    assert message.startswith("a Network is expected; Edition(network=Network")
    assert message.endswith(" was given. An edition holds one: edition.network.")


def test_no_audience_is_refused():
    with pytest.raises(OptionError) as caught:
        edition(Network(), None)
    assert str(caught.value) == (
        "the audience nothing is not known; known are 'public', 'table', 'facilitator', 'party:ID'."
    )


def test_what_was_not_counted_has_its_reason():
    network = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        contributions=[{"giver": "a", "taker": "b", "resource": "time"}],
    )
    brought = ("give_and_take", "dossier_balance", "pair_balance")
    for name in (*brought, "compensation", "pair_compensation"):
        reasons = {str(reason) for reason in MEASURES[name](network).undefined.values()}
        assert reasons == {"some of it was not counted"}


def test_one_kind_is_not_taken_for_two():
    with pytest.raises(OptionError) as caught:
        kind_gaps(Network(), between=("care_provider",))
    assert str(caught.value) == "between=('care_provider',) does not name two kinds."


def test_a_list_of_levels_is_not_taken_for_a_level():
    with pytest.raises(UnknownNameError) as caught:
        degree(Network(), level=["governing"])
    assert str(caught.value) == (
        "level ['governing'] is not known; known are 'governing', 'management', 'operational'. "
        "Did you mean 'governing'?"
    )


@pytest.mark.parametrize(("name", "option"), options(MEASURES))
def test_what_an_option_cannot_mean_is_refused(name, option):
    assert taken(MEASURES[name], option) == []


@pytest.mark.parametrize(
    ("name", "option"),
    [one for one in options(MEASURES) if default(MEASURES[one[0]], one[1]) is not None],
)
def test_nothing_is_no_value_where_there_has_to_be_one(name, option):
    with pytest.raises(NetdepsError):
        MEASURES[name](EXCHANGE, **{option: None})


COUNTED = [
    ("communities", "starts"),
    ("ei_index", "permutations"),
    ("exclusive_brokerage", "most_pairs"),
    ("governance_mirror", "graphs"),
]
SEEDED = ["communities", "ei_index", "governance_mirror"]


def test_all_that_is_drawn_has_a_seed():
    assert {name for name, option in options(MEASURES) if option == "seed"} == set(SEEDED)


class TestAWholeNumber:
    @pytest.mark.parametrize("network", [Network(), EXCHANGE], ids=["", "many"])
    @pytest.mark.parametrize(
        ("wrong", "shown"),
        [
            (0, "0"),
            (-1, "-1"),
            (2.5, "2.5"),
            (10.0, "10.0"),
            ("x", "'x'"),
            ("10", "'10'"),
            (True, "True"),
            (None, "nothing"),
            (float("inf"), "inf"),
            ([10], "[10]"),
        ],
        ids=repr,
    )
    @pytest.mark.parametrize(("name", "option"), COUNTED)
    def test_of_1_or_more(self, name, option, wrong, shown, network):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](network, **{option: wrong})
        assert str(caught.value) == (
            f"{option}={shown} was asked for; a whole number of at least 1 is expected."
        )

    @pytest.mark.parametrize("network", [Network(), EXCHANGE], ids=["", "many"])
    @pytest.mark.parametrize(
        ("wrong", "shown"),
        [(-1, "-1"), (1.0, "1.0"), ("x", "'x'"), (False, "False"), (None, "nothing")],
        ids=repr,
    )
    @pytest.mark.parametrize("name", SEEDED)
    def test_of_0_or_more_for_a_seed(self, name, wrong, shown, network):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](network, seed=wrong)
        assert str(caught.value) == (
            f"seed={shown} was asked for; a whole number of at least 0 is expected."
        )

    @pytest.mark.parametrize("name", SEEDED)
    def test_that_is_a_seed_has_no_end(self, name):
        network = from_graph(nx.cycle_graph(26))
        found = MEASURES[name](network, seed=10**40)
        assert found == MEASURES[name](network, seed=10**40)
        assert found

    @pytest.mark.parametrize(("name", "option"), [one for one in COUNTED if one[0] in SEEDED])
    def test_of_draws_has_an_end(self, name, option):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](Network(), **{option: 10**400})
        message = str(caught.value)
        assert message.startswith(f"{option}=1000")
        assert message.endswith(
            "… was asked for; a whole number of at most 10,000,000 is expected."
        )

    def test_of_pairs_to_be_named_has_no_end(self):
        network = from_graph(nx.star_graph(3))
        found = exclusive_brokerage(network, by="organisation", most_pairs=10**400)
        assert [len(row.pairs) for row in found] == [3]


class TestAMapping:
    @pytest.mark.parametrize(
        ("option", "expected"),
        [
            ("pot", "the share of each organisation is expected, by its id"),
            ("fair", "the fair share of each organisation is expected, by its id"),
            ("components", "the amounts of each component are expected, by its name"),
            ("groups", "the group of each organisation is expected, by its id"),
            ("conflicts", "the weight of each pair of roles is expected"),
            (
                "limits",
                "the lowest and the highest weight of a resource are expected, by its name",
            ),
            ("worth", "the worth of one unit is expected for each resource, as {'time': 40}"),
        ],
    )
    @pytest.mark.parametrize("wrong", [0, 3, "", "x", [], [1], False], ids=repr)
    def test_is_not_taken_for_something_else(self, option, expected, wrong):
        names = [name for name, one in options(MEASURES) if one == option]
        assert names
        for name in names:
            with pytest.raises(OptionError) as caught:
                MEASURES[name](EXCHANGE, **{option: wrong})
            assert str(caught.value) == f"{option}={quoted(wrong)} is no mapping; {expected}."

    @pytest.mark.parametrize("share", [float("nan"), float("inf"), -1, 2, 10**400, "x", "1", True])
    @pytest.mark.parametrize(
        ("option", "fits"),
        [
            ("pot", lambda share: {"a": share}),
            ("fair", lambda share: {"a": share}),
            ("limits", lambda share: {"time": (0, share)}),
            ("conflicts", lambda share: {("funder", "partner"): share}),
        ],
        ids=["pot", "fair", "limits", "conflicts"],
    )
    def test_has_numbers_from_0_to_1(self, option, fits, share):
        for name in [name for name, one in options(MEASURES) if one == option]:
            with pytest.raises(OptionError, match=r" is not a number from 0 to 1\.$"):
                MEASURES[name](EXCHANGE, **{option: fits(share)})

    @pytest.mark.parametrize(("option", "value"), [("pot", 0.5), ("fair", 0.5), ("groups", "city")])
    def test_names_organisations_in_any_order(self, option, value):
        for name in [name for name, one in options(MEASURES) if one == option]:
            with pytest.raises(UnknownNameError, match=r"^organisation 3 is not known"):
                MEASURES[name](EXCHANGE, **{option: {"a": value, 3: value}})


class TestComponents:
    @pytest.mark.parametrize("measure", [coordination_load, effective_pullers, governance_mirror])
    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            (
                {"calls": 3},
                "components['calls']=3 is no mapping; the amount of each organisation is "
                "expected, by its id.",
            ),
            ({"calls": {}, 3: {}}, "the component 3 has no name; a text is expected."),
            (
                {"calls": {"a": "1"}},
                "the amount '1' of 'a' in the component 'calls' is not a number of 0 or more.",
            ),
        ],
    )
    def test_are_refused_where_they_are_none(self, measure, wrong, message):
        with pytest.raises(OptionError) as caught:
            measure(EXCHANGE, components=wrong)
        assert str(caught.value) == message


class TestDependums:
    @pytest.mark.parametrize(
        "wrong", [3, None, iter(["time"]), {"what a needs": 1}], ids=["3", "None", "once", "counts"]
    )
    def test_are_a_list(self, wrong):
        with pytest.raises(OptionError) as caught:
            coordination_load(EXCHANGE, dependums=wrong)
        assert str(caught.value) == (
            f"dependums={quoted(wrong)} is no list; a list of words is expected."
        )

    def test_are_words(self):
        with pytest.raises(UnknownNameError, match=r"^dependum \[1\] is not known"):
            coordination_load(EXCHANGE, dependums=[[1]])


@pytest.mark.parametrize("network", [Network(), path(2), path(3)], ids=["0", "2", "3"])
def test_a_distance_is_known_or_refused_whatever_the_network(network):
    for measure in (betweenness, closeness, harmonic_closeness):
        with pytest.raises(OptionError, match=r"^the distance 'miles' is not known"):
            measure(network, distance="miles")


@pytest.mark.parametrize(
    ("measure", "factor"), [(katz, "alpha"), (bonacich_power, "beta")], ids=["katz", "bonacich"]
)
@pytest.mark.parametrize("wrong", [float("nan"), 10**400, True, "0.1"], ids=str)
def test_a_factor_is_a_number(measure, factor, wrong):
    with pytest.raises(OptionError, match=rf"^the {factor} .* is not a number\.$"):
        measure(path(3), **{factor: wrong})


def test_a_list_of_resources_is_not_taken_for_a_resource():
    for name in [name for name, one in options(MEASURES) if one == "resource"]:
        with pytest.raises(UnknownNameError, match=r"^resource \['time'\] is not known"):
            MEASURES[name](EXCHANGE, resource=["time"])
