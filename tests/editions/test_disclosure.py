"""What could be worked out from what is published about a group's answers."""

import statistics
from collections import Counter
from contextlib import suppress
from fractions import Fraction
from itertools import combinations_with_replacement
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.editions import Audit, audit, worst_case
from netdeps.editions.statistics import STATISTICS, Scale
from netdeps.errors import NetdepsError, OptionError, UnknownNameError

SIZES = (4, 5, 6, 7, 8)
TABLE = {
    ("mean",): [1, 1, 1, 1, 1],
    ("mean_half",): [1, 1, 1, 1, 1],
    ("mean_band",): [2, 3, 5, 5, 5],
    ("mean_band", "agree"): [2, 1, 2, 2, 3],
    ("median",): [1, 5, 5, 5, 5],
    ("median", "split"): [1, 3, 3, 3, 3],
    ("median", "mean_band"): [1, 2, 2, 2, 2],
}
"""The worst case for n = 4 to 8; whoever looks knows one answer."""


def bands(answers):
    """Three bands of 4/3 on a scale of 1 to 5, without fractions."""
    return (3 * sum(answers) > 7 * len(answers)) + (3 * sum(answers) >= 11 * len(answers))


def near_each_other(answers):
    middle = statistics.median(answers)
    return 6 * sum(abs(one - middle) for one in answers) <= 5 * len(answers)


TOLD = {
    "mean": statistics.mean,
    "mean_half": lambda answers: (4 * sum(answers) + len(answers)) // (2 * len(answers)) / 2,
    "mean_band": lambda answers: ("low", "middle", "high")[bands(answers)],
    "median": statistics.median,
    "split": lambda answers: bool({1, 2} & set(answers) and {4, 5} & set(answers)),
    "agree": near_each_other,
    "variance": statistics.variance,
    "minimum": min,
    "maximum": max,
}
"""Each statistic once more, by other means."""


def told_of(answers, names):
    exact = [Fraction(one) for one in answers]
    shown = {name: TOLD[name](exact) for name in names}
    return {
        name: value if isinstance(value, str | bool | float) else Fraction(value)
        for name, value in shown.items()
    }


def every_group(n):
    return list(combinations_with_replacement(range(1, 6), n))


def slowly(fitting, known):
    """For everything that somebody may know, look through all that fits."""
    left = []
    n = len(fitting[0])
    for own in combinations_with_replacement(range(1, 6), known):
        rest = [Counter(one) - Counter(own) for one in fitting]
        others = [one for one in rest if one.total() == n - known]
        if others:
            left.append(len(set().union(*others)))
    return min(left)


answers = st.lists(st.integers(1, 5), min_size=2, max_size=6).map(sorted)
names = st.lists(st.sampled_from(sorted(TOLD)), unique=True, max_size=4)


class TestTheTable:
    @pytest.mark.parametrize("published", TABLE)
    def test_the_worst_case_of_4_to_8_answers(self, published):
        assert [worst_case(published, n=n) for n in SIZES] == TABLE[published]

    @pytest.mark.parametrize("colleagues", [1, 2, 3, 4])
    def test_the_median_needs_two_for_each_colleague_and_three_more(self, colleagues):
        least = 2 * colleagues + 3
        for n in range(least, 13):
            assert worst_case(["median"], n=n, known=colleagues) == 5
            assert worst_case(["median", "split"], n=n, known=colleagues) == 3
        assert worst_case(["median"], n=least - 1, known=colleagues) == 1

    @pytest.mark.parametrize(
        ("published", "n", "alone"),
        [
            (("mean", "variance"), 3, 33),
            (("mean", "variance"), 4, 56),
            (("mean", "variance"), 5, 79),
            (("mean", "variance"), 6, 101),
            (("mean", "variance"), 8, 141),
            (("mean", "variance", "minimum", "maximum"), 5, 124),
        ],
    )
    def test_how_many_groups_of_answers_are_laid_bare_as_a_whole(self, published, n, alone):
        """Of 35, 70, 126, 210 and 495: 94, 80, 63, 48 and 28 per cent; then 98."""
        scale = Scale(1, 5)
        groups = every_group(n)
        told = Counter(
            tuple(STATISTICS[one](given, scale) for one in published) for given in groups
        )
        assert list(told.values()).count(1) == alone
        assert len(groups) == {3: 35, 4: 70, 5: 126, 6: 210, 8: 495}[n]

    def test_whoever_gave_5_where_the_mean_of_five_is_1_point_8_knows_all(self):
        assert audit({"mean": 1.8}, n=5) == Audit(possible=1, multisets=5)


