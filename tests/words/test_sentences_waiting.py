"""What is said of loops, waits, recognition and influence, in Dutch and in English."""

import pytest
from networks import asked, named, needing, needs

from netdeps import Network
from netdeps.measures import (
    dependency_loops,
    indirect_dependence,
    influence_and_dependence,
    mactor,
    recognition,
    waiting_deadlocks,
)

PARTIES = {"a": "Alfa", "b": "Beta", "c": "Gamma", "d": "Delta", "e": "Eta"}


def people(names="abcde"):
    return [{"id": one, "name": PARTIES[one]} for one in names]


def said(row):
    return [row.sentence("nl"), row.sentence("en")]


def asks(row):
    return [row.question("nl"), row.question("en")]


def otherwise(row):
    return [row.otherwise("nl"), row.otherwise("en")]


def waits(*rows, names="abcde"):
    """The one row about waits: who waits, for any or all, of whom."""
    made = [
        {"id": str(number), "waiter": one, "mode": mode, "awaited": list(others)}
        for number, (one, mode, others) in enumerate(rows)
    ]
    (row,) = waiting_deadlocks(Network(organisations=people(names), waits=made))
    return row


class TestALoop:
    def test_a_pair(self):
        (row,) = dependency_loops(
            Network(
                organisations=people("ab"),
                dependencies=needs(("a", 2, "all", "b"), ("b", 2, "all", "a")),
            )
        )
        assert said(row) == [
            "Alfa en Beta hebben elkaar over en weer nodig.",
            "Alfa and Beta need each other, in both directions.",
        ]
        assert asks(row) == [
            "Wat krijgen Alfa en Beta alleen samen voor elkaar, en waar spreken zij daarover?",
            "What can Alfa and Beta only get done together, and where do they speak about that?",
        ]
        assert otherwise(row) == [
            "Misschien is een deel hiervan ook elders te krijgen, zodat de kring niet gesloten is.",
            "Perhaps some of these needs can be met elsewhere too, so that the circle is not closed.",
        ]

    def test_one_pair_within_a_circle(self):
        (row,) = dependency_loops(needing("abc", ["ab", "bc", "ca", "ba"]))
        assert said(row) == [
            "a, b en c hebben elkaar uiteindelijk allemaal nodig, rechtstreeks of via de anderen; "
            "1 paar onder hen heeft elkaar rechtstreeks nodig.",
            "a, b, and c all end up needing each other, directly or through the others; 1 pair "
            "among them needs each other directly.",
        ]

    def test_two_pairs_within_a_circle(self):
        (row,) = dependency_loops(needing("abc", ["ab", "bc", "ca", "ba", "cb"]))
        assert said(row) == [
            "a, b en c hebben elkaar uiteindelijk allemaal nodig, rechtstreeks of via de anderen; "
            "2 paren onder hen hebben elkaar rechtstreeks nodig.",
            "a, b, and c all end up needing each other, directly or through the others; 2 pairs "
            "among them need each other directly.",
        ]

    def test_more_than_twelve_are_counted(self):
        names = [f"o{number:02}" for number in range(13)]
        ring = list(zip(names, [*names[1:], names[0]], strict=True))
        (row,) = dependency_loops(needing(names, ring))
        assert said(row) == [
            "13 organisaties hebben elkaar uiteindelijk allemaal nodig, rechtstreeks of via de "
            "anderen.",
            "13 organisations all end up needing each other, directly or through the others.",
        ]


