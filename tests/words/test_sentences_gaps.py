"""What is said about a gap of the ranked list and about an open question, in Dutch and English."""

import pytest
from networks import agreed, asked, named, needs, pair_of

from netdeps import Network
from netdeps.measures import contact_gaps, gaps, kind_gaps, questions

CARE, HOUSING = "care", "housing"
SAYS = ("sentence", "question", "otherwise")


def said(row, language):
    return [getattr(row, name)(language) for name in SAYS]


def kinds_apart(**fields):
    return Network(
        **{
            "organisations": [
                *named("a", "b", kind="care_provider", region="Leiden"),
                *named("h", kind="housing_corporation", region="Katwijk"),
                *named("m", kind="municipality"),
            ],
            "dependencies": needs(
                ("a", 3, "all", ["h"]), ("b", 2, "all", ["h"]), level="governing"
            ),
            "interviews": asked("a", "b", "h"),
            "contacts": agreed([("a", "m"), ("b", "m"), ("h", "m")]),
            **fields,
        }
    )


class TestAGapBetweenKinds:
    def test_none_of_the_lines_has_contact(self):
        (gap,) = gaps(kinds_apart())
        assert said(gap, "nl") == [
            "Langs geen van de 2 lijnen van afhankelijkheid tussen zorgaanbieders en "
            "woningcorporaties is op bestuurlijk niveau contact bekend; daar bereiken zij elkaar "
            "via m; 2 daarvan gaan over een grens tussen regio's.",
            "Wat is er nodig om zorgaanbieders en woningcorporaties elkaar op bestuurlijk niveau "
            "te laten spreken?",
            "Misschien spreken zij elkaar daar toch, in een project of via iemand naar wie niet "
            "gevraagd is.",
        ]
        assert said(gap, "en") == [
            "No contact is known at governing level along any of the 2 lines of need between care "
            "providers and housing corporations; there they reach each other through m; 2 of them "
            "cross a border between regions.",
            "What would it take for care providers and housing corporations to speak to each other "
            "at governing level?",
            "Perhaps they do speak to each other there, in a project or through a person that was "
            "not asked about.",
        ]

    def test_one_of_the_lines_runs_through_another(self):
        (gap,) = gaps(kinds_apart(contacts=agreed([("a", "m"), ("h", "m")])))
        assert gap.sentence("nl").endswith(
            " contact bekend; 1 daarvan loopt daar nu via m; 2 daarvan gaan over een grens tussen "
            "regio's."
        )
        assert gap.sentence("en").endswith(
            " and housing corporations; 1 of them runs through m there; 2 of them cross a border "
            "between regions."
        )

    def test_two_of_three_lines_run_through_another(self):
        (gap,) = gaps(
            Network(
                organisations=[
                    *named("a", "b", "c", kind="care_provider"),
                    *named("h", kind="housing_corporation"),
                    *named("m", kind="municipality"),
                ],
                dependencies=needs(*((one, 2, "all", ["h"]) for one in "abc"), level="governing"),
                interviews=asked("a", "b", "c", "h"),
                contacts=agreed([("a", "m"), ("b", "m"), ("h", "m")]),
            )
        )
        assert gap.sentence("nl").endswith(" contact bekend; 2 daarvan lopen daar nu via m.")
        assert gap.sentence("en").endswith("; 2 of them run through m there.")

    def test_what_is_disputed_is_not_called_absent(self):
        network = Network(
            organisations=named("a", "b", "c", kind="care_provider"),
            dependencies=needs(("a", 2, "all", ["b", "c"]), level="management"),
            interviews=asked("a", "b", "c"),
            contacts=[
                {"between": ["a", "b"], "level": "management", "said": {"by": "b"}},
                {
                    "between": ["a", "b"],
                    "level": "management",
                    "exists": False,
                    "said": {"by": "a"},
                },
            ],
        )
        (gap,) = gaps(network)
        assert [gap.sentence(language) for language in ("nl", "en")] == [
            "Langs geen van de 2 lijnen van afhankelijkheid tussen zorgaanbieders onderling is op "
            "managementniveau onbetwist contact bekend.",
            "No undisputed contact is known at management level along any of the 2 lines of need "
            "among care providers.",
        ]

    def test_one_of_the_lines_crosses_a_border(self):
        organisations = [
            {"id": "a", "kind": "care_provider", "region": "Katwijk"},
            {"id": "b", "kind": "care_provider", "region": "Leiden"},
            {"id": "h", "kind": "housing_corporation", "region": "Katwijk"},
        ]
        (gap,) = gaps(kinds_apart(organisations=organisations, contacts=[]))
        assert gap.sentence("nl").endswith("; 1 daarvan gaat over een grens tussen regio's.")
        assert gap.sentence("en").endswith("; 1 of them crosses a border between regions.")

    def test_a_kind_among_itself(self):
        network = Network(
            organisations=named("a", "b", "c", kind="care_provider"),
            dependencies=needs(("a", 2, "all", ["b", "c"]), level="management"),
            interviews=asked("a", "b", "c"),
        )
        (gap,) = gaps(network)
        assert said(gap, "nl")[:2] == [
            "Langs geen van de 2 lijnen van afhankelijkheid tussen zorgaanbieders onderling is op "
            "managementniveau contact bekend.",
            "Wat is er nodig om zorgaanbieders elkaar op managementniveau te laten spreken?",
        ]
        assert said(gap, "en")[:2] == [
            "No contact is known at management level along any of the 2 lines of need among care "
            "providers.",
            "What would it take for care providers to speak to one another at management level?",
        ]


