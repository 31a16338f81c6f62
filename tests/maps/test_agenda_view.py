"""What the map knows of tables and issues: who sits where, what lies where, and what is missing."""

from __future__ import annotations

import pytest
from maps.agenda_cases import SEEN, TABLE, crowded, harbour, hostile
from maps.test_page import HOSTILE, SCRIPT, data_of, rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.maps.seating import MOST_ASIDE
from netdeps.measures import issue_gaps, mandate_gaps, table_cover, tables_without_issues
from netdeps.model import LANGUAGES, Network


def html_of(network: Network, audience: str = "table", **wishes) -> str:
    return Map(**wishes).html(edition(network, audience))


def names(html: str) -> list[str]:
    """Give the id of every shape, in the order of their numbers; the pot has none."""
    return [
        *(row["id"] for row in rows_of(html, "organisations")),
        *(extra.get("id", "pot") for extra in data_of(html)["extras"]),
    ]


def named(html: str, name: str, *columns: str) -> dict[str, tuple[object, ...]]:
    """Give some columns of a table, with ids for numbers."""
    ids = names(html)

    def plain(cell: object) -> object:
        if isinstance(cell, list) and all(isinstance(one, int) for one in cell):
            return tuple(ids[one] for one in cell)
        return cell

    return {row["id"]: tuple(plain(row[one]) for one in columns) for row in rows_of(html, name)}


def nodes(network: Network) -> list[dict]:
    return Map().editable(edition(network, "table")).nodes


@pytest.fixture
def page() -> str:
    return html_of(harbour())


def test_who_sits_at_which_table_and_what_lies_there(page):
    found = named(page, "agenda_tables", "name", "level", "per_year", "members", "issues")
    assert found == {
        "council": ("Bestuurstafel", "governing", 4, ("city", "homes"), ("quay", "tide")),
        "floor": ("floor", "operational", None, ("care", "city"), ()),
    }


def test_who_is_involved_and_sits_at_none_of_the_tables(page):
    found = named(page, "issues", "tables", "involved", "apart")
    assert found == {
        "quay": (("council",), ("care", "city"), ("care",)),
        "tide": (("council",), ("homes",), ()),
        "lock": ((), ("city", "homes"), ("city", "homes")),
    }


def test_an_owner_who_sits_elsewhere_is_apart_too():
    issue = {"id": "quay", "owner": "care", "said": TABLE}
    table = {"id": "council", "members": ["city"], "issues": ["quay"], "said": TABLE}
    html = html_of(harbour(issues=[issue], tables=[table]))
    assert named(html, "issues", "apart") == {"quay": (("care",),)}


def test_a_kind_that_is_needed_and_sits_at_none_of_the_tables_is_named_in_each_language(page):
    absent = {row["id"]: row["absent"] for row in rows_of(page, "issues")}
    assert absent == {"quay": ["zorgaanbieders", "care providers"], "tide": None, "lock": None}


@pytest.mark.parametrize("name", ["harbour", "leiden"])
def test_findings_are_those_of_the_measures(name, leiden):
    network = {"harbour": harbour(), "leiden": leiden}[name]
    shown = edition(network, "table")
    html = Map().html(shown)
    told = {row["id"]: (row["sentence"], row["question"]) for row in rows_of(html, "issues")}
    for row in issue_gaps(shown.network):
        assert told.pop(row.issue) == (
            [row.sentence(one) for one in LANGUAGES],
            [row.question(one) for one in LANGUAGES],
        )
    assert set(told.values()) <= {(None, None)}
    empty = {row["id"]: row["question"] for row in rows_of(html, "agenda_tables")}
    for found in tables_without_issues(shown.network):
        assert empty.pop(found.table) == [found.question(one) for one in LANGUAGES]
    assert set(empty.values()) <= {None}


@pytest.mark.parametrize("name", ["harbour", "leiden", "crowded"])
def test_the_needs_that_a_table_could_carry_are_those_of_the_measure(name, leiden):
    network = {"harbour": harbour(), "leiden": leiden, "crowded": crowded()}[name]
    shown = edition(network, "table")
    needs = [one.id for one in shown.network.dependencies]
    rows = {row["id"]: row for row in rows_of(Map().html(shown), "agenda_tables")}
    cover = table_cover(shown.network)
    assert {row.table for row in cover} == rows.keys()
    for row in cover:
        assert tuple(sorted(needs[at] for at in rows[row.table]["needs"])) == row.needs
        assert rows[row.table]["cover"] == pytest.approx(row.share, abs=0.0051)


