"""What is said about weighing, worth, feeling and promises, in Dutch and in English."""

import pytest
from hypothesis import given
from networks import asked, gifts
from strategies import cases

from netdeps import Network
from netdeps.measures import (
    break_even,
    felt_balance,
    free_riding,
    giver_acceptability,
    promises,
    reported_differences,
    stakes_without_offers,
    valued_balance,
)
from netdeps.words import LANGUAGES, Phrase

PARTIES = [
    {"id": "a", "name": "Care", "kind": "care_provider"},
    {"id": "b", "name": "City", "kind": "municipality"},
    {"id": "c", "name": "Homes", "kind": "care_provider"},
]
MONEY = {"resource": "money", "unit": "euro"}
DWELLINGS = {"resource": "dwellings", "unit": None}
HEARD = asked("a", "b", "c", about="contributions")


def brought(*rows, **fields):
    """The town in which each of these (giver, taker, amount, other fields) is brought."""
    gifts_told = [
        {**gifts((giver, taker, amount), **dict(*more))[0], "id": f"gift {number}"}
        for number, (giver, taker, amount, *more) in enumerate(rows)
    ]
    return Network(**{"organisations": PARTIES, "contributions": gifts_told, **fields})


def of_care(found):
    (row,) = [row for row in found if row.organisation == "a"]
    return row


def words(row):
    """All that is said of a row, in Dutch and in English."""
    said = (row.sentence, row.question, row.otherwise)
    return [one(language) for one in said for language in LANGUAGES]


def worth(who, much, **good):
    return {"organisation": who, "worth": much, "resource": "time", "unit": "hours", **good}


def exchange(*valuations, **options):
    """Ten hours for ten euro, with what each is worth to whom."""
    network = brought(("a", "b", 10), ("b", "a", 10, MONEY), valuations=list(valuations))
    return of_care(valued_balance(network, **options))


def feeling(felt, *rows, **fields):
    told = [{"organisation": "a", "felt": felt, **fields}]
    return felt_balance(brought(*rows, felt_balances=told))[0]


def riding(*rows, heard=HEARD):
    return free_riding(brought(*rows, interviews=heard))[0]


def gaining(*stakes, heard=HEARD):
    told = [
        {"organisation": who, "issue": "buying", "weight": weight, "offers": offers}
        for who, weight, offers in stakes
    ]
    issues = [{"id": "buying", "title": "Buying"}]
    return stakes_without_offers(brought(stakes=told, issues=issues, interviews=heard))[0]


CARE = {"dossier": "care"}
PROMISED = {"status": "promised"}
OFFER = [{"resource": "time"}]


def reporting(*told, heard=()):
    rows = [("a", "b", much, {**CARE, "said": {"by": who}}) for who, much in told]
    return reported_differences(brought(*rows, interviews=list(heard)))[0]


