from __future__ import annotations

import pytest

from netdeps.editions import edition
from netdeps.errors import AudienceError, OptionError
from netdeps.maps import Map
from netdeps.measures import degree
from netdeps.model import Network


def data_of(shown, **wishes):
    from netdeps.maps.draw import Wishes, drawing

    given = {"title": None, "language": None, "view": None, "highlight": "gaps", "scores": None}
    return drawing(shown, Wishes(**{**given, **wishes}))


@pytest.mark.parametrize("ask", ["html", "to_pyvis", "editable", "frame"])
def test_a_network_without_an_audience_is_refused_with_the_way_out(leiden, ask):
    with pytest.raises(AudienceError) as refusal:
        getattr(Map(), ask)(leiden)
    assert str(refusal.value) == (
        "a map shows an edition, and this is 'Network'; "
        "choose an audience first: edition(network, 'table')."
    )


def test_writing_a_network_without_an_audience_leaves_no_file(leiden, tmp_path):
    with pytest.raises(AudienceError):
        Map().write(leiden, tmp_path / "map.html")
    assert list(tmp_path.iterdir()) == []


def test_a_map_is_written_whole_under_its_own_name(leiden_table, tmp_path):
    path = Map().write(leiden_table, tmp_path / "map.html")
    assert path == tmp_path / "map.html"
    assert path.read_text(encoding="ascii") == Map().html(leiden_table)


def test_a_map_does_not_change():
    with pytest.raises(AttributeError):
        Map().title = "other"


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({"language": "de"}, "language 'de' is not known; known are 'nl', 'en'."),
        (
            {"view": "contact"},
            "view 'contact' is not known; known are 'gaps', 'dependencies', 'contacts', "
            "'contributions', 'tables', 'power', 'changes'. Did you mean 'contacts'?",
        ),
    ],
)
def test_a_wish_that_no_map_knows_is_refused_with_those_that_are(wishes, message):
    with pytest.raises(OptionError) as refusal:
        Map(**wishes)
    assert str(refusal.value) == message


def test_a_measure_that_gives_no_scores_cannot_size_shapes(leiden_table):
    with pytest.raises(OptionError) as refusal:
        Map(size_by="contact_gaps").html(leiden_table)
    assert str(refusal.value) == (
        "size_by gave 'Findings'; shapes are sized by scores, a number for each organisation. "
        "For example 'betweenness'."
    )


def test_shapes_follow_the_scores_of_any_measure(leiden_table):
    scores = degree(leiden_table.network)
    nodes = data_of(leiden_table, scores=scores).nodes
    sizes = dict(zip(leiden_table.network.ids, (node["size"] for node in nodes), strict=False))
    most = max(scores, key=lambda one: (scores[one], one))
    assert sizes[most] == max(sizes.values())
    assert min(sizes.values()) > 0


def test_a_map_opens_with_the_missing_contacts_where_there_are_any(leiden_table):
    assert data_of(leiden_table).facts["view"] == "gaps"
    assert data_of(leiden_table, highlight=None).facts["view"] == "dependencies"
    assert data_of(leiden_table, view="contacts").facts["view"] == "contacts"


def test_a_network_in_which_nothing_is_missing_opens_with_the_dependencies():
    alone = Network(organisations=[{"id": "care"}, {"id": "corporation"}])
    assert data_of(edition(alone, "facilitator")).facts["view"] == "dependencies"


def test_a_network_without_anybody_in_it_still_makes_a_page():
    assert "Netwerkkaart" in Map().html(edition(Network(), "public"))


def test_the_first_thing_that_stands_out_in_leiden_is_between_kinds_at_the_governing_level(
    leiden_table,
):
    first = data_of(leiden_table).facts["stories"][0]
    assert first["level"] == "governing"
    assert "zorgaanbieders" in first["sentence"][0]
    assert len(first["pairs"]) == 6


