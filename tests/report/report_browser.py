"""A headless Chromium, driven over its DevTools pipe: no port, no library, one process for all pages.

Run as a script it says whether there is one: ``.ci/run`` asks so.
"""

import base64
import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 60.0
"""Seconds that a busy machine may take for one answer."""
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--remote-debugging-pipe",
)
_TELL = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")


class BrowserError(RuntimeError):
    """The browser refused a command or did not answer."""


@dataclass
class Browser:
    """One page of a running Chromium, and everything it has said since it was opened."""

    reader: int
    writer: int
    session: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    _number: int = 0
    _rest: bytes = b""

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to one command; events that come before it are kept in ``heard``."""
        self._number += 1
        told: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            told["sessionId"] = self.session
        os.write(self.writer, json.dumps(told).encode() + b"\0")
        answer = self._until(lambda one: one.get("id") == self._number)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def show(self, page: Path, *, width: int, is_dark: bool = False) -> None:
        """The page is loaded at this width and in this scheme, with nothing heard before."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.heard.clear()
        self.ask("Page.navigate", url=page.as_uri())
        if not any(one.get("method") == "Page.loadEventFired" for one in self.heard):
            self._until(lambda one: one.get("method") == "Page.loadEventFired")

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives back
        """What a script of ours finds on the page."""
        told = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in told:
            raise BrowserError(str(told["exceptionDetails"]))
        return told["result"].get("value")

    def press(self, key: str) -> None:
        """One key goes down and up again."""
        code = {"Tab": 9, "Enter": 13}[key]
        for kind in ("rawKeyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    def picture(self, file: Path) -> None:
        """The whole page as a picture."""
        told = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(told["data"]))

    @property
    def complaints(self) -> list[str]:
        """What the page wrote to the console: errors, refusals of its policy, words of scripts."""
        return [json.dumps(one["params"]) for one in self.heard if one.get("method") in _TELL]

    @property
    def requests(self) -> list[str]:
        """Every address that was asked for."""
        sent = (one for one in self.heard if one.get("method") == "Network.requestWillBeSent")
        return [one["params"]["request"]["url"] for one in sent]

    def _until(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        deadline = time.monotonic() + _PATIENCE
        while True:
            while b"\0" in self._rest:
                first, _, self._rest = self._rest.partition(b"\0")
                said = json.loads(first)
                self.heard.append(said)
                if is_it(said):
                    return dict(said)
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.reader], [], [], left)[0]:
                raise BrowserError(f"no answer within {_PATIENCE:.0f} s")
            self._rest += os.read(self.reader, 1 << 20)


def chromium() -> str:
    """Where the first Chromium on the PATH is.

    Raises:
        BrowserError: there is none.
    """
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise BrowserError(
            f"found no Chromium on the PATH, expected one of {', '.join(_NAMES)}; "
            "install it, on Debian: apt-get install chromium"
        )
    return found


@contextmanager
def opened(profile: Path) -> Iterator[Browser]:
    """A browser with one empty page, gone when the block ends."""
    program = chromium()
    (its_in, our_out), (our_in, its_out) = os.pipe(), os.pipe()
    command = [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = os.posix_spawn(program, command, os.environ, file_actions=_wired(its_in, its_out))
    os.close(its_in)
    os.close(its_out)
    try:
        yield _attached(Browser(our_in, our_out))
    finally:
        os.close(our_out)
        os.close(our_in)
        os.kill(process, signal.SIGTERM)
        os.waitpid(process, 0)


def _wired(its_in: int, its_out: int) -> list[tuple[int, ...] | tuple[int, int, str, int, int]]:
    """The browser reads commands from descriptor 3 and answers on 4; what else it says is dropped."""
    return [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, its_in, 3),
        (os.POSIX_SPAWN_DUP2, its_out, 4),
    ]


def _attached(browser: Browser) -> Browser:
    target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
    told = browser.ask("Target.attachToTarget", targetId=target, flatten=True)
    browser.session = told["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.ask(f"{domain}.enable")
    return browser


if __name__ == "__main__":
    try:
        chromium()
    except BrowserError as error:
        sys.exit(str(error))
