"""Which places stay the same whatever was misheard, and who stands above whom."""

import json
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import (
    asked,
    backwards,
    gifts,
    named,
    needing,
    needs,
    pair_of,
    relabelled,
    renamed,
    replaced,
    with_records,
)
from strategies import arrows, cases

from netdeps import Network, edition, measures
from netdeps.errors import NetdepsError, OptionError, UnknownNameError
from netdeps.inference import RankStability, chance_above, rank_stability
from netdeps.inference.looking import competition_ranks
from netdeps.inference.worlds import MOST_WORLDS
from netdeps.results import About, Findings, Row, Scores
from netdeps.words import Bilingual, Phrase

A_FEW = settings(max_examples=15)
CHANCES = (0.0, 0.045, 0.25, 0.5, 0.9, 0.955, 1.0)


def told(*said):
    """Needs of which it is this sure: depender, dependee, chance."""
    rows = needs(*((depender, 2, "all", [dependee]) for depender, dependee, _ in said))
    return [
        {**row, "said": {"confidence": chance}}
        for row, (_, _, chance) in zip(rows, said, strict=True)
    ]


def doubted(*said, names="abcd"):
    return Network(organisations=named(*names), dependencies=told(*said))


def two_to_one():
    """a is needed for sure, and by one more as likely as not; b by one, with chance 9/10."""
    return doubted(("c", "a", 1), ("d", "a", 0.5), ("c", "b", 0.9))


@st.composite
def doubtful(draw, *, chances=CHANCES):
    """Needs between a few organisations, each with the chance that it is true."""
    names, ties = draw(arrows(min_size=2, max_size=4))
    ties = ties[:5]
    said = [(one, other, draw(st.sampled_from(chances))) for one, other in ties]
    return doubted(*said, names=names)


def by_finding(found):
    return {row.finding: row for row in found}


def ranks(values):
    """Everybody's place, by counting who stands above."""
    return {one: 1 + sum(other > values[one] for other in values.values()) for one in values}


def every_world(network):
    """Each way in which the needs can be true, with its chance, written out."""
    rows = network.dependencies
    for way in product([True, False], repeat=len(rows)):
        weight = Fraction(1)
        for row, true in zip(rows, way, strict=True):
            chance = Fraction(repr(row.said.confidence))
            weight *= chance if true else 1 - chance
        if weight:
            kept = [row for row, true in zip(rows, way, strict=True) if true]
            yield weight, dict(measures.in_degree(replaced(network, dependencies=kept)))


def at_share(outcomes, share):
    """The lowest value that this share does not exceed."""
    return min(
        value
        for value, _ in outcomes
        if sum(weight for other, weight in outcomes if other <= value) >= share
    )


