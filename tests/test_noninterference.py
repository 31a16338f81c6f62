"""Two cases that differ only in what an audience may not see give it the same bytes, in every format.

Ordinarily some pairs a writer are tried; for the long run say how many:
``NETDEPS_PAIRS=2000 python -m pytest tests/test_noninterference.py -n 2``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import networks
from test_editions import differing_in_confidence

from netdeps import formats
from netdeps.cli.analyse import results_for
from netdeps.cli.printing import PRINTERS
from netdeps.editions import Edition, edition
from netdeps.maps import Map

PAIRS = int(os.environ.get("NETDEPS_PAIRS", "10"))


def analysed(style: str) -> Callable[[Edition], str]:
    """Give what ``netdeps analyse`` prints: every measure that the audience may have."""
    return lambda shown: PRINTERS[style](results_for(shown), shown.network, "nl")


WRITERS: dict[str, Callable[[Edition], str]] = {
    "yaml": lambda shown: formats.dumps(shown, form="yaml"),
    "json": lambda shown: formats.dumps(shown, form="json"),
    "map": lambda shown: Map().html(shown),
    "notebook": lambda shown: Map().frame(shown)._repr_html_(),
    "pyvis": lambda shown: Map().to_pyvis(shown).generate_html(),
    **{f"analyse, {style}": analysed(style) for style in PRINTERS},
}


@pytest.mark.parametrize("audience", ["table", "public"])
@pytest.mark.parametrize("writer", WRITERS)
@settings(max_examples=PAIRS, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(networks(min_size=2, most=3), st.data())
def test_what_an_audience_may_not_see_changes_no_byte(writer, audience, network, data):
    write, other = WRITERS[writer], differing_in_confidence(network, data)
    assert write(edition(network, audience)) == write(edition(other, audience))


@pytest.mark.parametrize("writer", WRITERS)
@settings(max_examples=PAIRS, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(networks(min_size=2, most=3), st.data())
def test_what_others_told_in_confidence_changes_no_byte_for_a_party(writer, network, data):
    party = data.draw(st.sampled_from(network.ids))
    write = WRITERS[writer]
    other = differing_in_confidence(network, data, but_by=party)
    shown, again = (edition(one, f"party:{party}") for one in (network, other))
    assert write(shown) == write(again)


def test_the_facilitator_does_get_other_bytes():
    leiden = formats.read(Path(__file__).parents[1] / "examples" / "leiden.yaml")
    need = {"depender": leiden.ids[0], "dependum": "Zx9", "dependees": [leiden.ids[1]]}
    told = [one.model_dump(exclude_defaults=True) for one in leiden.dependencies]
    other = leiden.replaced({"dependencies": [*told, need]})
    for write in WRITERS.values():
        first, second = (write(edition(one, "facilitator")) for one in (leiden, other))
        assert first != second
