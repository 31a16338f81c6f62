"""The medians that the table may see of scores that were told in confidence."""

import pickle
import statistics
from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps import Network
from netdeps.editions import SafeMedian, audit, safe_medians
from netdeps.errors import OptionError
from netdeps.model import LEVELS, OUTSIDE
from netdeps.model.voices import Condition

KINDS = dict.fromkeys("abcdef", "care_provider") | dict.fromkeys("ghijkl", "municipality")
PARTIES = [{"id": one, "name": f"Party {one}", "kind": kind} for one, kind in KINDS.items()]
SEEN = {"said": {"visibility": "table"}}
SECRET = {"id": "secret", "kind": "care_provider", "said": {"visibility": "facilitator"}}
UNIT = {"id": "unit", "kind": "department", "part_of": "a"}


def score(given, by, condition="ambition", **said):
    return {"condition": condition, "score": given, "said": {"by": by, **said}}


def case(ratings, *more, parties=PARTIES):
    return Network(organisations=[*parties, *more], ratings=ratings)


def told(*pairs, **said):
    """Scores by organisation: ("ab", 3) is a 3 of a and a 3 of b."""
    return [score(given, by, **said) for many, given in pairs for by in many]


def found(network, by=None):
    return {(row.condition, row.group): row.median for row in safe_medians(network, by=by)}


def why(network, by=None):
    return {name: reason.key for name, reason in safe_medians(network, by=by).undefined.items()}


def without_scores(network, by=None):
    return {key: reason for key, reason in why(network, by).items() if key.startswith("ambition")}


class TestTheMedian:
    def test_of_an_odd_number_it_is_the_one_in_the_middle(self):
        (row,) = safe_medians(case(told(("a", 1), ("b", 2), ("c", 3), ("de", 5))))
        assert row == SafeMedian(condition="ambition", group=None, median=3.0, split=True)

    def test_of_an_even_number_it_is_the_mean_of_the_two_in_the_middle(self):
        assert found(case(told(("ab", 1), ("c", 3), ("d", 4), ("ef", 5)))) == {
            ("ambition", None): 3.5
        }

    @pytest.mark.parametrize(
        ("lowest", "highest", "split"), [(2, 4, True), (3, 5, False), (1, 3, False), (2, 3, False)]
    )
    def test_scores_are_split_where_some_are_low_and_some_high(self, lowest, highest, split):
        (row,) = safe_medians(case(told(("a", lowest), ("bcd", 3), ("e", highest))))
        assert row.split is split

    def test_conditions_stand_in_their_own_order_and_groups_in_that_of_the_levels(self):
        rows = [
            score(3, by, condition, level=level)
            for condition in reversed(get_args(Condition))
            for level in sorted(LEVELS, reverse=True)
            for by in "abcde"
        ]
        assert list(found(case(rows), "level")) == [
            (condition, level) for condition in get_args(Condition) for level in LEVELS
        ]

    def test_kinds_stand_in_the_order_of_their_names(self):
        parties = [
            {"id": f"{kind} {n}", "kind": kind, **SEEN}
            for kind in ("police", "army")
            for n in range(5)
        ]
        kinds = [{"id": "police"}, {"id": "army"}]
        rows = [score(3, one["id"]) for one in parties]
        network = Network(kinds=kinds, organisations=parties, ratings=rows)
        assert list(found(network, "kind")) == [("ambition", "army"), ("ambition", "police")]

    def test_a_kind_of_which_the_table_sees_nobody_is_not_named(self):
        parties = [{"id": one, "kind": "police"} for one in "vwxyz"]
        rows = told(("vwxyz", 3))
        unseen = Network(kinds=[{"id": "police"}], organisations=parties, ratings=rows)
        assert found(unseen, "kind") == {}
        assert found(unseen) == {("ambition", None): 3.0}
        seen = unseen.replaced({"organisations": [{**parties[0], **SEEN}, *parties[1:]]})
        assert found(seen, "kind") == {("ambition", "police"): 3.0}