class TestWorkedOut:
    def test_one_stands_above_another_or_beside_it(self):
        found = chance_above(two_to_one(), measures.in_degree, "a", "b")
        assert (found.above, found.tie, found.below, found.undefined) == (0.55, 0.45, 0, 0)
        assert (found.exact, found.worlds, found.seed) == (True, 4, None)

    def test_the_other_way_round_it_is_the_mirror(self):
        found = chance_above(two_to_one(), measures.in_degree, "b", "a")
        assert (found.above, found.tie, found.below) == (0, 0.45, 0.55)

    def test_the_places_of_both(self):
        found = by_finding(rank_stability(two_to_one(), measures.in_degree))
        assert found["a",].to_dict() == {
            "finding": ["a"],
            "median": 1.0,
            "low": 1.0,
            "high": 2.0,
            "best_rank": 1,
            "worst_rank": 1,
            "top": 0.775,
            "undefined_share": 0.0,
            "exact": True,
            "worlds": 4,
            "because": ["need 2", "need 3"],
        }
        other = found["b",]
        assert (other.median, other.low, other.high) == (1, 0, 1)
        assert (other.best_rank, other.worst_rank, other.top) == (1, 2, 0.225)

    def test_who_ties_shares_the_best_place(self):
        assert competition_ranks({("a",): 3.0, ("b",): 2.0, ("c",): 2.0, ("d",): 1.0}) == {
            ("a",): 1,
            ("b",): 2,
            ("c",): 2,
            ("d",): 4,
        }

    def test_a_gap_that_hangs_on_a_doubtful_need(self):
        """3/4 where the need is true and there is no gap where it is not."""
        (need,) = needs(("care", 3, "all", ["housing"]), level="governing")
        network = pair_of(
            dependencies=[{**need, "said": {"confidence": 0.25}}],
            interviews=asked("care", "housing"),
        )
        (row,) = rank_stability(network, measures.contact_gaps)
        assert (row.finding, row.told.severity) == ((("care", "housing"),), 0.75)
        assert (row.median, row.low, row.high) == (0.75, 0.75, 0.75)
        assert (row.best_rank, row.worst_rank) == (1, 1)
        assert (row.top, row.undefined_share) == (0.25, 0.75)

    def test_shares_are_those_of_the_worlds_in_which_it_is_found(self):
        """Not found 3/8; 1/4 in 3/8, 3/4 and 13/16 in 1/8 each: the middle of 5/8 is 1/4."""
        wanted = needs(
            ("care", 1, "all", ["housing"]), ("care", 3, "all", ["housing"]), level="governing"
        )
        network = pair_of(
            dependencies=[
                {**row, "said": {"confidence": chance}}
                for row, chance in zip(wanted, (0.5, 0.25), strict=True)
            ],
            interviews=asked("care", "housing"),
        )
        (row,) = rank_stability(network, measures.contact_gaps)
        assert (row.low, row.median, row.high) == (0.25, 0.25, 13 / 16)
        assert (row.undefined_share, row.top) == (3 / 8, 5 / 8)

    def test_a_statement_that_is_certainly_untrue_is_never_there(self):
        network = doubted(("c", "a", 0), ("c", "b", 1))
        found = by_finding(rank_stability(network, measures.in_degree))
        assert (found["a",].high, found["b",].low, found["b",].top) == (0, 1, 1)
        assert {row.worlds for row in found.values()} == {1}
        assert {row.because for row in found.values()} == {("need 1",)}


@A_FEW
@given(doubtful())
def test_every_figure_is_that_of_all_worlds_written_out(network):
    worlds = list(every_world(network))
    found = by_finding(rank_stability(network, measures.in_degree))
    assert found.keys() == {(one,) for one in network.ids}
    for one in network.ids:
        row, values = found[one,], [(scores[one], weight) for weight, scores in worlds]
        places = {ranks(scores)[one] for _, scores in worlds}
        top = sum(
            weight / Counter(ranks(scores).values())[1]
            for weight, scores in worlds
            if ranks(scores)[one] == 1
        )
        assert (row.best_rank, row.worst_rank) == (min(places), max(places))
        assert row.top == float(top)
        assert [row.low, row.median, row.high] == [
            at_share(values, Fraction(share, 100)) for share in (5, 50, 95)
        ]


@A_FEW
@given(doubtful(), st.data())
def test_every_chance_is_that_of_all_worlds_written_out(network, data):
    one, other = data.draw(st.permutations(network.ids))[:2]
    chances = Counter()
    for weight, scores in every_world(network):
        chances[(scores[one] > scores[other]) - (scores[one] < scores[other])] += weight
    found = chance_above(network, measures.in_degree, one, other)
    assert [found.above, found.tie, found.below] == [float(chances[sign]) for sign in (1, 0, -1)]


@given(doubtful())
def test_places_run_from_1_to_n_and_the_chances_of_the_first_add_up_to_1(network):
    found = rank_stability(network, measures.in_degree)
    assert all(1 <= row.best_rank <= row.worst_rank <= len(network.ids) for row in found)
    assert all(row.low <= row.median <= row.high for row in found)
    assert sum(row.top for row in found) == pytest.approx(1)


@given(doubtful(chances=(0.0, 1.0)))
def test_without_doubt_nothing_has_any_width(network):
    for row in rank_stability(network, measures.in_degree):
        assert (row.low, row.best_rank) == (row.high, row.worst_rank)
        assert (row.worlds, row.exact) == (1, True)


