"""What the material is for, and until when it is kept, is told to the facilitator alone."""

import pytest
from hypothesis import given
from strategies import networks

from netdeps import Network, edition, formats, maps
from netdeps.editions import Edition
from netdeps.errors import AudienceError, InvalidRecordsError

PURPOSE = "Zx9-canary-9xZ"
NOTED = {"purpose": PURPOSE, "retain_until": "2031-07-19"}
CASE = Network(
    **NOTED,
    organisations=[{"id": "care"}, {"id": "city"}],
    contacts=[{"between": ["care", "city"], "said": {"by": "care", "visibility": "public"}}],
)
LOWER = ("table", "public", "party:care")


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize("audience", LOWER)
def test_no_lower_edition_tells_them_in_any_format(form, audience):
    own = formats.dumps(edition(CASE, "facilitator"), form=form)
    text = formats.dumps(edition(CASE, audience), form=form)
    assert (PURPOSE in own, "2031-07-19" in own) == (True, True)
    assert [one for one in (PURPOSE, "2031", "purpose", "retain") if one in text] == []


@pytest.mark.parametrize("audience", LOWER)
def test_the_map_of_a_lower_edition_is_the_same_without_them(audience):
    bare = CASE.with_fields({"purpose": "", "retain_until": None})
    pages = [maps.Map().html(edition(one, audience, seed=1)) for one in (CASE, bare)]
    assert pages[0] == pages[1]


@given(networks(min_size=1))
def test_no_network_keeps_them_below_the_facilitator(network):
    noted = network.with_fields(NOTED)
    for audience in ("table", "public", f"party:{network.ids[0]}"):
        shown = edition(noted, audience, seed=1)
        assert (shown.network.purpose, shown.network.retain_until) == ("", None)
        assert shown == edition(network, audience, seed=1)


@pytest.mark.parametrize("fields", [{"purpose": "x"}, {"retain_until": "2031-07-19"}])
@pytest.mark.parametrize("audience", LOWER)
def test_an_edition_made_by_hand_around_them_is_refused(fields, audience):
    network = Network(organisations=[{"id": "care"}], **fields)
    with pytest.raises(AudienceError) as caught:
        Edition(network, audience)
    assert str(caught.value) == (
        f"'{next(iter(fields))}' of the network is not as '{audience}' may see it; "
        "make an edition with: netdeps.edition(network, audience)"
    )
    assert Edition(network, "facilitator").network is network


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_they_are_read_as_they_were_written(form, tmp_path):
    path = formats.write(edition(CASE, "facilitator"), tmp_path / f"case.{form}")
    assert formats.read(path) == CASE


def test_a_day_that_is_none_is_refused():
    with pytest.raises(InvalidRecordsError) as caught:
        Network(retain_until="soon")
    assert str(caught.value) == (
        "Network: 1 problem\n  retain_until: 'soon' was found; a date as YYYY-MM-DD is expected."
    )


@pytest.mark.parametrize("smaller", [Network.without, Network.only])
def test_a_smaller_network_keeps_them(smaller):
    left = smaller(CASE, ["care"])
    assert (left.purpose, left.retain_until) == (CASE.purpose, CASE.retain_until)
