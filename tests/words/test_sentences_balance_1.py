"""What is said about compensation across dossiers, in Dutch and in English."""

import re

import pytest
from hypothesis import given
from networks import gifts
from strategies import cases

from netdeps import Network
from netdeps.measures import (
    compensation,
    concentration,
    pair_compensation,
    weighted_reciprocity,
)

CARE, HOUSING = {"dossier": "care"}, {"dossier": "housing"}


def of(*brought):
    """Contributions of hours between two parties with a name, each with its fields."""
    told = [
        row
        for number, (gift, fields) in enumerate(brought)
        for row in gift_of(number, gift, fields)
    ]
    return Network(
        organisations=[{"id": "care", "name": "Care"}, {"id": "city", "name": "City"}],
        contributions=told,
    )


def gift_of(number, gift, fields):
    return gifts(gift, **{"id": f"gift {number}", **fields})


def row_of(network, **options):
    (row,) = compensation(network, **options).where(lambda one: one.organisation == "care")
    return row


def pair_of(network, **options):
    (row,) = pair_compensation(network, **options)
    return row


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


COMPENSATED = of(
    (("care", "city", 10), CARE),
    (("city", "care", 6), HOUSING),
    (("city", "care", 2), {}),
)
ONE_WAY = of((("care", "city", 10), CARE), (("care", "city", 1.5), {}))
OTHER_WAY = of((("city", "care", 10), CARE))
EVEN = of(
    (("care", "city", 3), CARE),
    (("city", "care", 3), CARE),
    (("care", "city", 1), HOUSING),
    (("city", "care", 1), HOUSING),
)
MIXED = of(
    (("care", "city", 10), CARE),
    (("city", "care", 6), {**CARE, "resource": "money"}),
    (("city", "care", 2), HOUSING),
    (("care", "city", 3), {"dossier": "youth"}),
    (("care", "city", 1), {"dossier": "sport"}),
    (("city", "care", 1), {"dossier": "sport"}),
    (("city", "care", None), {}),
    (("care", "city", 2), {}),
)


