"""Whether the stages of a chain hand over to one another."""

from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, backwards, named, replaced, spoken
from strategies import cases

from netdeps import Network, formats
from netdeps.errors import UnknownNameError
from netdeps.graph import Contacts
from netdeps.measures import chain_gaps, chain_strength

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = "abcdefghij"


def stage(name, organisations="", *follows):
    return {"name": name, "organisations": list(organisations), "follows": list(follows)}


def chained(*stages, yes=(), no=(), **fields):
    """A chain, and who says to have contact or to have none."""
    return Network(
        **{
            "organisations": named(*NAMES),
            "chains": [{"id": "care", "name": "Care", "stages": list(stages)}],
            "contacts": [*spoken(yes), *spoken(no, exists=False)],
            **fields,
        }
    )


def only(found):
    (row,) = found
    return row


def steps(network, **options):
    return {(row.from_stage, row.to_stage): row for row in chain_gaps(network, **options)}


def four_stages():
    """Stages of 2, 2, 3 and 2 parties: 2 of 4 pairs have contact, 0 of 6, and 3 of 6."""
    return chained(
        stage("clinic", "ab"),
        stage("step-down", "cd"),
        stage("home", "efg"),
        stage("support", "hi"),
        contacts=agreed(["ac", "bd", "eh", "fh", "gi"]),
        interviews=asked(*NAMES),
    )


class TestWorkedExample:
    def test_coverages_of_2_in_4_and_0_in_6_and_3_in_6_make_a_strength_of_0(self):
        found = steps(four_stages())
        assert {step: row.coverage for step, row in found.items()} == {
            ("clinic", "step-down"): (1 / 2, 1 / 2),
            ("step-down", "home"): (0, 0),
            ("home", "support"): (1 / 2, 1 / 2),
        }
        assert [(row.ties, row.pairs) for row in found.values()] == [(0, 6), (2, 4), (3, 6)]
        row = only(chain_strength(four_stages()))
        assert (row.strength, row.routes, row.interrupted) == ((0, 0), 1, False)
        assert row.weakest == (("step-down", "home"),)

    def test_the_weakest_step_comes_first_and_is_marked(self):
        rows = list(chain_gaps(four_stages()))
        assert [(row.from_stage, row.weakest) for row in rows] == [
            ("step-down", True),
            ("clinic", False),
            ("home", False),
        ]

    def test_who_has_no_contact_is_named(self):
        assert steps(four_stages())["clinic", "step-down"].uncovered == (("a", "d"), ("b", "c"))


class TestCoverage:
    def test_what_nobody_was_asked_makes_bounds_and_is_no_gap(self):
        row = only(chain_gaps(chained(stage("1", "ab"), stage("2", "c"), yes=["ac"])))
        assert (row.coverage, row.uncovered, row.unknown) == ((1 / 2, 1), (), (("b", "c"),))
        assert (row.weakest, row.rank) == (False, 0)

    def test_a_disputed_contact_counts_as_none(self):
        network = chained(stage("1", "a"), stage("2", "b"), yes=["ab"], interviews=asked("b"))
        row = only(chain_gaps(network))
        assert (row.coverage, row.uncovered, row.disputed) == ((0, 0), (("a", "b"),), 1)

    def test_who_is_in_both_stages_hands_over_inside_its_own_walls(self):
        row = only(
            chain_gaps(chained(stage("1", "ab"), stage("2", "bc"), no=["ac", "bc"], yes=["ab"]))
        )
        assert row.internal == ("b",)
        assert (row.pairs, row.ties, row.coverage) == (4, 2, (1 / 2, 1 / 2))
        assert row.uncovered == (("a", "c"), ("b", "c"))

    def test_two_who_are_both_in_both_stages_are_one_pair(self):
        row = only(chain_gaps(chained(stage("1", "ab"), stage("2", "ab"))))
        assert (row.pairs, row.coverage) == (3, (float(Fraction(2, 3)), 1))

    def test_a_stage_for_which_nobody_is_named_leaves_it_undefined(self):
        network = chained(stage("1", "a"), stage("2"), stage("3", "b"))
        found = chain_gaps(network)
        assert [(row.coverage, row.nobody, row.rank) for row in found] == [(None, ("2",), None)] * 2
        assert {step: str(why) for step, why in found.undefined.items()} == {
            "care: 1 – 2": "nobody is named for one of the two stages",
            "care: 2 – 3": "nobody is named for one of the two stages",
        }
        row = only(chain_strength(network))
        assert (row.strength, row.interrupted, row.weakest, row.rank) == (None, True, (), None)
        assert str(chain_strength(network).undefined["care"]) == (
            "every route has a step of which it is not known who hands over to whom"
        )

    def test_without_a_level_in_common_it_is_undefined_too(self):
        network = chained(
            stage("1", "a"),
            stage("2", "b"),
            organisations=[
                {"id": "a", "levels": ["governing"]},
                {"id": "b", "levels": ["operational"]},
            ],
        )
        found = chain_gaps(network)
        assert [str(why) for why in found.undefined.values()] == [
            "nobody in the one stage has a level in common with anybody in the other"
        ]
        assert only(found).nobody == ()

    def test_known_is_what_was_asked_of_all_pairs(self):
        network = chained(stage("1", "abde"), stage("2", "c"), yes=["ac"])
        assert (chain_gaps(network).known_share, chain_strength(network).known_share) == (
            1 / 4,
            1 / 4,
        )
        assert chain_gaps(chained(stage("1"), stage("2"))).known_share is None

    def test_it_rests_on_the_chain_and_on_what_is_said_of_its_contacts(self):
        network = chained(stage("1", "a"), stage("2", "b"), yes=["ab", "cd"])
        because = ("a speaks b any", "care")
        assert only(chain_gaps(network)).because == because
        assert only(chain_strength(network)).because == because

    def test_what_has_no_name_is_called_by_its_id(self):
        network = chained(chains=[{"id": "care", "stages": [stage("1", "a"), stage("2", "b")]}])
        assert only(chain_gaps(network)).title == only(chain_strength(network)).title == "care"
        assert only(chain_strength(four_stages())).title == "Care"
        assert {row.title for row in chain_gaps(four_stages())} == {"Care"}


