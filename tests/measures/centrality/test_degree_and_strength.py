"""How many ties an organisation has, and how strong they are together."""

from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    asked,
    exchange,
    from_graph,
    gifts,
    giving,
    levelled_town,
    named,
    needing,
    needs,
    pair_of,
    replaced,
    speaking,
    spoken,
    spoken_town,
    star,
    town,
    with_records,
)
from strategies import arrows, cases, flows_of_time, ties

from netdeps import Network, measures
from netdeps.errors import UndefinedError
from netdeps.graph import dependence_shares

FAMILY = (
    measures.degree,
    measures.in_degree,
    measures.out_degree,
    measures.strength,
    measures.in_strength,
    measures.out_strength,
)


class TestTheTown:
    def test_in_strength_is_what_the_others_need_together(self):
        found = measures.in_strength(town())
        wanted = {
            CITY: Fraction(37, 30),
            CORPORATION: Fraction(107, 70),
            CARE_1: Fraction(7, 12),
            CARE_2: Fraction(55, 84),
        }
        assert dict(found) == pytest.approx({one: float(value) for one, value in wanted.items()})
        assert sum(wanted.values()) == 4

    def test_every_party_needs_all_of_what_matters_from_the_others(self):
        assert dict(measures.out_strength(town())) == pytest.approx(
            dict.fromkeys((CITY, CORPORATION, CARE_1, CARE_2), 1)
        )

    def test_in_and_out_degree_count_the_arrows(self):
        assert dict(measures.in_degree(town())) == {CITY: 3, CORPORATION: 3, CARE_1: 2, CARE_2: 3}
        assert dict(measures.out_degree(town())) == {CITY: 3, CORPORATION: 3, CARE_1: 3, CARE_2: 2}
        assert measures.degree(town(), layer="dependency")[CITY] == 6

    def test_the_degree_of_contacts_counts_those_in_contact_at_any_level(self):
        wanted = {CITY: 3, CORPORATION: 2, CARE_1: 2, CARE_2: 1}
        assert dict(measures.degree(spoken_town())) == wanted
        assert dict(measures.degree(levelled_town())) == wanted

    def test_the_degree_at_a_level_counts_those_in_contact_there(self):
        assert dict(measures.degree(levelled_town(), level="governing")) == {
            CITY: 1,
            CORPORATION: 1,
            CARE_1: 0,
            CARE_2: 0,
        }

    def test_the_strength_of_contacts_adds_their_quality(self):
        network = pair_of(
            contacts=[
                *spoken([("care", "city")], quality=0.5),
                *spoken([("city", "housing")], quality=0.25),
            ]
        )
        assert dict(measures.strength(network)) == {"care": 0.5, "city": 0.75, "housing": 0.25}

    def test_the_strength_of_contributions_adds_amounts(self):
        assert dict(measures.out_strength(exchange(), layer="contribution")) == {
            "a": 6,
            "b": 5,
            "c": 4,
        }
        assert dict(measures.in_strength(exchange(), layer="contribution")) == {
            "a": 6,
            "b": 6,
            "c": 3,
        }
        assert dict(measures.strength(exchange(), layer="contribution")) == {
            "a": 12,
            "b": 11,
            "c": 7,
        }


class TestPublishedNetworks:
    """Graphs that come with networkx, with networkx as the other program."""

    @pytest.mark.parametrize(
        "graph",
        [nx.florentine_families_graph(), nx.karate_club_graph(), nx.krackhardt_kite_graph()],
    )
    def test_degrees_are_those_of_networkx(self, graph):
        found = measures.degree(from_graph(graph), scale="normalised")
        wanted = nx.degree_centrality(graph)
        assert dict(found) == pytest.approx({str(one): value for one, value in wanted.items()})

    def test_the_kite_has_the_degrees_that_krackhardt_drew(self):
        """Krackhardt (1990), Assessing the political landscape, figure of the kite."""
        found = measures.degree(from_graph(nx.krackhardt_kite_graph()))
        assert [found[str(one)] for one in range(10)] == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]


