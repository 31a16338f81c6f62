"""Where the coordination comes together, and over how many it is spread."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, gifts, named, needs, replaced, with_records
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import flows
from netdeps.measures import brokered_load, coordination_load, effective_pullers
from netdeps.model import Fixed

FOUR = ("a", "b", "c", "d")


def owned(*owners, **fields):
    return [{"id": f"issue {n}", "owner": one, **fields} for n, one in enumerate(owners, 1)]


def action(name, *who, **fields):
    return {"id": name, "what": name, "who": list(who), **fields}


def shared(*amounts, **fields):
    """What each of these brings for everybody, in hours."""
    return gifts(*((one, "together", amount) for one, amount in amounts), **fields)


def four(**fields):
    return Network(organisations=named(*FOUR), **fields)


def column(found, name):
    return {row.organisation: getattr(row, name) for row in found}


def one(found, organisation):
    (row,) = [row for row in found if row.organisation == organisation]
    return row


class TestWorkedExample:
    """Issues (6, 2, 1, 1), hours (5, 5, 5, 5) and lines of others (4, 1, 0, 0)."""

    network = four(issues=owned(*"aaaaaabbcd"), contributions=shared(*((each, 5) for each in FOUR)))
    brokered = Fixed({"brokered": {"a": 4, "b": 1, "c": 0, "d": 0}})

    def test_the_loads_are_the_means_of_the_shares(self):
        found = column(coordination_load(self.network, components=self.brokered), "load")
        assert found == pytest.approx({"a": 0.55, "b": 13 / 60, "c": 7 / 60, "d": 7 / 60})

    def test_each_component_is_divided_by_itself(self):
        rows = coordination_load(self.network, components=self.brokered)
        assert dict(one(rows, "a").profile) == {"issues": 0.6, "work": 0.25, "brokered": 0.8}
        assert dict(one(rows, "d").profile) == {"issues": 0.1, "work": 0.25, "brokered": 0}

    def test_a_quarter_would_be_fair(self):
        rows = coordination_load(self.network, components=self.brokered)
        assert column(rows, "fair") == dict.fromkeys(FOUR, 0.25)
        expected = {"a": 2.2, "b": 13 / 15, "c": 7 / 15, "d": 7 / 15}
        assert column(rows, "ratio") == pytest.approx(expected)

    def test_as_if_two_and_two_thirds_pulled_evenly(self):
        pullers = effective_pullers(self.network, components=self.brokered)
        assert pullers.value == pytest.approx(2.654867, abs=5e-7)

    def test_one_carries_more_than_all_others_together(self):
        rows = coordination_load(self.network, components=self.brokered)
        assert column(rows, "flag") == {"a": "more_than_half", **dict.fromkeys("bcd")}
        assert [row.organisation for row in rows] == ["a", "b", "c", "d"]
        assert rows.top(3) == tuple(rows)


class TestMoreThanHalf:
    def test_half_is_as_much_as_all_others_together_and_no_more(self):
        rows = coordination_load(four(issues=owned(*"aabc")))
        assert column(rows, "flag") == dict.fromkeys(FOUR)

    def test_whoever_it_is_comes_first(self):
        rows = coordination_load(four(issues=owned(*"abdddd")))
        assert [row.organisation for row in rows] == ["d", "a", "b", "c"]
        assert [row.flag for row in rows] == ["more_than_half", None, None, None]


class TestComponents:
    def test_an_open_agreement_is_divided_over_those_who_will_do_it(self):
        network = four(agreements=[action("plan", "a", "b"), action("visit", "a", "a")])
        assert column(coordination_load(network), "load") == {"a": 0.75, "b": 0.25, "c": 0, "d": 0}

    def test_who_is_named_twice_does_not_do_twice_as_much(self):
        network = four(agreements=[action("plan", "a", "a", "b")])
        assert one(coordination_load(network), "a").load == 0.5

    def test_what_is_done_is_no_load(self):
        network = four(agreements=[action("plan", "a"), action("visit", "b", done=True)])
        assert dict(one(coordination_load(network), "a").profile) == {"actions": 1}

    def test_an_issue_without_an_owner_is_nobodys(self):
        network = four(issues=owned("a", None, None))
        assert one(coordination_load(network), "a").load == 1

    def test_hours_and_euros_are_never_added(self):
        hours, euros = shared(("a", 3), ("b", 1)), shared(("b", 900), resource="money", unit="euro")
        euros = [{**row, "id": "euros"} for row in euros]
        network = four(contributions=[*hours, *euros])
        rows = coordination_load(network)
        assert {who: row["work"] for who, row in column(rows, "profile").items()} == {
            "a": 3 / 8,
            "b": 5 / 8,
            "c": 0,
            "d": 0,
        }
        assert one(coordination_load(network, resource="time"), "a").load == 3 / 4

    def test_what_is_promised_or_brought_to_one_other_is_no_work_for_all(self):
        promised = shared(("a", 3), status="promised")
        to_one = [{**row, "id": "to one"} for row in gifts(("b", "c", 3))]
        network = four(contributions=[*promised, *to_one], issues=owned("d"))
        assert dict(one(coordination_load(network), "d").profile) == {"issues": 1}

    def test_work_that_was_not_counted_is_left_out_and_named(self):
        counted = shared(("a", 3), ("b", 1))
        not_counted = gifts(("c", "together", None), ("a", "together", 2), resource="rooms")
        more = [{**row, "id": f"rooms {n}"} for n, row in enumerate(not_counted)]
        found = coordination_load(four(contributions=[*counted, *more]))
        assert column(found, "load") == {"a": 0.75, "b": 0.25, "c": 0, "d": 0}
        assert [str(caveat) for caveat in found.caveats] == [
            "Not all that was brought for everybody was counted; left out: rooms."
        ]

    def test_lines_of_others_count_for_how_badly_they_are_needed(self):
        network = four(
            dependencies=needs(("a", 3, "all", ["b"]), ("a", 1, "all", ["c"])),
            contacts=agreed([("a", "d"), ("d", "b"), ("b", "c")]),
            interviews=asked(*FOUR),
        )
        rows = coordination_load(network)
        loads = {row.organisation: row.share for row in brokered_load(network)}
        assert loads.keys() == {"b", "d"}
        assert {who: share for who, share in column(rows, "load").items() if share} == loads
        assert one(rows, "d").because == one(brokered_load(network), "d").because

    def test_lines_at_a_level_are_those_of_that_level(self):
        network = four(
            issues=owned("b"),
            dependencies=needs(("a", 3, "all", ["c"])),
            contacts=[
                *agreed([("a", "c")], "operational"),
                *agreed([("a", "d"), ("d", "c")], "governing"),
            ],
            interviews=asked(*FOUR),
        )
        assert column(coordination_load(network), "load")["d"] == 0
        assert column(coordination_load(network, level="governing"), "load")["d"] == 0.5

    def test_a_component_of_which_there_is_nothing_is_left_out(self):
        network = four(issues=owned("a"), contributions=shared(("b", 0)))
        assert dict(one(coordination_load(network), "a").profile) == {"issues": 1}
        assert effective_pullers(network) == 1

    def test_of_an_issue_only_its_own_coordination_counts(self):
        network = four(
            issues=owned("a", "b"),
            agreements=[action("plan", "c", issue="issue 2"), action("visit", "d")],
            contributions=shared(("d", 4)),
            dependencies=needs(("a", 3, "all", ["c"]), issue="issue 1"),
            contacts=agreed([("a", "d"), ("d", "c")]),
            interviews=asked(*FOUR),
        )
        second = coordination_load(network, issue="issue 2")
        assert column(second, "load") == {"a": 0, "b": 0.5, "c": 0.5, "d": 0}
        first = coordination_load(network, issue="issue 1")
        assert column(first, "load") == {"a": 0.5, "b": 0, "c": 0, "d": 0.5}


class TestComponentsThatAreGiven:
    network = four(issues=owned(*"aab"))

    def test_they_count_beside_those_of_the_case(self):
        chaired = {"meetings chaired": {"a": 1, "b": 3, "c": 0, "d": 0}}
        row = one(coordination_load(self.network, components=chaired), "b")
        assert dict(row.profile) == {"issues": 1 / 3, "meetings chaired": 3 / 4}
        assert row.load == pytest.approx((1 / 3 + 3 / 4) / 2)

    @pytest.mark.parametrize(
        "amounts", [{"a": 1, "b": 3, "c": 2}, {**dict.fromkeys(FOUR, 1), "c": None}]
    )
    def test_what_is_not_known_of_one_is_left_out_for_all(self, amounts):
        found = coordination_load(self.network, components={"calls": amounts})
        assert column(found, "load") == column(coordination_load(self.network), "load")
        assert [str(caveat) for caveat in found.caveats] == [
            "This component is left out, because it is not known of every organisation: calls."
        ]

    def test_one_of_the_same_name_replaces_that_of_the_case(self):
        owned_by_all = {"issues": dict.fromkeys(FOUR, 1)}
        found = coordination_load(self.network, components=owned_by_all)
        assert column(found, "load") == dict.fromkeys(FOUR, 0.25)

    def test_an_empty_one_takes_that_of_the_case_out(self):
        network = with_records(self.network, agreements=[action("plan", "d")])
        found = coordination_load(network, components={"issues": {}})
        assert (one(found, "d").load, found.caveats) == (1, ())

    def test_one_that_is_divided_as_another_is_told_of(self):
        found = coordination_load(
            self.network, components={"leading": {**dict.fromkeys(FOUR, 0), "a": 20, "b": 10}}
        )
        assert [str(caveat) for caveat in found.caveats] == [
            "These are divided in the same way: the issues with an owner and leading; if it is the "
            "same work, it counts twice."
        ]

    def test_two_of_the_case_may_well_be_divided_in_the_same_way(self):
        network = four(issues=owned("a"), agreements=[action("plan", "a")])
        assert coordination_load(network).caveats == ()

    def test_of_a_kind_the_others_are_left_out_of_it(self):
        organisations = [{"id": one, "kind": "ministry" if one == "d" else "other"} for one in FOUR]
        network = replaced(self.network, organisations=organisations)
        calls = {"calls": {"a": 1, "b": 1, "c": 2, "d": 96}}
        found = coordination_load(network, kind="other", components=calls)
        assert one(found, "c").profile["calls"] == 0.5

    @pytest.mark.parametrize("amount", [-1, float("nan"), float("inf"), True, "much"])
    def test_what_is_no_amount_is_refused(self, amount):
        with pytest.raises(OptionError) as caught:
            coordination_load(self.network, components={"calls": {"a": amount}})
        shown = f"'{amount}'" if isinstance(amount, str) else repr(amount)
        assert str(caught.value) == (
            f"the amount {shown} of 'a' in the component 'calls' is not a number of 0 or more."
        )

    def test_an_organisation_that_is_not_there_is_refused(self):
        for measure in (coordination_load, effective_pullers):
            with pytest.raises(UnknownNameError, match="organisation 'e' is not known"):
                measure(self.network, components={"calls": {"e": 1}})


class TestFairShares:
    network = four(issues=owned(*"aab"))

    def test_they_can_be_given(self):
        rows = coordination_load(self.network, fair={"a": 0.5, "b": 0.3, "c": 0.2})
        assert column(rows, "fair") == {"a": 0.5, "b": 0.3, "c": 0.2, "d": 0}
        ratios = column(rows, "ratio")
        assert ratios == {"a": pytest.approx(4 / 3), "b": pytest.approx(10 / 9), "c": 0, "d": None}

    def test_they_add_up_to_1(self):
        with pytest.raises(OptionError) as caught:
            coordination_load(self.network, fair={"a": 0.5, "b": 0.3})
        assert str(caught.value) == "the fair shares add up to 0.8; they have to add up to 1."

    def test_none_of_them_is_negative(self):
        with pytest.raises(OptionError) as caught:
            coordination_load(self.network, fair={"a": 1.5, "b": -0.5})
        assert str(caught.value) == "the fair share 1.5 is not a number from 0 to 1."

    def test_an_organisation_that_is_not_there_is_refused(self):
        with pytest.raises(UnknownNameError, match="organisation 'e' is not known"):
            coordination_load(self.network, fair={"e": 1})


class TestWhoCouldShare:
    def test_those_who_have_to_do_with_the_same_and_carry_less_than_their_share(self):
        network = four(
            issues=[
                *owned(*"aa", involved=["b", "a"]),
                {"id": "issue 3", "owner": "b", "involved": ["d"]},
            ],
            agreements=[action("plan", "a", "c"), action("visit", "a"), action("call", "a")],
        )
        rows = coordination_load(network)
        assert column(rows, "could_share") == {"a": ("c", "b"), "b": (), "c": (), "d": ()}

    def test_the_ends_of_a_line_could_meet_themselves(self):
        network = four(
            dependencies=needs(("a", 3, "all", ["c"])),
            contacts=agreed([("a", "d"), ("d", "c")]),
            interviews=asked(*FOUR),
        )
        assert one(coordination_load(network), "d").could_share == ("a", "c")

    def test_nobody_where_the_load_is_no_more_than_fair(self):
        network = four(issues=owned(*"aabc", involved=FOUR))
        assert column(coordination_load(network), "could_share") == {
            "a": ("d",),
            "b": (),
            "c": (),
            "d": (),
        }


class TestWhoAsksForIt:
    network = four(
        issues=owned("a"),
        dependencies=[
            {**row, "said": {"by": by}, "dependum": what}
            for row, by, what in zip(
                needs(
                    ("b", 2, "all", ["a"]),
                    ("c", 2, "all", ["a", "d"]),
                    ("d", 2, "all", ["a"]),
                    ("d", 2, "all", ["b"]),
                    ("a", 2, "any", ["a", "b"]),
                ),
                ("b", "c", "a", "d", "a"),
                ("direction", "direction", "direction", "money", "direction"),
                strict=True,
            )
        ],
    )

    def test_those_who_say_so_themselves(self):
        rows = coordination_load(self.network, dependums=["direction"])
        assert column(rows, "asked_by") == {"a": ("b", "c"), "b": ("a",), "c": (), "d": ("c",)}
        assert one(rows, "a").because == ("issue 1", "need 1", "need 2")
        assert set(rows.because) >= {"need 1", "need 2", "need 5"}

    def test_whatever_the_level_of_the_contacts_that_are_looked_at(self):
        rows = [row.with_fields({"level": "management"}) for row in self.network.dependencies]
        network = replaced(self.network, dependencies=rows)
        found = coordination_load(network, level="governing", dependums=["direction"])
        assert one(found, "a").asked_by == ("b", "c")

    def test_only_for_the_issue_that_is_looked_at(self):
        found = coordination_load(self.network, issue="issue 1", dependums=["direction"])
        assert one(found, "a").asked_by == ()

    def test_unless_nothing_was_named_to_look_for(self):
        assert set(column(coordination_load(self.network), "asked_by").values()) == {None}

    def test_what_nobody_needs_is_refused(self):
        with pytest.raises(UnknownNameError) as caught:
            coordination_load(self.network, dependums=["directions"])
        assert str(caught.value) == (
            "dependum 'directions' is not known; known are 'direction', 'money'. "
            "Did you mean 'direction'?"
        )

    def test_one_word_is_not_taken_for_a_list(self):
        with pytest.raises(OptionError) as caught:
            coordination_load(self.network, dependums="direction")
        assert (
            str(caught.value) == "dependums='direction' is one word; a list of words is expected."
        )


class TestUndefined:
    def test_where_nothing_was_recorded(self):
        found = coordination_load(four())
        assert list(found) == []
        reason = (
            "no coordination was recorded: no issue with an owner, no open agreement, nothing that "
            "was brought for everybody, no line that runs through others"
        )
        assert {who: str(why) for who, why in found.undefined.items()} == dict.fromkeys(
            FOUR, reason
        )
        assert str(effective_pullers(four()).reason) == reason

    def test_for_one_alone(self):
        alone = Network(organisations=named("a"), issues=owned("a"))
        found = coordination_load(alone)
        assert (list(found), str(found.undefined["a"])) == ([], "there is no other organisation")
        assert str(effective_pullers(alone).reason) == "there is no other organisation"


class TestWhatIsKnown:
    network = four(
        issues=owned("d"),
        dependencies=needs(("a", 3, "all", ["c"]), ("a", 3, "all", ["b"])),
        contacts=agreed([("a", "d"), ("d", "c")]),
        interviews=asked("c"),
    )

    def test_what_is_not_known_of_the_contacts_is_told(self):
        for measure in (coordination_load, effective_pullers):
            found = measure(self.network)
            assert [str(caveat) for caveat in found.caveats] == [
                "It is known of 66.7% of the pairs whether they are in contact; the others count as not.",
                "With more contacts known, lines can run another way, so there are no bounds.",
                "Of 1 pair it is not known whether the two speak to each other; it is left out.",
            ]
            assert found.known_share == pytest.approx(2 / 3)

    def test_it_does_not_matter_where_no_lines_of_others_count(self):
        given = {"brokered": dict.fromkeys(FOUR, 1)}
        for found in (
            coordination_load(self.network, components=given),
            coordination_load(replaced(self.network, dependencies=[])),
        ):
            assert (found.caveats, found.known_share) == ((), None)


def slow_loads(network):
    """The mean of the shares, component by component, from nothing but sums."""
    issues = summed((one.owner, 1) for one in network.issues if one.owner)
    whole = [set(row.who) for row in network.agreements]
    actions = summed((one, Fraction(1, len(who))) for who in whole for one in who)
    lines = summed((row.organisation, Fraction(row.load)) for row in brokered_load(network))
    pots = {}
    for flow in flows(network):
        if flow.taker == "together":
            pots.setdefault((flow.resource, flow.unit), []).append((flow.giver, flow.amount))
    counted = [pot for pot in pots.values() if None not in [amount for _, amount in pot]]
    work = mean([divided(summed(pot)) for pot in counted])
    return mean([divided(issues), divided(actions), work, divided(lines)])


def summed(pairs):
    """The sum of each; twice the same giver is one flow for each dossier."""
    found = {}
    for who, amount in pairs:
        found[who] = found.get(who, Fraction(0)) + amount
    return found


def divided(counts):
    total = sum(counts.values())
    return {who: count / total for who, count in counts.items()} if total else {}


def mean(shares):
    left = [one for one in shares if one]
    everybody = {who for one in left for who in one}
    return {who: sum(one.get(who, Fraction(0)) for one in left) / len(left) for who in everybody}


@given(cases())
def test_the_loads_are_those_of_the_slow_way(network):
    slow = slow_loads(network)
    for row in coordination_load(network):
        assert row.load == float(slow.get(row.organisation, 0))
    pullers = effective_pullers(network).value
    assert pullers == (float(1 / sum(x * x for x in slow.values())) if slow else None)


@given(cases())
def test_the_loads_add_up_to_1_and_so_does_each_part_of_the_profile(network):
    rows = coordination_load(network)
    if rows:
        assert sum(row.load for row in rows) == pytest.approx(1)
        for name in rows[0].profile:
            assert sum(row.profile[name] for row in rows) == pytest.approx(1)
        assert all(0 <= row.ratio <= len(network.ids) for row in rows)


@given(cases())
def test_as_if_between_one_and_all_pulled_and_below_two_one_does_more_than_half(network):
    pullers = effective_pullers(network).value
    flagged = [row for row in coordination_load(network) if row.flag]
    if pullers is None:
        assert flagged == []
        return
    assert 1 <= pullers <= len(network.ids)
    assert len(flagged) <= 1
    if pullers < 2:
        assert flagged[0].load > 1 / 2


@given(
    st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any), st.sampled_from([2, 10, 0.5])
)
def test_the_scale_of_a_component_is_no_matter(amounts, scale):
    network = four(issues=owned(*"aab"))
    small, large = (
        {"calls": dict(zip(FOUR, (amount * by for amount in amounts), strict=True))}
        for by in (1, scale)
    )
    one, other = (coordination_load(network, components=given) for given in (small, large))
    assert one.to_rows() == other.to_rows()


@given(st.integers(2, 6), st.integers(1, 3))
def test_where_all_carry_alike_all_count_as_pullers(size, times):
    names = [f"p{number}" for number in range(size)]
    network = Network(
        organisations=named(*names),
        issues=owned(*(names * times)),
        agreements=[action("plan", *names)],
        contributions=shared(*((name, 2) for name in names)),
    )
    assert effective_pullers(network) == size
    assert set(column(coordination_load(network), "ratio").values()) == {1}


@given(cases())
def test_who_could_share_carries_less_than_its_fair_share(network):
    rows = coordination_load(network)
    ratios = column(rows, "ratio")
    for row in rows:
        assert all(ratios[who] < 1 for who in row.could_share)
        assert row.ratio > 1 or not row.could_share
