from __future__ import annotations

import json

import pytest
from maps.map_cases import invented
from maps.test_page import HOSTILE, data_of, hostile_network, unpacked
from pyvis.network import Network as Pyvis

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.maps.networks import stock
from netdeps.model import Network

CDN = "https://cdn.jsdelivr.net/"


def plain(network: Network, **wishes) -> Pyvis:
    return Map(**wishes).to_pyvis(edition(network, "facilitator"))


def two(**fields) -> Network:
    return Network(organisations=[{"id": "care", "name": "Zorg"}, {"id": "housing"}], **fields)


@pytest.fixture
def meeting() -> Network:
    """Make a case with a line of every sort."""
    need = {"depender": "care", "dependum": "woningen", "dependees": ["housing"], "importance": 3}
    back = {"depender": "housing", "dependum": "begeleiding", "dependees": ["care"]}
    said = {"by": "care"}
    return two(
        dependencies=[need, back],
        contacts=[{"between": ["care", "housing"], "level": "operational", "said": said}],
        contributions=[
            {"giver": "care", "taker": "housing", "resource": "tijd"},
            {"giver": "care", "taker": "together", "resource": "geld"},
        ],
        interviews=[{"organisation": "care", "asked": ["contacts", "dependencies"], "said": said}],
    )


def lines(network: Pyvis) -> list[tuple[str, str]]:
    return [(edge["from"], edge["to"]) for edge in network.edges]


