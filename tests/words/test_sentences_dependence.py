"""What is said about each finding of dependence, in Dutch and in English."""

import re

import pytest
from hypothesis import given
from strategies import cases, webs

from netdeps import Network
from netdeps.measures import (
    MEASURES,
    alternatives,
    dependence,
    dropout_impact,
    power_balance,
    requirement,
    single_points_of_failure,
)

PARTIES = {"care": "Care", "city": "City", "fund": "Fund", "housing": "Housing"}
MUST = {"essential": True}
DWELLINGS = ("care", "dwellings", ["housing"])


def of(*needs):
    """Needs: who, what, from whom, and whatever else is said of it."""
    return Network(
        organisations=[{"id": one, "name": name} for one, name in PARTIES.items()],
        dependencies=[
            {"depender": depender, "dependum": dependum, "dependees": dependees, **more}
            for depender, dependum, dependees, *rest in needs
            for more in [rest[0] if rest else {}]
        ],
    )


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def otherwise(row):
    return [row.otherwise("nl"), row.otherwise("en")]


class TestDependence:
    NETWORK = of(
        DWELLINGS,
        ("care", "money", ["city", "fund", "outside"]),
        ("care", "guidance", ["care", "city"]),
    )

    def row(self, dependee):
        (row,) = dependence(self.NETWORK).where(lambda one: one.dependee == dependee)
        return row

    def test_on_another_organisation(self):
        row = self.row("city")
        assert both(row) == [
            "Van wat Care nodig heeft, hangt 27,8% af van City (guidance en money).",
            "Of what Care needs, 27.8% hangs on City (guidance and money).",
        ]
        assert asks(row) == [
            "Weten Care en City allebei hoeveel er van deze lijn afhangt, en is dat zoals beide het "
            "willen?",
            "Do Care and City both know how much hangs on this line, and is it as both would have "
            "it?",
        ]
        assert otherwise(row) == [
            "Misschien heeft Care meer nodig, of andere wegen om eraan te komen, waar niemand naar "
            "vroeg; dan is dit deel anders.",
            "Perhaps Care has other needs, or other ways to meet these, that nobody asked about; "
            "then this share is different.",
        ]

    def test_on_somebody_outside(self):
        row = self.row("outside")
        assert both(row) == [
            "Van wat Care nodig heeft, hangt 11,1% af van iemand buiten dit netwerk (money).",
            "Of what Care needs, 11.1% hangs on somebody outside this network (money).",
        ]
        assert asks(row) == [
            "Van wie buiten dit netwerk hangt Care af voor money, en zou het helpen als die aan "
            "tafel komt?",
            "Who outside this network does Care need for money, and would it help to have them at "
            "the table?",
        ]

    def test_on_itself(self):
        row = self.row("care")
        assert both(row) == [
            "Van wat Care nodig heeft, kan 16,7% ook van Care zelf komen (guidance).",
            "Of what Care needs, 16.7% can come from Care itself (guidance).",
        ]
        assert asks(row) == [
            "Wat kan Care zelf doen aan guidance, en wat is daarvoor nodig?",
            "What can Care itself do about guidance, and what would that take?",
        ]


def test_a_requirement():
    (row,) = requirement(of(DWELLINGS, ("housing", "guidance", ["care"])))
    assert both(row) == [
        "Care en Housing moeten elkaar kunnen vinden over dwellings en guidance: gewicht 0,75 op een "
        "schaal van 0 tot 1.",
        "Care and Housing need to be able to find each other about dwellings and guidance: weight "
        "0.75 on a scale from 0 to 1.",
    ]
    assert asks(row) == [
        "Kunnen Care en Housing elkaar makkelijk vinden over dwellings en guidance?",
        "Can Care and Housing find each other easily about dwellings and guidance?",
    ]
    assert otherwise(row) == [
        "Misschien is dit al geregeld zonder dat Care en Housing elkaar hoeven te spreken, of kan "
        "het ook van anderen komen.",
        "Perhaps this is arranged already without Care and Housing having to speak to each other, "
        "or it can come from others too.",
    ]


