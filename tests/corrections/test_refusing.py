"""What does not fit the case is refused, all of it at once, each with the number of its mark."""

import pytest
from corrections.marking import applied, contact, contribution, dependency, port

from netdeps import Network
from netdeps.errors import InvalidRecordsError
from netdeps.model import Changes


def problems(*marks, **fields):
    with pytest.raises(InvalidRecordsError) as caught:
        applied(*marks, **fields)
    return [str(one) for one in caught.value.problems]


KNOWN = "known are 'care', 'city', 'homes', 'rival'"


class TestTheHead:
    def test_changes_of_another_case(self):
        assert problems(case="Prot") == [
            "case: the changes are of the case 'Prot'; this case is called 'Port'. "
            "Give the case that the map was made of."
        ]

    def test_an_audience_that_is_not_known(self):
        assert problems(edition="tabel") == [
            "edition: the edition 'tabel' is not known; known are 'public', 'table', "
            "'facilitator', 'party:ID'. Did you mean 'table'?"
        ]

    def test_the_edition_of_a_party_that_is_not_there(self):
        assert problems(edition="party:homse") == [
            f"edition: 'homse' is not one of the organisations; {KNOWN}. Did you mean 'homes'?"
        ]


class TestNames:
    def test_every_organisation_that_is_not_there(self):
        found = problems(
            contact("confirmed", between=["cares", "city"], by="citty"),
            dependency("confirmed", dependees=["homes", "zzz"]),
            contribution("denied", taker="together"),
            walk=[{"title": "x", "between": ["care", "hoems"], "kinds": ["municipalty"]}],
        )
        assert found[:4] == [
            f"marks[1].by: 'citty' is not one of the organisations; {KNOWN}. Did you mean 'city'?",
            f"marks[1].between[1]: 'cares' is not one of the organisations; {KNOWN}. "
            "Did you mean 'care'?",
            f"marks[2].dependees[2]: 'zzz' is not one of the organisations; {KNOWN}. "
            "Add it to the case first.",
            f"walk[1].between[2]: 'hoems' is not one of the organisations; {KNOWN}. "
            "Did you mean 'homes'?",
        ]
        assert found[4].startswith("walk[1].kinds[1]: 'municipalty' is not one of the kinds; known")
        assert found[4].endswith(" Did you mean 'municipality'?")

    def test_a_case_without_organisations(self):
        assert problems(contact("ask"), to=Network(name="Port"))[0] == (
            "marks[1].between[1]: 'care' is not one of the organisations; there are none. "
            "Add it to the case first."
        )


class TestLevels:
    HINT = "Choose another level, or add this one to the organisation in the case."

    @pytest.mark.parametrize("mark", ["confirmed", "denied", "new", "ask"])
    def test_a_contact_at_a_level_that_a_party_does_not_have(self, mark):
        assert problems(contact(mark, level="operational")) == [
            "marks[1].level: 'city' has no operational level; it has 'governing', 'management'. "
            + self.HINT
        ]

    def test_a_new_need_at_a_level_that_a_party_does_not_have(self):
        none = [{"id": "care"}, {"id": "homes", "levels": []}]
        network = port(organisations=none, dependencies=[], contacts=[], contributions=[])
        assert problems(dependency("new", level="governing"), to=network) == [
            f"marks[1].level: 'homes' has no governing level; it has no levels. {self.HINT}"
        ]

    def test_a_need_that_was_told_keeps_its_level(self):
        rows = [{**port().dependencies[0].model_dump(), "dependees": ["city"]}]
        network = port(dependencies=[{**rows[0], "level": "operational"}])
        mark = dependency("denied", dependees=["city"], level="operational", by="city")
        assert applied(mark, to=network).count("noted") == 1


