"""Would each finding stand if those who were not asked had spoken?"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from networks import (
    LEVELS,
    agreed,
    asked,
    backwards,
    named,
    needs,
    pair_of,
    relabelled,
    renamed,
    replaced,
    spoken,
    with_records,
)
from strategies import cases

from netdeps import Network, edition, measures
from netdeps.errors import NetdepsError, OptionError
from netdeps.inference import Standing, would_stand
from netdeps.results import About, Findings, Row
from netdeps.words import Bilingual

A_FEW = settings(max_examples=12)
CONTACT_QUESTIONS = partial(measures.questions, subject="contact")
GOVERNED = needs(("care", 3, "all", ["housing"]), level="governing", dependum="dwellings")


@st.composite
def nearly_heard(draw):
    """Cases of three in which all but a few were asked about their contacts."""
    network = draw(cases(max_size=3))
    seats = list(product(network.ids, LEVELS))
    silent = draw(st.sets(st.sampled_from(seats), max_size=3))
    interviews = [
        row for one, level in seats if (one, level) not in silent for row in asked(one, level=level)
    ]
    return replaced(network, interviews=interviews)


def is_silent(network, party, other, level):
    """Whether a party has no word of its own on a contact, and was not asked."""
    told = any(
        set(row.between) == {party, other} and row.said.by == party and row.level in {None, level}
        for row in network.contacts
        if row.other_level is None
    )
    heard = any(
        row.organisation == party and "contacts" in row.asked and row.level in {None, level}
        for row in network.interviews
    )
    return not told and not heard


def open_answers(network):
    """Every open answer, straight from the statements."""
    found = set()
    has = {one.id: one.levels for one in network.organisations}
    for need in network.dependencies:
        for other in need.dependees:
            if other in has and other != need.depender:
                pairs = [(need.depender, other), (other, need.depender)]
                found |= {
                    (*parties, level)
                    for parties in pairs
                    for level in LEVELS
                    if level in has[parties[0]] and level in has[parties[1]]
                }
    return sorted(one for one in found if is_silent(network, *one))


def heard(network, answers):
    """The network in which these open answers were given."""
    told = [
        {"between": [party, other], "level": level, "exists": yes, "said": {"by": party}}
        for (party, other, level), yes in answers.items()
    ]
    return with_records(network, contacts=told)


def every_answer(silent):
    for way in product([True, False], repeat=len(silent)):
        yield dict(zip(silent, way, strict=True))


def bands(network, measure):
    return {row.key: getattr(row, "band", "there") for row in measure(network)}


def as_counted(network, measure):
    """What stands, and who can overturn it, with every combination written out."""
    silent, now = open_answers(network), bands(network, measure)
    later = [bands(heard(network, answers), measure) for answers in every_answer(silent)]
    turned = {key: set() for key in now}
    for party in {one for one, _, _ in silent}:
        own = [one for one in silent if one[0] == party]
        for answers in every_answer(own):
            found = bands(heard(network, answers), measure)
            for key in now:
                if found.get(key) != now[key]:
                    turned[key].add(party)
    return {
        key: (sum(one.get(key) == now[key] for one in later) / len(later), tuple(sorted(by)))
        for key, by in turned.items()
    }


def as_told(found):
    return {row.finding: (row.stands, row.overturned_by) for row in found}


class TestWorkedOut:
    def test_who_was_not_asked_could_contradict_a_missing_contact(self):
        """9/16 as it is; 3/4 when housing says no too; 3/8, so in another band, when it says yes."""
        network = pair_of(dependencies=GOVERNED, interviews=asked("care"))
        (row,) = would_stand(network, measures.contact_gaps)
        assert measures.contact_gaps(network)[0].severity == 9 / 16
        assert row.to_dict() == {
            "finding": [["care", "housing"]],
            "stands": 0.5,
            "error": 0.0,
            "exact": True,
            "answers": 8,
            "open": 3,
            "overturned_by": ["housing"],
            "unsure": [],
            "because": ["interview care any contacts", "need 1"],
        }

    def test_where_nothing_is_open_everything_stands(self):
        network = pair_of(interviews=asked("care", "housing"))
        (row,) = would_stand(network, measures.contact_gaps)
        assert (row.stands, row.exact, row.answers, row.open) == (1, True, 1, 0)
        assert row.overturned_by == ()

    def test_a_level_of_which_nothing_depends_is_open_and_changes_nothing(self):
        network = pair_of(
            dependencies=GOVERNED,
            interviews=[*asked("care"), *asked("housing", level="governing")],
        )
        (row,) = would_stand(network, measures.contact_gaps)
        assert (row.stands, row.open, row.answers, row.overturned_by) == (1, 2, 4, ())

    def test_one_party_may_have_to_say_no_twice(self):
        """1/4 · (1/3 + 3/4 · 2/3) is low; 1/4 once housing says no at both other levels."""
        network = pair_of(
            dependencies=needs(("care", 1, "all", ["housing"])),
            interviews=[*asked("care"), *asked("housing", level="governing")],
        )
        (row,) = would_stand(network, measures.contact_gaps)
        assert measures.contact_gaps(network)[0].severity == pytest.approx(5 / 24)
        assert (row.stands, row.overturned_by, row.open) == (0.75, ("housing",), 2)

    def test_two_who_are_silent_may_only_do_it_together(self):
        """1/4 · (1/3 + 3/4 · 2/3) is low, with one no more 11/48 too; 1/4 only with both."""
        network = pair_of(
            dependencies=needs(("care", 1, "all", ["housing"])),
            interviews=[
                *asked("care", "housing", level="governing"),
                *asked("care", level="management"),
                *asked("housing", level="operational"),
            ],
        )
        (row,) = would_stand(network, measures.contact_gaps)
        assert (row.stands, row.overturned_by, row.open) == (0.75, (), 2)

    def test_a_question_is_gone_once_it_is_answered(self):
        network = pair_of(dependencies=GOVERNED)
        (row,) = would_stand(network, CONTACT_QUESTIONS)
        assert (row.finding, row.stands) == (CONTACT_QUESTIONS(network)[0].key, 0)
        assert row.overturned_by == ("care", "housing")

    def test_without_bands_a_finding_stands_where_it_is_still_there(self):
        network = pair_of(dependencies=GOVERNED, interviews=asked("care"))
        rows = would_stand(network, measures.kind_gaps)
        assert {row.stands for row in rows} == {1.0}
        assert [row.finding for row in rows] == [row.key for row in measures.kind_gaps(network)]


@A_FEW
@given(nearly_heard(), st.sampled_from([measures.contact_gaps, CONTACT_QUESTIONS]))
def test_every_share_is_that_of_all_answers_written_out(network, measure):
    assume(len(open_answers(network)) <= 6)
    assert as_told(would_stand(network, measure)) == as_counted(network, measure)


@given(nearly_heard())
def test_contact_gaps_say_the_same_of_themselves(network):
    assume(len(open_answers(network)) <= 6)
    gaps = measures.contact_gaps(network)
    found = would_stand(network, measures.contact_gaps)
    for gap, row in zip(gaps, found, strict=True):
        assert row.stands == pytest.approx(gap.stands)
        assert row.overturned_by == gap.overturned_by


@A_FEW
@given(nearly_heard())
def test_there_is_a_row_for_each_finding_in_their_order(network):
    found = would_stand(network, measures.contact_gaps, most=16, samples=8)
    gaps = measures.contact_gaps(network)
    assert [row.finding for row in found] == [gap.key for gap in gaps]
    assert [row.because for row in found] == [gap.because for gap in gaps]
    assert all(0 <= row.stands <= 1 for row in found)
    assert {row.open for row in found} <= {len(open_answers(network))}


@A_FEW
@given(nearly_heard(), st.randoms())
def test_other_ids_stand_as_firmly(network, random):
    assume(len(open_answers(network)) <= 6)
    fresh = [f"new-{number}" for number in range(len(network.ids))]
    random.shuffle(fresh)
    names = dict(zip(network.ids, fresh, strict=True))
    there = would_stand(relabelled(network, names), measures.contact_gaps)
    expected = {
        (
            frozenset(renamed(row.finding[0], names)),
            row.stands,
            frozenset(renamed(list(row.overturned_by), names)),
        )
        for row in would_stand(network, measures.contact_gaps)
    }
    assert expected == {
        (frozenset(row.finding[0]), row.stands, frozenset(row.overturned_by)) for row in there
    }


@A_FEW
@given(nearly_heard())
def test_the_order_of_the_statements_is_no_matter(network):
    for options in ({}, {"most": 1, "samples": 6}):
        one, other = (
            would_stand(one, measures.contact_gaps, **options)
            for one in (network, backwards(network))
        )
        assert one.to_dict() == other.to_dict()


def half_heard():
    """Two needs, of which one party of each was asked: six open answers."""
    return pair_of(
        dependencies=needs(
            ("care", 3, "all", ["housing"]), ("city", 2, "all", ["care"]), dependum="dwellings"
        ),
        contacts=spoken([("care", "city")], "operational"),
        interviews=[*asked("care"), *asked("housing", level="governing")],
    )


class TestASample:
    def test_it_agrees_with_looking_at_everything(self):
        exact = would_stand(half_heard(), measures.contact_gaps)
        drawn = would_stand(half_heard(), measures.contact_gaps, most=1, samples=400)
        assert {row.exact for row in exact} == {True}
        assert any(0 < row.stands < 1 for row in exact)
        for one, other in zip(exact, drawn, strict=True):
            assert (other.exact, other.answers) == (False, 400)
            error = (one.stands * (1 - one.stands) / 400) ** 0.5
            assert abs(one.stands - other.stands) <= 4 * error
            assert other.error == (other.stands * (1 - other.stands) / 400) ** 0.5

    def test_it_says_how_far_it_can_be_off(self):
        found = would_stand(half_heard(), measures.contact_gaps, most=1, samples=100)
        assert str(found.caveats[-1]) == (
            "The shares are estimates from 100 random draws; they can easily be 5 percentage "
            "points off."
        )
        exact = would_stand(half_heard(), measures.contact_gaps)
        assert [one.key for one in exact.caveats] == [
            "caveat.facilitator_only",
            "caveat.only_contact_answers",
        ]

    def test_the_same_seed_gives_the_same_answer_whatever_was_asked_before(self):
        options = {"most": 1, "samples": 30, "seed": 5}
        first = would_stand(half_heard(), measures.contact_gaps, **options)
        would_stand(half_heard(), measures.questions, **options)
        again = would_stand(half_heard(), measures.contact_gaps, **options)
        assert first.to_dict() == again.to_dict()
        others = [
            would_stand(half_heard(), measures.contact_gaps, most=1, samples=30, seed=seed)
            for seed in range(4)
        ]
        assert len({tuple(row.stands for row in one) for one in others}) > 1

    def test_the_answers_of_who_has_few_are_all_looked_at_and_of_others_some(self):
        """City has three open answers, housing two: of 8 + 4 ways the limit leaves only the 4."""
        for most in (4, 11):
            found = would_stand(half_heard(), measures.contact_gaps, most=most, samples=1)
            assert {row.unsure for row in found} == {("city",)}
        everything = would_stand(half_heard(), measures.contact_gaps, most=12, samples=1)
        assert {row.unsure for row in everything} == {()}

    def test_a_party_is_named_also_where_only_no_and_yes_to_everything_were_tried(self):
        network = pair_of(interviews=asked("care"))
        exact = would_stand(network, measures.contact_gaps)[0]
        drawn = would_stand(network, measures.contact_gaps, most=1, samples=2)[0]
        assert exact.overturned_by == drawn.overturned_by == ("housing",)
        assert drawn.unsure == ()

    @pytest.mark.parametrize(("most", "samples"), [(1, 1), (4, 7), (16, 3), (64, 5), (4096, 500)])
    def test_the_measure_runs_no_more_often_than_was_promised(self, most, samples):
        calls = Counter()

        def counting(network):
            calls["times"] += 1
            return measures.contact_gaps(network)

        would_stand(half_heard(), counting, most=most, samples=samples)
        assert calls["times"] <= 1 + max(most, samples) + most + samples


class TestMeasures:
    def test_a_measure_can_have_its_options_filled_in(self):
        network = pair_of(interviews=asked("care"))
        found = would_stand(network, partial(measures.contact_gaps, level="governing"))
        whole = measures.contact_gaps(network, level="governing")[0]
        assert (found[0].finding, found[0].told) == (whole.key, whole)

    def test_it_works_between_the_parts_of_one_organisation(self):
        network = Network(
            organisations=[*named("city"), *named("desk", "fund", part_of="city")],
            dependencies=needs(("desk", 3, "all", ["fund"]), ("city", 3, "all", ["fund"])),
            interviews=asked("desk"),
        )
        (row,) = would_stand(network.inside("city"), measures.contact_gaps)
        assert (row.finding, row.open) == ((("desk", "fund"),), 3)

    def test_a_measure_of_ones_own_is_an_equal(self):
        @dataclass(frozen=True, kw_only=True)
        class Silent(Row):
            organisation: str

        def unspoken(network):
            """Who has no contact that anybody tells of."""
            told = {one for row in network.contacts if row.exists for one in row.between}
            rows = [Silent(organisation=one) for one in network.ids if one not in told]
            text = Bilingual("Wie niemand spreekt.", "Who speaks nobody.")
            return Findings(rows, About(name="unspoken", definition=text))

        network = pair_of(dependencies=GOVERNED, interviews=asked("care"))
        network = replaced(
            network,
            interviews=[
                row
                for level in LEVELS[1:]
                for one in ("care", "housing")
                for row in asked(one, level=level)
            ],
        )
        found = would_stand(network, unspoken)
        assert as_told(found) == {
            ("care",): (0.25, ("care", "housing")),
            ("city",): (1, ()),
            ("housing",): (0.25, ("care", "housing")),
        }
        assert {row.because for row in found} == {()}

    def test_findings_about_the_same_thing_are_numbered(self):
        @dataclass(frozen=True, kw_only=True)
        class Need(Row):
            depender: str
            what: str

        def needed(network):
            rows = [Need(depender=one.depender, what=one.dependum) for one in network.dependencies]
            return Findings(rows, About(name="needed", definition=Bilingual("", "")))

        network = pair_of(dependencies=needs(*[("care", 3, "all", ["housing"])] * 2))
        found = would_stand(network, needed)
        assert [row.finding for row in found] == [("care",), ("care", 2)]
        assert {row.stands for row in found} == {1.0}

    def test_without_findings_there_are_no_rows(self):
        network = pair_of(contacts=agreed([("care", "housing")]))
        found = would_stand(network, measures.contact_gaps)
        assert (list(found), found.name) == ([], "would_stand")

    def test_without_findings_no_answers_are_tried(self):
        calls = Counter()

        def nothing(network):
            calls["times"] += 1
            return measures.contact_gaps(network).where(lambda _: False)

        assert open_answers(half_heard())
        assert list(would_stand(half_heard(), nothing)) == []
        assert calls["times"] <= 2

    def test_the_network_stays_as_it_is(self):
        network = half_heard()
        before = network.model_dump_json()
        would_stand(network, measures.contact_gaps)
        assert network.model_dump_json() == before

    def test_it_can_be_written_as_json(self):
        found = would_stand(half_heard(), measures.contact_gaps)
        assert json.loads(json.dumps(found.to_dict(), allow_nan=False)) == found.to_dict()
        assert isinstance(found[0], Standing)
        assert found[0].key == (found[0].finding,)


def same_thing(_):
    row = Row()
    return Findings([row, row], About(name="twice", definition=Bilingual("", "")))


class TestRefused:
    @pytest.mark.parametrize(
        ("measure", "message"),
        [
            ("contact_gaps", "the measure 'contact_gaps' is not a function of a network."),
            (measures.degree, "the measure gives scores; findings are expected."),
            (measures.congruence, "the measure gives 'Number'; findings or scores are expected."),
            (len, "the measure gives 'int'; findings or scores are expected."),
            (
                same_thing,
                "the findings of 'twice' cannot be told apart; list the fields that say what they are "
                "about in Row.identity.",
            ),
        ],
        ids=["a name", "scores", "a figure", "no measure", "the same twice"],
    )
    def test_what_gives_no_findings(self, measure, message):
        network = pair_of(interviews=asked("care"))
        if measure is len:
            measure = lambda _: 3  # noqa: E731 - the shortest measure that is none
        with pytest.raises(OptionError) as caught:
            would_stand(network, measure)
        assert str(caught.value) == message

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"most": 0}, "most=0 was asked for; a whole number of at least 1 is expected."),
            (
                {"samples": -1},
                "samples=-1 was asked for; a whole number of at least 1 is expected.",
            ),
            ({"seed": -1}, "seed=-1 was asked for; a whole number of at least 0 is expected."),
            ({"most": True}, "most=True was asked for; a whole number of at least 1 is expected."),
            (
                {"samples": "ten"},
                "samples='ten' was asked for; a whole number of at least 1 is expected.",
            ),
        ],
        ids=["most", "samples", "seed", "yes", "text"],
    )
    def test_a_number_that_cannot_be(self, options, message):
        with pytest.raises(OptionError) as caught:
            would_stand(Network(), measures.contact_gaps, **options)
        assert str(caught.value) == message

    def test_an_edition(self):
        with pytest.raises(NetdepsError, match=r"^a Network is expected; Edition"):
            would_stand(edition(Network(), "public"), measures.contact_gaps)
