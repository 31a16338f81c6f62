"""What is said about how sure a finding is, in Dutch and in English."""

import re

import pytest
from hypothesis import given, settings
from networks import asked, gifts, named, needs, pair_of, spoken
from strategies import cases

from netdeps import Network, measures
from netdeps.inference import leave_one_speaker_out, rank_stability, would_stand

GAP = {
    "nl": "Tussen Care en Housing loopt een afhankelijkheid (dwellings); op bestuurlijk niveau is "
    "geen contact bekend.",
    "en": "A need runs between Care and Housing (dwellings); no contact is known at governing level.",
}
GOVERNED = {"level": "governing", "dependum": "dwellings"}


def both(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def doubts(row):
    return [row.otherwise("nl"), row.otherwise("en")]


def after_the_gap(dutch, english):
    return [f"{GAP['nl']} {dutch}", f"{GAP['en']} {english}"]


def governed(*heard, importance=3, **options):
    """Whether the gap at the governing level stands when these were asked."""
    network = pair_of(
        dependencies=needs(("care", importance, "all", ["housing"]), **GOVERNED),
        interviews=[row for one, level in heard for row in asked(one, level=level)],
    )
    return would_stand(network, measures.contact_gaps, **options)[0]


class TestStanding:
    def test_everybody_was_heard(self):
        row = governed(("care", None), ("housing", None))
        assert both(row) == after_the_gap(
            "Iedereen wiens antwoord over contact er hier toe doet, is gehoord.",
            "Everybody whose answer about contact could matter here has been heard.",
        )
        assert asks(row) == after_the_gap(
            "Wat vindt de tafel hiervan, nu van geen enkel open antwoord bekend is dat het dit "
            "verandert?",
            "What does the table make of this, now that no open answer is known to change it?",
        )
        assert doubts(row) == [
            "Misschien zouden partijen die niet gevraagd zijn over iets anders dan contact "
            "vertellen, en verandert dat meer.",
            "Perhaps those who were not asked would tell of something else than contact, and that "
            "would change more.",
        ]

    def test_whatever_the_silent_say_it_stays(self):
        row = governed(("care", None), ("housing", "governing"))
        assert both(row) == after_the_gap(
            "Wat partijen die niet gevraagd zijn ook zouden zeggen: dit blijft.",
            "Whatever those who were not asked would say, this stays.",
        )

    def test_with_every_answer_that_was_drawn_it_stays(self):
        row = governed(("care", None), ("housing", "governing"), most=1, samples=20)
        assert both(row) == after_the_gap(
            "Bij elk van 20 getrokken combinaties van antwoorden blijft dit.",
            "With each of 20 combinations of answers that were drawn, this stays.",
        )

    def test_one_party_could_change_it(self):
        row = governed(("care", None))
        assert both(row) == after_the_gap(
            "Dit kan veranderen als Housing zich uitspreekt: het blijft bij 50% van de mogelijke "
            "antwoorden.",
            "This could change if Housing speaks: it stays with 50% of the possible answers.",
        )
        assert asks(row) == after_the_gap("Hoe ziet Housing dit?", "How does Housing see this?")

    def test_a_share_from_a_sample_is_about_right(self):
        row = governed(("care", None), most=1, samples=200, seed=2)
        assert re.fullmatch(
            r".* it stays with about [\d.]+% of the possible answers\.", row.sentence("en")
        )
        assert re.fullmatch(
            r".* het blijft bij ongeveer [\d,]+% van de mogelijke antwoorden\.", row.sentence("nl")
        )

    def test_each_of_two_could_change_it(self):
        network = pair_of(
            dependencies=needs(("care", 3, "all", ["housing"]), **GOVERNED),
            contacts=[
                {
                    "between": ["care", "housing"],
                    "exists": False,
                    "level": "governing",
                    "said": {"by": "city"},
                }
            ],
        )
        (row,) = would_stand(network, measures.contact_gaps)
        assert both(row) == after_the_gap(
            "Dit kan veranderen als Care en Housing zich uitspreken, elk op zichzelf: het blijft bij "
            "50% van de mogelijke antwoorden.",
            "This could change if Care and Housing speak, each by itself: it stays with 50% of the "
            "possible answers.",
        )
        assert asks(row) == after_the_gap(
            "Hoe zien Care en Housing dit?", "How do Care and Housing see this?"
        )

    def test_only_together_they_could_change_it(self):
        network = pair_of(
            dependencies=needs(("care", 1, "all", ["housing"]), dependum="dwellings"),
            interviews=[
                *asked("care", "housing", level="governing"),
                *asked("care", level="management"),
                *asked("housing", level="operational"),
            ],
        )
        (row,) = would_stand(network, measures.contact_gaps)
        told = row.told
        assert both(row) == [
            f"{told.sentence('nl')} Dit kan veranderen als partijen die niet gevraagd zijn, zich "
            "uitspreken: het blijft bij 75% van de mogelijke antwoorden.",
            f"{told.sentence('en')} This could change once those who were not asked speak: it stays "
            "with 75% of the possible answers.",
        ]
        assert asks(row) == [
            f"{told.sentence('nl')} Wie van de partijen die niet gevraagd zijn, kan hier meer over "
            "vertellen?",
            f"{told.sentence('en')} Who of those that were not asked can tell more about this?",
        ]

    @pytest.mark.parametrize(
        ("stands", "shown"), [(0.0, "0%"), (0.0001, "0.1%"), (0.5, "50%"), (0.9999, "99.9%")]
    )
    def test_only_what_never_or_always_stands_is_0_or_100_per_cent(self, stands, shown):
        row = governed(("care", None))
        told = type(row)(**{**vars(row), "stands": stands})
        assert f"it stays with {shown} of" in told.sentence("en")


class TestOneVoice:
    def test_one_finding_hangs_on_it(self):
        network = pair_of(interviews=asked("care"))
        (row,) = leave_one_speaker_out(network, measures.contact_gaps)
        assert both(row) == [
            "Zonder de woorden van Care zou 1 bevinding anders zijn.",
            "Without the words of Care, 1 finding would be different.",
        ]
        assert asks(row) == [
            "Wie kan nog meer vertellen over wat Care vertelde?",
            "Who else can tell more about what Care told?",
        ]
        assert doubts(row) == [
            "Misschien zouden anderen hetzelfde vertellen als Care, als zij gevraagd worden.",
            "Perhaps others would tell the same as Care, once they are asked.",
        ]

    def test_several_hang_on_it_and_nobody_else_speaks_of_somebody(self):
        network = pair_of(dependencies=(), contacts=spoken([("care", "city"), ("care", "housing")]))
        (row,) = leave_one_speaker_out(network, measures.degree, top=1)
        assert both(row) == [
            "Zonder de woorden van Care zouden 2 bevindingen anders zijn; over City en Housing zegt "
            "niemand anders iets.",
            "Without the words of Care, 2 findings would be different; nobody else says anything "
            "about City and Housing.",
        ]


class TestRankStability:
    def rows(self, first, second):
        wanted = needs(("c", 2, "all", ["a"]), ("c", 2, "all", ["b"]))
        rows = [
            {**row, "said": {"confidence": chance}}
            for row, chance in zip(wanted, (first, second), strict=True)
        ]
        network = Network(organisations=named("a", "b", "c"), dependencies=rows)
        return {row.finding[0]: row for row in rank_stability(network, measures.in_degree)}

    def test_a_score_keeps_its_place(self):
        row = self.rows(1, 0.5)["a"]
        assert both(row) == [
            "a houdt plaats 1, welke onzekere uitspraken ook kloppen.",
            "a keeps place 1, whichever uncertain statements are true.",
        ]
        assert asks(row) == [
            "Wie kan de onzekere uitspraken bevestigen waarop de plaats van a berust?",
            "Who can confirm the uncertain statements on which the place of a rests?",
        ]
        assert doubts(row) == [
            "Misschien kloppen verschillende onzekere uitspraken samen niet, en verschuiven de "
            "plaatsen verder dan dit.",
            "Perhaps several uncertain statements are wrong together, and the places shift further "
            "than this.",
        ]

    def test_a_score_moves(self):
        assert both(self.rows(1, 0.5)["b"]) == [
            "b staat tussen plaats 1 en plaats 2, al naar gelang welke onzekere uitspraken kloppen.",
            "b stands between place 1 and place 2, depending on which uncertain statements are true.",
        ]

    def test_a_finding_keeps_its_place_or_is_not_there(self):
        (need,) = needs(("care", 3, "all", ["housing"]), **GOVERNED)
        network = pair_of(
            dependencies=[{**need, "said": {"confidence": 0.75}}],
            interviews=asked("care", "housing"),
        )
        (row,) = rank_stability(network, measures.contact_gaps)
        assert both(row) == after_the_gap(
            "Dit houdt plaats 1, welke onzekere uitspraken ook kloppen; in 25% van de gevallen is "
            "er geen plaats.",
            "This keeps place 1, whichever uncertain statements are true; in 25% of the cases there "
            "is no place.",
        )
        assert asks(row) == after_the_gap(
            "Wie kan de onzekere uitspraken hierachter bevestigen?",
            "Who can confirm the uncertain statements behind this?",
        )

    def test_a_finding_moves(self):
        wanted = needs(("care", 2, "all", ["housing"]), ("care", 3, "all", ["city"]), **GOVERNED)
        network = pair_of(
            dependencies=[wanted[0], {**wanted[1], "said": {"confidence": 0.5}}],
            interviews=asked("care", "housing"),
        )
        (row,) = (
            one
            for one in rank_stability(network, measures.contact_gaps)
            if one.finding == (("care", "housing"),)
        )
        assert both(row) == after_the_gap(
            "Dit staat tussen plaats 1 en plaats 2, al naar gelang welke onzekere uitspraken "
            "kloppen.",
            "This stands between place 1 and place 2, depending on which uncertain statements are "
            "true.",
        )


def test_what_a_reader_should_know_is_said_in_both_languages():
    network = pair_of(
        dependencies=needs(("care", 3, "all", ["housing"]), said={"confidence": 0.5}),
        interviews=asked("care"),
    )
    options = {"most": 1, "seed": 1}
    found = [
        would_stand(network, measures.contact_gaps, samples=100, **options),
        leave_one_speaker_out(network, measures.contact_gaps),
        rank_stability(network, measures.contact_gaps, worlds=100, **options),
    ]
    alone = "Alleen voor de begeleider: dit laat zien wiens woord hoe zwaar weegt."
    sampled = (
        "De aandelen zijn schattingen uit 100 willekeurige trekkingen; zij kunnen er gemakkelijk "
        "5 procentpunt naast zitten."
    )
    assert [[one.sentence("nl") for one in result.caveats] for result in found] == [
        [
            alone,
            "Alleen antwoorden over contact zijn ingevuld, waarbij ja even zwaar telt als nee; "
            "afhankelijkheden en bijdragen waarnaar niemand vroeg, zijn dat niet.",
            sampled,
        ],
        [alone, "Er valt steeds één spreker weg; wat twee sprekers allebei vertellen, blijft."],
        [
            alone,
            "Elke onzekere uitspraak klopt hier wel of niet, los van de andere; vergissingen van "
            "één spreker gaan vaak samen.",
            sampled,
        ],
    ]
    assert [result.definition.sentence("en") for result in found] == [
        "Whether each finding would stand if those who were not asked had spoken.",
        "Which findings rest on the word of a single speaker.",
        "Between which places each could stand, whichever uncertain statements are true.",
    ]


def test_the_reason_for_no_place_is_said_in_both_languages():
    found = rank_stability(Network(organisations=named("a")), measures.harmonic_closeness)
    reason = found.undefined["a"]
    assert [reason.sentence("nl"), reason.sentence("en")] == [
        "er is geen waarde, welke onzekere uitspraken ook kloppen",
        "it has no value, whichever uncertain statements are true",
    ]


@settings(max_examples=15)
@given(cases(max_size=4))
def test_every_row_can_be_said_and_asked_in_both_languages(network):
    found = [
        *would_stand(network, measures.contact_gaps, most=4, samples=4),
        *leave_one_speaker_out(network, measures.contact_gaps),
        *rank_stability(network, measures.contact_gaps, most=4, worlds=4),
    ]
    for row in found:
        for text in (*both(row), *asks(row), *doubts(row)):
            assert text[-1] in ".?"
            assert not re.search(r"[{}]|None(?! of the)|  ", text)
        assert row.question("nl").endswith("?")


@pytest.mark.parametrize("name", ["<script>", "{speaker}", "100 %"])
def test_a_hostile_name_is_said_as_it_is(name):
    network = Network(
        organisations=[{"id": "a", "name": name}, *named("b")],
        contributions=gifts(("a", "b", 1.0), said={"by": "a"}),
    )
    (row,) = leave_one_speaker_out(network, measures.give_and_take)
    assert row.question("en") == f"Who else can tell more about what {name} told?"
