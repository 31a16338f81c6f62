"""A guided walk is a list of the case: checked, kept, and no voice in what it shows."""

import pytest

from netdeps import formats, measures
from netdeps.errors import InvalidRecordsError
from netdeps.inference import leave_one_speaker_out
from netdeps.model import Network, Step

TOWN = {
    "organisations": [
        {"id": "city", "kind": "municipality"},
        {"id": "care", "kind": "care_provider"},
        {"id": "homes", "kind": "housing_corporation"},
    ],
    "interviews": [{"organisation": "care", "asked": ["contacts"], "said": {"by": "care"}}],
    "dependencies": [
        {"depender": "care", "dependum": "dwellings", "dependees": ["homes"], "said": {"by": "care"}}
    ],
    "claims": [{"about": "city", "topic": "role", "text": "waits", "said": {"by": "care"}}],
}  # fmt: skip
WALK = [
    {"title": "The whole"},
    {
        "title": "The missing line",
        "text": "Do the two speak to each other?",
        "view": "gaps",
        "layout": "levels",
        "level": "governing",
        "between": ["care", "homes"],
        "kinds": ["care_provider", "housing_corporation"],
        "said": {"visibility": "table"},
    },
    {"title": "The city", "view": "contributions", "dossier": "moving", "organisation": "city"},
]


def town(walk):
    return Network(**TOWN, walk=walk)


def titles(network):
    return [step.title for step in network.walk]


def test_a_step_with_a_title_alone_shows_all_dependencies():
    assert Step(title="The whole") == Step(
        title="The whole", text="", view="dependencies", kinds=()
    )


def test_steps_keep_their_order_and_get_an_id_each():
    network = town(WALK)
    assert titles(network) == ["The whole", "The missing line", "The city"]
    assert [step.id for step in network.walk] == ["walk/1", "walk/2", "walk/3"]
    assert network.statement("walk/2") is network.walk[1]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"organisation": "citty"},
            "walk[1].organisation: 'citty' is not one of the organisations; "
            "known are 'care', 'city', 'homes'. Did you mean 'city'?",
        ),
        (
            {"between": ["care", "home"]},
            "walk[1].between[2]: 'home' is not one of the organisations; "
            "known are 'care', 'city', 'homes'. Did you mean 'homes'?",
        ),
        (
            {"kinds": ["other", "ministery"]},
            "walk[1].kinds[2]: 'ministery' is not one of the kinds; known are 'care_provider', "
            "'department', 'housing_corporation', 'knowledge_institute', 'ministry', "
            "'municipality', 'neighbourhood_network', 'other', 'welfare_organisation'. "
            "Did you mean 'ministry'?",
        ),
    ],
)
def test_a_step_that_names_what_is_not_there_is_refused_with_the_nearest(fields, line):
    with pytest.raises(InvalidRecordsError) as refusal:
        town([{"title": "x", **fields}])
    assert str(refusal.value) == f"Network: 1 problem\n  {line}"


def test_a_wrong_step_in_a_file_is_told_with_its_line(tmp_path):
    path = tmp_path / "town.yaml"
    path.write_text(
        "netdeps: 1\nwalk:\n  - {title: The whole}\n  - {title: More, view: contact}\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidRecordsError) as refusal:
        formats.read(path)
    assert str(refusal.value) == (
        f"{path}: 1 problem\n"
        "  line 4, walk[2].view: 'contact' was found; one of 'gaps', 'dependencies', 'contacts', "
        "'contributions', 'tables', 'power', 'changes' is expected. Did you mean 'contacts'?"
    )


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("homes", ["The whole", "The city"]),
        ("care", ["The whole", "The city"]),
        ("city", ["The whole", "The missing line"]),
    ],
)
def test_a_step_goes_with_the_organisation_that_it_looks_at(gone, left):
    assert titles(town(WALK).without([gone])) == left


def test_a_step_stays_when_only_its_writer_goes():
    network = town([{"title": "The whole", "said": {"by": "city"}}]).without(["city"])
    assert [(step.title, step.said.by) for step in network.walk] == [("The whole", "outside")]


def test_a_walk_adds_no_voice_to_what_it_shows():
    by_city = {"by": "city", "hat": "funder", "confidence": 0.5}
    walk = [
        {"title": "Homes", "organisation": "homes", "said": by_city},
        {"title": "The line", "between": ["care", "homes"]},
    ]
    for measure in (
        measures.filled_in_claims,
        measures.hat_clarity,
        lambda network: leave_one_speaker_out(network, measures.contact_gaps),
    ):
        assert measure(town(walk)) == measure(town([]))
