"""What is said about each sort of finding on agenda and voices, in Dutch and in English."""

from networks import agreed, asked, named, replaced, spoken

from netdeps import Network
from netdeps.measures import (
    barriers,
    filled_in_claims,
    issue_gaps,
    mandate_gaps,
    one_sided_contacts,
    tables_without_issues,
    unspoken_concerns,
)

PARTIES = [
    {"id": "care", "name": "Care", "kind": "care_provider"},
    {"id": "city", "name": "City", "kind": "municipality"},
    {"id": "housing", "name": "Housing", "kind": "housing_corporation"},
]
ISSUE = {"id": "outflow", "title": "Outflow", "urgency": 0.5, "owner": "city"}
TABLES = [
    {"id": "one", "name": "Directors", "issues": ["outflow"], "members": ["city"]},
    {"id": "two", "name": "Desk", "issues": ["outflow"], "members": ["city"]},
]
PLAN = {
    "id": "plan",
    "what": "A plan.",
    "who": ["care", "city", "housing"],
    "status": "internal_support",
    "required": "governing_approval",
}
NEED = {
    "depender": "care",
    "dependum": "a contract",
    "dependees": ["city"],
    "barrier": "The law asks for a tender.",
}


def town(**fields):
    return Network(organisations=PARTIES, **fields)


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def doubts(row):
    return [row.otherwise("nl"), row.otherwise("en")]


class TestAnIssueGap:
    def test_something_is_missing_and_something_is_not_confirmed(self):
        issue = {
            **ISSUE,
            "requires_kinds": ["care_provider", "housing_corporation"],
            "involved": ["care"],
            "mandate_level": "governing",
        }
        row = issue_gaps(town(issues=[issue]))[0]
        assert both(row) == [
            'De opgave "Outflow" is nog niet rond; wat nog ontbreekt: een mandaat op bestuurlijk '
            "niveau, iemand van de woningcorporaties, een tafel die haar bespreekt en een termijn; "
            "daarvoor genoemd en nog niet door henzelf bevestigd: de eigenaar en de zorgaanbieders.",
            'The issue "Outflow" is not complete yet; still missing: a mandate at governing '
            "level, somebody from the housing corporations, a table that discusses it, and a "
            "deadline; named for it, and not yet confirmed by those concerned: the owner and the "
            "care providers.",
        ]
        assert asks(row) == [
            'Wat heeft "Outflow" het eerst nodig, en wie kan daarvoor zorgen: een mandaat op '
            "bestuurlijk niveau, iemand van de woningcorporaties, een tafel die haar bespreekt en "
            "een termijn?",
            'What does "Outflow" need first, and who can see to it: a mandate at governing level, '
            "somebody from the housing corporations, a table that discusses it, and a deadline?",
        ]
        assert doubts(row) == [
            "Misschien is het wel geregeld en heeft niemand dat hier verteld.",
            "Perhaps it has been arranged, and nobody said so here.",
        ]

    def test_only_a_role_is_not_confirmed(self):
        issue = {**ISSUE, "deadline": "2022-01-01"}
        row = issue_gaps(town(issues=[issue], tables=TABLES[:1]))[0]
        assert both(row) == [
            'De opgave "Outflow" is nog niet rond; daarvoor genoemd en nog niet door henzelf '
            "bevestigd: de eigenaar.",
            'The issue "Outflow" is not complete yet; named for it, and not yet confirmed by those '
            "concerned: the owner.",
        ]
        assert asks(row) == [
            'Zien degenen die voor "Outflow" genoemd zijn, dat zelf ook zo (de eigenaar)?',
            'Do those who are named for "Outflow" see it in the same way (the owner)?',
        ]

    def test_nobody_leads_and_nobody_owns_it(self):
        issue = {"id": "outflow", "deadline": "2022-01-01", "urgency": 0.5}
        network = town(issues=[issue], tables=TABLES)
        assert both(issue_gaps(network)[0]) == [
            'De opgave "outflow" is nog niet rond; wat nog ontbreekt: een eigenaar; de opgave '
            "ligt bij Directors en Desk, en wie de leiding heeft, is niet bekend.",
            'The issue "outflow" is not complete yet; still missing: an owner; it is discussed at '
            "Directors and Desk, and it is not known who leads.",
        ]
        assert asks(issue_gaps(network, weights={"owner": 0})[0]) == [
            'Wie leidt bij "outflow", nu de opgave ligt bij Directors en Desk?',
            'Who leads on "outflow", now that it is discussed at Directors and Desk?',
        ]

    def test_a_kind_is_called_as_the_case_calls_it(self):
        issue = {**ISSUE, "requires_kinds": ["police"], "deadline": "2022-01-01"}
        label = {"nl": "politie", "en": "police force"}
        row = issue_gaps(
            town(
                issues=[{**issue, "said": {"by": "city"}}],
                kinds=[{"id": "police", "label": label}],
                tables=TABLES[:1],
            )
        )[0]
        assert both(row) == [
            'De opgave "Outflow" is nog niet rond; wat nog ontbreekt: iemand van de politie.',
            'The issue "Outflow" is not complete yet; still missing: somebody from the police force.',
        ]
        assert not {"labels", "table_names"} & set(row.to_dict())