class TestWhoCounts:
    def test_the_newest_score_of_a_person_counts(self):
        rows = [
            *told(("abcd", 1)),
            score(5, "e", person="p", date="2026-03-02"),
            score(1, "e", person="p", date="2026-03-01"),
            score(2, "e", person="p"),
        ]
        (row,) = safe_medians(case(rows))
        assert (row.median, row.split) == (1.0, True)

    def test_of_one_day_the_lowest_of_a_person_counts(self):
        rows = [score(given, "e", person="p") for given in (5, 4)]
        (row,) = safe_medians(case([*told(("ab", 1), ("cd", 5)), *rows]))
        assert row.median == 4.0

    @pytest.mark.parametrize("scores", [(1, 5), (5, 1)])
    def test_of_one_day_the_level_decides_where_a_person_is_and_no_score(self, scores):
        twice = [
            score(given, "e", person="p", level=level)
            for given, level in zip(scores, ("governing", "management"), strict=True)
        ]
        rows = [*told(("abcd", 3), level="governing"), *twice]
        assert found(case(rows), "level") == {("ambition", "governing"): 3.0}

    def test_without_a_person_each_score_is_one_of_somebody_else(self):
        assert found(case(told(("abcde", 3)) + told(("a", 3)))) == {}
        assert found(case(told(("abcde", 3)) + told(("ag", 3)))) == {("ambition", None): 3.0}

    def test_one_pseudonym_in_two_organisations_knows_the_scores_of_both(self):
        assert found(case(told(("abcde", 3), person="p"))) == {}
        assert found(case([*told(("ab", 3), person="p"), *told(("cdefg", 3))])) == {
            ("ambition", None): 3.0
        }
        assert found(case([*told(("ab", 3), person="p"), *told(("cdef", 3))])) == {}

    def test_a_score_for_another_condition_is_one_of_another_item(self):
        assert found(case([*told(("abcd", 3)), score(3, "e", "process")])) == {}

    def test_scores_of_organisations_that_the_table_may_not_know_of_are_left_out(self):
        rows = told(("abcde", 3))
        assert safe_medians(case([*rows, score(1, "secret")], SECRET)) == safe_medians(case(rows))
        assert found(case([*told(("abcd", 3)), score(1, "secret")], SECRET)) == {}


class TestTheThreshold:
    @pytest.mark.parametrize(("many", "given"), [("abcd", False), ("abcde", True)])
    def test_five_of_five_organisations_are_enough(self, many, given):
        network = case(told((many, 3)))
        assert bool(found(network)) is given
        assert ("ambition" in why(network)) is not given

    @pytest.mark.parametrize(
        ("many", "given"),
        [("aabcde", False), ("aabbcde", True), ("aaabcdef", False), ("aaabbbcde", True)],
    )
    def test_each_colleague_more_takes_two_more(self, many, given):
        assert bool(found(case(told((many, 3))))) is given

    def test_an_organisation_and_its_departments_are_colleagues(self):
        network = case([*told(("abcde", 3)), score(3, "unit")], UNIT)
        assert without_scores(network) == {"ambition": "reason.too_few_raters"}
        parts = [{"id": f"part {n}", "part_of": "a"} for n in range(9)]
        inside = case([score(3, one["id"]) for one in parts], *parts)
        assert found(inside) == {}

    @pytest.mark.parametrize("by", [None, OUTSIDE])
    def test_who_is_of_no_known_organisation_may_be_a_colleague_of_anybody(self, by):
        assert found(case([*told(("abcde", 3)), score(3, by)])) == {}
        assert found(case([*told(("abcdef", 3)), score(3, by)])) == {("ambition", None): 3.0}

    def test_they_come_from_at_least_three_known_organisations(self):
        few, enough = case(told(("aaaabbbb", 3))), case(told(("aaabbbccc", 3)))
        assert without_scores(few) == {"ambition": "reason.too_few_rating_organisations"}
        assert found(enough) == {("ambition", None): 3.0}
        nameless = case(told(("ab", 3)) + [score(3, None)] * 9)
        assert without_scores(nameless) == {"ambition": "reason.too_few_rating_organisations"}

    @pytest.mark.parametrize("visibility", ["table", "public"])
    def test_a_score_that_the_table_can_read_is_known_to_everybody(self, visibility):
        seen = [score(3, "e", visibility=visibility)]
        assert found(case([*told(("abcdf", 3)), *seen])) == {}
        assert found(case([*told(("abcdfg", 3)), *seen])) == {("ambition", None): 3.0}

    def test_an_older_score_that_the_table_can_read_tells_something_too(self):
        older = score(3, "e", person="p", date="2026-01-01", visibility="table")
        newer = score(3, "e", person="p", date="2026-02-01")
        assert found(case([*told(("abcd", 3)), older, newer])) == {}
        assert found(case([*told(("abcd", 3)), newer])) == {("ambition", None): 3.0}


