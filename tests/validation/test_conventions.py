"""Where definitions differ, the figure of the other program follows from ours as the page says."""

from __future__ import annotations

import pytest
from validation.graphs import named
from validation.record import recalled
from validation.tables import CONVENTIONS

SHOWN = [(one, each) for one in CONVENTIONS for each in one.theirs if each.follows]


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
    example = named(convention.on)
    ours = [float("nan") if one is None else one for one in convention.ours()]
    given = [recalled(example, each.program, each.call) for each in convention.theirs]
    assert any(one != pytest.approx(ours, rel=1e-6, nan_ok=True) for one in given)
