"""Numbers, dates and lists in the manner of a language."""

import datetime as dt

import pytest

from netdeps.words import day, listing, number, visible
from netdeps.words.writing import plural


@pytest.mark.parametrize(
    ("value", "digits", "dutch", "english"),
    [
        (1234.5, 2, "1.234,5", "1,234.5"),
        (0.125, 3, "0,125", "0.125"),
        (2 / 3, 2, "0,67", "0.67"),
        (2.0, 2, "2", "2"),
        (1234.5, 0, "1.234", "1,234"),
        (-3.25, 2, "-3,25", "-3.25"),
        (0, 2, "0", "0"),
    ],
)
def test_a_number_has_the_marks_of_its_language(value, digits, dutch, english):
    assert number(value, "nl", digits=digits) == dutch
    assert number(value, "en", digits=digits) == english


@pytest.mark.parametrize(
    ("value", "digits", "dutch", "english"),
    [
        (0.0042, 2, "0,0042", "0.0042"),
        (0.00421, 2, "0,0042", "0.0042"),
        (-0.0000317, 2, "-0,000032", "-0.000032"),
        (0.00999, 2, "0,01", "0.01"),
        (0.00999, 3, "0,01", "0.01"),
        (0.0004, 3, "0,0004", "0.0004"),
        (0.014, 2, "0,01", "0.01"),
        (0.01, 2, "0,01", "0.01"),
        (0.25, 0, "0,25", "0.25"),
        (1e-20, 2, "0,00000000000000000001", "0.00000000000000000001"),
        (0.0, 2, "0", "0"),
    ],
)
def test_what_is_not_nothing_never_reads_as_0(value, digits, dutch, english):
    assert number(value, "nl", digits=digits) == dutch
    assert number(value, "en", digits=digits) == english


def test_a_number_of_more_digits_than_decimals_hold_is_written_out():
    assert number(1e30, "en") == "1" + ",000" * 10


def test_a_number_has_two_digits_where_nobody_says_how_many():
    assert number(1 / 3, "en") == "0.33"


@pytest.mark.parametrize(
    ("items", "dutch", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b, and c"),
    ],
)
def test_a_list_has_the_joining_word_of_its_language(items, dutch, english):
    assert listing(items, "nl") == dutch
    assert listing(iter(items), "en") == english


def test_a_date_is_written_in_full():
    date = dt.date(2019, 3, 1)
    assert (day(date, "nl"), day(date, "en")) == ("1 maart 2019", "March 1, 2019")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_one_is_one(language):
    forms = {value: plural(value, language) for value in (0, 1, 2, 11, 101)}
    assert forms == {0: "other", 1: "one", 2: "other", 11: "other", 101: "other"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gemeente Haven", "Gemeente Haven"),
        ("two\nlines\tand\u00a0more", "two lines and more"),
        ("\x1b[31mred\x07", "[31mred"),
        ("turned\u202e around", "turned around"),
        ("\ufeffCafé 😀 żółć", "Café 😀 żółć"),
        ("joined \U0001f469\u200d\U0001f4bb", "joined \U0001f469\u200d\U0001f4bb"),
    ],
    ids=["plain", "white space", "terminal", "direction", "accents", "joiner"],
)
def test_what_would_change_the_text_around_it_is_left_out(text, shown):
    assert visible(text) == shown