@A_FEW
@given(doubtful(), st.data())
def test_what_supports_one_never_lowers_its_chance_to_stand_above(network, data):
    one, other = data.draw(st.permutations(network.ids))[:2]
    wanted = st.sampled_from([name for name in network.ids if name != one])
    depender = data.draw(wanted)
    chances = sorted(data.draw(st.lists(st.sampled_from(CHANCES), min_size=2, max_size=2)))
    less, more = (
        chance_above(
            with_records(
                network, dependencies=[{**told((depender, one, chance))[0], "id": "more"}]
            ),
            measures.in_degree,
            one,
            other,
        )
        for chance in chances
    )
    assert less.above <= more.above + 1e-12
    assert less.below >= more.below - 1e-12


@A_FEW
@given(doubtful(), st.data())
def test_other_ids_stand_in_the_same_places(network, data):
    fresh = [f"new-{number}" for number in range(len(network.ids))]
    names = dict(zip(network.ids, data.draw(st.permutations(fresh)), strict=True))
    there = by_finding(rank_stability(relabelled(network, names), measures.in_degree))
    for row in rank_stability(network, measures.in_degree):
        expected = {**row.to_dict(), "finding": renamed(list(row.finding), names)}
        assert there[names[row.finding[0]],].to_dict() == expected


@A_FEW
@given(doubtful())
def test_the_order_of_the_statements_is_no_matter(network):
    for options in ({}, {"most": 1, "worlds": 20}):
        one, other = (
            rank_stability(one, measures.in_degree, **options)
            for one in (network, backwards(network))
        )
        assert one.to_dict() == other.to_dict()


@A_FEW
@given(cases(max_size=4), st.sampled_from([measures.contact_gaps, measures.betweenness]))
def test_without_doubt_the_places_are_those_of_the_measure(network, measure):
    result = measure(network)
    values = (
        {row.key: row.rank for row in result}
        if measure is measures.contact_gaps
        else {(one,): value for one, value in result.items()}
    )
    found = by_finding(rank_stability(network, measure))
    assert {key: row.median for key, row in found.items()} == values
    assert {key: row.best_rank for key, row in found.items()} == ranks(values)


def much_doubted():
    return doubted(
        ("c", "a", 0.3), ("d", "a", 0.5), ("b", "a", 0.7), ("c", "b", 0.9), ("d", "b", 0.4)
    )


class TestASample:
    def test_it_agrees_with_looking_at_every_world(self):
        exact = by_finding(rank_stability(much_doubted(), measures.in_degree))
        drawn = rank_stability(much_doubted(), measures.in_degree, most=1, worlds=800)
        for row in drawn:
            whole = exact[row.finding]
            assert (whole.exact, row.exact, row.worlds) == (True, False, 800)
            error = (whole.top * (1 - whole.top) / 800) ** 0.5
            assert abs(row.top - whole.top) <= 4 * error
            assert (row.best_rank, row.worst_rank) == (whole.best_rank, whole.worst_rank)

    def test_chances_agree_with_those_of_every_world(self):
        exact, drawn = (
            chance_above(much_doubted(), measures.in_degree, "a", "b", most=most, worlds=800)
            for most in (32, 31)
        )
        assert (exact.exact, drawn.exact, drawn.seed) == (True, False, 0)
        for name in ("above", "tie", "below"):
            whole = getattr(exact, name)
            assert abs(getattr(drawn, name) - whole) <= 4 * (whole * (1 - whole) / 800) ** 0.5

    def test_both_look_at_the_same_worlds(self):
        """With only two who can be first, who is above is first, and a tie is shared."""
        network = doubted(("c", "a", 0.5), ("c", "b", 0.5), ("d", "c", 0.0))
        options = {"most": 1, "worlds": 50, "seed": 3}
        above = chance_above(network, measures.in_degree, "a", "b", **options)
        rows = by_finding(rank_stability(network, measures.in_degree, **options))
        assert above.above - above.below == pytest.approx(rows["a",].top - rows["b",].top)

    def test_the_same_seed_gives_the_same_worlds_whatever_was_asked_before(self):
        options = {"most": 1, "worlds": 40, "seed": 9}
        first = rank_stability(much_doubted(), measures.in_degree, **options)
        rank_stability(much_doubted(), measures.out_degree, **options)
        again = rank_stability(much_doubted(), measures.in_degree, **options)
        assert first.to_dict() == again.to_dict()
        tops = {
            tuple(
                row.top
                for row in rank_stability(
                    much_doubted(), measures.in_degree, most=1, worlds=40, seed=seed
                )
            )
            for seed in range(3)
        }
        assert len(tops) > 1

    def test_each_measure_is_seen_in_worlds_of_its_own(self):
        def renamed_degree(network):
            scores = measures.in_degree(network)
            return Scores(scores, About(name="other", definition=Bilingual("", "")))

        one, other = (
            [row.top for row in rank_stability(much_doubted(), measure, most=1, worlds=40)]
            for measure in (measures.in_degree, renamed_degree)
        )
        assert one != other

    def test_it_says_how_far_it_can_be_off(self):
        exact, drawn = (
            rank_stability(much_doubted(), measures.in_degree, most=most, worlds=400)
            for most in (32, 31)
        )
        assert [one.key for one in exact.caveats] == [
            "caveat.facilitator_only",
            "caveat.independent_mistakes",
        ]
        assert str(drawn.caveats[-1]) == (
            "The shares are estimates from 400 random draws; they can easily be 2.5 percentage "
            "points off."
        )

    def test_every_world_of_sixteen_doubts_is_looked_at_and_of_seventeen_a_sample(self):
        assert MOST_WORLDS == 2**16
        calls = Counter()

        def counting(network):
            calls["times"] += 1
            about = About(name="counting", definition=Bilingual("", ""))
            return Scores({one: float(len(network.claims)) for one in network.ids}, about)

        claims = [{"about": "a", "topic": "role", "text": "…", "said": {"confidence": 0.9}}] * 17
        network = Network(organisations=named("a"), claims=claims)
        (row,) = rank_stability(network, counting, worlds=50)
        assert (row.exact, row.worlds) == (False, 50)
        assert calls["times"] <= 51
        assert row.low < row.median <= row.high


