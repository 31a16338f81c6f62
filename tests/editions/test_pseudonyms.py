"""Who did not agree to be named is a letter in the public edition, and the letter betrays nothing."""

import itertools
import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import networks

from netdeps import formats, measures
from netdeps.editions import (
    Edition,
    Mentioned,
    edition,
    false_absences,
    hidden_organisations,
    names_left,
    pseudonyms,
    under_own_names,
)
from netdeps.errors import AudienceError, OptionError
from netdeps.model import LISTS, OUTSIDE, TOGETHER, Network, Organisation, Record
from netdeps.model.base import LEVELS
from netdeps.model.references import references, renamed
from netdeps.model.texts import texts

PUBLIC = {"visibility": "public"}
SEEDS = st.integers(0, 2**130)


def known(*names: str, kind: str = "other") -> list[dict[str, Any]]:
    """Organisations that agreed to be named."""
    return [{"id": name, "name": name.title(), "kind": kind, "said": PUBLIC} for name in names]


def unknown(*names: str, kind: str = "other") -> list[dict[str, Any]]:
    """Organisations that did not say whether they may be named."""
    return [{"id": name, "name": f"{name.title()} Group", "kind": kind} for name in names]


def case(organisations: list[dict[str, Any]], **lists: Any) -> Network:
    """A case in which all take part in one public issue, so that the public sees all of them."""
    names = [one["id"] for one in organisations]
    everybody = {"id": "together-here", "involved": names, "said": PUBLIC}
    fields = {"language": "en", "issues": [everybody], **lists}
    return Network(organisations=organisations, **fields)


def public(network: Network, seed: int | None = None) -> Network:
    return edition(network, "public", seed=seed).network


def called(network: Network) -> dict[str, str]:
    """Give what everybody in the public edition is called, by their own id."""
    key = pseudonyms(network, seed=7)
    names = public(network, seed=7).names
    return {one: names[key.get(one, one)] for one in under_own_names(network).ids}


STAR = case(
    unknown("anna", "berta", "carla", kind="care_provider"),
    contacts=[
        {"between": ["anna", "carla"], "said": PUBLIC},
        {"between": ["berta", "carla"], "said": PUBLIC},
    ],
)


class TestWhoHasAName:
    def test_whoever_agreed_is_named_and_whoever_did_not_is_a_letter(self):
        network = case(known("city") + unknown("care"))
        assert called(network) == {"city": "City", "care": "Organisation A"}

    def test_the_name_is_in_the_language_of_the_case(self):
        rows = unknown("care", "cure", "core", kind="care_provider") + unknown("a", "b", "c")
        names = called(case(rows, language="nl")).values()
        assert {name.rpartition(" ")[0] for name in names} == {"Zorgaanbieder", "Organisatie"}

    def test_a_kind_of_the_case_has_its_own_label(self):
        rows = unknown("care", "cure", "core", kind="fire")
        kinds = [{"id": "fire", "label": {"en": "fire brigade"}}]
        names = called(case(rows, kinds=kinds)).values()
        assert {*names} == {"Fire brigade A", "Fire brigade B", "Fire brigade C"}

    def test_nothing_else_is_told_of_it(self):
        rows = unknown("care") + known("city")
        rows[0] |= {
            "region": "North",
            "roles": ["funder"],
            "part_of": "city",
            "levels": ["governing"],
        }
        rows[0] |= {"illustrative": True}
        network = case(rows)
        one = public(network).organisation("party-a")
        assert one == Organisation(
            id="party-a", name="Organisation A", said=PUBLIC, illustrative=True
        )
        assert one.levels == LEVELS

    def test_a_part_with_a_name_does_not_name_its_whole(self):
        part = known("desk")[0] | {"part_of": "agency"}
        inside = [part, *unknown("agency")]
        assert public(case([part, *unknown("agency")])).organisation("desk").part_of is None
        only_part = [{"about": "desk", "topic": "role", "text": "writes", "said": PUBLIC}]
        assert public(Network(organisations=inside, claims=only_part)).ids == ("desk",)

    def test_a_part_and_a_whole_that_both_agreed_stay_together(self):
        network = case([*known("agency"), known("desk")[0] | {"part_of": "agency"}])
        assert public(network).organisation("desk").part_of == "agency"

    def test_in_every_other_edition_they_have_their_names(self):
        network = case(known("city") + unknown("care"))
        for audience in ("facilitator", "table", "party:city"):
            shown = edition(network.replaced({"issues": network.issues}), audience).network
            assert shown.ids == ("care", "city")

    def test_an_edition_made_by_hand_with_such_a_name_in_it_is_refused(self):
        with pytest.raises(AudienceError) as caught:
            Edition(case(unknown("care")), "public")
        assert "make an edition with: netdeps.edition(network, audience)" in str(caught.value)


