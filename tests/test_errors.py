"""Errors say where, what was found, what was expected and what to try."""

import pickle
import sys

import numpy as np
import pytest

from netdeps import editions, formats, measures
from netdeps.errors import (
    MOST_DRAWN,
    AudienceError,
    FileError,
    FrozenRecordError,
    InvalidRecordsError,
    MissingLibraryError,
    NetdepsError,
    OptionError,
    Place,
    Problem,
    UndefinedError,
    UnknownNameError,
    check_count,
    check_draws,
    check_mapping,
    check_option,
    did_you_mean,
    one_of,
    quoted,
    unknown_name,
)
from netdeps.maps import Map
from netdeps.model import Network, Organisation

HARBOUR = Network(
    name="harbour",
    organisations=[{"id": "pilots"}, {"id": "port"}, {"id": "tugs"}],
    dependencies=[{"depender": "port", "dependum": "pilotage", "dependees": ["pilots"]}],
)


class TestEveryErrorIsBothOursAndOfAKnownSort:
    @pytest.mark.parametrize(
        ("error", "sort"),
        [
            (UnknownNameError, KeyError),
            (OptionError, ValueError),
            (AudienceError, TypeError),
            (UndefinedError, ValueError),
            (MissingLibraryError, ImportError),
            (FrozenRecordError, AttributeError),
            (FileError, Exception),
            (InvalidRecordsError, ValueError),
        ],
    )
    def test_who_catches_the_usual_error_or_ours_catches_it(self, error, sort):
        assert issubclass(error, NetdepsError)
        assert issubclass(error, sort)

    def test_a_file_error_is_no_error_of_the_system(self):
        assert not issubclass(FileError, OSError)


class TestTheWholeMessageOfEachError:
    def test_an_unknown_name_lists_the_known_ones_and_the_nearest(self):
        with pytest.raises(UnknownNameError) as caught:
            HARBOUR.organisation("pilot")
        assert str(caught.value) == (
            "organisation 'pilot' is not known; known are 'pilots', 'port', 'tugs'. "
            "Did you mean 'pilots'?"
        )

    def test_an_unknown_option_lists_the_known_ones_and_the_nearest(self):
        with pytest.raises(OptionError) as caught:
            editions.edition(HARBOUR, "tabel")
        assert str(caught.value) == (
            "the audience 'tabel' is not known; known are 'public', 'table', 'facilitator', "
            "'party:ID'. Did you mean 'table'?"
        )

    def test_a_network_above_its_audience_is_refused_with_the_way_out(self):
        with pytest.raises(AudienceError) as caught:
            editions.Edition(HARBOUR, "table")
        assert str(caught.value) == (
            "'dependencies' of the network is not as 'table' may see it; "
            "make an edition with: netdeps.edition(network, audience)"
        )

    def test_a_map_of_a_network_without_an_audience_is_refused(self, tmp_path):
        target = tmp_path / "harbour.html"
        with pytest.raises(AudienceError) as caught:
            Map().write(HARBOUR, target)
        assert str(caught.value) == (
            "a map shows an edition, and this is 'Network'; choose an audience first: "
            "edition(network, 'table')."
        )
        assert list(tmp_path.iterdir()) == []

    def test_a_number_without_a_value_gives_its_reason(self):
        lonely = Network(organisations=[{"id": "pilots"}])
        figure = measures.degree_centralisation(lonely)
        with pytest.raises(UndefinedError) as caught:
            float(figure)
        assert str(caught.value) == f"{figure.name} is undefined: {figure.reason}"

    def test_an_absent_library_is_named_with_how_to_get_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(MissingLibraryError) as caught:
            measures.degree(HARBOUR).to_pandas()
        assert str(caught.value) == (
            "this needs pandas, which is not installed; install it with: pip install 'netdeps[pandas]'"
        )

    def test_an_absent_file_is_named(self, tmp_path):
        with pytest.raises(FileError) as caught:
            formats.read(tmp_path / "harbour.yaml")
        assert str(caught.value) == f"{tmp_path}/harbour.yaml: there is no such file."

    def test_a_wrong_record_names_the_field_and_what_it_takes(self):
        with pytest.raises(InvalidRecordsError) as caught:
            Organisation(id="pilots", levels=["goverment"])
        assert str(caught.value) == (
            "Organisation: 1 problem\n"
            "  levels[1]: 'goverment' was found; "
            "one of 'governing', 'management', 'operational' is expected. "
            "Did you mean 'governing'?"
        )


class TestAPlace:
    @pytest.mark.parametrize(
        ("place", "shown"),
        [
            (Place(), ""),
            (Place("contacts[3].level"), "contacts[3].level"),
            (Place("contacts[3].level", line=14), "line 14, contacts[3].level"),
            (Place(file="case.yaml", line=14), "case.yaml, line 14"),
            (Place("level", "case.yaml", 14), "case.yaml, line 14, level"),
            (Place(line=0), "line 0"),
        ],
    )
    def test_it_says_what_it_knows_from_the_outside_in(self, place, shown):
        assert str(place) == shown


class TestAProblem:
    def test_it_says_where_what_was_found_what_was_expected_and_what_to_try(self):
        problem = Problem(Place("name", line=2), "5 was found", "text is expected", "Quote it.")
        assert str(problem) == "line 2, name: 5 was found; text is expected. Quote it."

    def test_it_says_nothing_of_a_place_or_a_repair_that_it_does_not_know(self):
        problem = Problem(Place(), "5 was found", "text is expected")
        assert str(problem) == "5 was found; text is expected."


