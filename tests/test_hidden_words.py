"""What was said in confidence about the same ties reaches nobody else, also what takes it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdeps import Network, edition, formats, maps
from netdeps.editions import may_see
from netdeps.model import LEVELS, Reply

AUDIENCES = ("table", "public", "party:a")
PARTIES = ("a", "b", "c", "d")
DAYS = (None, "2026-03-01", "2026-03-20", "2026-04-02")
CANARY = "Zx9-canary-9xZ"
LISTS = ("contacts", "dependencies", "contributions", "interviews", "walk")


def saids(audience, *, hidden):
    """Who may have said it, among them those who said something else of the same tie before."""
    voices = [
        (by, visibility)
        for by in (*PARTIES, "outside", None)
        for visibility in ("public", "table", "facilitator")
        if may_see(told(by, visibility), audience) is not hidden
    ]
    said = st.fixed_dictionaries(
        {
            "voice": st.sampled_from(voices),
            "date": st.just("2029-01-01") if hidden else st.sampled_from(DAYS),
            "level": st.sampled_from([None, "governing"]),
            "remark": st.just(CANARY) if hidden else st.sampled_from([None, "aloud"]),
        }
    )
    return said.map(spoken)


def spoken(fields):
    by, visibility = fields["voice"]
    rest = {name: found for name, found in fields.items() if name != "voice"}
    return {**rest, "by": by, "visibility": visibility}


def told(by, visibility):
    return Reply(says="denied", said={"by": by, "visibility": visibility})


def replies(audience, *, hidden):
    word = st.sampled_from(["confirmed", "denied"])
    said = saids(audience, hidden=hidden)
    return st.lists(st.fixed_dictionaries({"says": word, "said": said}), max_size=2)


def looks(of, two):
    """The fields of a row of each list; few enough to be about the same tie again and again."""
    level = st.sampled_from([None, *LEVELS[:2]])
    first, second = two
    fields = {
        "contacts": {"between": st.just(two), "level": level, "exists": st.booleans()},
        "dependencies": {
            "depender": st.just(first),
            "dependum": st.just("x"),
            "dependees": st.just([second]),
            "level": level,
        },
        "contributions": {
            "giver": st.just(first),
            "taker": st.just(second),
            "resource": st.just("time"),
            "amount": st.sampled_from([None, 1, 2]),
        },
        "interviews": {"organisation": st.just(first), "asked": st.just(["contacts"])},
        "walk": {"title": st.just("Look"), "between": st.sampled_from([None, two])},
    }
    return st.fixed_dictionaries(fields[of])


@st.composite
def twins(draw, audience):
    """Two cases that differ only in what an audience may not see."""
    secret = {"id": "d", "said": {"by": "b", "visibility": "facilitator"}}
    fourth = draw(st.sampled_from([{"id": "d"}, secret]))
    head = {"organisations": [*({"id": one} for one in PARTIES[:3]), fourth]}
    shown, whole = {**head}, {**head}
    for name in LISTS:
        shown[name], whole[name] = draw(rows(name, audience))
    return Network(**shown), Network(**whole)


@st.composite
def rows(draw, name, audience):
    two = st.permutations(PARTIES).map(lambda order: list(order[:2]))
    row = two.flatmap(lambda pair: looks(name, pair))
    shown, whole = [], []
    for said in draw(st.lists(saids(audience, hidden=False), max_size=3)):
        one = {**draw(row), "said": said}
        shown.append(one)
        whole.append(one)
        if name in {"dependencies", "contributions"}:
            heard = draw(replies(audience, hidden=False))
            shown[-1] = {**one, "replies": heard}
            whole[-1] = {**one, "replies": mixed(draw, heard, draw(replies(audience, hidden=True)))}
    again = st.sampled_from(shown).map(opposite) if shown else row
    extra = [
        {**draw(row | again), "said": said}
        for said in draw(st.lists(saids(audience, hidden=True), max_size=3))
    ]
    return shown, mixed(draw, whole, extra)


def opposite(row):
    return {**row, "exists": not row["exists"]} if "exists" in row else row


def mixed(draw, rows, others):
    found = list(rows)
    for one in others:
        found.insert(draw(st.integers(0, len(found))), one)
    return found


@pytest.mark.parametrize("audience", AUDIENCES)
@given(data=st.data())
def test_it_does_not_change_what_an_audience_sees(audience, data):
    shown, whole = (edition(one, audience, seed=1) for one in data.draw(twins(audience)))
    assert whole == shown
    text = formats.dumps(whole)
    assert text == formats.dumps(shown)
    assert CANARY not in text
    assert "2029" not in text


def test_a_visible_yes_that_was_taken_back_in_confidence_stays_a_yes_on_the_map():
    row = {"between": ["a", "b"], "level": "governing"}
    told = {"by": "a", "date": "2026-03-01", "visibility": "table"}
    need = {"depender": "a", "dependum": "x", "dependees": ["b"], "said": told}
    back = {**row, "exists": False, "said": {"by": "a", "date": "2026-03-20", "remark": CANARY}}
    reply = {"says": "denied", "said": back["said"]}
    parties = {"organisations": [{"id": "a"}, {"id": "b"}]}
    shown = Network(**parties, contacts=[{**row, "said": told}], dependencies=[need])
    whole = Network(
        **parties,
        contacts=[back, {**row, "said": told}],
        dependencies=[{**need, "replies": [reply]}],
        walk=[{"title": CANARY}],
    )
    pages = [maps.Map().html(edition(one, "table")) for one in (shown, whole)]
    assert pages[0] == pages[1]
    assert CANARY not in pages[1]
    assert CANARY in maps.Map().html(edition(whole, "facilitator"))
