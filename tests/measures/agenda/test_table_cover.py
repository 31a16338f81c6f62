"""Which tables could carry which needs, because both sides already sit there."""

from hypothesis import given
from networks import named, needs
from strategies import cases

from netdeps import Network
from netdeps.measures import table_cover


def town(*tables, **fields):
    return Network(
        **{
            "organisations": named("care", "city", "corp-1", "corp-2"),
            "dependencies": needs(
                ("care", 3, "any", ["corp-1", "corp-2"]), ("care", 1, "all", ["city", "corp-1"])
            ),
            "tables": [{"id": f"table-{number}", **one} for number, one in enumerate(tables)],
            **fields,
        }
    )


def covered(*tables, **options):
    return {row.table: (row.needs, row.share) for row in table_cover(town(*tables), **options)}


class TestWhatATableCovers:
    def test_one_of_the_alternatives_is_enough(self):
        assert covered({"members": ["care", "corp-2"]}) == {"table-0": (("need 1",), 3 / 4)}

    def test_each_that_is_needed_has_to_sit_there(self):
        assert covered({"members": ["care", "city"]}) == {"table-0": ((), 0)}
        every = {"members": ["care", "city", "corp-1"]}
        assert covered(every) == {"table-0": (("need 1", "need 2"), 1)}

    def test_who_needs_it_has_to_sit_there(self):
        assert covered({"members": ["city", "corp-1"]}) == {"table-0": ((), 0)}

    def test_the_table_that_could_carry_most_comes_first(self):
        found = covered({"members": ["care", "city"]}, {"members": ["care", "corp-1"]})
        assert list(found) == ["table-1", "table-0"]

    def test_what_directors_have_to_arrange_is_not_covered_by_a_table_of_managers(self):
        network = Network(
            organisations=named("care", "corp-1"),
            dependencies=needs(("care", 3, "all", ["corp-1"]), level="governing"),
            tables=[
                {"id": level or "any", "level": level, "members": ["care", "corp-1"]}
                for level in ("governing", "management", None)
            ],
        )
        assert {row.table for row in table_cover(network) if row.needs} == {"governing", "any"}


class TestWhatIsUndefined:
    def test_a_table_of_which_nobody_is_known_to_sit_there(self):
        found = table_cover(town({}))
        assert list(found) == []
        assert str(found.undefined["table-0"]) == "nobody is known to sit there"

    def test_tables_where_nothing_is_needed(self):
        found = table_cover(town({"members": ["care"]}, dependencies=[]))
        assert list(found) == []
        assert str(found.undefined["table-0"]) == "nobody is known to need anything"


class TestTheWords:
    def test_a_table_that_treats_issues(self):
        issues = [{"id": "outflow", "title": "Outflow"}, {"id": "chain"}]
        network = town(
            {"name": "Directors", "members": ["care", "corp-1"], "issues": ["outflow", "chain"]},
            issues=issues,
        )
        row = table_cover(network)[0]
        assert [row.sentence("nl"), row.question("nl"), row.otherwise("nl")] == [
            'Aan de tafel "Directors" zitten beide kanten van 1 afhankelijkheid: naar gewicht 75% '
            "van alles wat nodig is; daar wordt gesproken over chain en Outflow.",
            'Wat van wat de leden van elkaar nodig hebben, kan de tafel "Directors" als volgende '
            "bespreken?",
            "Misschien is dit beter elders te bespreken, door de twee die het aangaat.",
        ]
        assert [row.sentence("en"), row.question("en"), row.otherwise("en")] == [
            'Both sides of 1 need sit at the table "Directors": 75%, by weight, of all that is '
            "needed; it discusses chain and Outflow.",
            'Which of what its members need from each other could the table "Directors" take up '
            "next?",
            "Perhaps this is better talked about elsewhere, by the two whom it concerns.",
        ]

    def test_a_table_that_covers_nothing(self):
        row = table_cover(town({"name": "Directors", "members": ["care", "city"]}))[0]
        assert row.sentence("nl") == (
            'Aan de tafel "Directors" zitten beide kanten van 0 afhankelijkheden: naar gewicht 0% '
            "van alles wat nodig is."
        )
        assert row.sentence("en") == (
            'Both sides of 0 needs sit at the table "Directors": 0%, by weight, of all that is '
            "needed."
        )


@given(cases())
def test_one_member_more_never_covers_less(network):
    before = {row.table: row.share for row in table_cover(network)}
    tables = [
        {**one.model_dump(), "members": [*one.members, *(set(network.ids[:1]) - set(one.members))]}
        for one in network.tables
    ]
    after = {row.table: row.share for row in table_cover(network.replaced({"tables": tables}))}
    assert all(after[table] >= share for table, share in before.items())


@given(cases())
def test_a_table_of_everybody_at_no_level_covers_all_that_can_be_met_here(network):
    table = {"id": "all", "members": network.ids}
    for row in table_cover(network.replaced({"tables": [table]})):
        met = {
            need.id
            for need in network.dependencies
            if need.mode == "any" or set(need.dependees) <= set(network.ids)
        }
        assert set(row.needs) == met


def test_it_says_of_how_many_it_was_asked_or_told_what_they_need():
    found = table_cover(town({"members": ["care"]}))
    assert found.known_share == 1 / 4
    assert str(found.caveats[0]).startswith("Of 25% of the organisations it was asked or told")
