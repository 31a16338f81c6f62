"""What holds a dependency back although it could be met."""

from pathlib import Path

from hypothesis import given
from networks import named, needs
from strategies import networks

from netdeps import Network, formats
from netdeps.measures import barriers

EXAMPLES = Path(__file__).parents[3] / "examples"


def needy(*wanted, **fields):
    return Network(organisations=named("a", "b", "c"), dependencies=list(wanted), **fields)


def need(name, importance=2, dependees=("b",), depender="a", **fields):
    (row,) = needs((depender, importance, "any", dependees))
    return {**row, "id": name, "barrier": "the law", **fields}


def ids(found):
    return [row.need for row in found]


def test_a_need_without_a_barrier_is_not_listed():
    without = [need("x", barrier=None), need("y", barrier="  ")]
    assert ids(barriers(needy(*without, need("z")))) == ["z"]


def test_what_matters_most_comes_first():
    network = needy(need("x", 1), need("z", 3), need("w", 3, ("a", "c"), "b"), need("y", 3))
    assert ids(barriers(network)) == ["y", "z", "w", "x"]


def test_a_row_holds_what_was_told():
    row = barriers(needy(need("x", 3, ("c", "a", "outside"))))[0]
    assert row.to_dict() == {
        "need": "x",
        "depender": "a",
        "dependees": ["c", "outside"],
        "mode": "any",
        "dependum": "what a needs",
        "barrier": "the law",
        "importance": 3,
        "because": ["x"],
    }


def test_of_a_level_or_an_issue_only_its_needs_count():
    network = needy(
        need("x", level="governing"),
        need("y", level="management"),
        need("z", issue="tender"),
        issues=[{"id": "tender"}],
    )
    assert ids(barriers(network, level="governing")) == ["x", "z"]
    assert ids(barriers(network, issue="tender")) == ["z"]


def test_of_a_kind_or_inside_an_organisation_only_needs_within_it_count():
    network = Network(
        organisations=[
            *named("a", "b", kind="ministry"),
            *named("c", "d", kind="department", part_of="a"),
        ],
        dependencies=[need("x"), need("y", 2, ("d",), "c"), need("z", 2, ("c",))],
    )
    assert ids(barriers(network, kind="ministry")) == ["x"]
    assert ids(barriers(network, inside="a")) == ["y"]


def test_it_says_of_how_many_organisations_the_needs_are_known():
    found = barriers(needy(need("x")))
    assert found.known_share == 1 / 3
    assert [str(one) for one in found.caveats] == [
        "Of 33.3% of the organisations it was asked or told what they need; the others may need "
        "more."
    ]


@given(networks())
def test_every_need_with_a_barrier_is_a_row_and_no_other(network):
    told = {one.id for one in network.dependencies if one.barrier and one.barrier.strip()}
    rows = barriers(network)
    assert set(ids(rows)) == told
    assert [row.importance for row in rows] == sorted(
        (row.importance for row in rows), reverse=True
    )


def test_leiden_the_tender_and_the_property_are_held_back():
    leiden = formats.read(EXAMPLES / "leiden.yaml")
    rows = barriers(leiden)
    assert ids(rows) == [
        "need-care-a-opdracht",
        "need-care-b-opdracht",
        "need-care-c-opdracht",
        "need-leiden-scheiden",
    ]
    assert rows[0].dependees == ("leiden",)
    assert "wet" in rows[0].barrier
    assert rows[3].dependees == ("care-a", "care-b", "care-c")
    assert ids(barriers(leiden, issue="vastgoed")) == ["need-leiden-scheiden"]
