"""What an edition tells that the facilitator may not have meant to tell."""

import sys

import pytest
from hypothesis import given
from strategies import networks

from netdeps import Network
from netdeps.cli import main
from netdeps.editions import told_by_one

PAIR = ("care", "city")


def told(by, setting="interview", visibility="table", **fields):
    said = {"by": by, "setting": setting, "visibility": visibility}
    return {"between": ["city", "care"], "said": said, **fields}


def found(*contacts):
    parties = [{"id": one} for one in ("care", "city", "homes")]
    return told_by_one(Network(organisations=parties, contacts=contacts))


@pytest.mark.parametrize("setting", ["interview", "bilateral"])
def test_a_contact_that_one_of_the_two_told_one_to_one_is_named(setting):
    assert found(told("care", setting)) == (PAIR,)


@pytest.mark.parametrize("by", ["homes", "outside", None])
def test_what_somebody_else_told_is_not(by):
    assert found(told(by)) == ()


def test_what_both_told_is_not_also_where_the_table_does_not_see_it_of_one():
    assert found(told("care"), told("city")) == ()
    assert found(told("care"), told("city", visibility="facilitator")) == ()


def test_what_the_other_denied_is():
    assert found(told("care"), told("city", exists=False)) == (PAIR,)


@pytest.mark.parametrize("setting", ["table", "document", None])
def test_what_was_told_openly_is_not(setting):
    assert found(told("care", setting)) == ()
    assert found(told("care"), told("homes", setting)) == ()


def test_what_the_table_does_not_see_is_not():
    assert found(told("care", visibility="facilitator")) == ()
    assert found(told("care", exists=False)) == ()


@given(networks(min_size=2, most=3))
def test_every_pair_that_is_named_is_in_contact_for_the_table(network):
    seen = {
        one.pair for one in network.contacts if one.exists and one.said.visibility != "facilitator"
    }
    assert seen.issuperset(told_by_one(network))


def test_netdeps_check_names_them(tmp_path, monkeypatch, capsys):
    path = tmp_path / "port.yaml"
    path.write_text(
        "netdeps: 1\nname: Port\nlanguage: en\norganisations:\n- {id: care, name: Care}\n- {id: city}\n"
        "contacts:\n- {between: [care, city], said: {by: care, setting: interview, visibility: table}}\n"
    )
    monkeypatch.setattr(sys, "argv", ["netdeps", "check", str(path)])
    with pytest.raises(SystemExit):
        main()
    assert (
        "Of 1 contact the table reads what one of the two told in an interview, and the other did "
        "not: Care – city. Ask the other too, or keep it for yourself.\n"
    ) in capsys.readouterr().out
