"""A page stays small and soon there; times are generous, the benchmark holds the true limits."""

from __future__ import annotations

import pytest
from browser import opening, pages
from browser.limits import LIMITS

pytestmark = pytest.mark.browser

GENEROUS = 5


@pytest.mark.parametrize("size", [20, 200])
def test_a_page_keeps_within_what_it_may_cost(chromium, tmp_path, size):
    limits, page = LIMITS[size], pages.ours(size, tmp_path)
    opened = opening.ours(chromium, page.path, times=1)
    assert page.kilobytes <= limits.kilobytes
    assert page.seconds <= GENEROUS * (limits.writing or 0.5)
    assert opened.picture <= GENEROUS * limits.picture
    assert max(opened.switches) <= GENEROUS * limits.switch
    assert len(opened.names) >= limits.names
    assert opened.overlaps == 0