class TestWhatRemainsPossible:
    @given(answers, names, st.data())
    def test_it_is_what_going_through_everything_slowly_finds(self, given, published, data):
        known = data.draw(st.integers(0, len(given) - 1))
        told = told_of(given, published)
        fitting = [one for one in every_group(len(given)) if told_of(one, published) == told]
        found = audit(told, n=len(given), known=known)
        assert found == Audit(possible=slowly(fitting, known), multisets=len(fitting))

    @given(st.integers(2, 4), names, st.data())
    def test_the_worst_case_is_the_least_of_all_audits(self, n, published, data):
        known = data.draw(st.integers(0, n - 1))
        audits = [audit(told_of(one, published), n=n, known=known) for one in every_group(n)]
        assert worst_case(published, n=n, known=known) == min(one.possible for one in audits)

    @given(answers, names, names, st.data())
    def test_telling_more_or_knowing_more_leaves_no_more_possible(self, given, some, more, data):
        known = data.draw(st.integers(0, len(given) - 1))
        fewer = data.draw(st.integers(0, known))
        less = audit(told_of(given, some), n=len(given), known=fewer)
        found = audit(told_of(given, {*some, *more}), n=len(given), known=known)
        assert found.possible <= less.possible
        assert found.multisets <= less.multisets

    @given(answers)
    def test_floats_are_taken_for_the_fractions_that_they_stand_for(self, given):
        floats = {"mean": sum(given) / len(given), "variance": statistics.variance(given)}
        fractions = told_of(given, ["mean", "variance"])
        assert audit(floats, n=len(given)) == audit(fractions, n=len(given))

    @given(answers, names, st.integers(-4, 4))
    def test_only_the_place_on_the_scale_counts(self, given, published, shift):
        told = told_of(given, published)
        moved = {
            name: value + shift
            if name in {"mean", "mean_half", "median", "minimum", "maximum"}
            else value
            for name, value in told.items()
        }
        shifted = audit(moved, n=len(given), scale=(1 + shift, 5 + shift))
        assert shifted == audit(told, n=len(given))

    def test_nothing_published_leaves_everything_possible(self):
        assert audit({}, n=5) == Audit(possible=5, multisets=126)

    def test_it_passes_from_three_values_on(self):
        assert [Audit(possible=one, multisets=9).passes for one in (1, 2, 3, 5)] == [
            False,
            False,
            True,
            True,
        ]

    def test_of_a_scale_of_four_the_middle_is_no_answer(self):
        assert audit({"split": True}, n=2, known=0, scale=(1, 4)).multisets == 4
        assert audit({"split": True}, n=2, known=0, scale=(0, 2)).multisets == 1

    def test_the_most_that_is_gone_through_is_gone_through(self):
        assert audit({"split": True}, n=30, known=13).multisets == 46376 - 2 * 496 + 1


