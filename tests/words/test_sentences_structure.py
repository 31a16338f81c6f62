"""What is said about levels, borders, chains, detours and persons, in Dutch and in English."""

import re

import pytest
from hypothesis import given
from networks import agreed, asked, named, needs, pair_of, spoken, with_records
from strategies import cases

from netdeps import Network
from netdeps.measures import (
    MEASURES,
    border_gaps,
    brokered_load,
    chain_gaps,
    chain_strength,
    fragile_contacts,
    internal_gaps,
    level_gaps,
    routed_pairs,
)
from netdeps.words import LANGUAGES, Phrase


def sentences(row):
    return [row.sentence(one) for one in LANGUAGES]


def asks(row):
    return [row.question(one) for one in LANGUAGES]


def doubts(row):
    return [row.otherwise(one) for one in LANGUAGES]


def only(found):
    (row,) = found
    return row


class TestALevelGap:
    def row(self, *present, disputed=()):
        contacts = [one for level in present for one in agreed([("care", "housing")], level)]
        contacts += [one for level in disputed for one in spoken([("care", "housing")], level)]
        network = pair_of(contacts=contacts, interviews=asked("care", "housing"))
        return only(level_gaps(network))

    def test_work_without_cover(self):
        row = self.row("operational")
        assert sentences(row) == [
            "Care en Housing treffen elkaar op de werkvloer, maar tussen hun bestuurders en tussen "
            "hun managers is geen contact bekend.",
            "Those who do the work at Care and Housing meet, but no contact is known between "
            "their directors and between their managers.",
        ]
        assert asks(row) == [
            "Wat zou de bestuurders van Care en Housing helpen om samen achter het werk op de "
            "werkvloer te staan?",
            "What would help the directors of Care and Housing to stand together behind those who "
            "do the work?",
        ]
        assert doubts(row) == [
            "Misschien vraagt wat Care en Housing te regelen hebben geen contact tussen hun "
            "bestuurders en tussen hun managers, of loopt het op een manier waar niet naar gevraagd "
            "is.",
            "Perhaps what Care and Housing have to arrange takes no contact between their directors "
            "and between their managers, or it runs in a way that nobody was asked about.",
        ]

    def test_an_agreement_on_paper(self):
        row = self.row("governing", "management", disputed=["operational"])
        assert sentences(row) == [
            "De bestuurders van Care en Housing kennen elkaar, maar op de werkvloer is geen "
            "onbetwist contact bekend.",
            "The directors of Care and Housing know each other, but no undisputed contact is "
            "known between those who do the work.",
        ]
        assert asks(row) == [
            "Komt wat de bestuurders van Care en Housing afspreken op de werkvloer aan, en wat zou "
            "helpen?",
            "Does what the directors of Care and Housing agree on reach those who do the work, "
            "and what would help?",
        ]

    def test_goals_that_nobody_turns_into_steps(self):
        row = self.row("governing", "operational")
        assert sentences(row) == [
            "Care en Housing hebben contact tussen hun bestuurders en op de werkvloer, maar tussen "
            "hun managers, die het een in het ander kunnen vertalen, is geen contact bekend.",
            "Care and Housing have contact between their directors and between those who do the "
            "work, but no contact is known between their managers, who would turn the one into "
            "the other.",
        ]
        assert asks(row) == [
            "Hoe worden de doelen die de bestuurders van Care en Housing delen, stappen in beide "
            "organisaties?",
            "How do the goals that the directors of Care and Housing share become steps in both "
            "organisations?",
        ]

    def test_any_other_mixture(self):
        row = self.row("management")
        assert sentences(row) == [
            "Care en Housing hebben contact tussen hun managers, maar tussen hun bestuurders en op "
            "de werkvloer is geen contact bekend.",
            "Care and Housing have contact between their managers, but no contact is known "
            "between their directors and between those who do the work.",
        ]
        assert asks(row) == [
            "Zou contact tussen hun bestuurders en op de werkvloer Care en Housing helpen, en wat "
            "is daarvoor nodig?",
            "Would contact between their directors and between those who do the work help Care "
            "and Housing, and what would it take?",
        ]