class TestRoutes:
    def fork(self, **fields):
        """From start to end by a weak side way and by a stronger one."""
        return chained(
            stage("start", "ab"),
            stage("left", "c", "start"),
            stage("right", "de", "start"),
            stage("end", "f", "left", "right"),
            **fields,
        )

    def test_of_two_routes_the_one_that_holds_best_counts(self):
        yes = ["ad", "bd", "ae", "df"]
        network = self.fork(yes=yes, no=["ac", "bc", "cf", "be", "ef"])
        row = only(chain_strength(network))
        assert (row.strength, row.routes) == ((1 / 2, 1 / 2), 2)
        assert row.weakest == (("right", "end"),)
        assert [one.from_stage for one in chain_gaps(network) if one.weakest] == ["right"]

    @pytest.mark.parametrize(
        ("yes", "weakest"),
        [
            (["ac", "cf", "ad", "ae", "bd", "be", "df"], ("right", "end")),
            (["ac", "ag", "ad", "ae", "df", "ef"], ("start", "right")),
        ],
        ids=["narrower before it", "narrower behind it"],
    )
    def test_it_does_not_hang_on_an_equally_narrow_step_of_a_worse_route(self, yes, weakest):
        every = [
            *product("ab", "cg"),
            *product("cg", "f"),
            *product("ab", "de"),
            *product("de", "f"),
        ]
        network = chained(
            stage("start", "ab"),
            stage("left", "cg", "start"),
            stage("right", "de", "start"),
            stage("end", "f", "left", "right"),
            yes=yes,
            no=[pair for pair in map("".join, every) if pair not in yes],
        )
        row = only(chain_strength(network))
        assert (row.strength, row.weakest) == ((1 / 2, 1 / 2), (weakest,))

    def test_a_route_that_is_interrupted_does_not_interrupt_the_other(self):
        network = chained(
            stage("start", "a"),
            stage("left", "", "start"),
            stage("right", "b", "start"),
            stage("end", "c", "left", "right"),
            yes=["ab"],
            no=["bc"],
        )
        row = only(chain_strength(network))
        assert (row.strength, row.interrupted) == ((0, 0), False)

    def test_a_route_may_end_at_any_stage_that_nobody_follows(self):
        network = chained(
            stage("start", "a"),
            stage("here", "b", "start"),
            stage("there", "c", "start"),
            yes=["ab"],
            no=["ac"],
        )
        row = only(chain_strength(network))
        assert (row.strength, row.routes, row.weakest) == ((1, 1), 2, ())

    @pytest.mark.parametrize("stages", [[], [stage("1", "a")]])
    def test_a_chain_without_steps_has_no_strength(self, stages):
        network = chained(*stages)
        assert (list(chain_gaps(network)), list(chain_strength(network))) == ([], [])
        reasons = [str(why) for why in chain_strength(network).undefined.values()]
        assert reasons == (["a chain with fewer than two stages has no step"] if stages else [])

    def test_the_weakest_chain_comes_first(self):
        chains = [
            {"id": "1", "stages": [stage("x", "a"), stage("y", "b")]},
            {"id": "2", "stages": [stage("x", "a"), stage("y", "c")]},
            {"id": "0", "stages": [stage("x", "a"), stage("y")]},
        ]
        network = chained(chains=chains, yes=["ab"], no=["ac"])
        assert [row.chain for row in chain_strength(network)] == ["2", "0", "1"]
        assert [row.chain for row in chain_strength(backwards(network))] == ["2", "0", "1"]


