"""The same input gives the same output, byte for byte, whatever the surroundings."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

WALK = """
import sys
import nktrade as nk
report = nk.check(sys.argv[1])
forms = (report.to_text, report.to_json, report.to_csv, report.to_html, report.to_sarif)
parts = [form() for form in forms]
parts += [frame.to_csv() for frame in (report.claims, report.findings, report.relations, report.baseline)]
sys.stdout.buffer.write("\\f".join(parts).encode())
"""
EXAMPLE = Path(__file__).resolve().parents[2] / "nktrade" / "examples" / "june-2018.md"
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "plain C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale that is not there": {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.ISO-8859-1"},
    "a far time zone": {"TZ": "Pacific/Kiritimati"},
    "another terminal": {"COLUMNS": "40", "NO_COLOR": "1", "TERM": "dumb"},
}


def digest(folder: Path, **more: str) -> str:
    """The content of every form and frame of the example, as one process writes it."""
    surroundings = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0", **more}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", WALK, str(EXAMPLE)],
        capture_output=True,
        check=False,
        cwd=folder,
        env=surroundings,
    )
    assert done.returncode == 0, done.stderr
    assert b"cannot all be true" in done.stdout
    return hashlib.sha256(done.stdout).hexdigest()


@pytest.fixture(scope="module")
def usual() -> str:
    """The output in the usual surroundings."""
    return digest(EXAMPLE.parent)


@pytest.mark.parametrize("more", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_change_nothing(usual: str, more: dict[str, str], tmp_path: Path) -> None:
    """Hash seed, locale, time zone, terminal and working directory leave no trace."""
    assert digest(tmp_path, **more) == usual
