"""Where definitions differ, the figure of the other program follows from ours as the page says."""

from __future__ import annotations

import pytest
from validation.graphs import named
from validation.record import recalled
from validation.tables import CONVENTIONS

ALL = [(one, each) for one in CONVENTIONS for each in one.theirs]
SHOWN = [(one, each) for one, each in ALL if each.follows]


@pytest.mark.parametrize(
    ("convention", "theirs"), SHOWN, ids=[f"{one.title}: {each.call}" for one, each in SHOWN]
)
def test_the_other_figure_follows_from_ours(convention, theirs):
    example = named(convention.on)
    given = recalled(example, theirs.program, theirs.call)
    assert list(theirs.follows(example)) == pytest.approx(given, rel=1e-9, nan_ok=True)


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda one: one.title)
def test_one_of_the_others_gives_another_figure_than_ours(convention):
    """Else there would be nothing to explain."""
    assert not all(_is_ours(convention, each) for each in convention.theirs)


@pytest.mark.parametrize(
    ("convention", "theirs"), ALL, ids=[f"{one.title}: {each.call}" for one, each in ALL]
)
def test_what_is_shown_of_another_is_our_figure_only_where_it_is_called_the_same(
    convention, theirs
):
    assert _is_ours(convention, theirs) == theirs.way.startswith("the same")


def _is_ours(convention, theirs):
    """Whether the page shows the same figure twice, in the six digits that it has."""
    given = recalled(named(convention.on), theirs.program, theirs.call)
    return given[convention.place] == pytest.approx(convention.ours()[convention.place], rel=1e-6)