class TestPyvisItself:
    def test_it_is_a_network_of_pyvis_and_of_nothing_else(self, leiden_table):
        found = Map().to_pyvis(leiden_table)
        assert type(found) is Pyvis
        assert (found.directed, found.cdn_resources, found.heading) == (True, "in_line", "")

    def test_each_organisation_has_its_name_its_place_and_its_own_id_as_data(self, leiden_table):
        ours, found = Map().editable(leiden_table), Map().to_pyvis(leiden_table)
        assert [node["netdeps_id"] for node in found.nodes] == list(leiden_table.network.ids)
        assert [node["id"] for node in found.nodes] == [f"o{at}" for at in range(13)]
        assert [(node["x"], node["y"]) for node in found.nodes] == [
            (node["x"], node["y"]) for node in ours.nodes[:13]
        ]
        names = [node["label"].replace("\n", " ") for node in found.nodes]
        assert names == [leiden_table.network.names[one] for one in leiden_table.network.ids]
        assert found.get_node("o3")["title"] == "Zorgaanbieder A\nzorgaanbieder"

    def test_nothing_moves(self, leiden_table):
        found = Map().to_pyvis(leiden_table)
        assert found.options["physics"] == {"enabled": False}

    def test_shapes_and_colours_are_those_of_the_map(self, leiden_table):
        found = Map().to_pyvis(leiden_table)
        city = next(node for node in found.nodes if node["netdeps_id"] == "leiden")
        assert (city["shape"], city["color"]["background"]) == ("square", "#0072b2")
        assert all("group" not in node and "image" not in node for node in found.nodes)

    def test_a_measure_and_a_ring_are_seen_in_it(self, leiden_table):
        found = Map(colour_by="betweenness", highlight=["leiden"]).to_pyvis(leiden_table)
        city = next(node for node in found.nodes if node["netdeps_id"] == "leiden")
        assert (city["color"]["background"], city["borderWidth"]) == ("#1a2a60", 6)

    def test_it_has_the_lines_of_the_first_view(self, meeting):
        ways = {
            view: [edge["title"] for edge in plain(meeting, view=view).edges]
            for view in ("gaps", "dependencies", "contacts", "contributions", "power")
        }
        needs = ["Zorg \N{EN DASH} housing: woningen", "housing \N{EN DASH} Zorg: begeleiding"]
        assert ways == {
            "gaps": ["Zorg \N{EN DASH} housing: begeleiding, woningen"],
            "dependencies": needs,
            "contacts": ["Zorg \N{EN DASH} housing"],
            "contributions": [
                "Zorg \N{EN DASH} housing: tijd",
                "Zorg \N{EN DASH} de gezamenlijke pot: geld",
            ],
            "power": needs,
        }

    def test_lines_look_as_on_the_map(self, meeting):
        first, second = plain(meeting, view="dependencies").edges
        assert (first["color"], first["width"], second["width"]) == ("#76828f", 2.8, 2.1)
        assert first["smooth"]["type"] == "curvedCW"
        (gap,) = plain(meeting, view="gaps").edges
        assert (gap["color"], gap["arrows"]) == ("#b3261e", "")
        assert gap["dashes"]
        (contact,) = plain(meeting, view="contacts").edges
        assert (contact["color"], contact["width"]) == ("#1a7f64", 2.0)

    def test_a_contact_about_which_two_disagree_is_dashed(self):
        told = [
            {"between": ["care", "housing"], "exists": by == "care", "said": {"by": by}}
            for by in ("care", "housing")
        ]
        (edge,) = plain(two(contacts=told), view="contacts").edges
        assert (edge["color"], edge["dashes"]) == ("#7a3b9a", [10, 4, 2, 4])

    def test_a_contact_that_both_deny_is_no_line(self):
        told = [{"between": ["care", "housing"], "exists": False, "said": {"by": "care"}}]
        assert plain(two(contacts=told), view="contacts").edges == []

    def test_the_common_pot_is_there_where_somebody_brings_to_it(self, meeting):
        assert [node["label"] for node in plain(meeting, view="contributions").nodes] == [
            "Zorg",
            "housing",
            "de gezamenlijke\npot",
        ]
        assert len(plain(meeting, view="gaps").nodes) == 2

    def test_tables_stand_among_those_who_sit_there(self):
        table = {"id": "monthly", "name": "Maandtafel", "members": ["care", "housing"]}
        found = plain(two(tables=[table]), view="tables")
        where = {node["label"]: (node["x"], node["y"]) for node in found.nodes}
        assert where.keys() == {"Zorg", "housing", "Maandtafel"}
        assert len(set(where.values())) == 3
        assert sorted(edge["title"] for edge in found.edges) == [
            "Zorg \N{EN DASH} Maandtafel",
            "housing \N{EN DASH} Maandtafel",
        ]
        elsewhere = plain(two(tables=[table]), view="dependencies")
        assert [node["label"] for node in elsewhere.nodes] == ["Zorg", "housing"]

    def test_no_title_makes_pyvis_read_titles_as_markup(self):
        found = plain(hostile_network(), view="dependencies")
        titles = [one["title"] for one in (*found.nodes, *found.edges)]
        assert any("hr\N{ZERO WIDTH SPACE}ef" in title for title in titles)
        assert not any("href" in title for title in titles)
        assert "make a custom popup" not in found.generate_html()

    def test_options_hold_nothing_that_comes_from_a_case(self):
        one, other = (plain(network) for network in (hostile_network(), two()))
        assert one.options == other.options

    def test_numbers_are_those_of_python(self, leiden_table):
        found = Map(size_by="betweenness").to_pyvis(leiden_table)
        for one in (*found.nodes, *found.edges):
            assert json.loads(json.dumps(one, allow_nan=False)) == one

    def test_it_may_be_changed_as_pyvis_allows(self, leiden_table):
        found = Map().to_pyvis(leiden_table)
        found.add_node("new", label="Nieuw")
        found.add_edge("new", "o0", title="by hand")
        assert found.get_node("new")["label"] == "Nieuw"
        assert ("new", "o0") in lines(found)
        assert "by hand" in found.generate_html()

    def test_the_same_edition_gives_the_same_network(self, leiden_table):
        first, second = (Map().to_pyvis(leiden_table).generate_html() for _ in range(2))
        assert first == second

    def test_a_thousand_organisations_are_there_at_once(self):
        drawn = Map()._drawn(edition(invented(1000), "table"), None)
        assert len(stock(drawn).edges) > 500

    @pytest.mark.parametrize("hostile", [False, True])
    def test_the_page_of_pyvis_opens_offline_and_runs_nothing(
        self, chromium, tmp_path, leiden_table, hostile
    ):
        shown = edition(hostile_network(), "facilitator") if hostile else leiden_table
        path = tmp_path / "plain.html"
        Map(view="dependencies").to_pyvis(shown).write_html(str(path))
        context = chromium.new_context(offline=True)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda error: asked.append(f"error: {error}"))
        page.goto(path.as_uri())
        page.wait_for_function("window.network && network.body.nodeIndices.length > 0")
        count = page.evaluate("network.body.nodeIndices.length")
        at = page.evaluate("network.getPositions(['o1']).o1")
        page.mouse.move(640, 300)
        ran = page.evaluate("window.__pwned")
        context.close()
        assert count == len(shown.network.ids)
        node = Map().to_pyvis(shown).get_node("o1")
        assert at == {"x": node["x"], "y": node["y"]}
        assert ran is None
        assert [one for one in asked if not one.startswith((CDN, "file:"))] == []

    def test_it_writes_one_file_and_nothing_beside_it(self, leiden_table, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        Map().to_pyvis(leiden_table).write_html("plain.html")
        assert [path.name for path in tmp_path.iterdir()] == ["plain.html"]


class TestOurPage:
    def test_what_somebody_changes_is_in_the_page(self, leiden_table):
        network = Map().editable(leiden_table)
        network.nodes[0]["size"] = 33
        network.options["interaction"]["zoomSpeed"] = 2
        data = data_of(network.generate_html())
        assert unpacked(data["nodes"])["rows"][0]["size"] == 33
        assert data["options"]["interaction"]["zoomSpeed"] == 2

    def test_lines_that_are_as_drawn_are_not_written_again(self, leiden_table):
        data = data_of(Map().html(leiden_table))
        assert (data["edges"], data["gone"]) == ([], [])

    def test_a_line_that_is_added_changed_or_taken_away_is_written(self, leiden_table):
        network = Map().editable(leiden_table)
        taken = network.edges.pop(2)
        network.edges[0]["color"] = "#654321"
        network.add_edge("o0", "o1", color="#123456")
        data = data_of(network.generate_html())
        changed = network.edges[0]
        assert [one.get("color") for one in data["edges"]] == ["#654321", "#123456"]
        assert [data["edges"][0][name] for name in ("set", "from", "to")] == [
            changed[name] for name in ("set", "from", "to")
        ]
        assert data["gone"] == [[taken["set"], taken["from"], taken["to"]]]

    def test_a_change_to_one_network_is_in_no_other(self, leiden_table):
        first, second = (Map().editable(leiden_table) for _ in range(2))
        first.options["interaction"]["hover"] = "changed"
        first.nodes[0]["size"] = 99
        assert second.options["interaction"]["hover"] is True
        assert second.nodes[0]["size"] != 99

    def test_it_is_written_whole_and_nothing_beside_it(self, leiden_table, tmp_path):
        network = Map().editable(leiden_table)
        network.write_html(tmp_path / "leiden.html")
        assert [path.name for path in tmp_path.iterdir()] == ["leiden.html"]
        assert (tmp_path / "leiden.html").read_text(encoding="ascii") == network.html

    def test_a_line_by_hand_is_drawn(self, open_page, leiden_table):
        network = Map(view="contacts").editable(leiden_table)
        before = open_page(network.generate_html()).shown
        network.add_edge("o0", "o1", color="#123456", width=7)
        after = open_page(network.generate_html()).shown
        assert after == (before[0], before[1] + 1)


def test_the_hostile_case_has_a_title_to_break():
    assert any("href" in text for text in HOSTILE)
