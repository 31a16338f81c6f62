"""Strings in every confidential field of random cases are in no byte of what others get.

Each text that an audience may not see is made into a string of its own, with letters that every
coding writes differently. What is written is then looked through for all of them, in whatever
coding. For the long run say how many cases: ``NETDEPS_PAIRS=2000``.
"""

import base64
import html
import json
import os
import urllib.parse
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import networks
from test_noninterference import WRITERS, written

from netdeps import Network
from netdeps.editions import edition
from netdeps.leaks import search
from netdeps.model import STATEMENT_LISTS, Chain, Record, Release, replies_to
from netdeps.model.texts import texts

CASES = int(os.environ.get("NETDEPS_PAIRS", "10"))
AUDIENCES = ("public", "table")


SECRETS = (
    "Zx-hidden-xZ", "Zx-name-xZ", "Zx-region-xZ", "Zx-issue-xZ", "Zx-title-xZ", "Zx-concern-xZ",
    "Zx-theme-xZ",
)  # fmt: skip


def canary(number):
    """Give a string that stands nowhere by chance, with letters that are often coded."""
    return f'Zx{number}q<é"&ßKw{number}x'


def codings(text):
    """Give a text in the ways in which files hold text."""
    plain = text.encode("utf-8")
    yield from (text.encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))
    yield text.encode("ascii", "xmlcharrefreplace")
    yield html.escape(text).encode("utf-8")
    yield html.escape(text).encode("ascii", "xmlcharrefreplace")
    yield "".join(f"&#{ord(one)};" for one in text).encode("ascii")
    yield from (json.dumps(text, ensure_ascii=one)[1:-1].encode("utf-8") for one in (True, False))
    yield "".join(f"\\u{ord(one):04x}" for one in text).encode("ascii")
    yield _as_in_a_script(text)
    yield urllib.parse.quote(text).encode("ascii")
    yield urllib.parse.quote_plus(text).encode("ascii")
    yield plain.hex().encode("ascii")
    for offset in range(3):  # wherever in a base64 text it begins
        coded = base64.b64encode(b"\0" * offset + plain)
        yield coded[4 if offset else 0 : -4]


def _as_in_a_script(text):
    found = json.dumps(text)[1:-1]
    for one in "<>&":
        found = found.replace(one, f"\\u{ord(one):04x}")
    return found.encode("ascii")


class Cage:
    """Puts a string of its own in the place of each text, and keeps which of them are secret."""

    def __init__(self, audience):
        self.audience, self.all = audience, []

    def seen(self, said):
        ranks = ("public", "table", "facilitator")
        return ranks.index(said.visibility) <= ranks.index(self.audience)

    def fresh(self):
        self.all.append(canary(len(self.all)))
        return self.all[-1]

    def texts(self, row, *, secret):
        """Mark every text of a hidden row, and what is secret of one that may be seen."""
        if isinstance(row, Chain):  # the stages that follow would have to be called otherwise too
            stages = (one.with_fields({"follows": ()}) for one in row.stages)
            row = row.with_fields({"stages": tuple(stages)})
        for path, _ in texts(row):
            if path[-1] == "id":
                continue
            of_a_person = {"person", "persons"} & set(path)
            if secret(path) or of_a_person:
                row = put(row, path, self.fresh())
        return row


def put(row, path, text):
    """Give a record with another text at one place in it."""
    first, *rest = path
    old = row[first] if isinstance(row, tuple) else getattr(row, first)
    new = put(old, rest, text) if rest else text
    if isinstance(row, tuple):
        return (*row[:first], new, *row[first + 1 :])
    return row.with_fields({first: new})


def hidden_within(cage, row):
    """Tell of each place in a row whether it is secret: the row, a reply, a remark, a release."""
    seen = cage.seen(row.said)

    def secret(path):
        if not seen:
            return True
        said = row.said
        if path[0] == "replies":
            said = replies_to(row)[path[1]].said
            if not cage.seen(said):
                return True
        return path[-1] == "remark" and said.setting in {"interview", "bilateral"}

    return secret


def caged(network, audience):
    """Give a case with a string of its own in every confidential text, and these strings."""
    cage = Cage(audience)
    lists = {
        name: [cage.texts(row, secret=hidden_within(cage, row)) for row in getattr(network, name)]
        for name in STATEMENT_LISTS
    }
    lists["releases"] = [released(cage, row) for row in network.releases]
    head = {"purpose": cage.fresh()}
    return network.with_fields(
        {**head, **{name: tuple(rows) for name, rows in lists.items()}}
    ), cage