def test_a_table_without_an_issue():
    table = {"id": "cycle", "name": "The housing cycle", "members": ["city", "housing"]}
    row = tables_without_issues(town(issues=[ISSUE], tables=[table]))[0]
    assert both(row) == [
        "The housing cycle komt bijeen, en er wordt geen opgave van de agenda besproken.",
        "The housing cycle meets, and no issue of the agenda is treated there.",
    ]
    assert asks(row) == [
        "Welke opgave zou gebruik kunnen maken van The housing cycle?",
        "Which issue could make use of The housing cycle?",
    ]
    assert doubts(row) == [
        "Misschien worden er opgaven besproken die niemand hier heeft verteld, of dient de tafel "
        "een ander doel.",
        "Perhaps issues are treated there that nobody told here, or it serves another purpose.",
    ]


class TestAMandateGap:
    def test_some_directors_do_not_meet(self):
        network = town(
            agreements=[PLAN],
            contacts=spoken([("care", "city")]),
            interviews=asked("city", "care", "housing"),
        )
        row = mandate_gaps(replaced(network, contacts=agreed([("care", "city")])))[0]
        assert both(row) == [
            'Voor "A plan" is bestuurlijke goedkeuring nodig; tot nu toe is er steun binnen de '
            "eigen organisaties; tussen Housing en de anderen is op bestuurlijk niveau geen "
            "onbetwist contact bekend.",
            '"A plan" needs approval at governing level; so far there is support inside the '
            "organisations; no undisputed contact is known at governing level between Housing "
            "and the others.",
        ]
        assert asks(row) == [
            'Wat is ervoor nodig om op bestuurlijk niveau ja te kunnen zeggen op "A plan"?',
            'What would it take to say yes to "A plan" at governing level?',
        ]
        assert doubts(row) == [
            "Misschien is het ja al gegeven en heeft niemand het opgeschreven.",
            "Perhaps the yes has been given, and nobody wrote it down.",
        ]
        nobody = mandate_gaps(network)[0]
        assert both(nobody) == [
            'Voor "A plan" is bestuurlijke goedkeuring nodig; tot nu toe is er steun binnen de '
            "eigen organisaties; tussen Care, City en Housing en de anderen is op bestuurlijk "
            "niveau geen onbetwist contact bekend.",
            '"A plan" needs approval at governing level; so far there is support inside the '
            "organisations; no undisputed contact is known at governing level between Care, City, "
            "and Housing and the others.",
        ]

    def test_of_some_directors_it_is_not_known(self):
        network = town(agreements=[PLAN], contacts=spoken([("care", "city")]))
        assert both(mandate_gaps(network)[0]) == [
            'Voor "A plan" is bestuurlijke goedkeuring nodig; tot nu toe is er steun binnen de '
            "eigen organisaties; van Housing is niet bekend of er op bestuurlijk niveau contact "
            "is met een van de anderen.",
            '"A plan" needs approval at governing level; so far there is support inside the '
            "organisations; it is not known whether there is contact at governing level between "
            "Housing and any of the others.",
        ]
        assert both(mandate_gaps(town(agreements=[PLAN]))[0]) == [
            'Voor "A plan" is bestuurlijke goedkeuring nodig; tot nu toe is er steun binnen de '
            "eigen organisaties; van Care, City en Housing is niet bekend of er op bestuurlijk "
            "niveau contact is met een van de anderen.",
            '"A plan" needs approval at governing level; so far there is support inside the '
            "organisations; it is not known whether there is contact at governing level between "
            "Care, City, and Housing and any of the others.",
        ]

    def test_it_was_only_voiced(self):
        plan = {**PLAN, "who": ["city"], "status": "voiced", "required": "agreed"}
        row = mandate_gaps(town(agreements=[plan]))[0]
        assert both(row) == [
            'Voor "A plan" is een afspraak tussen personen nodig; tot nu toe is er een '
            "uitgesproken voornemen.",
            '"A plan" needs an agreement between persons; so far there is an intention that was '
            "voiced.",
        ]
        assert asks(row) == [
            'Is "A plan" afgesproken met wie het gaan doen, of is het voorlopig een voornemen?',
            'Is "A plan" agreed with those who will do it, or is it an intention for now?',
        ]

    def test_it_has_been_done_all_the_same(self):
        plan = {**PLAN, "who": ["city"], "status": "agreed", "done": True}
        row = mandate_gaps(town(agreements=[plan]))[0]
        assert both(row) == [
            '"A plan" is gedaan, en daarvoor is bestuurlijke goedkeuring nodig; tot nu toe is er '
            "een afspraak tussen personen.",
            '"A plan" has been done and needs approval at governing level; so far there is an '
            "agreement between persons.",
        ]
        assert asks(row) == [
            'Wat is ervoor nodig om op managementniveau ja te kunnen zeggen op "A plan"?',
            'What would it take to say yes to "A plan" at management level?',
        ]