class TestOptions:
    def test_at_a_level_only_contact_there_counts(self):
        network = chained(stage("1", "a"), stage("2", "b"), contacts=spoken(["ab"], "operational"))
        assert only(chain_gaps(network)).coverage == (1, 1)
        assert only(chain_gaps(network, level="governing")).coverage == (0, 1)
        assert only(chain_strength(network, level="governing")).strength == (0, 1)
        assert only(chain_strength(network, level="governing")).level == "governing"

    def test_between_the_parts_of_an_organisation_only_they_hand_over(self):
        organisations = [*named("z", "c"), *named("a", "b", part_of="z")]
        network = chained(
            stage("1", "a"), stage("2", "bc"), organisations=organisations, yes=["ab"]
        )
        assert only(chain_gaps(network)).pairs == 2
        assert only(chain_gaps(network, inside="z")).coverage == (1, 1)

    def test_a_chain_in_which_nobody_takes_part_is_left_out(self):
        network = chained(stage("1", "a"), stage("2", "b"), organisations=[*named("a", "b", "z")])
        for measure in (chain_gaps, chain_strength):
            assert (list(measure(network, inside="z")), measure(network, inside="z").undefined) == (
                [],
                {},
            )

    def test_a_level_that_is_not_known_is_refused(self):
        with pytest.raises(UnknownNameError, match="level 'work' is not known"):
            chain_strength(four_stages(), level="work")


def test_in_leiden_the_chain_between_care_providers_has_its_steps():
    network = formats.read(EXAMPLES / "leiden.yaml")
    assert len(chain_strength(network)) == len(network.chains) > 0
    rows = list(chain_gaps(network))
    assert {row.chain for row in rows} == {one.id for one in network.chains}


def graph_of(network, chain, bound):
    """The steps of a chain with their coverage, counted anew from every pair."""
    contacts = Contacts(network)
    graph = nx.DiGraph()
    graph.add_nodes_from(one.name for one in chain.stages)
    for number, one in enumerate(chain.stages):
        before = one.follows or [two.name for two in chain.stages[max(number - 1, 0) : number]]
        for name in before:
            source = next(two for two in chain.stages if two.name == name)
            pairs = {frozenset(p) for p in product(source.organisations, one.organisations)}
            states = [
                "yes" if len(pair) == 1 else contacts.anywhere(*sorted(pair)) for pair in pairs
            ]
            states = [state for state in states if state]
            good = sum(state == "yes" or (bound and state == "unknown") for state in states)
            width = Fraction(good, len(states)) if states else None
            graph.add_edge(name, one.name, width=width)
    return graph


def slow_strength(network, chain, bound):
    """The highest of the lowest coverages over every route, all routes written out."""
    graph = graph_of(network, chain, bound)
    ends = [one for one in graph if not graph.out_degree(one)]
    every = [
        [graph.edges[step]["width"] for step in pairwise(route)]
        for end in ends
        for route in nx.all_simple_paths(graph, chain.stages[0].name, end)
    ]
    whole = [min(widths) for widths in every if None not in widths]
    return len(every), max(whole, default=None)


@st.composite
def chains_of_cases(draw):
    """Networks with a chain of up to six stages, and routes beside one another."""
    network = draw(cases(min_size=4, max_size=5))
    number = draw(st.integers(2, 6))
    names = [f"stage {one}" for one in range(number)]
    several = st.lists(st.sampled_from(network.ids), max_size=3, unique=True)
    stages = [
        {
            "name": name,
            "organisations": draw(several),
            "follows": draw(st.lists(st.sampled_from(names[:place]), max_size=2, unique=True))
            if place
            else [],
        }
        for place, name in enumerate(names)
    ]
    return replaced(network, chains=[{"id": "chain", "stages": stages}])