class TestMeasures:
    def test_an_organisation_is_there_however_unsure_somebody_was(self):
        network = Network(
            organisations=[{"id": "a", "said": {"confidence": 0.1}}, *named("b")],
        )
        assert {row.finding for row in rank_stability(network, measures.degree)} == {("a",), ("b",)}

    def test_where_what_a_measure_asks_for_is_not_there_nobody_has_a_place(self):
        def heard(network):
            return measures.in_degree(network, layer="contribution", dossier="care")

        network = Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 2.0), dossier="care", said={"confidence": 0.75}),
        )
        found = by_finding(rank_stability(network, heard))
        assert {row.undefined_share for row in found.values()} == {0.25}
        assert (found["b",].top, found["a",].top) == (0.75, 0)
        chance = chance_above(network, heard, "b", "a")
        assert (chance.above, chance.undefined) == (0.75, 0.25)

    def test_whoever_never_has_a_value_has_a_reason(self):
        alone = Network(organisations=named("a"))
        found = rank_stability(alone, measures.harmonic_closeness)
        assert (list(found), dict(found.undefined)) == (
            [],
            {"a": Phrase("reason.no_value_anywhere")},
        )
        assert chance_above(alone, measures.harmonic_closeness, "a", "a").undefined == 1

    def test_a_finding_that_is_never_true_has_a_reason(self):
        (need,) = needs(("care", 3, "all", ["housing"]), level="governing")
        network = pair_of(
            dependencies=[{**need, "said": {"confidence": 0}}], interviews=asked("care", "housing")
        )
        found = rank_stability(network, measures.contact_gaps)
        assert (list(found), list(found.undefined)) == ([], ["care – housing"])

    def test_a_finding_of_which_the_weight_is_not_known_has_no_place(self):
        @dataclass(frozen=True, kw_only=True)
        class Weighed(Row):
            organisation: str
            weight: float | None

            @property
            def rank(self):
                return self.weight

        def weighed(network):
            weights = {"a": 2.0, "b": None, "c": 1.0}
            rows = [Weighed(organisation=one, weight=weights[one]) for one in network.ids]
            return Findings(rows, About(name="weighed", definition=Bilingual("", "")))

        found = rank_stability(Network(organisations=named("a", "b", "c")), weighed)
        assert [(row.finding, row.best_rank) for row in found] == [(("a",), 1), (("c",), 2)]
        assert list(found.undefined) == ["b"]

    def test_findings_are_compared_by_their_keys(self):
        wanted = [("care", 3, "all", ["housing"]), ("care", 3, "all", ["city"])]
        rows = needs(*wanted, level="governing")
        network = pair_of(
            dependencies=[rows[0], {**rows[1], "said": {"confidence": 0.5}}],
            interviews=asked("care", "housing"),
        )
        keys = (("care", "housing"),), (("care", "city"),)
        found = chance_above(network, measures.contact_gaps, *keys)
        assert found.to_dict() == {
            "first": [["care", "housing"]],
            "second": [["care", "city"]],
            "above": 0.5,
            "tie": 0.0,
            "below": 0.0,
            "undefined": 0.5,
            "exact": True,
            "worlds": 2,
            "seed": None,
        }

    def test_a_finding_may_be_there_only_where_something_is_untrue(self):
        network = pair_of(
            contacts=[
                {"between": ["care", "housing"], "said": {"by": one, "confidence": 0.5}}
                for one in ("care", "housing")
            ],
            interviews=asked("care", "housing"),
        )
        key = (("care", "housing"),)
        assert list(measures.contact_gaps(network)) == []
        found = chance_above(network, measures.contact_gaps, key, key)
        assert (found.tie, found.undefined) == (0.75, 0.25)
        (row,) = rank_stability(network, measures.contact_gaps)
        assert (row.finding, row.undefined_share) == (key, 0.25)

    def test_it_can_be_written_as_json(self):
        for measure in (measures.in_degree, measures.gaps):
            found = rank_stability(two_to_one(), measure)
            assert json.loads(json.dumps(found.to_dict(), allow_nan=False)) == found.to_dict()
            assert all(isinstance(row, RankStability) for row in found)

    def test_an_empty_network_breaks_nothing(self):
        assert list(rank_stability(Network(), measures.in_degree)) == []

    def test_the_network_stays_as_it_is(self):
        network = much_doubted()
        before = network.model_dump_json()
        rank_stability(network, measures.in_degree)
        assert network.model_dump_json() == before


