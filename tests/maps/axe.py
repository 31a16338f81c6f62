"""What axe-core says of a page, asked beside the page: its policy neither stops nor hears it."""

from __future__ import annotations

import json
import re
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Any) -> list[str]:
    """Give a sentence for each element that breaks a rule of WCAG 2.2 A or AA, or good practice."""
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})
    wishes = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    answer = session.send(
        "Runtime.evaluate",
        {
            "expression": f"{AXE_SCRIPT};\naxe.run(document, {wishes})",
            "contextId": world["executionContextId"],
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    found = answer["result"]["value"]
    assert len(found["passes"]) > 10, "axe looked at next to nothing"
    return [_told(rule, node) for rule in found["violations"] for node in rule["nodes"]]


def without_script(html: str) -> str:
    """Give the page as it stands where scripts are off; axe itself needs them."""
    return re.sub(r"<script.*?</script>|</?noscript>", "", html, flags=re.DOTALL)


def _told(rule: dict[str, Any], node: dict[str, Any]) -> str:
    why = " ".join(node["failureSummary"].split())
    return f"{rule['id']} ({rule['impact']}) at {node['target']}: {why}"
