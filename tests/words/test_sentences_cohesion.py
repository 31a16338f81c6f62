"""What is said about parts, cut points, groups and communities, in Dutch and in English."""

from dataclasses import replace

import pytest
from hypothesis import given
from networks import hub_town, named, needing, path, speaking
from strategies import cases

from netdeps import Network
from netdeps.graph.arrays import LAYERS
from netdeps.measures import (
    MEASURES,
    block_density,
    communities,
    components,
    cut_points,
    ei_index,
)
from netdeps.words import LANGUAGES, Phrase

BRANCHES = ["ab", "bc", "cd", "ae", "ef", "eg", *(f"g{one}" for one in "hijklmn")]
ONE_AND_TWO = {"a": "x", "b": "y", "c": "y"}


def said(row):
    """The sentence, the question and the opposite reading, in Dutch and in English."""
    return {
        language: (row.sentence(language), row.question(language), row.otherwise(language))
        for language in LANGUAGES
    }


class TestComponents:
    def test_all_together(self):
        assert said(components(path(3))[0]) == {
            "nl": (
                "De 3 organisaties hier hangen allemaal samen, rechtstreeks of via anderen.",
                "Vinden allen elkaar als dat nodig is, ook langs een weg via anderen?",
                "Misschien is een weg via anderen te lang om er iets aan te hebben.",
            ),
            "en": (
                "The 3 organisations here all hang together, directly or through others.",
                "Do all of them find each other when it is needed, also along a way through "
                "others?",
                "Perhaps a way through others is too long to be of use.",
            ),
        }

    def test_a_part(self):
        assert said(components(speaking("abc", ["ab"]))[0]) == {
            "nl": (
                "a en b hangen samen, rechtstreeks of via anderen, en tussen hen en de rest "
                "is geen lijn bekend.",
                "Klopt het dat er van a en b geen lijn naar de rest loopt, en zou er een helpen?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en hangt het toch samen.",
            ),
            "en": (
                "a and b hang together, directly or through others, and no line is known "
                "between them and the rest.",
                "Is it right that no line runs from a and b to the rest, and would one help?",
                "Perhaps there are lines that nobody was asked about, and it hangs together "
                "after all.",
            ),
        }

    def test_one_without_any_line(self):
        assert said(components(speaking("abc", ["ab"]))[1]) == {
            "nl": (
                "Tussen c en de anderen is geen lijn bekend.",
                "Klopt het dat er van c geen lijn naar de anderen loopt, en zou er een helpen?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en hangt het toch samen.",
            ),
            "en": (
                "No line is known between c and the others.",
                "Is it right that no line runs from c to the others, and would one help?",
                "Perhaps there are lines that nobody was asked about, and it hangs together "
                "after all.",
            ),
        }

    def test_a_circle_of_arrows(self):
        assert said(
            components(needing("abc", ["ab", "ba", "bc"]), layer="dependency", connection="strong")[
                0
            ]
        ) == {
            "nl": (
                "a en b kunnen elkaar langs de pijlen bereiken, heen en terug; met ieder "
                "ander kan dat hoogstens één kant op.",
                "Wat regelen a en b in deze kring, en waar spreken zij daarover?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en hangt het toch samen.",
            ),
            "en": (
                "a and b can reach each other along the arrows, to and fro; with anybody "
                "else that goes one way at most.",
                "What do a and b arrange in this circle, and where do they speak about that?",
                "Perhaps there are lines that nobody was asked about, and it hangs together "
                "after all.",
            ),
        }

    def test_one_in_no_circle_of_arrows(self):
        assert said(
            components(needing("abc", ["ab", "ba", "bc"]), layer="dependency", connection="strong")[
                1
            ]
        ) == {
            "nl": (
                "Tussen c en elk van de anderen lopen de pijlen hoogstens één kant op.",
                "Wat zou er van de anderen bij c terug kunnen komen, of naar hen toe kunnen gaan?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en hangt het toch samen.",
            ),
            "en": (
                "Between c and each of the others the arrows lead one way at most.",
                "What could come back to c from the others, or go to them?",
                "Perhaps there are lines that nobody was asked about, and it hangs together "
                "after all.",
            ),
        }

    def test_all_in_a_circle_of_arrows(self):
        assert said(
            components(needing("ab", ["ab", "ba"]), layer="dependency", connection="strong")[0]
        ) == {
            "nl": (
                "De 2 organisaties hier kunnen elkaar allemaal langs de pijlen bereiken, "
                "heen en terug.",
                "Waar merken allen dat zij over en weer met elkaar verbonden zijn?",
                "Misschien is een weg via anderen te lang om er iets aan te hebben.",
            ),
            "en": (
                "The 2 organisations here can all reach each other along the arrows, to and fro.",
                "Where do all of them notice that they are connected to each other, to and fro?",
                "Perhaps a way through others is too long to be of use.",
            ),
        }

    def test_the_only_one(self):
        assert said(components(Network(organisations=named("a")))[0]) == {
            "nl": (
                "a is hier de enige organisatie.",
                "Wie zou hier nog meer bij moeten zijn?",
                "Misschien doen er anderen mee die nog niet genoemd zijn.",
            ),
            "en": (
                "a is the only organisation here.",
                "Who else should be here?",
                "Perhaps others take part who have not been named yet.",
            ),
        }


