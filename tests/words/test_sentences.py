"""What is said about each sort of finding, in Dutch and in English."""

import re

import pytest
from hypothesis import given
from networks import agreed, asked, exchange, gifts, named, needs, pair_of, spoken
from strategies import cases

from netdeps import Network
from netdeps.measures import (
    MEASURES,
    contact_gaps,
    dossier_balance,
    give_and_take,
    kind_gaps,
    pair_balance,
    questions,
)


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


class TestAContactGap:
    def test_one_level_is_missing(self):
        network = pair_of(
            dependencies=needs(
                ("care", 3, "all", ["housing"]), level="governing", dependum="dwellings"
            ),
            interviews=asked("care", "housing"),
        )
        row = contact_gaps(network)[0]
        assert both(row) == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); op bestuurlijk "
            "niveau is geen contact bekend.",
            "A need runs between Care and Housing (dwellings); no contact is known at "
            "governing level.",
        ]
        assert asks(row) == [
            "Klopt het dat Care en Housing elkaar op bestuurlijk niveau nauwelijks spreken, en "
            "wat zou helpen?",
            "Is it right that Care and Housing hardly speak to each other at governing level, and "
            "what would help?",
        ]

    def test_several_levels_are_missing_and_there_is_a_way_round(self):
        network = pair_of(
            contacts=agreed([("city", "care"), ("city", "housing")]),
            interviews=asked("care", "housing"),
        )
        assert both(contact_gaps(network)[0]) == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); op bestuurlijk "
            "niveau, managementniveau en uitvoerend niveau is geen contact bekend; daar bereiken "
            "zij elkaar via City.",
            "A need runs between Care and Housing (dwellings); no contact is known at "
            "governing level, management level, and operational level; there they reach each "
            "other through City.",
        ]

    def test_the_parties_contradict_each_other(self):
        network = pair_of(
            dependencies=needs(
                ("care", 3, "all", ["housing"]), level="governing", dependum="dwellings"
            ),
            contacts=spoken([("care", "housing")]),
            interviews=asked("housing"),
        )
        row = contact_gaps(network)[0]
        assert both(row) == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); of er op bestuurlijk "
            "niveau contact is, daarover verschillen de antwoorden.",
            "A need runs between Care and Housing (dwellings); the answers differ on whether "
            "there is contact at governing level.",
        ]
        assert asks(row) == [
            "Spreken Care en Housing elkaar op bestuurlijk niveau, en is dat zoals beide het willen?",
            "Do Care and Housing speak to each other at governing level, and is that as both would have it?",
        ]

    def test_contact_is_missing_at_one_level_and_disputed_at_another(self):
        network = pair_of(
            levels={"care": ["governing", "operational"]},
            contacts=spoken([("care", "housing")], "operational"),
            interviews=asked("care", "housing"),
        )
        assert both(contact_gaps(network)[0]) == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); op bestuurlijk niveau "
            "is geen contact bekend; of er op uitvoerend niveau contact is, daarover verschillen "
            "de antwoorden.",
            "A need runs between Care and Housing (dwellings); no contact is known at governing "
            "level; the answers differ on whether there is contact at operational level.",
        ]

    def test_contact_is_thin(self):
        network = pair_of(
            dependencies=needs(
                ("care", 3, "all", ["housing"]), level="operational", dependum="dwellings"
            ),
            contacts=agreed([("care", "housing")], "operational", quality=0.5),
        )
        assert both(contact_gaps(network)[0]) == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); het contact op "
            "uitvoerend niveau is nog niet goed.",
            "A need runs between Care and Housing (dwellings); the contact at operational level "
            "is not yet good.",
        ]


def test_an_open_question():
    row = questions(pair_of(), level="management")[0]
    assert both(row) == [
        "Aan niemand is gevraagd of Care en Housing elkaar spreken op managementniveau.",
        "Nobody was asked whether Care and Housing speak to each other at management level.",
    ]
    assert asks(row) == [
        "Spreken Care en Housing elkaar op managementniveau?",
        "Do Care and Housing speak to each other at management level?",
    ]