class TestTheRestHidesAmongEnough:
    def people(self, **levels):
        return [row for level, many in levels.items() for row in told((many, 3), level=level)]

    def test_a_group_that_is_too_small_hides_the_next_smallest_with_it(self):
        rows = self.people(governing="abcde", management="abcdefg", operational="f")
        assert found(case(rows), "level") == {("ambition", "management"): 3.0}
        assert without_scores(case(rows), "level") == {
            "ambition, governing": "reason.hidden_along",
            "ambition, operational": "reason.too_few_rating_organisations",
        }

    def test_of_those_of_one_size_the_first_by_name_goes(self):
        kinds = [f"kind {n}" for n in range(8)]
        parties = [{"id": f"{kind} {n}", "kind": kind, **SEEN} for kind in kinds for n in range(5)]
        rows = [score(3, one["id"]) for one in parties]
        network = Network(
            kinds=[{"id": one} for one in kinds],
            organisations=[*parties, *PARTIES],
            ratings=[*rows, score(3, "a")],
        )
        assert list(found(network, "kind")) == [("ambition", kind) for kind in kinds[1:]]

    def test_where_the_hidden_are_enough_by_themselves_nothing_else_goes(self):
        rows = self.people(governing="abcde", management="abc", operational="def")
        assert found(case(rows), "level") == {("ambition", "governing"): 3.0}

    def test_those_of_whom_no_group_is_known_have_to_hide_too(self):
        rows = self.people(governing="abcde", management="abcdef")
        assert len(found(case(rows), "level")) == 2
        more = case([*rows, score(3, "g")])
        assert found(more, "level") == {("ambition", "management"): 3.0}
        assert without_scores(more, "level") == {
            "ambition, governing": "reason.hidden_along",
            "ambition, no level": "reason.rater_no_group",
        }

    def test_everything_may_have_to_go(self):
        rows = self.people(governing="abcde", operational="aaa")
        assert found(case(rows), "level") == {}

    def test_one_item_does_not_hide_another(self):
        rows = [*self.people(governing="abcde"), score(3, "a", "process", level="management")]
        assert found(case(rows), "level") == {("ambition", "governing"): 3.0}


CONDITIONS = ("ambition", "process")


def rated(condition, said):
    return st.builds(
        lambda given, said: {"condition": condition, "score": given, "said": said},
        st.integers(1, 5),
        said,
    )


odd = st.fixed_dictionaries(
    {
        "by": st.sampled_from([*"aabcgh", "unit", "secret", None, OUTSIDE]),
        "level": st.sampled_from([*LEVELS[:2], None]),
        "person": st.sampled_from([None, None, "p", "q"]),
        "date": st.sampled_from([None, "2026-01-01", "2026-02-02"]),
        "visibility": st.sampled_from(["facilitator"] * 3 + ["table", "public"]),
    }
)


@st.composite
def cases(draw):
    """Crowds of one level or of one kind, each of another party, and a few odd ones."""
    ratings = []
    for condition in CONDITIONS:
        for crowd in ("abcdef", "ghijkl"):
            level = draw(st.sampled_from(LEVELS[:2]))
            some = crowd[: draw(st.sampled_from([0, 1, 5, 5, 6, 6]))]
            said = ({"by": by, "level": level} for by in some)
            ratings += [draw(rated(condition, st.just(one))) for one in said]
        ratings += draw(st.lists(rated(condition, odd), max_size=3))
    return draw(st.permutations(ratings))