class TestCutPoints:
    def test_one_pair_apart(self):
        assert said(cut_points(path(3))[0]) == {
            "nl": (
                "Zonder b hebben a en c voor zover bekend geen weg meer naar elkaar.",
                "Welke lijn buiten b om zou helpen om a en c met elkaar in contact te houden?",
                "Misschien zijn er tussen hen lijnen waar niet naar gevraagd is.",
            ),
            "en": (
                "Without b, a and c would have no way to each other any more, as far as is known.",
                "Which line besides b would help to keep a and c in touch with each other?",
                "Perhaps there are lines between them that nobody was asked about.",
            ),
        }

    def test_parts_of_several_and_of_many(self):
        assert said(cut_points(speaking("abcdefghijklmn", BRANCHES))[1]) == {
            "nl": (
                "Zonder e hebben een groep van 8, (a, b, c en d) samen en f voor zover "
                "bekend geen weg meer naar elkaar; dat gaat om 44 paren.",
                "Welke lijn buiten e om zou helpen om een groep van 8, (a, b, c en d) samen "
                "en f met elkaar in contact te houden?",
                "Misschien zijn er tussen hen lijnen waar niet naar gevraagd is.",
            ),
            "en": (
                "Without e, a group of 8, (a, b, c, and d) together, and f would have no way "
                "to each other any more, as far as is known; that concerns 44 pairs.",
                "Which line besides e would help to keep a group of 8, (a, b, c, and d) "
                "together, and f in touch with each other?",
                "Perhaps there are lines between them that nobody was asked about.",
            ),
        }


