"""Replies go with what they reply to: through editions, through silence, and onto the page."""

import pytest
from corrections.marking import PORT, TABLE, applied, contact, dependency, port

from netdeps import edition, maps, measures
from netdeps.editions import Edition
from netdeps.errors import AudienceError
from netdeps.inference.withholding import speakers, told_about, without_voice

HIDDEN = {"says": "denied", "said": {"by": "homes", "person": "p1", "date": "2026-11-23"}}
OPEN = {"says": "confirmed", "said": {"by": "homes", "person": "p1", "date": "2026-11-22", **TABLE}}


def with_replies(*replies):
    need = {**PORT["dependencies"][0], "replies": list(replies)}
    return port(dependencies=[need])


def replies(network):
    return [(one.says, one.said.by) for one in network.dependencies[0].replies]


class TestEditions:
    def test_the_table_sees_the_newest_reply_that_is_meant_for_it(self):
        network = with_replies(OPEN, HIDDEN)
        assert replies(edition(network, "table").network) == [("confirmed", "homes")]
        assert replies(edition(network, "party:homes").network) == [("denied", "homes")]
        assert replies(edition(network, "facilitator").network) == [
            ("confirmed", "homes"),
            ("denied", "homes"),
        ]

    def test_its_person_is_left_out_and_its_day_becomes_a_month(self):
        (reply,) = edition(with_replies(OPEN), "table").network.dependencies[0].replies
        assert (reply.said.person, str(reply.said.date)) == (None, "2026-11-01")

    def test_a_network_with_a_reply_above_the_audience_is_no_edition(self):
        shown = edition(with_replies(OPEN), "table").network
        need = shown.dependencies[0].with_fields({"replies": [HIDDEN]})
        with pytest.raises(AudienceError) as caught:
            Edition(shown.replaced({"dependencies": [need]}), "table")
        assert str(caught.value) == (
            "'dependencies' of the network is not as 'table' may see it; "
            "make an edition with: netdeps.edition(network, audience)"
        )

    def test_a_hidden_speaker_becomes_somebody_outside(self):
        reply = {**OPEN, "said": {**OPEN["said"], "by": "rival"}}
        shown = edition(with_replies(reply), "table").network
        assert replies(shown) == [("confirmed", "outside")]


class TestVoices:
    def test_who_replies_speaks_and_is_not_spoken_about(self):
        network = with_replies({**OPEN, "said": {"by": "city"}})
        assert "city" in speakers(network)
        assert told_about(network.dependencies[0]) == {"care", "homes", "rival"}

    def test_without_a_voice_its_replies_are_gone_and_those_of_others_stay(self):
        network = with_replies(OPEN, {"says": "denied", "said": {"by": "city"}})
        assert replies(without_voice(network, "homes")) == [("denied", "city")]

    def test_who_replied_is_at_the_table(self):
        claim = {"about": "homes", "topic": "role", "text": "x", "said": {"by": "care"}}
        before = measures.filled_in_claims(port(claims=[claim]))
        after = measures.filled_in_claims(with_replies(OPEN).replaced({"claims": [claim]}))
        assert (before[0].share, after[0].share) == (None, 1.0)

    def test_who_replied_about_a_contribution_is_at_the_table(self):
        gift = {**PORT["contributions"][0], "replies": [OPEN]}
        claim = {"about": "homes", "topic": "role", "text": "x", "said": {"by": "care"}}
        rows = measures.filled_in_claims(port(claims=[claim], contributions=[gift]))
        assert rows[0].share == 1.0

    def test_without_a_part_its_replies_are_those_of_somebody_outside(self):
        network = with_replies({**OPEN, "said": {"by": "city"}}).without(["city"])
        assert replies(network) == [("confirmed", "outside")]


class TestRemarks:
    def test_the_page_shows_them_between_quotation_marks(self):
        done = applied(dependency("new", by="homes", depender="homes", dependees=["care"],
                                  remark="since <b>2020</b>"))  # fmt: skip
        page = maps.Map().html(edition(done.network, "table"))
        assert "&#8220;since &lt;b&gt;2020&lt;/b&gt;&#8221;" in page
        assert "\\u003cb\\u003e2020" in page

    def test_two_statements_that_differ_in_their_remark_alone_have_two_sources(self):
        done = applied(
            contact("denied", between=["care", "homes"], by="care", level=None, remark="never"),
            contact("denied", between=["city", "homes"], by="care", level=None, remark="seldom"),
        )
        page = maps.Map().html(edition(done.network, "facilitator"))
        assert '"remark":"never"' in page.replace('": "', '":"')
        assert '"remark":"seldom"' in page.replace('": "', '":"')

    def test_they_stay_out_of_an_edition_with_what_they_were_said_with(self):
        done = applied(contact("denied", by="care", remark="Nimmermeer"), edition="party:care")
        assert "Nimmermeer" not in maps.Map().html(edition(done.network, "table"))
