"""The map for the public tells who needs whom, and neither what is missing nor how badly."""

import pytest

from netdeps import Network, edition
from netdeps.errors import OptionError
from netdeps.maps import Map

PUBLIC = {"visibility": "public"}
CASE = Network(
    name="Port",
    language="en",
    organisations=[{"id": one, "name": one.title(), "said": PUBLIC} for one in ("care", "homes")],
    interviews=[{"organisation": "care", "asked": ["contacts", "dependencies"], "said": PUBLIC}],
    dependencies=[
        {"depender": "care", "dependum": "land", "dependees": ["homes"], "said": PUBLIC}
    ],
    contributions=[
        {"giver": "care", "taker": "homes", "resource": "time", "amount": 4, "said": PUBLIC}
    ],
    issues=[
        {"id": "flow", "title": "Flow", "owner": "care", "urgency": 1, "mandate_level": "governing",
         "requires_kinds": ["municipality"], "involved": ["homes"], "said": PUBLIC}
    ],
    tables=[{"id": "cycle", "level": "governing", "members": ["care"], "said": PUBLIC}],
)  # fmt: skip
JUDGED = {"gaps", "questions", "kinds"}


def tables(audience, **look):
    """Give what a page is made of, and its tables by name with their rows as they were listed."""
    drawn = Map(**look)._drawn(edition(CASE, audience), None)
    return drawn.facts, {one.name: one for one in drawn.tables}


def rows(table):
    names = [name for name, _ in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_it_has_no_list_of_what_is_missing_and_the_table_has():
    _, table = tables("table")
    assert table["gaps"].rows
    assert {"power", "balance"} <= table.keys()
    data, public = tables("public")
    assert [public[name].rows for name in sorted(JUDGED)] == [(), (), ()]
    assert not {"power", "indirect", "exchange", "balance", "across"} & public.keys()
    assert data["stories"] == []
    assert public["dependencies"].rows == table["dependencies"].rows


def test_an_issue_has_no_word_on_what_it_lacks():
    judged = ("apart", "absent", "mandate_level", "sentence", "question", "agreements")
    ((seen,), (open_,)) = (rows(tables(one)[1]["issues"]) for one in ("table", "public"))
    assert all(seen[name] for name in judged if name != "agreements")
    assert not any(open_[name] for name in judged)
    assert open_["issue"] == "Flow"


def test_a_table_has_no_level_and_no_question():
    _, found = tables("public")
    (row,) = rows(found["agenda_tables"])
    assert (row["level"], row["cover"], row["question"]) == (None, None, None)
    assert row["members"] == (0,)


@pytest.mark.parametrize("view", ["gaps", "power", None])
def test_it_opens_with_who_needs_whom(view):
    assert tables("public", view=view)[0]["view"] == "dependencies"
    assert tables("table", view="gaps")[0]["view"] == "gaps"


def test_another_view_stays_what_it_was_asked_to_be():
    assert tables("public", view="contacts")[0]["view"] == "contacts"


@pytest.mark.parametrize("look", [{"highlight": "contact_gaps"}, {"size_by": "degree"}])
def test_a_measure_that_is_not_for_the_public_is_on_no_map_for_it(look):
    with pytest.raises(OptionError, match="it has no edition for 'public'"):
        Map(**look).html(edition(CASE, "public"))


@pytest.mark.browser
def test_the_page_offers_no_view_of_what_is_missing_and_counts_none(open_page, leiden):
    for audience, offered in (("table", True), ("public", False)):
        opened = open_page(Map(language="en").html(edition(leiden, audience)), at="#view=gaps")
        assert ("Missing contact" in opened.text("#view-choices")) is offered
        assert opened.look("document.querySelectorAll('#view-choices input').length") >= 4
        assert ("has contact" in opened.text("#headline")) is offered
        assert opened.look("document.getElementById('story').hidden") is not offered
        for view in ("contacts", "contributions", "tables"):
            opened.page.evaluate(f"location.hash = 'view={view}'")


def test_not_a_word_on_what_is_missing_stands_in_the_page():
    for words in ("no contact is known", "is not complete yet"):
        assert words in Map().html(edition(CASE, "table"))
        assert words not in Map().html(edition(CASE, "public"))
