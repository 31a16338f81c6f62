"""What is different from an earlier moment: never called new or gone where nobody was asked."""

from __future__ import annotations

from maps.test_page import rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import Network

EVERYBODY = ("care", "corporation", "municipality", "welfare")


def heard(*who: str) -> list[dict]:
    asked = ["contacts", "dependencies", "contributions"]
    return [{"organisation": one, "asked": asked, "said": said(one)} for one in who]


def said(by: str) -> dict:
    return {"by": by, "setting": "interview", "visibility": "table"}


def contact(a: str, b: str, level: str) -> list[dict]:
    return [{"between": [a, b], "level": level, "said": said(who)} for who in (a, b)]


def moment(date: str, *, ids: tuple[str, ...] = EVERYBODY, **lists: list[dict]) -> Network:
    organisations = [{"id": one, "name": one.title(), "said": said(one)} for one in ids]
    return Network(name="Harbour", date=date, organisations=organisations, **lists)


def page(before: Network, now: Network, **wishes: str) -> str:
    shown, earlier = (edition(one, "table") for one in (now, before))
    return Map(language="en", **wishes).html(shown, before=earlier)


def changes(before: Network, now: Network) -> set[tuple]:
    html = page(before, now)
    names = [row["name"] for row in rows_of(html, "organisations")]

    def name(who: int) -> str:
        return names[who] if who < len(names) else "gone"

    return {
        (row["change"], row["of"], name(row["first"]), name(row["second"]), *row["levels"])
        for row in rows_of(html, "changes")
    }


def test_contact_that_was_denied_and_is_now_told_came_at_that_level():
    before = moment(
        "2018-06-01",
        interviews=heard(*EVERYBODY),
        contacts=contact("care", "corporation", "operational"),
    )
    now = moment(
        "2019-03-01",
        interviews=heard(*EVERYBODY),
        contacts=[
            *contact("care", "corporation", "operational"),
            *contact("care", "corporation", "governing"),
        ],
    )
    assert changes(before, now) == {
        ("came", "contact", "Care", "Corporation", "governing"),
        ("stayed", "contact", "Care", "Corporation", "operational"),
    }
    assert {row[0] for row in changes(now, before)} == {"went", "stayed"}


def test_contact_that_nobody_was_asked_about_is_neither_new_nor_gone():
    told = moment("2018-06-01", contacts=contact("care", "corporation", "governing"))
    silent = moment(
        "2019-03-01",
        dependencies=[
            {
                "depender": "care",
                "dependum": "dwellings",
                "dependees": ["corporation"],
                "said": said("care"),
            }
        ],
    )
    assert ("untold", "contact", "Care", "Corporation", "governing") in changes(told, silent)
    assert ("known", "contact", "Care", "Corporation", "governing") in changes(silent, told)


def test_contact_that_became_disputed_did_not_go():
    both = contact("care", "corporation", "governing")
    denied = {**both[1], "exists": False}
    agreed, disputed = (
        moment(date, interviews=heard(*EVERYBODY), contacts=contacts)
        for date, contacts in (("2018-06-01", both), ("2019-03-01", [both[0], denied]))
    )
    assert changes(agreed, disputed) == {("untold", "contact", "Care", "Corporation", "governing")}
    assert changes(disputed, agreed) == {("known", "contact", "Care", "Corporation", "governing")}


def test_a_need_is_gone_only_where_who_needs_was_heard_again():
    need = {
        "depender": "care",
        "dependum": "dwellings",
        "dependees": ["corporation"],
        "said": said("care"),
    }
    before = moment("2018-06-01", interviews=heard("care"), dependencies=[need])
    again, silent = moment("2019-03-01", interviews=heard("care")), moment("2019-03-01")
    assert changes(before, again) == {("went", "need", "Care", "Corporation")}
    assert changes(before, silent) == {("untold", "need", "Care", "Corporation")}
    assert changes(again, before) == {("came", "need", "Care", "Corporation")}


def test_what_is_brought_is_followed_too():
    gift = {"giver": "care", "taker": "corporation", "resource": "time", "said": said("care")}
    before = moment("2018-06-01", interviews=heard("care"))
    now = moment("2019-03-01", contributions=[gift, {**gift, "taker": "together"}])
    assert changes(before, now) == {("came", "gift", "Care", "Corporation")}


def test_who_is_not_on_the_later_map_stands_on_it_as_who_was():
    lines = contact("care", "welfare", "governing")
    before = moment("2018-06-01", contacts=lines)
    now = moment("2019-03-01", ids=EVERYBODY[:3])
    html = page(before, now)
    assert changes(before, now) == {("untold", "contact", "Care", "gone", "governing")}
    assert "Welfare" in html
    assert "Welfare" not in Map().html(edition(now, "table"))


def test_who_is_gone_has_a_shape_of_its_own_beside_everybody_else():
    before = moment("2018-06-01", contacts=contact("care", "welfare", "governing"))
    now = moment("2019-03-01", ids=EVERYBODY[:3])
    shown, earlier = (edition(one, "table") for one in (now, before))
    shapes = Map().editable(shown, before=earlier).nodes
    assert [shape["id"] for shape in shapes] == ["o0", "o1", "o2", "o3"]
    assert shapes[3]["shapeProperties"] == {"borderDashes": [4, 3]}
    places = {(shape["x"], shape["y"]) for shape in shapes}
    assert len(places) == 4


def test_two_times_the_same_moment_changed_nothing(leiden):
    shown = edition(leiden, "table")
    found = rows_of(Map().html(shown, before=shown), "changes")
    assert {row["change"] for row in found} == {"stayed"}


def test_what_the_audience_may_not_see_of_the_earlier_moment_is_not_in_the_file():
    secret = {"depender": "care", "dependum": "a secret", "dependees": ["corporation"]}
    before = moment("2018-06-01", dependencies=[{**secret, "said": {"by": "care"}}])
    assert "a secret" not in page(before, moment("2019-03-01"))