def test_agreements_that_still_need_a_yes_stand_with_their_issue():
    agreement = {"id": "deal", "what": "Een plan", "who": ["city"], "issue": "quay", "said": TABLE}
    network = harbour(agreements=[agreement])
    rows = {row["id"]: row["agreements"] for row in rows_of(html_of(network), "issues")}
    (gap,) = mandate_gaps(network)
    assert rows == {"quay": [[gap.question(one) for one in LANGUAGES]], "tide": [], "lock": []}


def test_the_shapes_follow_the_organisations_and_the_pot():
    gift = {"giver": "city", "taker": "together", "resource": "geld", "said": TABLE}
    network = harbour(contributions=[gift])
    data, shapes = data_of(html_of(network)), nodes(network)
    assert [one["sort"] for one in data["extras"]] == ["pot", *["table"] * 2, *["issue"] * 3]
    assert [node["id"] for node in shapes] == [f"o{at}" for at in range(10)]
    assert len(data["layouts"]["tables"]) == 10
    assert data["layouts"]["tables"][4] is None
    assert [node["group"] for node in shapes[5:]] == ["table"] * 2 + ["loose"] + ["issue"] * 2
    assert all(one["views"] == ["tables"] for one in data["extras"][1:])


def test_a_table_says_its_level_and_how_often_it_meets(page):
    notes = [one["note"] for one in data_of(page)["extras"] if one["sort"] == "table"]
    assert notes == [
        ["bestuurlijk, 4 keer per jaar", "governing, 4 times a year"],
        ["uitvoerend", "operational"],
    ]


def test_shapes_do_not_stand_on_one_another():
    for network in (harbour(), crowded()):
        places = [tuple(one) for one in data_of(html_of(network))["layouts"]["tables"] if one]
        near = [
            (a, b)
            for i, a in enumerate(places)
            for b in places[i + 1 :]
            if abs(a[0] - b[0]) < 30 and abs(a[1] - b[1]) < 30
        ]
        assert near == []


def test_a_table_stands_nearer_to_who_sits_there_than_to_others():
    html = html_of(crowded())
    places = data_of(html)["layouts"]["tables"]
    first = 60

    def mean(who: list[int], at: list[int]) -> float:
        far = [
            ((places[one][0] - at[0]) ** 2 + (places[one][1] - at[1]) ** 2) ** 0.5 for one in who
        ]
        return sum(far) / len(far)

    for number, row in enumerate(rows_of(html, "agenda_tables")):
        others = [who for who in range(52) if who not in row["members"]]
        at = places[first + number]
        assert mean(row["members"], at) < mean(others, at)


def test_who_sits_nowhere_stands_aside_and_very_many_are_not_drawn():
    data = data_of(html_of(harbour()))
    assert data["aside"] == [3]
    assert data["layouts"]["tables"][3] is not None
    many = data_of(html_of(crowded(60 + MOST_ASIDE, aside=MOST_ASIDE + 1)))
    places = many["layouts"]["tables"]
    assert len(many["aside"]) > MOST_ASIDE
    assert all(places[who] is None for who in many["aside"])
    assert None not in [places[who] for who in range(len(places)) if who not in many["aside"]]


def test_a_part_of_who_sits_at_a_table_does_not_stand_aside():
    parts = [
        *({"id": one, **SEEN} for one in ("care", "city", "homes", "mill")),
        {"id": "desk", "part_of": "city", **SEEN},
        {"id": "wheel", "part_of": "mill", **SEEN},
    ]
    html = html_of(harbour(organisations=parts))
    ids = names(html)
    assert [ids[who] for who in data_of(html)["aside"]] == ["mill", "wheel"]


def test_without_tables_and_issues_there_is_nothing_of_them():
    data = data_of(html_of(harbour(tables=[], issues=[])))
    assert data["extras"] == []
    assert data["layouts"]["tables"] == []
    assert {"agenda_tables", "issues"}.isdisjoint(one["name"] for one in data["tables"])