class TestAPowerBalance:
    EVEN = (
        "Wat zou de lijn tussen Care en Housing gelijkwaardiger maken: andere wegen naar wat nodig "
        "is, iets dat Housing graag van Care zou hebben, samen optrekken met anderen, of het minder "
        "nodig hebben?",
        "What would make the line between Care and Housing more even: other ways to what is needed, "
        "something that Housing would like to have from Care, joining forces with others, or needing "
        "it less?",
    )

    def row(self, *needs):
        (row,) = power_balance(of(*needs)).where(lambda one: one.parties == ("care", "housing"))
        return row

    def test_two_who_need_each_other_unequally(self):
        row = self.row(DWELLINGS, ("housing", "guidance", ["care", "city"]))
        assert both(row) == [
            "Care en Housing hebben elkaar nodig: van wat Care nodig heeft, hangt 100% af van "
            "Housing, en van wat Housing nodig heeft, hangt 50% af van Care.",
            "Care and Housing need each other: of what Care needs, 100% hangs on Housing, and of "
            "what Housing needs, 50% hangs on Care.",
        ]
        assert asks(row) == list(self.EVEN)
        assert otherwise(row) == [
            "Misschien heeft Care of Housing meer nodig, of andere wegen om eraan te komen, waar "
            "niemand naar vroeg; dan liggen de verhoudingen anders.",
            "Perhaps Care or Housing has other needs, or other ways to meet them, that nobody asked "
            "about; then the shares are different.",
        ]

    def test_whoever_needs_more_is_named_first(self):
        row = self.row(
            ("care", "dwellings", ["housing", "city"]), ("housing", "guidance", ["care"])
        )
        assert both(row) == [
            "Housing en Care hebben elkaar nodig: van wat Housing nodig heeft, hangt 100% af van "
            "Care, en van wat Care nodig heeft, hangt 50% af van Housing.",
            "Housing and Care need each other: of what Housing needs, 100% hangs on Care, and of "
            "what Care needs, 50% hangs on Housing.",
        ]

    def test_two_who_need_each_other_equally(self):
        row = self.row(DWELLINGS, ("housing", "guidance", ["care"]))
        assert both(row) == [
            "Care en Housing hebben elkaar evenveel nodig: van wat elk van beide nodig heeft, hangt "
            "100% af van de ander.",
            "Care and Housing need each other equally: of what each of them needs, 100% hangs on "
            "the other.",
        ]
        assert asks(row) == [
            "Zien Care en Housing allebei hoezeer zij elkaar nodig hebben, en wat kunnen zij "
            "daarmee?",
            "Do Care and Housing both see how much they need each other, and what could they do "
            "with that?",
        ]

    def test_one_who_needs_the_other(self):
        row = self.row(DWELLINGS, ("housing", "permit", ["city"]))
        assert both(row) == [
            "Van wat Care nodig heeft, hangt 100% af van Housing; van wat Housing nodig heeft, hangt "
            "voor zover bekend niets af van Care.",
            "Of what Care needs, 100% hangs on Housing; of what Housing needs, nothing hangs on Care "
            "as far as is known.",
        ]
        assert asks(row) == list(self.EVEN)

    def test_one_direction_is_known(self):
        row = self.row(DWELLINGS)
        assert both(row) == [
            "Van wat Care nodig heeft, hangt 100% af van Housing; wat Housing nodig heeft, is niet "
            "genoemd.",
            "Of what Care needs, 100% hangs on Housing; no needs of Housing are known.",
        ]
        assert asks(row) == [
            "Wat heeft Housing nodig, en hoeveel daarvan van Care?",
            "What does Housing need, and how much of it from Care?",
        ]