@given(chains_of_cases())
def test_every_strength_is_that_of_all_routes_written_out(network):
    (chain,) = network.chains
    if not any(one.organisations for one in chain.stages):
        assert list(chain_strength(network)) == []
        return
    row = only(chain_strength(network))
    (number, low), (_, high) = (slow_strength(network, chain, bound) for bound in (False, True))
    assert row.routes == number
    assert row.strength == (None if low is None else (float(low), float(high)))
    assert row.interrupted == (low is None)


@given(chains_of_cases())
def test_the_weakest_steps_are_the_narrowest_of_the_widest_routes(network):
    (chain,) = network.chains
    graph = graph_of(network, chain, bound=True)
    for row in chain_strength(network):
        ends = [one for one in graph if not graph.out_degree(one)]
        expected = set()
        for end in ends:
            for route in nx.all_simple_paths(graph, chain.stages[0].name, end):
                widths = {step: graph.edges[step]["width"] for step in pairwise(route)}
                if None not in widths.values() and row.strength[1] < 1:
                    narrow = min(widths.values())
                    if float(narrow) == row.strength[1]:
                        expected |= {step for step, width in widths.items() if width == narrow}
        assert set(row.weakest) == expected
        marked = {(one.from_stage, one.to_stage) for one in chain_gaps(network) if one.weakest}
        assert marked == expected


@given(chains_of_cases())
def test_every_coverage_is_that_of_all_pairs_counted_anew(network):
    (chain,) = network.chains
    low, high = (graph_of(network, chain, bound) for bound in (False, True))
    for row in chain_gaps(network):
        step = (row.from_stage, row.to_stage)
        least, most = (graph.edges[step]["width"] for graph in (low, high))
        assert row.coverage == (None if least is None else (float(least), float(most)))
        assert row.pairs == row.ties + len(row.uncovered) + len(row.unknown)


def in_a_row(network, chain):
    """The chain in which each stage follows the one before it."""
    stages = [one.with_fields({"follows": ()}) for one in chain.stages]
    return replaced(network, chains=[chain.with_fields({"stages": tuple(stages)})])


@given(chains_of_cases())
def test_no_row_of_stages_is_stronger_than_any_of_its_steps(network):
    made = in_a_row(network, network.chains[0])
    for row in chain_strength(made):
        for gap in chain_gaps(made):
            if row.strength:
                assert row.strength[0] <= gap.coverage[0]
                assert row.strength[1] <= gap.coverage[1]


@given(chains_of_cases(), st.lists(st.sampled_from(["org-a", "org-b"]), max_size=2, unique=True))
def test_one_stage_more_at_the_end_never_makes_it_stronger(network, organisations):
    made = in_a_row(network, network.chains[0])
    (chain,) = made.chains
    stages = [*chain.stages, {"name": "last", "organisations": organisations}]
    longer = replaced(made, chains=[chain.with_fields({"stages": tuple(stages)})])
    for row in chain_strength(made):
        after = only(chain_strength(longer)).strength
        if row.strength is None:
            assert after is None
        elif after is not None:
            assert after <= row.strength
            assert after[1] <= row.strength[1]


@given(chains_of_cases())
def test_a_chain_is_as_strong_from_its_end_to_its_beginning(network):
    made = in_a_row(network, network.chains[0])
    (chain,) = made.chains
    turned = replaced(made, chains=[chain.with_fields({"stages": chain.stages[::-1]})])
    for row in chain_strength(made):
        back = only(chain_strength(turned))
        assert back.strength == row.strength
        assert {step[::-1] for step in back.weakest} == set(row.weakest)


@given(chains_of_cases())
def test_the_bounds_hold_however_the_unknown_turns_out(network):
    silent = replaced(network, interviews=[])
    all_asked = [one for one in silent.contacts if one.exists and one.said.by]
    yes = {frozenset(one.between) for one in all_asked if not one.crosses}
    for row in chain_strength(silent):
        for exists in (True, False):
            rest = [
                pair
                for gap in chain_gaps(silent)
                for pair in gap.unknown
                if frozenset(pair) not in yes
            ]
            told = [
                {**one, "id": f"new {n}"} for n, one in enumerate(spoken(set(rest), exists=exists))
            ]
            after = only(chain_strength(replaced(silent, contacts=[*silent.contacts, *told])))
            if row.strength:
                assert row.strength[0] <= after.strength[0]
                assert after.strength[1] <= row.strength[1]
