"""Which part of what there is to gain in an issue lies with who is not known to bring anything."""

from fractions import Fraction

import pytest
from hypothesis import given
from networks import asked, gifts, named, replaced, with_records
from strategies import cases

from netdeps import Network
from netdeps.measures import stakes_without_offers

TIME = [{"resource": "time"}]


def stake(who, weight, issue="buying", **fields):
    return {
        "id": f"{who} {issue} {weight}",
        "organisation": who,
        "issue": issue,
        "weight": weight,
        **fields,
    }


def network_of(*stakes, heard="abc", about="stakes", **fields):
    return Network(
        organisations=[
            {"id": one, "kind": kind}
            for one, kind in (("a", "care_provider"), ("b", "care_provider"), ("c", "ministry"))
        ],
        issues=[{"id": "buying", "title": "Buying care"}, {"id": "empty"}],
        stakes=list(stakes),
        interviews=asked(*heard, about=about),
        **fields,
    )


EXAMPLE = (stake("a", 0.25, offers=TIME), stake("b", 0.5), stake("c", 0.25))


def of(network, **options):
    (row,) = stakes_without_offers(network, **options)
    return row


def test_three_quarters_of_what_there_is_to_gain_lies_with_two_who_offer_nothing():
    row = of(network_of(*EXAMPLE))
    assert (row.issue, row.title, row.exposure, row.at_most) == (
        "buying",
        "Buying care",
        0.75,
        0.75,
    )
    assert dict(row.gains_without_bringing) == {"b": 0.5, "c": 0.25}
    assert row.competitors == ("b",)


def test_it_rests_on_the_stakes_and_on_the_interviews_of_those_who_offer_nothing():
    assert of(network_of(*EXAMPLE)).because == (
        "a buying 0.25",
        "b buying 0.5",
        "c buying 0.25",
        "interview b any stakes",
        "interview c any stakes",
    )


@pytest.mark.parametrize("about", ["stakes", "contributions"])
def test_who_was_asked_about_neither_stands_apart(about):
    row = of(network_of(*EXAMPLE, heard="ab", about=about))
    assert (row.exposure, row.at_most) == (0.5, 0.75)
    assert (dict(row.gains_without_bringing), dict(row.not_asked)) == ({"b": 0.5}, {"c": 0.25})


def test_who_was_asked_about_something_else_was_not_heard():
    row = of(network_of(*EXAMPLE, about="contacts"))
    assert (row.exposure, row.at_most, row.form) == (0, 0.75, "unheard")


@pytest.mark.parametrize("dossier", ["buying", "Buying care", " buying CARE "])
@pytest.mark.parametrize("status", ["promised", "delivered"])
def test_a_contribution_in_its_dossier_is_bringing(dossier, status):
    brought = gifts(("b", "together", None), dossier=dossier, status=status, id="gift")
    row = of(network_of(*EXAMPLE, contributions=brought))
    assert dict(row.gains_without_bringing) == {"c": 0.25}
    assert "gift" in row.because


def test_a_contribution_elsewhere_or_of_nothing_is_not():
    brought = [
        *gifts(("b", "together", 1), dossier="youth", id="1"),
        *gifts(("b", "together", 1), id="2"),
        *gifts(("b", "together", 0), dossier="buying", id="3"),
    ]
    row = of(network_of(*EXAMPLE, contributions=brought))
    assert dict(row.gains_without_bringing) == {"b": 0.5, "c": 0.25}


def test_where_all_who_gain_offer_something_it_is_0():
    row = of(network_of(stake("a", 0.5, offers=TIME)))
    assert (row.exposure, row.form) == (0, "all_bring")


def test_several_statements_of_one_organisation_are_averaged():
    told = [stake("a", 0.1), stake("a", 0.2), stake("b", 0.45, offers=TIME)]
    row = of(network_of(*told))
    assert dict(row.gains_without_bringing) == {"a": 0.15}
    assert row.exposure == 0.25


def test_a_stake_without_a_weight_is_left_out_and_one_of_0_is_nothing_to_gain():
    found = stakes_without_offers(network_of(*EXAMPLE[:2], stake("c", None), stake("a", 0)))
    assert dict(found[0].gains_without_bringing) == {"b": 0.5}
    assert [str(one) for one in found.caveats] == ["1 stake without a weight is left out."]


def test_an_issue_in_which_nobody_gains_is_undefined():
    found = stakes_without_offers(network_of(*EXAMPLE))
    assert {one: str(why) for one, why in found.undefined.items()} == {
        "empty": "nobody is known to have anything to gain in it"
    }


def test_one_issue_or_kind_can_be_asked_for():
    network = network_of(*EXAMPLE)
    assert of(network, issue="buying").exposure == 0.75
    assert list(stakes_without_offers(network, issue="empty")) == []
    assert of(network, kind="care_provider").exposure == pytest.approx(2 / 3)


def test_the_largest_exposure_comes_first():
    network = replaced(
        network_of(*EXAMPLE, stake("b", 0.5, "empty")),
        issues=[{"id": "buying"}, {"id": "empty"}],
    )
    assert [row.issue for row in stakes_without_offers(network)] == ["empty", "buying"]


def weighed(network):
    """The network in which every stake has a weight."""
    weights = (0, 0.1, 0.5, 1)
    told = [
        one.with_fields({"weight": weights[place % 4], "offers": TIME if place % 3 == 0 else ()})
        for place, one in enumerate(network.stakes)
    ]
    return network.replaced({"stakes": told})


@given(cases())
def test_it_is_the_weight_of_those_who_neither_offer_nor_bring(network):
    network = weighed(network)
    heard = {
        one.organisation for one in network.interviews if {"stakes", "contributions"} & {*one.asked}
    }
    for row in stakes_without_offers(network):
        told = [one for one in network.stakes if one.issue == row.issue]
        weights = {}
        for who in {one.organisation for one in told}:
            own = [Fraction(str(one.weight)) for one in told if one.organisation == who]
            weights[who] = sum(own) / len(own)
        idle = {who for who in weights if weights[who]} - {
            one.organisation for one in told if one.offers
        }
        whole = sum(weights.values())
        assert row.exposure == float(sum(weights[who] for who in idle & heard) / whole)
        assert row.at_most == float(sum(weights[who] for who in idle) / whole)
        assert set(row.gains_without_bringing) == idle & heard
        assert 0 <= row.exposure <= row.at_most <= 1


@given(cases())
def test_an_organisation_without_a_stake_changes_nothing(network):
    joined = with_records(weighed(network), organisations=named("zz"))
    assert (
        stakes_without_offers(joined).to_rows() == stakes_without_offers(weighed(network)).to_rows()
    )