class TestWaiting:
    def test_anyone_could_go_first(self):
        row = waits(("a", "all", "b"), ("b", "all", "a"), ("c", "all", "a"))
        assert said(row) == [
            "Alfa en Beta wachten op elkaar; ieder van hen zou als eerste kunnen gaan; Gamma volgt "
            "dan vanzelf.",
            "Alfa and Beta are waiting for each other; any one of them could go first; Gamma would "
            "then follow.",
        ]
        assert asks(row) == [
            "Wie van Alfa en Beta zou als eerste kunnen gaan, en wat kunnen de anderen daarvoor "
            "doen?",
            "Which of Alfa and Beta could go first, and what could the others do for that?",
        ]
        assert otherwise(row) == [
            "Misschien is iemand al in beweging, of gaat het om verschillende zaken die elkaar niet "
            "ophouden.",
            "Perhaps somebody has moved already, or this is about different matters that do not "
            "hold one another up.",
        ]

    def test_some_of_them_could_go_first(self):
        row = waits(("a", "all", "b"), ("b", "all", "ca"), ("c", "all", "a"))
        assert said(row) == [
            "Alfa, Beta en Gamma wachten op elkaar; ieder van deze zou als eerste kunnen gaan: Alfa "
            "en Beta.",
            "Alfa, Beta, and Gamma are waiting for each other; any one of these could go first: "
            "Alfa and Beta.",
        ]

    def test_only_one_of_them_could(self):
        row = waits(
            ("a", "all", "bc"),
            ("b", "all", "a"),
            ("c", "all", "a"),
            ("d", "all", "a"),
            ("e", "all", "a"),
        )
        assert said(row) == [
            "Alfa, Beta en Gamma wachten op elkaar; de knoop gaat los zodra Alfa vooruit kan; "
            "Delta en Eta volgen dan vanzelf.",
            "Alfa, Beta, and Gamma are waiting for each other; the knot comes loose once Alfa can "
            "move; Delta and Eta would then follow.",
        ]
        assert asks(row) == [
            "Wat heeft Alfa nodig om vooruit te kunnen, en wat kunnen de anderen daarvoor doen?",
            "What does Alfa need to be able to move, and what could the others do for that?",
        ]

    def test_one_of_each_pair_has_to_go(self):
        pairs = [(one, "all", other) for one, other in ("ab", "ba", "cd", "dc")]
        row = waits(*pairs, ("e", "all", "ac"))
        assert said(row) == [
            "Alfa, Beta, Gamma en Delta wachten op elkaar; de knoop gaat los als deze als eerste "
            "gaan: een van (Alfa en Beta) en een van (Gamma en Delta); Eta volgt dan vanzelf.",
            "Alfa, Beta, Gamma, and Delta are waiting for each other; the knot comes loose when "
            "these go first: one of (Alfa and Beta) and one of (Gamma and Delta); Eta would then "
            "follow.",
        ]
        assert asks(row) == [
            "Wie van Alfa, Beta, Gamma en Delta zouden samen als eerste kunnen gaan, en wat hebben "
            "zij daarvoor nodig?",
            "Which of Alfa, Beta, Gamma, and Delta could go first together, and what would they "
            "need for that?",
        ]

    def test_two_of_three_have_to_go(self):
        row = waits(("a", "all", "bc"), ("b", "all", "ac"), ("c", "all", "ab"))
        assert said(row) == [
            "Alfa, Beta en Gamma wachten op elkaar; de knoop gaat los als deze als eerste gaan: "
            "een van deze: (Alfa en Beta) samen, (Alfa en Gamma) samen en (Beta en Gamma) samen.",
            "Alfa, Beta, and Gamma are waiting for each other; the knot comes loose when these go "
            "first: one of these: (Alfa and Beta) together, (Alfa and Gamma) together, and (Beta "
            "and Gamma) together.",
        ]

    def test_one_of_a_pair_with_somebody_who_waits_for_outside(self):
        row = waits(
            ("a", "all", "b"),
            ("b", "all", "a"),
            ("a", "all", ["outside", "c"]),
            ("c", "all", "d"),
            ("d", "all", "c"),
        )
        assert said(row) == [
            "Alfa, Beta, Gamma en Delta wachten op elkaar; Alfa wacht ook op iemand die niet in "
            "dit netwerk zit; de knoop gaat los als deze als eerste gaan: Alfa en een van (Gamma "
            "en Delta).",
            "Alfa, Beta, Gamma, and Delta are waiting for each other; Alfa also waits for "
            "somebody who is not in this network; the knot comes loose when these go first: Alfa "
            "and one of (Gamma and Delta).",
        ]

    def test_the_only_way_takes_two(self):
        row = waits(("a", "all", ["outside", "b"]), ("b", "all", ["outside", "a"]))
        assert said(row) == [
            "Alfa en Beta wachten op elkaar; Alfa en Beta wachten ook op iemand die niet in dit "
            "netwerk zit; de knoop gaat los als deze als eerste gaan: (Alfa en Beta) samen.",
            "Alfa and Beta are waiting for each other; Alfa and Beta also wait for somebody who "
            "is not in this network; the knot comes loose when these go first: (Alfa and Beta) "
            "together.",
        ]

    def test_more_than_six_ways_are_not_written_out(self):
        names = [f"o{number}" for number in range(8)]
        rows = [{"waiter": one, "awaited": [two for two in names if two != one]} for one in names]
        (row,) = waiting_deadlocks(Network(organisations=named(*names), waits=rows))
        assert said(row) == [
            "o0, o1, o2, o3, o4, o5, o6 en o7 wachten op elkaar; de knoop gaat los als deze als "
            "eerste gaan: een passende combinatie van 7 uit (o0, o1, o2, o3, o4, o5, o6 en o7).",
            "o0, o1, o2, o3, o4, o5, o6, and o7 are waiting for each other; the knot comes loose "
            "when these go first: a fitting combination of 7 out of (o0, o1, o2, o3, o4, o5, o6, "
            "and o7).",
        ]

    @pytest.mark.parametrize(
        ("names", "wanted"),
        [
            (
                "ab",
                [
                    "Alfa wacht op iemand die niet in dit netwerk zit; niemand hier kan als eerste "
                    "gaan, maar misschien kan Alfa zonder; Beta volgt dan vanzelf.",
                    "Alfa is waiting for somebody who is not in this network; nobody here can move "
                    "first, but Alfa may be able to go without; Beta would then follow.",
                ],
            ),
            (
                "abc",
                [
                    "Alfa en Gamma wachten elk op iemand die niet in dit netwerk zit; niemand hier "
                    "kan als eerste gaan, maar misschien kunnen zij zonder; Beta volgt dan vanzelf.",
                    "Alfa and Gamma are each waiting for somebody who is not in this network; nobody "
                    "here can move first, but they may be able to go without; Beta would then "
                    "follow.",
                ],
            ),
        ],
    )
    def test_only_for_somebody_outside(self, names, wanted):
        rows = [("a", "all", ["outside"]), ("b", "all", "a")]
        rows += [("c", "all", ["outside"]), ("b", "all", "c")] if "c" in names else []
        row = waits(*rows, names=names)
        assert said(row) == wanted
        if names == "ab":
            assert asks(row) == [
                "Waarmee kan aan de kant van Alfa al een begin worden gemaakt, zonder wie niet in "
                "dit netwerk zit?",
                "What could Alfa already begin without those who are not in this network?",
            ]

    def large(self, waits):
        names = [f"o{number:02}" for number in range(45)]
        rows = [
            {"waiter": names[n], "awaited": sorted({names[(n + step) % 45] for step in steps})}
            for n, steps in enumerate(waits)
        ]
        (row,) = waiting_deadlocks(Network(organisations=named(*names), waits=rows))
        return row

    def test_where_only_bounds_are_known(self):
        row = self.large([(1, 2 + n % 17, 5 + n * n % 31, 7 + n**3 % 37) for n in range(45)])
        assert row.form == "bounds"
        assert said(row) == [
            "45 organisaties wachten op elkaar; de knoop gaat los als enkele van hen samen als "
            f"eerste gaan, minstens {row.at_least} en hoogstens {row.at_most}.",
            "45 organisations are waiting for each other; the knot comes loose when some of them go "
            f"first together, at least {row.at_least} and at most {row.at_most}.",
        ]
        assert asks(row) == [
            "Wie van 45 organisaties zouden samen als eerste kunnen gaan, en wat hebben zij "
            "daarvoor nodig?",
            "Which of 45 organisations could go first together, and what would they need for that?",
        ]

    def test_where_there_are_too_many_ways(self):
        pairs = [(f"a{n:02}", f"b{n:02}") for n in range(10)]
        rows = [{"waiter": one, "awaited": [other]} for one, other in pairs]
        rows += [{"waiter": other, "awaited": [one]} for one, other in pairs]
        rows += [
            {"waiter": one, "awaited": [two], "what": "more"}
            for (one, _), (_, two) in zip(pairs, [*pairs[1:], pairs[0]], strict=True)
        ]
        names = [one for pair in pairs for one in pair]
        (row,) = waiting_deadlocks(Network(organisations=named(*names), waits=rows))
        assert (row.method, row.form) == ("exact", "unlisted")
        assert said(row) == [
            "20 organisaties wachten op elkaar; de knoop gaat los als 10 van hen samen als eerste "
            "gaan, op een van meer manieren dan hier staan.",
            "20 organisations are waiting for each other; the knot comes loose when 10 of them go "
            "first together, in one of more ways than are listed here.",
        ]