class TestAGapOfOneLine:
    def test_it_says_what_a_contact_gap_says_and_that_it_crosses_a_border(self):
        organisations = [
            {"id": CARE, "name": "Care", "region": "Leiden"},
            {"id": HOUSING, "name": "Housing", "region": "Katwijk"},
        ]
        network = pair_of(
            organisations=organisations,
            dependencies=needs(
                (CARE, 3, "all", [HOUSING]), level="governing", dependum="dwellings"
            ),
            interviews=asked(CARE, HOUSING),
        )
        assert said(gaps(network)[0], "nl") == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); op bestuurlijk niveau is "
            "geen contact bekend; die lijn gaat over een grens tussen regio's.",
            "Klopt het dat Care en Housing elkaar op bestuurlijk niveau nauwelijks spreken, en wat "
            "zou helpen?",
            "Misschien spreken zij elkaar daar toch, in een project of via iemand naar wie niet "
            "gevraagd is.",
        ]
        assert gaps(network)[0].sentence("en") == (
            "A need runs between Care and Housing (dwellings); no contact is known at governing "
            "level; it crosses a border between regions."
        )

    @pytest.mark.parametrize("measure", [gaps, contact_gaps])
    def test_contact_that_is_not_good_enough_is_not_called_missing(self, measure):
        network = pair_of(
            dependencies=needs(
                (CARE, 3, "all", [HOUSING]), level="governing", dependum="dwellings"
            ),
            contacts=agreed([(CARE, HOUSING)], "governing", quality=0.5),
        )
        (gap,) = measure(network)
        assert said(gap, "nl") == [
            "Tussen Care en Housing loopt een afhankelijkheid (dwellings); het contact op "
            "bestuurlijk niveau is nog niet goed.",
            "Wat zou het contact tussen Care en Housing op bestuurlijk niveau zo goed maken als "
            "beide het nodig hebben?",
            "Misschien is dit contact genoeg voor wat er nu geregeld moet worden.",
        ]
        assert said(gap, "en")[1:] == [
            "What would make the contact between Care and Housing at governing level as good as "
            "both need it to be?",
            "Perhaps this contact is enough for what has to be arranged now.",
        ]

    def test_the_opposite_reading_of_a_missing_contact(self):
        gap = contact_gaps(pair_of(interviews=asked(CARE, HOUSING)))[0]
        assert [gap.otherwise("nl"), gap.otherwise("en")] == [
            "Misschien spreken zij elkaar daar toch, in een project of via iemand naar wie niet "
            "gevraagd is.",
            "Perhaps they do speak to each other there, in a project or through a person that was "
            "not asked about.",
        ]


