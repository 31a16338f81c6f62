"""Which findings rest on the word of a single speaker."""

import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import (
    agreed,
    asked,
    backwards,
    gifts,
    named,
    needs,
    pair_of,
    relabelled,
    renamed,
    spoken,
    with_records,
)
from strategies import cases, networks

from netdeps import Network, edition, measures
from netdeps.errors import NetdepsError, OptionError, UnknownNameError
from netdeps.inference import leave_one_speaker_out
from netdeps.inference.withholding import (
    every_statement,
    speakers,
    voices_in,
    without_statements,
    without_voice,
)
from netdeps.model import STATEMENT_LISTS

A_FEW = settings(max_examples=15)
CLAIMS = (
    ("m", "z1", "c"),
    ("m", "z2", "c"),
    ("z1", "z1", "c"),
    ("z2", "z2", "m"),
    ("c", "c", "m"),
)
"""Who says that who needs something from whom."""


def claimed():
    """Five needs as four speakers tell them."""
    rows = [
        {**need, "id": f"{by}: {depender} needs {dependee}", "said": {"by": by}}
        for by, depender, dependee in CLAIMS
        for need in needs((depender, 2, "all", [dependee]))
    ]
    return Network(organisations=named("c", "m", "z1", "z2"), dependencies=rows)


def by_speaker(found):
    return {row.speaker: row for row in found}


class TestWorkedOut:
    def test_the_claims_of_all_make_two_equals(self):
        assert dict(measures.in_degree(claimed())) == {"c": 2, "m": 2, "z1": 0, "z2": 0}

    def test_the_top_hangs_on_a_single_voice(self):
        """Without m: c 1, m 2. Without z2 or c: c 2, m 1. Without z1: c 2, m 2."""
        found = by_speaker(leave_one_speaker_out(claimed(), measures.in_degree, top=1))
        assert {one: (row.lost, row.gained) for one, row in found.items()} == {
            "m": ((("c",),), ()),
            "z2": ((("m",),), ()),
            "c": ((("m",),), ()),
        }
        for speaker, scores in (
            ("m", {"c": 1, "m": 2}),
            ("z1", {"c": 2, "m": 2}),
            ("z2", {"c": 2, "m": 1}),
            ("c", {"c": 2, "m": 1}),
        ):
            left = measures.in_degree(without_voice(claimed(), speaker))
            assert {one: left[one] for one in scores} == scores

    def test_whoever_stays_in_the_top_at_another_place_has_changed(self):
        found = by_speaker(leave_one_speaker_out(claimed(), measures.in_degree))
        assert {one: row.changed for one, row in found.items()} == {
            "m": (("c",),),
            "z2": (("m",),),
            "c": (("m",),),
        }
        assert {row.lost + row.gained for row in found.values()} == {()}

    def test_it_names_the_statements_of_the_speaker(self):
        found = by_speaker(leave_one_speaker_out(claimed(), measures.in_degree, top=1))
        assert found["m"].because == ("m: z1 needs c", "m: z2 needs c")
        assert found["m"].to_dict() == {
            "speaker": "m",
            "lost": [["c"]],
            "gained": [],
            "changed": [],
            "only_source": [],
            "because": ["m: z1 needs c", "m: z2 needs c"],
        }

    def test_who_changes_most_comes_first(self):
        wanted = [(one, 3, "all", [other]) for one, other in (("a", "b"), ("a", "c"), ("d", "b"))]
        rows = [{**row, "said": {"by": row["depender"]}} for row in needs(*wanted)]
        network = Network(
            organisations=named("a", "b", "c", "d"),
            dependencies=rows,
            interviews=asked("b", "c"),
        )
        found = leave_one_speaker_out(network, measures.contact_gaps)
        assert [(row.speaker, row.rank) for row in found] == [
            ("a", 2.0),
            ("b", 2.0),
            ("c", 1.0),
            ("d", 1.0),
        ]


