"""Which measures an audience may have, and which of their rows."""

import pytest

from netdeps import Network, edition, measures
from netdeps.errors import OptionError
from netdeps.measures import FOR_WHOM, MEASURES, measured, measures_for
from netdeps.measures.registry import INSTEAD

PUBLIC = {"visibility": "public"}
TABLE = {"visibility": "table"}
NAMED_BY_ONE = {"one_sided_contacts", "confirmation_rate", "recognition", "reported_differences"}
OWN = {"felt_balance", "role_conflicts", "hat_clarity"}


def kinds(**counts):
    """Make a network with so many organisations of each kind, all in contact, all of it public."""
    names = [(f"{kind}-{n}", kind) for kind, count in counts.items() for n in range(count)]
    rows = [{"id": one, "name": one.title(), "kind": kind, "said": PUBLIC} for one, kind in names]
    return Network(
        language="en",
        kinds=[{"id": kind} for kind in counts if len(kind) == 1],
        organisations=rows,
        contacts=[{"between": [names[0][0], one], "said": PUBLIC} for one, _ in names[1:]],
    )


def test_every_measure_is_for_somebody_and_nothing_else_is():
    assert FOR_WHOM.keys() == MEASURES.keys()
    assert INSTEAD.keys() <= MEASURES.keys()
    assert {one for known in INSTEAD.values() for one in known} <= MEASURES.keys()


@pytest.mark.parametrize("audience", ["table", "party:care", "public"])
def test_who_did_not_say_what_the_other_said_is_for_the_facilitator(audience):
    kept_back = {"unspoken_concerns", "unspoken_share", "fragile_contacts", "felt_agreement"}
    assert not (NAMED_BY_ONE | kept_back) & measures_for(audience).keys()


def test_the_facilitator_has_everything():
    assert measures_for("facilitator") == dict(MEASURES)


def test_a_wider_audience_has_no_measure_that_a_narrower_one_lacks():
    wide, table, party = (measures_for(one).keys() for one in ("public", "table", "party:a"))
    assert wide < table < party < MEASURES.keys()
    assert party - table == OWN


@pytest.mark.parametrize("name", sorted(INSTEAD))
def test_what_there_is_instead_the_table_may_have(name):
    assert set(INSTEAD[name]) <= measures_for("table").keys()


class TestRefusals:
    def test_it_says_for_whom_it_is_and_what_there_is_instead(self):
        shown = edition(kinds(a=2), "table")
        with pytest.raises(OptionError) as caught:
            measured(measures.one_sided_contacts, shown)
        assert str(caught.value) == (
            "the measure 'one_sided_contacts' is for the facilitator alone; it has no edition for "
            "'table'. Instead there is: 'contact_gaps', 'questions'."
        )

    def test_a_party_may_have_its_own_and_the_table_may_not(self):
        with pytest.raises(OptionError) as caught:
            measured(measures.felt_balance, edition(kinds(a=2), "table"))
        assert str(caught.value) == (
            "the measure 'felt_balance' is for each party about itself, and the facilitator alone; "
            "it has no edition for 'table'. Instead there is: 'give_and_take', 'imbalance'."
        )

    def test_the_public_is_told_what_it_may_have(self):
        with pytest.raises(OptionError) as caught:
            measured(measures.contact_gaps, edition(kinds(a=3), "public"))
        assert str(caught.value).startswith(
            "the measure 'contact_gaps' is for the table and the facilitator alone; it has no "
            "edition for 'public'. Instead there is: "
        )
        assert "'density'" in str(caught.value)
        assert "'contact_gaps'" not in str(caught.value).partition("Instead")[2]

    @pytest.mark.parametrize("option", [{"level": "governing"}, {"kind": "a"}, {"inside": "a-0"}])
    def test_the_public_sees_no_level_and_no_part(self, option):
        with pytest.raises(OptionError, match="the public sees figures of the whole network"):
            measured(measures.density, edition(kinds(a=3), "public"), option)

    def test_a_layer_is_no_part(self):
        shown = edition(kinds(a=3), "public")
        assert measured(measures.density, shown, {"layer": "contact"}) == 2 / 3

    def test_a_measure_of_ones_own_is_never_refused(self):
        assert measured(lambda network: network.ids, edition(kinds(a=2), "table")) == ("a-0", "a-1")


