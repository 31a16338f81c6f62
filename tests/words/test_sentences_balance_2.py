"""What is said about what comes round again and how it streams, in Dutch and in English."""

import re

import pytest
from hypothesis import given
from networks import gifts, giving, named
from strategies import cases

from netdeps import Network
from netdeps.measures import MEASURES, circulation_flows, flow_parts


def sentences(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def doubts(row):
    return [row.otherwise("nl"), row.otherwise("en")]


def row_of(*brought, to="b", **fields):
    network = Network(organisations=named(*"abcd"), contributions=gifts(*brought, **fields))
    (row,) = circulation_flows(network).where(lambda one: (one.giver, one.taker) == ("a", to))
    return row


class TestACirculationFlow:
    def test_some_of_it_comes_round(self):
        row = row_of(("a", "b", 6), ("b", "a", 2))
        assert sentences(row) == [
            "Aan time gaat 6 hours van a naar b: daarvan komt 2 hours weer terug, rechtstreeks of "
            "via anderen, en 4 hours niet.",
            "Of time, 6 hours goes from a to b: 2 hours of it comes round again, directly or "
            "through others, and 4 hours does not.",
        ]
        assert asks(row) == [
            "Zien a en b allebei wat hiervan aan time bij a terugkomt, en via wie?",
            "Of time, do a and b both see what comes back to a of this, and through whom?",
        ]
        assert doubts(row) == [
            "Misschien komt er meer bij a terug dan dit, in een andere vorm of via iemand die niet "
            "gevraagd is.",
            "Perhaps more comes back to a than this, in another form or through somebody who was "
            "not asked.",
        ]

    def test_all_of_it_comes_round(self):
        row = row_of(("a", "b", 2), ("b", "a", 2.5), unit=None)
        assert sentences(row) == [
            "Aan time gaat 2 van a naar b, en dat komt allemaal weer terug, rechtstreeks of via "
            "anderen.",
            "Of time, 2 goes from a to b, and all of it comes round again, directly or through "
            "others.",
        ]
        assert doubts(row) == [
            "Misschien heeft wat bij a terugkomt, niets te maken met wat zij brengt.",
            "Perhaps what comes back to a has nothing to do with what it brings.",
        ]

    def test_nothing_of_it_comes_round_in_a_dossier(self):
        network = Network(
            organisations=named("a", "b"), contributions=gifts(("a", "b", 3), dossier="care")
        )
        (row,) = circulation_flows(network, dossier="care")
        assert sentences(row) == [
            "Aan time gaat 3 hours van a naar b in het dossier care, en daarvan komt niets terug.",
            "Of time, 3 hours goes from a to b in the dossier care, and nothing of it comes round "
            "again.",
        ]

    def test_one_reading_of_several(self):
        ways = (("b", "a", 1), ("a", "c", 1), ("c", "b", 1), ("a", "d", 1), ("d", "b", 1))
        row = row_of(*ways, to="c")
        assert sentences(row) == [
            "Aan time gaat 1 hours van a naar c: daarvan komt 0,5 hours weer terug, rechtstreeks "
            "of via anderen, en 0,5 hours niet; het kan ook een ander deel zijn, terwijl er in "
            "totaal evenveel terugkomt.",
            "Of time, 1 hours goes from a to c: 0.5 hours of it comes round again, directly or "
            "through others, and 0.5 hours does not; it could also be another part, with as much "
            "coming round in all.",
        ]

    def test_the_common_pot(self):
        row = row_of(("a", "together", 2), to="together")
        assert sentences(row) == [
            "Aan time gaat 2 hours van a naar de gezamenlijke pot, en daarvan komt niets terug.",
            "Of time, 2 hours goes from a to the common pot, and nothing of it comes round again.",
        ]
        assert asks(row) == [
            "Ziet a wat er bij haar terugkomt van wat zij aan time voor iedereen brengt?",
            "Does a see what comes back to it of the time that it brings for everybody?",
        ]


class TestFlowParts:
    def row(self, *brought, **options):
        (row,) = flow_parts(giving("abc", *brought), **options)
        return row

    def test_what_runs_downstream_and_what_goes_round(self):
        row = self.row(("a", "b", 6), ("b", "a", 2), ("b", "c", 3), ("c", "a", 4))
        assert sentences(row) == [
            "Van de netto stroom aan time tussen a, b en c loopt 1,6% stroomafwaarts, en gaat "
            "98,4% rond in kringen van drie en 0% in langere (gerekend in kwadraten).",
            "Of the net flow of time among a, b, and c, 1.6% runs downstream, 98.4% goes round in "
            "circles of three and 0% in longer ones (counted in squares).",
        ]
        assert asks(row) == [
            "Zien a, b en c deze stroom aan time ook zo, en is die zoals zij het willen?",
            "Do a, b, and c see this stream of time in the same way, and is it as they would have "
            "it?",
        ]
        assert doubts(row) == [
            "Misschien stroomt er iets terug in een andere vorm of via de gezamenlijke pot, die "
            "hier niet meetellen.",
            "Perhaps something flows back in another form, or through the common pot, that does "
            "not count here.",
        ]

    def test_as_much_comes_back_as_goes(self):
        rows = gifts(("a", "b", 2), ("b", "a", 2), dossier="care")
        network = Network(organisations=named("a", "b"), contributions=rows)
        (row,) = flow_parts(network, dossier="care")
        assert sentences(row) == [
            "Aan time komt tussen a en b in het dossier care in elk paar evenveel terug als er "
            "gaat.",
            "Of time, as much comes back as goes in every pair among a and b in the dossier care.",
        ]


@pytest.mark.parametrize("name", ["circulation_flows", "flow_parts"])
@given(network=cases())
def test_every_row_can_be_said_asked_and_doubted_in_both_languages(name, network):
    for row in MEASURES[name](network):
        for text in (*sentences(row), *asks(row), *doubts(row)):
            assert text[-1] in ".?"
            assert not re.search(r"[{}]|None|  ", text)
        assert row.question("nl").endswith("?")