class TestAOneSidedContact:
    def row(self, **fields):
        contacts = spoken([("care", "city")], "governing")
        return one_sided_contacts(town(**{"contacts": contacts, **fields}))[0]

    def test_the_no_was_stated(self):
        no = spoken([("city", "care")], "governing", exists=False)
        row = self.row(contacts=[*spoken([("care", "city")], "governing"), *no])
        assert both(row) == [
            "Over contact tussen Care en City op bestuurlijk niveau verschillen de antwoorden: "
            "Care zegt dat het er is, City dat het er niet is.",
            "On contact between Care and City at governing level the answers differ: Care says "
            "that it is there, City that it is not.",
        ]
        assert asks(row) == [
            "Hoe zien Care en City elk het contact tussen hen op bestuurlijk niveau?",
            "How do Care and City each see the contact between them at governing level?",
        ]
        assert doubts(row) == [
            "Misschien hebben beide gelijk, en denken zij aan andere mensen, een andere tijd of "
            "een ander soort contact.",
            "Perhaps both are right, and they think of other people, another time, or another "
            "sort of contact.",
        ]

    def test_the_no_follows_from_silence(self):
        row = self.row(interviews=asked("city"))
        assert both(row) == [
            "Over contact tussen Care en City op bestuurlijk niveau verschillen de antwoorden: "
            "Care zegt dat het er is; aan City is gevraagd met wie er contact is, en daar is Care "
            "niet genoemd.",
            "On contact between Care and City at governing level the answers differ: Care says "
            "that it is there, City was asked whom it speaks to and did not name Care.",
        ]
        assert doubts(row) == [
            "Misschien is het contact er wel, en kwam het niet op toen ernaar gevraagd werd.",
            "Perhaps the contact is there, and it did not come to mind when the question was asked.",
        ]

    def test_a_party_contradicts_itself(self):
        torn = [
            {"between": ["care", "city"], "level": "governing", "exists": e, "said": {"by": "care"}}
            for e in (True, False)
        ]
        assert both(self.row(contacts=torn)) == [
            "Over contact tussen Care en City op bestuurlijk niveau verschillen de antwoorden, ook "
            "die van een en dezelfde partij.",
            "On contact between Care and City at governing level the answers differ, also those of "
            "one and the same party.",
        ]


class TestFilledIn:
    def row(self, *texts, own=(), **fields):
        claims = [
            {"about": "city", "topic": "role", "text": text, "said": {"by": who}}
            for who, group in (("care", texts), ("city", own))
            for text in group
        ]
        heard = {"interviews": asked("city"), **fields}
        return filled_in_claims(town(claims=claims, **heard))[0]

    def test_nothing_of_it_was_heard_from_itself(self):
        row = self.row("x")
        assert both(row) == [
            "Over City wordt één ding gezegd, en dat is niet van City zelf gehoord.",
            "One thing is said about City, and it has not been heard from City itself.",
        ]
        assert asks(row) == [
            "Anderen hebben een beeld van City; hoe ziet City het zelf?",
            "Others have a picture of City; how does City see it?",
        ]
        assert doubts(row) == [
            "Misschien heeft City het zelf wel gezegd en is het niet als eigen woorden opgeschreven.",
            "Perhaps City has said it itself, and it was not written down as its own words.",
        ]
        assert both(self.row("x", "y")) == [
            "Over City worden 2 dingen gezegd, en geen daarvan is van City zelf gehoord.",
            "2 things are said about City, and none of them has been heard from City itself.",
        ]

    def test_some_of_it_was(self):
        assert both(self.row("x", own=["y"])) == [
            "Van 2 dingen die over City worden gezegd, is er 1 niet van City zelf gehoord.",
            "Of 2 things that are said about City, 1 has not been heard from City itself.",
        ]
        assert both(self.row("x", "z", own=["y"])) == [
            "Van 3 dingen die over City worden gezegd, zijn er 2 niet van City zelf gehoord.",
            "Of 3 things that are said about City, 2 have not been heard from City itself.",
        ]

    def test_all_of_it_was(self):
        row = self.row(own=["y"])
        assert both(row) == [
            "Over City wordt één ding gezegd, en dat komt van City zelf of is door haar bevestigd.",
            "One thing is said about City, and it comes from City itself or was confirmed by it.",
        ]
        assert asks(row) == [
            "Ziet City dit zelf nog steeds zo?",
            "Is this still how City sees it itself?",
        ]
        assert doubts(row) == [
            "Misschien ziet City het inmiddels anders.",
            "Perhaps City has come to see it otherwise since.",
        ]
        assert both(self.row(own=["y", "z"])) == [
            "Over City worden 2 dingen gezegd, en die komen allemaal van City zelf of zijn door "
            "haar bevestigd.",
            "2 things are said about City, and all of them come from City itself or were confirmed "
            "by it.",
        ]

    def test_it_denied_some_of_it(self):
        claim = {"about": "city", "topic": "role", "text": "x", "denied_by": ["city"]}
        row = filled_in_claims(town(claims=[claim]))[0]
        assert both(row) == [
            "Over City wordt één ding gezegd, en dat is niet van City zelf gehoord; City heeft "
            "gezegd een deel ervan anders te zien.",
            "One thing is said about City, and it has not been heard from City itself; City has "
            "said that it sees some of it otherwise.",
        ]
        assert asks(row) == [
            "Wat zou City de anderen graag laten weten over hoe zij dit zelf ziet?",
            "What would City like the others to know about how it sees this itself?",
        ]

    def test_it_is_not_at_the_table(self):
        assert both(self.row("x", interviews=[])) == [
            "City zit niet aan tafel; wat hier over haar wordt gezegd, komt van anderen.",
            "City is not at the table; what is said about it here comes from others.",
        ]