def network_of(ratings):
    return case(ratings, SECRET, UNIT)


divisions = st.sampled_from([None, "kind", "level"])


def people(ratings, condition, by=None, group=None):
    """By other means: those who are in a group, as (organisation, score, seen)."""
    kinds = {**KINDS, "unit": "department"}
    told, counted = {}, []
    for number, one in enumerate(ratings):
        said = one["said"]
        if one["condition"] == condition and said["by"] != "secret":
            key = (said["by"], said["person"]) if said.get("person") else number
            told.setdefault(key, []).append(one)
    for rows in told.values():
        last = max(one["said"].get("date") or "" for one in rows)
        rated = [one for one in rows if (one["said"].get("date") or "") == last]
        order = [*LEVELS, None]
        rated.sort(key=lambda one: (order.index(one["said"].get("level")), one["score"]))
        said = rated[0]["said"]
        own = {None: None, "kind": kinds.get(said["by"]), "level": said.get("level")}[by]
        if own == group:
            seen = any(
                one["said"].get("visibility", "facilitator") != "facilitator" for one in rows
            )
            counted.append(("a" if said["by"] == "unit" else said["by"], rated[0]["score"], seen))
    return counted


def known_and_parties(counted):
    """How many answers somebody may know at most, and which organisations there are."""
    parties = Counter(who for who, _, _ in counted)
    nameless = parties.pop(None, 0) + parties.pop(OUTSIDE, 0)
    return max(parties.values(), default=0) + nameless + sum(seen for *_, seen in counted), parties


class TestWhateverIsTold:
    @given(cases(), divisions)
    def test_each_median_that_is_given_passes_the_audit(self, ratings, by):
        for row in safe_medians(network_of(ratings), by=by):
            counted = people(ratings, row.condition, by, row.group)
            known, parties = known_and_parties(counted)
            published = {"median": row.median, "split": row.split}
            assert len(parties) >= 3
            assert row.median == statistics.median([given for _, given, _ in counted])
            assert audit(published, n=len(counted), known=known).passes

    @given(cases(), divisions, st.data())
    def test_which_medians_are_given_does_not_depend_on_the_scores(self, ratings, by, data):
        scores = st.lists(st.integers(1, 5), min_size=len(ratings), max_size=len(ratings))
        others = [
            {**row, "score": given} for row, given in zip(ratings, data.draw(scores), strict=True)
        ]
        one, other = network_of(ratings), network_of(others)
        assert found(one, by).keys() == found(other, by).keys()
        assert why(one, by) == why(other, by)

    @given(cases(), divisions, st.randoms(use_true_random=False))
    def test_the_order_in_which_it_was_told_does_not_count(self, ratings, by, random):
        mixed = random.sample(ratings, len(ratings))
        one, other = (safe_medians(network_of(rows), by=by) for rows in (ratings, mixed))
        assert one == other
        assert one.undefined == other.undefined

    @given(cases(), divisions)
    def test_those_who_are_in_no_group_that_is_given_are_enough_to_hide_among(self, ratings, by):
        given = safe_medians(network_of(ratings), by=by)
        for condition in {row.condition for row in given}:
            left = Counter(people(ratings, condition))
            for row in given.where(lambda row, item=condition: row.condition == item):
                left -= Counter(people(ratings, condition, by, row.group))
            known, parties = known_and_parties(list(left.elements()))
            assert not left or (left.total() >= 2 * known + 3 and len(parties) >= 3)

    @given(cases(), divisions)
    def test_each_row_can_be_said_and_asked_in_both_languages(self, ratings, by):
        for row in safe_medians(network_of(ratings), by=by):
            for language in ("nl", "en"):
                assert row.sentence(language)[-1] == "."
                assert row.question(language)[-1] == "?"
                assert row.otherwise(language)[-1] == "."


