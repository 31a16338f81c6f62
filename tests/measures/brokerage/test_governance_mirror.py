"""How a collaboration is said to be directed, beside how it looks."""

from fractions import Fraction
from itertools import combinations
from math import comb, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, complete, cycle, named, relabelled, replaced, speaking, star
from strategies import cases

from netdeps import Network
from netdeps.errors import OptionError
from netdeps.graph import Layer
from netdeps.measures import coordination_load, degree_centralisation, governance_mirror
from netdeps.measures.brokerage import uniform_graphs
from netdeps.measures.brokerage.uniform_graphs import centralisation_position

SIX = "abcdef"
HUB = [*(("a", one) for one in "bcdef"), ("b", "c")]
"""Degrees 5, 2, 2, 1, 1 and 1."""


def told(form=None, by=None, **fields):
    name = " ".join(["answer", *map(str, (form, by, *fields.values()))])
    return {"id": name, "form": form, "said": {"by": by}, **fields}


def hub(*answers, **fields):
    network = speaking(SIX, HUB)
    return replaced(network, governance=answers, **fields)


def only(found):
    (row,) = found
    return row


def contact_graph(n, ties):
    """A layer of contacts between places."""
    found = np.array(sorted(ties), dtype=np.int64).reshape(-1, 2)
    return Layer(
        name="contact",
        order=tuple(f"o{number:03d}" for number in range(n)),
        directed=False,
        sources=found[:, 0].copy(),
        targets=found[:, 1].copy(),
        strengths=np.ones(len(found)),
        because=(),
        names={},
    )


def position(n, ties, **options):
    return centralisation_position(contact_graph(n, ties), **{"graphs": 500, "seed": 0, **options})


def slow_centralisation(n, ties):
    degrees = [sum(one in tie for tie in ties) for one in range(n)]
    return Fraction(sum(max(degrees) - one for one in degrees), (n - 1) * (n - 2))


class TestWorkedExample:
    """Six organisations with degrees 5, 2, 2, 1, 1, 1: 60 of the 5005 networks reach it."""

    def test_the_centralisation_is_nine_tenths(self):
        row = only(governance_mirror(hub()))
        assert row.centralisation == 0.9
        assert row.centralisation == degree_centralisation(hub())

    def test_sixty_of_5005_networks_are_as_centralised(self):
        row = only(governance_mirror(hub()))
        assert (row.probability, row.method) == (60 / 5005, "exact")

    def test_their_mean_is_much_lower(self):
        assert only(governance_mirror(hub())).expected == pytest.approx(0.3839, abs=5e-5)

    def test_the_counts_stand_beside_it(self):
        row = only(governance_mirror(hub()))
        assert (row.organisations, row.contacts, row.density) == (6, 6, 6 / 15)


