"""What others say of a need or a gift stands beside it, and changes nothing that was told."""

from __future__ import annotations

import pytest
from maps.test_page import rows_of

from netdeps.editions import edition
from netdeps.maps import Map
from netdeps.model import Network


def said(by: str, visibility: str = "table") -> dict:
    return {"by": by, "setting": "table", "visibility": visibility}


@pytest.fixture
def harbour() -> Network:
    replies = [
        {"says": "denied", "said": said("corporation")},
        {"says": "confirmed", "said": said("municipality", "facilitator")},
    ]
    return Network(
        language="en",
        organisations=[
            {"id": one, "said": said(one)} for one in ("care", "corporation", "municipality")
        ],
        dependencies=[
            {
                "depender": "care",
                "dependum": "dwellings",
                "dependees": ["corporation"],
                "said": said("care"),
                "replies": replies,
            }
        ],
        contributions=[
            {
                "giver": "care",
                "taker": "corporation",
                "resource": "time",
                "said": said("care"),
                "replies": replies[:1],
            }
        ],
    )


def test_a_reply_stands_beside_what_was_told(harbour):
    html = Map().html(edition(harbour, "facilitator"))
    assert [says for says, _ in rows_of(html, "dependencies")[0]["replies"]] == [
        "denied",
        "confirmed",
    ]
    assert [says for says, _ in rows_of(html, "contributions")[0]["replies"]] == ["denied"]


def test_a_reply_that_was_made_in_confidence_is_not_on_the_map_of_the_table(harbour):
    html = Map().html(edition(harbour, "table"))
    assert [says for says, _ in rows_of(html, "dependencies")[0]["replies"]] == ["denied"]


@pytest.mark.browser
def test_the_panel_says_who_does_not_recognise_a_need(open_page, harbour):
    html = Map().html(edition(harbour, "table"))
    opened = open_page(html, at="#view=dependencies&organisation=care")
    assert "not recognised: corporation, at the table" in opened.text("#details")