class TestKinds:
    def test_a_kind_of_two_without_a_name_is_not_told(self):
        rows = unknown("a", "b", kind="ministry") + unknown("c", "d", "e", kind="municipality")
        kinds = Counter(one.kind for one in public(case([*rows, *unknown("f")])).organisations)
        assert kinds == {"municipality": 3, "other": 3}

    def test_those_with_a_name_hide_nobody(self):
        rows = known("a", "b", "c", kind="ministry") + unknown("d", kind="ministry")
        network = public(case(rows))
        assert [one.kind for one in network.organisations] == ["ministry"] * 3 + ["other"]

    def test_what_is_left_over_is_of_three_as_well(self):
        rows = unknown("a", kind="ministry") + unknown(*"bcd", kind="municipality")
        rows += unknown(*"efgh", kind="care_provider")
        kinds = Counter(one.kind for one in public(case(rows)).organisations)
        assert kinds == {"care_provider": 4, "other": 4}

    def test_nothing_is_left_over_where_every_kind_has_three(self):
        rows = unknown(*"abc", kind="ministry") + unknown(*"def", kind="municipality")
        kinds = Counter(one.kind for one in public(case(rows)).organisations)
        assert kinds == {"ministry": 3, "municipality": 3}

    def test_a_kind_of_the_case_that_nobody_has_any_more_goes(self):
        kinds = [{"id": "fire"}]
        assert public(case(unknown("a", kind="fire"), kinds=kinds)).kinds == ()

    @given(networks(min_size=1, max_size=8), SEEDS)
    def test_whoever_has_no_name_is_one_of_three_at_least_of_what_is_told(self, network, seed):
        shown = public(network, seed)
        letters = {*pseudonyms(network, seed=seed).values()}
        kinds = Counter(one.kind for one in shown.organisations if one.id in letters)
        assert all(number >= 3 for number in kinds.values()) or {*kinds} <= {"other"}
        assert len(letters) < 3 or all(number >= 3 for number in kinds.values())


class TestLetters:
    def test_every_way_to_deal_them_occurs_about_as_often(self):
        dealt = Counter(tuple(pseudonyms(STAR, seed=seed).items()) for seed in range(600))
        ways = itertools.permutations(["party-a", "party-b", "party-c"])
        found = {frozenset(one): number for one, number in dealt.items()}
        assert {*found} == {frozenset(zip(STAR.ids, way, strict=True)) for way in ways}
        assert 60 < min(found.values()) <= max(found.values()) < 140

    def test_they_are_dealt_anew_for_every_edition(self):
        dealt = {tuple(public(STAR).contacts) for _ in range(40)}
        assert len(dealt) > 1

    def test_the_same_seed_gives_the_same_edition_again(self):
        assert edition(STAR, "public", seed=5) == edition(STAR, "public", seed=5)

    @given(networks(min_size=1), SEEDS, st.randoms(use_true_random=False))
    def test_the_order_of_the_case_does_not_show(self, network, seed, random):
        rows = list(network.organisations)
        random.shuffle(rows)
        assert public(network.replaced({"organisations": rows}), seed) == public(network, seed)

    @given(networks(min_size=2, max_size=5), SEEDS)
    def test_no_order_in_the_edition_is_that_of_the_names_before(self, network, seed):
        for name in LISTS:
            for row in public(network, seed).lists[name]:
                assert listed(row) == ordered(row)

    def test_after_z_comes_aa(self):
        network = case(unknown(*(f"n{number}" for number in range(28))))
        dealt = {*pseudonyms(network, seed=1).values()}
        assert {"party-a", "party-z", "party-aa", "party-ab"} <= dealt
        assert len(dealt) == 28

    @pytest.mark.parametrize("seed", [-1, 1.5, True, "secret"])
    def test_a_seed_that_is_no_whole_number_is_refused(self, seed):
        for ask in (
            lambda: edition(STAR, "public", seed=seed),
            lambda: edition(STAR, "table", seed=seed),
            lambda: pseudonyms(STAR, seed=seed),
        ):
            with pytest.raises(OptionError, match="seed"):
                ask()

    @pytest.mark.parametrize("wrong", [{}, "case.yaml", 3])
    def test_what_is_no_network_is_refused(self, wrong):
        for ask in (
            lambda: pseudonyms(wrong, seed=1),
            lambda: edition(STAR, "public", beside=wrong),
            lambda: names_left(wrong, STAR),
        ):
            with pytest.raises(OptionError, match="pseudonyms are for those in a Network"):
                ask()