class TestLeavingOut:
    def test_whose_interview_goes_was_not_asked(self):
        network = pair_of(interviews=asked("care"))
        (row,) = leave_one_speaker_out(network, measures.contact_gaps)
        assert (row.speaker, row.lost) == ("care", ((("care", "housing"),),))
        assert row.because == ("interview care any contacts",)

    def test_without_one_of_two_who_deny_it_a_gap_is_in_another_band(self):
        wanted = needs(("care", 2, "all", ["housing"]), level="governing")
        network = pair_of(dependencies=wanted, interviews=asked("care", "housing"))
        found = leave_one_speaker_out(network, measures.contact_gaps)
        assert {(row.speaker, row.lost, row.gained, row.changed) for row in found} == {
            (one, (), (), ((("care", "housing"),),)) for one in ("care", "housing")
        }

    def test_what_a_voice_hid_is_gained(self):
        network = pair_of(
            contacts=spoken([("housing", "care")]),
            interviews=[],
        )
        network = with_records(
            network,
            contacts=[
                {
                    "id": "no",
                    "between": ["care", "housing"],
                    "exists": False,
                    "said": {"by": "city"},
                }
            ],
        )
        (row,) = leave_one_speaker_out(network, measures.contact_gaps)
        assert (row.speaker, row.lost, row.gained) == ("housing", (), ((("care", "housing"),),))

    def test_what_a_measure_asks_for_may_be_told_by_one_alone(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 2.0), dossier="care", said={"by": "a"}),
        )
        measure = partial(measures.give_and_take, dossier="care")
        with pytest.raises(UnknownNameError):
            measure(without_voice(network, "a"))
        (row,) = leave_one_speaker_out(network, measure)
        assert [key[0] for key in row.lost] == ["a", "b"]

    def test_an_issue_that_one_alone_names_takes_along_what_refers_to_it(self):
        network = Network(
            organisations=named("a", "b"),
            issues=[{"id": "outflow", "said": {"by": "a"}}, {"id": "care", "said": {"by": "b"}}],
            dependencies=needs(("b", 2, "all", ["a"]), issue="outflow", said={"by": "b"}),
            stakes=[
                {"organisation": "b", "issue": one, "said": {"by": "b"}}
                for one in ("outflow", "care")
            ],
        )
        left = without_voice(network, "a")
        assert [one.id for one in left.issues] == ["care"]
        assert [one.issue for one in left.dependencies] == [None]
        assert [one.issue for one in left.stakes] == ["care"]

    def test_an_issue_and_a_statement_of_one_id_are_told_apart(self):
        network = Network(
            organisations=named("a", "b"),
            issues=[{"id": "x", "said": {"by": "a"}}],
            dependencies=[
                {
                    "id": "x",
                    "depender": "a",
                    "dependum": "y",
                    "dependees": ["b"],
                    "said": {"by": "b"},
                }
            ],
        )
        left = without_voice(network, "a")
        assert (len(left.issues), len(left.dependencies)) == (0, 1)
        assert without_statements(network, {("dependencies", "x")}).issues == network.issues

    def test_what_it_confirmed_denied_or_acknowledged_is_no_longer_so(self):
        network = Network(
            organisations=named("a", "b", "c"),
            dependencies=needs(("b", 2, "all", ["a", "c"]), acknowledged_by=["a", "c"]),
            claims=[
                {
                    "about": "b",
                    "topic": "role",
                    "text": "…",
                    "confirmed_by": ["a"],
                    "denied_by": ["c"],
                    "said": {"by": "b"},
                }
            ],
        )
        assert speakers(network) == ("a", "b", "c")
        left = without_voice(network, "a")
        assert left.dependencies[0].acknowledged_by == ("c",)
        assert (left.claims[0].confirmed_by, left.claims[0].denied_by) == ((), ("c",))
        left = without_voice(network, "c")
        assert left.dependencies[0].acknowledged_by == ("a",)
        assert (left.claims[0].confirmed_by, left.claims[0].denied_by) == (("a",), ())

    @given(networks(min_size=1), st.data())
    def test_nothing_is_left_of_a_voice_and_nobody_else_loses_a_word(self, network, data):
        speaker = data.draw(st.sampled_from(network.ids))
        left = without_voice(network, speaker)
        assert speaker not in speakers(left)
        assert left.organisations == network.organisations
        kept = {name for name, row in every_statement(left)}
        own = {
            name
            for name, row in every_statement(network)
            if row.said.by == speaker or (name[0] == "interviews" and row.organisation == speaker)
        }
        gone = {name for name, _ in every_statement(network)} - kept
        issues = {one for name, one in own if name == "issues"}
        assert own <= gone
        assert all(
            name == "stakes" and network.statement(one).issue in issues for name, one in gone - own
        )

    @given(networks(min_size=1))
    def test_who_is_no_speaker_can_be_left_out_without_a_difference(self, network):
        for one in set(network.ids) - set(speakers(network)):
            assert without_voice(network, one) == network


