"""What is withheld is found in a file, however it is written there; the rest is not."""

import base64

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from leaks.port import PORT
from leaks.writings import BYTES, LETTERS, PACKED, SINGLE_BYTE, WRITTEN
from strategies import networks
from test_editions import marked

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.leaks import search, withheld
from netdeps.leaks.budget import Budget
from netdeps.leaks.layers import Layer
from netdeps.leaks.looking import look
from netdeps.leaks.matching import Matcher, Pattern
from netdeps.model.texts import folded

CANARY = "Zx9 d’Hooge kanarie café € 9xZ"
ALL = {**WRITTEN, **PACKED}
CASE = Network(concerns=[{"theme": CANARY}])


@pytest.fixture
def looked(tmp_path):
    """Search bytes for what a case withholds from the table."""

    def find(data, network=CASE, audience="table", name="report.bin"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return search([path], network, audience)

    return find


def texts(found):
    return [one.text for one in found.hits]


def about(data):
    return b"Some words before, " + data + b" and some after.\n"


@pytest.mark.parametrize("way", ALL)
def test_it_is_found_however_it_is_written(looked, way):
    found = looked(about(ALL[way](CANARY.encode())))
    assert set(texts(found)) == {CANARY}


@pytest.mark.parametrize("way", SINGLE_BYTE)
def test_it_is_found_in_the_codings_of_western_europe(looked, way):
    text = CANARY if way == "Windows" else CANARY.replace("’", "'").replace("€", "e")
    found = looked(about(SINGLE_BYTE[way](text.encode())), Network(concerns=[{"theme": text}]))
    assert texts(found) == [text]


@pytest.mark.parametrize("way", sorted({*ALL} - {"tags"}))
def test_the_whole_of_a_file_may_be_written_so(looked, way):
    assert set(texts(looked(ALL[way](about(CANARY.encode()))))) == {CANARY}


@given(st.sampled_from(sorted(ALL)), st.sampled_from(sorted(ALL)))
def test_it_is_found_where_one_way_is_in_another(outer, inner):
    assume(not (outer in LETTERS and inner in BYTES))
    data = ALL[outer](about(ALL[inner](about(CANARY.encode()))))
    assert sought(CANARY, data)


def sought(text, data):
    matcher = Matcher([Pattern(folded(text).encode(), whole=False)])
    return list(look((Layer(data),), matcher, Budget("x")))


@pytest.mark.parametrize(
    "text",
    [
        "zx9 D'HOOGE KANARIE CAFÉ € 9XZ",
        "Zx9 d’Hooge\n   kanarie cafe\u0301\t€\u00a09xZ",
        "“Zx9 d’Hooge kanarie ca\u00adfé € 9xZ.”",
        "\uff3ax9 d’Hooge kanarie café € 9xZ",
        "Zx\u2079 d’Hooge kanarie café € 9xZ",
    ],
    ids=["capitals", "spaces and accents", "quotes and hyphens", "wide letters", "raised numbers"],
)
def test_case_spaces_accents_and_quotes_make_no_difference(looked, text):
    assert texts(looked(text)) == [CANARY]


def test_it_is_found_where_several_ways_stand_beside_each_other(looked):
    text = "Zx9 d&rsquo;Hooge <b>kanarie</b> caf\\u00e9 &euro; 9xZ"
    assert texts(looked(text)) == [CANARY]


def test_five_words_of_a_longer_text_are_enough_and_four_are_not(looked):
    text = "They told us that the whole tender was decided long before, in a car."
    network = Network(concerns=[{"theme": "x", "text": text}])
    assert texts(looked("…the whole tender was decided!", network)) == [text]
    assert texts(looked("…the tender was decided long", network)) == []
    assert looked("in 'before, in a car'", network).hits == ()
    assert looked("so 'long before, in a car'", network).hits[0].found == "long before, in a car"


def test_a_short_text_counts_as_a_word_of_its_own_only(looked):
    network = Network(concerns=[{"theme": "rival"}, {"theme": "arrivals board"}])
    assert texts(looked("On arrival we saw the rivals.", network)) == []
    assert texts(looked("My rival, there.", network)) == ["rival"]
    assert texts(looked("xarrivals boardx", network)) == ["arrivals board"]


def test_what_the_audience_sees_or_netdeps_says_proves_nothing(looked):
    network = Network(
        organisations=[{"id": "b", "name": "Bank of the North", "said": {"visibility": "table"}}],
        concerns=[{"theme": one} for one in ("the North", "governing level", "abc", "Quisling")],
    )
    found = looked("abc, the North, governing level, Quisling", network)
    assert (texts(found), found.searched, found.left_out) == (["Quisling"], 1, 3)


def test_what_stands_on_a_known_page_proves_nothing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(CANARY)
    assert search([path], CASE, "table", known=[f"<p>{CANARY}</p>"]).left_out == 1
    assert search([path], CASE, "table", known=["<p>nothing</p>"]).left_out == 0


def test_it_says_where_it_stands_in_the_file_and_in_the_case(looked, tmp_path):
    found = looked(f"one\ntwo\nthree {CANARY}\n")
    (hit,) = found.hits
    assert hit.file == str(tmp_path / "report.bin")
    assert (hit.inside, hit.line, hit.byte) == ((), 3, 14)
    assert (hit.places, hit.text) == (("concerns[1].theme",), CANARY)
    assert hit.found == "zx9 d'hooge kanarie café"


def test_it_says_in_which_part_and_behind_which_codes(looked):
    found = looked(PACKED["nested zip"](b"\n\n" + base64.b64encode(CANARY.encode())))
    (hit,) = found.hits
    assert hit.inside == ("zip: word/document.xml", "zip: word/document.xml", "base64")
    assert (hit.line, hit.byte) == (3, 2)


def test_a_name_of_a_file_is_searched_too(looked):
    found = looked("nothing", name=f"{CANARY}.txt")
    assert [(one.text, one.inside) for one in found.hits] == [(CANARY, ("file name",))]


def test_exact_days_are_found_in_every_way_and_months_are_not(looked):
    network = Network(concerns=[{"theme": "x", "said": {"date": "2021-02-17"}}])
    for text in ("2021-02-17", "17 februari 2021", "February 17, 2021", "17-02-2021"):
        assert texts(looked(f"on {text}.", network)) == ["2021-02-17"]
    assert texts(looked("117 februari 2021, 2021-02-01", network)) == []


def test_it_is_found_wherever_it_stands_in_a_large_text(looked):
    first, second = CANARY.split(" kanarie ")
    assert texts(looked(f"{'x ' * 2**19} {first}\nkanarie {second}")) == [CANARY]
    for place in range(2**19 - 12, 2**19 + 2):
        assert texts(looked("," * place + CANARY)) == [CANARY]


def test_each_text_is_told_once_for_each_part(looked):
    found = looked(about(CANARY.encode()) * 3 + PACKED["zip"](CANARY.encode()))
    assert [one.inside for one in found.hits] == [(), ("zip: word/document.xml",)]


def test_files_are_told_apart(tmp_path):
    for name, text in (("a", "nothing"), ("b", CANARY)):
        (tmp_path / name).write_text(text)
    found = search([tmp_path / "a", tmp_path / "b"], CASE, "table")
    assert [one.file for one in found.hits] == [str(tmp_path / "b")]


def test_one_file_that_is_not_in_a_list_is_refused():
    with pytest.raises(OptionError) as caught:
        search("report.txt", CASE, "table")
    assert str(caught.value) == "search takes a list of files; put the file in a list."


@given(networks(min_size=1, most=2), st.sampled_from(sorted(ALL)))
def test_a_mark_in_every_text_of_a_case_is_found(tmp_path_factory, network, way):
    path = tmp_path_factory.mktemp("any") / "file"
    told = network.replaced(
        {name: [marked(row, CANARY) for row in rows] for name, rows in network.lists.items()}
    )
    hidden = [one for one in withheld(told, "public") if CANARY in one.text]
    assume(hidden)
    path.write_bytes(about(ALL[way]("\n".join(one.text for one in hidden).encode())))
    assert {one.text for one in hidden} <= {*texts(search([path], told, "public"))}


def test_every_withheld_text_of_a_case_is_found_and_nothing_is_without_it(looked):
    whole = [f"{one.text}" for one in withheld_of(PORT)]
    assert sorted(texts(looked("\n".join(whole), PORT))) == sorted(
        one for one in whole if one != "c-17"
    )
    assert looked("Care has a line.", PORT).hits == ()


def withheld_of(network):
    return withheld(network, "table")
