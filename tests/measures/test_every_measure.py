"""What holds for every measure: names, order and company make no difference, and nothing breaks."""

import inspect
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import (
    backwards,
    complete,
    exchange,
    gifts,
    hub_town,
    named,
    needs,
    path,
    relabelled,
    renamed,
    replaced,
    spoken_town,
    star,
    statements,
    with_records,
)
from strategies import cases, networks

from netdeps import Network, measures
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph.arrays import LAYERS
from netdeps.measures import MEASURES
from netdeps.model import LISTS
from netdeps.results import Figure, Findings, Scores

LAYERED = [name for name, one in MEASURES.items() if "layer" in inspect.signature(one).parameters]
CALLS = [
    *((name, {}) for name in MEASURES if name not in LAYERED),
    *((name, {"layer": layer}) for name in LAYERED for layer in LAYERS),
]
IDS = [" ".join([name, *options.values()]) for name, options in CALLS]
DEPENDENCE = (
    "dependence",
    "requirement",
    "power_balance",
    "alternatives",
    "sole_supplier_share",
    "single_points_of_failure",
    "dropout_impact",
)
every_measure = pytest.mark.parametrize(("name", "options"), CALLS, ids=IDS)


def all_results(network):
    return {
        (name, *options.values()): MEASURES[name](network, **options) for name, options in CALLS
    }


def as_data(network):
    return {key: result.to_dict() for key, result in all_results(network).items()}


BOTH_WAYS = ("given", "dependence")
"""Fields that hold what runs from the first party to the second, and back."""

NUMBERED = ("division",)
"""Fields that number what is equally good, in the order of the ids."""

SEEN_FROM_THE_FIRST = ("nets", "directions")
"""Fields that hold by dossier what the first party gives more, or takes."""


def sorted_pair(key):
    """The organisations in a key by the order of their ids; two kinds as they are."""
    several = re.fullmatch(r"(\S+(?: – [^\s:,]+)+)(: .*)?", key)
    return " – ".join(sorted(several[1].split(" – "))) + (several[2] or "") if several else key


def mirror(by_dossier):
    """What one party gives more, as the other sees it."""
    words = {"gives": "takes", "takes": "gives"}
    return {
        dossier: -found if isinstance(found, float) else words.get(found, found)
        for dossier, found in by_dossier.items()
    }


def in_any_order(value):
    """Plain data in which only what was found matters, not the order or the last bits."""
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, list | tuple):
        inner = (in_any_order(one) for one in value)
        return sorted(inner, key=lambda one: json.dumps(one, sort_keys=True))
    if not isinstance(value, dict):
        return value
    if list(value.get("parties", ())) != sorted(value.get("parties", ())):
        turned = {name: value[name][::-1] for name in ("parties", *BOTH_WAYS) if name in value}
        mirrored = {name: mirror(value[name]) for name in SEEN_FROM_THE_FIRST if name in value}
        value = {**value, **turned, **mirrored}
    ordered = {"coverage", *BOTH_WAYS}
    return {
        sorted_pair(key): inner if key in ordered else in_any_order(inner)
        for key, inner in value.items()
        if key not in NUMBERED
    } | {"rounds": [in_any_order(one) for one in value.get("rounds", ())]}


def renamed_pairs(value, names):
    """Other names in plain data, also where they stand inside a key."""
    data = renamed(value, names)
    tokens = re.compile("|".join(map(re.escape, names)))
    data["undefined"] = {
        tokens.sub(lambda found: names[found[0]], key): reason
        for key, reason in value["undefined"].items()
    }
    return data


