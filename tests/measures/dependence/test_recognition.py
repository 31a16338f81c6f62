"""Felt against modelled dependence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import asked, named, needs, pair_of, replaced, with_records
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.measures import recognition

BY = ("pair", "depender", "dependee", "network")


def corporation(*interviewed, **permit):
    """A corporation that needs care from one of two providers and a permit from the municipality."""
    return Network(
        organisations=named("c", "m", "z1", "z2"),
        dependencies=[
            *needs(
                ("c", 2, "any", ["z1", "z2"]), id="care", acknowledged_by=["z1"], said={"by": "c"}
            ),
            *needs(("c", 1, "all", ["m"]), id="permit", **{"said": {"by": "c"}, **permit}),
        ],
        interviews=asked(*interviewed, about="dependencies"),
    )


def only(network, **options):
    (row,) = recognition(network, **options)
    return row


class TestReferences:
    def test_all_stated_by_the_depender_and_two_thirds_acknowledged(self):
        row = only(corporation("m"), by="depender")
        assert (row.depender, row.dependee) == ("c", None)
        assert (row.depender_share, row.dependee_share) == (3 / 3, 2 / 3)
        assert (row.unacknowledged, row.unknown) == (("permit",), ("care",))
        assert (row.weight, row.known) == (5, 3 / 5)

    def test_the_one_who_was_not_asked_is_no_no(self):
        rows = {row.dependee: row for row in recognition(corporation("m"))}
        assert (rows["z1"].dependee_share, rows["z1"].known) == (1, 1)
        assert (rows["m"].dependee_share, rows["m"].unacknowledged) == (0, ("permit",))
        assert (rows["z2"].dependee_share, rows["z2"].known) == (None, 0)
        assert (rows["z2"].unacknowledged, rows["z2"].unknown) == ((), ("care",))


class TestWhatIsKnown:
    def test_who_was_asked_and_did_not_say_so_has_not_said_so(self):
        row = only(corporation("c", said={"by": "m"}), by="depender")
        assert (row.depender_share, row.because) == (
            2 * 2 / 5,
            ("care", "interview c any dependencies", "permit"),
        )

    def test_of_who_was_not_asked_it_is_not_known_whether_it_would_say_so(self):
        network = corporation(said={"by": None})
        rows = {row.dependee: row.depender_share for row in recognition(network)}
        assert rows == {"z1": 1, "z2": 1, "m": None}

    def test_whoever_states_a_need_on_itself_acknowledges_it(self):
        rows = {
            row.dependee: row.dependee_share for row in recognition(corporation(said={"by": "m"}))
        }
        assert rows["m"] == 1

    def test_having_been_asked_about_contacts_says_nothing_about_needs(self):
        network = with_records(corporation(), interviews=asked("m", "z2"))
        rows = {row.dependee: row.dependee_share for row in recognition(network)}
        assert (rows["m"], rows["z2"]) == (None, None)

    def test_itself_and_somebody_outside_are_asked_nothing(self):
        network = Network(
            organisations=named("a", "b"),
            dependencies=needs(("a", 3, "any", ["a", "b", "outside"])),
        )
        assert [(row.depender, row.dependee) for row in recognition(network)] == [("a", "b")]

    def test_how_much_is_known_is_told(self):
        found = recognition(corporation("m"))
        assert found.known_share == 3 / 5
        assert [str(one) for one in found.caveats] == [
            "Of 60% of what is needed it is known whether the other acknowledges it; the rest is "
            "left out."
        ]
        assert recognition(corporation("m", "z2")).caveats == ()

    def test_without_needs_there_is_nothing_to_recognise(self):
        network = Network(organisations=named("a", "b"))
        assert [list(recognition(network, by=by)) for by in BY] == [[], [], [], []]
        assert recognition(network).known_share is None


class TestTakenTogether:
    def test_by_dependee_each_party_learns_what_it_says_to_know(self):
        rows = {
            row.dependee: row.dependee_share for row in recognition(corporation("m"), by="dependee")
        }
        assert rows == {"m": 0, "z1": 1, "z2": None}

    def test_over_the_network_there_is_one_row(self):
        row = only(corporation("m", "z2"), by="network")
        assert (row.depender, row.dependee, row.dependee_share) == (None, None, 2 / 5)

    def test_whoever_needs_nothing_or_is_not_needed_has_a_reason(self):
        needless = recognition(corporation(), by="depender").undefined
        assert {one: str(why) for one, why in needless.items()} == dict.fromkeys(
            ("m", "z1", "z2"), "nothing is known that it needs from another here"
        )
        unneeded = recognition(corporation(), by="dependee").undefined
        assert {one: str(why) for one, why in unneeded.items()} == {
            "c": "nothing is known that another here needs from it"
        }

    def test_least_acknowledged_comes_first_then_what_weighs_most_and_unknown_last(self):
        dependencies = needs(
            ("a", 1, "all", ["b"]),
            ("a", 3, "all", ["c"]),
            ("a", 2, "all", ["d"]),
            ("a", 2, "all", ["e"]),
        )
        dependencies[2]["acknowledged_by"] = ["d"]
        network = Network(
            organisations=named(*"abcde"),
            dependencies=dependencies,
            interviews=asked("b", "c", about="dependencies"),
        )
        rows = recognition(network)
        assert [row.dependee for row in rows] == ["c", "b", "d", "e"]
        assert [row.rank for row in rows] == [1, 1, 0, None]

    def test_a_word_that_is_not_known_is_refused(self):
        with pytest.raises(OptionError) as caught:
            recognition(Network(), by="pairs")
        assert str(caught.value) == (
            "the by 'pairs' is not known; known are 'pair', 'depender', 'dependee', 'network'. "
            "Did you mean 'pair'?"
        )


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "dependees"),
        [
            ({"level": "governing"}, ["b", "c"]),
            ({"level": "operational"}, ["c"]),
            ({"issue": "outflow"}, ["b"]),
            ({"kind": "ministry"}, ["b"]),
            ({"inside": "c"}, ["b"]),
        ],
    )
    def test_only_the_needs_that_are_asked_for_count(self, options, dependees):
        network = Network(
            organisations=[*named("a", "b", kind="ministry", part_of="c"), *named("c")],
            dependencies=[
                *needs(("a", 2, "all", ["b"]), id="1", level="governing", issue="outflow"),
                *needs(("a", 2, "all", ["c"]), id="2"),
            ],
            issues=[{"id": "outflow"}],
        )
        assert sorted(row.dependee for row in recognition(network, **options)) == dependees


def slow(network, depender, dependee):
    """Stated, acknowledged and known weight, one need and one dependee at a time."""
    heard = [one for one in network.interviews if "dependencies" in one.asked]
    stated, stated_of, known, whole, acknowledged = 0, 0, 0, 0, 0
    for need in network.dependencies:
        could = {
            one.organisation for one in heard if need.level in {one.level, None} or not one.level
        }
        for other in need.dependees:
            if other in {need.depender, "outside"} or depender not in {None, need.depender}:
                continue
            if dependee not in {None, other}:
                continue
            whole += need.importance
            if need.said.by == need.depender or need.depender in could:
                stated_of += need.importance
                stated += need.importance * (need.said.by == need.depender)
            says = other in need.acknowledged_by or need.said.by == other
            if says or other in could:
                known += need.importance
                acknowledged += need.importance * says
    return (
        float(Fraction(stated, stated_of)) if stated_of else None,
        float(Fraction(acknowledged, known)) if known else None,
        float(Fraction(known, whole)) if whole else None,
    )


@given(cases(), st.sampled_from(BY))
def test_every_share_is_that_of_the_needs_one_by_one(network, by):
    for row in recognition(network, by=by):
        found = (row.depender_share, row.dependee_share, row.known)
        assert found == slow(network, row.depender, row.dependee)


@given(cases(), st.sampled_from(BY))
def test_shares_run_from_0_to_1_and_the_least_acknowledged_comes_first(network, by):
    rows = recognition(network, by=by)
    shares = [row.dependee_share for row in rows if row.dependee_share is not None]
    assert shares == sorted(shares)
    for row in rows:
        assert 0 <= row.known <= 1
        assert (row.known == 0) == (row.dependee_share is None)
        for share in (row.depender_share, row.dependee_share):
            assert share is None or 0 <= share <= 1


@given(cases(), st.data())
def test_one_acknowledgement_more_never_lowers_a_share(network, data):
    need = data.draw(st.sampled_from(network.dependencies))
    knowing = set(need.dependees) - {"outside"}
    more = need.with_fields({"acknowledged_by": sorted(knowing.union(need.acknowledged_by))})
    others = [one for one in network.dependencies if one.id != need.id]
    after = {
        (row.depender, row.dependee): row.dependee_share
        for row in recognition(replaced(network, dependencies=[*others, more]))
    }
    for row in recognition(network):
        assert row.dependee_share is None or after[row.depender, row.dependee] >= row.dependee_share


@given(cases())
def test_weighing_everything_alike_once_more_changes_no_share(network):
    twice = [one.with_fields({"id": f"again {one.id}"}) for one in network.dependencies]
    doubled = with_records(network, dependencies=twice)
    for by in BY:
        before, after = recognition(network, by=by), recognition(doubled, by=by)
        assert [(row.dependee_share, row.depender_share, 2 * row.weight) for row in before] == [
            (row.dependee_share, row.depender_share, row.weight) for row in after
        ]


@given(cases())
def test_all_importances_alike_scale_away(network):
    by_one, by_three = (
        replaced(
            network,
            dependencies=[one.with_fields({"importance": n}) for one in network.dependencies],
        )
        for n in (1, 3)
    )
    for by in BY:
        shares = [
            [(row.depender_share, row.dependee_share, row.known) for row in recognition(one, by=by)]
            for one in (by_one, by_three)
        ]
        assert shares[0] == shares[1]


@given(cases(), st.sampled_from(BY))
def test_what_a_row_does_not_rest_on_can_be_left_out(network, by):
    for row in recognition(network, by=by):
        left = {
            name: [one for one in network.lists[name] if one.id in row.because]
            for name in ("dependencies", "interviews")
        }
        rows = recognition(replaced(network, **left), by=by)
        (same,) = rows.where(
            lambda one, row=row: (one.depender, one.dependee) == (row.depender, row.dependee)
        )
        assert (same.depender_share, same.dependee_share) == (
            row.depender_share,
            row.dependee_share,
        )
        assert (same.unacknowledged, same.unknown) == (row.unacknowledged, row.unknown)


def test_who_was_asked_at_another_level_than_the_need_has_not_said_no():
    need = needs(("care", 3, "all", ["housing"]), level="governing", said={"by": "care"})
    for level, share in (("operational", None), ("governing", 0), (None, 0)):
        network = pair_of(
            dependencies=need, interviews=asked("housing", level=level, about="dependencies")
        )
        (row,) = recognition(network)
        assert row.dependee_share == share
        assert (row.unknown == ()) == (share == 0)