def test_an_unspoken_concern():
    told = [
        {"theme": "tendering", "said": {"by": who, "setting": "bilateral"}}
        for who in ("care", "housing")
    ]
    row = unspoken_concerns(town(concerns=told))[0]
    assert both(row) == [
        "Bij 2 organisaties leeft dezelfde zorg (tendering), en die is aan tafel niet uitgesproken.",
        "2 organisations worry about the same thing (tendering), and it has not been said at the "
        "table.",
    ]
    assert asks(row) == [
        "Wat is ervoor nodig om aan tafel veilig te kunnen zeggen wat tot nu toe onder vier ogen is "
        "gezegd?",
        "What would make it safe to say at the table what has been said one to one until now?",
    ]
    assert doubts(row) == [
        "Misschien is het wel aan tafel gezegd en heeft niemand het opgeschreven; of staat "
        "hetzelfde woord voor verschillende zorgen.",
        "Perhaps it was said at the table, and nobody wrote it down; or the same word stands for "
        "different worries.",
    ]


class TestABarrier:
    def row(self, **fields):
        return barriers(town(dependencies=[{**NEED, **fields}]))[0]

    def test_one_can_meet_the_need(self):
        row = self.row()
        assert both(row) == [
            "Care heeft iets nodig van City (a contract), en iets houdt dat tegen: The law asks for "
            "a tender.",
            "Care needs something from City (a contract), and something holds it back: The law asks "
            "for a tender.",
        ]
        assert asks(row) == [
            "Waar dient de regel of prikkel hierachter voor (The law asks for a tender), en wat is "
            "er toch mogelijk (a contract)?",
            "What purpose does the rule or incentive behind this serve (The law asks for a "
            "tender), and what is possible all the same (a contract)?",
        ]
        assert doubts(row) == [
            "Misschien geldt dit niet meer, of laat het meer ruimte dan men denkt.",
            "Perhaps it no longer holds, or leaves more room than is thought.",
        ]

    def test_one_of_several_is_enough(self):
        row = self.row(dependees=["city", "outside"])
        assert both(row) == [
            "Care heeft iets nodig van een van City en iemand buiten dit netwerk (a contract), en "
            "iets houdt dat tegen: The law asks for a tender.",
            "Care needs something from one of City and somebody outside this network (a contract), "
            "and something holds it back: The law asks for a tender.",
        ]

    def test_each_of_several_is_needed(self):
        row = self.row(dependees=["city", "housing"], mode="all")
        assert both(row) == [
            "Care heeft iets nodig van City en Housing (a contract), en iets houdt dat tegen: The "
            "law asks for a tender.",
            "Care needs something from City and Housing (a contract), and something holds it back: "
            "The law asks for a tender.",
        ]


def test_names_are_used_and_ids_where_there_is_no_name():
    network = Network(
        organisations=named("a", "b"),
        contacts=spoken([("a", "b")], "governing"),
        interviews=asked("b"),
    )
    assert "between a and b at" in one_sided_contacts(network)[0].sentence("en")