class TestEmptyAndAlone:
    @every_measure
    def test_an_empty_network_breaks_nothing(self, name, options):
        result = MEASURES[name](Network(), **options)
        assert json.dumps(result.to_dict(), allow_nan=False)
        if isinstance(result, Figure):
            assert (result.value, str(result.reason) != "") == (None, True)
        else:
            assert list(result) == []

    @every_measure
    def test_one_organisation_breaks_nothing(self, name, options):
        alone = Network(
            organisations=named("a"),
            dependencies=needs(("a", 1, "any", ["outside"])),
            contributions=gifts(("a", "together", 1)),
        )
        result = MEASURES[name](alone, **options)
        assert json.dumps(result.to_dict(), allow_nan=False)
        if isinstance(result, Scores):
            assert {*result, *result.undefined} == {"a"}

    def test_alone_only_sums_and_the_common_pot_have_a_value(self):
        alone = Network(organisations=named("a"), contributions=gifts(("a", "together", 1)))
        found = {
            name
            for name, result in (
                (name, MEASURES[name](alone, **options)) for name, options in CALLS
            )
            if (result.value is not None if isinstance(result, Figure) else list(result))
        }
        sums = {"degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength"}
        walks = {"pagerank", "katz"}
        positions = {"influence_and_dependence", "mactor"}
        brought = {"give_and_take", "dossier_balance", "imbalance", "weighted_reciprocity"}
        weighed = {"compensation", "giver_acceptability"}
        weighed |= {"circulation", "circulation_flows"}
        counted = {"components", "ei_index", "block_density"}
        assert found == {*sums, *walks, *positions, *brought, *counted, *weighed}


@given(cases(max_size=4))
def test_every_result_can_be_written_as_json(network):
    for result in all_results(network).values():
        assert json.loads(json.dumps(result.to_dict(), allow_nan=False)) == result.to_dict()


@given(cases(max_size=4), st.data())
def test_other_ids_give_the_same_results_under_those_ids(network, data):
    fresh = [f"new-{number}" for number in range(len(network.ids))]
    names = dict(zip(network.ids, data.draw(st.permutations(fresh)), strict=True))
    there, here = as_data(relabelled(network, names)), as_data(network)
    for key, result in here.items():
        assert in_any_order(there[key]) == in_any_order(renamed_pairs(result, names)), key


@given(cases(max_size=4))
def test_the_order_of_the_records_is_no_matter(network):
    assert as_data(backwards(network)) == as_data(network)


@given(cases(max_size=4), st.data())
def test_no_shuffle_of_the_records_matters(network, data):
    shuffled = {name: data.draw(st.permutations(network.lists[name])) for name in LISTS}
    assert as_data(network.replaced(shuffled)) == as_data(network)


@given(cases(max_size=4))
def test_measuring_changes_nothing_in_the_network(network):
    before = network.model_dump_json()
    first = as_data(network)
    assert network.model_dump_json() == before
    assert as_data(network) == first


@given(networks())
def test_no_text_or_name_in_a_case_breaks_a_measure(network):
    for result in all_results(network).values():
        assert json.dumps(result.to_dict(), allow_nan=False)
        assert "<script" not in result._repr_html_()
        assert repr(result)


@given(cases(max_size=4))
def test_every_result_rests_on_statements_that_are_there(network):
    known = {*statements(network)}
    for result in all_results(network).values():
        assert set(result.because) <= known
        if isinstance(result, Findings):
            assert {one for row in result for one in row.because} <= set(result.because)


REPORTED = (
    "break_even",
    "giver_acceptability",
    "free_riding",
    "promises",
    "reported_differences",
    "felt_balance",
)
"""What is read off contributions and the answers about them."""


def resting_on(network, because):
    """The network in which nothing was said but what a result rests on."""
    lists = ("contacts", "interviews", "dependencies", "contributions")
    return replaced(
        network,
        **{name: [one for one in network.lists[name] if one.id in because] for name in lists},
    )


@given(cases(max_size=4))
def test_what_a_score_does_not_rest_on_can_be_left_out(network):
    for name, options in CALLS:
        found = MEASURES[name](network, **options)
        if isinstance(found, Scores):
            left = MEASURES[name](resting_on(network, found.because), **options)
            assert dict(left) == dict(found), name