class TestNothingElseIsTold:
    RATINGS = told(("abcde", 3)) + told(("f", 2), person="Zx9-canary-9xZ")

    def test_a_row_holds_the_median_and_the_split_and_nothing_else(self):
        found = safe_medians(case(self.RATINGS))
        assert found.to_rows() == [
            {"condition": "ambition", "group": None, "median": 3.0, "split": False}
        ]
        assert found.because == ()
        assert found.known_share is None

    @pytest.mark.parametrize("by", [None, "kind", "level"])
    def test_no_name_no_statement_and_no_pseudonym_is_in_it_anywhere(self, by):
        rows = [*self.RATINGS, *told(("abc", 3), ("abc", 3), level="governing", person="q")]
        found = safe_medians(case(rows), by=by)
        held = pickle.dumps(found) + repr(found).encode() + repr(found.to_dict()).encode()
        assert [one for one in (b"Party", b"ratings/", b"Zx9") if one in held] == []

    def test_the_whole_is_for_the_facilitator_since_it_says_what_is_missing(self):
        assert safe_medians(case([])).about.visibility == "facilitator"

    def test_that_nobody_gave_a_score_has_a_reason_of_its_own(self):
        assert why(case(told(("a", 3)))) == {
            "ambition": "reason.too_few_rating_organisations",
            **dict.fromkeys(get_args(Condition)[1:], "reason.no_scores"),
        }


class TestWords:
    def both(self, network, by=None):
        row = safe_medians(network, by=by)[0]
        return [row.sentence("nl"), row.sentence("en")]

    def test_of_all_together(self):
        assert self.both(case(told(("abc", 3), ("def", 4)))) == [
            "De middelste score voor de ambitie is 3,5, op een schaal van 1 tot 5.",
            "The middle score for the ambition is 3.5, on a scale from 1 to 5.",
        ]

    def test_of_a_level_that_is_split(self):
        assert self.both(case(told(("abc", 2), ("de", 4), level="governing")), "level") == [
            "Bij mensen op bestuurlijk niveau is de middelste score voor de ambitie 2, op een schaal "
            "van 1 tot 5; de scores lopen uiteen: er zijn scores van 2 of lager en van 4 of hoger.",
            "Among people at governing level, the middle score for the ambition is 2, on a scale "
            "from 1 to 5; the scores are split: there are some of 2 or less and some of 4 or more.",
        ]

    def test_of_a_kind_also_where_it_is_called_as_a_level_is(self):
        parties = [{"id": one, "kind": "governing", **SEEN} for one in "abcde"]
        network = Network(
            kinds=[{"id": "governing", "label": {"nl": "besturen", "en": "boards"}}],
            organisations=parties,
            ratings=told(("abcde", 4)),
        )
        assert self.both(network, "kind") == [
            "Bij besturen is de middelste score voor de ambitie 4, op een schaal van 1 tot 5.",
            "Among boards, the middle score for the ambition is 4, on a scale from 1 to 5.",
        ]

    def test_every_condition_and_every_reason_has_words(self):
        rows = [score(3, by, condition) for condition in get_args(Condition) for by in "abcde"]
        assert len({row.sentence("nl") for row in safe_medians(case(rows))}) == 5
        mixed = [*told(("aab", 3), ("a", 1)), *told(("abcde", 3), level="governing")]
        mixed += told(("aaabbb", 3), level="management") + told(("aaabbbb", 3), level="operational")
        for reason in safe_medians(case(mixed), by="level").undefined.values():
            assert reason.sentence("nl") != reason.sentence("en")


class TestWhatIsRefused:
    @pytest.mark.parametrize("by", ["region", "Kind", "", 3, ["kind"]])
    def test_a_division_that_is_not_known(self, by):
        with pytest.raises(OptionError) as caught:
            safe_medians(case([]), by=by)
        assert "is not known; known are 'kind', 'level'." in str(caught.value)

    def test_something_that_is_no_network(self):
        with pytest.raises(OptionError) as caught:
            safe_medians("leiden.yaml")
        assert str(caught.value) == "medians are made of a Network; 'leiden.yaml' was given."