def problems(count):
    return [
        Problem(Place(f"contacts[{n}]"), "5 was found", "text is expected")
        for n in range(1, count + 1)
    ]


class TestSeveralProblems:
    def test_all_are_listed_under_the_file(self):
        assert str(InvalidRecordsError(problems(2), "case.yaml")) == (
            "case.yaml: 2 problems\n"
            "  contacts[1]: 5 was found; text is expected.\n"
            "  contacts[2]: 5 was found; text is expected."
        )

    def test_one_problem_is_one_problem(self):
        assert str(InvalidRecordsError(problems(1))) == (
            "1 problem\n  contacts[1]: 5 was found; text is expected."
        )

    def test_fifty_are_shown_in_full(self):
        shown = str(InvalidRecordsError(problems(50))).splitlines()
        assert shown[0] == "50 problems"
        assert shown[-1] == "  contacts[50]: 5 was found; text is expected."

    def test_of_more_than_fifty_the_rest_is_counted_and_kept(self):
        error = InvalidRecordsError(problems(53))
        shown = str(error).splitlines()
        assert shown[0] == "53 problems"
        assert shown[-2] == "  contacts[50]: 5 was found; text is expected."
        assert shown[-1] == "  … and 3 more"
        assert error.problems == tuple(problems(53))

    def test_the_error_reaches_another_process_whole(self):
        error = InvalidRecordsError(problems(2), "case.yaml")
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(again), again.problems, again.source) == (
            InvalidRecordsError,
            error.problems,
            "case.yaml",
        )


class TestShowingARefusedValue:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("goverment", "'goverment'"),
            ("", "''"),
            (5, "5"),
            (["a"], "['a']"),
            ("x" * 60, f"'{'x' * 60}'"),
            ("x" * 61, f"'{'x' * 59}…'"),
            ("a\nb", r"'a\u000ab'"),
            ("a\u202eb", r"'a\u202eb'"),
            ("a\u2066b", r"'a\u2066b'"),
            ("a\ud800b", r"'a\ud800b'"),
            ("café 😀", "'café 😀'"),
        ],
    )
    def test_it_is_short_on_one_line_and_hides_nothing(self, value, shown):
        assert quoted(value) == shown

    def test_a_number_of_thousands_of_digits_is_shown_short(self):
        assert len(quoted(16**5000)) <= 62


class TestASuggestion:
    def test_the_nearest_name_is_suggested(self):
        assert did_you_mean("goverment", ["management", "governing"]) == "Did you mean 'governing'?"

    def test_nothing_is_suggested_when_no_name_is_near(self):
        assert did_you_mean("xyz", ["management", "governing"]) == ""

    def test_a_number_can_be_near_a_name(self):
        assert did_you_mean(2021, ["2022"]) == "Did you mean '2022'?"

    def test_twelve_names_are_listed_and_the_rest_is_counted(self):
        names = [f"org-{number}" for number in range(1, 15)]
        assert one_of(names) == (
            "'org-1', 'org-2', 'org-3', 'org-4', 'org-5', 'org-6', 'org-7', 'org-8', 'org-9', "
            "'org-10', 'org-11', 'org-12' and 2 more"
        )
        assert one_of(names[:12]).endswith("'org-12'")

    def test_where_there_are_no_names_it_says_so(self):
        assert str(unknown_name("statement", "d1", [])) == (
            "statement 'd1' is not known; there are none."
        )

    def test_without_a_near_name_it_only_lists(self):
        assert str(unknown_name("statement", "d1", ["xyz"])) == (
            "statement 'd1' is not known; known are 'xyz'."
        )


class Unseen:
    """Something that says nothing about itself."""

    def __repr__(self):
        raise RuntimeError


class TestCheckingAnOption:
    @pytest.mark.parametrize("found", [["up"], {"up"}, np.array(["up", "down"]), Unseen(), None])
    def test_only_a_word_is_known(self, found):
        with pytest.raises(OptionError, match=r"^the side .* is not known; known are 'up', 'down'"):
            check_option("side", found, ["up", "down"])

    def test_what_cannot_be_shown_is_named_by_its_sort(self):
        assert quoted(Unseen()) == "something of the type Unseen"

    @pytest.mark.parametrize("found", [0, 7, 10**400])
    def test_a_count_can_be_any_whole_number(self, found):
        assert check_count("times", found, 0) is None
        with pytest.raises(OptionError):
            check_count("times", -1 - found, 0)

    @pytest.mark.parametrize(
        ("found", "bounds"), [(0, "at least 1"), (6.0, "at least 1"), (1001, "at most 1,000")]
    )
    def test_a_count_stays_within_its_bounds(self, found, bounds):
        with pytest.raises(OptionError) as caught:
            check_count("times", found, most=1000)
        assert str(caught.value) == (
            f"times={found} was asked for; a whole number of {bounds} is expected."
        )

    def test_draws_have_a_seed_and_an_end(self):
        check_draws("times", MOST_DRAWN, 0)
        for times, seed in [(MOST_DRAWN + 1, 0), (0, 0), (1, -1), (1, None)]:
            with pytest.raises(OptionError):
                check_draws("times", times, seed)

    def test_a_mapping_is_told_from_pairs(self):
        check_mapping("prices", {}, "prices are expected")
        with pytest.raises(OptionError) as caught:
            check_mapping("prices", [("a", 1)], "prices are expected")
        assert str(caught.value) == "prices=[('a', 1)] is no mapping; prices are expected."