def recognised(*interviewed, **fields):
    wanted = {"dependum": "care", "said": {"by": "a"}, **fields}
    return Network(
        organisations=people("abc"),
        dependencies=[
            *needs(("a", 2, "all", "b"), id="1", **wanted),
            *needs(("a", 1, "all", "b"), id="2", **{**wanted, "acknowledged_by": []}),
        ],
        interviews=asked(*interviewed, about="dependencies"),
    )


class TestRecognition:
    KNOWN = recognised("b", acknowledged_by=["b"])

    @pytest.mark.parametrize(
        ("by", "wanted", "asking"),
        [
            (
                "pair",
                [
                    "Van wat Alfa nodig heeft van Beta, is 66,7% ook van de kant van Beta "
                    "genoemd; Alfa heeft daarvan 100% zelf gezegd.",
                    "Of what Alfa needs from Beta, 66.7% has also been named from the side of "
                    "Beta; Alfa has stated 100% of it itself.",
                ],
                [
                    "Zien Alfa en Beta hetzelfde in wat de een van de ander nodig heeft?",
                    "Do Alfa and Beta see in the same way what the one needs from the other?",
                ],
            ),
            (
                "depender",
                [
                    "Van wat Alfa van anderen nodig heeft, is 66,7% ook van de kant van die "
                    "anderen genoemd; Alfa heeft daarvan 100% zelf gezegd.",
                    "Of what Alfa needs from others, 66.7% has also been named from the side of "
                    "those others; Alfa has stated 100% of it itself.",
                ],
                [
                    "Zien de anderen ook zo wat Alfa van hen nodig heeft?",
                    "Do the others see in the same way what Alfa needs from them?",
                ],
            ),
            (
                "dependee",
                [
                    "Van wat anderen nodig hebben van Beta, is 66,7% ook van de kant van Beta "
                    "genoemd; die anderen hebben daarvan 100% zelf gezegd.",
                    "Of what others need from Beta, 66.7% has also been named from the side of "
                    "Beta; those others have stated 100% of it themselves.",
                ],
                [
                    "Ziet Beta ook zo wat de anderen van haar nodig hebben?",
                    "Does Beta see in the same way what the others need from it?",
                ],
            ),
            (
                "network",
                [
                    "Van wat organisaties hier van elkaar nodig hebben, is 66,7% ook genoemd door "
                    "wie het kan geven; wie het nodig heeft, heeft daarvan 100% zelf gezegd.",
                    "Of what organisations here need from each other, 66.7% has also been named "
                    "by those who can give it; those who need it have stated 100% of it "
                    "themselves.",
                ],
                [
                    "Zien allen hier op dezelfde manier wat zij van elkaar nodig hebben?",
                    "Do all here see in the same way what they need from each other?",
                ],
            ),
        ],
    )
    def test_so_much_is_acknowledged(self, by, wanted, asking):
        (row,) = recognition(self.KNOWN, by=by)
        assert (said(row), asks(row)) == (wanted, asking)

    @pytest.mark.parametrize(
        ("by", "wanted"),
        [
            (
                "pair",
                [
                    "Van wat Alfa nodig heeft van Beta, is niet gevraagd of Beta ervan weet.",
                    "Of what Alfa needs from Beta, it was not asked whether Beta knows about it.",
                ],
            ),
            (
                "depender",
                [
                    "Van wat Alfa van anderen nodig heeft, is niemand gevraagd of zij ervan weten.",
                    "Of what Alfa needs from others, nobody was asked whether they know about it.",
                ],
            ),
            (
                "dependee",
                [
                    "Van wat anderen nodig hebben van Beta, is niet gevraagd of Beta ervan weet.",
                    "Of what others need from Beta, it was not asked whether Beta knows about it.",
                ],
            ),
            (
                "network",
                [
                    "Van wat organisaties hier van elkaar nodig hebben, is niemand gevraagd of zij "
                    "ervan weten.",
                    "Of what organisations here need from each other, nobody was asked whether they "
                    "know about it.",
                ],
            ),
        ],
    )
    def test_nothing_is_known_of_it(self, by, wanted):
        (row,) = recognition(recognised(said={"by": "c"}), by=by)
        assert said(row) == wanted

    def test_the_opposite_reading(self):
        assert otherwise(recognition(self.KNOWN)[0]) == [
            "Misschien is het wel degelijk bekend, maar niet met zoveel woorden gezegd, of door "
            "iemand anders.",
            "Perhaps it is known well enough, but was not said in so many words, or was said by "
            "somebody else.",
        ]


