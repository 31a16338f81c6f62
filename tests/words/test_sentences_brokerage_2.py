"""What is said about coordination, hats, governance and cores, in Dutch and in English."""

import pytest
from hypothesis import given
from networks import agreed, asked, gifts, named, needs, spoken
from strategies import cases

from netdeps import Network
from netdeps.measures import (
    coordination_load,
    core_periphery,
    governance_mirror,
    role_conflicts,
)
from netdeps.words import LANGUAGES

NAMES = {"care": "Care", "city": "City", "housing": "Housing"}
SIX = [
    {"id": one, "name": NAMES.get(one, one.upper())} for one in ("care", "city", *"def", "housing")
]
HUB = [*(("city", one) for one in ("care", "housing", "d", "e", "f")), ("care", "housing")]
BOTH = ("care", "housing")


def three(**fields):
    return Network(organisations=SIX[:2] + SIX[5:], **fields)


def owned(*owners, **fields):
    return [{"id": f"issue {n}", "owner": one, **fields} for n, one in enumerate(owners)]


def of(found, who):
    return next(row for row in found if row.organisation == who)


def wanting(*dependers):
    """Needs of direction by the city, as those say themselves who need it."""
    rows = needs(*((one, 3, "all", ["city"]) for one in dependers), dependum="direction")
    return [
        {**row, "id": f"direction {row['depender']}", "said": {"by": row["depender"]}}
        for row in rows
    ]


def city(*roles, **fields):
    return Network(organisations=[{"id": "city", "name": "City", "roles": roles}], **fields)


def said_with(*hats):
    return [{"theme": "money", "said": {"by": "city", "hat": hat}} for hat in hats]


def hub(*answers, **fields):
    return Network(organisations=SIX, contacts=spoken(HUB), governance=answers, **fields)


def answer(form, by=None, **fields):
    return {"form": form, "said": {"by": by}, **fields}


LEAD = answer(
    "lead_organisation",
    "care",
    trust="high",
    participants="few",
    goal_consensus="high",
    competencies="high",
)


def all_components():
    network = three(
        issues=owned("city", involved=["care"]),
        agreements=[{"id": "plan", "what": "plan", "who": ["city", "care"]}],
        contributions=gifts(("city", "together", 3), ("housing", "together", 1)),
        dependencies=[*needs(("care", 3, "all", ["housing"])), *wanting("care")],
        contacts=agreed([("care", "city"), ("city", "housing")]),
        interviews=asked(*NAMES),
    )
    hours = {"hours of chairing": {"care": 0, "city": 1, "housing": 0}}
    return of(coordination_load(network, dependums=["direction"], components=hours), "city")


def says(row):
    return [
        getattr(row, kind)(one)
        for kind in ("sentence", "question", "otherwise")
        for one in LANGUAGES
    ]


