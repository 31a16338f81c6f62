"""What the measures of position say of themselves, in both languages."""

import pytest
from networks import gifts, named, needing, path, speaking

from netdeps import Network, measures

REASONS = [
    (
        measures.closeness(speaking("abc", ["ab"])).undefined["c"],
        "no other organisation has a way to it",
        "geen andere organisatie heeft een weg ernaartoe",
    ),
    (
        measures.closeness(speaking("abc", ["ab"]), direction="out").undefined["c"],
        "it has a way to no other organisation",
        "zij heeft naar geen andere organisatie een weg",
    ),
    (
        measures.closeness(speaking("abc", ["ab"]), unreachable="undefined").undefined["a"],
        "not all others have a way to it",
        "niet alle anderen hebben een weg ernaartoe",
    ),
    (
        measures.closeness(
            speaking("abc", ["ab"]), unreachable="undefined", direction="out"
        ).undefined["a"],
        "it has no way to all others",
        "zij heeft niet naar alle anderen een weg",
    ),
    (
        measures.closeness_centralisation(speaking("abc", ["ab"])).reason,
        "not everybody can reach everybody along the lines",
        "niet iedereen kan iedereen bereiken langs de lijnen",
    ),
    (
        measures.eigenvector(speaking("abc", [])).undefined["a"],
        "there are no lines",
        "er zijn geen lijnen",
    ),
    (
        measures.eigenvector(speaking("abc", ["ab"])).undefined["c"],
        "it is not in the part of the network that weighs most, and outside that part the score "
        "says nothing",
        "zij zit niet in het deel van het netwerk dat het zwaarst weegt, en daarbuiten zegt de "
        "score niets",
    ),
    (
        measures.eigenvector(speaking("abcd", ["ab", "cd"])).undefined["a"],
        "two parts of the network weigh the same, or too nearly so to tell which comes first",
        "twee delen van het netwerk wegen even zwaar, of te weinig verschillend om te zeggen welk "
        "deel voorgaat",
    ),
    (
        measures.eigenvector(needing("ab", ["ab"]), layer="dependency").undefined["a"],
        "not everybody can reach everybody along the lines; pagerank does have a value here",
        "niet iedereen kan iedereen bereiken langs de lijnen; pagerank heeft hier wel een waarde",
    ),
    (
        measures.bonacich_power(path(3)).caveats[-1],
        "This reads lines as options that compete: a deal with one excludes another. Where they do "
        "not, the sign is the wrong way round; take a beta above 0.",
        "Hier gelden lijnen als mogelijkheden die elkaar uitsluiten: wie met de een in zee gaat, "
        "kan niet met de ander. Is dat niet zo, dan staat het teken verkeerd om; kies een beta "
        "boven 0.",
    ),
]


@pytest.mark.parametrize(
    ("said", "english", "dutch"), REASONS, ids=[str(one[0])[:40] for one in REASONS]
)
def test_why_there_is_no_score_is_said_in_both_languages(said, english, dutch):
    assert (said.sentence("en"), said.sentence("nl")) == (english, dutch)


@pytest.mark.parametrize(
    ("name", "english", "dutch"),
    [
        (
            "closeness",
            "How few steps an organisation is from the others, on average.",
            "Hoe weinig stappen een organisatie gemiddeld van de anderen af staat.",
        ),
        (
            "eigenvector",
            "How well an organisation is connected to those who are well connected themselves.",
            "Hoe goed een organisatie verbonden is met wie zelf goed verbonden is.",
        ),
        (
            "pagerank",
            "Where one ends up who keeps following the lines.",
            "Waar iemand uitkomt die de lijnen blijft volgen.",
        ),
        (
            "katz",
            "How many ways lead to an organisation, directly and through others, longer ones "
            "counting less.",
            "Hoeveel wegen naar een organisatie leiden, rechtstreeks en via anderen; langere "
            "tellen minder.",
        ),
        (
            "bonacich_power",
            "How strong an organisation is through those it deals with.",
            "Hoe sterk een organisatie staat door met wie zij te maken heeft.",
        ),
    ],
)
def test_what_a_position_means_is_said_in_both_languages(name, english, dutch):
    network = Network(organisations=named("a", "b"), contributions=gifts(("a", "b", 1)))
    said = getattr(measures, name)(network).definition
    assert (said.sentence("en"), said.sentence("nl")) == (english, dutch)
