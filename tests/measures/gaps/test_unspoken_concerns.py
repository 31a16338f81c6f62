"""Worries that several organisations have told one to one, and nobody at the table."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from networks import named, with_records
from strategies import agendas

from netdeps import Network, edition, formats
from netdeps.measures import unspoken_concerns, unspoken_share

EXAMPLES = Path(__file__).parents[3] / "examples"
ALONE = ("bilateral", "interview")


def worry(theme, by, setting="bilateral", **fields):
    said = {"by": by, "setting": setting}
    return {"id": f"w {theme} {by} {setting}", "theme": theme, "said": said, **fields}


def worried(*worries, **fields):
    return Network(organisations=named("a", "b", "c"), concerns=list(worries), **fields)


def shared(theme, setting="bilateral"):
    return [worry(theme, one, setting) for one in ("a", "b")]


class TestTheWorkedExample:
    def test_of_six_shared_themes_two_were_said_at_the_table(self):
        told = [one for theme in "uvwxyz" for one in shared(theme)]
        network = worried(*told, worry("u", "a", "table"), worry("v", None, "table"))
        assert unspoken_share(network) == 4 / 6
        assert [row.theme for row in unspoken_concerns(network)] == ["w", "x", "y", "z"]


class TestWhatIsUnspoken:
    def test_what_most_organisations_share_comes_first_and_nobody_is_named(self):
        network = worried(*shared("pace"), *shared("tendering"), worry("tendering", "c"))
        rows = unspoken_concerns(network)
        assert [(row.theme, row.organisations) for row in rows] == [("tendering", 3), ("pace", 2)]
        assert set(rows[0].to_dict()) == {"theme", "organisations", "because"}

    def test_a_theme_of_one_organisation_never_enters(self):
        network = worried(worry("pace", "a"), worry("pace", "a", "interview"), worry("pace", None))
        assert list(unspoken_concerns(network)) == []
        assert unspoken_share(network).value is None

    def test_themes_differ_in_capitals_and_outer_spaces_only(self):
        network = worried(worry(" tendering", "a"), worry("Tendering ", "b"))
        (row,) = unspoken_concerns(network)
        assert (row.theme, row.organisations) == ("Tendering", 2)
        assert list(unspoken_concerns(worried(worry("x", "a"), worry("y", "b")))) == []

    def test_told_in_an_interview_counts_and_in_a_document_does_not(self):
        network = worried(worry("pace", "a"), worry("pace", "b", "interview"))
        assert len(unspoken_concerns(network)) == 1
        for setting in ("document", None):
            other = worried(worry("pace", "a"), worry("pace", "b", setting))
            assert list(unspoken_concerns(other)) == []
            assert unspoken_share(other) == 0

    def test_a_concern_without_a_theme_is_no_theme(self):
        network = worried(worry(" ", "a"), worry("", "b"))
        assert list(unspoken_concerns(network)) == []
        assert unspoken_share(network).value is None

    def test_inside_an_organisation_the_worries_of_its_parts_count(self):
        units = named("desk", "fund", part_of="a")
        told = [worry("pace", one) for one in ("desk", "fund")]
        network = with_records(worried(*shared("other")), organisations=units, concerns=told)
        assert [row.theme for row in unspoken_concerns(network, inside="a")] == ["pace"]
        assert unspoken_share(network, inside="a") == 1

    def test_where_nothing_is_shared_there_is_no_share(self):
        assert str(unspoken_share(Network()).reason) == (
            "no worry is shared by two or more organisations"
        )


class TestWhoMaySeeIt:
    def test_it_says_that_it_is_for_the_facilitator_alone(self):
        for found in (unspoken_concerns(Network()), unspoken_share(Network())):
            assert [str(one) for one in found.caveats] == [
                "For the facilitator alone: nothing of this goes to the table unless the "
                "facilitator releases it by hand, in own words, and only where at least three "
                "organisations hold it."
            ]

    def test_the_table_sees_nothing_of_it_not_even_that_something_is_left_out(self):
        network = worried(*shared("tendering"))
        assert len(unspoken_concerns(network)) == 1
        seen, empty = (edition(one, "table").network for one in (network, worried()))
        assert unspoken_concerns(seen).to_dict() == unspoken_concerns(empty).to_dict()
        assert unspoken_share(seen).to_dict() == unspoken_share(empty).to_dict()


def slow_themes(network):
    """Each theme with who told it at all, who told it alone, and whether it was at the table."""
    themes = {one.theme.strip().lower() for one in network.concerns} - {""}
    for theme in themes:
        told = [one for one in network.concerns if one.theme.strip().lower() == theme]
        everybody = {one.said.by for one in told} - {None}
        alone = {one.said.by for one in told if one.said.setting in ALONE} - {None}
        yield theme, everybody, alone, any(one.said.setting == "table" for one in told)


@given(agendas())
def test_every_unspoken_theme_is_found_by_going_through_all_concerns(network):
    themes = list(slow_themes(network))
    wanted = {theme: len(alone) for theme, _, alone, said in themes if len(alone) > 1 and not said}
    rows = unspoken_concerns(network)
    assert {row.theme.lower(): row.organisations for row in rows} == wanted
    several = sum(len(everybody) > 1 for _, everybody, _, _ in themes)
    assert unspoken_share(network).value == (len(wanted) / several if several else None)


@given(agendas(), st.data())
def test_voicing_a_theme_at_the_table_can_only_lower_the_share(network, data):
    themes = sorted({one.theme for one in network.concerns} | {"new"})
    speaker = data.draw(st.sampled_from([None, *network.ids]))
    said = worry(data.draw(st.sampled_from(themes)), speaker, "table")
    more = with_records(network, concerns=[said])
    before, after = unspoken_share(network).value, unspoken_share(more).value
    assert (after or 0) <= (before or 0)
    assert before is None or after is not None


@given(agendas())
def test_a_theme_that_one_organisation_holds_changes_nothing(network):
    told = [worry("own", network.ids[0], setting) for setting in (*ALONE, "table")]
    more = with_records(network, concerns=told)
    assert unspoken_concerns(more) == unspoken_concerns(network)
    assert unspoken_share(more).value == unspoken_share(network).value


class TestTheCases:
    def test_leiden_l14_four_of_five_shared_worries_never_came_to_the_table(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        assert {(row.theme, row.organisations) for row in unspoken_concerns(leiden)} == {
            ("aanbesteding", 3),
            ("te weinig woningen", 3),
            ("tempo", 3),
            ("mislukte pogingen", 2),
        }
        assert unspoken_share(leiden) == 4 / 5

    def test_hengelo_h11_the_old_sore_of_the_tender_was_told_at_the_table(self):
        hengelo = formats.read(EXAMPLES / "hengelo.yaml")
        themes = {row.theme for row in unspoken_concerns(hengelo)}
        assert "financiering en trajecten" in themes
        assert "aanbesteding" not in themes
        assert unspoken_share(hengelo) == 3 / 4
