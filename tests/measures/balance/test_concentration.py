"""On how few shoulders the bringing rests."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from networks import exchange, gifts, giving, named, with_records
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import concentration


def bringing(*amounts, taker="together"):
    """Organisations that each bring one of these amounts."""
    names = [f"o{place}" for place in range(len(amounts))]
    brought = [(one, taker, much) for one, much in zip(names, amounts, strict=True)]
    return giving(names, *brought)


def both(network, **options):
    return [concentration(network, scale=scale, **options).value for scale in ("raw", "corrected")]


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("amounts", "raw", "corrected"),
        [
            ((4, 4, 4), 0, 0),
            ((0, 0, 12), Fraction(2, 3), 1),
            ((1, 2, 3), Fraction(2, 9), Fraction(1, 3)),
        ],
    )
    def test_three_who_bring_these_amounts(self, amounts, raw, corrected):
        assert both(bringing(*amounts)) == [float(raw), float(corrected)]

    def test_the_corrected_one_is_given_unless_the_other_is_asked_for(self):
        assert concentration(bringing(0, 0, 12)) == 1
        assert concentration(bringing(0, 0, 12), scale="raw") == 2 / 3


class TestWhatCounts:
    def test_it_is_of_what_is_given_and_not_of_nets(self):
        assert concentration(giving("ab", ("a", "b", 5), ("b", "a", 5))) == 0
        assert concentration(exchange()) == float(Fraction(3, 2) * Fraction(4, 45))

    def test_who_gives_nothing_counts_with_0(self):
        assert both(giving("ab", ("a", "b", 5))) == [1 / 2, 1]
        assert both(giving("abcd", ("a", "b", 5), ("b", "a", 5))) == [1 / 2, 2 / 3]

    def test_what_is_brought_to_the_common_pot_is_given_and_the_pot_is_nobody(self):
        assert concentration(bringing(3, 3)) == 0

    def test_one_resource_dossier_kind_or_the_parts_of_one_organisation_can_be_chosen(self):
        network = Network(
            organisations=[
                *named("a", "b", kind="municipality"),
                *named("c"),
                *named("c1", "c2", part_of="c"),
            ],
            contributions=[
                *gifts(("a", "b", 2), ("b", "a", 2), dossier="care"),
                *gifts(("a", "b", 9), resource="money", id="money"),
                *gifts(("c1", "c2", 3), id="inside"),
            ],
        )
        assert concentration(network).value is None
        assert concentration(network, resource="money") == 1
        assert concentration(network, dossier="care") == float(Fraction(6, 10) * Fraction(5, 4))
        assert concentration(network, kind="municipality", resource="time") == 0
        assert concentration(network, inside="c") == 1

    def test_promises_count_apart(self):
        network = with_records(
            bringing(3, 3), contributions=gifts(("o0", "o1", 2), status="promised", id="p")
        )
        assert concentration(network) == 0
        assert concentration(network, status="promised") == 1

    def test_the_mean_of_both_reports_counts(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=[
                *gifts(("a", "b", 8), said={"by": "a"}, id="1"),
                *gifts(("a", "b", 4), said={"by": "b"}, id="2"),
                *gifts(("b", "a", 6), id="3"),
            ],
        )
        assert concentration(network) == 0
        assert concentration(network).because == ("1", "2", "3")


UNITS = Network(
    organisations=named("a", "b"),
    contributions=[*gifts(("a", "b", 3)), *gifts(("b", "a", 9), unit="minutes", id="more")],
)


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (UNITS, "the resource is counted in several units, which cannot be added"),
        (giving("ab", ("a", "b", 3), ("b", "a", None)), "some of it was not counted"),
        (giving("ab", ("a", "b", 0)), "nothing is brought"),
        (giving("ab"), "nothing is brought"),
        (bringing(5), "there is no other organisation"),
        (Network(), "there is no other organisation"),
    ],
    ids=["units", "not counted", "zero", "nothing", "alone", "empty"],
)
def test_it_is_undefined_and_not_0(network, reason):
    found = concentration(network)
    assert (found.value, str(found.reason)) == (None, reason)


@pytest.mark.parametrize(
    ("option", "error"),
    [
        ({"resource": "tine"}, UnknownNameError),
        ({"dossier": "houses"}, UnknownNameError),
        ({"kind": "police"}, UnknownNameError),
        ({"status": "lent"}, OptionError),
    ],
)
def test_a_name_that_is_not_there_is_refused(option, error):
    with pytest.raises(error, match="is not known"):
        concentration(exchange(), **option)


def test_a_scale_that_is_not_known_is_refused():
    with pytest.raises(OptionError) as caught:
        concentration(exchange(), scale="normalised")
    assert str(caught.value) == (
        "the scale 'normalised' is not known; known are 'corrected', 'raw'."
    )


amounts = st.lists(st.sampled_from([0.0, 0.1, 1.0, 2.5, 7.0]), min_size=2, max_size=6)


def slow(given):
    """The definition, pair by pair."""
    exact = [Fraction(str(one)) for one in given]
    apart = sum(abs(one - other) for one in exact for other in exact)
    return apart / (2 * len(exact) * sum(exact)) if sum(exact) else None


@given(amounts)
def test_it_is_the_mean_difference_over_all_pairs(given):
    raw = slow(given)
    if raw is None:
        assert both(bringing(*given)) == [None, None]
        return
    size = len(given)
    assert both(bringing(*given)) == [float(raw), float(raw * size / (size - 1))]
    assert 0 <= raw <= Fraction(size - 1, size)


@given(amounts)
def test_counting_in_other_units_changes_nothing(given):
    assert both(bringing(*given)) == pytest.approx(both(bringing(*(60 * one for one in given))))


@given(st.integers(2, 7), st.sampled_from([0.1, 3.0]))
def test_where_all_bring_as_much_it_is_0_and_where_one_brings_all_it_is_1(size, much):
    assert both(bringing(*[much] * size)) == [0, 0]
    assert both(bringing(much, *[0] * (size - 1))) == [float(Fraction(size - 1, size)), 1]


@given(amounts, st.data())
def test_a_gift_from_who_brings_more_to_who_brings_less_lowers_it(given, data):
    """Pigou and Dalton: as long as the two do not change places."""
    assume(len(set(given)) > 1)
    less, more = sorted(data.draw(st.permutations(sorted(set(given))))[:2])
    shifted = Fraction(str(more)) - Fraction(str(less))
    part = float(shifted * data.draw(st.sampled_from([Fraction(1, 4), Fraction(1, 2)])))
    after = list(given)
    after[given.index(more)] -= part
    after[given.index(less)] += part
    assert concentration(bringing(*after)) < concentration(bringing(*given))


@given(amounts, st.randoms(use_true_random=False))
def test_who_brings_which_amount_makes_no_difference(given, random):
    assert both(bringing(*random.sample(given, len(given)))) == both(bringing(*given))


@given(cases())
def test_in_any_case_it_is_that_of_the_flows_added_one_by_one(network):
    brought = [one for one in flows(network) if one.amount != 0]
    found = both(network)
    units = {(one.resource, one.unit) for one in brought}
    if len(units) != 1 or any(one.amount is None for one in brought):
        assert found == [None, None]
        return
    exact = [sum(one.amount for one in brought if one.giver == who) for who in network.ids]
    size, total = len(exact), sum(exact)
    raw = sum(abs(one - other) for one in exact for other in exact) / (2 * size * total)
    assert found == [float(raw), float(raw * size / (size - 1))]


def test_an_organisation_that_brings_nothing_makes_it_more_concentrated():
    joined = with_records(bringing(1, 2), organisations=named("zz"))
    assert concentration(joined) > concentration(bringing(1, 2))