def lists_of_names(row: Record) -> dict[tuple[Any, ...], list[str]]:
    """Give the organisations in each field that holds several of them, by the place of the field."""
    found: dict[tuple[Any, ...], list[str]] = {}
    for one in references(row):
        if one.refers.to == "organisations" and isinstance(one.path[-1], int):
            found.setdefault(one.path[:-1], []).append(one.id)
    return found


def listed(row: Record) -> list[list[str]]:
    return [*lists_of_names(row).values()]


def ordered(row: Record) -> list[list[str]]:
    return [sorted(names, key=lambda one: (one == OUTSIDE, one)) for names in listed(row)]


class TestNamesThatAreThere:
    def test_a_letter_that_somebody_has_for_a_name_is_skipped(self):
        rows = unknown("care")
        taken = {"id": "city", "name": "organisation  a", "said": PUBLIC}
        assert called(case([*rows, taken]))["care"] == "Organisation B"

    @pytest.mark.parametrize("kind", ["care_provider", "other"])
    def test_a_letter_is_skipped_whatever_the_kind_of_the_name(self, kind):
        rows = unknown("x", "y", "z", kind=kind)
        names = ("Care provider A", "Organisation B")
        taken = [{"id": name, "name": name, "said": PUBLIC} for name in names]
        free = {"care_provider": {"C", "D", "E"}, "other": {"A", "C", "D"}}
        dealt = {called(case([*rows, *taken]))[one][-1] for one in "xyz"}
        assert dealt == free[kind]

    def test_an_id_that_is_there_is_skipped(self):
        agreed = {"id": "party-a", "name": "Party of Art", "said": PUBLIC}
        table = {"id": "party-b", "said": PUBLIC}
        network = case([*unknown("care"), agreed], tables=[table])
        assert pseudonyms(network, seed=1) == {"care": "party-c"}

    def test_somebody_without_a_name_may_have_had_such_an_id(self):
        network = case(unknown("party-b", "party-a"))
        for seed in range(10):
            assert {*public(network, seed).ids} == {"party-a", "party-b"}

    def test_a_hidden_organisation_takes_no_letter_away(self):
        hidden = {"id": "party-a", "name": "Organisation A", "said": {"visibility": "table"}}
        network = case(unknown("care"))
        with_hidden = network.replaced({"organisations": [*network.organisations, hidden]})
        assert public(with_hidden, 3) == public(network, 3)


class TestEverywhere:
    @given(networks(min_size=2, max_size=4), SEEDS)
    def test_nobody_who_did_not_agree_occurs_in_any_field_but_free_texts(self, network, seed):
        marks = {one: f"Q{number}-qq" for number, one in enumerate(network.ids)}
        network = with_marks(network, marks)
        shown = public(network, seed)
        agreed = {
            one.id for one in network.organisations if one.said and one.said.visibility == "public"
        }
        text = formats.dumps(edition(shown, "facilitator"), form="json")
        assert [one for one in marks.values() if one in text and one not in agreed] == []

    @given(networks(min_size=1), SEEDS, SEEDS)
    def test_the_edition_of_an_edition_is_the_same_whatever_the_seed(self, network, seed, other):
        once = edition(network, "public", seed=seed)
        assert edition(once.network, "public", seed=other) == once
        assert Edition(once.network, "public") == once

    @given(networks(min_size=1), SEEDS)
    def test_under_the_key_it_says_what_is_public_and_no_more(self, network, seed):
        shown, own = public(network, seed), under_own_names(network)
        back = {letter: name for name, letter in pseudonyms(network, seed=seed).items()}
        assert sorted(back.get(one, one) for one in shown.ids) == [*own.ids]
        for name in LISTS:
            if name not in {"organisations", "kinds"}:
                rows = [unordered(renamed(row, back)) for row in shown.lists[name]]
                assert Counter(rows) == Counter(map(unordered, own.lists[name]))

    @settings(max_examples=10)
    @given(networks(min_size=2))
    def test_no_figure_of_the_whole_changes(self, network):
        shown, own = public(network), under_own_names(network)
        for measure in (measures.density, measures.reciprocity, measures.components):
            first, second = figure(measure, shown), figure(measure, own)
            assert first == second

    @settings(max_examples=10)
    @given(networks(min_size=2), SEEDS)
    def test_a_score_goes_with_its_organisation(self, network, seed):
        key = pseudonyms(network, seed=seed)
        shown = measures.degree(public(network, seed), layer="contact")
        own = measures.degree(under_own_names(network), layer="contact")
        for one in under_own_names(network).ids:
            assert shown.get(key.get(one, one)) == own.get(one)


