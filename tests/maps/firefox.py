"""Firefox without a window, asked over WebDriver BiDi; what goes wrong on a page is written down."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

SIZE = {"width": 1280, "height": 720}
_EVENTS = ("log.entryAdded", "network.beforeRequestSent", "browsingContext.userPromptOpened")
_PATIENCE = 30


def firefox() -> str | None:
    """Find the browser: named in NETDEPS_FIREFOX, or on the path."""
    found = os.environ.get("NETDEPS_FIREFOX")
    return found or shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One tab of Firefox, and what it complained of since the last visit."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._asked = 0
        self._url = ""
        self.complaints: list[str] = []
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        self._ask("session.subscribe", events=_EVENTS)
        self._ask("browsingContext.setViewport", context=self._tab, viewport=SIZE)

    def visit(self, url: str) -> None:
        """Open a page as if for the first time, and wait until it is there."""
        self._go("about:blank")
        self.complaints = []
        self._go(url)

    def wait(self, condition: str) -> None:
        """Wait until a script says yes."""
        until = time.monotonic() + _PATIENCE
        while not self.look(f"Boolean({condition})"):
            assert time.monotonic() < until, f"{condition} did not come true"
            time.sleep(0.05)

    def look(self, script: str) -> Any:
        """Give what a script says, in an own world that the policy of the page leaves alone."""
        where = {"context": self._tab, "sandbox": "tests"}
        given = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target=where,
            awaitPromise=True,
        )
        assert given["type"] == "success", given
        return json.loads(given["result"].get("value") or "null")

    def pause(self, milliseconds: int) -> None:
        """Let the page go on for a while."""
        self.look(f"new Promise((done) => setTimeout(done, {milliseconds}))")

    def picture(self) -> bytes:
        """Give what is on the screen, as a PNG."""
        given = self._ask("browsingContext.captureScreenshot", context=self._tab)
        return base64.b64decode(given["data"])

    def _go(self, url: str) -> None:
        self._url = url.split("#", maxsplit=1)[0]
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._asked += 1
        asked = {"id": self._asked, "method": method, "params": parameters}
        self._socket.send(json.dumps(asked))
        while True:
            heard = json.loads(self._socket.recv(timeout=_PATIENCE))
            if heard["type"] == "event":
                self._note(heard["method"], heard["params"])
            elif heard["id"] == self._asked:
                assert heard["type"] == "success", heard
                return dict(heard["result"])

    def _note(self, event: str, facts: dict[str, Any]) -> None:
        if event == "log.entryAdded":
            self.complaints.append(f"{facts['level']}: {facts['text']}")
        elif event == "browsingContext.userPromptOpened":
            self.complaints.append(f"dialog: {facts['message']}")
        elif (url := facts["request"]["url"]).split("#")[0] not in {self._url, "about:blank"}:
            self.complaints.append(f"request: {url}")


@contextmanager
def started(path: str, profile: Path) -> Iterator[Firefox]:
    """Start Firefox with an empty profile, and end it afterwards."""
    command = [path, "--headless", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(  # noqa: S603 - a browser that we looked up ourselves
        [*command, "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            with connect(f"{_address(process)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stderr or ():
        said.append(line)
        if found := re.search(r"BiDi listening on (ws://\S+)", line):
            return found[1]
    raise AssertionError("Firefox did not start: " + "".join(said))
