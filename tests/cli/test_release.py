"""``netdeps release``: more people may see something, and the case keeps that it was agreed."""

import sys

import pytest

import netdeps as nd
from netdeps.cli import main

PORT = """netdeps: 1
name: Port
language: en
organisations:
  - {id: care, name: Care}
  - {id: city, name: City}
  - {id: homes, name: Homes}
  - {id: police, name: Police}
  - {id: school, name: School}
claims:
  - {about: homes, topic: interest, text: They only want new houses., said: {by: care, setting: interview}}
  - {about: care, topic: role, text: Known to all., said: {by: city, visibility: table}}
concerns:
  - {theme: tendering, text: We fear to lose it., said: {by: care, setting: bilateral}}
  - {theme: Tendering, text: Money first., said: {by: homes, setting: bilateral}}
  - {theme: tendering, said: {by: police, setting: interview}}
  - {theme: pace, said: {by: care}}
  - {theme: pace, said: {by: city}}
ratings:
  - {condition: relations, score: 2, said: {by: care, person: p1}}
  - {condition: relations, score: 2, said: {by: city, person: p2}}
  - {condition: relations, score: 3, said: {by: homes, person: p3}}
  - {condition: relations, score: 5, said: {by: police, person: p4}}
  - {condition: relations, score: 5, said: {by: school, person: p5}}
"""


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run netdeps beside the case; give its exit status, its lines and its errors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.yaml").write_text(PORT, encoding="utf-8")

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["netdeps", *words])
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = ended.code or 0
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


def table(path):
    return nd.edition(nd.read(path), "table").network


def test_without_anything_named_it_shows_what_can_be_released_and_writes_nothing(run, tmp_path):
    before = sorted(tmp_path.iterdir())
    assert run("release", "port.yaml") == (
        0,
        "For the facilitator alone: what was released and what can be.\n"
        "\nReleased:\n"
        "  –\n"
        "\nWorries that three or more organisations told, and how many (--theme, with --words of your own):\n"
        "  tendering (3)\n"
        "\nMiddle scores (--medians):\n"
        "  The middle score for the relations is 3, on a scale from 1 to 5; the scores are split: there "
        "are some of 2 or less and some of 4 or more.\n"
        "  the ambition: nobody gave a score for it\n"
        "  the interests: nobody gave a score for it\n"
        "  the organisation: nobody gave a score for it\n"
        "  the process: nobody gave a score for it\n"
        "\nWhat the table does not see and can be released with consent or in your own words (--statement):\n"
        "  claims/1 (claims, Care): about: homes, topic: interest, text: They only want new houses.\n"
        "  concerns/1 (concerns, Care): theme: tendering, text: We fear to lose it.\n"
        "  concerns/2 (concerns, Homes): theme: Tendering, text: Money first.\n"
        "  concerns/3 (concerns, Police): theme: tendering\n"
        "  concerns/4 (concerns, Care): theme: pace\n"
        "  concerns/5 (concerns, City): theme: pace\n",
        "",
    )
    assert sorted(tmp_path.iterdir()) == before


def test_a_statement_is_released_in_own_words(run):
    status, out, _ = run(
        "release", "port.yaml", "--statement", "claims/1", "--words", "What does it want?",
        "--date", "2026-11-20", "--note", "after the talk", "-o", "new.yaml",
    )  # fmt: skip
    assert (status, out.splitlines()[:2]) == (
        0,
        [
            "The table now reads, among the claims:",
            "  about: homes, topic: interest, text: What does it want?",
        ],
    )
    assert sorted(one.text for one in table("new.yaml").claims) == ["Known to all.", "What does it want?"]  # fmt: skip
    (kept,) = nd.read("new.yaml").releases
    assert (str(kept.date), kept.note, kept.of) == ("2026-11-20", "after the talk", ("claims-1",))
    _, out, _ = run("release", "new.yaml")
    assert (
        "  November 20, 2026, by the facilitator (claims-1): about: homes, topic: interest, text: What does it want?"
        in out.splitlines()
    )