def refused(error, call):
    with pytest.raises(error) as caught:
        call()
    return str(caught.value)


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("published", "n"),
        [
            ({"mean": 3.3}, 3),
            ({"minimum": 4, "maximum": 2}, 5),
            ({"median": 6}, 5),
            ({"mean": 10**400}, 5),
            ({"variance": 0}, 1),
        ],
    )
    def test_what_no_answers_give(self, published, n):
        assert refused(OptionError, lambda: audit(published, n=n, known=0)) == (
            f"no {n} answers from 1 to 5 give what is published; exact figures that fit one another "
            "are expected, such as 10/3 and not 3.3. For a mean that was rounded to half points "
            "there is 'mean_half'."
        )

    def test_a_statistic_that_is_not_known(self):
        known = (
            "known are 'mean', 'mean_half', 'mean_band', 'median', 'split', 'agree', 'variance', "
            "'minimum', 'maximum'. Did you mean 'median'?"
        )
        message = f"statistic 'medain' is not known; {known}"
        assert refused(UnknownNameError, lambda: audit({"medain": 3}, n=5)) == message
        assert refused(UnknownNameError, lambda: worst_case(["medain"], n=5)) == message

    @pytest.mark.parametrize("value", ["3", True, None, nan, inf, -inf, [3], 3j])
    def test_a_number_that_is_none(self, value):
        message = refused(OptionError, lambda: audit({"median": value}, n=5))
        assert message.endswith(" was given; a number is expected.")

    @pytest.mark.parametrize("value", [1, "yes", None])
    def test_a_yes_or_no_that_is_neither(self, value):
        message = refused(OptionError, lambda: audit({"split": value}, n=5))
        assert message.endswith(" was given; True or False is expected.")

    def test_a_band_that_is_not_there(self):
        assert refused(OptionError, lambda: audit({"mean_band": "hihg"}, n=5)) == (
            "the mean_band 'hihg' is not known; known are 'low', 'middle', 'high'. Did you mean 'high'?"
        )

    def test_nobody_else_is_left(self):
        message = "of 5 answers 5 are known; there is nobody else to protect."
        assert refused(OptionError, lambda: audit({}, n=5, known=5)) == message

    @pytest.mark.parametrize("n", [0, -1, 31, 10**30, 2.5, True, "5", None])
    def test_a_number_of_answers_that_cannot_be_gone_through(self, n):
        message = refused(OptionError, lambda: audit({"median": 3}, n=n))
        assert message.startswith("n=")

    @pytest.mark.parametrize("known", [-1, 1.5, "1", None])
    def test_a_number_of_known_answers_that_cannot_be(self, known):
        message = refused(OptionError, lambda: audit({"median": 3}, n=5, known=known))
        assert message.startswith("known=")

    @pytest.mark.parametrize(
        "scale",
        [(5, 1), (1, 1), (1, 11), (1, 10**9), (1.0, 5), (False, True), (10**5000, 10**5000 + 4),
         (1, 2, 3), "15", None, 5],
    )  # fmt: skip
    def test_a_scale_that_is_none(self, scale):
        message = refused(OptionError, lambda: audit({"median": 3}, n=5, scale=scale))
        assert message.startswith("scale=")

    def test_more_groups_of_answers_than_can_be_gone_through(self):
        assert refused(OptionError, lambda: worst_case(["median"], n=13)) == (
            "there are 2,380 groups of 13 answers from 1 to 5; at most 2,000 are gone through. Ask "
            "about fewer answers or a shorter scale."
        )
        assert "at most 50,000" in refused(OptionError, lambda: audit({}, n=30, scale=(1, 7)))

    @pytest.mark.parametrize("published", [None, 3, "median", ["median"]])
    def test_what_gives_no_value_for_each_name(self, published):
        message = refused(OptionError, lambda: audit(published, n=5))
        assert message.startswith("published=")

    @pytest.mark.parametrize("listed", [None, 3, "median"])
    def test_what_is_no_list_of_names(self, listed):
        message = refused(OptionError, lambda: worst_case(listed, n=5))
        assert message.startswith("statistics=")

    @given(
        st.dictionaries(
            st.sampled_from(sorted(TOLD)),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
            max_size=2,
        ),
        st.integers(-1, 6),
        st.integers(-1, 6),
    )
    def test_whatever_is_asked_gives_an_answer_or_one_of_our_errors(self, published, n, known):
        with suppress(NetdepsError):
            assert 1 <= audit(published, n=n, known=known).possible <= 5
