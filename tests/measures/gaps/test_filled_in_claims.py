"""About whom much is said that has not been heard from itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import asked, named, replaced, with_records
from strategies import agendas

from netdeps import Network, formats
from netdeps.errors import UnknownNameError
from netdeps.measures import filled_in_claims

EXAMPLES = Path(__file__).parents[3] / "examples"


def claim(text, by=None, about="c", **fields):
    return {
        "id": f"{text.strip()} by {by}",
        "about": about,
        "topic": "role",
        "text": text,
        "said": {"by": by},
        **fields,
    }


def talk(*claims, **fields):
    return Network(organisations=named("a", "b", "c"), claims=list(claims), **fields)


def only(network, **options):
    (row,) = filled_in_claims(network, **options)
    return row


class TestWorkedExamples:
    def test_of_five_claims_two_are_filled_in(self):
        """Two by C itself, three by others of which C confirmed one: 2/5."""
        row = only(
            talk(
                claim("one", "c"),
                claim("two", "c"),
                claim("three", "a"),
                claim("four", "b", confirmed_by=["c"]),
                claim("five", None),
            )
        )
        assert (row.claims, row.filled_in, row.share) == (5, 2, 2 / 5)

    def test_three_claims_none_of_them_its_own(self):
        row = only(
            talk(claim("one", "a"), claim("two", "b"), claim("three", "a"), interviews=asked("c"))
        )
        assert (row.claims, row.filled_in, row.share) == (3, 3, 1)


class TestWhatIsItsOwn:
    def test_the_same_claim_by_several_counts_once(self):
        row = only(talk(claim("it waits", "a"), claim(" It waits", "b"), claim("it gives", "c")))
        assert (row.claims, row.filled_in, row.share) == (2, 1, 1 / 2)

    def test_another_topic_makes_another_claim(self):
        network = talk(claim("it waits", "a"), claim("it waits", "b", topic="motive"))
        assert only(network).claims == 2

    def test_what_it_says_itself_is_its_own_whoever_else_says_it(self):
        assert only(talk(claim("it waits", "a"), claim("it waits", "c"))).filled_in == 0

    def test_what_another_confirms_is_not_its_own(self):
        assert (
            only(talk(claim("it waits", "a", confirmed_by=["b"]), claim("x", "c"))).filled_in == 1
        )


class TestWhatItDenied:
    def test_who_denied_something_comes_first(self):
        network = talk(
            claim("it waits", "a", denied_by=["c"]),
            claim("it gives", "c"),
            claim("it gives", "c", about="b", id="of b"),
            claim("it is slow", "c", about="a", id="of a"),
            interviews=asked("a", "b", about="claims"),
        )
        rows = filled_in_claims(network)
        assert [(row.organisation, row.share) for row in rows] == [("c", 0.5), ("a", 1), ("b", 1)]
        assert rows[0].contradicted == ("it waits by a",)

    def test_what_another_denies_is_no_contradiction(self):
        row = only(talk(claim("it waits", "a", denied_by=["b"]), claim("x", "c")))
        assert row.contradicted == ()


class TestWhoIsNotAtTheTable:
    ABOUT = claim("it waits", "a")

    def test_who_said_nothing_and_was_never_asked_has_no_share(self):
        found = filled_in_claims(talk(self.ABOUT))
        assert (found[0].share, found[0].filled_in) == (None, 1)
        assert {key: str(reason) for key, reason in found.undefined.items()} == {
            "c": "it is not at the table: nothing was heard from itself"
        }

    @pytest.mark.parametrize(
        "fields",
        [
            {"interviews": asked("c", about="ratings")},
            {"concerns": [{"theme": "pace", "said": {"by": "c"}}]},
            {"claims": [ABOUT, claim("it is slow", "b", about="a", denied_by=["c"])]},
            {
                "dependencies": [
                    {
                        "depender": "a",
                        "dependum": "x",
                        "dependees": ["c"],
                        "acknowledged_by": ["c"],
                    }
                ]
            },
        ],
        ids=["interviewed", "spoke", "denied something", "acknowledged something"],
    )
    def test_whoever_was_heard_at_all_has_a_share(self, fields):
        network = replaced(talk(self.ABOUT), **fields)
        row = next(row for row in filled_in_claims(network) if row.organisation == "c")
        assert row.share == 1

    def test_who_has_no_share_comes_last(self):
        network = talk(self.ABOUT, claim("fine", "b", about="b"))
        assert [row.organisation for row in filled_in_claims(network)] == ["b", "c"]


class TestWhatElse:
    def test_whether_it_was_asked_about_claims(self):
        about = claim("it waits", "a")
        assert not only(talk(about, interviews=asked("c"))).asked
        told_of_another = [{**asked("a", about="claims")[0], "said": {"by": "c"}}]
        assert not only(talk(about, interviews=told_of_another)).asked
        row = only(talk(about, interviews=asked("c", about="claims")))
        assert row.asked
        assert row.because == ("interview c any claims", "it waits by a")

    def test_one_word_of_its_own_shows_that_it_is_there(self):
        concerns = [{"id": name, "theme": "pace", "said": {"by": "c"}} for name in ("w2", "w1")]
        row = only(talk(claim("it waits", "a"), concerns=concerns))
        assert row.because == ("it waits by a", "w1")

    def test_of_a_kind_only_what_is_said_about_it_is_listed(self):
        network = replaced(
            talk(claim("it waits", "a"), claim("slow", "c", about="a")),
            organisations=[{"id": "c", "kind": "ministry"}, *named("a", "b")],
        )
        row = only(network, kind="ministry")
        assert (row.organisation, row.share) == ("c", 1)
        with pytest.raises(UnknownNameError):
            filled_in_claims(network, kind="minstry")

    def test_inside_an_organisation_only_what_is_said_about_its_parts_counts(self):
        network = with_records(
            talk(claim("it waits", "a")),
            organisations=named("desk", part_of="a"),
            claims=[claim("far away", "desk", about="desk")],
        )
        assert only(network, inside="a").organisation == "desk"


def slow_share(network, who):
    """Own and all different claims about an organisation, one statement at a time."""
    about = [one for one in network.claims if one.about == who]
    key = {one.id: (one.topic.strip().lower(), one.text.strip().lower()) for one in about}
    own = {key[one.id] for one in about if who == one.said.by or who in one.confirmed_by}
    every = set(key.values())
    rows = [*network.issues, *network.tables, *network.agreements, *network.stakes]
    rows += [*network.claims, *network.concerns, *network.interviews, *network.contacts]
    rows += network.dependencies
    heard = {one.said.by for one in rows} | {one.organisation for one in network.interviews}
    answered = {name for one in network.claims for name in (*one.confirmed_by, *one.denied_by)}
    acknowledged = {name for one in network.dependencies for name in one.acknowledged_by}
    there = who in heard | answered | acknowledged
    share = len(every - own) / len(every) if there else None
    return len(every), len(every - own), share


@given(agendas())
def test_every_share_is_that_of_the_claims_one_by_one(network):
    found = filled_in_claims(network)
    about = {one.about for one in network.claims}
    assert {row.organisation: (row.claims, row.filled_in, row.share) for row in found} == {
        who: slow_share(network, who) for who in about
    }
    assert set(found.undefined) == {row.organisation for row in found if row.share is None}
    order = [(not row.contradicted, -1 if row.share is None else row.share) for row in found]
    assert order == sorted(order, key=lambda key: (key[0], -key[1]))


def rows_by_party(network):
    return {row.organisation: row for row in filled_in_claims(network)}


@given(agendas(), st.data())
def test_an_own_word_or_a_confirmation_never_raises_the_share(network, data):
    if not network.claims:
        return
    one = data.draw(st.sampled_from(network.claims))
    before = rows_by_party(network)[one.about]
    own = with_records(network, claims=[claim("we say so", one.about, about=one.about, id="own")])
    confirmed = replaced(
        network,
        claims=[
            row.with_fields({"confirmed_by": [*row.confirmed_by, one.about]}) if row == one else row
            for row in network.claims
        ],
    )
    for after in (rows_by_party(own)[one.about], rows_by_party(confirmed)[one.about]):
        assert after.share <= (1 if before.share is None else before.share)


@given(agendas(), st.data())
def test_the_same_claim_by_one_more_speaker_changes_nothing(network, data):
    if not network.claims:
        return
    one = data.draw(st.sampled_from(network.claims))
    again = one.with_fields({"id": "again", "confirmed_by": [], "denied_by": [], "said": {}})
    before, after = (
        rows_by_party(net)[one.about] for net in (network, with_records(network, claims=[again]))
    )
    assert (after.claims, after.filled_in, after.share) == (
        before.claims,
        before.filled_in,
        before.share,
    )


@given(agendas(), st.data())
def test_what_is_said_about_another_changes_no_share(network, data):
    about = data.draw(st.sampled_from(network.ids))
    more = with_records(network, claims=[claim("new", None, about=about, id="new")])
    before, after = rows_by_party(network), rows_by_party(more)
    for who in set(before) - {about}:
        assert after[who].to_dict() == before[who].to_dict()


class TestTheCases:
    def test_leiden_l12_three_of_seven_pictures_of_the_municipality_are_filled_in(self):
        leiden = formats.read(EXAMPLES / "leiden.yaml")
        rows = rows_by_party(leiden)
        assert (rows["leiden"].claims, rows["leiden"].filled_in) == (7, 3)
        assert rows["leiden"].asked
        assert rows["buur-a"].share == 1
        assert rows["care-c"].share == 0

    def test_hengelo_half_of_what_is_said_about_the_municipality_comes_from_others(self):
        hengelo = formats.read(EXAMPLES / "hengelo.yaml")
        row = rows_by_party(hengelo)["hengelo"]
        assert (row.claims, row.filled_in, row.share, row.asked) == (6, 3, 0.5, False)
