"""Our figures beside what the other programs answer now, on networks that nobody chose.

networkx is always asked; R and python-igraph where they are installed, in whatever version, and
where they are not the reason is printed (``pytest -rs``). That they still answer what was recorded
is only asked of the versions that were recorded.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validation.comparison import difference
from validation.graphs import Example, drawn, example
from validation.programs import PROGRAMS, answer, answers, missing
from validation.record import changed, recalled
from validation.tables import COMPARISONS, questions, unique

CLOSE = 1e-9
STRENGTHS = {
    "contact": (0.25, 0.5, 0.75, 1.0),
    "dependency": (1, 2, 3),
    "contribution": (1, 2, 3.5, 8),
}
HERE = [one for one in COMPARISONS if one.program in {"networkx", "python-igraph"}]
FROM_R = [one for one in COMPARISONS if one.program not in {"networkx", "python-igraph"}]
LAYER = {
    "any": tuple(STRENGTHS),
    "undirected": ("contact",),
    "directed": ("contribution", "dependency"),
}


@st.composite
def small(draw, layers) -> Example:
    """A network of at most seven: without anybody, alone, in parts, with isolates, with strengths."""
    layer = draw(st.sampled_from(layers))
    nodes = [f"n{number}" for number in range(draw(st.integers(0, 7)))]
    possible = [(a, b) for a in nodes for b in nodes if (a < b if layer == "contact" else a != b)]
    found = draw(st.lists(st.sampled_from(possible), unique=True)) if possible else []
    strength = st.sampled_from(STRENGTHS[layer])
    groups = {one: draw(st.sampled_from("AB")) for one in nodes}
    ties = [(*pair, draw(strength)) for pair in found]
    return example("small", "small", layer, nodes, ties, groups=groups)


def compare(comparison, drawn_example, theirs):
    found = difference(comparison, comparison.ours(drawn_example), theirs)
    assert not found.wrong, (drawn_example, found.wrong)
    assert found.largest < CLOSE, (drawn_example, found.largest)


@pytest.mark.parametrize("comparison", HERE, ids=lambda one: one.called)
def test_on_any_small_network_it_is_what_the_other_program_gives(comparison):
    if missing(comparison.program):
        pytest.skip(missing(comparison.program))

    made = []

    @given(small(LAYER.get(comparison.on, (comparison.on,))))
    def on_each(drawn_example):
        if comparison.fits(drawn_example):
            made.append(drawn_example)
            theirs = answer(drawn_example, comparison.program, comparison.call)
            compare(comparison, drawn_example, theirs)
        elif len(drawn_example.nodes) < comparison.least:
            assert all(one is None for one in comparison.ours(drawn_example))

    on_each()
    assert made


def batch():
    """Random networks that are not those of the page, in which R is asked all at once.

    Some hang together, some are in two parts with isolates, some have hardly any tie or none.
    """
    for seed in range(1000, 1012):
        size = 6 + seed % 7
        for layer, each in (("contact", 2), ("contribution", 4), ("dependency", 3)):
            yield drawn(seed, layer, size, each * size, groups=3)
            yield drawn(seed + 100, layer, size, size, parts=2, isolates=2, groups=3)
            yield drawn(seed + 200, layer, size - 3, seed % 3, groups=2)


@pytest.fixture(scope="module")
def from_r():
    """What R answers on them, by network and call."""
    lacking = missing("R sna") or missing("R igraph")
    if lacking:
        pytest.skip(lacking)
    fresh = [replace(one, name=f"{one.layer} {one.name}") for one in batch()]
    asked = [(one, each.program, each.call) for each in FROM_R for one in fresh if each.fits(one)]
    return fresh, answers(unique(asked))


@pytest.mark.parametrize("comparison", FROM_R, ids=lambda one: one.called)
def test_on_random_networks_it_is_what_r_gives(comparison, from_r):
    fresh, given_by_r = from_r
    where = [one for one in fresh if comparison.fits(one)]
    assert where
    for one in where:
        compare(comparison, one, given_by_r[one.name, comparison.program, comparison.call])


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_was_recorded_is_what_the_program_still_gives(program):
    reason = missing(program) or changed(program)
    if reason:
        pytest.skip(reason)
    asked = [one for one in questions() if one[1] == program]
    assert asked
    now = answers(asked)
    for one, _, call in asked:
        kept = recalled(one, program, call)
        assert now[one.name, program, call] == pytest.approx(
            kept, abs=CLOSE, rel=CLOSE, nan_ok=True
        )