class TestIndirectDependence:
    NETWORK = Network(
        organisations=people("abcd"),
        dependencies=needs(
            ("a", 1, "all", "b"), ("a", 1, "all", "c"), ("b", 1, "all", "c"), ("c", 1, "all", "d")
        ),
    )

    def row(self, depender, dependee):
        rows = indirect_dependence(self.NETWORK)
        (row,) = rows.where(lambda one: (one.depender, one.dependee) == (depender, dependee))
        return row

    def test_directly_and_through_others(self):
        row = self.row("a", "c")
        assert said(row) == [
            "Wie vanaf Alfa steeds doorvraagt wie er nodig is, komt in 37,5% van de gevallen uit "
            "bij Gamma; 33,3% daarvan loopt via anderen.",
            "Asking on from Alfa who is needed each time, one ends up with Gamma 37.5% of the "
            "time; 33.3% of that runs through others.",
        ]
        assert asks(row) == [
            "Weten Alfa en Gamma dat hun werk op deze manier samenhangt?",
            "Do Alfa and Gamma know that their work hangs together in this way?",
        ]
        assert otherwise(row) == [
            "Misschien kan wie ertussen zit zonder Gamma, zodat Alfa er niets van merkt.",
            "Perhaps those in between can manage without Gamma, so that it does not come through "
            "to Alfa.",
        ]

    def test_directly_only(self):
        assert said(self.row("b", "c")) == [
            "Wie vanaf Beta steeds doorvraagt wie er nodig is, komt in 50% van de gevallen uit "
            "bij Gamma, geheel rechtstreeks.",
            "Asking on from Beta who is needed each time, one ends up with Gamma 50% of the time, "
            "all of it directly.",
        ]

    def test_through_others_only(self):
        assert said(self.row("b", "d")) == [
            "Beta heeft rechtstreeks niets nodig van Delta, maar wie steeds doorvraagt wie er "
            "nodig is, komt daar in 25% van de gevallen uit.",
            "Beta needs nothing directly from Delta, but asking on who is needed each time, one "
            "ends up there 25% of the time.",
        ]


