"""Our figures beside printed ones, to the digits that were printed."""

from __future__ import annotations

import pytest
from validation.published import PUBLISHED

ROUNDING = 1e-9


@pytest.mark.parametrize(
    "one", PUBLISHED, ids=lambda one: f"{one.measure} {one.form} on {one.on}, {one.source}"
)
def test_a_figure_of_ours_is_the_printed_one_to_its_digits(one):
    half_a_digit = 0.5 * 10**-one.decimals + ROUNDING
    for mine, printed in zip(one.ours(), one.printed.values(), strict=True):
        assert abs(mine - printed) <= half_a_digit
