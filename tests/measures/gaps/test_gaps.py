"""All missing contact in one list, each absence told once, at the highest place where it holds."""

import pytest
from hypothesis import given
from networks import (
    LEVELS,
    agreed,
    asked,
    hub_town,
    named,
    needs,
    pair_of,
    replaced,
    spoken,
    spoken_town,
    with_records,
)
from strategies import cases

from netdeps import Network
from netdeps.graph import Contacts, needs_between
from netdeps.measures import contact_gaps, gaps, questions

CARE, HOUSING = "care", "housing"


def two_kinds(**fields):
    """Two care providers that need the one corporation at governing level; everybody was asked."""
    return Network(
        **{
            "organisations": [
                *named("a", "b", kind="care_provider"),
                *named("h", kind="housing_corporation"),
            ],
            "dependencies": needs(
                ("a", 3, "all", ["h"]), ("b", 2, "all", ["h"]), level="governing"
            ),
            "interviews": asked("a", "b", "h"),
            **fields,
        }
    )


def told(network, **options):
    return [(gap.extent, gap.pairs, gap.levels) for gap in gaps(network, **options)]


class TestBetweenKinds:
    def test_two_lines_without_contact_are_told_once(self):
        lines = (("a", "h"), ("b", "h"))
        assert told(two_kinds()) == [("kinds", lines, ("governing",))]

    def test_its_severity_and_factors_are_those_of_the_heaviest_line(self):
        (gap,) = gaps(two_kinds())
        assert (gap.requirement, gap.deficit, gap.certainty) == (3 / 4, 1, 1)
        assert (gap.severity, gap.band) == (3 / 4, "high")

    def test_one_line_is_no_gap_between_kinds(self):
        network = two_kinds(
            dependencies=needs(("a", 3, "all", ["h"]), level="governing"),
        )
        assert told(network) == [("pair", (("a", "h"),), ("governing",))]

    def test_one_contact_between_the_kinds_leaves_single_lines(self):
        network = two_kinds(contacts=agreed([("b", "h")]))
        assert told(network) == [("pair", (("a", "h"),), ("governing",))]

    def test_one_line_that_nobody_was_asked_about_leaves_single_lines(self):
        network = two_kinds(interviews=asked("a"))
        assert told(network) == [("pair", (("a", "h"),), ("governing",))]

    def test_contact_at_another_level_does_not_fill_this_one(self):
        network = two_kinds(contacts=agreed([("a", "h"), ("b", "h")], "operational"))
        (gap,) = gaps(network)
        assert (gap.extent, gap.levels) == ("kinds", ("governing",))

    def test_a_line_that_has_contact_where_it_is_needed_is_not_counted_in(self):
        network = two_kinds(
            organisations=[
                *named("a", "b", "c", kind="care_provider"),
                *named("h", kind="housing_corporation"),
            ],
            dependencies=[
                *needs(("a", 3, "all", ["h"]), ("b", 2, "all", ["h"]), level="governing"),
                {
                    "depender": "c",
                    "dependum": "repairs",
                    "dependees": ["h"],
                    "level": "operational",
                },
            ],
            contacts=agreed([("c", "h")], "operational"),
            interviews=asked("a", "b", "c", "h"),
        )
        assert told(network) == [("kinds", (("a", "h"), ("b", "h")), ("governing",))]

    def test_a_kind_can_lack_contact_among_itself(self):
        network = Network(
            organisations=named("a", "b", "c", kind="care_provider"),
            dependencies=needs(("a", 2, "all", ["b", "c"])),
            interviews=asked("a", "b", "c"),
        )
        (gap,) = gaps(network)
        assert gap.kinds == ("care_provider", "care_provider")
        assert gap.parties == ("a", "b", "c")
        assert gap.pairs == (("a", "b"), ("a", "c"))
        assert gap.levels == LEVELS

    def test_the_hub_through_which_they_reach_each_other_is_a_label(self):
        (gap,) = gaps(hub_town())
        assert gap.extent == "kinds"
        assert len(gap.pairs) == 6
        assert gap.routed_via == ("m",)

    def test_a_way_round_at_other_levels_is_no_label_of_this_one(self):
        network = two_kinds(
            organisations=[
                *named("a", "b", kind="care_provider"),
                *named("h", kind="housing_corporation"),
                *named("m", kind="municipality"),
            ],
            contacts=[
                *agreed([("a", "h"), ("b", "h")], "operational"),
                *agreed([("a", "m"), ("b", "m"), ("h", "m")], "management"),
            ],
        )
        (gap,) = gaps(network)
        assert (gap.levels, gap.routed_via) == (("governing",), ())

    def test_where_only_some_of_the_lines_have_a_way_round_it_says_how_many(self):
        network = two_kinds(
            organisations=[
                *named("a", "b", kind="care_provider"),
                *named("h", kind="housing_corporation"),
                *named("m", kind="municipality"),
            ],
            contacts=agreed([("a", "m"), ("h", "m")], "governing"),
        )
        (gap,) = gaps(network)
        assert (gap.routed, gap.routed_via) == ((("a", "h"),), ("m",))
        assert "; 1 of them runs through m there" in gap.sentence("en")
        assert "; 1 daarvan loopt daar nu via m" in gap.sentence("nl")

    def test_other_levels_that_its_lines_lack_are_named(self):
        network = two_kinds(
            dependencies=[
                *needs(("a", 3, "all", ["h"]), ("b", 2, "all", ["h"]), level="governing"),
                {"depender": "a", "dependum": "repairs", "dependees": ["h"], "level": "management"},
            ],
            contacts=agreed([("b", "h")], "management"),
        )
        (gap,) = gaps(network)
        assert (gap.levels, gap.also_at) == (("governing",), ("management",))

    def test_only_what_is_disputed_is_called_undisputed(self):
        sure, (one, other) = gaps(two_kinds())[0], (("a", "h"), ("h", "a"))
        disputed = gaps(
            two_kinds(
                contacts=spoken([one], "governing") + spoken([other], "governing", exists=False)
            )
        )[0]
        assert (sure.disputed, disputed.disputed) == ((), ("governing",))
        assert "undisputed" not in sure.sentence("en")
        assert "undisputed" in disputed.sentence("en")