class TestTheStructure:
    @pytest.mark.parametrize("n", [4, 5])
    def test_every_network_is_set_against_all_of_its_size(self, n):
        places = list(combinations(range(n), 2))
        for m in range(len(places) + 1):
            all_of_them = [slow_centralisation(n, ties) for ties in combinations(places, m)]
            for ties in list(combinations(places, m))[:20]:
                found = position(n, ties)
                own = slow_centralisation(n, ties)
                assert found.centralisation == own
                above = sum(one >= own for one in all_of_them)
                assert found.probability == Fraction(above, len(all_of_them))
                assert found.expected == sum(all_of_them) / len(all_of_them)
                assert found.exact

    def test_more_than_200000_networks_are_sampled(self):
        assert comb(comb(7, 2), 8) > uniform_graphs.MOST_EXACT > comb(comb(7, 2), 7)
        places = list(combinations(range(7), 2))
        assert position(7, places[:7]).exact
        assert not position(7, places[:8]).exact
        assert position(7, places[:14]).exact

    @pytest.mark.parametrize("ties", [HUB, HUB[1:], [(a, b) for a, b in combinations(SIX, 2)][:9]])
    def test_a_sample_is_near_all_of_them(self, ties, monkeypatch):
        network = speaking(SIX, ties)
        exact = only(governance_mirror(network))
        monkeypatch.setattr(uniform_graphs, "MOST_EXACT", 0)
        drawn = only(governance_mirror(network, graphs=4000))
        assert (exact.method, drawn.method) == ("exact", "sampled")
        p = exact.probability
        assert abs(drawn.probability - p) <= 4 * sqrt(p * (1 - p) / 4000) + 1 / 4001
        assert drawn.expected == pytest.approx(exact.expected, abs=0.02)

    def test_the_seed_decides_the_sample_and_a_sampled_share_is_never_0(self):
        network = star(12)
        one, same, other = (governance_mirror(network, graphs=50, seed=s)[0] for s in (1, 1, 2))
        assert one == same
        assert one.expected != other.expected
        assert one.probability == 1 / 51

    def test_batches_do_not_change_the_answer(self, monkeypatch):
        before = position(6, [(0, 1), (0, 2), (0, 3)])
        monkeypatch.setattr(uniform_graphs, "_CELLS", 13)
        assert position(6, [(0, 1), (0, 2), (0, 3)]) == before

    def test_a_wide_network_is_set_against_all_where_there_are_few(self):
        assert position(300, [(0, 1)]).probability == 1
        assert position(300, [(0, 1)]).exact

    @pytest.mark.parametrize("network", [complete(5), speaking("abcde", []), cycle(5)])
    def test_where_nobody_has_more_ties_all_are_as_centralised(self, network):
        row = only(governance_mirror(network))
        assert (row.centralisation, row.probability) == (0, 1)

    def test_of_fewer_than_five_nothing_is_said_of_the_structure(self):
        found = governance_mirror(replaced(star(4), governance=[told("shared")]))
        row = only(found)
        assert (row.centralisation, row.probability, row.expected, row.method) == (None,) * 4
        assert (row.contacts, row.density) == (3, 1 / 2)
        assert {key: str(why) for key, why in found.undefined.items()} == {
            "structure": "with fewer than five organisations the structure says nothing about how "
            "they direct their work"
        }
        assert list(governance_mirror(star(4))) == []

    def test_one_alone_has_no_density(self):
        network = Network(organisations=named("a"), governance=[told("shared")])
        assert only(governance_mirror(network)).density is None

    def test_at_a_level_only_contact_there_counts(self):
        contacts = [*agreed(HUB, "governing"), *agreed([("d", "e")], "operational")]
        network = Network(organisations=named(*SIX), contacts=contacts, interviews=asked(*SIX))
        assert only(governance_mirror(network)).contacts == 7
        assert only(governance_mirror(network, level="governing")).contacts == 6

    @pytest.mark.parametrize("graphs", [0, -1])
    def test_a_sample_of_nothing_is_refused(self, graphs):
        with pytest.raises(OptionError) as caught:
            governance_mirror(hub(), graphs=graphs)
        assert str(caught.value) == (
            f"graphs={graphs} was asked for; a whole number of at least 1 is expected."
        )


class TestWhatIsSaid:
    def test_who_says_so_and_who_is_said_to_call_and_to_plan(self):
        answers = [
            told("lead_organisation", "b", convener="a", agenda_setter="c"),
            told("lead_organisation", "c", convener="d"),
            told("lead_organisation", None, convener="a"),
        ]
        row = only(governance_mirror(hub(*answers)))
        assert row.governance == "lead_organisation"
        assert (row.said_by, row.differs) == (("b", "c"), False)
        assert (row.conveners, row.agenda_setters) == (("a", "d"), ("c",))
        assert set(row.because) >= {one["id"] for one in answers}

    def test_answers_that_differ_stand_side_by_side(self):
        answers = [told("lead_organisation", "b"), told("shared", "a"), told("shared", "c")]
        rows = governance_mirror(hub(*answers))
        assert [(row.governance, row.said_by, row.differs) for row in rows] == [
            ("shared", ("a", "c"), True),
            ("lead_organisation", ("b",), True),
        ]
        assert rows[0].probability == rows[1].probability == 60 / 5005

    def test_an_answer_without_a_form_is_no_other_form(self):
        row = only(governance_mirror(hub(told("shared", "a"), told(None, "b", trust="high"))))
        assert (row.governance, row.said_by, row.differs) == ("shared", ("a",), False)
        assert row.asked["trust"] == ("high",)

    def test_where_no_form_is_said_the_structure_stands_by_itself(self):
        for network in (hub(), hub(told(None, "b", convener="a"))):
            row = only(governance_mirror(network))
            assert (row.governance, row.differs, dict(row.described)) == (None, False, {})
            assert set(row.fits.values()) == {None}
        assert (row.said_by, row.conveners) == (("b",), ("a",))