class TestCompensation:
    def test_what_is_brought_in_one_dossier_comes_back_in_others(self):
        assert both(row_of(COMPENSATED)) == [
            "Aan time brengt Care in het dossier care 10 hours meer dan zij haalt, en haalt zij "
            "buiten de dossiers om en in het dossier housing 8 hours meer dan zij brengt; over "
            "alle dossiers heen valt 88,9% daarvan tegen elkaar weg.",
            "Of time, Care brings 10 hours more than it takes in the dossier care, and takes 8 "
            "hours more than it brings outside any dossier and in the dossier housing; over all "
            "dossiers 88.9% of that evens out.",
        ]

    def test_values_are_told_as_a_worth(self):
        assert both(row_of(COMPENSATED, worth={"time": 40})) == [
            "Aan time brengt Care in het dossier care een waarde van 400 meer dan zij haalt, en "
            "haalt zij buiten de dossiers om en in het dossier housing een waarde van 320 meer "
            "dan zij brengt; over alle dossiers heen valt 88,9% daarvan tegen elkaar weg.",
            "Of time, Care brings a worth of 400 more than it takes in the dossier care, and "
            "takes a worth of 320 more than it brings outside any dossier and in the dossier "
            "housing; over all dossiers 88.9% of that evens out.",
        ]

    def test_all_goes_one_way(self):
        assert both(row_of(ONE_WAY)) == [
            "Aan time brengt Care buiten de dossiers om en in het dossier care 11,5 hours meer "
            "dan zij haalt; in geen dossier haalt zij meer dan zij brengt.",
            "Of time, Care brings 11.5 hours more than it takes outside any dossier and in the "
            "dossier care; in no dossier does it take more than it brings.",
        ]

    def test_all_goes_the_other_way(self):
        assert both(row_of(OTHER_WAY)) == [
            "Aan time haalt Care in het dossier care 10 hours meer dan zij brengt; in geen "
            "dossier brengt zij meer dan zij haalt.",
            "Of time, Care takes 10 hours more than it brings in the dossier care; in no dossier "
            "does it bring more than it takes.",
        ]

    def test_every_dossier_is_in_balance(self):
        assert both(row_of(EVEN)) == [
            "Aan time brengt Care in het dossier care en in het dossier housing evenveel als zij "
            "haalt; tussen dossiers valt er niets tegen elkaar weg te strepen.",
            "Of time, Care brings as much as it takes in the dossier care and in the dossier "
            "housing; there is nothing to even out between dossiers.",
        ]

    def test_what_cannot_be_added_has_its_signs(self):
        assert both(row_of(MIXED)) == [
            "Kijkend naar money en time: Care brengt in het dossier youth meer dan zij haalt, "
            "haalt in het dossier housing meer dan zij brengt, brengt of haalt in het dossier "
            "care meer, al naar het middel, brengt in het dossier sport evenveel als zij haalt en"
            " komt buiten de dossiers om uit op een saldo dat niet bekend is; over alle dossiers "
            "samen is dat hier niet op te tellen.",
            "Of money and time, Care brings more than it takes in the dossier youth, takes more "
            "than it brings in the dossier housing, brings or takes more, depending on the "
            "resource, in the dossier care, brings as much as it takes in the dossier sport, and "
            "has a balance outside any dossier that is not known; over all dossiers this cannot "
            "be added up here.",
        ]

    @pytest.mark.parametrize("network", [COMPENSATED, ONE_WAY, OTHER_WAY, EVEN, MIXED])
    def test_the_question_is_how_the_party_sees_it(self, network):
        row = row_of(network)
        assert row.question("nl") == "Ziet Care de balans over haar dossiers heen ook zo?"
        assert row.question("en") == (
            "Does Care see the balance over its dossiers in the same way?"
        )

    def test_what_comes_back_may_not_make_up_for_it(self):
        row = row_of(COMPENSATED)
        assert [row.otherwise("nl"), row.otherwise("en")] == [
            "Misschien weegt wat Care in het ene dossier terugkrijgt, voor haar niet op tegen wat "
            "zij in het andere brengt.",
            "Perhaps what comes back to Care in one dossier does not make up for what it brings in "
            "another, because it matters less to it.",
        ]

    @pytest.mark.parametrize("network", [ONE_WAY, OTHER_WAY, EVEN, MIXED])
    def test_something_may_go_the_other_way_that_nobody_counted(self, network):
        row = row_of(network)
        assert [row.otherwise("nl"), row.otherwise("en")] == [
            "Misschien komt er iets terug bij Care, of van haar, in een ander dossier of in een "
            "vorm die niemand telde.",
            "Perhaps something comes back to Care, or from it, in another dossier or in a form "
            "that nobody counted.",
        ]