EXPECTED = [
    (
        "more than half comes together at one",
        lambda: of(
            coordination_load(three(issues=owned(*["city"] * 3, "care", involved=BOTH))), "city"
        ),
        [
            "Meer dan de helft van de coördinatie die is vastgelegd, komt samen bij City: 75% (75% van de opgaven met een eigenaar).",
            "More than half of the coordination that was recorded comes together at City: 75% (75% of the issues with an owner).",
            "Wie van hen zou een deel kunnen overnemen van wat bij City samenkomt, en wat is daarvoor nodig: Housing en Care?",
            "Which of these could share in what comes together at City, and what would that take: Housing and Care?",
            "Misschien doen anderen meer dan hier is vastgelegd, of doet City dit graag en op hun verzoek.",
            "Perhaps others do more than was recorded here, or City does this gladly and at their request.",
        ],
    ),
    (
        "a share comes together at one",
        lambda: of(
            coordination_load(three(issues=owned(*["city"] * 3, "care", involved=BOTH))), "care"
        ),
        [
            "Van de coördinatie die is vastgelegd, komt 25% samen bij Care (25% van de opgaven met een eigenaar).",
            "Of the coordination that was recorded, 25% comes together at Care (25% of the issues with an owner).",
            "Is dit deel van de coördinatie zoals Care en de anderen het willen?",
            "Is this part of the coordination as Care and the others would have it?",
            "Misschien doen anderen meer dan hier is vastgelegd, of doet Care dit graag en op hun verzoek.",
            "Perhaps others do more than was recorded here, or Care does this gladly and at their request.",
        ],
    ),
    (
        "nothing comes together at one",
        lambda: of(
            coordination_load(three(issues=owned(*["city"] * 3, "care", involved=BOTH))), "housing"
        ),
        [
            "Van de coördinatie die is vastgelegd, komt niets samen bij Housing.",
            "None of the coordination that was recorded comes together at Housing.",
            "Is er iets in de coördinatie dat Housing kan oppakken, en dat ook wil?",
            "Is there something in the coordination that Housing could take up, and would like to?",
            "Misschien coördineert Housing wel, op een manier die niemand heeft vastgelegd.",
            "Perhaps Housing does coordinate, in a way that nobody recorded.",
        ],
    ),
    (
        "all sorts of coordination and one who asks for it",
        all_components,
        [
            "Meer dan de helft van de coördinatie die is vastgelegd, komt samen bij City: 85% (100% van de opgaven met een eigenaar, 50% van de open afspraken, 75% van wat voor iedereen is ingebracht, 100% van de lijnen van anderen en 100% van hours of chairing); Care vraagt dit van City.",
            "More than half of the coordination that was recorded comes together at City: 85% (100% of the issues with an owner, 50% of the open agreements, 75% of what was brought for everybody, 100% of the lines of others, and 100% of hours of chairing); Care asks this of City.",
            "Wie van hen zou een deel kunnen overnemen van wat bij City samenkomt, en wat is daarvoor nodig: Housing en Care?",
            "Which of these could share in what comes together at City, and what would that take: Housing and Care?",
            "Misschien doen anderen meer dan hier is vastgelegd, of doet City dit graag en op hun verzoek.",
            "Perhaps others do more than was recorded here, or City does this gladly and at their request.",
        ],
    ),
    (
        "nobody is known who could share it and two ask for it",
        lambda: of(
            coordination_load(
                three(issues=owned("city"), dependencies=wanting("care", "housing")),
                dependums=["direction"],
            ),
            "city",
        ),
        [
            "Meer dan de helft van de coördinatie die is vastgelegd, komt samen bij City: 100% (100% van de opgaven met een eigenaar); Care en Housing vragen dit van City.",
            "More than half of the coordination that was recorded comes together at City: 100% (100% of the issues with an owner); Care and Housing ask this of City.",
            "Wie zou een deel kunnen overnemen van wat bij City samenkomt?",
            "Who could share in what comes together at City?",
            "Misschien doen anderen meer dan hier is vastgelegd, of doet City dit graag en op hun verzoek.",
            "Perhaps others do more than was recorded here, or City does this gladly and at their request.",
        ],
    ),
    (
        "one could share it",
        lambda: of(coordination_load(three(issues=owned("city", involved=["care"]))), "city"),
        [
            "Meer dan de helft van de coördinatie die is vastgelegd, komt samen bij City: 100% (100% van de opgaven met een eigenaar).",
            "More than half of the coordination that was recorded comes together at City: 100% (100% of the issues with an owner).",
            "Zou Care een deel kunnen overnemen van wat bij City samenkomt, en wat is daarvoor nodig?",
            "Could Care share in what comes together at City, and what would that take?",
            "Misschien doen anderen meer dan hier is vastgelegd, of doet City dit graag en op hun verzoek.",
            "Perhaps others do more than was recorded here, or City does this gladly and at their request.",
        ],
    ),
    (
        "two hats",
        lambda: role_conflicts(city("funder", "process_director"))[0],
        [
            "Twee petten van City kunnen elkaar in de weg zitten: financier met procesregisseur.",
            "Two hats of City can get in each other's way: funder with process director.",
            "Wat zou City en de anderen helpen om te weten met welke pet op zij spreekt?",
            "What would help City and the others to know with which hat on it speaks?",
            "Misschien dragen verschillende mensen deze petten, en weet iedereen wie waarvoor spreekt.",
            "Perhaps different people wear these hats, and everybody knows who speaks for what.",
        ],
    ),
    (
        "several pairs in a dossier",
        lambda: role_conflicts(
            city(
                "contracting_authority",
                "partner",
                concerns=said_with("funder", None, None),
                hats=[{"organisation": "city", "role": "process_director", "dossier": "housing"}],
            )
        )[0],
        [
            "Van de petten van City kunnen 2 paren elkaar in de weg zitten in het dossier housing: opdrachtgever met partner en opdrachtgever met procesregisseur; bij 33,3% van wat zij zelf zei, is vastgelegd met welke pet op.",
            "Among the hats of City, 2 pairs can get in each other's way in the dossier housing: contracting authority with partner and contracting authority with process director; for 33.3% of what it said itself it is recorded with which hat on.",
            "Wat zou City en de anderen helpen om te weten met welke pet op zij spreekt?",
            "What would help City and the others to know with which hat on it speaks?",
            "Misschien dragen verschillende mensen deze petten, en weet iedereen wie waarvoor spreekt.",
            "Perhaps different people wear these hats, and everybody knows who speaks for what.",
        ],
    ),
    (
        "nothing said with a hat on",
        lambda: role_conflicts(city("supervisor", "shop steward", concerns=said_with(None)))[0],
        [
            "Twee petten van City kunnen elkaar in de weg zitten: shop steward met toezichthouder; bij niets van wat zij zelf zei, is vastgelegd met welke pet op.",
            "Two hats of City can get in each other's way: shop steward with supervisor; for nothing that it said itself it is recorded with which hat on.",
            "Wat zou City en de anderen helpen om te weten met welke pet op zij spreekt?",
            "What would help City and the others to know with which hat on it speaks?",
            "Misschien dragen verschillende mensen deze petten, en weet iedereen wie waarvoor spreekt.",
            "Perhaps different people wear these hats, and everybody knows who speaks for what.",
        ],
    ),
    (
        "hats that harm nobody",
        lambda: role_conflicts(city("provider", "landlord"))[0],
        [
            "City draagt meer dan één pet: verhuurder en aanbieder; van geen twee daarvan is bekend dat zij elkaar in de weg zitten.",
            "City wears several hats: landlord and provider; no two of them are known to get in each other's way.",
            "Zien de anderen de rol van City op dezelfde manier?",
            "Do the others see the role of City in the same way?",
            "Misschien heeft City nog andere rollen, die hier niemand heeft genoemd.",
            "Perhaps City has other roles too, which nobody named here.",
        ],
    ),
    (
        "one role",
        lambda: role_conflicts(city("coordinator", concerns=said_with("coordinator")))[0],
        [
            "City heeft één rol: coördinator.",
            "City has one role: coordinator.",
            "Zien de anderen de rol van City op dezelfde manier?",
            "Do the others see the role of City in the same way?",
            "Misschien heeft City nog andere rollen, die hier niemand heeft genoemd.",
            "Perhaps City has other roles too, which nobody named here.",
        ],
    ),
    (
        "one says that one leads",
        lambda: governance_mirror(hub(LEAD, issues=owned("city", "city", "care")))[0],
        [
            "Care zegt dat een van de partijen de samenwerking stuurt; meer dan de helft van de coördinatie die is vastgelegd, komt samen bij City (66,7%); van alle netwerken met 6 organisaties en 6 contacten is 1,2% even sterk gecentraliseerd of sterker; anders dan Provan en Kenis bij deze vorm beschrijven: het vertrouwen, het aantal partijen, de overeenstemming over doelen en wat er nodig is dat geen partij alleen heeft.",
            "Care says that one of the parties directs the collaboration; more than half of the coordination that was recorded comes together at City (66.7%); of all networks with 6 organisations and 6 contacts, 1.2% are as centralised or more; otherwise than Provan and Kenis describe for this form: the trust, the number of parties, the agreement on goals, and what it takes that no party has alone.",
            "Herkennen partijen zich hierin, en is het zoals zij het willen?",
            "Do the parties recognise themselves in this, and is it as they would have it?",
            "Misschien loopt er veel via één organisatie omdat de anderen daarom vroegen, en beslissen zij toch met elkaar.",
            "Perhaps much runs through one organisation because the others asked for that, and they decide together all the same.",
        ],
    ),
    (
        "two say that all direct together",
        lambda: governance_mirror(
            hub(
                answer("shared", "care"),
                answer("shared", "city"),
                issues=owned("city", "city", "care", "housing"),
            )
        )[0],
        [
            "Care en City zeggen dat alle partijen de samenwerking met elkaar sturen; het grootste deel van de coördinatie die is vastgelegd, komt samen bij City (50%); van alle netwerken met 6 organisaties en 6 contacten is 1,2% even sterk gecentraliseerd of sterker.",
            "Care and City say that all parties direct the collaboration together; the largest share of the coordination that was recorded comes together at City (50%); of all networks with 6 organisations and 6 contacts, 1.2% are as centralised or more.",
            "Herkennen partijen zich hierin, en is het zoals zij het willen?",
            "Do the parties recognise themselves in this, and is it as they would have it?",
            "Misschien zien anderen het anders, en is hun er niet naar gevraagd.",
            "Perhaps others see it in another way, and were not asked.",
        ],
    ),
    (
        "it is said that there is a separate organisation",
        lambda: governance_mirror(hub(answer("administrative_organisation")))[0],
        [
            "Er wordt gezegd dat een aparte organisatie de samenwerking stuurt; van alle netwerken met 6 organisaties en 6 contacten is 1,2% even sterk gecentraliseerd of sterker.",
            "It is said that a separate organisation directs the collaboration; of all networks with 6 organisations and 6 contacts, 1.2% are as centralised or more.",
            "Herkennen partijen zich hierin, en is het zoals zij het willen?",
            "Do the parties recognise themselves in this, and is it as they would have it?",
            "Misschien zien anderen het anders, en is hun er niet naar gevraagd.",
            "Perhaps others see it in another way, and were not asked.",
        ],
    ),
    (
        "nobody said",
        lambda: governance_mirror(Network(organisations=named(*"abcde"), contacts=spoken(["ab"])))[
            0
        ],
        [
            "Niemand heeft gezegd hoe de samenwerking gestuurd wordt; van alle netwerken met 5 organisaties en 1 contact is 100% even sterk gecentraliseerd of sterker.",
            "Nobody said how the collaboration is directed; of all networks with 5 organisations and 1 contact, 100% are as centralised or more.",
            "Hoe sturen partijen hun samenwerking: met elkaar, via een van hen, of via een aparte organisatie?",
            "How do the parties direct their collaboration: all together, through one of them, or through a separate organisation?",
            "Misschien zien anderen het anders, en is hun er niet naar gevraagd.",
            "Perhaps others see it in another way, and were not asked.",
        ],
    ),
    (
        "the answers differ and two carry as much",
        lambda: governance_mirror(
            hub(
                answer("shared", "care"),
                answer("lead_organisation", "city"),
                issues=owned("city", "care"),
            )
        )[1],
        [
            "Care zegt dat alle partijen de samenwerking met elkaar sturen; van alle netwerken met 6 organisaties en 6 contacten is 1,2% even sterk gecentraliseerd of sterker.",
            "Care says that all parties direct the collaboration together; of all networks with 6 organisations and 6 contacts, 1.2% are as centralised or more.",
            "De antwoorden verschillen over hoe de samenwerking gestuurd wordt: hoe ziet elke partij het?",
            "The answers differ on how the collaboration is directed: how does each party see it?",
            "Misschien zien anderen het anders, en is hun er niet naar gevraagd.",
            "Perhaps others see it in another way, and were not asked.",
        ],
    ),
    (
        "a perfect core of one",
        lambda: core_periphery(Network(organisations=SIX, contacts=spoken(HUB[:5])))[0],
        [
            "City vormt de kern van de contacten, met Care, D, E, F en Housing daaromheen.",
            "City forms the core of the contacts, with Care, D, E, F, and Housing around it.",
            "Herkennen partijen deze kern, en is het zoals zij het willen?",
            "Do the parties recognise this core, and is it as they would have it?",
            "Misschien is er geen kern: een andere indeling past soms bijna even goed, en lijnen waar niet naar gevraagd is, kunnen het beeld veranderen.",
            "Perhaps there is no core: another division may fit almost as well, and lines that nobody was asked about can change it.",
        ],
    ),
    (
        "a perfect core of two",
        lambda: core_periphery(
            Network(
                organisations=SIX[:4],
                contacts=spoken(
                    [("care", "city"), *((hub, leaf) for hub in ("care", "city") for leaf in "de")]
                ),
            )
        )[0],
        [
            "Care en City vormen de kern van de contacten, met D en E daaromheen.",
            "Care and City form the core of the contacts, with D and E around it.",
            "Herkennen partijen deze kern, en is het zoals zij het willen?",
            "Do the parties recognise this core, and is it as they would have it?",
            "Misschien is er geen kern: een andere indeling past soms bijna even goed, en lijnen waar niet naar gevraagd is, kunnen het beeld veranderen.",
            "Perhaps there is no core: another division may fit almost as well, and lines that nobody was asked about can change it.",
        ],
    ),
    (
        "what comes nearest to a core",
        lambda: core_periphery(Network(organisations=SIX, contacts=spoken(HUB)))[0],
        [
            "Het dichtst bij een kern van de contacten komt deze: City, met Care, D, E, F en Housing daaromheen (overeenkomst 0,87; 1 is precies zo).",
            "What comes nearest to a core of the contacts is this: City, with Care, D, E, F, and Housing around it (fit 0.87, where 1 is exactly so).",
            "Herkennen partijen deze kern, en is het zoals zij het willen?",
            "Do the parties recognise this core, and is it as they would have it?",
            "Misschien is er geen kern: een andere indeling past soms bijna even goed, en lijnen waar niet naar gevraagd is, kunnen het beeld veranderen.",
            "Perhaps there is no core: another division may fit almost as well, and lines that nobody was asked about can change it.",
        ],
    ),
    (
        "one of two in the needs",
        lambda: core_periphery(
            Network(organisations=SIX[:3], dependencies=needs(("care", 1, "all", ["city"]))),
            layer="dependency",
        )[0],
        [
            "Het dichtst bij een kern van de afhankelijkheden komt deze: Care, met City en D daaromheen (overeenkomst 0,32; 1 is precies zo); het is een van 2 indelingen die even goed passen.",
            "What comes nearest to a core of the needs is this: Care, with City and D around it (fit 0.32, where 1 is exactly so); it is one of 2 divisions that fit equally well.",
            "Herkennen partijen deze kern, en is het zoals zij het willen?",
            "Do the parties recognise this core, and is it as they would have it?",
            "Misschien is er geen kern: een andere indeling past soms bijna even goed, en lijnen waar niet naar gevraagd is, kunnen het beeld veranderen.",
            "Perhaps there is no core: another division may fit almost as well, and lines that nobody was asked about can change it.",
        ],
    ),
    (
        "one of four in the give and take",
        lambda: core_periphery(
            Network(organisations=SIX[:4], contributions=gifts(("care", "city", 1), ("d", "e", 1))),
            layer="contribution",
        )[0],
        [
            "Het dichtst bij een kern van het halen en brengen komt deze: Care en D, met City en E daaromheen (overeenkomst 0,2; 1 is precies zo); het is een van 4 indelingen die even goed passen.",
            "What comes nearest to a core of the give and take is this: Care and D, with City and E around it (fit 0.2, where 1 is exactly so); it is one of 4 divisions that fit equally well.",
            "Herkennen partijen deze kern, en is het zoals zij het willen?",
            "Do the parties recognise this core, and is it as they would have it?",
            "Misschien is er geen kern: een andere indeling past soms bijna even goed, en lijnen waar niet naar gevraagd is, kunnen het beeld veranderen.",
            "Perhaps there is no core: another division may fit almost as well, and lines that nobody was asked about can change it.",
        ],
    ),
]


@pytest.mark.parametrize(
    ("row", "expected"), [one[1:] for one in EXPECTED], ids=[one[0] for one in EXPECTED]
)
def test_what_is_said_asked_and_doubted(row, expected):
    assert says(row()) == expected


def test_what_is_not_exactly_a_core_never_reads_as_1():
    row = core_periphery(Network(organisations=SIX, contacts=spoken(HUB)))[0]
    near = type(row)(**{**vars(row), "correlation": 0.9999})
    assert "(fit 0.99, where 1 is exactly so)" in near.sentence("en")


@given(cases(min_size=4, max_size=6))
def test_every_finding_can_be_said_asked_and_doubted(network):
    for measure in (coordination_load, role_conflicts, governance_mirror, core_periphery):
        for row in measure(network):
            for text in says(row):
                assert text.endswith((".", "?"))
                assert "{" not in text
            assert row.question("nl").count("?") == row.question("en").count("?") == 1
            assert row.otherwise("nl").startswith("Misschien")
            assert row.otherwise("en").startswith("Perhaps")