class TestAKindGap:
    CARERS = ("care-1", "care-2", "care-3")

    def row(self, *carers, between=("care_provider", "housing_corporation"), **fields):
        organisations = [
            *named(*carers, kind="care_provider"),
            {"id": "housing", "kind": "housing_corporation"},
        ]
        network = Network(organisations=organisations, **fields)
        (row,) = kind_gaps(network, between=between).where(lambda one: one.level is None)
        return row

    def test_the_only_one_has_no_contact(self):
        row = self.row("care-1", interviews=asked("care-1"))
        assert both(row) == [
            "Er is maar één zorgaanbieder, zonder contact met een woningcorporatie op enig niveau.",
            "The one care provider has no contact with any housing corporation at any level.",
        ]

    def test_none_of_several_has_contact_although_there_is_a_need(self):
        row = self.row(
            *self.CARERS,
            interviews=asked("housing"),
            dependencies=needs(("care-1", 3, "all", ["housing"])),
        )
        assert both(row) == [
            "Geen van de 3 zorgaanbieders heeft contact met een woningcorporatie op enig niveau"
            ", terwijl van die kant wel iets nodig is.",
            "None of the 3 care providers has contact with any housing corporation at any level, "
            "although something is needed from that side.",
        ]
        assert asks(row) == [
            "Wat is er nodig om zorgaanbieders en woningcorporaties elkaar op enig niveau te "
            "laten spreken?",
            "What would it take for the care providers and the housing corporations to speak to "
            "each other at any level?",
        ]

    def test_contact_that_one_of_them_denies_is_not_denied_by_the_sentence(self):
        row = self.row(
            "care-1", contacts=spoken([("care-1", "housing")]), interviews=asked("housing")
        )
        assert both(row) == [
            "Er is maar één zorgaanbieder, zonder onbetwist contact met een woningcorporatie op enig "
            "niveau.",
            "The one care provider has no undisputed contact with any housing corporation at any "
            "level.",
        ]

    def test_one_of_several_has_no_contact(self):
        row = self.row(
            *self.CARERS,
            contacts=agreed([("care-1", "housing"), ("care-2", "housing")]),
            interviews=asked("housing"),
        )
        assert both(row) == [
            "1 van de 3 zorgaanbieders heeft geen contact met een woningcorporatie op enig "
            "niveau: care-3.",
            "1 of the 3 care providers has no contact with any housing corporation at any "
            "level: care-3.",
        ]

    def test_several_of_several_have_no_contact(self):
        row = self.row(
            *self.CARERS, contacts=agreed([("care-1", "housing")]), interviews=asked("housing")
        )
        assert both(row) == [
            "2 van de 3 zorgaanbieders hebben geen contact met een woningcorporatie op enig "
            "niveau: care-2 en care-3.",
            "2 of the 3 care providers have no contact with any housing corporation at any "
            "level: care-2 and care-3.",
        ]

    def test_of_one_it_is_not_known(self):
        assert both(self.row("care-1")) == [
            "Van 1 zorgaanbieder is niet bekend of zij contact heeft met een woningcorporatie op "
            "enig niveau.",
            "Of 1 care provider it is not known whether it has contact with any housing "
            "corporation at any level.",
        ]

    def test_of_several_it_is_not_known(self):
        row = self.row(*self.CARERS, contacts=agreed([("care-1", "housing")]))
        assert both(row) == [
            "Van 2 van de 3 zorgaanbieders is niet bekend of zij contact hebben met een "
            "woningcorporatie op enig niveau.",
            "Of 2 of the 3 care providers it is not known whether they have contact with any "
            "housing corporation at any level.",
        ]

    def test_the_only_one_has_contact(self):
        assert both(self.row("care-1", contacts=agreed([("care-1", "housing")]))) == [
            "Er is maar één zorgaanbieder, met contact met ten minste één woningcorporatie op enig "
            "niveau.",
            "The one care provider has contact with at least one housing corporation at some level.",
        ]

    def test_all_of_several_have_contact(self):
        row = self.row(
            "care-1",
            "care-2",
            contacts=agreed([("care-1", "housing"), ("care-2", "housing")]),
        )
        assert both(row) == [
            "Elk van de 2 zorgaanbieders heeft contact met ten minste één woningcorporatie op "
            "enig niveau.",
            "Each of the 2 care providers has contact with at least one housing corporation at "
            "some level.",
        ]

    def test_there_are_none(self):
        assert both(self.row("care-1", between=("ministry", "care_provider"))) == [
            "Er zijn geen ministeries en zorgaanbieders die elkaar op enig niveau kunnen treffen.",
            "There are no ministries and care providers that could meet at any level.",
        ]

    def test_a_kind_of_the_case_has_its_own_label(self):
        network = Network(
            kinds=[{"id": "police", "label": {"nl": "politie", "en": "police"}}],
            organisations=[{"id": "p", "kind": "police"}, {"id": "c", "kind": "care_provider"}],
            interviews=asked("p", level="governing"),
        )
        row = kind_gaps(network, between=("police", "care_provider"))[0]
        assert both(row) == [
            "Er is maar één politie, zonder contact met een zorgaanbieder op bestuurlijk niveau.",
            "The one police has no contact with any care provider at governing level.",
        ]