class TestTies:
    def test_only_what_is_told_can_be_confirmed_or_denied(self):
        rule = "only what is told in the case can be confirmed or denied"
        assert problems(
            dependency("confirmed", dependum="dwelings"),
            dependency("denied", level="governing"),
            dependency("denied", dependees=["city"]),
            contribution("confirmed", resource="moneys"),
            contribution("denied", unit=None),
        ) == [
            "marks[1].dependum: 'care' needs no 'dwelings' from these dependees in the case; "
            f"{rule}. Did you mean 'dwellings'?",
            "marks[2].dependum: 'care' needs no 'dwellings' from these dependees in the case; "
            f"{rule}. If it is missing there, mark it as 'new'.",
            "marks[3].dependum: 'care' needs no 'dwellings' from these dependees in the case; "
            f"{rule}. If it is missing there, mark it as 'new'.",
            "marks[4].resource: 'city' brings no such 'moneys' to 'care' in the case; "
            f"{rule}. Did you mean 'money'?",
            "marks[5].resource: 'city' brings no such 'money' to 'care' in the case; "
            f"{rule}. If it is missing there, mark it as 'new'.",
        ]

    @pytest.mark.parametrize(
        ("mark", "statement"),
        [
            (contact("new", by="city"), "talk"),
            (dependency("new", by="care", dependees=["homes", "rival"]), "need"),
            (contribution("new", by="city"), "gift"),
        ],
    )
    def test_what_the_same_speaker_told_before_is_not_new(self, mark, statement):
        assert problems(mark) == [
            f"marks[1].mark: {mark['by']!r} told of this before, in {statement!r}; "
            "what is new was not told by the same speaker. Mark it as 'confirmed'."
        ]

    def test_what_it_told_where_the_map_could_not_show_it_may_be_new(self):
        row = {"between": ["care", "homes"], "said": {"by": "care"}}
        mark = contact("new", between=["care", "homes"], level=None, by="care")
        assert applied(mark, to=port(contacts=[row])).count("added") == 1
        with pytest.raises(InvalidRecordsError):
            applied(mark, to=port(contacts=[row]), edition="party:care")

    def test_contact_that_it_denied_before_may_be_new(self):
        row = {**port().contacts[0].model_dump(), "exists": False}
        assert applied(contact("new", by="city"), to=port(contacts=[row])).count("added") == 1

    def test_contact_that_it_took_back_since_may_be_new(self):
        yes = {**port().contacts[0].model_dump(), "id": "then"}
        no = {**yes, "id": "since", "exists": False, "said": {**yes["said"], "date": "2026-06-01"}}
        assert applied(contact("new", by="city"), to=port(contacts=[yes, no])).count("added") == 1

    def test_another_amount_of_the_same_speaker(self):
        rule = "one speaker tells one amount of a contribution"
        hint = "Correct the amount where it was told, and leave it out of the mark."
        told = {**port().contributions[0].model_dump(), "said": {"by": "city"}}
        assert problems(
            contribution("new", by="city", amount=600), to=port(contributions=[told])
        ) == [
            "marks[1].amount: the same speaker told of another amount before, in 'gift'; "
            f"{rule}. {hint}"
        ]
        row = {"resource": "time", "unit": "hours", "dossier": None}
        assert problems(
            contribution("new", remark="a few", amount=2, **row),
            contribution("new", remark="a lot", amount=9, **row),
        ) == [
            f"marks[{number}].amount: the same speaker tells of another amount in these changes; "
            f"{rule}. {hint}"
            for number in (1, 2)
        ]


