"""The pytest plugin collects what was asked for, and its marker and fixtures check one file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FALSE = (
    "In 2016 North Korea exported $2.6 billion worth of goods to China and imported "
    "$2.9 billion worth from it; total trade with China was $8.5 billion.\n"
)
PLUGIN = ("-p", "nktrade.testing.plugin", "-p", "no:cacheprovider")
TRUE = FALSE.replace("8.5", "5.5")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a true text, a false one, and a file that is no text of figures."""
    (tmp_path / "pyproject.toml").write_text("[tool.nktrade]\nbaselines = []\n", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "true.md").write_text(TRUE, encoding="utf-8")
    (tmp_path / "texts" / "false.md").write_text(FALSE, encoding="utf-8")
    (tmp_path / "texts" / "notes.log").write_text(FALSE, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """The status and the words of pytest with the plugin alone."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "pytest", *PLUGIN, "--strict-markers", "-q", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    return done.returncode, done.stdout + done.stderr


def test_nothing_is_collected_unless_asked(project: Path) -> None:
    """Without the option, files of figures are no items."""
    status, said = run(project, "texts")
    assert status == pytest.ExitCode.NO_TESTS_COLLECTED, said


def test_a_folder_gives_the_files_of_known_names(project: Path) -> None:
    """In a folder the patterns count; the log file is passed over."""
    status, said = run(project, "--nktrade", "texts")
    assert status == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 1 passed" in said
    assert "FAILED texts/false.md::figures" in said


def test_a_named_file_is_an_item_whatever_its_name(project: Path) -> None:
    """What is named on the command line is checked."""
    status, said = run(project, "--nktrade", "texts/notes.log")
    assert status == pytest.ExitCode.TESTS_FAILED
    assert "1 failed" in said


def test_the_marker_selects_items(project: Path) -> None:
    """Items bear the marker, so they can be left out."""
    status, said = run(project, "--nktrade", "texts", "-m", "not nktrade")
    assert status == pytest.ExitCode.NO_TESTS_COLLECTED, said


def test_a_file_that_cannot_be_read_fails(project: Path) -> None:
    """An empty file is named with what was found; no traceback hides it."""
    (project / "texts" / "empty.md").write_text("", encoding="utf-8")
    status, said = run(project, "--nktrade", "texts/empty.md")
    assert status == pytest.ExitCode.TESTS_FAILED
    assert "\ntexts/empty.md: found an empty file, expected text" in said
    assert "Traceback" not in said


def test_a_row_that_cannot_be_read_fails_who_asks_for_warnings(project: Path) -> None:
    """A slip of the pen in a customs file: its line and cell, what was expected, and the entry that accepts it."""
    rows = ("reporter,partner,flow,period,unit,value,code", "CHN,PRK,export,2024-01,USD,1200,27")
    slip = "CHN,PRK,import,2024-01,USD,12o0,27\n"
    (project / "t.csv").write_text("\n".join((*rows, slip)), encoding="utf-8")
    status, said = run(project, "--nktrade", "t.csv")
    assert status == pytest.ExitCode.OK, said
    status, said = run(project, "--nktrade", "t.csv", "--nktrade-fail-on", "warning")
    assert status == pytest.ExitCode.TESTS_FAILED
    assert "WARNING r1: value '12o0' is no number\n  t.csv:3" in said
    assert "expected a value in digits" in said
    assert 'check = "unreadable rows"\n    figures = ["12o0"]' in said


def test_fixtures_check_a_marked_file_and_any_text(project: Path) -> None:
    """The report of the marked file, and nktrade.check under the project's settings."""
    (project / "test_own.py").write_text(
        "import pytest\n"
        "@pytest.mark.nktrade('texts/false.md', lang='en')\n"
        "def test_file(nktrade_report):\n"
        "    assert nktrade_report.exit_status() == 1\n"
        "    assert nktrade_report.baselines == ()\n"
        f"def test_text(nktrade_check):\n    nktrade_check({TRUE!r}).require_none()\n"
        "def test_unmarked(nktrade_report):\n    pass\n",
        encoding="utf-8",
    )
    _, said = run(project, "test_own.py")
    assert "2 passed, 1 error" in said
    assert "found no file for nktrade_report, expected one" in said


def test_wrong_settings_fail_with_their_place(project: Path) -> None:
    """A mistyped setting is an error of every item, in one line."""
    (project / "pyproject.toml").write_text("[tool.nktrade]\nbaseline = []\n", encoding="utf-8")
    _, said = run(project, "--nktrade", "texts/true.md")
    assert "tool.nktrade.baseline: did you mean 'baselines'?" in said
    assert "Traceback" not in said