def test_with_consent_and_a_name(run):
    run("release", "port.yaml", "--statement", "claims/1", "--consent", "--named", "-o", "new.yaml")
    _, out, _ = run("release", "new.yaml")
    assert "topic: interest, text: They only want new houses., by: care\n" in out
    assert {(one.text, one.said.by) for one in table("new.yaml").claims} == {
        ("Known to all.", "city"),
        ("They only want new houses.", "care"),
    }


def test_a_theme_is_read_by_the_table_on_its_map(run, tmp_path):
    run("release", "port.yaml", "--theme", "tendering", "--words", "How do we tender?", "-o", "new.yaml")  # fmt: skip
    assert [one.theme for one in table("new.yaml").concerns] == ["How do we tender?"]
    run("map", "new.yaml", "-o", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<td>A worry: &#8220;How do we tender?&#8221;.<td>What would it take" in page
    assert "lose it" not in page
    assert run("audit", "page.html", "--against", "new.yaml")[0] == 0


def test_medians_are_read_by_the_table_and_no_score_is(run, tmp_path):
    status, out, _ = run("release", "port.yaml", "--medians", "-o", "new.yaml")
    assert (status, out.splitlines()[0]) == (0, "The table now reads, among the middle scores:")
    _, out, _ = run("analyse", "new.yaml", "--edition", "table", "--measure", "condition_medians")
    assert "The middle score for the relations is 3" in out
    run("map", "new.yaml", "-o", "page.html")
    assert "The middle score for the relations is 3" in (tmp_path / "page.html").read_text("utf-8")
    assert table("new.yaml").ratings == ()


def test_what_is_shown_is_all_that_is_read(run, tmp_path):
    text = PORT + (
        "contacts:\n- {id: silent, between: [care, homes], exists: false, quality: 0.2, "
        "said: {by: care, setting: interview, remark: Between us.}}\n"
    )
    (tmp_path / "no.yaml").write_text(text, encoding="utf-8")
    _, out, _ = run("release", "no.yaml", "--statement", "silent", "--consent", "-o", "new.yaml")
    assert out.splitlines()[1] == "  between: care + homes, exists: false, quality: 0.2, remark: Between us."  # fmt: skip
    _, out, _ = run("release", "no.yaml")
    assert "  silent (contacts, Care): between: care + homes, exists: false, quality: 0.2\n" in out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--theme", "pace", "--words", "x", "-o", "n.yaml"], "fewer than 3 organisations"),
        (["--theme", "tendering", "-o", "n.yaml"], "in your own words"),
        (["--theme", "tenderin", "--words", "x", "-o", "n.yaml"], "Did you mean 'tendering'?"),
        (["--statement", "claims/1", "-o", "n.yaml"], "or release it with consent"),
        (["--statement", "claims/1", "--consent"], "name the case to write with -o"),
        (["--statement", "claims/1", "--consent", "-o", "port.yaml"], "the case itself"),
        (["--statement", "claims/9", "--consent", "-o", "n.yaml"], "claims/9"),
        (["--statement", "ratings/1", "--consent", "-o", "n.yaml"], "only medians are released"),
        (["--medians", "--theme", "pace", "-o", "n.yaml"], "one thing at a time"),
        (["--medians", "--consent", "-o", "n.yaml"], "--consent says nothing with --medians"),
        (["--theme", "pace", "--by", "kind", "-o", "n.yaml"], "--by says nothing with --theme"),
        (["--words", "x"], "--words says nothing without"),
        (["--medians", "--by", "level", "-o", "n.yaml"], "no median can be given"),
        (["--medians", "--date", "soon", "-o", "n.yaml"], "soon"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(run, tmp_path, words, why):
    status, out, err = run("release", "port.yaml", *words)
    assert (status, out) == (2, "")
    assert why in err
    assert [one.name for one in tmp_path.iterdir()] == ["port.yaml"]
    assert (tmp_path / "port.yaml").read_text(encoding="utf-8") == PORT
