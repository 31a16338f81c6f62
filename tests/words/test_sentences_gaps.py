"""What is said about a gap of the ranked list and about an open question, in Dutch and English."""

import pytest
from networks import agreed, asked, named, needs, pair_of

from netdeps import Network
from netdeps.measures import contact_gaps, gaps, questions

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
            "Van de 2 afhankelijkheden tussen zorgaanbieders en woningcorporaties heeft er op "
            "bestuurlijk niveau geen enkele onbetwist contact; daar bereiken zij elkaar via m; "
            "2 daarvan gaan over een grens tussen regio's.",
            "Wat is er nodig om zorgaanbieders en woningcorporaties elkaar op bestuurlijk niveau "
            "te laten spreken?",
            "Misschien spreken zij elkaar daar toch, in een project of via iemand naar wie niet "
            "gevraagd is.",
        ]
        assert said(gap, "en") == [
            "None of the 2 lines of need between care providers and housing corporations has "
            "undisputed contact at governing level; there they reach each other through m; 2 of "
            "them cross a border between regions.",
            "What would it take for care providers and housing corporations to speak to each other "
            "at governing level?",
            "Perhaps they do speak to each other there, in a project or through a person that was "
            "not asked about.",
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
            "Van de 2 afhankelijkheden tussen zorgaanbieders onderling heeft er op "
            "managementniveau geen enkele onbetwist contact.",
            "Wat is er nodig om zorgaanbieders elkaar op managementniveau te laten spreken?",
        ]
        assert said(gap, "en")[:2] == [
            "None of the 2 lines of need among care providers has undisputed contact at management "
            "level.",
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
            "Misschien spreken zij elkaar toch, in een project of via iemand naar wie niet gevraagd "
            "is.",
            "Perhaps they do speak to each other, in a project or through a person that was not "
            "asked about.",
        ]


class TestAnOpenQuestion:
    def test_about_a_contact(self):
        network = pair_of(dependencies=needs((CARE, 3, "all", [HOUSING]), level="governing"))
        row = questions(network, subject="contact")[0]
        assert said(row, "nl") == [
            "Niemand is gevraagd of Care en Housing elkaar spreken op bestuurlijk niveau.",
            "Spreken Care en Housing elkaar op bestuurlijk niveau?",
            "Misschien valt hier niets uit te zoeken: zij spreken elkaar en vinden dat te gewoon om "
            "te noemen.",
        ]

    def test_about_an_acknowledgement(self):
        row = questions(pair_of(), subject="acknowledgement")[0]
        assert said(row, "nl") == [
            "Aan Housing is niet gevraagd of bekend is wat Care daar nodig heeft: dwellings.",
            "Wist Housing dat Care dit van daar nodig heeft: dwellings?",
            "Misschien is het daar allang bekend, en te gewoon om te noemen.",
        ]
        assert said(row, "en") == [
            "Nobody asked Housing whether it knows what Care needs from it: dwellings.",
            "Did Housing know that Care needs this from it: dwellings?",
            "Perhaps it has long known, and found it too plain to mention.",
        ]

    def test_about_a_role_that_one_may_fill(self):
        issue = {"id": "outflow", "title": "Outflow", "owner": "city", "urgency": 1}
        row = questions(pair_of(issues=[issue]), subject="role")[0]
        assert said(row, "nl") == [
            "Aan City is niet gevraagd of die de eigen rol in deze opgave op zich neemt: Outflow.",
            "Neemt City de eigen rol in deze opgave op zich: Outflow?",
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