def with_marks(network: Network, marks: dict[str, str]) -> Network:
    """Give everybody an id, a name and a region that stand nowhere else."""
    lists = {name: [renamed(row, marks) for row in rows] for name, rows in network.lists.items()}
    lists["organisations"] = [
        renamed(one, marks).with_fields(
            {"id": marks[one.id], "name": marks[one.id], "region": marks[one.id]}
        )
        for one in network.organisations
    ]
    return network.replaced(lists)


def unordered(row: Record) -> str:
    """Write a row down without its automatic id and the order of whom it names."""
    fields = json.loads(row.model_dump_json())
    if "/" in fields.get("id", ""):
        fields["id"] = ""
    if fields.get("other_level") and fields["between"][0] > fields["between"][1]:
        fields["between"].reverse()
        fields["level"], fields["other_level"] = fields["other_level"], fields["level"]
    return json.dumps(sorted_lists(fields), sort_keys=True)


def sorted_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: sorted_lists(one) for name, one in value.items()}
    if isinstance(value, list):
        return sorted((sorted_lists(one) for one in value), key=json.dumps)
    return value


def figure(measure: Any, network: Network) -> Any:
    found = measure(network, layer="contact")
    return sorted(one.size for one in found) if measure is measures.components else str(found)


class TestTwoMoments:
    NOW = case(unknown("anna", "berta", "dora") + known("city"))
    THEN = case(unknown("anna", "carla", "city"))

    def test_both_have_the_same_letters(self):
        now = pseudonyms(self.NOW, seed=4, beside=self.THEN)
        then = pseudonyms(self.THEN, seed=4, beside=self.NOW)
        assert now == then
        assert {*now} == {"anna", "berta", "carla", "city", "dora"}

    def test_whoever_agreed_at_one_of_them_only_has_no_name_in_either(self):
        for one, other in ((self.NOW, self.THEN), (self.THEN, self.NOW)):
            shown = edition(one, "public", seed=4, beside=other).network
            assert "city" not in shown.ids

    def test_a_kind_that_one_of_them_does_not_tell_is_told_by_neither(self):
        three = case(unknown("anna", "berta", "carla", kind="care_provider"))
        two = case(unknown("anna", "berta", kind="care_provider"))
        for one, other in ((three, two), (two, three)):
            shown = edition(one, "public", seed=4, beside=other).network
            assert {row.kind for row in shown.organisations} == {"other"}


class TestForTheFacilitator:
    def test_whoever_stands_under_a_letter_is_not_called_hidden(self):
        hidden = {"id": "rival", "said": {"visibility": "table"}}
        network = case(unknown("care") + known("city"))
        network = network.replaced({"organisations": [*network.organisations, hidden]})
        assert hidden_organisations(network, edition(network, "public")) == ("rival",)

    def test_a_false_absence_is_told_under_their_own_names(self):
        network = case(
            unknown("care", "homes"),
            interviews=[{"organisation": "care", "asked": ["contacts"], "said": PUBLIC}],
            contacts=[{"between": ["care", "homes"], "said": {"by": "care"}}],
        )
        assert false_absences(network, edition(network, "public")) == (("care", "homes"),)

    def test_a_text_that_still_holds_a_name_is_listed_and_stays(self):
        claims = [
            {"about": "care", "topic": "role", "text": "CARE  group leads.", "said": PUBLIC},
            {"about": "city", "topic": "role", "text": "The City pays.", "said": PUBLIC},
        ]
        network = case(unknown("care") + known("city"), claims=claims)
        shown = public(network)
        assert names_left(network, shown) == (Mentioned("claims", 2, "text", "CARE  group leads."),)
        assert "CARE  group leads." in dict(texts(shown)).values()

    def test_a_pseudonym_that_holds_somebodys_name_is_none_of_those_texts(self):
        network = case([{"id": "party", "name": "Organisation"}])
        assert names_left(network, public(network)) == ()


def test_reserved_words_are_never_renamed():
    network = case(
        unknown("care", "city"),
        contributions=[{"giver": "care", "taker": TOGETHER, "resource": "time", "said": PUBLIC}],
        dependencies=[
            {"depender": "care", "dependum": "x", "dependees": [OUTSIDE, "city"], "said": PUBLIC}
        ],
    )
    shown = public(network)
    assert shown.contributions[0].taker == TOGETHER
    assert shown.dependencies[0].dependees[-1] == OUTSIDE


def test_a_contact_across_levels_keeps_who_meets_at_which_level():
    crossed = {"between": ["anna", "carla"], "level": "governing", "other_level": "operational"}
    network = case(unknown("anna", "carla"), contacts=[{**crossed, "said": PUBLIC}])
    for seed in range(8):
        contact, key = public(network, seed).contacts[0], pseudonyms(network, seed=seed)
        at = dict(zip(contact.between, (contact.level, contact.other_level), strict=True))
        assert at == {key["anna"]: "governing", key["carla"]: "operational"}