def as_counted(network, speaker, measure, top):
    """What leaves and enters the top, from the lists as they are."""
    left = network.replaced(
        {
            name: [
                row
                for row in getattr(network, name)
                if row.said.by != speaker
                and not (name == "interviews" and row.organisation == speaker)
            ]
            for name in STATEMENT_LISTS
            if name != "issues"
        }
    )
    now, later = measure(network), measure(left)
    before, after = ({row.key for row in one.top(top)} for one in (now, later))
    old, new = ({row.key: row.band for row in one} for one in (now, later))
    changed = {key for key in old if key in new and old[key] != new[key]}
    return before - after, after - before, changed


@A_FEW
@given(cases(max_size=4), st.integers(1, 3))
def test_every_row_is_that_of_the_network_without_those_statements(network, top):
    found = by_speaker(leave_one_speaker_out(network, measures.contact_gaps, top=top))
    for speaker in network.ids:
        expected = as_counted(network, speaker, measures.contact_gaps, top)
        if speaker in found:
            row = found[speaker]
            assert (set(row.lost), set(row.gained), set(row.changed)) == expected
        else:
            assert expected == (set(), set(), set())


@A_FEW
@given(cases(max_size=4), st.randoms())
def test_other_ids_rest_on_the_same_voices(network, random):
    fresh = [f"new-{number}" for number in range(len(network.ids))]
    random.shuffle(fresh)
    names = dict(zip(network.ids, fresh, strict=True))
    there = leave_one_speaker_out(relabelled(network, names), measures.in_degree)
    here = leave_one_speaker_out(network, measures.in_degree)
    fields = ("lost", "gained", "changed", "only_source", "because")
    assert {
        row.speaker: {name: sorted(getattr(row, name)) for name in fields} for row in there
    } == {
        names[row.speaker]: {name: sorted(map(_key(names), getattr(row, name))) for name in fields}
        for row in here
    }


def _key(names):
    return lambda one: (
        tuple(renamed(list(one), names)) if isinstance(one, tuple) else renamed(one, names)
    )


@A_FEW
@given(cases(max_size=4))
def test_the_order_of_the_statements_is_no_matter(network):
    one, other = (
        leave_one_speaker_out(one, measures.contact_gaps) for one in (network, backwards(network))
    )
    assert one.to_dict() == other.to_dict()