def test_a_need_that_runs_both_ways_is_two_curved_lines():
    network = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        dependencies=[
            {"depender": "a", "dependum": "x", "dependees": ["b"]},
            {"depender": "b", "dependum": "y", "dependees": ["a"]},
        ],
    )
    edges = data_of(edition(network, "facilitator")).edges
    needs = [
        (edge["from"], edge["to"], edge.get("curved")) for edge in edges if edge["set"] == "needs"
    ]
    assert needs == [("o0", "o1", True), ("o1", "o0", True)]


def test_the_pseudonym_of_a_person_never_reaches_the_map(leiden):
    assert '"p1"' not in Map().html(edition(leiden, "facilitator"))


def test_the_table_sees_the_month_and_the_facilitator_the_day():
    said = {"by": "a", "date": "2021-02-17", "visibility": "table"}
    network = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        dependencies=[{"depender": "a", "dependum": "x", "dependees": ["b"], "said": said}],
    )
    whens = {
        audience: data_of(edition(network, audience)).facts["sources"][0]["when"]
        for audience in ("table", "facilitator")
    }
    assert whens == {
        "table": ["februari 2021", "February 2021"],
        "facilitator": ["17 februari 2021", "February 17, 2021"],
    }


@pytest.fixture
def two_moments():
    """Give the same two organisations, before and after they met."""
    parties = [{"id": "care"}, {"id": "housing"}]
    met = {"between": ["care", "housing"], "said": {"visibility": "public"}}
    return Network(organisations=parties), Network(organisations=parties, contacts=[met])


@pytest.mark.parametrize("ask", ["html", "to_pyvis", "editable", "frame"])
def test_every_way_to_draw_takes_what_was_before(two_moments, ask):
    before, after = (edition(one, "table") for one in two_moments)
    assert getattr(Map(), ask)(after, before=before)


def test_a_map_is_written_with_what_was_before(two_moments, tmp_path):
    before, after = (edition(one, "table") for one in two_moments)
    path = Map().write(after, tmp_path / "map.html", before=before)
    assert path.read_text(encoding="ascii") == Map().html(after, before=before)


def test_what_was_before_reaches_the_drawing(two_moments, monkeypatch):
    before, after = (edition(one, "table") for one in two_moments)
    wishes = []

    def look(shown, wished):
        wishes.append((shown, wished.before))
        return drawing(shown, wished)

    from netdeps.maps import view
    from netdeps.maps.draw import drawing

    monkeypatch.setattr(view, "drawing", look)
    Map().html(after, before=before)
    Map().html(after)
    assert wishes == [(after, before), (after, None)]


@pytest.mark.parametrize("ask", ["html", "to_pyvis", "editable", "frame"])
def test_two_moments_for_two_audiences_are_not_compared(two_moments, ask):
    before, after = two_moments
    with pytest.raises(AudienceError) as refusal:
        getattr(Map(), ask)(edition(after, "table"), before=edition(before, "facilitator"))
    assert str(refusal.value) == (
        "the map is for 'table', and what was before for 'facilitator'; "
        "make both for the same audience: edition(network, 'table')."
    )


def test_what_was_before_needs_an_audience_too(two_moments):
    before, after = two_moments
    with pytest.raises(AudienceError) as refusal:
        Map().html(edition(after, "party:care"), before=before)
    assert str(refusal.value) == (
        "a map compares editions, and what was before is 'Network'; "
        "choose the same audience for it: edition(network, 'party:care')."
    )


def test_changes_need_something_to_compare_with(two_moments):
    _, after = two_moments
    with pytest.raises(OptionError) as refusal:
        Map(view="changes").html(edition(after, "table"))
    assert str(refusal.value) == (
        "view 'changes' shows what is new and what is gone, and there is nothing to compare "
        "with; give before=edition(earlier, 'table'), of an earlier moment or from before a "
        "scenario."
    )


@pytest.mark.parametrize("height", [0, -1, "640", 1.5, True])
def test_a_frame_is_some_pixels_high(leiden_table, height):
    with pytest.raises(OptionError, match="a whole number of at least 1 is expected"):
        Map().frame(leiden_table, height=height)