class TestAlternatives:
    OTHER_WAY = (
        "Is er voor Care nog een andere weg naar dwellings, en wie kan helpen die te openen?",
        "Is there another way for Care to get dwellings, and who could help to open it?",
    )

    def row(self, dependees, **more):
        (row,) = alternatives(of(("care", "dwellings", dependees, more)))
        return row

    def test_one_who_can_give_it(self):
        row = self.row(["housing"])
        assert both(row) == [
            "Care kan dwellings alleen krijgen van Housing.",
            "Care can get dwellings from Housing only.",
        ]
        assert asks(row) == list(self.OTHER_WAY)
        assert otherwise(row) == [
            "Misschien kent Care meer wegen naar dwellings dan er genoemd zijn, of zijn er minder "
            "die werken.",
            "Perhaps Care knows of more ways to dwellings than were named, or of fewer that work.",
        ]

    def test_what_it_cannot_do_without(self):
        assert both(self.row(["outside"], essential=True)) == [
            "Care kan dwellings alleen krijgen van iemand buiten dit netwerk; zonder dat kan Care "
            "het eigen werk niet doen.",
            "Care can get dwellings from somebody outside this network only; Care cannot do its "
            "work without it.",
        ]

    def test_each_of_several(self):
        row = self.row(["housing", "city"], mode="all")
        assert both(row) == [
            "Voor dwellings heeft Care elk van deze nodig: City en Housing.",
            "For dwellings, Care needs each of these: City and Housing.",
        ]
        assert asks(row) == list(self.OTHER_WAY)

    def test_one_of_several(self):
        row = self.row(["housing", "outside", "care"])
        assert both(row) == [
            "Er zijn 3 wegen waarlangs Care aan dwellings kan komen: Care zelf, Housing en iemand "
            "buiten dit netwerk.",
            "There are 3 ways for Care to get dwellings: Care itself, Housing, and somebody outside "
            "this network.",
        ]
        assert asks(row) == [
            "Zijn dit voor Care echt wegen naar dwellings, of komt het op één ervan neer?",
            "Are these real ways for Care to get dwellings, or does it come down to one of them?",
        ]


class TestASinglePoint:
    def row(self, *needs):
        return single_points_of_failure(of(*needs))[0]

    def test_one_need_is_unmet_and_everybody_goes_on(self):
        row = self.row(DWELLINGS)
        assert both(row) == [
            "Valt Housing weg, dan is in 1 afhankelijkheid van anderen niet meer te voorzien "
            "(dwellings).",
            "Should Housing drop out, then 1 need of others can no longer be met (dwellings).",
        ]
        assert asks(row) == [
            "Wie zou kunnen inspringen als Housing er een tijd niet is, en wat zou Housing nu al "
            "helpen?",
            "Who could step in if Housing were not there for a while, and what would help Housing "
            "now?",
        ]
        assert otherwise(row) == [
            "Misschien zijn er anderen die voor Housing kunnen inspringen en niet genoemd zijn, of "
            "kan het een tijd zonder.",
            "Perhaps there are others who could step in for Housing and were not named, or it can be "
            "done without for a while.",
        ]

    def test_several_needs_are_unmet_and_several_cannot_go_on(self):
        row = self.row((*DWELLINGS, MUST), ("city", "plots", ["housing"], MUST))
        assert both(row) == [
            "Valt Housing weg, dan is in 2 afhankelijkheden van anderen niet meer te voorzien "
            "(dwellings en plots); Care en City kunnen zonder dat niet verder.",
            "Should Housing drop out, then 2 needs of others can no longer be met (dwellings and "
            "plots); Care and City cannot go on without that.",
        ]

    def test_one_cannot_go_on_and_then_another(self):
        row = self.row((*DWELLINGS, MUST), ("city", "guidance", ["care"], MUST))
        assert both(row) == [
            "Valt Housing weg, dan is in 1 afhankelijkheid van anderen niet meer te voorzien "
            "(dwellings); Care kan zonder dat niet verder; daarna kan ook City niet verder.",
            "Should Housing drop out, then 1 need of others can no longer be met (dwellings); Care "
            "cannot go on without that; after that City cannot go on either.",
        ]

    def test_one_cannot_go_on_and_then_several(self):
        guidance = [(one, "guidance", ["care"], MUST) for one in ("city", "fund")]
        assert both(self.row((*DWELLINGS, MUST), *guidance)) == [
            "Valt Housing weg, dan is in 1 afhankelijkheid van anderen niet meer te voorzien "
            "(dwellings); Care kan zonder dat niet verder; daarna kunnen ook City en Fund niet "
            "verder.",
            "Should Housing drop out, then 1 need of others can no longer be met (dwellings); Care "
            "cannot go on without that; after that City and Fund cannot go on either.",
        ]


