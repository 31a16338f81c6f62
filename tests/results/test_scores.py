"""A number for each organisation, and a reason for whoever has none."""

import json
import sys

import pytest

from netdeps.errors import MissingLibraryError, UndefinedError, UnknownNameError
from netdeps.results import About, Scores
from netdeps.words import Phrase

ALONE = Phrase("reason.alone")
ABOUT = About(
    name="degree",
    definition=Phrase("measure.degree"),
    caveats=(Phrase.of("caveat.known_contact", {"share": 50.0}),),
    because=("contact 1",),
    known_share=0.5,
    names={"care": "Care & Co", "city": "City", "housing": "Housing"},
)


@pytest.fixture
def scores():
    return Scores({"housing": 1.0, "city": 3.0, "care": 1.0}, ABOUT, {"desk": ALONE})


class TestAsAMapping:
    def test_it_gives_scores_by_organisation_in_the_order_of_their_ids(self, scores):
        assert dict(scores) == {"care": 1.0, "city": 3.0, "housing": 1.0}
        assert list(scores) == ["care", "city", "housing"]
        assert len(scores) == 3

    def test_it_equals_a_mapping_with_the_same_scores(self, scores):
        assert scores == {"city": 3.0, "care": 1.0, "housing": 1.0}
        assert scores != {"city": 3.0}

    def test_undefined_is_not_in_it(self, scores):
        assert "city" in scores
        assert "desk" not in scores

    def test_taking_what_is_undefined_gives_the_reason(self, scores):
        with pytest.raises(UndefinedError) as caught:
            scores["desk"]
        assert str(caught.value) == (
            "degree of 'desk' is undefined: there is no other organisation"
        )

    def test_get_gives_the_default_where_there_is_no_score_like_any_mapping(self, scores):
        assert scores.get("city") == 3.0
        assert scores.get("desk") is None
        assert scores.get("desk", 0.0) == 0.0
        assert scores.get("nobody", "nothing") == "nothing"

    def test_taking_what_is_not_there_names_the_nearest_that_is(self, scores):
        with pytest.raises(UnknownNameError) as caught:
            scores["hosing"]
        assert str(caught.value) == (
            "organisation 'hosing' is not known; known are 'care', 'city', 'desk', 'housing'. "
            "Did you mean 'housing'?"
        )

    def test_where_nobody_has_a_score_the_organisations_are_known_all_the_same(self):
        nobody = Scores({}, ABOUT, {"desk": ALONE, "fund": ALONE})
        with pytest.raises(UnknownNameError) as caught:
            nobody["dask"]
        assert str(caught.value) == (
            "organisation 'dask' is not known; known are 'desk', 'fund'. Did you mean 'desk'?"
        )


class TestCannotChange:
    def test_no_score_can_be_set(self, scores):
        with pytest.raises(TypeError):
            scores["city"] = 4.0
        with pytest.raises(TypeError):
            scores.undefined["care"] = ALONE

    def test_what_it_was_made_from_can_change_without_it(self):
        values = {"city": 3.0}
        undefined = {"desk": ALONE}
        made = Scores(values, ABOUT, undefined)
        values["city"] = 0.0
        undefined.clear()
        assert (dict(made), set(made.undefined)) == ({"city": 3.0}, {"desk"})


class TestTop:
    def test_the_highest_come_first_and_equals_by_id(self, scores):
        assert scores.top() == [("city", 3.0), ("care", 1.0), ("housing", 1.0)]

    def test_whoever_ties_with_the_last_comes_along(self, scores):
        assert scores.top(1) == [("city", 3.0)]
        assert scores.top(2) == [("city", 3.0), ("care", 1.0), ("housing", 1.0)]

    @pytest.mark.parametrize("most", [0, -1])
    def test_none_are_given_where_none_are_asked_for(self, scores, most):
        assert scores.top(most) == []

    def test_ten_are_given_where_nobody_says_how_many(self):
        made = Scores({f"org {n:02}": float(n) for n in range(12)}, ABOUT)
        assert [one for one, _ in made.top()] == [f"org {n:02}" for n in range(11, 1, -1)]