class TestUndefined:
    def test_one_organisation_has_degree_0_and_no_normalised_degree(self):
        alone = Network(organisations=named("a"))
        for measure in (measures.degree, measures.in_degree, measures.out_degree):
            assert dict(measure(alone)) == {"a": 0}
            found = measure(alone, scale="normalised")
            assert dict(found) == {}
            with pytest.raises(UndefinedError) as caught:
                found["a"]
            assert str(caught.value) == (
                f"{measure.__name__} of 'a' is undefined: there is no other organisation"
            )

    def test_nobody_has_no_scores(self):
        for measure in FAMILY:
            assert dict(measure(Network())) == {}
            assert measure(Network()).undefined == {}
        assert dict(measures.degree(Network(), scale="normalised")) == {}

    @pytest.mark.parametrize("name", ["strength", "in_strength", "out_strength"])
    def test_amounts_in_different_units_are_not_added(self, name):
        rows = [*gifts(("a", "b", 1)), *gifts(("b", "a", 1), unit="days", id="days")]
        network = Network(organisations=named("a", "b"), contributions=rows)
        found = measures.MEASURES[name](network, layer="contribution")
        reason = "the resource is counted in several units, which cannot be added"
        assert {one: str(why) for one, why in found.undefined.items()} == {"a": reason, "b": reason}
        assert dict(found) == {}

    @pytest.mark.parametrize("name", ["strength", "in_strength", "out_strength"])
    def test_an_amount_that_was_not_counted_is_not_0(self, name):
        found = measures.MEASURES[name](giving("ab", ("a", "b", None)), layer="contribution")
        assert {str(why) for why in found.undefined.values()} == {"some of it was not counted"}

    def test_its_ties_are_sure_all_the_same(self):
        network = giving("ab", ("a", "b", None))
        assert dict(measures.out_degree(network, layer="contribution")) == {"a": 1, "b": 0}


class TestWhatIsKnown:
    def test_a_pair_that_nobody_was_asked_about_counts_as_no_tie_and_is_told(self):
        found = measures.degree(pair_of(contacts=spoken([("care", "housing")])))
        assert found.known_share == pytest.approx(1 / 3)
        assert [str(caveat) for caveat in found.caveats] == [
            "It is known of 33.3% of the pairs whether they are in contact; "
            "the others count as not."
        ]
        assert [caveat.sentence("nl") for caveat in found.caveats] == [
            "Van 33,3% van de paren is bekend of er contact is; de andere tellen hier als geen "
            "contact."
        ]

    def test_where_all_is_known_there_is_no_caveat(self):
        found = measures.degree(spoken_town())
        assert (found.known_share, found.caveats) == (1, ())

    def test_whoever_was_not_asked_may_need_more(self):
        found = measures.out_degree(pair_of(interviews=asked("city", about="dependencies")))
        assert found.known_share == 2 / 3
        assert [str(caveat) for caveat in found.caveats] == [
            "Of 66.7% of the organisations it was asked or told what they need; the others "
            "may need more."
        ]

    def test_whoever_was_not_asked_may_bring_more(self):
        found = measures.out_degree(exchange(), layer="contribution")
        assert (found.known_share, found.caveats) == (1, ())
        fewer = giving("abcd", ("a", "b", 1))
        assert [str(c) for c in measures.out_degree(fewer, layer="contribution").caveats] == [
            "Of 25% of the organisations it was asked or told what they bring; the others "
            "may bring more."
        ]

    def test_scores_rest_on_the_statements_of_their_layer(self):
        assert measures.in_degree(pair_of()).because == ("need 1",)
        assert measures.degree(exchange(), layer="contribution").because == (
            "gift 1",
            "gift 2",
            "gift 3",
            "gift 4",
        )


@given(arrows())
def test_what_goes_out_comes_in(drawn):
    names, found = drawn
    network = needing(names, found)
    assert sum(measures.in_degree(network).values()) == len(found)
    assert sum(measures.out_degree(network).values()) == len(found)
    assert sum(measures.degree(network, layer="dependency").values()) == 2 * len(found)


@given(arrows())
def test_turning_all_arrows_swaps_in_and_out(drawn):
    names, found = drawn
    there = needing(names, found)
    back = needing(names, [(other, one) for one, other in found])
    assert measures.in_degree(there) == measures.out_degree(back)
    assert measures.out_degree(there) == measures.in_degree(back)