class TestOneLine:
    def test_nothing_at_any_level_is_a_gap_of_the_pair(self):
        network = pair_of(interviews=asked(CARE, HOUSING))
        assert told(network) == [("pair", ((CARE, HOUSING),), LEVELS)]

    def test_contact_at_one_level_leaves_a_gap_at_the_others(self):
        network = pair_of(
            contacts=agreed([(CARE, HOUSING)], "operational"), interviews=asked(CARE, HOUSING)
        )
        assert told(network) == [("level", ((CARE, HOUSING),), ("governing", "management"))]

    def test_contact_everywhere_that_is_not_good_enough_is_about_its_quality(self):
        network = pair_of(contacts=agreed([(CARE, HOUSING)], quality=0.5))
        assert told(network) == [("quality", ((CARE, HOUSING),), LEVELS)]

    def test_good_contact_everywhere_is_no_gap(self):
        assert told(pair_of(contacts=agreed([(CARE, HOUSING)]))) == []

    def test_what_nobody_was_asked_is_no_gap(self):
        assert told(pair_of()) == []
        assert gaps(pair_of()).known_share == 0

    def test_a_border_between_regions_is_a_label(self):
        organisations = [
            {"id": CARE, "region": "Leiden"},
            {"id": HOUSING, "region": "Katwijk"},
        ]
        network = pair_of(organisations=organisations, interviews=asked(CARE, HOUSING))
        assert gaps(network)[0].across_border == ((CARE, HOUSING),)

    @pytest.mark.parametrize("region", [None, "Katwijk"])
    def test_one_region_or_a_region_that_nobody_gave_is_no_border(self, region):
        organisations = [{"id": CARE, "region": region}, {"id": HOUSING, "region": "Katwijk"}]
        network = pair_of(organisations=organisations, interviews=asked(CARE, HOUSING))
        assert gaps(network)[0].across_border == ()

    @pytest.mark.parametrize("region", ["Katwijk ", "katwijk", " "])
    def test_another_spelling_or_a_blank_is_no_border(self, region):
        organisations = [{"id": CARE, "region": region}, {"id": HOUSING, "region": "Katwijk"}]
        network = pair_of(organisations=organisations, interviews=asked(CARE, HOUSING))
        assert gaps(network)[0].across_border == ()

    def test_what_holds_a_need_back_is_a_label(self):
        network = pair_of(
            dependencies=[
                *needs((CARE, 3, "all", [HOUSING]), barrier="a duty to tender"),
                {"id": "free", "depender": HOUSING, "dependum": "care", "dependees": [CARE]},
            ],
            interviews=asked(CARE, HOUSING),
        )
        assert gaps(network)[0].barriers == ("need 1",)

    def test_two_without_a_level_in_common_are_undefined(self):
        network = pair_of(
            levels={CARE: ["governing"], HOUSING: []}, interviews=asked(CARE, HOUSING)
        )
        found = gaps(network)
        assert list(found) == []
        assert {str(reason) for reason in found.undefined.values()} == {
            "the two have no level in common"
        }

    def test_a_level_can_be_asked_for(self):
        network = pair_of(
            contacts=agreed([(CARE, HOUSING)], "operational"), interviews=asked(CARE, HOUSING)
        )
        assert told(network, level="operational") == []
        assert told(network, level="governing") == [("pair", ((CARE, HOUSING),), ("governing",))]