class TestForOtherPrograms:
    def test_as_a_dictionary_it_is_plain_data(self, scores):
        assert json.loads(json.dumps(scores.to_dict(), allow_nan=False)) == {
            "kind": "scores",
            "name": "degree",
            "definition": "How many lines an organisation has.",
            "caveats": [
                "It is known of 50% of the pairs whether they are in contact; the others count "
                "as not."
            ],
            "because": ["contact 1"],
            "known_share": 0.5,
            "visibility": "facilitator",
            "values": {"care": 1.0, "city": 3.0, "housing": 1.0},
            "undefined": {"desk": "there is no other organisation"},
        }

    def test_as_rows_the_highest_comes_first_and_undefined_last(self, scores):
        assert scores.to_rows() == [
            {"organisation": "city", "degree": 3.0},
            {"organisation": "care", "degree": 1.0},
            {"organisation": "housing", "degree": 1.0},
            {
                "organisation": "desk",
                "degree": None,
                "undefined": "there is no other organisation",
            },
        ]

    def test_as_a_series_it_has_the_name_of_the_measure(self, scores):
        series = scores.to_pandas()
        assert series.name == "degree"
        assert series.to_dict() == {"care": 1.0, "city": 3.0, "housing": 1.0}

    def test_an_empty_series_holds_numbers_too(self):
        assert str(Scores({}, ABOUT).to_pandas().dtype) == "float64"

    def test_without_pandas_it_says_how_to_get_it(self, scores, monkeypatch):
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(MissingLibraryError) as caught:
            scores.to_pandas()
        assert str(caught.value) == (
            "this needs pandas, which is not installed; "
            "install it with: pip install 'netdeps[pandas]'"
        )


class TestForPeople:
    def test_in_a_terminal_it_shows_names_scores_reasons_and_caveats(self, scores):
        assert repr(scores) == (
            "degree: How many lines an organisation has.\n"
            "  City       3\n"
            "  Care & Co  1\n"
            "  Housing    1\n"
            "  desk: undefined, there is no other organisation\n"
            "  Note: It is known of 50% of the pairs whether they are in contact; the others "
            "count as not."
        )

    def test_in_a_terminal_it_says_how_many_more_there_are(self):
        made = Scores({f"org {n:02}": float(n) for n in range(12)}, ABOUT)
        assert repr(made).splitlines()[-2] == "  … and 2 more"

    def test_in_a_notebook_it_is_a_table(self, scores):
        html = scores._repr_html_()
        assert html.startswith(
            "<table><caption>degree: How many lines an organisation has.</caption>"
            "<thead><tr><th>organisation</th><th>degree</th><th>undefined</th></tr></thead>"
            "<tbody><tr><td>city</td><td>3</td><td></td></tr>"
        )
        assert "<li>desk: there is no other organisation</li>" in html

    def test_in_a_notebook_what_a_case_says_is_escaped(self):
        hostile = "<script>alert(1)</script>"
        html = Scores({hostile: 1.0}, ABOUT, {f"{hostile} 2": ALONE})._repr_html_()
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;</td>" in html

    def test_in_a_notebook_the_name_of_a_measure_is_escaped_too(self):
        mine = About(name="<i>mine</i>", definition=Phrase("measure.degree"))
        html = Scores({"care": 1.0}, mine)._repr_html_()
        assert "<i>" not in html
        assert "<th>&lt;i&gt;mine&lt;/i&gt;</th>" in html


def test_it_says_what_it_is_about(scores):
    assert (scores.name, str(scores.definition)) == (
        "degree",
        "How many lines an organisation has.",
    )
    assert (scores.because, scores.known_share) == (("contact 1",), 0.5)
    assert [caveat.key for caveat in scores.caveats] == ["caveat.known_contact"]