class TestEiIndex:
    def test_all_lines(self):
        assert said(ei_index(hub_town())[0]) == {
            "nl": (
                "Van alle lijnen loopt 83,3% tussen verschillende soorten organisaties; "
                "gelijk over alle paren verdeeld zou dat 73,3% zijn.",
                "Waar zou nog een lijn tussen verschillende soorten organisaties helpen, en "
                "waar zijn er genoeg?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "Of all lines, 83.3% run between different kinds of organisations; spread "
                "evenly over all pairs it would be 73.3%.",
                "Where would one more line between different kinds of organisations help, "
                "and where are there enough?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_the_lines_of_a_kind(self):
        assert said(ei_index(hub_town())[2]) == {
            "nl": (
                "Van de lijnen van woningcorporaties loopt 50% naar anderen; gelijk over "
                "alle paren verdeeld zou dat 80% zijn.",
                "Wat zou woningcorporaties meer helpen: lijnen naar anderen, of lijnen onderling?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "Of the lines of housing corporations, 50% run to others; spread evenly over "
                "all pairs it would be 80%.",
                "What would help housing corporations more: lines to others, or lines among "
                "themselves?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_the_lines_of_a_kind_of_one(self):
        assert said(ei_index(hub_town())[3]) == {
            "nl": (
                "Alle lijnen van gemeenten lopen naar anderen: er is er hier één.",
                "Welke van de lijnen die gemeenten met anderen hebben, helpen het meest?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "All lines of municipalities run to others: there is one of them here.",
                "Which of the lines that municipalities have with others help most?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_no_lines_at_all(self):
        assert said(ei_index(Network(organisations=hub_town().organisations))[0]) == {
            "nl": (
                "Er zijn hier geen lijnen bekend, niet tussen verschillende soorten "
                "organisaties en niet erbinnen.",
                "Wie spreekt hier wie, of heeft iets nodig of te brengen?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "No lines are known here, between different kinds of organisations or within them.",
                "Who speaks to whom here, or needs or gives something?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_no_lines_of_a_kind(self):
        assert said(ei_index(Network(organisations=hub_town().organisations))[1]) == {
            "nl": (
                "Van zorgaanbieders zijn geen lijnen bekend.",
                "Met wie hebben zorgaanbieders lijnen, en wat zou helpen?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "No lines of care providers are known.",
                "With whom do care providers have lines, and what would help?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_one_kind_only(self):
        assert said(ei_index(path(3))[0]) == {
            "nl": (
                "Alle organisaties hier zijn van een en dezelfde soort, dus er kan geen lijn naar "
                "een andere lopen.",
                "Wie van elders zou hier bij moeten zijn?",
                "Misschien zijn er binnen deze groep verschillen die er meer toe doen.",
            ),
            "en": (
                "All organisations here are of one and the same kind, so no line can run across.",
                "Who from elsewhere should be here?",
                "Perhaps there are differences within this group that matter more.",
            ),
        }

    def test_lines_of_an_own_group(self):
        assert said(ei_index(path(3), groups=ONE_AND_TWO)[2]) == {
            "nl": (
                'Van de lijnen van de organisaties in "y" loopt 33,3% naar anderen; gelijk '
                "over alle paren verdeeld zou dat 50% zijn.",
                'Wat zou de organisaties in "y" meer helpen: lijnen naar anderen, of lijnen '
                "onderling?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                'Of the lines of the organisations in "y", 33.3% run to others; spread '
                "evenly over all pairs it would be 50%.",
                'What would help the organisations in "y" more: lines to others, or lines '
                "among themselves?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_lines_between_own_groups(self):
        assert said(ei_index(path(3), groups=ONE_AND_TWO)[0]) == {
            "nl": (
                "Van alle lijnen loopt 50% tussen verschillende groepen; gelijk over alle "
                "paren verdeeld zou dat 66,7% zijn.",
                "Waar zou nog een lijn tussen verschillende groepen helpen, en waar zijn er "
                "genoeg?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, en is het beeld "
                "daarmee anders.",
            ),
            "en": (
                "Of all lines, 50% run between different groups; spread evenly over all "
                "pairs it would be 66.7%.",
                "Where would one more line between different groups help, and where are "
                "there enough?",
                "Perhaps there are lines that nobody was asked about, and with them the "
                "picture is different.",
            ),
        }

    def test_one_own_group_only(self):
        assert said(ei_index(path(3), groups=dict.fromkeys("abc", "x"))[0]) == {
            "nl": (
                "Alle organisaties hier zijn van een en dezelfde groep, dus er kan geen lijn naar "
                "een andere lopen.",
                "Wie van elders zou hier bij moeten zijn?",
                "Misschien zijn er binnen deze groep verschillen die er meer toe doen.",
            ),
            "en": (
                "All organisations here are of one and the same group, so no line can run across.",
                "Who from elsewhere should be here?",
                "Perhaps there are differences within this group that matter more.",
            ),
        }


class TestBlockDensity:
    def test_lines_within_a_kind(self):
        assert said(block_density(hub_town())[0]) == {
            "nl": (
                "Onder zorgaanbieders zijn 3 lijnen mogelijk; daarvan bekend: 0, dus 0%.",
                "Zijn er onder zorgaanbieders genoeg lijnen voor wat zij te regelen hebben?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                "Among care providers, 3 lines are possible; known of them: 0, or 0%.",
                "Are there enough lines among care providers for what they have to arrange?",
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }

    def test_the_one_line_within_a_kind(self):
        assert said(block_density(hub_town())[3]) == {
            "nl": (
                "Onder woningcorporaties is 1 lijn mogelijk; daarvan bekend: 1.",
                "Zijn er onder woningcorporaties genoeg lijnen voor wat zij te regelen hebben?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                "Among housing corporations, 1 line is possible; known of it: 1.",
                "Are there enough lines among housing corporations for what they have to arrange?",
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }

    def test_lines_between_two_kinds(self):
        assert said(block_density(hub_town())[2]) == {
            "nl": (
                "Tussen zorgaanbieders en gemeenten zijn 3 lijnen mogelijk; daarvan bekend: 3, "
                "dus 100%.",
                "Zijn er tussen zorgaanbieders en gemeenten genoeg lijnen voor wat zij te "
                "regelen hebben?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                "Between care providers and municipalities, 3 lines are possible; known of them: "
                "3, or 100%.",
                "Are there enough lines between care providers and municipalities for what "
                "they have to arrange?",
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }

    def test_a_kind_of_one(self):
        assert said(block_density(hub_town())[5]) == {
            "nl": (
                "Onder gemeenten kan geen lijn lopen: er is er hier één.",
                "Zouden hier meer van deze moeten zijn: gemeenten?",
                "Misschien is één genoeg, en spreekt die ook voor anderen die hier niet zijn.",
            ),
            "en": (
                "Among municipalities no line can run: there is one of them here.",
                "Should there be more of these here: municipalities?",
                "Perhaps one is enough, and speaks for others who are not here.",
            ),
        }

    def test_arrows_from_one_group_to_another(self):
        assert said(
            block_density(needing("abc", ["ab"]), layer="dependency", groups=ONE_AND_TWO)[1]
        ) == {
            "nl": (
                'Van de organisaties in "x" naar de organisaties in "y" zijn 2 lijnen '
                "mogelijk; daarvan bekend: 1, dus 50%.",
                'Lopen er genoeg lijnen van de organisaties in "x" naar de organisaties in '
                '"y", en komt er genoeg terug?',
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                'From the organisations in "x" to the organisations in "y", 2 lines are '
                "possible; known of them: 1, or 50%.",
                'Are there enough lines from the organisations in "x" to the organisations '
                'in "y", and does enough come back?',
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }

    def test_the_one_line_between_two(self):
        assert said(block_density(path(2), groups={"a": "x", "b": "y"})[1]) == {
            "nl": (
                'Tussen de organisaties in "x" en de organisaties in "y" is 1 lijn '
                "mogelijk; daarvan bekend: 1.",
                'Zijn er tussen de organisaties in "x" en de organisaties in "y" genoeg '
                "lijnen voor wat zij te regelen hebben?",
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                'Between the organisations in "x" and the organisations in "y", 1 line is '
                "possible; known of it: 1.",
                'Are there enough lines between the organisations in "x" and the '
                'organisations in "y" for what they have to arrange?',
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }

    def test_the_one_arrow_that_could_be(self):
        assert said(
            block_density(needing("ab", []), layer="dependency", groups={"a": "x", "b": "y"})[1]
        ) == {
            "nl": (
                'Van de organisaties in "x" naar de organisaties in "y" is 1 lijn mogelijk; '
                "daarvan bekend: 0.",
                'Lopen er genoeg lijnen van de organisaties in "x" naar de organisaties in '
                '"y", en komt er genoeg terug?',
                "Misschien zijn er lijnen waar niet naar gevraagd is, of zijn een paar goede "
                "genoeg.",
            ),
            "en": (
                'From the organisations in "x" to the organisations in "y", 1 line is possible; '
                "known of it: 0.",
                'Are there enough lines from the organisations in "x" to the organisations '
                'in "y", and does enough come back?',
                "Perhaps there are lines that nobody was asked about, or a few good ones are "
                "enough.",
            ),
        }


class TestCommunities:
    def test_a_group_with_lines_to_others(self):
        assert said(
            communities(speaking("abcdef", ("ab", "bc", "ca", "cd", "de", "ef", "fd")))[0]
        ) == {
            "nl": (
                "a, b en c hebben 3 lijnen onderling en 1 lijn met anderen.",
                "Zien a, b en c zichzelf als een groep, en wie houdt de lijnen met de anderen?",
                "Misschien past een andere indeling even goed, of tekenen lijnen waar niet "
                "naar gevraagd is haar anders.",
            ),
            "en": (
                "a, b, and c have 3 lines among themselves and 1 line with others.",
                "Do a, b, and c see themselves as a group, and who keeps the lines with the "
                "others?",
                "Perhaps another division fits as well, or lines that nobody was asked about "
                "draw it differently.",
            ),
        }

    def test_a_group_apart(self):
        assert said(communities(speaking("abc", ["ab"]))[0]) == {
            "nl": (
                "a en b hebben 1 lijn onderling en geen met anderen.",
                "Zien a en b zichzelf als een groep, en zou een lijn met de anderen helpen?",
                "Misschien past een andere indeling even goed, of tekenen lijnen waar niet "
                "naar gevraagd is haar anders.",
            ),
            "en": (
                "a and b have 1 line among themselves and none with others.",
                "Do a and b see themselves as a group, and would a line with the others help?",
                "Perhaps another division fits as well, or lines that nobody was asked about "
                "draw it differently.",
            ),
        }

    def test_one_without_lines(self):
        assert said(communities(speaking("abc", ["ab"]))[1]) == {
            "nl": (
                "Van c is geen lijn bekend.",
                "Waar voelt c zich hier thuis?",
                "Misschien zijn er lijnen waar niet naar gevraagd is.",
            ),
            "en": (
                "No line of c is known.",
                "Where does c feel at home here?",
                "Perhaps there are lines that nobody was asked about.",
            ),
        }


class TestASingleOneWithLines:
    def test_it_stands_by_itself(self):
        row = replace(communities(speaking("abc", ["ab"]))[1], outside=2)
        assert [row.sentence(one) for one in LANGUAGES] == [
            "c staat in deze indeling op zichzelf, met 2 lijnen naar anderen.",
            "c stands by itself in this division, with 2 lines to others.",
        ]
        assert row.question("nl") == "Waar voelt c zich hier thuis?"


REASONS = {
    "fewer_than_two": (
        "er zijn minder dan twee organisaties",
        "there are fewer than two organisations",
    ),
    "contacts_no_direction": ("contacten hebben geen richting", "contacts have no direction"),
    "no_groups": ("geen organisatie heeft hier een groep", "no organisation has a group here"),
    "one_group": (
        "alle zitten in één groep, dus er kan niets tussen groepen lopen",
        "all are in one group, so nothing can run between groups",
    ),
    "alone_in_group": (
        "er zit één organisatie in deze groep, dus erbinnen kan geen lijn lopen",
        "there is one organisation in this group, so no line can run within it",
    ),
}


@pytest.mark.parametrize("key", REASONS)
def test_every_reason_says_why_in_both_languages(key):
    assert tuple(Phrase(f"reason.{key}").sentence(one) for one in LANGUAGES) == REASONS[key]


def test_a_region_is_told_by_its_name():
    phrase = Phrase.of("group.region", {"name": "Leiden"})
    assert [phrase.sentence(one) for one in LANGUAGES] == [
        "de organisaties in Leiden",
        "the organisations in Leiden",
    ]


def test_how_sure_a_division_is_in_both_languages():
    equal = Phrase.of("caveat.equal_divisions", {"count": 2})
    assert [equal.sentence(one) for one in LANGUAGES] == [
        "Er zijn 2 indelingen gevonden die even goed zijn; elke heeft een nummer.",
        "2 divisions were found that are equally good; each has its number.",
    ]
    told = [
        Phrase.of("caveat.best_of_starts", {"count": count}).sentence(one)
        for count in (1, 10)
        for one in LANGUAGES
    ]
    assert told == [
        "De indeling komt uit 1 poging; een andere is misschien even goed, of beter.",
        "The division comes from 1 attempt; another may be as good, or better.",
        "De indeling is de beste van 10 pogingen; een andere is misschien even goed, of beter.",
        "The division is the best of 10 attempts; another may be as good, or better.",
    ]


@given(cases(max_size=5))
def test_every_row_speaks_both_languages(network):
    for name in ("components", "cut_points", "ei_index", "block_density", "communities"):
        for layer in LAYERS:
            for row in MEASURES[name](network, layer=layer):
                for language, texts in said(row).items():
                    assert all(text and "{" not in text for text in texts), language