class TestOneParty:
    hats = (
        {"organisation": one, "role": role, "said": TABLE}
        for one in "ab"
        for role in ("funder", "contractor")
    )
    network = Network(
        organisations=[{"id": "a"}, {"id": "b"}],
        hats=list(hats),
        felt_balances=[
            {"organisation": "a", "felt": 1, "said": {"by": "a"}},
            {"organisation": "b", "felt": -1, "said": {"by": "b", **TABLE}},
        ],
        concerns=[{"theme": "time", "said": {"by": one, **TABLE}} for one in "ab"],
    )

    @pytest.mark.parametrize("name", sorted(OWN - {"hat_clarity"}))
    def test_it_reads_of_itself_and_of_nobody_else(self, name):
        shown = edition(self.network, "party:a")
        assert {row.organisation for row in MEASURES[name](shown.network)} > {"a"}
        found = measured(MEASURES[name], shown)
        assert [row.organisation for row in found] == ["a"]
        assert set(found.because) <= {one for row in found for one in row.because}

    def test_a_score_too_is_its_own_alone(self):
        shown = edition(self.network, "party:a")
        assert dict(measured(measures.hat_clarity, shown)) == {"a": 0.0}
        assert len(measures.hat_clarity(shown.network)) == 2

    def test_the_facilitator_reads_of_all(self):
        assert len(measured(measures.felt_balance, edition(self.network, "facilitator"))) == 2


class TestThePublic:
    def test_a_kind_of_three_is_told_of_and_a_kind_of_two_is_not(self):
        found = measured(measures.block_density, edition(kinds(a=3, b=2, c=3), "public"))
        assert {(row.from_group, row.to_group) for row in found} == {
            ("a", "a"),
            ("a", "c"),
            ("c", "c"),
        }
        assert not found.undefined
        assert "b" not in {str(one) for one in found.caveats}
        assert all("b" not in str(caveat).split() for caveat in found.caveats)

    def test_the_whole_is_told_of_beside_the_larger_kinds(self):
        found = measured(measures.ei_index, edition(kinds(a=3, b=2), "public"))
        assert [row.group for row in found] == [None, "a"]

    def test_a_part_of_one_or_two_is_not_told_of(self):
        network = kinds(a=5)
        cut = network.replaced({"contacts": network.contacts[:2]})
        found = measured(measures.components, edition(cut, "public"))
        assert [row.members for row in found] == [("a-0", "a-1", "a-2")]

    def test_what_a_result_rests_on_is_what_is_left_of_it(self):
        shown = edition(kinds(a=3, b=2), "public")
        found = measured(measures.block_density, shown)
        assert set(found.because) == {one for row in found for one in row.because}
        assert len(found.because) == 2

    def test_the_table_is_told_of_every_kind(self):
        found = measured(measures.block_density, edition(kinds(a=3, b=2), "table"))
        assert len(found) == 3