@given(cases(max_size=4))
def test_what_a_finding_does_not_rest_on_can_be_left_out(network):
    for name in (
        "give_and_take",
        "dossier_balance",
        "pair_balance",
        "compensation",
        "pair_compensation",
        *REPORTED,
    ):
        found = MEASURES[name](network)
        assert MEASURES[name](resting_on(network, found.because)).to_rows() == found.to_rows()
    for row in measures.contact_gaps(network):
        left = measures.contact_gaps(resting_on(network, row.because))
        (same,) = left.where(lambda one, wanted=row.parties: one.parties == wanted)
        assert (same.severity, same.states) == (row.severity, row.states)


@given(cases(max_size=4))
def test_what_a_figure_does_not_rest_on_can_be_left_out(network):
    centralisations = [name for name in MEASURES if name.endswith("_centralisation")]
    brought = (
        "imbalance",
        "weighted_reciprocity",
        "concentration",
        "circulation",
        "circular_share",
    )
    for name in ("congruence", *brought, "sole_supplier_share", *centralisations):
        found = MEASURES[name](network)
        assert MEASURES[name](resting_on(network, found.because)).value == found.value, name


@given(cases(max_size=4))
def test_whoever_has_no_score_has_a_reason(network):
    for result in all_results(network).values():
        if isinstance(result, Scores):
            assert {*result, *result.undefined} == set(network.ids)
            assert {*result}.isdisjoint(result.undefined)
        if isinstance(result, Figure):
            assert (result.value is None) == (result.reason is not None)


@given(cases(max_size=5))
def test_inside_an_organisation_measures_see_its_parts_alone(network):
    whole = network.ids[0]
    part = network.inside(whole)
    for name, options in CALLS:
        found = MEASURES[name](network, inside=whole, **options)
        assert found.to_dict() == MEASURES[name](part, **options).to_dict()


def test_the_parts_of_an_organisation_have_gaps_of_their_own():
    network = Network(
        organisations=[
            *named("city", "care"),
            *named("city-desk", "city-fund", part_of="city"),
        ],
        dependencies=needs(
            ("city-desk", 3, "all", ["city-fund"]), ("city-desk", 3, "all", ["care"])
        ),
        interviews=[{"organisation": "city-fund", "asked": ["contacts"]}],
    )
    found = measures.contact_gaps(network, inside="city")
    assert [row.parties for row in found] == [("city-desk", "city-fund")]
    assert dict(measures.in_degree(network, inside="city")) == {"city-desk": 0, "city-fund": 1}


@given(cases(max_size=4))
def test_a_kind_by_itself_is_the_network_of_its_organisations(network):
    kind = network.organisations[0].kind
    part = network.only(network.of_kind(kind))
    for name in (*LAYERED, *DEPENDENCE, "contact_gaps", "questions", "congruence"):
        found = MEASURES[name](network, kind=kind)
        assert found.to_dict() == MEASURES[name](part).to_dict()


@given(cases(max_size=4))
def test_an_organisation_that_has_nothing_to_do_with_anybody_changes_no_finding(network):
    joined = with_records(network, organisations=named("zz", kind="ministry"))
    brought = ("give_and_take", "dossier_balance", "pair_balance")
    across = ("compensation", "pair_compensation", "circulation_flows", "flow_parts")
    for name in ("contact_gaps", "questions", *brought, *across, *REPORTED):
        assert MEASURES[name](joined).to_rows() == MEASURES[name](network).to_rows()
    for name in ("congruence", "imbalance", "weighted_reciprocity", "circulation", *DEPENDENCE):
        assert MEASURES[name](joined).to_rows() == MEASURES[name](network).to_rows()


def test_an_organisation_that_speaks_nobody_does_change_what_depends_on_size():
    joined = with_records(star(4), organisations=named("zz"))
    for name in ("degree_centralisation", "betweenness_centralisation"):
        assert MEASURES[name](joined) != MEASURES[name](star(4))
    before, after = (measures.harmonic_closeness(one)["a"] for one in (star(4), joined))
    assert (before, after) == (1, 3 / 4)


