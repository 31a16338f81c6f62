"""What is no network is refused in netdeps' own words."""

import pytest

from netdeps import Network, edition
from netdeps.errors import OptionError, UnknownNameError
from netdeps.measures import MEASURES, degree, kind_gaps


@pytest.mark.parametrize("measure", MEASURES.values(), ids=list(MEASURES))
def test_an_edition_is_not_taken_for_a_network(measure):
    with pytest.raises(OptionError) as caught:
        measure(edition(Network(), "public"))
    message = str(caught.value)
    assert message.startswith("a Network is expected; Edition(network=Network")
    assert message.endswith(" was given. An edition holds one: edition.network.")


def test_no_audience_is_refused():
    with pytest.raises(OptionError) as caught:
        edition(Network(), None)
    assert str(caught.value) == (
        "the audience nothing is not known; known are 'public', 'table', 'facilitator', 'party:ID'."
    )


def test_what_was_not_counted_has_its_reason():
    network = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        contributions=[{"giver": "a", "taker": "b", "resource": "time"}],
    )
    brought = ("give_and_take", "dossier_balance", "pair_balance")
    for name in (*brought, "compensation", "pair_compensation"):
        reasons = {str(reason) for reason in MEASURES[name](network).undefined.values()}
        assert reasons == {"some of it was not counted"}


def test_one_kind_is_not_taken_for_two():
    with pytest.raises(OptionError) as caught:
        kind_gaps(Network(), between=("care_provider",))
    assert str(caught.value) == "between=('care_provider',) does not name two kinds."


def test_a_list_of_levels_is_not_taken_for_a_level():
    with pytest.raises(UnknownNameError) as caught:
        degree(Network(), level=["governing"])
    assert str(caught.value) == (
        "level ['governing'] is not known; known are 'governing', 'management', 'operational'. "
        "Did you mean 'governing'?"
    )