class TestPositions:
    NETWORK = Network(organisations=people("ab"), dependencies=needs(("a", 2, "any", ["b", "a"])))

    def test_influence_against_dependence(self):
        first, second = influence_and_dependence(self.NETWORK)
        assert said(first) == [
            "Anderen hebben Alfa nodig voor 0 in totaal en zij anderen voor 0,5; ook via anderen "
            "geteld is dat 0 en 0,5.",
            "Others need Alfa for 0 in all and it needs others for 0.5; through others too that is "
            "0 and 0.5.",
        ]
        assert said(second) == [
            "Anderen hebben Beta nodig voor 0,5 in totaal, en 0,5 ook via anderen geteld; wat zij "
            "zelf nodig heeft, is niet bekend.",
            "Others need Beta for 0.5 in all, and 0.5 through others too; what it needs itself is "
            "not known.",
        ]
        assert asks(first) == [
            "Herkent Alfa dit beeld van wie haar nodig heeft en wie zij nodig heeft?",
            "Does Alfa recognise this picture of who needs it and whom it needs?",
        ]
        assert otherwise(first) == [
            "Misschien hebben anderen meer nodig van Alfa, of zij van hen, dan tot nu toe verteld "
            "is.",
            "Perhaps others need more from Alfa, or it from them, than has been told so far.",
        ]

    def test_as_mactor_counts_it(self):
        first, second = mactor(self.NETWORK)
        assert said(second) == [
            "Beta heeft invloed 2 en afhankelijkheid 0, in één stap en in twee; afgezet tegen het "
            "gemiddelde is dat 2.",
            "Beta has influence 2 and dependence 0, in one step and in two; set against the mean "
            "that is 2.",
        ]
        assert asks(second) == [
            "Herkent Beta dit beeld van haar invloed en haar afhankelijkheid?",
            "Does Beta recognise this picture of its influence and its dependence?",
        ]
        assert otherwise(first) == [
            "Misschien weegt wat hierachter zit voor Alfa anders dan de drie gradaties van belang "
            "laten zien.",
            "Perhaps the needs behind this weigh differently for Alfa than the three degrees of "
            "importance tell.",
        ]

    def test_as_mactor_counts_it_without_anything_to_set_it_against(self):
        (row,) = mactor(Network(organisations=people("a")))
        assert said(row) == [
            "Alfa heeft invloed 0 en afhankelijkheid 0, in één stap en in twee; er is niets om dat "
            "tegen af te zetten.",
            "Alfa has influence 0 and dependence 0, in one step and in two; there is nothing to set "
            "that against.",
        ]


def test_what_is_acknowledged_says_where_not_all_of_it_is_known():
    told = [
        *needs(("a", 2, "all", "b"), id="1", acknowledged_by=["b"]),
        *needs(("a", 2, "all", "b"), id="2"),
    ]
    network = Network(organisations=people("ab"), dependencies=told)
    (row,) = recognition(network)
    assert said(row) == [
        "Van wat Alfa nodig heeft van Beta, is 100% ook van de kant van Beta genoemd, voor zover "
        "bekend.",
        "Of what Alfa needs from Beta, 100% has also been named from the side of Beta, as far as is "
        "known.",
    ]