class TestOptions:
    @pytest.mark.parametrize("name", LAYERED)
    def test_a_layer_that_is_not_known_is_refused(self, name):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](path(3), layer="money")
        assert str(caught.value) == (
            "the layer 'money' is not known; known are 'dependency', 'contact', 'contribution'."
        )

    @pytest.mark.parametrize("name", LAYERED)
    def test_a_level_of_contributions_is_refused(self, name):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](exchange(), layer="contribution", level="governing")
        assert str(caught.value) == ("the layer 'contribution' has no level; leave the option out.")

    @pytest.mark.parametrize("name", ["degree", "in_degree", "out_degree", "betweenness"])
    def test_a_scale_that_is_not_known_is_refused(self, name):
        with pytest.raises(OptionError) as caught:
            MEASURES[name](path(3), scale="percent")
        assert str(caught.value) == (
            "the scale 'percent' is not known; known are 'raw', 'normalised'."
        )

    def test_a_distance_that_is_not_known_is_refused(self):
        for measure in (measures.betweenness, measures.closeness, measures.harmonic_closeness):
            with pytest.raises(OptionError) as caught:
                measure(path(3), distance="weight")
            assert str(caught.value) == (
                "the distance 'weight' is not known; known are 'steps', 'inverse_strength'."
            )

    @pytest.mark.parametrize("name", MEASURES)
    @pytest.mark.parametrize(
        ("option", "value", "message"),
        [
            (
                "inside",
                "citty",
                "organisation 'citty' is not known; known are 'c1', 'c2', 'm', 'z1', 'z2', 'z3'.",
            ),
            (
                "level",
                "directors",
                "level 'directors' is not known; known are 'governing', 'management', "
                "'operational'.",
            ),
            (
                "kind",
                "police",
                "kind 'police' is not known; known are 'care_provider', 'department', "
                "'housing_corporation', 'knowledge_institute', 'ministry', 'municipality', "
                "'neighbourhood_network', 'other', 'welfare_organisation'.",
            ),
            ("dossier", "outflow", "dossier 'outflow' is not known; there are none."),
            ("issue", "outflow", "issue 'outflow' is not known; there are none."),
        ],
        ids=["inside", "level", "kind", "dossier", "issue"],
    )
    def test_a_name_that_is_not_there_is_refused(self, name, option, value, message):
        measure = MEASURES[name]
        options = inspect.signature(measure).parameters
        if option not in options:
            with pytest.raises(TypeError, match=option):
                measure(hub_town(), **{option: value})
            return
        layered = {"dossier": "contribution", "issue": "dependency"}.get(option)
        layer = {"layer": layered} if layered and "layer" in options else {}
        with pytest.raises(UnknownNameError) as caught:
            measure(hub_town(), **{option: value}, **layer)
        assert str(caught.value) == message

    @pytest.mark.parametrize("name", MEASURES)
    def test_a_weight_is_never_asked_for_and_options_are_words(self, name):
        parameters = inspect.signature(MEASURES[name]).parameters
        assert "weight" not in parameters
        keyword_only = {one.name for one in parameters.values() if one.kind is one.KEYWORD_ONLY}
        assert keyword_only == set(parameters) - {"network"}


def test_every_measure_says_its_own_name_and_what_it_means():
    for (name, *_), result in all_results(spoken_town()).items():
        assert result.name == name
        assert result.definition.key == f"measure.{name}"


def test_every_measure_is_listed_under_its_own_name():
    assert {name for name in MEASURES if getattr(measures, name) is not MEASURES[name]} == set()
    assert set(MEASURES) <= set(measures.__all__)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("degree_centralisation", 0),
        ("betweenness_centralisation", 0),
        ("harmonic_centralisation", 0),
        ("congruence", None),
    ],
)
def test_0_and_undefined_are_different_things(name, wanted):
    assert MEASURES[name](complete(4)).value == wanted