class TestGiveAndTake:
    def test_who_brings_more(self):
        row = give_and_take(exchange())[2]
        assert both(row) == [
            "c brengt 4 hours en haalt 3 hours aan time: 1 meer gebracht.",
            "c gives 4 hours and takes 3 hours of time: 1 more given.",
        ]
        assert asks(row) == [
            "Ziet c de balans van time ook zo?",
            "Does c see the balance of time in the same way?",
        ]

    def test_who_gets_more_in_a_dossier(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 1234.5), unit=None, dossier="housing"),
        )
        assert both(dossier_balance(network)[1]) == [
            "b brengt 0 en haalt 1.234,5 aan time in het dossier housing: 1.234,5 meer gehaald.",
            "b gives 0 and takes 1,234.5 of time in the dossier housing: 1,234.5 more taken.",
        ]

    def test_who_is_in_balance(self):
        assert both(give_and_take(exchange())[0]) == [
            "a brengt evenveel time als zij haalt: 6 hours.",
            "Of time, a gives as much as it takes: 6 hours.",
        ]

    def test_a_unit_that_is_what_is_brought_is_not_said_twice(self):
        network = Network(
            organisations=named("a", "b"),
            contributions=gifts(("a", "b", 12), resource="woningen", unit="woning"),
        )
        assert both(give_and_take(network)[0]) == [
            "a brengt 12 en haalt 0 aan woningen: 12 meer gebracht.",
            "a gives 12 and takes 0 of woningen: 12 more given.",
        ]
        assert pair_balance(network)[0].sentence("en") == (
            "Of woningen, 12 goes from a to b and 0 comes back."
        )

    def test_of_little_something_is_said(self):
        network = Network(
            organisations=named("a", "b"), contributions=gifts(("a", "b", 0.0042), unit=None)
        )
        assert both(give_and_take(network)[0]) == [
            "a brengt 0,0042 en haalt 0 aan time: 0,0042 meer gebracht.",
            "a gives 0.0042 and takes 0 of time: 0.0042 more given.",
        ]

    def test_what_was_not_counted_in_a_dossier(self):
        network = Network(
            organisations=named("a", "b"), contributions=gifts(("a", "b", None), dossier="care")
        )
        assert both(dossier_balance(network)[0]) == [
            "a brengt of haalt time in het dossier care; niet alles ervan is geteld.",
            "a gives or takes time in the dossier care; not all of it was counted.",
        ]

    def test_the_common_pot(self):
        network = Network(organisations=named("a"), contributions=gifts(("a", "together", 2)))
        assert both(give_and_take(network)[1]) == [
            "De gezamenlijke pot brengt 0 hours en haalt 2 hours aan time: 2 meer gehaald.",
            "The common pot gives 0 hours and takes 2 hours of time: 2 more taken.",
        ]

    def test_nobody_is_asked_to_answer_for_the_common_pot(self):
        network = Network(organisations=named("a"), contributions=gifts(("a", "together", 2)))
        assert asks(give_and_take(network)[1]) == [
            "Klopt het beeld van wat er aan time voor allen samen gebracht is?",
            "Is this what was brought of time for everybody?",
        ]

    def test_what_was_not_counted(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", None)))
        assert both(give_and_take(network)[0]) == [
            "a brengt of haalt time; niet alles ervan is geteld.",
            "a gives or takes time; not all of it was counted.",
        ]


class TestPairBalance:
    def test_it_tells_what_goes_and_what_comes_back(self):
        row = pair_balance(exchange())[0]
        assert both(row) == [
            "Aan time gaat 6 hours van a naar b, en 2 hours komt terug.",
            "Of time, 6 hours goes from a to b and 2 hours comes back.",
        ]
        assert asks(row) == [
            "Is de balans van time tussen a en b zoals beide die willen?",
            "Is the balance of time between a and b as both would have it?",
        ]

    def test_what_was_not_counted(self):
        network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", None)))
        assert both(pair_balance(network)[0]) == [
            "a en b brengen elkaar time; niet alles ervan is geteld.",
            "a and b bring each other time; not all of it was counted.",
        ]


FINDINGS = ("contact_gaps", "questions", "kind_gaps", "give_and_take", "pair_balance")


@pytest.mark.parametrize("name", FINDINGS)
@given(network=cases())
def test_every_row_can_be_said_and_asked_in_both_languages(name, network):
    for row in MEASURES[name](network):
        for text in (*both(row), *asks(row)):
            assert text[-1] in ".?"
            assert not re.search(r"[{}]|None(?! of the)|  ", text)
        assert row.question("nl").endswith("?")


@pytest.mark.parametrize("name", ["<script>", "{first}", "100 %"])
def test_a_hostile_name_is_said_as_it_is(name):
    network = pair_of(
        organisations=[{"id": "care", "name": name}, {"id": "housing", "name": "Housing"}]
    )
    row = questions(network)[0]
    assert row.question("en") == f"Do {name} and Housing speak to each other at governing level?"