class TestAnInternalGap:
    def row(self, *says):
        return only(
            internal_gaps(
                Network(
                    organisations=[{"id": "city", "name": "City"}],
                    contacts=[
                        {
                            "between": ["city", "city"],
                            "level": "governing",
                            "other_level": "management",
                            "exists": word == "yes",
                            "said": {"by": "city"},
                        }
                        for word in says
                    ],
                )
            )
        )

    def test_there_is_no_line(self):
        row = self.row("no")
        assert sentences(row) == [
            "Binnen City is geen lijn bekend tussen bestuurlijk niveau en managementniveau.",
            "Inside City no line is known between governing level and management level.",
        ]
        assert asks(row) == [
            "Wat zou bestuurlijk niveau en managementniveau binnen City dichter bij elkaar "
            "brengen?",
            "What would bring governing level and management level inside City closer together?",
        ]
        assert doubts(row) == [
            "Misschien is er binnen City wel een lijn, in een vorm waar niet naar gevraagd is.",
            "Perhaps there is a line inside City, in a form that nobody was asked about.",
        ]

    def test_they_contradict_each_other(self):
        assert sentences(self.row("yes", "no")) == [
            "Of er binnen City een lijn is tussen bestuurlijk niveau en managementniveau, daarover "
            "verschillen de antwoorden.",
            "Inside City the answers differ on whether there is a line between governing level and "
            "management level.",
        ]


def routed(*ties, level=None, more=()):
    """One need of a from b, and these contacts at a level."""
    names = sorted({one for tie in ties for one in tie})
    return Network(
        organisations=[{"id": one, "name": one.upper()} for one in names],
        dependencies=needs(("a", 2, "all", ["b"])),
        contacts=[*agreed(ties, level), *more],
        interviews=asked(*names),
    )


class TestARoutedPair:
    def test_through_one_alone(self):
        row = only(routed_pairs(routed("ak", "kb", level="governing"), level="governing"))
        assert sentences(row) == [
            "Tussen A en B loopt een afhankelijkheid; zij bereiken elkaar op bestuurlijk niveau "
            "alleen via K.",
            "A need runs between A and B; they reach each other at governing level only through K.",
        ]
        assert asks(row) == [
            "Wat zou A en B helpen om elkaar op bestuurlijk niveau zelf te spreken?",
            "What would help A and B to speak to each other at governing level themselves?",
        ]
        assert doubts(row) == [
            "Misschien spreken A en B elkaar wel, op een manier waar niet naar gevraagd is, of "
            "vinden beide het goed dat anderen ertussen staan.",
            "Perhaps A and B do speak to each other, in a way that was not asked about, or it suits "
            "both that others stand in between.",
        ]

    def test_through_several_in_a_row_at_any_level(self):
        row = only(routed_pairs(routed("ak", "km", "mb")))
        assert sentences(row) == [
            "Tussen A en B loopt een afhankelijkheid; zij bereiken elkaar alleen via K en M, die "
            "daar allemaal voor nodig zijn.",
            "A need runs between A and B; they reach each other only through K and M, each of whom "
            "it takes.",
        ]
        assert asks(row) == [
            "Wat zou A en B helpen om elkaar zelf te spreken?",
            "What would help A and B to speak to each other themselves?",
        ]

    def test_through_one_of_a_few_while_they_disagree_on_their_own_contact(self):
        network = routed("ak", "kb", "am", "mb", more=spoken(["ab"]))
        assert sentences(only(routed_pairs(network))) == [
            "Tussen A en B loopt een afhankelijkheid; zij bereiken elkaar via K en M; of zij elkaar "
            "ook zelf spreken, daarover verschillen de antwoorden.",
            "A need runs between A and B; they reach each other through K and M; the answers "
            "differ on whether they also speak to each other directly.",
        ]

    def test_through_one_of_many(self):
        network = routed(*(tie for one in "klmn" for tie in (f"a{one}", f"{one}b")))
        assert sentences(only(routed_pairs(network))) == [
            "Tussen A en B loopt een afhankelijkheid; zij bereiken elkaar via een van 4 anderen.",
            "A need runs between A and B; they reach each other through any of 4 others.",
        ]