class TestRefused:
    def test_findings_that_are_not_ranked(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", 2.0)))
        with pytest.raises(OptionError) as caught:
            rank_stability(network, measures.give_and_take)
        assert str(caught.value) == (
            "the findings of 'give_and_take' are not ranked; scores, or findings with a rank, are "
            "expected."
        )

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"worlds": 0}, "worlds=0 was asked for; a whole number of at least 1 is expected."),
            ({"most": 0}, "most=0 was asked for; a whole number of at least 1 is expected."),
            ({"seed": -3}, "seed=-3 was asked for; a whole number of at least 0 is expected."),
        ],
        ids=["worlds", "most", "seed"],
    )
    def test_a_number_that_cannot_be(self, options, message):
        for asks in (
            lambda: rank_stability(two_to_one(), measures.in_degree, **options),
            lambda: chance_above(two_to_one(), measures.in_degree, "a", "b", **options),
        ):
            with pytest.raises(OptionError) as caught:
                asks()
            assert str(caught.value) == message

    def test_somebody_who_is_not_there(self):
        with pytest.raises(UnknownNameError) as caught:
            chance_above(two_to_one(), measures.in_degree, "a", "bb")
        assert str(caught.value) == (
            "organisation or finding 'bb' is not known; known are 'a', 'b', 'c', 'd'. "
            "Did you mean 'b'?"
        )

    def test_what_is_no_key(self):
        with pytest.raises(OptionError) as caught:
            chance_above(two_to_one(), measures.in_degree, "a", ["b"])
        assert str(caught.value) == "['b'] is neither an organisation nor the key of a finding."

    def test_an_edition(self):
        with pytest.raises(NetdepsError, match=r"^a Network is expected; Edition"):
            rank_stability(edition(Network(), "public"), measures.degree)


def test_a_network_of_needs_alone_is_sure():
    found = rank_stability(needing("abc", [("a", "b"), ("c", "b")]), measures.in_degree)
    assert [(row.finding, row.because) for row in found] == [
        (("b",), ()),
        (("a",), ()),
        (("c",), ()),
    ]
