"""Which statements the ties of each organisation rest on."""

import pytest
from hypothesis import given
from networks import gifts, named, needs, replaced, speaking
from strategies import cases

from netdeps import Network
from netdeps.graph import grounds_of_each, grouped, layer
from netdeps.graph.arrays import LAYERS


def resting_on(network, because):
    """The network in which nothing else was said about who is tied to whom."""
    lists = ("contacts", "interviews", "dependencies", "contributions")
    return replaced(
        network,
        **{name: [one for one in network.lists[name] if one.id in because] for name in lists},
    )


def ties_of(one, ties):
    """Those to whom it is tied; how strongly too, unless that is a share of what others need."""
    strengths = ties.strengths.tolist() if ties.name != "dependency" else [1.0] * len(ties.sources)
    ends = zip(ties.sources.tolist(), ties.targets.tolist(), strengths, strict=True)
    named_ends = [(ties.order[a], ties.order[b], much) for a, b, much in ends]
    return [tie for tie in named_ends if one in tie[:2]]


@given(cases(max_size=4))
def test_with_what_its_ties_rest_on_alone_they_are_as_they_were(network):
    for name in LAYERS:
        ties = layer(network, name)
        for one, because in grounds_of_each(network, ties).items():
            left = layer(resting_on(network, because), name)
            assert ties_of(one, left) == ties_of(one, ties)


@given(cases(max_size=4))
def test_together_they_are_what_the_layer_rests_on_but_for_what_makes_no_tie(network):
    for name in LAYERS:
        ties = layer(network, name)
        found = grounds_of_each(network, ties)
        assert tuple(found) == ties.order
        told = {statement for because in found.values() for statement in because}
        assert told <= set(ties.because)
        if name != "dependency":
            assert told == set(ties.because)


class TestContacts:
    def test_a_statement_stands_with_both_parties_and_with_nobody_else(self):
        network = speaking("abcd", ["ab", "bc"])
        assert grounds_of_each(network, layer(network, "contact")) == {
            "a": ("a speaks b any",),
            "b": ("a speaks b any", "b speaks c any"),
            "c": ("b speaks c any",),
            "d": (),
        }

    @pytest.mark.parametrize("asked", ["a", "b"])
    def test_an_interview_of_either_party_counts_for_the_tie(self, asked):
        network = Network(
            organisations=named("a", "b", "c"),
            contacts=[{"id": "ab", "between": ["a", "b"], "level": "governing"}],
            interviews=[
                {
                    "id": "asked",
                    "organisation": asked,
                    "asked": ["contacts"],
                    "level": "management",
                }
            ],
        )
        spoken = replaced(
            network,
            contacts=[{**network.contacts[0].model_dump(), "said": {"by": "a"}}],
        )
        found = grounds_of_each(spoken, layer(spoken, "contact"))
        assert found == {"a": ("ab", "asked"), "b": ("ab", "asked"), "c": ()}

    def test_a_tie_to_whoever_is_left_out_does_not_count(self):
        network = speaking("abc", ["ab", "ac"])
        sides = grouped(network, layer(network, "contact"), "kind", {"a": "x", "b": "y"})
        assert grounds_of_each(network, sides.layer) == {
            "a": ("a speaks b any",),
            "b": ("a speaks b any",),
        }


def test_what_is_needed_of_itself_or_from_outside_makes_no_tie():
    network = Network(
        organisations=named("a", "b", "c"),
        dependencies=needs(("a", 2, "any", ["a", "outside"]), ("b", 2, "any", ["a", "c"])),
    )
    found = grounds_of_each(network, layer(network, "dependency"))
    assert found == {"a": ("need 2",), "b": ("need 2",), "c": ("need 2",)}


def test_a_contribution_stands_with_giver_and_taker_and_the_common_pot_with_nobody():
    network = Network(
        organisations=named("a", "b"),
        contributions=gifts(("a", "b", 1), ("a", "together", 1)),
    )
    found = grounds_of_each(network, layer(network, "contribution"))
    assert found == {"a": ("gift 1",), "b": ("gift 1",)}