class TestABrokeredLoad:
    def test_one_line_without_another_way(self):
        row = only(brokered_load(routed("ak", "kb", level="governing"), level="governing"))
        assert sentences(row) == [
            "1 lijn tussen anderen loopt via K op bestuurlijk niveau; een andere weg is er niet.",
            "1 line between others runs through K at governing level; it has no other way.",
        ]
        assert asks(row) == [
            "Welke lijnen tussen anderen kunnen buiten K om lopen, en welke houdt zij liever?",
            "Which lines between others could run without K, and which would it rather keep?",
        ]
        assert doubts(row) == [
            "Misschien is anderen verbinden juist de taak van K, of lopen deze lijnen ook op een "
            "manier waar niet naar gevraagd is.",
            "Perhaps connecting others is the very task of K, or these lines also run in ways that "
            "nobody was asked about.",
        ]

    def test_several_lines_beside_its_own_of_which_one_has_no_other_way(self):
        network = with_records(
            routed("ak", "kb", "am", "mb", "kc"),
            dependencies=needs(("a", 2, "all", ["c"]), ("k", 1, "all", ["a", "b"]), id="more")[:1],
        )
        network = with_records(
            network,
            dependencies=[{**one, "id": "own"} for one in needs(("k", 1, "all", ["a", "b"]))],
        )
        assert sentences(brokered_load(network)[0]) == [
            "2 lijnen tussen anderen lopen via K, naast 2 eigen; 1 daarvan heeft geen andere weg.",
            "2 lines between others run through K, besides 2 of its own; 1 of them has no other way.",
        ]

    def test_several_of_which_none_or_some_have_another_way(self):
        hub = routed("ak", "kb", "kc", "kd")
        more = [
            {**one, "id": f"more {other}"}
            for other in "cd"
            for one in needs(("a", 1, "all", other))
        ]
        assert sentences(only(brokered_load(with_records(hub, dependencies=more)))) == [
            "3 lijnen tussen anderen lopen via K; geen daarvan heeft een andere weg.",
            "3 lines between others run through K; none of them has another way.",
        ]
        fork = routed("ak", "kb", "kc", "kd", "am", "mb")
        assert sentences(brokered_load(with_records(fork, dependencies=more))[0]) == [
            "3 lijnen tussen anderen lopen via K; 2 daarvan hebben geen andere weg.",
            "3 lines between others run through K; 2 of them have no other way.",
        ]


class TestABorderGap:
    def rows(self, *regions, **fields):
        organisations = [{"id": o, "region": r} for o, r in zip("abc", regions, strict=True)]
        wanted = needs(("a", 2, "all", ["b"]), ("c", 2, "all", ["b"]))
        return border_gaps(Network(organisations=organisations, dependencies=wanted, **fields))

    def test_within_and_across(self):
        known = {"contacts": spoken(["ab"]), "interviews": asked("c")}
        across, within = self.rows("North", "North", "South", **known)
        assert sentences(within) == [
            "Binnen North is er contact voor 100% van wat daarom vraagt, voor zover bekend (1 "
            "paar).",
            "Within North, 100% of what calls for contact has it, as far as is known (1 pair).",
        ]
        assert sentences(across) == [
            "Tussen North en South is er contact voor 0% van wat daarom vraagt, voor zover bekend "
            "(1 paar).",
            "Between North and South, 0% of what calls for contact has it, as far as is known "
            "(1 pair).",
        ]
        assert asks(within) == [
            "Wat zou organisaties in North die elkaar nodig hebben, helpen om elkaar te spreken?",
            "What would help those in North who need each other to speak to each other?",
        ]
        assert asks(across) == [
            "Wat zou organisaties in North en South die elkaar nodig hebben, helpen om elkaar "
            "over de grens heen te spreken?",
            "What would help those in North and those in South who need each other to speak to each "
            "other across the border?",
        ]
        assert doubts(across) == [
            "Misschien is er contact waar niet naar gevraagd is, of maakt iets anders dan de plaats "
            "het verschil.",
            "Perhaps there is contact that nobody was asked about, or it is something else than the "
            "place that makes the difference.",
        ]

    def test_several_pairs(self):
        asked_all = {"interviews": asked(*"abc"), "contacts": agreed(["ab"], quality=0.667)}
        assert sentences(only(self.rows("North", "South", "North", **asked_all))) == [
            "Tussen North en South is er contact voor 33,4% van wat daarom vraagt, voor zover "
            "bekend (2 paren).",
            "Between North and South, 33.4% of what calls for contact has it, as far as is known "
            "(2 pairs).",
        ]
        assert sentences(only(self.rows("North", "North", "North", **asked_all))) == [
            "Binnen North is er contact voor 33,4% van wat daarom vraagt, voor zover bekend (2 "
            "paren).",
            "Within North, 33.4% of what calls for contact has it, as far as is known (2 pairs).",
        ]

    def test_nothing_is_known(self):
        assert [sentences(row) for row in self.rows("North", "North", "South")] == [
            [
                "Binnen North heeft 1 paar contact nodig, en daarvan is niets bekend.",
                "Within North, 1 pair needs contact, and nothing is known of it.",
            ],
            [
                "Tussen North en South heeft 1 paar contact nodig, en daarvan is niets bekend.",
                "Between North and South, 1 pair needs contact, and nothing is known of it.",
            ],
        ]
        assert sentences(only(self.rows("North", "North", "North"))) == [
            "Binnen North hebben 2 paren contact nodig, en daarvan is niets bekend.",
            "Within North, 2 pairs need contact, and nothing is known of it.",
        ]
        assert sentences(only(self.rows("North", "South", "North"))) == [
            "Tussen North en South hebben 2 paren contact nodig, en daarvan is niets bekend.",
            "Between North and South, 2 pairs need contact, and nothing is known of it.",
        ]


