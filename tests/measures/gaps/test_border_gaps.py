"""What runs across the border between regions, against what runs within them."""

from fractions import Fraction
from itertools import product
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from networks import agreed, asked, named, needs, replaced, spoken, with_records
from strategies import cases

from netdeps import Network, formats
from netdeps.graph import Contacts, needs_between
from netdeps.measures import border_drag, border_gaps, congruence, contact_gaps
from netdeps.measures.gaps.borders import drag
from netdeps.measures.gaps.carried import Share
from netdeps.results import About
from netdeps.words import Phrase

EXAMPLES = Path(__file__).parents[3] / "examples"
SHARES = st.fractions(0, 1, max_denominator=12)


def bounds(found):
    return (found.low, found.value, found.high)


def two_regions(*contacts, **fields):
    """North has a, b, c, d; south e and f: five pairs within need each other, three across."""
    within = ["ab", "ac", "bc", "ad", "ef"]
    across = ["ae", "be", "cf"]
    return Network(
        **{
            "organisations": [
                *named(*"abcd", region="north"),
                *named(*"ef", region="south"),
                *named("g"),
            ],
            "dependencies": needs(*((one, 2, "all", [other]) for one, other in within + across)),
            "contacts": agreed(contacts),
            "interviews": asked(*"abcdefg"),
            **fields,
        }
    )


class TestWorkedExample:
    def test_four_of_five_within_and_one_of_three_across_is_seven_fifteenths(self):
        network = two_regions("ab", "ac", "bc", "ef", "ae")
        assert bounds(border_drag(network)) == (float(Fraction(7, 15)),) * 3

    def test_each_region_and_each_border_has_its_row(self):
        found = {row.regions: row for row in border_gaps(two_regions("ab", "ac", "bc", "ef", "ae"))}
        told = {
            regions: (row.within, row.pairs, row.gaps, row.congruence, row.severity)
            for regions, row in found.items()
        }
        assert told == {
            ("north", "north"): (True, 4, 1, 3 / 4, 1 / 2),
            ("north", "south"): (False, 3, 2, float(Fraction(1, 3)), 1 / 2),
            ("south", "south"): (True, 1, 0, 1, 0),
        }
        assert found["north", "north"].requirement == 2


class TestWhatCounts:
    def test_a_pair_of_which_one_has_no_region_is_left_out_and_counted(self):
        more = needs(("a", 2, "all", ["g"]), id="other")
        network = with_records(two_regions("ab"), dependencies=more)
        for measure in (border_gaps, border_drag):
            assert [str(one) for one in measure(network).caveats] == [
                "1 pair is left out, because one of the two has no region."
            ]
        assert border_gaps(network).to_rows() == border_gaps(two_regions("ab")).to_rows()

    def test_a_region_without_a_name_is_no_region(self):
        nameless = [{"id": one, "region": ""} for one in "abcdefg"]
        assert list(border_gaps(two_regions(organisations=nameless))) == []

    def test_what_nobody_was_asked_makes_bounds(self):
        network = two_regions("ab", "ae", interviews=[])
        row = border_gaps(network).where(lambda one: one.regions == ("north", "north"))[0]
        assert (row.low, row.congruence, row.high) == (1 / 4, 1, 1)
        found = border_drag(network)
        low, high = Fraction(1, 5) - 1, 1 - Fraction(1, 3)
        assert bounds(found) == (float(low), 0, float(high))
        assert found.known_share == 2 / 8

    def test_where_nothing_is_known_the_share_is_undefined(self):
        found = border_gaps(two_regions(interviews=[]))
        assert {row.congruence for row in found} == {None}
        assert {(row.low, row.high, row.severity) for row in found} == {(0, 1, 0)}
        assert {str(why) for why in found.undefined.values()} == {
            "nobody was asked about a contact that is called for"
        }
        assert "north – south" in found.undefined

    def test_without_a_level_in_common_there_is_nothing_to_share(self):
        levels = {"north": ["governing"], "south": ["operational"]}
        rows = [
            one.with_fields({"levels": levels.get(one.region, ())})
            for one in two_regions().organisations
        ]
        found = border_gaps(two_regions(organisations=rows))
        assert str(found.undefined["north – south"]) == (
            "those who need each other have no level in common"
        )
        assert str(border_drag(two_regions(organisations=rows)).reason) == (
            "across the borders no two need each other that have a level in common"
        )


class TestUndefined:
    def test_with_one_region_there_is_no_border(self):
        rows = named(*"abcdefg", region="north")
        found = border_drag(two_regions("ab", organisations=rows))
        assert bounds(found) == (None, None, None)
        assert str(found.reason) == (
            "across the borders no two need each other that have a level in common"
        )

    def test_with_everybody_in_a_region_of_its_own_there_is_no_within(self):
        rows = [{"id": one, "region": one} for one in "abcdefg"]
        assert str(border_drag(two_regions(organisations=rows)).reason) == (
            "within the regions no two need each other that have a level in common"
        )

    def test_where_nothing_is_known_of_one_side_only_the_bounds_are(self):
        found = border_drag(two_regions("ab", interviews=[]))
        assert bounds(found) == (float(Fraction(1, 5) - 1), None, 1)
        assert str(found.reason) == (
            "nobody was asked about the contact within the regions, or about that across the borders"
        )