class TestAtWhichWorthItIsEven:
    def test_takes_dwellings_and_gives_hours(self):
        row = of_care(break_even(brought(("a", "b", 3000), ("b", "a", 10, DWELLINGS))))
        assert words(row) == [
            "Care brengt per saldo 3.000 hours aan time en haalt 10 aan dwellings: dat is in "
            "evenwicht als 1 aan dwellings evenveel waard is als 300 hours aan time.",
            "On balance, Care gives 3,000 hours of time and takes 10 of dwellings: that is even "
            "if 1 of dwellings is worth as much as 300 hours of time.",
            "Is 1 aan dwellings voor Care en voor de anderen 300 hours aan time waard, of meer, "
            "of minder?",
            "Is 1 of dwellings worth 300 hours of time to Care and to the others, or more, or "
            "less?",
            "Misschien is het een niet tegen het ander af te wegen, of komt er iets anders terug "
            "dat niemand telde.",
            "Perhaps the one cannot be weighed against the other, or something else comes back "
            "that nobody counted.",
        ]

    def test_gives_both(self):
        row = of_care(break_even(brought(("a", "b", 1), ("a", "b", 1, MONEY))))
        assert words(row) == [
            "Care brengt per saldo zowel money als time: wat die ook waard zijn, zij brengt meer "
            "dan zij haalt.",
            "On balance, Care gives both money and time: whatever they are worth, it gives more "
            "than it takes.",
            "Ziet Care wat zij brengt en haalt aan money en time ook zo?",
            "Does Care see what it gives and takes of money and time in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_takes_both_in_two_units(self):
        row = of_care(break_even(brought(("b", "a", 1), ("b", "a", 1, {"unit": "days"}))))
        assert words(row) == [
            "Care haalt per saldo zowel time (days) als time (hours): wat die ook waard zijn, zij"
            " haalt meer dan zij brengt.",
            "On balance, Care takes both time (days) and time (hours): whatever they are worth, "
            "it takes more than it brings.",
            "Ziet Care wat zij brengt en haalt aan time (days) en time (hours) ook zo?",
            "Does Care see what it gives and takes of time (days) and time (hours) in the same "
            "way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_gives_one_and_the_other_is_even(self):
        row = of_care(break_even(brought(("a", "b", 1), ("b", "a", 1), ("a", "b", 1, MONEY))))
        assert words(row) == [
            "Care brengt per saldo money, en aan time evenveel als zij haalt: wat die ook waard "
            "zijn, zij brengt meer dan zij haalt.",
            "On balance, Care gives money, and of time as much as it takes: whatever they are "
            "worth, it gives more than it takes.",
            "Ziet Care wat zij brengt en haalt aan money en time ook zo?",
            "Does Care see what it gives and takes of money and time in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_takes_one_and_the_other_is_even(self):
        row = of_care(break_even(brought(("a", "b", 1), ("b", "a", 1), ("b", "a", 1, MONEY))))
        assert words(row) == [
            "Care haalt per saldo money, en aan time evenveel als zij brengt: wat die ook waard "
            "zijn, zij haalt meer dan zij brengt.",
            "On balance, Care takes money, and of time as much as it gives: whatever they are "
            "worth, it takes more than it brings.",
            "Ziet Care wat zij brengt en haalt aan money en time ook zo?",
            "Does Care see what it gives and takes of money and time in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_both_are_even(self):
        row = of_care(
            break_even(
                brought(("a", "b", 1), ("b", "a", 1), ("a", "b", 2, MONEY), ("b", "a", 2, MONEY))
            )
        )
        assert words(row) == [
            "Care brengt evenveel als zij haalt, zowel aan money als aan time.",
            "Care gives as much as it takes, both of money and of time.",
            "Ziet Care wat zij brengt en haalt aan money en time ook zo?",
            "Does Care see what it gives and takes of money and time in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_not_all_was_counted(self):
        row = of_care(break_even(brought(("b", "a", None), ("a", "b", 1, MONEY))))
        assert words(row) == [
            "Care brengt of haalt money en time; niet alles ervan is geteld.",
            "Care gives or takes money and time; not all of it was counted.",
            "Ziet Care wat zij brengt en haalt aan money en time ook zo?",
            "Does Care see what it gives and takes of money and time in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]


class TestUnderHowManyWaysOfWeighing:
    def test_it_depends_on_the_weights(self):
        row = of_care(
            giver_acceptability(
                brought(
                    ("b", "a", 6, DWELLINGS), ("b", "c", 4, DWELLINGS), ("a", "b", 4), ("c", "b", 6)
                )
            )
        )
        assert words(row) == [
            "Bij 40% van alle manieren om de middelen te wegen brengt Care meer dan zij haalt: "
            "zij brengt time en haalt dwellings.",
            "Under 40% of all ways of weighing the resources, Care gives more than it takes: it "
            "gives time and takes dwellings.",
            "Hoe wegen Care en de anderen dit tegen elkaar af: time tegenover dwellings?",
            "How do Care and the others weigh these against each other: time against dwellings?",
            "Misschien is niet elke manier van wegen zinnig voor wie aan tafel zitten, of komt er"
            " iets terug dat niemand telde.",
            "Perhaps not every way of weighing makes sense to those at the table, or something "
            "comes back that nobody counted.",
        ]

    def test_it_gives_however_they_are_weighed(self):
        row = of_care(giver_acceptability(brought(("a", "b", 1))))
        assert words(row) == [
            "Hoe de middelen ook gewogen worden, Care brengt meer dan zij haalt.",
            "However the resources are weighed, Care gives more than it takes.",
            "Ziet Care de balans van wat zij brengt en haalt ook zo?",
            "Does Care see the balance of what it gives and takes in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_it_takes_however_they_are_weighed(self):
        row = of_care(giver_acceptability(brought(("b", "a", 1))))
        assert words(row) == [
            "Hoe de middelen ook gewogen worden, Care haalt meer dan zij brengt.",
            "However the resources are weighed, Care takes more than it brings.",
            "Ziet Care de balans van wat zij brengt en haalt ook zo?",
            "Does Care see the balance of what it gives and takes in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]

    def test_all_is_even(self):
        row = of_care(giver_acceptability(brought(("a", "b", 1), ("b", "a", 1))))
        assert words(row) == [
            "Van elk middel brengt Care evenveel als zij haalt.",
            "Of every resource, Care gives as much as it takes.",
            "Ziet Care de balans van wat zij brengt en haalt ook zo?",
            "Does Care see the balance of what it gives and takes in the same way?",
            "Misschien komt er iets terug in een ander dossier, of in een vorm die niemand telde.",
            "Perhaps something comes back in another dossier, or in a form that nobody counted.",
        ]


class TestWhatItIsWorth:
    def test_it_gains_and_to_givers_it_is_even(self):
        row = exchange(worth("a", 1), worth("a", 3, **MONEY), worth("b", 2), worth("b", 1, **MONEY))
        assert words(row) == [
            "Naar wat het voor haarzelf waard is, brengt Care 10 en haalt zij 30: de uitwisseling"
            " levert haar 20 op; naar wat het waard is voor wie het brengt, is het in evenwicht; "
            "naar wat het waard is voor wie het haalt, is er 10 meer gehaald.",
            "By what things are worth to itself, Care gives 10 and takes 30: the exchange yields "
            "it 20; by what they are worth to whoever gives them, it is even; by what they are "
            "worth to whoever takes them, 10 more is taken.",
            "Wat brengt Care dat haar weinig kost en anderen veel helpt, en wat brengen anderen "
            "haar op die manier?",
            "What does Care give that costs it little and helps others much, and what do others "
            "give it in that way?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_it_brings_more_also_to_givers_and_takers(self):
        row = exchange(worth("a", 3), worth("a", 1, **MONEY), worth("b", 2), worth("b", 2, **MONEY))
        assert words(row) == [
            "Naar wat het voor haarzelf waard is, brengt Care 30 en haalt zij 10: zij brengt 20 "
            "meer; naar wat het waard is voor wie het brengt, is er 10 meer gebracht; naar wat "
            "het waard is voor wie het haalt, is er 10 meer gebracht.",
            "By what things are worth to itself, Care gives 30 and takes 10: 20 more given; by "
            "what they are worth to whoever gives them, 10 more is given; by what they are worth "
            "to whoever takes them, 10 more is given.",
            "Wat brengt Care dat haar weinig kost en anderen veel helpt, en wat brengen anderen "
            "haar op die manier?",
            "What does Care give that costs it little and helps others much, and what do others "
            "give it in that way?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_it_is_even_and_to_takers_it_is_not(self):
        row = exchange(worth("a", 1), worth("a", 1, **MONEY), worth("b", 1), worth("b", 2, **MONEY))
        assert words(row) == [
            "Naar wat het voor haarzelf waard is, brengt Care evenveel als zij haalt: 10; naar "
            "wat het waard is voor wie het brengt, is er 10 meer gehaald; naar wat het waard is "
            "voor wie het haalt, is het in evenwicht.",
            "By what things are worth to itself, Care gives as much as it takes: 10; by what they "
            "are worth to whoever gives them, 10 more is taken; by what they are worth to whoever "
            "takes them, it is even.",
            "Wat brengt Care dat haar weinig kost en anderen veel helpt, en wat brengen anderen "
            "haar op die manier?",
            "What does Care give that costs it little and helps others much, and what do others "
            "give it in that way?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_others_have_not_said_so(self):
        row = exchange(worth("a", 1), worth("a", 3, **MONEY))
        assert words(row) == [
            "Naar wat het voor haarzelf waard is, brengt Care 10 en haalt zij 30: de uitwisseling"
            " levert haar 20 op.",
            "By what things are worth to itself, Care gives 10 and takes 30: the exchange yields "
            "it 20.",
            "Wat brengt Care dat haar weinig kost en anderen veel helpt, en wat brengen anderen "
            "haar op die manier?",
            "What does Care give that costs it little and helps others much, and what do others "
            "give it in that way?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_to_itself_it_is_not_known(self):
        row = exchange(worth("a", 1, **MONEY), worth("b", 0.5))
        assert words(row) == [
            "Niet van alles wat Care brengt en haalt is bekend wat het voor haarzelf waard is; "
            "naar wat het waard is voor wie het haalt, is er 5 meer gehaald.",
            "It is not known of everything that Care gives and takes what it is worth to itself; "
            "by what they are worth to whoever takes them, 5 more is taken.",
            "Wat brengt Care dat haar weinig kost en anderen veel helpt, en wat brengen anderen "
            "haar op die manier?",
            "What does Care give that costs it little and helps others much, and what do others "
            "give it in that way?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_at_prices_by_which_it_gains(self):
        row = exchange(worth={"time": 1, "money": 3})
        assert words(row) == [
            "Tegen deze prijzen brengt Care 10 en haalt zij 30: 20 meer gehaald.",
            "At these prices, Care gives 10 and takes 30: 20 more taken.",
            "Zijn deze prijzen wat het voor Care waard is?",
            "Are these prices what things are worth to Care?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_at_prices_by_which_it_gives(self):
        row = exchange(worth={"time": 3, "money": 1})
        assert words(row) == [
            "Tegen deze prijzen brengt Care 30 en haalt zij 10: 20 meer gebracht.",
            "At these prices, Care gives 30 and takes 10: 20 more given.",
            "Zijn deze prijzen wat het voor Care waard is?",
            "Are these prices what things are worth to Care?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]

    def test_at_prices_by_which_it_is_even(self):
        row = exchange(worth={"time": 1, "money": 1})
        assert words(row) == [
            "Tegen deze prijzen brengt Care evenveel als zij haalt: 10.",
            "At these prices, Care gives as much as it takes: 10.",
            "Zijn deze prijzen wat het voor Care waard is?",
            "Are these prices what things are worth to Care?",
            "Misschien heeft niet alles een prijs, of is het inmiddels iets anders waard.",
            "Perhaps not everything has a price, or things have come to be worth something else.",
        ]


class TestHowItFeels:
    def test_brings_more_and_feels_that_it_pays(self):
        row = feeling(1, ("a", "b", 3), ("b", "a", 1))
        assert words(row) == [
            "Care brengt meer dan zij haalt, en ervaart dat het meer oplevert dan het kost.",
            "Care brings more than it gets, and feels that it yields more than it costs.",
            "Wat levert het Care op dat hier niet geteld is?",
            "What does Care get out of it that is not counted here?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]

    def test_gets_more_and_feels_that_it_costs(self):
        row = feeling(-1, ("b", "a", 3, CARE), **CARE)
        assert words(row) == [
            "Care haalt meer dan zij brengt in het dossier care, en ervaart dat het meer kost dan"
            " het oplevert.",
            "Care gets more than it brings in the dossier care, and feels that it costs more than"
            " it yields.",
            "Wat kost het Care dat hier niet geteld is?",
            "What does it cost Care that is not counted here?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]

    def test_even_and_felt_so(self):
        row = feeling(0, ("a", "b", 1), ("b", "a", 1))
        assert words(row) == [
            "Care brengt ongeveer evenveel als zij haalt, en ervaart dat kosten en opbrengst in "
            "evenwicht zijn.",
            "Care brings about as much as it gets, and feels that cost and yield are in balance.",
            "Herkent Care dit beeld van wat zij brengt en haalt?",
            "Does Care recognise this picture of what it brings and gets?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]

    def test_brings_more_and_feels_that_it_costs(self):
        row = feeling(-1, ("a", "b", 3))
        assert words(row) == [
            "Care brengt meer dan zij haalt, en ervaart dat het meer kost dan het oplevert.",
            "Care brings more than it gets, and feels that it costs more than it yields.",
            "Wat zou het voor Care meer de moeite waard maken?",
            "What would make it more worth the effort for Care?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]

    def test_gives_of_the_one_and_takes_of_the_other(self):
        row = feeling(1, ("a", "b", 3), ("b", "a", 1, MONEY))
        assert words(row) == [
            "Care brengt van het ene middel meer en haalt van het andere meer, en ervaart dat het"
            " meer oplevert dan het kost.",
            "Care brings more of the one resource and gets more of the other, and feels that it "
            "yields more than it costs.",
            "Herkent Care dit beeld van wat zij brengt en haalt?",
            "Does Care recognise this picture of what it brings and gets?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]

    def test_nothing_was_counted(self):
        row = feeling(1)
        assert words(row) == [
            "Care ervaart dat het meer oplevert dan het kost.",
            "Care feels that it yields more than it costs.",
            "Herkent Care dit beeld van wat zij brengt en haalt?",
            "Does Care recognise this picture of what it brings and gets?",
            "Misschien gaat het gevoel over een ander moment, of over iets wat niet in "
            "hoeveelheden te vatten is.",
            "Perhaps the feeling is about another moment, or about something that has no amount.",
        ]


class TestWhoGainsWithoutBringing:
    def test_one_was_asked_and_a_competitor_was_not(self):
        row = riding(("a", "b", 3, CARE), ("a", "c", 1, CARE), heard=HEARD[:2])
        assert words(row) == [
            "Van alles wat er aan time bij iemand terechtkomt in het dossier care, gaat 75% naar "
            "City; naar een eigen inbreng is gevraagd, en die is daar niet bekend; niet naar een "
            "eigen inbreng gevraagd: Homes; van dezelfde soort als iemand die wel iets brengt: "
            "Homes.",
            "Of time, 75% of all that is brought to somebody in the dossier care goes to City, asked"
            " about contributions and not known to bring anything there; not asked about "
            "contributions: Homes; of the same kind as somebody who brings: Homes.",
            "Wat maakt het veilig om iets te brengen in het dossier care, ook als vergelijkbare "
            "organisaties er voordeel van hebben?",
            "What would make it safe to bring something in the dossier care, also where others of"
            " the same kind gain from it?",
            "Misschien brengen zij iets in een ander dossier, op een ander moment, of in een vorm"
            " die niemand telde.",
            "Perhaps they bring something in another dossier, at another time, or in a form that "
            "nobody counted.",
        ]

    def test_one_was_asked(self):
        row = riding(("a", "b", 3, CARE))
        assert words(row) == [
            "Van alles wat er aan time bij iemand terechtkomt in het dossier care, gaat 100% naar"
            " City; naar een eigen inbreng is gevraagd, en die is daar niet bekend.",
            "Of time, 100% of all that is brought to somebody in the dossier care goes to City, "
            "asked about contributions and not known to bring anything there.",
            "Wat zou er van City kunnen komen, hier of elders, dat helpt wie nu time brengt?",
            "What could City bring, here or elsewhere, that would help those who bring time?",
            "Misschien brengt zij iets in een ander dossier, op een ander moment, of in een vorm"
            " die niemand telde.",
            "Perhaps it brings something in another dossier, at another time, or in a form that "
            "nobody counted.",
        ]

    def test_two_were_not_asked(self):
        row = riding(("b", "a", 3), ("b", "c", 3), heard=[])
        assert words(row) == [
            "Van alles wat er aan time bij iemand terechtkomt, gaat 100% naar Care en Homes; naar"
            " een eigen inbreng is niet gevraagd.",
            "Of time, 100% of all that is brought to somebody goes to Care and Homes, not asked "
            "about contributions.",
            "Welke inbreng van Care en Homes is er waar niemand naar gevraagd heeft?",
            "Which contributions of Care and Homes are there that nobody has asked about?",
            "Misschien brengen zij iets in een ander dossier, op een ander moment, of in een vorm"
            " die niemand telde.",
            "Perhaps they bring something in another dossier, at another time, or in a form that "
            "nobody counted.",
        ]

    def test_not_all_was_counted(self):
        row = riding(("a", "b", None), heard=[])
        assert words(row) == [
            "Van wat er aan time bij iemand terechtkomt, gaat een deel naar City, van wie daar "
            "geen inbreng bekend is; niet alles ervan is geteld.",
            "Of time, a part of all that is brought to somebody goes to City, not known to bring "
            "anything there; not all of it was counted.",
            "Welke inbreng van City is er waar niemand naar gevraagd heeft?",
            "Which contributions of City are there that nobody has asked about?",
            "Misschien brengt zij iets in een ander dossier, op een ander moment, of in een vorm"
            " die niemand telde.",
            "Perhaps it brings something in another dossier, at another time, or in a form that "
            "nobody counted.",
        ]

    def test_all_bring_something(self):
        row = riding(("a", "b", 3), ("b", "a", 3))
        assert words(row) == [
            "Wie time haalt, brengt zelf ook iets.",
            "Whoever gets time also brings something.",
            "Is wat ieder brengt en haalt zoals allen het willen?",
            "Is what each brings and gets as all would have it?",
            "Misschien hebben ook anderen er voordeel van, over wie niemand iets vertelde.",
            "Perhaps others gain from it too, of whom nobody told.",
        ]


class TestWhoHasSomethingToGain:
    def test_one_was_asked_and_a_competitor_was_not(self):
        row = gaining(("a", 0.5, OFFER), ("b", 0.25, []), ("c", 0.25, []), heard=HEARD[:2])
        assert words(row) == [
            'Van alles wat er in "Buying" te winnen is, ligt 25% bij City; naar een eigen inbreng'
            " is gevraagd, en een bijdrage of aanbod is daar niet bekend; niet naar een eigen "
            "inbreng gevraagd: Homes; van dezelfde soort als iemand die wel iets brengt of biedt:"
            " Homes.",
            'Of all that there is to gain in "Buying", 25% lies with City, asked about it and not'
            " known to bring or offer anything there; not asked about it: Homes; of the same kind"
            " as somebody who brings or offers something: Homes.",
            'Wat maakt het veilig om moeite te steken in "Buying", ook als vergelijkbare '
            "organisaties er voordeel van hebben?",
            'What would make it safe to put effort into "Buying", also where others of the same '
            "kind gain from it?",
            "Misschien willen zij wel iets inbrengen en heeft niemand het gevraagd, of brengen "
            "zij het elders in.",
            "Perhaps they would bring something and nobody asked, or they bring it elsewhere.",
        ]

    def test_one_was_not_asked(self):
        row = gaining(("a", 0.5, OFFER), ("b", 0.5, []), heard=[])
        assert words(row) == [
            'Van alles wat er in "Buying" te winnen is, ligt 50% bij City; naar een eigen inbreng'
            " is niet gevraagd.",
            'Of all that there is to gain in "Buying", 50% lies with City, not asked about it.',
            'Wat is er voor City nodig om iets in te brengen in "Buying"?',
            'What would City need to bring something to "Buying"?',
            "Misschien wil zij wel iets inbrengen en heeft niemand het gevraagd, of brengt zij "
            "het elders in.",
            "Perhaps it would bring something and nobody asked, or it brings it elsewhere.",
        ]

    def test_all_offer_something(self):
        row = gaining(("a", 0.5, OFFER))
        assert words(row) == [
            'Wie in "Buying" iets te winnen heeft, brengt of biedt daar ook iets.',
            'Whoever has something to gain in "Buying" brings or offers something there.',
            'Is wat ieder zou inbrengen in "Buying" zoals allen het willen?',
            'Is what each would bring to "Buying" as all would have it?',
            "Misschien hebben ook anderen er iets te winnen, over wie niemand iets vertelde.",
            "Perhaps others have something to gain too, of whom nobody told.",
        ]


class TestAPromise:
    def test_nothing_came_yet(self):
        row = promises(brought(("a", "b", 8, {**PROMISED, **CARE})))[0]
        assert words(row) == [
            "Care heeft City 8 hours aan time beloofd in het dossier care; dat daar al iets van "
            "gekomen is, is niet bekend.",
            "Care promised City 8 hours of time in the dossier care; nothing of it is known to "
            "have come yet.",
            "Wat is er voor Care en City nog nodig om time te laten komen zoals beloofd?",
            "What do Care and City still need for time to come as promised?",
            "Misschien is het gekomen en vertelde niemand het, is het nog niet zover, of is er "
            "intussen iets anders afgesproken.",
            "Perhaps it came and nobody told, it is not due yet, or the two have agreed otherwise"
            " since.",
        ]

    def test_a_part_came_for_everybody(self):
        row = promises(brought(("a", "together", 8, PROMISED), ("a", "together", 2)))[0]
        assert words(row) == [
            "Care heeft allen samen 8 hours aan time beloofd; daarvan is 2 hours gekomen, voor "
            "zover bekend.",
            "Care promised everybody together 8 hours of time; 2 hours of it is known to have "
            "come.",
            "Wat is er voor Care en allen samen nog nodig om time te laten komen zoals beloofd?",
            "What do Care and everybody together still need for time to come as promised?",
            "Misschien is het gekomen en vertelde niemand het, is het nog niet zover, of is er "
            "intussen iets anders afgesproken.",
            "Perhaps it came and nobody told, it is not due yet, or the two have agreed otherwise"
            " since.",
        ]

    def test_more_came(self):
        row = promises(brought(("a", "b", 8, PROMISED), ("a", "b", 10)))[0]
        assert words(row) == [
            "Care heeft City 8 hours aan time beloofd, en er is 10 hours gekomen.",
            "Care promised City 8 hours of time, and 10 hours came.",
            "Is wat er aan time gekomen is, wat Care en City allebei bedoelden?",
            "Is what came of time what Care and City both had in mind?",
            "Misschien is het gekomen en vertelde niemand het, is het nog niet zover, of is er "
            "intussen iets anders afgesproken.",
            "Perhaps it came and nobody told, it is not due yet, or the two have agreed otherwise"
            " since.",
        ]

    def test_what_came_was_not_counted(self):
        row = promises(brought(("a", "b", 8, PROMISED), ("a", "b", None)))[0]
        assert words(row) == [
            "Care heeft City time beloofd; niet alles wat beloofd en wat gekomen is, is geteld.",
            "Care promised City time; not all of what was promised and of what has come was "
            "counted.",
            "Is wat er aan time gekomen is, wat Care en City allebei bedoelden?",
            "Is what came of time what Care and City both had in mind?",
            "Misschien is het gekomen en vertelde niemand het, is het nog niet zover, of is er "
            "intussen iets anders afgesproken.",
            "Perhaps it came and nobody told, it is not due yet, or the two have agreed otherwise"
            " since.",
        ]

    def test_what_was_promised_was_not_counted(self):
        row = promises(brought(("a", "b", None, PROMISED)))[0]
        assert words(row) == [
            "Care heeft City time beloofd, en hoeveel is niet geteld; dat daar al iets van "
            "gekomen is, is niet bekend.",
            "Care promised City time, and it was not counted how much; nothing of it is known to "
            "have come yet.",
            "Wat is er voor Care en City nog nodig om time te laten komen zoals beloofd?",
            "What do Care and City still need for time to come as promised?",
            "Misschien is het gekomen en vertelde niemand het, is het nog niet zover, of is er "
            "intussen iets anders afgesproken.",
            "Perhaps it came and nobody told, it is not due yet, or the two have agreed otherwise"
            " since.",
        ]


class TestTwoReports:
    def test_both_tell_of_it(self):
        row = reporting(("a", 6), ("b", 4))
        assert words(row) == [
            "Aan time in het dossier care noemt Care 6 hours voor City, en noemt City 4 hours van"
            " Care.",
            "Of time in the dossier care, Care tells of 6 hours to City, and City of 4 hours from"
            " Care.",
            "Hoe zien Care en City elk wat de een de ander brengt aan time?",
            "How do Care and City each see what the one brings the other of time?",
            "Misschien hebben beide gelijk, en denken zij aan een andere tijd, een ander deel van"
            " de organisatie of een andere manier van tellen.",
            "Perhaps both are right, and think of another time, another part of the organisation,"
            " or another way of counting.",
        ]

    def test_the_taker_did_not_mention_it(self):
        row = reporting(("a", 6), heard=HEARD)
        assert words(row) == [
            "Aan time in het dossier care noemt Care 6 hours voor City; City is naar bijdragen "
            "gevraagd en noemde dit niet.",
            "Of time in the dossier care, Care tells of 6 hours to City; City was asked about "
            "contributions and did not mention it.",
            "Hoe zien Care en City elk wat de een de ander brengt aan time?",
            "How do Care and City each see what the one brings the other of time?",
            "Misschien hebben beide gelijk, en denken zij aan een andere tijd, een ander deel van"
            " de organisatie of een andere manier van tellen.",
            "Perhaps both are right, and think of another time, another part of the organisation,"
            " or another way of counting.",
        ]

    def test_the_giver_did_not_mention_it(self):
        row = reporting(("b", 6), heard=HEARD)
        assert words(row) == [
            "Aan time in het dossier care noemt City 6 hours van Care; Care is naar bijdragen "
            "gevraagd en noemde dit niet.",
            "Of time in the dossier care, City tells of 6 hours from Care; Care was asked about "
            "contributions and did not mention it.",
            "Hoe zien Care en City elk wat de een de ander brengt aan time?",
            "How do Care and City each see what the one brings the other of time?",
            "Misschien hebben beide gelijk, en denken zij aan een andere tijd, een ander deel van"
            " de organisatie of een andere manier van tellen.",
            "Perhaps both are right, and think of another time, another part of the organisation,"
            " or another way of counting.",
        ]


CAVEATS = (
    (
        "pot_not_valued",
        "2 bijdragen aan de gezamenlijke pot zijn weggelaten, omdat die pot nergens waarde aan "
        "hecht.",
        "2 contributions to the common pot are left out, as the pot values nothing.",
    ),
    (
        "pot_not_gained",
        "2 bijdragen aan de gezamenlijke pot tellen hier voor niemand als opbrengst; een "
        "verdeling van de pot zou zeggen voor wie wel.",
        "2 contributions to the common pot are nobody's gain here; shares of the pot would say "
        "whose.",
    ),
    (
        "stakes_unweighed",
        "2 belangen zonder gewicht zijn weggelaten.",
        "2 stakes without a weight are left out.",
    ),
    (
        "one_report",
        "2 bijdragen zijn weggelaten die maar een van de twee noemt, terwijl de ander er niet naar "
        "gevraagd is of die in een andere eenheid of een ander dossier noemt.",
        "2 contributions are left out, of which one of the two tells, and the other was not asked "
        "or tells of it in another unit or dossier.",
    ),
)


@pytest.mark.parametrize(("name", "dutch", "english"), CAVEATS)
def test_a_caveat_counts_in_both_languages(name, dutch, english):
    several, one = (Phrase.of(f"caveat.{name}", {"count": count}) for count in (2, 1))
    assert [several.sentence(language) for language in LANGUAGES] == [dutch, english]
    for language in LANGUAGES:
        assert one.sentence(language).startswith("1 ")
        assert one.sentence(language)[2:] != several.sentence(language)[2:]


REASONS = (
    (
        "one_resource",
        "zij brengt en haalt maar één middel, dus er is niets om het tegen af te zetten",
    ),
    ("no_own_worth", "niet bekend is wat dit voor haarzelf waard is: uren en geld"),
    (
        "no_worth",
        "niet bekend is wat dit waard is voor degenen met wie het wordt uitgewisseld: uren en geld",
    ),
    ("felt_not_told", "zij heeft niet gezegd hoe zij de balans ervaart"),
    ("felt_by_others", "alleen anderen hebben gezegd hoe zij de balans ervaart"),
    (
        "too_few_felt",
        "een rangcorrelatie vraagt ten minste 8 organisaties waarvan bekend is hoe zij de balans "
        "ervaren en wat er geteld is",
    ),
    ("all_alike", "een van de twee is voor allen hetzelfde, dus er valt niets te vergelijken"),
    ("nothing_to_gain", "van niemand is bekend dat die er iets bij te winnen heeft"),
)


@pytest.mark.parametrize(("name", "dutch"), REASONS)
def test_a_reason_can_be_given_in_dutch(name, dutch):
    facts = {"resources": ("uren", "geld"), "least": 8}
    assert Phrase.of(f"reason.{name}", facts).sentence("nl") == dutch


@given(cases())
def test_no_fact_is_lost_on_the_way(network):
    measures = (break_even, giver_acceptability, valued_balance, felt_balance, free_riding)
    for measure in (*measures, stakes_without_offers, promises, reported_differences):
        for row in measure(network):
            for text in words(row):
                assert "None" not in text
                assert "{" not in text
