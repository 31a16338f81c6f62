"""What is said about who stands between others, in Dutch and in English."""

import pytest
from networks import agreed, cycle, named, needing, path, star, with_records

from netdeps import Network
from netdeps.measures import broker_roles, exclusive_brokerage


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def doubts(row):
    return [row.otherwise("nl"), row.otherwise("en")]


def of(network, one, **options):
    (row,) = broker_roles(network, **options).where(lambda row: row.organisation == one)
    return row


class TestBrokerRoles:
    TOWN = Network(
        organisations=[
            {"id": "m", "name": "Stad", "kind": "municipality"},
            {"id": "n", "name": "Dorp", "kind": "municipality"},
            {"id": "z1", "name": "Zorg 1", "kind": "care_provider"},
            {"id": "z2", "name": "Zorg 2", "kind": "care_provider"},
            {"id": "c", "name": "Corporatie", "kind": "housing_corporation"},
        ],
        contacts=agreed([("m", "n"), ("m", "z1"), ("m", "z2"), ("m", "c")]),
    )

    def test_between_several_pairs_in_several_roles(self):
        row = of(self.TOWN, "m")
        assert both(row) == [
            "Stad staat tussen 6 paren van anderen zonder onderlinge lijn: 1 binnen een andere "
            "groep, 3 tussen de eigen groep en een andere en 2 tussen twee andere groepen; als de "
            "lijnen toevallig vielen, zouden dat er gemiddeld 0,6 zijn.",
            "Stad stands between 6 pairs of others that have no line to each other: 1 within "
            "another group, 3 between its own group and another, and 2 between two other groups; "
            "if the lines fell at random it would be 0.6 on average.",
        ]
        assert asks(row) == [
            "Lopen deze lijnen via Stad zoals allen die het aangaat dat willen?",
            "Do these lines run through Stad as all concerned would have it?",
        ]
        assert doubts(row) == [
            "Misschien is er tussen deze anderen wel een lijn waar niemand naar vroeg, of hebben "
            "zij die niet nodig.",
            "Perhaps there is a line between these others that nobody asked about, or they do not "
            "need one.",
        ]

    def test_between_one_pair(self):
        row = of(path(3), "b", groups=dict.fromkeys("abc", "x"))
        assert both(row) == [
            "b staat tussen 1 paar anderen zonder onderlinge lijn: 1 binnen de eigen groep; als de "
            "lijnen toevallig vielen, zouden dat er gemiddeld 0,33 zijn.",
            "b stands between 1 pair of others that have no line to each other: 1 within its own "
            "group; if the lines fell at random it would be 0.33 on average.",
        ]

    def test_with_direction_there_and_back_are_told_apart(self):
        network = needing("abcd", [("a", "b"), ("b", "c"), ("c", "b"), ("b", "d"), ("c", "a")])
        groups = {"a": "x", "b": "x", "c": "y", "d": "z"}
        row = of(network, "b", layer="dependency", groups=groups)
        assert both(row) == [
            "b staat tussen 3 paren van anderen zonder onderlinge lijn: 2 van de eigen groep naar "
            "een andere en 1 tussen twee andere groepen; als de lijnen toevallig vielen, zouden "
            "dat er gemiddeld 0,64 zijn.",
            "b stands between 3 pairs of others that have no line to each other: 2 from its own "
            "group to another and 1 between two other groups; if the lines fell at random it would "
            "be 0.64 on average.",
        ]
        back = needing("abcd", [(b, a) for a, b in [("a", "b"), ("b", "c")]])
        row = of(back, "b", layer="dependency", groups=groups)
        assert both(row) == [
            "b staat tussen 1 paar anderen zonder onderlinge lijn: 1 van een andere groep naar de "
            "eigen; als de lijnen toevallig vielen, zouden dat er gemiddeld 0,09 zijn.",
            "b stands between 1 pair of others that have no line to each other: 1 from another "
            "group to its own; if the lines fell at random it would be 0.09 on average.",
        ]

    def test_between_nobody(self):
        row = of(self.TOWN, "c")
        assert both(row) == [
            "Voor zover bekend staat Corporatie niet tussen twee anderen zonder onderlinge lijn.",
            "As far as is known, Corporatie stands between no two others that have no line to each "
            "other.",
        ]
        assert asks(row) == [
            "Zijn er anderen die Corporatie met elkaar in verbinding zou kunnen brengen?",
            "Are there others whom Corporatie could bring together?",
        ]
        assert doubts(row) == [
            "Misschien brengt Corporatie anderen wel bij elkaar, op een manier waar niemand naar "
            "vroeg.",
            "Perhaps Corporatie does bring others together, in a way that nobody asked about.",
        ]


