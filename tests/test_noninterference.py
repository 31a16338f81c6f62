"""Two cases that differ only in what an audience may not see give it the same bytes, in every format.

Ordinarily some pairs are tried for each audience, and each is written by every writer; for the long
run say how many: ``NETDEPS_PAIRS=2000 python -m pytest tests/test_noninterference.py -n 2``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from strategies import networks
from twins import twin

from netdeps import Network, formats
from netdeps.cli.analyse import results_for
from netdeps.cli.printing import PRINTERS
from netdeps.editions import Edition, edition
from netdeps.maps import Map

FEW = settings(max_examples=50, phases=[Phase.generate], database=None, deadline=None)
PAIRS = int(os.environ.get("NETDEPS_PAIRS", "10"))


EARLIER = Network(
    date="2020-01-01",
    organisations=[{"id": one, "said": {"visibility": "public"}} for one in ("a", "b")],
    contacts=[{"between": ["a", "b"], "said": {"visibility": "public"}}],
)
"""What was so before, of which everybody may know."""


def changed(shown: Edition) -> str:
    """Give the map of what changed since an earlier moment."""
    return Map().html(shown, before=Edition(EARLIER, shown.audience))


WRITERS: dict[str, Callable[[Edition], str]] = {
    "yaml": lambda shown: formats.dumps(shown, form="yaml"),
    "json": lambda shown: formats.dumps(shown, form="json"),
    "map": lambda shown: Map().html(shown),
    "map in English": lambda shown: Map(language="en").html(shown),
    "map with what was before": changed,
    "notebook": lambda shown: Map().frame(shown)._repr_html_(),
    "pyvis": lambda shown: Map().to_pyvis(shown).generate_html(),
}
"""What writes, or gives what is written; beside these ``netdeps analyse`` prints in its formats."""


def written(shown: Edition) -> Iterator[tuple[str, str]]:
    """Give what every writer makes of an edition; what is analysed is computed once."""
    results = results_for(shown)
    for name, write in WRITERS.items():
        yield name, write(shown)
    for style, show in PRINTERS.items():
        yield f"analyse, {style}", show(results, shown.network, "nl")


@pytest.mark.parametrize("audience", ["table", "public", "party"])
@settings(max_examples=PAIRS, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(networks(min_size=2, most=3), st.data())
def test_what_an_audience_may_not_see_changes_no_byte_that_is_written(audience, network, data):
    whom = f"party:{data.draw(st.sampled_from(network.ids))}" if audience == "party" else audience
    other = twin(network, data, whom)
    shown, again = (edition(one, whom, seed=1) for one in (network, other))
    assert shown.network == again.network
    for (name, mine), (_, theirs) in zip(written(shown), written(again), strict=True):
        assert mine == theirs, name


def test_twins_differ_in_whatever_is_not_seen():
    """A search finds a twin for each sort of difference; else a pair of equals would prove nothing."""
    hush = {"visibility": "facilitator"}
    seen = {"by": "hidden", "person": "p1", "date": "2021-03-05", "visibility": "table"}
    case = Network(
        organisations=[{"id": "care"}, {"id": "hidden", "said": hush}],
        issues=[{"id": "quarrel", "said": hush}],
        tables=[{"id": "weekly", "members": ["care", "hidden"], "issues": ["quarrel"], "said": seen}],
        concerns=[{"theme": "hush", "said": hush}, {"theme": "money", "said": seen}],
    )  # fmt: skip

    def differs(sort: Callable[[Network], object]) -> None:
        find(st.data(), lambda data: sort(twin(case, data, "table")) != sort(case), settings=FEW)

    for sort in (
        lambda one: one.ids,
        lambda one: [issue.id for issue in one.issues],
        lambda one: one.tables[0].members,
        lambda one: one.tables[0].said.date,
        lambda one: one.tables[0].said.person,
        lambda one: sum(concern.theme == "hush" for concern in one.concerns),
        lambda one: one.purpose,
    ):
        differs(sort)


def test_the_facilitator_does_get_other_bytes():
    leiden = formats.read(Path(__file__).parents[1] / "examples" / "leiden.yaml")
    need = {"depender": leiden.ids[0], "dependum": "Zx9", "dependees": [leiden.ids[1]]}
    told = [one.model_dump(exclude_defaults=True) for one in leiden.dependencies]
    other = leiden.replaced({"dependencies": [*told, need]})
    whole = [edition(one, "facilitator") for one in (leiden, other)]
    for (name, first), (_, second) in zip(*map(written, whole), strict=True):
        assert first != second, name
