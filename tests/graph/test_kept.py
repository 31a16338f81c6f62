"""What was made of a network is made once, belongs to that network, and goes with it."""

import gc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from networks import named, spoken
from strategies import cases

from netdeps import Network
from netdeps.graph import Selection, layer
from netdeps.graph.kept import _KEPT, kept


@pytest.fixture
def three():
    return Network(organisations=named("a", "b", "c"), contacts=spoken([("a", "b")]))


def test_a_layer_is_made_once_for_each_selection(three):
    assert layer(three, "contact") is layer(three, "contact")
    assert layer(three, "contact") is not layer(three, "contact", Selection(level="governing"))


def test_an_equal_network_has_a_layer_of_its_own(three):
    twin = Network(**{name: getattr(three, name) for name in type(three).model_fields})
    assert twin == three
    assert layer(twin, "contact") is not layer(three, "contact")


def test_nothing_is_kept_of_a_network_that_is_gone():
    network = Network(organisations=named("a"))
    number = id(network)
    kept(network, "what", lambda: "made")
    assert _KEPT[number] == {"what": "made"}
    del network
    gc.collect()
    assert number not in _KEPT


def test_what_failed_is_not_kept(three):
    def fails():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept(three, "what", fails)
    assert kept(three, "what", lambda: 1) == 1


def test_the_arrays_of_a_layer_are_locked(three):
    shared = layer(three, "contact")
    matrix = shared.matrix()
    own = (shared.sources, shared.targets, shared.strengths, *shared.arcs)
    for array in (*own, matrix.data, matrix.indices, matrix.indptr):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0


def test_a_layer_does_not_follow_the_arrays_that_it_was_made_of(three):
    shared = layer(three, "contact")
    ends = np.array([0, 1])
    mine = replace(shared, sources=ends[:1])
    ends[0] = 5
    assert mine.sources.tolist() == [0]


@given(cases())
def test_a_tie_without_direction_stands_in_the_arcs_both_ways(network):
    ties = layer(network, "contact")
    sources, targets, strengths = ties.arcs
    matrix = np.zeros((ties.size, ties.size))
    matrix[sources, targets] = strengths
    assert (matrix == ties.dense()).all()
    assert (matrix == matrix.T).all()
    assert len(sources) == 2 * len(ties.sources)
