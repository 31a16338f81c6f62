"""One figure for the whole network: a number, or the reason why there is none."""

import json
import math
import sys

import pytest

from netdeps.errors import MissingLibraryError, UndefinedError
from netdeps.results import About, Figure, Number, Undefined
from netdeps.words import Phrase

ABOUT = About(
    name="congruence", definition=Phrase("measure.congruence"), because=("need 1",), known_share=0.5
)
REASON = Phrase("reason.nobody_asked")
HEAD = {
    "kind": "number",
    "name": "congruence",
    "definition": "Of everything that calls for contact, which share has it.",
    "caveats": [],
    "because": ["need 1"],
    "known_share": 0.5,
    "visibility": "facilitator",
}
number = Number(0.75, ABOUT, 0.5, 1.0)
undefined = Undefined(REASON, ABOUT, 0.0, 1.0)


class TestANumber:
    def test_it_is_a_plain_number(self):
        assert isinstance(number, float)
        assert isinstance(number, Figure)
        assert number == 0.75
        assert number + 1 == 1.75
        assert sorted([number, 0.5, 1.0]) == [0.5, 0.75, 1.0]
        assert repr(number) == "0.75"
        assert math.isclose(number, 3 / 4)

    def test_it_can_say_what_it_rests_on(self):
        assert (number.value, number.low, number.high) == (0.75, 0.5, 1.0)
        assert type(number.value) is float
        assert (number.name, number.because, number.known_share) == ("congruence", ("need 1",), 0.5)
        assert number.reason is None

    def test_its_bounds_may_be_unknown(self):
        bare = Number(0.0, ABOUT)
        assert (bare.low, bare.high, bare.value) == (None, None, 0.0)

    def test_as_a_dictionary_it_is_plain_data(self):
        assert json.loads(json.dumps(number.to_dict(), allow_nan=False)) == {
            **HEAD,
            "value": 0.75,
            "low": 0.5,
            "high": 1.0,
            "undefined": {},
        }

    def test_as_rows_it_is_one_row(self):
        assert number.to_rows() == [{"congruence": 0.75, "low": 0.5, "high": 1.0}]

    def test_as_a_series_it_has_its_bounds(self):
        series = number.to_pandas()
        assert series.name == "congruence"
        assert series.to_dict() == {"value": 0.75, "low": 0.5, "high": 1.0}

    def test_in_a_notebook_it_is_a_table(self):
        assert number._repr_html_() == (
            "<table><caption>congruence: Of everything that calls for contact, which share has "
            "it.</caption><thead><tr><th>congruence</th><th>low</th><th>high</th></tr></thead>"
            "<tbody><tr><td>0.75</td><td>0.5</td><td>1</td></tr></tbody></table>"
            "<ul><li>Who may see this: the facilitator alone.</li></ul>"
        )


class TestAnUndefinedFigure:
    def test_it_has_no_value_but_a_reason_and_bounds(self):
        assert undefined.value is None
        assert undefined.reason == REASON
        assert (undefined.low, undefined.high) == (0.0, 1.0)

    def test_it_counts_as_nothing(self):
        assert not undefined
        assert not isinstance(undefined, float)
        assert undefined != 0

    def test_taking_a_number_from_it_gives_the_reason(self):
        with pytest.raises(UndefinedError) as caught:
            float(undefined)
        assert str(caught.value) == (
            "congruence is undefined: nobody was asked about a contact that is called for"
        )

    def test_in_a_terminal_it_shows_the_reason(self):
        assert repr(undefined) == ("undefined: nobody was asked about a contact that is called for")

    def test_as_a_dictionary_it_is_plain_data(self):
        assert json.loads(json.dumps(undefined.to_dict(), allow_nan=False)) == {
            **HEAD,
            "value": None,
            "low": 0.0,
            "high": 1.0,
            "undefined": {"congruence": "nobody was asked about a contact that is called for"},
        }

    def test_as_rows_it_gives_the_reason(self):
        assert undefined.to_rows() == [
            {
                "congruence": None,
                "low": 0.0,
                "high": 1.0,
                "undefined": "nobody was asked about a contact that is called for",
            }
        ]

    def test_as_a_series_the_value_is_missing(self):
        series = undefined.to_pandas()
        assert series.isna().to_dict() == {"value": True, "low": False, "high": False}

    def test_in_a_notebook_it_shows_the_reason(self):
        assert "<td>nobody was asked about a contact that is called for</td>" in (
            undefined._repr_html_()
        )


@pytest.mark.parametrize("figure", [number, undefined], ids=["number", "undefined"])
def test_without_pandas_it_says_how_to_get_it(figure, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingLibraryError) as caught:
        figure.to_pandas()
    assert str(caught.value) == (
        "this needs pandas, which is not installed; install it with: pip install 'netdeps[pandas]'"
    )