class TestSaidTwice:
    def test_the_same_mark_twice(self):
        assert problems(
            contact("confirmed", by="care"),
            contact("new", between=["city", "care"], by="care", remark="again"),
            contact("ask", by="care"),
            contact("ask", by="care"),
            contact("denied"),
            contact("denied"),
        ) == [
            "marks[2]: the same is said in marks[1]; a mark is made once. Remove one of them.",
            "marks[4]: the same is said in marks[3]; a mark is made once. Remove one of them.",
            "marks[6]: the same is said in marks[5]; a mark is made once. Remove one of them.",
        ]

    def test_marks_of_one_speaker_that_contradict_each_other(self):
        assert problems(dependency("denied", by="homes"), dependency("confirmed", by="homes")) == [
            "marks[2].mark: 'homes' says 'confirmed' here, and 'denied' in marks[1]; "
            "a speaker says one thing of a tie. Remove the mark that does not hold."
        ]

    def test_those_who_are_not_named_may_be_several_and_may_differ(self):
        done = applied(
            contact("denied"),
            contact("confirmed"),
            contact("denied", remark="not at all"),
            contact("ask", by="care", remark="since when?"),
            contact("ask", by="care", remark="how often?"),
        )
        assert done.count("added", "asked") == 5

    def test_two_levels_are_two_things(self):
        marks = [contact("confirmed", by="care", level=one) for one in ("governing", None)]
        assert applied(*marks).count("added") == 2


class TestRecords:
    def test_everything_that_is_wrong_in_the_fields_of_marks(self):
        rows = [
            {"tie": "contacts"},
            {"mark": "new"},
            3,
            contact("maybe", level="goverment"),
            contact("new", between=["care", "care"]),
            dependency("new", dependees=["care"]),
            dependency("new", dependees=["homes", "homes"]),
            dependency("new", dependees=[], __proto__="x"),
            contribution("new", taker="city", amount=-1),
            contribution("denied", amount=1),
            contribution("denied", taker="city"),
        ]
        with pytest.raises(InvalidRecordsError) as caught:
            Changes(case="Port", edition="table", date="2026-11-22", marks=rows)
        assert str(caught.value).splitlines() == [
            "Changes: 13 problems",
            "  marks[1]: the tie 'contacts' is not known; 'tie' is one of 'contact', 'dependency',"
            " 'contribution'. Did you mean 'contact'?",
            "  marks[2]: no tie is named; 'tie' is one of 'contact', 'dependency', 'contribution'.",
            "  marks[3]: 3 was found; fields with their values are expected.",
            "  marks[4].mark: 'maybe' was found; one of 'confirmed', 'denied', 'new', 'ask' is"
            " expected.",
            "  marks[4].level: 'goverment' was found; one of 'governing', 'management',"
            " 'operational' is expected. Did you mean 'governing'?",
            "  marks[5]: a contact of 'care' with itself; a contact is between two organisations."
            " Name the other one.",
            "  marks[6]: 'care' needs 'dwellings' only from itself; a dependency has a dependee"
            " other than the depender. Name the others who can give it.",
            "  marks[7]: an organisation stands twice among the dependees; each organisation is"
            " named once. Remove one of them.",
            "  marks[8].dependees: [] was found; at least 1 in the list is expected.",
            "  marks[8].__proto__: the field '__proto__' is not known; known are 'mark', 'by',"
            " 'remark', 'tie', 'depender', 'dependum', 'dependees', 'level'.",
            "  marks[9].amount: -1 was found; 0 or more is expected.",
            "  marks[10]: an amount with a mark 'denied'; only a new contribution has an amount."
            " Leave 'amount' out.",
            "  marks[11]: 'city' gives to itself; a contribution goes from one organisation to"
            " another. Name the taker, or 'together' for the common pot.",
        ]

    def test_a_kept_view_does_not_say_who_said_it(self):
        views = [{"title": "x"}, {"title": "y", "said": {"by": "care"}}, {"title": ""}]
        with pytest.raises(InvalidRecordsError) as caught:
            Changes(case="Port", edition="table", date="2026-11-22", walk=views)
        assert str(caught.value).splitlines() == [
            "Changes: 2 problems",
            "  walk[2]: a kept view with an 'id', 'said' or 'illustrative'; a kept view says only"
            " what is shown. Leave these out.",
            "  walk[3].title: '' was found; text is expected.",
        ]