class TestADropout:
    CHAIN = of((*DWELLINGS, MUST), ("city", "guidance", ["care"], MUST))

    def row(self, network, *dropped):
        (row,) = dropout_impact(network, together=dropped)
        return row

    def test_one_need_is_unmet_and_everybody_goes_on(self):
        row = self.row(of(DWELLINGS), "housing")
        assert both(row) == [
            "Valt Housing weg, dan is 1 ding dat anderen nodig hebben niet meer te krijgen "
            "(dwellings).",
            "Should Housing drop out, then 1 need of others can no longer be met (dwellings).",
        ]
        assert asks(row) == [
            "Wie zou kunnen inspringen voor Housing, en wat hebben de anderen nodig om verder te "
            "kunnen?",
            "Who could step in for Housing, and what would the others need to go on?",
        ]
        assert otherwise(row) == [
            "Misschien zijn er anderen die voor Housing kunnen inspringen en niet genoemd zijn, of "
            "hangt er meer van Housing af dan verteld is.",
            "Perhaps there are others who could step in for Housing and were not named, or more "
            "hangs on Housing than was told.",
        ]

    def test_one_cannot_go_on(self):
        assert both(self.row(self.CHAIN, "care")) == [
            "Valt Care weg, dan is 1 ding dat anderen nodig hebben niet meer te krijgen (guidance); "
            "City kan dan niet verder.",
            "Should Care drop out, then 1 need of others can no longer be met (guidance); City "
            "cannot go on then.",
        ]

    def test_several_cannot_go_on_when_several_drop_out(self):
        network = of((*DWELLINGS, MUST), ("city", "money", ["fund"], MUST))
        assert both(self.row(network, "housing", "fund")) == [
            "Vallen Fund en Housing tegelijk weg, dan zijn 2 dingen die anderen nodig hebben niet "
            "meer te krijgen (dwellings en money); Care en City kunnen dan niet verder.",
            "Should Fund and Housing drop out together, then 2 needs of others can no longer be met "
            "(dwellings and money); Care and City cannot go on then.",
        ]

    def test_one_cannot_go_on_and_then_another(self):
        assert both(self.row(self.CHAIN, "housing")) == [
            "Valt Housing weg, dan zijn 2 dingen die anderen nodig hebben niet meer te krijgen "
            "(dwellings en guidance); wie dan niet verder kan: eerst Care en daarna City.",
            "Should Housing drop out, then 2 needs of others can no longer be met (dwellings and "
            "guidance); those who cannot go on then: first Care and then City.",
        ]

    def test_nothing_is_unmet(self):
        row = self.row(self.CHAIN, "city", "fund")
        assert both(row) == [
            "Vallen City en Fund tegelijk weg, dan is alles wat de anderen nodig hebben nog steeds "
            "te krijgen, voor zover bekend.",
            "Should City and Fund drop out together, then all that the others need can still be "
            "met, as far as is known.",
        ]
        assert asks(row) == [
            "Vinden de anderen ook dat zij zonder City en Fund verder kunnen?",
            "Do the others agree that they can go on without City and Fund?",
        ]


@pytest.mark.parametrize(
    ("key", "dutch", "english"),
    [
        (
            "asked",
            "is gevraagd wat zij nodig heeft, en noemde hier niets",
            "it was asked what it needs, and named nothing here",
        ),
        ("silent", "is niet gevraagd wat zij nodig heeft", "it was not asked what it needs"),
    ],
)
def test_the_reasons_of_those_without_needs(key, dutch, english):
    network = Network(
        organisations=[{"id": "asked"}, {"id": "silent"}],
        interviews=[{"organisation": "asked", "asked": ["dependencies"]}],
    )
    reason = dependence(network).undefined[key]
    assert (reason.sentence("nl"), reason.sentence("en")) == (dutch, english)


def test_the_reason_where_nothing_is_essential():
    reason = MEASURES["sole_supplier_share"](of(DWELLINGS)).reason
    assert (reason.sentence("nl"), reason.sentence("en")) == (
        "er is niets nodig dat iemand niet kan missen",
        "nothing is needed that somebody cannot do without",
    )


FINDINGS = (
    "dependence",
    "requirement",
    "power_balance",
    "alternatives",
    "single_points_of_failure",
    "dropout_impact",
)


@pytest.mark.parametrize("name", FINDINGS)
@given(network=cases() | webs())
def test_every_row_can_be_said_asked_and_doubted_in_both_languages(name, network):
    for row in MEASURES[name](network):
        for text in (*both(row), *asks(row), *otherwise(row)):
            assert text[-1] in ".?"
            assert not re.search(r"[{}]|None|  ", text)
        assert all(one.endswith("?") for one in asks(row))
        assert not any(one.endswith("?") for one in (*both(row), *otherwise(row)))