def test_the_most_serious_comes_first_and_then_what_reaches_furthest():
    found = gaps(spoken_town())
    assert [gap.severity for gap in found] == sorted((gap.severity for gap in found), reverse=True)


@given(cases())
def test_every_gap_of_a_pair_is_told_exactly_once(network):
    pairs = [pair for gap in gaps(network) for pair in gap.pairs]
    assert sorted(pairs) == sorted(gap.parties for gap in contact_gaps(network))


@given(cases())
def test_a_root_is_as_serious_as_its_heaviest_line(network):
    severity = {gap.parties: gap.severity for gap in contact_gaps(network)}
    for gap in gaps(network):
        assert gap.severity == max(severity[pair] for pair in gap.pairs)


@given(cases())
def test_a_gap_between_kinds_is_where_no_needed_line_has_contact_and_all_is_known(network):
    kind = {one.id: one.kind for one in network.organisations}
    contacts = Contacts(network)
    lines = {}
    for pair, need in needs_between(network).items():
        between = tuple(sorted(kind[one] for one in pair))
        lines.setdefault(between, []).append((pair, need.by_level(contacts.levels(*pair))))
    wanted = {}
    for between, pairs in lines.items():
        for level in LEVELS:
            called = [pair for pair, shares in pairs if shares.get(level)]
            states = {contacts.state(*pair, level).state for pair in called}
            if len(called) > 1 and states <= {"no", "disputed"}:
                wanted.setdefault(between, []).append(level)
    found = {gap.kinds: list(gap.levels) for gap in gaps(network) if gap.extent == "kinds"}
    assert found == wanted


@given(cases())
def test_an_organisation_without_needs_changes_nothing(network):
    more = with_records(network, organisations=[{"id": "stranger", "kind": "care_provider"}])
    before, after = gaps(network), gaps(more)
    assert [gap.to_dict() for gap in before] == [gap.to_dict() for gap in after]
    assert before.known_share == after.known_share


@given(cases())
def test_no_gap_rests_on_what_is_still_a_question(network):
    open_levels = {(*row.parties, row.level) for row in questions(network, subject="contact")}
    for gap in gaps(network):
        if gap.extent != "kinds":
            assert not {(*gap.parties, level) for level in gap.levels} & open_levels


@given(cases())
def test_saying_yes_never_makes_a_gap_more_serious(network):
    severity = {gap.parties: gap.severity for gap in contact_gaps(network)}
    for parties, before in severity.items():
        yes = with_records(network, contacts=spoken([parties, parties[::-1]], said={"by": None}))
        after = {gap.parties: gap.severity for gap in contact_gaps(yes)}
        assert after.get(parties, 0) <= before


def test_two_gaps_of_one_severity_stand_by_their_ids_whatever_the_order_of_the_input():
    network = two_kinds(
        contacts=agreed([("a", "h")]),
        dependencies=needs(("b", 2, "all", ["a"]), ("h", 2, "all", ["b"]), level="governing"),
    )
    turned = replaced(network, dependencies=network.dependencies[::-1])
    assert told(network) == told(turned)