def test_what_an_edition_hides_is_nowhere_on_the_page():
    hidden = {"visibility": "facilitator"}
    network = harbour(
        tables=[
            {"id": "t-open", "name": "Opentafel", "members": ["city"], "said": TABLE},
            {
                "id": "t-geheim",
                "name": "Geheimtafel",
                "members": ["care"],
                "issues": ["i-open"],
                "said": hidden,
            },
        ],
        issues=[
            {"id": "i-open", "involved": ["city"], "depends_on": ["i-geheim"], "said": TABLE},
            {"id": "i-geheim", "title": "Geheimopgave", "said": hidden},
        ],
        agreements=[
            {"id": "a", "what": "Geheimakkoord", "who": ["city"], "issue": "i-open", "said": hidden}
        ],
    )
    html = html_of(network)
    assert "geheim" not in html.lower()
    assert named(html, "issues", "tables", "apart", "depends_on") == {"i-open": ((), ("city",), ())}
    assert "geheim" in html_of(network, "facilitator").lower()


def test_who_may_not_be_seen_sits_at_no_table_on_the_page():
    hidden = {"visibility": "facilitator"}
    parties = [
        {"id": "city", "name": "Gemeente Haven"},
        {"id": "care", "name": "Geheimzorg", "said": hidden},
        {"id": "homes"},
        {"id": "mill"},
    ]
    network = harbour(organisations=parties)
    shown = edition(network.without(["care"]), "table")
    html = Map().html(shown)
    assert "Geheimzorg" not in html
    assert named(html, "agenda_tables", "members")["floor"] == (("city",),)


def test_the_tables_stand_in_words_on_the_page_without_a_script(page):
    own = SCRIPT.sub("", page)
    assert "Overlegtafels" in own
    assert "<td>Bestuurstafel" in own
    assert ">De kade, Het tij<" in own
    assert ">31 december 2026<" in own
    assert ">zorgaanbieders<" in own
    assert ">Welke opgave zou gebruik kunnen maken van floor?<" in own


def test_hostile_names_never_become_markup():
    html = html_of(hostile(), "facilitator")
    scripts = SCRIPT.findall(html)
    assert len(scripts) == 3
    assert "<" not in scripts[0][1]
    outside = SCRIPT.sub("", html)
    assert "<img" not in outside
    assert "<svg onload" not in outside
    titles = [one["name"][0] for one in data_of(html)["extras"]]
    assert titles == [f"{text} {at}" for _ in range(2) for at, text in enumerate(HOSTILE)]


def test_a_line_of_this_view_can_be_changed_or_taken_away_in_python():
    changed = Map().editable(edition(harbour(), "table"))
    sets = [edge["set"] for edge in changed.edges]
    assert [sets.count(one) for one in ("seats", "treated", "involved", "before")] == [4, 2, 5, 1]
    first = sets.index("seats")
    changed.edges[first]["color"] = "#123456"
    del changed.edges[sets.index("before")]
    data = data_of(changed.generate_html())
    assert [one["color"] for one in data["edges"]] == ["#123456"]
    assert [one[0] for one in data["gone"]] == ["before"]


def test_pyvis_itself_shows_tables_issues_and_who_is_missing_there():
    found = Map(view="tables").to_pyvis(edition(harbour(), "table"))
    assert [node["label"] for node in found.nodes[4:]] == [
        "Bestuurstafel",
        "floor",
        "De sluis",
        "De kade",
        "Het tij",
    ]
    assert {node["shape"] for node in found.nodes[4:]} == {"box", "ellipse"}
    dashed = [edge["title"] for edge in found.edges if edge.get("color") == "#b3261e"]
    dash = "\N{EN DASH}"
    assert dashed == [
        f"Gemeente Haven {dash} De sluis",
        f"Woonhaven {dash} De sluis",
        f"Zorg aan de Kade {dash} De kade",
    ]


def test_other_views_stand_where_they_stood_without_tables():
    both = (harbour(tables=[], issues=[]), harbour())
    plain, full = (nodes(network)[:4] for network in both)
    assert plain == full