class TestKindsOfOneOrTwo:
    def test_it_is_said_that_a_kind_is_these_organisations(self):
        network = kinds(municipality=1, care_provider=3)
        (caveat,) = [one for one in measures.block_density(network).caveats if "fewer" in str(one)]
        assert caveat.sentence("en") == (
            "Of municipalities there are fewer than three here: what is said of that kind is said "
            "of those organisations."
        )
        assert caveat.sentence("nl") == (
            "Van de soort gemeenten zijn er hier minder dan drie: wat over die soort gezegd wordt, "
            "gaat over die organisaties."
        )

    @pytest.mark.parametrize("measure", [measures.kind_gaps, measures.gaps])
    def test_gaps_between_kinds_say_so_too(self, measure):
        lists = {
            "dependencies": [
                {
                    "depender": f"care_provider-{n}",
                    "dependum": "land",
                    "dependees": ["municipality-0"],
                }
                for n in (0, 1, 2)
            ],
            "interviews": [
                {"organisation": f"care_provider-{n}", "asked": ["contacts"]} for n in (0, 1, 2)
            ],
            "contacts": [],
        }
        found = measure(kinds(municipality=1, care_provider=3).replaced(lists))
        assert [str(one) for one in found.caveats if "fewer than three" in str(one)] == [
            "Of municipalities there are fewer than three here: what is said of that kind is said "
            "of those organisations."
        ]

    def test_an_issue_that_misses_a_kind_of_one_says_so(self):
        issue = {
            "id": "flow",
            "urgency": 1,
            "owner": "care_provider-0",
            "requires_kinds": ["municipality", "care_provider", "housing_corporation"],
        }
        network = kinds(municipality=1, care_provider=3).replaced({"issues": [issue]})
        (caveat,) = measures.issue_gaps(network).caveats
        assert str(caveat).startswith("Of municipalities there are fewer than three here")

    def test_several_small_kinds_stand_in_one_sentence(self):
        (caveat,) = [
            str(one)
            for one in measures.block_density(kinds(municipality=1, care_provider=2)).caveats
            if "fewer" in str(one)
        ]
        assert "care providers and municipalities" in caveat

    def test_a_kind_of_three_needs_no_warning(self):
        found = measures.block_density(kinds(care_provider=3))
        assert "fewer" not in str([str(one) for one in found.caveats])

    def test_a_division_by_region_speaks_of_no_kind(self):
        network = Network(
            organisations=[{"id": "a", "region": "north"}, {"id": "b", "region": "south"}]
        )
        found = measures.block_density(network, by="region")
        assert len(found) == 3
        assert "fewer" not in str([str(one) for one in found.caveats])


class TestQuestionsForTheTable:
    """What the table reads in place of who denied what names nobody as the one who denied it."""

    network = Network(
        language="en",
        organisations=[{"id": "care", "name": "Care"}, {"id": "homes", "name": "Homes"}],
        dependencies=[
            {"depender": "care", "dependum": "land", "dependees": ["homes"], "said": TABLE}
        ],
        contacts=[
            {"between": ["care", "homes"], "said": {"by": "care", **TABLE}},
            {"between": ["care", "homes"], "exists": False, "said": {"by": "homes", **TABLE}},
        ],
    )
    turned = network.replaced(
        {
            "contacts": [
                {"between": ["care", "homes"], "said": {"by": "homes", **TABLE}},
                {"between": ["care", "homes"], "exists": False, "said": {"by": "care", **TABLE}},
            ]
        }
    )

    @pytest.mark.parametrize("name", ["contact_gaps", "gaps", "questions"])
    def test_a_dispute_reads_the_same_whoever_denied_it(self, name):
        one, other = (
            measured(MEASURES[name], edition(network, "table"))
            for network in (self.network, self.turned)
        )
        told = [
            [(row.sentence(), row.question(), row.otherwise()) for row in rows]
            for rows in (one, other)
        ]
        assert told[0] == told[1]

    def test_a_claim_reads_the_same_whoever_made_it(self):
        claim = {"about": "care", "topic": "wish", "text": "Quiet"}
        networks = [
            self.network.replaced(
                {"claims": [{**claim, "said": {"by": one, **TABLE}} for one in speakers]}
            )
            for speakers in (["homes"], ["homes", "homes"], [None])
        ]
        told = {
            str(
                [
                    row.sentence() + row.question()
                    for row in measured(measures.filled_in_claims, edition(one, "table"))
                ]
            )
            for one in networks
        }
        assert len(told) == 1
        assert "Homes" not in told.pop()