class TestExclusiveBrokerage:
    def test_the_only_one_for_a_single_pair(self):
        (row,) = exclusive_brokerage(path(3), by="organisation")
        assert both(row) == [
            "b is de enige die deze anderen zonder onderlinge lijn verbindt: a met c.",
            "b is the only one who connects these others that have no line to each other: a with "
            "c.",
        ]
        assert asks(row) == [
            "Zou het helpen als er tussen hen een tweede weg was, zodat er minder hangt aan die "
            "ene via b?",
            "Would it help if there were a second way between them, so that less hangs on the one "
            "by way of b?",
        ]
        assert doubts(row) == [
            "Misschien hebben zij een andere weg naar elkaar waar niemand naar vroeg, of hebben "
            "zij die niet nodig.",
            "Perhaps they have another way to each other that nobody asked about, or do not need "
            "one.",
        ]

    def test_the_only_one_for_many_pairs(self):
        (row,) = exclusive_brokerage(star(5), by="organisation")
        assert both(row) == [
            "a is de enige die elk van deze 6 paren van anderen zonder onderlinge lijn verbindt: "
            "b met c, b met d, b met e, c met d, c met e en nog 1.",
            "a is the only one who connects each of these 6 pairs of others that have no line to "
            "each other: b with c, b with d, b with e, c with d, c with e, and 1 more.",
        ]

    def test_the_only_one_for_some_with_direction(self):
        network = needing("abcde", [("a", "b"), ("b", "c"), ("b", "d"), ("a", "e"), ("e", "d")])
        row = exclusive_brokerage(network, layer="dependency", by="organisation")[0]
        assert both(row) == [
            "b staat tussen 2 paren van anderen zonder onderlinge lijn; voor 1 daarvan doet "
            "niemand anders dat: van a naar c.",
            "b stands between 2 pairs of others that have no line to each other; for 1 of these "
            "nobody else does: from a to c.",
        ]

    @pytest.mark.parametrize(
        ("network", "one", "sentences"),
        [
            (
                cycle(4),
                "a",
                [
                    "a staat tussen 1 paar anderen zonder onderlinge lijn; die twee kunnen elkaar "
                    "ook langs een andere weg bereiken.",
                    "a stands between 1 pair of others that have no line to each other; the two "
                    "have another way to each other as well.",
                ],
            ),
            (
                with_records(
                    star(4),
                    organisations=named("e"),
                    contacts=agreed([("e", "b"), ("e", "c"), ("e", "d")]),
                ),
                "e",
                [
                    "e staat tussen 3 paren van anderen zonder onderlinge lijn; die kunnen elkaar "
                    "alle ook langs een andere weg bereiken.",
                    "e stands between 3 pairs of others that have no line to each other; all of "
                    "these have another way to each other as well.",
                ],
            ),
        ],
        ids=["one pair", "several"],
    )
    def test_the_only_one_for_none(self, network, one, sentences):
        found = exclusive_brokerage(network, by="organisation")
        (row,) = found.where(lambda row: row.organisation == one)
        assert both(row) == sentences
        assert asks(row) == [
            "Weten de betrokkenen langs welke wegen zij elkaar kunnen bereiken?",
            "Do those concerned know by which ways they can reach each other?",
        ]
        assert doubts(row) == [
            f"Misschien bestaan de andere wegen alleen op papier, en komt in de praktijk alles bij {one} "
            "terecht.",
            f"Perhaps the other ways are there on paper only, and in practice it all comes to {one}.",
        ]
