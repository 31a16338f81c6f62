"""Whatever is marked: nothing that was told is lost, and the order of marks makes no difference."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import networks

from netdeps import Network
from netdeps.corrections import apply_changes
from netdeps.errors import InvalidRecordsError
from netdeps.formats import dumps_changes, read_changes
from netdeps.model import LEVELS, Changes, Contribution, Dependency, Statement

WORDS = ("confirmed", "denied", "new", "ask")


@st.composite
def cases_with_marks(draw: Any) -> tuple[Network, list[dict[str, Any]]]:
    """A case of any kind, and marks about its ties and about others."""
    network = draw(networks(min_size=2, max_size=3))
    marks = draw(st.lists(_mark(network), max_size=4))
    return network, marks


def _mark(network: Network) -> st.SearchStrategy[dict[str, Any]]:
    names = network.ids
    voice = {
        "mark": st.sampled_from(WORDS),
        "by": st.sampled_from([*names, None]),
        "remark": st.sampled_from([None, "</script>", "é"]),
    }
    ties = [
        st.fixed_dictionaries(
            {
                **voice,
                "tie": st.just("contact"),
                "between": st.permutations(names).map(lambda order: order[:2]),
                "level": st.sampled_from([None, *LEVELS]),
            }
        )
    ]
    ties += [_about(voice, need) for need in network.dependencies]
    ties += [_about(voice, gift) for gift in network.contributions]
    return st.one_of(ties)


def _about(
    voice: dict[str, Any], row: Dependency | Contribution
) -> st.SearchStrategy[dict[str, Any]]:
    if isinstance(row, Dependency):
        tie: dict[str, Any] = {
            "tie": "dependency",
            "depender": row.depender,
            "dependum": row.dependum,
            "dependees": list(row.dependees),
            "level": row.level,
        }
    else:
        fields = ("giver", "taker", "resource", "dossier", "unit", "status")
        tie = {"tie": "contribution", **{name: getattr(row, name) for name in fields}}
    return st.fixed_dictionaries(voice).map(lambda said: {**said, **tie})


def fitting(network: Network, marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep the marks that fit, one by one and together."""
    kept: list[dict[str, Any]] = []
    for mark in marks:
        try:
            apply_changes(network, changed(network, [*kept, mark]))
        except InvalidRecordsError:
            continue
        kept.append(mark)
    assume(kept)
    return kept


def changed(network: Network, marks: list[dict[str, Any]]) -> Changes:
    return Changes(case=network.name, edition="table", date="2026-11-22", marks=marks)


def without_replies(row: Statement) -> Statement:
    """Leave out what may be added: replies, and an id of its own where something is released."""
    return row.with_fields({"replies": (), "id": ""}) if hasattr(row, "replies") else row


@given(cases_with_marks())
def test_what_was_told_stays_as_it_was_and_only_gets_replies(drawn):
    network, marks = drawn
    done = apply_changes(network, changed(network, fitting(network, marks)))
    for name, rows in network.lists.items():
        if name == "releases":  # the table sees what it said itself
            continue
        after = done.network.lists[name][: len(rows)]
        assert [*map(without_replies, after)] == [*map(without_replies, rows)]
        for row, before in zip(after, rows, strict=True):
            told = getattr(before, "replies", ())
            assert getattr(row, "replies", ())[: len(told)] == told


@given(cases_with_marks(), st.randoms(use_true_random=False))
def test_the_order_of_the_marks_makes_no_difference(drawn, random):
    network, marks = drawn
    kept = fitting(network, marks)
    turned = list(kept)
    random.shuffle(turned)
    one, other = (apply_changes(network, changed(network, rows)) for rows in (kept, turned))
    assert one.network == other.network


@given(cases_with_marks())
def test_applying_again_changes_nothing(drawn):
    network, marks = drawn
    changes = changed(network, fitting(network, marks))
    once = apply_changes(network, changes).network
    again = apply_changes(once, changes)
    assert again.network == once
    assert {one.became for one in again.marks} == {"there"}


@given(cases_with_marks())
def test_every_mark_keeps_who_said_it_and_the_remark(drawn):
    network, marks = drawn
    done = apply_changes(network, changed(network, fitting(network, marks)))
    for line in done.marks:
        rows = [done.network.statement(one) for one in line.statements]
        voices = [row.said for row in rows]
        voices += [one.said for row in rows for one in getattr(row, "replies", ())]
        assert (line.mark.by, line.mark.remark) in {(one.by, one.remark) for one in voices}


@given(cases_with_marks())
def test_what_is_written_is_read_again(tmp_path_factory, drawn):
    network, marks = drawn
    changes = changed(network, marks)
    path = tmp_path_factory.mktemp("changes") / "changes.json"
    path.write_text(dumps_changes(changes), encoding="utf-8")
    assert read_changes(path) == changes