class TestOptions:
    def test_at_a_level_only_that_level_counts(self):
        network = two_regions(contacts=agreed(["ab", "ac", "bc", "ad", "ef"], "governing"))
        assert border_drag(network, level="governing") == 1
        assert border_drag(network, level="operational") == 0
        assert {row.gaps for row in border_gaps(network, level="governing")} == {0, 3}

    def test_of_an_issue_only_its_needs_count(self):
        network = two_regions("ab", issues=[{"id": "outflow"}])
        assert list(border_gaps(network, issue="outflow")) == []

    def test_of_a_kind_only_what_is_within_it_counts(self):
        assert list(border_gaps(two_regions("ab"), kind="ministry")) == []

    def test_between_the_parts_of_an_organisation_it_is_the_same(self):
        parts = [one.with_fields({"part_of": "all"}) for one in two_regions().organisations]
        network = two_regions("ab", "ae", organisations=[{"id": "all"}, *parts])
        there = two_regions("ab", "ae")
        assert border_gaps(network, inside="all").to_rows() == border_gaps(there).to_rows()
        assert bounds(border_drag(network, inside="all")) == bounds(border_drag(there))


def test_in_leiden_less_of_what_is_needed_has_contact_across_to_buurgemeente_a():
    found = {row.regions: row for row in border_gaps(formats.read(EXAMPLES / "leiden.yaml"))}
    across, within = found["Buurgemeente A", "Leiden"], found["Leiden", "Leiden"]
    assert across.gaps > 0
    assert across.congruence < within.congruence


def share(required, known, contact):
    """A share of which so much is known, and of that so much has contact."""
    return Share(required, required * known, required * known * contact)


@given(st.tuples(SHARES, SHARES, SHARES), st.tuples(SHARES, SHARES, SHARES))
def test_swapping_within_and_across_turns_the_drag_around(one, other):
    about = About(name="border_drag", definition=Phrase("measure.border_drag"))
    here, there = share(*one), share(*other)
    found, turned = drag(here, there, about), drag(there, here, about)
    assert (found.value is None) == (turned.value is None)
    if found.low is not None:
        assert (found.low, found.high) == (-turned.high, -turned.low)
    if found.value is not None:
        assert found.value == -turned.value
        assert -1 <= found.low <= found.value <= found.high <= 1
    if found.value is not None and one[1:] == other[1:]:
        assert found.value == 0


def regional(network, region):
    """The pairs that need each other, by the regions of both."""
    found = {}
    for one, other in needs_between(network):
        both = tuple(sorted((region[one] or "", region[other] or "")))
        if both[0]:
            found.setdefault(both, []).append((one, other))
    return found


@given(cases())
def test_every_row_is_the_congruence_and_the_gaps_of_its_pairs_alone(network):
    region = {one.id: one.region for one in network.organisations}
    pairs = regional(network, region)
    rows = {row.regions: row for row in border_gaps(network)}
    assert set(rows) == set(pairs)
    severity = {gap.parties: gap.severity for gap in contact_gaps(network)}
    needed = needs_between(network)
    for regions, row in rows.items():
        own = pairs[regions]
        contacts = Contacts(network)
        weighed = []
        for pair in own:
            shares = needed[pair].by_level(contacts.levels(*pair))
            states = {level: contacts.state(*pair, level) for level in shares}
            known = sum(s for level, s in shares.items() if states[level].state != "unknown")
            held = sum(s * Fraction(str(states[level].quality)) for level, s in shares.items())
            if shares:
                weighed.append((needed[pair].requirement, known, held))
        total = sum(r for r, _, _ in weighed)
        held, known = (sum(w[0] * w[i] for w in weighed) for i in (2, 1))
        assert row.congruence == (float(held / known) if known else None)
        assert row.low == (float(held / total) if total else None)
        assert row.high == (float((held + total - known) / total) if total else None)
        severities = [severity[pair] for pair in own if pair in severity]
        assert (row.gaps, row.severity) == (len(severities), max(severities, default=0))
        assert (row.pairs, row.within) == (len(own), regions[0] == regions[1])
        assert row.requirement == float(sum(needed[pair].requirement for pair in own))


@given(cases())
def test_with_everybody_in_one_region_the_row_is_the_congruence_of_all(network):
    one = replaced(
        network, organisations=[x.with_fields({"region": "here"}) for x in network.organisations]
    )
    whole = congruence(network)
    rows = list(border_gaps(one))
    assert [(row.low, row.congruence, row.high) for row in rows] == [bounds(whole)] * len(rows)
    assert len(rows) == (1 if needs_between(network) else 0)


@given(st.lists(st.booleans(), min_size=6, max_size=6), st.sets(st.integers(0, 5), max_size=4))
def test_the_bounds_hold_every_way_in_which_the_unknown_can_turn_out(told, unknown):
    pairs = ["ab", "cd", "ef", "ac", "be", "df"]
    regions = dict(zip("abcdef", "nnsstt", strict=True))

    def made(answers):
        rows = [spoken([pair], exists=answer) for pair, answer in answers.items()]
        return Network(
            organisations=[{"id": one, "region": where} for one, where in regions.items()],
            dependencies=needs(*((a, 1 + i % 3, "all", [b]) for i, (a, b) in enumerate(pairs))),
            contacts=[row for found in rows for row in found],
        )

    known = {pair: told[i] for i, pair in enumerate(pairs) if i not in unknown}
    rest = [pair for pair in pairs if pair not in known]
    outer = border_drag(made(known))
    every = [
        border_drag(made({**known, **dict(zip(rest, more, strict=True))})).value
        for more in product([True, False], repeat=len(rest))
    ]
    assert (outer.low, outer.high) == (min(every), max(every))


def test_the_most_severe_comes_first_then_what_is_needed_most():
    network = two_regions("ab", "ac", "bc", "ad", "ae")
    rows = [(row.regions, row.severity, row.requirement) for row in border_gaps(network)]
    assert rows == [
        (("north", "south"), 1 / 2, 3 / 2),
        (("south", "south"), 1 / 2, 1 / 2),
        (("north", "north"), 0, 2),
    ]
    assert [row.rank for row in border_gaps(network)] == [1 / 2, 1 / 2, 0]