class TestWhatItDependsOn:
    @pytest.mark.parametrize(
        ("form", "fitting"),
        [
            ("shared", ("high", "few", "high", "low")),
            ("lead_organisation", ("low", "moderate", "moderate", "moderate")),
            ("lead_organisation", ("low", "moderate", "low", "moderate")),
            ("administrative_organisation", ("moderate", "moderate", "high", "high")),
            ("administrative_organisation", ("moderate", "many", "moderate", "high")),
        ],
    )
    def test_what_provan_and_kenis_describe_fits(self, form, fitting):
        names = ("trust", "participants", "goal_consensus", "competencies")
        asked_words = dict(zip(names, fitting, strict=True))
        row = only(governance_mirror(hub(told(form, "a", **asked_words))))
        assert dict(row.fits) == dict.fromkeys(names, True)

    @pytest.mark.parametrize(
        ("form", "words"),
        [
            ("shared", {"trust": "moderate", "participants": "moderate", "competencies": "high"}),
            (
                "lead_organisation",
                {"trust": "high", "participants": "few", "goal_consensus": "high"},
            ),
            ("administrative_organisation", {"trust": "high", "participants": "few"}),
        ],
    )
    def test_anything_else_does_not(self, form, words):
        row = only(governance_mirror(hub(told(form, "a", **words))))
        assert {name: row.fits[name] for name in words} == dict.fromkeys(words, False)
        rest = set(row.fits) - set(words)
        assert {row.fits[name] for name in rest} == {None}

    def test_answers_that_are_partly_so_leave_it_open(self):
        answers = [told("shared", "a", trust="high"), told("shared", "b", trust="low")]
        row = only(governance_mirror(hub(*answers)))
        assert (row.asked["trust"], row.fits["trust"]) == (("high", "low"), None)

    def test_two_other_answers_are_both_otherwise(self):
        answers = [told("shared", "a", trust="moderate"), told("shared", "b", trust="low")]
        assert only(governance_mirror(hub(*answers))).fits["trust"] is False


class TestTheLoad:
    issues = tuple({"id": f"issue {n}", "owner": who} for n, who in enumerate("aaab"))

    def test_where_the_coordination_comes_together_stands_beside_it(self):
        row = only(governance_mirror(hub(issues=self.issues)))
        assert (row.top, row.top_share) == (("a",), 3 / 4)
        assert {"issue 0", "issue 1", "issue 2"} <= set(row.because)
        assert "issue 3" not in row.because

    def test_all_of_those_with_the_largest_share(self):
        row = only(governance_mirror(hub(issues=self.issues[2:])))
        assert (row.top, row.top_share) == (("a", "b"), 1 / 2)

    def test_where_none_was_recorded_there_is_no_share(self):
        row = only(governance_mirror(hub()))
        assert (row.top, row.top_share) == ((), None)

    def test_its_components_can_be_given(self):
        given_ = {"chairing": {**dict.fromkeys(SIX, 0), "d": 2}}
        row = only(governance_mirror(hub(), components=given_))
        assert (row.top, row.top_share) == (("d",), 1)


def test_what_is_ours_is_named_as_ours():
    assert [str(one) for one in governance_mirror(hub()).caveats] == [
        "It is known of 40% of the pairs whether they are in contact; the others count as not.",
        "Provan and Kenis give no figures, and no form is read off the figures here. That more than "
        "half at one organisation is worth a question is a reading of netdeps itself.",
    ]


@st.composite
def graphs_of(draw, *, size=6):
    """A number of ties, and two networks of six with as many."""
    places = list(combinations(range(size), 2))
    m = draw(st.integers(0, len(places)))
    return [draw(st.permutations(places))[:m] for _ in range(2)]


@given(graphs_of())
def test_the_more_centralised_the_rarer(two):
    one, other = sorted((position(6, ties) for ties in two), key=lambda found: found.centralisation)
    assert 0 < other.probability <= one.probability <= 1
    assert one.expected == other.expected


@given(graphs_of(), st.permutations(range(6)))
def test_other_places_give_the_same_position(two, order):
    ties = two[0]
    moved = {tuple(sorted((order[one], order[other]))) for one, other in ties}
    assert position(6, moved) == position(6, ties)


@given(cases(min_size=4, max_size=6), st.data())
def test_other_ids_give_the_same_mirror(network, data):
    fresh = data.draw(st.permutations([f"x{number}" for number in range(len(network.ids))]))
    names = dict(zip(network.ids, fresh, strict=True))
    there, here = governance_mirror(relabelled(network, names)), governance_mirror(network)
    fields = ("governance", "probability", "expected", "centralisation", "top_share", "contacts")
    read = [
        {tuple(getattr(row, name) for name in fields) for row in found} for found in (here, there)
    ]
    assert read[0] == read[1]
    assert {tuple(sorted(names[one] for one in row.top)) for row in here} == {
        row.top for row in there
    }


@given(cases(min_size=4, max_size=6))
def test_it_says_what_the_load_and_the_centralisation_say(network):
    for row in governance_mirror(network):
        loads = {one.organisation: one.load for one in coordination_load(network)}
        assert row.top_share == max(loads.values(), default=None)
        assert set(row.top) == {who for who, load in loads.items() if load == row.top_share}
        if row.centralisation is not None:
            assert row.centralisation == pytest.approx(degree_centralisation(network).value)
            assert 0 < row.probability <= 1


@given(cases(min_size=4, max_size=6))
def test_there_is_a_row_for_each_form_that_is_said(network):
    said = {one.form for one in network.governance} - {None}
    rows = governance_mirror(network)
    assert {row.governance for row in rows} - {None} == said
    assert len(rows) == max(len(said), bool(network.governance) or len(network.ids) > 4)