@given(flows_of_time())
def test_turning_all_gifts_swaps_what_is_given_and_taken(drawn):
    names, amounts = drawn
    there = giving(names, *((one, other, much) for (one, other), much in amounts.items()))
    back = giving(names, *((other, one, much) for (one, other), much in amounts.items()))
    strengths = measures.in_strength(there, layer="contribution")
    assert dict(strengths) == pytest.approx(dict(measures.out_strength(back, layer="contribution")))


@given(cases())
def test_scores_are_the_sums_of_rows_and_columns(network):
    shares = {key: s for key, s in dependence_shares(network).items() if key[0] != key[1]}
    for one in network.ids:
        coming = [share for (_, dependee), share in shares.items() if dependee == one]
        going = [share for (depender, _), share in shares.items() if depender == one]
        assert measures.in_degree(network)[one] == len(coming)
        assert measures.out_degree(network)[one] == len(going)
        assert measures.in_strength(network)[one] == pytest.approx(float(sum(coming)))
        assert measures.out_strength(network)[one] == pytest.approx(float(sum(going)))
        both = measures.strength(network, layer="dependency")[one]
        assert both == pytest.approx(float(sum(coming) + sum(going)))


@given(ties())
def test_contacts_have_no_direction(drawn):
    names, found = drawn
    network = speaking(names, found)
    wanted = {one: sum(one in pair for pair in found) for one in names}
    for measure in (measures.degree, measures.in_degree, measures.out_degree):
        assert dict(measure(network, layer="contact")) == wanted
    for measure in (measures.strength, measures.in_strength, measures.out_strength):
        assert dict(measure(network, layer="contact")) == wanted


@given(arrows(min_size=2))
def test_normalised_degrees_are_shares_of_the_most_ties_that_one_can_have(drawn):
    names, found = drawn
    network = needing(names, found)
    for measure, most in ((measures.in_degree, 1), (measures.degree, 2)):
        raw = measure(network, layer="dependency")
        shares = measure(network, layer="dependency", scale="normalised")
        assert dict(shares) == pytest.approx(
            {one: raw[one] / (most * (len(names) - 1)) for one in names}
        )
        assert all(0 <= share <= 1 for share in shares.values())


@given(cases())
def test_an_isolate_changes_no_raw_score(network):
    joined = with_records(network, organisations=named("zz"))
    for measure in FAMILY:
        for layer in ("dependency", "contact", "contribution"):
            before, after = measure(network, layer=layer), measure(joined, layer=layer)
            assert {one: after[one] for one in before} == dict(before)


def test_an_isolate_does_change_normalised_degrees():
    before = measures.degree(star(3), scale="normalised")["a"]
    joined = with_records(star(3), organisations=named("zz"))
    assert (before, measures.degree(joined, scale="normalised")["a"]) == (1, pytest.approx(2 / 3))


@given(ties(min_size=2))
def test_one_contact_more_raises_the_degree_of_both_and_of_nobody_else(drawn):
    names, found = drawn
    pair = (names[0], names[1])
    without = [one for one in found if one != pair]
    before = measures.degree(speaking(names, without))
    after = measures.degree(speaking(names, [*without, pair]))
    assert {one: after[one] - before[one] for one in names} == {
        one: float(one in pair) for one in names
    }


@given(flows_of_time())
def test_more_of_one_gift_raises_the_strength_of_both_ends(drawn):
    names, amounts = drawn
    brought = [(one, other, much) for (one, other), much in amounts.items()]
    more = giving(names, *brought, ("a", "b", 0.25))
    before = measures.strength(giving(names, *brought), layer="contribution")
    after = measures.strength(more, layer="contribution")
    assert all(after[one] > before[one] for one in "ab")
    assert all(after[one] == before[one] for one in names if one not in "ab")


@given(cases())
def test_how_highly_somebody_scores_all_its_needs_changes_no_strength(network):
    first = network.ids[0]
    scored = [
        [
            one.with_fields({"importance": importance}) if one.depender == first else one
            for one in network.dependencies
        ]
        for importance in (1, 3)
    ]
    low, high = (replaced(network, dependencies=rows) for rows in scored)
    assert measures.in_strength(low) == measures.in_strength(high)


def test_needs_that_all_of_several_must_meet_can_add_up_to_more_than_1():
    network = Network(
        organisations=named("a", "b", "c"), dependencies=needs(("a", 1, "all", ["b", "c"]))
    )
    assert measures.out_strength(network)["a"] == 2
