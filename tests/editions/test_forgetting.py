"""Whoever is forgotten is gone with all that rests on it; what others said stays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import Rows, ids, networks

from netdeps import Network, edition, formats, maps
from netdeps.editions import forget, persons
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph import Contacts
from netdeps.measures import MEASURES
from netdeps.model import KNOWN_KINDS, LISTS, OUTSIDE, Statement

P1 = {"by": "care", "person": "p1"}
P2 = {"by": "care", "person": "p2"}
P3 = {"by": "city", "person": "p3"}
CANARY = "Zx9-canary-9xZ"
NAME = "Stichting Qv7-naam-7vQ"
FORMS = ("yaml", "json")

OTHERS = {
    "name": "Harbour",
    "organisations": [{"id": "care"}, {"id": "city"}, {"id": "homes"}],
    "interviews": [
        {"organisation": "care", "asked": ["contacts", "dependencies"], "said": P2},
        {"organisation": "city", "asked": ["contacts", "dependencies"], "said": P3},
    ],
    "dependencies": [
        {"depender": "city", "dependum": "rest", "dependees": ["care", "homes"], "said": P3},
    ],
    "contacts": [
        {"between": ["care", "city"], "level": "governing", "persons": ["p2"], "said": P2},
        {"between": ["city", "homes"], "level": "operational", "said": P3},
    ],
    "contributions": [
        {"giver": "city", "taker": "care", "resource": "time", "amount": 5, "said": P3},
    ],
    "issues": [{"id": "outflow", "involved": ["care", "homes"], "said": P3}],
    "stakes": [{"organisation": "care", "issue": "outflow", "said": P2}],
    "claims": [{"about": "homes", "topic": "role", "text": "they wait", "said": P3}],
    "concerns": [{"theme": "tendering", "said": P2}],
    "ratings": [{"condition": "process", "score": 4, "said": P3}],
}  # fmt: skip
"""A case in which the person p1 never took part."""

OWN = {
    "interviews": [{"organisation": "care", "level": "governing", "asked": ["contacts"], "said": P1}],
    "dependencies": [
        {"depender": "care", "dependum": "dwellings", "dependees": ["homes"], "importance": 3, "said": P1},
    ],
    "waits": [{"waiter": "care", "awaited": ["homes"], "said": P1}],
    "contacts": [
        {"between": ["care", "city"], "level": "governing", "exists": False, "said": {**P1, "date": "2026-03-01"}},
        {"between": ["care", "homes"], "level": "management", "said": P1},
    ],
    "contributions": [{"giver": "care", "taker": "homes", "resource": "time", "amount": 9, "said": P1}],
    "issues": [{"id": "mine", "involved": ["care", "city"], "said": P1}],
    "stakes": [{"organisation": "city", "issue": "mine", "said": P3}],
    "claims": [{"about": "city", "topic": "motive", "text": "money", "said": P1}],
    "concerns": [
        {"theme": "money", "said": {**P1, "setting": "bilateral"}},
        {"theme": "money", "said": {**P1, "by": "city", "setting": "bilateral"}},
    ],
    "ratings": [{"condition": "process", "score": 1, "said": P1}],
    "walk": [{"title": "Look", "organisation": "care", "said": P1}],
}  # fmt: skip
"""What p1 told, and a stake of another in an issue that p1 told."""


def mixed(rows, more):
    """Put the one among the other, so that what is taken out stood before what stays."""
    return [*more[:1], *rows, *more[1:]]


NEVER = Network(**OTHERS)
WHOLE = Network(
    **{**OTHERS, **{name: mixed(OTHERS.get(name, []), rows) for name, rows in OWN.items()}}
)


def after(network, **who):
    return forget(network, **who).network


class TestAPerson:
    def test_the_case_is_as_if_the_person_had_never_told_anything(self):
        assert after(WHOLE, person="p1") == NEVER

    def test_no_measure_keeps_anything_of_it(self):
        left, changed = after(WHOLE, person="p1"), set()
        for name, measure in MEASURES.items():
            assert measure(left).to_dict() == measure(NEVER).to_dict(), name
            if measure(WHOLE).to_dict() != measure(NEVER).to_dict():
                changed.add(name)
        assert {"contact_gaps", "betweenness", "give_and_take", "unspoken_concerns"} <= changed

    def test_it_is_counted_what_went_from_which_list(self):
        found = forget(WHOLE, person="p1")
        assert found.removed == {name: len(rows) for name, rows in OWN.items()}
        assert (found.changed, found.mentions, found.named, found.unsure) == ({}, (), (), ())

    def test_it_no_longer_carries_the_contacts_that_others_told_of(self):
        row = {"between": ["care", "city"], "persons": ["p1", "p2"], "said": P3}
        network = Network(organisations=OTHERS["organisations"], contacts=[row])
        found = forget(network, person="p1")
        assert [one.persons for one in found.network.contacts] == [("p2",)]
        assert (found.removed, found.changed) == ({}, {"contacts": 1})

    @pytest.mark.parametrize("name", ["dependencies", "contributions"])
    def test_its_replies_go_and_what_they_replied_to_stays(self, name):
        replies = [{"says": "denied", "said": P1}, {"says": "confirmed", "said": P2}]
        row = {**OTHERS[name][0], "replies": replies}
        found = forget(Network(**{**OTHERS, name: [row]}), person="p1")
        (left,) = getattr(found.network, name)
        assert [one.said.person for one in left.replies] == ["p2"]
        assert (found.removed, found.changed) == ({}, {name: 1})

    def test_an_organisation_that_it_named_stays_as_hidden_as_it_was(self):
        said = {**P1, "remark": "they will come", "source": "notes", "confidence": 0.5}
        named = {"id": "rival", "said": {**said, "visibility": "facilitator"}}
        need = {"depender": "care", "dependum": "x", "dependees": ["rival"], "said": {"visibility": "table"}}  # fmt: skip
        network = Network(organisations=[{"id": "care"}, named], dependencies=[need])
        found = forget(network, person="p1")
        rest = found.network.organisation("rival").said
        assert rest.model_dump(exclude_defaults=True) == {}
        assert rest.visibility == "facilitator"
        assert (found.named, found.changed) == (("rival",), {"organisations": 1})
        assert edition(found.network, "table").network.ids == ()

    def test_an_organisation_that_it_named_for_the_table_stays_visible_to_the_table(self):
        named = {"id": "rival", "said": {**P1, "visibility": "table"}}
        left = after(Network(organisations=[{"id": "care"}, named]), person="p1")
        assert edition(left, "table").network.ids == ("rival",)

    def test_the_ids_do_not_tell_that_something_is_gone(self):
        said = [P1, P2, P1, P2]
        rows = [{"theme": "money", "said": one} for one in said]
        left = after(Network(organisations=[{"id": "care"}], concerns=rows), person="p1")
        assert [one.id for one in left.concerns] == ["concerns/1", "concerns/2"]

    def test_chosen_ids_stay(self):
        network = Network(
            agreements=[{"id": "agreements/7", "what": "meet"}],
            concerns=[
                {"theme": "x", "said": {"person": "p1"}},
                {"id": "old sore", "theme": "y"},
                {"id": "agreements/8", "theme": "z"},
            ],
        )
        left = after(network, person="p1")
        assert [one.id for one in left.concerns] == ["old sore", "agreements/8"]
        assert left.agreements[0].id == "agreements/7"

    def test_a_kind_that_only_an_issue_of_it_asked_for_goes(self):
        network = Network(
            kinds=[{"id": "police"}, {"id": "army"}, {"id": "unused"}],
            organisations=[{"id": "care", "kind": "army"}],
            issues=[{"id": "i", "requires_kinds": ["police", "army"], "said": {"person": "p1"}}],
        )
        found = forget(network, person="p1")
        assert [one.id for one in found.network.kinds] == ["army", "unused"]
        assert found.removed == {"kinds": 1, "issues": 1}

    def test_what_is_about_its_issue_goes_and_what_only_mentions_it_stays(self):
        network = Network(
            organisations=OTHERS["organisations"],
            issues=[{"id": "mine", "said": P1}, {"id": "ours", "depends_on": ["mine"]}],
            stakes=[{"organisation": "city", "issue": "mine"}],
            agreements=[{"id": "a", "what": "meet", "issue": "mine"}],
        )
        found = forget(network, person="p1")
        assert found.network.stakes == ()
        assert found.network.issues[0].depends_on == ()
        assert found.network.agreements[0].issue is None
        assert found.changed == {"issues": 1, "agreements": 1}


class TestInterviews:
    """Silence is a "no" only of who was asked and is still heard."""

    ASKED = ("contacts", "dependencies")

    def case(self, interviews, **said):
        contact = {"between": ["care", "city"], "level": "governing", "said": {**P1, **said}}
        return Network(
            organisations=OTHERS["organisations"],
            contacts=[contact],
            interviews=[{"organisation": "care", "asked": self.ASKED, **one} for one in interviews],
        )

    def state(self, network):
        return Contacts(network).state("care", "city", "governing").state

    def test_an_interview_held_with_the_person_goes(self):
        network = self.case([{"said": {"person": "p1"}}])
        assert self.state(network) == "yes"
        found = forget(network, person="p1")
        assert (self.state(found.network), found.unsure) == ("unknown", ())

    def test_one_that_names_nobody_goes_too_and_is_told_of(self):
        network = self.case([{"id": "iv"}])
        found = forget(network, person="p1")
        assert self.state(found.network) == "unknown"
        assert [one.id for one in found.unsure] == ["iv"]
        assert found.removed == {"contacts": 1, "interviews": 1}

    def test_one_held_with_somebody_else_stays_and_its_silence_is_an_answer(self):
        found = forget(self.case([{"said": P2}]), person="p1")
        assert (self.state(found.network), found.unsure) == ("no", ())

    @pytest.mark.parametrize(
        ("asked", "speaks", "goes"),
        [
            ("governing", "governing", True),
            ("governing", "operational", False),
            (None, "operational", True),
            ("governing", None, True),
            (None, None, True),
        ],
    )
    def test_one_that_names_nobody_goes_where_the_level_may_be_that_of_the_person(
        self, asked, speaks, goes
    ):
        found = forget(self.case([{"level": asked}], level=speaks), person="p1")
        assert bool(found.unsure) is goes
        assert bool(found.network.interviews) is not goes

    def test_one_of_another_organisation_stays(self):
        found = forget(self.case([{"organisation": "city"}]), person="p1")
        assert len(found.network.interviews) == 1

    def test_one_stays_where_of_the_person_only_an_interview_is_gone(self):
        network = self.case([{"id": "hers", "said": P1}, {"id": "iv"}], person="p2")
        found = forget(network, person="p1")
        assert [one.id for one in found.network.interviews] == ["iv"]
        assert (self.state(found.network), found.unsure) == ("yes", ())

    def test_one_goes_when_a_reply_was_taken_out(self):
        need = {"depender": "city", "dependum": "rest", "dependees": ["care"], "said": P3}
        replied = {**need, "replies": [{"says": "confirmed", "said": P1}]}
        network = Network(
            organisations=OTHERS["organisations"],
            dependencies=[replied],
            interviews=[{"organisation": "care", "asked": self.ASKED}],
        )
        found = forget(network, person="p1")
        assert (found.network.interviews, len(found.network.dependencies)) == ((), 1)


class TestAPersonOfAnOrganisation:
    CASE = Network(
        organisations=OTHERS["organisations"],
        interviews=[
            {"organisation": "care", "said": {"person": "p1"}},
            {"organisation": "city", "said": {"person": "p1"}},
        ],
        contacts=[
            {"between": ["care", "homes"], "persons": ["p1"]},
            {"between": ["city", "homes"], "persons": ["p1"]},
        ],
        concerns=[{"theme": "x", "said": P1}, {"theme": "y", "said": {**P1, "by": "city"}}],
    )

    def test_the_same_pseudonym_elsewhere_stays_and_is_pointed_at(self):
        found = forget(self.CASE, person="p1", organisation="care")
        left = found.network
        assert [one.organisation for one in left.interviews] == ["city"]
        assert [one.persons for one in left.contacts] == [(), ("p1",)]
        assert [one.theme for one in left.concerns] == ["y"]
        assert found.speakers == ("care",)
        assert [one.place for one in found.mentions] == [
            "interviews[1].said.person",
            "contacts[2].persons[1]",
            "concerns[1].said.person",
        ]

    def test_without_an_organisation_all_of_it_goes_and_it_is_told_for_whom_it_spoke(self):
        found = forget(self.CASE, person="p1")
        assert found.speakers == ("care", "city")
        assert persons(found.network) == ()

    def test_the_persons_of_an_organisation_can_be_listed(self):
        assert persons(WHOLE) == ("p1", "p2", "p3")
        assert persons(WHOLE, organisation="city") == ("p1", "p2", "p3")
        assert persons(WHOLE, organisation="homes") == ()


class TestAnOrganisation:
    def test_all_that_it_said_and_all_that_is_about_it_goes(self):
        left = after(WHOLE, organisation="care")
        assert left.ids == ("city", "homes")
        assert [one.between for one in left.contacts] == [("city", "homes")]
        assert [one.organisation for one in left.interviews] == ["city"]
        assert [one.dependees for one in left.dependencies] == [(OUTSIDE, "homes")]
        assert left.contributions == left.waits == left.stakes == ()
        assert [one.theme for one in left.concerns] == ["money"]
        assert [one.id for one in left.issues] == ["outflow"]
        assert left.issues[0].involved == ("homes",)

    @pytest.mark.parametrize(
        ("name", "row"),
        [
            ("concerns", {"theme": "money"}),
            ("governance", {"form": "shared"}),
            ("ratings", {"condition": "process", "score": 4}),
        ],
    )
    def test_what_somebody_outside_or_nobody_named_said_of_the_whole_stays(self, name, row):
        speakers = [None, OUTSIDE, "city", "care"]
        rows = [{**row, "said": {"by": one}} for one in speakers]
        network = Network(**{"organisations": OTHERS["organisations"], name: rows})
        found = forget(network, organisation="care")
        assert [one.said.by for one in getattr(found.network, name)] == [None, OUTSIDE, "city"]
        assert found.removed == {name: 1, "organisations": 1}

    def test_what_it_confirmed_denied_and_acknowledged_is_no_longer_so(self):
        need = {**OTHERS["dependencies"][0], "acknowledged_by": ["care"]}
        reply = {"says": "confirmed", "said": {"by": "care"}}
        claim = {**OTHERS["claims"][0], "confirmed_by": ["care"], "denied_by": ["care", "homes"]}
        network = Network(
            **{**OTHERS, "dependencies": [{**need, "replies": [reply]}], "claims": [claim]}
        )
        left = after(network, organisation="care")
        assert (left.dependencies[0].acknowledged_by, left.dependencies[0].replies) == ((), ())
        assert (left.claims[0].confirmed_by, left.claims[0].denied_by) == ((), ("homes",))

    def test_an_organisation_that_it_named_stays_as_hidden_as_it_was(self):
        hidden = {"id": "rival", "said": {"by": "care", "visibility": "facilitator"}}
        network = Network(organisations=[{"id": "care"}, hidden, {"id": "city"}])
        left = after(network, organisation="care")
        assert left.organisation("rival").said.by is None
        assert edition(left, "table").network.ids == ()

    def test_it_stays_with_the_interviews_of_others_that_name_nobody(self):
        network = Network(
            organisations=OTHERS["organisations"],
            interviews=[{"organisation": "care", "asked": ["contacts"]}],
            contacts=[{"between": ["care", "city"], "said": P1}],
        )
        found = forget(network, organisation="city")
        assert (len(found.network.interviews), found.unsure) == (1, ())

    def test_the_only_one_of_its_kind_takes_the_kind_along(self):
        network = Network(
            kinds=[{"id": "police"}, {"id": "army"}],
            organisations=[{"id": "a", "kind": "police"}, {"id": "b", "kind": "army"}],
        )
        assert [one.id for one in after(network, organisation="a").kinds] == ["army"]

    def test_one_with_parts_is_refused_and_the_parts_are_named(self):
        parts = [{"id": "work", "part_of": "city"}, {"id": "desk", "part_of": "work"}]
        network = Network(organisations=[{"id": "city"}, *parts])
        with pytest.raises(OptionError) as caught:
            forget(network, organisation="city")
        assert str(caught.value) == (
            "organisation 'city' has parts: 'desk', 'work'; forget these first."
        )
        left = after(after(network, organisation="desk"), organisation="work")
        assert after(left, organisation="city").ids == ()


class TestTextsThatStillMention:
    def test_each_is_listed_with_its_list_its_row_and_its_field(self):
        network = Network(
            name="The case of ZORG aan  de Kade",
            organisations=[{"id": "care", "name": "Zorg aan de Kade"}, {"id": "city"}],
            issues=[{"id": "care-and-city"}],
            concerns=[
                {"theme": "other"},
                {"theme": "money", "said": {"remark": "as zorg aan de kade told us"}},
            ],
            chains=[{"id": "way", "stages": [{"name": "own home"}, {"name": "Care"}]}],
        )
        found = forget(network, organisation="care").mentions
        assert [(one.list_name, one.row, one.field) for one in found] == [
            ("", 0, "name"),
            ("issues", 1, "id"),
            ("chains", 1, "stages[2].name"),
            ("concerns", 2, "said.remark"),
        ]
        assert [one.place for one in found] == [
            "name",
            "issues[1].id",
            "chains[1].stages[2].name",
            "concerns[2].said.remark",
        ]
        assert found[3].text == "as zorg aan de kade told us"

    @pytest.mark.parametrize(
        ("pseudonym", "text", "holds"),
        [
            ("p1", "P1 said so", True),
            ("p1", "(p1)", True),
            ("p1", "p12 said so", False),
            ("p1", "sharp1", False),
            ("vos", "De vos zei", True),
            ("vos", "vossen", False),
            ("Roos", "rooskleurig", True),
            ("José", "Jose\u0301 zei", True),
            ("d'Hooge", "volgens d’Hooge", True),
            ("Jan-Piet", "Jan\u2011Piet zei", True),
            ("Karel", "Ka\u00adrel zei", True),
            ("Karel", "\uff2barel zei", True),
            ("a.b", "axb", False),
            ("p1", "p 1", False),
            ("person3", "person30", False),
            ("person3", "superperson3s", True),
            ("3rd-man", "13rd-man", False),
        ],
    )
    def test_a_short_name_is_looked_for_as_a_word_and_a_longer_one_anywhere(
        self, pseudonym, text, holds
    ):
        told = {"theme": "money", "said": {"person": pseudonym}}
        network = Network(concerns=[told, {"theme": "x", "text": text}])
        assert bool(forget(network, person=pseudonym).mentions) is holds

    def test_the_same_pseudonym_in_capitals_is_somebody_else_and_is_pointed_at(self):
        rows = [{"theme": "x", "said": {"person": one}} for one in ("p1", "P1")]
        found = forget(Network(concerns=rows), person="p1")
        assert [(one.place, one.text) for one in found.mentions] == [
            ("concerns[1].said.person", "P1")
        ]

    def test_a_pseudonym_inside_that_of_somebody_else_is_no_mention(self):
        people = [{"person": one} for one in ("anna", "joanna", "Anna 2")]
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}],
            contacts=[{"between": ["a", "b"], "persons": ["joanna", "ANNA"]}],
            concerns=[{"theme": "x", "said": one} for one in people],
        )
        assert [one.text for one in forget(network, person="anna").mentions] == ["ANNA", "Anna 2"]

    def test_a_chosen_id_is_a_mention_although_it_looks_like_a_given_one(self):
        network = Network(organisations=[{"id": "issues"}], issues=[{"id": "issues/1"}])
        (found,) = forget(network, organisation="issues").mentions
        assert (found.place, found.text) == ("issues[1].id", "issues/1")

    def test_numbers_that_a_network_gave_are_no_mention(self):
        network = Network(
            organisations=[{"id": "concerns"}], concerns=[{"theme": "x"}, {"theme": "y"}]
        )
        assert forget(network, organisation="concerns").mentions == ()

    def test_a_pseudonym_of_spaces_does_not_stand_in_every_text(self):
        rows = [{"theme": "x", "said": {"person": "  "}}, {"theme": "two words"}]
        assert forget(Network(concerns=rows), person="  ").mentions == ()


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("who", "message"),
        [
            ({"person": "p11"}, "person 'p11' is not known; known are 'p1', 'p2', 'p3'. Did you mean 'p1'?"),
            ({"person": ""}, "person '' is not known; known are 'p1', 'p2', 'p3'."),
            ({"person": ["p1"]}, "person ['p1'] is not known; known are 'p1', 'p2', 'p3'."),
            (
                {"person": "p1", "organisation": "homes"},
                "in organisation 'homes', person 'p1' is not known; there are none.",
            ),
            (
                {"organisation": "hmes"},
                "organisation 'hmes' is not known; known are 'care', 'city', 'homes'. Did you mean 'homes'?",
            ),
            (
                {"person": "p1", "organisation": "cty"},
                "organisation 'cty' is not known; known are 'care', 'city', 'homes'. Did you mean 'city'?",
            ),
        ],
    )  # fmt: skip
    def test_somebody_who_is_not_there(self, who, message):
        with pytest.raises(UnknownNameError) as caught:
            forget(WHOLE, **who)
        assert str(caught.value) == message

    def test_nobody(self):
        with pytest.raises(OptionError) as caught:
            forget(WHOLE)
        assert str(caught.value) == (
            "nobody is named to forget; give a person, an organisation, or both."
        )

    def test_what_is_no_network(self):
        with pytest.raises(OptionError) as caught:
            forget("case.yaml", person="p1")
        assert str(caught.value) == ("somebody is forgotten of a Network; 'case.yaml' was given.")

    @pytest.mark.parametrize("who", [{"person": "p1"}, {"organisation": "care"}])
    def test_forgetting_twice(self, who):
        left = after(WHOLE, **who)
        with pytest.raises(UnknownNameError):
            forget(left, **who)


def spoken(draw, row, voices):
    """Let a row, and each reply to it, be told by one of these, or by nobody."""
    row = {**row, "said": {**row["said"], "person": draw(voices)}}
    if "replies" in row:
        row["replies"] = [
            {**one, "said": {**one["said"], "person": draw(voices)}} for one in row["replies"]
        ]
    return row


@st.composite
def told_by(draw, *voices, parts=True):
    """Networks in which every word is of one of these persons, or of nobody named."""
    network = draw(networks(min_size=2, most=3))
    voice = st.sampled_from([None, *voices])
    carriers = st.lists(st.sampled_from(voices), max_size=2)
    lists = {name: [one.model_dump() for one in rows] for name, rows in network.lists.items()}
    for name, rows in lists.items():
        if name not in {"kinds", "releases"}:
            lists[name] = [spoken(draw, one, voice) if one["said"] else one for one in rows]
    lists["contacts"] = [{**one, "persons": draw(carriers)} for one in lists["contacts"]]
    if not parts:
        lists["organisations"] = [{**one, "part_of": None} for one in lists["organisations"]]
    return Network(**lists)


def without(network, who):
    """Forget somebody, if there is anything left to forget."""
    return after(network, person=who) if who in persons(network) else network


@given(told_by("P-one", "P-two"))
def test_two_persons_can_be_forgotten_in_either_order(network):
    one, two = "P-one", "P-two"
    assert without(without(network, one), two) == without(without(network, two), one)


@given(told_by("P-one", parts=False), st.data())
def test_two_organisations_can_be_forgotten_in_either_order(network, data):
    one, two = data.draw(st.permutations(network.ids))[:2]
    both = after(after(network, organisation=one), organisation=two)
    assert after(after(network, organisation=two), organisation=one) == both


@given(told_by(CANARY, "P-two"))
def test_no_byte_of_a_case_tells_that_a_person_was_there(network):
    left = without(network, CANARY)
    assert persons(left) == tuple(one for one in persons(left) if one == "P-two")
    for form in FORMS:
        assert CANARY not in formats.dumps(edition(left, "facilitator"), form=form)


def extras(draw, names, titles):
    """Some rows of every list that has no names of its own, about any of these organisations."""
    rows = Rows(names, titles, list(KNOWN_KINDS))
    named = {"kinds", "organisations", "issues", "tables", "chains", "agreements", "stakes"}
    named.add("releases")  # nobody tells them
    return {
        name: draw(st.lists(getattr(rows, name)(), max_size=2))
        for name in LISTS
        if name not in named
    } | {"stakes": draw(st.lists(rows.stakes(), max_size=2)) if titles else []}


def among(draw, rows, more):
    found = list(rows)
    for one in more:
        found.insert(draw(st.integers(0, len(found))), one)
    return found


def nameless(rows, name):
    """Leave out the numbers that a network gave; the next network gives its own."""
    return [{**one, "id": ""} if one.get("id", "").startswith(f"{name}/") else one for one in rows]


@st.composite
def with_and_without(draw):
    """A case, and the same one with what a person more told of it."""
    never = draw(networks(min_size=2, most=3))
    named = [one.with_fields({"said": one.said.with_fields({"person": "another"})}) for one in never.interviews]  # fmt: skip
    never = never.replaced({"interviews": named})
    lists = {
        name: nameless([one.model_dump() for one in rows], name)
        for name, rows in never.lists.items()
    }
    titles = [one.id for one in never.issues]
    own = draw(ids().filter(lambda one: one not in titles))
    more = extras(draw, list(never.ids), titles)
    own_issue = [{"id": own, "said": {}}] if draw(st.booleans()) else []
    more = {name: [{**one, "said": {**one.get("said", {}), "person": CANARY}} for one in rows]
            for name, rows in {**more, "issues": own_issue}.items()}  # fmt: skip
    if own_issue:
        more["stakes"].append({"organisation": never.ids[0], "issue": own, "said": {}})
    whole = {name: among(draw, rows, more.get(name, [])) for name, rows in lists.items()}
    for one in whole["dependencies"] + whole["contributions"]:
        says = draw(st.sampled_from(["confirmed", "denied", None]))
        if says:
            reply = {"says": says, "said": {"person": CANARY}}
            one["replies"] = among(draw, one.get("replies", ()), [reply])
    for one in whole["contacts"]:
        one["persons"] = among(draw, one.get("persons", ()), draw(st.just([CANARY]) | st.just([])))
    head = {name: getattr(never, name) for name in ("name", "date", "language", "purpose", "retain_until")}  # fmt: skip
    return never, Network(**head, **whole)


@given(with_and_without())
def test_what_is_left_is_the_case_that_never_had_the_person(both):
    never, whole = both
    assert without(whole, CANARY) == never


@st.composite
def with_one_more(draw):
    """A case with one organisation more, of a kind of its own, that is in many of its rows."""
    network = draw(networks(min_size=1, most=2))
    lists = {name: [one.model_dump() for one in rows] for name, rows in network.lists.items()}
    one = {"id": CANARY, "name": NAME, "kind": f"kind of {CANARY}", "region": CANARY}
    lists["organisations"] = among(draw, lists["organisations"], [one])
    lists["kinds"].append({"id": one["kind"], "label": {"nl": CANARY}})
    more = extras(draw, [*network.ids, CANARY], [one.id for one in network.issues])
    return Network(name="Port", **{name: among(draw, rows, more.get(name, [])) for name, rows in lists.items()})  # fmt: skip


@given(with_one_more())
def test_no_byte_of_a_case_tells_that_an_organisation_was_there(network):
    found = forget(network, organisation=CANARY)
    assert found.mentions == ()
    for form in FORMS:
        text = formats.dumps(edition(found.network, "facilitator"), form=form)
        assert [one for one in (CANARY, NAME) if one in text] == []


@pytest.mark.parametrize("audience", ["facilitator", "table"])
@pytest.mark.parametrize("who", [{"person": CANARY}, {"organisation": "rival"}])
def test_no_byte_of_a_map_tells_that_somebody_was_there(who, audience):
    said = {"by": "rival", "person": CANARY, "visibility": "table", "remark": CANARY}
    rows = {
        "dependencies": [{"depender": "care", "dependum": CANARY, "dependees": ["rival"], "said": said}],
        "contacts": [{"between": ["care", "rival"], "persons": [CANARY], "said": said}],
        "concerns": [{"theme": CANARY, "said": said}],
        "walk": [{"title": CANARY, "organisation": "rival", "said": said}],
    }  # fmt: skip
    network = Network(
        **{**OTHERS, **rows}
        | {"organisations": [*OTHERS["organisations"], {"id": "rival", "name": NAME}]}
    )
    sought = [CANARY] if "person" in who else [CANARY, NAME, "rival"]
    before, left = network, after(network, **who)
    assert CANARY in maps.Map().html(edition(before, "facilitator"))
    page = maps.Map().html(edition(left, audience))
    assert [one for one in sought if one in page] == []


@given(told_by("P-one", "P-two"))
def test_what_others_said_stays_word_for_word(network):
    mine = lambda row: row.said.person == "P-one"  # noqa: E731 - as short as it reads
    issues = {one.id for one in network.issues if mine(one)}
    left = without(network, "P-one")
    for name in ("concerns", "claims", "ratings", "waits", "hats", "governance", "chains"):
        expected = [one for one in getattr(network, name) if not mine(one)]
        assert [bare(one) for one in getattr(left, name)] == [bare(one) for one in expected]
    assert [one.issue for one in left.stakes] == [
        one.issue for one in network.stakes if not mine(one) and one.issue not in issues
    ]


def bare(row):
    return row.with_fields({"id": ""}) if isinstance(row, Statement) and "/" in row.id else row


def test_the_day_of_the_case_and_its_purpose_stay():
    noted = WHOLE.with_fields({"date": "2026-03-01", "purpose": "to talk", "retain_until": "2031-01-01"})  # fmt: skip
    left = after(noted, person="p1")
    assert (left.date, left.purpose) == (dt.date(2026, 3, 1), "to talk")
    assert left.retain_until == dt.date(2031, 1, 1)
