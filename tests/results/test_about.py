"""What every result says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps.results import About, Row, known_of
from netdeps.words import Phrase, percent


class Told(Row):
    because = ("need 2", "need 1")


class TestWhatItRestsOn:
    def test_it_rests_on_what_its_rows_rest_on_each_once(self):
        assert About.of("degree", {}, [Told(), Told()]).because == ("need 1", "need 2")

    def test_more_can_be_added(self):
        about = About.of("degree", {}, [Told()], because=iter(["need 2", "contact 1"]))
        assert about.because == ("contact 1", "need 1", "need 2")

    def test_a_measure_of_your_own_brings_its_own_definition(self):
        about = About.of("mine", {}, definition="What it means.")
        assert about.head("scores")["definition"] == "What it means."
        assert About.of("degree", {}).head("scores")["definition"] == str(Phrase("measure.degree"))

    def test_without_either_it_rests_on_nothing(self):
        assert About.of("degree", {}).because == ()


class TestPerCent:
    @pytest.mark.parametrize(
        ("share", "shown"),
        [
            (0, 0),
            (0.0, 0),
            (0.0001, 0.1),
            (1 / 3, 33.3),
            (0.5, 50),
            (0.9994, 99.9),
            (0.99975, 99.9),
            (1 - 1e-16, 99.9),
            (1, 100),
            (1.0, 100),
        ],
    )
    def test_only_nothing_is_0_and_only_everything_is_100(self, share, shown):
        assert percent(share) == shown

    @given(st.floats(0, 1), st.floats(0, 1))
    def test_a_larger_share_never_reads_as_less(self, one, other):
        less, more = sorted((one, other))
        assert percent(less) <= percent(more)
        assert (percent(one) == 0, percent(one) == 100) == (one == 0, one == 1)


class TestWhatIsKnown:
    def test_nothing_is_said_where_all_is_known_or_nothing_has_to_be(self):
        assert known_of("contact", 1.0) == known_of("contact", None) == ()

    def test_almost_all_is_not_all(self):
        (caveat,) = known_of("contact", 0.99975)
        assert dict(caveat.facts) == {"share": 99.9}
