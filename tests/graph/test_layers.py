"""A layer is a network's ties of one sort, in a stated order of the organisations."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from networks import (
    CARE_1,
    CARE_2,
    CITY,
    CORPORATION,
    asked,
    exchange,
    gifts,
    levelled_town,
    named,
    needs,
    pair_of,
    pairs_of,
    spoken,
    spoken_town,
    town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import (
    Contacts,
    Selection,
    asked_about,
    dependence_shares,
    flows,
    layer,
    selected,
    share_heard,
    to_networkx,
)
from netdeps.graph.arrays import LAYERS


def ties(network, name, **chosen):
    found = layer(network, name, Selection(**chosen))
    pairs = zip(found.sources.tolist(), found.targets.tolist(), strict=True)
    ends = [(found.order[one], found.order[other]) for one, other in pairs]
    return dict(zip(ends, found.strengths.tolist(), strict=True))


class TestDependencies:
    def test_an_arrow_runs_from_depender_to_dependee(self):
        assert ties(pair_of(), "dependency") == {("care", "housing"): 1.0}

    def test_its_strength_is_the_share_of_what_matters(self):
        found = ties(town(), "dependency")
        assert found[CARE_2, CORPORATION] == 3 / 5
        assert found[CARE_1, CARE_2] == 1 / 14

    def test_self_reliance_and_outside_are_no_ties(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=needs(("a", 1, "any", ["a", "b", "outside"])),
        )
        assert ties(network, "dependency") == {("a", "b"): 1 / 3}

    def test_a_level_leaves_the_needs_that_it_concerns(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=[
                *needs(("a", 1, "all", ["b"]), level="governing", id="g"),
                *needs(("a", 1, "all", ["c"]), id="any"),
            ],
        )
        assert ties(network, "dependency", level="operational") == {("a", "c"): 1.0}
        assert ties(network, "dependency", level="governing") == {("a", "b"): 0.5, ("a", "c"): 0.5}

    def test_an_issue_leaves_its_own_needs(self):
        network = Network(
            organisations=named("a", "b", "c"),
            issues=[{"id": "outflow"}],
            dependencies=[
                *needs(("a", 1, "all", ["b"]), issue="outflow", id="own"),
                *needs(("a", 1, "all", ["c"]), id="other"),
            ],
        )
        assert ties(network, "dependency", issue="outflow") == {("a", "b"): 1.0}

    def test_it_knows_of_whom_needs_were_asked_or_told(self):
        network = pair_of(interviews=asked("city", about="dependencies"))
        assert layer(network, "dependency").known_share == 2 / 3


class TestContacts:
    def test_a_tie_stands_once_and_has_no_direction(self):
        network = pair_of(contacts=spoken([("housing", "care")]))
        assert ties(network, "contact") == {("care", "housing"): 1.0}
        assert not layer(network, "contact").directed

    def test_its_strength_is_the_mean_quality_over_the_levels_of_both(self):
        found = ties(levelled_town(), "contact")
        assert {frozenset(pair): strength for pair, strength in found.items()} == {
            frozenset({CITY, CORPORATION}): pytest.approx(1),
            frozenset({CITY, CARE_1}): pytest.approx(2 / 3),
            frozenset({CITY, CARE_2}): pytest.approx(1 / 3),
            frozenset({CORPORATION, CARE_1}): pytest.approx(1 / 3),
        }

    def test_at_a_level_its_strength_is_the_quality_there(self):
        contacts = spoken([("care", "housing")], "governing", quality=0.25)
        network = pair_of(contacts=contacts)
        assert ties(network, "contact", level="governing") == {("care", "housing"): 0.25}
        assert ties(network, "contact", level="operational") == {}

    def test_a_level_that_one_of_them_lacks_does_not_weaken_a_contact(self):
        network = pair_of(
            levels={"housing": ["governing"]},
            contacts=spoken([("care", "housing")], "governing", quality=0.5),
        )
        assert ties(network, "contact") == {("care", "housing"): 0.5}

    def test_disputed_and_unknown_contacts_are_no_ties(self):
        network = pair_of(contacts=spoken([("care", "housing")]), interviews=asked("housing"))
        assert ties(network, "contact") == {}


class TestContributions:
    def test_an_arrow_runs_from_giver_to_taker_with_the_amount(self):
        assert ties(exchange(), "contribution") == {
            ("a", "b"): 6.0,
            ("b", "a"): 2.0,
            ("b", "c"): 3.0,
            ("c", "a"): 4.0,
        }

    def test_the_dossiers_of_one_arrow_are_added(self):
        rows = [*gifts(("a", "b", 1.5), dossier="care", id="1"), *gifts(("a", "b", 2), id="2")]
        network = Network(organisations=named("a", "b"), contributions=rows)
        assert ties(network, "contribution") == {("a", "b"): 3.5}
        assert ties(network, "contribution", dossier="care") == {("a", "b"): 1.5}

    def test_the_common_pot_is_not_an_organisation(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "together", 5)))
        assert ties(network, "contribution") == {}

    def test_promises_are_no_ties(self):
        network = Network(
            organisations=named("a", "b"), contributions=gifts(("a", "b", 5), status="promised")
        )
        assert ties(network, "contribution") == {}

    def test_an_amount_of_0_is_no_tie(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", 0)))
        assert ties(network, "contribution") == {}

    def test_what_was_not_counted_is_a_tie_whose_strength_says_nothing(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", None)))
        found = layer(network, "contribution")
        assert list(ties(network, "contribution")) == [("a", "b")]
        assert str(found.unmeasured) == "some of it was not counted"

    def test_different_units_are_ties_whose_strengths_say_nothing(self):
        rows = [*gifts(("a", "b", 1)), *gifts(("b", "a", 1), unit="days", id="days")]
        found = layer(Network(organisations=named("a", "b"), contributions=rows), "contribution")
        assert str(found.unmeasured) == (
            "the resource is counted in several units, which cannot be added"
        )


class TestAsOtherThings:
    def test_the_matrix_reads_from_row_to_column(self):
        found = layer(exchange(), "contribution")
        assert found.dense().tolist() == [[0, 6, 0], [2, 0, 3], [4, 0, 0]]
        assert found.dense(values="ties").tolist() == [[0, 1, 0], [1, 0, 1], [1, 0, 0]]

    def test_the_matrix_of_contacts_is_symmetric(self):
        dense = layer(spoken_town(), "contact").dense()
        assert (dense == dense.T).all()
        assert dense.sum() == 8

    def test_networkx_gets_names_and_strengths_but_no_weight(self):
        graph = layer(pair_of(), "dependency").to_networkx()
        assert isinstance(graph, nx.DiGraph)
        assert dict(graph.nodes["care"]) == {"name": "Care"}
        assert dict(graph["care"]["housing"]) == {"strength": 1.0}

    def test_networkx_gets_a_copy_every_time(self):
        made = layer(pair_of(), "dependency")
        made.to_networkx().remove_node("care")
        assert sorted(made.to_networkx()) == ["care", "city", "housing"]

    def test_organisations_stand_in_the_order_of_their_ids(self):
        found = layer(town(), "contact")
        assert found.order == (CARE_1, CARE_2, CORPORATION, CITY)
        assert found.index[CITY] == 3

    def test_an_empty_network_has_empty_layers(self):
        for name in LAYERS:
            assert layer(Network(), name).dense().shape == (0, 0)


@given(cases())
def test_a_dependency_layer_holds_the_shares_of_different_organisations(network):
    shares = dependence_shares(network)
    wanted = {key: float(share) for key, share in shares.items() if key[0] != key[1]}
    assert ties(network, "dependency") == wanted


@given(cases())
def test_a_contact_layer_holds_the_pairs_that_are_in_contact(network):
    contacts = Contacts(network)
    wanted = {}
    for pair in pairs_of(network):
        states = list(contacts.states(*pair).values())
        if any(one.state == "yes" for one in states):
            known = [one.quality for one in states if one.state != "unknown"]
            wanted[pair] = pytest.approx(np.mean(known))
    assert ties(network, "contact") == wanted


@given(cases())
def test_a_contribution_layer_holds_what_is_brought_to_an_organisation(network):
    wanted = {
        (one.giver, one.taker)
        for one in flows(network)
        if one.taker != "together" and one.amount != 0
    }
    assert set(ties(network, "contribution")) == wanted


@given(cases())
def test_an_isolate_changes_no_tie(network):
    joined = with_records(network, organisations=named("zz"))
    for name in LAYERS:
        assert ties(joined, name) == ties(network, name)


class TestWhatIsAskedFor:
    def refused(self, name, error, **chosen):
        with pytest.raises(error) as caught:
            layer(
                pair_of(contributions=gifts(("care", "city", 1), dossier="x")),
                name,
                Selection(**chosen),
            )
        return str(caught.value)

    def test_a_layer_that_is_not_known_is_refused_with_the_nearest_one(self):
        assert self.refused("contacts", OptionError) == (
            "the layer 'contacts' is not known; known are 'dependency', 'contact', 'contribution'."
            " Did you mean 'contact'?"
        )

    @pytest.mark.parametrize(
        ("name", "option", "value"),
        [
            ("contribution", "level", "governing"),
            ("contact", "dossier", "x"),
            ("dependency", "dossier", "x"),
        ],
    )
    def test_an_option_that_says_nothing_about_a_layer_is_refused(self, name, option, value):
        assert self.refused(name, OptionError, **{option: value}) == (
            f"the layer '{name}' has no {option}; leave the option out."
        )

    @pytest.mark.parametrize("name", ["contact", "contribution"])
    def test_an_issue_says_something_about_dependencies_only(self, name):
        network = pair_of(issues=[{"id": "outflow"}])
        with pytest.raises(OptionError) as caught:
            layer(network, name, Selection(issue="outflow"))
        assert str(caught.value) == f"the layer '{name}' has no issue; leave the option out."

    @pytest.mark.parametrize(
        ("chosen", "message"),
        [
            (
                {"level": "goverment"},
                "level 'goverment' is not known; known are 'governing', 'management', "
                "'operational'. Did you mean 'governing'?",
            ),
            (
                {"kind": "municipal"},
                "kind 'municipal' is not known; known are 'care_provider', 'department', "
                "'housing_corporation', 'knowledge_institute', 'ministry', 'municipality', "
                "'neighbourhood_network', 'other', 'welfare_organisation'. "
                "Did you mean 'municipality'?",
            ),
            ({"issue": "outflow"}, "issue 'outflow' is not known; there are none."),
            (
                {"dossier": "housing"},
                "dossier 'housing' is not known; known are 'x'.",
            ),
            (
                {"inside": "citty"},
                "organisation 'citty' is not known; known are 'care', 'city', 'housing'. "
                "Did you mean 'city'?",
            ),
        ],
    )
    def test_a_name_that_is_not_there_is_refused_with_those_that_are(self, chosen, message):
        network = pair_of(contributions=gifts(("care", "city", 1), dossier="x"))
        with pytest.raises(UnknownNameError) as caught:
            selected(network, Selection(**chosen))
        assert str(caught.value) == message

    def test_what_is_no_network_is_refused(self):
        with pytest.raises(OptionError) as caught:
            selected("leiden.yaml", Selection())
        assert str(caught.value) == (
            "a Network is expected; 'leiden.yaml' was given. An edition holds one: edition.network."
        )

    def test_a_kind_that_nobody_is_of_leaves_nobody(self):
        assert selected(town(), Selection(kind="ministry")).ids == ()

    def test_a_kind_of_the_case_itself_is_known(self):
        network = Network(kinds=[{"id": "police"}], organisations=named("team", kind="police"))
        assert selected(network, Selection(kind="police")).ids == ("team",)

    def test_a_kind_leaves_what_is_between_organisations_of_that_kind(self):
        part = selected(town(), Selection(kind="care_provider"))
        assert part.ids == (CARE_1, CARE_2)
        assert ties(town(), "dependency", kind="care_provider") == {(CARE_1, CARE_2): 0.5}

    def test_inside_leaves_the_parts_of_an_organisation(self):
        parts = named("desk", "fund", part_of="city")
        network = with_records(pair_of(), organisations=parts)
        assert selected(network, Selection(inside="city")).ids == ("desk", "fund")


class TestForOwnScripts:
    def test_a_layer_can_be_had_as_a_graph_at_once(self):
        graph = to_networkx(levelled_town(), "contact", level="governing")
        assert isinstance(graph, nx.Graph)
        assert {frozenset(pair) for pair in graph.edges} == {frozenset({CITY, CORPORATION})}

    def test_dependencies_are_what_comes_where_nobody_says_which(self):
        assert list(to_networkx(pair_of()).edges(data="strength")) == [("care", "housing", 1.0)]

    def test_in_a_terminal_a_layer_says_what_it_is(self):
        assert repr(layer(pair_of(), "dependency")) == (
            "Layer('dependency': 3 organisations, 1 ties)"
        )


class TestWhoWasHeard:
    NETWORK = Network(
        organisations=named("a", "b", "c", "d"),
        interviews=[
            *asked("a", level="governing", about="dependencies"),
            *asked("b", about="dependencies"),
            *asked("c", about="contacts"),
        ],
    )

    def test_an_interview_without_a_level_is_of_every_level(self):
        assert asked_about(self.NETWORK, "dependencies") == {"a", "b"}
        assert asked_about(self.NETWORK, "dependencies", "governing") == {"a", "b"}
        assert asked_about(self.NETWORK, "dependencies", "operational") == {"b"}

    def test_whoever_was_told_of_counts_too_and_nobody_twice(self):
        assert share_heard(self.NETWORK, "dependencies") == 2 / 4
        assert share_heard(self.NETWORK, "dependencies", {"b", "d"}) == 3 / 4
        assert share_heard(self.NETWORK, "dependencies", {"d"}, level="operational") == 2 / 4

    def test_of_nobody_there_is_no_share(self):
        assert share_heard(Network(), "dependencies") is None