def released(cage, release):
    """Mark what is noted of a release, and in it what the audience may not see."""
    new = {
        name: tuple(
            cage.texts(row, secret=hidden_within(cage, row)) for row in getattr(release, name)
        )
        for name in STATEMENT_LISTS
    }
    return release.with_fields({**new, "note": cage.fresh(), "of": (f"Zx-of-{len(cage.all)}-xZ",)})


def found_in(data, canaries):
    return [one for one in canaries for coded in codings(one) if coded in data]


@pytest.mark.parametrize("audience", AUDIENCES)
@settings(max_examples=CASES, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(network=networks(min_size=2, most=3))
def test_no_confidential_string_is_in_any_byte(audience, network):
    case, cage = caged(network, audience)
    for name, text in written(edition(case, audience, seed=5)):
        data = text.encode("utf-8")
        assert found_in(data, cage.all) == [], name
        assert b"Zx-of-" not in data, name


@settings(max_examples=CASES, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(network=networks(min_size=2, most=3), data=st.data())
def test_no_name_of_a_hidden_organisation_or_id_of_a_hidden_statement_is(network, data):
    secret = {"id": "Zx-hidden-xZ", "name": "Zx-name-xZ", "region": "Zx-region-xZ",
              "said": {"visibility": "facilitator"}}  # fmt: skip
    other = data.draw(st.sampled_from(network.ids))
    public = {"visibility": "public"}
    fields = {
        "organisations": [*network.organisations, secret],
        "issues": [*network.issues, {"id": "Zx-issue-xZ", "title": "Zx-title-xZ"}],
        "concerns": [*network.concerns, {"id": "Zx-concern-xZ", "theme": "Zx-theme-xZ"}],
        "contacts": [*network.contacts, {"between": [other, secret["id"]], "said": public}],
        "dependencies": [
            *network.dependencies,
            {"depender": other, "dependum": "d", "dependees": ["outside", secret["id"]], "said": public,
             "issue": "Zx-issue-xZ", "acknowledged_by": [secret["id"]]},
        ],
        "tables": [*network.tables, {"id": "a table of all", "members": [secret["id"]], "said": public}],
    }  # fmt: skip
    case = network.replaced(fields)
    for audience in AUDIENCES:
        for name, text in written(edition(case, audience, seed=5)):
            assert found_in(text.encode("utf-8"), SECRETS) == [], name


@pytest.mark.parametrize("coded", range(len(list(codings(canary(1))))))
def test_every_coding_would_be_found(coded):
    data = b"before " + list(codings(canary(1)))[coded] + b" after"
    assert found_in(data, [canary(1), canary(2)]) in ([canary(1)], [canary(1)] * 2)


def test_a_writer_that_leaks_is_found_by_the_same_strings():
    network = Network(concerns=[{"theme": "x", "said": {"remark": "y"}}])
    case, cage = caged(network, "table")
    whole = WRITERS["yaml"](edition(case, "facilitator")).encode("utf-8")
    assert set(found_in(whole, cage.all)) == set(cage.all)
    assert len(cage.all) == 3  # the purpose, the theme and the remark


@given(networks(min_size=2, most=3))
@settings(max_examples=CASES, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_netdeps_audit_finds_none_of_them_in_a_packed_file_either(tmp_path_factory, network):
    case, cage = caged(network, "table")
    shown = edition(case, "table")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("case.yaml", WRITERS["yaml"](shown))
    path = tmp_path_factory.mktemp("packed") / "files.zip"
    path.write_bytes(packed.getvalue())
    hits = search([path], case, "table").hits
    assert [one for one in hits if one.text in cage.all] == []


def test_netdeps_audit_does_find_one_in_a_packed_file(tmp_path):
    case, cage = caged(Network(concerns=[{"theme": "x"}]), "table")
    with zipfile.ZipFile(tmp_path / "files.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("case.yaml", WRITERS["yaml"](edition(case, "facilitator")))
    hits = search([tmp_path / "files.zip"], case, "table").hits
    assert {one.text for one in hits} == set(cage.all)


def test_every_text_of_a_case_is_marked():
    fields = {name for name, field in Release.model_fields.items() if "_plain_text" in str(field)}
    assert fields == {"note"}
    assert isinstance(Release.model_fields["note"].default, str)
    assert issubclass(Release, Record)