class TestOnlySource:
    def sources(self, network):
        found = leave_one_speaker_out(network, measures.degree, top=1)
        return {row.speaker: row.only_source for row in found}

    def test_who_alone_says_something_of_another(self):
        network = pair_of(contacts=spoken([("care", "housing"), ("care", "city")]))
        assert self.sources(network) == {"care": ("city",)}

    def test_who_was_asked_speaks_for_itself(self):
        network = pair_of(
            contacts=spoken([("care", "housing"), ("care", "city")]),
            interviews=asked("city", about="dependencies"),
        )
        assert self.sources(network) == {"care": ()}

    def test_somebody_without_a_name_is_a_source_too(self):
        network = pair_of(
            contacts=[*spoken([("care", "city")]), {"between": ["care", "city"], "exists": False}]
        )
        assert self.sources(network) == {"care": ()}

    def test_who_tells_of_something_else_is_no_source_on_itself(self):
        network = pair_of(
            contacts=spoken([("care", "city")]),
            concerns=[{"theme": "tendering", "said": {"by": "city"}}],
            claims=[
                {
                    "about": "housing",
                    "topic": "role",
                    "text": "…",
                    "confirmed_by": ["city"],
                    "said": {"by": "care"},
                }
            ],
        )
        assert self.sources(network)["care"] == ("city",)

    def test_who_confirms_a_claim_about_somebody_is_a_source_on_it(self):
        network = pair_of(
            contacts=spoken([("care", "city")]),
            claims=[
                {
                    "about": "city",
                    "topic": "role",
                    "text": "…",
                    "confirmed_by": ["housing"],
                    "said": {"by": "care"},
                }
            ],
        )
        assert self.sources(network)["care"] == ()


class TestMeasures:
    def test_whoever_hangs_on_nobody_has_no_row(self):
        network = pair_of(contacts=agreed([("care", "housing")]), interviews=asked("city"))
        found = leave_one_speaker_out(network, measures.degree)
        assert list(found) == []
        assert [one.key for one in found.caveats] == [
            "caveat.facilitator_only",
            "caveat.one_by_one",
        ]

    def test_an_undefined_score_has_left_the_top(self):
        def heard(network):
            return measures.in_degree(network, layer="contribution", dossier="care")

        network = Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 2.0), dossier="care", said={"by": "b"}),
        )
        (row,) = leave_one_speaker_out(network, heard, top=1)
        assert (row.speaker, row.lost) == ("b", (("b",),))

    def test_whatever_ties_with_the_last_of_the_top_is_in_it(self):
        wanted = needs(("a", 3, "all", ["b"]), ("c", 3, "all", ["d"]), level="governing")
        network = Network(
            organisations=named("a", "b", "c", "d"),
            dependencies=[wanted[0], {**wanted[1], "said": {"by": "c"}}],
            interviews=asked("b", "d"),
        )
        found = by_speaker(leave_one_speaker_out(network, measures.contact_gaps, top=1))
        assert found["c"].lost == found["d"].lost == ((("c", "d"),),)
        assert found["b"].lost == ((("a", "b"),),)

    def test_it_can_be_written_as_json(self):
        found = leave_one_speaker_out(claimed(), measures.in_degree)
        assert json.loads(json.dumps(found.to_dict(), allow_nan=False)) == found.to_dict()

    def test_an_empty_network_breaks_nothing(self):
        assert list(leave_one_speaker_out(Network(), measures.in_degree)) == []


@pytest.mark.parametrize("top", [0, -1, 1.5, True, "three"])
def test_a_top_that_cannot_be(top):
    with pytest.raises(OptionError) as caught:
        leave_one_speaker_out(Network(), measures.degree, top=top)
    assert str(caught.value) == (
        f"top={top!r} was asked for; a whole number of at least 1 is expected."
    )


def test_a_figure_is_refused():
    with pytest.raises(OptionError) as caught:
        leave_one_speaker_out(Network(), measures.congruence)
    assert str(caught.value) == "the measure gives 'Undefined'; findings or scores are expected."


def test_an_edition_is_refused():
    with pytest.raises(NetdepsError, match=r"^a Network is expected; Edition"):
        leave_one_speaker_out(edition(Network(), "public"), measures.degree)


def test_who_speaks_in_a_statement():
    network = pair_of(interviews=asked("city"), contacts=spoken([("care", "housing")]))
    assert [voices_in(row) for _, row in every_statement(network)] == [
        {"city"},
        set(),
        {"care"},
    ]