def chain(first, second, *, no=(), yes=(), **fields):
    stages = [
        {"name": "clinic", "organisations": list(first)},
        {"name": "home", "organisations": list(second)},
    ]
    return Network(
        **{
            "organisations": named(*"abcd"),
            "chains": [{"id": "c", "name": "Way home", "stages": stages}],
            "contacts": [*spoken(yes), *spoken(no, exists=False)],
            **fields,
        }
    )


class TestAChainGap:
    def row(self, first, second, **fields):
        return only(chain_gaps(chain(first, second, **fields)))

    def test_the_one_pair_has_no_contact(self):
        row = self.row("a", "b", no=["ab"])
        assert sentences(row) == [
            'In de keten "Way home" heeft het ene paar dat van "clinic" naar "home" moet '
            "overdragen, op enig niveau geen contact; van deze schakel hangt de sterkte van de "
            "keten af.",
            'In the chain "Way home" the one pair that has to hand over from "clinic" to "home" '
            "has no contact at any level; on this step the strength of the chain hangs.",
        ]
        assert asks(row) == [
            'Wie draagt van "clinic" naar "home" aan wie over, en wat zou dat makkelijker maken?',
            'Who hands over to whom from "clinic" to "home", and what would make that easier?',
        ]
        assert doubts(row) == [
            'Misschien is er van "clinic" naar "home" wel een warme overdracht, op een manier '
            "waar niet naar gevraagd is.",
            'Perhaps people do go from "clinic" to "home" with a warm hand-over, in a way that '
            "nobody was asked about.",
        ]

    def test_nobody_hands_over_to_anybody(self):
        assert sentences(self.row("a", "bc", no=["ab", "ac"])) == [
            'In de keten "Way home" draagt voor zover bekend niemand over van "clinic" naar '
            '"home": geen van de 2 paren heeft op enig niveau contact; van deze schakel hangt de '
            "sterkte van de keten af.",
            'In the chain "Way home" nobody is known to hand over from "clinic" to "home": none '
            "of the 2 pairs has contact at any level; on this step the strength of the chain "
            "hangs.",
        ]

    def test_some_have_no_undisputed_contact(self):
        row = self.row("a", "bc", yes=["ab", "ac"], interviews=asked("c"))
        assert sentences(row) == [
            'In de keten "Way home" heeft 1 van de 2 paren die van "clinic" naar "home" moeten '
            "overdragen, op enig niveau geen onbetwist contact; van deze schakel hangt de sterkte "
            "van de keten af.",
            'In the chain "Way home", 1 of the 2 pairs that have to hand over from "clinic" to '
            '"home" has no undisputed contact at any level; on this step the strength of the '
            "chain hangs.",
        ]
        assert sentences(self.row("a", "bcd", yes=["ab"], no=["ac", "ad"])) == [
            'In de keten "Way home" hebben 2 van de 3 paren die van "clinic" naar "home" moeten '
            "overdragen, op enig niveau geen contact; van deze schakel hangt de sterkte van de "
            "keten af.",
            'In the chain "Way home", 2 of the 3 pairs that have to hand over from "clinic" to '
            '"home" have no contact at any level; on this step the strength of the chain hangs.',
        ]

    def test_of_some_it_is_not_known(self):
        assert sentences(self.row("a", "bc", yes=["ab"])) == [
            'In de keten "Way home" is van 1 van de 2 paren die van "clinic" naar "home" moeten '
            "overdragen, niet bekend of het op enig niveau contact heeft.",
            'In the chain "Way home", of 1 of the 2 pairs that have to hand over from "clinic" to '
            '"home" it is not known whether it has contact at any level.',
        ]
        assert sentences(self.row("a", "bc")) == [
            'In de keten "Way home" is van 2 van de 2 paren die van "clinic" naar "home" moeten '
            "overdragen, niet bekend of zij op enig niveau contact hebben.",
            'In the chain "Way home", of 2 of the 2 pairs that have to hand over from "clinic" to '
            '"home" it is not known whether they have contact at any level.',
        ]

    def test_all_have_contact(self):
        network = chain("a", "b", yes=["ab"])
        assert sentences(only(chain_gaps(network, level="management"))) == [
            'In de keten "Way home" heeft het ene paar dat van "clinic" naar "home" moet '
            "overdragen, op managementniveau contact.",
            'In the chain "Way home" the one pair that has to hand over from "clinic" to "home" '
            "has contact at management level.",
        ]
        assert sentences(self.row("a", "bc", yes=["ab", "ac"])) == [
            'In de keten "Way home" hebben alle 2 paren die van "clinic" naar "home" moeten '
            "overdragen, op enig niveau contact.",
            'In the chain "Way home" all 2 pairs that have to hand over from "clinic" to "home" '
            "have contact at some level.",
        ]

    def test_nobody_is_named_or_nobody_could_meet(self):
        assert sentences(self.row("a", "")) == [
            'In de keten "Way home" is niet bekend wie van "clinic" naar "home" overdraagt: voor '
            "home is niemand genoemd.",
            'In the chain "Way home" it is not known who hands over from "clinic" to "home": '
            "nobody is named for home.",
        ]
        apart = [{"id": "a", "levels": ["governing"]}, {"id": "b", "levels": ["operational"]}]
        assert sentences(self.row("a", "b", organisations=apart)) == [
            'In de keten "Way home" hebben wie in "clinic" en wie in "home" werkt geen niveau '
            "gemeen om over te dragen.",
            'In the chain "Way home" those in "clinic" and those in "home" have no level in '
            "common at which they could hand over.",
        ]


