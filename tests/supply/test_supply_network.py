"""No network at any time: a whole check opens no socket, in any form, of any kind of document."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """
import sys

def refuse(event, arguments):
    if event.startswith("socket.") or event in {"urllib.Request", "http.client.connect", "ftplib.connect"}:
        raise RuntimeError(f"the network was asked for: {event} {arguments}")

sys.addaudithook(refuse)
"""
WALK = (
    GUARD
    + """
from nktrade.cli import main
for arguments in %s:
    main(arguments)
"""
)
PAGE = (
    '<html><head><link href="http://example.invalid/a.css"><script src="http://example.invalid/a.js">'
    "</script></head><body><img src='http://example.invalid/a.png'><p>In 2016 North Korea exported "
    "$2.6 billion worth of goods to China and imported $2.9 billion worth from it; total trade with "
    "China was $8.5 billion.</p></body></html>"
)


def guarded(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "code", ["import socket; socket.socket()", "import socket; socket.getaddrinfo('a', 1)"]
)
def test_the_guard_guards(code: str) -> None:
    """What opens a socket, or asks for a name, fails under the guard."""
    assert "the network was asked for" in guarded(GUARD + code).stderr


def test_no_command_asks_for_the_network(tmp_path: Path) -> None:
    """A page with links, a text, a ledger, a system: checked and diagnosed with the network refused."""
    page, system = tmp_path / "page.html", tmp_path / "system.json"
    page.write_text(PAGE, encoding="utf-8")
    terms = {"terms": {"x": 1, "y": -1}, "op": "==", "rhs": 0, "id": "e"}
    variables = {"x": {"value": 1}, "y": {"value": 2}}
    system.write_text(
        json.dumps({"variables": variables, "constraints": [terms]}), encoding="utf-8"
    )
    forms = [
        ["check", str(page), "--format", form] for form in ("text", "json", "csv", "html", "sarif")
    ]
    others = [["claims", str(page)], ["baseline", "un_1718"], ["checks"], ["diagnose", str(system)]]
    done = guarded(WALK % repr([*forms, *others]))
    assert done.returncode == 0, done.stderr
    assert "cannot all be true" in done.stdout
