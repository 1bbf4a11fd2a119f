"""Runs tests and prints, tab separated, every error of ours that they raise: class, test, message.

    python docs/error_recorder.py tests/errors

Folders of this machine and addresses are taken out of the messages, so that two runs print the same.
"""

import re
import sys
from pathlib import Path

import pytest

from nktrade.errors import NktradeError

_LONGEST = 400
_ROOT = f"{Path(__file__).resolve().parents[1]}/"
_FOLDER = re.compile(r"(/[\w.~-]+)+/pytest-of-[\w-]+/pytest-\d+/[\w.-]+/?")
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


class _Recorder:
    """Keeps what is raised while a test runs."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.test = ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        told = getattr(item, "obj", None).__doc__ or item.name
        name = item.name.partition("[")[0].removeprefix("test_").replace("_", " ")
        self.test = f"{name}: {told.splitlines()[0]}"

    def raised(self, kind: str, message: str) -> None:
        here = " ".join(message.split()).replace(_ROOT, "")
        words = _ADDRESS.sub("0x...", _FOLDER.sub("", here))
        if words and self.test:
            self.lines.append(f"{kind}\t{self.test}\t{words[:_LONGEST]}")


def main(paths: list[str]) -> int:
    """0 where every test passed."""
    recorder, plain = _Recorder(), NktradeError.__init__

    def recording(self: NktradeError, *told: object) -> None:
        plain(self, *told)
        recorder.raised(type(self).__name__, str(self))

    NktradeError.__init__ = recording  # type: ignore[method-assign] # for this run alone
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-o", "addopts=", "--no-header"]
    sys.stdout, shown = sys.stderr, sys.stdout
    # this script has imported the package before pytest could rewrite its plugin: no harm here
    rewritten = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    status = pytest.main([*options, *rewritten, *paths], plugins=[recorder])
    shown.write("".join(f"{line}\n" for line in recorder.lines))
    return int(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