class TestAChainStrength:
    def row(self, first, second, **fields):
        return only(chain_strength(chain(first, second, **fields)))

    def test_it_is_known(self):
        row = self.row("a", "bcd", yes=["ab"], no=["ac", "ad"])
        assert sentences(row) == [
            'De keten "Way home" is zo sterk als haar zwakste schakel: daar heeft 33,3% van de '
            'paren contact; zij hangt aan de schakel van "clinic" naar "home".',
            'The chain "Way home" is as strong as its weakest step: 33.3% of the pairs there have '
            'contact; it hangs on the step from "clinic" to "home".',
        ]
        assert asks(row) == [
            'Bij welke schakel van de keten "Way home" lopen mensen vast, en wie kan daar aan wie '
            "overdragen?",
            'At which step of the chain "Way home" do people get stuck, and who could hand over '
            "to whom there?",
        ]
        assert doubts(row) == [
            "Misschien hoeft niet iedereen in een stap aan iedereen in de volgende over te "
            'dragen, en houdt de keten "Way home" beter dan dit.',
            "Perhaps not everybody in a stage has to hand over to everybody in the next, and the "
            'chain "Way home" holds better than this.',
        ]

    def test_it_is_between_two_bounds(self):
        assert sentences(self.row("a", "bc", yes=["ab"])) == [
            'De keten "Way home" is zo sterk als haar zwakste schakel: daar heeft ten minste 50% '
            "en ten hoogste 100% van de paren contact.",
            'The chain "Way home" is as strong as its weakest step: at least 50% and at most 100% '
            "of the pairs there have contact.",
        ]

    def test_it_holds(self):
        assert sentences(self.row("a", "b", yes=["ab"])) == [
            'In de keten "Way home" is er een route van begin tot eind waarop alle paren contact '
            "hebben.",
            'In the chain "Way home" every step of a route from beginning to end has contact for '
            "all pairs.",
        ]

    def test_it_is_interrupted(self):
        assert sentences(self.row("a", "")) == [
            'Hoe sterk de keten "Way home" is, valt niet te zeggen: elke route heeft een schakel '
            "waarvan niet bekend is wie aan wie overdraagt.",
            'How strong the chain "Way home" is cannot be told: every route has a step of which '
            "it is not known who hands over to whom.",
        ]


