"""What every result says about itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import networks

from netdeps import measures
from netdeps.editions import edition
from netdeps.model import VISIBILITIES, Network
from netdeps.results import About, Row, known_of
from netdeps.words import Phrase, percent


class Told(Row):
    because = ("need 2", "need 1")


class TestWhatItRestsOn:
    def test_it_rests_on_what_its_rows_rest_on_each_once(self):
        assert About.of("degree", Network(), [Told(), Told()]).because == ("need 1", "need 2")

    def test_more_can_be_added(self):
        about = About.of("degree", Network(), [Told()], because=iter(["need 2", "contact 1"]))
        assert about.because == ("contact 1", "need 1", "need 2")

    def test_a_measure_of_your_own_brings_its_own_definition(self):
        about = About.of("mine", Network(), definition="What it means.")
        assert about.head("scores")["definition"] == "What it means."
        assert About.of("degree", Network()).head("scores")["definition"] == str(
            Phrase("measure.degree")
        )

    def test_without_either_it_rests_on_nothing(self):
        assert About.of("degree", Network()).because == ()


class TestWhoMaySeeIt:
    """A result carries the strictest of all that it was made of."""

    def test_it_is_as_strict_as_the_strictest_statement(self):
        for strictest in VISIBILITIES:
            told = [{"theme": "x", "said": {"visibility": one}} for one in ("public", strictest)]
            network = Network(organisations=[{"id": "a"}, {"id": "b"}], concerns=told)
            assert About.of("degree", network).visibility == strictest
            for measure in (measures.betweenness, measures.contact_gaps, measures.density):
                assert measure(network).visibility == strictest

    def test_a_network_in_which_nothing_was_told_is_for_everybody(self):
        assert measures.degree(Network(organisations=[{"id": "a"}])).visibility == "public"

    def test_a_reply_and_a_word_on_an_organisation_count_too(self):
        ends = [{"id": "a"}, {"id": "b"}]
        need = {
            "depender": "a",
            "dependum": "x",
            "dependees": ["b"],
            "said": {"visibility": "public"},
        }
        answered = {**need, "replies": [{"says": "denied", "said": {"visibility": "table"}}]}
        assert Network(organisations=ends, dependencies=[answered]).visibility == "table"
        seen = [{**ends[0], "said": {"visibility": "table"}}]
        assert Network(organisations=seen).visibility == "table"

    def test_a_result_of_ones_own_is_for_the_facilitator_unless_it_says_otherwise(self):
        assert About(name="mine", definition=Phrase("measure.degree")).visibility == "facilitator"

    @given(networks())
    def test_what_is_computed_from_an_edition_may_be_seen_by_its_audience(self, network):
        for audience in ("public", "table"):
            found = measures.contact_gaps(edition(network, audience).network).visibility
            assert VISIBILITIES.index(found) <= VISIBILITIES.index(audience)

    def test_a_notebook_shows_it(self):
        hidden = Network(organisations=[{"id": "a"}], concerns=[{"theme": "x"}])
        assert "the facilitator alone" in measures.degree(hidden)._repr_html_()
        assert "everybody" in measures.degree(Network())._repr_html_()


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