class TestPairCompensation:
    def test_what_is_brought_in_one_dossier_comes_back_in_others(self):
        assert both(pair_of(COMPENSATED)) == [
            "Aan time gaat in het dossier care 10 hours meer van Care naar City dan er terugkomt,"
            " en buiten de dossiers om en in het dossier housing 8 hours meer van City naar Care;"
            " over alle dossiers heen valt 88,9% daarvan tegen elkaar weg.",
            "Of time, 10 hours more goes from Care to City than comes back in the dossier care, "
            "and 8 hours more from City to Care outside any dossier and in the dossier housing; "
            "over all dossiers 88.9% of that evens out.",
        ]

    def test_values_are_told_as_a_worth(self):
        assert both(pair_of(ONE_WAY, worth={"time": 2})) == [
            "Aan time gaat buiten de dossiers om en in het dossier care een waarde van 23 meer "
            "van Care naar City dan er terugkomt; in geen dossier is het andersom.",
            "Of time, a worth of 23 more goes from Care to City than comes back outside any "
            "dossier and in the dossier care; in no dossier is it the other way round.",
        ]

    def test_all_goes_the_other_way(self):
        assert both(pair_of(OTHER_WAY)) == [
            "Aan time gaat in het dossier care 10 hours meer van City naar Care dan er terugkomt;"
            " in geen dossier is het andersom.",
            "Of time, 10 hours more goes from City to Care than comes back in the dossier care; "
            "in no dossier is it the other way round.",
        ]

    def test_every_dossier_is_in_balance(self):
        assert both(pair_of(EVEN)) == [
            "Aan time gaat in het dossier care en in het dossier housing evenveel van Care naar "
            "City als er terugkomt; tussen dossiers valt er niets tegen elkaar weg te strepen.",
            "Of time, as much goes from Care to City as comes back in the dossier care and in the"
            " dossier housing; there is nothing to even out between dossiers.",
        ]

    def test_what_cannot_be_added_has_its_signs(self):
        assert both(pair_of(MIXED)) == [
            "Kijkend naar money en time: in het dossier youth gaat meer van Care naar City dan er"
            " terugkomt, in het dossier housing gaat meer van City naar Care dan er terugkomt, in"
            " het dossier care hangt het van het middel af of Care of City meer brengt, in het "
            "dossier sport gaat evenveel van Care naar City als er terugkomt en buiten de "
            "dossiers om is niet bekend of Care of City meer brengt; over alle dossiers samen is "
            "dat hier niet op te tellen.",
            "Of money and time, in the dossier youth more goes from Care to City than comes back,"
            " in the dossier housing more goes from City to Care than comes back, in the dossier "
            "care it depends on the resource whether Care or City brings more, in the dossier "
            "sport as much goes from Care to City as comes back, and outside any dossier it is "
            "not known whether Care or City brings more; over all dossiers this cannot be added "
            "up here.",
        ]

    @pytest.mark.parametrize("network", [COMPENSATED, ONE_WAY, OTHER_WAY, EVEN, MIXED])
    def test_the_question_is_how_the_two_see_it(self, network):
        row = pair_of(network)
        assert row.question("nl") == ("Zien Care en City de balans over hun dossiers heen ook zo?")
        assert row.question("en") == (
            "Do Care and City see the balance over their dossiers in the same way?"
        )

    def test_what_comes_back_may_not_make_up_for_it(self):
        row = pair_of(COMPENSATED)
        assert [row.otherwise("nl"), row.otherwise("en")] == [
            "Misschien weegt wat er in het ene dossier terugkomt, voor Care of City niet op tegen "
            "wat in het andere gebracht wordt.",
            "Perhaps what comes back in one dossier does not make up for what is brought in "
            "another, because it matters less to Care or City.",
        ]

    @pytest.mark.parametrize("network", [ONE_WAY, OTHER_WAY, EVEN, MIXED])
    def test_it_may_come_back_in_a_way_that_nobody_counted(self, network):
        row = pair_of(network)
        assert [row.otherwise("nl"), row.otherwise("en")] == [
            "Misschien komt het tussen Care en City terug in een ander dossier, via anderen, of in "
            "een vorm die niemand telde.",
            "Perhaps it comes back between Care and City in another dossier, through others, or in "
            "a form that nobody counted.",
        ]


class TestWhatTheMeasuresMean:
    @pytest.mark.parametrize(
        ("measure", "dutch", "english"),
        [
            (
                compensation,
                "In hoeverre wat een organisatie in sommige dossiers brengt, in andere bij haar "
                "terugkomt.",
                "How far what an organisation brings in some dossiers comes back to it in others.",
            ),
            (
                pair_compensation,
                "In hoeverre wat twee organisaties elkaar in sommige dossiers brengen, in andere "
                "terugkomt.",
                "How far what two organisations bring each other in some dossiers comes back in "
                "others.",
            ),
            (
                weighted_reciprocity,
                "Welk deel van alles wat gebracht wordt, rechtstreeks terugkomt van wie het kreeg.",
                "Which share of all that is brought comes back directly, from those who got it.",
            ),
            (
                concentration,
                "Op hoe weinig schouders het brengen rust: 0 iedereen brengt evenveel, 1 één "
                "brengt alles.",
                "On how few shoulders the bringing rests: 0 all bring as much, 1 one brings "
                "everything.",
            ),
        ],
    )
    def test_each_is_told_in_one_sentence(self, measure, dutch, english):
        definition = measure(EVEN).definition
        assert [definition.sentence("nl"), definition.sentence("en")] == [dutch, english]

    def test_nothing_to_compensate_is_a_reason_of_its_own(self):
        reason = compensation(EVEN).undefined["care"]
        assert [reason.sentence("nl"), reason.sentence("en")] == [
            "in elk dossier wordt evenveel gebracht als gehaald, dus er valt niets te compenseren",
            "in every dossier as much is given as taken, so there is nothing to compensate",
        ]


@given(cases())
def test_every_row_has_whole_sentences_in_both_languages(network):
    for measure in (compensation, pair_compensation):
        for row in measure(network):
            for language in ("nl", "en"):
                told = [row.sentence(language), row.question(language), row.otherwise(language)]
                assert [one[-1] for one in told] == [".", "?", "."]
                assert not any(re.search(r"[{}]|  | ,|None", one) for one in told)
