"""Which contacts hang on few persons."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, named, needs, pair_of, replaced, spoken, with_records
from strategies import cases

from netdeps import Network, edition, formats
from netdeps.errors import OptionError
from netdeps.graph import Contacts
from netdeps.measures import fragile_contacts

EXAMPLES = Path(__file__).parents[3] / "examples"


def only(found):
    (row,) = found
    return row


def carried(*persons, level=None, by="care", **fields):
    """What care says of its contact with housing: who carries it."""
    return {
        "id": " ".join([str(by), level or "any", *persons]),
        "between": ["care", "housing"],
        "level": level,
        "persons": list(persons),
        "said": {"by": by},
        **fields,
    }


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("persons", "chance", "chance_one"),
        [("p", 1 / 4, 1 / 4), ("pq", 1 / 16, 7 / 16), ("pqr", 1 / 64, 37 / 64)],
    )
    def test_with_a_quarter_to_leave_it_is_a_quarter_to_the_power_of_the_persons(
        self, persons, chance, chance_one
    ):
        """With one person on each side contact is gone when either leaves: 7/16."""
        row = only(fragile_contacts(pair_of(contacts=[carried(*persons)])))
        assert (row.carriers, row.single) == (len(persons), len(persons) == 1)
        assert (row.chance, row.chance_one) == (chance, chance_one)

    @pytest.mark.parametrize(("leaves", "chance"), [(0, 0), (1, 1), (0.1, 0.01)])
    def test_nobody_leaves_everybody_leaves(self, leaves, chance):
        network = pair_of(contacts=[carried("p", "q")])
        assert only(fragile_contacts(network, leaves=leaves)).chance == chance


class TestWhoCarriesIt:
    def test_what_both_say_is_taken_together_and_each_person_counts_once(self):
        told = [carried("p", "q"), carried("q", "r", by="housing")]
        assert only(fragile_contacts(pair_of(contacts=told))).carriers == 3

    def test_what_somebody_says_more_precisely_comes_first(self):
        told = [carried("p", "q"), carried("r", level="governing")]
        network = pair_of(contacts=told)
        assert only(fragile_contacts(network, level="governing")).carriers == 1
        assert only(fragile_contacts(network, level="operational")).carriers == 2

    def test_who_is_named_where_there_is_said_to_be_none_carries_nothing(self):
        network = pair_of(contacts=[carried("p", exists=False)])
        assert list(fragile_contacts(network)) == []

    def test_disputed_contact_is_not_carried(self):
        network = pair_of(contacts=[carried("p")], interviews=asked("housing"))
        assert list(fragile_contacts(network)) == []

    def test_who_carries_contact_that_is_disputed_at_another_level_is_not_counted(self):
        told = [carried("p", level="governing"), carried("q", level="operational")]
        network = pair_of(contacts=told, interviews=asked("housing", level="operational"))
        row = only(fragile_contacts(network))
        assert (row.carriers, row.levels, row.unnamed) == (1, ("governing",), ())

    def test_of_what_others_say_only_a_yes_names_who_carries_it(self):
        told = [carried("p", by="city"), carried("q", by=None, exists=False, id="denied")]
        assert only(fragile_contacts(pair_of(contacts=told))).carriers == 1

    def test_contact_across_levels_is_not_counted(self):
        crossing = carried("p", level="governing", other_level="operational")
        assert list(fragile_contacts(pair_of(contacts=[crossing]))) == []

    def test_contact_without_named_persons_is_not_known_to_hang_on_anybody(self):
        network = pair_of(contacts=[carried("p"), *agreed([("care", "city")])])
        found = fragile_contacts(network)
        assert [row.parties for row in found] == [("care", "housing")]
        assert [str(one) for one in found.caveats] == [
            "Of 1 contact it was not said which persons carry it."
        ]
        assert found.known_share == 1 / 2

    def test_the_levels_with_names_are_told_from_those_without(self):
        told = [carried("p", level="governing"), carried(level="operational")]
        row = only(fragile_contacts(pair_of(contacts=told)))
        assert (row.levels, row.unnamed) == (("governing",), ("operational",))

    def test_where_all_have_names_there_is_no_caveat(self):
        found = fragile_contacts(pair_of(contacts=[carried("p")]))
        assert (found.caveats, found.known_share) == ((), 1)
        assert fragile_contacts(pair_of()).known_share is None


class TestWhatHangsOnIt:
    def test_the_needs_between_the_two_hang_on_it(self):
        row = only(fragile_contacts(pair_of(contacts=[carried("p")])))
        assert (row.needs, row.requirement, row.rank) == (("need 1",), 3 / 4, 3 / 16)
        assert row.because == ("care any p", "need 1")

    def test_contact_on_which_no_need_hangs_comes_last(self):
        network = pair_of(
            contacts=[
                carried("p", "q"),
                {**carried("r"), "between": ["care", "city"], "id": "other"},
            ]
        )
        rows = list(fragile_contacts(network))
        assert [(row.parties, row.needs) for row in rows] == [
            (("care", "housing"), ("need 1",)),
            (("care", "city"), ()),
        ]
        assert rows[1].requirement == rows[1].rank == 0

    def test_at_a_level_only_the_needs_that_concern_it_hang_on_it(self):
        network = pair_of(
            contacts=[carried("p")],
            dependencies=needs(("care", 3, "all", ["housing"]), level="governing"),
        )
        assert only(fragile_contacts(network, level="governing")).needs == ("need 1",)
        assert only(fragile_contacts(network, level="operational")).needs == ()

    def test_of_equal_weight_what_hangs_on_fewest_comes_first(self):
        names = ("a", "b", "c")
        rows = [
            {"between": ["a", "b"], "persons": ["p", "q"], "said": {"by": "a"}},
            {"between": ["b", "c"], "persons": ["p"], "said": {"by": "b"}},
        ]
        network = Network(organisations=named(*names), contacts=rows)
        assert [row.parties for row in fragile_contacts(network)] == [("b", "c"), ("a", "b")]


class TestOptions:
    @pytest.mark.parametrize("leaves", [-0.1, 1.1, float("nan"), float("inf"), "often", None])
    def test_a_chance_that_is_none_is_refused(self, leaves):
        with pytest.raises(OptionError) as caught:
            fragile_contacts(pair_of(), leaves=leaves)
        shown = {"often": "'often'", None: "nothing"}.get(leaves, leaves)
        assert str(caught.value) == f"the chance {shown} to leave is not a number from 0 to 1."

    @pytest.mark.parametrize("leaves", [10**400, True])
    def test_too_large_a_number_and_a_yes_are_no_chance(self, leaves):
        with pytest.raises(OptionError, match=r" to leave is not a number from 0 to 1\.$"):
            fragile_contacts(pair_of(), leaves=leaves)

    def test_of_a_kind_only_contact_within_it_counts(self):
        network = pair_of(contacts=[carried("p")])
        assert list(fragile_contacts(network, kind="care_provider")) == []

    def test_between_the_parts_of_an_organisation_it_is_the_same(self):
        there = pair_of(contacts=[carried("p")])
        parts = [one.with_fields({"part_of": "all"}) for one in there.organisations]
        network = replaced(there, organisations=[{"id": "all"}, *parts])
        found = fragile_contacts(network, inside="all")
        assert found.to_rows() == fragile_contacts(there).to_rows()


class TestLeiden:
    def test_the_work_with_corporation_1_hangs_on_two_persons_each(self):
        network = formats.read(EXAMPLES / "leiden.yaml")
        rows = {row.parties: row for row in fragile_contacts(network, level="operational")}
        assert rows["care-a", "corp-1"].carriers == rows["care-b", "corp-1"].carriers == 2

    def test_the_table_sees_no_persons(self):
        network = edition(formats.read(EXAMPLES / "leiden.yaml"), "table").network
        assert list(fragile_contacts(network)) == []


@given(cases())
def test_no_person_stands_in_a_row(network):
    renamed = replaced(
        network,
        contacts=[
            one.with_fields({"persons": tuple(f"secret-{p}" for p in one.persons)})
            for one in network.contacts
        ],
    )
    found = fragile_contacts(renamed)
    assert "secret" not in str(found.to_dict())
    assert "secret" not in repr(found) + found._repr_html_()
    assert found.to_rows() == fragile_contacts(network).to_rows()


@given(cases())
def test_every_carrier_is_named_by_somebody_whose_word_the_contact_rests_on(network):
    contacts = Contacts(network)
    expected = {}
    for pair in contacts.told:
        persons = set()
        for state in contacts.states(*pair).values():
            if state.state == "yes":
                rows = [row for row in network.contacts if row.id in state.because and row.exists]
                persons |= {person for row in rows for person in row.persons}
        if persons:
            expected[pair] = len(persons)
    assert {row.parties: row.carriers for row in fragile_contacts(network)} == expected


@given(cases(), st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0]), st.sampled_from([0.0, 0.3, 0.9, 1.0]))
def test_a_higher_chance_to_leave_never_lowers_the_chance_of_loss(network, one, other):
    low, high = sorted((one, other))
    less = {row.parties: row for row in fragile_contacts(network, leaves=low)}
    more = {row.parties: row for row in fragile_contacts(network, leaves=high)}
    assert set(less) == set(more)
    for parties, row in less.items():
        assert row.chance <= more[parties].chance
        assert row.chance_one <= more[parties].chance_one
        assert 0 <= row.chance <= row.chance_one <= 1
        assert {0.0: row.chance_one == 0}.get(low, True)
        assert {1.0: more[parties].chance == 1}.get(high, True)


@given(cases())
def test_one_person_more_never_raises_the_chance_of_loss(network):
    before = {row.parties: row.chance for row in fragile_contacts(network)}
    more = replaced(
        network,
        contacts=[one.with_fields({"persons": (*one.persons, "new")}) for one in network.contacts],
    )
    after = {row.parties: row.chance for row in fragile_contacts(more)}
    assert all(after[parties] < chance for parties, chance in before.items())


@given(cases(max_size=4))
def test_what_it_does_not_rest_on_can_be_left_out_as_long_as_nobody_is_asked(network):
    quiet = replaced(network, interviews=[])
    for row in fragile_contacts(quiet):
        lists = ("contacts", "dependencies")
        left = replaced(
            quiet, **{name: [r for r in quiet.lists[name] if r.id in row.because] for name in lists}
        )
        same = only(fragile_contacts(left).where(lambda one, p=row.parties: one.parties == p))
        assert (same.carriers, same.needs, same.requirement) == (
            row.carriers,
            row.needs,
            row.requirement,
        )


def test_spoken_contact_of_the_other_without_names_does_not_hide_the_persons():
    network = with_records(pair_of(contacts=[carried("p")]), contacts=spoken([("housing", "care")]))
    assert only(fragile_contacts(network)).single