class TestAFragileContact:
    def row(self, *told, **fields):
        contacts = [
            {
                "between": ["care", "housing"],
                "level": level,
                "persons": list(persons),
                "said": {"by": "care"},
            }
            for level, persons in told
        ]
        return only(fragile_contacts(pair_of(contacts=contacts, **fields)))

    def test_it_hangs_on_one_person(self):
        row = self.row(("operational", "p"), ("governing", ""))
        assert sentences(row) == [
            "Het contact tussen Care en Housing op uitvoerend niveau hangt aan één persoon, en "
            "daaraan hangt 1 afhankelijkheid; wie het draagt op bestuurlijk niveau, is niet gezegd.",
            "The contact between Care and Housing at operational level hangs on one person, and 1 "
            "need hangs on it; who carries it at governing level was not said.",
        ]
        assert asks(row) == [
            "Wat zou het contact tussen Care en Housing in stand houden als er iemand vertrekt?",
            "What would keep the contact between Care and Housing alive when somebody leaves?",
        ]
        assert doubts(row) == [
            "Misschien dragen ook anderen het contact tussen Care en Housing, die niet genoemd zijn.",
            "Perhaps others take part in the contact between Care and Housing who were not named.",
        ]

    def test_it_hangs_on_several(self):
        twice = needs(("care", 1, "all", ["housing"]), ("housing", 1, "all", ["care"]))
        told = (("operational", "pq"), ("governing", "p"))
        assert sentences(self.row(*told, dependencies=twice)) == [
            "Het contact tussen Care en Housing op bestuurlijk niveau en op uitvoerend niveau hangt "
            "aan 2 personen, en daaraan hangen 2 afhankelijkheden.",
            "The contact between Care and Housing at governing level and at operational level hangs "
            "on 2 persons, and 2 needs hang on it.",
        ]

    def test_no_need_hangs_on_it(self):
        assert sentences(self.row(("operational", "p"), dependencies=[])) == [
            "Het contact tussen Care en Housing op uitvoerend niveau hangt aan één persoon.",
            "The contact between Care and Housing at operational level hangs on one person.",
        ]


FINDINGS = (
    "level_gaps",
    "internal_gaps",
    "routed_pairs",
    "brokered_load",
    "border_gaps",
    "chain_gaps",
    "chain_strength",
    "fragile_contacts",
)


@given(cases())
def test_every_row_can_be_said_asked_and_doubted_in_both_languages(network):
    for name in FINDINGS:
        for row in MEASURES[name](network):
            for text in (*sentences(row), *asks(row), *doubts(row)):
                assert text[-1] in ".?", name
                assert not re.search(r"[{}]|None|  ", text), name
            assert all(text.endswith("?") for text in asks(row))


CAVEATS = (
    (
        "pairs_not_asked",
        "Van 2 paren is niet bekend of de twee elkaar spreken; die zijn weggelaten.",
        "Of 2 pairs it is not known whether the two speak to each other; they are left out.",
    ),
    (
        "no_region",
        "2 paren zijn weggelaten, omdat een van de twee geen regio heeft.",
        "2 pairs are left out, because one of the two has no region.",
    ),
    (
        "no_persons",
        "Van 2 contacten is niet gezegd welke personen ze dragen.",
        "Of 2 contacts it was not said which persons carry them.",
    ),
    (
        "ways_can_change",
        "Als er meer contacten bekend worden, kunnen lijnen anders lopen; daarom zijn er geen "
        "grenzen te geven.",
        "With more contacts known, lines can run another way, so there are no bounds.",
    ),
)


@pytest.mark.parametrize(("name", "dutch", "english"), CAVEATS)
def test_every_caveat_is_said_in_both_languages(name, dutch, english):
    phrase = Phrase.of(f"caveat.{name}", {"count": 2})
    assert [phrase.sentence("nl"), phrase.sentence("en")] == [dutch, english]