class TestAnOpenQuestion:
    def test_about_a_contact(self):
        network = pair_of(dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"))
        row = questions(network, subject="contact")[0]
        assert said(row, "nl") == [
            "Aan niemand is gevraagd of Care en Housing elkaar spreken op bestuurlijk niveau.",
            "Spreken Care en Housing elkaar op bestuurlijk niveau?",
            "Misschien valt hier niets uit te zoeken: zij spreken elkaar en vinden dat te gewoon om "
            "te noemen.",
        ]

    def test_about_an_acknowledgement(self):
        row = questions(pair_of(), subject="acknowledgement")[0]
        assert said(row, "nl") == [
            "Aan Housing is niet gevraagd of daar bekend is dat Care dit van Housing nodig heeft: "
            "dwellings.",
            "Weet Housing dat Care dit van Housing nodig heeft: dwellings?",
            "Misschien is het daar allang bekend, en te gewoon om te noemen.",
        ]
        assert said(row, "en") == [
            "Nobody asked Housing whether it knows what Care needs from it: dwellings.",
            "Does Housing know that Care needs this from it: dwellings?",
            "Perhaps it has long known, and found it too plain to mention.",
        ]

    def test_about_a_role_that_one_may_fill(self):
        issue = {"id": "outflow", "title": "Outflow", "owner": "city", "urgency": 1}
        row = questions(pair_of(issues=[issue]), subject="role")[0]
        assert said(row, "nl") == [
            "Aan City is niet gevraagd of zij haar rol in deze opgave op zich neemt: Outflow.",
            "Neemt City haar rol in deze opgave op zich: Outflow?",
            "Misschien is die rol allang opgepakt, en schreef niemand het op.",
        ]
        assert said(row, "en") == [
            "Nobody asked City whether it takes up its part in this issue: Outflow.",
            "Does City take up its part in this issue: Outflow?",
            "Perhaps it has long taken up its part, and nobody wrote it down.",
        ]

    def test_about_a_role_that_one_of_several_may_fill(self):
        issue = {
            "id": "outflow",
            "title": "Outflow",
            "involved": ["a", "b"],
            "requires_kinds": ["care_provider"],
            "urgency": 1,
        }
        network = Network(organisations=named("a", "b", kind="care_provider"), issues=[issue])
        row = questions(network, subject="role")[0]
        assert said(row, "nl")[:2] == [
            "Aan a en b is niet gevraagd wie van hen deze opgave oppakt: Outflow.",
            "Wie van deze pakt deze opgave op (Outflow): a en b?",
        ]
        assert said(row, "en")[:2] == [
            "Nobody asked a and b which of them takes up this issue: Outflow.",
            "Which of these takes up this issue (Outflow): a and b?",
        ]

    def test_about_a_line_inside_an_organisation(self):
        network = Network(
            organisations=[
                *named("care", "city"),
                *named("desk", part_of="city", levels=["management", "operational"]),
            ],
            dependencies=needs(("care", 3, "all", ["city"]), level="operational"),
        )
        row = questions(network, subject="inside")[0]
        assert said(row, "nl") == [
            "Niemand vertelde of mensen op managementniveau en mensen op uitvoerend niveau elkaar "
            "spreken binnen city.",
            "Spreken mensen op managementniveau en mensen op uitvoerend niveau elkaar binnen city?",
            "Misschien zitten zij naast elkaar, en noemde niemand dat contact.",
        ]
        assert said(row, "en") == [
            "Nobody said whether people at management level and people at operational level speak "
            "to each other inside city.",
            "Do people at management level and people at operational level speak to each other "
            "inside city?",
            "Perhaps they sit side by side, and nobody thought of that as contact.",
        ]


class TestWhatIsAskedAboutTwoKinds:
    BETWEEN = ("care_provider", "housing_corporation")

    def row(self, between=BETWEEN, **fields):
        network = Network(
            **{
                "organisations": [
                    *named("a", "b", kind="care_provider"),
                    *named("h", kind="housing_corporation"),
                ],
                **fields,
            }
        )
        return kind_gaps(network, between=between)[0]

    def test_where_nobody_has_contact_it_asks_what_it_would_take(self):
        row = self.row(interviews=asked("a", "b", "h"))
        assert row.question("nl") == (
            "Wat is er nodig om zorgaanbieders en woningcorporaties elkaar op enig niveau te laten "
            "spreken?"
        )

    def test_where_everybody_has_contact_it_asks_whether_that_is_good_enough(self):
        row = self.row(contacts=agreed([("a", "h"), ("b", "h")]))
        assert said(row, "nl")[1:] == [
            "Is het contact tussen zorgaanbieders en woningcorporaties op enig niveau zo goed als "
            "nodig is?",
            "Misschien is één lijn te weinig voor wat er geregeld moet worden.",
        ]
        assert said(row, "en")[1:] == [
            "Is the contact among care providers and housing corporations at some level as good as "
            "what is needed asks for?",
            "Perhaps one line is too few for what has to be arranged.",
        ]

    def test_where_it_is_not_known_it_asks_whether_it_is_there(self):
        row = self.row()
        assert said(row, "nl")[1:] == [
            "Spreken zorgaanbieders en woningcorporaties elkaar op enig niveau?",
            "Misschien weet iemand aan wie het niet gevraagd is, het antwoord.",
        ]

    def test_where_nobody_could_meet_it_asks_who_should_be_there(self):
        row = self.row(organisations=named("a", kind="care_provider"))
        assert said(row, "en") == [
            "There are no care providers and housing corporations that could meet at any level.",
            "Who should be here so that care providers and housing corporations could meet at any "
            "level?",
            "Perhaps they are there, and have not been named yet.",
        ]

    def test_a_kind_among_itself_names_the_others(self):
        both = ("care_provider", "care_provider")
        row = self.row(both, interviews=asked("a", "b", "h"))
        assert said(row, "nl")[:2] == [
            "Geen van de 2 zorgaanbieders heeft contact met een van de andere zorgaanbieders op "
            "enig niveau.",
            "Wat is er nodig om zorgaanbieders elkaar op enig niveau te laten spreken?",
        ]
        assert said(row, "en")[:2] == [
            "None of the 2 care providers has contact with any of the other care providers at any "
            "level.",
            "What would it take for the care providers to speak to one another at any level?",
        ]
